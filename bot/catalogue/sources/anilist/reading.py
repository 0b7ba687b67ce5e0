"""AniList's media, read into records. Any field may be null or nonsense; what isn't said is left out.

When it comes out AniList says by a fuzzy first date, and a row with an instant for each broadcast.
What becomes of them, by format:

- TV, TV shorts, web series, specials, music: the first date is the premiere's, exact once the first episode has a row;
  further rows are episodes, one before the premiere has the number 0, and the one with the last number is the finale.
- Films: a film with its first date. Rows are left alone: their hour means nothing in cinemas.
- OVAs: home-video dates by the day, one for each row, else the first date alone: discs come out on a day, at no hour.

A row that is still to come and isn't there any more has no date: AniList deletes the rows of shows that are delayed or
on a break. Those of a show that it says is on hiatus aren't believed.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot.catalogue.fields import MOST_EPISODES
from bot.catalogue.model import HIGHEST_SCORE, Credit, Format, Origin, Series, Service, Source, Titles, Trailer
from bot.catalogue.records import SourceRecord
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.services import canonical_service
from bot.catalogue.sources.values import (
    FIRST_SOURCE_YEAR,
    LAST_SOURCE_YEAR,
    JsonObject,
    address,
    entries,
    entry,
    number,
    plain_text,
    text,
)
from bot.dates.airdate import TOKYO, AirDate, Precision, Season
from bot.folding import fold
from bot.web.links import host_of, secured

MOST_CREDITS = 12
ROLES = (
    "Original Creator",
    "Original Story",
    "Original Work",
    "Chief Director",
    "Director",
    "Series Director",
    "Co-Director",
    "Assistant Director",
    "Series Composition",
    "Screenplay",
    "Script",
    "Original Character Design",
    "Character Design",
    "Chief Animation Director",
    "Mechanical Design",
    "Music",
    "Art Director",
    "Color Design",
    "Director of Photography",
    "Sound Director",
)
"""What AniList calls the roles that people ask for, in the order to show them."""

_RANKS = {role.casefold(): rank for rank, role in enumerate(ROLES)}
_NOTE = re.compile(r"\s*\(([^()]{0,200})\)\s*$")
_PARTLY = re.compile(
    r"\b(?:eps?|episodes?|ops?|eds?|openings?|endings?|pv|teasers?|trailers?)\b\.?\s*\d*", re.IGNORECASE
)


def credits_of(staff: object) -> tuple[Credit, ...]:
    """Read the credits of a staff connection: the roles of `ROLES` in that order, `MOST_CREDITS` at most.

    Who did something for single episodes or an opening alone ("Script (ep 3)") is left out.
    """
    found: dict[tuple[int, Credit], None] = {}
    for edge in entries(entry(staff).get("edges")):
        names = entry(entry(edge.get("node")).get("name"))
        role, name = text(edge.get("role"), 200), text(names.get("full"), 100) or text(names.get("native"), 100)
        if role is None or name is None:
            continue
        note = _NOTE.search(role)
        if note and _PARTLY.search(note[1]):
            continue
        rank = _RANKS.get(_NOTE.sub("", role).casefold())
        if rank is not None:
            found[rank, Credit(ROLES[rank], name)] = None
    return tuple(credit for _, credit in sorted(found, key=lambda ranked: ranked[0])[:MOST_CREDITS])


ANILIST_TITLE_LENGTH = 300
ANILIST_STORY_LENGTH = 4000
MOST_NAMES = 100
MOST_LINKED_SERVICES = 25
MOST_GENRES = 20
"""AniList has nineteen."""
GENRE_LENGTH = 40
LONGEST_LIST = 1000
"""Of a list only so much is looked at."""

_FORMATS = {
    "TV": Format.TV,
    "TV_SHORT": Format.TV,
    "MOVIE": Format.FILM,
    "OVA": Format.OVA,
    "ONA": Format.ONA,
    "SPECIAL": Format.SPECIAL,
    "MUSIC": Format.SPECIAL,
}
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_VIDEOS = {
    "youtube": (re.compile(r"[A-Za-z0-9_-]{11}"), "https://www.youtube.com/watch?v={}"),
    "dailymotion": (re.compile(r"[A-Za-z0-9]{1,20}"), "https://www.dailymotion.com/video/{}"),
}


def statement_of(media: object, now: datetime) -> SourceRecord | None:
    """Read what AniList says of a series at `now`; give None for what is no anime, or has no id or no title."""
    told = entry(media)
    anilist_id, titles = number(told.get("id")), _titles(told)
    is_anime = told.get("type") in ("ANIME", None) and told.get("format") not in ("MANGA", "NOVEL", "ONE_SHOT")
    if anilist_id is None or not titles.all or not is_anime:
        return None
    format_ = _format(told)
    year, season = season_of(told)
    site, services = _links(told)
    series = Series(
        id=0,
        slug="",
        titles=titles,
        format=format_,
        episodes=episodes_of(told),
        story=_story(told),
        studio=_studio(told),
        anilist_id=anilist_id,
        myanimelist_id=number(told.get("idMal")),
        site=site,
        credits=credits_of(told.get("staff")),
        services=services,
        trailers=_trailers(told),
        sources=(Source("AniList", _page(told, anilist_id)),),
        adult=told.get("isAdult") is True,
        popularity=number(told.get("popularity"), least=0),
        picture=address(entry(told.get("coverImage")).get("large")),
        colour=_colour(entry(told.get("coverImage")).get("color")),
        genres=_genres(told.get("genres")),
        score=number(told.get("averageScore"), most=HIGHEST_SCORE),
        year=year,
        season=season,
    )
    releases = releases_of(told, format_, now)
    is_paused = told.get("status") in PAUSED
    return SourceRecord(Origin.ANILIST, series, releases, is_whole=_is_whole(told), is_paused=is_paused)


PAUSED = ("HIATUS", "CANCELLED", "FINISHED")
"""Of what has one of these statuses nothing comes for now."""
UPCOMING_ROWS = 25
"""So many rows of what is still to come are asked for."""


def _is_whole(media: JsonObject) -> bool:
    """Tell whether every row of what is still to come is there and can be read."""
    upcoming = media.get("upcoming")
    nodes = entry(upcoming).get("nodes")
    return isinstance(nodes, list) and len(nodes) < UPCOMING_ROWS and len(list(_rows(upcoming))) == len(nodes)


def _format(media: JsonObject) -> Format:
    """Read the format.

    One that AniList thinks of in times to come is most likely some kind of television.
    """
    told = media.get("format")
    return _FORMATS.get(told, Format.TV) if isinstance(told, str) else Format.TV


def _titles(media: JsonObject) -> Titles:
    told = entry(media.get("title"))
    english, romaji, native = (text(told.get(name), ANILIST_TITLE_LENGTH) for name in ("english", "romaji", "native"))
    known = {fold(name) for name in (english, romaji, native) if name}
    also: dict[str, str] = {}
    synonyms = media.get("synonyms")
    for each in synonyms[:LONGEST_LIST] if isinstance(synonyms, list) else ():
        name = text(each, ANILIST_TITLE_LENGTH)
        if name and len(also) < MOST_NAMES and fold(name) not in known:
            also.setdefault(fold(name), name)
    return Titles(english, romaji, native, tuple(also.values()))


def _story(media: JsonObject) -> str | None:
    told = media.get("description")
    return plain_text(told, ANILIST_STORY_LENGTH) if isinstance(told, str) else None


def _studio(media: JsonObject) -> str | None:
    """Find the main animation studio: among the main ones first, then among those that animate."""
    edges = list(entries(entry(media.get("studios")).get("edges")))
    ranked = sorted(edges, key=lambda edge: (edge.get("isMain") is not True, not _animates(edge)))
    named = [text(entry(edge.get("node")).get("name"), 100) for edge in ranked if edge.get("isMain") or _animates(edge)]
    return next(filter(None, named), None)


def _animates(edge: JsonObject) -> bool:
    return entry(edge.get("node")).get("isAnimationStudio") is True


def _links(media: JsonObject) -> tuple[str | None, tuple[Service, ...]]:
    """Read the official site, and where it streams, each service once and under its usual name."""
    site: str | None = None
    services: dict[str, Service] = {}
    links = [(link, address(link.get("url"))) for link in entries(media.get("externalLinks"))]
    secure = {host_of(url) for _, url in links if url and url.startswith("https://")}
    for link, found in links:
        name = text(link.get("site"), 100)
        if name is None or found is None or link.get("isDisabled") is True:
            continue
        url = secured(found, secure)
        if link.get("type") == "STREAMING":
            service = canonical_service(name)
            services.setdefault(fold(service), Service(service, url))
        elif name.casefold() == "official site":
            site = site or url
    return site, tuple(services.values())[:MOST_LINKED_SERVICES]


def _colour(value: object) -> int | None:
    return int(value[1:], 16) if isinstance(value, str) and _COLOUR.fullmatch(value) else None


def _genres(value: object) -> tuple[str, ...]:
    """Read the genres, each once; none of a list that is longer than all the genres there are."""
    if not isinstance(value, list) or len(value) > MOST_GENRES:
        return ()
    return tuple(dict.fromkeys(genre for each in value if (genre := text(each, GENRE_LENGTH))))


def _trailers(media: JsonObject) -> tuple[Trailer, ...]:
    told = entry(media.get("trailer"))
    site, video = told.get("site"), told.get("id")
    if not isinstance(site, str) or not isinstance(video, str) or site not in _VIDEOS:
        return ()
    proper, url = _VIDEOS[site]
    return (Trailer("Trailer", url.format(video)),) if proper.fullmatch(video) else ()


def _page(media: JsonObject, anilist_id: int) -> str:
    """Give its page on AniList, which a card leads back to."""
    told = address(media.get("siteUrl"))
    return told if told and told.startswith("https://anilist.co/") else f"https://anilist.co/anime/{anilist_id}"


_LATEST = int(datetime(LAST_SOURCE_YEAR, 1, 1, tzinfo=UTC).timestamp())
_FIRST = {Format.FILM: ReleaseKind.FILM, Format.OVA: ReleaseKind.HOME_VIDEO}


def releases_of(media: JsonObject, format_: Format, now: datetime) -> tuple[Release, ...]:
    """Give what comes out, and when. The first outing always stands there, if need be with no date."""
    kind = _FIRST.get(format_, ReleaseKind.PREMIERE)
    rows = {} if kind is ReleaseKind.FILM else rows_of(media)
    if media.get("status") == "HIATUS":
        rows = {episode: at for episode, at in rows.items() if at <= now}
    total = episodes_of(media)
    first = Release(
        0, 0, kind, first_date(media), number=None if kind is ReleaseKind.FILM else 1, origin=Origin.ANILIST
    )
    if 1 in rows:
        first = replace(first, date=_row_date(kind, rows.pop(1)))
    rest = (
        Release(0, 0, _kind(kind, episode, total), _row_date(kind, at), number=episode, origin=Origin.ANILIST)
        for episode, at in sorted(rows.items())
    )
    if media.get("status") != "CANCELLED":
        return (first, *rest)
    return tuple(replace(each, cancelled=not _has_come(each.date, now)) for each in (first, *rest))


def _kind(first: ReleaseKind, episode: int, total: int | None) -> ReleaseKind:
    if first is ReleaseKind.HOME_VIDEO:
        return first
    return ReleaseKind.FINALE if episode == total else ReleaseKind.EPISODE


def _row_date(kind: ReleaseKind, at: datetime) -> AirDate:
    return AirDate.day(at.astimezone(ZoneInfo(TOKYO)).date()) if kind is ReleaseKind.HOME_VIDEO else AirDate.instant(at)


def _has_come(date_: AirDate, now: datetime) -> bool:
    """Tell whether it came out before everything was called off. A month that has passed is no proof of that."""
    if date_.precision not in {Precision.DAY, Precision.INSTANT} or date_.latest is None:
        return False
    return date_.latest <= now


def rows_of(media: JsonObject) -> dict[int, datetime]:
    """Give the instants of the airing schedule, by the episode's number; what is still to come has the last word."""
    total = episodes_of(media)
    return _sound_rows(media.get("airingSchedule"), total) | _sound_rows(media.get("upcoming"), total)


