"""When AniList's media come out.

When it comes out AniList says by a fuzzy first date, and a row with an instant for each broadcast.
What becomes of them, by format:

- TV, TV shorts, web series, specials, music: the first date is the premiere's, exact once the first episode has a row;
  further rows are episodes, one before the premiere has the number 0, and the one with the last number is the finale.
- Films: a film with its first date. Rows are left alone: their hour means nothing in cinemas.
- OVAs: home-video dates by the day, one for each row, else the first date alone: discs come out on a day, at no hour.

A row that is still to come and isn't there any more has no date: AniList deletes the rows of shows that are delayed or
on a break. Those of a show that it says is on hiatus aren't believed.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot.catalogue.fields import MOST_EPISODES
from bot.catalogue.model import Format, Origin
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.sources.values import FIRST_SOURCE_YEAR, LAST_SOURCE_YEAR, JsonObject, entries, entry, number
from bot.dates.airdate import TOKYO, AirDate, Precision, Season

UPCOMING_ROWS = 25
"""So many rows of what is still to come are asked for."""


def is_whole(media: JsonObject) -> bool:
    """Tell whether every row of what is still to come is there and can be read."""
    upcoming = media.get("upcoming")
    nodes = entry(upcoming).get("nodes")
    return isinstance(nodes, list) and len(nodes) < UPCOMING_ROWS and len(list(_rows(upcoming))) == len(nodes)


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
    year = year_of(media.get("seasonYear")) or year_of(start.get("year"))
    return year, _season(media.get("season")) or (Season.of(month) if month and year_of(start.get("year")) else None)


def _season(value: object) -> Season | None:
    return {season.name: season for season in Season}.get(value) if isinstance(value, str) else None


def year_of(value: object) -> int | None:
    """Read a year; None for what can't be one."""
    return number(value, FIRST_SOURCE_YEAR, LAST_SOURCE_YEAR - 1)


def first_date(media: JsonObject) -> AirDate:
    """Give the first date as exactly as it is known: TBA, a year, a season, a month, or a day in Tokyo."""
    start = entry(media.get("startDate"))
    year, month = year_of(start.get("year")), number(start.get("month"), most=12)
    if year is None or month is None:
        season_year, season = year_of(media.get("seasonYear")), _season(media.get("season"))
        if season_year and season and year in {None, season_year}:
            return AirDate.season(season_year, season)
        return AirDate.year(year) if year else AirDate.tba()
    try:
        return AirDate.day(date(year, month, number(start.get("day"), most=31) or 0))
    except ValueError:  # no day, or 31 February
        return AirDate.month(year, month)
