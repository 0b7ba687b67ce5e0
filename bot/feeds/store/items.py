"""Items of feeds: those that are known, what is new of them, and what their feeds edited."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, RowMapping, bindparam, delete, exists, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.database.types import Instant
from bot.feeds.model import FeedEntry, FeedItem
from bot.feeds.tables import feed_items, feeds


async def of_feed(db: AsyncConnection, feed_id: int) -> list[FeedItem]:
    """List the items of a feed that are known."""
    rows = await db.execute(select(feed_items).where(feed_items.c.feed_id == feed_id).order_by(feed_items.c.id))
    return [item(row) for row in rows.mappings()]


async def latest(db: AsyncConnection, feed_id: int, *, most: int) -> list[FeedItem]:
    """List the newest items of a feed, the newest first: they are stored in the order in which they are posted."""
    rows = await db.execute(
        select(feed_items).where(feed_items.c.feed_id == feed_id).order_by(feed_items.c.id.desc()).limit(most)
    )
    return [item(row) for row in rows.mappings()]


async def add(db: AsyncConnection, feed_id: int, entries: Sequence[FeedEntry], now: datetime) -> list[int]:
    """Store new items, and give their ids in that order."""
    if not entries:
        return []
    last = await db.scalar(select(func.max(feed_items.c.id)))
    rows = [{"feed_id": feed_id, "seen_at": now, "listed_at": now, **_values(each)} for each in entries]
    await db.execute(insert(feed_items), rows)
    added = select(feed_items.c.id).where(feed_items.c.feed_id == feed_id, feed_items.c.id > (last or 0))
    return list((await db.execute(added.order_by(feed_items.c.id))).scalars())


async def listed_again(db: AsyncConnection, again: Sequence[tuple[FeedItem, FeedEntry]], now: datetime) -> bool:
    """Note what is listed of known items now; tell whether any was edited in what people see of it."""
    if not again:
        return False
    ids = [known.id for known, _ in again]
    await db.execute(update(feed_items).where(feed_items.c.id.in_(ids)).values(listed_at=now))
    changed = [(known, entry) for known, entry in again if known.entry != entry]
    edited = [(known, entry) for known, entry in changed if shown(known.entry) != shown(entry)]
    if changed:
        rows = [{"item_id": known.id, **{f"new_{k}": v for k, v in _values(entry).items()}} for known, entry in changed]
        named = {name: bindparam(f"new_{name}", type_=feed_items.c[name].type) for name in _values(changed[0][1])}
        here = feed_items.c.id == bindparam("item_id", type_=BigInteger)
        await db.execute(update(feed_items).where(here).values(**named), rows)
    if edited:
        of_them = feed_items.c.id.in_([known.id for known, _ in edited])
        anew = {"version": feed_items.c.version + 1, "amended_at": literal(now, Instant)}
        await db.execute(update(feed_items).where(of_them).values(**anew))
    return bool(edited)


def shown(entry: FeedEntry) -> tuple[str, ...]:
    """Give what people see of an item."""
    return entry.title, entry.text, entry.link, entry.picture


async def forget_unlisted(db: AsyncConnection, before: datetime, *, limit: int) -> int:
    """Drop up to `limit` items that their feeds haven't listed since; give how many that were.

    What a feed listed when it was read last is kept however long ago that was.
    """
    is_listed = exists().where(feeds.c.id == feed_items.c.feed_id, feeds.c.changed_at <= feed_items.c.listed_at)
    old = select(feed_items.c.id).where(feed_items.c.listed_at < before, ~is_listed).limit(limit)
    ids: Collection[int] = list((await db.execute(old)).scalars())
    if ids:
        await db.execute(delete(feed_items).where(feed_items.c.id.in_(ids)))
    return len(ids)


def _values(entry: FeedEntry) -> dict[str, Any]:
    return {
        "guid": entry.guid,
        "link": entry.link,
        "title": entry.title,
        "text": entry.text,
        "picture": entry.picture,
        "published_at": entry.published,
    }


def item(row: RowMapping, prefix: str = "") -> FeedItem:
    """Make an item of its row, whose columns' names have a prefix."""
    names = ("guid", "link", "title", "text", "picture", "published_at")
    entry = FeedEntry(*(row[f"{prefix}{name}"] for name in names))
    of = {name: row[f"{prefix}{name}"] for name in ("id", "feed_id", "seen_at", "version")}
    return FeedItem(of["id"], of["feed_id"], entry, of["seen_at"], of["version"])
