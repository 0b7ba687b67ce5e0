"""AniList's answers: a page of media, or why there is none.

An error may come with any status, 200 included, and with whole media beside it; a status of 403 means that the API is
switched off, for days at times.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.catalogue.sources.anilist.airing import UPCOMING_ROWS
from bot.catalogue.sources.values import JsonObject, entries, entry, number, text
from bot.errors import YokokuError
from bot.web.answers import Response

ANILIST_PAGE_SIZE = 50
SEARCH_SIZE = 10

_MEDIA = """
fragment media on Media {
  id
  idMal
  type
  format
  status(version: 2)
  title { romaji english native }
  synonyms
  episodes
  description(asHtml: false)
  season
  seasonYear
  startDate { year month day }
  isAdult
  popularity
  siteUrl
  averageScore
  genres
  coverImage { large color }
  trailer { id site }
  studios { edges { isMain node { name isAnimationStudio } } }
  staff(sort: [RELEVANCE], page: 1, perPage: 25) { edges { role node { name { full native } } } }
  externalLinks { site url type language isDisabled }
  airingSchedule(page: 1, perPage: 25) { nodes { episode airingAt } }
  relations { edges { relationType(version: 3) node {
    id type format status(version: 2) isAdult title { romaji english native } startDate { year }
  } } }
  upcoming: airingSchedule(notYetAired: true, page: 1, perPage: UPCOMING_ROWS) { nodes { episode airingAt } }
}
""".replace("UPCOMING_ROWS", str(UPCOMING_ROWS))
# The first rows hold the premiere; of a series that runs for years only what is to come stands in the second list.

SEARCH_QUERY = (
    """
query ($text: String, $size: Int) {
  Page(page: 1, perPage: $size) {
    pageInfo { hasNextPage }
    media(search: $text, type: ANIME, sort: [SEARCH_MATCH]) { ...media }
  }
}
"""
    + _MEDIA
)

BY_IDS_QUERY = (
    """
query ($ids: [Int], $page: Int, $size: Int) {
  Page(page: $page, perPage: $size) {
    pageInfo { hasNextPage }
    media(id_in: $ids, type: ANIME, sort: [ID]) { ...media }
  }
}
"""
    + _MEDIA
)

BY_MAL_IDS_QUERY = (
    """
query ($ids: [Int], $page: Int, $size: Int) {
  Page(page: $page, perPage: $size) {
    pageInfo { hasNextPage }
    media(idMal_in: $ids, type: ANIME, sort: [ID]) { ...media }
  }
}
"""
    + _MEDIA
)

SEASON_QUERY = (
    """
query ($year: Int, $season: MediaSeason, $page: Int, $size: Int) {
  Page(page: $page, perPage: $size) {
    pageInfo { hasNextPage }
    media(season: $season, seasonYear: $year, type: ANIME, sort: [POPULARITY_DESC, ID]) { ...media }
  }
}
"""
    + _MEDIA
)

DOCUMENTS = (SEARCH_QUERY, BY_IDS_QUERY, BY_MAL_IDS_QUERY, SEASON_QUERY)


WITHOUT_A_WORD = timedelta(minutes=1)
"""How long is waited after "too many requests" that doesn't say how long: AniList counts by the minute."""
_NOT_FOUND, _FORBIDDEN, _TOO_MANY = 404, 403, 429
REFUSALS = frozenset({400, 401, 405, 413, 415, 422})


class Throttled(YokokuError):
    """Too many requests; `wait` says how long nothing more may be asked."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__(f"it asks us to wait for {wait.total_seconds():.0f} s")
        self.wait = wait


class SwitchedOff(YokokuError):
    """The API is switched off, or we are shut out."""


class Failed(YokokuError):
    """No answer that makes sense: its trouble, which passes."""


class Refused(YokokuError):
    """The question isn't taken."""


@dataclass(frozen=True, slots=True)
class MediaPage:
    """Media as they were sent, whatever they are. `is_partial` where others had to be left out."""

    media: Sequence[object]
    has_next: bool
    is_partial: bool = False


def read_page(response: Response, now: datetime) -> MediaPage:
    """Read the page that an answer holds. Raises one of this module's errors where it holds none."""
    whole = _whole(response)
    errors = list(entries(whole.get("errors")))
    if not errors and response.is_success:
        return _page(whole)
    page = _without_broken(whole, errors)
    if page is not None and response.status not in {_FORBIDDEN, _TOO_MANY}:
        return page
    raise_for(response, errors, now)
    return MediaPage((), has_next=False)  # what was asked for is not there


def _whole(response: Response) -> JsonObject:
    try:
        told: Any = response.json()
    except ValueError:
        told = None
    if isinstance(told, dict):
        return told
    if response.is_success or response.status == _NOT_FOUND:
        raise Failed(f"it sent {_kind(response)} instead of an answer")
    return {"errors": [{"status": response.status}]}


def _kind(response: Response) -> str:
    if response.is_challenge:
        return "a page that tests browsers"
    return "a web page" if response.is_html else "no JSON"


def raise_for(response: Response, errors: Sequence[JsonObject], now: datetime) -> None:
    """Raise what the errors of an answer come to; nothing where they say that there is no such thing."""
    statuses = {number(error.get("status"), 100, 599) for error in errors} | {response.status}
    said = next(filter(None, (text(error.get("message"), 200) for error in errors)), f"status {response.status}")
    if _TOO_MANY in statuses:
        told = response.retry_after(now)
        raise Throttled(WITHOUT_A_WORD if told is None else told)
    if _FORBIDDEN in statuses:
        raise SwitchedOff(said)
    if errors and statuses <= {_NOT_FOUND, 200}:
        return
    if statuses & REFUSALS:
        raise Refused(said)
    raise Failed(said)


def _page(whole: JsonObject) -> MediaPage:
    if not isinstance(whole.get("data"), dict):
        raise Failed("it sent JSON that is no answer")
    page = entry(whole["data"].get("Page"))
    media = page.get("media")
    has_next = entry(page.get("pageInfo")).get("hasNextPage") is True
    return MediaPage(media if isinstance(media, list) else (), has_next)


def _without_broken(whole: JsonObject, errors: Sequence[JsonObject]) -> MediaPage | None:
    """Give the page without the media that an error touches; None where nothing whole is left."""
    if not isinstance(entry(entry(whole.get("data")).get("Page")).get("media"), list):
        return None
    page = _page(whole)
    broken: set[int] = set()
    for error in errors:
        match error.get("path"):
            case ["Page", "media", int(at), *_]:
                broken.add(at)
    media = [each for at, each in enumerate(page.media) if at not in broken and each is not None]
    return MediaPage(media, page.has_next, is_partial=True) if media else None
