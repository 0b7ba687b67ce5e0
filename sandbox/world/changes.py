"""What someone with all rights does to the world from outside: each change is told to the bot as Discord would."""

from datetime import datetime

from sandbox.rules import errors
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.permissions import MEMBER_OVERWRITE, Permissions
from sandbox.world import genesis, guilds, posts, starters, tags, threads
from sandbox.world.accounts import Account, bot_token, person_token
from sandbox.world.events import Event
from sandbox.world.guilds import Guild
from sandbox.world.world import Channel, World

NO_PERMISSIONS = Permissions(0)


def create_channel(
    world: World,
    guild_id: int,
    name: str,
    *,
    kind: int = guilds.TEXT,
    parent_id: int | None = None,
    members: JsonValue = None,
) -> Channel:
    """Add a channel to a guild. `members` are those of its payload that aren't as in any other channel of its kind."""
    channel = genesis.add_channel(world, world.guilds[guild_id], name, kind=kind, parent_id=parent_id)
    channel.payload |= members or {}
    world.publish(Event("CHANNEL_CREATE", channel.payload, guild_id, channel.id))
    return channel


def change_channel(world: World, channel: Channel, kind: int, members: JsonObject) -> None:
    """Change a channel's kind and members of its payload, and tell of it; tags that are gone leave the posts too."""
    channel.payload |= members | {"type": kind}
    if "available_tags" in members:
        tags.forget_missing(world, channel)
    channel_changed(world, channel)


def delete_channel(world: World, channel_id: int) -> Channel:
    """Delete a channel with all its messages, and its threads: libraries hear of each.

    Channels of a category that is deleted stay, in no category.
    """
    channel = world.channels[channel_id]
    for thread in (*threads.begun_in(world, channel_id), *([channel] if channel.is_thread else ())):
        threads.tell_deleted(world, thread)  # while it can still be told who sees it
        _forget_channel(world, thread)
    if channel.is_thread:
        starters.free_starter(world, channel)
    else:
        _forget_channel(world, channel)
        world.publish(Event("CHANNEL_DELETE", channel.payload, channel.guild_id, channel_id))
        for inside in [each for each in world.channels.values() if each.parent_id == channel_id]:
            inside.payload["parent_id"] = None
            channel_changed(world, inside)
    if (guild := world.guilds.get(channel.guild_id or 0)) is not None and guild.system_channel_id == channel_id:
        set_system_channel(world, guild.id, None)
    return channel


def _forget_channel(world: World, channel: Channel) -> None:
    del world.channels[channel.id]
    world.touch("channel", channel.id)
    for message in (each for log in (channel.log, *channel.unseen.values()) for each in log):
        world.touch("message", int(message["id"]))
        posts.drop_files(world, message["attachments"])


def set_system_channel(world: World, guild_id: int, channel_id: int | None) -> None:
    """Choose the channel for a guild's own messages (who joined, who boosted), or none."""
    guild = world.guilds[guild_id]
    guild.system_channel_id = channel_id
    world.touch("guild", guild_id)
    world.publish(Event("GUILD_UPDATE", guild.payload(), guild_id))


def set_preferred_locale(world: World, guild_id: int, locale: str) -> None:
    """Choose a guild's language, by Discord's code."""
    guild = world.guilds[guild_id]
    guild.preferred_locale = locale
    world.touch("guild", guild_id)
    world.publish(Event("GUILD_UPDATE", guild.payload(), guild_id))


def channel_changed(world: World, channel: Channel) -> None:
    """Keep a channel whose payload was changed in place, and tell of it."""
    world.touch("channel", channel.id)
    name = "THREAD_UPDATE" if channel.is_thread else "CHANNEL_UPDATE"
    world.publish(Event(name, channel.payload, channel.guild_id, channel.id))


def set_news(world: World, channel_id: int, *, news: bool) -> None:
    """Make a channel an announcement channel, or a text channel again."""
    channel = world.channels[channel_id]
    channel.payload["type"] = guilds.ANNOUNCEMENT if news else guilds.TEXT
    channel_changed(world, channel)


def set_age_restricted(world: World, channel_id: int, *, is_restricted: bool) -> None:
    """Make a channel age-restricted, or open to everyone again; so are its threads, which have no say of their own."""
    channel = world.channels[channel_id]
    channel.payload["nsfw"] = is_restricted
    channel_changed(world, channel)


def set_overwrite(
    world: World,
    channel_id: int,
    target_id: int,
    *,
    kind: int = MEMBER_OVERWRITE,
    allow: Permissions = NO_PERMISSIONS,
    deny: Permissions = NO_PERMISSIONS,
) -> None:
    """Say what a member (or a role) may and may not do in a channel; nothing at all takes the overwrite away."""
    channel = world.channels[channel_id]
    others = [each for each in channel.payload["permission_overwrites"] if each["id"] != str(target_id)]
    mine = [genesis.overwrite(target_id, kind, allow=allow, deny=deny)] if allow or deny else []
    channel.payload["permission_overwrites"] = others + mine
    channel_changed(world, channel)


def create_role(
    world: World, guild_id: int, name: str, *, permissions: Permissions = NO_PERMISSIONS, mentionable: bool = False
) -> int:
    """Add a role to a guild and give its id."""
    guild = world.guilds[guild_id]
    role_id = world.ids.next()
    position = len(guild.roles)
    guild.roles[role_id] = guilds.role_payload(role_id, name, permissions, position=position, mentionable=mentionable)
    world.touch("guild", guild_id)
    told = {"guild_id": str(guild_id), "role": guild.roles[role_id]}
    world.publish(Event("GUILD_ROLE_CREATE", told, guild_id))
    return role_id


