"""What lists of the catalogue are made of, when people browse it."""

from dataclasses import dataclass
from datetime import datetime

from bot.catalogue.model import Series
from bot.catalogue.releases import Release


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a list is: the guild that it is read in (None outside any), and whether series for adults may show."""

    guild_id: int | None
    adult: bool = False


@dataclass(frozen=True, slots=True)
class UpcomingQuery:
    """What somebody wants to know of the days ahead.

    Up to when; on which service, None for first broadcasts and cinemas; and whether of the guild's watchlist alone.
    """

    until: datetime
    service: str | None = None
    watchlist: bool = False


@dataclass(frozen=True, slots=True)
class SeasonEntry:
    """A series of a season's list: its next release, if one is ahead, and its first one, if it has any."""

    series: Series
    next: Release | None = None
    first: Release | None = None


@dataclass(frozen=True, slots=True)
class UpcomingRelease:
    """What of a series comes out at one time in one place: a release, or the first and the last of several at once."""

    series: Series
    first: Release
    last: Release
