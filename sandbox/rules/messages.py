"""Messages, made and edited. Source: Discord's description, and its documentation of "Create Message"."""

from collections.abc import Sequence

from sandbox.rules.components import IS_COMPONENTS_V2, check_components
from sandbox.rules.embeds import check_embeds
from sandbox.rules.errors import (
    ErrorTree,
    Path,
    cannot_edit_poll,
    cannot_edit_stickers,
    empty_message,
)
from sandbox.rules.interactive import check_poll_emoji
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.limits import too_many_attachments
from sandbox.rules.mentions import check_allowed_mentions
from sandbox.rules.unsupported import not_carried_out
from sandbox.rules.values import Reader, shown

FORWARD = 1
"""The type of a message's reference to one that it forwards; 0 is a reply's."""

MAX_CONTENT = 2000
MAX_NONCE = 25
MAX_FILES = 10
MAX_STICKERS = 3
IS_VOICE_MESSAGE = 1 << 13
FILLED_BY = ("content", "embeds", "components", "sticker_ids", "poll")
LEGACY = ("content", "embeds", "sticker_ids", "poll")
"""What a message of the second generation of components may not have."""


def check_message_create(payload: JsonValue, *, files: Sequence[str] = (), path: Path = ()) -> None:
    """Check a new message, which stands at `path` of its request. `files` are the names of the files that come with it.

    Raises `ApiError` 50035 or, for a message with nothing in it, 50006.
    """
    tree = ErrorTree()
    message = _read(payload, path, tree)
    if message is not None:
        check_message(message, files=files, v2=_is_v2(message))
    tree.raise_if_any()
    if (payload.get("flags") or 0) & IS_VOICE_MESSAGE:
        raise not_carried_out([*path, "flags"])
    if not files and not is_forward(payload) and not any(is_filled(payload.get(name)) for name in FILLED_BY):
        raise empty_message()


def is_forward(payload: JsonObject) -> bool:
    """Tell whether a checked message forwards another, which it then has in it, and nothing else."""
    return (payload.get("message_reference") or {}).get("type") == FORWARD


def check_message_edit(payload: JsonValue, current: JsonObject, *, files: Sequence[str] = (), path: Path = ()) -> None:
    """Check what an edit makes of the `current` message. Raises `ApiError` 50035 or 50006.

    What the edit doesn't name stays; a message of the second generation of components stays one. A message with a poll
    is edited by nobody (520003).
    """
    if "poll" in current:
        raise cannot_edit_poll()
    tree = ErrorTree()
    message = _read(payload, path, tree)
    if message is not None:
        kept = [each["filename"] for each in kept_attachments(message.payload, current)]
        v2 = bool((current.get("flags") or 0) & IS_COMPONENTS_V2) or _is_v2(message)
        # That they are too many in all is another error than that too many come.
        check_message(message, files=[*kept, *files], v2=v2, coming=len(files))
        if v2:
            _note_legacy(message, {name: current.get(name) for name in LEGACY} | message.payload)
    tree.raise_if_any()
    if payload.get("sticker_ids"):
        raise cannot_edit_stickers()
    if len(kept_attachments(payload, current)) + len(files) > MAX_FILES:
        raise too_many_attachments(MAX_FILES)
    merged = {name: current.get(name) for name in FILLED_BY} | payload
    attachments = [*kept_attachments(payload, current), *files]
    if not attachments and not any(is_filled(merged.get(name)) for name in FILLED_BY):
        raise empty_message()


def _read(payload: JsonValue, path: Path, tree: ErrorTree) -> Reader | None:
    """Read a whole message, which can't be null."""
    if payload is None:
        tree.add(path, "BASE_TYPE_REQUIRED", "This field is required")
    return Reader.of(payload, path, tree)


