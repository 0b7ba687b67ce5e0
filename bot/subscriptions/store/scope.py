"""Which subscriptions to releases a series is in scope of, what they choose of it, and which of a channel's tells it.

A channel may have three kinds of subscriptions at once: for one series, for the watchlist, and for the season, each
narrower than the next. What several of them want is told by the narrowest that chose it, by its own kinds and services,
with its leads and its role: so nothing is told twice in a channel, and what only the wider one chose isn't lost. Leads
are no choice: the narrowest one's say when, and where they never come, that was asked for.
"""

from collections.abc import Callable
from typing import TypeAlias

from sqlalchemy import ColumnElement, FromClause, Select, and_, case, exists, func, literal, or_, select

from bot.catalogue.releases import WEEKLY, Basis
from bot.catalogue.tables import releases, series
from bot.subscriptions.model import FIRST_BROADCAST, Topic
from bot.subscriptions.store.channels import BASIS_CHOICE, KIND_CHOICE, SERVICE_CHOICE
from bot.subscriptions.tables import subscription_choices, subscriptions, watchlist

Condition: TypeAlias = Callable[[FromClause], ColumnElement[bool]]
"""Something about subscriptions, or an alias of them."""

SEASONS_APART = 1
"""How many seasons may lie between a series and its release: a premiere in the last nights of March belongs to spring,
and a series that began in January may end in April."""


def is_weekly() -> ColumnElement[bool]:
    """Tell whether a release is a weekly episode.

    It needs no IN list: those can't be run for many facts at once.
    """
    return or_(*(releases.c.kind == kind for kind in WEEKLY))


def quarter_of(of: FromClause) -> ColumnElement[int]:
    """Give the number of a series' or a release's season, one more than the last's; NULL where it has none."""
    quarter: ColumnElement[int] = of.c.year * 4 + of.c.season
    return quarter


def in_scope(
    series_id: ColumnElement[int], quarter: ColumnElement[int], of: FromClause = subscriptions
) -> ColumnElement[bool]:
    """Tell whether a subscription is for this series: its own, the watchlist's, or the season's.

    `quarter` is that of what is told (`quarter_of`): a season's subscription is for what comes out in the series' own
    season, the one before or the one after. A series of no season, or whose popularity isn't known, is in none's scope.
    """
    of_season = has_row(
        series,
        series.c.id == series_id,
        series.c.popularity >= of.c.popularity,
        quarter_of(series).between(quarter - SEASONS_APART, quarter + SEASONS_APART),
    )
    return or_(
        of.c.series_id == series_id,
        and_(of.c.series_id.is_(None), of.c.popularity.is_(None), is_watched(series_id, of)),
        and_(of.c.series_id.is_(None), of_season),
    )


def is_watched(series_id: ColumnElement[int], of: FromClause) -> ColumnElement[bool]:
    """Tell whether a series is on the watchlist of a subscription's guild."""
    return has_row(watchlist, watchlist.c.guild_id == of.c.guild_id, watchlist.c.series_id == series_id)


