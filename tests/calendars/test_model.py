from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.calendars.model import (
    CANCELLED_KEPT,
    MOST_EVENTS,
    CalendarEvent,
    CalendarSpan,
    KeptEvent,
    instant_of,
    reconcile,
    soonest,
)

NOW = datetime(2024, 1, 3, 16, tzinfo=UTC)
SPAN = CalendarSpan.around(NOW)
KEYS = st.sampled_from("abcd")


def event(key: str, day: int = 10, title: str = "Episode") -> CalendarEvent:
    begins = NOW + timedelta(days=day)
    return CalendarEvent(key, title, begins, begins + timedelta(minutes=30))


def by_key(events: list[KeptEvent]) -> dict[str, KeptEvent]:
    return {each.event.key: each for each in events}


STATES = st.dictionaries(KEYS, st.builds(event, st.just(""), st.integers(0, 60), st.sampled_from(["A", "B"])))


@given(st.lists(st.tuples(STATES, st.integers(0, 20)), max_size=8))
def test_whatever_becomes_of_events_programs_hear_of_each_change_in_order(
    states: list[tuple[dict[str, CalendarEvent], int]],
) -> None:
    kept: dict[str, KeptEvent] = {}
    now = NOW
    for state, days in states:
        now += timedelta(days=days)
        span = CalendarSpan.around(now)
        happening = [replace(each, key=key) for key, each in state.items() if instant_of(each.begins) in span]
        after = by_key(reconcile(kept, happening, span, now))

        for each in happening:
            assert after[each.key].event == each
        for key, before in kept.items():
            if key in after:
                assert after[key].sequence == before.sequence + (after[key].event != before.event)
            else:
                long_off = before.event.cancelled and now - before.changed_at >= CANCELLED_KEPT
                assert long_off or instant_of(before.event.begins) not in span
        assert {key for key, each in after.items() if not each.event.cancelled} == {each.key for each in happening}
        assert by_key(reconcile(after, happening, span, now)) == after
        kept = after


def test_what_is_called_off_stays_for_thirty_days_as_cancelled() -> None:
    kept = by_key(reconcile({}, [event("a")], SPAN, NOW))

    off = by_key(reconcile(kept, [], SPAN, NOW))
    still = by_key(reconcile(off, [], CalendarSpan.around(NOW + timedelta(days=29)), NOW + timedelta(days=29)))
    gone = by_key(reconcile(still, [], CalendarSpan.around(NOW + timedelta(days=30)), NOW + timedelta(days=30)))

    assert off["a"].event.cancelled
    assert off["a"].sequence == 1
    assert still == off
    assert gone == {}


def test_what_is_on_again_is_told_as_a_change() -> None:
    kept = by_key(reconcile({}, [event("a")], SPAN, NOW))
    off = by_key(reconcile(kept, [], SPAN, NOW))

    assert by_key(reconcile(off, [event("a")], SPAN, NOW))["a"] == KeptEvent(event("a"), 2, NOW)


def test_what_has_long_happened_goes_without_being_cancelled() -> None:
    kept = by_key(reconcile({}, [event("a", day=1)], SPAN, NOW))
    later = NOW + timedelta(days=32)

    assert reconcile(kept, [], CalendarSpan.around(later), later) == []


def test_a_calendar_that_is_full_cancels_nothing_of_what_lies_beyond() -> None:
    far = event("far", day=300)
    kept = by_key(reconcile({}, [far], SPAN, NOW))
    many = [event(f"e{number}", day=1 + number % 90) for number in range(MOST_EVENTS + 50)]

    shown, span = soonest([*many, far], SPAN)

    assert len(shown) <= MOST_EVENTS
    assert max(instant_of(each.begins) for each in shown) < span.until < SPAN.until
    assert not any(each.event.cancelled for each in reconcile(kept, shown, span, NOW))


def test_whole_days_and_instants_are_in_one_order() -> None:
    day = CalendarEvent("day", "Expo", date(2024, 1, 10), date(2024, 1, 13))
    late, early = event("late", day=8), event("early", day=5)

    assert [each.key for each in soonest([late, day, early], SPAN)[0]] == ["early", "day", "late"]