def check_message(message: Reader, *, files: Sequence[str], v2: bool, coming: int | None = None) -> None:
    """Note what is wrong with the members of a message, new or edited; `v2` tells its generation of components.

    `coming` is how many of the files come with the request, all unless told.
    """
    message.text("content", most=MAX_CONTENT, trim=True)
    message.boolean("tts")
    message.integer("flags", least=0)
    _check_nonce(message)
    check_allowed_mentions(message.value("allowed_mentions"), (*message.path, "allowed_mentions"), message.tree)
    message.snowflakes("sticker_ids", most=MAX_STICKERS)
    _check_reference(message)
    _check_poll(message)
    check_embeds(message)
    check_components(message, v2=v2, files=files)
    _check_attachments(message, len(files) if coming is None else coming)
    if v2:
        _note_legacy(message, message.payload)


def kept_attachments(payload: JsonObject, current: JsonObject) -> list[JsonObject]:
    """Give the attachments of a message that an edit keeps: those it lists, or all if it lists none."""
    attachments: list[JsonObject] = current.get("attachments") or []
    listed = payload.get("attachments")
    if not isinstance(listed, list):
        return attachments
    ids = {str(each.get("id")) for each in listed if isinstance(each, dict)}
    return [each for each in attachments if each["id"] in ids]


def is_filled(value: JsonValue) -> bool:
    """Tell whether a member of a message shows anything; spaces don't."""
    return bool(shown(value)) if isinstance(value, str) else bool(value)


def _is_v2(message: Reader) -> bool:
    flags = message.payload.get("flags")
    return isinstance(flags, int) and flags > 0 and bool(flags & IS_COMPONENTS_V2)


def _note_legacy(message: Reader, members: JsonObject) -> None:
    for name in LEGACY:
        place = (*message.path, name)
        if members.get(name) and not message.tree.has(place):
            message.fault(
                name,
                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                f"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
            )


def _check_nonce(message: Reader) -> None:
    nonce = message.value("nonce")
    message.boolean("enforce_nonce")
    if nonce is None:
        return
    if isinstance(nonce, bool) or not isinstance(nonce, int | str):
        message.fault("nonce", "NONCE_TYPE_INVALID_TYPE", "This field must be a string or integer.")
    elif isinstance(nonce, str) and len(nonce) > MAX_NONCE:
        message.fault("nonce", "NONCE_TYPE_TOO_LONG", f"Must be {MAX_NONCE} or fewer characters long.")
    elif isinstance(nonce, int) and not -(1 << 63) <= nonce < 1 << 63:
        message.fault("nonce", "NONCE_TYPE_OUT_OF_BOUNDS", f"Must be between {-(1 << 63)} and {(1 << 63) - 1}.")


def _check_reference(message: Reader) -> None:
    reference = message.object("message_reference")
    if reference is not None:
        reference.snowflake("message_id", required=True)
        reference.snowflake("channel_id")
        reference.snowflake("guild_id")
        reference.boolean("fail_if_not_exists")
        reference.choice("type", (0, FORWARD))


def _check_attachments(message: Reader, coming: int) -> None:
    if coming > MAX_FILES:
        message.fault("attachments", "BASE_TYPE_MAX_LENGTH", f"Must be {MAX_FILES} or fewer in length.")
    for attachment in message.objects("attachments", most=MAX_FILES):
        attachment.snowflake("id", required=True)
        attachment.text("filename", least=1, most=1024)
        attachment.text("description", most=1024)
        attachment.text("title", most=1024)
        attachment.boolean("is_spoiler")
        attachment.boolean("is_remix")


def _check_poll(message: Reader) -> None:
    poll = message.object("poll")
    if poll is None:
        return
    question = poll.object("question", required=True)
    if question is not None:
        question.text("text", least=1, most=300, required=True)
    for answer in poll.objects("answers", least=1, most=10, required=True):
        media = answer.object("poll_media", required=True)
        if media is not None:
            media.text("text", least=1, most=55, required=True)
            check_poll_emoji(media)
    poll.integer("duration", least=1, most=768)
    poll.boolean("allow_multiselect")
    poll.choice("layout_type", (1,))
