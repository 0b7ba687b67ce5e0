"""Two queues of posts that stand: those to be changed, and those to be published. They differ in their columns alone.

A claim is a lease with its owner, as for deliveries; whatever is done to a post can be done twice without harm.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Column, func, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.model import LEASE
from bot.delivery.tables import deliveries
from bot.workers import LONGEST_WAIT

PUBLISHING_WINDOW = timedelta(hours=1)
"""So long does Discord have a channel wait that has published as much as it may."""


@dataclass(frozen=True, slots=True)
class PostQueue:
    """A queue within the deliveries: when each is tried next, how often it was, and who has it in hand.

    `longest` is how far off a try may be; what is further was put off by a clock that was set back since.
    """

    at: Column[datetime]
    attempts: Column[int]
    owner: Column[str]
    longest: timedelta

    async def next_at(self, db: AsyncConnection, *, but_channels: Collection[int] = ()) -> datetime | None:
        """Give the instant at which the next of it is to be tried; None where there is none."""
        first = select(self.at).where(self.at.is_not(None), deliveries.c.channel_id.not_in(but_channels))
        return await db.scalar(first.order_by(self.at).limit(1))

    async def take(
        self,
        db: AsyncConnection,
        *,
        owner: str,
        now: datetime,
        limit: int,
        of_a_channel: int | None = None,
        but_channels: Collection[int] = (),
    ) -> list[int]:
        """Claim up to `limit` of what is to be tried by now, for a lease; channels take turns. Give their ids."""
        far_off = now + self.longest + LEASE
        await db.execute(update(deliveries).where(self.at > far_off).values({self.at: now}))
        place = func.row_number().over(partition_by=deliveries.c.channel_id, order_by=(self.at, deliveries.c.id))
        due = select(deliveries.c.id, self.at.label("at"), place.label("place")).where(
            self.at <= now, deliveries.c.channel_id.not_in(but_channels)
        )
        waiting = due.subquery("waiting").c
        turns = select(waiting.id).where(waiting.place <= (of_a_channel or limit))
        ids = list((await db.execute(turns.order_by(waiting.place, waiting.at, waiting.id).limit(limit))).scalars())
        taken = {self.at: now + LEASE, self.attempts: self.attempts + 1, self.owner: owner}
        await db.execute(update(deliveries).where(deliveries.c.id.in_(ids)).values(taken))
        return ids

    async def put_off(self, db: AsyncConnection, delivery_ids: Collection[int], until: datetime) -> None:
        """Have these tried again at `until`."""
        free = {self.at: until, self.owner: null()}
        await db.execute(update(deliveries).where(deliveries.c.id.in_(delivery_ids)).values(free))

    async def hold_channel(self, db: AsyncConnection, channel_id: int, until: datetime) -> None:
        """Have nothing of a channel's tried before `until`, but for what is in hand."""
        of_it = (deliveries.c.channel_id == channel_id, self.at < until, self.owner.is_(None))
        await db.execute(update(deliveries).where(*of_it).values({self.at: until}))

    async def release(self, db: AsyncConnection, owner: str, now: datetime) -> int:
        """Hand out at once what a claimant that is gone had in hand, and give how much that was."""
        free = {self.at: now, self.owner: null()}
        leased = (self.at.is_not(None), self.owner == owner)
        return (await db.execute(update(deliveries).where(*leased).values(free))).rowcount

    async def drop(self, db: AsyncConnection, delivery_id: int) -> None:
        """Take a post out of the queue."""
        out = {self.at: null(), self.owner: null()}
        await db.execute(update(deliveries).where(deliveries.c.id == delivery_id).values(out))


CHANGES = PostQueue(deliveries.c.amend_at, deliveries.c.amend_attempts, deliveries.c.amend_owner, longest=LONGEST_WAIT)
PUBLICATIONS = PostQueue(
    deliveries.c.publish_at, deliveries.c.publish_attempts, deliveries.c.publish_owner, longest=PUBLISHING_WINDOW
)
QUEUES: Sequence[PostQueue] = (CHANGES, PUBLICATIONS)


async def release_posts(db: AsyncConnection, owner: str, now: datetime) -> int:
    """Hand out at once all that a claimant that is gone had in hand of both queues, and give how much that was."""
    return sum([await queue.release(db, owner, now) for queue in QUEUES])
