"""Posts that stand, brought up to date: edited, struck through or deleted, and published to who follows the channel.

All of it can be done twice without harm; so a crash needs no more than a second try.
"""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

import discord

from bot.announcements.model import TakenBack
from bot.announcements.render.announcements import struck_embed
from bot.clock import Clock
from bot.database.engine import Connection, Database
from bot.delivery.claims import key_of, read_subjects
from bot.delivery.discord_send import cut_short, failed, is_away, is_on_the_way, may_be_an_outage
from bot.delivery.model import LATE_AFTER, LEASE, SEND_WITHIN, Delivery, State
from bot.delivery.notices import UNCHANGED, NoticeKind
from bot.delivery.pace import Pace
from bot.delivery.render.posts import post
from bot.delivery.render.updates import struck_countdown
from bot.delivery.store import edits, notices, update_posts
from bot.delivery.store.edits import Amendment
from bot.delivery.store.update_posts import AnnouncedPlan
from bot.delivery.subjects import AnnouncementSubject, ReleaseSubject, Subject
from bot.subscriptions.model import PauseReason
from bot.workers import LONGEST_WAIT, Loop, RecurringError, wait_before_retry

_log = logging.getLogger(__name__)

EDIT_BATCH_SIZE = 20
"""So many are in hand at a time; posts that are due share the pace with them."""
EDIT_GATHER_SECONDS = 0.2
"""Each post that is written down notifies; while many are, the store is asked once in this time."""
AWAY = timedelta(seconds=60)
EDIT_STOP_SECONDS = 10.0
UNKNOWN_MESSAGE = 10008
ALREADY_PUBLISHED = 40033
NOT_IN_THIS_CHANNEL = 50024
"""Discord: "Cannot execute action on this channel type", among other things publishing in a text channel."""


@dataclass(frozen=True, slots=True)
class PostState:
    """How a delivery's post is to look. `version` grows with each change; one that shows it is left as it is.

    `announced` is what its channel was told last of the release, `is_taken_back` tells of an announcement that it is.
    """

    delivery: Delivery
    subject: AnnouncementSubject | ReleaseSubject
    version: int
    announced: AnnouncedPlan | None = None
    is_taken_back: bool = False

    def change(self, message: discord.PartialMessage) -> Callable[[], Awaitable[object]]:
        """Make the request that edits, strikes or deletes the post.

        Its text, which names the role it pinged, stays; nobody is pinged again.
        """
        about = self.subject
        if isinstance(about, AnnouncementSubject) and about.announcement.taken_back is TakenBack.DELETE:
            return message.delete
        embed = self._embed(late=message.created_at - self.delivery.due_at > LATE_AFTER)
        return partial(message.edit, embed=embed, allowed_mentions=discord.AllowedMentions.none())

    def _embed(self, *, late: bool) -> discord.Embed | None:
        if isinstance(self.subject, AnnouncementSubject):
            announcement = self.subject.announcement
            if announcement.taken_back is TakenBack.STRIKE:
                return struck_embed(announcement.typed)
            return post(self.subject, self.delivery, late=late).embed
        embed = post(self.subject, self.delivery, late=late).embed
        if self.announced is None or embed is None or is_true(self.delivery, self.announced):
            return embed
        return struck_countdown(embed.title or "", self.announced.plan)


def is_true(delivery: Delivery, announced: AnnouncedPlan) -> bool:
    """Tell whether a countdown is to the date that its channel was told last."""
    return not announced.plan.cancelled and announced.plan.date.anchor == delivery.anchor


async def post_states(
    db: Connection, claimed: Sequence[Amendment]
) -> tuple[dict[int, PostState], dict[int, Exception]]:
    """Read how posts are to look, by their deliveries' ids, and why that can't be read of some.

    Those of which nothing changed are left out.

    Raises `StoreError` and what the driver raises.
    """
    subjects, unreadable = await read_subjects(db, [key_of(each.delivery) for each in claimed])
    announced = await update_posts.announced_plans(db, [each.delivery for each in claimed])
    found: dict[int, PostState] = {}
    for each in claimed:
        delivery = each.delivery
        subject = subjects.get(key_of(delivery))
        state = _post_state(each, subject, announced.get((delivery.fact_id, delivery.guild_id)))
        if state is not None:
            found[delivery.id] = state
    of_key = {each.delivery.id: key_of(each.delivery) for each in claimed}
    return found, {each: unreadable[key] for each, key in of_key.items() if key in unreadable}


def _post_state(amendment: Amendment, subject: Subject | None, announced: AnnouncedPlan | None) -> PostState | None:
    delivery = amendment.delivery
    if isinstance(subject, AnnouncementSubject):
        announcement = subject.announcement
        return PostState(delivery, subject, announcement.version, is_taken_back=announcement.taken_back is not None)
    if not isinstance(subject, ReleaseSubject) or announced is None or not delivery.lead:
        return None
    if is_true(delivery, announced) and not amendment.shown_version:
        return None  # it stands as it was posted
    as_told = replace(subject.release, date=announced.plan.date, cancelled=False)
    return PostState(delivery, replace(subject, release=as_told), announced.version, announced)


