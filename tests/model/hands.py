"""Two claimants at the store's desk: they look, claim, judge, send and settle, each in its own time, without Discord.

In Discord's place are lists. Whatever a claimant does is held against the promises at once.
"""

import enum
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.database.engine import Database
from bot.delivery import tables
from bot.delivery.model import LEASE, Delivery, DeliveryOutcome, Post, Skip, State, Verdict, Wait, judge, may_stand
from bot.delivery.scan import ScanResult, scan
from bot.delivery.store import deliveries, pauses, queues
from bot.delivery.store.subjects import load_subjects
from bot.subscriptions.model import PauseReason
from tests.model.facts import Facts
from tests.model.promises import LATE, Promises, Step

RETRY = timedelta(seconds=2)
PATIENCE = 100


class Luck(enum.StrEnum):
    """How it goes when what was claimed is sent."""

    GOOD = "it is sent"
    LOST = "it is sent, and the answer is lost"
    BAD = "Discord fails"
    NONE = "it is handed back unsent"


@dataclass(slots=True)
class Desk:
    """The store, what stands in the channels, and the claims that are out: whose, and until when."""

    database: Database
    now: Callable[[], datetime]
    promises: Promises
    facts: Facts
    closed: set[int] = field(default_factory=set)
    standing: list[tuple[int, str]] = field(default_factory=list)
    in_hand: dict[str, dict[int, DeliveryOutcome]] = field(default_factory=dict)
    leases: dict[int, tuple[str, datetime]] = field(default_factory=dict)
    steps: dict[int, Step] = field(default_factory=dict)

    async def look(self) -> ScanResult:
        """See what is due."""
        now = self.now()
        look = await scan(self.database, self.now)
        if now < self.promises.looked:
            self.leases = {key: (owner, min(until, now + LEASE)) for key, (owner, until) in self.leases.items()}
        self.promises.look(now)
        ahead = min((step.due for step in self.promises.steps() if step.due > now), default=None)
        assert ahead is None or (look.next_due is not None and look.next_due <= ahead), "it would sleep too long"
        return look

    async def claim(self, owner: str, luck: Luck) -> None:
        """Claim all there is, and send it with some luck; nothing is settled yet."""
        mine = self.in_hand.setdefault(owner, {})
        identity = self.database.identity
        async with self.database.write() as db:
            claimed = await deliveries.claim(
                db, identity=identity, owner=owner, now=self.now(), limit=100, but=tuple(mine)
            )
            subjects = await load_subjects(db, {(each.kind, each.fact_id) for each in claimed})
        for delivery in claimed:
            self._hand_over(delivery, owner)
            subject = subjects.get((delivery.kind, delivery.fact_id))
            verdict = judge(delivery, subject.fact if subject else None, self.now())
            mine[delivery.id] = await self._end(delivery, verdict, luck)

    def _hand_over(self, delivery: Delivery, owner: str) -> None:
        """A claim keeps all others away, and what is settled stays so."""
        now, step = self.now(), self._step(delivery)
        holder, until = self.leases.get(delivery.id, (owner, now))
        assert holder == owner or now >= until, f"{step} is in two hands"
        assert step not in self.promises.told, f"{step} was settled"
        assert step not in self.promises.left_out, f"{step} was left out"
        self.leases[delivery.id] = owner, now + LEASE

    def _step(self, delivery: Delivery) -> Step:
        names = {key: name for name, key in self.facts.known.items()}
        name = names[delivery.kind, delivery.fact_id]
        step = Step(delivery.subscription_id, name, delivery.anchor, delivery.lead)
        assert step in self.promises.owed, f"{step} was never owed"
        self.steps[delivery.id] = step
        return step

    async def _end(self, delivery: Delivery, verdict: Verdict, luck: Luck) -> DeliveryOutcome:
        now, step = self.now(), self._step(delivery)
        again = DeliveryOutcome(delivery.id, State.PENDING, next_try_at=now + RETRY)
        if luck is Luck.NONE:
            return DeliveryOutcome(delivery.id, State.PENDING, next_try_at=now, tried=False)
        if may_stand(delivery, self.database.certain_from):
            if luck is Luck.BAD:
                return again
            if (delivery.channel_id, delivery.nonce) in self.standing:
                return DeliveryOutcome(delivery.id, State.SENT, message_id=1)
        assert isinstance(verdict, Wait) == (now < step.due), f"{verdict} of {step} at {now}"
        if isinstance(verdict, Wait):
            return DeliveryOutcome(delivery.id, State.PENDING, next_try_at=verdict.until, tried=False)
        assert isinstance(verdict, Post) == self.promises.is_worth_it(step, now), f"{verdict} of {step} at {now}"
        if isinstance(verdict, Skip):
            return DeliveryOutcome(delivery.id, State.SKIPPED, reason=verdict.reason)
        if luck is Luck.BAD:
            return again
        if delivery.channel_id in self.closed:
            async with self.database.write() as db:
                await pauses.pause(db, delivery.subscription_id, reason=PauseReason.SILENCED, now=now)
            return DeliveryOutcome(delivery.id, State.PENDING, reason=PauseReason.SILENCED)
        assert verdict.late == (now - step.due > LATE)
        assert step in self.promises.waiting, f"{step} stands already"
        self.promises.post(step, now)
        self.standing.append((delivery.channel_id, delivery.nonce))
        return DeliveryOutcome(delivery.id, State.SENT, message_id=1) if luck is Luck.GOOD else again

    async def settle(self, owner: str) -> None:
        """Write down how the claims ended that are in this hand."""
        outcomes, now = list(self.in_hand.pop(owner, {}).values()), self.now()
        if not outcomes:
            return
        async with self.database.write() as db:
            await deliveries.settle(db, outcomes, owner=owner, now=now)
        for outcome in outcomes:
            if self.leases.get(outcome.delivery_id, ("", None))[0] != owner:
                continue
            del self.leases[outcome.delivery_id]
            step = self.steps[outcome.delivery_id]
            if outcome.state is State.SENT:
                self.promises.told.add(step)
            elif outcome.state is State.SKIPPED and step in self.promises.waiting:
                self.promises.leave_out(step, now)

    async def unsubscribe(self, subscription_id: int) -> None:
        """Whoever comes next finds nothing that waits for its channel to open."""
        await self.facts.unsubscribe(subscription_id)
        of = tables.deliveries.c
        parked = (of.subscription_id == subscription_id, of.state == State.PENDING, of.next_try_at.is_(None))
        async with self.database.read() as db:
            assert (await db.execute(select(of.id).where(*parked))).first() is None, "it waits for nobody"

    async def crash(self, owner: str, *, is_found: bool) -> None:
        """A claimant is gone with all that it had in hand; whether somebody finds that out before the leases end."""
        self.in_hand.pop(owner, None)
        if is_found:
            async with self.database.write() as db:
                await queues.release_lease(db, owner, self.now())
            self.leases = {key: lease for key, lease in self.leases.items() if lease[0] != owner}

    async def open(self, channel_id: int) -> None:
        """A channel can be posted to again, and that is noticed."""
        self.closed.discard(channel_id)
        async with self.database.write() as db:
            for paused in await pauses.paused(db):
                if paused.channel_id == channel_id:
                    await pauses.resume(db, paused.subscription_id, now=self.now())

    async def next_try(self) -> datetime | None:
        """When the soonest of what is due is tried again; None where nothing that is due is left."""
        waits = (tables.deliveries.c.state == State.PENDING, tables.deliveries.c.due_at <= self.now())
        async with self.database.read() as db:
            left = (await db.execute(select(tables.deliveries.c.next_try_at).where(*waits))).scalars().all()
        assert None not in left, "something waits for ever"
        return min(left, default=None)