MOST_BEYOND = 100
"""An episode of a number so far above that of the last one is a slip: 9,999 of a show of 12."""


def _sound_rows(schedule: object, total: int | None) -> dict[int, datetime]:
    # Of an episode that stands there twice the later instant counts: what is told then is true by either.
    rows = dict(sorted(_rows(schedule), key=lambda row: row[1]))
    return {episode: at for episode, at in rows.items() if total is None or episode <= total + MOST_BEYOND}


def _rows(schedule: object) -> Iterator[tuple[int, datetime]]:
    for row in entries(entry(schedule).get("nodes")):
        episode = number(row.get("episode"), least=0, most=MOST_EPISODES)
        at = number(row.get("airingAt"), most=_LATEST - 1)
        if episode is not None and at is not None:
            yield episode, datetime.fromtimestamp(at, UTC)


def episodes_of(media: JsonObject) -> int | None:
    """Tell how many episodes it has when complete; None where AniList doesn't say."""
    return number(media.get("episodes"), most=MOST_EPISODES)


def season_of(media: JsonObject) -> tuple[int | None, Season | None]:
    """Give the year and season of its first release, as AniList files it, else by its first date."""
    start = entry(media.get("startDate"))
    month = number(start.get("month"), most=12)
    year = _year(media.get("seasonYear")) or _year(start.get("year"))
    return year, _season(media.get("season")) or (Season.of(month) if month and _year(start.get("year")) else None)


def _season(value: object) -> Season | None:
    return {season.name: season for season in Season}.get(value) if isinstance(value, str) else None


def _year(value: object) -> int | None:
    return number(value, FIRST_SOURCE_YEAR, LAST_SOURCE_YEAR - 1)


def first_date(media: JsonObject) -> AirDate:
    """Give the first date as exactly as it is known: TBA, a year, a season, a month, or a day in Tokyo."""
    start = entry(media.get("startDate"))
    year, month = _year(start.get("year")), number(start.get("month"), most=12)
    if year is None or month is None:
        season_year, season = _year(media.get("seasonYear")), _season(media.get("season"))
        if season_year and season and year in {None, season_year}:
            return AirDate.season(season_year, season)
        return AirDate.year(year) if year else AirDate.tba()
    try:
        return AirDate.day(date(year, month, number(start.get("day"), most=31) or 0))
    except ValueError:  # no day, or 31 February
        return AirDate.month(year, month)