class PostEditor:
    """Does what is left to be done to posts. `notify()` when something may be; `stop()` finishes what is in flight.

    `pause(delivery, reason)` is awaited when posts can't be published in a channel any more, and `on_notice()` is
    called when there is something to tell moderators.
    """

    def __init__(
        self,
        client: discord.Client,
        database: Database,
        clock: Clock,
        pace: Pace,
        *,
        pause: Callable[[Delivery, str], Awaitable[None]],
        on_notice: Callable[[], None],
    ) -> None:
        self._client = client
        self._database = database
        self._clock = clock
        self._pace = pace
        self._pause = pause
        self._on_notice = on_notice
        self._faulty: set[int] = set()
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
        await self._loop.stop(EDIT_STOP_SECONDS)

    async def _edit_some(self) -> float | None:
        """Do what there is to do now, at most `EDIT_BATCH_SIZE`, and give the seconds until there may be more."""
        async with self._database.read() as db:
            next_at = await edits.next_at(db)
        if next_at is None or self._loop.is_closed:
            return None
        wait = min((next_at - self._clock()), LONGEST_WAIT).total_seconds()
        if wait > 0 or self._pace.held:
            return max(wait, self._pace.held)
        until = asyncio.get_running_loop().time() + (LEASE - SEND_WITHIN).total_seconds()
        async with self._database.write() as db:
            claimed = await edits.claim(db, identity=self._database.identity, now=self._clock(), limit=EDIT_BATCH_SIZE)
            shown, unreadable = await post_states(db, claimed)
        ended = await asyncio.gather(
            *(
                self._explain(each, None, unreadable[each.delivery.id])
                if each.delivery.id in unreadable
                else self._finish(each, shown.get(each.delivery.id), until)
                for each in claimed
            ),
            return_exceptions=True,  # none may go on alone when another has failed: a stop waits for all of them
        )
        for error in ended:
            if error is not None:
                raise error
        return 0 if claimed else None

    async def _finish(self, undone: Amendment, state: PostState | None, until: float) -> None:
        if is_away(self._client, undone.delivery.guild_id):
            await self._put_off(undone, AWAY)
            return
        if not await self._pace.turn(until):
            await self._put_off(undone, timedelta(seconds=self._pace.held))
            return
        try:
            is_published = await self._do(undone, state)
        except Exception as error:  # noqa: BLE001 - sorted there; what it doesn't know is logged
            await self._explain(undone, state, error)
        else:
            await self._settle(undone, state, is_published=is_published)

    async def _do(self, undone: Amendment, state: PostState | None) -> bool:
        """Make the message what it should be, and tell whether it was published.

        Raises what `cut_short` raises, and what a fault of ours raises.
        """
        delivery = undone.delivery
        channel = self._client.get_partial_messageable(delivery.channel_id, guild_id=delivery.guild_id)
        message = channel.get_partial_message(undone.message_id)
        is_behind = state is not None and state.version > undone.shown_version
        change = state.change(message) if state is not None and is_behind else None
        async with cut_short(self._client, SEND_WITHIN):
            if change is not None:
                await change()
            if not undone.is_to_publish or (state is not None and state.is_taken_back):
                return False
            try:
                await message.publish()
            except discord.HTTPException as refusal:
                if refusal.code != ALREADY_PUBLISHED:
                    raise
            return True

    async def _settle(self, done: Amendment, state: PostState | None, *, is_published: bool) -> None:
        version = max(state.version if state else 0, done.shown_version)
        async with self._database.write() as db:
            await edits.settle(db, done, version=version, is_published=is_published, now=self._clock())

    async def _put_off(self, undone: Amendment, wait: timedelta) -> None:
        async with self._database.write() as db:
            await edits.put_off(db, [undone], self._clock() + min(wait, LONGEST_WAIT))

    async def _explain(self, undone: Amendment, state: PostState | None, error: Exception) -> None:
        """Deal with an error: settle the edit, put it off, or give it up for good."""
        if isinstance(error, discord.RateLimited):
            await self._put_off(undone, timedelta(seconds=error.retry_after))
            return
        if isinstance(error, discord.NotFound) and error.code == UNKNOWN_MESSAGE:
            await self._settle(undone, state, is_published=True)  # somebody deleted it: there is nothing left to do
            return
        outcome = failed(undone.delivery, error, now=self._clock(), jitter=random.random())  # noqa: S311 - spreads load
        if not is_on_the_way(error) and undone.delivery.id not in self._faulty:
            self._faulty.add(undone.delivery.id)
            _log.error("The post of delivery %d can't be brought up to date yet", undone.delivery.id, exc_info=error)
        may_pass = outcome.state is State.PENDING and outcome.next_try_at is not None
        if may_pass or may_be_an_outage(self._client, undone.delivery.guild_id):
            await self._put_off(undone, wait_before_retry(undone.attempts, random.random()))  # noqa: S311
            return
        if isinstance(error, discord.HTTPException) and error.code == NOT_IN_THIS_CHANNEL:
            await self._pause(undone.delivery, PauseReason.NOT_PUBLISHABLE)
        reason = f"{UNCHANGED}{outcome.reason}"
        _log.warning("Delivery %d to channel %d: %s", undone.delivery.id, undone.delivery.channel_id, reason)
        async with self._database.write() as db:
            await edits.give_up(db, undone, reason)
            if outcome.reason != PauseReason.CHANNEL_DELETED:  # its posts are gone with it
                await notices.add_about_posts(db, NoticeKind.UNCHANGED, [undone.delivery.id], now=self._clock())
        self._on_notice()
