"""Two sources that change their minds about two entries: what each names, since when, and until when it did.

And people who say otherwise, and take that back again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from bot.catalogue.model import Editor, Origin, Series, Titles
from bot.catalogue.records import SourceRecord
from bot.catalogue.releases import Release, ReleaseKind
from bot.dates.airdate import AirDate

ENTRIES = (1, 2)
"""Entries by their ids on AniList: a show, and what its second part becomes where a source splits it."""
SOURCES = (Origin.ANILIST, Origin.BANGUMI)
Schedule: TypeAlias = Mapping[tuple[int, int], datetime]
"""Instants by entry and number."""
OWNER, MODERATOR = Editor(9, None), Editor(9, 1)
EDITORS = (MODERATOR, OWNER)
"""Whose word counts in guild 1, the first one's most."""


@dataclass(frozen=True, slots=True)
class Word:
    """When a person says that an episode comes, and since when they say so."""

    at: datetime
    since: datetime


@dataclass(slots=True)
class Sources:
    """What each source names now, and until when anybody last named each episode at each instant."""

    said: dict[tuple[Editor, int, int], Word] = field(default_factory=dict)
    """The words of people that stand, by entry and number."""
    named: dict[Origin, dict[tuple[int, int], datetime]] = field(default_factory=dict)
    until: dict[tuple[int, int, datetime], datetime] = field(default_factory=dict)
    since: dict[tuple[int, int], datetime] = field(default_factory=dict)
    """Since when any source has given an episode a date."""

    def name(self, source: Origin, schedule: Schedule, now: datetime) -> list[SourceRecord]:
        """Let a source name this schedule, whole, and give the records that say so."""
        self._note(now)
        self.named[source] = dict(schedule)
        self._note(now)
        self._note_dated(now)
        return [_record(source, entry, schedule) for entry in ENTRIES]

    def say(self, editor: Editor, entry: int, number: int, at: datetime | None, now: datetime) -> None:
        """Let a person say when an episode comes; None to take that back."""
        self._note(now)
        self.said.pop((editor, entry, number), None)
        if at is not None:
            self.said[editor, entry, number] = Word(at, now)
        self._note(now)
        self._note_dated(now)

    def word(self, entry: int, number: int) -> Word | None:
        """Give the person's word on an episode that counts over all sources; None where none stands."""
        words = (self.said.get((editor, entry, number)) for editor in EDITORS)
        return next((each for each in words if each is not None), None)

    def named_until(self, entry: int, number: int, at: datetime, now: datetime) -> datetime | None:
        """Tell when an episode was last named at that instant by any source; None for never."""
        self._note(now)
        return self.until.get((entry, number, at))

    def _note(self, now: datetime) -> None:
        for schedule in self.named.values():
            self.until |= {(entry, number, at): now for (entry, number), at in schedule.items()}
        self.until |= {(entry, number, word.at): now for (_, entry, number), word in self.said.items()}

    def _note_dated(self, now: datetime) -> None:
        dated = {key for each in self.named.values() for key in each} | {key[1:] for key in self.said}
        self.since = {key: self.since.get(key, now) for key in dated}


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
