"""AniList, asked about what people look at: a title that isn't in the catalogue, and a series whose card is shown.

Nothing is asked twice within a day. What AniList has said of a series is confirmed in the store; what it knows nothing
of is remembered in memory alone, for of that there is nothing to store: after a restart it may be asked once more.

Whether a source is to be asked: nothing twice within a day, and what one person wants only so often in a minute.

Which of a source's series are those that somebody typed, or that are in the catalogue: by the search's own rule.
"""

import asyncio
import contextlib
import enum
import logging
import re
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Final, TypeVar

from bot.catalogue.external_ids import ExternalSite, read_external_ids
from bot.catalogue.franchises import installment_of
from bot.catalogue.model import Series
from bot.catalogue.records import SourceRecord
from bot.catalogue.search import COMPARED_LENGTH, TITLE, WITHIN, Candidate, TypedTitle, best, key_of
from bot.catalogue.sources import SourceAway
from bot.catalogue.sources.anilist.client import MAX_WAIT, Anilist
from bot.catalogue.store.catalogue import series_by_ids
from bot.catalogue.sync import AnilistLookup, KeepAnswer
from bot.clock import Clock
from bot.database.engine import Database
from bot.folding import fold
from bot.workers import RecurringError

_log = logging.getLogger(__name__)

TITLES_OF_ONE: Final = 3
"""So many titles of one person's are asked for in a minute: fewer than may be asked for at once."""
CARDS_OF_ONE: Final = 8
"""So many cards that one person looks at are completed in a minute, of the 25 questions that all have."""
MOST_CARDS_COMING: Final = 50
"""So many cards are completed at a time; others are when they are looked at again."""
_FEWEST_SIGNS = 2
_ADDRESS = re.compile(r"://|\w\.[a-z]{2,}/", re.IGNORECASE)
_T = TypeVar("_T")


class TitleAnswer(enum.Enum):
    """What came of asking for a title.

    It wasn't asked for, as there was no use in that; AniList answered; or it couldn't be asked in time. Its answer may
    still come then, and is kept.
    """

    NOT_ASKED = enum.auto()
    ANSWERED = enum.auto()
    AWAY = enum.auto()


@dataclass(slots=True)
class _TitleQuestion:
    """A title that is being asked for. Nobody has to wait for it any longer once it `is_settled`."""

    answer: TitleAnswer = TitleAnswer.AWAY
    is_settled: asyncio.Event = field(default_factory=asyncio.Event)


