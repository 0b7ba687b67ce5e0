"""One request of a person to the user-side API, read."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from aiohttp import web

from sandbox.people.acts import Acts
from sandbox.people.operators import runs_the_sandbox
from sandbox.people.refusals import RefusedError
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.permissions import Permissions
from sandbox.rules.values import is_unicode, shown, snowflake
from sandbox.world.accounts import Account
from sandbox.world.world import Channel, World

LONGEST_NAME = 100


class Person:
    """One request of a person, with the body read."""

    def __init__(self, request: web.Request, world: World, account: Account, acts: Acts, body: JsonObject) -> None:
        self.request = request
        self.world = world
        self.account = account
        self.acts = acts
        self.body = body

    @property
    def runs_the_sandbox(self) -> bool:
        """Whether the person may set the clock, play troubles and change the world."""
        return runs_the_sandbox(self.world, self.account.id)

    def must_run_the_sandbox(self) -> None:
        """Let nobody pass but who runs the sandbox. Raises `RefusedError`."""
        if not self.runs_the_sandbox:
            raise RefusedError("Only the bot's owner and those who manage the server do that", 403)

    def channel(self) -> Channel:
        """Find the channel of the path. Raises `RefusedError`."""
        return self.acts.channel(self.number("channel_id"))

    def may(self, channel: Channel, *permissions: Permissions) -> bool:
        """Tell whether the person has all of these permissions in a channel."""
        mine = self.world.permissions_in(self.account.id, channel)
        return all(each in mine for each in permissions)

    def message(self, channel: Channel, message_id: int) -> JsonObject:
        """Find a message that all see in a channel. Raises `RefusedError`."""
        if (found := channel.log.get(message_id)) is None:
            raise RefusedError("There is no such message", 404)
        return found

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

    def named_id(self, name: str) -> int | None:
        """Give an id of the body, or None if it is left out. Raises `RefusedError`."""
        value = self.body.get(name)
        if value is not None and snowflake(value) is None:
            raise RefusedError(f"{name} must be an id")
        return snowflake(value)

    def query_number(self, name: str) -> int | None:
        """Give a whole number of the query, or None if it is left out. Raises `RefusedError`."""
        text = self.request.query.get(name)
        if text is not None and snowflake(text) is None:
            raise RefusedError(f"{name} is not a whole number")
        return snowflake(text)

    def thread_name(self) -> str:
        """Give what a thread is to be called, by the body. Raises `RefusedError`."""
        name = shown(self.text("name"))
        if not 1 <= len(name) <= LONGEST_NAME or not is_unicode(name):
            raise RefusedError(f"A name has 1 to {LONGEST_NAME} characters")
        return name

    def mapping(self, name: str) -> dict[str, JsonValue]:
        """Give an object of the body, empty if it is left out. Raises `RefusedError`."""
        value = self.body.get(name) or {}
        if not isinstance(value, dict):
            raise RefusedError(f"{name} must be an object")
        return value


PersonHandler: TypeAlias = Callable[[Person], Awaitable[JsonValue]]
PersonRoute: TypeAlias = tuple[str, str, PersonHandler]
"""A method, a path below /sandbox/v1, and what answers there."""
