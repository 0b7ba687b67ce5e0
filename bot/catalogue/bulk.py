"""Thousands of statements at once, with the same outcome as if `statements.take` had heard one after the other.

Everything is held against the store before anything is written, while others may write; the lock is held for as long as
the rows take. Whoever wrote meanwhile is noticed, and all is held against the store anew.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from operator import attrgetter
from typing import TypeAlias

from bot.catalogue.abbreviations import add_missing
from bot.catalogue.drafts import Draft
from bot.catalogue.hearing import hear
from bot.catalogue.model import Series
from bot.catalogue.slugs import is_outdated, slugs_for
from bot.catalogue.statements import Statement
from bot.catalogue.store.bulk import Known, drafts_of, known_series, series_in_waiting
from bot.catalogue.store.heard import Inserts, Rows, next_numbers, rows_of, write
from bot.catalogue.take import keep_old_slugs, take, wanted_slugs
from bot.clock import Clock
from bot.database.engine import Connection, Database
from bot.database.planning import plan_then_write

Progress: TypeAlias = Callable[[int], None]
"""Is told how many statements were held against the store so far."""

_TOLD_EVERY = 500
_NUMBERS = ("anilist_id", "myanimelist_id", "bangumi_id")
_numbers = attrgetter(*_NUMBERS)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a batch: series that are new, that something changed of, and that stayed as they were.

    `left_out` are the statements of series of which the batch had spoken already; `problems` has a line for each.
    """

    added: int
    changed: int
    same: int
    left_out: tuple[Statement, ...]
    problems: tuple[str, ...]


async def take_all(
    database: Database, statements: Sequence[Statement], clock: Clock, progress: Progress = lambda _: None
) -> Outcome:
    """Store what a source says of many series, in one transaction.

    Of two statements about one series the first counts, and the other is a problem. Raises `StoreError` when the store
    can't be read or written; nothing was changed then.
    """

    async def plan(db: Connection) -> _Plan:
        return await _plan(db, statements, clock(), progress)

    async def write_plan(db: Connection, made: _Plan) -> None:
        await write(db, made.drafts, made.rows, made.new, at=made.at)
        await keep_old_slugs(db, made.renamed, at=made.at)
        for statement in made.one_by_one:
            await take(db, statement, at=made.at)
        await add_missing(db, made.at)

    made = await plan_then_write(
        database, plan, write_plan, is_needed=lambda made: bool(made.rows.touched or made.one_by_one)
    )
    return made.outcome


@dataclass(frozen=True, slots=True)
class _Plan:
    drafts: Sequence[Draft]
    rows: Rows
    new: Inserts
    one_by_one: Sequence[Statement]
    """What changes of series of which something waits to be told already."""
    outcome: Outcome
    at: datetime

    @property
    def renamed(self) -> list[tuple[int, str]]:
        """The series that got another slug, each with the one that it had."""
        known = ((each.series, each.before) for each in self.drafts)
        return [(before.id, before.slug) for series, before in known if before and before.slug != series.slug]


async def _plan(db: Connection, statements: Sequence[Statement], at: datetime, progress: Progress) -> _Plan:
    index = _Index(await known_series(db))
    known = await drafts_of(db, {found for each in statements for found in index.stored(each.series)})
    waiting = await series_in_waiting(db)
    numbers = await next_numbers(db)
    drafts: list[Draft] = []
    one_by_one: list[Statement] = []
    left_out: list[Statement] = []
    problems: list[str] = []

    def hear_all() -> Iterator[Draft]:
        for number, statement in enumerate(statements, 1):
            heard = _heard(statement, index, known, at)
            if not isinstance(heard, Draft):
                left_out.append(statement)
                problems.append(heard)
            elif heard.series.id in waiting and rows_of([heard], numbers, at).touched:
                one_by_one.append(statement)
            else:
                drafts.append(heard)
                yield heard
            if number % _TOLD_EVERY == 0:
                progress(number)

    rows = rows_of(hear_all(), numbers, at)
    progress(len(statements))
    added = sum(draft.is_new for draft in drafts)
    changed = rows.touched - added + len(one_by_one)
    same = len(drafts) - rows.touched
    outcome = Outcome(added, changed, same, tuple(left_out), tuple(problems))
    return _Plan(drafts, rows, Inserts.of(rows, db.dialect), one_by_one, outcome, at)


def _heard(statement: Statement, index: "_Index", known: dict[int, Draft], at: datetime) -> Draft | str:
    """A statement's draft, or why it is left out."""
    found = index.find(statement.series)
    if isinstance(found, Draft):
        return f"{statement.series.titles.main}: it is the same series as {found.series.titles.main}, which came first."
    if found is None:
        draft = Draft(replace(statement.series, slug=index.first_free(wanted_slugs(statement.series))), is_new=True)
    else:
        draft = known[found]
    hear(draft, statement, at)
    if draft.before and is_outdated(draft.before, draft.series):
        draft.series = replace(draft.series, slug=index.first_free(slugs_for(draft.series)))
    index.put(draft)
    return draft


class _Index:
    """Which series is meant: one in the store, by its id, or one of which this batch has spoken already."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._by_number: dict[tuple[str, int], int | Draft] = {}
        self.slugs: dict[str, int | Draft] = {}
        for each in known:
            self.slugs[each.slug] = each.id
            for name in _NUMBERS:
                if (number := getattr(each, name)) is not None:
                    self._by_number.setdefault((name, number), each.id)

    def find(self, series: Series) -> int | Draft | None:
        """Whom another catalogue numbers as `series`, the surest first; else the one of its slug."""
        for key in _numbers_of(series):
            if (found := self._by_number.get(key)) is not None:
                return found
        return self.slugs.get(series.slug) if series.slug else None

    def stored(self, series: Series) -> set[int]:
        """The ids in the store of all that `find` may give for `series`, whatever is put meanwhile."""
        found = [self._by_number.get(key) for key in _numbers_of(series)] + [self.slugs.get(series.slug)]
        return {each for each in found if isinstance(each, int)}

    def first_free(self, slugs: Iterable[str]) -> str:
        """The first of some slugs that no series has."""
        return next(slug for slug in slugs if slug not in self.slugs)

    def put(self, draft: Draft) -> None:
        """Know a series by what it has become."""
        for key in _numbers_of(draft.before) if draft.before else ():
            if self._by_number.get(key) == draft.series.id:
                del self._by_number[key]
        if draft.before and draft.before.slug != draft.series.slug:
            del self.slugs[draft.before.slug]
        for key in _numbers_of(draft.series):
            self._by_number.setdefault(key, draft)
        self.slugs[draft.series.slug] = draft


def _numbers_of(series: Series) -> list[tuple[str, int]]:
    return [key for key in zip(_NUMBERS, _numbers(series), strict=True) if key[1] is not None]
