"""The snapshot taken into a store: once, by one process, over nothing that is newer, and further where it broke off."""

import asyncio
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert, select, text

from bot.catalogue.bangumi_file import BangumiFile, take_in
from bot.catalogue.model import Origin
from bot.catalogue.snapshot_sync import SNAPSHOT_RETRY, SNAPSHOT_TURN, SnapshotState, SnapshotSync
from bot.catalogue.sources import bangumi
from bot.catalogue.sources.bangumi.snapshot import pack
from bot.catalogue.store.sources import SourceFile, source_file
from bot.catalogue.tables import series, slots, statements, updates
from bot.clock import Clock
from bot.database.engine import Database
from bot.database.process_lock import SoleLock
from bot.exchange import catalogue_file
from migrations import upgrade
from tests.catalogue.store.test_stated_after_upgrade import micros, old_store
from tests.database.dumps import dump
from tests.database.stores import made, open_new, url
from tests.still_clock import StillClock
from tests.wire.bangumi_server import excerpt, without_most

if TYPE_CHECKING:
    from collections.abc import Iterator

SERIES = 37
JELLYFISH, MOVED_TO = "夜のクラゲは泳げない", datetime(2024, 4, 13, 15, tzinfo=UTC)


def snapshot(folder: Path, day: date = date(2023, 12, 1), content: dict[str, object] | None = None) -> Path:
    file = folder / f"{day}.xz"
    file.write_bytes(pack(content or excerpt(), day))
    return file


async def taken(database: Database) -> SourceFile:
    async with database.read() as db:
        return await source_file(db, Origin.BANGUMI)


async def count(database: Database, what: str = "series") -> int:
    async with database.read() as db:
        return int((await db.execute(text(f"SELECT count(*) FROM {what}"))).scalar_one())  # noqa: S608 - a test's own


async def run(database: Database, clock: Clock, file: Path) -> tuple[SnapshotState, timedelta]:
    """What is told of a snapshot once it was looked at, and how long until it is looked at again."""
    state = SnapshotState()
    at = await SnapshotSync(database, clock, file, state).run()
    return state, at - clock()


def moved() -> dict[str, object]:
    """A later file, in which a premiere has moved by a week."""
    content = excerpt()
    for item in content["items"]:
        if item["title"] == JELLYFISH:
            item.update(begin="2024-04-13T16:00:00.000Z", broadcast="R/2024-04-13T16:00:00.000Z/P7D")
    return content


async def test_it_is_taken_in_once_and_its_word_is_as_old_as_it_is(
    database: Database, clock: StillClock, tmp_path: Path
) -> None:
    file = snapshot(tmp_path)
    state = SnapshotState()
    sync = SnapshotSync(database, clock, file, state)
    assert state.is_coming

    await sync.run()
    assert state == SnapshotState(is_coming=False, trouble=None)
    before = await dump(database)
    await sync.run()

    assert await dump(database) == before
    async with database.read() as db:
        confirmed = (await db.execute(select(statements.c.confirmed_at).distinct())).scalars().all()
        until = (await db.execute(select(slots.c.until))).scalars().all()
        (told,) = (await db.execute(select(updates.c.id))).scalars().all() or [None]
    assert confirmed == [datetime(2023, 12, 1, tzinfo=UTC)]
    assert until
    assert told is None
    known = await taken(database)
    assert (known.as_of, known.is_snapshot, known.due_at) == (datetime(2023, 12, 1, tzinfo=UTC), True, None)
    assert [each.name for each in tmp_path.glob("*.snapshot")] == []


async def test_on_a_clock_before_its_day_its_word_is_of_now(database: Database, tmp_path: Path) -> None:
    clock = StillClock(datetime(2023, 1, 1, tzinfo=UTC))
    await run(database, clock, snapshot(tmp_path))

    async with database.read() as db:
        assert (await db.execute(select(statements.c.confirmed_at).distinct())).scalars().all() == [clock.at]


async def test_a_newer_one_is_taken_in_once_without_a_word_and_an_older_one_never(
    database: Database, clock: StillClock, tmp_path: Path
) -> None:
    moved_to = f"releases WHERE service IS NULL AND number = 1 AND earliest = {micros(MOVED_TO)}"
    await run(database, clock, snapshot(tmp_path))
    assert await count(database, moved_to) == 0
    await run(database, clock, snapshot(tmp_path, date(2023, 12, 24), moved()))
    later = await dump(database)
    assert await count(database, moved_to) == 1
    assert await count(database, "updates") == 0

    state, _ = await run(database, clock, snapshot(tmp_path, date(2023, 12, 23)))

    assert await dump(database) == later
    assert state == SnapshotState()


