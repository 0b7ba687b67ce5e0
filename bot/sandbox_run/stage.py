"""The sandbox with the bot in it, from start to end, and from one reset to the next."""

import asyncio
import contextlib
import functools
import logging
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from bot import settings
from bot.running import run_bot
from bot.sandbox_run import browser, kept, ports
from sandbox import Sandbox

if TYPE_CHECKING:
    from bot.app import App

_OF_NO_NEWS_HERE = ("alembic.runtime.migration", "discord")
"""Loggers that tell an operator what a bot on Discord itself does; who tries it out would look for what went wrong."""

STOPS_WITHIN = 1.0
"""So many seconds the bot has for what is in flight when it is stopped; a trouble that is being played may hold it up
for long. What is broken off then is what a bot that was killed leaves, which its next start takes up."""

TOLD_WITHIN = 10.0
"""So many seconds a browser isn't opened while the bot joins and the story is told: all is there at first sight."""

STORY_BEGINS = datetime(2024, 1, 3, 16, 20, tzinfo=UTC)
"""Five minutes before a countdown, in the week before a premiere: something happens while one looks around."""


@dataclass(frozen=True, slots=True)
class SandboxOptions:
    """What was asked for. `at` is None for the time that was kept, or the beginning's; `data` for what isn't kept.

    `say` tells the person who started it a line; `opened` is called with each sandbox that is there.
    """

    port: int
    at: datetime | None
    data: Path | None
    say: Callable[[str], None]
    opened: Callable[[Sandbox], None]
    opens_browser: bool = False


Play: TypeAlias = Callable[[SandboxOptions, Sandbox, Path, asyncio.Event], Awaitable[bool]]
"""What is done with a sandbox, and a folder to keep things in, until an event; whether a reset ended it before."""


async def run_alone(wanted: SandboxOptions, stop: asyncio.Event) -> None:
    """Run a sandbox without a bot until `stop`, anew after each reset. Raises `OperatorError`."""
    await _round_by_round(wanted, stop, _wait, begins=None)


async def rehearse(wanted: SandboxOptions, stop: asyncio.Event) -> None:
    """Run the sandbox with the bot in it until `stop`, anew after each reset. Raises `OperatorError`."""
    for name in _OF_NO_NEWS_HERE:
        logging.getLogger(name).setLevel(logging.WARNING)
    await _round_by_round(wanted, stop, _play, begins=STORY_BEGINS)


async def _round_by_round(wanted: SandboxOptions, stop: asyncio.Event, play: Play, *, begins: datetime | None) -> None:
    """Give one world after another to `play`; each is thrown away by a reset. A new one begins at `begins`, or now.

    Raises `OperatorError`, before anything is touched, for a folder that isn't a sandbox's.
    """
    if wanted.data is not None:
        kept.require_own(wanted.data)
    goes_on = True
    while goes_on:
        at = wanted.at or (None if kept.has_world(wanted.data) else begins)
        with _folder(wanted.data) as folder:
            discord = await ports.start(wanted.port, at, wanted.data, wanted.say)
            try:
                wanted.opened(discord)
                goes_on = await play(wanted, discord, folder, stop)
            finally:
                await discord.close()
            if goes_on:
                kept.throw_away(folder)
        wanted = replace(wanted, port=discord.port, opens_browser=False)


async def _wait(_: SandboxOptions, discord: Sandbox, __: Path, stop: asyncio.Event) -> bool:
    reset = asyncio.Event()
    discord.on_reset(reset.set)
    await _first_of(asyncio.create_task(stop.wait()), asyncio.create_task(reset.wait()))
    return reset.is_set() and not stop.is_set()


@contextlib.contextmanager
def _folder(data: Path | None) -> Iterator[Path]:
    if data is not None:
        yield data
    else:
        with tempfile.TemporaryDirectory(prefix="yokoku-") as passing:
            yield Path(passing)


async def _play(wanted: SandboxOptions, discord: Sandbox, folder: Path, stop: asyncio.Event) -> bool:
    reset, stopping, turn = asyncio.Event(), asyncio.Event(), asyncio.Lock()
    discord.on_reset(reset.set)
    beside = functools.partial(_beside, discord, turn, opens_browser=wanted.opens_browser and browser.is_there())
    running = asyncio.create_task(run_bot(_settings(discord, folder), stopping, discord.clock.now, beside))
    try:
        ends = asyncio.create_task(stop.wait()), asyncio.create_task(reset.wait())
        await _first_of(*ends, running=running)
        await _stop(running, stopping, turn)
    finally:
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running
    return reset.is_set() and not stop.is_set()


async def _stop(running: asyncio.Task[None], stopping: asyncio.Event, turn: asyncio.Lock) -> None:
    """Let the bot end, which answers first what the story has just asked it; but not for long."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(STOPS_WITHIN):
            await turn.acquire()
            stopping.set()
            await asyncio.wait({running})


async def _first_of(*ends: asyncio.Task[bool], running: asyncio.Task[None] | None = None) -> None:
    """Wait for one of these, or for what is running to end by itself."""
    try:
        await asyncio.wait([*ends, *([running] if running else [])], return_when=asyncio.FIRST_COMPLETED)
    finally:
        for end in ends:
            end.cancel()


def _settings(discord: Sandbox, folder: Path) -> settings.Settings:
    return settings.load(
        discord_token=discord.token,
        discord_api_url=discord.api_url,
        database_url=f"sqlite+aiosqlite:///{folder / kept.STORE_NAME}",
        owner_ids=frozenset({discord.owner_id}),
        sync_guild_id=None,
        anilist_url="",
    )


@contextlib.asynccontextmanager
async def _beside(discord: Sandbox, turn: asyncio.Lock, app: "App", *, opens_browser: bool) -> AsyncIterator[None]:
    """Have the sandbox wake the bot when its clock is set, ask it for its posts, and hear the story."""
    # By now render and store have been read, for the bot.
    from bot.sandbox_run.outlook import StoreOutlook  # noqa: PLC0415
    from bot.sandbox_run.story import Story  # noqa: PLC0415

    discord.clock.on_set(app.schedule.wake)
    discord.outlook = StoreOutlook(app.database, app.clock)
    telling = asyncio.create_task(Story(discord, turn).tell(app.client.joined))
    tasks = [telling]
    if opens_browser:
        tasks.append(asyncio.create_task(_show(discord.url, telling)))
    try:
        yield
    finally:
        discord.outlook = None
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _show(url: str, telling: asyncio.Task[None]) -> None:
    await asyncio.wait({telling}, timeout=TOLD_WITHIN)
    browser.show(url)
