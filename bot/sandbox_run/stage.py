"""The sandbox with the bot in it, from start to end and from reset to reset: its port, its folder, its browser.

What the sandbox is told of posts: what will be due in any guild, and what became of what was due.
"""

import asyncio
import contextlib
import functools
import logging
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from bot import settings
from bot.running import run_bot
from sandbox import Sandbox

if TYPE_CHECKING:
    from bot.app import App
import errno
import heapq
import os
import subprocess
import sys
from collections.abc import Mapping

from bot.clock import Clock
from bot.database import backups
from bot.database.engine import Connection, Database
from bot.delivery.health import LogEntry
from bot.delivery.model import LATE_AFTER, State
from bot.delivery.render.updates import named, step
from bot.delivery.store import forecast, guilds, health
from bot.delivery.store.subjects import SeenKey, subjects_seen
from bot.errors import OperatorError, StoreError
from bot.ui.text import as_shown, length
from sandbox.gateway.starts import SPACING
from sandbox.outlook import Delivered, Expected, UntoldError
from sandbox.world.nonces import REAL_SECONDS
from sandbox.world.storage import FILE_NAME, StorageError

_OF_NO_NEWS_HERE = ("alembic.runtime.migration", "discord")
"""Loggers that tell an operator what a bot on Discord itself does; who tries it out would look for what went wrong."""

STOPS_WITHIN = 20.0
"""So many seconds the bot has for what is in flight when it is stopped: more than its own bounds let it take, however
busy the machine is and whatever trouble is played. What is broken off then is what a bot that was killed leaves, which
its next start takes up."""

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


async def run_alone(options: SandboxOptions, stop: asyncio.Event) -> None:
    """Run a sandbox without a bot until `stop`, anew after each reset. Raises `OperatorError`."""
    await _round_by_round(options, stop, _wait, begins=None)


async def rehearse(options: SandboxOptions, stop: asyncio.Event) -> None:
    """Run the sandbox with the bot in it until `stop`, anew after each reset. Raises `OperatorError`."""
    for name in _OF_NO_NEWS_HERE:
        logging.getLogger(name).setLevel(logging.WARNING)
    await _round_by_round(options, stop, _play, begins=STORY_BEGINS)


async def _round_by_round(options: SandboxOptions, stop: asyncio.Event, play: Play, *, begins: datetime | None) -> None:
    """Give one world after another to `play`; each is thrown away by a reset. A new one begins at `begins`, or now.

    Raises `OperatorError`, before anything is touched, for a folder that isn't a sandbox's.
    """
    if options.data is not None:
        require_own(options.data)
    goes_on = True
    while goes_on:
        at = options.at or (None if has_world(options.data) else begins)
        with contextlib.ExitStack() as passing:
            folder = options.data or Path(passing.enter_context(tempfile.TemporaryDirectory(prefix="yokoku-")))
            discord = await start(options.port, at, options.data, options.say)
            try:
                options.opened(discord)
                goes_on = await play(options, discord, folder, stop)
            finally:
                await discord.close()
            if goes_on:
                throw_away(folder)
        options = replace(options, port=discord.port, opens_browser=False)


async def _wait(_: SandboxOptions, discord: Sandbox, __: Path, stop: asyncio.Event) -> bool:
    reset = asyncio.Event()
    discord.on_reset(reset.set)
    await _first_of(asyncio.create_task(stop.wait()), asyncio.create_task(reset.wait()))
    return reset.is_set() and not stop.is_set()


async def _play(options: SandboxOptions, discord: Sandbox, folder: Path, stop: asyncio.Event) -> bool:
    reset, stopping, turn = asyncio.Event(), asyncio.Event(), asyncio.Lock()
    discord.on_reset(reset.set)
    beside = functools.partial(_beside, discord, turn, opens_browser=options.opens_browser and is_there())
    chosen = settings.load(
        discord_token=discord.token,
        discord_api_url=discord.api_url,
        database_url=f"sqlite+aiosqlite:///{folder / STORE_NAME}",
        owner_ids=frozenset({discord.owner_id}),
        sync_guild_id=None,
        anilist_url="",
        catalogue_url="",
        animeschedule_token=None,
    )
    running = asyncio.create_task(run_bot(chosen, stopping, discord.clock.now, beside))
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


@contextlib.asynccontextmanager
async def _beside(discord: Sandbox, turn: asyncio.Lock, app: "App", *, opens_browser: bool) -> AsyncIterator[None]:
    """Have the sandbox wake the bot when its clock is set, ask it for its posts, and hear the story."""
    # By now render and store have been read, for the bot.
    # gone
    from bot.sandbox_run.story import Story  # noqa: PLC0415

    discord.clock.on_set(app.schedule.note_set_clock)
    discord.outlook = StoreOutlook(app.database, app.clock)
    telling = asyncio.create_task(Story(discord, turn).tell(app.client.joined, app.command_sync.tried))
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
    show(url)


