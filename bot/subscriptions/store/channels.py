"""Channel subscriptions: which channel gets which posts, how long before, and with which role."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final, TypeAlias

from sqlalchemy import ColumnElement, RowMapping, and_, bindparam, delete, exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.releases import Basis, ReleaseKind
from bot.catalogue.revisions import UpdateKind
from bot.database.types import Instant
from bot.feeds.tables import feeds
from bot.pages import Page, Window
from bot.subscriptions.model import Lead, PanelChoice, Subscription, Topic
from bot.subscriptions.tables import subscription_choices, subscription_leads, subscriptions

KIND_CHOICE: Final = "kind"
SERVICE_CHOICE: Final = "service"
MUTED_CHOICE: Final = "untold"
BASIS_CHOICE: Final = "basis"
PANELS_CHOICE: Final = "panels"
"""What a row of `subscription_choices` is about."""

_Chosen: TypeAlias = Mapping[str, tuple[str, ...]]
"""A subscription's choices by what they are about."""


@dataclasses.dataclass(frozen=True, slots=True)
class SubscriptionsPage:
    """A page of a guild's subscriptions. `paused` is how many of all of them are paused."""

    page: Page[Subscription]
    paused: int


async def same_as(db: AsyncConnection, like: Subscription) -> Subscription | None:
    """Find the subscription that `subscribe` would change; give None where it would begin one."""
    same = and_(
        subscriptions.c.guild_id == like.guild_id,
        subscriptions.c.channel_id == like.channel_id,
        subscriptions.c.topic == like.topic,
        func.coalesce(subscriptions.c.series_id, 0) == (like.series_id or 0),
        func.coalesce(subscriptions.c.feed_id, 0) == (like.feed_id or 0),
        subscriptions.c.popularity.is_(None) if like.popularity is None else subscriptions.c.popularity.is_not(None),
        func.coalesce(subscriptions.c.convention, "") == (like.convention or ""),
    )
    return next(iter(await _found(db, same)), None)


async def subscribe(db: AsyncConnection, subscription: Subscription) -> tuple[Subscription, bool]:
    """Store a subscription, and give it with the `id` that the store chose, and whether one was changed.

    A channel has one subscription for a topic, of feeds one for each, of releases one for the watchlist, one for the
    season and one for each series, and of conventions one for all and one for each: wanting it again changes leads,
    role and choices, and keeps the id and the time of the first, by which it is known what the channel was told.
    """
    known = await same_as(db, subscription)
    if known is None:
        row = await db.execute(insert(subscriptions).values(**_values(subscription)).returning(subscriptions.c.id))
        stored = dataclasses.replace(subscription, id=row.scalar_one())
    else:
        stored = dataclasses.replace(
            subscription,
            id=known.id,
            created_at=known.created_at,
            paused_reason=known.paused_reason,
            paused_at=known.paused_at,
        )
        await db.execute(update(subscriptions).where(subscriptions.c.id == stored.id).values(**_values(stored)))
        for table in (subscription_leads, subscription_choices):
            await db.execute(delete(table).where(table.c.subscription_id == stored.id))
    await db.execute(
        insert(subscription_leads),
        [{"subscription_id": stored.id, "before": lead.before, "episodes": lead.episodes} for lead in stored.leads],
    )
    if chosen := list(_choice_values(stored)):
        await db.execute(insert(subscription_choices), chosen)
    return stored, known is not None


def _values(subscription: Subscription) -> dict[str, Any]:
    return {
        "guild_id": subscription.guild_id,
        "channel_id": subscription.channel_id,
        "topic": subscription.topic.value,
        "series_id": subscription.series_id,
        "role_id": subscription.role_id,
        "publishes": subscription.publishes,
        "popularity": subscription.popularity,
        "convention": subscription.convention,
        "feed_id": subscription.feed_id,
        "created_by": subscription.created_by,
        "created_at": subscription.created_at,
    }


def _choice_values(subscription: Subscription) -> Iterator[dict[str, Any]]:
    chosen = {
        KIND_CHOICE: [kind.value for kind in subscription.kinds],
        SERVICE_CHOICE: list(subscription.services),
        MUTED_CHOICE: [kind.value for kind in subscription.muted],
        PANELS_CHOICE: [] if subscription.panels is PanelChoice.NONE else [subscription.panels.value],
        BASIS_CHOICE: [Basis.STATED.value] if subscription.stated_only else [],
    }
    for about, values in chosen.items():
        for value in dict.fromkeys(values):
            yield {"subscription_id": subscription.id, "about": about, "value": value}


async def of_guild(db: AsyncConnection, guild_id: int, *, topic: Topic | None = None) -> list[Subscription]:
    """List a guild's subscriptions, channel by channel, the oldest first; of one topic only where it is given."""
    where = subscriptions.c.guild_id == guild_id
    return await _found(db, where if topic is None else and_(where, subscriptions.c.topic == topic))


