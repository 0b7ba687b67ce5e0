"""Users, channels and roles as a person names them, found, and shown to the bot as `resolved`."""

import re
from collections.abc import Collection

from sandbox.people.refusals import RefusedError
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.permissions import Permissions
from sandbox.world.world import Channel, World

LEFT_OUT_OF_MEMBERS = ("user", "deaf", "mute")
SHOWN_OF_CHANNELS = (
    *("id", "name", "type", "last_message_id", "last_pin_timestamp", "nsfw", "parent_id", "guild_id", "flags"),
    *("rate_limit_per_user", "topic", "position", "thread_metadata"),
)
"""What Discord shows of a channel, as far as the channel has it."""
MENTION = re.compile(r"<[@#][!&]?(\d{1,20})>")


class Resolved:
    """Finds what a person names, and collects it as the payload's `resolved`."""

    def __init__(self, world: World, user_id: int, channel: Channel) -> None:
        self._world = world
        self._user_id = user_id
        self._channel = channel
        self._found: dict[str, JsonObject] = {}

    def payload(self) -> JsonObject:
        """Give `resolved`, empty if nothing was named."""
        return self._found

    def user(self, named: JsonValue) -> str:
        """Find a user by id, mention or name and give the id. Raises `RefusedError`."""
        text = _bare(named)
        for account in self._world.accounts.values():
            if text in (str(account.id), account.username):
                self._note("users", account.id, account.payload())
                self._note_member(account.id)
                return str(account.id)
        raise RefusedError(f"There is no user {named}")

    def channel(self, named: JsonValue, kinds: Collection[int] | None) -> str:
        """Find a channel of the guild that the person sees. Raises `RefusedError`, also for a type that isn't taken."""
        text = _bare(named)
        for channel in self._world.channels.values():
            if channel.guild_id is None or channel.guild_id != self._channel.guild_id:
                continue
            mine = self._world.permissions_in(self._user_id, channel)
            if text in (str(channel.id), channel.payload["name"]) and Permissions.VIEW_CHANNEL in mine:
                if kinds and channel.kind not in kinds:
                    raise RefusedError(f"{named} isn't a channel of the right type")
                self._note("channels", channel.id, self._shown(channel))
                return str(channel.id)
        raise RefusedError(f"There is no channel {named}")

    def _shown(self, channel: Channel) -> JsonObject:
        """Show a channel with what the person and the bot may do there, and not what follows from what they may not."""
        whole, guild_id = channel.payload, channel.guild_id or 0  # of a thread Discord shows all
        shown = whole if channel.is_thread else {key: whole[key] for key in SHOWN_OF_CHANNELS if key in whole}
        mine, bots = (
            self._world.permissions(each, guild_id, channel, with_implied=False)
            for each in (self._user_id, self._world.application_id)
        )
        return shown | {"permissions": str(int(mine)), "app_permissions": str(int(bots))}

    def role(self, named: JsonValue) -> str:
        """Find a role of the guild. Raises `RefusedError`."""
        text = _bare(named)
        guild = self._world.guilds.get(self._channel.guild_id or 0)
        for role_id, role in (guild.roles if guild else {}).items():
            if text in (str(role_id), role["name"], role["name"].removeprefix("@")):
                self._note("roles", role_id, role)
                return str(role_id)
        raise RefusedError(f"There is no role {named}")

    def mentionable(self, named: JsonValue) -> str:
        """Find a role or a user. Raises `RefusedError`."""
        try:
            return self.role(named)
        except RefusedError:
            return self.user(named)

    def _note(self, kind: str, key: int, shown: JsonObject) -> None:
        self._found.setdefault(kind, {})[str(key)] = shown

    def _note_member(self, user_id: int) -> None:
        guild = self._world.guilds.get(self._channel.guild_id or 0)
        if guild is not None and user_id in guild.members:
            member = {key: value for key, value in guild.members[user_id].items() if key not in LEFT_OUT_OF_MEMBERS}
            mine = self._world.permissions_in(user_id, self._channel)
            self._note("members", user_id, member | {"permissions": str(int(mine))})


def _bare(named: JsonValue) -> str:
    """Give what was named without its sign: #releases, @member, <#1>, <@&1>."""
    text = str(named).strip()
    mention = MENTION.fullmatch(text)
    return mention[1] if mention else text.removeprefix("#").removeprefix("@")
