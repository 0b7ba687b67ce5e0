"""What is known of a series in words: its format, season and status, its people, its services."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby

from bot.catalogue.model import Credit, Format, Series, Service
from bot.catalogue.releases import Release, ReleaseKind, Status
from bot.catalogue.render.airing import first_releases, season_of
from bot.catalogue.render.names import FORMATS
from bot.catalogue.services import likelihood
from bot.dates.airdate import AirDate
from bot.ui import components
from bot.ui.text import air_date, count, escape, link, vague_date, words_within

STATUSES = {
    Status.ANNOUNCED: "Announced",
    Status.NOT_YET_OUT: "Not out yet",
    Status.AIRING: "Airing",
    Status.ON_BREAK: "On a break",
    Status.FINISHED: "Finished",
    Status.OUT: "Out",
    Status.CANCELLED: "Cancelled",
}
ROLE_LENGTH = 500


def colour_of(series: Series) -> int:
    """Give the colour of what is shown of a series: its cover's, else that of all series."""
    return components.SERIES_COLOUR if series.colour is None else series.colour


def format_words(series: Series) -> str:
    """Name the format, with the number of episodes where there are several: "TV series · 13 episodes · 18+"."""
    name, episodes = FORMATS[series.format], series.episodes or 0
    # A film or a special in one piece has no episodes to speak of.
    in_one = episodes == 1 and series.format in {Format.FILM, Format.SPECIAL}
    parts = (name, count(episodes, "episode") if episodes and not in_one else "", "18+" if series.adult else "")
    return " · ".join(part for part in parts if part)


def season_words(series: Series, releases: Sequence[Release]) -> str | None:
    """Name the season as "Winter 2024", or as "2024" where no more is known; by the first release if nobody says it."""
    if series.year is None:
        first = first_releases(releases)
        return season_of(first[0].date) if first else None
    return f"{series.season.value.capitalize()} {series.year}" if series.season else str(series.year)


def credit_lines(credits: Sequence[Credit]) -> Iterator[str]:  # noqa: A002 - the field's own word
    """Write one line for each role, with everyone who had it."""
    by_role = sorted(credits, key=lambda credit: [other.role for other in credits].index(credit.role))
    for role, people in groupby(by_role, key=lambda credit: credit.role):
        names = [
            escape(one.name, 80) + (f" (*{escape(one.known_for, 120)}*)" if one.known_for else "") for one in people
        ]
        yield f"**{escape(role, 80)}** · {words_within(names, ROLE_LENGTH)}"


def services_of(series: Series, releases: Sequence[Release], reader_in: Collection[str]) -> list[Service]:
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


def service_line(service: Service, now: datetime) -> str:
    """Write a service with its address, and since when it has the series."""
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