class Lookups:
    """Asks AniList, and keeps what it says with `keep`. `close()` it before the source.

    `max_wait` is how long somebody who typed a title is kept waiting.
    """

    def __init__(self, database: Database, clock: Clock, anilist: Anilist, keep: KeepAnswer) -> None:
        self._database = database
        self._clock = clock
        self._anilist = anilist
        self._keep = keep
        self.max_wait = MAX_WAIT
        self._answered = AskedQuestions()
        self._title_turns, self._card_turns = PersonalTurns(TITLES_OF_ONE), PersonalTurns(CARDS_OF_ONE)
        self._titles: dict[str, _TitleQuestion] = {}
        self._cards: dict[str, asyncio.Task[bool]] = {}
        self._tasks: set[asyncio.Task[Any]] = set()
        self._is_closed = False
        self._error = RecurringError(_log, "What AniList was asked for can't be kept", "What AniList says is kept")

    async def close(self) -> None:
        """Ask nothing more, and break off what is being asked or waited for; a later look asks it anew."""
        self._is_closed = True
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def find(self, text: str, *, by: int) -> TitleAnswer:
        """Ask for a title that isn't in the catalogue, and keep what AniList finds; `by` is a person's snowflake."""
        key, now = f"title {' '.join(text.split()).casefold()}", self._clock()
        question = self._titles.get(key)
        if question is None:
            if self._is_closed or not may_be_known(text) or self._answered.is_fresh(key, now):
                return TitleAnswer.NOT_ASKED
            if not self._title_turns.take(by, now):
                return TitleAnswer.AWAY
            question = self._titles[key] = _TitleQuestion()
            task = self._begin(self._find(key, text, question), "look up a title")
            task.add_done_callback(lambda _: self._titles.pop(key, None))
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self.max_wait.total_seconds()):
                await question.is_settled.wait()
        return question.answer

    async def _find(self, key: str, text: str, question: _TitleQuestion) -> None:
        try:
            try:
                found = await AnilistLookup(self._anilist, max_wait=self.max_wait).look_up(text)
            except SourceAway as away:
                if not away.is_coming:
                    raise
                question.is_settled.set()
                found = await away.answer()
            await self._keep(meant_by(text, found))
            self._answered.remember(key, self._clock())
            question.answer = TitleAnswer.ANSWERED
            self._error.succeeded()
        except SourceAway as away:
            _log.info("AniList can't be asked for a title: %s", away)
        except Exception as error:  # noqa: BLE001 - whatever it was, it is asked again
            self._error.failed(error)
        finally:
            question.is_settled.set()

    def complete(
        self, series: Series, confirmed_at: datetime | None, then: Callable[[], Awaitable[None]], *, by: int
    ) -> None:
        """Have AniList asked about a series whose card is shown, and call `then` once something of it was kept.

        `confirmed_at` is when AniList last said again what it says of the series, and `by` who looks at the card. A
        series that a server has of its own is nobody else's to know.
        """
        key, now = f"series {series.id}", self._clock()
        if self._is_closed or series.guild_id is not None or is_within_a_day(confirmed_at, now):
            return
        if key not in self._cards:
            if self._answered.is_fresh(key, now) or len(self._cards) >= MOST_CARDS_COMING:
                return
            if not self._card_turns.take(by, now):
                return
            self._cards[key] = self._begin(self._ask_about(key, series.id), "ask about a series")
            self._cards[key].add_done_callback(lambda _: self._cards.pop(key, None))
        self._begin(self._complete(self._cards[key], then), "complete a card")

    async def _complete(self, asked: asyncio.Task[bool], then: Callable[[], Awaitable[None]]) -> None:
        try:
            if await asyncio.shield(asked):
                await then()
        except Exception as error:  # noqa: BLE001 - whatever it was, the next look shows all
            self._error.failed(error)

    async def _ask_about(self, key: str, series_id: int) -> bool:
        """Ask about a series as all know it, whatever a server's moderators say; tell whether anything was kept."""
        try:
            async with self._database.read() as db:
                known = (await series_by_ids(db, [series_id])).get(series_id)
            same = same_as(known, await self._ask(known)) if known is not None else None
            await self._keep([same] if same else [])
            self._answered.remember(key, self._clock())
            self._error.succeeded()
        except SourceAway as away:
            _log.info("AniList can't be asked about a series: %s", away)
            return False
        except Exception as error:  # noqa: BLE001 - whatever it was, it is asked again
            self._error.failed(error)
            return False
        return same is not None

    async def _ask(self, known: Series) -> Sequence[SourceRecord]:
        # Nobody is kept waiting for it, so that who typed a title comes first.
        if known.anilist_id:
            return await self._anilist.by_ids([known.anilist_id])
        if known.myanimelist_id:
            return await self._anilist.by_mal_ids([known.myanimelist_id])
        return await self._anilist.search(known.titles.native or known.titles.main)

    def _begin(self, work: Coroutine[Any, Any, _T], name: str) -> asyncio.Task[_T]:
        task = asyncio.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


def may_be_known(text: str) -> bool:
    """Tell whether it makes sense to ask for what was typed: a title of more than one sign, or an id.

    >>> may_be_known("86"), may_be_known("https://anilist.co/anime/162985"), may_be_known("https://example.com/86")
    (True, True, False)
    """
    if read_external_ids(text):
        return True
    return len(key_of(fold(text))) >= _FEWEST_SIGNS and len(text) <= COMPARED_LENGTH and not _ADDRESS.search(text)


# --- whether to ask ---------------------------------------------------------------------------------------------------


AGAIN_AFTER = timedelta(days=1)
MOST_REMEMBERED = 10_000
"""The latest so many questions, and people, are remembered."""
_A_MINUTE = timedelta(minutes=1)


