"""A series' card as people see it: its first page, short enough for a phone, and the way to all others."""

import functools
from collections.abc import Mapping, Sequence
from typing import Any, Final

import discord

from bot.catalogue.card import Card, CardPage
from bot.catalogue.model import Series
from bot.catalogue.releases import BROADCAST_KINDS, Release, Status, next_of, status_of, still_to_come
from bot.catalogue.render import card_pages, release_names
from bot.catalogue.render.airing import (
    break_field,
    date_history,
    episodes_field,
    expected_field,
    first_release_lines,
    first_releases,
    reader_line,
)
from bot.catalogue.render.facts import STATUSES, colour_of, format_words, season_words, services_of
from bot.catalogue.render.names import shown_title
from bot.catalogue.render.series import links_of
from bot.catalogue.services import ELSEWHERE, likelihood
from bot.pages import Page
from bot.ui.components import SNOWFLAKE, static_page, turning
from bot.ui.text import MORE, air_date, count, cut_at_sentence, escape, link, plain
from bot.web.links import EMBED_ADDRESS_LENGTH, web_address

CARD_SELECT: Final = "card:turn:{series_id}:{asked_by}"
"""The custom_id of the select that opens another page. `asked_by` is the person's id whose card it is."""
CARD_SELECT_TEMPLATE: Final = rf"card:turn:(?P<series_id>{SNOWFLAKE}):(?P<asked_by>{SNOWFLAKE})"
CARD_BUTTON: Final = "card:open:{series_id}:{asked_by}"
"""The custom_id of a button that opens a series' first page."""
CARD_TEMPLATE: Final = rf"card:open:(?P<series_id>{SNOWFLAKE}):(?P<asked_by>{SNOWFLAKE})"
CARD_ENTRY_BUTTON: Final = "card:entry:{anilist_id}:{asked_by}"
"""The custom_id of a button that opens the card of one of AniList's entries, which the catalogue may not have yet."""
CARD_ENTRY_TEMPLATE: Final = rf"card:entry:(?P<anilist_id>[0-9]{{1,10}}):(?P<asked_by>{SNOWFLAKE})"
CARD_EPISODES_BUTTON: Final = "card:episodes:{series_id}:{asked_by}:{{page}}"
CARD_EPISODES_TEMPLATE: Final = (
    rf"card:episodes:(?P<series_id>{SNOWFLAKE}):(?P<asked_by>{SNOWFLAKE}):(?P<page>[0-9]{{1,6}})"
)

CARD_TITLE_LENGTH: Final = 120
SHORT_STORY_LENGTH: Final = 200
"""Two or three sentences: five lines of a phone."""
_GENRES_SHOWN: Final = 4
_STREAMS_SHOWN: Final = 4

_NAMES: Final[Mapping[CardPage, str]] = {page: page.value.capitalize() for page in CardPage}


def card_layout(
    card: Card,
    page: CardPage = CardPage.OVERVIEW,
    *,
    asked_by: int,
    listed: tuple[Mapping[str, Sequence[Release]], Page[str]] | None = None,
    related: Mapping[int, Series] | None = None,
    watch_button: str | None = None,
) -> discord.ui.LayoutView:
    """Show a page of a card, which belongs to the person who asked for it.

    `listed` are the episodes of a page of theirs, and `related` the series that `card.relatives` are of, by id; each is
    needed for its own page alone. `watch_button` is the custom_id of the button that puts the series on the watchlist,
    for those who may. Needs a running event loop.
    """
    pages = pages_of(card)
    page = page if page in pages else CardPage.OVERVIEW
    match page:
        case CardPage.OVERVIEW:
            items = _overview(card)
        case CardPage.EPISODES:
            # What has come out once is told of already.
            items = card_pages.episodes(card, listed[0] if listed and listed[1].total > 1 else {})
            if listed and listed[1].last:
                ids = CARD_EPISODES_BUTTON.format(series_id=card.series.id, asked_by=asked_by)
                items.append(turning(listed[1], ids))
        case CardPage.RELATED:
            opens, asks = (each.replace("{asked_by}", str(asked_by)) for each in (CARD_BUTTON, CARD_ENTRY_BUTTON))
            items = card_pages.related(card, related or {}, opens, asks)
        case _:
            items = card_pages.PAGES[page](card)
    if page is not CardPage.OVERVIEW:
        heading = f"## {_title(card)}: {_name(page, card).lower()}"
        items.insert(0, discord.ui.TextDisplay(heading))
    if len(pages) > 1:
        items.append(discord.ui.ActionRow(_pages_select(card, pages, page, asked_by)))
    last = _last_row(card, page, asked_by)
    if watch_button is not None:
        last.insert(0, discord.ui.Button(label="+ Watchlist", custom_id=watch_button))
    if last:
        items.append(discord.ui.ActionRow(*last))
    return static_page(discord.ui.Container(*items, accent_colour=colour_of(card.series)))


