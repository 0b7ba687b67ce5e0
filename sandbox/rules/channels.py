"""A guild's channel, made or changed. Source: Discord's description, "Create Guild Channel" and "Modify Channel"."""

from dataclasses import dataclass

from sandbox.rules.errors import ErrorTree
from sandbox.rules.json_types import JsonObject
from sandbox.rules.values import Reader

TEXT, VOICE, CATEGORY, ANNOUNCEMENT, FORUM = 0, 2, 4, 5, 15
KINDS = (TEXT, VOICE, CATEGORY, ANNOUNCEMENT, FORUM)
MAX_TOPIC = 1024
MAX_SLOW_MODE = 21_600
"""Six hours, in seconds."""


@dataclass(frozen=True, slots=True)
class ChannelForm:
    """What was asked of a channel: its type, its category, and those of its other members that were given."""

    kind: int
    parent_id: int | None
    members: JsonObject


def check_channel(payload: JsonObject, *, is_new: bool) -> ChannelForm:
    """Check a channel that is made, or what changes of one. Raises `ApiError` 50035."""
    tree = ErrorTree()
    channel = Reader(payload, (), tree)
    kind = channel.choice("type", KINDS) or TEXT
    parent_id = channel.snowflake("parent_id")
    members: JsonObject = {
        "name": channel.text("name", least=1, most=100, required=is_new or "name" in payload),
        "topic": channel.text("topic", most=MAX_TOPIC),
        "position": channel.integer("position", least=0, most=(1 << 31) - 1),
        "nsfw": channel.boolean("nsfw"),
        "rate_limit_per_user": channel.integer("rate_limit_per_user", least=0, most=MAX_SLOW_MODE),
    }
    tree.raise_if_any()
    # A topic can be taken away by null; elsewhere null means "as it is".
    given = {key: value for key, value in members.items() if value is not None}
    if "topic" in payload:
        given["topic"] = members["topic"]
    return ChannelForm(kind, parent_id, given)
