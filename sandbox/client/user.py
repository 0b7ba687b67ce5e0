"""A person: `await member.slash("series", series="metallic-rouge")`."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from types import TracebackType
from typing import Self

import aiohttp

from sandbox.client.messages import Choice, Message, Modal
from sandbox.client.replies import ANSWER_SECONDS, Reply
from sandbox.client.running import Running
from sandbox.client.threads import Threads
from sandbox.rules.json_types import JsonObject, JsonValue

DEFAULT_CHANNEL = "chat"


class SandboxRefused(Exception):
    """The sandbox didn't let the person do that, as Discord's own client wouldn't; the text is the reason."""


class SandboxUser(Running, Threads):
    """Someone who reads and acts in the sandbox, through the user-side API.

    `url` is the sandbox's address, `token` the person's. Channels are named ("releases", "#releases") or given by id.
    """

    def __init__(self, url: str, token: str, *, default_channel: str | int = DEFAULT_CHANNEL) -> None:
        self._base = f"{url}/sandbox/v1"
        self._headers = {"Authorization": token}
        self._default_channel = default_channel
        self._session: aiohttp.ClientSession | None = None
        self._channels: dict[str, int] = {}

    async def __aenter__(self) -> Self:
        self._opened()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()

    # acting

    async def slash(
        self,
        command: str,
        options: Mapping[str, JsonValue] | None = None,
        *,
        channel: str | int | None = None,
        force: bool = False,
        settle: bool = True,
        **more: JsonValue,
    ) -> Reply:
        """Run a command ("channel subscribe" is one of a group) and wait for its answer, a deferred one filled in.

        `force` runs one that the person isn't offered for lack of permissions; `settle=False` returns at "thinking".
        Raises `SandboxRefused`.
        """
        body = {"command": command, "options": {**(options or {}), **more}, "force": force}
        return await self._act(f"/channels/{await self._channel(channel)}/commands", body, settle=settle)

    async def type_line(
        self, line: str, *, channel: str | int | None = None, force: bool = False, settle: bool = True
    ) -> Reply:
        """Run a command as it is typed: "/series series:metallic-rouge". Raises `SandboxRefused`."""
        path = f"/channels/{await self._channel(channel)}/commands"
        return await self._act(path, {"line": line, "force": force}, settle=settle)

    async def autocomplete(
        self,
        command: str,
        *,
        focused: str,
        channel: str | int | None = None,
        force: bool = False,
        **options: JsonValue,
    ) -> list[Choice]:
        """Ask for the suggestions for the option `focused`, with what is typed so far.

        Raises `SandboxRefused`, also if the bot doesn't answer in time.
        """
        body = {"command": command, "options": options, "focused": focused, "force": force}
        reply = await self._act(f"/channels/{await self._channel(channel)}/autocomplete", body, settle=False)
        if reply.failed:
            raise SandboxRefused("Loading options failed")
        return reply.choices

    async def click(
        self, on: Message | Reply, label: str | None = None, *, custom_id: str | None = None, settle: bool = True
    ) -> Reply:
        """Click a button, found by its label or custom_id. Raises `LookupError` or `SandboxRefused`."""
        message = on.message if isinstance(on, Reply) else on
        if custom_id is None:
            if label is None:
                raise TypeError("click needs a label or a custom_id")
            custom_id = message.button(label).custom_id
        if custom_id is None:
            raise LookupError(f"{label!r} opens a link")
        return await self._use(message, {"custom_id": custom_id}, settle=settle)

    async def select(
        self, on: Message | Reply, values: Sequence[str], *, custom_id: str | None = None, settle: bool = True
    ) -> Reply:
        """Choose in a select (the only one, unless told), by value or label. Raises as `click` does."""
        message = on.message if isinstance(on, Reply) else on
        if custom_id is None:
            if len(message.selects) != 1:
                raise LookupError(f"the message has {len(message.selects)} selects")
            custom_id = message.selects[0].custom_id
        return await self._use(message, {"custom_id": custom_id, "values": list(values)}, settle=settle)

    async def submit(
        self,
        on: Modal | Reply,
        fields: Mapping[str, JsonValue] | None = None,
        *,
        settle: bool = True,
        **more: JsonValue,
    ) -> Reply:
        """Submit a modal. Fields are by custom_id or label, the rest stay as they are. Raises `SandboxRefused`."""
        modal = on.modal if isinstance(on, Reply) else on
        body = {"fields": {**(fields or {}), **more}}
        return await self._act(f"/interactions/{modal.interaction_id}/modal", body, settle=settle)

    async def say(self, channel: str | int, content: str) -> Message:
        """Write a plain message. Raises `SandboxRefused`."""
        path = f"/channels/{await self._channel(channel)}/messages"
        return Message(await self._call("POST", path, {"content": content}))

    async def reply(self, to: Message, content: str) -> Message:
        """Answer a message, whose author is pinged. Raises `SandboxRefused`."""
        body = {"content": content, "reply_to": str(to.id)}
        return Message(await self._call("POST", f"/channels/{to.channel_id}/messages", body))

    async def edit(self, message: Message, content: str) -> Message:
        """Change what one's own message says. Raises `SandboxRefused`."""
        return Message(await self._call("PATCH", _path(message), {"content": content}))

    async def delete(self, message: Message) -> None:
        """Delete a message. Raises `SandboxRefused`."""
        await self._call("DELETE", _path(message))

    async def pin(self, message: Message) -> None:
        """Pin a message. Raises `SandboxRefused`."""
        await self._call("PUT", f"/channels/{message.channel_id}/pins/{message.id}")

    async def unpin(self, message: Message) -> None:
        """Take a pin away. Raises `SandboxRefused`."""
        await self._call("DELETE", f"/channels/{message.channel_id}/pins/{message.id}")

    async def direct(self) -> int:
        """Open the channel of direct messages with the bot and give its id."""
        return int((await self._call("POST", "/direct"))["id"])

    # reading

    async def me(self) -> JsonObject:
        """Read who the person is, and the guilds, channels and roles that they see."""
        return dict(await self._call("GET", "/me"))

    async def speak(self, locale: str) -> None:
        """Have the person's client be in another language, by Discord's code. Raises `SandboxRefused`."""
        await self._call("PUT", "/me", {"locale": locale})

    async def install(self, *, installed: bool = True) -> None:
        """Install the application for the person, whose commands for users are there then, or take it away."""
        await self._call("PUT", "/me", {"installed": installed})

    async def group(self, *people: str) -> int:
        """Open a channel with others, without the bot, and give its id. Raises `SandboxRefused`."""
        return int((await self._call("POST", "/groups", {"people": list(people)}))["id"])

    async def commands(self, *, channel: str | int | None = None) -> list[str]:
        """List the commands that are offered."""
        return [command["name"] for command in await self.offered(channel=channel)]

    async def offered(self, *, channel: str | int | None = None) -> list[JsonObject]:
        """List the commands that are offered, each with its id, description and options."""
        return list(await self._call("GET", f"/channels/{await self._channel(channel)}/commands"))

    async def messages(
        self,
        channel: str | int | None = None,
        *,
        after: int | None = None,
        before: int | None = None,
        limit: int | None = None,
    ) -> list[Message]:
        """Read a channel, oldest first: the newest `limit` messages (all, unless told) between two ids."""
        asked = {"after": after, "before": before, "limit": limit}
        query = {name: str(value) for name, value in asked.items() if value is not None}
        listed = await self._call("GET", f"/channels/{await self._channel(channel)}/messages", query=query)
        return [Message(message) for message in listed]

    async def pins(self, channel: str | int | None = None) -> list[Message]:
        """Read what is pinned, the newest pin first."""
        listed = await self._call("GET", f"/channels/{await self._channel(channel)}/pins")
        return [Message(message) for message in listed]

    async def wait_for_message(
        self,
        channel: str | int | None = None,
        *,
        match: Callable[[Message], bool] = lambda _: True,
        timeout: float = ANSWER_SECONDS,  # noqa: ASYNC109 - told in the error with what stands there instead
        after: int = 0,
    ) -> Message:
        """Wait for a message that stands in a channel or comes into it, with an id above `after`.

        Raises `TimeoutError`, which tells what stands there.
        """
        channel_id = await self._channel(channel)

        def found(messages: list[Message]) -> Message | None:
            return next((each for each in messages if each.id > after and not each.loading and match(each)), None)

        try:
            async with asyncio.timeout(timeout):
                async for _ in self.events():
                    if (message := found(await self.messages(channel_id))) is not None:
                        return message
        except TimeoutError as error:
            stand = await self.messages(channel_id)
            raise TimeoutError(f"no such message in {timeout} s; there are {stand}") from error
        raise ConnectionError("the sandbox ended the event stream")

    async def events(self) -> AsyncGenerator[JsonObject, None]:
        """Give what happens, as {event, data}, from now on; the first is READY."""
        async with self._opened().ws_connect(f"{self._base}/events", headers=self._headers) as socket:
            async for frame in socket:
                yield frame.json()

    # how it is done

    async def _use(self, message: Message, body: JsonObject, *, settle: bool) -> Reply:
        path = f"/channels/{message.channel_id}/messages/{message.id}/components"
        return await self._act(path, body, settle=settle)

    async def _act(self, path: str, body: JsonObject, *, settle: bool) -> Reply:
        query = {"wait": str(ANSWER_SECONDS), "settled": "0"}
        reply = Reply(await self._call("POST", path, body, query=query), self._outcome)
        if not settle or reply.failed:
            return reply
        return await (reply.settled() if reply.deferred else reply.filled_in())

    async def _outcome(self, interaction_id: int, settled: bool, wait: float) -> JsonObject:
        path = f"/interactions/{interaction_id}"
        query = {"wait": str(wait), "settled": "1" if settled else "0"}
        return dict(await self._call("GET", path, query=query))

    async def _channel(self, channel: str | int | None) -> int:
        wanted = self._default_channel if channel is None else channel
        if isinstance(wanted, int):
            return wanted
        name = wanted.removeprefix("#")
        if name not in self._channels:
            seen = [each for guild in (await self.me())["guilds"] for each in guild["channels"]]
            # The first of a name counts: that of the first guild.
            self._channels = {each["name"]: int(each["id"]) for each in reversed(seen)}
        if name not in self._channels:
            raise SandboxRefused(f"There is no channel {wanted}")
        return self._channels[name]

    async def _call(
        self, method: str, path: str, body: JsonObject | None = None, *, query: Mapping[str, str] | None = None
    ) -> JsonValue:
        async with self._opened().request(
            method, self._base + path, json=body, params=query, headers=self._headers
        ) as response:
            answer = await response.json()
        if response.status >= 400:
            self._channels.clear()  # a channel may be another now
            raise SandboxRefused(answer.get("error") or answer.get("message"))
        return answer

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession()
        return self._session


def _path(message: Message) -> str:
    return f"/channels/{message.channel_id}/messages/{message.id}"