def pages_of(card: Card) -> list[CardPage]:
    """List the pages that have something on them."""
    series = card.series
    has = {
        CardPage.OVERVIEW: True,
        CardPage.STORY: _short_story(series.story or "").endswith(MORE),
        CardPage.EPISODES: bool(card.releases),
        CardPage.STAFF: bool(series.credits),
        CardPage.STREAMING: bool(services_of(series, card.releases, card.reader_in)),
        CardPage.TRAILERS: bool(series.playable_trailers),
        CardPage.RELATED: bool(card.relatives),
        CardPage.SOURCES: bool(card_pages.source_lines(card)),
    }
    return [page for page in CardPage if has[page]]


def _pages_select(card: Card, pages: Sequence[CardPage], shown: CardPage, asked_by: int) -> discord.ui.Select[Any]:
    names = [_name(page, card) for page in pages if page is not CardPage.OVERVIEW]
    return discord.ui.Select(
        custom_id=CARD_SELECT.format(series_id=card.series.id, asked_by=asked_by),
        placeholder=f"More: {', '.join(name.lower() for name in names)}",
        options=[
            discord.SelectOption(label=_name(page, card), value=page.value, default=page is shown)
            for page in pages
            # The first page's own name, chosen, would hide what the others are.
            if page is not CardPage.OVERVIEW or shown is not CardPage.OVERVIEW
        ],
    )


def _name(page: CardPage, card: Card) -> str:
    if page is CardPage.EPISODES and not any(each.kind in BROADCAST_KINDS for each in card.releases):
        return "Dates"
    return _NAMES[page]


def _last_row(card: Card, page: CardPage, asked_by: int) -> list[discord.ui.Button[Any]]:
    if page is CardPage.OVERVIEW:
        return links_of(card.series)
    custom_id = CARD_BUTTON.format(series_id=card.series.id, asked_by=asked_by)
    return [discord.ui.Button(label=_NAMES[CardPage.OVERVIEW], custom_id=custom_id)]


# --- the first page ---------------------------------------------------------------------------------------------------


def _overview(card: Card) -> list[discord.ui.Item[Any]]:
    head = discord.ui.TextDisplay[Any]("\n".join(_head_lines(card)))
    items: list[discord.ui.Item[Any]] = [_beside_poster(head, card.series)]
    told = "\n".join([*status_lines(card), *([streams] if (streams := _streams_line(card)) else [])])
    notes = "\n".join(_note_lines(card))
    return items + [
        discord.ui.TextDisplay(text) for text in (told, _short_story(card.series.story or ""), notes) if text
    ]


@functools.lru_cache(maxsize=256)
def _short_story(story: str) -> str:
    """Cut a story to what the first page has room for: each card asks twice, and many ask for the same few cards."""
    return cut_at_sentence(" ".join(story.split()), SHORT_STORY_LENGTH)


def _beside_poster(head: discord.ui.TextDisplay[Any], series: Series) -> discord.ui.Item[Any]:
    poster = web_address(series.picture, EMBED_ADDRESS_LENGTH)
    if poster is None:
        return head
    described = plain(series.titles.main, 256) or series.slug
    return discord.ui.Section(head, accessory=discord.ui.Thumbnail(poster, description=described))


def _title(card: Card) -> str:
    return shown_title(card.series, CARD_TITLE_LENGTH)


