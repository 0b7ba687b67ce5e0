"""Conventions: an edition is held on local days, and has news."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.dates.airdate import MORNING, AirDate, local_instant


@dataclass(frozen=True, slots=True)
class Edition:
    """One holding of a convention: "Anime Expo 2023" of "Anime Expo".

    `first_day` and `last_day` are local and inclusive. `last_public_day` is set where the last days are for the trade
    only. `country` is ISO 3166-1 alpha-2, `zone` an IANA name.
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

    @property
    def opens_at(self) -> datetime:
        """09:00 there on the first day, in UTC: what leads are counted back from, and when it is told as begun."""
        return local_instant(self.first_day, MORNING, self.zone)

    @property
    def over_at(self) -> datetime:
        """The midnight there that ends the last day, in UTC."""
        return local_instant(self.last_day + timedelta(days=1), time(), self.zone)

    def days_until(self, now: datetime) -> int:
        """Count whole days on the convention's own calendar until the first; 0 on it, negative after it has begun."""
        return (self.first_day - now.astimezone(ZoneInfo(self.zone)).date()).days

    def is_on(self, now: datetime) -> bool:
        """Tell whether it is being held on the day that `now` is there."""
        return self.first_day <= now.astimezone(ZoneInfo(self.zone)).date() <= self.last_day


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


def news_due(published: AirDate, edition: Edition) -> datetime:
    """Compute when news of an edition is posted, in UTC.

    At its instant, or at 09:00 of its day. News known only to be "from the convention" is posted at 09:00 on the
    morning after the last day: the first moment when it is certain to have been said.
    """
    return published.anchor or local_instant(edition.last_day + timedelta(days=1), MORNING, edition.zone)
