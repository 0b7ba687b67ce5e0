"""Sources: which files were taken in, whether each source answers, and which entries its answers have lacked."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import RowMapping, bindparam, delete, exists, func, insert, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.model import Origin, Series
from bot.catalogue.sources.bangumi.download import Contents
from bot.catalogue.store.catalogue import whole_series
from bot.catalogue.store.merge_reads import source_dates
from bot.catalogue.store.records import ColumnValues, all_series
from bot.catalogue.tables import (
    identities,
    lost_entries,
    releases,
    series,
    source_files,
    source_health,
    statements,
    titles,
)
from bot.database.types import Instant
from bot.folding import fold
from bot.web.breaker import SourceHealth

FILE_EVERY = timedelta(days=1)
FILE_RETRY = timedelta(hours=3)
"""How long after it couldn't be had, or wasn't believed, a file is asked for again."""
FILE_TURN = timedelta(minutes=15)
"""For so long a process that asks for a file has its turn: one that was killed is made up for then."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """What is known of a source's file. `contents` is None where nothing of it was taken in yet.

    `as_of` is how new what was taken in last is, and None likewise; it `is_snapshot` where it came with Yokoku.
    """

    address: str | None = None
    etag: str | None = None
    due_at: datetime | None = None
    contents: Contents | None = None
    as_of: datetime | None = None
    is_snapshot: bool = False

    def next_at(self, address: str, now: datetime) -> datetime:
        """Give when it is to be asked for at an address: now, where another one was asked or the clock was set back."""
        if self.due_at is None or self.address != address or self.due_at > now + FILE_EVERY:
            return now
        return self.due_at


async def source_file(db: AsyncConnection, source: str) -> SourceFile:
    """Read what is known of a source's file."""
    row = (await db.execute(select(source_files).where(source_files.c.source == source))).mappings().first()
    if row is None:
        return SourceFile()
    contents = None if row["digests"] is None else Contents(tuple(row["digests"]), row["ahead"])
    return SourceFile(row["address"], row["etag"], row["due_at"], contents, row["as_of"], row["is_snapshot"])


async def file_as_of(db: AsyncConnection, source: str) -> datetime | None:
    """Read how new what was taken in last of a source's file is; give None where nothing was yet."""
    at: datetime | None = await db.scalar(select(source_files.c.as_of).where(source_files.c.source == source))
    return at


async def ask_again_at(db: AsyncConnection, source: str, address: str, at: datetime) -> None:
    """Keep when a file is asked for next. What another address sent tells nothing of this one's."""
    before = await source_file(db, source)
    etag = before.etag if before.address == address else None
    await _keep(db, source, {"address": address, "etag": etag, "due_at": at})


async def file_taken_in(
    db: AsyncConnection,
    source: str,
    contents: Contents,
    *,
    as_of: datetime,
    etag: str | None = None,
    is_snapshot: bool = False,
) -> None:
    """Keep what a file held that was taken in whole; `etag` is None where it came from elsewhere than its address."""
    held: ColumnValues = {"etag": etag, "digests": list(contents.digests), "ahead": contents.ahead}
    await _keep(db, source, {**held, "as_of": as_of, "is_snapshot": is_snapshot})


async def as_new_as_said(db: AsyncConnection, source: str) -> None:
    """Let what was taken in be as new as the last word of a source that is stored, where it has said anything."""
    last = func.max(func.coalesce(statements.c.confirmed_at, statements.c.at))
    at: datetime | None = await db.scalar(select(last).where(statements.c.origin == source))
    if at is not None:
        await _keep(db, source, {"as_of": at, "is_snapshot": False})


async def file_is_newest(db: AsyncConnection, source: str, at: datetime) -> None:
    """Keep that at `at` there is no newer file than the one that was taken in last."""
    here = (source_files.c.source == source, source_files.c.as_of < at)
    await db.execute(update(source_files).where(*here).values(as_of=at))


async def _keep(db: AsyncConnection, source: str, values: ColumnValues) -> None:
    here = source_files.c.source == source
    if not (await db.execute(update(source_files).where(here).values(values))).rowcount:
        await db.execute(insert(source_files).values(source=source, **values))


# --- lost entries -----------------------------------------------------------------------------------------------------


async def is_any_missing(db: AsyncConnection) -> bool:
    """Tell whether any entry was missing in a source's latest answers."""
    return (await db.execute(select(lost_entries.c.number).limit(1))).first() is not None


async def found_again(db: AsyncConnection, source: str, numbers: Collection[int]) -> None:
    """Forget that entries were missing."""
    here = (lost_entries.c.source == source, lost_entries.c.number.in_(numbers))
    if (await db.execute(select(lost_entries.c.number).where(*here).limit(1))).first() is not None:
        await db.execute(delete(lost_entries).where(*here))


async def missed(db: AsyncConnection, source: str, numbers: Collection[int], at: datetime) -> None:
    """Count one more whole answer that lacks entries, of those that belong to a series."""
    of = lost_entries.c
    here = (of.source == source, of.number.in_(numbers), of.lost_at.is_(None))
    await db.execute(update(lost_entries).where(*here).values(answers=of.answers + 1))
    known = exists().where(of.source == source, of.number == identities.c.number)
    new = select(literal(source), identities.c.number, identities.c.series_id, literal(1), literal(at, Instant)).where(
        identities.c.source == source, identities.c.number.in_(numbers), ~known
    )
    await db.execute(insert(lost_entries).from_select(["source", "number", "series_id", "answers", "missed_at"], new))


