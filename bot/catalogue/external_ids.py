"""A series as other catalogues number it, and what of that people type."""

import enum
import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit


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
_PREFIXES = {
    "anilist": ExternalSite.ANILIST,
    "al": ExternalSite.ANILIST,
    "myanimelist": ExternalSite.MYANIMELIST,
    "mal": ExternalSite.MYANIMELIST,
}
_LARGEST_ID = 2**31 - 1


def read_external_ids(text: str) -> tuple[ExternalId, ...]:
    """Read the ids that `text` may mean.

    It may be an AniList or MyAnimeList address, "mal:54794", or a bare number, which may be of either site.

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
