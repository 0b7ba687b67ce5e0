"""Posts that stand, brought up to date: edited, struck through or deleted, and published to who follows the channel.

All of it can be done twice without harm; so a crash needs no more than a second try. Each channel has one queue for
what is changed and one for what is published: where one of them has to wait, nothing else does.
"""

import asyncio
import contextlib
import enum
import logging
import random
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import discord

from bot.clock import Clock
from bot.database.engine import Database
from bot.delivery.discord_permissions import drops_embeds, exact_reason
from bot.delivery.discord_post_states import PostState, change, post_states, publish
from bot.delivery.discord_send import failed, is_away, is_on_the_way, may_be_an_outage
from bot.delivery.model import LEASE, SEND_WITHIN, Delivery, State
from bot.delivery.notices import NOT_CHANGED_YET, UNCHANGED, NoticeKind
from bot.delivery.pace import Pace
from bot.delivery.store import edits, notices
from bot.delivery.store.edits import Amendment
from bot.delivery.store.queues import CHANGES, PUBLICATIONS, PUBLISHING_WINDOW, QUEUES, release_posts
from bot.errors import StoreError
from bot.subscriptions.model import PauseReason
from bot.workers import LONGEST_WAIT, Loop, RecurringError, wait_before_retry

_log = logging.getLogger(__name__)

MOST_CHANNELS = 100
"""In so many channels are posts changed at a time, and published; posts that are due share the pace with them."""
EDITS_OF_A_CHANNEL = 5
"""How many of a channel are claimed at a time: each has to be begun before its lease ends."""
EDIT_GATHER_SECONDS = 0.2
"""Each post that is written down notifies; while many are, the store is asked once in this time."""
AWAY = timedelta(seconds=60)
EDIT_STOP_SECONDS = 10.0
UNKNOWN_MESSAGE = 10008
NOT_IN_THIS_CHANNEL = 50024
"""Discord: "Cannot execute action on this channel type", among other things publishing in a text channel."""


class _Act(enum.StrEnum):
    """What is done to posts that stand. Discord limits each by itself, so each has a queue for each channel."""

    CHANGE = "change"
    PUBLISH = "publish"


_QUEUE_OF = {_Act.CHANGE: CHANGES, _Act.PUBLISH: PUBLICATIONS}


@dataclass(frozen=True, slots=True)
class _Job:
    """A post in hand: what its channel is to show, or the error for which that can't be read."""

    undone: Amendment
    state: PostState | None
    unreadable: Exception | None


