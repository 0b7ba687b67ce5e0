"""bangumi-data, which the bot asks for once a day by itself: what comes of it, and of answers that are no good."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from tests.database.stores import count
from tests.patience import PATIENCE
from tests.web.servers import saying, sending
from tests.wire.bangumi_server import PublishedFile, published_file, undated, without_most
from tests.wire.cards import fact
from tests.wire.due_posts import looked
from tests.wire.guild import SandboxGuild, sandbox_guild
from tests.wire.test_dates_that_change import titles
from tests.wire.test_updates import go_on

BEFORE = "2024-01-03T12:00:00Z"
A_DAY, RETRY = timedelta(days=1, minutes=1), timedelta(hours=3, minutes=1)
TAKEN_IN = 37
FRIEREN, JELLYFISH = "葬送のフリーレン", "夜のクラゲは泳げない"
AT = "2024-04-13T16:00:00.000Z"
"""A week after the premiere that it names at first, of `JELLYFISH`."""


@asynccontextmanager
async def both(folder: Path) -> AsyncIterator[tuple[SandboxGuild, PublishedFile]]:
    """A guild whose bot has taken a local file in."""
    async with published_file() as file, sandbox_guild(folder, at=BEFORE, start=False, catalogue_url=file.url) as guild:
        await guild.start()
        await until_sources_say(guild, "bangumi-data, last answered")
        yield guild, file


async def sources(guild: SandboxGuild) -> str:
    return (await guild.owner.slash("owner health")).embed.fields["Sources"]


async def until_sources_say(guild: SandboxGuild, words: str) -> str:
    async with asyncio.timeout(PATIENCE):
        while True:
            if words in (told := await sources(guild)):
                return told
            await asyncio.sleep(0.05)


async def next_asked(guild: SandboxGuild, file: PublishedFile, after: timedelta) -> None:
    """Let it be time to ask again, and wait for the question."""
    asked = len(file.asked)
    await guild.jump(after)
    async with asyncio.timeout(PATIENCE):
        while True:
            if len(file.asked) > asked:
                return
            await asyncio.sleep(0.02)


async def test_a_bot_has_all_of_the_file_by_itself_and_asks_once_a_day_whether_there_is_another(tmp_path: Path) -> None:
    async with both(tmp_path) as (guild, file):
        assert count(guild.database_path, "series") == TAKEN_IN
        assert re.search(
            r"last changed 37 series and \d+ dates .+; \d+ future dates from it alone", await sources(guild)
        )
        assert (await guild.member.slash("series", series=FRIEREN)).heading == "Frieren: Beyond the Journey's End"

        await guild.restart()
        since = guild.clock.now() + timedelta(hours=23)
        await guild.jump(timedelta(hours=23))
        await looked(guild, since)
        assert file.asked == [None]  # a restart within the day asks for nothing

        await next_asked(guild, file, timedelta(hours=1, minutes=1))
        assert file.asked == [None, '"v1"']


async def test_what_a_later_file_moves_is_told_and_what_the_first_brought_is_not(tmp_path: Path) -> None:
    async with both(tmp_path) as (guild, file):
        await guild.moderator.slash("watchlist add", series=JELLYFISH)
        await guild.moderator.slash("channel subscribe", {"channel": str(guild.channels["releases"])}, what="releases")
        assert await go_on(guild, timedelta(hours=1)) == []

        file.publish(**{JELLYFISH: {"begin": AT, "broadcast": f"R/{AT}/P7D"}})
        await next_asked(guild, file, A_DAY)
        await until_sources_say(guild, "bangumi-data, last answered <t:1704373")
        await go_on(guild, timedelta(minutes=31))

        assert [each.rpartition(": ")[2] for each in titles(guild)] == ["delayed by a week"]


async def test_an_answer_that_is_no_good_takes_nothing_in_and_is_reported(tmp_path: Path) -> None:
    async with both(tmp_path) as (guild, file):
        rows = [
            (saying('{"siteMeta": {}, "items": [{"title": "Cut o', content_type="application/json"), "damaged"),
            (saying('{"siteMeta": {}, "items": []}', content_type="application/json"), "without any series"),
            (saying('{"anime": []}', content_type="application/json"), "isn't bangumi-data"),
            (saying("<!doctype html><html>Down for the weekend", content_type="text/html"), "sent a web page"),
            (saying("no", status=503), "answered 503"),
            (sending(b"x" * 100, Content_Length=str(1 << 30)), "more than"),
        ]
        for instead, words in rows:
            file.instead = instead
            file.version += 1
            await next_asked(guild, file, A_DAY if words == "damaged" else RETRY)
            await until_sources_say(guild, words)
        file.instead, whole = None, file.content
        for content, words in [(without_most(whole), "5 series instead of 37"), (undated(whole), "takes back")]:
            file.content = content
            file.version += 1
            await next_asked(guild, file, RETRY)
            await until_sources_say(guild, words)

        assert count(guild.database_path, "series") == TAKEN_IN
        assert (await fact(guild.member, "Premiere")).startswith("<t:")

        file.content = whole
        file.version += 1
        await next_asked(guild, file, RETRY)
        told = await until_sources_say(guild, "bangumi-data, last answered")
        assert "takes back" not in told


@pytest.mark.parametrize("url", ["", "http://127.0.0.1:1/elsewhere.json"])
async def test_it_is_off_with_no_address_and_an_address_that_is_not_there_stops_nothing(
    tmp_path: Path, url: str
) -> None:
    async with sandbox_guild(tmp_path, at=BEFORE, catalogue_url=url) as guild:
        if url:
            await until_sources_say(guild, "can't be reached")
        assert ("bangumi-data has given no good answer" in await sources(guild)) == bool(url)
        assert (await guild.member.slash("series", series="metallic-rouge")).heading
