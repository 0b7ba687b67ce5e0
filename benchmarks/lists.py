"""Ten pages at once of lists of 100, 500 and 5,000 entries: the slowest press, and the longest stall of the loop.

    python -m benchmarks.lists [--entries 100 500 5000]

The lists are a watchlist, a server's subscriptions, announcements, and a series' history. It is what a press reads and
lays out, without Discord; the ten pages lie evenly over the list. The floor is a list of one page. Aim: no stall of
50 ms.
"""

import argparse
import asyncio
import itertools
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Final, TypeAlias

from sqlalchemy import insert, select

from benchmarks.arena import folder
from bot.announcements import list_store
from bot.announcements.render import announcements as announcement_pages
from bot.announcements.tables import announcements
from bot.catalogue.model import Series, Titles
from bot.catalogue.records import ToldChange
from bot.catalogue.render import history as history_pages
from bot.catalogue.store import catalogue, corrections, history_page
from bot.catalogue.tables import changes, series
from bot.clock import SYSTEM_CLOCK
from bot.database.engine import Connection, Database
from bot.database.tables import move_watermark
from bot.delivery.store import health
from bot.delivery.store.edits import is_out
from bot.delivery.tables import deliveries
from bot.subscriptions.render import channels as channel_pages
from bot.subscriptions.render.watchlist import WATCHLIST_PAGE_SIZE, watchlist_page
from bot.subscriptions.store import channels, watchlist
from bot.subscriptions.tables import subscription_leads, subscriptions
from bot.subscriptions.tables import watchlist as watched

GUILD, AUTHOR, PRESSES, ROUNDS = 1, 7, 10, 5
NOW: Final = SYSTEM_CLOCK()
Fill: TypeAlias = Callable[[Connection, int], Awaitable[None]]
Turn: TypeAlias = Callable[[Connection, int], Awaitable[object]]


async def fill_watchlist(db: Connection, entries: int) -> None:
    """Put so many series on the list."""
    for number in range(entries):
        await catalogue.save_series(db, Series(0, f"series-{number}", Titles(english=f"Series {number}")))
    ids = (await db.execute(select(series.c.id).where(series.c.slug.like("series-%")))).scalars().all()
    row = {"guild_id": GUILD, "added_by": 1}
    await db.execute(
        insert(watched), [row | {"series_id": one, "added_at": NOW + timedelta(seconds=one)} for one in ids]
    )


async def turn_watchlist(db: Connection, number: int) -> None:
    """Show a page of `/watchlist show`."""
    listed = await watchlist.page(db, GUILD, adult=False, number=number, size=WATCHLIST_PAGE_SIZE)
    coming = await catalogue.next_releases(db, [one.id for one in listed.page.rows], NOW, guild_id=GUILD)
    watchlist_page(listed.page, coming, hidden=listed.hidden)


async def fill_channels(db: Connection, entries: int) -> None:
    """Subscribe so many channels."""
    row = {"guild_id": GUILD, "topic": "releases", "created_by": AUTHOR, "created_at": NOW}
    numbers = range(1, entries + 1)
    await db.execute(insert(subscriptions), [row | {"id": each, "channel_id": each} for each in numbers])
    leads = [(each, timedelta(hours=hours)) for each in numbers for hours in (0, 1, 24, 168)]
    await db.execute(
        insert(subscription_leads),
        [{"subscription_id": each, "before": before, "episodes": not before} for each, before in leads],
    )


async def turn_channels(db: Connection, number: int) -> None:
    """Show a page of `/channel list`."""
    page = (await channels.page(db, GUILD, number=number, size=channel_pages.SUBSCRIPTIONS_PAGE_SIZE)).page
    await corrections.by_ids(db, {each.series_id for each in page.rows if each.series_id}, GUILD, hidden_too=True)
    rows = [channel_pages.ListedSubscription(each, None, channel_stands=True, role_stands=True) for each in page.rows]
    channel_pages.listing(page.with_rows(rows))


async def fill_announcements(db: Connection, entries: int) -> None:
    """Schedule one half of so many, and have the other posted in a channel each."""
    await move_watermark(db, NOW)
    text = {"title": "Title", "text": "Text " * 100, "link": "", "image": "", "typed_when": ""}
    row = {"guild_id": GUILD, "author_id": AUTHOR, "state": "scheduled", "created_at": NOW, **text}
    due = {each: NOW + timedelta(minutes=1 if each % 2 else -1) * each / 10 for each in range(1, entries + 1)}
    await db.execute(insert(announcements), [row | {"id": each, "due_at": at} for each, at in due.items()])
    post = {"subscription_id": 1, "guild_id": GUILD, "channel_id": 1, "kind": "announcement", "state": "sent"}
    posts = [
        post
        | {"occasion": f"{each}", "fact_id": each, "anchor_at": at, "due_at": at, "lead": timedelta(0), "message_id": 1}
        for each, at in due.items()
        if at < NOW
    ]
    await db.execute(insert(deliveries), posts)