class _ChannelHeld(Exception):
    """Discord takes no more of this from the channel before `until`."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


class PostEditor:
    """Does what is left to be done to posts. `notify()` when something may be; `stop()` finishes what is in flight.

    `owner` is this process' name. `pause(delivery, reason)` is awaited when posts can't be published in a channel any
    more, and `on_notice()` is called when there is something to tell moderators. `on_settled()` is called after
    anything was written down.
    """

    def __init__(
        self,
        client: discord.Client,
        database: Database,
        clock: Clock,
        owner: str,
        pace: Pace,
        *,
        pause: Callable[[Delivery, str], Awaitable[None]],
        on_notice: Callable[[], None],
        on_settled: Callable[[], None],
    ) -> None:
        self._client = client
        self._database = database
        self._clock = clock
        self._owner = owner
        self._pace = pace
        self._pause = pause
        self._on_notice = on_notice
        self._on_settled = on_settled
        self._faulty: set[int] = set()
        self._senders: dict[tuple[_Act, int], asyncio.Task[None]] = {}
        self._held: dict[tuple[_Act, int], datetime] = {}
        self._failure: Exception | None = None
        error = RecurringError(_log, "Posts can't be brought up to date", "Posts are brought up to date again")
        self._loop = Loop(self._edit_some, name="bring posts up to date", error=error, gather=EDIT_GATHER_SECONDS)

    def start(self) -> None:
        """Begin to edit posts. Needs a running event loop."""
        self._loop.start()

    def notify(self) -> None:
        """Look soon for posts to edit."""
        self._loop.notify()

    async def stop(self) -> None:
        """Begin nothing more, and finish what is in flight. What isn't finished is done by whoever comes next."""
        ends_at = asyncio.get_running_loop().time() + EDIT_STOP_SECONDS
        await self._loop.stop(EDIT_STOP_SECONDS)
        senders = list(self._senders.values())
        if senders:
            await asyncio.wait(senders, timeout=max(ends_at - asyncio.get_running_loop().time(), 0))
        for sender in senders:
            sender.cancel()
        await asyncio.gather(*senders, return_exceptions=True)
        with contextlib.suppress(StoreError):  # its leases end by themselves
            async with self._database.write() as db:
                await release_posts(db, self._owner, self._clock())

    # --- claiming ---------------------------------------------------------------------------------------------------

    async def _edit_some(self) -> float | None:
        """Take in hand what there is to do now, and give the seconds until there may be more."""
        if self._failure is not None:
            failure, self._failure = self._failure, None
            raise failure
        waits = [await self._begin(_Act.CHANGE), await self._begin(_Act.PUBLISH)]
        return min((wait for wait in waits if wait is not None), default=None)

    async def _begin(self, act: _Act) -> float | None:
        """Hand what is to be done now to the channels' senders; whoever of these ends has more looked for."""
        busy = {channel for each, channel in self._senders if each is act}
        room = MOST_CHANNELS - len(busy)
        queue = _QUEUE_OF[act]
        async with self._database.read() as db:
            next_at = await queue.next_at(db, but_channels=busy)
        if next_at is None or room <= 0 or self._loop.is_closed:
            return None
        wait = min(next_at - self._clock(), LONGEST_WAIT).total_seconds()
        if wait > 0 or self._pace.held:
            return max(wait, self._pace.held)
        until = asyncio.get_running_loop().time() + (LEASE - SEND_WITHIN).total_seconds()
        by_channel: dict[int, list[_Job]] = {}
        for job in await self._claim(act, room, busy):
            by_channel.setdefault(job.undone.delivery.channel_id, []).append(job)
        for channel, jobs in by_channel.items():
            sender = self._work(act, channel, jobs, until)
            self._senders[act, channel] = asyncio.create_task(sender, name=f"{act} posts of {channel}")
        return 0 if by_channel else None

    async def _claim(self, act: _Act, limit: int, busy: Collection[int]) -> list[_Job]:
        async with self._database.write() as db:
            claimed = await edits.claim(
                db,
                _QUEUE_OF[act],
                identity=self._database.identity,
                owner=self._owner,
                now=self._clock(),
                limit=limit,
                of_a_channel=EDITS_OF_A_CHANNEL,
                but_channels=busy,
            )
            states, unreadable = await post_states(db, claimed, self._clock())
        ids = ((each, each.delivery.id) for each in claimed)
        return [_Job(each, states.get(delivery_id), unreadable.get(delivery_id)) for each, delivery_id in ids]

    async def _work(self, act: _Act, channel: int, jobs: Sequence[_Job], until: float) -> None:
        """Do one channel's jobs, one after another, until Discord takes no more of them."""
        try:
            if (held_until := self._held_until(act, channel)) is not None:
                await self._hold(act, channel, jobs, held_until)
                return
            for done, job in enumerate(jobs):
                if self._loop.is_closed:
                    return
                try:
                    await self._finish(act, job, until)
                except _ChannelHeld as held:
                    await self._hold(act, channel, jobs[done:], held.until)
                    return
        except Exception as error:  # noqa: BLE001 - reported by the loop, which then waits; leases end by themselves
            self._failure = error
        finally:
            del self._senders[act, channel]
            self.notify()

    def _held_until(self, act: _Act, channel: int) -> datetime | None:
        """Tell until when Discord takes no more of this from a channel, for posts that came after it said so."""
        now = self._clock()
        # A clock that was set back since knows nothing of the time.
        longest = now + PUBLISHING_WINDOW
        self._held = {key: until for key, until in self._held.items() if now < until <= longest}
        return self._held.get((act, channel))

    async def _hold(self, act: _Act, channel: int, left: Sequence[_Job], until: datetime) -> None:
        queue, self._held[act, channel] = _QUEUE_OF[act], until
        async with self._database.write() as db:
            await queue.put_off(db, [each.undone.delivery.id for each in left], until)
            await queue.hold_channel(db, channel, until)
        self._on_settled()

    # --- doing ------------------------------------------------------------------------------------------------------

    async def _finish(self, act: _Act, job: _Job, until: float) -> None:
        """Do a job, or see to what keeps it from being done. Raises `_ChannelHeld`, and `StoreError`."""
        undone = job.undone
        if job.unreadable is not None:
            await self._explain(act, job, job.unreadable)
            return
        if is_away(self._client, undone.delivery.guild_id):
            await self._put_off(act, undone, AWAY)
            return
        if act is _Act.CHANGE and (dropped := self._dropped(job)) is not None:
            await self._refused(act, undone, dropped, waits=True)
            return
        if not await self._pace.turn(until):
            await self._put_off(act, undone, timedelta(seconds=self._pace.held))
            return
        try:
            is_done = await (change if act is _Act.CHANGE else publish)(self._client, undone, job.state)
        except discord.RateLimited as error:
            raise _ChannelHeld(self._clock() + timedelta(seconds=error.retry_after)) from error
        except Exception as error:  # noqa: BLE001 - sorted there; what it doesn't know is logged
            await self._explain(act, job, error)
        else:
            await self._settle(act, undone, job.state, is_done=is_done)

    def _dropped(self, job: _Job) -> str | None:
        """Give the reason for which Discord would take a change and show nothing of it; None where it shows it."""
        if job.state is None or job.state.is_deletion or job.state.version <= job.undone.shown_version:
            return None
        delivery = job.undone.delivery
        return drops_embeds(self._client, delivery.guild_id, delivery.channel_id, self._clock())

    async def _settle(self, act: _Act, done: Amendment, state: PostState | None, *, is_done: bool) -> None:
        async with self._database.write() as db:
            if act is _Act.PUBLISH:
                await edits.settle_publication(db, done, is_published=is_done, now=self._clock())
            else:
                version = max(state.version if state else 0, done.shown_version)
                await edits.settle(db, done, version=version, now=self._clock())
        self._on_settled()

    async def _put_off(self, act: _Act, undone: Amendment, wait: timedelta) -> None:
        queue = _QUEUE_OF[act]
        async with self._database.write() as db:
            await queue.put_off(db, [undone.delivery.id], self._clock() + min(wait, LONGEST_WAIT))

    # --- what went wrong --------------------------------------------------------------------------------------------

    async def _explain(self, act: _Act, job: _Job, error: Exception) -> None:
        """Deal with an error: settle the job, put it off, let it wait for its channel, or give it up for good.

        Raises `_ChannelHeld`.
        """
        if isinstance(error, discord.NotFound) and error.code == UNKNOWN_MESSAGE:
            # Somebody deleted it: there is nothing left to do.
            await self._settle(act, job.undone, job.state, is_done=True)
            return
        undone, delivery = job.undone, job.undone.delivery
        outcome = failed(delivery, error, now=self._clock(), jitter=random.random())  # noqa: S311 - spreads load
        if not is_on_the_way(error) and delivery.id not in self._faulty:
            self._faulty.add(delivery.id)
            _log.error("The post of delivery %d can't be brought up to date yet", delivery.id, exc_info=error)
        may_pass = outcome.state is State.PENDING and outcome.next_try_at is not None
        if may_pass or may_be_an_outage(self._client, delivery.guild_id):
            await self._put_off(act, undone, wait_before_retry(undone.attempts, random.random()))  # noqa: S311
            return
        if isinstance(error, discord.HTTPException) and error.code == NOT_IN_THIS_CHANNEL:
            await self._pause(delivery, PauseReason.NOT_PUBLISHABLE)
            raise _ChannelHeld(self._clock() + PUBLISHING_WINDOW)
        is_closed = outcome.state is State.PENDING and outcome.reason != PauseReason.CHANNEL_DELETED
        if is_closed and act is _Act.PUBLISH:
            _log.info("Posts in channel %d can't be published yet: %s", delivery.channel_id, outcome.reason)
            raise _ChannelHeld(self._clock() + PUBLISHING_WINDOW)
        reason = exact_reason(self._client, delivery.guild_id, delivery.channel_id, outcome.reason or "", self._clock())
        await self._refused(act, undone, reason, waits=is_closed)

    async def _refused(self, act: _Act, undone: Amendment, why: str, *, waits: bool) -> None:
        """Let a change wait until its channel takes it, or give up what it never will; tell moderators of it."""
        delivery = undone.delivery
        is_gone = why == PauseReason.CHANNEL_DELETED  # its posts are gone with it
        reason = f"{NOT_CHANGED_YET if waits else UNCHANGED}{why}"
        _log.warning("Delivery %d to channel %d: %s", delivery.id, delivery.channel_id, reason)
        async with self._database.write() as db:
            if waits:
                await edits.park(db, undone, why, reason=reason)
            else:
                await edits.give_up(db, undone, reason, of=QUEUES if is_gone else [_QUEUE_OF[act]])
            if not is_gone:
                kind = NoticeKind.CHANGE_WAITS if waits else NoticeKind.UNCHANGED
                await notices.add_about_posts(db, kind, [delivery.id], now=self._clock())
        self._on_notice()
        self._on_settled()
