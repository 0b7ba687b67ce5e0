from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.web.breaker import FAILURES, FIRST_PAUSE, LONGEST_PAUSE, Breaker, Reach, pause

MORNING = datetime(2026, 1, 10, 6, tzinfo=UTC)


class Hands:
    """A clock that a test moves, and a breaker that tells the time by it."""

    def __init__(self) -> None:
        self.now = MORNING
        self.breaker = Breaker(lambda: self.now, jitter=lambda: 0.0)

    def fail(self, *, at_once: bool = False) -> bool:
        """Whether an attempt was admitted; it failed then."""
        attempt = self.breaker.admit()
        if attempt is None:
            return False
        with attempt:
            attempt.failed("status 500", at_once=at_once)
        return True

    def succeed(self) -> bool:
        attempt = self.breaker.admit()
        if attempt is None:
            return False
        with attempt:
            attempt.succeeded()
        return True


@pytest.fixture
def hands() -> Hands:
    return Hands()


def test_some_failures_are_no_outage(hands: Hands) -> None:
    for _ in range(FAILURES - 1):
        assert hands.fail()
    assert hands.succeed()
    for _ in range(FAILURES - 1):
        assert hands.fail()
    assert hands.breaker.reach == Reach(answered_at=MORNING)


def test_several_in_a_row_are_one(hands: Hands) -> None:
    for _ in range(FAILURES):
        hands.now += timedelta(seconds=1)
        assert hands.fail()
    assert not hands.fail()
    reach = hands.breaker.reach
    assert reach.away_since == MORNING + timedelta(seconds=1)
    assert reach.next_try_at == hands.now + FIRST_PAUSE
    assert reach.reason == "status 500"


def test_one_word_is_enough_where_it_says_so(hands: Hands) -> None:
    assert hands.fail(at_once=True)
    assert not hands.fail()


def test_a_single_probe_goes_through_after_each_growing_pause(hands: Hands) -> None:
    hands.fail(at_once=True)
    pauses = []
    for _ in range(12):
        before = hands.now
        until = hands.breaker.reach.next_try_at
        assert until is not None
        hands.now = until - timedelta(seconds=1)
        assert not hands.fail()
        hands.now = until
        probe = hands.breaker.admit()
        assert probe is not None
        with probe:
            assert hands.breaker.admit() is None
            probe.failed("status 403", at_once=True)
        pauses.append(until - before)
    assert pauses[:3] == [FIRST_PAUSE, 2 * FIRST_PAUSE, 4 * FIRST_PAUSE]
    assert pauses[-1] == LONGEST_PAUSE
    assert hands.breaker.reach.away_since == MORNING


def test_a_probe_that_is_answered_ends_it(hands: Hands) -> None:
    hands.fail(at_once=True)
    hands.now += FIRST_PAUSE
    assert hands.succeed()
    assert hands.breaker.reach == Reach(answered_at=hands.now)
    assert hands.fail()
    assert hands.succeed()


def test_a_probe_that_is_broken_off_says_nothing(hands: Hands) -> None:
    hands.fail(at_once=True)
    hands.now += FIRST_PAUSE
    probe = hands.breaker.admit()
    assert probe is not None
    with pytest.raises(KeyError), probe:
        raise KeyError
    assert hands.breaker.reach.next_try_at == hands.now
    assert hands.succeed()


def test_what_was_asked_before_doesnt_lengthen_the_pause(hands: Hands) -> None:
    attempts = [hands.breaker.admit() for _ in range(8)]
    for attempt in attempts:
        assert attempt is not None
        with attempt:
            attempt.failed("status 500")
    assert hands.breaker.reach.next_try_at == MORNING + FIRST_PAUSE


def test_a_clock_that_is_set_back_doesnt_shut_it_for_years(hands: Hands) -> None:
    hands.fail(at_once=True)
    hands.now -= timedelta(days=700)
    assert hands.succeed()


@given(st.integers(0, 1000), st.floats(0, 1, exclude_max=True))
def test_pauses_stay_within_bounds(probes: int, jitter: float) -> None:
    assert FIRST_PAUSE / 2 <= pause(probes, jitter) <= LONGEST_PAUSE
    assert pause(probes, jitter) <= pause(probes + 1, jitter)
