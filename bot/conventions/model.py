"""Conventions: an edition is held on local days, and has news."""

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
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
        return local_instant(self.first_day, MORNING, self.zone)

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
