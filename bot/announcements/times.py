"""When an announcement is to go out, as its moderator typed it."""

from datetime import datetime

from bot.announcements.model import UnfitTime, due_instant
from bot.dates.airdate import TOKYO
from bot.dates.reading.read import read
from bot.dates.reading.readings import Problem, UnreadableDate, retyped
from bot.errors import NotUnderstood


async def read_due(text: str, now: datetime) -> datetime | None:
    """Read the UTC instant that a typed time means; give None for nothing or "now".

    Raises `UnreadableDate` and `UnfitTime`.
    """
    if not text.strip() or text.strip().casefold() == "now":
        return None
    return due_instant(await read(text, now=now), now)


async def read_new_due(text: str, now: datetime) -> datetime | None:
    """Read the new time of what is moved, as `read_due` does.

    Here "now" has to be typed: a field left empty is a slip, and raises `UnreadableDate`.
    """
    if not text.strip():
        raise UnreadableDate(Problem.EMPTY)
    return await read_due(text, now)


async def due_or_problem(text: str, now: datetime) -> datetime | NotUnderstood | None:
    """Read a typed time as `read_due` does, but give what that raises as a value."""
    try:
        return await read_due(text, now)
    except (UnreadableDate, UnfitTime) as problem:
        return problem


async def lasting(text: str, now: datetime) -> str:
    """Give a text for a time that can be read again later and means what it means now.

    That is the text itself, unless it counts from the present ("in 2 hours", "Friday 8pm ET"): a draft may lie for days
    before somebody presses **Schedule**.
    """
    try:
        readings = await read(text, now=now)
        due_instant(readings, now)
    except NotUnderstood:
        return text
    date = readings.only
    return text if date is None or readings.is_lasting else retyped(date, zone=TOKYO)
