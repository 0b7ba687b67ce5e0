"""Interactions: what a person did to the bot, and what has become of it."""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial

from sandbox.clock import Timer
from sandbox.rules import errors
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.permissions import Permissions
from sandbox.world import guilds, installations
from sandbox.world.commands import SUB_COMMAND, SUB_COMMAND_GROUP
from sandbox.world.events import Event
from sandbox.world.messages import EPHEMERAL, LOADING
from sandbox.world.world import Channel, World

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
DEADLINE = timedelta(seconds=3)
"""How long a bot has for its first answer, on the sandbox's clock."""

TOKEN_LASTS = timedelta(minutes=15)
GUILD_CONTEXT, BOT_DIRECT_CONTEXT, PEOPLE_CONTEXT = 0, 1, 2
IN_GROUPS = Permissions.ATTACH_FILES | Permissions.EMBED_LINKS | Permissions.MENTION_EVERYONE
NO_RESPONSE = "The application did not respond"
KEPT = 2_000
"""How many interactions are remembered besides those whose token is still good; the oldest are forgotten first."""


class State(StrEnum):
    """What a person sees of an interaction."""

    PENDING = "pending"
    ANSWERED = "answered"
    DEFERRED = "deferred"
    FAILED = "failed"
    MODAL = "modal"
    AUTOCOMPLETE = "autocomplete"
    UPDATED = "updated"


@dataclass(slots=True)
class Interaction:
    """One interaction. `source` is the message whose component was used; `original` the first answer to it.

    `command` is the name of the command that was run, with those of its group and subcommand.

    `followed_up` counts its follow-ups, those that are gone again, too.
    `settled` is false as long as more was promised: a deferred answer that is not filled in yet.
    """

    id: int
    token: str
    type: int
    user_id: int
    channel: Channel
    metadata: JsonObject
    token_ends: datetime
    source: JsonObject | None = None
    command: str | None = None
    state: State = State.PENDING
    settled: bool = False
    response_type: int | None = None
    original: JsonObject | None = None
    modal: JsonObject | None = None
    followed_up: int = 0
    choices: list[JsonObject] = field(default_factory=list)
    followups: list[JsonObject] = field(default_factory=list)
    bell: asyncio.Event = field(default_factory=asyncio.Event)
    timer: Timer | None = None

    def outcome(self) -> JsonObject:
        """Give what the person sees: `state`, and `message`, `modal`, `choices`, `followups` or `error`."""
        return {
            "id": str(self.id),
            "type": self.type,
            "channel_id": str(self.channel.id),
            "state": str(self.state),
            "settled": self.settled,
            "message": self.original,
            "modal": self.modal,
            "choices": self.choices,
            "followups": self.followups,
            "error": NO_RESPONSE if self.state is State.FAILED else None,
        }

    async def until(self, reached: Callable[["Interaction"], bool], seconds: float) -> bool:
        """Wait until `reached(interaction)` holds, for at most `seconds`; tell whether it does."""
        try:
            async with asyncio.timeout(seconds):
                while not reached(self):
                    await self.bell.wait()
        except TimeoutError:
            return reached(self)
        return True


