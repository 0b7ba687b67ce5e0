"""Entries that a source stops knowing, and the entries that take their place."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeAlias

from bot.catalogue.actions import merge_within
from bot.catalogue.model import IDENTITY_FIELDS, OWN_IDENTITY, Origin, Series
from bot.catalogue.records import SourceRecord
from bot.catalogue.store import sources as store
from bot.catalogue.store.catalogue import series_by_ids
from bot.catalogue.store.records import read_series
from bot.database.engine import Connection
from bot.folding import fold

LOST_AFTER_ANSWERS = 3
LOST_AFTER = timedelta(days=1)
"""So many whole answers have to lack an entry, the first and the last so far apart, until it counts as lost."""
UNANSWERED_FOR = timedelta(days=3)
"""For so long it is asked, with every round, what took the place of a lost entry; then it is told without an answer."""
MOST_LOST = 5
"""From so many on that an answer lacks, if they are most of what was asked for, it is the source that is wrong."""


@dataclass(frozen=True, slots=True)
class MissingEntry:
    """A series whose entry is to count as lost by now: its source's answers have lacked it since then."""

    series: Series
    since: datetime

    def is_overdue(self, at: datetime) -> bool:
        """Tell whether it has been asked for long enough what took its place."""
        return at - self.since >= LOST_AFTER + UNANSWERED_FOR


@dataclass(frozen=True, slots=True)
class LostEntry:
    """A series whose entry a source has stopped knowing, and the one that took its place, where that is known."""

    series: Series
    successor: Series | None = None


TellLost: TypeAlias = Callable[[Connection, Series, datetime], Awaitable[None]]
"""Has people told of a series whose entry is lost, in the transaction in which that comes to be believed."""


async def note_answer(
    db: Connection, origin: Origin, asked: Collection[int], answered: Collection[int], *, at: datetime
) -> list[MissingEntry]:
    """Keep which entries a whole answer has lacked; give those that are to count as lost by now."""
    source = OWN_IDENTITY[origin]
    missing = set(asked) - set(answered)
    await store.found_again(db, source, answered)
    if not missing or (len(missing) >= MOST_LOST and 2 * len(missing) > len(asked)):
        return []
    await store.missed(db, source, missing, at)
    since = await store.missing_for_long(db, source, answers=LOST_AFTER_ANSWERS, since=at - LOST_AFTER)
    return [MissingEntry(each, since[series_id]) for series_id, each in (await series_by_ids(db, since)).items()]


async def take_back_dates(
    db: Connection, origin: Origin, lost: Series, *, at: datetime, settle_delay: timedelta
) -> None:
    """Take back what is still to come of a series by the word of a source that has lost its entry."""
    said = await store.statement(db, lost.id, origin)
    if said is None:
        return
    # Under its own id, which may not be the one that is shown.
    own = {OWN_IDENTITY[origin]: getattr(lost, IDENTITY_FIELDS[OWN_IDENTITY[origin]])}
    record = replace(read_series(said), **{IDENTITY_FIELDS[source]: number for source, number in own.items()})
    await merge_within(db, [SourceRecord(origin, record, is_whole=True)], at=at, settle_delay=settle_delay)


async def count_as_lost(db: Connection, origin: Origin, lost: Series, *, at: datetime) -> None:
    """Let a series' entry count as lost, for good or until its source has it again."""
    await store.lose(db, OWN_IDENTITY[origin], lost.id, at)


def takes_place_of(old: Series, new: Series) -> bool:
    """Tell whether an entry is of what another was of: by its MyAnimeList id, else by a title, format and season."""
    if new.anilist_id in {None, old.anilist_id}:
        return False
    if old.myanimelist_id is not None and new.myanimelist_id is not None:
        return old.myanimelist_id == new.myanimelist_id
    ours, theirs = ({fold(name) for name in each.titles.leading} for each in (old, new))
    when = (old.format, old.year, old.season)
    return bool(ours & theirs) and old.year is not None and when == (new.format, new.year, new.season)


async def lost_entries(db: Connection, series_ids: Collection[int]) -> dict[int, LostEntry]:
    """Read series whose entries were lost, each with the newest in the catalogue that takes its place, by id."""
    found = {}
    for series_id, old in (await series_by_ids(db, series_ids)).items():
        near = await store.alike(db, old)
        found[series_id] = LostEntry(old, next((each for each in near if takes_place_of(old, each)), None))
    return found
