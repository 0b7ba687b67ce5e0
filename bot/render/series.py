"""A series' card, and what is shown where a typed title names none or several."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

import discord

from bot.domain.changes import DateChange
from bot.domain.dates import AirDate
from bot.domain.releases import Release
from bot.domain.series import Credit, Format, Series, Service, Trailer
from bot.render import colours
from bot.render.airing import NAMES, episodes_field, first_outings, outing_lines, season_of
from bot.render.views import still
from bot.render.wording import (
    air_date,
    count,
    escape,
    lines_within,
    link,
    plain,
    quote,
    vague_date,
    web_address,
    words_within,
)

SERIES_BUTTON = "series:show:{series_id}"
"""The custom_id of a button that shows a series' card to the one who presses it."""
SERIES_TEMPLATE = r"series:show:(?P<series_id>[0-9]{1,18})"

PICK_BUTTON = "series:pick:{action}:{{series_id}}"
"""The custom_id of an action's suggestions: pressed, it does what the command would have done with that series."""
PICK_TEMPLATE = r"series:pick:{action}:(?P<series_id>[0-9]{{1,18}})"
"""The template of one action's suggestions, once that is filled in."""

FORMATS = {
    Format.TV: "TV series",
    Format.FILM: "Film",
    Format.OVA: "OVA",
    Format.ONA: "Web series",
    Format.SPECIAL: "Special",
}
# An embed's parts may have 6,000 characters together; these add up to fewer.
STORY_LENGTH, CREDITS_LENGTH, SERVICES_LENGTH, TRAILERS_LENGTH, OUTINGS_LENGTH = 1500, 1000, 700, 700, 700
ROLE_LENGTH = 600
BUTTON_ADDRESS_LENGTH = 512
"""Discord: the address of a button."""


