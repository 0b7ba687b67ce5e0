"""One request of a person to the user-side API, read."""

from aiohttp import web

from sandbox.people.acts import Acts
from sandbox.people.refusals import RefusedError
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.values import snowflake
from sandbox.world.accounts import Account
from sandbox.world.world import Channel


class Person:
    """One request of a person, with the body read."""

    def __init__(self, request: web.Request, account: Account, acts: Acts, body: JsonObject) -> None:
        self.request = request
        self.account = account
        self.acts = acts
        self.body = body

    def channel(self) -> Channel:
        """Find the channel of the path. Raises `RefusedError`."""
        return self.acts.channel(self.number("channel_id"))

    def number(self, name: str) -> int:
        """Give an id of the path. Raises `RefusedError`."""
        if (found := snowflake(self.request.match_info[name])) is None:
            raise RefusedError(f"{name} is not an id", 404)
        return found

    def text(self, name: str) -> str:
        """Give a text of the body. Raises `RefusedError`."""
        value = self.body.get(name)
        if not isinstance(value, str):
            raise RefusedError(f"{name} must be a text")
        return value

    def mapping(self, name: str) -> dict[str, JsonValue]:
        """Give an object of the body, empty if it is left out. Raises `RefusedError`."""
        value = self.body.get(name) or {}
        if not isinstance(value, dict):
            raise RefusedError(f"{name} must be an object")
        return value