class Interactions:
    """All interactions of late, by id and by token."""

    def __init__(self, world: World, deadline: timedelta = DEADLINE) -> None:
        self._world = world
        self.deadline = deadline
        self.by_id: dict[int, Interaction] = {}
        self._by_token: dict[str, Interaction] = {}
        self.not_installed_in: set[int] = set()
        """The guilds to which people bring the bot who have installed it for themselves alone."""

    def start(
        self,
        kind: int,
        user_id: int,
        channel: Channel,
        data: JsonObject,
        *,
        source: JsonObject | None = None,
        triggered_by: JsonObject | None = None,
    ) -> Interaction:
        """Begin an interaction and send it to the bot; the bot has `deadline` to answer, on the sandbox's clock.

        `triggered_by` is the metadata of the interaction that opened the modal which is now submitted.
        """
        world = self._world
        interaction_id = world.ids.next()
        metadata: JsonObject = {
            "id": str(interaction_id),
            "type": kind,
            "user": world.accounts[user_id].payload(),
            "authorizing_integration_owners": self._owners(user_id, channel, data, source, triggered_by),
        }
        if kind == COMPONENT and source is not None:
            metadata["interacted_message_id"] = source["id"]
        if triggered_by is not None:
            metadata["triggering_interaction_metadata"] = triggered_by
        made = Interaction(
            id=interaction_id,
            token=secrets.token_urlsafe(96),
            type=kind,
            user_id=user_id,
            channel=channel,
            metadata=metadata,
            token_ends=world.clock.now() + TOKEN_LASTS,
            source=source,
            command=_full_name(data) if kind == COMMAND else None,
        )
        self._remember(made)
        made.timer = world.clock.call_after(self.deadline, partial(self._expire, made))
        payload = self._payload(made, data)
        world.publish(Event("INTERACTION_CREATE", payload, channel.guild_id, channel.id))
        return made

    def _owners(
        self,
        user_id: int,
        channel: Channel,
        data: JsonObject,
        source: JsonObject | None,
        triggered_by: JsonObject | None,
    ) -> JsonObject:
        """Give who authorized an interaction. What a form is submitted for, who opened it was authorized for."""
        if channel.guild_id in self.not_installed_in:
            return {installations.USER_KEY: str(user_id)}
        if triggered_by is not None:
            return dict(triggered_by["authorizing_integration_owners"])
        if source is not None:
            return installations.owners_of_use(self._world, channel, source)
        command = self._world.commands.by_id.get(int(data.get("id", 0)), {})
        kinds = command.get("integration_types", [installations.FOR_GUILDS])
        return installations.owners(self._world, user_id, channel, kinds)

    def answerable(self, interaction_id: int, token: str) -> Interaction:
        """Find an interaction that waits for its first answer. Raises `ApiError` 10062 or 40060."""
        found = self._by_token.get(token)
        if found is None or found.id != interaction_id or found.state is State.FAILED:
            raise errors.unknown_interaction()
        if found.response_type is not None:
            raise errors.already_acknowledged()
        return found

    def answered(self, application_id: int, token: str) -> Interaction:
        """Find an answered interaction by its token. Raises `ApiError` 10015, or 50027 once it has run out."""
        found = self._by_token.get(token)
        if found is None or application_id != self._world.application_id or found.response_type is None:
            raise errors.unknown_webhook()
        if self._world.clock.now() > found.token_ends:
            raise errors.invalid_webhook_token()
        return found

    def note(self, interaction: Interaction, state: State, *, settled: bool = True) -> None:
        """Tell the person, and whoever waits, what has become of an interaction."""
        if interaction.timer is not None:
            interaction.timer.cancel()
        interaction.state, interaction.settled = state, settled
        self.ring(interaction)

    def ring(self, interaction: Interaction) -> None:
        """Wake whoever waits for a change of an interaction."""
        interaction.bell.set()
        interaction.bell = asyncio.Event()
        told = Event("SANDBOX_INTERACTION", interaction.outcome(), interaction.channel.guild_id, interaction.channel.id)
        self._world.whisper(interaction.user_id, told)

    def close(self) -> None:
        """Stop all deadlines."""
        for interaction in self.by_id.values():
            if interaction.timer is not None:
                interaction.timer.cancel()

    def _expire(self, interaction: Interaction) -> None:
        if interaction.state is State.PENDING:
            self.note(interaction, State.FAILED)

    def _remember(self, interaction: Interaction) -> None:
        self.by_id[interaction.id] = interaction
        self._by_token[interaction.token] = interaction
        while len(self.by_id) > KEPT:
            oldest = self.by_id[next(iter(self.by_id))]
            if oldest.token_ends >= self._world.clock.now():
                return
            del self.by_id[oldest.id]
            del self._by_token[oldest.token]

    def _payload(self, interaction: Interaction, data: JsonObject) -> JsonObject:
        """Make what INTERACTION_CREATE carries."""
        world, channel = self._world, interaction.channel
        payload: JsonObject = {
            "id": str(interaction.id),
            "application_id": str(world.application_id),
            "type": interaction.type,
            "token": interaction.token,
            "version": 1,
            "data": data,
            "channel_id": str(channel.id),
            "channel": _seen_channel(world, interaction),
            "app_permissions": str(int(_app_permissions(world, interaction))),
            "locale": world.account(interaction.user_id).locale,
            "entitlements": [],
            "authorizing_integration_owners": interaction.metadata["authorizing_integration_owners"],
            "context": context_of(channel),
            "attachment_size_limit": 10 * 1024 * 1024,
        }
        if channel.guild_id is None:
            payload["user"] = interaction.metadata["user"]
        else:
            payload |= _guild_parts(world, interaction, channel.guild_id)
        if interaction.source is not None:
            payload["message"] = interaction.source
        return payload


