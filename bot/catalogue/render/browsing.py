"""A season's series and what comes out in the next days, as pages. All of this needs a running event loop."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

import discord

from bot.catalogue.model import Format, Series
from bot.catalogue.releases import Release, SeasonEntry, SeasonQuery, UpcomingRelease
from bot.catalogue.render import release_names
from bot.catalogue.render.airing import short_date
from bot.catalogue.render.day import DayAsked
from bot.catalogue.render.names import FORMATS, shown_title
from bot.catalogue.render.refusals import STILL_LOADING_TEXT
from bot.catalogue.render.series import about_section, service_in_id, services_words
from bot.dates.airdate import BroadcastSeason
from bot.pages import Page
from bot.ui import components
from bot.ui.components import page_layout
from bot.ui.text import count, day, escape, quote, relative, vague_date, words_within

SEASON_TEMPLATE = (
    r"season:(?P<year>[0-9]{4}):(?P<index>[0-3]):(?P<page>[0-9]{1,6})"
    r"(?::(?P<format>[a-z]{0,10}):(?P<watchlist>[01]):(?P<service>(?s:.{0,48})))?"
)
"""The custom_id of a season's page, counted from 0. Older ones end there: they are of all its series."""
SERVICE_IN_SEASON_ID = 48

UPCOMING_TEMPLATE = r"upcoming:(?P<days>[0-9]{1,2}):(?P<watchlist>[01]):(?P<page>[0-9]{1,6}):(?P<service>(?s:.{0,60}))"
"""The custom_id of a page of the next days. The service's name stands last, for it may have any sign in it."""
SERVICE_IN_ID = 60
"""So much of a service's name has room in a custom_id; a longer one is known by its beginning."""

SEASON_PAGE_SIZE = 5
"""So many rows of three lines, and their heading, fit a phone's screen."""
BROWSE_PAGE_SIZE = 8
"""Discord: a message has at most 40 components. Each row takes three, and a day's heading one more."""
BROWSE_TITLE_LENGTH, BROWSE_SERVICES_LENGTH = 150, 90
BROWSE_SERVICES_SHOWN = 2


def why_empty(as_of: datetime | None, now: datetime, *, is_coming: bool, quarter: BroadcastSeason | None = None) -> str:
    """Say why something may be missing, and what fills it; give nothing where the catalogue is whole and new.

    It is as new as `as_of`, None where only single series were added. `is_coming` tells that it is being filled. Of a
    `quarter` that was over by then nothing is missing.
    """
    if is_coming:
        return STILL_LOADING_TEXT
    if as_of is None:
        return f"The catalogue has only what was added by hand so far. {_ADD_TEXT}"
    newest = BroadcastSeason.of(as_of)
    is_over = quarter is not None and (quarter.year, quarter.index) < (newest.year, newest.index)
    if now - as_of > _NEW_FOR and not is_over:
        return f"The catalogue is of {day(as_of.date())} and may lack what was announced since. {_ADD_TEXT}"
    return ""


_ADD_TEXT = "Moderators add series with `/catalogue add`."
_NEW_FOR = timedelta(days=30)
"""So long after a catalogue was new it has most of the season's series and the next one's."""


@dataclass(frozen=True, slots=True)
class SeasonAsked:
    """What was asked for: a season's series, all or some of them; of the watchlist alone or of all."""

    query: SeasonQuery
    watchlist: bool = False

    @property
    def button(self) -> str:
        """The custom_id of its pages, with `{page}` to be filled in."""
        of = self.query
        beginning = f"season:{of.quarter.year}:{of.quarter.index}:{{page}}"
        if of.format is None and of.service is None and not self.watchlist:
            return beginning
        service = service_in_id(of.service, SERVICE_IN_SEASON_ID)
        return f"{beginning}:{of.format or ''}:{int(self.watchlist)}:{service}"

    @property
    def words(self) -> str:
        """Name it: "Winter 2024 · Film · on Netflix · this server's watchlist"."""
        parts = (
            self.query.quarter.name,
            FORMATS[self.query.format] if self.query.format else "",
            f"on {escape(self.query.service, 60)}" if self.query.service else "",
            "this server's watchlist" if self.watchlist else "",
        )
        return " · ".join(part for part in parts if part)


