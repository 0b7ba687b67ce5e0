"""Notices told to moderators: where they chose, else in the system channel, else to who subscribed, or the owner."""

import asyncio
import contextlib
import hashlib
import logging
import math
import random
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

import aiohttp
import discord

from bot.catalogue.lost_entries import lost_entries
from bot.clock import Clock
from bot.database.engine import Connection, Database
from bot.delivery.claims import read_subjects
from bot.delivery.discord_permissions import missing_to_tell, timed_out_until
from bot.delivery.discord_send import (
    SERVER_ERRORS,
    TOO_MANY_REQUESTS,
    UNAUTHORIZED,
    NoMessage,
    cut_short,
    is_discords_own,
    may_be_an_outage,
)
from bot.delivery.model import NONCE_LENGTH, SEND_WITHIN
from bot.delivery.notices import Notice, NoticeKind
from bot.delivery.render.notices import notice_buttons, notice_text
from bot.delivery.store import guilds, notices
from bot.delivery.store.subjects import SeenKey
from bot.ui.components import named
from bot.workers import Loop, RecurringError, wait_before_retry

_log = logging.getLogger(__name__)

NOTICE_CONCURRENCY = 4
"""So many guilds are told at the same time."""
NOTICE_STOP_SECONDS = 5.0


def open_place(guild: discord.Guild, chosen_id: int | None, now: datetime) -> discord.TextChannel | None:
    """Find the channel for notices to a guild's moderators: the chosen one, else the system channel.

    Gives None where neither can be written to, as during a timeout.
    """
    return next(_open_places(guild, chosen_id, now), None)


def _open_places(
    guild: discord.Guild, chosen_id: int | None, now: datetime, about: Iterable[Notice] = ()
) -> Iterator[discord.TextChannel]:
    if timed_out_until(guild, now) is not None:
        return
    chosen = None if chosen_id is None else guild.get_channel(chosen_id)
    if isinstance(chosen, discord.TextChannel) and not missing_to_tell(chosen):
        yield chosen
    system = guild.system_channel
    closed = {each.channel_id for each in about if each.kind is NoticeKind.PAUSED}
    if system is not None and system != chosen and system.id not in closed and not missing_to_tell(system):
        yield system


async def _named(db: Connection, batches: Sequence[notices.Batch]) -> list[notices.Batch]:
    """Give the batches with what their posts are about. Raises `StoreError`."""
    about = {each.id: key for batch in batches for each in batch.notices if (key := _key(each)) is not None}
    subjects, _ = await read_subjects(db, about.values())
    lost = {each.series_id for batch in batches for each in batch.notices if each.series_id is not None}
    entries = await lost_entries(db, lost) if lost else {}
    return [
        replace(
            batch,
            notices=tuple(
                replace(each, subject=subjects.get(about[each.id]) if each.id in about else None)
                if each.series_id is None
                else replace(each, entry=entries.get(each.series_id))
                for each in batch.notices
            ),
        )
        for batch in batches
    ]


def _key(notice: Notice) -> SeenKey | None:
    return None if notice.step is None else (notice.step.kind, notice.step.id, notice.guild_id)


class _Closed(Exception):
    """Nothing can be told there until somebody changes something."""


