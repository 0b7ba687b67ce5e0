"""AnimeSchedule's answers, read without trust: an entry by AniList's id, and a week's timetable.

As its documentation has it: no date is written as one of the year 1; a premiere's date is a day, of which the hour
means nothing; `airType` is raw (Japan), sub or dub, both English. A row that is delayed names the dates from and until
which it is; a row of several episodes names the first of them, too (`subtractedEpisodeNumber`).

AnimeSchedule, asked with a token: which entry is of a series, and the timetables of some weeks.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from urllib.parse import urlencode

from bot.catalogue.external_ids import ExternalId, ExternalSite, read_external_ids
from bot.catalogue.model import Origin, Series, Source, Titles
from bot.catalogue.records import SourceRecord
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.services import canonical_service
from bot.catalogue.sources.values import FIRST_SOURCE_YEAR, LAST_SOURCE_YEAR, entries, entry, number, text
from bot.dates.airdate import AirDate
from bot.web.breaker import Allowance, Bucket
from bot.web.fetch import BadStatus, Fetcher, FetchError, Limits, UnexpectedContent, checked

MOST_IN_A_ROW: Final = 60
"""No service puts out more episodes at once; a row of more is a slip."""
HIGHEST_NUMBER: Final = 5_000
RAW, SUB, DUB = "raw", "sub", "dub"


@dataclass(frozen=True, slots=True)
class ScheduleEntry:
    """What AnimeSchedule calls a series (`route`), and the day of its English dub's premiere, where that is known."""

    route: str
    titles: Titles
    dub_premiere: AirDate | None = None


@dataclass(frozen=True, slots=True)
class TimetableRow:
    """Episodes of a series that come out together. `service` is the one that has them, where only one is named."""

    route: str
    air: str
    numbers: range
    date: AirDate
    service: str | None = None


def entry_of(answer: object, anilist_id: int) -> ScheduleEntry | None:
    """Find the entry that names an id of AniList's; None where there is none, whatever else was sent."""
    wanted = ExternalId(ExternalSite.ANILIST, anilist_id)
    for each in entries(entry(answer).get("anime")):
        named = text(entry(each.get("websites")).get("aniList"), 300)
        route = text(each.get("route"), 200)
        if route is not None and named is not None and wanted in read_external_ids(named):
            premiere = instant_of(each.get("dubPremier"))
            names = entry(each.get("names"))
            english, romaji, native = (text(names.get(name), 200) for name in ("english", "romaji", "native"))
            day = None if premiere is None else AirDate.day(premiere.date(), zone="UTC")
            return ScheduleEntry(route, Titles(english, romaji, native), day)
    return None


def instant_of(value: object) -> datetime | None:
    """Read an instant, in UTC; None for no date, and for what is none."""
    if not isinstance(value, str):
        return None
    try:
        at = datetime.fromisoformat(value)
        at = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return at if FIRST_SOURCE_YEAR <= at.year < LAST_SOURCE_YEAR else None


def rows_of(answer: object, air: str) -> Iterator[TimetableRow]:
    """Yield a timetable's rows of one kind; those that can't be read are passed over."""
    for each in entries(answer):
        route, at = text(each.get("route"), 200), instant_of(each.get("episodeDate"))
        last = number(each.get("episodeNumber"), least=0, most=HIGHEST_NUMBER)
        of_all = number(each.get("episodes"))
        if route is None or at is None or last is None or (of_all is not None and last > of_all):
            continue  # beyond the last it counts through all seasons
        first = number(each.get("subtractedEpisodeNumber"), most=last) or last
        numbers = range(first, last + 1)
        if len(numbers) <= MOST_IN_A_ROW and each.get("airType", air) == air:
            streams = each.get("streams")
            names = list(streams) if isinstance(streams, dict) else [one.get("platform") for one in entries(streams)]
            named = [name for one in names if (name := text(one, 60))]
            service = canonical_service(named[0]) if len(named) == 1 else None
            yield TimetableRow(route, air, numbers, _date(each, at), service)


