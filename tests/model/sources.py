"""Two sources that change their minds about two entries: what each names, since when, and until when it did."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from bot.catalogue.model import Origin, Series, Titles
from bot.catalogue.records import SourceRecord
from bot.catalogue.releases import Release, ReleaseKind
from bot.dates.airdate import AirDate

ENTRIES = (1, 2)
"""Entries by their ids on AniList: a show, and what its second part becomes where a source splits it."""
SOURCES = (Origin.ANILIST, Origin.BANGUMI)
Schedule: TypeAlias = Mapping[tuple[int, int], datetime]
"""Instants by entry and number."""


@dataclass(slots=True)
class Sources:
    """What each source names now, and until when it last named each episode at each instant."""

    named: dict[Origin, dict[tuple[int, int], datetime]] = field(default_factory=dict)
    until: dict[tuple[int, int, datetime], datetime] = field(default_factory=dict)
    since: dict[tuple[int, int], datetime] = field(default_factory=dict)
    """Since when any source has given an episode a date."""

    def name(self, source: Origin, schedule: Schedule, now: datetime) -> list[SourceRecord]:
        """Let a source name this schedule, whole, and give the records that say so."""
        self._note(now)
        self.named[source] = dict(schedule)
        self._note(now)
        dated = {key for each in self.named.values() for key in each}
        self.since = {key: self.since.get(key, now) for key in dated}
        return [_record(source, entry, schedule) for entry in ENTRIES]

    def named_until(self, entry: int, number: int, at: datetime, now: datetime) -> datetime | None:
        """Tell when an episode was last named at that instant by any source; None for never."""
        self._note(now)
        return self.until.get((entry, number, at))

    def _note(self, now: datetime) -> None:
        for schedule in self.named.values():
            self.until |= {(entry, number, at): now for (entry, number), at in schedule.items()}


def _record(source: Origin, entry: int, schedule: Schedule) -> SourceRecord:
    releases = tuple(
        Release(
            0,
            0,
            ReleaseKind.PREMIERE if number == 1 else ReleaseKind.EPISODE,
            AirDate.instant(at),
            number=number,
        )
        for (of, number), at in sorted(schedule.items())
        if of == entry
    )
    return SourceRecord(
        source, Series(0, "", Titles(english=f"Entry {entry}"), anilist_id=entry), releases, is_whole=True
    )
