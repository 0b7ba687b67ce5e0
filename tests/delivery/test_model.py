"""What becomes of a delivery, and how long to wait for another try."""

import dataclasses
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dates.facts import FactKind
from bot.delivery.model import (
    CLOCKS_APART,
    LATE_AFTER,
    NONCE_LENGTH,
    Delivery,
    DeliveryOutcome,
    Fact,
    Post,
    Skip,
    State,
    Wait,
    judge,
    may_stand,
    nonce_of,
    sent_since,
)
from bot.workers import FIRST_WAIT, LONGEST_WAIT, wait_before_retry

AIRS = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
DAY = timedelta(days=1)
NOTHING = timedelta(0)


def delivery(lead: timedelta = NOTHING) -> Delivery:
    return Delivery(
        id=1,
        subscription_id=2,
        guild_id=3,
        channel_id=4,
        role_id=None,
        kind=FactKind.RELEASE,
        fact_id=5,
        anchor=AIRS,
        lead=lead,
        due_at=AIRS - lead,
        attempts=1,
        nonce="y-1",
    )


FACT = Fact(AIRS, withdrawn=False, over_at=AIRS + timedelta(days=7))


@pytest.mark.parametrize(
    ("after", "late"), [(NOTHING, False), (LATE_AFTER, False), (LATE_AFTER + timedelta(seconds=1), True)]
)
def test_more_than_ten_minutes_late_says_so(after: timedelta, *, late: bool) -> None:
    assert judge(delivery(), FACT, AIRS + after) == Post(late=late)


def test_a_countdown_ends_when_its_fact_has_happened() -> None:
    last_moment = AIRS - timedelta(microseconds=1)
    assert judge(delivery(DAY), FACT, last_moment) == Post(late=True)
    assert judge(delivery(DAY), FACT, AIRS) == Skip("what it counts down to has happened")


def test_what_is_old_is_no_news_and_what_never_ends_is_posted_however_late() -> None:
    much_later = AIRS + timedelta(days=7)
    assert judge(delivery(), FACT, much_later) == Skip("it is too old to be news")
    assert judge(delivery(), dataclasses.replace(FACT, over_at=None), much_later) == Post(late=True)


@pytest.mark.parametrize(
    ("what", "fact", "why"),
    [
        (delivery(), None, "withdrawn"),
        (delivery(), dataclasses.replace(FACT, withdrawn=True), "withdrawn"),
        (delivery(), dataclasses.replace(FACT, anchor=AIRS + DAY), "moved"),
        (delivery(), dataclasses.replace(FACT, anchor=None), "moved"),
        (dataclasses.replace(delivery(DAY), superseded=True), FACT, "later step"),
        (dataclasses.replace(delivery(DAY), told_along=True), FACT, "told together"),
        (dataclasses.replace(delivery(), unsubscribed=True), FACT, "unsubscribed"),
    ],
)
def test_it_is_skipped_with_the_reason(what: Delivery, fact: Fact | None, why: str) -> None:
    verdict = judge(what, fact, what.due_at)
    assert isinstance(verdict, Skip)
    assert why in verdict.reason


def test_nothing_is_settled_before_it_is_due() -> None:
    early = AIRS - timedelta(microseconds=1)
    for fact in (FACT, None, dataclasses.replace(FACT, anchor=AIRS + DAY)):
        assert judge(delivery(), fact, early) == Wait(until=AIRS)


@given(st.integers(1, 10_000), st.floats(0, 1, exclude_max=True))
def test_waits_stay_within_their_bounds(attempts: int, jitter: float) -> None:
    wait = wait_before_retry(attempts, jitter)
    assert FIRST_WAIT / 2 <= wait <= LONGEST_WAIT
    assert wait <= wait_before_retry(attempts + 1, 0)


def test_waits_double() -> None:
    waits = [wait_before_retry(attempts, 0).total_seconds() for attempts in range(1, 10)]
    assert waits == [2, 4, 8, 16, 32, 64, 128, 256, 300]


@given(st.integers(1, 10**15 - 1), st.integers(1, 10**15 - 1), st.text(), st.text())
def test_nonces_are_unlike_and_fit(one: int, other: int, occasion: str, another: str) -> None:
    nonce = nonce_of("y01234567", one, occasion)

    assert nonce == nonce_of("y01234567", one, occasion)
    assert len(nonce) <= NONCE_LENGTH
    assert (nonce == nonce_of("y01234567", other, another)) == ((one, occasion) == (other, another))
    assert nonce != nonce_of("y89abcdef", one, occasion)


def test_what_a_clock_said_that_was_set_back_since_is_not_written_down() -> None:
    left_out = DeliveryOutcome(1, State.SKIPPED, reason="it is too old to be news", judged_at=AIRS)

    assert left_out.as_of(AIRS) == left_out
    before = AIRS - DAY
    assert left_out.as_of(before) == DeliveryOutcome(1, State.PENDING, next_try_at=before, tried=False)
    sent = DeliveryOutcome(1, State.SENT, message_id=2)
    assert sent.as_of(before) == sent


def test_what_the_store_may_not_know_of_is_looked_for_however_late_it_is() -> None:
    due = delivery().due_at
    assert may_stand(delivery(), None)
    assert may_stand(delivery(), due)
    assert may_stand(dataclasses.replace(delivery(), attempts=2), due - DAY)
    assert not may_stand(delivery(), due - timedelta(microseconds=1))


def test_what_a_clock_said_that_may_have_been_wrong_ends_no_look() -> None:
    claimed = dataclasses.replace(delivery(), first_claimed_at=AIRS + LATE_AFTER)
    assert sent_since(claimed, AIRS + DAY) == AIRS - CLOCKS_APART
    assert sent_since(dataclasses.replace(claimed, first_claimed_at=AIRS - DAY), AIRS) == AIRS - DAY - CLOCKS_APART
    assert sent_since(claimed, AIRS) is None, "it was claimed by a clock that was ahead"
