"""Conventions: an edition is held on local days, and has panels and news."""

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.dates.airdate import MORNING, AirDate, Precision, local_instant
from bot.folding import fold


class EditionStatus(enum.StrEnum):
    """How firmly an edition is planned, and whether people meet there."""

    ANNOUNCED = "announced"
    CONFIRMED = "confirmed"
    MOVED = "moved"
    ONLINE = "online"


class EditionOrigin(enum.StrEnum):
    """Who says what is known of an edition."""

    FILE = "file"
    """What comes with Yokoku."""
    OWNERS = "owners"
    MODERATORS = "moderators"


@dataclass(frozen=True, slots=True)
class Edition:
    """One holding of a convention: "Anime Expo 2023" of "Anime Expo".

    `first_day` and `last_day` are local and inclusive. Where `precision` isn't `DAY`, no days are known: they are then
    the bounds of the month or year. `last_public_day` is set where the last days are for the trade only. `country` is
    ISO 3166-1 alpha-2, `zone` an IANA name. `aliases` are other names of the convention, and `tickets` is from when
    they are sold. `verified_on` is when one of us last looked it up. An edition with a `guild_id` is that guild's own,
    and stands there in the place of a shared one of its slug.
    """

    id: int
    slug: str
    convention: str
    name: str
    first_day: date
    last_day: date
    zone: str
    city: str
    country: str
    venue: str | None = None
    last_public_day: date | None = None
    site: str | None = None
    source: str | None = None
    precision: Precision = Precision.DAY
    status: EditionStatus = EditionStatus.ANNOUNCED
    cancelled: bool = False
    aliases: tuple[str, ...] = ()
    tickets: AirDate | None = None
    guests: tuple[str, ...] = ()
    verified_on: date | None = None
    origin: EditionOrigin = EditionOrigin.FILE
    guild_id: int | None = None

    @property
    def is_dated(self) -> bool:
        """Whether its days are known: nothing counts down to an edition of which only the month is."""
        return self.precision is Precision.DAY

    @property
    def opens_at(self) -> datetime:
        """09:00 there on the first day, in UTC: what leads are counted back from, and when it is told as begun."""
        return self.morning_of(0)

    def morning_of(self, number: int) -> datetime:
        """Give 09:00 there on a day, in UTC; 0 is the first, and 1 the day after it."""
        return local_instant(self.first_day + timedelta(days=number), MORNING, self.zone)

    @property
    def tickets_at(self) -> datetime | None:
        """When it is told that tickets are sold, in UTC: at that instant, or at 09:00 of the day; None for less."""
        return None if self.tickets is None else self.tickets.anchor

    @property
    def over_at(self) -> datetime:
        """The midnight there that ends the last day, in UTC."""
        return local_instant(self.last_day + timedelta(days=1), time(), self.zone)

    @property
    def begins(self) -> AirDate:
        """When it begins, as exactly as it is known."""
        if self.is_dated:
            return AirDate.day(self.first_day, zone=self.zone)
        bounds = (
            local_instant(self.first_day, time(), self.zone),
            local_instant(self.last_day + timedelta(1), time(), self.zone),
        )
        return AirDate(self.precision, *bounds, self.zone)

    def days_until(self, now: datetime) -> int:
        """Count whole days on the convention's own calendar until the first; 0 on it, negative after it has begun."""
        return (self.first_day - now.astimezone(ZoneInfo(self.zone)).date()).days

    def is_on(self, now: datetime) -> bool:
        """Tell whether it is being held on the day that `now` is there."""
        return self.is_dated and self.first_day <= now.astimezone(ZoneInfo(self.zone)).date() <= self.last_day


@dataclass(frozen=True, slots=True)
class EditionFilter:
    """Which editions are listed: of a country (its code), in a month (its first day), within so many days."""

    country: str | None = None
    month: date | None = None
    within: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether all are."""
        return self == EditionFilter()


def edition_slugs(name: str) -> Iterator[str]:
    """Yield slugs that would do for an edition, the one to be preferred first; they never end.

    >>> next(edition_slugs("NärCon Sommar 2027"))
    'narcon-sommar-2027'
    """
    plain = "-".join(fold(name).split())[:80] or "convention"
    yield plain
    number = 2
    while True:
        yield f"{plain}-{number}"
        number += 1


@dataclass(frozen=True, slots=True)
class News:
    """Something shown or said at an edition. `published` is as exact as its source."""

    id: int
    edition_id: int
    headline: str
    published: AirDate
    text: str | None = None
    url: str | None = None
    people: tuple[str, ...] = ()
    series_slug: str | None = None
    source: str | None = None
    picture: str | None = None


def news_due(published: AirDate, edition: Edition) -> datetime:
    """Compute when news of an edition is posted, in UTC.

    At its instant, or at 09:00 of its day. News known only to be "from the convention" is posted at 09:00 on the
    morning after the last day: the first moment when it is certain to have been said.
    """
    return published.anchor or local_instant(edition.last_day + timedelta(days=1), MORNING, edition.zone)


NIGHT: Final = timedelta(hours=5)
"""A panel that begins before this time of day belongs to the day before: one at 01:30 on Saturday is on Friday's."""
PANEL_LEAD: Final = timedelta(hours=1)
"""So long before it begins channels are told of a panel."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Something on an edition's programme, from an instant (UTC) until another, where that is known.

    `edition_id` is the edition's that all share, if there is one. A panel with a `guild_id` is that guild's own, and
    with `overrides_id` stands there in the place of a shared one. `anchor_at` is when channels are told of it: an hour
    before, or, of one that was added or moved later than that, at once.
    """

    id: int
    edition_id: int
    title: str
    begins: datetime
    ends: datetime | None = None
    room: str | None = None
    guests: tuple[str, ...] = ()
    series_id: int | None = None
    cancelled: bool = False
    guild_id: int | None = None
    overrides_id: int | None = None
    anchor_at: datetime | None = None

    @property
    def key(self) -> int:
        """The id by which its history is kept: the shared one's, where it stands in the place of that."""
        return self.overrides_id or self.id

    def day_in(self, zone: str) -> date:
        """Give the day of the programme that it is on, by the clock of `zone`; a night is the evening's."""
        return (self.begins.astimezone(ZoneInfo(zone)).replace(tzinfo=None) - NIGHT).date()

    def is_within(self, edition: Edition) -> bool:
        """Tell whether it begins on one of an edition's days: one that was left behind by a move isn't told."""
        return edition.is_dated and edition.first_day <= self.day_in(edition.zone) <= edition.last_day


def panel_due(panel: Panel, before: Panel | None, *, scanned: datetime | None, now: datetime) -> datetime:
    """Compute when channels are told of a panel as it is now, where it was `before`; `scanned` is the last scan.

    No scan would find what is due before the last one, so a panel that begins within the hour is due just after it.
    """
    if before is not None and before.anchor_at is not None and before.begins == panel.begins:
        return before.anchor_at
    due = panel.begins - PANEL_LEAD
    if scanned is None or due > scanned or panel.begins <= now:
        return due
    return max(now, scanned + A_MOMENT)


A_MOMENT: Final = timedelta(microseconds=1)
"""The least by which instants are told apart."""
