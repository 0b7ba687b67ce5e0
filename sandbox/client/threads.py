"""What a person does with threads: begins one, public or private, or a forum's post; adds others, and leaves."""

from abc import ABC, abstractmethod

from sandbox.client.messages import Message
from sandbox.rules.json_types import JsonObject, JsonValue


class Threads(ABC):
    """A person's threads. All of it raises `SandboxRefused`."""

    @abstractmethod
    async def _call(self, method: str, path: str, body: JsonObject | None = None) -> JsonValue:
        """Ask the user-side API."""

    @abstractmethod
    async def _channel(self, channel: str | int | None) -> int:
        """Find a channel by its name."""

    async def begin_thread(self, channel: str | int, name: str, *, message: Message | None = None) -> int:
        """Begin a thread, from a message if one is given, and give its id."""
        body = {"name": name} | ({"message_id": str(message.id)} if message is not None else {})
        return await self._begin(channel, body)

    async def begin_private_thread(self, channel: str | int, name: str, *, invitable: bool = True) -> int:
        """Begin a private thread, to which others may add others if it is `invitable`, and give its id."""
        return await self._begin(channel, {"name": name, "private": True, "invitable": invitable})

    async def post_in_forum(self, forum: str | int, name: str, content: str) -> int:
        """Begin a forum's post; give its id, which its first message has too."""
        return await self._begin(forum, {"name": name, "content": content})

    async def _begin(self, channel: str | int, body: JsonObject) -> int:
        return int((await self._call("POST", f"/channels/{await self._channel(channel)}/threads", body))["id"])

    async def add_to_thread(self, thread_id: int, who: str) -> None:
        """Add somebody to a thread, by name: "bot" is the bot, "me" the person."""
        await self._call("PUT", f"/channels/{thread_id}/thread-members/{who}")

    async def remove_from_thread(self, thread_id: int, who: str) -> None:
        """Take somebody out of a thread, by name as above."""
        await self._call("DELETE", f"/channels/{thread_id}/thread-members/{who}")

    async def thread_members(self, thread_id: int) -> list[str]:
        """Read who is in a thread, by name."""
        return [each["username"] for each in await self._call("GET", f"/channels/{thread_id}/thread-members")]
