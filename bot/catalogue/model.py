"""What a series is: its titles, makers, services and trailers; its slug, and who said all that."""

import enum
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.dates.airdate import AirDate, Season
from bot.folding import fold
from bot.web.answers import decoded
from bot.web.links import BUTTON_ADDRESS_LENGTH, web_address


class Origin(enum.StrEnum):
    """Whose word something is, the one that counts most first.

    A guild's moderators are heard in their guild alone; what the others say is shared by all guilds.
    """

    MODERATORS = "moderators"
    OWNERS = "owners"
    ANILIST = "anilist"
    STARTER = "starter"
    BANGUMI = "bangumi-data"
    ANIMESCHEDULE = "animeschedule"

    @property
    def rank(self) -> int:
        """0 for the one that counts most."""
        return _RANKS[self]


_RANKS = {origin: rank for rank, origin in enumerate(Origin)}


@dataclass(frozen=True, slots=True)
class Editor:
    """A person who corrects: a moderator for their guild, or one of the bot's owners for everybody (`guild_id` None).

    `by` is their snowflake.
    """

    by: int
    guild_id: int | None

    @property
    def origin(self) -> Origin:
        """Whose word theirs is."""
        return Origin.OWNERS if self.guild_id is None else Origin.MODERATORS


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
    def leading(self) -> tuple[str, ...]:
        """The names that it has in English, in romaji and in its own script."""
        return tuple(name for name in (self.english, self.romaji, self.native) if name)

    @property
    def all(self) -> tuple[str, ...]:
        """Every name once, the main ones first."""
        return tuple(dict.fromkeys(name for name in (*self.leading, *self.also) if name))


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
    """A video. `url` is None for one that is known to exist and cannot be linked to.

    `published` is when it came out, where somebody said so, as exactly as they did; `seen_at` is when it was first
    heard of. None where that isn't known.
    """

    name: str
    url: str | None = None
    note: str | None = None
    published: AirDate | None = None
    seen_at: datetime | None = None


def newest_first(trailers: Iterable[Trailer]) -> tuple[Trailer, ...]:
    """Put the trailers in order, the newest first: by the day each was published, else by when it was first seen.

    Those of which neither is known come last, in the order in which they are said.
    """
    return tuple(sorted(trailers, key=_since, reverse=True))


def _since(trailer: Trailer) -> tuple[bool, float]:
    published = trailer.published.earliest if trailer.published else None
    at = published or trailer.seen_at
    return at is not None, at.timestamp() if at else 0.0


class Relation(enum.StrEnum):
    """What another series is to one, in the order to show them."""

    PREQUEL = "prequel"
    SEQUEL = "sequel"
    PARENT = "parent"
    SERIES = "series"
    FILM = "film"
    SIDE_STORY = "side_story"
    SPIN_OFF = "spin_off"
    ALTERNATIVE = "alternative"
    SUMMARY = "summary"
    SPECIAL = "special"
    SAME_TITLE = "same_title"


@dataclass(frozen=True, slots=True)
class RelatedEntry:
    """Another of AniList's entries, and what it is to a series; it needn't be in the catalogue.

    `title` is what it is called first, `year` that of its first release. `is_ahead` tells that nothing of it has come
    out yet, as AniList had it then.
    """

    anilist_id: int
    relation: Relation
    title: str
    format: Format
    year: int | None = None
    is_ahead: bool = False
    adult: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact is from."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Namesake:
    """Another series whose main title reads like a series' own, with what may tell the two apart."""

    id: int
    format: Format
    year: int | None = None
    season: Season | None = None
    native: str | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A series of the catalogue. `id` is the store's (0 before it is stored); lists are in the order to show them.

    `popularity` counts the people who have it on a list of theirs on AniList, and `score` is what they give it, from 1
    to 100. `picture` is the address of a poster, and `colour` is its main one, as 0xRRGGBB. `year` and `season` are
    those of its first release, in Tokyo, as far as they are known. `relations` are None where nobody was asked for
    them, as of what AniList has never spoken of. `guild_id` is the guild's whose moderators added it; None for what all
    share. `namesakes` are known of what was read from the store, and no part of what the
    series is.
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
    colour: int | None = None
    genres: tuple[str, ...] = ()
    score: int | None = None
    anidb_id: int | None = None
    relations: tuple[RelatedEntry, ...] | None = None
    namesakes: tuple[Namesake, ...] = field(default=(), compare=False)

    @property
    def as_namesake(self) -> Namesake:
        """What may tell it from others."""
        return Namesake(self.id, self.format, self.year, self.season, self.titles.native)

    @property
    def playable_trailers(self) -> tuple[Trailer, ...]:
        """The trailers that can be linked to, the newest first, each with the address that does."""
        ordered = newest_first(self.trailers)
        shown = ((trailer, web_address(trailer.url, BUTTON_ADDRESS_LENGTH)) for trailer in ordered)
        return tuple(trailer if url == trailer.url else replace(trailer, url=url) for trailer, url in shown if url)

    @property
    def anilist_url(self) -> str | None:
        """Its page on AniList."""
        return f"https://anilist.co/anime/{self.anilist_id}" if self.anilist_id else None

    @property
    def myanimelist_url(self) -> str | None:
        """Its page on MyAnimeList."""
        return f"https://myanimelist.net/anime/{self.myanimelist_id}" if self.myanimelist_id else None


LARGEST_COLOUR = 0xFFFFFF
HIGHEST_SCORE = 100
SLUG_LENGTH = 80


def slugs_for(series: Series) -> Iterator[str]:
    """Yield slugs that would do for a series, the one to be preferred first; they never end.

    >>> from bot.catalogue.model import Titles
    >>> every = slugs_for(Series(0, "", Titles(english="Metallic Rouge"), year=2024))
    >>> [next(every) for _ in range(4)]
    ['metallic-rouge', 'metallic-rouge-2024', 'metallic-rouge-2024-tv', 'metallic-rouge-2024-tv-2']
    """
    plain = _slug(series.titles.main)
    yield plain
    dated = f"{plain}-{series.year}" if series.year else plain
    if series.year:
        yield dated
    whole = f"{dated}-{series.format.value}"
    yield whole
    number = 2
    while True:
        yield f"{whole}-{number}"
        number += 1


def is_outdated(before: Series, now: Series) -> bool:
    """Tell whether a series' slug was made of a title that had HTML entities, which were read as words once.

    >>> from bot.catalogue.model import Titles
    >>> garbled = Series(1, "tiger-amp-bunny-2012", Titles(native="TIGER &amp; BUNNY"))
    >>> is_outdated(garbled, Series(1, garbled.slug, Titles(native="TIGER & BUNNY"))), is_outdated(garbled, garbled)
    (True, False)
    """
    return _is_of_entities(before) and not _is_of_entities(now)


def _is_of_entities(series: Series) -> bool:
    garbled = (_slug(title) for title in series.titles.all if "&" in title and decoded(title) != title)
    return any(series.slug == each or series.slug.startswith(f"{each}-") for each in garbled)


def _slug(title: str) -> str:
    return fold(title).replace(" ", "-")[:SLUG_LENGTH].strip("-") or "untitled"


IDENTITY_FIELDS = {"anilist": "anilist_id", "myanimelist": "myanimelist_id", "bangumi": "bangumi_id"}
"""The fields of a series by which catalogues know it, by the catalogues' names; the surest first.

AniDB's ids aren't among them: it has the halves of a season, or the films of a row, under one.
"""
OWN_IDENTITY = {Origin.ANILIST: "anilist", Origin.BANGUMI: "bangumi"}
"""By which of these a source itself numbers its entries; the others' ids are what it believes of them."""
