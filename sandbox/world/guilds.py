"""Guilds, roles, members and channels: what they hold, and how Discord shows them."""

from dataclasses import dataclass, field
from datetime import datetime

from sandbox.rules.json_types import JsonObject
from sandbox.rules.options import DEFAULT_LOCALE
from sandbox.rules.permissions import Permissions

TEXT, DIRECT, VOICE, GROUP, CATEGORY, ANNOUNCEMENT = 0, 1, 2, 3, 4, 5
STAGE, DIRECTORY, FORUM, MEDIA = 13, 14, 15, 16
ANNOUNCEMENT_THREAD, THREAD, PRIVATE_THREAD = 10, 11, 12
THREADS = frozenset({ANNOUNCEMENT_THREAD, THREAD, PRIVATE_THREAD})
"""Types of threads: in announcement channels, elsewhere, and for those alone who were added."""

VOCAL = frozenset({VOICE, STAGE})
"""Types of channels in which people speak, with a chat beside it for who may be in them."""

FORUMS = frozenset({FORUM, MEDIA})
"""Types of channels that hold posts alone, which are threads."""

MESSAGE_CHANNELS = frozenset({TEXT, DIRECT, GROUP, ANNOUNCEMENT}) | VOCAL | THREADS
"""Types of channels that hold messages."""

MOST_CHANNELS = 500
"""How many channels Discord allows in one guild, categories too."""

THREADED = frozenset({TEXT, ANNOUNCEMENT})
"""Types of channels in which threads are begun beside the messages."""

EVERYONE_PERMISSIONS = (
    Permissions.VIEW_CHANNEL
    | Permissions.SEND_MESSAGES
    | Permissions.SEND_MESSAGES_IN_THREADS
    | Permissions.CREATE_PUBLIC_THREADS
    | Permissions.CREATE_PRIVATE_THREADS
    | Permissions.EMBED_LINKS
    | Permissions.ATTACH_FILES
    | Permissions.READ_MESSAGE_HISTORY
    | Permissions.ADD_REACTIONS
    | Permissions.USE_APPLICATION_COMMANDS
    | Permissions.USE_EXTERNAL_APPS
    | Permissions.CHANGE_NICKNAME
    | Permissions.CONNECT
)
BOT_PERMISSIONS = (
    Permissions.VIEW_CHANNEL
    | Permissions.SEND_MESSAGES
    | Permissions.SEND_MESSAGES_IN_THREADS
    | Permissions.EMBED_LINKS
    | Permissions.ATTACH_FILES
    | Permissions.READ_MESSAGE_HISTORY
)


@dataclass(slots=True)
class Guild:
    """A guild. `present` tells whether the bot is in it, `available` whether Discord can reach it just now.

    `interested` holds who is interested in each scheduled event.
    """

    id: int
    name: str
    owner_id: int
    present: bool = True
    available: bool = True
    system_channel_id: int | None = None
    preferred_locale: str = DEFAULT_LOCALE
    roles: dict[int, JsonObject] = field(default_factory=dict)
    members: dict[int, JsonObject] = field(default_factory=dict)
    scheduled_events: dict[int, JsonObject] = field(default_factory=dict)
    interested: dict[int, list[int]] = field(default_factory=dict)

    def payload(self) -> JsonObject:
        """Give the guild as `GET /guilds/{id}` does."""
        return {
            "id": str(self.id),
            "name": self.name,
            "owner_id": str(self.owner_id),
            "roles": list(self.roles.values()),
            **_PLAIN_GUILD,
            "system_channel_id": None if self.system_channel_id is None else str(self.system_channel_id),
            "preferred_locale": self.preferred_locale,
        }

    def counts(self) -> JsonObject:
        """Give how many are in the guild and online, as it is told to who asks for counts."""
        return {"approximate_member_count": len(self.members), "approximate_presence_count": len(self.members)}

    def partial(self) -> JsonObject:
        """Give the guild as an interaction carries it."""
        return {"id": str(self.id), "locale": self.preferred_locale, "features": _PLAIN_GUILD["features"]}

    def stored(self) -> JsonObject:
        """Give the guild as it is kept between two runs."""
        return {
            "id": self.id,
            "name": self.name,
            "owner_id": self.owner_id,
            "present": self.present,
            "system_channel_id": self.system_channel_id,
            "preferred_locale": self.preferred_locale,
            "roles": list(self.roles.values()),
            "members": list(self.members.values()),
            "scheduled_events": list(self.scheduled_events.values()),
            "interested": {str(key): users for key, users in self.interested.items()},
        }

    @classmethod
    def from_stored(cls, kept: JsonObject) -> "Guild":
        """Take up a guild that `stored` gave."""
        return cls(
            kept["id"],
            kept["name"],
            kept["owner_id"],
            present=kept["present"],
            system_channel_id=kept.get("system_channel_id"),
            preferred_locale=kept.get("preferred_locale", DEFAULT_LOCALE),
            roles={int(role["id"]): role for role in kept["roles"]},
            members={int(member["user"]["id"]): member for member in kept["members"]},
            scheduled_events={int(event["id"]): event for event in kept.get("scheduled_events", ())},
            interested={int(key): users for key, users in kept.get("interested", {}).items()},
        )


