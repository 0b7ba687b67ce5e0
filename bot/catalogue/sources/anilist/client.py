"""AniList, asked with good manners: seldom, people's questions first, and not at all while it is away."""

import asyncio
import itertools
import logging
import random
from collections.abc import Awaitable, Callable, Hashable, Iterable, Mapping
from datetime import timedelta
from typing import Any, TypeAlias

from bot.catalogue.records import SourceRecord
from bot.catalogue.sources import AwayReason, SourceAway, SourceRefused
from bot.catalogue.sources.anilist import pages
from bot.catalogue.sources.anilist.pages import Failed, MediaPage, Refused, SwitchedOff, Throttled, read_page
from bot.catalogue.sources.anilist.reading import statement_of
from bot.catalogue.sources.values import LARGEST
from bot.clock import Clock
from bot.dates.airdate import Season
from bot.settings import ANILIST_URL
from bot.web.breaker import Allowance, Attempt, Breaker, Bucket, Reach
from bot.web.fetch import Fetcher, FetchError, Limits
from bot.workers import wait_before_retry

_log = logging.getLogger(__name__)

MAX_WAIT = timedelta(seconds=2)
"""How long somebody who asked may be kept waiting."""
REQUESTS_PER_MINUTE = 25
"""AniList: 90 on paper and 30 in practice."""
BURST, RESERVE = 5, 2
REQUEST_TRIES = 4
LONGEST_HOLD = timedelta(minutes=2)
"""Who is told to wait longer than this gives up, and asks again another time."""
MOST_HELD = timedelta(hours=1)
MOST_WAITING = 20
"""So many people's questions wait for their turn at most."""
MOST_PAGES = 20
SEARCH_TEXT_LENGTH = 200
LIMITS = Limits(total=timedelta(seconds=15), size=4 << 20)

Variables: TypeAlias = Mapping[str, Any]
Work: TypeAlias = Callable[[bool], Awaitable[list[SourceRecord]]]
"""Asks all that a question takes; told whether somebody waits for it."""