def season_asked(said: re.Match[str]) -> SeasonAsked | None:
    """Read what a button (`SEASON_TEMPLATE`) asks for; None where there is no such season or format within reach."""
    quarter = BroadcastSeason.numbered(int(said["year"]), int(said["index"]))
    try:
        kind = Format(said["format"]) if said["format"] else None
    except ValueError:
        return None
    if not quarter.is_within_reach:
        return None
    return SeasonAsked(SeasonQuery(quarter, kind, said["service"] or None), said["watchlist"] == "1")


def season_layout(
    asked: SeasonAsked, page: Page[SeasonEntry], *, reader_in: Collection[str] = (), why_nothing: str = ""
) -> discord.ui.LayoutView:
    """Make a page of a season, with the way to the seasons beside it; `why_nothing` says why it is empty, if it is."""
    among = [row.series for row in page.rows]
    blocks = [about_section(row.series, _season_text(row, among, reader_in), at) for at, row in enumerate(page.rows)]
    if not blocks:
        blocks = [discord.ui.TextDisplay(_nothing_in(asked, why_nothing))]
    beside: discord.ui.ActionRow[Any] = discord.ui.ActionRow()
    for other in (asked.query.quarter.later(-1), asked.query.quarter.later(1)):
        if other.is_within_reach:
            custom_id = replace(asked, query=replace(asked.query, quarter=other)).button.format(page=0)
            beside.add_item(discord.ui.Button(label=other.name, custom_id=custom_id))
    title = f"{asked.words} · {page.total:,} series" if page.total else asked.words
    return page_layout(title, [*blocks, beside], colour=components.SERIES_COLOUR, page=page, button=asked.button)


def _nothing_in(asked: SeasonAsked, why_nothing: str) -> str:
    name = asked.query.quarter.name
    if asked.watchlist:
        return f"No series on this server's watchlist is among these. See all with `/season which:{name.lower()}`."
    if asked.query.format or asked.query.service:
        return f"No series of {name} is among these. See all with `/season which:{name.lower()}`."
    if why_nothing:
        return f"No series of {name} is known. {why_nothing}"
    return f"No series starts in {name}. Try another season, such as `/season which:winter 2024`."


def no_such_season_service(typed: str, quarter: BroadcastSeason, known: Sequence[str]) -> str:
    """Answer that none of a season's series streams on what was typed."""
    some = words_within([escape(name, 40) for name in known[:8]], 400)
    there_is = f"Services of that season: {some}." if some else "No service of that season is known."
    return f"No series of {quarter.name} streams on {quote(typed)}. {there_is}"


def _season_text(row: SeasonEntry, among: Sequence[Series], reader_in: Collection[str]) -> str:
    series = row.series
    episodes = count(series.episodes, "episode") if series.episodes and series.episodes > 1 else ""
    where = services_words(series, reader_in, BROWSE_SERVICES_SHOWN, BROWSE_SERVICES_LENGTH)
    facts = (FORMATS[series.format], episodes, "18+" if series.adult else "", where)
    known = " · ".join(fact for fact in facts if fact)
    return f"**{shown_title(series, BROWSE_TITLE_LENGTH, among)}**\n{known}\n{_how_it_stands(row)}"


def _how_it_stands(row: SeasonEntry) -> str:
    """Tell what comes next; where nothing does, when it began."""
    if row.next is not None:
        name = release_names.as_title(row.next, row.series.episodes)
        return f"{name}{release_names.on_service(row.next, 30)}: {_when(row.next)}"
    if row.first is None:
        return "No date yet"
    if row.first.cancelled:
        return "Cancelled"
    return f"Began {_on_day(row.first)}"


