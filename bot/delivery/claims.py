"""Claims: deliveries taken in hand with all that is needed to judge and send them, and settled in batches."""

import asyncio
import logging
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.clock import Clock
from bot.database.engine import Connection, Database
from bot.delivery.model import Delivery, DeliveryOutcome, Post, State, Subject, Verdict, judge, presumed_fact
from bot.delivery.store import deliveries
from bot.delivery.store.subjects import SeenKey, subjects_seen
from bot.workers import Loop, RecurringError

FRESH_SECONDS = 1.0
"""A claim that waited longer is read again before it is sent: it may have moved or been withdrawn."""


class UnreadableFact(Exception):
    """What the store holds of a fact makes no sense; its cause says why."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A delivery in hand. `read_at` and `until` are on the event loop's clock, in seconds; `read_there` is an instant.

    `until` is when its lease is too short for a send; `subject` is what it is about, None where that is gone, or can't
    be read for the error `unreadable`.
    """

    delivery: Delivery
    subject: Subject | None
    read_at: float
    read_there: datetime
    until: float
    unreadable: Exception | None = None

    def is_fresh(self, clock: Clock, now: float) -> bool:
        """Tell whether it was read a moment ago, by both clocks: the loop's stands still while a machine sleeps."""
        return now - self.read_at < FRESH_SECONDS and abs((clock() - self.read_there).total_seconds()) < FRESH_SECONDS

    def verdict(self, clock: Clock) -> Verdict:
        """Judge what becomes of the claim now.

        Raises `UnreadableFact` where it would be posted, but its fact can't be read.
        """
        if self.unreadable is None:
            return judge(self.delivery, self.subject.fact if self.subject else None, clock())
        verdict = judge(self.delivery, presumed_fact(self.delivery), clock())
        if isinstance(verdict, Post):
            raise UnreadableFact from self.unreadable
        return verdict


class ClaimReader:
    """Reads claims again that waited too long: all that `owner` has in hand in one go, however many are asked for.

    A process that was frozen, or whose clock jumped, has lost its claims to another.
    """

    def __init__(self, database: Database, clock: Clock, owner: str) -> None:
        self._database = database
        self._clock = clock
        self._owner = owner
        self._claims: dict[int, Claim] = {}
        self._reading: asyncio.Task[None] | None = None
        self._began_at = 0.0

    def hold(self, claim: Claim) -> None:
        """Have a claim in hand, to be read again along with others."""
        self._claims[claim.delivery.id] = claim

    def drop(self, delivery_id: int) -> None:
        """Have a claim in hand no more."""
        self._claims.pop(delivery_id, None)

    async def fresh(self, claim: Claim) -> Claim | None:
        """Give the claim as the store had it a moment ago; None where it isn't the owner's any more.

        Raises `StoreError`.
        """
        delivery_id, now = claim.delivery.id, asyncio.get_running_loop().time
        self._claims.setdefault(delivery_id, claim)
        asked_at = now()
        while (known := self._claims.get(delivery_id)) is not None and not known.is_fresh(self._clock, now()):
            if self._reading is None or self._reading.done():
                self._began_at = now()
                self._reading = asyncio.create_task(self._read_all(), name="read claims again")
            began_at = self._began_at
            await asyncio.shield(self._reading)
            if began_at >= asked_at:  # however long that took
                return self._claims.get(delivery_id)
        return known

    async def _read_all(self) -> None:
        stale = dict(self._claims)
        read_at, read_there = self._began_at, self._clock()
        async with self._database.read() as db:
            identity, now = self._database.identity, read_there
            held = await deliveries.held(db, stale, owner=self._owner, identity=identity, now=now)
            subjects, unreadable = await read_subjects(db, map(key_of, held))
        mine = {delivery.id: delivery for delivery in held}
        for delivery_id, claim in stale.items():
            if delivery_id not in self._claims:
                continue
            if delivery_id not in mine:
                del self._claims[delivery_id]
                continue
            delivery, key = mine[delivery_id], key_of(mine[delivery_id])
            self._claims[delivery_id] = replace(
                claim,
                delivery=delivery,
                subject=subjects.get(key),
                read_at=read_at,
                read_there=read_there,
                unreadable=unreadable.get(key),
            )


