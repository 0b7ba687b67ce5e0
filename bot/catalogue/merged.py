"""A series as read and as a merge makes it: what is to be written of it, and which known series a record means.

Withdrawals: which dates a source takes back by naming them no more, and when it isn't believed.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from operator import attrgetter
from typing import TypeAlias

from bot.catalogue.model import IDENTITY_FIELDS, OWN_IDENTITY, Origin, Series
from bot.catalogue.records import Change, Correction, DateChange, SourceDate, SourceRecord
from bot.catalogue.releases import WEEKLY, Basis, Release, ReleaseKind
from bot.catalogue.slots import Slot
from bot.catalogue.updates import FIRST_PROVISIONAL, SeriesUpdates


@dataclass(slots=True, eq=False)
class MergedRelease:
    """A release, and what each origin says of its date.

    The release's id is 0 until it is stored. `key` is its id, or a provisional one that counts within its series.
    """

    release: Release
    dates: Mapping[Origin, SourceDate] = field(default_factory=dict)
    key: int = 0
    before: tuple[Release, Mapping[Origin, SourceDate]] = field(init=False)
    """All of it as it was read."""

    def __post_init__(self) -> None:
        self.before = (self.release, self.dates)
        self.key = self.key or self.release.id

    @property
    def is_changed(self) -> bool:
        """Whether it is no longer what it was when it was read."""
        return (self.release, self.dates) != self.before


@dataclass(slots=True, eq=False)
class MergedSeries:
    """A series with what every origin says of it.

    `releases` lie in the order in which they were stored: the shared ones, and with them those of one guild where its
    moderators' word is merged. `stored` is what lies in the store of each origin's record, `kept` which records are to
    be stored anew. `field_changes` and `date_changes` go into the history; `backdated` are releases whose new dates
    may lie where no scan comes by any more, with their anchors. `rules` are the slots that sources state, and
    `paused_by` names those that say that nothing comes for now. `updates` is None where none can be (a new series).
    """

    series: Series
    is_new: bool = False
    records: dict[Origin, Series] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    releases: list[MergedRelease] = field(default_factory=list)
    updates: SeriesUpdates | None = None
    stored: dict[Origin, object] = field(default_factory=dict)
    kept: dict[Origin, Series] = field(default_factory=dict)
    rules: tuple[Slot, ...] = ()
    paused_by: frozenset[Origin] = frozenset()
    date_changes: list[tuple[MergedRelease, DateChange]] = field(default_factory=list)
    field_changes: list[Change] = field(default_factory=list)
    backdated: list[tuple[MergedRelease, datetime]] = field(default_factory=list)
    id: int = 0
    """The series' id; that of a new one once it has been given one."""
    before: Series | None = field(init=False)
    """The series as it was read; None for one that is new."""
    rules_before: tuple[tuple[Slot, ...], frozenset[Origin]] = field(init=False)
    """Its rules, and by whom it was paused, as they were read."""

    def __post_init__(self) -> None:
        self.rules_before = (self.rules, self.paused_by)
        self.before = None if self.is_new else self.series
        self.id = self.series.id

    @property
    def result(self) -> Series:
        """The series as it is stored, with its id."""
        return self.series if self.series.id == self.id else replace(self.series, id=self.id)

    @property
    def said(self) -> tuple[Series, ...]:
        """The series as it is, and as each origin has it."""
        return self.series, *self.records.values()

    def keep(self, origin: Origin, record: Series) -> None:
        """Keep what an origin says of the series, in the place of what it said before."""
        self.records[origin] = self.kept[origin] = record

    def add(self, release: Release, dates: Mapping[Origin, SourceDate]) -> MergedRelease:
        """Add a release that is new."""
        added = MergedRelease(release, dates, FIRST_PROVISIONAL + len(self.releases))
        self.releases.append(added)
        return added

    def release(self, release_id: int) -> MergedRelease:
        """Find the stored release with this id. Raises `KeyError` where there is none."""
        for each in self.releases:
            if each.release.id == release_id:
                return each
        raise KeyError(release_id)

    @property
    def added(self) -> list[MergedRelease]:
        """The releases that are new."""
        return [each for each in self.releases if not each.release.id]

    @property
    def changed(self) -> list[MergedRelease]:
        """The known releases that aren't what they were."""
        return [each for each in self.releases if each.release.id and each.is_changed]


ReleaseIdentity = tuple[str, int | None, str | None]
"""What makes two releases the same one: a premiere, an episode of that number … on a service."""


