"""What posts that stand are to show, as the store has it, and the requests that make a message so or publish it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

import discord

from bot.announcements.model import TakenBack
from bot.announcements.render.announcements import struck_embed
from bot.catalogue.revisions import Plan
from bot.database.engine import Connection
from bot.dates.airdate import AirDate
from bot.delivery.claims import key_of, read_subjects
from bot.delivery.discord_send import cut_short
from bot.delivery.model import (
    LATE_AFTER,
    SEND_WITHIN,
    AnnouncementSubject,
    Delivery,
    FeedPostSubject,
    FeedReviewSubject,
    PanelSubject,
    ReleaseSubject,
    Subject,
    version_of,
)
from bot.delivery.render.conventions import struck_panel
from bot.delivery.render.posts import post
from bot.delivery.render.updates import struck_release
from bot.delivery.store import edits
from bot.delivery.store.edits import Amendment, AnnouncedPlan
from bot.delivery.store.moments import Moments, moments_of

ALREADY_PUBLISHED = 40033
ARCHIVED = 50083
"""Discord: "Thread is archived": it refuses to change a message there."""


@dataclass(frozen=True, slots=True)
class PostState:
    """How a delivery's post is to look. `version` grows with each change; one that shows it is left as it is.

    `announced` is what its channel was told last of the release, `is_taken_back` tells of an announcement that it is.
    """

    delivery: Delivery
    subject: AnnouncementSubject | ReleaseSubject | FeedPostSubject | FeedReviewSubject | PanelSubject
    version: int
    announced: AnnouncedPlan | None = None
    is_taken_back: bool = False

    @property
    def is_deletion(self) -> bool:
        """Whether the post is to be deleted."""
        about = self.subject
        return isinstance(about, AnnouncementSubject) and about.announcement.taken_back is TakenBack.DELETE

    def change(self, message: discord.PartialMessage) -> Callable[[], Awaitable[object]]:
        """Make the request that edits, strikes or deletes the post.

        Its text, which names the role it pinged, stays; nobody is pinged again.
        """
        if self.is_deletion:
            return message.delete
        late = message.created_at - self.delivery.due_at > LATE_AFTER
        if isinstance(self.subject, FeedPostSubject | FeedReviewSubject):
            whole = post(self.subject, self.delivery, late=late)
            none = discord.AllowedMentions.none()
            return partial(
                message.edit, content=whole.content, embed=whole.embed, view=whole.view, allowed_mentions=none
            )
        embed = self._embed(late=late)
        return partial(message.edit, embed=embed, allowed_mentions=discord.AllowedMentions.none())

    def _embed(self, *, late: bool) -> discord.Embed | None:
        if isinstance(self.subject, AnnouncementSubject):
            announcement = self.subject.announcement
            if announcement.taken_back is TakenBack.STRIKE:
                return struck_embed(announcement.typed)
            return post(self.subject, self.delivery, late=late).embed
        embed = post(self.subject, self.delivery, late=late).embed
        if isinstance(self.subject, PanelSubject):
            stands = self.subject.panel.anchor_at == self.delivery.anchor and not self.subject.fact.withdrawn
            return embed if stands or embed is None else struck_panel(embed.title or "", self.subject)
        if self.announced is None or embed is None or is_true(self.delivery, self.announced):
            return embed
        return struck_release(embed.title or "", self.announced.plan, is_countdown=bool(self.delivery.lead))


def is_true(delivery: Delivery, announced: AnnouncedPlan) -> bool:
    """Tell whether a countdown is to the date that its channel was told last."""
    return not announced.plan.cancelled and announced.plan.date.anchor == delivery.anchor


async def post_states(
    db: Connection, claimed: Sequence[Amendment], now: datetime
) -> tuple[dict[int, PostState], dict[int, Exception]]:
    """Read how posts are to look, by their deliveries' ids, and why that can't be read of some.

    Those of which nothing changed are left out.

    Raises `StoreError` and what the driver raises.
    """
    subjects, unreadable = await read_subjects(db, [key_of(each.delivery) for each in claimed])
    announced = await edits.announced_plans(db, [each.delivery for each in claimed])
    known = await moments_of(db, [each.delivery for each in claimed])
    found: dict[int, PostState] = {}
    for each in claimed:
        delivery = each.delivery
        subject = subjects.get(key_of(delivery))
        if isinstance(subject, ReleaseSubject) and not delivery.lead:
            state = _moment_state(each, subject, known, now)
        else:
            state = _post_state(each, subject, announced.get((delivery.fact_id, delivery.guild_id)))
        if state is not None:
            found[delivery.id] = state
    of_key = {each.delivery.id: key_of(each.delivery) for each in claimed}
    return found, {each: unreadable[key] for each, key in of_key.items() if key in unreadable}


def _post_state(amendment: Amendment, subject: Subject | None, announced: AnnouncedPlan | None) -> PostState | None:
    delivery = amendment.delivery
    if isinstance(subject, FeedPostSubject | FeedReviewSubject):
        return PostState(delivery, subject, version_of(subject))
    if isinstance(subject, PanelSubject):
        return PostState(delivery, subject, max(amendment.shown_version, 0) + 1)
    if isinstance(subject, AnnouncementSubject):
        announcement = subject.announcement
        return PostState(delivery, subject, announcement.version, is_taken_back=announcement.taken_back is not None)
    if not isinstance(subject, ReleaseSubject) or announced is None:
        return None
    if is_true(delivery, announced) and not amendment.shown_version:
        return None  # it stands as it was posted
    as_told = replace(subject.release, date=announced.plan.date, cancelled=False)
    return PostState(delivery, replace(subject, release=as_told), announced.version, announced)


def _moment_state(amendment: Amendment, subject: ReleaseSubject, known: Moments, now: datetime) -> PostState | None:
    """Make the state of a post that a release is out, which it isn't yet by what is known now, or is after all.

    By a date that is later than the post's and has passed as well, it is out; unless it was told anew for that one.
    """
    delivery = amendment.delivery
    release = known.own.get((delivery.fact_id, delivery.guild_id), subject.release)
    anchor = release.date.anchor
    latest = delivery.anchor if delivery.id in known.retold else max(delivery.anchor, now)
    version = max(amendment.shown_version, 0) + 1
    if anchor is not None and anchor <= latest and not release.cancelled:
        is_struck = amendment.shown_version > 0
        return PostState(delivery, replace(subject, release=release), version) if is_struck else None
    told = subject.release
    as_told = replace(told, date=AirDate.instant(delivery.anchor, zone=told.date.zone), cancelled=False)
    plan = Plan(release.date, release.cancelled)
    return PostState(delivery, replace(subject, release=as_told), version, AnnouncedPlan(version, plan))


def _message(client: discord.Client, undone: Amendment) -> discord.PartialMessage:
    delivery = undone.delivery
    channel = client.get_partial_messageable(delivery.channel_id, guild_id=delivery.guild_id)
    return channel.get_partial_message(undone.message_id)


async def change(client: discord.Client, undone: Amendment, state: PostState | None) -> bool:
    """Make the message what it should be.

    A thread that is archived is opened first, as a post would do. Raises what `cut_short` raises, and what a fault
    of ours raises.
    """
    if state is None or state.version <= undone.shown_version:
        return True
    request = state.change(_message(client, undone))
    async with cut_short(client, SEND_WITHIN):
        try:
            await request()
        except discord.HTTPException as refusal:
            if refusal.code != ARCHIVED:
                raise
            thread = await client.fetch_channel(undone.delivery.channel_id)
            if not isinstance(thread, discord.Thread):
                raise
            await thread.edit(archived=False)
            await request()
    return True


async def publish(client: discord.Client, undone: Amendment, state: PostState | None) -> bool:
    """Publish the message, and tell whether it is published. Raises as `change` does."""
    if not undone.delivery.publishes or (state is not None and state.is_taken_back):
        return False
    async with cut_short(client, SEND_WITHIN):
        try:
            await _message(client, undone).publish()
        except discord.HTTPException as refusal:
            if refusal.code != ALREADY_PUBLISHED:
                raise
    return True
