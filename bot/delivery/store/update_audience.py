"""Who wants to be told of an update: whose series it is, unless they switched its kind off or chose something else."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, func, or_, select

from bot.catalogue.revisions import OF_THE_SERIES, UpdateKind
from bot.catalogue.store.visibility import for_guild, hidden_in
from bot.database.tables import releases, subscription_leads, subscriptions, updates
from bot.subscriptions.model import Topic
from bot.subscriptions.store.channels import MUTED_CHOICE, SERVICE_CHOICE
from bot.subscriptions.store.scope import (
    Condition,
    chooses_kind,
    chooses_service,
    chose,
    chose_none,
    has_row,
    in_scope,
    is_weekly,
    quarter_of,
    told_by_narrower,
)


def wanting_update(rows: Select[Any], fact_id: ColumnElement[int], was_there: Condition) -> Select[Any]:
    """Narrow rows of subscriptions to those that want an update told, given as for `due.wanting`."""

    def wants(of: FromClause) -> ColumnElement[bool]:
        return and_(_chooses(of), was_there(of))

    told = and_(updates.c.id == fact_id, for_guild(updates, subscriptions.c.guild_id))
    rows = rows.join(updates, told).outerjoin(releases, releases.c.id == updates.c.release_id)
    return rows.where(
        subscriptions.c.topic == Topic.RELEASES,
        in_scope(updates.c.series_id, _quarter()),
        # Where a guild has a date of its own, what others say of it is no news.
        or_(updates.c.release_id.is_(None), for_guild(releases, subscriptions.c.guild_id)),
        _chooses(subscriptions),
        ~chose(subscriptions, MUTED_CHOICE, updates.c.kind),
        ~hidden_in(updates.c.series_id, subscriptions.c.guild_id),
        # What was switched off for the series isn't told by the watchlist's subscription either.
        ~told_by_narrower(updates.c.series_id, wants),
    )


def _quarter() -> ColumnElement[int]:
    """Give the number of the season of its release, or of what the series brings next; NULL for none."""
    ahead = releases.alias("ahead")
    coming = (ahead.c.series_id == updates.c.series_id, ahead.c.latest >= updates.c.anchor_at)
    soonest = select(quarter_of(ahead)).where(*coming).order_by(ahead.c.latest).limit(1)
    quarter: ColumnElement[int] = func.coalesce(quarter_of(releases), soonest.correlate(updates).scalar_subquery())
    return quarter


def _chooses(of: FromClause) -> ColumnElement[bool]:
    """Tell whether what it is about is among what a subscription chose: a trailer always is."""
    of_service = or_(chose(of, SERVICE_CHOICE, updates.c.service), chose_none(of, SERVICE_CHOICE))
    return or_(
        updates.c.kind == UpdateKind.TRAILER,
        and_(updates.c.kind == UpdateKind.SERVICE, of_service),
        and_(
            ~or_(*(updates.c.kind == kind for kind in OF_THE_SERIES)),
            chooses_service(updates.c.service, of),
            chooses_kind(releases.c.kind, of),
            _gets_such(of),
        ),
    )


def _gets_such(of: FromClause) -> ColumnElement[bool]:
    """Tell whether a subscription gets posts of such a release at all.

    One without episodes isn't told that one moved.
    """
    leads = subscription_leads
    with_episodes = has_row(leads, leads.c.subscription_id == of.c.id, leads.c.episodes)
    return or_(~is_weekly(), with_episodes)
