"""What a series is: its titles, its makers, where it streams, its trailers and where we know all that from."""

import enum
import functools
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qs, urlsplit

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


def legible(text: str) -> str:
    """Text without the signs that nobody sees and no name needs.

    These are format signs (zero-width, direction), variation selectors, controls that aren't spaces, and halves of
    surrogate pairs, which JSON can carry and no database can.

    >>> legible("Metal\u200blic\ufeff Rouge")
    'Metallic Rouge'
    """
    # Judging each sign takes the longest; what can be printed has no unseen ones but these selectors.
    return text if text.isprintable() and not _VARIATION_SELECTOR.search(text) else text.translate(_LEGIBLE)


@functools.lru_cache(maxsize=1024)
def fold(title: str) -> str:
    """A title reduced to what a person means by it: without case, width, accents and punctuation.

    Two titles are the same when their folds are equal. Letters of every script are kept, and so is the voicing mark
    of kana (が is not か), by composing again what NFKD took apart.

    >>> fold("ＭＥＴＡＬＬＩＣ  Rougé!")
    'metallic rouge'
    >>> fold("メタリックルージュ")
    'メタリックルージュ'
    """
    if title.isascii():
        together = legible(title).lower()
    else:
        apart = unicodedata.normalize("NFKD", legible(title)).casefold()
        together = unicodedata.normalize("NFKC", _ACCENTS.sub("", apart))
    if together.isalnum():  # one word of letters and digits, as most titles in Chinese and Japanese are
        return together
    words = " ".join(together.translate(_WORDS_ALONE).split())
    # A title that is all signs ("!!!") has nothing else to be known by, nor has one that is an accent alone ("¸").
    return words or " ".join(together.split()) or " ".join(legible(title).split())


class _Judged(dict[int, int | str | None]):
    """What `str.translate` makes of each sign, judged when it is first met: a title has few that no other had."""

    most = 20_000  # more than a catalogue has; whoever sends every sign there is doesn't fill the memory

    def __init__(self, judge: Callable[[str], str | None]) -> None:
        super().__init__()
        self._judge = judge

    def __missing__(self, point: int) -> int | str | None:
        if len(self) >= self.most:
            self.clear()
        judged = self._judge(chr(point))
        self[point] = judged
        return judged


_VARIATION_SELECTOR = re.compile("[\ufe00-\ufe0f]")


def _seen(sign: str) -> str | None:
    is_unseen = unicodedata.category(sign)[0] == "C" or _VARIATION_SELECTOR.match(sign)
    return None if is_unseen and not sign.isspace() else sign


_LEGIBLE = _Judged(_seen)
_ACCENTS = re.compile("[\u0300-\u036f]+")
_WORDS_ALONE = _Judged(lambda sign: sign if unicodedata.category(sign)[0] in "LNM" else " ")


class ExternalSite(enum.StrEnum):
    """The catalogues whose ids and addresses are understood."""

    ANILIST = "anilist"
    MYANIMELIST = "myanimelist"


@dataclass(frozen=True, slots=True)
class ExternalId:
    """A series as another catalogue numbers it."""

    site: ExternalSite
    number: int


_HOSTS = {"anilist.co": ExternalSite.ANILIST, "myanimelist.net": ExternalSite.MYANIMELIST}
_PREFIXES = {"anilist": ExternalSite.ANILIST, "al": ExternalSite.ANILIST, "myanimelist": ExternalSite.MYANIMELIST}
_PREFIXES["mal"] = ExternalSite.MYANIMELIST
_LARGEST_ID = 2**31 - 1


def read_external_ids(text: str) -> tuple[ExternalId, ...]:
    """The ids that `text` may mean: an AniList or MyAnimeList address, "mal:54794", or a bare number (either site).

    >>> read_external_ids("https://myanimelist.net/anime/54794/Metallic_Rouge")
    (ExternalId(site=<ExternalSite.MYANIMELIST: 'myanimelist'>, number=54794),)
    >>> [found.site.value for found in read_external_ids("162985")]
    ['anilist', 'myanimelist']
    """
    text = text.strip().removeprefix("<").removesuffix(">")  # so wrapped, Discord shows an address without a preview
    if number := _as_id(text):
        return tuple(ExternalId(site, number) for site in ExternalSite)
    if match := re.fullmatch(r"([a-z]+)\s*[:# ]\s*([0-9]{1,10})", text, re.IGNORECASE):
        site, number = _PREFIXES.get(match[1].lower()), _as_id(match[2])
    else:
        site, number = _from_address(text)
    return (ExternalId(site, number),) if site and number else ()


def _from_address(text: str) -> tuple[ExternalSite | None, int | None]:
    try:
        address = urlsplit(text if "://" in text else f"https://{text}")
        host = address.hostname
    except ValueError:  # "https://[" and the like
        return None, None
    if address.scheme not in {"https", "http"}:
        return None, None
    site = _HOSTS.get((host or "").removeprefix("www."))
    match address.path.split("/"):
        case ["", "anime", number, *_]:
            return site, _as_id(number)
        case ["", "anime.php"]:  # MyAnimeList's older form
            return site, _as_id(parse_qs(address.query).get("id", [""])[0])
        case _:
            return None, None


def _as_id(text: str) -> int | None:
    if not re.fullmatch(r"[0-9]{1,10}", text):
        return None
    number = int(text)
    return number if 0 < number <= _LARGEST_ID else None
