import asyncio
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.web.breaker import FAILURES, FIRST_PAUSE, LONGEST_PAUSE, Allowance, Breaker, Bucket, Reach, pause
from tests.held_loop import held

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


MINUTE = 60.0
arrivals = st.lists(st.tuples(st.floats(0, 40), st.booleans()), max_size=120)


def granted(bucket: Bucket, comers: list[tuple[float, bool]]) -> list[float]:
    """The instants at which turns are given to those who come so many seconds after the one before."""
    now, given_at = 1000.0, []
    for gap, urgent in comers:
        now += gap
        now += bucket.wait(now, urgent=urgent)
        bucket.take(now)
        given_at.append(now)
    return given_at


@given(arrivals)
@example([(0, True)] * 60)
@example([(40, True), *[(0, True)] * 60])
def test_no_minute_holds_more_than_it_may(comers: list[tuple[float, bool]]) -> None:
    given_at = granted(Bucket(25, 5, 2), comers)
    for at in given_at:
        # A hair less than a minute, for what adding up fractions loses.
        assert sum(at <= other < at + MINUTE - 1e-6 for other in given_at) <= 25


@given(st.integers(1, 60))
def test_a_sync_is_spread_and_leaves_room_for_people(asked: int) -> None:
    bucket = Bucket(25, 5, 2)
    given_at = granted(bucket, [(0, False)] * asked)
    assert all(later - earlier >= bucket.every - 1e-6 for earlier, later in pairwise(given_at[3:]))
    assert bucket.wait(given_at[-1], urgent=True) == 0
    bucket.take(given_at[-1])
    assert bucket.wait(given_at[-1], urgent=True) < 1e-6


@given(st.floats(0, 1e6), st.booleans())
def test_a_rest_fills_it_no_further_than_full(rest: float, urgent: bool) -> None:
    bucket = Bucket(25, 5, 2)
    given_at = granted(bucket, [(0, urgent)] * 5 + [(rest, True)] * 6)
    assert given_at[-1] >= given_at[0]
    assert sum(at <= given_at[-1] - MINUTE + 1e-6 for at in given_at) <= 11


def test_a_bucket_that_makes_no_sense_is_refused() -> None:
    for per_minute, burst, reserve in ((5, 5, 0), (25, 2, 2), (25, 5, -1)):
        with pytest.raises(ValueError, match="bucket"):
            Bucket(per_minute, burst, reserve)


@held
async def test_people_come_first() -> None:
    allowance = Allowance(Bucket(20_001, 1, 0))  # a turn every 3 ms
    order: list[str] = []

    async def come(name: str, *, urgent: bool) -> None:
        await allowance.turn(urgent=urgent)
        order.append(name)

    await come("sync 0", urgent=False)
    syncs, people = [f"sync {n}" for n in range(1, 6)], [f"person {n}" for n in range(1, 11)]
    async with asyncio.TaskGroup() as coming:
        for name in syncs:
            coming.create_task(come(name, urgent=False))
        await asyncio.sleep(0)
        for name in people:
            coming.create_task(come(name, urgent=True))
    assert order == ["sync 0", *people, *syncs]


@held
async def test_who_goes_away_gives_the_turn_to_the_next() -> None:
    allowance = Allowance(Bucket(6100, 2, 1))
    allowance.hold(3600)
    waiting = [asyncio.create_task(allowance.turn(urgent=True)) for _ in range(3)]
    await asyncio.sleep(0)
    assert allowance.people_waiting == 3
    assert allowance.expected() > 3000
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert allowance.people_waiting == 0


@held
async def test_a_hold_is_not_shortened() -> None:
    allowance = Allowance(Bucket(25, 5, 2))
    allowance.hold(100)
    allowance.hold(1)
    assert allowance.held > 50