def context_of(channel: Channel) -> int:
    """Give Discord's interaction context: a guild, a direct message with the bot, or a channel of people alone."""
    if channel.guild_id is not None:
        return GUILD_CONTEXT
    return PEOPLE_CONTEXT if channel.kind == guilds.GROUP else BOT_DIRECT_CONTEXT


def _app_permissions(world: World, interaction: Interaction) -> Permissions:
    """Tell what the bot's answers may have in them.

    That is in a group, where it is no member, what Discord gives to all, and in a guild without it the same as far as
    the person may do it.
    """
    channel = interaction.channel
    if channel.kind == guilds.GROUP:
        return IN_GROUPS
    if not installations.is_in(world, channel):
        return IN_GROUPS & world.permissions_in(interaction.user_id, channel)
    # What a thread's channel gives goes for its answers, whether or not the bot was added to a private one.
    is_closed = channel.kind == guilds.PRIVATE_THREAD and channel.parent_id in world.channels
    place = world.channels[channel.parent_id or 0] if is_closed else channel
    return world.permissions_in(world.application_id, place)


def _seen_channel(world: World, interaction: Interaction) -> JsonObject:
    hidden = ("permission_overwrites",)
    seen = {key: value for key, value in interaction.channel.payload.items() if key not in hidden}
    if interaction.channel.guild_id is not None:
        seen["permissions"] = str(int(world.permissions_in(interaction.user_id, interaction.channel)))
    return seen


def _guild_parts(world: World, interaction: Interaction, guild_id: int) -> JsonObject:
    member = world.member(guild_id, interaction.user_id)
    may = world.permissions_in(interaction.user_id, interaction.channel)
    return {
        "guild_id": str(guild_id),
        "guild": world.guilds[guild_id].partial(),
        "guild_locale": world.guilds[guild_id].preferred_locale,
        "member": member | {"permissions": str(int(may))},
    }


def message_extra(interaction: Interaction, application_id: int) -> JsonObject:
    """Give what a message carries when it answers an interaction."""
    extra: JsonObject = {
        "application_id": str(application_id),
        "webhook_id": str(application_id),
        "interaction_metadata": interaction.metadata,
    }
    if interaction.command is not None:
        # Discord: deprecated, yet sent, and the only place where a message names the command that it answers.
        asked = {"id": str(interaction.id), "type": interaction.type, "user": interaction.metadata["user"]}
        extra["interaction"] = asked | {"name": interaction.command}
    return extra


def _full_name(data: JsonObject) -> str:
    """Give a command's name with those of the group and subcommand that were chosen, separated by spaces."""
    within = [option for option in data.get("options", []) if option["type"] in (SUB_COMMAND, SUB_COMMAND_GROUP)]
    return " ".join([data["name"], *(_full_name(option) for option in within)])


def is_ephemeral(message: JsonValue) -> bool:
    """Tell whether one person alone sees a message."""
    return bool(message["flags"] & EPHEMERAL)


def is_loading(message: JsonValue) -> bool:
    """Tell whether a message only says that the bot is thinking."""
    return bool(message["flags"] & LOADING)
