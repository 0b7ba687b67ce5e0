"""A first start with the snapshot: answers while it is taken in, no posts of it, and what is wrong with it told."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.catalogue.sources.bangumi.snapshot import pack
from bot.database.process_lock import SoleLock
from tests.database.stores import count
from tests.patience import PATIENCE
from tests.wire.bangumi_server import excerpt, published_file
from tests.wire.guild import SandboxGuild, sandbox_guild
from tests.wire.test_catalogue_url import (
    A_DAY,
    AT,
    BEFORE,
    FRIEREN,
    JELLYFISH,
    TAKEN_IN,
    next_asked,
    sources,
    until_sources_say,
)
from tests.wire.test_dates_that_change import titles
from tests.wire.test_updates import go_on

LOADING = "The catalogue is still loading: try again in a few seconds."
A_TURN = timedelta(seconds=3)


@asynccontextmanager
async def first_start(folder: Path, content: bytes | None = None, **settings: Any) -> AsyncIterator[SandboxGuild]:  # noqa: ANN401 - each is checked by its setting
    """A guild whose bot begins with a small snapshot."""
    file = folder / "snapshot.xz"
    file.write_bytes(pack(excerpt(), date(2023, 12, 1)) if content is None else content)
    on = {"catalogue_snapshot": True, **settings}
    async with sandbox_guild(folder, at=BEFORE, start=False, **on) as guild:
        guild.snapshot = file
        yield guild


async def until_it_came(guild: SandboxGuild) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            if not guild.running.client.snapshot.is_coming:
                return
            await asyncio.sleep(0.02)


async def test_the_bot_answers_while_it_is_taken_in_says_so_and_posts_nothing_of_it(tmp_path: Path) -> None:
    async with first_start(tmp_path) as guild:
        elsewhere = SoleLock(guild.database_path, "snapshot")
        assert elsewhere.is_mine()  # a second process on the same store has begun
        await guild.start()
        await guild.moderator.slash("channel subscribe", {"channel": str(guild.channels["releases"])}, what="releases")
        for asked in (
            guild.member.slash("series", series=FRIEREN),
            guild.member.slash("season", which="fall 2023"),
            guild.member.slash("upcoming"),
            guild.member.slash("upcoming", service="Nowhere"),
            guild.moderator.slash("catalogue history", series=FRIEREN),
        ):
            reply = await asked
            assert LOADING in (reply.text or reply.content)
        assert (await guild.member.slash("series", series="metallic-rouge")).embed.title == "Metallic Rouge"
        card = (await guild.member.slash("series", series="metallic-rouge")).embed.fields["Premiere"]
        assert LOADING in (await guild.member.slash("series", series="metalic rouge")).content

        elsewhere.release()
        await guild.jump(A_TURN)
        await until_it_came(guild)

        assert count(guild.database_path, "series") == TAKEN_IN
        assert (await guild.member.slash("series", series=FRIEREN)).embed.title == "Frieren: Beyond the Journey's End"
        assert (await guild.member.slash("series", series="metallic-rouge")).embed.fields["Premiere"] == card
        assert LOADING not in (await guild.member.slash("series", series="nowhere to be found")).content
        assert "The catalogue snapshot that came with Yokoku, of 1 December 2023" in await sources(guild)
        assert await go_on(guild, timedelta(hours=1)) == []
        assert count(guild.database_path, "updates") == 0


async def test_a_bad_one_stops_nothing_and_owners_read_what_to_do(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with first_start(tmp_path, pack(excerpt())[:-999]) as guild:
        await guild.start()
        await until_it_came(guild)

        assert (await guild.member.slash("series", series="metallic-rouge")).embed.title == "Metallic Rouge"
        told = (await guild.owner.slash("owner health")).embed.description or ""
        assert "is damaged. Install Yokoku again, or set CATALOGUE\\_SNAPSHOT=false." in told
        assert "The catalogue snapshot can't be taken in: The catalogue snapshot that comes with" in caplog.text

        guild.overrides["catalogue_snapshot"] = False
        await guild.restart()
        assert "snapshot" not in ((await guild.owner.slash("owner health")).embed.description or "")
        assert LOADING not in (await guild.member.slash("series", series=FRIEREN)).content


async def test_the_file_asked_for_after_it_moves_dates_untold_and_the_next_one_tells(tmp_path: Path) -> None:
    async with published_file() as file, first_start(tmp_path, catalogue_url=file.url) as guild:
        file.publish(**{JELLYFISH: {"begin": AT, "broadcast": f"R/{AT}/P7D"}})
        await guild.start()
        await until_it_came(guild)
        await guild.jump(A_TURN)
        await until_sources_say(guild, "bangumi-data, last answered")
        assert "snapshot" not in await sources(guild)
        assert (count(guild.database_path, "series"), count(guild.database_path, "updates")) == (TAKEN_IN, 0)
        await guild.moderator.slash("watchlist add", series=JELLYFISH)
        await guild.moderator.slash("channel subscribe", {"channel": str(guild.channels["releases"])}, what="releases")
        assert await go_on(guild, timedelta(hours=1)) == []

        later = AT.replace("-13T", "-20T")
        file.publish(**{JELLYFISH: {"begin": later, "broadcast": f"R/{later}/P7D"}})
        await next_asked(guild, file, A_DAY)
        await until_sources_say(guild, "bangumi-data, last answered <t:1704373")
        await go_on(guild, timedelta(minutes=31))

        assert [each.rpartition(": ")[2] for each in titles(guild)] == ["delayed by a week"]
