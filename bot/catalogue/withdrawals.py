"""Withdrawals: which dates a source takes back by naming them no more, and when it isn't believed."""

from collections.abc import Iterable
from datetime import datetime

from bot.catalogue.merged import MergedRelease, MergedSeries, by_number, slot_of
from bot.catalogue.records import SourceRecord

MANY_SERIES = 5
"""From so many on, all dates of which are taken back at once, it is the source that is wrong."""


def withdrawn(releases: Iterable[MergedRelease], record: SourceRecord, at: datetime) -> list[MergedRelease]:
    """Give the releases to which a record takes back the date that its origin gave them, by number.

    They are still to come at `at`, which is now. What has come out stays as it was, whoever forgets it.
    """
    if not record.is_whole:
        return []
    named = {slot_of(each) for each in record.releases}
    return [each for each in _ahead(releases, record, at) if slot_of(each.release) not in named]


def not_believed(records: Iterable[tuple[MergedSeries, SourceRecord]], at: datetime) -> set[int]:
    """Tell which of an answer's records aren't believed, by the ids of their series.

    They take back or cancel most of what is still to come, and so does the answer for more than half of the series that
    have anything to come: no week takes the dates of all shows, but sources have had such days.
    """
    dated, emptied = 0, set()
    for merged, record in records:
        stand = {slot_of(each) for each in record.releases if not each.cancelled and each.date.latest}
        ahead = [slot_of(each.release) for each in _ahead(merged.releases, record, at)]
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
