"""The world as it is at its first start: a guild with its channels, a bot, and four people."""

from sandbox.clock import SandboxClock
from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import ROLE_OVERWRITE, Permissions
from sandbox.world import guilds
from sandbox.world.accounts import Account, bot_token, person_token
from sandbox.world.guilds import Guild
from sandbox.world.snowflakes import Snowflakes
from sandbox.world.world import Channel, World

GUILD_NAME = "Yokoku Sandbox"
MODERATOR_PERMISSIONS = (
    guilds.EVERYONE_PERMISSIONS
    | Permissions.MANAGE_GUILD
    | Permissions.MANAGE_CHANNELS
    | Permissions.MANAGE_MESSAGES
    | Permissions.MANAGE_THREADS
    | Permissions.PIN_MESSAGES
    | Permissions.MENTION_EVERYONE
)
MODERATOR, MEMBER, OWNER = "moderator", "member", "owner"
PEOPLE = {MODERATOR: "Mod", MEMBER: "Member", "guest": "Guest", OWNER: "Owner"}
"""The people by name, each with the name that is shown. The moderator owns the guild, the owner the application; the
member has the role that posts may ping, the guest has none.
"""

BLUE, PINK = 0x3498DB, 0xE91E63
"""Two of the colours that Discord offers for roles."""

TEAM_ROLE = "Bot team"
CHANNELS = (
    ("releases", guilds.TEXT, "What airs, and when"),
    ("conventions", guilds.TEXT, "Conventions and their news"),
    ("announcements", guilds.ANNOUNCEMENT, "From the moderators"),
    ("chat", guilds.TEXT, "Everything else"),
)


def create(clock: SandboxClock) -> World:
    """Make a new world, with new ids and tokens."""
    ids = Snowflakes(clock)
    application_id = ids.next()
    world = World(clock, application_id=application_id, token=bot_token(application_id), last_id=ids.last)
    _add_account(world, application_id, "yokoku", "Yokoku", token=world.token, bot=True)
    people = {name: _add_person(world, name) for name in PEOPLE}
    moderator = people[MODERATOR]
    guild = add_guild(world, GUILD_NAME, moderator.id)
    for account in people.values():
        join(world, guild, account)
    moderators = _add_role(world, guild, "Moderator", MODERATOR_PERMISSIONS, mentionable=False, colour=BLUE)
    pinged = _add_role(world, guild, "Anime", Permissions(0), mentionable=True)
    guild.members[moderator.id]["roles"].append(str(moderators))
    guild.members[people[MEMBER].id]["roles"].append(str(pinged))
    _give_application(world, guild, people[OWNER])
    _add_first_channels(world, guild, moderators)
    return world


def complete(world: World) -> None:
    """Add who and what is missing in a world that was kept before there was a guest, an owner, or threads of people."""
    guild = next(iter(world.guilds.values()))
    named = {account.username: account for account in world.accounts.values()}
    missing = [name for name in PEOPLE if name not in named]
    for name in missing:
        named[name] = _add_person(world, name)
        join(world, guild, named[name])
    if OWNER in missing:
        everyone = guild.roles[guild.id]
        granted = Permissions(int(everyone["permissions"])) | Permissions.CREATE_PUBLIC_THREADS
        everyone["permissions"] = str(int(granted))
        _give_application(world, guild, named[OWNER])


def add_guild(world: World, name: str, owner_id: int) -> Guild:
    """Add a guild with @everyone, the bot and its role, and no channel; no event is told."""
    guild = Guild(world.ids.next(), name, owner_id)
    everyone = guilds.role_payload(guild.id, "@everyone", guilds.EVERYONE_PERMISSIONS, position=0, mentionable=False)
    guild.roles[guild.id] = everyone
    world.guilds[guild.id] = guild
    role_id = world.ids.next()
    guild.roles[role_id] = guilds.bot_role_payload(role_id, world.bot.username, world.application_id, position=1)
    join(world, guild, world.bot, role_id)
    return guild


def join(world: World, guild: Guild, account: Account, *roles: int) -> None:
    """Make an account a guild's member; no event is told."""
    guild.members[account.id] = guilds.member_payload(account.payload(), list(roles), world.clock.now())
    world.touch("guild", guild.id)


def add_channel(
    world: World,
    guild: Guild,
    name: str,
    *,
    kind: int = guilds.TEXT,
    parent_id: int | None = None,
    topic: str | None = None,
) -> Channel:
    """Add a channel to a guild; no event is told."""
    position = len(world.guild_channels(guild.id))
    channel_id = world.ids.next()
    payload = guilds.channel_payload(
        channel_id, guild.id, name, kind=kind, position=position, parent_id=parent_id, topic=topic
    )
    channel = Channel(channel_id, payload, guild.id)
    world.channels[channel_id] = channel
    world.touch("channel", channel_id)
    return channel


def overwrite(target_id: int, kind: int, *, allow: Permissions, deny: Permissions) -> JsonObject:
    """Make a channel's overwrite for a role or a member."""
    return {"id": str(target_id), "type": kind, "allow": str(int(allow)), "deny": str(int(deny))}


def _add_account(
    world: World, user_id: int, username: str, global_name: str | None, *, token: str, bot: bool = False
) -> Account:
    account = Account(user_id, username, global_name, bot=bot, token=token)
    world.accounts[user_id] = account
    world.touch("account", user_id)
    return account


def _add_person(world: World, username: str) -> Account:
    return _add_account(world, world.ids.next(), username, PEOPLE[username], token=person_token())


def _give_application(world: World, guild: Guild, owner: Account) -> None:
    """Make someone the application's owner, who may do everything in the guild as well."""
    world.owner_id = owner.id
    world.touch("meta", 0)
    team = _add_role(world, guild, TEAM_ROLE, Permissions.ADMINISTRATOR, mentionable=False, colour=PINK)
    guild.members[owner.id]["roles"].append(str(team))


def _add_role(
    world: World, guild: Guild, name: str, permissions: Permissions, *, mentionable: bool, colour: int = 0
) -> int:
    role_id = world.ids.next()
    guild.roles[role_id] = guilds.role_payload(
        role_id, name, permissions, position=len(guild.roles), mentionable=mentionable, colour=colour
    )
    world.touch("guild", guild.id)
    return role_id


def _add_first_channels(world: World, guild: Guild, moderators: int) -> None:
    posts = add_channel(world, guild, "Yokoku", kind=guilds.CATEGORY)
    for name, kind, topic in CHANNELS:
        add_channel(world, guild, name, kind=kind, parent_id=posts.id, topic=topic)
    mods = add_channel(world, guild, "mods", parent_id=posts.id, topic="Moderators only")
    hidden = Permissions.VIEW_CHANNEL
    nothing = Permissions(0)
    mods.payload["permission_overwrites"] = [
        overwrite(guild.id, ROLE_OVERWRITE, allow=nothing, deny=hidden),
        overwrite(moderators, ROLE_OVERWRITE, allow=hidden, deny=nothing),
        *(
            overwrite(int(role["id"]), ROLE_OVERWRITE, allow=hidden, deny=nothing)
            for role in guild.roles.values()
            if role["managed"]
        ),
    ]