def is_within_a_day(at: datetime | None, now: datetime) -> bool:
    """Tell whether something was asked within the day; a clock that was set back since has it asked again."""
    return at is not None and at <= now < at + AGAIN_AFTER


class AskedQuestions:
    """The questions that were answered, and when."""

    def __init__(self) -> None:
        self._asked: OrderedDict[str, datetime] = OrderedDict()

    def remember(self, question: str, at: datetime) -> None:
        """Note that a question was answered."""
        self._asked[question] = at
        self._asked.move_to_end(question)
        while len(self._asked) > MOST_REMEMBERED:
            self._asked.popitem(last=False)

    def is_fresh(self, question: str, now: datetime) -> bool:
        """Tell whether a question was answered within the day."""
        return is_within_a_day(self._asked.get(question), now)


class PersonalTurns:
    """Gives each person `most` turns in any minute, so that nobody uses up what all have."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken: OrderedDict[int, deque[datetime]] = OrderedDict()

    def take(self, person_id: int, now: datetime) -> bool:
        """Take a turn, if the person has one left."""
        taken = self._taken.setdefault(person_id, deque(maxlen=self._most))
        self._taken.move_to_end(person_id)
        while len(self._taken) > MOST_REMEMBERED:
            self._taken.popitem(last=False)
        if len(taken) == self._most and taken[0] <= now < taken[0] + _A_MINUTE:
            return False
        taken.append(now)
        return True


# --- which series is meant --------------------------------------------------------------------------------------------


def meant_by(text: str, found: Sequence[SourceRecord]) -> list[SourceRecord]:
    """Give those of some records whose series a text may well mean: by an id, or by a title that is like it.

    Likeness is the search's. What has the text only somewhere within a word isn't meant.
    """
    named = {each.site: each.number for each in read_external_ids(text)}
    by_id = [
        each
        for each in found
        if each.series.anilist_id == named.get(ExternalSite.ANILIST, 0)
        or each.series.myanimelist_id == named.get(ExternalSite.MYANIMELIST, 0)
    ]
    typed = TypedTitle.of(text)
    if len(named) == 1 or not typed.key:  # an address or an id that says whose it is, or no word at all
        return by_id
    rows = [row for number, each in enumerate(found) for row in _candidates(number, each.series)]
    ways = [(typed, text)] + ([(TypedTitle.of(typed.asked.stem), typed.asked.stem)] if typed.asked.is_marked else [])
    alike = {number for way, words in ways for number, score in best(way, words, rows) if score > WITHIN}
    return [each for number, each in enumerate(found) if number in alike or each in by_id]


def _candidates(number: int, series: Series) -> Iterator[Candidate]:
    """Yield a series' names as the search compares them."""
    names = [(name, folded) for name in series.titles.all if (folded := fold(name))]
    said = [installment_of(folded) for _, folded in names]
    is_later = any((each.season or 1) > 1 or (each.part or 1) > 1 for each in said)
    for (name, folded), each in zip(names, said, strict=True):
        yield Candidate(
            TITLE, number, name, folded, key_of(folded), each.season, each.part, is_later, 0, series.popularity, None
        )


def same_as(known: Series, found: Sequence[SourceRecord]) -> SourceRecord | None:
    """Give the one record that is of a series in the catalogue: by the id that it has, else by title, format and year.

    It is made one of that series. None where there is none, or more than one by its title: an answer may be about
    another series than was asked for.
    """
    if known.anilist_id:
        return next((each for each in found if each.series.anilist_id == known.anilist_id), None)
    if known.myanimelist_id:
        return next((each for each in found if each.series.myanimelist_id == known.myanimelist_id), None)
    ours = {fold(name) for name in known.titles.leading}
    alike = [
        each
        for each in found
        if ours & {fold(name) for name in each.series.titles.leading}
        and each.series.format is known.format
        and (known.year is None or each.series.year in {None, known.year})
    ]
    return replace(alike[0], series=replace(alike[0].series, slug=known.slug)) if len(alike) == 1 else None
