"""Where the application is installed, in guilds and for people, and what an interaction says of it.

Source: Discord's documentation, "Authorizing Integration Owners Object", "Create Followup Message", and "Permissions"
(USE_EXTERNAL_APPS).
"""

from collections.abc import Collection

from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import Permissions
from sandbox.world import guilds
from sandbox.world.world import Channel, World

FOR_GUILDS, FOR_USERS = 0, 1
GUILD_KEY, USER_KEY = "0", "1"
EXTERNAL_FOLLOWUPS = 5
"""How many follow-ups an interaction takes that nothing but a person's own installation authorizes."""


def is_in(world: World, channel: Channel) -> bool:
    """Tell whether the bot is where a channel is: in its guild, or as one of the two who write directly."""
    if channel.guild_id is not None:
        return world.guilds[channel.guild_id].present
    return channel.kind != guilds.GROUP


def reaches(world: World, user_id: int, channel: Channel, kinds: Collection[int]) -> bool:
    """Tell whether what is there for these kinds of installations is there for a person in a channel."""
    return bool(owners(world, user_id, channel, kinds))


def owners(world: World, user_id: int, channel: Channel, kinds: Collection[int]) -> JsonObject:
    """Give who authorized what a person does with a command of these kinds: the guild, the person, or both."""
    made: JsonObject = {}
    if FOR_GUILDS in kinds and is_in(world, channel):
        made[GUILD_KEY] = str(channel.guild_id or 0)
    if FOR_USERS in kinds and world.account(user_id).has_installed:
        made[USER_KEY] = str(user_id)
    return made


def owners_of_use(world: World, channel: Channel, message: JsonObject) -> JsonObject:
    """Give who authorized what is done with a message's components: its guild, and whose command brought it."""
    made: JsonObject = {GUILD_KEY: str(channel.guild_id or 0)} if is_in(world, channel) else {}
    brought = message.get("interaction_metadata", {}).get("authorizing_integration_owners", {})
    return made | {key: value for key, value in brought.items() if key == USER_KEY}


def is_external(authorized: JsonObject) -> bool:
    """Tell whether nothing but a person's own installation authorized an interaction."""
    return set(authorized) == {USER_KEY}


def answers_are_hidden(world: World, user_id: int, channel: Channel, authorized: JsonObject) -> bool:
    """Tell whether only the person sees the answers: in a guild where they may not use apps that it hasn't itself."""
    may_show = Permissions.USE_EXTERNAL_APPS in world.permissions_in(user_id, channel)
    return channel.guild_id is not None and is_external(authorized) and not may_show
