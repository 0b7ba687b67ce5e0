"""Subscriptions whose posts go out without pinging their role: told once, and again only after it was right meanwhile.

The notice itself is what is kept in mind of it, for as long as it is so.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, exists, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.model import State
from bot.delivery.notices import GATHERED_WITHIN, NoticeKind
from bot.delivery.store import notices as store_notices
from bot.delivery.tables import deliveries, notices
from bot.subscriptions.tables import subscriptions


@dataclass(frozen=True, slots=True)
class Unpinged:
    """A subscription of which it is kept in mind that its role wasn't pinged. `role_id` is the role by now, if any."""

    subscription_id: int
    guild_id: int
    channel_id: int
    role_id: int | None


async def add(db: AsyncConnection, delivery_ids: Collection[int], *, now: datetime) -> None:
    """Have moderators told that these posts went out without pinging, unless that is kept in mind already."""
    if not delivery_ids:
        return
    of = subscriptions.c
    known = exists().where(notices.c.subscription_id == of.id, notices.c.kind == NoticeKind.UNPINGED)
    rows = await db.execute(
        select(of.id)
        .join_from(subscriptions, deliveries, deliveries.c.subscription_id == of.id)
        .where(deliveries.c.id.in_(delivery_ids), deliveries.c.state == State.SENT, of.role_id.is_not(None), ~known)
        .distinct()
        .order_by(of.id)
    )
    for subscription_id in rows.scalars().all():
        await store_notices.add(db, subscription_id, NoticeKind.UNPINGED, "", now=now, at=now + GATHERED_WITHIN)


_KNOWN = (
    select(subscriptions.c.id, subscriptions.c.guild_id, subscriptions.c.channel_id, subscriptions.c.role_id)
    .join_from(notices, subscriptions, subscriptions.c.id == notices.c.subscription_id)
    .where(notices.c.kind == NoticeKind.UNPINGED)
)


async def known(db: AsyncConnection) -> list[Unpinged]:
    """List the subscriptions of which it is kept in mind."""
    return [Unpinged(*row) for row in await db.execute(_KNOWN)]


async def forget(db: AsyncConnection, subscription_ids: Collection[int]) -> None:
    """Forget it of subscriptions whose roles can be pinged again: whoever wasn't told yet won't be."""
    of_them = (notices.c.subscription_id.in_(subscription_ids), notices.c.kind == NoticeKind.UNPINGED)
    await db.execute(delete(notices).where(*of_them))
