"""The sandbox's Discord as one object: who and what is there, and who listens to what happens."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias, TypeVar

from sandbox.clock import SandboxClock
from sandbox.rules import errors, permissions
from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import Permissions
from sandbox.world import guilds
from sandbox.world.accounts import Account
from sandbox.world.commands import Commands
from sandbox.world.composing import Attachment
from sandbox.world.events import Event
from sandbox.world.guilds import Guild
from sandbox.world.messages import MessageLog
from sandbox.world.restrictions import Restrictions
from sandbox.world.snowflakes import Snowflakes

Kind: TypeAlias = Literal["meta", "account", "guild", "channel", "message", "command", "attachment"]
"""What the world keeps between two runs, by kind."""

Key: TypeAlias = tuple[Kind, int]
Listener: TypeAlias = Callable[[Event], None]
Whisper: TypeAlias = Callable[[int, Event], None]
Heard = TypeVar("Heard")
DIRECT_PERMISSIONS = (guilds.EVERYONE_PERMISSIONS | Permissions.MENTION_EVERYONE | Permissions.SEND_TTS_MESSAGES) & ~(
    Permissions.CHANGE_NICKNAME
    | Permissions.CREATE_PUBLIC_THREADS
    | Permissions.CREATE_PRIVATE_THREADS
    | Permissions.CONNECT
)

COMMAND_BADGE = 1 << 23
MEMBERS, MESSAGE_CONTENT = 1 << 15, 1 << 19
PRIVILEGED_INTENTS = 1 << 13 | MEMBERS | MESSAGE_CONTENT
"""The application's flags for presences, members and the content of messages, as an unverified bot is granted them."""


@dataclass(slots=True)
class Channel:
    """A channel with its messages. `people` are the accounts of a direct channel or group, empty elsewhere.

    `unseen` holds what only one person sees (ephemeral messages), by that person; it isn't kept between runs.
    `pins` holds when each message was pinned (ISO 8601), by the message's id, in that order. `hidden_embeds` holds the
    embeds of messages whose flags say that none are shown, by the message's id, and `spoken` when each person last said
    something here. `votes` are the answers that each person chose in a poll, by its message's id. `joined` holds since
    when (ISO 8601) each member of a thread is one, by the member's id.
    """

    id: int
    payload: JsonObject
    guild_id: int | None = None
    people: tuple[int, ...] = ()
    log: MessageLog = field(default_factory=MessageLog)
    unseen: dict[int, MessageLog] = field(default_factory=dict)
    pins: dict[int, str] = field(default_factory=dict)
    hidden_embeds: dict[int, list[JsonObject]] = field(default_factory=dict)
    spoken: dict[int, datetime] = field(default_factory=dict)
    votes: dict[int, dict[int, list[int]]] = field(default_factory=dict)
    joined: dict[int, str] = field(default_factory=dict)

    @property
    def kind(self) -> int:
        """Discord's type of the channel."""
        return int(self.payload["type"])

    @property
    def is_thread(self) -> bool:
        """Whether it is a thread: its permissions are those of the channel that it was begun in."""
        return self.kind in guilds.THREADS

    @property
    def parent_id(self) -> int | None:
        """The category of a channel, the channel of a thread."""
        parent = self.payload.get("parent_id")
        return None if parent is None else int(parent)

    def seen_by(
        self, user_id: int, *, after: int | None = None, before: int | None = None, limit: int | None = None
    ) -> list[JsonObject]:
        """Give the newest `limit` messages (all, for None) that a person sees here between two ids, oldest first."""
        seen = self.log.between(after, before, limit)
        if (private := self.unseen.get(user_id)) is None:
            return seen
        both = sorted(seen + private.between(after, before, limit), key=lambda message: int(message["id"]))
        return both if limit is None else both[-limit:]

    def membership(self, user_id: int) -> JsonObject:
        """Make a thread's member as Discord shows it."""
        return {"id": str(self.id), "user_id": str(user_id), "join_timestamp": self.joined[user_id], "flags": 0}

    def told_to(self, user_id: int, *, in_guild: bool = False) -> JsonObject:
        """Give the payload as somebody is told of it: of a thread that they are in with their membership.

        `in_guild` is how a guild comes with it: the membership says neither of what it is nor whose.
        """
        if user_id not in self.joined:
            return self.payload
        left_out = ("id", "user_id") if in_guild else ()
        mine = {key: value for key, value in self.membership(user_id).items() if key not in left_out}
        return self.payload | {"member": mine}

    def find(self, message_id: int) -> JsonObject | None:
        """Find a message, whoever sees it."""
        logs = (self.log, *self.unseen.values())
        return next((found for log in logs if (found := log.get(message_id)) is not None), None)


