"""Conventions: the list of what is coming, and one edition with its news."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import discord

from bot.catalogue.render.series import SERIES_BUTTON, link_button
from bot.conventions.model import Edition, News
from bot.dates.airdate import Precision
from bot.pages import Page
from bot.ui import components
from bot.ui.components import page_layout, static_view
from bot.ui.text import count, days, escape, lines_within, link, list_words, plain, quote, vague_date
from bot.web.links import host_of, web_address

EDITION_BUTTON = "edition:show:{edition_id}"
"""The custom_id of a button that shows an edition to the one who presses it."""
EDITION_TEMPLATE = r"edition:show:(?P<edition_id>[0-9]{1,18})"
EDITIONS_PAGE_BUTTON = "editions:page:{page}"
"""The custom_id of a button that turns the list to a page, counted from 0."""
EDITIONS_PAGE_TEMPLATE = r"editions:page:(?P<page>[0-9]{1,6})"
EDITIONS_PAGE_SIZE = 6

COUNTRIES = {
    "AU": "Australia",
    "BR": "Brazil",
    "CA": "Canada",
    "CN": "China",
    "DE": "Germany",
    "ES": "Spain",
    "FR": "France",
    "GB": "United Kingdom",
    "IT": "Italy",
    "JP": "Japan",
    "KR": "South Korea",
    "MX": "Mexico",
    "SG": "Singapore",
    "TW": "Taiwan",
    "US": "United States",
}
_NEWS_SHOWN = 5


def place(edition: Edition) -> str:
    """Say where it is held: "Tokyo Big Sight, Tokyo, Japan"."""
    country = COUNTRIES.get(edition.country, edition.country)
    told = (escape(part, 120) for part in (edition.venue, edition.city, country) if part)
    return ", ".join(part for part in told if part)


def standing(edition: Edition, now: datetime) -> str:
    """Say how far off it is, on its own calendar: "12 days to go", "Tomorrow", "On now", "Over"."""
    if edition.is_on(now):
        return "On now"
    left = edition.days_until(now)
    if left < 0:
        return "Over"
    return "Tomorrow" if left == 1 else f"{count(left, 'day')} to go"


def edition_card(edition: Edition, news: Sequence[News], now: datetime) -> discord.Embed:
    """Show one edition: when and where, how far off, and its latest news first."""
    ended = now >= edition.over_at
    card = discord.Embed(
        title=escape(edition.name, 256) or escape(edition.slug, 256),
        url=web_address(edition.site),
        description=f"**{standing(edition, now)}**",
        colour=components.QUIET_COLOUR if ended else components.CONVENTION_COLOUR,
    )
    card.add_field(name="Dates", value=_dates(edition), inline=False)
    if where := place(edition):
        card.add_field(name="Place", value=where, inline=False)
    for item in news[:_NEWS_SHOWN]:
        is_dated = item.published.precision is not Precision.TBA
        name = f"News · {vague_date(item.published)}" if is_dated else "News"
        card.add_field(name=name, value=_news_text(item), inline=False)
    if edition.source:
        card.set_footer(text=f"Dates from {_source_name(edition.source)}")
    return card


def _source_name(source: str) -> str:
    """Name a source for a footer: by its host instead of its address, which no footer can link to."""
    address, _, remark = source.partition(" ")
    host = host_of(page) if (page := web_address(address)) else None
    return plain(f"{host.removeprefix('www.')} {remark}" if host else source, 300)


def _dates(edition: Edition) -> str:
    whole = days(edition.first_day, edition.last_day)
    if edition.last_public_day is None or edition.last_public_day == edition.last_day:
        return whole
    public = days(edition.first_day, edition.last_public_day)
    return f"{public}\n-# Trade visitors until {days(edition.last_day, edition.last_day)}"


def _news_text(item: News) -> str:
    lines = [f"**{link(item.headline, item.url, 200)}**"]
    if item.text:
        lines.append(escape(item.text, 450))
    if item.people:
        lines.append(f"-# With {list_words([escape(person, 70) for person in item.people[:4]])}")
    if item.source:
        lines.append(f"-# Source: {escape(item.source, 120)}")
    return lines_within(lines, 900)


def edition_links(edition: Edition, series: Sequence[tuple[int, str]]) -> discord.ui.View:
    """Make the edition's buttons: its site, its source, and the series that its news is about, by id and title."""
    buttons = [*link_button("Official site", edition.site)]
    buttons += link_button("Source", (edition.source or "").partition(" ")[0])
    for series_id, title in series[:3]:
        custom_id = SERIES_BUTTON.format(series_id=series_id)
        buttons.append(discord.ui.Button(label=plain(title, 80) or "The series", custom_id=custom_id))
    return static_view(*buttons)


def editions_layout(page: Page[Edition], now: datetime, *, coming: int) -> discord.ui.LayoutView:
    """Show a page of the list; `coming` is how many of all of them are on or coming."""
    if not page.total:
        title = "No conventions yet"
    elif coming:
        title = "Conventions"
    else:
        title = "No upcoming conventions"
    return page_layout(
        title,
        [_row(edition, now) for edition in page.rows],
        colour=components.CONVENTION_COLOUR if coming else components.QUIET_COLOUR,
        page=page,
        button=EDITIONS_PAGE_BUTTON,
    )


def _row(edition: Edition, now: datetime) -> discord.ui.Section[Any]:
    told = f"**{escape(edition.name, 200)}** · {standing(edition, now)}"
    when = _dates(edition).splitlines()[0]
    return discord.ui.Section(
        f"{told}\n{when} · {place(edition)}",
        accessory=discord.ui.Button(label="More", custom_id=EDITION_BUTTON.format(edition_id=edition.id)),
    )


def no_edition(typed: str) -> str:
    """Write the answer where what was typed names no convention."""
    if not plain(typed, 1):
        return "Type the name of a convention, or leave it out to see what is coming."
    return f"No convention matches {quote(typed)}. Leave the name out to see all of them."


EDITION_GONE: Final = "This convention is no longer in the catalogue. See `/conventions` for those that are."
