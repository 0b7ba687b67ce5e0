"""Entries that AniList stops knowing, as moderators hear of them, and the entries that take their place."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.catalogue.render.editing import SLOW_TEXT
from bot.catalogue.store import catalogue
from sandbox.client import Reply
from tests.anilist.server import LocalAnilist, local_anilist
from tests.anilist.world import FIRST_BROADCAST, media, weekly
from tests.patience import PATIENCE
from tests.wire.cards import fact
from tests.wire.guild import SandboxGuild, sandbox_guild
from tests.wire.test_seasons import until_asked
from tests.wire.test_sync import next_round
from tests.wire.told import directly, said, until_nothing_waits, until_noticed, until_said

BEFORE = "2024-01-03T12:00:00Z"
A_DAY = timedelta(days=1)
OLD, NEW, MAL = 5, 6, 50
SHOW = {"idMal": MAL, "airingSchedule": weekly(FIRST_BROADCAST, 12), "episodes": 12}


async def looked_up(guild: SandboxGuild, entry: int) -> Reply:
    """What becomes of an entry's address, once AniList has answered: a slow machine has it called slow."""
    reply = await guild.moderator.slash("catalogue add", series=f"https://anilist.co/anime/{entry}")
    async with asyncio.timeout(PATIENCE):
        while reply.content == SLOW_TEXT:
            await asyncio.sleep(0.02)
            await reply.refresh()
    return reply


@asynccontextmanager
async def following(folder: Path, **old: object) -> AsyncIterator[tuple[SandboxGuild, LocalAnilist]]:
    """A guild that watches a show of AniList's, with a channel subscribed to it, and a channel for notices."""
    async with local_anilist() as anilist:
        anilist.world.add(media(OLD, "A Show", **(SHOW | old)))
        async with sandbox_guild(folder, at=BEFORE, start=False, anilist_url=anilist.url) as guild:
            await guild.start()
            await until_asked(anilist, 2)  # for the seasons, which is done with for today
            await guild.moderator.click(await looked_up(guild, OLD), "Add")
            await guild.moderator.slash("watchlist add", series="A Show")
            where = str(guild.channels["releases"])
            await guild.moderator.slash("channel subscribe", {"channel": where}, what="A Show")
            await guild.moderator.slash("channel notices", {"channel": str(guild.channels["chat"])})
            yield guild, anilist


async def rounds(guild: SandboxGuild, anilist: LocalAnilist) -> None:
    """Three questions, the last more than a day after the first."""
    await next_round(guild, anilist)
    await next_round(guild, anilist)
    await guild.jump(A_DAY)
    await next_round(guild, anilist)


async def premiere(guild: SandboxGuild) -> str:
    return await fact(guild.member, "Premiere", "anilist:5")


async def test_a_lost_entry_is_told_once_and_the_new_one_is_followed_with_a_button(tmp_path: Path) -> None:
    async with following(tmp_path) as (guild, anilist):
        await next_round(guild, anilist)
        assert (await premiere(guild)).startswith("<t:")
        anilist.world.remove(OLD)
        anilist.world.add(media(NEW, "A Show: Anew", **SHOW))
        await rounds(guild, anilist)

        await until_noticed(guild, "entry_lost")
        (told,) = await until_said(guild, guild.channels["chat"])
        assert "AniList no longer has one entry that this server follows" in told
        assert "**A Show: Anew** (<https://anilist.co/anime/6>) took its place" in told
        assert "<t:" not in await premiere(guild)
        await rounds(guild, anilist)
        await until_nothing_waits(guild)
        assert said(guild, guild.channels["chat"]) == [told]

        await guild.restart()  # what stands in the channel is pressed after it
        [notice] = [each for each in await guild.moderator.messages("chat") if each.content == told]
        label = "Follow the new entry: A Show: Anew"
        assert "Manage Server" in (await guild.member.click(notice, label)).content
        done = await guild.moderator.click(notice, label)
        assert f"the watchlist and <#{guild.channels['releases']}>" in done.content
        assert "doesn't follow" in (await guild.moderator.click(notice, label)).content
        assert "A Show: Anew" in (await guild.moderator.slash("watchlist show")).text
        listed = (await guild.moderator.slash("channel list")).text
        assert "A Show: Anew" in listed


async def test_of_one_without_a_successor_moderators_read_what_to_do(tmp_path: Path) -> None:
    async with following(tmp_path, idMal=None) as (guild, anilist):
        anilist.world.remove(OLD)
        anilist.world.add(media(NEW, "A Show", format="MOVIE"))  # of the same title, and something else
        await rounds(guild, anilist)

        await until_noticed(guild, "entry_lost")
        (told,) = await until_said(guild, guild.channels["chat"])
        assert "use `/catalogue add` with that one's address" in told


async def test_what_is_back_within_a_day_or_missing_for_two_answers_is_not_lost(tmp_path: Path) -> None:
    async with following(tmp_path) as (guild, anilist):
        anilist.world.remove(OLD)
        await next_round(guild, anilist)
        await next_round(guild, anilist)
        await next_round(guild, anilist)
        anilist.world.add(media(OLD, "A Show", **SHOW))
        await next_round(guild, anilist)
        anilist.world.remove(OLD)
        await guild.jump(A_DAY)
        await next_round(guild, anilist)
        await next_round(guild, anilist)

        await until_nothing_waits(guild)
        assert said(guild, guild.channels["chat"]) == await directly(guild) == []


@pytest.mark.parametrize("follows", [True, False])
async def test_the_address_of_a_new_entry_of_a_known_series_offers_to_follow_it(tmp_path: Path, follows: bool) -> None:
    async with following(tmp_path) as (guild, anilist):
        anilist.world.add(media(NEW, "A Show: Anew", **SHOW))
        if not follows:
            await guild.moderator.slash("watchlist remove", series="A Show")
            async with guild.database.write() as db:
                await db.exec_driver_sql("DELETE FROM subscriptions")

        offered = await looked_up(guild, NEW)
        assert "by AniList's entry <https://anilist.co/anime/5>" in offered.content
        assert {"Follow the new entry: A Show: Anew", "Add"} <= {each.label for each in offered.buttons}
        done = await guild.moderator.click(offered, "Follow the new entry: A Show: Anew")

        assert ("Done." in done.content) == follows
        async with guild.database.read() as db:
            old, new = [await catalogue.series_by_slug(db, slug) for slug in ("a-show", "a-show-anew")]
        assert old is not None
        assert new is not None
