"""A series' card, and what is shown where a typed title names none or several."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import Any

import discord

from bot.catalogue.disputes import Dispute
from bot.catalogue.model import Credit, Format, Origin, Series, Service, Trailer
from bot.catalogue.records import DateChange
from bot.catalogue.releases import BROADCAST_KINDS, Release, ReleaseKind, Status, status_of
from bot.catalogue.render import release_names
from bot.catalogue.render.airing import (
    SERVICE_LINES,
    break_field,
    disputes_text,
    episodes_field,
    evidence_field,
    expected_field,
    first_release_lines,
    first_releases,
    next_field,
    season_of,
)
from bot.catalogue.render.names import FORMATS, told_apart
from bot.catalogue.render.refusals import STILL_LOADING_TEXT
from bot.catalogue.services import likelihood
from bot.dates.airdate import AirDate
from bot.ui import components
from bot.ui.components import static_view
from bot.ui.text import (
    air_date,
    count,
    cut_at_sentence,
    escape,
    lines_within,
    link,
    plain,
    quote,
    vague_date,
    words_within,
)
from bot.web.links import BUTTON_ADDRESS_LENGTH, web_address

SERIES_BUTTON = "series:show:{series_id}"
"""The custom_id of a button that shows a series' card to the one who presses it. Where a list has a series more than
once a number follows, for Discord takes no custom_id twice."""
SERIES_TEMPLATE = r"series:show:(?P<series_id>[0-9]{1,18})(?::[0-9]{1,2})?"

EPISODES_BUTTON = "episodes:open:{series_id}"
"""The custom_id of a card's button that lists its episodes, from the next one on."""
EPISODES_TEMPLATE = r"episodes:open:(?P<series_id>[0-9]{1,18})"

SERIES_PICK_BUTTON = "series:pick:{action}:{{series_id}}"
"""The custom_id of an action's suggestions: pressed, it does what the command would have done with that series."""
SERIES_PICK_TEMPLATE = r"series:pick:{action}:(?P<series_id>[0-9]{{1,18}})"
"""The template of one action's suggestions, once that is filled in."""

_STATUSES = {
    Status.ANNOUNCED: "Announced",
    Status.NOT_YET_OUT: "Not out yet",
    Status.AIRING: "Airing",
    Status.ON_BREAK: "On a break",
    Status.FINISHED: "Finished",
    Status.OUT: "Out",
    Status.CANCELLED: "Cancelled",
}
# An embed's parts may have 6,000 characters together; these add up to fewer.
CARD_STORY_LENGTH, CARD_CREDITS_LENGTH, CARD_SERVICES_LENGTH = 1200, 750, 600
CARD_TRAILERS_LENGTH, CARD_AIRING_LENGTH = 500, 600
ROLE_LENGTH, CORRECTED_LENGTH = 500, 200


def series_card(
    series: Series,
    releases: Sequence[Release],
    changes: Sequence[DateChange],
    now: datetime,
    *,
    reader_in: Collection[str] = (),
    away_since: datetime | None = None,
    corrected: Sequence[str] = (),
    disputed: Sequence[Dispute] = (),
    confirmed: Mapping[Origin, datetime] | None = None,
) -> discord.Embed:
    """Show all that is known of a series, in the order in which people ask; nothing is said of what isn't known.

    `reader_in` are the countries that the reader is likely in; `away_since` is since when AniList hasn't answered,
    where that is long enough to matter. `corrected` tells what a guild's moderators have corrected, and since when;
    `confirmed` when each origin last said again what it says, without which the card doesn't tell why a date stands.
    `disputed` are dates on which sources differ.
    """
    card = discord.Embed(
        title=escape(series.titles.main, 256) or escape(series.slug, 256),
        url=web_address(series.site),
        description=_opening(series, away_since),
        colour=components.SERIES_COLOUR,
    )
    card.set_thumbnail(url=web_address(series.picture))
    _add_facts(card, series, releases, now)
    coming = next_field(releases, series.episodes, now, reader_in=reader_in)
    if coming := coming or break_field(releases, changes, series.episodes, now):
        card.add_field(name="Next", value=coming, inline=False)
    if confirmed is not None and (why := evidence_field(releases, now, confirmed)):
        card.add_field(name="Date from", value=why, inline=False)
    _add_airing(card, series, releases, changes, now)
    if disputed:
        card.add_field(name="Sources differ", value=disputes_text(disputed), inline=False)
    _add_lists(card, series, _services(series, releases, reader_in), now)
    if footer := list(_footer_lines(series, corrected)):
        card.set_footer(text="\n".join(footer))
    return card