def series_card(
    series: Series, releases: Sequence[Release], changes: Sequence[DateChange], now: datetime
) -> discord.Embed:
    """All that is known of a series, in the order in which people ask; nothing is said of what isn't known."""
    card = discord.Embed(
        title=escape(series.titles.main, 256) or escape(series.slug, 256),
        url=web_address(series.site),
        description=_opening(series),
        colour=colours.SERIES,
    )
    outings = first_outings(releases)
    if studio := escape(series.studio or "", 100):
        card.add_field(name="Studio", value=studio)
    card.add_field(name="Format", value=_format(series))
    if outings and (season := season_of(outings[0].date)):
        card.add_field(name="Season", value=season)
    for outing in outings[:3]:
        value = lines_within(outing_lines(outing, changes), OUTINGS_LENGTH // 3)
        card.add_field(name=NAMES[outing.kind], value=value, inline=False)
    if told := episodes_field(releases, series.episodes, now):
        card.add_field(name=told[0], value=told[1], inline=False)
    _add_lists(card, series, now)
    if series.sources:
        names = [plain(source.name, 60) for source in series.sources[:6]]
        card.set_footer(text=f"Sources: {' · '.join(name for name in names if name)}")
    return card


def _add_lists(card: discord.Embed, series: Series, now: datetime) -> None:
    lists = (
        ("Credits", list(_credit_lines(series.credits)), CREDITS_LENGTH),
        ("Streams on", [_service_line(service, now) for service in series.services], SERVICES_LENGTH),
        ("Trailers", [_trailer_line(trailer) for trailer in series.trailers], TRAILERS_LENGTH),
    )
    for name, lines, limit in lists:
        if told := lines_within([line for line in lines if line], limit):
            card.add_field(name=name, value=told, inline=False)


def _opening(series: Series) -> str | None:
    """The other names, then the story."""
    main = series.titles.main
    others = [name for name in (series.titles.native, series.titles.romaji) if name and name != main]
    names = " · ".join(escape(name, 150) for name in dict.fromkeys(others))
    story = escape(series.story, STORY_LENGTH, lines=True) if series.story else ""
    return "\n\n".join(part for part in (f"**{names}**" if names else "", story) if part) or None


def _format(series: Series) -> str:
    name, episodes = FORMATS[series.format], series.episodes or 0
    # A film or a special in one piece has no episodes to speak of.
    in_one = episodes == 1 and series.format in {Format.FILM, Format.SPECIAL}
    return f"{name} · {count(episodes, 'episode')}" if episodes and not in_one else name


def _credit_lines(credits: Sequence[Credit]) -> Iterator[str]:  # noqa: A002 - the field's own word
    """One line for each role, with everyone who had it."""
    by_role = sorted(credits, key=lambda credit: [other.role for other in credits].index(credit.role))
    for role, people in groupby(by_role, key=lambda credit: credit.role):
        yield f"**{escape(role, 80)}** · {words_within([_person(credit) for credit in people], ROLE_LENGTH)}"


def _person(credit: Credit) -> str:
    known_for = f" (*{escape(credit.known_for, 120)}*)" if credit.known_for else ""
    return f"{escape(credit.name, 80)}{known_for}"


def _service_line(service: Service, now: datetime) -> str:
    since = f" · {_since(service.since, now)}" if service.since else ""
    return f"{link(service.name, service.url, 60)}{since}"


def _since(date: AirDate, now: datetime) -> str:
    """Long ago the day is enough; of what is still to come people want to know the hour."""
    if date.earliest is None:
        return "date to be announced"
    if date.earliest > now:
        return f"from {air_date(date)}"
    if date.is_exact:
        return f"since <t:{int(date.earliest.timestamp())}:D>"
    # Within the month that it was announced for, nobody knows whether it has come yet.
    return vague_date(date) if date.latest and date.latest > now else f"since {vague_date(date)}"


def _trailer_line(trailer: Trailer) -> str:
    note = f" · {escape(trailer.note, 150)}" if trailer.note else ""
    unlinked = "" if trailer.url else " · no link known"
    return f"{link(trailer.name, trailer.url, 60)}{note}{unlinked}"


def series_links(series: Series) -> discord.ui.View:
    """The card's buttons: where to watch and read on. Needs a running event loop."""
    places = [("Trailer", trailer.url) for trailer in series.playable_trailers[:1]]
    places += [("Official site", series.site), ("AniList", series.anilist_url), ("MyAnimeList", series.myanimelist_url)]
    return still(*(button for label, url in places for button in link_button(label, url)))


def link_button(label: str, url: str | None) -> Iterator[discord.ui.Button[Any]]:
    """A button that opens a page, where there is an address that a button may have."""
    if address := web_address(url, BUTTON_ADDRESS_LENGTH):
        yield discord.ui.Button(label=label, url=address)


def which_one(typed: str, near: Sequence[Series], *, several: bool) -> str:
    """The answer where what was typed names no series, or more than one."""
    if several:
        return f"Several series go by {quote(typed)}. Which one do you mean?"
    if not plain(typed, 1):
        return "Type a title, a slug such as `metallic-rouge`, or an AniList or MyAnimeList address."
    if near:
        return f"I know no series called {quote(typed)}. Did you mean one of these?"
    return (
        f"I know no series called {quote(typed)}, nor one like it. Try another of its titles, in any language, "
        "or its address on AniList or MyAnimeList."
    )


def picks(button: str, near: Sequence[Series]) -> discord.ui.View:
    """A button for each series that may have been meant. Needs a running event loop.

    `button` is their custom_id, with its `{series_id}` to be filled in.
    """
    return still(
        *(
            discord.ui.Button(label=label, custom_id=button.format(series_id=series.id))
            for label, series in zip(told_apart(near, lambda each: plain(each.titles.main, 80), 80), near, strict=True)
        )
    )


def told_apart(near: Sequence[Series], named: Callable[[Series], str], limit: int) -> list[str]:
    """The names of series, of at most `limit` characters; two seasons may share a title, but never a slug."""
    names = [named(series) or series.slug for series in near]
    return [
        plain(name, limit)
        if names.count(name) == 1
        else f"{plain(name, limit // 2)} ({plain(series.slug, limit // 3)})"
        for name, series in zip(names, near, strict=True)
    ]


def choice_name(series: Series) -> str:
    """What autocompletion shows for a series: Discord allows 100 characters."""
    main, native = series.titles.main, series.titles.native
    return plain(f"{main} · {native}" if native and native != main else main, 100) or series.slug[:100]
