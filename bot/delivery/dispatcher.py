"""The loop: claims what is due, hands it to Discord at the allowed pace, and has it settled.

Each channel has its own queue, so that a slow or closed one holds up no other; and however many are slow, there is room
for the others.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import discord

from bot.clock import Clock
from bot.database.engine import Database
from bot.delivery.attempt import DeliveryAttempt
from bot.delivery.claims import Claim, SettlementWriter, key_of, read_subjects
from bot.delivery.model import LEASE, SEND_WITHIN, Delivery, DeliveryOutcome, State
from bot.delivery.pace import Pace
from bot.delivery.store import deliveries
from bot.delivery.store.queues import ChannelTurns
from bot.workers import Loop, RecurringError

_log = logging.getLogger(__name__)

IN_HAND = 800
"""At most so many claims are on their way at once: what a crash leaves to be looked up."""
IN_HAND_SECONDS = 5
"""No more than can be sent in this time are held: each has to be sent before its lease ends."""
WAITING_SECONDS = 1
"""No more than can be sent in this time wait to be sent: what waits longer is read again before it is, and so long does
a guild's first post wait behind another's thousands."""
OF_A_CHANNEL = 5
"""How many of them are claimed for one channel at a time; Discord takes five messages in five seconds there."""
SLOW_SECONDS = 5.0
"""What Discord hasn't answered for so long, its own limits included, takes no other's place any more."""
SLOW_SHARE = 3
"""So many times as much may be in hand for slow channels: each holds a connection open."""
SENDING_ENDS_WITHIN = timedelta(seconds=8)
CLAIMING_ENDS_WITHIN = 2.0
SETTLING_ENDS_WITHIN = 4.0


class Dispatch:
    """Sends what is due. `notify()` when something may be; `stop()` finishes what is in flight.

    `on_settled()` is called after anything was written down, `on_sent()` after posts were, and `on_notice()` after
    something was that moderators are to be told of; `pause(delivery, reason)` is awaited when a channel can't be posted
    to, and `on_refused_token()` is called when Discord refuses the bot's token.
    """

    def __init__(
        self,
        client: discord.Client,
        database: Database,
        clock: Clock,
        owner: str,
        pace: Pace,
        *,
        on_sent: Callable[[], None],
        on_notice: Callable[[], None],
        on_settled: Callable[[], None],
        pause: Callable[[Delivery, str], Awaitable[None]],
        on_refused_token: Callable[[], None],
    ) -> None:
        self._database = database
        self._clock = clock
        self._owner = owner
        self._most_in_hand = max(min(IN_HAND, int(pace.per_second * IN_HAND_SECONDS)), 1)
        self._most_waiting = max(min(self._most_in_hand, int(pace.per_second * WAITING_SECONDS)), 1)
        self.pace = pace
        error = RecurringError(_log, "What is due can't be claimed", "What is due is claimed again")
        self._claiming = Loop(self._claim, name="claim what is due", error=error)
        retry_in = self._claiming.notify_in
        self._settling = SettlementWriter(
            database, clock, owner, retry_in=retry_in, on_sent=on_sent, on_notice=on_notice, on_settled=on_settled
        )
        self._attempts = DeliveryAttempt(
            client, database, clock, owner, pace, on_retry=self.notify, pause=pause, on_refused_token=on_refused_token
        )
        self._queues: dict[int, deque[Claim]] = {}
        self._senders: set[asyncio.Task[None]] = set()
        self._in_hand = 0
        self._left_some = False
        self._turns = ChannelTurns()

    def start(self) -> None:
        """Begin to claim and to settle. Needs a running event loop."""
        self._claiming.start()
        self._settling.start()

    def notify(self) -> None:
        """Look soon for deliveries that are due."""
        self._claiming.notify()

    @property
    def held(self) -> float:
        """How many seconds nothing is sent any more, for an outage or for too many refusals; 0 when something is."""
        return self.pace.held

    async def stop(self, within: timedelta = SENDING_ENDS_WITHIN) -> bool:
        """Claim no more, hand back what was not begun, finish what is in flight, and write all of it down.

        Gives whether that went well; if not, some claims are left to be looked up by whoever comes next.
        """
        self.pace.close()
        await self._claiming.stop(CLAIMING_ENDS_WITHIN)
        if self._senders:
            await asyncio.wait(self._senders, timeout=within.total_seconds())
        for sender in self._senders:
            sender.cancel()
        await asyncio.gather(*self._senders, return_exceptions=True)
        await self._settling.stop(SETTLING_ENDS_WITHIN)
        return not self._settling.held

    # --- claiming ---------------------------------------------------------------------------------------------------

    async def _claim(self) -> float | None:
        """Take what there is room for, and give the seconds until there may be more; None where nothing is left."""
        await self._attempts.welcome_back()
        room = self._room()
        if self._claiming.is_closed:
            return None
        if not self._is_worth_a_claim(room):
            self._left_some = True
            return SLOW_SECONDS / 5  # a channel becomes slow without a word
        if held := self.pace.held:
            return held
        shut = self._full() | self._slow()
        began, began_there = asyncio.get_running_loop().time(), self._clock()
        async with self._database.write() as db:
            claimed = await deliveries.claim(
                db,
                identity=self._database.identity,
                owner=self._owner,
                now=self._clock(),
                limit=room,
                of_a_channel=OF_A_CHANNEL,
                but_channels=shut,
                but=self._settling.held,
                turns=self._turns,
            )
            subjects, unreadable = await read_subjects(db, map(key_of, claimed))
        self._settling.begin(delivery.id for delivery in claimed)
        until = began + (LEASE - SEND_WITHIN).total_seconds()
        for delivery in claimed:
            key = key_of(delivery)
            self._queue(Claim(delivery, subjects.get(key), began, began_there, until, unreadable.get(key)))
        self._left_some = len(claimed) >= room or bool(shut or self._full())
        return 0 if self._left_some and claimed else None

    def _full(self) -> set[int]:
        """List the channels of which enough is in hand, though more may wait for them."""
        return {channel for channel, queue in self._queues.items() if len(queue) >= OF_A_CHANNEL}

    def _room(self) -> int:
        """Count how many more may be taken in hand. A channel that is slow takes the place of none that isn't."""
        slow = sum(len(self._queues[channel]) for channel in self._slow())
        quick = self._in_hand - slow
        free = self._most_in_hand - quick - max(slow - SLOW_SHARE * self._most_in_hand, 0)
        if not self._is_worth_a_claim(free):  # asked after each post: what waits where is only counted if it matters
            return free
        waiting = self._in_hand - sum(len(self._queues[channel]) for channel in self._attempts.asked)
        return min(free, self._most_waiting - waiting)

    def _slow(self) -> set[int]:
        return self._attempts.slow(SLOW_SECONDS)

    def _is_worth_a_claim(self, room: int) -> bool:
        """Tell whether it is time to claim: a claim costs a transaction however few it takes."""
        return room >= self._most_waiting / 2

    def _queue(self, claim: Claim) -> None:
        channel = claim.delivery.channel_id
        self._in_hand += 1
        self._attempts.hold(claim)
        if channel in self._queues:
            self._queues[channel].append(claim)
            return
        self._queues[channel] = deque([claim])
        sender = asyncio.create_task(self._send_all(channel), name=f"send to {channel}")
        self._senders.add(sender)
        sender.add_done_callback(self._sender_ended)

    def _sender_ended(self, sender: asyncio.Task[None]) -> None:
        self._senders.discard(sender)
        if self._left_some and self._is_worth_a_claim(self._room()):
            self.notify()

    # --- sending ----------------------------------------------------------------------------------------------------

    async def _send_all(self, channel: int) -> None:
        queue = self._queues[channel]
        parked: dict[int, DeliveryOutcome] = {}
        try:
            while queue:
                delivery = queue[0].delivery
                # Discord bars a host that asks 10,000 times in ten minutes for what it may not have.
                if known := parked.get(delivery.subscription_id):
                    outcome = replace(known, delivery_id=delivery.id, tried=False)
                else:
                    outcome = await self._attempts.bring_to_an_end(queue[0])
                if outcome.state is State.PENDING and outcome.next_try_at is None:
                    parked[delivery.subscription_id] = outcome
                self._attempts.drop(queue.popleft())
                self._in_hand -= 1
                self._settling.end(outcome)
        finally:
            self._in_hand -= len(queue)
            for claim in queue:
                self._attempts.drop(claim)
            del self._queues[channel]
