"""A series as moderators see it before they save what they changed: all at once, with nothing to open."""

from collections.abc import Sequence
from datetime import datetime

import discord

from bot.catalogue.model import Series, Trailer, newest_first
from bot.catalogue.records import DateChange
from bot.catalogue.releases import Release, status_of
from bot.catalogue.render import release_names
from bot.catalogue.render.airing import (
    SERVICE_LINES,
    break_field,
    episodes_field,
    expected_field,
    first_release_lines,
    first_releases,
    next_field,
)
from bot.catalogue.render.facts import STATUSES, credit_lines, format_words, season_words, service_line, services_of
from bot.catalogue.render.series import links_of, trailer_date, trailer_title
from bot.ui import components
from bot.ui.components import static_view
from bot.ui.text import cut_at_sentence, escape, lines_within, link, plain
from bot.web.links import web_address

# An embed's parts may have 6,000 characters together; these add up to fewer.
CARD_STORY_LENGTH, CARD_CREDITS_LENGTH, CARD_SERVICES_LENGTH = 1200, 750, 600
CARD_TRAILERS_LENGTH, CARD_AIRING_LENGTH = 500, 600


def preview_card(
    series: Series, releases: Sequence[Release], changes: Sequence[DateChange], now: datetime
) -> discord.Embed:
    """Show all that is known of a series, in the order in which people ask; nothing is said of what isn't known."""
    card = discord.Embed(
        title=escape(series.titles.main, 256) or escape(series.slug, 256),
        url=web_address(series.site),
        description=_opening(series),
        colour=components.SERIES_COLOUR,
    )
    card.set_thumbnail(url=web_address(series.picture))
    _add_facts(card, series, releases, now)
    coming = next_field(releases, series.episodes, now)
    if coming := coming or break_field(releases, changes, series.episodes, now):
        card.add_field(name="Next", value=coming, inline=False)
    _add_airing(card, series, releases, changes, now)
    _add_lists(card, series, releases, now)
    if known := " · ".join(name for source in series.sources[:5] if (name := plain(source.name, 60))):
        card.set_footer(text=f"Sources: {known}")
    return card


def _add_facts(card: discord.Embed, series: Series, releases: Sequence[Release], now: datetime) -> None:
    """Add the fields that have room side by side."""
    facts = (
        ("Studio", escape(series.studio or "", 100)),
        ("Format", format_words(series)),
        ("Season", season_words(series, releases)),
        ("Status", STATUSES[status] if (status := status_of(releases, series.episodes, now)) else None),
    )
    for name, value in facts:
        if value:
            card.add_field(name=name, value=value)


def _add_airing(
    card: discord.Embed, series: Series, releases: Sequence[Release], changes: Sequence[DateChange], now: datetime
) -> None:
    """Add what comes out first, and the episodes that follow it or are expected to."""
    for release in first_releases(releases)[:3]:
        value = lines_within(first_release_lines(release, changes), CARD_AIRING_LENGTH // 3)
        card.add_field(name=release_names.heading(release.kind), value=value, inline=False)
    if told := episodes_field(releases, series.episodes, now) or expected_field(series, releases, now):
        card.add_field(name=told[0], value=told[1], inline=False)


def _add_lists(card: discord.Embed, series: Series, releases: Sequence[Release], now: datetime) -> None:
    services = [service_line(service, now) for service in services_of(series, releases, ())]
    lists = (
        ("Credits", list(credit_lines(series.credits)), CARD_CREDITS_LENGTH, None),
        ("Streams on", services, CARD_SERVICES_LENGTH, SERVICE_LINES),
        ("Trailers", [_trailer_line(trailer) for trailer in newest_first(series.trailers)], CARD_TRAILERS_LENGTH, None),
    )
    for name, lines, limit, most in lists:
        if told := lines_within([line for line in lines if line], limit, most=most):
            card.add_field(name=name, value=told, inline=False)


def _opening(series: Series) -> str | None:
    """Write the other names, and the story."""
    main = series.titles.main
    others = [name for name in (series.titles.native, series.titles.romaji) if name and name != main]
    names = " · ".join(name for other in dict.fromkeys(others) if (name := escape(other, 150)))
    story = cut_at_sentence(series.story, CARD_STORY_LENGTH) if series.story else ""
    return "\n\n".join(part for part in (f"**{names}**" if names else "", story) if part) or None


def _trailer_line(trailer: Trailer) -> str:
    date = f" · {trailer_date(trailer)}" if trailer_date(trailer) else ""
    note = f"{date} · {escape(trailer.note, 150)}" if trailer.note else date
    unlinked = "" if trailer.url else " · no link known"
    return f"{link(trailer_title(trailer), trailer.url, 60)}{note}{unlinked}"


def series_links(series: Series) -> discord.ui.View:
    """Make a series' links as buttons. Needs a running event loop."""
    return static_view(*links_of(series))
