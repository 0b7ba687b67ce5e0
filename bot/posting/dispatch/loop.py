"""The loop: claims what is due, hands it to Discord at the allowed pace, and has it settled.

Each channel has its own queue, so that a slow or closed one holds up no other.
"""

import asyncio
import contextlib
import logging
import random
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import discord

from bot.clock import Clock
from bot.domain.deliveries import LEASE, SEND_WITHIN, UNKNOWN_VERSION, Delivery, Outcome, Skip, State, may_stand
from bot.domain.subjects import AnnouncementSubject
from bot.errors import StoreError
from bot.posting.dispatch.claims import Claim, freshened, read_subjects
from bot.posting.dispatch.refusals import Refusals
from bot.posting.dispatch.sender import (
    UNAUTHORIZED,
    UNSEEN,
    failed,
    find_standing,
    is_away,
    may_be_an_outage,
    never_left,
    send,
)
from bot.posting.dispatch.settling import STORE_RETRY_SECONDS, Settling, let_end
from bot.posting.dispatch.weather import Relief, Weather
from bot.posting.pace import Pace
from bot.store import deliveries
from bot.store.claimants import Claimant
from bot.store.database import Database
from bot.trouble import Trouble

_log = logging.getLogger(__name__)

IN_HAND = 800
"""At most so many claims are held at once: what a crash leaves to be looked up."""
IN_HAND_SECONDS = 5
"""No more than can be sent in this time are held: so long does a guild's first post wait behind another's thousands,
and each has to be sent before its lease ends."""
OF_A_CHANNEL = 5
"""How many of them are claimed for one channel at a time; Discord takes five messages in five seconds there."""
AFTER_AN_OUTAGE = timedelta(seconds=60)
"""How long what can't be sent for a guild's outage waits, unless the guild comes back sooner."""
CLAIMING_ENDS_WITHIN = 5.0