def _add_airing(
    card: discord.Embed, series: Series, releases: Sequence[Release], changes: Sequence[DateChange], now: datetime
) -> None:
    """Add what comes out first, and the episodes that follow it or are expected to."""
    for release in first_releases(releases)[:3]:
        value = lines_within(first_release_lines(release, changes), CARD_AIRING_LENGTH // 3)
        card.add_field(name=release_names.heading(release.kind), value=value, inline=False)
    if told := episodes_field(releases, series.episodes, now) or expected_field(series, releases, now):
        card.add_field(name=told[0], value=told[1], inline=False)


def _footer_lines(series: Series, corrected: Sequence[str]) -> Iterator[str]:
    names = [plain(source.name, 60) for source in series.sources[:5]]
    if known := " · ".join(name for name in names if name):
        yield f"Sources: {known}"
    if corrected:
        yield f"Corrected by this server's moderators: {words_within(corrected, CORRECTED_LENGTH)} · /catalogue history"


def _add_facts(card: discord.Embed, series: Series, releases: Sequence[Release], now: datetime) -> None:
    """Add the fields that have room side by side."""
    facts = (
        ("Studio", escape(series.studio or "", 100)),
        ("Format", _format(series)),
        ("Season", _season(series, releases)),
        ("Status", _STATUSES[status] if (status := status_of(releases, series.episodes, now)) else None),
    )
    for name, value in facts:
        if value:
            card.add_field(name=name, value=value)


def _season(series: Series, releases: Sequence[Release]) -> str | None:
    """Name the season as "Winter 2024", or as "2024" where no more is known; by the first release if nobody says it."""
    if series.year is None:
        first = first_releases(releases)
        return season_of(first[0].date) if first else None
    return f"{series.season.value.capitalize()} {series.year}" if series.season else str(series.year)


def _services(series: Series, releases: Sequence[Release], reader_in: Collection[str]) -> list[Service]:
    """Tell where it streams and since when, the reader's likely services first.

    What comes out on a service that nobody has named yet names it.
    """
    firsts = [one for one in releases if one.kind in {ReleaseKind.PREMIERE, ReleaseKind.FILM} and not one.cancelled]
    begins = {release.service: release for release in reversed(firsts) if release.service}
    named = {service.name for service in series.services}
    known: list[Service] = []
    for service in series.services:
        begin = begins.get(service.name)
        known.append(replace(service, since=begin.date, regions=service.regions or begin.regions) if begin else service)
    known += [Service(name, None, one.date, one.regions) for name, one in begins.items() if name not in named]
    return sorted(known, key=lambda service: likelihood(service.regions, reader_in))


def _add_lists(card: discord.Embed, series: Series, services: Sequence[Service], now: datetime) -> None:
    lists = (
        ("Credits", list(_credit_lines(series.credits)), CARD_CREDITS_LENGTH, None),
        ("Streams on", [_service_line(service, now) for service in services], CARD_SERVICES_LENGTH, SERVICE_LINES),
        ("Trailers", [_trailer_line(trailer) for trailer in series.trailers], CARD_TRAILERS_LENGTH, None),
    )
    for name, lines, limit, most in lists:
        if told := lines_within([line for line in lines if line], limit, most=most):
            card.add_field(name=name, value=told, inline=False)


def _opening(series: Series, away_since: datetime | None) -> str | None:
    """Write the other names, the story, and where the facts are from."""
    main = series.titles.main
    others = [name for name in (series.titles.native, series.titles.romaji) if name and name != main]
    names = " · ".join(name for other in dict.fromkeys(others) if (name := escape(other, 150)))
    story = cut_at_sentence(series.story, CARD_STORY_LENGTH) if series.story else ""
    origin: list[str] = []
    if series.anilist_url is not None:
        if any(source.name.casefold() == "anilist" for source in series.sources):
            origin.append(f"-# Facts from [AniList]({series.anilist_url})")
        if away_since is not None:  # they may be old
            since = int(away_since.timestamp())
            origin.append(f"-# AniList hasn't answered since <t:{since}:D>; dates may be out of date.")
    parts = (f"**{names}**" if names else "", story, "\n".join(origin))
    return "\n\n".join(part for part in parts if part) or None


def _format(series: Series) -> str:
    name, episodes = FORMATS[series.format], series.episodes or 0
    # A film or a special in one piece has no episodes to speak of.
    in_one = episodes == 1 and series.format in {Format.FILM, Format.SPECIAL}
    parts = (name, count(episodes, "episode") if episodes and not in_one else "", "18+" if series.adult else "")
    return " · ".join(part for part in parts if part)


def _credit_lines(credits: Sequence[Credit]) -> Iterator[str]:  # noqa: A002 - the field's own word
    """Write one line for each role, with everyone who had it."""
    by_role = sorted(credits, key=lambda credit: [other.role for other in credits].index(credit.role))
    for role, people in groupby(by_role, key=lambda credit: credit.role):
        names = [
            escape(one.name, 80) + (f" (*{escape(one.known_for, 120)}*)" if one.known_for else "") for one in people
        ]
        yield f"**{escape(role, 80)}** · {words_within(names, ROLE_LENGTH)}"


def _service_line(service: Service, now: datetime) -> str:
    since = f" · {_since(service.since, now)}" if service.since else ""
    return f"{link(service.name, service.url, 60)}{since}"


def _since(date: AirDate, now: datetime) -> str:
    """Tell since when a service has it, or from when it will.

    Long ago the day is enough; of what is still to come people want to know the hour.
    """
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


def series_links(series: Series, releases: Sequence[Release] = ()) -> discord.ui.View:
    """Make the card's buttons: its episodes, where to watch and read on. Needs a running event loop."""
    places = [("Trailer", trailer.url) for trailer in series.playable_trailers[:1]]
    places += [("Official site", series.site), ("AniList", series.anilist_url), ("MyAnimeList", series.myanimelist_url)]
    links = [button for label, url in places for button in link_button(label, url)]
    episodes = {(each.number, each.label) for each in releases if each.kind in BROADCAST_KINDS} - {(None, None)}
    if len(episodes) > 1:
        custom_id = EPISODES_BUTTON.format(series_id=series.id)
        return static_view(discord.ui.Button(label="Episodes", custom_id=custom_id), *links)
    return static_view(*links)


def link_button(label: str, url: str | None) -> Iterator[discord.ui.Button[Any]]:
    """Yield a button that opens a page, where there is an address that a button may have."""
    if address := web_address(url, BUTTON_ADDRESS_LENGTH):
        yield discord.ui.Button(label=label, url=address)


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
        return "Type a title, a slug such as `metallic-rouge`, or an address at AniList, MyAnimeList or bgm.tv."
    if near:
        return f"No series matches {quote(typed)} exactly. Did you mean:"
    if _SITE.match(typed):
        return (
            f"No series matches {quote(typed)}. Addresses at AniList, MyAnimeList and bgm.tv are understood; "
            "those of other sites aren't. Try its title, in any language."
        )
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