def key_of(delivery: Delivery) -> SeenKey:
    """Make the key of what a delivery is about, as its guild sees it."""
    return delivery.kind, delivery.fact_id, delivery.guild_id


async def read_subjects(
    db: Connection, keys: Iterable[SeenKey]
) -> tuple[dict[SeenKey, Subject], dict[SeenKey, Exception]]:
    """Read what posts are about, and why some facts can't be read: one such fact holds up no other.

    Raises `StoreError` and what the driver raises.
    """
    keys = set(keys)
    try:
        return await subjects_seen(db, keys), {}
    except _NONSENSE:
        pass
    found: dict[SeenKey, Subject] = {}
    unreadable: dict[SeenKey, Exception] = {}
    for key in keys:
        try:
            found |= await subjects_seen(db, [key])
        except _NONSENSE as error:
            unreadable[key] = error
    return found, unreadable


_NONSENSE = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError)
"""What reading a row raises that was written by hand or damaged; a store that can't be read raises other things."""


_log = logging.getLogger(__name__)

SETTLE_GATHER_SECONDS = 0.02
"""What ends within this is settled in one transaction. A crash in between leaves messages that are looked up."""


class SettlementWriter:
    """Keeps what was claimed here in mind until it is settled.

    `retry_in` is called with the seconds after which something is to be tried again, `on_settled` after anything was
    written down, `on_sent` after posts were, and `on_notice` after something was that moderators are to be told of.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        owner: str,
        *,
        retry_in: Callable[[float], None],
        on_sent: Callable[[], None],
        on_notice: Callable[[], None],
        on_settled: Callable[[], None],
    ) -> None:
        self._database = database
        self._clock = clock
        self._owner = owner
        self._retry_in = retry_in
        self._on_sent = on_sent
        self._on_notice = on_notice
        self._on_settled = on_settled
        self._ended: list[DeliveryOutcome] = []
        self._error = RecurringError(
            _log, "What was sent can't be written down yet", "What was sent is written down again"
        )
        self._loop = Loop(self._write, name="settle what ended", error=self._error, gather=SETTLE_GATHER_SECONDS)
        self.held: set[int] = set()
        """The deliveries that were claimed here and aren't settled: a clock that jumps must not hand them out again."""

    def start(self) -> None:
        """Begin to write down what ends. Needs a running event loop."""
        self._loop.start()

    def begin(self, delivery_ids: Iterable[int]) -> None:
        """Note that these deliveries were claimed."""
        self.held.update(delivery_ids)

    def end(self, outcome: DeliveryOutcome) -> None:
        """Note how a claim ended; it is written down soon."""
        self._ended.append(outcome)
        self._loop.notify()

    async def stop(self, within: float) -> None:
        """Write down what is left, with one more try, within so many seconds.

        What can't be written is told by its lease and by Discord's history.
        """
        ends_at = asyncio.get_running_loop().time() + within
        await self._loop.stop(within)
        try:
            async with asyncio.timeout_at(ends_at):
                await self._write()
        except Exception as error:  # noqa: BLE001 - whatever it was, the rest is stopped too
            self._error.failed(error)

    async def _write(self) -> None:
        if not self._ended:
            return
        async with self._database.write() as db:
            now = self._clock()
            batch: Sequence[DeliveryOutcome] = tuple(each.as_of(now) for each in self._ended)
            await deliveries.settle(db, batch, owner=self._owner, now=now)
        # Only now: a batch that could not be written is tried again whole.
        del self._ended[: len(batch)]
        self.held.difference_update(outcome.delivery_id for outcome in batch)
        self._on_settled()
        if any(each.state is State.SENT for each in batch):
            self._on_sent()
        if any(each.notify or each.unpinged for each in batch):
            self._on_notice()
        again = [each.next_try_at or now for each in batch if each.state is State.PENDING]
        for wait in {math.ceil((at - now).total_seconds()) for at in again}:
            self._retry_in(wait)