class Dispatch:
    """Sends what is due. `ring()` when something may be; `stop()` finishes what is in flight.

    `sent()` is called after posts were written down, `closed(delivery, reason)` is awaited when a channel can't be
    posted to, and `refused()` is called when Discord doesn't take the bot's token any more.
    """

    def __init__(
        self,
        client: discord.Client,
        database: Database,
        clock: Clock,
        claimant: Claimant,
        *,
        posts_per_second: float,
        sent: Callable[[], None],
        closed: Callable[[Delivery, str], Awaitable[None]],
        refused: Callable[[], None],
        refusals: Refusals,
    ) -> None:
        self._client = client
        self._database = database
        self._clock = clock
        self._claimant = claimant
        self._most_in_hand = max(min(IN_HAND, int(posts_per_second * IN_HAND_SECONDS)), 1)
        self.pace = Pace(posts_per_second, clock)
        refusals.holding(self.pace.hold)
        self._weather = Weather(self.pace)
        self._closed = closed
        self._refused = refused
        self._settling = Settling(database, clock, claimant.name, self.ring, sent)
        self._queues: dict[int, deque[Claim]] = {}
        self._senders: set[asyncio.Task[None]] = set()
        self._in_hand = 0
        self._away: set[int] = set()
        self._bell = asyncio.Event()
        self._stopping = False
        self._claiming: asyncio.Task[None] | None = None
        self._writing: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to claim and to settle. Needs a running event loop."""
        self._claiming = asyncio.create_task(self._claim_forever(), name="claim what is due")
        self._writing = asyncio.create_task(self._settling.run(), name="settle what ended")

    def ring(self) -> None:
        """Something may be due."""
        self._bell.set()

    @property
    def held(self) -> float:
        """How many seconds nothing is sent any more, for an outage or for too many refusals; 0 when something is."""
        return self.pace.held

    async def stop(self, within: timedelta = timedelta(seconds=10)) -> bool:
        """Claim no more, hand back what was not begun, finish what is in flight, and write all of it down.

        Whether that went well; if not, some claims are left to be looked up by whoever comes next.
        """
        self._stopping = True
        self._bell.set()
        self.pace.close()
        await let_end(self._claiming, CLAIMING_ENDS_WITHIN)
        if self._senders:
            await asyncio.wait(self._senders, timeout=within.total_seconds())
        for sender in self._senders:
            sender.cancel()
        await asyncio.gather(*self._senders, return_exceptions=True)
        self._settling.stop()
        await let_end(self._writing, CLAIMING_ENDS_WITHIN)
        return not self._settling.held

    # --- claiming ---------------------------------------------------------------------------------------------------

    async def _claim_forever(self) -> None:
        trouble = Trouble(_log, "What is due can't be claimed", "What is due is claimed again")
        while not self._stopping:
            await self._bell.wait()
            self._bell.clear()
            try:
                await self._welcome_back()
                while await self._claim():
                    pass
                trouble.passed()
            except Exception as error:  # noqa: BLE001 - whatever it was, posting goes on
                trouble.came(error)
                await asyncio.sleep(STORE_RETRY_SECONDS)
                self._bell.set()

    async def _welcome_back(self) -> None:
        """What waited for a guild's outage waits no longer once the guild is back."""
        back = {guild_id for guild_id in self._away if not may_be_an_outage(self._client, guild_id)}
        if back:
            async with self._database.write() as db:
                await deliveries.hurry(db, self._clock())
            self._away -= back

    async def _claim(self) -> bool:
        """Take what there is room for; whether there may be more to take at once."""
        if self._stopping or not self._has_room:
            return False
        if held := self.pace.held:
            asyncio.get_running_loop().call_later(held, self.ring)
            return False
        full = [channel for channel, queue in self._queues.items() if len(queue) >= OF_A_CHANNEL]
        began = asyncio.get_running_loop().time()
        async with self._database.write() as db:
            claimed = await deliveries.claim(
                db,
                identity=self._database.identity,
                owner=self._claimant.name,
                now=self._clock(),
                limit=self._most_in_hand - self._in_hand,
                of_a_channel=OF_A_CHANNEL,
                but_channels=full,
                but=self._settling.held,
            )
            subjects, unreadable = await read_subjects(db, claimed)
        self._settling.begin(delivery.id for delivery in claimed)
        until = began + (LEASE - SEND_WITHIN).total_seconds()
        for delivery in claimed:
            key = (delivery.kind, delivery.fact_id)
            self._queue(Claim(delivery, subjects.get(key), began, until, is_unreadable=key in unreadable))
        return bool(claimed)

    @property
    def _has_room(self) -> bool:
        """Whether it is time to claim: a claim costs a transaction however few it takes."""
        return self._most_in_hand - self._in_hand >= self._most_in_hand / 2

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
        if self._has_room:
            self.ring()

    # --- sending ----------------------------------------------------------------------------------------------------

    async def _send_all(self, channel: int) -> None:
        queue = self._queues[channel]
        parked: dict[int, Outcome] = {}
        try:
            while queue:
                delivery = queue[0].delivery
                known = parked.get(delivery.subscription_id)
                # Discord bars a host that asks 10,000 times in ten minutes for what it may not have.
                outcome = known or await self._bring_to_an_end(queue[0])
                if outcome.state is State.PENDING and outcome.next_try_at is None:
                    parked[delivery.subscription_id] = outcome
                queue.popleft()
                self._in_hand -= 1
                self._settling.end(replace(outcome, delivery_id=delivery.id, tried=outcome.tried and not known))
        finally:
            self._in_hand -= len(queue)
            del self._queues[channel]

    async def _bring_to_an_end(self, claim: Claim) -> Outcome:
        try:
            outcome = await self._send(claim)
        except Exception as error:  # noqa: BLE001 - sorted by `failed`, and what it doesn't know is logged
            return await self._explain(claim.delivery, error)
        if outcome.state is State.SENT:
            await self._reached(claim.delivery.channel_id)
        return outcome

    async def _send(self, claim: Claim) -> Outcome:
        delivery = claim.delivery
        doubt: str | None = None
        if is_away(self._client, delivery.guild_id):
            return self._put_off(delivery)
        if may_stand(delivery, self._clock(), self._database.restored_at):
            if not await self._may_go(claim):
                return self._handed_back(delivery)
            looked = await find_standing(self._client, delivery)
            if looked.message_id is not None:
                found = "it stood in the channel already"
                return Outcome(
                    delivery.id,
                    State.SENT,
                    message_id=looked.message_id,
                    reason=found,
                    shown_version=UNKNOWN_VERSION,
                )
            doubt = UNSEEN if looked.blind else None
        if not isinstance(claim.verdict(self._clock), Skip) and not await self._may_go(claim):
            return self._handed_back(delivery)
        claim = await freshened(claim, self._database, self._clock, asyncio.get_running_loop().time())
        verdict = claim.verdict(self._clock)
        if isinstance(verdict, Skip) or claim.subject is None:
            return Outcome(delivery.id, State.SKIPPED, reason=verdict.reason if isinstance(verdict, Skip) else None)
        message_id = await send(self._client, claim.delivery, claim.subject, late=verdict.late)
        shown = claim.subject.announcement.version if isinstance(claim.subject, AnnouncementSubject) else 0
        return Outcome(delivery.id, State.SENT, message_id=message_id, reason=doubt, shown_version=shown)

    async def _may_go(self, claim: Claim) -> bool:
        return not self._stopping and await self.pace.turn(claim.until) and not self._stopping

    def _put_off(self, delivery: Delivery) -> Outcome:
        self._away.add(delivery.guild_id)
        return self._handed_back(delivery, "the server is unavailable: an outage of Discord's", AFTER_AN_OUTAGE)

    def _handed_back(self, delivery: Delivery, reason: str | None = None, wait: timedelta = timedelta(0)) -> Outcome:
        again = self._clock() + max(wait, timedelta(seconds=self.pace.held))
        return Outcome(delivery.id, State.PENDING, reason=reason, next_try_at=again, tried=False)

    async def _reached(self, channel_id: int) -> None:
        """Discord has answered: if that ended an outage or a channel's trouble, nothing waits for it any longer."""
        relief = self._weather.good(channel_id)
        if relief is not Relief.NOTHING:
            whose = channel_id if relief is Relief.CHANNEL else None
            with contextlib.suppress(StoreError):
                async with self._database.write() as db:
                    await deliveries.hurry(db, self._clock(), channel_id=whose)
            self.ring()

    # --- what went wrong --------------------------------------------------------------------------------------------

    async def _explain(self, delivery: Delivery, error: Exception) -> Outcome:
        if self._client.is_closed():  # the bot ends, or was told to by Discord; the message may stand
            return replace(self._handed_back(delivery), tried=True)
        if isinstance(error, StoreError):
            return self._handed_back(delivery, str(error), timedelta(seconds=STORE_RETRY_SECONDS))
        if isinstance(error, discord.HTTPException) and error.status == UNAUTHORIZED:
            # Whatever is asked now is refused too: nothing more is, and the bot ends.
            self._stopping = True
            self.pace.close()
            self._refused()
            return self._handed_back(delivery, "Discord refused the bot's token")
        try:
            outcome = failed(delivery, error, now=self._clock(), jitter=random.random())  # noqa: S311 - spreads load
        except Exception as fault:  # noqa: BLE001 - one post's fault must not end the channel's queue
            _log.error("Delivery %d could not be made into a post", delivery.id, exc_info=fault)
            told = f"a fault of the bot's own, which its log has as delivery {delivery.id}"
            return Outcome(delivery.id, State.FAILED, reason=told)
        return await self._weighed(delivery, error, outcome)

    async def _weighed(self, delivery: Delivery, error: Exception, outcome: Outcome) -> Outcome:
        if outcome.next_try_at is not None:
            self._weather.bad(delivery.channel_id, error, outcome.reason or "")
            return replace(outcome, tried=not never_left(error))
        if outcome.state is State.FAILED:
            _log.warning("Delivery %d to channel %d: %s", delivery.id, delivery.channel_id, outcome.reason)
        elif may_be_an_outage(self._client, delivery.guild_id):
            return self._put_off(delivery)
        else:
            outcome = await self._close(delivery, outcome)
        await self._reached(delivery.channel_id)
        return outcome

    async def _close(self, delivery: Delivery, outcome: Outcome) -> Outcome:
        try:
            await self._closed(delivery, outcome.reason or "")
        except Exception as fault:  # noqa: BLE001 - the channel's queue goes on; the next refusal tries again
            _log.error("The subscription of delivery %d can't be paused: %s", delivery.id, fault)
            return replace(outcome, next_try_at=self._clock() + LEASE)
        return outcome
