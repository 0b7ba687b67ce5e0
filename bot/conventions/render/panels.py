"""Panels: an edition's programme by day, the form in which one is typed, its preview, and why one is refused."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import discord

from bot.catalogue.render.dates import unreadable_text
from bot.catalogue.render.previews import WORDS_LENGTH, whose_words
from bot.conventions.changes import EditionChange
from bot.conventions.model import Edition, Panel
from bot.conventions.panels import (
    MOST_PANEL_GUESTS,
    MOST_PANELS,
    PANEL_FIELDS,
    PANEL_TITLE_LENGTH,
    ROOM_LENGTH,
    PanelProblem,
    UnreadablePanel,
)
from bot.conventions.render.editions import PROGRAMME_BUTTON, edition_days
from bot.dates.reading.readings import UnreadableDate
from bot.errors import NotUnderstood
from bot.pages import Page
from bot.ui import components
from bot.ui.components import SNOWFLAKE, page_layout
from bot.ui.forms import label, text_input
from bot.ui.text import count, day, escape, lines_within, over_length_text, quote, stamp, words_within

PROGRAMME_PAGE_SIZE: Final = 8
PANEL_FORM: Final = "convention:panel:{everywhere}:{edition_id}:{panel_id}:{series}:{draft_id}"
PANEL_FORM_TEMPLATE: Final = (
    r"convention:panel:(?P<everywhere>[01]):(?P<edition_id>[0-9]{1,18}):(?P<panel_id>[0-9]{1,18}):"
    rf"(?P<series>keep|[0-9]{{1,18}}):(?P<draft_id>{SNOWFLAKE})"
)
"""A panel of 0 is a new one, a series of 0 stands for none."""
PANEL_FIELD_NAMES: Final[Mapping[str, str]] = {
    "title": "Title",
    "begins": "Begins",
    "ends": "Ends",
    "room": "Room",
    "guests": "Guests",
}
_HINTS: Final = {
    "title": f"Up to {PANEL_TITLE_LENGTH} characters.",
    "begins": "By the convention's clock: “Friday 14:00”, “3 July 2027 2pm”.",
    "ends": "Optional. “15:30”, or “in 90 minutes”: from when it begins.",
    "room": "Optional. “Room 408”.",
    "guests": "Optional. One on each line.",
}
PANEL_GONE: Final = "This panel is no longer on the programme. See **Programme** in `/conventions`."


def panel_name(panel: Panel) -> str:
    """Name a panel with its room: "Bones panel, Room 408"."""
    room = f", {escape(panel.room, 80)}" if panel.room else ""
    return f"{escape(panel.title, 150)}{room}"


def panel_time(panel: Panel, zone: str) -> str:
    """Write when it is on by the clock of `zone`: "14:00–15:30"."""
    begins = f"{panel.begins.astimezone(ZoneInfo(zone)):%H:%M}"
    return begins if panel.ends is None else f"{begins}–{panel.ends.astimezone(ZoneInfo(zone)):%H:%M}"


def panel_line(panel: Panel, zone: str) -> str:
    """Write a line of a programme: by the convention's clock and the reader's; of a cancelled one struck out."""
    readers = f"<t:{int(panel.begins.timestamp())}:t>"
    name = panel_name(panel)
    if panel.cancelled:
        return f"{panel_time(panel, zone)} · ~~{name}~~ cancelled"
    return f"**{panel_time(panel, zone)}** ({readers}) · {name}"


def panel_choice_name(panel: Panel, zone: str) -> str:
    """Name a panel in a list of choices: "3 July 14:00 · Bones panel"."""
    return f"{panel.begins.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M} · {panel.title}"


def programme_layout(edition: Edition, number: int, page: Page[Panel]) -> discord.ui.LayoutView:
    """Show a page of a day's panels; `number` is the day's, 0 for the first. Needs a running event loop."""
    on = edition.first_day + timedelta(days=number)
    blocks: list[discord.ui.Item[Any]] = [discord.ui.TextDisplay(_day_heading(edition, on))]
    for panel in page.rows:
        guests = words_within([escape(guest, 60) for guest in panel.guests], 200) if panel.guests else ""
        line = panel_line(panel, edition.zone)
        blocks.append(discord.ui.TextDisplay(f"{line}\n-# With {guests}" if guests else line))
    if not page.rows:
        blocks.append(discord.ui.TextDisplay("No panel is known for this day. Add one with `/convention panel add`."))
    row = _turning_days(edition, number)
    return page_layout(
        f"Programme of {escape(edition.name, 150)}",
        [*blocks, row] if row.children else blocks,
        colour=components.CONVENTION_COLOUR,
        page=page,
        button=PROGRAMME_BUTTON.format(edition_id=edition.id, number=number),
    )


def _day_heading(edition: Edition, on: date) -> str:
    return f"**{on:%A}, {day(on)}** · times of `{edition.zone}`, in brackets yours"


def _turning_days(edition: Edition, number: int) -> discord.ui.ActionRow[Any]:
    row: discord.ui.ActionRow[Any] = discord.ui.ActionRow()
    for other in (number - 1, number + 1):
        on = edition.first_day + timedelta(days=other)
        if edition.first_day <= on <= edition.last_day:
            custom_id = PROGRAMME_BUTTON.format(edition_id=edition.id, number=other).format(page=0)
            row.add_item(discord.ui.Button(label=day(on), custom_id=custom_id))
    return row


def panel_form(
    draft_id: int, typed: Mapping[str, str], *, edition_id: int, panel_id: int, series: int | None, everywhere: bool
) -> discord.ui.Modal:
    """Make the modal in which a panel is typed, with what stands in it."""
    custom_id = PANEL_FORM.format(
        everywhere=int(everywhere),
        edition_id=edition_id,
        panel_id=panel_id,
        series="keep" if series is None else series,
        draft_id=draft_id,
    )
    form = discord.ui.Modal(title="Panel", custom_id=custom_id)
    for field in PANEL_FIELDS:
        held = text_input(field, typed.get(field, ""), required=field in {"title", "begins"})
        if field == "guests":
            held.style = discord.TextStyle.paragraph
        form.add_item(label(PANEL_FIELD_NAMES[field], _HINTS[field], held))
    form.stop()
    return form


def panel_preview_text(
    before: Panel | None, after: Panel, edition: Edition, others: Sequence[EditionChange], *, everywhere: bool
) -> str:
    """Write what becomes of a panel with **Save**, and what `others` changed of it meanwhile."""
    whose, of = whose_words(everywhere=everywhere), escape(edition.name, 100)
    if after.cancelled:
        lines = [f"**Preview.** **Save** strikes this panel from the programme of **{of}** {whose}:"]
    else:
        verb = "adds this panel to" if before is None else "changes this panel of"
        lines = [f"**Preview.** **Save** {verb} the programme of **{of}** {whose}:"]
    lines += [f"- {panel_words(after, edition)}", f"- {stamp(after.begins)}"]
    if after.guests:
        lines.append(f"- With {words_within([escape(guest, 60) for guest in after.guests], 500)}")
    if before is not None and before.begins != after.begins:
        lines.append(f"Until now it begins {stamp(before.begins)}.")
    lines += [f"⚠️ <@{each.by}> has changed this panel since you began." for each in others]
    if others:
        lines.append("**Save** replaces it with yours.")
    return lines_within(lines, WORDS_LENGTH)


def panel_words(panel: Panel, edition: Edition) -> str:
    """Write a panel in a line: "3 July 2027 14:00–15:30: Bones panel, Room 408"."""
    return f"{day(panel.day_in(edition.zone))} {panel_time(panel, edition.zone)}: {panel_name(panel)}"


def panel_saved_text(panel: Panel, edition: Edition, *, everywhere: bool) -> str:
    """Say that a panel was saved."""
    what = "is struck from the programme" if panel.cancelled else "is on the programme"
    return (
        f"**Saved**, {whose_words(everywhere=everywhere)}: {panel_words(panel, edition)} {what}. "
        "Undo it with `/convention history`."
    )


def no_panel_text(typed: str, edition: Edition) -> str:
    """Answer that an edition has no panel of this name."""
    return f"{escape(edition.name, 150)} has no panel {quote(typed)}. Choose one from the list of `panel`."


def panel_problem_text(problem: NotUnderstood, typed: str = "") -> str:
    """Say what is wrong with what was `typed` in one of a panel's fields."""
    match problem:
        case UnreadableDate():
            return unreadable_text(typed, problem, what="time", examples="`Friday 14:00` or `2027-07-03 14:00`")
        case UnreadablePanel():
            return _panel_problem_text(problem, typed)
        case _:
            return str(problem)