async def page(
    db: AsyncConnection, guild_id: int, *, number: int, size: int, topic: Topic | None = None
) -> SubscriptionsPage:
    """Read a page of a guild's subscriptions, in the order of `of_guild`; of a page beyond the end, the last."""
    of = subscriptions.c
    here = of.guild_id == guild_id
    here = here if topic is None else and_(here, of.topic == topic)
    total, paused = (
        await db.execute(
            select(func.count(), func.count().filter(of.paused_reason.is_not(None)))
            .select_from(subscriptions)
            .where(here)
        )
    ).one()
    window = Window.nearest(number, total=total, size=size)
    shown = select(of.id).where(here).order_by(of.channel_id, of.id)
    ids = list((await db.execute(window.of(shown))).scalars())
    rows = await _found(db, of.id.in_(ids)) if ids else []
    return SubscriptionsPage(window.page(rows), paused)


async def get(db: AsyncConnection, guild_id: int, subscription_id: int) -> Subscription | None:
    """Read one of a guild's subscriptions; give None where it is gone or another guild's."""
    where = and_(subscriptions.c.id == subscription_id, subscriptions.c.guild_id == guild_id)
    return next(iter(await _found(db, where)), None)


async def remove(db: AsyncConnection, guild_id: int, subscription_id: int) -> bool:
    """Take out one of a guild's subscriptions; give False where it is gone already or another guild's.

    Who ends one for people calls `delivery.store.pauses.end`, which settles what waited for it, too.
    """
    where = and_(subscriptions.c.id == subscription_id, subscriptions.c.guild_id == guild_id)
    gone = await db.execute(delete(subscriptions).where(where))
    return gone.rowcount > 0


IS_MADE_AHEAD = exists().where(subscriptions.c.created_at > bindparam("now", type_=Instant))
"""Whether a subscription was made by a clock that was ahead of `now`."""


async def clamp_to_clock(db: AsyncConnection, now: datetime) -> None:
    """Set to now the times of subscriptions that lie ahead, after the clock was set back.

    Their channels get what is due from now on.
    """
    await db.execute(update(subscriptions).where(subscriptions.c.created_at > now).values(created_at=now))


async def _found(db: AsyncConnection, where: ColumnElement[bool]) -> list[Subscription]:
    """Read subscriptions in two statements, however many there are."""
    chosen = await _choices(db, where)
    rows = await db.execute(
        select(
            subscriptions,
            subscription_leads.c.before,
            subscription_leads.c.episodes,
            feeds.c.title.label("feed_title"),
        )
        .outerjoin(subscription_leads, subscription_leads.c.subscription_id == subscriptions.c.id)
        .outerjoin(feeds, feeds.c.id == subscriptions.c.feed_id)
        .where(where)
        .order_by(subscriptions.c.channel_id, subscriptions.c.id, subscription_leads.c.before.desc())
    )
    return _whole(rows.mappings(), chosen)


async def _choices(db: AsyncConnection, where: ColumnElement[bool]) -> dict[int, _Chosen]:
    """Read what subscriptions chose, by their ids; those that chose nothing are left out."""
    rows = await db.execute(
        select(subscription_choices)
        .join(subscriptions, subscriptions.c.id == subscription_choices.c.subscription_id)
        .where(where)
        .order_by(subscription_choices.c.value)
    )
    found: dict[int, dict[str, tuple[str, ...]]] = {}
    for subscription_id, about, value in rows:
        chosen = found.setdefault(subscription_id, {})
        chosen[about] = (*chosen.get(about, ()), value)
    return dict(found)


def _whole(rows: Iterable[RowMapping], chosen: Mapping[int, _Chosen]) -> list[Subscription]:
    """Put subscriptions together from rows of one lead each, and what they chose."""
    found: dict[int, Subscription] = {}
    for row in rows:
        lead = () if row["before"] is None else (Lead(row["before"], row["episodes"]),)
        known = found.get(row["id"])
        if known is None:
            found[row["id"]] = _subscription(row, lead, chosen.get(row["id"], {}))
        else:
            found[row["id"]] = dataclasses.replace(known, leads=known.leads + lead)
    return list(found.values())


def _subscription(row: RowMapping, leads: tuple[Lead, ...], chosen: _Chosen) -> Subscription:
    """Make a subscription of its row; its choices come in the order of their kinds, services by name."""
    return Subscription(
        id=row["id"],
        guild_id=row["guild_id"],
        channel_id=row["channel_id"],
        topic=Topic(row["topic"]),
        leads=leads,
        created_by=row["created_by"],
        created_at=row["created_at"],
        series_id=row["series_id"],
        role_id=row["role_id"],
        paused_reason=row["paused_reason"],
        paused_at=row["paused_at"],
        publishes=row["publishes"],
        popularity=row["popularity"],
        kinds=tuple(kind for kind in ReleaseKind if kind in chosen.get(KIND_CHOICE, ())),
        services=chosen.get(SERVICE_CHOICE, ()),
        muted=tuple(kind for kind in UpdateKind if kind in chosen.get(MUTED_CHOICE, ())),
        stated_only=BASIS_CHOICE in chosen,
        convention=row["convention"],
        feed_id=row["feed_id"],
        feed_title=row["feed_title"],
        panels=PanelChoice(next(iter(chosen.get(PANELS_CHOICE, ())), PanelChoice.NONE)),
    )
