"""The slash commands, given to Discord in the background: posts go out whether it takes them or not."""

import asyncio
import contextlib
import logging
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final, TypeAlias

import discord
from discord.ext import commands

from bot.database.engine import Database
from bot.delivery.discord_send import TOO_MANY_REQUESTS, told_to_wait
from bot.delivery.store import guilds
from bot.workers import Loop, RecurringError, wait_before_retry

_log = logging.getLogger(__name__)

_Payload: TypeAlias = Sequence[Mapping[str, Any]]

REFUSED_WAIT: Final = timedelta(hours=1)
"""What Discord refuses (too many new commands in a day, a name, a guild without the scope) passes seldom and late."""
LONGEST_TROUBLE: Final = 300
"""Of what Discord says of its refusal, so many characters are kept."""
_COMPARED: Final = (
    "name",
    "description",
    "type",
    "nsfw",
    "default_member_permissions",
    "required",
    "autocomplete",
    "choices",
    "channel_types",
    "min_value",
    "max_value",
    "min_length",
    "max_length",
    "value",
    "options",
)
"""What of a command is compared. Discord adds ids, versions, and the defaults of what isn't given."""
_WHERE_GIVEN: Final = ("contexts", "integration_types")


class CommandSync:
    """Gives Discord the commands, for everybody or for one guild alone. `start()` once logged in, then `stop()`.

    Discord shows a command twice where it is both for everybody and a guild's own; elsewhere they are taken away. What
    Discord has already isn't given again. What it refuses is tried again, not before it says so. `ids` is filled with
    Discord's ids of the commands, by their names.
    """

    def __init__(
        self, client: commands.AutoShardedBot, database: Database, *, guild_id: int | None, ids: dict[str, int]
    ) -> None:
        self._client = client
        self._ids = ids
        self._database = database
        self._guild_id = guild_id
        self._failures = 0
        self.trouble: str | None = None
        """Why Discord hasn't the commands as they are now; None where nothing is known against it."""
        self.tried = asyncio.Event()
        """Set once the first try has ended, well or badly."""
        self.synced = asyncio.Event()
        """Set once Discord has the commands."""
        error = RecurringError(_log, "The commands can't be synced", "The commands can be synced again")
        self._loop = Loop(self._try, name="sync commands", error=error)

    def start(self) -> None:
        """Begin. Needs a running event loop, and a client that is logged in."""
        if self._guild_id is not None:
            # discord.py finds a command only where it is kept; those for everybody are answered until they are gone.
            self._client.tree.copy_global_to(guild=discord.Object(self._guild_id))
        self._loop.start()
        self._loop.notify()

    async def stop(self) -> None:
        """Break it off: the next start begins with it."""
        await self._loop.stop(0.0)

    async def _try(self) -> float | None:
        try:
            wait = await self._sync()
        except discord.HTTPException as error:
            is_refused = error.status < 500 and error.status != TOO_MANY_REQUESTS
            wait = max(REFUSED_WAIT if is_refused else self._wait(), told_to_wait(error))
            self._note(f"{error.status} ({error.code}): {' '.join(error.text.split())}"[:LONGEST_TROUBLE], wait)
        except discord.RateLimited as error:
            wait = told_to_wait(error)
            self._note("429: too many requests", wait)
        except (discord.DiscordException, OSError, TimeoutError, ValueError) as error:
            wait = self._wait()
            self._note(type(error).__name__, wait)
        finally:
            self.tried.set()
        if wait is None:
            self._failures, self.trouble = 0, None
            self.synced.set()
        return None if wait is None else wait.total_seconds()

    def _wait(self) -> timedelta:
        self._failures += 1
        return wait_before_retry(self._failures, 0)

    def _note(self, trouble: str, wait: timedelta) -> None:
        if trouble != self.trouble:
            _log.warning("Discord doesn't take the commands (%s). Tried again in %s; posts go out", trouble, wait)
        self.trouble = trouble

    async def _sync(self) -> timedelta | None:
        """Give the commands wherever they are to be, and say when to try again where Discord refused a guild."""
        payload = [command.to_dict(self._client.tree) for command in self._client.tree.get_commands()]
        if self._guild_id is not None:
            # Noted before Discord has them: whatever ends this, they are found again.
            async with self._database.write() as db:
                await guilds.note_own_commands(db, self._guild_id, has=True)
            try:
                await self._give(payload, self._guild_id)
            except (discord.Forbidden, discord.NotFound):
                self._note(f"SYNC_GUILD_ID: the bot can't give commands to the guild {self._guild_id}", REFUSED_WAIT)
                return REFUSED_WAIT
        await self._give(payload if self._guild_id is None else [], None)
        async with self._database.read() as db:
            elsewhere = await guilds.with_own_commands(db) - {self._guild_id}
        for guild_id in elsewhere:
            with contextlib.suppress(discord.Forbidden, discord.NotFound):  # the bot has left it, and its commands too
                await self._give([], guild_id)
            async with self._database.write() as db:
                await guilds.note_own_commands(db, guild_id, has=False)
        return None

    async def _give(self, payload: _Payload, guild_id: int | None) -> None:
        """Have these be the commands for everybody, or in a guild. Raises what discord.py raises."""
        http, application_id = self._client.http, self._client.application_id
        if application_id is None:
            raise discord.app_commands.MissingApplicationID
        if guild_id is None:
            given = await http.get_global_commands(application_id)
            if not is_same(payload, given):
                given = await http.bulk_upsert_global_commands(application_id, [dict(each) for each in payload])
            self._ids.update((each["name"], int(each["id"])) for each in given)
            _log.info("%d commands are synced for everybody", len(payload))
            return
        given = await http.get_guild_commands(application_id, guild_id)
        if not is_same(payload, given):
            given = await http.bulk_upsert_guild_commands(application_id, guild_id, [dict(each) for each in payload])
        self._ids.update((each["name"], int(each["id"])) for each in given)
        _log.info("%d commands are synced for the guild %d alone", len(payload), guild_id)


def is_same(ours: _Payload, theirs: _Payload) -> bool:
    """Tell whether Discord has these very commands: of what it adds, ids and versions, nothing counts."""
    there = {(each["type"], each["name"]): each for each in theirs}
    here = {(each["type"], each["name"]): each for each in ours}
    return here.keys() == there.keys() and all(_is_alike(each, there[key]) for key, each in here.items())


def _is_alike(ours: Any, theirs: Any) -> bool:  # noqa: ANN401 - JSON
    if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
        keys = [*_COMPARED, *(key for key in _WHERE_GIVEN if ours.get(key))]
        return all(_is_alike(ours.get(key), theirs.get(key)) for key in keys)
    if isinstance(ours, Sequence) and not isinstance(ours, str) and isinstance(theirs, Sequence):
        return len(ours) == len(theirs) and all(map(_is_alike, ours, theirs))
    # What isn't said is not so: Discord leaves out or fills in false, null and empty lists, and writes numbers as text.
    return (ours or None) == (theirs or None) or str(ours) == str(theirs)
