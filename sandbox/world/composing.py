"""What a bot sent, turned into what Discord shows of it: defaults filled in, components numbered, files linked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count

from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.values import instant

STRING_SELECT, TEXT_DISPLAY, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER = 3, 10, 11, 12, 13, 14, 17
SELECTS = frozenset({3, 5, 6, 7, 8})
IS_REMIX, IS_SPOILER = 1 << 2, 1 << 3
"""Flags of an attachment."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a message."""

    id: int
    filename: str
    content_type: str
    content: bytes
    description: str | None = None
    title: str | None = None
    flags: int = 0

    def payload(self, base_url: str) -> JsonObject:
        """Give the attachment as Discord shows it; its bytes are at `url`."""
        url = f"{base_url}/attachments/{self.id}/{self.filename}"
        shown: JsonObject = {
            "id": str(self.id),
            "filename": self.filename,
            "size": len(self.content),
            "url": url,
            "proxy_url": url,
            "content_type": self.content_type,
        }
        more = {"description": self.description, "title": self.title, "flags": self.flags or None}
        return shown | _without_nulls(more)


def described_anew(shown: JsonObject, asked: JsonObject) -> JsonObject:
    """Give an attachment that an edit keeps, with the description and the mark of a spoiler that the edit gives it."""
    changed = dict(shown)
    if asked.get("description") is not None:
        changed["description"] = asked["description"]
    if asked.get("is_spoiler") is not None:
        changed["flags"] = changed.get("flags", 0) & ~IS_SPOILER | (IS_SPOILER if asked["is_spoiler"] else 0)
    return changed


def _without_nulls(payload: JsonObject) -> JsonObject:
    return {key: value for key, value in payload.items() if value is not None}


def _with_shown_emoji(part: JsonObject) -> JsonObject:
    """Show the emoji of a button or an option: a plain one has no id, one of a guild has its id as text."""
    if "emoji" not in part:
        return part
    emoji = _without_nulls(part["emoji"])
    return part | {"emoji": emoji | ({"id": str(emoji["id"])} if "id" in emoji else {})}


def _linked(url: str, attachments: Sequence[JsonObject]) -> str:
    """Follow `attachment://name` to the file's own address."""
    name = url.removeprefix("attachment://")
    if name == url:
        return url
    return next((file["url"] for file in attachments if file["filename"] == name), url)


def embeds(sent: Sequence[JsonObject], attachments: Sequence[JsonObject]) -> list[JsonObject]:
    """Show embeds."""
    return [_embed(embed, attachments) for embed in sent]


def _embed(embed: JsonObject, attachments: Sequence[JsonObject]) -> JsonObject:
    shown = _without_nulls(embed) | {"type": "rich"}
    for part in ("image", "thumbnail"):
        if part in shown:
            url = _linked(shown[part]["url"], attachments)
            shown[part] = {"url": url, "proxy_url": url, "width": 0, "height": 0}
    for part in ("footer", "author"):
        if part in shown:
            shown[part] = _without_nulls(shown[part])
            if "icon_url" in shown[part]:
                shown[part]["icon_url"] = _linked(shown[part]["icon_url"], attachments)
    if "timestamp" in shown:
        shown["timestamp"] = instant(shown["timestamp"]).isoformat()
    if "fields" in shown:
        shown["fields"] = [{"inline": False} | _without_nulls(field) for field in shown["fields"]]
    for made_by_discord in ("video", "provider"):
        shown.pop(made_by_discord, None)
    return shown


def poll(sent: JsonObject, now: datetime) -> JsonObject:
    """Show a poll that begins now, with a number for each answer and no votes; a day is how long it lasts by itself."""
    answers = [
        {"answer_id": number, "poll_media": _poll_media(each["poll_media"])}
        for number, each in enumerate(sent["answers"], 1)
    ]
    return {
        "question": {"text": sent["question"]["text"]},
        "answers": answers,
        "expiry": (now + timedelta(hours=sent.get("duration") or 24)).isoformat(),
        "allow_multiselect": bool(sent.get("allow_multiselect")),
        "layout_type": 1,
        "results": {"answer_counts": [], "is_finalized": False},
    }


