"""Notices told to moderators: where they chose, else in the system channel, else to who subscribed, or the owner."""

import asyncio
import contextlib
import hashlib
import logging
import math
import random
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from dataclasses import replace

import aiohttp
import discord

from bot.clock import Clock
from bot.database.engine import Connection, Database
from bot.delivery.claims import read_subjects
from bot.delivery.discord_send import (
    SERVER_ERRORS,
    TOO_MANY,
    UNAUTHORIZED,
    NoMessage,
    cut_short,
    is_discords_own,
    may_be_an_outage,
)
from bot.delivery.model import NONCE_LENGTH, SEND_WITHIN, wait_before_retry
from bot.delivery.notices import Notice, NoticeKind
from bot.delivery.render.notices import notice_text
from bot.delivery.settle import STORE_RETRY_SECONDS, let_end
from bot.delivery.store import guilds, notices
from bot.delivery.store.subjects import SeenKey
from bot.discord_compat import is_obfuscated
from bot.errors import StoreError
from bot.ui.snowflakes import named

_log = logging.getLogger(__name__)

AT_ONCE = 4
"""So many guilds are told at the same time."""
ENDS_WITHIN = 5.0


def may_tell(channel: discord.TextChannel) -> bool:
    """Whether the bot may see a channel and write there: a notice takes no more."""
    return not is_obfuscated(channel) and channel.permissions_for(channel.guild.me).send_messages


def open_place(guild: discord.Guild, chosen_id: int | None) -> discord.TextChannel | None:
    """The channel in which a guild's moderators are told things: the chosen one, else the system channel.

    None where neither can be written to.
    """
    return next(_open_places(guild, chosen_id), None)


def _open_places(
    guild: discord.Guild, chosen_id: int | None, about: Iterable[Notice] = ()
) -> Iterator[discord.TextChannel]:
    chosen = None if chosen_id is None else guild.get_channel(chosen_id)
    if isinstance(chosen, discord.TextChannel) and may_tell(chosen):
        yield chosen
    system = guild.system_channel
    closed = {each.channel_id for each in about if each.kind is NoticeKind.PAUSED}
    if system is not None and system != chosen and system.id not in closed and may_tell(system):
        yield system


async def _named(db: Connection, batches: Sequence[notices.Batch]) -> list[notices.Batch]:
    """The batches with what their posts are about. Raises `StoreError`."""
    about = {each.id: key for batch in batches for each in batch.notices if (key := _key(each)) is not None}
    subjects, _ = await read_subjects(db, about.values())
    return [
        replace(
            batch,
            notices=tuple(
                replace(each, subject=subjects.get(about[each.id])) if each.id in about else each
                for each in batch.notices
            ),
        )
        for batch in batches
    ]


def _key(notice: Notice) -> SeenKey | None:
    return None if notice.step is None else (notice.step.kind, notice.step.id, notice.guild_id)


class _Closed(Exception):
    """Nothing can be told there until somebody changes something."""


