"""A thread as the bot begins it and changes it. Source: Discord's description, "Start Thread" and "Modify Channel"."""

from collections.abc import Sequence

from sandbox.rules.channels import LASTING, MAX_SLOW_MODE
from sandbox.rules.errors import ErrorTree
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.messages import check_message_create
from sandbox.rules.unsupported import asks, not_carried_out
from sandbox.rules.values import Reader, shown

ANNOUNCEMENT, PUBLIC, PRIVATE = 10, 11, 12
"""Types of threads. One that isn't named is private."""

MAX_APPLIED_TAGS = 5
PINNED = 1 << 1
"""The flag of a post that stands above the others of its forum."""

VOICE_MEMBERS = ("bitrate", "user_limit", "rtc_region", "video_quality_mode")
"""What Discord's description has of threads, too, and nothing else tells of."""


def check_thread(payload: JsonObject, *, with_type: bool) -> JsonObject:
    """Check a thread, and give those of its members that are kept. Raises `ApiError` 50035."""
    tree = ErrorTree()
    thread = Reader(payload, (), tree)
    _check_common(thread)
    own: JsonObject = {}
    if with_type:
        kind = thread.choice("type", (ANNOUNCEMENT, PUBLIC, PRIVATE))
        own = {"type": PRIVATE if kind is None else kind, "invitable": thread.boolean("invitable") is not False}
    tree.raise_if_any()
    return _kept(payload) | own


def check_post(payload: JsonObject, *, files: Sequence[str]) -> tuple[JsonObject, JsonValue]:
    """Check a forum's post; give those of its members that are kept, and its message. Raises `ApiError` 50035, 50006.

    Whether the forum has its tags is not checked here.
    """
    tree = ErrorTree()
    post = Reader(payload, (), tree)
    _check_common(post)
    post.snowflakes("applied_tags", most=MAX_APPLIED_TAGS)
    post.object("message", required=True)
    tree.raise_if_any()
    check_message_create(payload["message"], files=files, path=("message",))
    return _kept(payload), payload["message"]


def check_thread_change(payload: JsonObject) -> JsonObject:
    """Check what changes of a thread, and give what was asked for; null asks for nothing.

    Raises `ApiError` 50035, or 501 for what the sandbox doesn't carry out.
    """
    if unsupported := [[name] for name in VOICE_MEMBERS if asks(payload.get(name))]:
        raise not_carried_out(*unsupported)
    tree = ErrorTree()
    thread = Reader(payload, (), tree)
    if payload.get("name") is not None:
        thread.text("name", least=1, most=100, required=True, trim=True)
    for name in ("archived", "locked", "invitable"):
        thread.boolean(name)
    thread.choice("auto_archive_duration", LASTING)
    thread.integer("rate_limit_per_user", least=0, most=MAX_SLOW_MODE)
    thread.integer("flags", least=0)
    applied = thread.snowflakes("applied_tags", most=MAX_APPLIED_TAGS)
    tree.raise_if_any()
    known = ("archived", "locked", "invitable", "auto_archive_duration", "rate_limit_per_user", "flags")
    asked = {name: payload[name] for name in known if payload.get(name) is not None}
    if payload.get("name") is not None:
        asked["name"] = shown(payload["name"])
    if payload.get("applied_tags") is not None:
        asked["applied_tags"] = list(map(str, applied))
    return asked


def _check_common(thread: Reader) -> None:
    thread.text("name", least=1, most=100, required=True, trim=True)
    thread.choice("auto_archive_duration", LASTING)
    thread.integer("rate_limit_per_user", least=0, most=MAX_SLOW_MODE)


def _kept(payload: JsonObject) -> JsonObject:
    names = ("auto_archive_duration", "rate_limit_per_user", "applied_tags")
    return {name: payload[name] for name in names if payload.get(name)}