def has_row(of: FromClause, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Tell whether a row of one table meets the conditions, given the rows of all queries around it."""
    return exists(select(literal(1)).select_from(of).where(*conditions).correlate_except(of))


def chooses_kind(kind: ColumnElement[str], of: FromClause = subscriptions) -> ColumnElement[bool]:
    """Tell whether a subscription chose this kind of release, or all of them."""
    return or_(chose(of, KIND_CHOICE, kind), chose_none(of, KIND_CHOICE))


def chooses_service(service: ColumnElement[str], of: FromClause = subscriptions) -> ColumnElement[bool]:
    """Tell whether a subscription chose this service.

    NULL is the first broadcast, or cinemas, which is usual.
    """
    chosen = chose(of, SERVICE_CHOICE, func.coalesce(service, FIRST_BROADCAST))
    return or_(chosen, and_(service.is_(None), chose_none(of, SERVICE_CHOICE)))


def chooses_basis(basis: ColumnElement[str], of: FromClause = subscriptions) -> ColumnElement[bool]:
    """Tell whether a subscription gets what rests on this: one that wants what is stated gets nothing by a slot."""
    return or_(basis == Basis.STATED.value, chose_none(of, BASIS_CHOICE))


def chose(of: FromClause, about: str, value: ColumnElement[str]) -> ColumnElement[bool]:
    """Tell whether a subscription has this among its choices."""
    chosen = subscription_choices.alias(f"chosen_{about}")
    return has_row(chosen, chosen.c.subscription_id == of.c.id, chosen.c.about == about, chosen.c.value == value)


def chose_none(of: FromClause, about: str) -> ColumnElement[bool]:
    """Tell whether a subscription left a choice at its default."""
    chosen = subscription_choices.alias(f"any_{about}")
    return ~has_row(chosen, chosen.c.subscription_id == of.c.id, chosen.c.about == about)


def told_by_narrower(
    series_id: ColumnElement[int], wants: Condition, of: FromClause = subscriptions
) -> ColumnElement[bool]:
    """Tell whether the same channel has a narrower subscription for this series that `wants` the same."""
    # Say that a channel has three subscriptions to releases: for the season, for the watchlist, and for Frieren, which
    # is on the watchlist. Asked of each of them (`of`), an episode of Frieren is told by a narrower one
    #   - for the season: true, by way of the watchlist's or of Frieren's own;
    #   - for the watchlist: true, by way of Frieren's own;
    #   - for Frieren's own: false, for nothing is narrower. So the one post comes from there.
    # What is narrower is another row of the same channel: one for this very series, whichever `of` is, or, where `of`
    # is the season's (only those have a popularity), the watchlist's, if the guild watches the series. `wants` has the
    # last word: where Frieren's own chose premieres alone, it doesn't want the episode, so the watchlist's tells it.
    narrower = subscriptions.alias("narrower")
    of_the_list = and_(of.c.popularity.is_not(None), narrower.c.series_id.is_(None), narrower.c.popularity.is_(None))
    return and_(
        of.c.series_id.is_(None),
        has_row(
            narrower,
            narrower.c.channel_id == of.c.channel_id,
            narrower.c.topic == Topic.RELEASES,
            or_(narrower.c.series_id == series_id, and_(of_the_list, is_watched(series_id, narrower))),
            wants(narrower),
        ),
    )


def is_of_convention(convention: ColumnElement[str], of: FromClause = subscriptions) -> ColumnElement[bool]:
    """Tell whether a subscription to conventions is for this one, or for all of them."""
    return or_(of.c.convention.is_(None), of.c.convention == convention)


def in_scope_of_convention(convention: ColumnElement[str], was_there: Condition) -> ColumnElement[bool]:
    """Tell whether a subscription is the one of its channel that tells of an edition of this convention.

    One for the convention goes before one for all of them; its leads say when, as for series.
    """
    narrower = subscriptions.alias("narrower")
    of = subscriptions.c
    told = has_row(
        narrower,
        narrower.c.channel_id == of.channel_id,
        narrower.c.topic == Topic.CONVENTIONS,
        narrower.c.convention == convention,
        was_there(narrower),
    )
    return or_(of.convention == convention, and_(of.convention.is_(None), ~told))


def news_told_by_narrower(wants: Condition) -> ColumnElement[bool]:
    """Tell whether the same channel has a narrower subscription that `wants` the same news.

    Narrower is one for the series, then one for the convention, the watchlist's, that for all conventions, and last the
    season's.
    """
    narrower = subscriptions.alias("narrower")
    return has_row(
        narrower,
        narrower.c.channel_id == subscriptions.c.channel_id,
        _width_for_news(narrower) < _width_for_news(subscriptions),
        wants(narrower),
    )


def _width_for_news(of: FromClause) -> ColumnElement[int]:
    return case(
        (of.c.series_id.is_not(None), 0),
        (of.c.convention.is_not(None), 1),
        (of.c.topic == Topic.CONVENTIONS.value, 3),
        (of.c.popularity.is_not(None), 4),
        else_=2,
    )


def is_about(topic: Topic) -> ColumnElement[bool]:
    """Tell whether a subscription is to this topic, of subscriptions that were found by something else.

    Written like this, no index is used for it: a topic's are most of them.
    """
    return subscriptions.c.topic.concat("") == topic.value


def candidates(
    series_id: ColumnElement[int],
    quarter: ColumnElement[int] | None = None,
    ids: tuple[ColumnElement[int], ColumnElement[int]] | None = None,
) -> tuple[Select[tuple[int]], ...]:
    """Select the ids of the subscriptions that `in_scope` may be true of, in three parts: each is read by an index.

    Most subscriptions are for other series. Without a `quarter`, a season's subscription may be for any season. `ids`
    are the bounds between which they lie: the first is left out.
    """
    of = subscriptions.c
    # Written like this, SQLite uses the index of what follows, and not that of the series, of which most have none.
    without_series = and_(of.topic == Topic.RELEASES, func.coalesce(of.series_id, 0) == 0)
    watching = select(watchlist.c.guild_id).where(watchlist.c.series_id == series_id).correlate_except(watchlist)
    known = series.alias("known")
    popular = and_(known.c.id == series_id, of.popularity <= known.c.popularity)
    if quarter is not None:
        popular &= quarter_of(known).between(quarter - SEASONS_APART, quarter + SEASONS_APART)
    by_series = select(of.id).where(of.series_id == series_id)
    by_watchlist = select(of.id).where(without_series, of.popularity.is_(None), of.guild_id.in_(watching))
    by_season = select(of.id).select_from(known).join(subscriptions, popular)
    if ids is None:
        return by_series, by_watchlist, by_season
    after, to = ids
    # The same: the index is that of the guild or of the popularity, and not the ids'.
    bounded = and_(of.id + 0 > after, of.id + 0 <= to)
    return by_series.where(of.id > after, of.id <= to), by_watchlist.where(bounded), by_season.where(bounded)
