"""The loop: claims what is due, hands it to Discord at the allowed pace, and settles it.

Each channel has its own queue, so that a slow or closed one holds up no other; what is settled is written down in
batches, as many as have ended while the last batch was being written.
"""

import asyncio
import contextlib
import logging
import random
import secrets
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import discord

from bot.clock import Clock
from bot.domain.deliveries import LEASE, SEND_WITHIN, Delivery, Fact, Outcome, Skip, State, judge
from bot.domain.subjects import Subject
from bot.errors import StoreError
from bot.posting.dispatch.sender import failed, find_standing, send
from bot.posting.pace import Pace
from bot.store import deliveries
from bot.store.database import Database
from bot.store.subjects import load_subjects

_log = logging.getLogger(__name__)

IN_HAND = 400
"""How many claims are held at once: what a crash leaves to be looked up."""
IN_HAND_OF_A_CHANNEL = 8
"""How many of them may be one channel's; Discord takes five messages in five seconds there."""
LEAST_ROOM = 200
"""A claim costs a transaction however few it takes."""
GATHER_SECONDS = 0.02
"""What ends within this is settled in one transaction. A crash in between leaves messages that are looked up."""
STORE_RETRY_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Claim:
    """A delivery in hand. `until` is when its lease is too short for a send, on the event loop's clock in seconds."""

    delivery: Delivery
    subject: Subject | None
    fact: Fact | None
    until: float


