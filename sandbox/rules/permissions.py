"""Discord's permissions: the bits, and what a member may do in a channel.

Source: Discord's documentation, "Permissions": hierarchy of base permissions and overwrites, implicit permissions.
"""

from collections.abc import Iterable, Mapping
from enum import IntFlag

from sandbox.rules.json_types import JsonObject

ROLE_OVERWRITE = 0
MEMBER_OVERWRITE = 1


class Permissions(IntFlag):
    """Discord's permission bits, by Discord's names."""

    CREATE_INSTANT_INVITE = 1 << 0
    KICK_MEMBERS = 1 << 1
    BAN_MEMBERS = 1 << 2
    ADMINISTRATOR = 1 << 3
    MANAGE_CHANNELS = 1 << 4
    MANAGE_GUILD = 1 << 5
    ADD_REACTIONS = 1 << 6
    VIEW_AUDIT_LOG = 1 << 7
    PRIORITY_SPEAKER = 1 << 8
    STREAM = 1 << 9
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    SEND_TTS_MESSAGES = 1 << 12
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    USE_EXTERNAL_EMOJIS = 1 << 18
    VIEW_GUILD_INSIGHTS = 1 << 19
    CONNECT = 1 << 20
    SPEAK = 1 << 21
    MUTE_MEMBERS = 1 << 22
    DEAFEN_MEMBERS = 1 << 23
    MOVE_MEMBERS = 1 << 24
    USE_VAD = 1 << 25
    CHANGE_NICKNAME = 1 << 26
    MANAGE_NICKNAMES = 1 << 27
    MANAGE_ROLES = 1 << 28
    MANAGE_WEBHOOKS = 1 << 29
    MANAGE_GUILD_EXPRESSIONS = 1 << 30
    USE_APPLICATION_COMMANDS = 1 << 31
    REQUEST_TO_SPEAK = 1 << 32
    MANAGE_EVENTS = 1 << 33
    MANAGE_THREADS = 1 << 34
    CREATE_PUBLIC_THREADS = 1 << 35
    CREATE_PRIVATE_THREADS = 1 << 36
    USE_EXTERNAL_STICKERS = 1 << 37
    SEND_MESSAGES_IN_THREADS = 1 << 38
    USE_EMBEDDED_ACTIVITIES = 1 << 39
    MODERATE_MEMBERS = 1 << 40
    VIEW_CREATOR_MONETIZATION_ANALYTICS = 1 << 41
    USE_SOUNDBOARD = 1 << 42
    CREATE_GUILD_EXPRESSIONS = 1 << 43
    CREATE_EVENTS = 1 << 44
    USE_EXTERNAL_SOUNDS = 1 << 45
    SEND_VOICE_MESSAGES = 1 << 46
    SEND_POLLS = 1 << 49
    USE_EXTERNAL_APPS = 1 << 50
    PIN_MESSAGES = 1 << 51
    BYPASS_SLOWMODE = 1 << 52


NONE = Permissions(0)
ALL = ~NONE
WITHOUT_SENDING = (
    Permissions.MENTION_EVERYONE | Permissions.SEND_TTS_MESSAGES | Permissions.ATTACH_FILES | Permissions.EMBED_LINKS
)
"""What a member who may not send messages can't use either."""
TIMED_OUT = Permissions.VIEW_CHANNEL | Permissions.READ_MESSAGE_HISTORY


def parse(bits: str | int) -> Permissions:
    """Read permissions as payloads carry them, a number in a string; bits that Discord doesn't name are dropped."""
    return Permissions(int(bits)) & ALL


def compute(
    *,
    owner_id: int,
    member_id: int,
    everyone_id: int,
    roles: Mapping[int, int],
    overwrites: Iterable[JsonObject] = (),
    timed_out: bool = False,
    sending: Permissions = Permissions.SEND_MESSAGES,
    with_implied: bool = True,
) -> Permissions:
    """Compute what a member may do, in a guild (no overwrites) or in one of its channels.

    `roles` holds the permission bits of the member's roles and of @everyone (whose id is the guild's).
    `overwrites` are a channel's `permission_overwrites` as payloads carry them. `sending` is the permission without
    which files, embeds and the like are worth nothing (in threads SEND_MESSAGES has no effect). `with_implied` of false
    leaves out what follows from permissions that are missing, as in an interaction's resolved channels.
    """
    base = NONE
    for bits in roles.values():
        base |= parse(bits)
    if member_id == owner_id or Permissions.ADMINISTRATOR in base:
        return ALL
    granted = _overwritten(base, list(overwrites), member_id=member_id, everyone_id=everyone_id, role_ids=set(roles))
    granted = granted & TIMED_OUT if timed_out else granted
    return _implied(granted, sending) if with_implied else granted


def _overwritten(
    base: Permissions, overwrites: list[JsonObject], *, member_id: int, everyone_id: int, role_ids: set[int]
) -> Permissions:
    """Apply overwrites in Discord's order: @everyone's, then all roles' together, then the member's own."""
    everyone = [each for each in overwrites if int(each["id"]) == everyone_id]
    of_roles = [
        each
        for each in overwrites
        if each["type"] == ROLE_OVERWRITE and int(each["id"]) in role_ids and int(each["id"]) != everyone_id
    ]
    own = [each for each in overwrites if each["type"] == MEMBER_OVERWRITE and int(each["id"]) == member_id]
    for group in (everyone, of_roles, own):
        for each in group:
            base &= ~parse(each["deny"])
        for each in group:
            base |= parse(each["allow"])
    return base


def _implied(granted: Permissions, sending: Permissions) -> Permissions:
    """Take away what is worth nothing without a permission that is missing."""
    if Permissions.VIEW_CHANNEL not in granted:
        return NONE
    if sending not in granted:
        return granted & ~WITHOUT_SENDING
    return granted
