"""What the bot is told of channels that it may not view.

Source: Discord's documentation, "Obfuscated Channels", and its change log of 12 August 2026. Since 16 November 2026 the
gateway tells of such a channel in obfuscated form: its name is `___hidden___`, a flag is set, and only its id, type,
position and parent are true. Over HTTP it is left out of a guild's channels. A change that shows or hides a channel is
told as CHANNEL_UPDATE. Interactions carry full channels always.
"""

from collections.abc import Callable, Iterable, Iterator

from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import ROLE_OVERWRITE, Permissions
from sandbox.world import guilds
from sandbox.world.events import Event
from sandbox.world.world import Channel, World

OBFUSCATED = 1 << 17
"""The channel flag CHANNEL_OBFUSCATED."""

HIDDEN_NAME = "___hidden___"
OF_CHANNELS = frozenset({"CHANNEL_CREATE", "CHANNEL_UPDATE", "CHANNEL_DELETE"})
"""Events that are told of hidden channels too."""

MAY_CHANGE_VIEWS = OF_CHANNELS | {"GUILD_ROLE_UPDATE", "GUILD_ROLE_DELETE", "GUILD_MEMBER_UPDATE", "GUILD_UPDATE"}


def is_viewable(world: World, channel: Channel) -> bool:
    """Tell whether the bot may view a channel; a category also where it may view any channel in it."""
    inside: Iterable[Channel] = ()
    if channel.kind == guilds.CATEGORY:
        inside = (each for each in world.channels.values() if each.parent_id == channel.id)
    return any(
        Permissions.VIEW_CHANNEL in world.permissions_in(world.application_id, each) for each in (channel, *inside)
    )


def obfuscated(payload: JsonObject) -> JsonObject:
    """Give the payload of a guild's channel as the gateway tells it to a bot that may not view the channel.

    As Discord does it, the only overwrite denies View Channel to @everyone, so that libraries compute that the bot
    may do nothing there. Whatever else isn't true has the value of a channel that nobody has set up.
    """
    guild_id = payload["guild_id"]
    plain = guilds.channel_payload(
        int(payload["id"]),
        int(guild_id),
        HIDDEN_NAME,
        kind=payload["type"],
        position=payload["position"],
        parent_id=None,
        topic=None,
    )
    denied = str(int(Permissions.VIEW_CHANNEL))
    return plain | {
        "parent_id": payload["parent_id"],
        "permission_overwrites": [{"id": guild_id, "type": ROLE_OVERWRITE, "allow": "0", "deny": denied}],
        "flags": OBFUSCATED,
    }


def viewable_channels(world: World, guild_id: int) -> list[JsonObject]:
    """Give the channels of a guild that the bot may view, as `GET /guilds/{id}/channels` lists them."""
    return [each.payload for each in _channels(world, guild_id) if is_viewable(world, each)]


def _channels(world: World, guild_id: int) -> list[Channel]:
    return [each for each in world.channels.values() if each.guild_id == guild_id and not each.is_thread]


