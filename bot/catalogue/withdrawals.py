"""Withdrawals: which dates a source takes back by naming them no more, and when it isn't believed."""

from collections.abc import Iterable
from datetime import datetime

from bot.catalogue.merged import MergedRelease, MergedSeries, by_number, identity_of
from bot.catalogue.model import Origin
from bot.catalogue.records import SourceRecord
from bot.catalogue.releases import WEEKLY

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
