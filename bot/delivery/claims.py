"""Claims: deliveries taken in hand with all that is needed to judge and to send them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.clock import Clock
from bot.database.engine import Connection, Database
from bot.delivery.model import Delivery, Post, Verdict, judge, presumed_fact
from bot.delivery.store import deliveries
from bot.delivery.store.subjects import SeenKey, subjects_seen
from bot.delivery.subjects import Subject

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


async def read_again(claim: Claim, database: Database, clock: Clock, *, owner: str, now: float) -> Claim | None:
    """Read the claim as the store has it now; give None where it isn't `owner`'s any more.

    A process that was frozen, or whose clock jumped, has lost its claims to another. Raises `StoreError`.
    """
    async with database.read() as db:
        delivery = await deliveries.held(db, claim.delivery.id, owner=owner, identity=database.identity, now=clock())
        subjects, unreadable = await read_subjects(db, [key_of(claim.delivery)])
    if delivery is None:
        return None
    key = key_of(claim.delivery)
    return replace(
        claim,
        delivery=delivery,
        subject=subjects.get(key),
        read_at=now,
        read_there=clock(),
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
    wanted = set(keys)
    try:
        return await subjects_seen(db, wanted), {}
    except _NONSENSE:
        pass
    found: dict[SeenKey, Subject] = {}
    unreadable: dict[SeenKey, Exception] = {}
    for key in wanted:
        try:
            found |= await subjects_seen(db, [key])
        except _NONSENSE as error:
            unreadable[key] = error
    return found, unreadable


_NONSENSE = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError)
"""What reading a row raises that was written by hand or damaged; a store that can't be read raises other things."""
