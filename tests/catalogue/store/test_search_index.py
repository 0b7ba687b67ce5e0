"""The index of titles, over upgrades and over all of bangumi-data."""

from pathlib import Path

import pytest
from sqlalchemy import URL, create_engine, text

from benchmarks import bangumi
from benchmarks.typed import KINDS, Kind, queries
from bot.catalogue.model import Series, Titles
from bot.catalogue.store import catalogue, search
from bot.database.engine import Database
from migrations import upgrade
from tests.database.stores import is_whole, url
from tests.still_clock import StillClock

QUERIES = 60


async def test_titles_of_an_older_store_are_found_after_the_upgrade(tmp_path: Path, clock: StillClock) -> None:
    path = tmp_path / "old.db"
    engine = create_engine(URL.create("sqlite", database=str(path)))
    with engine.begin() as old:
        upgrade(old, "0002")
        old.execute(text("INSERT INTO series (id, slug, format) VALUES (1, 'rouge', 'tv')"))
        old.execute(
            text("INSERT INTO titles (series_id, rank, title, fold) VALUES (1, 0, 'Metallic Rouge', 'metallic rouge')")
        )
    engine.dispose()

    database = await Database.open(url(path), clock=clock)
    try:
        async with database.read() as db:
            assert [one.slug for one in await search.suggest(db, "metalic ruoge")] == ["rouge"]
    finally:
        await database.close()
    assert is_whole(path)


async def test_many_titles_are_indexed_at_once(database: Database) -> None:
    async with database.write() as db:
        await catalogue.save_series(db, Series(0, "before", Titles("Metallic Before")))
        async with search.indexed_at_once(db):
            await catalogue.save_series(db, Series(0, "amid", Titles("Metallic Amid")))
            await db.execute(text("DELETE FROM series WHERE slug = 'before'"))
        await catalogue.save_series(db, Series(0, "after", Titles("Metallic After")))

    async with database.read() as db:
        assert {one.slug for one in await search.suggest(db, "metalic")} == {"amid", "after"}
        assert {one.slug for one in await search.suggest(db, "metalic amdi")} >= {"amid"}


async def test_an_import_that_fails_leaves_the_index_as_it_was(database: Database) -> None:
    async with database.write() as db:
        await catalogue.save_series(db, Series(0, "before", Titles("Metallic Before")))
    with pytest.raises(RuntimeError):
        async with database.write() as db, search.indexed_at_once(db):
            await catalogue.save_series(db, Series(0, "amid", Titles("Metallic Amid")))
            raise RuntimeError

    async with database.write() as db:
        await catalogue.save_series(db, Series(0, "after", Titles("Metallic After")))
        assert {one.slug for one in await search.suggest(db, "metalic")} == {"before", "after"}


@pytest.fixture(scope="module")
def everything() -> list[Series]:
    if not bangumi.FILE.is_file():
        pytest.skip("bangumi-data is not here (../shared/data/bangumi-data.json)")
    return bangumi.read()


async def test_among_all_of_bangumi_data_what_was_meant_is_offered(
    database: Database, everything: list[Series]
) -> None:
    await bangumi.fill(database, everything)

    shares = {kind.name: await found(database, kind, everything) for kind in KINDS}

    # More series begin with some five signs than can be offered, and so few queries tell a share to some hundredths.
    assert {kind.name: shares[kind.name] for kind in KINDS if shares[kind.name] < (kind.aim or 0.9) - 0.04} == {}


async def found(database: Database, kind: Kind, everything: list[Series]) -> float:
    """The share of a kind's queries whose series is among the first so many."""
    asked = list(queries(kind, everything, seed=7, count=QUERIES))
    hits = 0
    async with database.read() as db:
        for query in asked:
            offered = await search.complete(db, query.text)
            hits += query.series.id in {one.id for one in offered[: kind.within]}
    return hits / len(asked)