def _poll_media(sent: JsonObject) -> JsonObject:
    emoji = _without_nulls(sent.get("emoji") or {})
    shown: JsonObject = {"id": str(emoji["id"]) if "id" in emoji else None, "name": emoji.get("name")}
    return {"text": sent["text"]} | ({"emoji": shown} if emoji else {})


def components(
    sent: Sequence[JsonObject], attachments: Sequence[JsonObject], new_id: Callable[[], int]
) -> list[JsonObject]:
    """Show components: each with an `id` (the sender's, or the next number) and Discord's defaults."""
    taken = set(_ids(sent))
    numbers = (number for number in count(1) if number not in taken)

    def show(component: JsonObject) -> JsonObject:
        shown = _with_shown_emoji(_without_nulls(component))
        shown["id"] = component.get("id") or next(numbers)
        _fill_in(shown, attachments, new_id)
        if "components" in shown:
            shown["components"] = [show(child) for child in shown["components"]]
        if "accessory" in shown:
            shown["accessory"] = show(shown["accessory"])
        return shown

    return [show(component) for component in sent]


def _ids(sent: JsonValue) -> list[int]:
    found: list[int] = []
    for component in sent:
        if component.get("id"):
            found.append(component["id"])
        found += _ids(component.get("components", ()))
        if component.get("accessory"):
            found += _ids([component["accessory"]])
    return found


def _fill_in(shown: JsonObject, attachments: Sequence[JsonObject], new_id: Callable[[], int]) -> None:
    """Add what Discord adds to a component of this type."""
    kind = shown["type"]
    if kind in SELECTS:
        shown.setdefault("min_values", 1)
        shown.setdefault("max_values", 1)
        if kind == STRING_SELECT:
            shown["options"] = [_with_shown_emoji(_without_nulls(option)) for option in shown["options"]]
        if "default_values" in shown:
            shown["default_values"] = [each | {"id": str(each["id"])} for each in shown["default_values"]]
        shown.pop("required", None)
    elif kind == SEPARATOR:
        shown.setdefault("spacing", 1)
        shown.setdefault("divider", True)
    elif kind == THUMBNAIL:
        _fill_media(shown, "media", attachments, new_id)
    elif kind == GALLERY:
        shown["items"] = [dict(item) for item in shown["items"]]
        for item in shown["items"]:
            _fill_media(item, "media", attachments, new_id)
    elif kind == FILE:
        _fill_file(shown, attachments, new_id)
    elif kind == CONTAINER:
        shown.setdefault("accent_color", None)
        shown.setdefault("spoiler", False)


def _fill_media(owner: JsonObject, key: str, attachments: Sequence[JsonObject], new_id: Callable[[], int]) -> None:
    url = _linked(owner[key]["url"], attachments)
    owner[key] = {"id": str(new_id()), "url": url, "proxy_url": url}
    owner.setdefault("description", None)
    owner.setdefault("spoiler", False)


def _fill_file(shown: JsonObject, attachments: Sequence[JsonObject], new_id: Callable[[], int]) -> None:
    url = _linked(shown["file"]["url"], attachments)
    file = next((each for each in attachments if each["url"] == url), None)
    shown["file"] = {"id": str(new_id()), "url": url, "proxy_url": url}
    shown["name"] = file["filename"] if file else None
    shown["size"] = file["size"] if file else None
    shown.setdefault("spoiler", False)


def texts(shown: Sequence[JsonObject]) -> list[str]:
    """Give the texts of Components V2, in reading order: they can mention, as a message's content can."""
    found: list[str] = []
    for component in shown:
        if component["type"] == TEXT_DISPLAY:
            found.append(component["content"])
        found += texts(component.get("components", ()))
    return found
