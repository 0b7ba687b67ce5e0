"""Posts of conventions: that one comes or begins, ticket sales, each day's programme, a panel within the hour, news."""

from collections.abc import Sequence
from datetime import timedelta

import discord

from bot.conventions.model import Panel
from bot.conventions.render.editions import edition_days, place
from bot.conventions.render.panels import panel_line, panel_name
from bot.delivery.model import EditionDaySubject, EditionSubject, NewsSubject, PanelSubject, TicketsSubject
from bot.ui import components
from bot.ui.text import EMBED_FIELD_LENGTH, count, day, days, escape, length, lines_within, plain, stamp
from bot.web.links import web_address

_PANELS_SHOWN = 10


def convention_embed(
    subject: EditionSubject | EditionDaySubject | TicketsSubject | PanelSubject | NewsSubject,
    lead: timedelta,
    *,
    late: bool,
) -> discord.Embed:
    """Show what channels get of a convention, `lead` before."""
    match subject:
        case EditionSubject():
            return _edition_embed(subject, lead, late=late)
        case EditionDaySubject():
            return _edition_day_embed(subject)
        case TicketsSubject():
            return _tickets_embed(subject, late=late)
        case PanelSubject():
            return _panel_embed(subject)
        case NewsSubject():
            return news_embed(subject)


def _edition_embed(subject: EditionSubject, lead: timedelta, *, late: bool) -> discord.Embed:
    """Show that an edition comes or begins; as it begins, with the panels of its first day."""
    edition = subject.edition
    ahead = "is coming up" if late else f"opens in {length(lead)}"
    begun = "has started" if late else "opens today"
    lasts = days(edition.first_day, edition.last_day)
    embed = discord.Embed(
        title=f"{escape(edition.name, 150)} {ahead if lead else begun}",
        description=f"**{lasts}**\n{place(edition)}",
        colour=components.CONVENTION_COLOUR,
        url=web_address(edition.site),
    )
    if edition.last_public_day and edition.last_public_day != edition.last_day:
        embed.add_field(name="Open to the public", value=days(edition.first_day, edition.last_public_day))
    if not lead:
        _add_programme(embed, subject.panels, edition.zone)
    return embed


def _edition_day_embed(subject: EditionDaySubject) -> discord.Embed:
    """Show that an edition goes on, with the panels of the day."""
    edition = subject.edition
    embed = discord.Embed(
        title=f"{escape(edition.name, 150)}: day {subject.number + 1}",
        description=f"**{day(subject.day)}**\n{place(edition)}",
        colour=components.CONVENTION_COLOUR,
        url=web_address(edition.site),
    )
    _add_programme(embed, subject.panels, edition.zone)
    return embed


def _tickets_embed(subject: TicketsSubject, *, late: bool) -> discord.Embed:
    """Show that tickets of an edition are sold from now on, and where."""
    edition = subject.edition
    is_exact = edition.tickets is not None and edition.tickets.is_exact
    words = "are on sale" if late else "are on sale now" if is_exact else "go on sale today"
    return discord.Embed(
        title=f"{escape(edition.name, 150)}: tickets {words}",
        description=f"**{edition_days(edition)}**\n{place(edition)}",
        colour=components.CONVENTION_COLOUR,
        url=web_address(edition.site),
    )


def _add_programme(embed: discord.Embed, panels: Sequence[Panel], zone: str) -> None:
    """Add a day's first panels, and how many more there are."""
    if not panels:
        return
    lines = [panel_line(one, zone) for one in panels[:_PANELS_SHOWN]]
    more = len(panels) - _PANELS_SHOWN
    if more > 0:
        lines.append(f"-# … and {count(more, 'more panel')}: see **Programme** in `/conventions`")
    embed.add_field(name="Today's panels", value=lines_within(lines, EMBED_FIELD_LENGTH), inline=False)


def _panel_embed(subject: PanelSubject) -> discord.Embed:
    """Show that a panel begins within the hour."""
    panel, edition = subject.panel, subject.edition
    embed = discord.Embed(
        title=panel_name(panel),
        description=f"{stamp(panel.begins)}\n{escape(edition.name, 150)} · {place(edition)}",
        colour=components.CONVENTION_COLOUR,
    )
    if panel.guests:
        guests = [escape(guest, 80) for guest in panel.guests[:8]]
        embed.add_field(name="With", value=lines_within(guests, EMBED_FIELD_LENGTH), inline=False)
    return embed


def struck_panel(title: str, subject: PanelSubject) -> discord.Embed:
    """Strike out a post of a panel that is off, or has moved; `title` is what it said."""
    panel = subject.panel
    words = "It is off." if subject.fact.withdrawn else f"It moved to {stamp(panel.begins)}."
    return discord.Embed(title=f"~~{title}~~", description=f"**{words}**", colour=components.QUIET_COLOUR)


def news_embed(subject: NewsSubject) -> discord.Embed:
    """Show news of a convention as channels get it."""
    news = subject.news
    embed = discord.Embed(
        title=escape(news.headline, 250), url=web_address(news.url), colour=components.CONVENTION_COLOUR
    )
    embed.description = escape(news.text, 2000, lines=True) if news.text else None
    embed.set_image(url=web_address(news.picture))
    if news.people:
        embed.add_field(name="With", value="\n".join(escape(person, 120) for person in news.people[:8]), inline=False)
    source = f" · Source: {plain(news.source, 200)}" if news.source else ""
    embed.set_footer(text=f"News from {plain(subject.edition.name, 150)}{source}")
    return embed


def part_of_edition(subject: EditionDaySubject | TicketsSubject | PanelSubject, limit: int) -> str:
    """Name a day of an edition, its tickets or a panel, with the edition; what was typed takes `limit` signs."""
    name = escape(subject.edition.name, limit)
    match subject:
        case EditionDaySubject(_, number):
            return f"{name}: day {number + 1}"
        case TicketsSubject():
            return f"{name}: tickets"
        case PanelSubject(panel):
            return f"{name}: {escape(panel.title, limit)}"