class NoticeSender:
    """Tells the notices that wait, beside the posts. `notify()` when there may be some; `stop()` ends it."""

    def __init__(self, client: discord.Client, database: Database, clock: Clock) -> None:
        self._client = client
        self._database = database
        self._clock = clock
        error = RecurringError(_log, "Moderators can't be told", "Moderators are told again")
        self._loop = Loop(self._tell_some, name="tell moderators", error=error)

    def start(self) -> None:
        """Begin to send notices. Needs a running event loop."""
        self._loop.start()

    def notify(self) -> None:
        """Look soon for notices to send."""
        self._loop.notify()

    async def stop(self) -> None:
        """Send no more notices.

        What isn't finished in time is sent again by whoever comes next, with the same nonce.
        """
        await self._loop.stop(NOTICE_STOP_SECONDS)

    async def _tell_some(self) -> float | None:
        """Send the notices that are due, and give the seconds until more may be; None where nothing waits."""
        if not self._client.is_ready():
            return None
        async with self._database.read() as db:
            at = await notices.next_at(db)
        if at is None or (left := (at - self._clock()).total_seconds()) > 0:
            return None if at is None else math.ceil(left * 100) / 100
        async with self._database.write() as db:
            batches = await _named(db, await notices.claim(db, self._clock()))
        turns = asyncio.Semaphore(NOTICE_CONCURRENCY)
        ended = await asyncio.gather(*(self._tell(batch, turns) for batch in batches), return_exceptions=True)
        for error in ended:
            if error is not None:  # the others were told; this one is told once its lease has ended
                raise error
        return 0

    async def _tell(self, batch: notices.Batch, turns: asyncio.Semaphore) -> None:
        async with turns:
            if self._loop.is_closed:
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
        """Send to whoever subscribed, or else to the server's owner, and tell whether either took it.

        The owner is there as long as the server is.
        """
        # Discord shows a role's mention in its own server only.
        roles = {role.id: role.name for each in batch if each.role_id and (role := guild.get_role(each.role_id))}
        text = notice_text(batch, server=guild.name, roles=roles)
        for person in dict.fromkeys((recipient, guild.owner_id or recipient)):
            with contextlib.suppress(_Closed):
                async with self._bounded():
                    direct = await self._client.create_dm(named(person))
                await self._send(direct, batch, text)
                return True
        return False

    async def _told_in_a_channel(self, guild: discord.Guild, batch: Sequence[Notice]) -> bool:
        """Send to a channel, and tell whether nobody need be written to: one took it, or may take it later."""
        async with self._database.read() as db:
            chosen = await guilds.notices_channel(db, guild.id)
        for channel in _open_places(guild, chosen, self._clock(), batch):
            try:
                await self._send(channel, batch, notice_text(batch), buttons=notice_buttons(batch))
            except _Closed as closed:
                _log.info("Guild %d can't be told in channel %d: %s", guild.id, channel.id, closed)
            except _MAY_PASS:
                await self._try_again(batch)
                return True
            else:
                return True
        return False

    async def _send(
        self,
        place: discord.abc.Messageable,
        batch: Sequence[Notice],
        text: str,
        *,
        buttons: discord.ui.View | None = None,
    ) -> None:
        """Send a notice and write that down. Raises `_Closed`, and what `_MAY_PASS` names."""
        # The nonce is the same for the same notices, so that Discord refuses a copy after a crash.
        ids = " ".join(str(each.id) for each in batch)
        nonce = hashlib.sha256(f"{self._database.identity} notices {ids}".encode()).hexdigest()[:NONCE_LENGTH]
        async with self._bounded():
            await (place.send(text, nonce=nonce) if buttons is None else place.send(text, nonce=nonce, view=buttons))
        async with self._database.write() as db:
            await notices.mark_sent(db, [each.id for each in batch], self._clock())

    @contextlib.asynccontextmanager
    async def _bounded(self) -> AsyncIterator[None]:
        """Cut a request short that takes longer than `SEND_WITHIN`.

        Raises `_Closed` where Discord itself refuses it for good.
        """
        try:
            async with cut_short(self._client, SEND_WITHIN):
                yield
        except discord.HTTPException as refused:
            if _may_pass(refused):
                raise
            raise _Closed(f"{refused.status} ({refused.code})") from refused

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
    """Tell whether a refusal may pass by itself.

    A refusal of the token counts: it ends the bot, and the next process sends the notice.
    """
    closed = is_discords_own(refused) and refused.status < SERVER_ERRORS
    return not closed or refused.status in {TOO_MANY_REQUESTS, UNAUTHORIZED}
