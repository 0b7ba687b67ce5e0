"""What a person reads: who they are and what they see, messages page by page, and pins."""

from sandbox.people.person import Person, PersonRoute
from sandbox.people.refusals import RefusedError
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.options import LOCALES
from sandbox.rules.permissions import Permissions
from sandbox.world import pins as pinned
from sandbox.world.guilds import Guild
from sandbox.world.world import Channel


def routes() -> list[PersonRoute]:
    """Give all routes."""
    return [
        ("GET", "/me", me),
        ("PUT", "/me", speak),
        ("GET", "/channels/{channel_id}/messages", messages),
        ("GET", "/channels/{channel_id}/pins", pins),
        ("POST", "/direct", direct),
    ]


async def me(person: Person) -> JsonObject:
    """Tell who the person is, and the guilds, channels (threads too), roles and members that they see."""
    world, user_id = person.world, person.account.id
    return {
        "user": person.account.payload(),
        "locale": person.account.locale,
        "bot": world.bot.payload(),
        "owner": user_id == world.owner_id,
        "operator": person.runs_the_sandbox,
        "world": str(world.application_id),
        "guilds": [_guild(person, guild) for guild in world.guilds.values() if user_id in guild.members],
        "direct": [shown_channel(person, each) for each in world.channels.values() if user_id in each.people],
    }


async def speak(person: Person) -> JsonObject:
    """Have the person's client be in another language, which the bot is told with each interaction."""
    person.account.locale = locale(person, "locale")
    person.world.touch("account", person.account.id)
    return await me(person)


def locale(person: Person, name: str) -> str:
    """Read one of Discord's locales from the body. Raises `RefusedError`."""
    if (given := person.text(name)) not in LOCALES:
        raise RefusedError(f"{name} must be one of: {', '.join(sorted(LOCALES))}")
    return given


def _guild(person: Person, guild: Guild) -> JsonObject:
    channels = [each for each in person.world.channels.values() if each.guild_id == guild.id]
    return {
        "id": str(guild.id),
        "name": guild.name,
        "owner_id": str(guild.owner_id),
        "roles": list(guild.roles.values()),
        "members": [member["user"] for member in guild.members.values()],
        "member_roles": {str(key): member["roles"] for key, member in guild.members.items()},
        "my_roles": guild.members[person.account.id]["roles"],
        "channels": [shown_channel(person, each) for each in channels if person.may(each, Permissions.VIEW_CHANNEL)],
    }


def shown_channel(person: Person, channel: Channel) -> JsonObject:
    """Give a channel as a person sees it, with what they may do there."""
    return channel.payload | {"permissions": str(int(person.world.permissions_in(person.account.id, channel)))}


async def messages(person: Person) -> JsonValue:
    """Give the newest `limit` messages between the ids `after` and `before`, oldest first, own ephemeral ones too."""
    channel = _readable(person)
    after, before, limit = (person.query_number(name) for name in ("after", "before", "limit"))
    return channel.seen_by(person.account.id, after=after, before=before, limit=limit or None)


async def pins(person: Person) -> JsonValue:
    """Give what is pinned, the newest pin first."""
    return [message for _, message in pinned.pinned(_readable(person))]


def _readable(person: Person) -> Channel:
    channel = person.channel()
    if not person.may(channel, Permissions.READ_MESSAGE_HISTORY):
        raise RefusedError("You may not read what was said here", 403)
    return channel


async def direct(person: Person) -> JsonObject:
    """Open the channel of direct messages with the bot."""
    return shown_channel(person, person.world.direct_channel(person.account.id))