def identity_of(release: Release) -> ReleaseIdentity:
    """Tell which release it is, whatever its date.

    A finale is the episode of its number, and the first episode is the premiere. Where one source
    calls a premiere what another calls a film, it is the same first outing. What comes by a rule is known by its date.
    """
    if release.basis is Basis.SLOT:
        start = release.date.earliest
        return "slot", int(start.timestamp()) if start else None, release.service
    if release.label is not None:
        return f"label {release.label}", None, release.service
    number = 1 if release.number is None else release.number
    if release.kind in WEEKLY and number != 1:
        return "episode", number, release.service
    if release.kind in {ReleaseKind.HOME_VIDEO, ReleaseKind.DUB}:
        return release.kind.value, number, release.service
    return "first", None, release.service


def by_number(releases: Iterable[MergedRelease]) -> list[MergedRelease]:
    """Order releases by their numbers; of two with one number the one that was stored first comes first."""
    return sorted(releases, key=lambda each: -1 if each.release.number is None else each.release.number)


ids_of = attrgetter(*IDENTITY_FIELDS.values())
"""Gives the ids by which catalogues know a series, the surest first; None for those of which none is known."""


@dataclass(frozen=True, slots=True)
class KnownSeries:
    """By what a stored series is known."""

    id: int
    slug: str
    anilist_id: int | None
    myanimelist_id: int | None
    bangumi_id: int | None


@dataclass(frozen=True, slots=True)
class Link:
    """That a source's id belongs to a series. `source` is one of `IDENTITY_FIELDS`."""

    source: str
    number: int
    series_id: int


@dataclass(frozen=True, slots=True)
class Relinked:
    """That a series has come to have another id of a source's, or its first, where `old` is None."""

    holder: "int | MergedSeries"
    source: str
    old: int | None
    new: int

    @property
    def series_id(self) -> int:
        """The series' id, once it has been given one."""
        return self.holder if isinstance(self.holder, int) else self.holder.id


Key: TypeAlias = tuple[str, int]
"""A source of `IDENTITY_FIELDS`, and a number of its."""


class SeriesIndex:
    """Which series is meant: one in the store, by its id, or one of which this batch has spoken already.

    Each id of a source's belongs to one series at most: to the one that had it first. `relinked` tells which ids series
    have come to have, in the order in which they did.
    """

    def __init__(self, known: Iterable[KnownSeries], links: Iterable[Link]) -> None:
        """Take in the shared series of a store, and which ids belong to them."""
        self._by_key: dict[Key, int | MergedSeries] = {}
        self._keys: defaultdict[int | MergedSeries, dict[str, int]] = defaultdict(dict)
        self._by_slug: dict[str, int | MergedSeries] = {}
        self._known: dict[int, KnownSeries] = {}
        self.relinked: list[Relinked] = []
        for each in known:
            self._known[each.id] = each
            self._by_slug[each.slug] = each.id
        for link in links:
            self._by_key[link.source, link.number] = link.series_id
            self._keys[link.series_id][link.source] = link.number

    def learn(self, links: Iterable[Link]) -> None:
        """Take in to which series further ids belong: those that a known one may come to have by what it was said."""
        for link in links:
            self._by_key.setdefault((link.source, link.number), link.series_id)

    def find(self, series: Series, origin: Origin | None = None) -> int | MergedSeries | None:
        """Find the series that an origin speaks of: by the surest id that it names; else by the slug.

        A series of which the surest number that both have is another isn't meant: two entries of AniList's with one
        MyAnimeList id stay two. Where its ids belong to several series the origin's own counts: what it believes of
        others' ids moves what it says to no other series.
        """
        holders = {key[0]: self._by_key[key] for key in _keys_of(series) if key in self._by_key}
        own = OWN_IDENTITY.get(origin) if origin is not None else None
        if own in holders and len(set(holders.values())) > 1:
            return holders[own]
        for found in holders.values():
            if self._may_be(found, series):
                return found
        found_by_slug = self._by_slug.get(series.slug) if series.slug else None
        return None if found_by_slug is None or not self._may_be(found_by_slug, series) else found_by_slug

    def _may_be(self, known: int | MergedSeries, series: Series) -> bool:
        there = self._known[known] if isinstance(known, int) else known.series
        pairs = zip(ids_of(there), ids_of(series), strict=True)
        return next((one == other for one, other in pairs if one is not None and other is not None), True)

    def as_linked(self, found: int | MergedSeries, record: SourceRecord) -> SourceRecord:
        """Give what is said of a series with its own ids in the place of those that belong to other series."""
        own, series = self._keys.get(found, {}), record.series
        others = {
            IDENTITY_FIELDS[source]: own[source]
            for source, number in _keys_of(series)
            if source in own and self._by_key.get((source, number), found) != found
        }
        return replace(record, series=replace(series, **others)) if others else record  # type: ignore[arg-type]

    def stored(self, series: Series) -> set[int]:
        """Give the ids in the store of all that `find` may give for `series`, whatever is put meanwhile."""
        found = [self._by_key.get(key) for key in _keys_of(series)]
        found += [self._by_slug.get(series.slug)]
        return {each for each in found if isinstance(each, int)}

    def first_free(self, slugs: Iterable[str]) -> str:
        """Give the first of some slugs that no series has."""
        return next(slug for slug in slugs if slug not in self._by_slug)

    def put(self, merged: MergedSeries) -> None:
        """Put a series in the index by what it has become: with ids that no other has."""
        if merged.before:
            self._keys[merged] |= self._keys.pop(merged.series.id, {})
            for key in self._keys[merged].items():
                self._by_key[key] = merged
        if merged.before and merged.before.slug != merged.series.slug:
            self._by_slug.pop(merged.before.slug, None)
        self.claim(merged, merged.series)
        self._by_slug[merged.series.slug] = merged

    def claim(self, holder: int | MergedSeries, series: KnownSeries | Series) -> None:
        """Let a series have those of its ids that belong to no other, and let go those in whose place they are."""
        links = self._keys[holder]
        for source, number in _keys_of(series):
            old = links.get(source)
            if self._by_key.setdefault((source, number), holder) is holder and old != number:
                if old is not None:
                    del self._by_key[source, old]
                links[source] = number
                self.relinked.append(Relinked(holder, source, old, number))


