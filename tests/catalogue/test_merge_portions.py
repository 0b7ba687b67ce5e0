"""What a sync merges in portions: each series whole, nothing twice, and nothing where nothing changed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from bot.catalogue.actions import merge_in_portions
from bot.catalogue.merge_plan import MergeOutcome
from bot.catalogue.merged import MANY_SERIES
from bot.catalogue.records import SourceRecord
from bot.catalogue.tables import changes, releases, updates
from bot.database.engine import Database
from tests.catalogue.test_merge_statements import AIRS, NOW, SETTLE_DELAY, WEEK, merged, records, store
from tests.database.statements import statements

SERIES, EPISODES = 10, 3
ROWS_OF_ONE = EPISODES + 2
"""Its releases, what AniList says of it, and the update of its dates."""
LATER = NOW + timedelta(hours=1)


async def merged_in_portions(database: Database, said: Sequence[SourceRecord], most_rows: int) -> MergeOutcome:
    return await merge_in_portions(database, said, lambda: LATER, settle_delay=SETTLE_DELAY, most_rows=most_rows)


async def moved(database: Database) -> tuple[int, int, int]:
    """Count the series that have moved, the updates and the changes in the history."""
    async with database.read() as db:
        first = select(func.count()).where(releases.c.number == 1, releases.c.earliest == AIRS + WEEK)
        told = await db.scalar(select(func.count()).select_from(updates))
        noted = await db.scalar(select(func.count()).select_from(changes))
        return await db.scalar(first) or 0, told or 0, noted or 0


@pytest.mark.parametrize(("most_rows", "transactions"), [(1, SERIES), (3 * ROWS_OF_ONE, 4), (SERIES * ROWS_OF_ONE, 1)])
async def test_much_that_changed_is_written_in_portions(most_rows: int, transactions: int) -> None:
    async with store() as database:
        await merged(database, records(SERIES, EPISODES))
        with statements() as run:
            outcome = await merged_in_portions(database, records(SERIES, EPISODES, later=WEEK), most_rows)

        assert run.count("BEGIN IMMEDIATE") == transactions
        assert (outcome.added, outcome.changed, outcome.same) == (0, SERIES, 0)
        assert [each.series.anilist_id for each in outcome.merged] == list(range(1, SERIES + 1))
        assert await moved(database) == (SERIES, SERIES, SERIES * EPISODES)


async def test_what_is_unchanged_is_in_no_portion() -> None:
    async with store() as database:
        said = records(SERIES, EPISODES)
        await merged(database, said)
        with statements() as run:
            await merged_in_portions(database, said, 1)
            assert run.count("BEGIN IMMEDIATE") == 0
            outcome = await merged_in_portions(database, [*records(2, EPISODES, later=WEEK), *said[2:]], 1)

        assert run.count("BEGIN IMMEDIATE") == 2
        # The source has said the others again: that is noted of them, too.
        assert len(outcome.ids) == SERIES
        assert (await moved(database))[:2] == (2, 2)


async def test_a_kill_between_two_portions_leaves_whole_series_and_the_next_sync_the_rest() -> None:
    class KilledError(BaseException):
        pass

    looks: list[datetime] = []

    def killing() -> datetime:
        looks.append(LATER)
        if len(looks) == 4:  # the whole, two portions, and the third
            raise KilledError
        return LATER

    async with store() as database:
        await merged(database, records(SERIES, EPISODES))
        said = records(SERIES, EPISODES, later=WEEK)
        with pytest.raises(KilledError):
            await merge_in_portions(database, said, killing, settle_delay=SETTLE_DELAY, most_rows=3 * ROWS_OF_ONE)
        assert await moved(database) == (6, 6, 6 * EPISODES)

        outcome = await merged_in_portions(database, said, 3 * ROWS_OF_ONE)
        assert (outcome.changed, outcome.same) == (4, 6)
        assert await moved(database) == (SERIES, SERIES, SERIES * EPISODES)


async def test_whether_a_source_is_believed_is_judged_by_all_that_it_says() -> None:
    """By itself each portion would take back the dates of one series alone, as happens."""
    async with store() as database:
        await merged(database, records(SERIES, EPISODES))
        emptied = [replace(each, releases=(), is_whole=True) for each in records(SERIES, EPISODES)]
        with statements() as run:
            outcome = await merged_in_portions(database, emptied, 1)

        assert len(outcome.left_out) == SERIES
        assert run.count("BEGIN IMMEDIATE") == 0


async def test_few_that_are_emptied_are_believed_though_a_portion_has_no_others() -> None:
    few = MANY_SERIES + 1
    async with store() as database:
        said = [replace(each, is_whole=True) for each in records(2 * few, EPISODES)]
        await merged(database, said)
        emptied = [replace(each, releases=()) for each in said[:few]]
        outcome = await merged_in_portions(database, [*emptied, *said[few:]], MANY_SERIES * ROWS_OF_ONE)

        assert (outcome.changed, outcome.left_out) == (few, ())
        async with database.read() as db:
            undated = select(func.count()).where(releases.c.number == 1, releases.c.earliest.is_(None))
            assert await db.scalar(undated) == few


async def test_new_series_are_added_in_portions_too() -> None:
    async with store() as database:
        outcome = await merged_in_portions(database, records(SERIES, EPISODES), 1)

        assert outcome.added == SERIES
        async with database.read() as db:
            assert await db.scalar(select(func.count()).select_from(releases)) == SERIES * EPISODES
