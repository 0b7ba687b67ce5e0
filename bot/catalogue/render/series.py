"""A series in lists: its row, its buttons, and what is shown where a typed title names none or several."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final

import discord

from bot.catalogue.external_ids import read_external_ids
from bot.catalogue.model import Series, Trailer
from bot.catalogue.render.names import told_apart
from bot.catalogue.render.refusals import STILL_LOADING_TEXT
from bot.catalogue.services import ELSEWHERE, likelihood
from bot.catalogue.trailers import TrailerKind, read_trailer_name
from bot.ui.components import static_view
from bot.ui.text import calendar_day, day, escape, plain, quote, vague_date, words_within
from bot.web.links import BUTTON_ADDRESS_LENGTH, web_address

SERIES_BUTTON = "series:show:{series_id}"
"""The custom_id of a button that shows a series' card to the one who presses it. Where a list has a series more than
once a number follows, for Discord takes no custom_id twice."""
SERIES_TEMPLATE = r"series:show:(?P<series_id>[0-9]{1,18})(?::[0-9]{1,2})?"

TRAILER_BUTTON = "trailer:show:{series_id}:{position}"
"""The custom_id of a button that plays one of a series' further trailers to the one who presses it."""
TRAILER_TEMPLATE = r"trailer:show:(?P<series_id>[0-9]{1,18}):(?P<position>[0-9]{1,3})"

SERIES_PICK_BUTTON = "series:pick:{action}:{{series_id}}"
"""The custom_id of an action's suggestions: pressed, it does what the command would have done with that series."""
SERIES_PICK_TEMPLATE = r"series:pick:{action}:(?P<series_id>[0-9]{{1,18}})"
"""The template of one action's suggestions, once that is filled in."""


TRAILER_KINDS: Final[Mapping[TrailerKind, str]] = {
    TrailerKind.TEASER: "Teaser",
    TrailerKind.COMMERCIAL: "CM",
    TrailerKind.PV: "PV",
    TrailerKind.TRAILER: "Trailer",
}
_OTHER_SCRIPT = re.compile("[^\u0000-\u024f\u2000-\u206f]")


def trailer_title(trailer: Trailer) -> str:
    """Name a trailer, not yet escaped: as it is called, and before what is in another script its kind and number.

    >>> trailer_title(Trailer("第2弾PV")), trailer_title(Trailer("Teaser trailer")), trailer_title(Trailer("正式预告"))
    ('PV 2 · 第2弾PV', 'Teaser trailer', 'Main trailer · 正式预告')
    """
    read = read_trailer_name(trailer.name)
    if read is None or not _OTHER_SCRIPT.search(trailer.name):
        return trailer.name
    kind = TRAILER_KINDS[read.kind]
    if read.is_main:
        kind = f"Main {kind if read.kind is not TrailerKind.TRAILER else 'trailer'}"
    return f"{kind}{f' {read.number}' if read.number else ''} · {trailer.name}"


def trailer_date(trailer: Trailer, *, in_button: bool = False) -> str | None:
    """Say when a trailer was published, or else that it was first seen then; give None where neither is known.

    A button shows no reader's own zone: `in_button` the day of the second is that by UTC.
    """
    if trailer.published is not None and trailer.published.earliest is not None:
        return vague_date(trailer.published)
    if trailer.seen_at is None:
        return None
    return f"seen {day(trailer.seen_at.date()) if in_button else calendar_day(trailer.seen_at)}"


def links_of(series: Series) -> list[discord.ui.Button[Any]]:
    """Make a button for each page to watch it or to read on."""
    places = [("Trailer", trailer.url) for trailer in series.playable_trailers[:1]]
    places += [("Official site", series.site), ("AniList", series.anilist_url), ("MyAnimeList", series.myanimelist_url)]
    return [button for label, url in places for button in link_button(label, url)]


