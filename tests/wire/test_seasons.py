"""The current and the next season, as AniList has them: asked for once a day, and told to nobody at first."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.catalogue.model import Origin, Series, Titles
from bot.catalogue.records import SourceRecord
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue
from bot.dates.airdate import AirDate, Season
from tests.anilist.faults import switched_off
from tests.anilist.server import Asked, LocalAnilist, local_anilist
from tests.anilist.world import Media, media, weekly
from tests.catalogue.merging import merge_one
from tests.patience import PATIENCE
from tests.wire.due_posts import standing
from tests.wire.guild import SandboxGuild, sandbox_guild
from tests.wire.test_updates import go_on

BEFORE = "2024-01-03T12:00:00Z"
SOON = int(datetime(2024, 1, 12, 15, tzinfo=UTC).timestamp())
A_DAY, WEEK, HOUR = timedelta(days=1), timedelta(weeks=1), timedelta(hours=1)
COVER = "https://s4.anilist.co/file/anilistcdn/media/anime/cover/medium/bx7.png"
LITTLE = Series(0, "", Titles(romaji="Little Show"), myanimelist_id=80, year=2024, season=Season.WINTER)


def show(number: int, title: str, season: str = "WINTER", **more: object) -> Media:
    airs = {"season": season, "seasonYear": 2024, "episodes": 12, "airingSchedule": weekly(SOON, 12)}
    return media(number, title, popularity=20_000 - number, **(airs | more))


def asked_seasons(anilist: LocalAnilist) -> list[Asked]:
    return [asked for asked in anilist.requests if "season" in asked.variables]


async def until_asked(anilist: LocalAnilist, count: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            if len(asked_seasons(anilist)) >= count:
                return
            await asyncio.sleep(0.02)


async def until_known(guild: SandboxGuild, anilist_id: int) -> Series:
    async with asyncio.timeout(PATIENCE):
        while True:
            async with guild.database.read() as db:
                known = await catalogue.series_by_foreign_ids(db, Series(0, "", Titles(), anilist_id=anilist_id))
            if known:
                return known[0]
            await asyncio.sleep(0.02)


async def until_premiere_is_at(guild: SandboxGuild, anilist_id: int, at: int) -> None:
    known = await until_known(guild, anilist_id)
    async with asyncio.timeout(PATIENCE):
        while True:
            async with guild.database.read() as db:
                dates = [each.date.earliest for each in await catalogue.releases_of(db, known.id)]
            if datetime.fromtimestamp(at, UTC) in dates[:1]:
                return
            await asyncio.sleep(0.02)


@asynccontextmanager
async def seasoned(folder: Path, *shows: Media) -> AsyncIterator[tuple[SandboxGuild, LocalAnilist]]:
    """A guild whose bot, which isn't started yet, asks an AniList with these shows."""
    async with local_anilist() as anilist:
        anilist.world.add(*shows)
        async with sandbox_guild(folder, at=BEFORE, start=False, anilist_url=anilist.url) as guild:
            yield guild, anilist


async def test_two_seasons_are_full_on_the_first_evening_and_asked_for_once_a_day(tmp_path: Path) -> None:
    spring = show(8, "Spring Show", "SPRING", airingSchedule=weekly(SOON + 13 * 7 * 86400, 12))
    shows = (show(7, "Winter Show", coverImage={"large": COVER}), spring, show(9, "Old Show", "FALL"))
    async with seasoned(tmp_path, *shows) as (guild, anilist):
        await guild.start()
        known = await until_known(guild, 7)
        await until_known(guild, 8)

        assert (known.picture, known.episodes) == (COVER, 12)
        assert "Winter Show" in (await guild.member.slash("season")).text
        assert "Spring Show" in (await guild.member.slash("season", which="next")).text
        upcoming = (await guild.member.slash("upcoming", days=30)).text
        assert "Winter Show" in upcoming
        assert f"<t:{SOON}:" in upcoming
        asked = [(each.variables["year"], each.variables["season"]) for each in asked_seasons(anilist)]
        assert asked == [(2024, "WINTER"), (2024, "SPRING")]

        await guild.restart()
        await guild.jump(timedelta(hours=23))
        anilist.world.add(show(10, "New Show"))
        await guild.jump(2 * HOUR)
        await until_known(guild, 10)
        await until_asked(anilist, 4)
        assert len(asked_seasons(anilist)) == 4


async def test_an_anilist_that_is_away_is_asked_for_the_season_an_hour_later(tmp_path: Path) -> None:
    async with seasoned(tmp_path, show(7, "Winter Show")) as (guild, anilist):
        anilist.weather = switched_off()
        await guild.start()
        await until_asked(anilist, 1)

        anilist.weather = None
        await guild.jump(timedelta(hours=2))
        await until_known(guild, 7)


async def test_what_anilist_says_first_is_told_to_nobody_and_what_it_changes_then_is(tmp_path: Path) -> None:
    async with seasoned(tmp_path) as (guild, anilist):
        await guild.start()
        await until_asked(anilist, 2)
        where = {"channel": str(guild.channels["releases"])}
        subscribed = await guild.moderator.slash("channel subscribe", where, what="season", popularity=0)
        assert "now gets" in subscribed.content
        early = AirDate.instant(datetime.fromtimestamp(SOON, UTC) - WEEK)
        known = SourceRecord(Origin.BANGUMI, LITTLE, (Release(0, 0, ReleaseKind.PREMIERE, early, number=1),))
        async with guild.database.write() as db:
            await merge_one(db, known, at=guild.clock.now())

        anilist.world.add(show(7, "Little Show", idMal=80), show(8, "Another Show"))
        await guild.jump(A_DAY + HOUR)
        await until_known(guild, 8)
        await go_on(guild, HOUR)
        assert standing(guild, guild.channels["releases"]) == []

        moved = SOON + 7 * 86400
        anilist.world.change(7, airingSchedule=weekly(moved, 12))
        await guild.jump(A_DAY)
        await until_premiere_is_at(guild, 7, moved)
        assert await go_on(guild, timedelta(minutes=31)) == ["Little Show: delayed by a week"]