async def turn_announcements(db: Connection, number: int) -> None:
    """Show a page of `/announcements`."""
    listed = await list_store.page(
        db,
        GUILD,
        AUTHOR,
        NOW,
        is_out=is_out(),
        is_nowhere=health.is_nowhere(),
        number=number,
        size=announcement_pages.ANNOUNCEMENTS_PAGE_SIZE,
    )
    posted = [each.announcement.id for each in listed.page.rows if each.is_posted]
    became = await health.outcomes_of(db, GUILD, posted)
    outcomes = {key: announcement_pages.ListedOutcome(bool(each.posted)) for key, each in became.items()}
    announcement_pages.listing(listed, outcomes)


async def fill_history(db: Connection, entries: int) -> None:
    """Change a series so many times."""
    await catalogue.save_series(db, Series(0, "one", Titles(english="One")))
    row = {"actor": str(AUTHOR), "guild_id": GUILD, "kind": "series", "fact_id": 1, "field": "studio"}
    words = [{"value": f"Studio {number}", "by": AUTHOR, "at": NOW.isoformat()} for number in range(entries + 1)]
    steps = itertools.pairwise(words)
    await db.execute(insert(changes), [row | {"at": NOW, "old": old, "new": new} for old, new in steps])


async def turn_history(db: Connection, number: int) -> None:
    """Show a page of `/catalogue history`."""
    page = await history_page.page(db, 1, GUILD, number=number, size=history_pages.HISTORY_PAGE_SIZE)
    rows = [
        history_pages.HistoryChange(each.change, each.is_latest) if isinstance(each, ToldChange) else each
        for each in page.rows
    ]
    history_pages.history_layout(Series(1, "one", Titles(english="One")), page.with_rows(rows))


LISTS: Final[dict[str, tuple[Fill, Turn, int]]] = {
    "watchlist": (fill_watchlist, turn_watchlist, WATCHLIST_PAGE_SIZE),
    "channel list": (fill_channels, turn_channels, channel_pages.SUBSCRIPTIONS_PAGE_SIZE),
    "announcements": (fill_announcements, turn_announcements, announcement_pages.ANNOUNCEMENTS_PAGE_SIZE),
    "history": (fill_history, turn_history, history_pages.HISTORY_PAGE_SIZE),
}
"""By their names: how a list is filled, how a page is shown, and how many entries have room on one."""


async def press(database: Database, turn: Turn, number: int) -> float:
    """Read and lay out a page, and give the seconds that it took."""
    began = time.perf_counter()
    async with database.snapshot() as db:
        await turn(db, number)
    return time.perf_counter() - began


async def longest_stall(is_over: asyncio.Event) -> float:
    """Measure how much later than asked the loop wakes somebody, at most."""
    longest = 0.0
    while not is_over.is_set():
        began = time.perf_counter()
        await asyncio.sleep(0.001)
        longest = max(longest, time.perf_counter() - began - 0.001)
    return longest


async def measured(name: str, entries: int | None = None) -> tuple[float, float]:
    """Measure the slowest press and the longest stall, each the least of several rounds; without `entries`, a page."""
    fill, turn, size = LISTS[name]
    pages = -(-(entries or size) // size)
    with folder() as home:
        database = await Database.open(f"sqlite+aiosqlite:///{home / 'yokoku.db'}", clock=SYSTEM_CLOCK)
        async with database.write() as db:
            await fill(db, entries or size)
        slowest, stalls = [], []
        for _ in range(ROUNDS):
            is_over = asyncio.Event()
            watching = asyncio.create_task(longest_stall(is_over))
            presses = (press(database, turn, number * pages // PRESSES) for number in range(PRESSES))
            slowest.append(max(await asyncio.gather(*presses)))
            is_over.set()
            stalls.append(await watching)
        await database.close()
    return min(slowest), min(stalls)


async def main(counts: list[int]) -> None:
    """Measure and print."""
    for name in LISTS:
        floor, floor_stall = await measured(name)
        for entries in counts:
            slowest, stall = await measured(name, entries)
            print(
                f"{name}, {entries:,} entries: slowest of {PRESSES} presses {slowest * 1000:.0f} ms, with one page "
                f"{floor * 1000:.0f} ms, ratio {slowest / floor:.1f}; longest stall {stall * 1000:.0f} ms "
                f"(aim < 50 ms), with one page {floor_stall * 1000:.0f} ms, ratio {stall / floor_stall:.1f}"
            )


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--entries", type=int, nargs="+", default=[100, 500, 5_000])
    asyncio.run(main(asked.parse_args().entries))
