"""Stores of before there were readings are given those of the titles that they have."""

import contextlib
import sqlite3
from pathlib import Path

from sqlalchemy import URL, create_engine

from bot.catalogue.store import search
from bot.database.engine import Database
from migrations import upgrade
from tests.database.stores import url
from tests.still_clock import StillClock


async def test_an_upgrade_brings_the_readings_of_titles_that_are_stored(tmp_path: Path, clock: StillClock) -> None:
    path = tmp_path / "yokoku.db"
    engine = create_engine(URL.create("sqlite", database=str(path)))
    with engine.begin() as db:
        upgrade(db, "0018")
    engine.dispose()
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("INSERT INTO series (id, slug, format, adult) VALUES (1, 'frieren', 'tv', 0)")
        db.execute(
            "INSERT INTO titles (series_id, rank, title, fold) VALUES (1, 0, '葬送のフリーレン', '葬送のフリーレン')"
        )
        db.commit()

    database = await Database.open(url(path), clock=clock)
    async with database.read() as read:
        found = await search.complete(read, "sousou no frieren", now=clock())
    await database.close()

    assert [(each.slug, each.titles.all) for each in found] == [("frieren", ("葬送のフリーレン",))]
