"""How far a machine's clock is off, told by the dates of Discord's answers."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.clock import AGREED, TOLERATED, DiscordClock

NOW = datetime(2024, 1, 3, 16, 20, tzinfo=UTC)
LATENCIES = st.floats(0, 3.9)
OFFSETS = st.floats(-3 * 86_400, 3 * 86_400)


class Exchange:
    """A machine whose clock is `ahead` of Discord's by so many seconds, and what Discord answers it."""

    def __init__(self, ahead: float) -> None:
        self.discord, self.ahead = NOW, timedelta(seconds=ahead)
        self.clock = DiscordClock(lambda: self.discord + self.ahead)

    def answer(self, there: float, back: float, *, off: timedelta = timedelta(0)) -> None:
        """Get an answer that takes so many seconds; its date may be `off`, as a proxy's is."""
        asked_at = self.discord + self.ahead
        self.discord += timedelta(seconds=there)
        date = (self.discord + off).replace(microsecond=0)
        self.discord += timedelta(seconds=back)
        self.clock.note(asked_at, date, self.discord + self.ahead)

    @property
    def error(self) -> timedelta:
        return abs(self.clock() - self.discord)


@given(OFFSETS, st.lists(LATENCIES, min_size=2, max_size=6))
def test_two_answers_put_a_clock_right(ahead: float, latencies: list[float]) -> None:
    exchange = Exchange(ahead)
    for latency in latencies:
        exchange.answer(latency / 2, latency / 2)
    assert exchange.error <= TOLERATED + AGREED
    if abs(ahead) > (TOLERATED + AGREED).total_seconds():
        assert exchange.error <= AGREED


@given(st.floats(-20, 20), st.lists(st.tuples(LATENCIES, LATENCIES), max_size=8))
def test_a_clock_that_is_right_is_never_moved(ahead: float, latencies: list[tuple[float, float]]) -> None:
    exchange = Exchange(ahead)
    for there, back in latencies:
        exchange.answer(there, back)
        assert exchange.clock() == exchange.discord + exchange.ahead
        assert not exchange.clock.ahead


@given(st.integers(60, 86_400), st.integers(0, 3))
def test_one_date_that_is_no_ones_moves_nothing(off: int, before: int) -> None:
    exchange = Exchange(0)
    for _ in range(before):
        exchange.answer(0.1, 0.1)
    exchange.answer(0.1, 0.1, off=timedelta(seconds=off))
    exchange.answer(0.1, 0.1)
    exchange.answer(0.1, 0.1, off=-timedelta(seconds=off))
    assert not exchange.clock.ahead


def test_what_took_long_or_saw_the_clock_set_says_nothing() -> None:
    exchange = Exchange(3600)
    for _ in range(3):
        exchange.answer(20, 0)
    exchange.clock.note(NOW + timedelta(hours=2), NOW, NOW)
    assert not exchange.clock.ahead


@given(st.lists(st.floats(29, 31), min_size=2, max_size=20))
def test_a_clock_on_the_verge_of_wrong_is_put_right_once(offs: list[float]) -> None:
    exchange, seen = Exchange(0), [timedelta(0)]
    for off in offs:
        exchange.ahead = timedelta(seconds=off)
        exchange.answer(0.1, 0.1)
        if exchange.clock.ahead != seen[-1]:
            seen.append(exchange.clock.ahead)
    assert len(seen) <= 2


def test_a_clock_that_is_synchronized_is_believed_again() -> None:
    exchange = Exchange(-1500)
    exchange.answer(0.1, 0.1)
    exchange.answer(0.1, 0.1)
    assert abs(exchange.clock.ahead + timedelta(seconds=1500)) < AGREED
    exchange.ahead = timedelta(0)
    exchange.answer(0.1, 0.1)
    exchange.answer(0.1, 0.1)
    assert exchange.clock.ahead == timedelta(0)
