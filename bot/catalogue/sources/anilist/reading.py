"""AniList's media, read into records. Any field may be null or nonsense; what isn't said is left out."""

import itertools
import re
from datetime import datetime

from bot.catalogue.model import (
    HIGHEST_SCORE,
    Credit,
    Format,
    Origin,
    RelatedEntry,
    Relation,
    Series,
    Service,
    Source,
    Titles,
    Trailer,
)
from bot.catalogue.records import SourceRecord
from bot.catalogue.services import canonical_service
from bot.catalogue.sources.anilist.airing import episodes_of, is_whole, releases_of, season_of, year_of
from bot.catalogue.sources.values import (
    JsonObject,
    address,
    entries,
    entry,
    number,
    plain_text,
    text,
)
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
    format_, cover = _format(told), entry(told.get("coverImage"))
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
        picture=address(cover.get("large")),
        colour=int(shade[1:], 16)
        if isinstance(shade := cover.get("color"), str) and _COLOUR.fullmatch(shade)
        else None,
        genres=_genres(told.get("genres")),
        score=number(told.get("averageScore"), most=HIGHEST_SCORE),
        year=year,
        season=season,
        relations=relations_of(told.get("relations"), anilist_id),
    )
    releases = releases_of(told, format_, now)
    is_paused = told.get("status") in PAUSED
    return SourceRecord(Origin.ANILIST, series, releases, is_whole=is_whole(told), is_paused=is_paused)


PAUSED = ("HIATUS", "CANCELLED", "FINISHED")
"""Of what has one of these statuses nothing comes for now."""


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


_RELATIONS = {
    "PREQUEL": Relation.PREQUEL,
    "SEQUEL": Relation.SEQUEL,
    "PARENT": Relation.PARENT,
    "SIDE_STORY": Relation.SIDE_STORY,
    "SPIN_OFF": Relation.SPIN_OFF,
    "ALTERNATIVE": Relation.ALTERNATIVE,
    "SUMMARY": Relation.SUMMARY,
    "COMPILATION": Relation.SUMMARY,
}
"""Not those of which people ask for nothing: what shares a character, a source that is a manga, and whatever else."""
MOST_RELATIONS = 50


def relations_of(told: object, anilist_id: int) -> tuple[RelatedEntry, ...] | None:
    """Read which other anime a series is related to, each once, in their order; None where AniList doesn't say."""
    if not isinstance(entry(told).get("edges"), list):
        return None
    found: dict[int, RelatedEntry] = {}
    for edge in itertools.islice(entries(entry(told).get("edges")), LONGEST_LIST):
        related = _related(edge)
        if related is not None and related.anilist_id != anilist_id and len(found) < MOST_RELATIONS:
            found.setdefault(related.anilist_id, related)
    ranks = list(Relation)
    return tuple(sorted(found.values(), key=lambda each: (ranks.index(each.relation), each.anilist_id)))


def _related(edge: JsonObject) -> RelatedEntry | None:
    relation, node = _RELATIONS.get(str(edge.get("relationType"))), entry(edge.get("node"))
    anilist_id, titles = number(node.get("id")), _titles(node)
    if relation is None or anilist_id is None or not titles.all or node.get("type") != "ANIME":
        return None
    return RelatedEntry(
        anilist_id,
        relation,
        titles.main,
        _format(node),
        year_of(entry(node.get("startDate")).get("year")),
        is_ahead=node.get("status") == "NOT_YET_RELEASED",
        adult=node.get("isAdult") is True,
    )
