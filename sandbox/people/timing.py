"""The sandbox's time, under /sandbox/v1: the clock, and what is due on it.

GET  /clock                                 {now, paused}
POST /clock {at} or {advance: seconds} or {paused: true or false} or {to: "next"}
                                            for who runs the sandbox; "next": to what is due next by the outlook
GET  /outlook?limit=                        what will be due, the soonest first, and what was, the latest first;
                                            `told` is whether a bot tells
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TypeAlias

from sandbox.clock import SandboxClock
from sandbox.outlook import Delivered, Expected, Outlook, UntoldError
from sandbox.people.person import Person, PersonRoute
from sandbox.people.refusals import RefusedError
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.values import snowflake

Way: TypeAlias = Callable[[JsonValue], None]
DEFAULT_SHOWN, MOST_SHOWN = 25, 100


class TimeApi:
    """The routes. `outlook` gives whom to ask for what is due, if anybody tells it."""

    def __init__(self, clock: SandboxClock, outlook: Callable[[], Outlook | None]) -> None:
        self._clock = clock
        self._outlook = outlook

    def routes(self) -> list[PersonRoute]:
        """Give all routes."""
        return [
            ("GET", "/clock", self._read),
            ("POST", "/clock", self._change),
            ("GET", "/outlook", self._look_out),
        ]

    def told(self) -> JsonObject:
        """Give what time it is, as people are told."""
        return {"now": self._clock.now().isoformat(), "paused": self._clock.is_paused}

    async def _read(self, _: Person) -> JsonValue:
        return self.told()

    async def _change(self, person: Person) -> JsonValue:
        person.must_run_the_sandbox()
        asked = person.body
        if asked.get("to") == "next":
            asked = {"at": (await self._next_due()).isoformat()}
        ways: dict[str, Way] = {"at": self._set, "advance": self._advance, "paused": self._pause}
        try:
            (name,) = asked.keys() & ways
            ways[name](asked[name])
        except (ValueError, OverflowError, TypeError) as error:
            raise RefusedError(
                "Give `at`, an ISO time with its zone, or `advance`, in seconds, from 1970 to 2083;"
                ' or `paused`, true or false; or `to`: "next"'
            ) from error
        return self.told()

    def _set(self, at: JsonValue) -> None:
        self._clock.set(datetime.fromisoformat(at))

    def _advance(self, seconds: JsonValue) -> None:
        self._clock.advance(timedelta(seconds=float(seconds)))

    def _pause(self, paused: JsonValue) -> None:
        if not isinstance(paused, bool):
            raise TypeError
        (self._clock.pause if paused else self._clock.resume)()

    async def _next_due(self) -> datetime:
        if (outlook := self._outlook()) is None:
            raise RefusedError("No bot here reports what it will post", 404)
        with _told_as_refusal():
            due = await outlook.due(MOST_SHOWN)
        now = self._clock.now()
        later = [each.at for each in due if each.at > now]
        if not later:
            raise RefusedError("Nothing is due: subscribe a channel to something first", 404)
        return min(later)

    async def _look_out(self, person: Person) -> JsonValue:
        person.must_run_the_sandbox()
        limit = _limit(person)
        if (outlook := self._outlook()) is None:
            return {"told": False, "due": [], "delivered": []}
        with _told_as_refusal():
            due, delivered = await outlook.due(limit), await outlook.delivered(limit)
        return {
            "told": True,
            "due": [_expected(each) for each in due[:limit]],
            "delivered": [_delivered(each) for each in delivered[:limit]],
        }


@contextmanager
def _told_as_refusal() -> Iterator[None]:
    try:
        yield
    except UntoldError as error:
        raise RefusedError(str(error), 503) from error


def _limit(person: Person) -> int:
    text = person.request.query.get("limit", str(DEFAULT_SHOWN))
    if (limit := snowflake(text)) is None or not 1 <= limit <= MOST_SHOWN:
        raise RefusedError(f"limit must be from 1 to {MOST_SHOWN}")
    return limit


def _expected(post: Expected) -> JsonObject:
    return {"at": post.at.isoformat(), "what": post.what, "channel_id": str(post.channel_id)}


def _delivered(post: Delivered) -> JsonObject:
    return {
        "at": post.at.isoformat(),
        "what": post.what,
        "channel_id": str(post.channel_id),
        "state": post.state,
        "reason": post.reason,
        "message_id": None if post.message_id is None else str(post.message_id),
        "next_try_at": None if post.next_try_at is None else post.next_try_at.isoformat(),
    }
