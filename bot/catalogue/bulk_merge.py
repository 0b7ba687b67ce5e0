"""Thousands of records merged while the bot runs: portion by portion, with what is known of the store read once.

A portion is planned while others may write, and written in one short transaction. Where somebody else has written
meanwhile, what is known is read anew, and the portion planned anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.catalogue.actions import merge_records
from bot.catalogue.merge_plan import Known, MergeOutcome, MergePlan, plan_merge, read_known, write_merged
from bot.catalogue.records import SourceRecord
from bot.clock import Clock
from bot.database.engine import Database
from bot.database.planning import PLAN_TRIES, Writes

PORTION = 100
"""So many records are merged at a time: some 600 rows, for which the store is locked for a few hundredths of a second.
"""


@dataclass(slots=True)
class BulkOutcome:
    """What became of the records: how many series are new or changed, how many dates are; and whose series they are."""

    added: int = 0
    changed: int = 0
    dates: int = 0
    ids: set[int] = field(default_factory=set)

    def add(self, outcome: MergeOutcome) -> None:
        """Count a portion's too."""
        self.added += outcome.added
        self.changed += outcome.changed
        self.dates += outcome.dates
        self.ids |= outcome.ids


async def merge_in_bulk(
    database: Database,
    records: Sequence[SourceRecord],
    clock: Clock,
    *,
    settle_delay: timedelta | None = None,
    said_at: datetime | None = None,
    portion: int = PORTION,
) -> BulkOutcome:
    """Do what `merge_records` does, of a trusted answer, in as many transactions as there are portions with news.

    `said_at` is when the records were said, where that wasn't now.
    What becomes due by it isn't looked at before the caller's next `change()`: a scan after each portion would be
    another's write, for which the next one is planned anew.
    Raises `StoreError`, and what was written by then stays: who merges the records again writes the rest.
    """
    bulk, whole = _Bulk(database, clock, settle_delay, said_at), BulkOutcome()
    for start in range(0, len(records), portion):
        whole.add(await bulk.merge(records[start : start + portion]))
    return whole


@dataclass(slots=True)
class _Bulk:
    """What is known of a store while portion after portion is merged into it; None: it has to be read."""

    database: Database
    clock: Clock
    settle_delay: timedelta | None
    said_at: datetime | None
    known: Known | None = None
    writes: Writes = field(default_factory=Writes)

    async def merge(self, records: Sequence[SourceRecord]) -> MergeOutcome:
        """Merge a portion, once and again where others write meanwhile; at last they have to wait."""
        for _ in range(PLAN_TRIES):
            known, made = await self._plan(records)
            if await self._write(made):
                self.known = known.after(made)
                return made.outcome
            self.known = None
        return await merge_records(
            self.database,
            records,
            self.clock,
            settle_delay=self.settle_delay,
            is_trusted=True,
            said_at=self.said_at,
        )

    async def _plan(self, records: Sequence[SourceRecord]) -> tuple[Known, MergePlan]:
        if self.known is None:
            async with self.database.write() as db:
                await self.writes.seen(db)  # before anything is read
        async with self.database.read() as db:
            known = self.known or await read_known(db)
            at, said_at = self.clock(), self.said_at
            made = await plan_merge(db, records, at, self.settle_delay, is_trusted=True, of=known, said_at=said_at)
        return known, made

    async def _write(self, made: MergePlan) -> bool:
        """Write what was planned, if that is needed, and tell whether it could be: nobody else had written."""
        if not made.is_needed:
            return True
        async with self.database.write() as db:
            if await self.writes.are_of_others(db):
                return False
            await write_merged(db, made)
            await self.writes.seen(db)
        return True
