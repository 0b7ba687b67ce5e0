"""One edition of a convention: how far off it is, its card with news, and the buttons beneath."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import discord

from bot.catalogue.render.series import SERIES_BUTTON, link_button
from bot.conventions.finding import successors_name
from bot.conventions.model import Edition, EditionOrigin, EditionStatus, News
from bot.conventions.places import country_name
from bot.dates.airdate import Precision
from bot.pages import Page
from bot.ui import components
from bot.ui.components import PAGE, page_layout, static_view
from bot.ui.text import (
    EMBED_FIELD_LENGTH,
    air_date,
    count,
    day,
    days,
    escape,
    lines_within,
    link,
    list_words,
    plain,
    quote,
    vague_date,
    words_within,
)
from bot.web.links import host_of, web_address

EDITION_BUTTON: Final = "edition:show:{edition_id}"
"""The custom_id of a button that shows an edition to the one who presses it."""
EDITION_TEMPLATE: Final = r"edition:show:(?P<edition_id>[0-9]{1,18})"
FOLLOW_EDITION_BUTTON: Final = "edition:follow:{edition_id}"
"""The custom_id of a button that has a channel follow an edition's convention; with 0 all of them."""
FOLLOW_EDITION_TEMPLATE: Final = r"edition:follow:(?P<edition_id>[0-9]{1,18})"

PROGRAMME_BUTTON: Final = "edition:programme:{edition_id}:{number}:{{page}}"
PROGRAMME_TEMPLATE: Final = rf"edition:programme:(?P<edition_id>[0-9]{{1,18}}):(?P<number>[0-9]{{1,2}}):{PAGE}"
"""A page of the panels of an edition's day; the first day is 0."""

NEWS_BUTTON: Final = "edition:news:{edition_id}:{{page}}"
NEWS_TEMPLATE: Final = rf"edition:news:(?P<edition_id>[0-9]{{1,18}}):{PAGE}"
"""A page of all the news from an edition."""


def place(edition: Edition) -> str:
    """Say where it is held: "Tokyo Big Sight, Tokyo, Japan"."""
    told = (escape(part, 120) for part in (edition.venue, edition.city, country_name(edition.country)) if part)
    return ", ".join(part for part in told if part)


def standing(edition: Edition, now: datetime) -> str:
    """Say how far off it is, on its own calendar: "12 days to go", "Tomorrow", "On now", "Over"."""
    if edition.cancelled:
        return "Cancelled"
    if now >= edition.over_at:
        return "Over"
    if not edition.is_dated:
        return "Days not announced"
    if edition.is_on(now):
        return "On now"
    left = edition.days_until(now)
    return "Tomorrow" if left == 1 else f"{count(left, 'day')} to go"


def edition_days(edition: Edition) -> str:
    """Write its days as exactly as they are known: "1–4 July 2023", "April 2027"."""
    return days(edition.first_day, edition.last_day) if edition.is_dated else vague_date(edition.begins)


def edition_dates(edition: Edition) -> str:
    """Write its days, with those for the trade alone on a line of their own."""
    if edition.last_public_day is None or edition.last_public_day == edition.last_day:
        return edition_days(edition)
    public = days(edition.first_day, edition.last_public_day)
    return f"{public}\n-# Trade visitors until {day(edition.last_day)}"


def edition_card(
    edition: Edition, news: Sequence[News], now: datetime, *, successor: Edition | None = None
) -> discord.Embed:
    """Show one edition: when and where, how far off, and its latest news first; of one that is over the `successor`."""
    ended = now >= edition.over_at or edition.cancelled
    online = " · online" if edition.status is EditionStatus.ONLINE else ""
    card = discord.Embed(
        title=escape(edition.name, 256) or escape(edition.slug, 256),
        url=web_address(edition.site),
        description=f"**{standing(edition, now)}**{online}",
        colour=components.QUIET_COLOUR if ended else components.CONVENTION_COLOUR,
    )
    card.add_field(name="Dates", value=edition_dates(edition), inline=False)
    if where := place(edition):
        card.add_field(name="Place", value=where, inline=False)
    if edition.tickets is not None and not ended:
        card.add_field(name="Tickets from", value=air_date(edition.tickets), inline=False)
    if edition.guests:
        guests = words_within([escape(guest, 80) for guest in edition.guests], EMBED_FIELD_LENGTH)
        card.add_field(name="Guests", value=guests, inline=False)
    if ended:
        card.add_field(name="Next", value=_next(edition, successor), inline=False)
    for item in news:
        card.add_field(name=_news_heading(item), value=_news_text(item), inline=False)
    if evidence := _evidence(edition):
        card.set_footer(text=evidence)
    return card


