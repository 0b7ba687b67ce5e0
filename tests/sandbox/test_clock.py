"""The sandbox's clock, however it is paused, set, advanced and resumed, and the ids that are made on it."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.clock import SandboxClock
from sandbox.world.snowflakes import Snowflakes, first_at

PAUSE, RESUME = "pause", "resume"
INSTANTS = st.datetimes(datetime(1971, 1, 1), datetime(2082, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
STEPS = st.one_of(
    st.sampled_from([PAUSE, RESUME]), INSTANTS, st.timedeltas(timedelta(days=-400_000), timedelta(days=400_000))
)


class Model:
    """What the clock must show: between `least`, and `least` with all the time that has run since."""

    def __init__(self, at: datetime) -> None:
        self.least, self.since, self.paused = at, time.monotonic(), False

    def holds(self, now: datetime, started: float) -> bool:
        ran = 0.0 if self.paused else time.monotonic() - started
        return self.least <= now <= self.least + timedelta(seconds=ran, microseconds=2)

    def take(self, clock: SandboxClock, step: str | datetime | timedelta) -> None:
        before = clock.now()
        if step == PAUSE:
            clock.pause()
            self.paused = True
            target = clock.now()
            assert target >= before
        elif step == RESUME:
            was_paused, self.paused = self.paused, False
            clock.resume()
            target = before
            assert not was_paused or clock.now() >= before
        elif isinstance(step, datetime):
            clock.set(step)
            target = step
        else:
            assert isinstance(step, timedelta)
            try:
                clock.advance(step)
            except ValueError:
                target = before
            else:
                target = before + step
        self.least = target


@given(INSTANTS, st.lists(STEPS, max_size=20))
def test_a_clock_shows_what_was_asked_of_it(at: datetime, steps: list[str | datetime | timedelta]) -> None:
    started = time.monotonic()
    clock, model = SandboxClock(at), Model(at)
    heard: list[bool] = []
    clock.on_set(lambda: heard.append(clock.is_paused))
    for step in steps:
        model.take(clock, step)
        assert clock.is_paused is model.paused
        assert model.holds(clock.now(), started)
        if model.paused:
            assert clock.now() == clock.now() == model.least
    assert len(heard) <= len(steps)


@given(st.lists(STEPS, max_size=20), st.integers(1, 50))
def test_ids_are_unique_and_grow_whatever_the_clock_does(
    steps: list[str | datetime | timedelta], each_time: int
) -> None:
    clock = SandboxClock(datetime(2024, 1, 3, tzinfo=UTC))
    ids, model = Snowflakes(clock), Model(clock.now())
    made: list[int] = []
    for step in [PAUSE, *steps]:
        model.take(clock, step)
        made += [ids.next() for _ in range(each_time)]
    assert made == sorted(set(made))
    assert made[-1] < 1 << 63


def test_ids_of_a_paused_clock_tell_its_instant() -> None:
    clock = SandboxClock(datetime(2024, 1, 3, tzinfo=UTC))
    clock.pause()
    ids = Snowflakes(clock)
    first, last = first_at(clock.now()), first_at(clock.now() + timedelta(milliseconds=1))
    assert all(first <= ids.next() < last for _ in range(1000))


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00", "9999-12-31T23:59:59"])
@pytest.mark.parametrize("zone", ["-14:00", "+00:00", "+14:00"])
def test_an_instant_out_of_all_bounds_is_refused_and_changes_nothing(text: str, zone: str) -> None:
    clock = SandboxClock()
    clock.pause()
    clock.set(datetime(2024, 1, 3, tzinfo=UTC))
    with pytest.raises(ValueError, match="1970 to 2083"):
        clock.set(datetime.fromisoformat(text + zone))
    for far in (timedelta.max, timedelta.min):
        with pytest.raises(ValueError, match="1970 to 2083"):
            clock.advance(far)
    assert clock.now() == datetime(2024, 1, 3, tzinfo=UTC)


def test_pausing_twice_tells_once() -> None:
    clock = SandboxClock()
    told: list[bool] = []
    clock.on_set(lambda: told.append(clock.is_paused))
    for change in (clock.pause, clock.pause, clock.resume, clock.resume):
        change()
    assert told == [True, False]
