"""What becomes of what a person did."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from sandbox.client.messages import Button, Choice, Embed, Message, Modal, Select
from sandbox.rules.json_types import JsonObject

Refresh: TypeAlias = Callable[[int, bool, float], Awaitable[JsonObject]]
"""Asks for an interaction's outcome: its id, whether to wait until it is settled, for how many seconds."""

ANSWER_SECONDS = 120.0
"""How long a person waits for what has to come, in real time: no promise of the bot's, only an end of the waiting."""


class Reply:
    """The outcome of an act, and the answer that the person sees; `refresh` brings it up to date.

    `state` is "answered", "deferred", "failed", "modal", "autocomplete" or "updated" (the message was changed).
    """

    def __init__(self, raw: JsonObject, refresh: Refresh) -> None:
        self._refresh = refresh
        self.raw = raw
        self.interaction_id = int(raw["id"])

    def __repr__(self) -> str:
        return f"<Reply {self.state}: {self.raw['error'] or self.raw['message'] or self.raw['modal']}>"

    @property
    def state(self) -> str:
        """What the person sees of the act."""
        return str(self.raw["state"])

    @property
    def failed(self) -> bool:
        """Whether the bot didn't answer in time."""
        return self.state == "failed"

    @property
    def deferred(self) -> bool:
        """Whether the bot is still thinking."""
        return self.state == "deferred"

    @property
    def message(self) -> Message:
        """The answer (of a click that changed its message, that message). Raises `LookupError` if there is none.

        Where the one that was promised was taken away, it is the first follow-up.
        """
        shown = self.raw["message"] or next(iter(self.raw["followups"]), None)
        if shown is None:
            raise LookupError(f"there is no answer: {self!r}")
        return Message(shown)

    @property
    def modal(self) -> Modal:
        """The modal that was opened. Raises `LookupError` if none was."""
        if self.raw["modal"] is None:
            raise LookupError(f"no modal was opened: {self!r}")
        return Modal(self.raw["modal"], self.interaction_id)

    @property
    def choices(self) -> list[Choice]:
        """The suggestions of an autocompletion."""
        return [Choice(choice["name"], choice["value"]) for choice in self.raw["choices"]]

    @property
    def followups(self) -> list[Message]:
        """The follow-ups so far."""
        return [Message(message) for message in self.raw["followups"]]

    async def refresh(self) -> "Reply":
        """Ask what has become of it by now."""
        return await self._asked(settled=False, wait=0)

    async def settled(self, timeout: float = ANSWER_SECONDS) -> "Reply":  # noqa: ASYNC109 - the server waits, so it must know
        """Wait until a deferred answer is filled in. Raises `TimeoutError`."""
        if not self.raw["settled"]:
            await self._asked(settled=True, wait=timeout)
        if not self.raw["settled"]:
            raise TimeoutError(f"not settled in {timeout} s: {self!r}")
        return self

    async def filled_in(self, timeout: float = ANSWER_SECONDS) -> "Reply":  # noqa: ASYNC109 - the server waits, so it must know
        """Wait until a promised change of the message was made; a bot may never make one, which is no fault."""
        return self if self.raw["settled"] else await self._asked(settled=True, wait=timeout)

    async def _asked(self, *, settled: bool, wait: float) -> "Reply":
        self.raw = await self._refresh(self.interaction_id, settled, wait)
        return self

    # the answer's own parts, so that a test reads `reply.embed.title`

    @property
    def id(self) -> int:
        """The answer's id."""
        return self.message.id

    @property
    def channel_id(self) -> int:
        """The answer's channel."""
        return self.message.channel_id

    @property
    def content(self) -> str:
        """The answer's content."""
        return self.message.content

    @property
    def text(self) -> str:
        """All that a person reads in the answer."""
        return self.message.text

    @property
    def heading(self) -> str:
        """The answer's first heading."""
        return self.message.heading

    @property
    def ephemeral(self) -> bool:
        """Whether the person alone sees the answer."""
        return self.message.ephemeral

    @property
    def edited(self) -> bool:
        """Whether the answer was edited."""
        return self.message.edited

    @property
    def author(self) -> str:
        """Who answered."""
        return self.message.author

    @property
    def embeds(self) -> list[Embed]:
        """The answer's embeds."""
        return self.message.embeds

    @property
    def embed(self) -> Embed:
        """The answer's only embed."""
        return self.message.embed

    @property
    def components(self) -> list[JsonObject]:
        """The answer's components, at every depth."""
        return self.message.components

    @property
    def buttons(self) -> list[Button]:
        """The answer's buttons."""
        return self.message.buttons

    def button(self, label: str) -> Button:
        """Find one of the answer's buttons."""
        return self.message.button(label)

    @property
    def selects(self) -> list[Select]:
        """The answer's selects."""
        return self.message.selects

    @property
    def mention_roles(self) -> list[int]:
        """The roles that the answer pings."""
        return self.message.mention_roles
