"""What followed from a premiere in an older store: what has come out stays, what nobody stated goes, untold."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, create_engine, func, insert, select, text
from sqlalchemy.engine import URL

from bot.catalogue import tables
from bot.catalogue.tables import releases, updates
from bot.delivery.scan import scan
from bot.delivery.tables import deliveries
from migrations import upgrade
from tests.database.stores import open_new

NOW = datetime(2024, 1, 20, tzinfo=UTC)
FIRST = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)


def micros(at: datetime) -> int:
    return (at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)


def old_store(path: Path) -> Engine:
    """A store in which episodes 2 to 4 of two series follow from their premieres, and the scan has seen episode 2."""
    engine = create_engine(URL.create("sqlite", database=str(path)))
    with engine.begin() as db:
        upgrade(db, "0011")
        db.execute(text("UPDATE store_state SET watermark = :at"), {"at": micros(NOW)})
        row = text(
            "INSERT INTO releases (id, series_id, kind, number, precision, earliest, latest, anchor_at, zone,"
            " follows_id, origin) VALUES (:id, :series, :kind, :number, 'instant', :at, :at, :at, 'Asia/Tokyo',"
            " :follows, :origin)"
        )
        for series, origin in ((1, "anilist"), (2, "starter")):
            db.execute(insert(tables.series).values(id=series, slug=origin, format="tv"))
            for number in (1, 2, 3, 4):
                values = {
                    "id": 10 * series + number,
                    "series": series,
                    "kind": "episode" if number > 1 else "premiere",
                    "number": number,
                    "at": micros(FIRST + timedelta(weeks=number - 1)),
                    "follows": 10 * series + 1 if number > 1 else None,
                    "origin": None if number > 1 else origin,
                }
                db.execute(row, values)
        told = insert(updates).values(id=7, series_id=1, release_id=11, kind="x", changed_at=FIRST, anchor_at=FIRST)
        db.execute(told)
    return engine


async def test_past_weeks_are_stated_and_future_ones_that_nobody_stated_go(tmp_path: Path) -> None:
    with old_store(tmp_path / "yokoku.db").begin() as db:
        upgrade(db)
        found = db.execute(select(releases.c.id, releases.c.origin, releases.c.basis)).all()
        (told,) = db.execute(select(updates.c.id)).scalars()
        last = db.execute(text("SELECT seq FROM sqlite_sequence WHERE name = 'releases'")).scalar_one()

    stated = [(11, "anilist"), (12, "anilist"), *((20 + number, "starter") for number in (1, 2, 3, 4))]
    assert [tuple(row) for row in found] == [(number, origin, "stated") for number, origin in stated]
    assert (told, last) == (7, 24)


async def test_channels_hear_nothing_of_the_upgrade(tmp_path: Path) -> None:
    engine = old_store(tmp_path / "yokoku.db")
    with engine.begin() as db:
        db.execute(text("UPDATE updates SET withdrawn = true"))
        db.execute(
            text(
                "INSERT INTO subscriptions (id, guild_id, channel_id, topic, created_by, created_at)"
                " VALUES (1, 1, 7, 'releases', 9, 1)"
            )
        )
    engine.dispose()
    database = await open_new(tmp_path / "yokoku.db", lambda: NOW)
    await scan(database, lambda: NOW + timedelta(hours=1))
    async with database.read() as db:
        assert await db.scalar(select(func.count()).select_from(deliveries)) == 0
    await database.close()
