"""What comes by a rule that a source states: which dates it gives, and which it doesn't."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.catalogue.merge import Merge, merge_record
from bot.catalogue.merged import MergedSeries
from bot.catalogue.model import Origin, Series, Titles
from bot.catalogue.records import SourceRecord
from bot.catalogue.releases import Basis, Release, ReleaseKind, Status, next_of, status_of, still_to_come
from bot.catalogue.slots import Slot, coming
from bot.catalogue.updates import SeriesUpdates
from bot.dates.airdate import AirDate

FIRST = datetime(2026, 4, 6, 14, tzinfo=UTC)
WEEK, HOUR = timedelta(weeks=1), timedelta(hours=1)
NOW = FIRST + 2 * WEEK + timedelta(days=1)
"""The third is out by the rule."""
UNTIL = FIRST + 12 * WEEK
RULE = Slot(Origin.BANGUMI, AirDate.instant(FIRST), UNTIL)
ONE = Series(0, "one", Titles(english="One"), anilist_id=1)


def release(number: int, at: datetime | None, **others: object) -> Release:
    when = AirDate.tba() if at is None else AirDate.instant(at)
    kind = ReleaseKind.EPISODE if number > 1 else ReleaseKind.PREMIERE
    return replace(Release(0, 0, kind, when, number, origin=Origin.ANILIST), **others)  # type: ignore[arg-type]


PREMIERE = release(1, FIRST)
THIRD, FOURTH, FIFTH = (FIRST + number * WEEK for number in (2, 3, 4))


@pytest.mark.parametrize(
    ("known", "total", "dates"),
    [
        ([PREMIERE], None, [FOURTH, FIFTH]),
        ([PREMIERE], 3, []),  # by the rule the last is out
        ([PREMIERE], 4, [FOURTH]),
        ([PREMIERE, release(4, FOURTH)], None, [FIFTH, FIFTH + WEEK]),
        ([PREMIERE, release(4, FOURTH + 25 * HOUR)], None, [FIFTH, FIFTH + WEEK]),
        ([PREMIERE, release(4, FIFTH)], None, [FIFTH + WEEK, FIFTH + 2 * WEEK]),  # what lies before it is a break
        ([PREMIERE, release(4, FOURTH, kind=ReleaseKind.FINALE)], None, []),
        ([PREMIERE, release(4, None)], None, []),  # on a break
        ([PREMIERE, release(4, FOURTH, cancelled=True)], None, [FIFTH, FIFTH + WEEK]),
        ([replace(PREMIERE, cancelled=True)], None, []),
        ([replace(PREMIERE, date=AirDate.month(2026, 7))], None, []),
        ([replace(PREMIERE, date=AirDate.instant(FOURTH))], None, [FIFTH, FIFTH + WEEK]),
        ([PREMIERE, release(4, FOURTH, guild_id=1)], None, [FOURTH, FIFTH]),
        ([PREMIERE, release(2, FIFTH, service="There")], None, [FOURTH, FIFTH]),
    ],
)
def test_a_rule_dates_what_comes_after_all_that_somebody_dated(
    known: Sequence[Release], total: int | None, dates: list[datetime]
) -> None:
    assert [each.earliest for each in coming(RULE, [RULE], known, total, NOW)] == dates


def test_a_rule_stands_from_its_begin_to_its_end() -> None:
    def after(at: datetime, **others: object) -> list[datetime | None]:
        rule = replace(RULE, **others)  # type: ignore[arg-type]
        return [each.earliest for each in coming(rule, [rule], [], None, at)]

    assert after(FIRST - 9 * WEEK) == [FIRST, FIRST + WEEK]
    assert after(UNTIL - WEEK - HOUR) == [UNTIL - WEEK]
    assert after(UNTIL - HOUR) == after(UNTIL + 90 * WEEK) == []
    assert after(FIRST, every_days=1) == [FIRST + timedelta(days=1), FIRST + timedelta(days=2)]
    for_years = {"first": AirDate.instant(datetime(1969, 10, 5, 9, 30, tzinfo=UTC)), "until": UNTIL}
    assert after(FIRST, **for_years)[0] == datetime(2026, 4, 12, 9, 30, tzinfo=UTC)
    days = {"first": AirDate.day(date(2026, 4, 6))}
    assert after(FIRST, **days)[0] == AirDate.day(date(2026, 4, 6)).earliest  # it isn't over yet


@pytest.mark.parametrize(
    ("broadcasts", "dates"),
    [
        ([PREMIERE], []),  # AniList alone speaks of the broadcasts, and hasn't named one for these weeks
        ([replace(PREMIERE, origin=Origin.BANGUMI)], [THIRD + 2 * HOUR + 2 * timedelta(days=1)]),
        ([PREMIERE, release(3, THIRD)], [THIRD + 2 * HOUR + 2 * timedelta(days=1)]),
        (
            [PREMIERE, release(3, THIRD), release(4, FIFTH)],
            [THIRD + timedelta(days=2, hours=2), FIFTH + timedelta(days=2, hours=2)],
        ),
    ],
)
def test_a_service_has_by_its_rule_what_is_broadcast(broadcasts: Sequence[Release], dates: list[datetime]) -> None:
    there = replace(RULE, service="There", first=AirDate.instant(FIRST + timedelta(days=2, hours=2)))
    assert [each.earliest for each in coming(there, [RULE, there], broadcasts, None, NOW)] == dates


# --- in the merge -----------------------------------------------------------------------------------------------------


def known_by_rule(*more: SourceRecord, at: datetime = NOW) -> MergedSeries:
    """A series as bangumi-data has it, as it lies in the store, and then as others say."""
    merged = MergedSeries(ONE, is_new=True)
    for each in (by_rule(), *more):
        merge_record(merged, each, at, None)
        merged = stored(merged)
    return merged


def by_rule(*slots: Slot) -> SourceRecord:
    first = replace(PREMIERE, origin=Origin.BANGUMI)
    return SourceRecord(Origin.BANGUMI, ONE, (first,), slots=slots or (RULE,))


def anilist(*releases: Release, **others: object) -> SourceRecord:
    return replace(SourceRecord(Origin.ANILIST, ONE, (PREMIERE, *releases), is_whole=True), **others)  # type: ignore[arg-type]


def stored(merged: MergedSeries) -> MergedSeries:
    for release_id, each in enumerate(merged.releases, 1):
        each.release = replace(each.release, id=release_id, series_id=7)
        each.key = release_id
    return MergedSeries(
        replace(merged.series, id=7),
        records=dict(merged.records),
        releases=merged.releases,
        updates=SeriesUpdates([], [], NOW),
        rules=merged.rules,
        paused_by=merged.paused_by,
    )


def laid(merged: MergedSeries) -> list[tuple[int, int | None, datetime | None, Basis]]:
    """What follows the premiere: its id, number, date, and what that rests on."""
    rest = [each.release for each in merged.releases if each.release.number != 1]
    return [(each.id, each.number, each.date.earliest, each.basis) for each in rest]


SLOT, STATED = Basis.SLOT, Basis.STATED


def test_with_bangumi_data_alone_a_show_airs_and_has_a_next_episode() -> None:
    merged = known_by_rule()
    releases = [each.release for each in merged.releases]

    assert laid(merged) == [(2, None, FOURTH, SLOT), (3, None, FIFTH, SLOT)]
    assert status_of(releases, None, NOW) is Status.AIRING
    assert next_of(still_to_come(releases, NOW)) is releases[1]


@pytest.mark.parametrize("minutes", [0, 30, -90, 25 * 60])
def test_what_is_stated_of_a_week_is_the_episode_of_its_slot_whichever_was_first(minutes: int) -> None:
    at = FOURTH + timedelta(minutes=minutes)
    stated = anilist(release(4, at))

    then = [(3, None, FIFTH, SLOT), (4, None, FIFTH + WEEK, SLOT)]
    assert laid(known_by_rule(stated)) == [(2, 4, at, STATED), *then]
    merged = MergedSeries(ONE, is_new=True)
    for each in (stated, by_rule(), stated):
        merge_record(merged, each, NOW, None)
    assert [row[1:] for row in laid(merged)] == [(4, at, STATED), *(row[1:] for row in then)]


def test_what_was_posted_by_its_slot_is_the_same_release_once_it_is_stated() -> None:
    merged = known_by_rule()
    merge_record(merged, anilist(release(4, FOURTH)), FOURTH + HOUR, None)
    assert laid(merged)[0] == (2, 4, FOURTH, STATED)


@pytest.mark.parametrize(
    ("stated", "is_struck"),
    [
        ([release(3, THIRD), release(4, FIFTH)], True),
        ([release(3, THIRD), release(5, FIFTH)], False),  # the fourth may have come out
        ([release(3, THIRD), release(4, FIFTH, cancelled=True)], False),
        ([release(4, FIFTH)], False),  # nobody says how far it had come
    ],
)
def test_what_came_by_a_rule_is_no_episode_where_the_next_one_by_its_number_comes_a_week_later(
    stated: Sequence[Release], is_struck: bool
) -> None:
    merged = known_by_rule()
    merge_record(merged, anilist(*stated), FOURTH + HOUR, None)
    by_rule = merged.release(2)
    assert by_rule.release.cancelled is is_struck
    assert ((by_rule, FIFTH) in merged.backdated) is is_struck


def test_a_break_that_another_source_tells_stops_the_rule_until_it_is_over() -> None:
    merged = known_by_rule(anilist(is_paused=True))
    assert [row[2] for row in laid(merged)] == [None, None]
    merge_record(merged, by_rule(), NOW, None)  # says the same again
    assert [row[2] for row in laid(merged)] == [None, None]
    merge_record(merged, anilist(), NOW, None)
    assert [row[0::2] for row in laid(merged)] == [(2, FOURTH), (3, FIFTH)]


def test_what_a_source_states_and_takes_back_does_not_come_by_the_rule() -> None:
    merged = known_by_rule(anilist(release(4, FOURTH)), anilist())
    assert [row[1:3] for row in laid(merged)] == [(4, None), (None, None), (None, None)]


def test_a_rule_that_is_another_or_ends_takes_its_dates_along() -> None:
    merged = known_by_rule(by_rule(replace(RULE, first=AirDate.instant(FIRST + HOUR))))
    assert [row[0::2] for row in laid(merged)] == [(2, FOURTH + HOUR), (3, FIFTH + HOUR)]

    merged = known_by_rule(by_rule(replace(RULE, until=FOURTH + HOUR)))
    assert [row[2] for row in laid(merged)] == [FOURTH, None]


def test_a_rule_goes_on_week_by_week_with_one_row_for_each() -> None:
    merged = known_by_rule()
    for number in range(1, 5):
        Merge(merged, NOW + number * WEEK).lay_slots()
        Merge(merged, NOW + number * WEEK).lay_slots()
    assert [row[2] for row in laid(merged)] == [FOURTH + number * WEEK for number in range(6)]
