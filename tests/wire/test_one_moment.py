"""What of a series comes out at one moment is one post, with one ping."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.catalogue.model import Origin
from bot.catalogue.records import SourceRecord
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue
from bot.dates.airdate import AirDate
from bot.sandbox_run.stage import StoreOutlook
from tests.catalogue.merging import merge_one
from tests.wire.due_posts import outcomes
from tests.wire.guild import SandboxGuild
from tests.wire.test_dates_that_change import follow
from tests.wire.test_updates import go_on

PREMIERE = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
WEEK = timedelta(weeks=1)

pytestmark = pytest.mark.at("2024-01-10T12:00:00Z")


async def drops(guild: SandboxGuild, *parts: tuple[datetime, range], episodes: int) -> None:
    """AniList has the starter's series come out in parts: each of some episodes at one instant."""
    async with guild.database.write() as db:
        known = await catalogue.series_by_slug(db, "metallic-rouge")
        assert known is not None
        releases = [
            Release(0, 0, kind_of(number, episodes), AirDate.instant(at), number=number)
            for at, numbers in parts
            for number in numbers
        ]
        said = replace(known, id=0, trailers=(), services=(), episodes=episodes)
        record = SourceRecord(Origin.ANILIST, said, tuple(releases), is_whole=True)
        await merge_one(db, record, at=guild.clock.now())
    guild.running.schedule.wake()


def kind_of(number: int, episodes: int) -> ReleaseKind:
    if number == 1:
        return ReleaseKind.PREMIERE
    return ReleaseKind.FINALE if number == episodes else ReleaseKind.EPISODE


async def test_a_part_is_one_post_and_so_is_the_last_with_its_finale(guild: SandboxGuild) -> None:
    await follow(guild)
    later = PREMIERE + WEEK
    await drops(guild, (PREMIERE, range(1, 5)), (later, range(5, 9)), episodes=8)
    outlook = StoreOutlook(guild.database, guild.clock.now)
    assert {(post.at, post.what) for post in await outlook.due(20)} >= {
        (PREMIERE, "Metallic Rouge: episodes 1–4"),
        (later, "Metallic Rouge: episodes 5–8"),
    }
    assert len({(post.at, post.channel_id) for post in await outlook.due(20)}) == len(await outlook.due(20))
    status = await guild.moderator.slash("channel status")
    assert "episodes 1–4" in status.text

    first = "Metallic Rouge premieres now with episodes 1–4"
    assert (await go_on(guild, PREMIERE))[-1] == first
    told = await go_on(guild, later)
    assert told[-2:] == [first, "episodes 5–8 of 8 (the last) are out"]
    assert sum("told together" in (reason or "") for _, reason in await outcomes(guild)) == 6
    told_of = [post.what for post in await outlook.delivered(20)]
    assert "Metallic Rouge: episodes 5–8" in told_of
    assert len(told_of) == len(set(told_of))
