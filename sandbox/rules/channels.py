"""A guild's channel, made or changed. Source: Discord's description, "Create Guild Channel" and "Modify Channel"."""

from collections.abc import Iterator
from dataclasses import dataclass

from sandbox.rules import errors, limits
from sandbox.rules.errors import ErrorTree
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.permissions import MEMBER_OVERWRITE, ROLE_OVERWRITE, parse
from sandbox.rules.unsupported import not_carried_out
from sandbox.rules.values import Reader, snowflake

TEXT, VOICE, CATEGORY, ANNOUNCEMENT, STAGE, DIRECTORY, FORUM, MEDIA = 0, 2, 4, 5, 13, 14, 15, 16
KINDS = (TEXT, VOICE, CATEGORY, ANNOUNCEMENT, STAGE, FORUM, MEDIA)
MISSING_KINDS = (DIRECTORY,)
"""Discord's types of channels that nobody makes here."""

LASTING = (60, 1440, 4320, 10080)
"""Minutes without a message after which a thread may be archived."""

MAX_TOPIC, MAX_FORUM_TOPIC = 1024, 4096
MAX_SLOW_MODE = 21_600
"""Six hours, in seconds."""

MAX_BITRATE, MAX_STAGE_BITRATE, MAX_USERS, MAX_STAGE_USERS = 96_000, 64_000, 99, 10_000
"""What a voice channel, and a stage channel, takes in a server without boosts."""

MAX_OVERWRITES = 1000
MAX_TAGS, MAX_TAG_NAME = 20, 20
REQUIRE_TAG = 1 << 4
HIDES_DOWNLOADS = 1 << 15
"""The flags of a forum whose posts need a tag, and of a media channel whose clients don't offer downloads."""

_FORUMS, _VOCAL = frozenset({FORUM, MEDIA}), frozenset({VOICE, STAGE})
_THREADED, _SLOWED = frozenset({TEXT, ANNOUNCEMENT}) | _FORUMS, frozenset({TEXT}) | _VOCAL | _FORUMS
OF_KINDS: dict[str, frozenset[int]] = {
    "name": frozenset(KINDS),
    "position": frozenset(KINDS),
    "permission_overwrites": frozenset(KINDS),
    "parent_id": frozenset(KINDS) - {CATEGORY},
    "nsfw": frozenset(KINDS) - {CATEGORY},
    "topic": _THREADED,
    "rate_limit_per_user": _SLOWED,
    "default_auto_archive_duration": _THREADED,
    "default_thread_rate_limit_per_user": frozenset({TEXT}) | _FORUMS,
    **dict.fromkeys(("bitrate", "user_limit", "rtc_region", "video_quality_mode"), _VOCAL),
    **dict.fromkeys(
        ("default_reaction_emoji", "default_sort_order", "default_tag_setting", "available_tags", "flags"), _FORUMS
    ),
    "default_forum_layout": frozenset({FORUM}),
}
"""Which types of channels have which members; elsewhere they are passed over, as on Discord."""

CLEARED_BY_NULL = frozenset({"topic", "parent_id", "rtc_region", "default_reaction_emoji", "default_sort_order"})
"""Members that null takes away; elsewhere null means "as it is"."""


@dataclass(frozen=True, slots=True)
class ChannelForm:
    """What was asked of a channel: its type, and the other members that channels of this type have.

    Tags have no ids yet but those that were given.
    """

    kind: int
    members: JsonObject

    @property
    def parent_id(self) -> int | None:
        """The category that was asked for."""
        return snowflake(self.members.get("parent_id"))


def check_new_channel(payload: JsonObject) -> ChannelForm:
    """Check a channel that is made. Raises `ApiError` 50035, or another if there is too much of something."""
    return _check(payload, TEXT, is_new=True)


def check_changed_channel(payload: JsonObject, kind: int) -> ChannelForm:
    """Check what changes of a channel; a text channel may become an announcement channel, and back.

    Raises `ApiError` 50035, or another if there is too much of something.
    """
    return _check(payload, kind, is_new=False)


def _check(payload: JsonObject, standing: int, *, is_new: bool) -> ChannelForm:
    if payload.get("type") in MISSING_KINDS and not isinstance(payload["type"], bool):
        raise not_carried_out(["type"])
    tree = ErrorTree()
    channel = Reader(payload, (), tree)
    convertible = (TEXT, ANNOUNCEMENT) if standing in (TEXT, ANNOUNCEMENT) else (standing,)
    chosen = channel.choice("type", KINDS if is_new else convertible)
    kind = standing if chosen is None else int(chosen)
    members = dict(_members(channel, kind, is_new=is_new))
    tree.raise_if_any()
    if len(members.get("permission_overwrites") or ()) > MAX_OVERWRITES:
        raise limits.too_many_overwrites(MAX_OVERWRITES)
    _check_tags(members.get("available_tags") or [])
    given = {name: value for name, value in members.items() if name in payload and kind in OF_KINDS[name]}
    return ChannelForm(kind, {name: value for name, value in given.items() if _is_given(name, value)})