async def missing_for_long(db: AsyncConnection, source: str, *, answers: int, since: datetime) -> dict[int, datetime]:
    """Give the series whose entries so many answers have lacked `since` then, and that don't count as lost yet.

    By their ids, with when the first of these answers came.
    """
    of = lost_entries.c
    here = (of.source == source, of.lost_at.is_(None), of.answers >= answers, of.missed_at <= since)
    rows = await db.execute(select(of.series_id, of.missed_at).where(*here).order_by(of.series_id))
    return {row.series_id: row.missed_at for row in rows}


async def lose(db: AsyncConnection, source: str, series_id: int, at: datetime) -> None:
    """Let a series' entries that are missing count as lost."""
    here = (lost_entries.c.source == source, lost_entries.c.series_id == series_id)
    await db.execute(update(lost_entries).where(*here).values(lost_at=at))


async def statement(db: AsyncConnection, series_id: int, origin: Origin) -> Any:  # noqa: ANN401 - as it lies there
    """Read what an origin says of a series, as it is stored; give None where it says nothing."""
    here = (statements.c.series_id == series_id, statements.c.origin == origin.value)
    return await db.scalar(select(statements.c.said).where(*here))


async def alike(db: AsyncConnection, old: Series) -> list[Series]:
    """Read shared series that may be the same as one whose entry was lost, the newest first; none that is lost, too."""
    named = [fold(name) for name in old.titles.leading]
    same_title = select(titles.c.series_id).where(titles.c.fold.in_(named))
    lost = exists().where(lost_entries.c.series_id == series.c.id, lost_entries.c.lost_at.is_not(None))
    rows = await db.execute(
        whole_series()
        .where(
            series.c.guild_id.is_(None),
            series.c.id != old.id,
            or_(series.c.myanimelist_id == (old.myanimelist_id or 0), series.c.id.in_(same_title)),
            ~lost,
        )
        .order_by(series.c.id.desc())
    )
    return list(all_series(rows.mappings()))


# --- whether sources answer -------------------------------------------------------------------------------------------


async def source_answered(db: AsyncConnection, source: str, at: datetime) -> None:
    """Keep that a source answered; it is no longer away."""
    await _keep_health(db, source, {"answered_at": at, "away_since": None, "reason": None})


async def source_went_away(db: AsyncConnection, source: str, since: datetime, reason: str) -> None:
    """Keep that a source doesn't answer. Of one that is away already only the reason is new."""
    earlier = func.coalesce(source_health.c.away_since, literal(since, Instant))
    await _keep_health(db, source, {"away_since": earlier, "reason": reason}, {"away_since": since, "reason": reason})


async def source_changed(db: AsyncConnection, source: str, at: datetime, *, series: int, dates: int) -> None:
    """Keep how much a source changed, if it changed anything."""
    if series:
        await _keep_health(db, source, {"changed_at": at, "changed_series": series, "changed_dates": dates})


async def dates_held_alone(db: AsyncConnection, now: datetime) -> dict[str, int]:
    """Count the dates still to come that would be gone without one source, by its name; people's aren't counted."""
    ahead = (releases.c.anchor_at > now, releases.c.cancelled.is_(False), releases.c.guild_id.is_(None))
    rows = await db.execute(select(releases).where(*ahead))
    found: Counter[str] = Counter()
    for row in rows.mappings():
        say = [origin for origin, said in source_dates(row).items() if said.date.latest is not None]
        if len(say) == 1 and say[0] not in {Origin.OWNERS, Origin.MODERATORS}:
            found[say[0].value] += 1
    return dict(found)


async def _keep_health(
    db: AsyncConnection, source: str, values: ColumnValues, anew: ColumnValues | None = None
) -> None:
    """Update a source's row, or make it; two writers at once don't come to this, for writers take turns."""
    here = source_health.c.source == source
    if not (await db.execute(update(source_health).where(here).values(values))).rowcount:
        await db.execute(insert(source_health).values(source=source, **(values if anew is None else anew)))


_HEALTH_OF_ONE = select(source_health).where(source_health.c.source == bindparam("wanted_source"))
"""Built once: every card asks it."""


async def health_of_source(db: AsyncConnection, source: str) -> SourceHealth | None:
    """Read whether a source answers; give None for one that was never asked."""
    row = (await db.execute(_HEALTH_OF_ONE, {"wanted_source": source})).mappings().first()
    return None if row is None else _read_health(row)


async def health_of_all_sources(db: AsyncConnection) -> tuple[SourceHealth, ...]:
    """Read of all sources that were ever asked whether they answer, by name."""
    rows = await db.execute(select(source_health).order_by(source_health.c.source))
    return tuple(_read_health(row) for row in rows.mappings())


def _read_health(row: RowMapping) -> SourceHealth:
    return SourceHealth(**row)
