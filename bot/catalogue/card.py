"""A series' card: all that is known of it when somebody asks, how it is related to others, and where sources differ."""

import enum
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.catalogue.franchises import IN_A_ROW, Member, installment_of
from bot.catalogue.model import Format, Origin, RelatedEntry, Relation, Series
from bot.catalogue.precedence import is_same_more_exactly
from bot.catalogue.records import Correction, DateChange, SourceDate
from bot.catalogue.releases import Release
from bot.dates.airdate import AirDate
from bot.folding import fold

DIFFERENCE = timedelta(hours=1)
"""Sources that are no further apart say the same: one rounds, or tells when a service has it."""
DISPUTED_FOR = timedelta(weeks=1)
"""So long after a date nobody minds any more who was right."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A release, and the dates that sources say of it which differ from the one that stands, the surest source first.

    The release's own origin is whose word stands.
    """

    release: Release
    says: tuple[tuple[Origin, AirDate], ...]


def may_be_disputed(release: Release, now: datetime) -> bool:
    """Tell whether it matters still what sources say of a release."""
    return release.date.latest is not None and release.date.latest > now - DISPUTED_FOR


def disputes(
    releases: Iterable[Release], said: Mapping[int, Mapping[Origin, SourceDate]], now: datetime
) -> Iterator[Dispute]:
    """Yield the releases on which sources differ. `said` is by the ids of the shared releases."""
    for each in releases:
        if each.cancelled or not may_be_disputed(each, now):
            continue
        dates = said.get(each.overrides_id or each.id, {})
        others = sorted((origin for origin in dates if origin != each.origin), key=lambda origin: origin.rank)
        says = tuple((origin, dates[origin].date) for origin in others if _differ(each.date, dates[origin].date))
        if says:
            yield Dispute(each, says)


def _differ(one: AirDate, other: AirDate) -> bool:
    """Tell whether two dates can't both be right. What is told less exactly doesn't differ from what lies within it."""
    if None in {one.earliest, one.latest, other.earliest, other.latest}:
        return False
    if is_same_more_exactly(one, other) or is_same_more_exactly(other, one):
        return False
    return _gap(one, other) > DIFFERENCE


def _gap(one: AirDate, other: AirDate) -> timedelta:
    """Measure how far apart two dated spans lie; nothing where they meet."""
    spans = [(each.earliest, each.latest) for each in (one, other)]
    (start, end), (other_start, other_end) = ((begin, over) for begin, over in spans if begin and over)
    return max(start - other_end, other_start - end, timedelta(0))


# --- relatives --------------------------------------------------------------------------------------------------------


MOST_RELATIVES = 8


@dataclass(frozen=True, slots=True)
class Relative:
    """Another series of the franchise, and its season and part, where its titles name them.

    `entry` is AniList's, where that says how they are related; the series needn't be in the catalogue then, and has no
    `series_id`.
    """

    series_id: int | None
    relation: Relation
    season: int | None = None
    part: int | None = None
    entry: RelatedEntry | None = None


def stems_of(series: Series) -> frozenset[str]:
    """Give what a series' main titles are without their numbers: by these its franchise is known."""
    return frozenset(stem for title in series.titles.leading if (stem := installment_of(fold(title)).stem))


def relatives(series: Series, members: Iterable[Member], named: Mapping[RelatedEntry, int | None]) -> list[Relative]:
    """Give a series' relatives, each once: first those that AniList names, then the others of its franchise.

    `named` are AniList's that may be shown, with the ids of those that are in the catalogue.
    """
    franchise = {each.series_id: each for each in franchise_of(series, members)}
    found = []
    for entry, series_id in named.items():
        same = franchise.pop(series_id, None)
        relation = entry.relation
        if relation is Relation.SIDE_STORY and entry.format is Format.FILM:
            relation = Relation.FILM
        numbered = same or Relative(series_id, relation)
        found.append(replace(numbered, relation=relation, entry=entry))
    found.sort(key=lambda each: (_ORDER.index(each.relation), each.entry.year or _NOT_KNOWN if each.entry else 0))
    return [*found, *franchise.values()]


def franchise_of(series: Series, members: Iterable[Member]) -> list[Relative]:
    """Tell how the `members` of its franchise are related to a series, by season, part and beginning.

    A member stands there once for each of its titles; what most of those name that name a number is its season and
    part.
    """
    named: defaultdict[int, list[Member]] = defaultdict(list)
    for each in members:
        named[each.series_id].append(each)
    own = _place(named.pop(series.id, []))
    found = []
    for series_id, titles in named.items():
        season, part = _place(titles)
        relation = _relation(series.format, own, Format(titles[0].format), (season, part))
        began = (titles[0].year or _NOT_KNOWN, titles[0].quarter or 0, series_id)
        in_order = (_ORDER.index(relation), season or 1, part or 1, began)
        found.append((in_order, Relative(series_id, relation, season, part)))
    return [relative for _, relative in sorted(found, key=lambda each: each[0])]


_NOT_KNOWN = 9999
_ORDER = list(Relation)
_Place = tuple[int | None, int | None]


def _place(titles: Iterable[Member]) -> _Place:
    numbers = Counter((each.season, each.part) for each in titles if (each.season, each.part) != (None, None))
    return numbers.most_common(1)[0][0] if numbers else (None, None)


def _relation(own: Format, own_place: _Place, other: Format, place: _Place) -> Relation:
    if other not in IN_A_ROW:
        return Relation.FILM if other is Format.FILM else Relation.SPECIAL
    if own not in IN_A_ROW:
        return Relation.SERIES
    here, there = ((season or 1, part or 1) for season, part in (own_place, place))
    if here == there:
        return Relation.SAME_TITLE
    return Relation.SEQUEL if there > here else Relation.PREQUEL


# --- the card ---------------------------------------------------------------------------------------------------------


class CardPage(enum.StrEnum):
    """A page of a card. Their values stand in custom_ids and in a select's options."""

    OVERVIEW = "overview"
    STORY = "story"
    EPISODES = "episodes"
    STAFF = "staff"
    STREAMING = "streaming"
    TRAILERS = "trailers"
    RELATED = "related"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of a series at `now`.

    `reader_in` are the countries that the reader is likely in; `away_since` is since when AniList hasn't answered,
    where that is long enough to matter. `corrections` are those of the guild's moderators; `confirmed` is when each
    origin last said again what it says. `disputed` are dates on which sources differ. `relatives` are AniList's
    and those of its franchise.
    """

    series: Series
    releases: Sequence[Release]
    changes: Sequence[DateChange]
    now: datetime
    reader_in: Collection[str] = ()
    away_since: datetime | None = None
    corrections: Sequence[Correction] = ()
    disputed: Sequence[Dispute] = ()
    confirmed: Mapping[Origin, datetime] = field(default_factory=dict)
    relatives: Sequence[Relative] = ()

    @property
    def is_from_anilist(self) -> bool:
        """Whether facts of it are AniList's, which is to be named for them."""
        series = self.series
        return series.anilist_id is not None and any(one.name.casefold() == "anilist" for one in series.sources)

    @property
    def facts(self) -> tuple[object, ...]:
        """What a reader would see the difference of: not how popular it is, nor that a source says the same again."""
        series = replace(self.series, popularity=None)
        return series, self.releases, self.changes, self.corrections, self.disputed, self.relatives