def _panel_problem_text(problem: UnreadablePanel, typed: str) -> str:
    edition, name = problem.edition, PANEL_FIELD_NAMES.get(problem.field, problem.field)
    at = f"on {day(problem.at.astimezone(ZoneInfo(edition.zone)).date())}" if problem.at else "then"
    of = escape(edition.name, 150)
    match problem.problem:
        case PanelProblem.OUTSIDE:
            return f"It would begin {at}, and **{of}** is on {edition_days(edition)}."
        case PanelProblem.NO_DAYS:
            return f"The days of **{of}** aren't known yet. Set them with `/convention date` first."
        case PanelProblem.ENDS_FIRST:
            return "It has to end after it begins, within 24 hours."
        case PanelProblem.TOO_LONG:
            most = PANEL_TITLE_LENGTH if problem.field == "title" else ROOM_LENGTH
            return over_length_text(f"**{name}**", problem.length, most)
        case PanelProblem.TOO_MANY_GUESTS:
            return f"There are {count(problem.length, 'guest')}, and at most {MOST_PANEL_GUESTS} fit."
        case PanelProblem.TOO_MANY:
            return f"**{of}** has {MOST_PANELS} panels, and no more fit."
        case PanelProblem.NO_TITLE:
            return "The title is empty."
        case PanelProblem.SKIPPED:
            return f"{quote(typed)} doesn't exist in {edition.zone}: clocks are put forward past it that night."
        case PanelProblem.SEVERAL | PanelProblem.NO_TIME:
            lacks = "has several meanings" if problem.problem is PanelProblem.SEVERAL else "has no time of day"
            return f"{quote(typed)} {lacks}. Type it like `2027-07-03 14:00`."