class Dispatch:
    """Sends what is due. `ring()` when something may be; `stop()` finishes what is in flight.

    `closed(delivery, reason)` is awaited, once for each delivery, when a channel can't be posted to.
    """

    def __init__(
        self,
        client: discord.Client,
        database: Database,
        clock: Clock,
        *,
        posts_per_second: float,
        closed: Callable[[Delivery, str], Awaitable[None]],
    ) -> None:
        self._client = client
        self._database = database
        self._clock = clock
        self._pace = Pace(posts_per_second)
        self._closed = closed
        self._owner = secrets.token_hex(8)
        self._queues: dict[int, deque[Claim]] = {}
        self._senders: set[asyncio.Task[None]] = set()
        self._in_hand = 0
        self._ended: list[Outcome] = []
        self._bell = asyncio.Event()
        self._something_ended = asyncio.Event()
        self._stopping = False
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin to claim and to settle. Needs a running event loop."""
        self._tasks = [
            asyncio.create_task(self._claim_forever(), name="claim what is due"),
            asyncio.create_task(self._settle_forever(), name="settle what ended"),
        ]

    def ring(self) -> None:
        """Something may be due."""
        self._bell.set()

    async def stop(self, within: timedelta = timedelta(seconds=10)) -> None:
        """Claim no more, hand back what was not begun, finish what is in flight, and write all of it down."""
        self._stopping = True
        self._bell.set()
        if self._senders:
            await asyncio.wait(self._senders, timeout=within.total_seconds())
        for task in (*self._tasks, *self._senders):
            task.cancel()
        await asyncio.gather(*self._tasks, *self._senders, return_exceptions=True)
        if self._ended:
            with contextlib.suppress(StoreError):  # the leases run out and tell the same story
                await self._settle()

    # --- claiming ---------------------------------------------------------------------------------------------------

    async def _claim_forever(self) -> None:
        while not self._stopping:
            await self._bell.wait()
            self._bell.clear()
            try:
                while await self._claim():
                    pass
            except StoreError as error:
                _log.error("What is due can't be claimed: %s", error)
                await asyncio.sleep(STORE_RETRY_SECONDS)
                self._bell.set()

    async def _claim(self) -> bool:
        """Take what there is room for; whether there may be more to take at once."""
        if self._stopping:
            return False
        room = IN_HAND - self._in_hand
        if room < LEAST_ROOM:
            return False  # a sender rings when it has ended
        full = [channel for channel, queue in self._queues.items() if len(queue) >= IN_HAND_OF_A_CHANNEL]
        claimed_at = asyncio.get_running_loop().time()
        async with self._database.write() as db:
            claimed = await deliveries.claim(
                db,
                identity=self._database.identity,
                owner=self._owner,
                now=self._clock(),
                limit=room,
                but_channels=full,
            )
            subjects = await load_subjects(db, {(delivery.kind, delivery.fact_id) for delivery in claimed})
        until = claimed_at + (LEASE - SEND_WITHIN).total_seconds()
        facts = {key: subject.fact for key, subject in subjects.items()}
        for delivery in claimed:
            key = (delivery.kind, delivery.fact_id)
            self._queue(Claim(delivery, subjects.get(key), facts.get(key), until))
        return bool(claimed)

    def _queue(self, claim: Claim) -> None:
        channel = claim.delivery.channel_id
        self._in_hand += 1
        if channel in self._queues:
            self._queues[channel].append(claim)
            return
        self._queues[channel] = deque([claim])
        sender = asyncio.create_task(self._send_all(channel), name=f"send to {channel}")
        self._senders.add(sender)
        sender.add_done_callback(self._sender_ended)

    def _sender_ended(self, sender: asyncio.Task[None]) -> None:
        self._senders.discard(sender)
        self.ring()

    # --- sending ----------------------------------------------------------------------------------------------------

    async def _send_all(self, channel: int) -> None:
        queue = self._queues[channel]
        try:
            while queue:
                claim = queue.popleft()
                outcome = await self._bring_to_an_end(claim)
                self._in_hand -= 1
                self._ended.append(outcome)
                self._something_ended.set()
        finally:
            self._in_hand -= len(queue)
            del self._queues[channel]

    async def _bring_to_an_end(self, claim: Claim) -> Outcome:
        delivery = claim.delivery
        if self._stopping or asyncio.get_running_loop().time() > claim.until:
            return Outcome(delivery.id, State.PENDING, next_try_at=self._clock(), tried=False)
        try:
            return await self._send(claim)
        except Exception as error:  # noqa: BLE001 - sorted by `failed`, and what it doesn't know is logged
            return await self._explain(delivery, error)

    async def _send(self, claim: Claim) -> Outcome:
        delivery = claim.delivery
        if delivery.attempts > 1:
            await self._pace.turn()
            standing = await find_standing(self._client, delivery)
            if standing is not None:
                return Outcome(delivery.id, State.SENT, message_id=standing, reason="it stood in the channel already")
        subject = claim.subject
        verdict = judge(delivery, claim.fact, self._clock())
        if isinstance(verdict, Skip) or subject is None:
            return Outcome(delivery.id, State.SKIPPED, reason=verdict.reason if isinstance(verdict, Skip) else None)
        await self._pace.turn()
        message_id = await send(self._client, delivery, subject, late=verdict.late)
        return Outcome(delivery.id, State.SENT, message_id=message_id)

    async def _explain(self, delivery: Delivery, error: Exception) -> Outcome:
        try:
            outcome = failed(delivery, error, now=self._clock(), jitter=random.random())  # noqa: S311 - spreads load
        except Exception as fault:  # noqa: BLE001 - one post's fault must not end the channel's queue
            _log.exception("Delivery %d could not be made into a post", delivery.id)
            return Outcome(delivery.id, State.FAILED, reason=f"a fault of the bot's own ({type(fault).__name__})")
        _log.warning("Delivery %d to channel %d: %s", delivery.id, delivery.channel_id, outcome.reason)
        if outcome.state is State.PENDING and outcome.next_try_at is None:
            try:
                await self._closed(delivery, outcome.reason or "")
            except StoreError as fault:
                _log.error("The subscription of delivery %d can't be paused: %s", delivery.id, fault)
                return replace(outcome, next_try_at=self._clock() + LEASE)
        return outcome

    # --- settling ---------------------------------------------------------------------------------------------------

    async def _settle_forever(self) -> None:
        while True:
            await self._something_ended.wait()
            await asyncio.sleep(GATHER_SECONDS)
            self._something_ended.clear()
            try:
                await self._settle()
            except StoreError as error:
                _log.error("What was sent can't be written down yet: %s", error)
                await asyncio.sleep(STORE_RETRY_SECONDS)
                self._something_ended.set()

    async def _settle(self) -> None:
        ended = self._ended
        if not ended:
            return
        batch: Sequence[Outcome] = tuple(ended)
        async with self._database.write() as db:
            await deliveries.settle(db, batch, owner=self._owner, now=self._clock())
        # Only now: a batch that could not be written is tried again whole.
        del ended[: len(batch)]
