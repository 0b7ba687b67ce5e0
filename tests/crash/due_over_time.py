"""A store in which posts come due one after another, and what is to be found in the channels in the end."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import insert, select

from bot.announcements import store as announcements
from bot.announcements import tables
from bot.database.engine import Connection, Database
from bot.database.tables import move_watermark
from bot.delivery.store.edits import is_out
from bot.subscriptions.model import DEFAULT_LEADS, Subscription, Topic
from bot.subscriptions.store import channels
from sandbox import Sandbox
from sandbox.world.changes import create_channel
from sandbox.world.threads import create_thread


@dataclass(frozen=True, slots=True)
class Due:
    """What comes due: each of `titles` in each of `channels`."""

    guild_id: int
    channels: Sequence[int]
    titles: Sequence[str]

    @property
    def posts(self) -> set[tuple[int, str]]:
        """Every post there has to be, as its channel and title."""
        return {(channel, title) for channel in self.channels for title in self.titles}


async def fill(
    database: Database,
    sandbox: Sandbox,
    *,
    posts: int,
    in_channels: int,
    within: float,
    chance: random.Random,
    threads: int = 0,
) -> Due:
    """Let so many posts come due over so many channels, at random instants of the next `within` seconds.

    So many of the channels as there are `threads` are threads of another one.
    """
    now = sandbox.clock.now()
    places = [_make_place(sandbox, number, is_thread=number < threads) for number in range(in_channels)]
    async with database.write() as db:
        for place in places:
            since = now - timedelta(days=1)
            await channels.subscribe(
                db,
                Subscription(0, sandbox.guild_id, place, Topic.ANNOUNCEMENTS, DEFAULT_LEADS, sandbox.owner_id, since),
            )
        await move_watermark(db, now - timedelta(minutes=5))
    made = Due(sandbox.guild_id, places, [])
    return await add(database, made, posts=posts, author_id=sandbox.owner_id, now=now, within=within, chance=chance)


def _make_place(sandbox: Sandbox, number: int, *, is_thread: bool) -> int:
    world, name = sandbox.world, f"place-{number}"
    if is_thread:
        return create_thread(world, sandbox.channels["chat"], name).id
    return create_channel(world, sandbox.guild_id, name).id


async def add(
    database: Database,
    made: Due,
    *,
    posts: int,
    author_id: int,
    now: datetime,
    within: float,
    chance: random.Random,
) -> Due:
    """Let so many more posts come due in the same channels; all of them, the new ones too."""
    first = len(made.titles) + 1
    numbers = range(first, first + posts // len(made.channels))
    rows = [
        {
            "id": number,
            "guild_id": made.guild_id,
            "author_id": author_id,
            "state": "scheduled",
            "title": f"Announcement {number}",
            "text": "It is due.",
            "link": "",
            "image": "",
            "typed_when": "",
            "due_at": now + timedelta(seconds=chance.uniform(0, within)),
            "created_at": now - timedelta(hours=1),
        }
        for number in numbers
    ]
    if rows:
        async with database.write() as db:
            await db.execute(insert(tables.announcements), rows)
    return replace(made, titles=[*made.titles, *(f"Announcement {number}" for number in numbers)])


async def due_instants(db: Connection) -> dict[str, datetime]:
    """When each announcement is due, by its title."""
    rows = await db.execute(select(tables.announcements.c.title, tables.announcements.c.due_at))
    return {title: due_at for title, due_at in rows if due_at is not None}


async def move_one(database: Database, due_posts: Due, chance: random.Random, *, by: int, now: datetime) -> None:
    """Give one announcement that is still to come another time, some seconds from now. Raises what `move` raises."""
    number = chance.randrange(1, len(due_posts.titles) + 1)
    async with database.write() as db:
        at = now + timedelta(seconds=chance.uniform(1, 15))
        await announcements.move(db, due_posts.guild_id, number, at=at, typed_when="", by=by, now=now, is_out=is_out())
