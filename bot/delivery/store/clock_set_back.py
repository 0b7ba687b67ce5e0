"""What a clock that was ahead, and was set back, has left in the store."""

from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.store import updates
from bot.delivery.store import deliveries, notices, queues
from bot.subscriptions.store import channels

IS_ANYTHING_AHEAD = or_(
    channels.IS_MADE_AHEAD,
    deliveries.IS_LEFT_OUT_AHEAD,
    notices.IS_PUT_OFF_AHEAD,
    queues.IS_RETRIED_AHEAD,
    updates.IS_CHANGED_AHEAD,
)
"""Whether anything lies further ahead than it would by the clock whose times are `by_clock()`."""


def by_clock(now: datetime) -> dict[str, datetime]:
    """Give what `IS_ANYTHING_AHEAD` is asked with."""
    return {"now": now, "longest_wait_ends": now + notices.LONGEST_NOTICE_WAIT, "far_off": queues.far_off(now)}


async def put_right(db: AsyncConnection, now: datetime) -> None:
    """Let nothing lie further ahead of `now` than it would by this clock.

    It is looked for at each scan: a clock that was put right between two scans, or between two portions of one, or
    while the bot was away, has left no other trace.
    """
    if await db.scalar(select(IS_ANYTHING_AHEAD), by_clock(now)):
        await channels.clamp_to_clock(db, now)
        await deliveries.reopen_skipped(db, now)
        await notices.clamp_to_clock(db, now)
        await queues.clamp_to_clock(db, now)
        await updates.clamp_to_clock(db, now)
