"""A thread as the bot begins it. Source: Discord's description, "Start Thread" and "Start Thread in Forum"."""

from collections.abc import Sequence

from sandbox.rules.channels import MAX_SLOW_MODE
from sandbox.rules.errors import ErrorTree
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.messages import check_message_create
from sandbox.rules.values import Reader

LASTING = (60, 1440, 4320, 10080)
"""Minutes without a message after which a thread may be archived."""

PUBLIC = (10, 11)
"""Types of threads that there are here. One that isn't named is private on Discord."""


def check_thread(payload: JsonObject, *, with_type: bool) -> JsonObject:
    """Check a thread, and give those of its members that are kept. Raises `ApiError` 50035."""
    tree = ErrorTree()
    thread = Reader(payload, (), tree)
    _check_common(thread)
    if with_type:
        thread.choice("type", PUBLIC, required=True)
        thread.boolean("invitable")
    tree.raise_if_any()
    return _kept(payload)


def check_post(payload: JsonObject, *, files: Sequence[str]) -> tuple[JsonObject, JsonValue]:
    """Check a forum's post; give those of its members that are kept, and its message. Raises `ApiError` 50035, 50006.

    No forum here has tags, so that none can be applied.
    """
    tree = ErrorTree()
    post = Reader(payload, (), tree)
    _check_common(post)
    if post.snowflakes("applied_tags", most=5):
        post.fault("applied_tags", "INVALID_FORUM_TAG", "Unknown tag")
    post.object("message", required=True)
    tree.raise_if_any()
    check_message_create(payload["message"], files=files, path=("message",))
    return _kept(payload), payload["message"]


def _check_common(thread: Reader) -> None:
    thread.text("name", least=1, most=100, required=True, trim=True)
    thread.choice("auto_archive_duration", LASTING)
    thread.integer("rate_limit_per_user", least=0, most=MAX_SLOW_MODE)


def _kept(payload: JsonObject) -> JsonObject:
    return {name: payload[name] for name in ("auto_archive_duration", "rate_limit_per_user") if payload.get(name)}