def _is_given(name: str, value: JsonValue) -> bool:
    return value is not None or name in CLEARED_BY_NULL


def _members(channel: Reader, kind: int, *, is_new: bool) -> Iterator[tuple[str, JsonValue]]:
    named = is_new or "name" in channel.payload
    yield "name", channel.text("name", least=1, most=100, required=named, trim=True)
    yield "topic", channel.text("topic", most=MAX_FORUM_TOPIC if kind in _FORUMS else MAX_TOPIC)
    yield "position", channel.integer("position", least=0, most=(1 << 31) - 1)
    yield "nsfw", channel.boolean("nsfw")
    for slowed in ("rate_limit_per_user", "default_thread_rate_limit_per_user"):
        yield slowed, channel.integer(slowed, least=0, most=MAX_SLOW_MODE)
    parent_id = channel.snowflake("parent_id")
    yield "parent_id", None if parent_id is None else str(parent_id)
    yield "permission_overwrites", _overwrites(channel)
    yield "bitrate", channel.integer("bitrate", least=8000, most=MAX_STAGE_BITRATE if kind == STAGE else MAX_BITRATE)
    yield "user_limit", channel.integer("user_limit", least=0, most=MAX_STAGE_USERS if kind == STAGE else MAX_USERS)
    yield "rtc_region", channel.text("rtc_region", most=100)
    yield "video_quality_mode", channel.choice("video_quality_mode", (1, 2))
    yield "default_auto_archive_duration", channel.choice("default_auto_archive_duration", LASTING)
    yield "default_sort_order", channel.choice("default_sort_order", (0, 1))
    yield "default_forum_layout", channel.choice("default_forum_layout", (0, 1, 2))
    yield "default_tag_setting", channel.choice("default_tag_setting", ("match_all", "match_some"))
    flags = channel.integer("flags", least=0)
    yield "flags", None if flags is None else flags & (REQUIRE_TAG | (HIDES_DOWNLOADS if kind == MEDIA else 0))
    reaction = channel.object("default_reaction_emoji")
    yield "default_reaction_emoji", None if reaction is None else _emoji(reaction)
    tags = None if channel.value("available_tags") is None else channel.objects("available_tags", most=None)
    yield "available_tags", None if tags is None else [_tag(each) for each in tags]


def _overwrites(channel: Reader) -> list[JsonObject] | None:
    """Read a channel's overwrites; one that names no type is a role's, and `allow` and `deny` may be left out."""
    if channel.value("permission_overwrites") is None:
        return None
    return [
        {
            "id": str(each.snowflake("id", required=True)),
            "type": each.choice("type", (ROLE_OVERWRITE, MEMBER_OVERWRITE)) or ROLE_OVERWRITE,
            "allow": _bits(each, "allow"),
            "deny": _bits(each, "deny"),
        }
        for each in channel.objects("permission_overwrites", most=None)
    ]


def _bits(overwrite: Reader, name: str) -> str:
    value = overwrite.value(name)
    if value is None or snowflake(value) is not None:
        return str(int(parse(value or 0)))
    overwrite.fault(name, "NUMBER_TYPE_COERCE", f'Value "{value}" is not int.')
    return "0"


def _emoji(holder: Reader) -> JsonObject:
    """Read an emoji: one of a server's, by its id, or one of Unicode's, by itself, and never both."""
    emoji_id, name = holder.snowflake("emoji_id"), holder.text("emoji_name", most=100)
    if emoji_id is not None and name is not None:
        holder.fault(None, "BUTTON_COMPONENT_INVALID_EMOJI", "Only one of emoji_id and emoji_name can be set")
    return {"emoji_id": None if emoji_id is None else str(emoji_id), "emoji_name": name or None}


def _tag(tag: Reader) -> JsonObject:
    tag_id = tag.snowflake("id")
    return {
        "id": None if tag_id is None else str(tag_id),
        "name": tag.text("name", least=1, most=MAX_TAG_NAME, required=True, trim=True),
        "moderated": tag.boolean("moderated") is True,
    } | _emoji(tag)


def _check_tags(tags: list[JsonObject]) -> None:
    if len(tags) > MAX_TAGS:
        raise limits.too_many_tags()
    if len({tag["name"] for tag in tags}) < len(tags):
        raise errors.tag_names_not_unique()
