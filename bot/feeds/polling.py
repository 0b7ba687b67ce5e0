"""Feeds are polled, each once however many follow it; what is new of them is stored, and comes due by that."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeAlias

from bot.clock import Clock
from bot.database.engine import Connection, Database
from bot.errors import StoreError
from bot.feeds.choices import outcomes
from bot.feeds.identity import recognise
from bot.feeds.model import (
    TROUBLE_TOLD_AFTER,
    Feed,
    FeedDocument,
    FeedEntry,
    FeedFailed,
    FeedTrouble,
    in_order,
    next_poll,
    plausible,
)
from bot.feeds.reading import FeedAnswer, FeedReader
from bot.feeds.store import feeds, follows, items, posts
from bot.workers import RecurringError

_log = logging.getLogger(__name__)

TellFollowers: TypeAlias = Callable[[Connection, Feed, datetime], Awaitable[None]]
"""Has the moderators told, in a transaction, that a feed is in trouble, or that it is back."""

POLLS_AT_ONCE = 12
LOOKED_FOR_EVERY = timedelta(minutes=1)
"""So often it is looked whether a feed is due: one that was just added is read by whoever added it."""
LOOKED_SECONDS = 1.0
"""So often it is looked what else is due while feeds are asked for."""
STORE_AWAY = timedelta(seconds=30)
STANDS_FOR = timedelta(hours=1)
"""What a feed has become, a page or an empty list, is told once it has stood for so long: much of it is a slip."""
ITEMS_KEPT_FOR = timedelta(days=90)
"""For so long an item is known again that its feed lists no more."""
FORGOTTEN_EVERY = timedelta(days=1)
_STEP = 500


class FeedPoller:
    """Polls the feeds that anybody follows; a task of the schedule's. Processes that share a store ask once.

    `tell` has moderators told of a feed's trouble in the transaction that notes it, and `on_told()` is called then.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        reader: FeedReader,
        *,
        tell: TellFollowers,
        on_told: Callable[[], None],
    ) -> None:
        self._database = database
        self._clock = clock
        self._reader = reader
        self._tell = tell
        self._on_told = on_told
        self._forgets_at = clock()
        self._polls: set[asyncio.Task[None]] = set()
        self._faulty: set[int] = set()
        self._error = RecurringError(_log, "Feeds can't be polled", "Feeds are polled again")

    async def run(self) -> datetime:
        """Poll every feed that is due, and give when to look again."""
        began_at = self._clock()  # which may be set while this runs
        try:
            await self._forget()
            next_at = await self._poll_due()
        except Exception as error:  # noqa: BLE001 - whatever it was, it is tried again
            self._error.failed(error)
            return began_at + STORE_AWAY
        finally:
            for poll in self._polls:  # broken off, they are made up for when their turn has passed
                poll.cancel()
            self._polls = set()
        self._error.succeeded()
        now = self._clock()
        return min(max(next_at or now + LOOKED_FOR_EVERY, now), now + LOOKED_FOR_EVERY)

    async def poll_first(self, feed_id: int) -> None:
        """Read a feed that was just begun, so that what it publishes from now on is new."""
        async with self._database.write() as db:
            feed = await feeds.take_one(db, feed_id, self._clock())
        if feed is not None:
            await self.poll(feed, urgent=True)

    async def _poll_due(self) -> datetime | None:
        """Poll feeds side by side until none is due; a slow one holds up no other. Give when the next one is."""
        while True:
            room = POLLS_AT_ONCE - len(self._polls)
            async with self._database.read() as db:
                outlook = await feeds.look(db, self._clock())
            if outlook.lapses:
                async with self._database.change() as db:
                    await posts.lapse(db, self._clock())
            if outlook.is_due and room > 0:
                async with self._database.write() as db:
                    due = await feeds.take_due(db, self._clock(), limit=room)
                self._polls |= {asyncio.create_task(self._poll_apart(feed), name=f"poll {feed.id}") for feed in due}
            if not self._polls:
                return outlook.next_due
            # What comes due meanwhile doesn't wait for a server that takes its time.
            done, _ = await asyncio.wait(self._polls, timeout=LOOKED_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            self._polls -= done
            for poll in done:
                poll.result()

    async def _poll_apart(self, feed: Feed) -> None:
        """Poll a feed, so that one that meets a fault of ours holds up no other. Raises `StoreError`."""
        try:
            await self.poll(feed)
        except StoreError:
            raise
        except Exception as error:  # noqa: BLE001 - it is tried again when its turn has passed
            if feed.id not in self._faulty:
                _log.error("Feed %d can't be polled, and is tried again", feed.id, exc_info=error)
            self._faulty.add(feed.id)
        else:
            self._faulty.discard(feed.id)

    async def poll(self, feed: Feed, *, urgent: bool = False) -> None:
        """Ask for a feed, and store what is new of it or why it can't be had. Raises `StoreError`."""
        try:
            answer = await self._reader.read(
                feed.address, etag=feed.etag, modified=feed.modified, digest=feed.digest, urgent=urgent
            )
        except FeedFailed as failed:
            await self._note_trouble(feed, failed)
            return
        document = answer.document
        if document is not None and not document.entries and await self._had_items(feed):
            await self._note_trouble(feed, FeedFailed(FeedTrouble.EMPTY, "it lists nothing any more"))
        elif document is None and feed.trouble is FeedTrouble.EMPTY:
            await self._note_trouble(feed, FeedFailed(FeedTrouble.EMPTY, feed.why or ""))
        elif document is None:
            await self._keep_unchanged(feed, answer)
        else:
            await self._take_in(feed, answer, document)

    async def _had_items(self, feed: Feed) -> bool:
        async with self._database.read() as db:
            return bool(await items.latest(db, feed.id, most=1))

    def _next(self, failures: int, retry_after: timedelta | None = None) -> datetime:
        jitter = random.random()  # noqa: S311 - spreads load
        return next_poll(self._clock(), failures=failures, retry_after=retry_after, jitter=jitter)

    async def _keep_unchanged(self, feed: Feed, answer: FeedAnswer) -> None:
        read_at = feed.read_at if self._is_certain(feed) else self._clock()
        kept = replace(feed, etag=answer.etag, modified=answer.modified, read_at=read_at)
        async with self._database.write() as db:
            now = self._clock()
            await feeds.keep_answer(db, kept, is_changed=False, due_at=self._next(0), now=now)
            await self._tell_return(db, feed, now)

    async def _take_in(self, feed: Feed, answer: FeedAnswer, document: FeedDocument) -> None:
        now = self._clock()
        entries = [replace(each, published=plausible(each.published, now)) for each in document.entries]
        kept = replace(
            feed,
            etag=answer.etag,
            modified=answer.modified,
            digest=answer.digest,
            title=document.title or feed.title,
            site=document.site,
        )
        known = feed if self._is_certain(feed) else replace(feed, read_at=None)
        kept = replace(kept, read_at=known.read_at)
        async with self._database.change() as db:
            await _store_items(db, known, entries, now)
            await feeds.keep_answer(db, kept, is_changed=True, due_at=self._next(0), now=now)
            await self._tell_return(db, feed, now)

    def _is_certain(self, feed: Feed) -> bool:
        """Tell whether what was posted of a feed is known: not before it was read once in a store that was restored."""
        restored_at = self._database.restored_at
        return feed.read_at is None or restored_at is None or feed.read_at >= restored_at

    async def _note_trouble(self, feed: Feed, failed: FeedFailed) -> None:
        now = self._clock()
        # A clock that was set back knows nothing of how long it lasts.
        since = feed.troubled_since if feed.troubled_since and feed.troubled_since <= now else now
        after = STANDS_FOR if failed.trouble in {FeedTrouble.PAGE, FeedTrouble.EMPTY} else TROUBLE_TOLD_AFTER
        troubled = replace(
            feed,
            failures=feed.failures + 1,
            trouble=failed.trouble,
            why=failed.why,
            troubled_since=since,
            told=feed.told or now - since >= after,
        )
        due_at = self._next(troubled.failures)
        if not feed.told:  # or the instant at which it is told would pass while it is left alone
            due_at = min(due_at, since + after)
        due_at = max(due_at, self._next(0, failed.retry_after))
        async with self._database.write() as db:
            await feeds.keep_trouble(db, troubled, due_at=due_at, now=now)
            if troubled.told and not feed.told:
                await self._tell(db, troubled, now)
                self._on_told()

    async def _tell_return(self, db: Connection, feed: Feed, now: datetime) -> None:
        if feed.told:
            await self._tell(db, replace(feed, trouble=None), now)
            self._on_told()

    async def _forget(self) -> None:
        now = self._clock()
        if now < self._forgets_at:
            return
        dropped = _STEP
        while dropped == _STEP:
            async with self._database.write() as db:
                dropped = await items.forget_unlisted(db, now - ITEMS_KEPT_FOR, limit=_STEP)
        async with self._database.write() as db:
            await feeds.forget_unfollowed(db, now - FORGOTTEN_EVERY)
        self._forgets_at = now + FORGOTTEN_EVERY


async def _store_items(db: Connection, feed: Feed, entries: list[FeedEntry], now: datetime) -> None:
    """Store what a feed lists now; what is new is told to its followers, unless it is read for the first time."""
    found = recognise(entries, await items.of_feed(db, feed.id))
    await items.listed_again(db, found.again, now)
    new = in_order(found.new)
    ids = await items.add(db, feed.id, new, now)
    if feed.read_at is None or not new:
        return
    following = await follows.of_feed(db, feed.id)
    lately = await posts.lately(db, feed.id, now)
    told = (
        (follow, item_id, outcome)
        for follow in following
        for item_id, outcome in zip(
            ids,
            outcomes(follow.choices, new, lately=lately.get(follow.subscription_id, 0), now=now),
            strict=True,
        )
    )
    await posts.add(db, told, now)
