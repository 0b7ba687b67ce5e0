"""The network, the store, the clock and the operator, each at its worst moment."""

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.database.engine import READERS
from bot.delivery.tables import deliveries
from sandbox.rest.faults import Nonsense, Refusal, Silence, Trouble
from sandbox.world import changes
from tests.examples import IS_LONG
from tests.patience import PATIENCE
from tests.wire.due_posts import at_rest, due_now, meets_trouble, outcomes, paused, settled, standing, subscribed, until
from tests.wire.guild import SandboxGuild, sandbox_guild
from tests.wire.network import Wire
from tests.wire.trouble import Counted, HeldAnswer, until_logged, written_by_another


@asynccontextmanager
async def many_places(folder: Path, count: int) -> AsyncIterator[tuple[SandboxGuild, list[int]]]:
    """A guild with so many channels that get announcements."""
    async with sandbox_guild(folder, rate_limits=False) as guild:
        places = [
            changes.create_channel(guild.sandbox.world, guild.id, f"place-{number}").id for number in range(count)
        ]
        await subscribed(guild, *places)
        yield guild, places


def posted(guild: SandboxGuild, places: list[int]) -> int:
    return sum(len(standing(guild, place)) for place in places)


# --- the network ------------------------------------------------------------------------------------------------------


async def test_the_network_that_goes_for_a_while_costs_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with many_places(tmp_path, 20) as (guild, places), Wire(guild.sandbox.api_url) as wire:
        guild.overrides["discord_api_url"] = wire.url
        await guild.restart()
        caplog.clear()
        await due_now(guild, 10)
        await until(guild, lambda: posted(guild, places) >= 50)
        await wire.cut()
        await meets_trouble(guild)
        await wire.mend()

        assert await settled(guild, 200) == ["sent"] * 200
        assert [len(standing(guild, place)) for place in places] == [10] * 20
        assert await paused(guild) == {}
        ours = [each for each in caplog.records if each.name.startswith("bot") and each.levelno >= logging.WARNING]
        assert len(ours) < 12, [each.getMessage() for each in ours]