def _next(edition: Edition, successor: Edition | None) -> str:
    """Name what comes after an edition that is over, and its days; where nobody knows, how to add them."""
    if successor is not None:
        return f"**{escape(successor.name, 150)}**: {edition_days(successor)}"
    add = "-# Moderators add them with `/convention add`."
    return f"**{escape(successors_name(edition), 150)}**: dates not announced\n{add}"


_SAID_BY = {EditionOrigin.OWNERS: "the bot's owners", EditionOrigin.MODERATORS: "this server's moderators"}


def _evidence(edition: Edition) -> str:
    """Say who says so, and when one of us last looked it up, or that nobody has."""
    said_by = _SAID_BY.get(edition.origin)
    source = _source_name(edition.source) if edition.source else None
    whose = " · ".join(part for part in (said_by, source) if part)
    if edition.verified_on is not None:
        checked = f"verified {day(edition.verified_on)}"
    else:
        checked = "" if edition.origin is not EditionOrigin.FILE else "not verified"
    return " · ".join(part for part in (f"Dates from {whose}" if whose else "", checked) if part)


def _source_name(source: str) -> str:
    """Name a source for a footer: by its host instead of its address, which no footer can link to."""
    address, _, remark = source.partition(" ")
    host = host_of(page) if (page := web_address(address)) else None
    return plain(f"{host.removeprefix('www.')} {remark}" if host else source, 300)


def _news_heading(item: News) -> str:
    is_dated = item.published.precision is not Precision.TBA
    return f"News · {vague_date(item.published)}" if is_dated else "News"


def _news_text(item: News) -> str:
    lines = [f"**{link(item.headline, item.url, 200)}**"]
    if item.text:
        lines.append(escape(item.text, 450))
    if item.people:
        lines.append(f"-# With {list_words([escape(person, 70) for person in item.people[:4]])}")
    if item.source:
        lines.append(f"-# Source: {escape(item.source, 120)}")
    return lines_within(lines, 900)


def news_layout(edition: Edition, page: Page[News]) -> discord.ui.LayoutView:
    """Show a page of the news from an edition, the latest first. Needs a running event loop."""
    blocks: list[discord.ui.Item[Any]] = [
        discord.ui.TextDisplay(f"-# {_news_heading(item)}\n{_news_text(item)}") for item in page.rows
    ]
    return page_layout(
        f"News from {escape(edition.name, 150)}",
        blocks or [discord.ui.TextDisplay("There is no news from this convention.")],
        colour=components.CONVENTION_COLOUR,
        page=page,
        button=NEWS_BUTTON.format(edition_id=edition.id),
    )


def edition_links(
    edition: Edition,
    series: Sequence[tuple[int, str]],
    *,
    can_follow: bool = False,
    has_programme: bool = False,
    has_more_news: bool = False,
) -> discord.ui.View:
    """Make the edition's buttons: its site, its source, and the series that its news is about, by id and title.

    For who `can_follow` there is one that has the channel get its posts.
    """
    buttons = [*link_button("Official site", edition.site)]
    buttons += link_button("Source", (edition.source or "").partition(" ")[0])
    if has_programme:
        custom_id = PROGRAMME_BUTTON.format(edition_id=edition.id, number=0).format(page=0)
        buttons.append(discord.ui.Button(label="Programme", custom_id=custom_id))
    if has_more_news:
        custom_id = NEWS_BUTTON.format(edition_id=edition.id).format(page=0)
        buttons.append(discord.ui.Button(label="All news", custom_id=custom_id))
    for series_id, title in series[:3]:
        custom_id = SERIES_BUTTON.format(series_id=series_id)
        buttons.append(discord.ui.Button(label=plain(title, 80) or "The series", custom_id=custom_id))
    if can_follow:
        custom_id = FOLLOW_EDITION_BUTTON.format(edition_id=edition.id)
        buttons.append(discord.ui.Button(label="Follow in this channel", custom_id=custom_id))
    return static_view(*buttons)


def no_edition(typed: str) -> str:
    """Write the answer where what was typed names no convention."""
    if not plain(typed, 1):
        return "Type the name of a convention, or leave it out to see what is coming."
    return (
        f"No convention matches {quote(typed)}. Leave the name out to see all of them; moderators add one with "
        "`/convention add`."
    )


EDITION_GONE: Final = "This convention is no longer in the catalogue. See `/conventions` for those that are."
