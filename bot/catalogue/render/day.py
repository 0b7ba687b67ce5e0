"""What comes out on one day, by the hour, in the place where the reader is. All of this needs a running event loop."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

import discord

from bot.catalogue.model import Series
from bot.catalogue.releases import UpcomingRelease
from bot.catalogue.render import release_names
from bot.catalogue.render.names import shown_title
from bot.catalogue.render.series import about_section, service_in_id, services_words
from bot.dates.airdate import FIRST_SEASON_YEAR, LAST_SEASON_YEAR
from bot.dates.zones import day_in, place_called
from bot.pages import Page
from bot.ui import components
from bot.ui.components import page_layout
from bot.ui.text import day, escape, quote, relative

DAY_TEMPLATE = (
    r"day:(?P<day>[0-9]{8}):(?P<zone>[\w+/-]{1,40}):(?P<watchlist>[01]):(?P<page>[0-9]{1,6}):(?P<service>(?s:.{0,24}))"
)
"""The custom_id of a page of one day. The service's name stands last, for it may have any sign in it."""
SERVICE_IN_DAY_ID = 24
"""So much of a service's name has room in a custom_id; a longer one is known by its beginning."""

USUAL_ZONES = (
    "America/Los_Angeles",
    "America/Chicago",
    "America/New_York",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Berlin",
    "Asia/Kolkata",
    "Asia/Manila",
    "Asia/Tokyo",
    "Australia/Sydney",
)
"""Zones to choose from before anything is typed: where most who watch anime live."""

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TITLE_LENGTH, _SERVICES_LENGTH, _SERVICES_SHOWN = 150, 60, 2


@dataclass(frozen=True, slots=True)
class DayAsked:
    """A day in an IANA zone that was asked for; on a service or first broadcasts, of the watchlist alone or of all."""

    on: date
    zone: str
    service: str | None = None
    watchlist: bool = False

    @property
    def button(self) -> str:
        """The custom_id of its pages, with `{page}` to be filled in."""
        service = service_in_id(self.service, SERVICE_IN_DAY_ID)
        return f"day:{self.on:%Y%m%d}:{self.zone}:{int(self.watchlist)}:{{page}}:{service}"


def day_asked(said: re.Match[str]) -> DayAsked | None:
    """Read what a button (`DAY_TEMPLATE`) asks for; None where there is no such day or zone within reach."""
    try:
        on = date.fromisoformat(said["day"])
    except ValueError:
        return None
    zone = place_called(said["zone"])
    if zone is None or not _is_within_reach(on):
        return None
    return DayAsked(on, zone, said["service"] or None, said["watchlist"] == "1")


def _is_within_reach(on: date) -> bool:
    return FIRST_SEASON_YEAR <= on.year <= LAST_SEASON_YEAR


def zone_name(zone: str) -> str:
    """Name a zone as people do, for a choice of several: "Berlin (Europe)", "UTC"."""
    region, _, city = zone.replace("_", " ").rpartition("/")
    return f"{city} ({region})" if region else city


def day_layout(
    asked: DayAsked,
    page: Page[UpcomingRelease],
    now: datetime,
    *,
    reader_in: Collection[str] = (),
    why_nothing: str = "",
) -> discord.ui.LayoutView:
    """Make a page of a day by the hour, with the way to the days beside it; `why_nothing` says why it is empty."""
    among = [row.series for row in page.rows]
    where = f" · on {escape(asked.service, 60)}" if asked.service else ""
    whose = " · this server's watchlist" if asked.watchlist else ""
    about = f"-# The day of {zone_name(asked.zone)}; for another place: `/today zone:`{where}{whose}"
    blocks: list[discord.ui.Item[Any]] = [discord.ui.TextDisplay(about)]
    blocks += [about_section(row.series, _row_text(row, among, reader_in), at) for at, row in enumerate(page.rows)]
    if not page.rows:
        nothing = f"Nothing is scheduled on this day. {why_nothing or 'Look further ahead: `/upcoming`.'}"
        if asked.watchlist:
            nothing = (
                "Nothing on this server's watchlist is scheduled on this day. See `/watchlist show`; moderators add "
                "series with `/watchlist add`."
            )
        blocks.append(discord.ui.TextDisplay(nothing))
    beside: discord.ui.ActionRow[Any] = discord.ui.ActionRow()
    for other in (asked.on - timedelta(days=1), asked.on + timedelta(days=1)):
        if _is_within_reach(other):
            custom_id = replace(asked, on=other).button.format(page=0)
            beside.add_item(discord.ui.Button(label=_day_words(other), custom_id=custom_id))
    return page_layout(
        _title(asked, now), [*blocks, beside], colour=components.SERIES_COLOUR, page=page, button=asked.button
    )


def _day_words(on: date) -> str:
    return f"{_WEEKDAYS[on.weekday()]}, {day(on)}"


def _title(asked: DayAsked, now: datetime) -> str:
    near = {0: "Today", 1: "Tomorrow", -1: "Yesterday"}.get((asked.on - day_in(asked.zone, now)).days)
    return f"{near} · {_day_words(asked.on)}" if near else _day_words(asked.on)


def _row_text(row: UpcomingRelease, among: Sequence[Series], reader_in: Collection[str]) -> str:
    at = row.first.date.earliest
    is_exact = row.first.date.is_exact and at is not None
    hour = f"<t:{int(at.timestamp())}:t> · " if is_exact and at is not None else ""
    title = f"{hour}**{shown_title(row.series, _TITLE_LENGTH, among)}**"
    facts = (
        release_names.span(row.first, row.last, row.series.episodes),
        relative(at) if is_exact and at is not None else "no hour known",
        "" if row.first.service else services_words(row.series, reader_in, _SERVICES_SHOWN, _SERVICES_LENGTH),
    )
    return f"{title}\n{' · '.join(fact for fact in facts if fact)}"


def no_such_zone(typed: str) -> str:
    """Answer that what was typed names no time zone."""
    return f"I couldn't read {quote(typed)} as a place or time zone. Try `Berlin`, `PT` or `Asia/Tokyo`."


NO_SUCH_DAY_TEXT = f"I can show days from {FIRST_SEASON_YEAR} to {LAST_SEASON_YEAR}. Try `/today`."
