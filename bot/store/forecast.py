"""What a subscription posts next, by the conditions by which posts are fanned out."""

from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.deliveries import DueFact, FactKind
from bot.domain.subscriptions import THE_MOMENT, Subscription, Topic
from bot.store.due import dated, wanting
from bot.store.tables import releases, subscriptions, updates, watchlist

_TOPIC_OF = {
    FactKind.RELEASE: Topic.RELEASES,
    FactKind.EDITION: Topic.CONVENTIONS,
    FactKind.NEWS: Topic.CONVENTIONS,
    FactKind.ANNOUNCEMENT: Topic.ANNOUNCEMENTS,
    FactKind.UPDATE: Topic.RELEASES,
}

_OF_A_SERIES = {FactKind.RELEASE: releases.c.series_id, FactKind.UPDATE: updates.c.series_id}


async def next_due(db: AsyncConnection, subscription: Subscription, now: datetime) -> DueFact | None:
    """The next step that comes due for a subscription after `now`, as all dates stand; None where there is none."""
    leads = {lead.before for lead in subscription.leads} | {THE_MOMENT}
    found: list[DueFact] = []
    for kind, fact_id, anchor, stands, lead in dated(leads):
        if _TOPIC_OF[kind] is not subscription.topic:
            continue
        rows = cast("Select[Any]", select(fact_id.label("id"), anchor.label("anchor")).select_from(subscriptions))
        nearest = (
            wanting(rows, kind, fact_id, lead)
            .where(subscriptions.c.id == subscription.id, anchor > now + lead, stands, _narrowed(kind, subscription))
            .order_by(anchor)
            .limit(1)
        )
        row = (await db.execute(nearest)).first()
        if row is not None:
            found.append(DueFact(kind, row.id, row.anchor, lead))
    return min(found, key=lambda fact: fact.due_at, default=None)


def _narrowed(kind: FactKind, subscription: Subscription) -> ColumnElement[bool]:
    """Nothing but what `wanting` asks for anyway, said so that an index can be used."""
    if kind not in _OF_A_SERIES:
        return true()
    series_id = _OF_A_SERIES[kind]
    if subscription.series_id is not None:
        return series_id == subscription.series_id
    watched = select(watchlist.c.series_id).where(watchlist.c.guild_id == subscription.guild_id)
    return series_id.in_(watched)
