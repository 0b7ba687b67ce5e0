"""AnimeSchedule, asked with a token: which entry is of a series, and the timetables of some weeks."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlencode

from bot.catalogue.sources.animeschedule.reading import DUB, RAW, SUB, ScheduleEntry, TimetableRow, entry_of, rows_of
from bot.web.breaker import Allowance, Bucket
from bot.web.fetch import BadStatus, Fetcher, FetchError, Limits, UnexpectedContent, checked

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
