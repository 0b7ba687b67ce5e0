"""What a calendar says of each thing: plain words, for programs that read no markdown; and what `/calendar` says.

What a server's scheduled events say, and what `/channel events` answers.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Final, TypeVar

import discord

from bot.announcements.model import Announcement
from bot.calendars.guild_events import CONVENTION, EventChoices, EventKind, GuildEvent
from bot.calendars.model import CalendarEvent
from bot.catalogue.model import Series
from bot.catalogue.releases import BROADCAST_KINDS, Basis, Release, ReleaseKind
from bot.catalogue.render import release_names
from bot.catalogue.render.names import plain_title
from bot.conventions.model import Edition, Panel
from bot.conventions.places import country_name
from bot.ui.components import static_view
from bot.ui.text import count, list_words, plain
from bot.web.links import web_address

_Key = TypeVar("_Key", bound=Hashable)

EPISODE_LASTS = timedelta(minutes=30)
"""What comes out at an instant is shown as lasting so long: nobody says how long an episode is."""
PANEL_LASTS = timedelta(hours=1)
_TITLE, _TEXT = 200, 500

NEW_ADDRESS_BUTTON = "calendar:new"
REVOKE_BUTTON = "calendar:revoke"
CALENDAR_TEMPLATE = r"calendar:(?P<what>new|revoke)"
FILE_NAME = "calendar.ics"


def release_events(coming: Iterable[tuple[Series, Release]]) -> Iterator[CalendarEvent]:
    """Make an event of each release that is known to the day; of an episode on several services, of the first.

    The first broadcast goes before any service, and then what comes first.
    """
    for key, (series, release) in first_of_each(coming, _key_of).items():
        if (days := _when(release)) is not None:
            begins, ends = days
            yield CalendarEvent(
                key,
                _named(series, release),
                begins,
                ends,
                text=_streams(series),
                url=web_address(series.site) or "",
            )


def first_of_each(
    coming: Iterable[tuple[Series, Release]], key_of: Callable[[Release], _Key]
) -> dict[_Key, tuple[Series, Release]]:
    """Choose of releases with one key the first broadcast, or where that isn't among them the first that is given."""
    chosen: dict[_Key, tuple[Series, Release]] = {}
    for series, release in coming:
        key = key_of(release)
        known = chosen.get(key)
        if known is None or (release.service is None and known[1].service is not None):
            chosen[key] = (series, release)
    return chosen


def _key_of(release: Release) -> str:
    """Name what a release is, wherever it comes out and whoever dates it: an episode by its number."""
    if release.kind in BROADCAST_KINDS and (which := release.label or release.number) is not None:
        return f"episode-{release.series_id}-{which}"
    return f"release-{release.overrides_id or release.id}"


def _when(release: Release) -> tuple[datetime, datetime] | tuple[date, date] | None:
    on = release.date
    if on.is_exact and on.earliest is not None:
        return on.earliest, on.earliest + EPISODE_LASTS
    if on.anchor is None or on.local_start is None:
        return None
    day = on.local_start.date()
    return day, day + timedelta(days=1)


def _named(series: Series, release: Release) -> str:
    slot = " (usual slot)" if release.basis is Basis.SLOT else ""
    on = f" on {release.service}" if release.service else ""
    return plain(f"{plain_title(series)}: {release_names.after_series(release)}{on}{slot}", _TITLE)


def _streams(series: Series) -> str:
    named = [plain(service.name, 60) for service in series.services]
    return plain(f"Streams on {', '.join(named)}", _TEXT) if named else ""


def edition_event(edition: Edition) -> CalendarEvent:
    """Make an event of an edition's days."""
    return CalendarEvent(
        f"convention-{edition.slug}",
        plain(edition.name, _TITLE),
        edition.first_day,
        edition.last_day + timedelta(days=1),
        place=edition_place(edition),
        url=web_address(edition.site) or "",
    )


def panel_event(panel: Panel, edition: Edition) -> CalendarEvent:
    """Make an event of a panel; where nobody knows its end, it is shown as lasting an hour."""
    guests = ", ".join(plain(guest, 60) for guest in panel.guests)
    return CalendarEvent(
        f"panel-{panel.key}",
        plain(f"{panel.title} ({edition.name})", _TITLE),
        panel.begins,
        panel.ends or panel.begins + PANEL_LASTS,
        place=", ".join(part for part in (plain(panel.room or "", 80), edition_place(edition)) if part),
        text=plain(f"With {guests}", _TEXT) if guests else "",
        url=web_address(edition.site) or "",
    )


def edition_place(edition: Edition) -> str:
    """Say where an edition is held, in plain words: "Tokyo Big Sight, Tokyo, Japan"."""
    parts = (edition.venue, edition.city, country_name(edition.country))
    return ", ".join(plain(part, 100) for part in parts if part)


def announcement_event(announcement: Announcement) -> CalendarEvent | None:
    """Make an event of an announcement at the time when it was posted; None for one that has no time."""
    typed, at = announcement.typed, announcement.due_at
    if at is None:
        return None
    title, text = plain(typed.title, _TITLE), plain(typed.text, _TEXT)
    return CalendarEvent(
        f"announcement-{announcement.id}",
        title or "Announcement",
        at,
        at + EPISODE_LASTS,
        text=text,
        url=web_address(typed.link) or "",
    )


def file_text(events: int, address: str | None, *, is_served: bool) -> str:
    """Say what the file holds, and the address that programs can subscribe to, if there is one."""
    what = (
        f"This server's calendar: {count(events, 'date')} of its watchlist, conventions and announcements. "
        "Open the file with your calendar program."
        if events
        else "Nothing with a date is coming yet. The calendar fills with the series on this server's watchlist, see "
        "`/watchlist show`, and with conventions where a channel is subscribed to them."
    )
    if address is not None:
        return (
            f"{what}\nOr subscribe to this address, which stays up to date by itself. Keep it to yourself: whoever has "
            f"it can read the calendar.\n```\n{address}\n```"
        )
    if is_served:
        return f"{what}\nThere is no address to subscribe to yet: a moderator can make one here."
    return what


def address_text(address: str, *, is_new: bool) -> str:
    """Give a moderator the address that was made, in the place of another or as the first."""
    before = "The address before it was revoked. " if is_new else ""
    return (
        f"Add this address to your calendar program as a subscription. {before}Keep it to your server: whoever has it "
        f"can read the calendar. Members find it with `/calendar`.\n```\n{address}\n```"
    )


REVOKED_TEXT = (
    "The address was revoked. Calendar programs that are subscribed to it get nothing more; what they have "
    "already, they keep."
)
NOT_SERVED_TEXT = "This bot gives no addresses for calendars. Use the file from `/calendar` instead."


def calendar_buttons(*, has_address: bool) -> discord.ui.View:
    """Make a moderator's buttons: a new address, and revoking the one there is."""
    label = "Make a new address" if has_address else "Make an address"
    buttons = [discord.ui.Button[discord.ui.View](label=label, custom_id=NEW_ADDRESS_BUTTON)]
    if has_address:
        revoke = discord.ui.Button[discord.ui.View](
            label="Revoke the address", style=discord.ButtonStyle.danger, custom_id=REVOKE_BUTTON
        )
        buttons.append(revoke)
    return static_view(*buttons)


_NAME, _PLACE, _DESCRIPTION = 100, 100, 1000
"""Discord: the lengths of a scheduled event's texts."""
# --- Discord's scheduled events ---------------------------------------------------------------------------------------


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
