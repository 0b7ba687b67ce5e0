"""The bot's troubles and its requests, under /sandbox/v1, for those who run the sandbox.

GET    /faults                 the troubles that are still to come
POST   /faults {trouble, …}    another, as it is then listed; see `sandbox.people.troubles`
DELETE /faults                 none of them
DELETE /faults/{number}        one of them no more
GET    /requests?after=        the bot's newest requests, oldest first, with a number above `after`
"""

from sandbox.people.person import Person, PersonRoute
from sandbox.people.refusals import RefusedError
from sandbox.people.troubles import add_trouble
from sandbox.rest.faults import Fault, Faults
from sandbox.rest.requests import Answered, Requests, words_of
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.values import snowflake


class WatchApi:
    """The routes."""

    def __init__(self, faults: Faults, requests: Requests) -> None:
        self._faults = faults
        self._requests = requests

    def routes(self) -> list[PersonRoute]:
        """Give all routes."""
        return [
            ("GET", "/faults", self._list_faults),
            ("POST", "/faults", self._add_fault),
            ("DELETE", "/faults", self._clear_faults),
            ("DELETE", "/faults/{number}", self._end_fault),
            ("GET", "/requests", self._list_requests),
        ]

    async def _list_faults(self, person: Person) -> JsonValue:
        person.must_run_the_sandbox()
        return [_fault(each) for each in self._faults.active()]

    async def _add_fault(self, person: Person) -> JsonValue:
        person.must_run_the_sandbox()
        return _fault(add_trouble(self._faults, person))

    async def _clear_faults(self, person: Person) -> JsonValue:
        person.must_run_the_sandbox()
        self._faults.clear()
        return {}

    async def _end_fault(self, person: Person) -> JsonValue:
        person.must_run_the_sandbox()
        if not self._faults.end(person.number("number")):
            raise RefusedError("There is no such trouble any more", 404)
        return {}

    async def _list_requests(self, person: Person) -> JsonValue:
        person.must_run_the_sandbox()
        if (after := snowflake(person.request.query.get("after", "0"))) is None:
            raise RefusedError("after is not a whole number")
        return [told(each) for each in self._requests.kept if each.number > after]


def told(made: Answered) -> JsonObject:
    """Give a request as people are told of it."""
    return {
        "number": made.number,
        "at": made.at.isoformat(),
        "method": made.method,
        "path": made.path,
        "status": made.status,
        "note": made.note,
    }


def _fault(fault: Fault) -> JsonObject:
    return {
        "number": fault.number,
        "trouble": "other",
        **fault.made_of,
        "words": words_of(fault.trouble),
        "method": fault.method,
        "template": fault.template,
        "channel_id": None if fault.channel_id is None else str(fault.channel_id),
        "times": fault.times,
        "until": None if fault.until is None else fault.until.isoformat(),
    }