class BotsView:
    """The world as the gateway tells it to the bot: hidden channels are obfuscated, and nothing is heard from them."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._viewed: dict[int, set[int]] = {}
        self._managed: dict[int, set[int]] = {}
        """The channels of each guild in which the bot manages threads, and sees the private ones, too."""

    @property
    def token(self) -> str:
        """The bot's token."""
        return self._world.token

    def bot_user(self) -> JsonObject:
        """Give the bot's user."""
        return self._world.bot_user()

    def application(self) -> JsonObject:
        """Give the bot's application."""
        return self._world.application()

    def guild_ids(self) -> list[int]:
        """Give the guilds that the bot is in."""
        return self._world.guild_ids()

    def members(self, guild_id: int) -> list[JsonObject]:
        """Give all members of a guild."""
        return self._world.members(guild_id)

    def guild_create(self, guild_id: int) -> JsonObject:
        """Give the data of a guild's GUILD_CREATE."""
        return self._whole_guild(guild_id, self._world.guild_create(guild_id))

    def listen(self, callback: Callable[[Event], None]) -> Callable[[], None]:
        """Call `callback` for each event that the bot hears, in order, until the returned function is called."""

        def hear(event: Event) -> None:
            for told in self._told(event):
                callback(told)

        def overhear(user_id: int, event: Event) -> None:
            if user_id == self._world.application_id:
                callback(event)

        stops = self._world.listen(hear), self._world.overhear(overhear)

        def stop() -> None:
            for each in stops:
                each()

        return stop

    def _told(self, event: Event) -> Iterator[Event]:
        """Give an event as the bot hears it, and after it what it shows or hides besides."""
        if event.guild_id is None or event.name == "INTERACTION_CREATE":
            if event.name == "INTERACTION_CREATE" or not self._is_among_people(event):
                yield event
            return
        if event.name == "GUILD_CREATE":
            data = self._whole_guild(event.guild_id, event.data)
            yield Event(event.name, data, event.guild_id)
        elif event.name in OF_CHANNELS:
            # One that was deleted isn't in the world any more.
            channel = Channel(event.channel_id or 0, event.data, event.guild_id)
            yield Event(event.name, self._shown(channel), event.guild_id, event.channel_id)
        elif (place := self._world.channels.get(event.channel_id or 0)) is None or is_viewable(self._world, place):
            yield event
        elif str(self._world.application_id) in event.data.get("removed_member_ids", ()):
            yield event  # the last that it hears of a private thread
        if event.name in MAY_CHANGE_VIEWS and event.guild_id in self._viewed:
            yield from self._changes_of_view(event.guild_id, event.channel_id)

    def _is_among_people(self, event: Event) -> bool:
        """Tell whether something happened in a group of people, of which the bot is no member."""
        channel = self._world.channels.get(event.channel_id or 0)
        return channel is not None and channel.kind == guilds.GROUP

    def _changes_of_view(self, guild_id: int, told_id: int | None) -> Iterator[Event]:
        """Tell of the channels that are shown or hidden since the bot was last told; one of them was told already."""
        before, channels = self._viewed[guild_id], _channels(self._world, guild_id)
        viewed = self._viewed[guild_id] = {each.id for each in channels if is_viewable(self._world, each)}
        for channel in channels:
            if (channel.id in before) is (channel.id in viewed):
                continue
            if channel.id != told_id:
                yield Event("CHANNEL_UPDATE", self._shown(channel), guild_id, channel.id)
            if channel.id in viewed and channel.kind in guilds.THREADED | guilds.FORUMS:
                yield self._threads_in(channel, guild_id)
        managed, self._managed[guild_id] = self._managed[guild_id], self._managing(channels)
        for channel in channels:
            if channel.id in before & viewed & self._managed[guild_id] - managed and channel.kind == guilds.TEXT:
                yield self._threads_in(channel, guild_id)

    def _managing(self, channels: Iterable[Channel]) -> set[int]:
        world = self._world
        mine = ((each.id, world.permissions_in(world.application_id, each)) for each in channels)
        return {key for key, permissions in mine if Permissions.MANAGE_THREADS in permissions}

    def _threads_in(self, channel: Channel, guild_id: int) -> Event:
        """Tell of all threads in a channel that is shown from now on: the bot heard nothing of them meanwhile."""
        bot_id = self._world.application_id
        mine = [each for each in self._world.active_threads(guild_id) if each.parent_id == channel.id]
        members = [each.membership(bot_id) for each in mine if bot_id in each.joined]
        data = {"guild_id": str(guild_id), "channel_ids": [str(channel.id)], "members": members}
        data["threads"] = [each.payload for each in mine]
        return Event("THREAD_LIST_SYNC", data, guild_id, channel.id)

    def _whole_guild(self, guild_id: int, told: JsonObject) -> JsonObject:
        if "channels" not in told:
            return told
        channels = _channels(self._world, guild_id)
        self._viewed[guild_id] = {each.id for each in channels if is_viewable(self._world, each)}
        self._managed[guild_id] = self._managing(channels)
        return told | {"channels": [self._shown(each) for each in channels]}

    def _shown(self, channel: Channel) -> JsonObject:
        return channel.payload if is_viewable(self._world, channel) else obfuscated(channel.payload)
