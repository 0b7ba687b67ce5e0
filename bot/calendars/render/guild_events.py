"""What a server's scheduled events say, and what `/channel events` answers."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, timedelta
from typing import Final

from bot.calendars.guild_events import CONVENTION, EventChoices, EventKind, GuildEvent
from bot.calendars.render.calendar import EPISODE_LASTS, edition_place, first_of_each
from bot.catalogue.model import Series
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.render.names import plain_title
from bot.conventions.model import Edition
from bot.ui.text import count, list_words, plain
from bot.web.links import web_address

_NAME, _PLACE, _DESCRIPTION = 100, 100, 1000
"""Discord: the lengths of a scheduled event's texts."""
FILM_LASTS: Final = timedelta(hours=2)
_KINDS: Final = {ReleaseKind.PREMIERE: EventKind.PREMIERES, ReleaseKind.FILM: EventKind.FILMS}
_HAPPENS: Final = {EventKind.PREMIERES: "premieres", EventKind.FILMS: "opens in cinemas"}


def guild_events(
    coming: Iterable[tuple[Series, Release]], editions: Iterable[Edition], kinds: Collection[EventKind], now: datetime
) -> Iterator[GuildEvent]:
    """Make the scheduled events that a server chose, of what isn't over.

    A premiere is told once, of its first broadcast, or where that isn't known of the service that has it first. A
    film that is known by its day lasts that day; a premiere has to be known to the minute.
    """
    chosen = (pair for pair in coming if _KINDS.get(pair[1].kind) in kinds)
    for series, release in first_of_each(chosen, lambda each: (each.series_id, each.kind)).values():
        if (event := _of_release(series, release)) is not None and event.ends > now:
            yield event
    if EventKind.CONVENTIONS in kinds:
        yield from (_of_edition(each) for each in editions if each.over_at > now)


def _of_release(series: Series, release: Release) -> GuildEvent | None:
    on, kind = release.date, _KINDS[release.kind]
    if on.earliest is None or on.latest is None or on.anchor is None or not (on.is_exact or kind is EventKind.FILMS):
        return None
    lasts = FILM_LASTS if kind is EventKind.FILMS else EPISODE_LASTS
    services = [plain(service.name, 40) for service in series.services if plain(service.name, 40)]
    place = (
        release.service or (", ".join(services) if kind is EventKind.PREMIERES else "Cinemas") or "Japanese television"
    )
    happens = _HAPPENS[kind]
    site = web_address(series.site)
    return GuildEvent(
        f"{release.kind.value}-{series.id}",
        f"{plain(plain_title(series), _NAME - len(happens) - 1)} {happens}",
        on.earliest,
        on.earliest + lasts if on.is_exact else on.latest,
        plain(place, _PLACE),
        plain(site, _DESCRIPTION) if site else "",
        series.picture or "",
    )


def _of_edition(edition: Edition) -> GuildEvent:
    return GuildEvent(
        f"{CONVENTION}-{edition.slug}",
        plain(edition.name, _NAME),
        edition.opens_at,
        edition.over_at,
        plain(edition_place(edition), _PLACE) or "See the site",
        web_address(edition.site) or "",
    )


_KIND_NAMES: Final = {
    EventKind.PREMIERES: "premieres of the watchlist's series",
    EventKind.FILMS: "their films",
    EventKind.CONVENTIONS: "conventions, where a channel is subscribed to them",
}


def events_text(choices: EventChoices, standing: int, *, may_make: bool) -> str:
    """Say of what the server has scheduled events, and what stands in their way."""
    if not choices.kinds:
        return (
            "This server has no scheduled events from me. Switch them on with `/channel events premieres:True`; films "
            "and conventions go the same way."
        )
    kinds = list_words([_KIND_NAMES[kind] for kind in EventKind if kind in choices.kinds])
    lines = [f"Scheduled events are made for {kinds}: {count(standing, 'event')} now. Changes take up to five minutes."]
    if not may_make:
        lines.append(
            "⚠️ I lack **Create Events** in this server. Give me that permission, and they are made by themselves."
        )
    elif choices.trouble:
        lines.append(f"⚠️ The last try failed: {plain(choices.trouble, 300)}")
    return "\n".join(lines)