def _date(row: object, at: datetime) -> AirDate:
    fields = entry(row)
    since, until = instant_of(fields.get("delayedFrom")), instant_of(fields.get("delayedUntil"))
    is_within = since is not None and until is not None and since <= at < until
    if is_within and until is not None:
        return AirDate.day(until.date(), zone="UTC")
    return AirDate.tba() if fields.get("airingStatus") == "delayed-air" else AirDate.instant(at)


def record_of(found: ScheduleEntry, anilist_id: int, rows: Iterable[TimetableRow]) -> SourceRecord:
    """Make what AnimeSchedule says of a series: of dubs the first episode, of subs those at one service."""
    page = f"https://animeschedule.net/anime/{found.route}"
    series = Series(0, "", found.titles, anilist_id=anilist_id, sources=(Source("AnimeSchedule", page),))
    releases: list[Release] = []
    for row in rows:
        if row.air == DUB:
            releases += [_release(ReleaseKind.DUB, row, 1)] if 1 in row.numbers else []
        elif row.air == RAW or row.service is not None:
            releases += _episodes(row)
    if found.dub_premiere is not None and all(each.kind is not ReleaseKind.DUB for each in releases):
        releases.append(Release(0, 0, ReleaseKind.DUB, found.dub_premiere, number=1, origin=Origin.ANIMESCHEDULE))
    return SourceRecord(Origin.ANIMESCHEDULE, series, tuple(releases))


def _episodes(row: TimetableRow) -> Sequence[Release]:
    kinds = ((ReleaseKind.PREMIERE if at == 1 else ReleaseKind.EPISODE, at) for at in row.numbers)
    return [_release(kind, row, at) for kind, at in kinds]


def _release(kind: ReleaseKind, row: TimetableRow, at: int) -> Release:
    service = row.service if row.air == SUB else None
    return Release(0, 0, kind, row.date, number=at, service=service, origin=Origin.ANIMESCHEDULE)


# --- asking -----------------------------------------------------------------------------------------------------------


ANSWER_LIMITS: Final = Limits(total=timedelta(seconds=20), size=8 << 20)
REQUESTS: Final = Bucket(per_minute=60, burst=10, reserve=0)
"""AnimeSchedule: 120 a minute."""
WEEKS: Final = 2
"""This week and the next: more isn't known for certain."""
_UNAUTHORIZED, _NOT_FOUND = 401, 404


class TokenRefused(FetchError):
    """AnimeSchedule doesn't take the token."""


class AnimeSchedule:
    """What AnimeSchedule says. Every question waits for its turn, and raises `FetchError` where there is no answer."""

    def __init__(self, fetcher: Fetcher, url: str, token: str) -> None:
        self._fetcher = fetcher
        self._url = url.rstrip("/")
        self._headers = {"Accept": "application/json", "Authorization": f"Bearer {token}"}
        self._allowance = Allowance(REQUESTS)

    async def entry(self, anilist_id: int) -> ScheduleEntry | None:
        """Ask which entry is of a series, by its id on AniList; give None where it has none."""
        return entry_of(await self._get("anime", {"anilist-ids": str(anilist_id)}), anilist_id)

    async def timetables(self, now: datetime) -> Sequence[TimetableRow]:
        """Ask for the timetables of this week and those after it, of all kinds."""
        rows: list[TimetableRow] = []
        for week in range(WEEKS):
            year, number, _ = (now + timedelta(weeks=week)).isocalendar()
            for air in (RAW, SUB, DUB):
                answer = await self._get(f"timetables/{air}", {"year": str(year), "week": str(number), "tz": "UTC"})
                rows += rows_of(answer, air)
        return rows

    async def _get(self, path: str, query: Mapping[str, str]) -> object:
        await self._allowance.turn(urgent=False)
        address = f"{self._url}/{path}?{urlencode(query)}"
        response = await self._fetcher.get(address, headers=self._headers, limits=ANSWER_LIMITS)
        if response.status == _NOT_FOUND:
            return []  # nothing is known of such a week, or series
        try:
            return checked(response).json()
        except BadStatus:
            if response.status == _UNAUTHORIZED:
                raise TokenRefused("AnimeSchedule doesn't take the token: check ANIMESCHEDULE_TOKEN") from None
            raise
        except ValueError:
            raise UnexpectedContent("AnimeSchedule sent no JSON") from None