def _added(listeners: dict[object, Heard], callback: Heard) -> Callable[[], None]:
    """Add a listener and give what takes it away again, which may be called more than once."""
    key = object()
    listeners[key] = callback

    def stop() -> None:
        listeners.pop(key, None)

    return stop


class World:
    """The state of one Discord with one bot's application in it."""

    def __init__(self, clock: SandboxClock, *, application_id: int, token: str, last_id: int) -> None:
        self.clock = clock
        self.application_id = application_id
        self.token = token
        self.ids = Snowflakes(clock, last_id)
        self.accounts: dict[int, Account] = {}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.attachments = dict[int, Attachment]()
        self.commands = Commands(self)
        self.restrictions = Restrictions()
        self.changed: dict[Key, JsonObject | None] = {}
        self._keeps = True
        self.owner_id = 0
        self.base_url = ""
        self.has_privileged_intents = False
        self._listeners: dict[object, Listener] = {}
        self._whispers: dict[object, Whisper] = {}

    def listen(self, callback: Listener) -> Callable[[], None]:
        """Hand every event to `callback`, in order, until the function returned is called."""
        return _added(self._listeners, callback)

    def overhear(self, callback: Whisper) -> Callable[[], None]:
        """Hand what one person alone sees to `callback(user id, event)`, until the function returned is called."""
        return _added(self._whispers, callback)

    def publish(self, event: Event) -> None:
        """Tell an event to all who listen."""
        for listener in tuple(self._listeners.values()):
            listener(event)

    def whisper(self, user_id: int, event: Event) -> None:
        """Tell an event to one person only."""
        for whisper in tuple(self._whispers.values()):
            whisper(user_id, event)

    def touch(self, kind: Kind, key: int, message: JsonObject | None = None) -> None:
        """Note that something must be kept again; of a message, itself (or nothing, if it is gone)."""
        if self._keeps:
            self.changed[kind, key] = message

    def keep_nothing(self) -> None:
        """Stop noting what has changed: there is nowhere to keep it."""
        self._keeps = False
        self.changed.clear()

    # what is there

    @property
    def bot(self) -> Account:
        """The bot's account; its id is the application's."""
        return self.accounts[self.application_id]

    def bot_user(self) -> JsonObject:
        """Give the bot's user, as READY carries it."""
        return self.bot.own_payload()

    def application(self) -> JsonObject:
        """Give the application, as READY carries it."""
        granted = PRIVILEGED_INTENTS if self.has_privileged_intents else 0
        return {"id": str(self.application_id), "flags": COMMAND_BADGE | granted}

    def account(self, user_id: int) -> Account:
        """Find an account. Raises `ApiError` 10013."""
        if (found := self.accounts.get(user_id)) is None:
            raise errors.unknown_user()
        return found

    def guild_ids(self) -> list[int]:
        """Give the guilds that the bot is in, those out of reach too."""
        return [guild.id for guild in self.guilds.values() if guild.present]

    def guild(self, guild_id: int) -> Guild:
        """Find a guild that the bot is in. Raises `ApiError` 10004, or 50001 where the bot isn't a member."""
        if (found := self.guilds.get(guild_id)) is None or not found.available:
            raise errors.unknown_guild()
        if not found.present:
            raise errors.missing_access()
        return found

    def guild_create(self, guild_id: int) -> JsonObject:
        """Give a guild as GUILD_CREATE carries it, with the bot as its only member listed."""
        guild = self.guilds[guild_id]
        if not guild.available:
            return {"id": str(guild_id), "unavailable": True}
        return guild.payload() | {
            "joined_at": guild.members[self.application_id]["joined_at"],
            "large": False,
            "unavailable": False,
            "member_count": len(guild.members),
            "voice_states": [],
            "members": [guild.members[self.application_id]],
            "channels": self.guild_channels(guild_id),
            "threads": [each.told_to(self.application_id, in_guild=True) for each in self.active_threads(guild_id)],
            "presences": [],
            "stage_instances": [],
            "guild_scheduled_events": [each for each in guild.scheduled_events.values() if each["status"] < 3],
            "soundboard_sounds": [],
        }

    def guild_channels(self, guild_id: int) -> list[JsonObject]:
        """Give a guild's channels; threads are none of them."""
        ours = (channel for channel in self.channels.values() if channel.guild_id == guild_id)
        return [channel.payload for channel in ours if not channel.is_thread]

    def active_threads(self, guild_id: int) -> list[Channel]:
        """Give a guild's threads that aren't archived and that the bot sees: it is told of no others."""
        ours = (channel for channel in self.channels.values() if channel.guild_id == guild_id and channel.is_thread)
        seen = (each for each in ours if Permissions.VIEW_CHANNEL in self.permissions_in(self.application_id, each))
        return [thread for thread in seen if not thread.payload["thread_metadata"]["archived"]]

    def channel(self, channel_id: int) -> Channel:
        """Find a channel. Raises `ApiError` 10003."""
        found = self.channels.get(channel_id)
        if found is None or (found.guild_id is not None and not self.guilds[found.guild_id].available):
            raise errors.unknown_channel()
        return found

    def direct_channel(self, user_id: int) -> Channel:
        """Find or open the channel of direct messages between the bot and a person."""
        people = (self.application_id, user_id)
        for channel in self.channels.values():
            if channel.people == people:
                return channel
        channel_id = self.ids.next()
        payload = guilds.direct_payload(channel_id, [self.account(user_id).payload()])
        opened = Channel(channel_id, payload, people=people)
        self.channels[channel_id] = opened
        self.touch("channel", channel_id)
        # Discord tells bots of no direct channel since 2018 ("Channel Create"); people's own clients show it.
        self.whisper(user_id, Event("CHANNEL_CREATE", payload, None, channel_id))
        return opened

    def group_channel(self, owner_id: int, user_ids: Sequence[int]) -> Channel:
        """Open a channel for a group of people; the bot isn't told."""
        people = tuple(dict.fromkeys((owner_id, *user_ids)))
        channel_id = self.ids.next()
        payload = guilds.group_payload(channel_id, owner_id, [self.account(each).payload() for each in people])
        opened = self.channels[channel_id] = Channel(channel_id, payload, people=people)
        self.touch("channel", channel_id)
        for user_id in people:
            self.whisper(user_id, Event("CHANNEL_CREATE", payload, None, channel_id))
        return opened

    def members(self, guild_id: int) -> list[JsonObject]:
        """Give all members of a guild, in the order of their ids; none while it is out of reach."""
        guild = self.guilds[guild_id]
        return [guild.members[key] for key in sorted(guild.members)] if guild.available else []

    def member(self, guild_id: int, user_id: int) -> JsonObject:
        """Find a member. Raises `ApiError` 10007."""
        if (found := self.guilds[guild_id].members.get(user_id)) is None:
            raise errors.unknown_member()
        return found

    def permissions(
        self, user_id: int, guild_id: int, channel: Channel | None = None, *, with_implied: bool = True
    ) -> Permissions:
        """Compute what a user may do in a guild, or in one of its channels; nothing for who isn't a member.

        In a private thread nobody may do anything but those who were added, and who manages threads.
        `with_implied` of false leaves out what follows from permissions that are missing.
        """
        guild = self.guilds[guild_id]
        member = guild.members.get(user_id)
        if member is None:
            return permissions.NONE
        mine = {guild_id, *map(int, member["roles"])}
        in_thread = channel is not None and channel.is_thread
        place = self.channels.get(channel.parent_id or 0) if channel is not None and in_thread else channel
        granted = permissions.compute(
            owner_id=guild.owner_id,
            member_id=user_id,
            everyone_id=guild_id,
            roles={key: int(role["permissions"]) for key, role in guild.roles.items() if key in mine},
            overwrites=place.payload["permission_overwrites"] if place is not None else (),
            timed_out=self.is_timed_out(user_id, guild_id),
            sending=Permissions.SEND_MESSAGES_IN_THREADS if in_thread else Permissions.SEND_MESSAGES,
            with_implied=with_implied,
        )
        is_closed = channel is not None and channel.kind == guilds.PRIVATE_THREAD and user_id not in channel.joined
        return permissions.NONE if is_closed and Permissions.MANAGE_THREADS not in granted else granted

    def is_timed_out(self, user_id: int, guild_id: int) -> bool:
        """Tell whether a member is in time-out: whether it binds them, an owner say, is told by their permissions."""
        member = self.guilds[guild_id].members.get(user_id)
        until = None if member is None else member["communication_disabled_until"]
        return until is not None and datetime.fromisoformat(until) > self.clock.now()

    def permissions_in(self, user_id: int, channel: Channel) -> Permissions:
        """Compute what a user may do in a channel, direct ones too."""
        if channel.guild_id is None:
            return DIRECT_PERMISSIONS if user_id in channel.people else permissions.NONE
        return self.permissions(user_id, channel.guild_id, channel)
