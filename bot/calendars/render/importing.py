"""What `/convention import` says: what a calendar would add and change, and which calendars are kept up to date."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

import discord

from bot.calendars.following_store import FollowedCalendar
from bot.calendars.importing import ImportedEdition
from bot.calendars.reading import (
    LONGEST_EVENT,
    MOST_CALENDAR_BYTES,
    CalendarProblem,
    EventProblem,
    LeftOutEvent,
    UnreadableCalendar,
)
from bot.catalogue.render.previews import WORDS_LENGTH, whose_words
from bot.ui.components import static_page
from bot.ui.text import count, days, escape, lines_within, link, list_words, relative

MOST_PREVIEWED: Final = 12
_PROBLEMS: Final = {
    CalendarProblem.TOO_LARGE: f"The calendar has more than {MOST_CALENDAR_BYTES >> 20} MB.",
    CalendarProblem.NO_CALENDAR: "There is no calendar at this address. Give the address of an .ics file.",
}
_LEFT_OUT: Final = {
    EventProblem.NO_NAME: "it has no name",
    EventProblem.NO_BEGINNING: "it has no beginning",
    EventProblem.SEVERAL: "it begins or ends several times",
    EventProblem.ENDS_FIRST: "it ends before it begins",
    EventProblem.TOO_LONG: f"it lasts more than {LONGEST_EVENT.days} days",
    EventProblem.REPEATS: "it comes again by a rule that isn't a day of each year",
    EventProblem.UNREADABLE: "it can't be read",
}


def calendar_problem_text(problem: UnreadableCalendar) -> str:
    """Say why a calendar can't be read."""
    return _PROBLEMS[problem.problem]


def calendar_away_text(why: str) -> str:
    """Say that a calendar can't be had now."""
    return f"I couldn't get the calendar: {escape(why, 200)}. Nothing was changed."


NOTHING_TO_IMPORT: Final = (
    "Everything in this calendar that is still to come is known already. Nothing would be changed."
)


def import_text(
    found: Sequence[ImportedEdition], left_out: Sequence[LeftOutEvent], more: int, *, everywhere: bool
) -> str:
    """Say what would be added and changed, and what of the calendar is left out, before it is saved."""
    new = [each for each in found if each.before is None]
    changed = [each for each in found if each.before is not None and not each.is_same]
    same = len(found) - len(new) - len(changed)
    heading = f"**Preview.** **Save** adds {count(len(new), 'convention')} and changes {len(changed)}"
    zones = list_words([f"`{zone}`" for zone in dict.fromkeys(each.after.zone for each in found)])
    lines = [f"{heading} {whose_words(everywhere=everywhere)}{f', by the clock of {zones}' if zones else ''}."]
    lines += [f"- {_line(each)}" for each in (*new, *changed)[:MOST_PREVIEWED]]
    left = len(new) + len(changed) - MOST_PREVIEWED
    lines += [f"-# and {left} more"] if left > 0 else []
    lines += [f"-# {count(same, 'convention')} as known already"] if same else []
    for problem, number in Counter(each.why for each in left_out).items():
        named = next(each.name for each in left_out if each.why is problem)
        which = f"**{escape(named, 60)}**" if number == 1 and named else count(number, "event")
        lines.append(f"-# Left out: {which}, because {_LEFT_OUT[problem]}")
    lines += [f"-# Left out: {count(more, 'event')}, because there are too many"] if more else []
    return lines_within(lines, WORDS_LENGTH)


def _line(each: ImportedEdition) -> str:
    edition = each.after
    when = days(edition.first_day, edition.last_day)
    cancelled = " · cancelled" if edition.cancelled else ""
    before = each.before
    was = (
        f" (was {days(before.first_day, before.last_day)})" if before and before.first_day != edition.first_day else ""
    )
    return f"{escape(edition.name, 100)} · {when}{was}{cancelled}"


def imported_text(added: int, changed: int, *, everywhere: bool, follows: bool) -> str:
    """Say what was saved, and that the calendar is read again each day, where it is."""
    again = "\nI read this calendar again every day: see `/convention calendars`." if follows else ""
    return (
        f"**Saved**, {whose_words(everywhere=everywhere)}: {count(added, 'convention')} added and {changed} changed. "
        f"See `/conventions`; `/convention history` undoes each.{again}"
    )


# --- calendars that are kept up to date -------------------------------------------------------------------------------


STOP_CALENDAR_BUTTON: Final = "calendar:stop:{everywhere}:{calendar_id}"
"""The custom_id of a button that keeps a calendar up to date no longer."""
STOP_CALENDAR_TEMPLATE: Final = r"calendar:stop:(?P<everywhere>[01]):(?P<calendar_id>[0-9]{1,18})"
CALENDAR_GONE: Final = "This calendar is no longer kept up to date. See `/convention calendars`."
_NO_CALENDARS: Final = (
    "No calendar is kept up to date. Import one with `/convention import`, and press **Save and keep up to date**."
)


def too_many_calendars_text(most: int) -> str:
    """Say that no more calendars can be kept up to date."""
    return f"{most} calendars are kept up to date, and no more fit. Stop one with `/convention calendars`."


def calendars_layout(followed: Sequence[tuple[FollowedCalendar, int]], *, everywhere: bool) -> discord.ui.LayoutView:
    """List calendars with how many conventions each has, and how they were read. Needs a running event loop."""
    blocks: list[discord.ui.Item[Any]] = [discord.ui.TextDisplay("## Calendars that are kept up to date")]
    for calendar, conventions in followed:
        custom_id = STOP_CALENDAR_BUTTON.format(everywhere=int(everywhere), calendar_id=calendar.id)
        stop = discord.ui.Button[Any](label="Stop", custom_id=custom_id)
        blocks.append(discord.ui.Section(_calendar_text(calendar, conventions), accessory=stop))
    if not followed:
        blocks.append(discord.ui.TextDisplay(_NO_CALENDARS))
    return static_page(*blocks)


def _calendar_text(calendar: FollowedCalendar, conventions: int) -> str:
    read = f"read {relative(calendar.read_at)}" if calendar.read_at else "not read yet"
    lines = [
        link(calendar.address.partition("://")[2], calendar.address, 300),
        f"-# {count(conventions, 'convention')} · {read} · <@{calendar.added_by}>",
    ]
    if calendar.trouble:
        lines.append(f"⚠️ It couldn't be read the last time: {escape(calendar.trouble, 300)}")
    return "\n".join(lines)
