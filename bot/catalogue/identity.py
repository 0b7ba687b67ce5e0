"""Identity: which of the known series a source's record is about."""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from bot.catalogue.merged import MergedSeries
from bot.catalogue.model import Series

_NUMBERS = ("anilist_id", "myanimelist_id", "bangumi_id")
_numbers = attrgetter(*_NUMBERS)


@dataclass(frozen=True, slots=True)
class KnownSeries:
    """By what a stored series is known."""

    id: int
    slug: str
    anilist_id: int | None
    myanimelist_id: int | None
    bangumi_id: int | None


class SeriesIndex:
    """Which series is meant: one in the store, by its id, or one of which this batch has spoken already."""

    def __init__(self, known: Iterable[KnownSeries]) -> None:
        """Take in the shared series of a store, those first that were stored first."""
        self._by_number: dict[tuple[str, int], int | MergedSeries] = {}
        self._by_slug: dict[str, int | MergedSeries] = {}
        for each in known:
            self._by_slug[each.slug] = each.id
            for key in _numbers_of(each):
                self._by_number.setdefault(key, each.id)

    def find(self, series: Series) -> int | MergedSeries | None:
        """Find what another catalogue numbers as `series` does, the surest number first; else the one of its slug."""
        for key in _numbers_of(series):
            if (found := self._by_number.get(key)) is not None:
                return found
        return self._by_slug.get(series.slug) if series.slug else None

    def stored(self, series: Series) -> set[int]:
        """Give the ids in the store of all that `find` may give for `series`, whatever is put meanwhile."""
        found = [self._by_number.get(key) for key in _numbers_of(series)] + [self._by_slug.get(series.slug)]
        return {each for each in found if isinstance(each, int)}

    def first_free(self, slugs: Iterable[str]) -> str:
        """Give the first of some slugs that no series has."""
        return next(slug for slug in slugs if slug not in self._by_slug)

    def put(self, merged: MergedSeries) -> None:
        """Put a series in the index by what it has become."""
        for key in _numbers_of(merged.before) if merged.before else ():
            if self._by_number.get(key) == merged.series.id:
                del self._by_number[key]
        if merged.before and merged.before.slug != merged.series.slug:
            del self._by_slug[merged.before.slug]
        for key in _numbers_of(merged.series):
            self._by_number.setdefault(key, merged)
        self._by_slug[merged.series.slug] = merged


def _numbers_of(series: KnownSeries | Series) -> list[tuple[str, int]]:
    return [key for key in zip(_NUMBERS, _numbers(series), strict=True) if key[1] is not None]
