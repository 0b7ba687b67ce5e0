"""Ids and addresses by which other catalogues know a series, read from what people type."""

import enum
import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qs, urlsplit


class ExternalSite(enum.StrEnum):
    """The catalogues whose ids and addresses are understood."""

    ANILIST = "anilist"
    MYANIMELIST = "myanimelist"
    BANGUMI = "bangumi"
    ANIDB = "anidb"


@dataclass(frozen=True, slots=True)
class ExternalId:
    """A series as another catalogue numbers it."""

    site: ExternalSite
    number: int


_HOSTS: Final = {
    "anilist.co": ExternalSite.ANILIST,
    "myanimelist.net": ExternalSite.MYANIMELIST,
    "bgm.tv": ExternalSite.BANGUMI,
    "bangumi.tv": ExternalSite.BANGUMI,
    "chii.in": ExternalSite.BANGUMI,
    "anidb.net": ExternalSite.ANIDB,
}
_PATHS: Final = {
    ExternalSite.ANILIST: re.compile("/anime/([0-9]+)(?:/.*)?"),
    ExternalSite.MYANIMELIST: re.compile("/anime/([0-9]+)(?:/.*)?"),
    ExternalSite.BANGUMI: re.compile("/subject/([0-9]+)(?:/.*)?"),
    ExternalSite.ANIDB: re.compile("/(?:anime/|a)([0-9]+)(?:/.*)?"),
}
_OLDER_FORMS: Final = {
    ExternalSite.MYANIMELIST: ("/anime.php", "id"),
    ExternalSite.ANIDB: ("/perl-bin/animedb.pl", "aid"),
}
"""Addresses that sites gave once, which are still about: their path, and the parameter with the id."""
_PREFIXES: Final = {
    "anilist": ExternalSite.ANILIST,
    "al": ExternalSite.ANILIST,
    "myanimelist": ExternalSite.MYANIMELIST,
    "mal": ExternalSite.MYANIMELIST,
    "bgm": ExternalSite.BANGUMI,
    "anidb": ExternalSite.ANIDB,
    "aid": ExternalSite.ANIDB,
}
_BARE_NUMBERS: Final = (ExternalSite.ANILIST, ExternalSite.MYANIMELIST)
_LARGEST_ID: Final = 2**31 - 1


def read_external_ids(text: str) -> tuple[ExternalId, ...]:
    """Read the ids that `text` may mean.

    It may be an address at AniList, MyAnimeList, AniDB or bgm.tv, "mal:54794", or a bare number, which may be of either
    of the first two.

    >>> read_external_ids("https://myanimelist.net/anime/54794/Metallic_Rouge")
    (ExternalId(site=<ExternalSite.MYANIMELIST: 'myanimelist'>, number=54794),)
    >>> [found.site.value for found in read_external_ids("162985")]
    ['anilist', 'myanimelist']
    """
    text = text.strip().removeprefix("<").removesuffix(">")  # so wrapped, Discord shows an address without a preview
    if number := _as_id(text):
        return tuple(ExternalId(site, number) for site in _BARE_NUMBERS)
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
    site = _HOSTS.get((host or "").removeprefix("www."))
    if site is None or address.scheme not in {"https", "http"}:
        return None, None
    if match := _PATHS[site].fullmatch(address.path):
        return site, _as_id(match[1])
    path, parameter = _OLDER_FORMS.get(site, ("", ""))
    return site, _as_id(parse_qs(address.query).get(parameter, [""])[0]) if address.path == path else None


def _as_id(text: str) -> int | None:
    if not re.fullmatch(r"[0-9]{1,10}", text):
        return None
    number = int(text)
    return number if 0 < number <= _LARGEST_ID else None
