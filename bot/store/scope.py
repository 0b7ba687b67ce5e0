"""Which subscriptions to releases a series is in scope of, what they choose of it, and which of several tells it."""

from collections.abc import Callable
from typing import TypeAlias

from sqlalchemy import ColumnElement, FromClause, Subquery, and_, exists, literal, or_, select, union

from bot.domain.subscriptions import Topic
from bot.store.tables import subscription_choices, subscriptions, watchlist

Condition: TypeAlias = Callable[[FromClause], ColumnElement[bool]]
"""Something about subscriptions, or an alias of them."""

KIND, SERVICE, UNTOLD = "kind", "service", "untold"
"""What a row of `subscription_choices` is about."""


def has_row(of: FromClause, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a row of one table is so, given the rows of all that it is asked within, however deep."""
    return exists(select(literal(1)).select_from(of).where(*conditions).correlate_except(of))


def in_scope(series_id: ColumnElement[int], of: FromClause = subscriptions) -> ColumnElement[bool]:
    """Whether a subscription is for this series: its own, or the watchlist's."""
    watched = has_row(watchlist, watchlist.c.guild_id == of.c.guild_id, watchlist.c.series_id == series_id)
    return or_(of.c.series_id == series_id, and_(of.c.series_id.is_(None), watched))


def told_by_narrower(
    series_id: ColumnElement[int], wants: Condition, of: FromClause = subscriptions
) -> ColumnElement[bool]:
    """Whether the same channel has a subscription for this very series that `wants` what is to be told."""
    narrower = subscriptions.alias("narrower")
    return and_(
        of.c.series_id.is_(None),
        has_row(
            narrower,
            narrower.c.channel_id == of.c.channel_id,
            narrower.c.topic == Topic.RELEASES,
            narrower.c.series_id == series_id,
            wants(narrower),
        ),
    )


def chose(of: FromClause, about: str, value: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether a subscription has this among its choices."""
    chosen = subscription_choices.alias(f"chosen_{about}")
    return has_row(chosen, chosen.c.subscription_id == of.c.id, chosen.c.about == about, chosen.c.value == value)


def chose_none(of: FromClause, about: str) -> ColumnElement[bool]:
    """Whether a subscription left a choice as it is usual."""
    chosen = subscription_choices.alias(f"any_{about}")
    return ~has_row(chosen, chosen.c.subscription_id == of.c.id, chosen.c.about == about)


def chooses_kind(kind: ColumnElement[str], of: FromClause = subscriptions) -> ColumnElement[bool]:
    """Whether a subscription chose this kind of release, or all of them."""
    return or_(chose(of, KIND, kind), chose_none(of, KIND))


def chooses_service(service: ColumnElement[str], of: FromClause = subscriptions) -> ColumnElement[bool]:
    """Whether a subscription chose this service; NULL is the first broadcast, or cinemas, which is usual."""
    return or_(chose(of, SERVICE, service), and_(service.is_(None), chose_none(of, SERVICE)))


def candidates(series_id: ColumnElement[int]) -> Subquery:
    """The ids of the subscriptions that `in_scope` may be true of, each once: most are for other series.

    Read first and by indexes, so that what is asked of a subscription is asked of these alone.
    """
    of = subscriptions.c
    watching = select(watchlist.c.guild_id).where(watchlist.c.series_id == series_id)
    of_the_list = (of.topic == Topic.RELEASES, of.series_id.is_(None), of.guild_id.in_(watching))
    own = select(of.id).where(of.series_id == series_id)
    return union(own, select(of.id).where(*of_the_list)).subquery("candidates")