def _head_lines(card: Card) -> list[str]:
    """Write the title, the native one, one line of facts, and what it is like."""
    series = card.series
    title = escape(series.titles.main, CARD_TITLE_LENGTH) or escape(series.slug, CARD_TITLE_LENGTH)
    native = escape(series.titles.native or "", 80) if series.titles.native != series.titles.main else ""
    facts = (format_words(series), escape(series.studio or "", 60), season_words(series, card.releases))
    genres = [shown for genre in series.genres[:_GENRES_SHOWN] if (shown := escape(genre, 40))]
    score = f"★ {series.score} %" if series.score else ""
    lines = (
        f"## {title}",
        f"**{native}**" if native else "",
        " · ".join(fact for fact in facts if fact),
        " · ".join(part for part in (*genres, score) if part),
    )
    return [line for line in lines if line]


def status_lines(card: Card) -> list[str]:
    """Tell how far it has come out, and what comes next, where the reader can see it."""
    series, releases, now = card.series, card.releases, card.now
    status = status_of(releases, series.episodes, now)
    coming = still_to_come(releases, now)
    if (leading := next_of(coming)) is not None:
        at_once = [each for each in coming if (each.service, each.date) == (leading.service, leading.date)]
        name = release_names.span(leading, at_once[-1], series.episodes) + release_names.on_service(leading)
        lines = [_line(STATUSES[status] if status else "Next", name), air_date(leading.date)]
        if leading in first_releases(releases):
            lines += [f"-# {line}" for line in date_history(leading, card.changes)[-1:]]
        theirs = reader_line(releases, now, card.reader_in)
        return [*lines, *([theirs] if theirs else []), *_expected(card)]
    if broken := break_field(releases, card.changes, series.episodes, now):
        return [f"**{STATUSES[Status.ON_BREAK]}** · {broken}"]
    if told := episodes_field(releases, series.episodes, now):
        return [_line(*told)]
    return [_line(STATUSES[status] if status else "", _first_outing(card)), *_expected(card)] if releases else []


def _line(status: str, what: str) -> str:
    return " · ".join(part for part in (f"**{status}**" if status else "", what) if part)


def _first_outing(card: Card) -> str:
    """Write the date of what came out first, or didn't."""
    for release in first_releases(card.releases)[:1]:
        (when, *_) = first_release_lines(release, ())
        if release.cancelled:
            return when.removeprefix("Cancelled").strip("; .")
        return f"{release_names.heading(release.kind)}: {when}"
    return ""


def _expected(card: Card) -> list[str]:
    """Tell that episodes are expected though none has a date."""
    told = expected_field(card.series, card.releases, card.now)
    return [f"-# {told[0]}: {told[1][:1].lower()}{told[1][1:]}"] if told else []


def _streams_line(card: Card) -> str | None:
    """Name where the reader is likely to see it, and count the services of other regions."""
    services = services_of(card.series, card.releases, card.reader_in)
    here = [one for one in services if likelihood(one.regions, card.reader_in) != ELSEWHERE and escape(one.name, 40)]
    further = len(services) - min(len(here), _STREAMS_SHOWN)
    shown = [link(one.name, one.url, 40) for one in here[:_STREAMS_SHOWN]]
    if not shown:
        return f"-# Streams in other regions: see **{_NAMES[CardPage.STREAMING]}**" if further else None
    return f"**Streams on** {' · '.join([*shown, *([f'{further} more'] if further else [])])}"


def _note_lines(card: Card) -> list[str]:
    """Name AniList for its facts, and say what is wrong with dates."""
    lines = []
    if card.is_from_anilist:
        lines.append(f"-# Facts from [AniList]({card.series.anilist_url})")
    if card.series.anilist_id is not None and card.away_since is not None:  # they may be old
        since = int(card.away_since.timestamp())
        lines.append(f"-# AniList hasn't answered since <t:{since}:D>; dates may be out of date.")
    if card.disputed:
        lines.append(f"-# Sources differ on {count(len(card.disputed), 'date')}: see **{_NAMES[CardPage.SOURCES]}**")
    return lines