class Teller:
    """Tells the notices that wait, beside the posts. `ring()` when there may be some; `stop()` ends it."""

    def __init__(self, client: discord.Client, database: Database, clock: Clock) -> None:
        self._client = client
        self._database = database
        self._clock = clock
        self._bell = asyncio.Event()
        self._again: asyncio.TimerHandle | None = None
        self._stopping = False
        self._running: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to tell. Needs a running event loop."""
        self._running = asyncio.create_task(self._tell_forever(), name="tell moderators")

    def ring(self) -> None:
        """There may be something to tell."""
        self._bell.set()

    async def stop(self) -> None:
        """Tell no more. What isn't finished in time is told again by whoever comes next, with the same nonce."""
        self._stopping = True
        self._bell.set()
        if self._again is not None:
            self._again.cancel()
        await let_end(self._running, ENDS_WITHIN)

    async def _tell_forever(self) -> None:
        is_logged = False
        while not self._stopping:
            await self._bell.wait()
            self._bell.clear()
            try:
                wait = await self._tell_what_is_due()
                is_logged = False
            except Exception as error:  # noqa: BLE001 - whatever it was, the moderators must still be told
                if not is_logged:
                    ours = isinstance(error, StoreError)
                    _log.error("Moderators can't be told: %s", error, exc_info=None if ours else error)
                is_logged = True
                wait = STORE_RETRY_SECONDS
            self._ring_in(wait)

    def _ring_in(self, seconds: float | None) -> None:
        if self._again is not None:
            self._again.cancel()
            self._again = None
        if seconds is not None and not self._stopping:
            self._again = asyncio.get_running_loop().call_later(seconds, self.ring)

    async def _tell_what_is_due(self) -> float | None:
        """Tell it; the seconds until there may be more, None where nothing waits."""
        while self._client.is_ready() and not self._stopping:
            async with self._database.read() as db:
                at = await notices.next_at(db)
            if at is None or (left := (at - self._clock()).total_seconds()) > 0:
                return None if at is None else math.ceil(left * 100) / 100
            async with self._database.write() as db:
                batches = await _named(db, await notices.claim(db, self._clock()))
            turns = asyncio.Semaphore(AT_ONCE)
            ended = await asyncio.gather(*(self._tell(batch, turns) for batch in batches), return_exceptions=True)
            for error in ended:
                if error is not None:  # the others were told; this one is told once its lease has ended
                    raise error
        return None

    async def _tell(self, batch: notices.Batch, turns: asyncio.Semaphore) -> None:
        async with turns:
            if self._stopping:
                return
            guild = self._client.get_guild(batch.guild_id)
            if may_be_an_outage(self._client, batch.guild_id):
                await self._try_again(batch.notices)
            elif guild is None:
                await self._give_up(batch.notices)
            elif not await self._told_in_a_channel(guild, batch.notices):
                await self._tell_each(guild, batch.notices)

    async def _tell_each(self, guild: discord.Guild, batch: Sequence[Notice]) -> None:
        for recipient in dict.fromkeys(each.recipient_id for each in batch):
            theirs = [each for each in batch if each.recipient_id == recipient]
            try:
                if not await self._told_directly(guild, recipient, theirs):
                    await self._give_up(theirs)
            except _MAY_PASS:
                await self._try_again(theirs)

    async def _told_directly(self, guild: discord.Guild, recipient: int, batch: Sequence[Notice]) -> bool:
        """Whether who subscribed could be told, or else the server's owner, who is there as long as the server is."""
        text = notice_text(batch, server=guild.name)
        for person in dict.fromkeys((recipient, guild.owner_id or recipient)):
            with contextlib.suppress(_Closed):
                await self._tell_directly(person, batch, text)
                return True
        return False

    async def _told_in_a_channel(self, guild: discord.Guild, batch: Sequence[Notice]) -> bool:
        """Whether it needn't be told elsewhere: a channel took it, or may take it later."""
        async with self._database.read() as db:
            chosen = await guilds.notices_channel(db, guild.id)
        for channel in _open_places(guild, chosen, batch):
            try:
                await self._send(channel, batch, notice_text(batch))
            except _Closed as closed:
                _log.info("Guild %d can't be told in channel %d: %s", guild.id, channel.id, closed)
            except _MAY_PASS:
                await self._try_again(batch)
                return True
            else:
                return True
        return False

    async def _tell_directly(self, recipient: int, batch: Sequence[Notice], text: str) -> None:
        """Tell one person. Raises `_Closed` where they take no messages, and what `_MAY_PASS` names."""
        async with self._bounded():
            direct = await self._client.create_dm(named(recipient))
        await self._send(direct, batch, text)

    async def _send(self, place: discord.abc.Messageable, batch: Sequence[Notice], text: str) -> None:
        """Send it and write that down. Raises `_Closed`, and what `_MAY_PASS` names."""
        async with self._bounded():
            await place.send(text, nonce=self._nonce(batch))
        async with self._database.write() as db:
            await notices.told(db, [each.id for each in batch], self._clock())

    @contextlib.asynccontextmanager
    async def _bounded(self) -> AsyncIterator[None]:
        """A request that takes no longer than one may. Raises `_Closed` where Discord itself refuses it for good."""
        try:
            async with cut_short(self._client, SEND_WITHIN):
                yield
        except discord.HTTPException as refused:
            if _may_pass(refused):
                raise
            raise _Closed(f"{refused.status} ({refused.code})") from refused

    def _nonce(self, batch: Sequence[Notice]) -> str:
        """The same for the same notices, so that Discord refuses a second copy after a crash."""
        ids = " ".join(str(each.id) for each in batch)
        return hashlib.sha256(f"{self._database.identity} notices {ids}".encode()).hexdigest()[:NONCE_LENGTH]

    async def _try_again(self, batch: Sequence[Notice]) -> None:
        at = self._clock() + wait_before_retry(batch[0].attempts, random.random())  # noqa: S311 - spreads load
        async with self._database.write() as db:
            await notices.try_again(db, [each.id for each in batch], at)

    async def _give_up(self, batch: Sequence[Notice]) -> None:
        _log.warning(
            "Nobody could be told of %s in guild %d: no channel is open, and neither person takes messages",
            ", ".join(sorted({str(each.channel_id) for each in batch})),
            batch[0].guild_id,
        )
        async with self._database.write() as db:
            await notices.give_up(db, [each.id for each in batch])


_MAY_PASS = (discord.DiscordException, aiohttp.ClientError, OSError, NoMessage)
"""Discord's or the network's trouble."""


def _may_pass(refused: discord.HTTPException) -> bool:
    """Whether a refusal may pass by itself; one of the token ends the bot, and the next process tells."""
    closed = is_discords_own(refused) and refused.status < SERVER_ERRORS
    return not closed or refused.status in {TOO_MANY, UNAUTHORIZED}