def is_there(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether a person sits at this machine, with a browser in front of them."""
    if not sys.stdout.isatty() or environment.get("CI"):
        return False
    if environment.get("BROWSER"):
        return True
    if sys.platform in {"win32", "darwin"}:
        return not environment.get("SSH_CONNECTION")
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def show(url: str) -> None:
    """Open a page without waiting; that a browser is broken is no reason to end, or to say anything.

    In a process of its own, which Ctrl+C doesn't reach: some browsers talk all the time, and some end with who called.
    """
    quiet = subprocess.DEVNULL
    command = [sys.executable, "-m", "webbrowser", "-t", url]
    with contextlib.suppress(OSError):
        subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)  # noqa: S603 - ours


MOST_TRIED = 20
HIGHEST = 65535


async def start(port: int, at: datetime | None, data: Path | None, say: Callable[[str], None]) -> Sandbox:
    """Start a sandbox at a port, or at the next that is free, and say so. Raises `OperatorError`."""
    for tried in range(port, min(port + MOST_TRIED, HIGHEST) + 1):
        try:
            sandbox = await Sandbox.start(
                port=tried, at=at, data=data, record=False, identify_spacing=SPACING, nonce_seconds=REAL_SECONDS
            )
        except StorageError as error:
            raise OperatorError(f"--data: {error}") from None
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                continue
            raise OperatorError(f"--port {tried}: {error}. Choose another port, or 0 for a free one.") from None
        if tried != port:
            say(f"Port {port} is in use. Using {tried} instead.")
        return sandbox
    raise OperatorError(f"--port {port}: this port and the next {MOST_TRIED} are in use. Choose another.")


STORE_NAME = "yokoku.db"
_SQLITE_ENDINGS = ("", "-wal", "-shm", "-journal")


def has_world(folder: Path | None) -> bool:
    """Tell whether a world was kept in a folder before."""
    return folder is not None and (folder / FILE_NAME).exists()


def require_own(folder: Path) -> None:
    """Raise `OperatorError` where a bot's store, or a backup of it, lies without a sandbox's world.

    It is that of a bot on Discord itself, and a reset would throw it away.
    """
    store = folder / STORE_NAME
    theirs = [each for each in (store, *backups.lying_at(store)) if each.exists()]
    if theirs and not has_world(folder):
        raise OperatorError(f"--data: {theirs[0]} belongs to a real bot, not to a sandbox. Choose another folder.")


def throw_away(folder: Path) -> None:
    """Delete what the sandbox and the bot kept there, and nothing else. Neither may be running.

    Raises `OperatorError` for what can't be deleted.
    """
    ours = [folder / f"{name}{ending}" for name in (FILE_NAME, STORE_NAME) for ending in _SQLITE_ENDINGS]
    ours += [*folder.glob(f"{STORE_NAME}.*.claimant"), *backups.lying_at(folder / STORE_NAME)]
    try:
        for file in ours:
            file.unlink(missing_ok=True)
    except OSError as error:
        raise OperatorError(f"--data: a reset can't delete everything: {error}") from None
    with contextlib.suppress(OSError):  # something of somebody else's lies in it, or it isn't there
        backups.folder_of(folder / STORE_NAME).rmdir()


# --- what the sandbox is told -----------------------------------------------------------------------------------------


class StoreOutlook:
    """Reads the bot's store, by the bot's clock. Its methods raise `UntoldError` when that can't be read now."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def due(self, limit: int) -> list[Expected]:
        """Give at most `limit` posts that will be due as all dates stand, the soonest first."""
        async with self._read() as db:
            coming = await forecast.coming_anywhere(db, self._clock(), most=limit)
            keys = [(fact.kind, fact.id, subscription.guild_id) for subscription, fact in coming]
            about = await subjects_seen(db, keys)
        return [
            Expected(fact.due_at, as_shown(named(about.get(key), fact.kind) + step(fact.lead)), subscription.channel_id)
            for (subscription, fact), key in zip(coming, keys, strict=True)
        ]

    async def delivered(self, limit: int) -> list[Delivered]:
        """Give at most `limit` posts that were due, the latest first; what is to be tried again too."""
        now = self._clock()
        async with self._read() as db:
            logs = {each: await health.latest(db, each, most=limit, now=now) for each in await guilds.known(db)}
            found = [(guild_id, entry) for guild_id, log in logs.items() for entry in log]
            latest = heapq.nlargest(limit, found, key=lambda each: (each[1].due_at, each[1].id))
            about = await subjects_seen(db, {_key(guild_id, entry) for guild_id, entry in latest})
        return [
            Delivered(
                entry.due_at,
                as_shown(named(about.get(_key(guild_id, entry)), entry.kind) + step(entry.lead)),
                entry.channel_id,
                entry.state.value,
                entry.reason or _understood(entry),
                entry.message_id,
                entry.next_try_at,
            )
            for guild_id, entry in latest
        ]

    @contextlib.asynccontextmanager
    async def _read(self) -> AsyncIterator[Connection]:
        try:
            async with self._database.read() as db:
                yield db
        except StoreError as error:
            raise UntoldError(str(error)) from error


def _key(guild_id: int, entry: LogEntry) -> SeenKey:
    return entry.kind, entry.fact_id, guild_id


def _understood(entry: LogEntry) -> str | None:
    """Say what isn't written down, since it follows from the rest; None where nothing does.

    It is that the post came late, or that its channel is paused.
    """
    if entry.state is State.PENDING and entry.next_try_at is None:
        return "waits until the channel can be posted to again"
    late = entry.lateness
    return f"{length(late)} late" if late is not None and late > LATE_AFTER else None