def set_role_permissions(world: World, guild_id: int, role_id: int, permissions: Permissions) -> JsonObject:
    """Say what a role may do everywhere in its guild, and give the role. Raises `ApiError` 10011."""
    return _change_role(world, guild_id, role_id, {"permissions": str(int(permissions))})


def set_role_mentionable(world: World, guild_id: int, role_id: int, *, is_mentionable: bool) -> JsonObject:
    """Say whether everyone may ping a role, and give the role. Raises `ApiError` 10011."""
    return _change_role(world, guild_id, role_id, {"mentionable": is_mentionable})


def set_timeout(world: World, guild_id: int, user_id: int, until: datetime | None) -> JsonObject:
    """Put a member in time-out until an instant, or end one, and give the member. Raises `ApiError` 10007."""
    member = world.member(guild_id, user_id)
    member["communication_disabled_until"] = None if until is None else until.isoformat()
    world.touch("guild", guild_id)
    world.publish(Event("GUILD_MEMBER_UPDATE", member | {"guild_id": str(guild_id)}, guild_id))
    return member


def _change_role(world: World, guild_id: int, role_id: int, members: JsonObject) -> JsonObject:
    role = world.guilds[guild_id].roles.get(role_id)
    if role is None:
        raise errors.unknown_role()
    role |= members
    world.touch("guild", guild_id)
    world.publish(Event("GUILD_ROLE_UPDATE", {"guild_id": str(guild_id), "role": role}, guild_id))
    return role


def delete_role(world: World, guild_id: int, role_id: int) -> None:
    """Delete a role and take it from its members. Raises `ApiError` 10011."""
    guild = world.guilds[guild_id]
    if guild.roles.pop(role_id, None) is None:
        raise errors.unknown_role()
    for member in guild.members.values():
        if str(role_id) in member["roles"]:
            member["roles"].remove(str(role_id))
            world.publish(Event("GUILD_MEMBER_UPDATE", member | {"guild_id": str(guild_id)}, guild_id))
    world.touch("guild", guild_id)
    told = {"guild_id": str(guild_id), "role_id": str(role_id)}
    world.publish(Event("GUILD_ROLE_DELETE", told, guild_id))
    for channel in world.channels.values():
        overwrites = channel.payload.get("permission_overwrites", ())
        if channel.guild_id == guild_id and any(each["id"] == str(role_id) for each in overwrites):
            set_overwrite(world, channel.id, role_id)


def create_guild(world: World, name: str, *, owner_id: int | None = None, channels: int = 1) -> Guild:
    """Add a guild that the bot has joined, with `channels` text channels, owned by the moderator unless told."""
    first = next(iter(world.guilds.values()))
    guild = genesis.add_guild(world, name, owner_id or first.owner_id)
    genesis.join(world, guild, world.accounts[guild.owner_id])
    for number in range(1, channels + 1):
        genesis.add_channel(world, guild, f"channel-{number}")
    _tell_joined(world, guild.id)
    return guild


def create_account(world: World, username: str, *, guild_id: int | None = None) -> Account:
    """Add a person, as a member of a guild if one is given."""
    account = Account(world.ids.next(), username, None, bot=False, token=person_token())
    world.accounts[account.id] = account
    world.touch("account", account.id)
    if guild_id is not None:
        guild = world.guilds[guild_id]
        genesis.join(world, guild, account)
        told = guild.members[account.id] | {"guild_id": str(guild_id)}
        world.publish(Event("GUILD_MEMBER_ADD", told, guild_id))
    return account


def reset_token(world: World) -> None:
    """Make the bot's token void, as a press of Reset Token does, and give it another."""
    world.token = world.bot.token = bot_token(world.application_id)
    world.touch("account", world.application_id)
    world.touch("meta", 0)


def remove_bot(world: World, guild_id: int) -> None:
    """Put the bot out of a guild."""
    guild = world.guilds[guild_id]
    guild.present = False
    guild.members.pop(world.application_id, None)
    for role_id in [key for key, role in guild.roles.items() if role["managed"]]:
        del guild.roles[role_id]
    for command in world.commands.of(guild_id):
        world.commands.remove(int(command["id"]))
    world.touch("guild", guild_id)
    world.publish(Event("GUILD_DELETE", {"id": str(guild_id)}, guild_id))


def add_bot(world: World, guild_id: int) -> None:
    """Let the bot join a guild that it had been put out of."""
    guild = world.guilds[guild_id]
    guild.present = True
    role_id = world.ids.next()
    guild.roles[role_id] = guilds.bot_role_payload(role_id, world.bot.username, world.application_id, position=1)
    genesis.join(world, guild, world.bot, role_id)
    _tell_joined(world, guild_id)


def _tell_joined(world: World, guild_id: int) -> None:
    """Tell that the bot has joined: `unavailable` is left out, by which libraries tell it from an outage's end.

    During an outage nothing is told before its end.
    """
    if not world.guilds[guild_id].available:
        return
    told = world.guild_create(guild_id)
    told.pop("unavailable", None)
    world.publish(Event("GUILD_CREATE", told, guild_id))


def set_available(world: World, guild_id: int, *, available: bool) -> None:
    """Begin or end an outage of a guild. It is not left, and comes back whole; a bot that isn't in it hears nothing."""
    guild = world.guilds[guild_id]
    guild.available = available
    if not guild.present:
        return
    if available:
        world.publish(Event("GUILD_CREATE", world.guild_create(guild_id), guild_id))
    else:
        world.publish(Event("GUILD_DELETE", {"id": str(guild_id), "unavailable": True}, guild_id))


def delete_message(world: World, channel_id: int, message_id: int) -> bool:
    """Delete a message as a moderator would; `False` if there is none."""
    return posts.delete(world, world.channels[channel_id], message_id)