async def test_without_a_network_at_its_start_it_waits_for_one(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with many_places(tmp_path, 1) as (guild, places), Wire(guild.sandbox.api_url) as wire:
        await due_now(guild)
        await settled(guild, 1)
        await guild.stop()
        await wire.cut()
        guild.overrides["discord_api_url"] = wire.url

        async def mend() -> None:
            await until_logged(caplog, "Discord can't be reached")
            await wire.mend()

        mending = asyncio.create_task(mend())
        await guild.start()
        await mending
        await due_now(guild)
        assert await settled(guild, 2) == ["sent"] * 2
        assert posted(guild, places) == 2


@pytest.mark.parametrize(
    ("method", "template", "trouble"),
    [
        ("GET", "/users/@me", Nonsense()),
        ("PUT", "/applications/{application_id}/commands", Nonsense(done=True)),
        ("GET", "/gateway/bot", Refusal(200, "<html>Welcome!</html>", "text/html")),
        ("GET", "/users/@me", Refusal(403, "<html>You have been blocked</html>", "text/html")),
        ("GET", "/gateway/bot", Refusal(404, "<html>not here</html>", "text/html")),
        ("GET", "/users/@me", 429),
        ("GET", "/users/@me", 503),
        ("GET", "/gateway/bot", 503),
        ("PUT", "/applications/{application_id}/commands", 503),
    ],
)
async def test_a_login_that_fails_halfway_is_tried_again(
    tmp_path: Path, method: str, template: str, trouble: Trouble | int
) -> None:
    async with sandbox_guild(tmp_path, start=False) as guild:
        guild.sandbox.faults.add(trouble, method=method, template=template)
        await guild.start()
        await asyncio.wait_for(guild.running.command_sync.synced.wait(), PATIENCE)
        assert not (await guild.member.slash("series", series="metallic-rouge")).failed


@pytest.mark.skipif(not IS_LONG, reason="takes half a minute: YOKOKU_TEST_LONG=1 runs it")
async def test_a_login_that_is_never_answered_is_tried_again(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path, start=False) as guild:
        guild.sandbox.faults.add(Silence(), method="GET", template="/users/@me")
        await guild.start(patience=60)
        assert not (await guild.member.slash("series", series="metallic-rouge")).failed


# --- the operator -----------------------------------------------------------------------------------------------------


async def test_stopping_with_hundreds_in_flight_loses_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async with many_places(tmp_path, 40) as (guild, places):
        for part in (40, 160):
            await due_now(guild, 5)
            await until(guild, lambda part=part: posted(guild, places) >= part)  # type: ignore[misc]
            await guild.stop()
            assert list(tmp_path.glob("*.claimant")) == []
            with closing(sqlite3.connect(guild.database_path)) as db:
                (held,) = db.execute("SELECT count(*) FROM deliveries WHERE lease_owner IS NOT NULL").fetchone()
            assert held == 0
            await guild.start()

        assert await settled(guild, 400) == ["sent"] * 400
        assert [len(standing(guild, place)) for place in places] == [10] * 40
        assert [each for each in caplog.records if each.levelno >= logging.ERROR] == []


async def test_a_stop_does_not_wait_for_a_login_that_is_never_answered(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with sandbox_guild(tmp_path, start=False) as guild:
        login = Counted(Silence())
        guild.sandbox.faults.add(login, method="GET", template="/users/@me")
        starting = asyncio.create_task(guild.start(patience=60))
        await login.until(1)

        await guild.stop()

        assert "can't be reached" not in caplog.text, "the login is broken off before it is given up"
        with pytest.raises(TimeoutError):
            await starting
        await guild.start()
        assert not (await guild.member.slash("series", series="metallic-rouge")).failed


# --- the store --------------------------------------------------------------------------------------------------------


async def test_a_store_that_somebody_locks_loses_nothing_and_is_told_of_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with many_places(tmp_path, 20) as (guild, places):
        await due_now(guild, 10)
        await until(guild, lambda: posted(guild, places) >= 30)
        async with written_by_another(guild):
            await until_logged(caplog, "can't be written down yet")
            await asyncio.sleep(24 if IS_LONG else 0)

        assert await settled(guild, 200) == ["sent"] * 200
        assert [len(standing(guild, place)) for place in places] == [10] * 20
        errors = [each.getMessage() for each in caplog.records if each.levelno >= logging.ERROR]
        assert len(errors) == len(set(errors)), errors
        assert all("locked by another program" in each for each in errors)
        assert any("can't be written down yet" in each for each in errors)
        said = [each.getMessage() for each in caplog.records]
        assert said.count("What was sent is written down again") == 1


async def held_up(path: Path) -> set[str]:
    """Why posts wait, or have failed, once something does; as another program sees it."""
    reasons = "SELECT reason FROM deliveries WHERE reason IS NOT NULL"
    with closing(sqlite3.connect(path)) as other:
        async with asyncio.timeout(PATIENCE):
            while True:
                if found := {reason for (reason,) in other.execute(reasons)}:
                    return found
                await asyncio.sleep(0.05)


async def test_a_post_that_cant_be_read_again_in_time_waits_for_the_store(tmp_path: Path) -> None:
    """As on a host that has no time for it: whoever wants to read waits longer than anybody may."""
    async with many_places(tmp_path, 1) as (guild, [place]):
        first = HeldAnswer()
        asked = Counted(first)
        guild.sandbox.faults.add(asked)
        titles = await due_now(guild, 3)
        await asked.until(1)
        async with AsyncExitStack() as readers:
            for _ in range(READERS):
                await readers.enter_async_context(guild.database.read())
            await guild.jump(timedelta(seconds=2))  # so that what is in hand is read again before it is sent
            first.let_go.set()
            assert await held_up(guild.database_path) == {"the bot's database can't be used right now"}

        assert await settled(guild, 3) == ["sent"] * 3
        assert sorted(standing(guild, place)) == titles


# --- the clock --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("jump", [timedelta(days=1), timedelta(days=-1)])
async def test_a_clock_that_jumps_while_posts_wait_posts_each_once(tmp_path: Path, jump: timedelta) -> None:
    async with many_places(tmp_path, 10) as (guild, places):
        titles = await due_now(guild, 10)
        await until(guild, lambda: posted(guild, places) >= 20)
        await guild.jump(jump)
        if jump > timedelta(0):
            await until(guild, lambda: posted(guild, places) >= 60)
        else:
            await at_rest(guild)
            assert posted(guild, places) < 100, "it is due tomorrow"
        await guild.jump(-jump)

        assert await settled(guild, 100) == ["sent"] * 100
        assert all(sorted(standing(guild, place)) == sorted(titles) for place in places)
        async with guild.database.read() as db:
            attempts = (await db.execute(select(deliveries.c.attempts))).scalars()
            assert set(attempts) == {1}


# --- company ----------------------------------------------------------------------------------------------------------


async def test_two_bots_share_hundreds_of_posts_and_one_takes_over_the_others_at_once(tmp_path: Path) -> None:
    async with many_places(tmp_path, 20) as (guild, places):
        async with guild.another_bot() as second:
            await due_now(guild, 10)
            await until(guild, lambda: posted(guild, places) >= 40)
            second.schedule.wake()
            await until(guild, lambda: posted(guild, places) >= 100)
        guild.running.schedule.wake()

        assert await settled(guild, 200) == ["sent"] * 200
        assert [len(standing(guild, place)) for place in places] == [10] * 20
        assert {reason for _, reason in await outcomes(guild)} <= {None, "it was in the channel already"}
