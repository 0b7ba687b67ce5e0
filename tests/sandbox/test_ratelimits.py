from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.ratelimits import GENEROUS, LIMITS, PRUNE_AT, Limit, RateLimits, Verdict

MESSAGES = "/channels/{channel_id}/messages"


@dataclass
class Time:
    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


def limits(time: Time, *, enabled: bool = True) -> RateLimits:
    return RateLimits(time, enabled=enabled, epoch=lambda: 1_700_000_000.0)


def send(made: RateLimits, channel: str = "1") -> Verdict:
    return made.take("POST", MESSAGES, channel)


def test_five_messages_in_five_seconds_in_a_channel() -> None:
    time = Time()
    made = limits(time)
    assert [send(made).headers["X-RateLimit-Remaining"] for _ in range(5)] == ["4", "3", "2", "1", "0"]
    refused = send(made)
    assert refused.retry_after == pytest.approx(5.0, abs=0.01)
    assert not refused.is_global
    assert refused.headers["X-RateLimit-Scope"] == "user"
    assert refused.headers["Retry-After"] == "6"
    assert refused.headers["Via"] == "1.1 google"
    assert send(made, "2").retry_after is None
    time.now += 5.0
    assert send(made).retry_after is None


def test_all_headers() -> None:
    time = Time()
    made = limits(time)
    headers = send(made).headers
    assert headers["X-RateLimit-Limit"] == "5"
    assert float(headers["X-RateLimit-Reset-After"]) == pytest.approx(5.0, abs=0.01)
    assert float(headers["X-RateLimit-Reset"]) == pytest.approx(1_700_000_005.0, abs=0.01)
    assert len(headers["X-RateLimit-Bucket"]) == 32


def test_a_buckets_name_is_its_routes_and_lasts() -> None:
    names = {
        limits(Time()).take("POST", route, "1").headers["X-RateLimit-Bucket"]
        for route in (MESSAGES, f"/api/v10{MESSAGES}")
    }
    assert len(names) == 1
    assert limits(Time()).take("GET", MESSAGES, "1").headers["X-RateLimit-Bucket"] not in names


def test_sends_edits_and_deletes_have_buckets_of_their_own() -> None:
    made = limits(Time())
    for _ in range(5):
        send(made)
    assert send(made).retry_after is not None
    for method in ("PATCH", "DELETE", "GET"):
        assert made.take(method, MESSAGES + "/{message_id}", "1").retry_after is None


def test_fifty_requests_a_second_in_all() -> None:
    time = Time()
    made = limits(time)
    assert all(made.take("GET", "/users/{user_id}", str(n)).retry_after is None for n in range(50))
    refused = made.take("GET", "/users/{user_id}", "51")
    assert refused.is_global
    assert refused.headers["X-RateLimit-Global"] == "true"
    assert refused.headers["X-RateLimit-Scope"] == "global"
    assert made.take("POST", "/webhooks/{id}/{token}/messages/@original", "9", exempt_global=True).retry_after is None
    time.now += refused.retry_after or 0
    assert made.take("GET", "/users/{user_id}", "51").retry_after is None


def test_exempt_requests_leave_the_global_limit_alone() -> None:
    made = limits(Time())
    for n in range(200):
        assert (
            made.take("POST", "/webhooks/{id}/{token}/messages/@original", str(n), exempt_global=True).retry_after
            is None
        )
    assert made.take("GET", "/users/@me", "").retry_after is None


@pytest.mark.parametrize("enabled", [True, False])
def test_interaction_callbacks_have_no_bucket_and_tell_none(enabled: bool) -> None:
    made = limits(Time(), enabled=enabled)
    for _ in range(200):
        verdict = made.take("POST", "/api/v10/interactions/{id}/{token}/callback", "9", exempt_global=True)
        assert verdict == Verdict({"Via": "1.1 google"})


def test_switched_off_everything_passes_and_the_headers_say_so() -> None:
    made = limits(Time(), enabled=False)
    verdicts = [send(made) for _ in range(500)]
    assert all(each.retry_after is None and int(each.headers["X-RateLimit-Remaining"]) > 1000 for each in verdicts)


def test_old_windows_are_forgotten() -> None:
    time = Time()
    made = limits(time)
    for n in range(PRUNE_AT):
        made.take("POST", "/webhooks/{id}/{token}/messages/@original", str(n), exempt_global=True)
    send(made)
    time.now += 2.0
    for _ in range(4):
        assert send(made).retry_after is None
    assert send(made).retry_after is not None


@pytest.mark.parametrize(("route", "limit"), [*LIMITS.items(), (("GET", "/guilds/{}"), GENEROUS)])
def test_each_routes_limit_is_exact(route: tuple[str, str], limit: Limit) -> None:
    time = Time()
    made = limits(time)
    passed = [made.take(*route, "1", exempt_global=True).retry_after is None for _ in range(limit.requests + 1)]
    assert passed == [True] * limit.requests + [False]
    time.now += limit.seconds
    assert made.take(*route, "1", exempt_global=True).retry_after is None


waits = st.lists(st.floats(0, 3, allow_nan=False), max_size=60)


@given(waits)
def test_never_more_than_the_limit_in_a_window(gaps: list[float]) -> None:
    time = Time()
    made = limits(time)
    opened, passed = -100.0, 0
    for gap in gaps:
        time.now += gap
        if time.now >= opened + 5.0:
            opened, passed = time.now, 0
        if send(made).retry_after is None:
            passed += 1
        assert passed <= 5


@given(waits)
def test_who_keeps_to_the_headers_is_never_refused(gaps: list[float]) -> None:
    time = Time()
    made = limits(time)
    for gap in gaps:
        time.now += gap
        verdict = send(made)
        assert verdict.retry_after is None
        if verdict.headers["X-RateLimit-Remaining"] == "0":
            time.now += float(verdict.headers["X-RateLimit-Reset-After"])


@given(waits)
def test_who_waits_as_told_after_a_refusal_passes(gaps: list[float]) -> None:
    time = Time()
    made = limits(time)
    for gap in gaps:
        time.now += gap / 10
        verdict = send(made)
        if verdict.retry_after is not None:
            time.now += verdict.retry_after
            assert send(made).retry_after is None