@pytest.mark.parametrize("way", ["file", "export"])
async def test_a_newer_file_that_an_operator_took_in_is_not_set_back(
    database: Database, clock: StillClock, tmp_path: Path, way: str
) -> None:
    if way == "file":
        file = BangumiFile(bangumi.read(moved()), clock())
        await take_in(database, clock, file, SourceFile(), settle_delay=None)
    else:
        another = await open_new(tmp_path / "another.db", clock)
        await take_in(another, clock, BangumiFile(bangumi.read(moved()), clock()), SourceFile(), settle_delay=None)
        exported = "".join([part async for part in catalogue_file.export(another)])
        await another.close()
        content = catalogue_file.read(json.loads(exported))
        await catalogue_file.bring_in(database, content, at=clock())
    before = await dump(database)

    await run(database, clock, snapshot(tmp_path))

    assert await dump(database) == before


def test_a_store_of_an_older_version_is_as_new_as_its_sources_last_word(tmp_path: Path) -> None:
    said = datetime(2024, 1, 19, tzinfo=UTC)
    with old_store(tmp_path / "yokoku.db").begin() as db:
        upgrade(db, "0016")
        values = {"series_id": 1, "origin": Origin.BANGUMI.value, "said": {}, "at": said, "confirmed_at": None}
        db.execute(insert(statements).values(values))
        upgrade(db)
        assert db.execute(text("SELECT source, as_of, digests FROM source_files")).all() == [
            (Origin.BANGUMI.value, micros(said), None)
        ]


async def test_of_two_processes_one_takes_it_in_and_the_other_waits(
    database: Database, clock: StillClock, tmp_path: Path
) -> None:
    file = snapshot(tmp_path)
    first = SoleLock(database.file, "snapshot")
    assert first.is_mine()
    waiting = SnapshotState()
    second = SnapshotSync(database, clock, file, waiting)

    assert await second.run() == clock() + SNAPSHOT_TURN
    assert (waiting.is_coming, await count(database)) == (True, 0)

    first.release()  # as the system does for one that was killed
    await second.run()
    assert (waiting.is_coming, await count(database)) == (False, SERIES)


async def test_two_that_take_it_in_at_once_leave_nothing_double(clock: StillClock, tmp_path: Path) -> None:
    """Where no lock is to be had, as on some network drives."""
    path = made(tmp_path / "yokoku.db")
    one, two = [await Database.open(url(path), clock=clock) for _ in range(2)]
    file = BangumiFile(bangumi.read(excerpt()), clock(), is_snapshot=True)
    await asyncio.gather(*(take_in(each, clock, file, SourceFile(), settle_delay=None) for each in (one, two)))

    alone = await open_new(tmp_path / "alone.db", clock)
    await take_in(alone, clock, file, SourceFile(), settle_delay=None)
    assert await dump(one) == await dump(alone)
    for each in (one, two, alone):
        await each.close()


async def test_what_was_killed_is_taken_up_by_the_next_start(
    database: Database, clock: StillClock, tmp_path: Path
) -> None:
    class KilledError(BaseException):
        pass

    looks: Iterator[int] = iter(range(10))

    def killing() -> datetime:
        if next(looks) == 3:  # what the series are is written, and not yet that the file is taken in
            raise KilledError
        return clock()

    file = snapshot(tmp_path)
    with pytest.raises(KilledError):
        await run(database, killing, file)
    assert (await count(database), (await taken(database)).as_of) == (SERIES, None)

    await run(database, clock, file)

    another = await open_new(tmp_path / "another.db", clock)
    await run(another, clock, file)
    assert await dump(database) == await dump(another)
    await another.close()


async def test_a_full_disk_is_told_of_and_tried_again(
    database: Database, clock: StillClock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = snapshot(tmp_path)
    async with database.write() as db:
        pages = (await db.execute(text("PRAGMA page_count"))).scalar_one()
        await db.execute(text(f"PRAGMA max_page_count = {pages}"))

    state, again_in = await run(database, clock, file)

    assert again_in == SNAPSHOT_RETRY
    assert not state.is_coming
    assert state.trouble is not None
    assert "full" in state.trouble
    assert "The catalogue snapshot can't be taken in" in caplog.text
    async with database.write() as db:
        await db.execute(text(f"PRAGMA max_page_count = {100 * pages}"))
    assert (await run(database, clock, file))[0] == SnapshotState()
    assert await count(database) == SERIES


async def test_a_snapshot_that_lacks_most_is_taken_at_its_word(
    database: Database, clock: StillClock, tmp_path: Path
) -> None:
    """Whoever made this version has looked at it; what it lacks stays."""
    await run(database, clock, snapshot(tmp_path))
    state, _ = await run(database, clock, snapshot(tmp_path, date(2023, 12, 24), without_most(excerpt())))

    assert state == SnapshotState()
    async with database.read() as db:
        assert len((await db.execute(select(series.c.id))).all()) == SERIES
