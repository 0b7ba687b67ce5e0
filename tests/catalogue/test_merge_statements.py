"""How much of the store a merge takes: a handful of statements, and no lock where nothing changed."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import URL, Table, func, select

from bot.catalogue.actions import merge_records
from bot.catalogue.model import Origin, Series, Titles
from bot.catalogue.records import SourceRecord
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store.batches import last_number
from bot.catalogue.tables import releases, updates
from bot.catalogue.tables import series as series_table
from bot.database.engine import Database
from bot.database.tables import move_watermark
from bot.dates.airdate import AirDate
from bot.delivery.scan import scan
from bot.delivery.tables import deliveries
from bot.subscriptions.model import THE_MOMENT, Lead, Subscription, Topic
from bot.subscriptions.store import channels
from tests.database.statements import statements
from tests.database.stores import open_new

NOW = datetime(2024, 1, 1, tzinfo=UTC)
AIRS = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
WEEK = timedelta(weeks=1)
SETTLE_DELAY = timedelta(minutes=30)
MOST = 20


def records(series: int, episodes: int, *, later: timedelta = timedelta(0)) -> list[SourceRecord]:
    """What AniList says of some series, with a date for each of their episodes."""
    released = tuple(
        Release(
            0,
            0,
            ReleaseKind.EPISODE if number > 1 else ReleaseKind.PREMIERE,
            AirDate.instant(AIRS + (number - 1) * WEEK + later),
            number=number,
        )
        for number in range(1, episodes + 1)
    )
    return [
        SourceRecord(
            Origin.ANILIST, Series(0, "", Titles(english=f"Series {n}"), episodes=episodes, anilist_id=n), released
        )
        for n in range(1, series + 1)
    ]


@asynccontextmanager
async def store() -> AsyncIterator[Database]:
    with tempfile.TemporaryDirectory() as folder:
        database = await open_new(Path(folder) / "yokoku.db", lambda: NOW)
        async with database.write() as db:
            await move_watermark(db, NOW)
        try:
            yield database
        finally:
            await database.close()


async def merged(database: Database, said: list[SourceRecord], at: datetime = NOW) -> None:
    await merge_records(database, said, lambda: at, settle_delay=SETTLE_DELAY)


@pytest.mark.parametrize(("series", "episodes"), [(1, 1), (1, 50), (1, 500), (40, 13)])
async def test_a_change_takes_as_many_statements_however_much_it_is_about(series: int, episodes: int) -> None:
    async with store() as database:
        await merged(database, records(series, episodes))
        with statements() as run:
            await merged(database, records(series, episodes, later=WEEK), NOW + timedelta(hours=1))

        assert len(run) <= MOST
        assert run.count("BEGIN IMMEDIATE") == 1
        async with database.read() as db:
            assert await db.scalar(select(func.min(releases.c.earliest))) == AIRS + WEEK
            assert await db.scalar(select(func.count()).select_from(updates)) == series


@pytest.mark.parametrize(("series", "episodes"), [(1, 1), (1, 50), (1, 500), (40, 13)])
async def test_where_nothing_changed_nothing_is_locked(series: int, episodes: int) -> None:
    async with store() as database:
        await merged(database, records(series, episodes))
        with statements() as run:
            await merged(database, records(series, episodes), NOW + timedelta(hours=1))

        assert len(run) <= MOST
        assert [sql for sql in run if "IMMEDIATE" in sql or sql.split()[0] in {"INSERT", "UPDATE", "DELETE"}] == []


@pytest.mark.parametrize("series", [1, 40])
async def test_what_is_new_takes_as_many_statements_however_much_it_is(series: int) -> None:
    async with store() as database:
        with statements() as run:
            await merged(database, records(series, 13))

        assert len(run) <= MOST


async def test_what_has_come_out_meanwhile_is_posted_in_as_many_statements() -> None:
    now = AIRS + timedelta(days=2)
    async with store() as database:
        await merged(database, records(40, 3))
        async with database.write() as db:
            await move_watermark(db, now)
            for number in range(1, 41):
                leads = (Lead(THE_MOMENT, episodes=True),)
                await channels.subscribe(db, Subscription(0, 7, 8, Topic.RELEASES, leads, 9, NOW, series_id=number))
        with statements() as run:
            await merged(database, records(40, 3, later=timedelta(days=1)), now)
        with statements() as scanning:
            await scan(database, lambda: now)

        assert len(run) <= MOST
        assert len(scanning) <= MOST
        async with database.read() as db:
            assert await db.scalar(select(func.count()).select_from(deliveries)) == 40


async def test_a_date_that_another_source_gives_meanwhile_is_not_lost() -> None:
    """Another process stores it between the reading and the lock."""
    (first,) = records(1, 1)
    exact, vague = AirDate.instant(AIRS + WEEK), AirDate.day((AIRS + WEEK).date())
    anilist = replace(first, releases=(replace(first.releases[0], date=vague),))
    bangumi = replace(first, origin=Origin.BANGUMI, releases=(replace(first.releases[0], date=exact),))
    plans: list[int] = []

    async def store_elsewhere(url: str) -> None:
        others = await Database.open(url, clock=lambda: NOW)
        await merged(others, [bangumi])
        await others.close()

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "yokoku.db"
        database = await open_new(path, lambda: NOW)
        await merged(database, [first])

        def meanwhile(number: int) -> None:
            plans.append(number)
            if len(plans) == 1:
                with ThreadPoolExecutor(1) as elsewhere:
                    elsewhere.submit(asyncio.run, store_elsewhere(f"sqlite+aiosqlite:///{path}")).result()

        outcome = await merge_records(database, [anilist], lambda: NOW, progress=meanwhile)

        assert (outcome.changed, len(plans)) == (1, 2)
        async with database.read() as db:
            (row,) = (await db.execute(select(releases))).mappings()
        assert set(row["said"]) == {"anilist", "bangumi-data"}
        assert row["earliest"] == AIRS + WEEK  # the same day, more exactly
        await database.close()


@pytest.mark.parametrize("table", [series_table, releases, updates])
def test_the_last_number_is_asked_of_either_database(table: Table) -> None:
    asked = {
        dialect.name: str(select(last_number(table, dialect)).compile(dialect=dialect))
        for dialect in (URL.create(name).get_dialect()() for name in ("sqlite", "postgresql"))
    }

    assert "sqlite_sequence" in asked["sqlite"]
    assert f"{table.name}_id_seq" in asked["postgresql"]
