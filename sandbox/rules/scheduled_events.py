"""Scheduled events of a guild, made and changed. Source: Discord's documentation, "Guild Scheduled Event"."""

import re
from datetime import datetime

from sandbox.rules import errors
from sandbox.rules.errors import ErrorTree
from sandbox.rules.json_types import JsonObject
from sandbox.rules.values import Reader, instant

STAGE, VOICE, EXTERNAL = 1, 2, 3
SCHEDULED, ACTIVE, COMPLETED, CANCELED = 1, 2, 3, 4
NEXT = {SCHEDULED: (ACTIVE, CANCELED), ACTIVE: (COMPLETED,), COMPLETED: (), CANCELED: ()}
"""Which status an event may be given after which."""

GUILD_ONLY = 2
COVER = re.compile(r"data:(image/(?:png|jpeg|gif|webp));base64,([A-Za-z0-9+/]+={0,2})")
"""A picture as Discord takes it ("Image Data" in its reference): its media type, and its bytes."""
KEPT = (
    "name",
    "description",
    "scheduled_start_time",
    "scheduled_end_time",
    "privacy_level",
    "entity_type",
    "channel_id",
)


def check_new_event(payload: JsonObject, now: datetime) -> JsonObject:
    """Check an event that is made, and give its members. Raises `ApiError` 50035, or 501 for one on a stage."""
    blank: JsonObject = dict.fromkeys((*KEPT, "entity_metadata"))
    return _check(blank | payload, now, starts=True) | _cover(payload)


def check_changed_event(payload: JsonObject, standing: JsonObject, now: datetime) -> JsonObject:
    """Check what an edit makes of an event, and give its members and status.

    Raises `ApiError` 50035, 180000 for an event that is over, or 501 for one on a stage.
    """
    if not NEXT[standing["status"]]:
        raise errors.event_is_finished()
    tree = ErrorTree()
    status = Reader(payload, (), tree).choice("status", tuple(NEXT))
    tree.raise_if_any()
    if status is not None and status != standing["status"] and status not in NEXT[standing["status"]]:
        raise errors.form_fault(["status"], "GUILD_SCHEDULED_EVENT_INVALID_STATUS", "Invalid status transition")
    kept = {name: standing[name] for name in (*KEPT, "entity_metadata")}
    if payload.get("entity_type") == EXTERNAL:
        kept["channel_id"] = None
    starts = payload.get("scheduled_start_time") not in (None, standing["scheduled_start_time"])
    return _check(kept | payload, now, starts=starts) | _cover(payload) | {"status": status or standing["status"]}


def _cover(payload: JsonObject) -> JsonObject:
    """Give the picture that an event is given, if it is given one; None takes it away. Raises `ApiError` 50035."""
    if "image" not in payload:
        return {}
    image = payload["image"]
    if image is not None and not (isinstance(image, str) and COVER.fullmatch(image)):
        raise errors.form_fault(["image"], "IMAGE_INVALID", "Invalid image data")
    return {"image": image}


def _check(whole: JsonObject, now: datetime, *, starts: bool) -> JsonObject:
    """Check an event as it is to be; `starts` tells whether it is given a time that must be to come."""
    tree = ErrorTree()
    event = Reader(whole, (), tree)
    kind = event.choice("entity_type", (STAGE, VOICE, EXTERNAL), required=True)
    event.choice("privacy_level", (GUILD_ONLY,), required=True)
    event.text("name", least=1, most=100, required=True, trim=True)
    event.text("description", most=1000)
    channel_id = event.snowflake("channel_id", required=kind in (STAGE, VOICE))
    if kind == EXTERNAL and channel_id is not None:
        event.fault("channel_id", "BASE_TYPE_NULL", "An external event is in no channel")
    place = event.object("entity_metadata", required=kind == EXTERNAL)
    location = place.text("location", least=1, most=100, required=True) if place and kind == EXTERNAL else None
    _check_times(event, now, starts=starts, ends=kind == EXTERNAL)
    tree.raise_if_any()
    members = {name: whole[name] for name in KEPT}
    times = {name: instant(members[name]).isoformat() for name in KEPT if name.endswith("_time") and members[name]}
    return (
        members
        | times
        | {
            "name": whole["name"].strip(),
            "channel_id": None if channel_id is None else str(channel_id),
            "entity_metadata": None if location is None else {"location": location},
        }
    )


def _check_times(event: Reader, now: datetime, *, starts: bool, ends: bool) -> None:
    names = ("scheduled_start_time", "scheduled_end_time")
    for name, required in zip(names, (True, ends), strict=True):
        event.value(name, required=required)
        event.timestamp(name)
    if any(event.tree.has((name,)) for name in names):
        return
    start, end = (None if event.payload[name] is None else instant(event.payload[name]) for name in names)
    if start is not None and starts and start <= now:
        event.fault(names[0], "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", "Cannot schedule event in the past.")
    if start is not None and end is not None and end <= start:
        event.fault(names[1], "GUILD_SCHEDULED_EVENT_END_BEFORE_START", "Cannot end an event before it starts.")