def _keys_of(series: KnownSeries | Series) -> list[Key]:
    return [(source, number) for source, number in zip(IDENTITY_FIELDS, ids_of(series), strict=True) if number]


# --- withdrawals ------------------------------------------------------------------------------------------------------


MANY_SERIES = 5
"""From so many on, all dates of which are taken back at once, it is the source that is wrong."""


def withdrawn(releases: Iterable[MergedRelease], record: SourceRecord, at: datetime) -> list[MergedRelease]:
    """Give the releases to which a record takes back a date that its origin gave them, by number.

    And those beyond the number of episodes that it tells, which were known from the start and are said by nobody else.
    They are still to come at `at`, which is now. What has come out stays as it was, whoever forgets it.
    """
    if not record.is_whole:
        return []
    named = {identity_of(each) for each in record.releases}
    back = [each for each in _ahead(releases, record, at) if identity_of(each.release) not in named]
    total = record.series.episodes
    for each in by_number(releases) if total else ():
        one = each.release
        is_ahead = one.date.latest is not None and one.date.latest > at and one.guild_id is None
        is_old = set(each.dates) <= {Origin.STARTER}
        if is_ahead and is_old and one.kind in WEEKLY and (one.number or 0) > (total or 0):
            back.append(each)
    return back


def not_believed(records: Iterable[tuple[MergedSeries, SourceRecord]], at: datetime) -> set[int]:
    """Tell which of an answer's records aren't believed, by the ids of their series.

    They take back or cancel most of what is still to come, and so does the answer for more than half of the series that
    have anything to come: no week takes the dates of all shows, but sources have had such days.
    """
    dated, emptied = 0, set()
    for merged, record in records:
        stand = {identity_of(each) for each in record.releases if not each.cancelled and each.date.latest}
        ahead = [identity_of(each.release) for each in _ahead(merged.releases, record, at)]
        dated += bool(ahead)
        if ahead and 2 * sum(slot in stand for slot in ahead) < len(ahead):
            emptied.add(merged.id)
    return emptied if len(emptied) >= MANY_SERIES and 2 * len(emptied) > dated else set()


def _ahead(releases: Iterable[MergedRelease], record: SourceRecord, at: datetime) -> list[MergedRelease]:
    """List the shared releases that come after `at` as the record's origin has said until now, by number."""
    found = []
    for each in by_number(releases):
        said = each.dates.get(record.origin)
        latest = None if said is None or said.cancelled else said.date.latest
        if each.release.guild_id is None and latest is not None and latest > at:
            found.append(each)
    return found
