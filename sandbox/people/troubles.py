"""The troubles that those who run the sandbox ask for over HTTP, read from what they sent.

{trouble, method, template, channel_id, times, lasting, …}; trouble is one of
    status     {status, code, headers, done}   that status, with a `code` in Discord's words; `done`: after it was
                                         carried out
    broken     {status, done}            500, 502, 503 or 504 as a proxy's page
    limited    {seconds, global}         Discord's own 429
    banned     {seconds}                 Cloudflare's 429, without Via
    reset      {moment}                  the connection is lost before, during or after the answer
    silence    {done}                    no answer comes
    nonsense   {done}                    200 with invalid JSON
`times` counts requests, `lasting` is in seconds of the sandbox's clock; with it, `times` may be left out for all.
"""

import json
import re
from datetime import timedelta
from typing import TYPE_CHECKING

from sandbox.people.person import Person
from sandbox.people.refusals import RefusedError
from sandbox.rest.faults import (
    MESSAGES,
    Cut,
    Fault,
    Faults,
    Moment,
    Nonsense,
    Refusal,
    Silence,
    Trouble,
    banned,
    broken,
    limited,
)
from sandbox.rules.json_types import JsonObject
from sandbox.rules.values import snowflake

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_TIMES = 1000
MOST_CODE = 999_999
MOST_SECONDS = 7 * 24 * 3600
MADE_OF = {
    "status": ("status", "code", "headers", "done"),
    "broken": ("status", "done"),
    "limited": ("seconds", "global"),
    "banned": ("seconds",),
    "reset": ("moment",),
    "silence": ("done",),
    "nonsense": ("done",),
}
"""What a trouble is made of, by its kind; it is told again to whoever asks."""

HEADER = re.compile(r"[A-Za-z0-9-]{1,64}")


def add_trouble(faults: Faults, person: Person) -> Fault:
    """Let requests meet what was asked for, and give it. Raises `RefusedError` with what makes no sense in it."""
    kinds: dict[str, Callable[[Person], Trouble]] = {
        "status": _status,
        "broken": lambda asked: broken(_whole(asked, "status", 500, 599), done=_is_done(asked)),
        "limited": lambda asked: limited(_seconds(asked), is_global=asked.body.get("global") is True),
        "banned": lambda asked: banned(_seconds(asked)),
        "reset": _reset,
        "silence": lambda asked: Silence(done=_is_done(asked)),
        "nonsense": lambda asked: Nonsense(done=_is_done(asked)),
    }
    kind = person.body.get("trouble", "status")
    if not isinstance(kind, str) or kind not in kinds:
        raise RefusedError(f"trouble must be one of: {', '.join(kinds)}")
    method, template = (person.body.get(name) for name in ("method", "template"))
    lasting = None if person.body.get("lasting") is None else _whole(person, "lasting", 1, MOST_SECONDS)
    endless = lasting is not None and person.body.get("times") is None
    return faults.add(
        kinds[kind](person),
        method="POST" if method is None else person.text("method").upper(),
        template=MESSAGES if template is None else person.text("template"),
        times=None if endless else _whole(person, "times", 1, MOST_TIMES, default=1),
        lasting=None if lasting is None else timedelta(seconds=lasting),
        channel_id=snowflake(person.body.get("channel_id")),
        made_of={"trouble": kind} | {name: person.body[name] for name in MADE_OF[kind] if name in person.body},
    )


def _status(asked: Person) -> Trouble:
    status, headers = _whole(asked, "status", 200, 599), _headers(asked.mapping("headers"))
    if asked.body.get("code") is None:
        return Refusal(status, headers=headers, done=_is_done(asked))
    body = json.dumps({"message": "Refused by whoever runs the sandbox", "code": _whole(asked, "code", 0, MOST_CODE)})
    return Refusal(status, body, "application/json", headers, done=_is_done(asked))


def _reset(asked: Person) -> Trouble:
    moment = asked.body.get("moment", Moment.BEFORE)
    if moment not in list(Moment):
        raise RefusedError(f"moment must be one of: {', '.join(Moment)}")
    return Cut(Moment(str(moment)))


def _is_done(asked: Person) -> bool:
    return asked.body.get("done") is True


def _seconds(asked: Person) -> int:
    return _whole(asked, "seconds", 1, MOST_SECONDS, default=1)


def _whole(asked: Person, name: str, least: int, most: int, default: int | None = None) -> int:
    value = asked.body.get(name, default)
    if type(value) is not int or not least <= value <= most:
        raise RefusedError(f"{name} must be from {least} to {most}")
    return value


def _headers(given: JsonObject) -> dict[str, str]:
    read: dict[str, str] = {}
    for name, value in given.items():
        if not HEADER.fullmatch(name) or not isinstance(value, str) or not value.isascii() or not value.isprintable():
            raise RefusedError(f"{name[:64]} is not a header")
        read[name] = value
    return read
