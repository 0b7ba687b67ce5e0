"""A guild of the sandbox with the real bot in it, as a test sees it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.app import App
from bot.catalogue.records import Catalogues
from bot.catalogue.sources.bangumi.snapshot import SNAPSHOT
from bot.clock import SYSTEM_CLOCK
from bot.database.engine import Database
from bot.settings import Settings, load
from sandbox import Sandbox
from sandbox.client.user import SandboxUser
from sandbox.clock import SandboxClock
from tests.database.stores import with_starter
from tests.discord_contract import contract
from tests.patience import PATIENCE

BEGAN = SYSTEM_CLOCK()
"""When the tests began: by then the bot has its starter catalogue, where a test names no other time."""
UNHURRIED = timedelta(days=1)
"""How long the bot has for a first answer, on the sandbox's clock: a busy machine fails no test."""


@dataclass
class SandboxGuild:
    """The sandbox's first guild, its people, and the bot that was started against it. `restart()` starts it anew."""

    sandbox: Sandbox
    database_path: Path
    people: dict[str, SandboxUser]
    overrides: dict[str, Any] = field(default_factory=dict)
    clock_ahead: timedelta = timedelta(0)
    """How far the bot's clock is ahead of Discord's."""
    catalogues: Catalogues | None = None
    """Where the bot looks series up."""
    snapshot: Path = SNAPSHOT
    """What a new store begins with, where that isn't switched off."""
    app: App | None = None
    _running: asyncio.Task[None] | None = None

    @property
    def id(self) -> int:
        return self.sandbox.guild_id

    @property
    def channels(self) -> dict[str, int]:
        return self.sandbox.channels

    @property
    def moderator(self) -> SandboxUser:
        return self.people["moderator"]

    @property
    def member(self) -> SandboxUser:
        return self.people["member"]

    @property
    def guest(self) -> SandboxUser:
        """A second member."""
        return self.people["guest"]

    @property
    def owner(self) -> SandboxUser:
        """Who runs the bot."""
        return self.people["owner"]

    @property
    def moderator_id(self) -> int:
        return self.sandbox.users["moderator"].id

    @property
    def role_id(self) -> int:
        """The role that posts may ping."""
        return self.sandbox.roles["Anime"]

    @property
    def clock(self) -> SandboxClock:
        return self.sandbox.clock

    @property
    def running(self) -> App:
        assert self.app is not None, "the bot is down"
        return self.app

    @property
    def database(self) -> Database:
        return self.running.database

    def settings(self) -> Settings:
        """What a bot is started with here: what it would begin by itself is left to the tests that are about it."""
        here: dict[str, Any] = {
            "discord_token": self.sandbox.token,
            "discord_api_url": self.sandbox.api_url,
            "database_url": f"sqlite+aiosqlite:///{self.database_path}",
            "owner_ids": frozenset({self.sandbox.owner_id}),
            "anilist_url": "",
            "catalogue_url": "",
            "catalogue_snapshot": False,
            "animeschedule_token": None,
            "backup_keep": 0,
        }
        return load(_env_file=None, **(here | self.overrides))

    @asynccontextmanager
    async def another_bot(self) -> AsyncIterator[App]:
        """One more on the same store, which nothing wakes when the clock is set."""
        app = await App.open(self.settings(), clock=self.clock.now)
        running = asyncio.create_task(app.run())
        try:
            await _ready(app)
            yield app
        finally:
            app.stop()
            await running
            await app.close()

    async def start(self, patience: float = PATIENCE) -> None:
        """Start the bot and wait, for so many seconds at most, until it has joined and has tried to give commands."""
        self.app = await App.open(
            self.settings(),
            clock=lambda: self.clock.now() + self.clock_ahead,
            catalogues=self.catalogues,
            snapshot=self.snapshot,
        )
        self.clock.on_set(self.app.schedule.note_set_clock)
        self._running = asyncio.create_task(self.app.run())
        ready = asyncio.create_task(_ready(self.app))
        done, _ = await asyncio.wait({self._running, ready}, timeout=patience, return_when=asyncio.FIRST_COMPLETED)
        if ready not in done:
            ready.cancel()
            if self._running in done:
                await self._running  # raises why
            raise TimeoutError("the bot did not get ready")
        await self._until_told_of()

    async def _until_told_of(self) -> None:
        """A bot is ready when no guild has come for a while; on a busy machine ours may come later."""
        while self.sandbox.guild.available and self.sandbox.guild.present:
            told = self.running.client.get_guild(self.id)
            if told is not None and not told.unavailable:
                return
            await asyncio.sleep(0.01)

    async def stop(self) -> None:
        """Stop the bot as an operator would."""
        if self.app is not None and self._running is not None:
            self.app.stop()
            try:
                await self._running
            finally:
                await self.app.close()
                self.app = self._running = None

    @property
    def finished(self) -> asyncio.Task[None] | None:
        """Ends when the bot has; with the error that ended it."""
        return self._running

    async def restart(self) -> None:
        """Stop the bot and start it anew on the same store."""
        await self.stop()
        await self.start()

    async def jump(self, to: str | datetime | timedelta) -> None:
        """Set the clock that Discord and the bot share, to an ISO instant or forward by a length."""
        if isinstance(to, timedelta):
            self.clock.advance(to)
        else:
            self.clock.set(datetime.fromisoformat(to) if isinstance(to, str) else to)

    def complaints(self) -> list[str]:
        """What Discord's own description says against the requests that the bot made so far."""
        held_against = contract()
        if held_against is None:
            return []
        # What is refused for its token or its rate is not read.
        read = [request for request in self.sandbox.recorded if request.status not in {401, 429}]
        return [complaint for request in read for complaint in held_against.complaints(request)]


async def _ready(app: App) -> None:
    """Wait until a bot has joined the gateway, and Discord has its commands or wouldn't take them."""
    await app.client.joined.wait()
    await app.command_sync.tried.wait()


@asynccontextmanager
async def sandbox_guild(
    folder: Path,
    *,
    at: str | None = None,
    start: bool = True,
    rate_limits: bool = True,
    catalogues: Catalogues | None = None,
    **overrides: Any,  # noqa: ANN401 - each is checked by its setting
) -> AsyncIterator[SandboxGuild]:
    """A guild with the bot in it; `overrides` are settings. Every request is held against Discord's description."""
    sandbox = await Sandbox.start(
        at=datetime.fromisoformat(at) if at else None, deadline=UNHURRIED, rate_limits=rate_limits
    )
    people = {name: sandbox.person(name) for name in ("moderator", "member", "guest", "owner")}
    store = folder / "yokoku.db"
    if not store.exists():
        with_starter(store, BEGAN if at is None else datetime.fromisoformat(at))
    guild = SandboxGuild(sandbox, store, people, dict(overrides))
    guild.catalogues = catalogues
    try:
        if start:
            await guild.start()
        yield guild
        complaints = guild.complaints()
        assert not complaints, "\n".join(complaints)
    finally:
        await guild.stop()
        for person in people.values():
            await person.close()
        await sandbox.close()
