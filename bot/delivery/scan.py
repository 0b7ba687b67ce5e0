"""What is due: one look at the store, which moves the watermark and fans out what was passed."""

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime

from bot.catalogue.store import updates
from bot.clock import Clock
from bot.database.engine import Database
from bot.database.process_lock import the_dead
from bot.delivery.store import deliveries, due, notices
from bot.subscriptions.store import channels

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Look:
    """What a look found: how many deliveries it made, and the next instant, after this one, with something to do.

    None where nothing is in sight.
    """

    made: int
    next_due: datetime | None


async def scan(database: Database, clock: Clock) -> Look:
    """Fan out everything that came due since the last look, however long ago that was, in one transaction.

    The very first look of a store only sets the watermark: a new bot doesn't post the past. A clock that was set back
    takes the watermark with it; what was posted already is known by its occasion and isn't posted again, and what was
    left out for being too late by a clock that was ahead comes due in its time.
    Raises `StoreError` when the store can't be written; the next look covers the same range.
    """
    async with database.write() as db:
        now = clock()
        leads = await due.leads_in_use(db)
        since = await due.watermark(db)
        made = 0
        if since is not None and since <= now:
            facts = await due.due_between(db, since, now, leads)
            made = await due.fan_out(db, facts, now)
        elif since is not None:
            _log.warning("The clock went back from %s to %s", since, now)
            await channels.bring_forward(db, now)
            await deliveries.undecide(db, now)
            await notices.bring_forward(db, now)
        # Always: a clock that was ahead and was put right between two looks leaves no other trace.
        await deliveries.bring_forward(db, now)
        await updates.bring_forward(db, now)
        await due.move_watermark(db, now)
        next_due = await due.next_due_after(db, now, leads)
    if made:
        _log.info("%d posts are due", made)
    return Look(made, next_due)


async def take_over(database: Database, clock: Clock) -> int:
    """Hand out at once what dead processes had claimed, without waiting for their leases; how much it was.

    Raises `StoreError`; the next look does it then.
    """
    released = 0
    dead = the_dead(database.file)
    while (name := await asyncio.to_thread(next, dead, None)) is not None:
        async with database.write() as db:
            released += await deliveries.release(db, name, clock())
    if released:
        _log.warning("%d posts were in the hands of a process that ended badly; each is looked for first", released)
    return released
