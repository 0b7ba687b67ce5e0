"""What a source takes back, and when it isn't believed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.catalogue.merge import merge_record
from bot.catalogue.merged import MANY_SERIES, MergedRelease, MergedSeries, not_believed
from bot.catalogue.model import Origin, Series, Titles
from bot.catalogue.records import SourceDate, SourceRecord
from bot.catalogue.releases import Release, ReleaseKind
from bot.dates.airdate import AirDate

PREMIERE = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
WEEK = timedelta(weeks=1)
BETWEEN = PREMIERE + WEEK + timedelta(days=1)
"""When two episodes are out."""


def episode(number: int, *, origin: Origin = Origin.ANILIST) -> Release:
    kind = ReleaseKind.PREMIERE if number == 1 else ReleaseKind.EPISODE
    return Release(number, 1, kind, AirDate.instant(PREMIERE + (number - 1) * WEEK), number, origin=origin)


def known(*numbers: int, series_id: int = 1, origin: Origin = Origin.ANILIST) -> MergedSeries:
    """A series of whose episodes a source has said the dates."""
    series = Series(series_id, f"s{series_id}", Titles(english="One"), anilist_id=series_id)
    said = [episode(number, origin=origin) for number in numbers]
    releases = [MergedRelease(each, {origin: SourceDate(each.date)}) for each in said]
    return MergedSeries(series, records={origin: series}, releases=releases)


def record(*numbers: int, is_whole: bool = True, series_id: int = 1) -> SourceRecord:
    series = Series(0, "", Titles(english="One"), anilist_id=series_id)
    releases = tuple(replace(episode(number), id=0, series_id=0) for number in numbers)
    return SourceRecord(Origin.ANILIST, series, releases, is_whole=is_whole)


def dated(merged: MergedSeries) -> list[int]:
    return [each.release.number or 0 for each in merged.releases if each.release.date.earliest is not None]


@pytest.mark.parametrize(
    ("named", "left"), [((1, 2, 3, 4), [1, 2, 3, 4]), ((1, 2), [1, 2]), ((), [1, 2]), ((1, 2, 4), [1, 2, 4])]
)
def test_what_is_still_to_come_and_is_named_no_more_has_no_date(named: tuple[int, ...], left: list[int]) -> None:
    merged = known(1, 2, 3, 4)
    merge_record(merged, record(*named), BETWEEN, None)
    assert dated(merged) == left
    assert [change.actor for _, change in merged.date_changes] == ["anilist"] * (4 - len(left))

    merge_record(merged, record(1, 2, 3, 4), BETWEEN, None)
    assert dated(merged) == [1, 2, 3, 4]


def test_who_names_only_some_takes_nothing_back() -> None:
    merged = known(1, 2, 3, 4)
    merge_record(merged, record(1, 2, is_whole=False), BETWEEN, None)
    assert dated(merged) == [1, 2, 3, 4]


def test_what_another_source_or_a_guild_says_stays() -> None:
    others = known(1, 2, 3, origin=Origin.BANGUMI)
    merge_record(others, record(1, 2), BETWEEN, None)
    assert dated(others) == [1, 2, 3]

    both = known(1, 2, 3)
    third = both.releases[2]
    third.dates = {**third.dates, Origin.BANGUMI: SourceDate(third.release.date)}
    merge_record(both, record(1, 2), BETWEEN, None)
    assert dated(both) == [1, 2, 3]
    assert third.release.origin is Origin.BANGUMI

    own = known(1, 2, 3)
    own.releases[2].release = replace(own.releases[2].release, guild_id=5)
    merge_record(own, record(1, 2), BETWEEN, None)
    assert dated(own) == [1, 2, 3]


def test_fewer_episodes_leave_one_finale() -> None:
    merged = known(1, 2, 3)
    merged.releases[2].release = replace(merged.releases[2].release, kind=ReleaseKind.FINALE)
    last = replace(record(1, 2).releases[1], kind=ReleaseKind.FINALE)
    said = record(1, 2)
    merge_record(merged, replace(said, releases=(said.releases[0], last)), BETWEEN - WEEK, None)
    assert [each.release.kind for each in merged.releases][1:] == [ReleaseKind.FINALE, ReleaseKind.EPISODE]
    assert dated(merged) == [1, 2]


@pytest.mark.parametrize(
    ("emptied", "others", "believed"),
    [
        (1, 0, True),
        (MANY_SERIES - 1, 0, True),
        (MANY_SERIES, 0, False),
        (MANY_SERIES, MANY_SERIES, True),
        (20, 9, False),
    ],
)
def test_a_source_that_takes_all_back_at_once_is_not_believed(emptied: int, others: int, *, believed: bool) -> None:
    ids = range(1, emptied + others + 1)
    pairs = [
        (known(1, 2, 3, 4, series_id=one), record(*((1, 2) if one <= emptied else (1, 2, 3, 4)), series_id=one))
        for one in ids
    ]
    assert not_believed(pairs, BETWEEN) == (set() if believed else set(range(1, emptied + 1)))
    assert not_believed(pairs, BETWEEN + 4 * WEEK) == set()  # all of it is out
