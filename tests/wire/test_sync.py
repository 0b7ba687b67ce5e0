"""What AniList says of what is followed, as a guild comes to hear of it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from bot.catalogue.model import Origin, Series, Titles
from bot.catalogue.records import SourceRecord
from bot.catalogue.store import sources
from bot.catalogue.tables import statements
from bot.subscriptions.store import watchlist
from tests.anilist.faults import switched_off
from tests.anilist.server import LocalAnilist, local_anilist
from tests.anilist.world import FIRST_BROADCAST, METALLIC_ROUGE_ID, WEEK, media, metallic_rouge, weekly
from tests.catalogue.merging import merge_one
from tests.patience import PATIENCE
from tests.wire.cards import fact
from tests.wire.guild import SandboxGuild, sandbox_guild
from tests.wire.test_seasons import until_asked
from tests.wire.test_updates import go_on

BEFORE = "2024-01-03T12:00:00Z"
NEXT_ROUND = timedelta(minutes=31)
COUNTED_DOWN = datetime(2024, 1, 3, 16, 25, tzinfo=UTC)


@asynccontextmanager
async def both(folder: Path) -> AsyncIterator[tuple[SandboxGuild, LocalAnilist]]:
    """A guild whose bot asks a local AniList, with Metallic Rouge on its watchlist and on AniList."""
    async with local_anilist() as anilist:
        anilist.world.add(metallic_rouge(status="NOT_YET_RELEASED", airingSchedule=weekly(FIRST_BROADCAST, 13)))
        async with sandbox_guild(folder, at=BEFORE, start=False, anilist_url=anilist.url) as guild:
            await guild.start()
            await until_asked(anilist, 2)  # for the seasons, which is done with for today
            await guild.moderator.slash("watchlist add", series="metallic-rouge")
            yield guild, anilist


def asked_for(anilist: LocalAnilist) -> list[list[int]]:
    """The ids that were asked for so far, question for question."""
    return [asked.variables["ids"] for asked in anilist.requests if "ids" in asked.variables]


async def next_round(guild: SandboxGuild, anilist: LocalAnilist) -> None:
    """Let it be time to ask again, and wait for the question."""
    asked = len(asked_for(anilist))
    await guild.jump(NEXT_ROUND)
    async with asyncio.timeout(PATIENCE):
        while True:
            if len(asked_for(anilist)) > asked:
                return
            await asyncio.sleep(0.02)


async def premiere_of(guild: SandboxGuild) -> str:
    return await fact(guild.member, "Premiere")


async def until_premiere(guild: SandboxGuild, at: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            if f"<t:{at}:F>" in await premiere_of(guild):
                return
            await asyncio.sleep(0.1)


async def until_known_to_be_away(guild: SandboxGuild) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            async with guild.database.read() as db:
                health = await sources.health_of_source(db, "anilist")
            if health is not None and health.away_since is not None:
                return
            await asyncio.sleep(0.05)


async def test_a_premiere_that_anilist_moves_is_moved_on_the_card(tmp_path: Path) -> None:
    async with both(tmp_path) as (guild, anilist):
        await next_round(guild, anilist)
        moved = FIRST_BROADCAST + WEEK
        anilist.world.change(METALLIC_ROUGE_ID, airingSchedule=weekly(moved, 13))

        await next_round(guild, anilist)

        await until_premiere(guild, moved)


async def test_a_series_of_which_the_store_was_damaged_holds_up_no_other(tmp_path: Path) -> None:
    async with both(tmp_path) as (guild, anilist):
        anilist.world.add(media(5, "Damaged"))
        record = SourceRecord(Origin.ANILIST, Series(0, "", Titles(english="Damaged"), anilist_id=5))
        async with guild.database.write() as db:
            damaged = (await merge_one(db, record, at=guild.clock.now())).series
            await watchlist.add(db, guild.id, damaged.id, by=1, at=guild.clock.now())
            await db.execute(update(statements).where(statements.c.series_id == damaged.id).values(said={"slug": 1}))
        moved = FIRST_BROADCAST + WEEK
        anilist.world.change(METALLIC_ROUGE_ID, airingSchedule=weekly(moved, 13))

        await next_round(guild, anilist)

        await until_premiere(guild, moved)
        assert [5, METALLIC_ROUGE_ID] in map(sorted, asked_for(anilist))


@pytest.mark.parametrize("contact", [None, "bot@example.com"])
async def test_it_says_who_asks_and_where_to_read_of_them(tmp_path: Path, contact: str | None) -> None:
    async with local_anilist() as anilist:
        wanted: dict[str, Any] = {"contact": contact} if contact else {}
        async with sandbox_guild(tmp_path, at=BEFORE, anilist_url=anilist.url, **wanted) as guild:
            await guild.moderator.slash("catalogue add", series="https://anilist.co/anime/1")

        (asked, *_) = anilist.requests
        homepage = guild.settings().contact
        assert asked.headers["User-Agent"] == f"Yokoku/{version('yokoku')} (+{contact or homepage})"


async def test_many_series_are_asked_about_at_once_and_strangers_not_at_all(tmp_path: Path) -> None:
    async with both(tmp_path) as (guild, anilist):
        anilist.world.add(*(media(number, f"Series {number}") for number in range(1, 200)))

        await next_round(guild, anilist)

        assert asked_for(anilist) == [[METALLIC_ROUGE_ID]]


async def test_a_switched_off_anilist_is_left_alone_and_asked_again_when_it_is_back(tmp_path: Path) -> None:
    async with both(tmp_path) as (guild, anilist):
        anilist.weather = switched_off()
        await next_round(guild, anilist)
        asked = len(asked_for(anilist))
        await guild.jump(timedelta(minutes=5))
        assert (await premiere_of(guild)).startswith(f"<t:{FIRST_BROADCAST}:F>")
        assert len(asked_for(anilist)) == asked

        anilist.weather = None
        anilist.world.change(METALLIC_ROUGE_ID, airingSchedule=weekly(FIRST_BROADCAST + WEEK, 13))
        await guild.jump(timedelta(hours=2))

        await until_premiere(guild, FIRST_BROADCAST + WEEK)


async def test_a_deleted_row_is_no_cancellation(tmp_path: Path) -> None:
    async with both(tmp_path) as (guild, anilist):
        await next_round(guild, anilist)
        for episode in range(1, 14):
            anilist.world.delete_airing(METALLIC_ROUGE_ID, episode)

        await next_round(guild, anilist)
        await next_round(guild, anilist)

        assert f"<t:{FIRST_BROADCAST}:F>" in await premiere_of(guild)


async def test_a_card_says_when_anilist_has_been_away_for_a_day_and_still_does_after_a_restart(tmp_path: Path) -> None:
    async with both(tmp_path) as (guild, anilist):
        await next_round(guild, anilist)
        assert "hasn't answered" not in (await guild.member.slash("series", series="metallic-rouge")).text

        anilist.weather = switched_off()
        await next_round(guild, anilist)
        await until_known_to_be_away(guild)
        await guild.jump(timedelta(hours=25))
        await guild.restart()

        async with asyncio.timeout(PATIENCE):
            while True:
                card = await guild.member.slash("series", series="metallic-rouge")
                if "AniList hasn't answered since" in card.text:
                    return
                await asyncio.sleep(0.1)


async def test_a_premiere_that_anilist_moves_by_a_week_is_told_once_and_counted_down_anew(tmp_path: Path) -> None:
    async with both(tmp_path) as (guild, anilist):
        await guild.moderator.slash("channel subscribe", {"channel": str(guild.channels["releases"])}, what="releases")
        await next_round(guild, anilist)
        assert await go_on(guild, COUNTED_DOWN) == ["premiere in 7 days"]

        anilist.world.change(METALLIC_ROUGE_ID, airingSchedule=weekly(FIRST_BROADCAST + WEEK, 13))
        await next_round(guild, anilist)
        await until_premiere(guild, FIRST_BROADCAST + WEEK)
        assert await go_on(guild, timedelta(minutes=30)) == [
            "~~Metallic Rouge: premiere in 7 days~~",
            "delayed by a week",
        ]

        struck_and_told = ["~~Metallic Rouge: premiere in 7 days~~", "delayed by a week"]
        counted_anew = COUNTED_DOWN + timedelta(weeks=1)
        assert await go_on(guild, counted_anew) == [*struck_and_told, "premiere in 7 days"]
        assert await go_on(guild, counted_anew + timedelta(days=7)) == [
            *struck_and_told,
            "premiere in 7 days",
            "Metallic Rouge premieres now",
        ]
