"""What a series is: its titles, its makers, where it streams, its trailers and where we know all that from."""

import enum
from dataclasses import dataclass, field, replace

from bot.dates.airdate import AirDate, Season
from bot.web.links import BUTTON_ADDRESS_LENGTH, web_address


class Format(enum.StrEnum):
    """What kind of thing it is, in the field's terms."""

    TV = "tv"
    FILM = "film"
    OVA = "ova"
    ONA = "ona"
    SPECIAL = "special"


@dataclass(frozen=True, slots=True)
class Titles:
    """A series' names. `native` is in its own script; `also` holds every other name it is known by."""

    english: str | None = None
    romaji: str | None = None
    native: str | None = None
    also: tuple[str, ...] = ()

    @property
    def main(self) -> str:
        """The name to show first: English, else romaji, else native."""
        return self.english or self.romaji or self.native or next(iter(self.also), "Untitled")

    @property
    def all(self) -> tuple[str, ...]:
        """Every name once, the main ones first."""
        named = (self.english, self.romaji, self.native, *self.also)
        return tuple(dict.fromkeys(name for name in named if name))


@dataclass(frozen=True, slots=True)
class Credit:
    """Someone who made it. `known_for` is earlier work, as a source names it."""

    role: str
    name: str
    known_for: str | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """Where it streams. `since` is when the service first carried it, as exactly as that is known.

    `regions` are ISO 3166 codes of the countries that it is offered in; none where that isn't known, or everywhere.
    """

    name: str
    url: str | None = None
    since: AirDate | None = None
    regions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trailer:
    """A video. `url` is None for one that is known to exist and cannot be linked to."""

    name: str
    url: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact is from."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A series of the catalogue. `id` is the store's (0 before it is stored); lists are in the order to show them.

    `popularity` counts the people who have it on a list of theirs on AniList, `picture` is the address of a poster,
    `year` and `season` are those of its first release, in Tokyo, as far as they are known. `guild_id` is the guild's
    whose moderators added it; None for what all share.
    """

    id: int
    slug: str
    titles: Titles
    format: Format = Format.TV
    episodes: int | None = None
    story: str | None = None
    studio: str | None = None
    anilist_id: int | None = None
    myanimelist_id: int | None = None
    site: str | None = None
    credits: tuple[Credit, ...] = field(default=())
    services: tuple[Service, ...] = field(default=())
    trailers: tuple[Trailer, ...] = field(default=())
    sources: tuple[Source, ...] = field(default=())
    adult: bool = False
    popularity: int | None = None
    picture: str | None = None
    year: int | None = None
    season: Season | None = None
    bangumi_id: int | None = None
    guild_id: int | None = None

    @property
    def playable_trailers(self) -> tuple[Trailer, ...]:
        """The trailers that can be linked to, each with the address that does."""
        shown = ((trailer, web_address(trailer.url, BUTTON_ADDRESS_LENGTH)) for trailer in self.trailers)
        return tuple(trailer if url == trailer.url else replace(trailer, url=url) for trailer, url in shown if url)

    @property
    def anilist_url(self) -> str | None:
        """Its page on AniList."""
        return f"https://anilist.co/anime/{self.anilist_id}" if self.anilist_id else None

    @property
    def myanimelist_url(self) -> str | None:
        """Its page on MyAnimeList."""
        return f"https://myanimelist.net/anime/{self.myanimelist_id}" if self.myanimelist_id else None
