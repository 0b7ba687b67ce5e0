"""How series are related: as AniList has it, else by the season and part that the titles of a franchise name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.catalogue.franchises import installment_of
from bot.catalogue.installments import IN_A_ROW, Member
from bot.catalogue.model import Format, RelatedEntry, Relation, Series
from bot.folding import fold

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
