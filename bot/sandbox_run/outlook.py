"""What the sandbox is told of posts: what will be due in any guild, and what became of what was due."""

import contextlib
import heapq
from collections.abc import AsyncIterator

from bot.clock import Clock
from bot.database.engine import Connection, Database
from bot.delivery.health import LogEntry
from bot.delivery.model import LATE_AFTER, State
from bot.delivery.render.updates import named, step
from bot.delivery.store import forecast, guilds, health
from bot.delivery.store.subjects import SeenKey, subjects_seen
from bot.errors import StoreError
from bot.ui.text import as_shown, length
from sandbox.outlook import Delivered, Expected, UntoldError


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