def link_button(label: str, url: str | None) -> Iterator[discord.ui.Button[Any]]:
    """Yield a button that opens a page, where there is an address that a button may have."""
    if address := web_address(url, BUTTON_ADDRESS_LENGTH):
        yield discord.ui.Button(label=label, url=address)


UNDERSTOOD_SITES = "AniList, MyAnimeList, AniDB and bgm.tv"
"""The catalogues whose addresses name a series."""
_SITE = re.compile(r"\s*<?https?://|\s*(?:www\.)?[a-z]+\.(?:net|co|com|app|tv|me|de)/", re.IGNORECASE)


def which_one(typed: str, near: Sequence[Series], *, several: bool, is_coming: bool = False) -> str:
    """Answer that what was typed names no series, or more than one.

    `is_coming` tells that the catalogue isn't complete yet.
    """
    if is_coming and not several and plain(typed, 1):
        found = f"No series matches {quote(typed)} yet. {STILL_LOADING_TEXT}"
        return f"{found} Did you mean:" if near else found
    if several:
        return f"Several series match {quote(typed)}. Which one do you mean?"
    if not plain(typed, 1):
        return f"Type a title, a slug such as `metallic-rouge`, or an address at {UNDERSTOOD_SITES}."
    if _SITE.match(typed) and not read_external_ids(typed):
        found = (
            f"No series matches {quote(typed)}. Addresses at {UNDERSTOOD_SITES} are understood; those of other sites "
            "aren't."
        )
        return f"{found} Did you mean:" if near else f"{found} Try its title, in any language."
    if near:
        return f"No series matches {quote(typed)} exactly. Did you mean:"
    return (
        f"No series matches {quote(typed)}. Try another of its titles, in any language, or its address on AniList or "
        "MyAnimeList."
    )


def picks(button: str, near: Sequence[Series]) -> discord.ui.View:
    """Make a button for each series that may have been meant. Needs a running event loop.

    `button` is their custom_id, with its `{series_id}` to be filled in.
    """
    return static_view(
        *(
            discord.ui.Button(label=label, custom_id=button.format(series_id=series.id))
            for label, series in zip(told_apart(near, lambda each: each.titles.main, 80), near, strict=True)
        )
    )


def choice_name(series: Series) -> str:
    """Give what autocompletion shows for a series; Discord allows 100 characters."""
    main, native = series.titles.main, series.titles.native
    return plain(f"{main} · {native}" if native and native != main else main, 100) or series.slug[:100]


# --- rows of lists ----------------------------------------------------------------------------------------------------


_NAME_LENGTH = 24


def about_section(series: Series, text: str, at: int) -> discord.ui.Item[Any]:
    """Make a row, with a button that shows the series' card to the one who presses it. Needs a running event loop.

    `at` is its place on the page, which tells it from another of the same series.
    """
    custom_id = f"{SERIES_BUTTON.format(series_id=series.id)}:{at}"
    return discord.ui.Section(text, accessory=discord.ui.Button(label="About", custom_id=custom_id))


def service_in_id(service: str | None, room: int) -> str:
    """Write a service's name, or its beginning, for a custom_id in which `{page}` is still to be filled in."""
    return (service or "")[:room].replace("{", "{{").replace("}", "}}")


def services_words(series: Series, reader_in: Collection[str], most: int, length: int) -> str:
    """Name `most` of the services that stream a series where a reader in these countries is, theirs first.

    And how many more there are; where all have room in `length` characters, all of them. Where none is known to, all
    that stream it elsewhere.
    """
    near = sorted((likelihood(each.regions, reader_in), at) for at, each in enumerate(series.services))
    services = [series.services[at] for distance, at in near if distance < ELSEWHERE] or series.services
    names = [name for name in dict.fromkeys(escape(service.name, _NAME_LENGTH) for service in services) if name]
    if len(names) > most:
        return f"{', '.join(names[:most])} and {len(names) - most} more"
    return words_within(names, length)
