"""Panels as people type them: what stands in the form's fields, and what is read there."""

import enum
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot.conventions.fields import lines_typed
from bot.conventions.model import Edition, Panel
from bot.dates.airdate import local_instant
from bot.dates.reading.read import read
from bot.dates.reading.readings import Doubt, UnreadableDate
from bot.errors import NotUnderstood
from bot.folding import fold

PANEL_FIELDS: Final = ("title", "begins", "ends", "room", "guests")
PANEL_TITLE_LENGTH: Final = 150
ROOM_LENGTH: Final = 80
MOST_PANEL_GUESTS: Final = 20
MOST_PANELS: Final = 500
"""So many panels an edition has at most, of a guild's own or of those that all share."""
LONGEST_PANEL: Final = timedelta(hours=24)


class PanelProblem(enum.Enum):
    """What is wrong with a panel that somebody typed."""

    NO_TITLE = "it has no title"
    NO_DAYS = "the edition's days aren't known"
    TOO_LONG = "a text is too long"
    TOO_MANY_GUESTS = "it has too many guests"
    TOO_MANY = "the edition has too many panels"
    NO_TIME = "it has no time of day"
    SEVERAL = "a time has several meanings"
    SKIPPED = "clocks are put forward past it"
    OUTSIDE = "it begins on none of the edition's days"
    ENDS_FIRST = "it doesn't end after it begins, within a day"


class UnreadablePanel(NotUnderstood):
    """What was typed in a `field` of a panel can't be it; `at` is the time that was read, where it was."""

    def __init__(
        self, field: str, problem: PanelProblem, edition: Edition, *, at: datetime | None = None, length: int = 0
    ) -> None:
        super().__init__(f"{field}: {problem.value}")
        self.field = field
        self.problem = problem
        self.edition = edition
        self.at = at
        self.length = length


def blank_panel(edition: Edition) -> Panel:
    """Make what a new panel begins as."""
    return Panel(0, edition.id, "", edition.opens_at)


def panel_typed(panel: Panel, field: str, zone: str) -> str:
    """Write a field of a panel as it is typed, by the clock of `zone`."""
    match field:
        case "title":
            return panel.title
        case "begins":
            return f"{panel.begins.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}" if panel.title else ""
        case "ends":
            return f"{panel.ends.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}" if panel.ends else ""
        case "room":
            return panel.room or ""
        case _:
            return "\n".join(panel.guests)


async def read_panel(
    before: Panel, typed: Mapping[str, str], edition: Edition, *, now: datetime
) -> tuple[Panel, Sequence[tuple[str, NotUnderstood]]]:
    """Give a panel as it would be with the fields that were typed, and by field what of them can't be read.

    Where only its beginning is another, its end moves with it.
    """
    panel, problems = before, list[tuple[str, NotUnderstood]]()
    if not edition.is_dated:
        return panel, [("begins", UnreadablePanel("begins", PanelProblem.NO_DAYS, edition))]
    for field in PANEL_FIELDS:
        if field not in typed:
            continue
        try:
            panel = replace(panel, **await _read_field(panel, field, typed[field].strip(), edition, now))
        except NotUnderstood as problem:
            problems.append((field, problem))
    if not problems and panel.ends is not None:
        ends = panel.ends
        if "ends" not in typed:
            panel = replace(panel, ends=ends + (panel.begins - before.begins))
        elif not timedelta() < ends - panel.begins <= LONGEST_PANEL:
            problems.append(("ends", UnreadablePanel("ends", PanelProblem.ENDS_FIRST, edition, at=ends)))
    return panel, problems


async def _read_field(panel: Panel, field: str, typed: str, edition: Edition, now: datetime) -> Mapping[str, Any]:
    match field:
        case "begins":
            return {"begins": await _begins(typed, edition, now)}
        case "ends":
            return {"ends": await _instant("ends", typed, edition, panel.begins) if typed else None}
        case "guests":
            lines = lines_typed(typed)
            if len(lines) > MOST_PANEL_GUESTS:
                raise UnreadablePanel(field, PanelProblem.TOO_MANY_GUESTS, edition, length=len(lines))
            for line in lines:
                _require_length(field, line, ROOM_LENGTH, edition)
            return {"guests": tuple(dict.fromkeys(lines))}
        case _:
            line, most = " ".join(typed.split()), PANEL_TITLE_LENGTH if field == "title" else ROOM_LENGTH
            if field == "title" and not fold(line):
                raise UnreadablePanel(field, PanelProblem.NO_TITLE, edition)
            _require_length(field, line, most, edition)
            return {field: line or None}


def _require_length(field: str, text: str, most: int, edition: Edition) -> None:
    if len(text) > most:
        raise UnreadablePanel(field, PanelProblem.TOO_LONG, edition, length=len(text))


async def _begins(typed: str, edition: Edition, now: datetime) -> datetime:
    """Read when a panel begins: "Friday 14:00" is the edition's Friday, unless it is one of its days from now on.

    Raises `UnreadablePanel` and `UnreadableDate`.
    """
    eve = local_instant(edition.first_day, time(), edition.zone) - timedelta(minutes=1)
    found: NotUnderstood | None = None
    for since in (now, eve):
        try:
            at = await _instant("begins", typed, edition, since)
        except (UnreadablePanel, UnreadableDate) as problem:
            found = problem  # of the edition's own days it says more
            continue
        if Panel(0, 0, "", at).is_within(edition):
            return at
        found = UnreadablePanel("begins", PanelProblem.OUTSIDE, edition, at=at)
    raise found or UnreadablePanel("begins", PanelProblem.NO_TIME, edition)


async def _instant(field: str, typed: str, edition: Edition, since: datetime) -> datetime:
    found = await read(typed, now=since, zone=edition.zone)
    if len(found.dates) != 1:
        is_skipped = any(question.doubt is Doubt.SKIPPED for question in found.questions)
        raise UnreadablePanel(field, PanelProblem.SKIPPED if is_skipped else PanelProblem.SEVERAL, edition)
    (date,) = found.dates
    if not date.is_exact or date.earliest is None:
        raise UnreadablePanel(field, PanelProblem.NO_TIME, edition)
    return date.earliest.astimezone(UTC)