_PLAIN_GUILD: JsonObject = {
    "icon": None,
    "description": None,
    "home_header": None,
    "splash": None,
    "discovery_splash": None,
    "features": ["NEWS"],
    "banner": None,
    "application_id": None,
    "region": "us-west",
    "afk_channel_id": None,
    "afk_timeout": 300,
    "system_channel_flags": 0,
    "widget_enabled": False,
    "widget_channel_id": None,
    "verification_level": 1,
    "default_message_notifications": 0,
    "mfa_level": 0,
    "explicit_content_filter": 0,
    "max_presences": None,
    "max_members": 500_000,
    "max_stage_video_channel_users": 50,
    "max_video_channel_users": 25,
    "vanity_url_code": None,
    "premium_tier": 0,
    "premium_subscription_count": 0,
    "rules_channel_id": None,
    "safety_alerts_channel_id": None,
    "public_updates_channel_id": None,
    "premium_progress_bar_enabled": False,
    "nsfw": False,
    "nsfw_level": 0,
    "emojis": [],
    "stickers": [],
    "incidents_data": None,
}


def role_payload(
    role_id: int, name: str, permissions: Permissions, *, position: int, mentionable: bool, colour: int = 0
) -> JsonObject:
    """Make a role as Discord shows it; one with a `colour` (0xRRGGBB) stands apart in the list of members."""
    return {
        "id": str(role_id),
        "name": name,
        "permissions": str(int(permissions)),
        "position": position,
        "color": colour,
        "colors": {"primary_color": colour, "secondary_color": None, "tertiary_color": None},
        "hoist": bool(colour),
        "managed": False,
        "mentionable": mentionable,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }


def bot_role_payload(role_id: int, name: str, bot_id: int, *, position: int) -> JsonObject:
    """Make the role that Discord makes for a bot that joins."""
    role = role_payload(role_id, name, BOT_PERMISSIONS, position=position, mentionable=False)
    return role | {"managed": True, "tags": {"bot_id": str(bot_id)}}


def member_payload(user: JsonObject, roles: list[int], joined_at: datetime) -> JsonObject:
    """Make a guild's member as Discord shows it."""
    return {
        "user": user,
        "nick": None,
        "avatar": None,
        "avatar_decoration_data": None,
        "banner": None,
        "collectibles": None,
        "communication_disabled_until": None,
        "flags": 0,
        "joined_at": joined_at.isoformat(),
        "pending": False,
        "premium_since": None,
        "roles": [str(role) for role in roles],
        "mute": False,
        "deaf": False,
    }


def channel_payload(
    channel_id: int, guild_id: int, name: str, *, kind: int, position: int, parent_id: int | None, topic: str | None
) -> JsonObject:
    """Make a guild's channel as Discord shows it."""
    channel: JsonObject = {
        "id": str(channel_id),
        "type": kind,
        "guild_id": str(guild_id),
        "name": name,
        "position": position,
        "parent_id": str(parent_id) if parent_id is not None else None,
        "permission_overwrites": [],
        "nsfw": False,
        "flags": 0,
    }
    if kind in MESSAGE_CHANNELS | FORUMS:
        channel |= {"topic": topic, "last_message_id": None, "rate_limit_per_user": 0}
    return channel | _OF_ITS_KIND.get(kind, {})


_OF_FORUMS: JsonObject = {"available_tags": [], "default_reaction_emoji": None, "default_sort_order": None}
_OF_ITS_KIND: dict[int, JsonObject] = {
    FORUM: _OF_FORUMS | {"default_forum_layout": 0},
    MEDIA: _OF_FORUMS,
    **{each: {"bitrate": 64_000, "user_limit": 0, "rtc_region": None} for each in VOCAL},
}
"""What only channels of a type have; libraries fail on a voice channel without its bitrate."""


def group_payload(channel_id: int, owner_id: int, recipients: list[JsonObject]) -> JsonObject:
    """Make a channel of a group of people, in which a bot never is: only what is done with its commands reaches it."""
    made: JsonObject = {"id": str(channel_id), "type": GROUP, "last_message_id": None, "flags": 0, "name": None}
    return made | {"icon": None, "owner_id": str(owner_id), "recipients": recipients}


def direct_payload(channel_id: int, recipients: list[JsonObject]) -> JsonObject:
    """Make a channel of direct messages as Discord shows it to one of its two people: with the other as recipient."""
    return {"id": str(channel_id), "type": DIRECT, "last_message_id": None, "flags": 0, "recipients": recipients}
