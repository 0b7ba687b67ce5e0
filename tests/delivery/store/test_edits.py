"""Posts to be brought up to date, by several processes at once."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import insert, update

from bot.announcements.tables import announcements
from bot.database.engine import Database
from bot.dates.facts import FactKind
from bot.delivery.model import State
from bot.delivery.store import edits
from bot.delivery.store.edits import Amendment
from bot.delivery.store.queues import CHANGES
from bot.delivery.tables import deliveries

NOW = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
SECOND = timedelta(seconds=1)
ANNOUNCEMENT = 12


async def a_post(database: Database) -> None:
    """An announcement that stands in a channel as it was first."""
    typed = {"title": "Movie night", "text": "", "link": "", "image": "", "typed_when": ""}
    of_the_guild = {"guild_id": 1, "author_id": 9, "state": "scheduled", "due_at": NOW, "created_at": NOW}
    post = {
        "subscription_id": 1,
        "occasion": "once",
        "guild_id": 1,
        "channel_id": 7,
        "kind": FactKind.ANNOUNCEMENT.value,
        "fact_id": ANNOUNCEMENT,
        "anchor_at": NOW,
        "lead": timedelta(0),
        "due_at": NOW,
        "state": State.SENT.value,
        "message_id": 100,
    }
    async with database.write() as db:
        await db.execute(insert(announcements).values(id=ANNOUNCEMENT, **typed, **of_the_guild))
        await db.execute(insert(deliveries).values(**post))


async def edit(database: Database, version: int, now: datetime) -> Amendment:
    """Change the announcement, and take its post in hand."""
    async with database.write() as db:
        await db.execute(update(announcements).values(version=version, amended_at=now))
        await edits.want(db, now)
    return await claimed(database, now)


async def claimed(database: Database, now: datetime) -> Amendment:
    async with database.write() as db:
        (taken,) = await edits.claim(db, CHANGES, identity=database.identity, owner="me", now=now, limit=20)
        return taken


async def settle(database: Database, done: Amendment, version: int, now: datetime) -> None:
    async with database.write() as db:
        await edits.settle(db, done, version=version, now=now)


async def left_at(database: Database) -> datetime | None:
    async with database.read() as db:
        return await CHANGES.next_at(db)


async def test_what_one_has_edited_is_done_with(database: Database) -> None:
    await a_post(database)
    only = await edit(database, 2, NOW)
    await settle(database, only, 2, NOW + SECOND)

    assert await left_at(database) is None


async def test_what_two_have_edited_at_once_is_edited_once_more_to_its_last_words(database: Database) -> None:
    await a_post(database)
    slow = await edit(database, 2, NOW)
    quick = await edit(database, 3, NOW + SECOND)
    # Discord took the quick one's edit first; the slow one's, which came after it, is what stands there.
    await settle(database, slow, 2, NOW + 2 * SECOND)
    await settle(database, quick, 3, NOW + 3 * SECOND)

    again = await claimed(database, NOW + 4 * SECOND)
    assert again.shown_version < 3
    await settle(database, again, 3, NOW + 5 * SECOND)
    assert await left_at(database) is None