class Anilist:
    """What AniList says. `close()` it before its fetcher.

    Every question takes a `max_wait`: how long somebody who waits may be kept waiting (`MAX_WAIT`), or None where
    nobody does, as in a sync, which has time and comes after people. They all raise `SourceAway` where there is no
    answer, or none in that time; the question then goes on being asked (`SourceAway.is_coming`) unless AniList is known
    to be away. `SourceRefused` is a fault of ours.
    `wait` says how long to wait after the n-th failure, given a jitter in [0, 1).
    """

    def __init__(
        self,
        fetcher: Fetcher,
        clock: Clock,
        *,
        url: str = ANILIST_URL,
        bucket: Bucket | None = None,
        wait: Callable[[int, float], timedelta] = wait_before_retry,
        limits: Limits = LIMITS,
    ) -> None:
        self._fetcher = fetcher
        self._clock = clock
        self._url = url
        self._wait = wait
        self._limits = limits
        self._allowance = Allowance(bucket or Bucket(REQUESTS_PER_MINUTE, BURST, RESERVE))
        self._breaker = Breaker(clock)
        self._asked: dict[Hashable, asyncio.Task[list[SourceRecord]]] = {}
        self.partial_answers = 0
        """How many pages so far lacked something for an error of AniList's, or had what can't be read."""

    @property
    def reach(self) -> Reach:
        """How AniList is doing, as far as this bot has seen."""
        return self._breaker.reach

    async def close(self) -> None:
        """Break off what is being asked; whoever waits for it is told so."""
        asked = list(self._asked.values())
        for task in asked:
            task.cancel()
        await asyncio.gather(*asked, return_exceptions=True)

    async def search(self, text: str, *, max_wait: timedelta | None = None) -> list[SourceRecord]:
        """Find the ten series that a title, or a part of one, fits best; adult ones are among them, and marked."""
        words = " ".join(text.split())[:SEARCH_TEXT_LENGTH]
        if not words:
            return []

        async def ask(urgent: bool) -> list[SourceRecord]:
            page = await self._ask(pages.SEARCH_QUERY, {"text": words, "size": pages.SEARCH_SIZE}, urgent)
            return self._statements(page)

        return await self._answer(("search", words.casefold()), ask, max_wait)

    async def by_ids(self, anilist_ids: Iterable[int], *, max_wait: timedelta | None = None) -> list[SourceRecord]:
        """Ask for the series with these ids on AniList, in as few requests as can be.

        Those that it doesn't know are missing.
        """
        return await self._by_numbers(pages.BY_IDS_QUERY, anilist_ids, max_wait)

    async def by_mal_ids(
        self, myanimelist_ids: Iterable[int], *, max_wait: timedelta | None = None
    ) -> list[SourceRecord]:
        """Ask for the series with these ids on MyAnimeList, as `by_ids` does."""
        return await self._by_numbers(pages.BY_MAL_IDS_QUERY, myanimelist_ids, max_wait)

    async def by_mal_id(self, myanimelist_id: int, *, max_wait: timedelta | None = None) -> SourceRecord | None:
        """Ask for the series with this id on MyAnimeList; give None where AniList doesn't know it."""
        return next(iter(await self.by_mal_ids([myanimelist_id], max_wait=max_wait)), None)

    async def season(
        self, year: int, season: Season, limit: int = 50, *, max_wait: timedelta | None = None
    ) -> list[SourceRecord]:
        """Ask for the season's series, those on most people's lists first, up to `limit`.

        No more pages are asked for than hold so many, though some of them hold what can't be read.
        """

        async def ask(urgent: bool) -> list[SourceRecord]:
            variables = {"year": year, "season": season.name, "size": pages.ANILIST_PAGE_SIZE}
            most_pages = min(-(-limit // pages.ANILIST_PAGE_SIZE), MOST_PAGES)
            return (await self._all_pages(pages.SEASON_QUERY, [variables], urgent, most_pages))[:limit]

        if limit < 1:
            return []
        return await self._answer(("season", year, season, limit), ask, max_wait)

    async def _by_numbers(
        self, document: str, numbers: Iterable[int], max_wait: timedelta | None
    ) -> list[SourceRecord]:
        ids = sorted({each for each in numbers if 0 < each <= LARGEST})
        if not ids:
            return []
        size = pages.ANILIST_PAGE_SIZE
        chunks = [{"ids": ids[at : at + size], "size": size} for at in range(0, len(ids), size)]

        async def ask(urgent: bool) -> list[SourceRecord]:
            return await self._all_pages(document, chunks, urgent)

        return await self._answer((document, *ids), ask, max_wait)

    async def _answer(self, question: Hashable, work: Work, max_wait: timedelta | None) -> list[SourceRecord]:
        """Answer a question; the same one, asked by several at a time, is asked once."""
        urgent = max_wait is not None
        if self._is_out:
            raise self._away()
        key = (urgent, question)
        task = self._asked.get(key)
        patience = max_wait
        if task is None:
            if urgent and self._allowance.people_waiting >= MOST_WAITING:
                raise SourceAway(AwayReason.TOO_MANY_ASKING)
            if max_wait is not None and self._allowance.expected() > max_wait.total_seconds():
                patience = timedelta(0)  # it can't be had in time, so nobody is kept waiting for that
            task = self._begin(key, work, urgent)
        if patience is None:
            return await asyncio.shield(task)
        done, _ = await asyncio.wait({task}, timeout=patience.total_seconds())
        if not done:
            if (seconds := self._allowance.expected()) >= 1:
                raise SourceAway(AwayReason.QUEUED, timedelta(seconds=seconds), coming=task)
            raise SourceAway(AwayReason.SLOW, coming=task)
        return task.result()

    def _begin(self, key: Hashable, work: Work, urgent: bool) -> "asyncio.Task[list[SourceRecord]]":
        async def ask() -> list[SourceRecord]:
            try:
                return await work(urgent)
            except asyncio.CancelledError:
                raise SourceAway(AwayReason.STOPPED) from None

        def forget(task: "asyncio.Task[list[SourceRecord]]") -> None:
            del self._asked[key]
            if not task.cancelled():
                task.exception()  # there may be nobody any more to whom it matters

        task = asyncio.create_task(ask(), name="ask AniList")
        self._asked[key] = task
        task.add_done_callback(forget)
        return task

    @property
    def _is_out(self) -> bool:
        """Whether there is no use in asking now."""
        return self._breaker.is_shut or self._allowance.held > LONGEST_HOLD.total_seconds()

    def _away(self) -> SourceAway:
        since, held = self.reach.away_since, timedelta(seconds=self._allowance.held)
        if held > LONGEST_HOLD:
            return SourceAway(AwayReason.HELD_BACK, held)
        if since is None:
            return SourceAway(AwayReason.NO_ANSWER)
        return SourceAway(AwayReason.OUT_OF_REACH, self._clock() - since)

    async def _all_pages(
        self, document: str, questions: Iterable[Variables], urgent: bool, most_pages: int = MOST_PAGES
    ) -> list[SourceRecord]:
        """Read all pages of all questions, so many of each at most, and give each series once."""
        had: dict[int | None, SourceRecord] = {}
        try:
            for variables in questions:
                for page_number in range(1, most_pages + 1):
                    page = await self._ask(document, {**variables, "page": page_number}, urgent)
                    had |= {each.series.anilist_id: each for each in self._statements(page)}
                    if not page.has_next:
                        break
        except SourceAway as away:
            away.so_far = tuple(had.values())
            raise
        return list(had.values())

    def _statements(self, page: MediaPage) -> list[SourceRecord]:
        if page.is_partial:
            _log.warning("AniList answered in part; what it left out is asked for another time")
        now = self._clock()
        told = [record for each in page.media if (record := statement_of(each, now)) is not None]
        self.partial_answers += page.is_partial or len(told) < len(page.media)
        return told

    async def _ask(self, document: str, variables: Variables, urgent: bool) -> MediaPage:
        """Ask for one page, after its turn and as many tries as make sense."""
        asked = {"query": document, "variables": dict(variables)}
        for attempts in itertools.count(1):
            if self._is_out:
                raise self._away()
            await self._allowance.turn(urgent=urgent)
            attempt = self._breaker.admit()
            if attempt is None:
                raise self._away()
            with attempt:
                page = await self._try(attempt, asked)
            if page is not None:
                return page
            if attempts >= REQUEST_TRIES or self._breaker.is_open:
                raise self._away()
            if not self._allowance.held:  # else that is the wait
                await asyncio.sleep(self._wait(attempts, random.random()).total_seconds())  # noqa: S311 - no secret
        raise AssertionError("counting has no end")

    async def _try(self, attempt: Attempt, asked: Variables) -> MediaPage | None:
        """Ask once; give None where it may work another time. Raises `SourceRefused`."""
        was_away = self._breaker.is_open
        try:
            response = await self._fetcher.post(
                self._url, json=asked, headers={"Accept": "application/json"}, limits=self._limits
            )
            page = read_page(response, self._clock())
        except Throttled as throttled:
            self._allowance.hold(min(throttled.wait, MOST_HELD).total_seconds())
            _log.info("AniList: %s", throttled)
        except (SwitchedOff, Failed, FetchError) as error:
            _log.warning("AniList gives no answer: %s", error)
            attempt.failed(str(error), at_once=isinstance(error, SwitchedOff))
        except Refused as refused:
            attempt.succeeded()
            raise SourceRefused(f"AniList doesn't take the question: {refused}") from None
        else:
            attempt.succeeded()
            if was_away:
                _log.info("AniList answers again")
            return page
        return None