def _when(release: Release) -> str:
    at = release.date.earliest
    far = f" · {relative(at)}" if release.date.is_exact and at is not None else ""
    return f"{short_date(release.date)}{far}"


def _on_day(release: Release) -> str:
    at = release.date.earliest
    return f"<t:{int(at.timestamp())}:D>" if release.date.is_exact and at is not None else vague_date(release.date)


@dataclass(frozen=True, slots=True)
class Ahead:
    """What was asked for: the next so many days, on a service or first broadcasts, of the watchlist alone or of all."""

    days: int
    service: str | None = None
    watchlist: bool = False

    @property
    def button(self) -> str:
        """The custom_id of its pages, with `{page}` to be filled in."""
        service = service_in_id(self.service, SERVICE_IN_ID)
        return f"upcoming:{self.days}:{int(self.watchlist)}:{{page}}:{service}"


def upcoming_layout(
    asked: Ahead, page: Page[UpcomingRelease], *, today: DayAsked, why_nothing: str = ""
) -> discord.ui.LayoutView:
    """Make a page of the next days, with the way to `today` alone; `why_nothing` says why they are empty."""
    among = [row.series for row in page.rows]
    blocks: list[discord.ui.Item[Any]] = []
    # In days of UTC the evenings of Tokyo, Europe and America lie whole; each row tells the reader's own.
    for _, rows in groupby(enumerate(page.rows), lambda row: (at := row[1].first.date.anchor) and at.date()):
        of_the_day = list(rows)
        blocks.append(discord.ui.TextDisplay(f"### {_on_day(of_the_day[0][1].first)}"))
        for at, row in of_the_day:
            name = release_names.span(row.first, row.last, row.series.episodes)
            text = f"**{shown_title(row.series, BROWSE_TITLE_LENGTH, among)}**\n{name} · {_when(row.first)}"
            blocks.append(about_section(row.series, text, at))
    by_the_day: discord.ui.ActionRow[Any] = discord.ui.ActionRow()
    by_the_day.add_item(discord.ui.Button(label="Day by day", custom_id=today.button.format(page=0)))
    where = f" on {escape(asked.service, 60)}" if asked.service else ""
    whose = " · this server's watchlist" if asked.watchlist else ""
    return page_layout(
        f"The next {count(asked.days, 'day') if asked.days > 1 else 'day'}{where}{whose}",
        [*(blocks or [discord.ui.TextDisplay(_nothing_ahead(asked, why_nothing))]), by_the_day],
        colour=components.SERIES_COLOUR,
        page=page,
        button=asked.button,
    )


def _nothing_ahead(asked: Ahead, why_nothing: str) -> str:
    if asked.watchlist:
        return (
            "Nothing on this server's watchlist is scheduled in these days. See `/watchlist show`; moderators add "
            "series with `/watchlist add`."
        )
    more = "Look further ahead: `/upcoming days:60`." if asked.days < 60 else "Look at a season: `/season which:next`."
    return f"Nothing is scheduled in these days. {why_nothing or more}"


def no_such_service(typed: str, known: Sequence[str], *, why_nothing: str = "") -> str:
    """Answer that nothing ahead comes out on what was typed; `why_nothing` says why."""
    if why_nothing and not known:
        return f"Nothing is scheduled on {quote(typed)}. {why_nothing}"
    some = words_within([escape(name, 40) for name in known[:8]], 400)
    there_is = f"Services with something scheduled: {some}." if some else "No service has anything scheduled."
    return f"Nothing is scheduled on {quote(typed)} in the next 60 days. {there_is}"


def no_such_season(typed: str) -> str:
    """Answer that what was typed names no season."""
    return f"I couldn't read {quote(typed)} as a season. Try `winter 2027`, or `this`, `next` or `last`."
