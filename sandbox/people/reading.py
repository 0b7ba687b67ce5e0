"""What a person reads: who they are and what they see, messages page by page, and pins."""

from sandbox.people.person import Person, PersonRoute
from sandbox.people.refusals import RefusedError
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.options import LOCALES
from sandbox.rules.permissions import Permissions
from sandbox.world import pins as pinned
from sandbox.world import polls
from sandbox.world.guilds import DIRECT, GROUP, VOCAL, Guild
from sandbox.world.world import Channel

OTHERS_IN_GROUP = 9


def routes() -> list[PersonRoute]:
    """Give all routes."""
    return [
        ("GET", "/me", me),
        ("PUT", "/me", change_me),
        ("GET", "/channels/{channel_id}/messages", messages),
        ("GET", "/channels/{channel_id}/pins", pins),
        ("POST", "/direct", direct),
        ("POST", "/groups", group),
    ]


async def me(person: Person) -> JsonObject:
    """Tell who the person is, and the guilds, channels (threads too), roles and members that they see."""
    world, user_id = person.world, person.account.id
    mine = [each for each in world.channels.values() if user_id in each.people]
    return {
        "user": person.account.payload(),
        "locale": person.account.locale,
        "installed": person.account.has_installed,
        "bot": world.bot.payload(),
        "owner": user_id == world.owner_id,
        "operator": person.runs_the_sandbox,
        "world": str(world.application_id),
        "guilds": [_guild(person, guild) for guild in world.guilds.values() if user_id in guild.members],
        "direct": [shown_channel(person, each) for each in mine if each.kind == DIRECT],
        "groups": [shown_channel(person, each) for each in mine if each.kind == GROUP],
    }


async def change_me(person: Person) -> JsonObject:
    """Have the person's client be in another language, or the application installed for the person or no longer."""
    if "locale" in person.body:
        person.account.locale = locale(person, "locale")
    installed = person.body.get("installed", person.account.has_installed)
    if not isinstance(installed, bool):
        raise RefusedError("installed must be true or false")
    person.account.has_installed = installed
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
    seen = channel.seen_by(person.account.id, after=after, before=before, limit=limit or None)
    return [polls.seen_by(channel, each, person.account.id) for each in seen]


async def pins(person: Person) -> JsonValue:
    """Give what is pinned, the newest pin first."""
    return [message for _, message in pinned.pinned(_readable(person))]


def _readable(person: Person) -> Channel:
    channel = person.channel()
    needed = [Permissions.READ_MESSAGE_HISTORY] + ([Permissions.CONNECT] if channel.kind in VOCAL else [])
    if not person.may(channel, *needed):
        raise RefusedError("You can't read messages here", 403)
    return channel


async def direct(person: Person) -> JsonObject:
    """Open the channel of direct messages with the bot."""
    return shown_channel(person, person.world.direct_channel(person.account.id))


async def group(person: Person) -> JsonObject:
    """Open a channel for the person and up to nine others, by name or id; the bot is in none."""
    named = person.body.get("people")
    if not isinstance(named, list) or not 1 <= len(named) <= OTHERS_IN_GROUP:
        raise RefusedError(f"people are a list of 1 to {OTHERS_IN_GROUP} names or ids")
    people = {
        key: each.id for each in person.world.accounts.values() if not each.bot for key in (each.username, each.id)
    }
    people |= {str(key): value for key, value in people.items()}
    if missing := [each for each in named if not isinstance(each, str) or each not in people]:
        raise RefusedError(f"There is no user {missing[0]}", 404)
    return shown_channel(person, person.world.group_channel(person.account.id, [people[each] for each in named]))
