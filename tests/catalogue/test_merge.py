"""What a record makes of one series, in memory: how its releases are matched, dated and put into the history."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.catalogue.merge import merge_record
from bot.catalogue.merged import MergedRelease, MergedSeries
from bot.catalogue.model import Origin, Series, Titles, Trailer
from bot.catalogue.records import SourceDate, SourceRecord
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.revisions import UpdateKind
from bot.catalogue.updates import SeriesUpdates
from bot.dates.airdate import AirDate

NOW = datetime(2024, 1, 1, tzinfo=UTC)
AIRS = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
WEEK = timedelta(weeks=1)
EXACT, MONTH = AirDate.instant(AIRS), AirDate.month(2024, 1)
SETTLE_DELAY = timedelta(minutes=30)
ONE = Series(0, "one", Titles(english="One"), episodes=3, anilist_id=1)


def release(kind: ReleaseKind, number: int | None, date: AirDate, *, cancelled: bool = False) -> Release:
    return Release(0, 0, kind, date, number=number, cancelled=cancelled)


def premiere(date: AirDate = EXACT) -> Release:
    return release(ReleaseKind.PREMIERE, 1, date)


def record(*releases: Release, origin: Origin = Origin.ANILIST, series: Series = ONE) -> SourceRecord:
    return SourceRecord(origin, series, releases)


def added(first: SourceRecord) -> MergedSeries:
    """A series as it lies in the store after its first record."""
    merged = MergedSeries(first.series, is_new=True)
    merge_record(merged, first, NOW, None)
    return stored(merged)


def stored(merged: MergedSeries) -> MergedSeries:
    """A merged series as it is read the next time."""
    read = [
        MergedRelease(replace(each.release, id=release_id, series_id=7), each.dates)
        for release_id, each in enumerate(merged.releases, 1)
    ]
    return MergedSeries(
        replace(merged.series, id=7),
        records=dict(merged.records),
        releases=read,
        updates=SeriesUpdates([], [], NOW),
    )


def shown(merged: MergedSeries) -> list[tuple[ReleaseKind, int | None, datetime | None]]:
    return [(each.release.kind, each.release.number, each.release.date.earliest) for each in merged.releases]


def weekly(start: datetime = AIRS) -> list[Release]:
    """A premiere and two episodes, as a source names each."""
    rest = [release(ReleaseKind.EPISODE, number, AirDate.instant(start + (number - 1) * WEEK)) for number in (2, 3)]
    return [premiere(AirDate.instant(start)), *rest]


def test_from_a_premiere_and_a_number_of_episodes_no_date_is_made() -> None:
    assert shown(added(record(premiere()))) == [(ReleaseKind.PREMIERE, 1, AIRS)]


@pytest.mark.parametrize("episodes", [2, 3, 4])
def test_the_episode_of_the_number_that_there_are_is_the_finale_and_no_other(episodes: int) -> None:
    merged = added(record(*weekly()))
    merge_record(merged, record(*weekly(), series=replace(ONE, episodes=episodes)), NOW, None)

    assert [each[1] for each in shown(merged) if each[0] is ReleaseKind.FINALE] == ([episodes] if episodes < 4 else [])


@pytest.mark.parametrize("kind", [ReleaseKind.PREMIERE, ReleaseKind.FILM])
def test_no_episode_is_made_twice_whatever_the_first_outing_is_called(kind: ReleaseKind) -> None:
    merged = added(record(premiere(MONTH), origin=Origin.BANGUMI))
    second = release(ReleaseKind.EPISODE, 2, AirDate.instant(AIRS + 2 * WEEK))
    merge_record(merged, record(release(kind, None, EXACT), second), NOW, None)

    assert shown(merged) == [
        (ReleaseKind.PREMIERE, 1, AIRS),
        (ReleaseKind.EPISODE, 2, AIRS + 2 * WEEK),
    ]


def test_each_date_that_changes_is_in_the_history() -> None:
    merged = added(record(premiere()))
    merge_record(merged, record(premiere(AirDate.instant(AIRS + WEEK))), NOW, None)

    ((of, change),) = merged.date_changes
    assert (of.release.number, change.actor, change.old, change.new) == (1, "anilist", EXACT, of.release.date)


def test_a_field_that_was_known_and_changes_is_in_the_history() -> None:
    merged = added(record(premiere(), series=replace(ONE, story="Old")))
    merge_record(merged, record(premiere(), series=replace(ONE, story="New", studio="Bones")), NOW, None)

    (change,) = merged.field_changes
    assert (change.field, change.old and change.old.value, change.new and change.new.value) == ("story", "Old", "New")


def test_a_premiere_that_moves_with_its_episodes_is_one_update() -> None:
    merged = added(record(*weekly()))
    merge_record(merged, record(*weekly(AIRS + WEEK)), NOW, SETTLE_DELAY)

    assert merged.updates is not None
    (update,) = merged.updates.changed.values()
    assert (update.kind, update.release_id, update.anchor_at) == (UpdateKind.DELAYED, 1, NOW + SETTLE_DELAY)
    assert [each.release_id for each in update.revisions] == [1, 2, 3]


def test_a_change_back_withdraws_what_waits() -> None:
    merged = added(record(premiere()))
    for date in (AirDate.instant(AIRS + WEEK), EXACT):
        merge_record(merged, record(premiere(date)), NOW, SETTLE_DELAY)

    assert merged.updates is not None
    (update,) = merged.updates.changed.values()
    assert update.withdrawn


def test_what_a_source_says_first_is_no_news_and_what_it_adds_is() -> None:
    trailer = Trailer("PV", "https://example.com/1")
    merged = added(record(premiere()))
    with_trailer = record(premiere(), series=replace(ONE, trailers=(trailer,)))
    merge_record(merged, replace(with_trailer, origin=Origin.BANGUMI), NOW, SETTLE_DELAY)
    assert merged.updates is not None
    assert merged.updates.changed == {}

    merged.series = replace(merged.series, trailers=())
    merge_record(merged, with_trailer, NOW, SETTLE_DELAY)
    (update,) = merged.updates.changed.values()
    assert (update.kind, update.new_item, update.withdrawn) == (
        UpdateKind.TRAILER,
        replace(trailer, seen_at=NOW),
        False,
    )


def test_the_owners_date_stands_whatever_a_source_says() -> None:
    merged = added(record(premiere()))
    first = merged.releases[0]
    first.dates = {**first.dates, Origin.OWNERS: SourceDate(EXACT, by=5, at=NOW)}
    first.release = replace(first.release, origin=Origin.OWNERS)
    merge_record(merged, record(premiere(AirDate.instant(AIRS + WEEK))), NOW, SETTLE_DELAY)

    assert shown(merged)[0][2] == AIRS
    assert (merged.date_changes, merged.updates and merged.updates.changed) == ([], {})
