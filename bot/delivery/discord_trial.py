"""A post for trying a channel out: with a real one's looks, marked as an example, and not a delivery."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final, cast

import discord

from bot.announcements.model import Announcement, AnnouncementState, TypedAnnouncement
from bot.catalogue.model import Series, Titles
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.revisions import Plan, Revision, UpdateKind
from bot.catalogue.store import catalogue, corrections
from bot.catalogue.updates import Update
from bot.conventions.model import Edition
from bot.conventions.store import editions as conventions
from bot.database.engine import Database
from bot.dates.airdate import AirDate
from bot.dates.facts import FactKind
from bot.delivery.discord_channels import restricted_as_told
from bot.delivery.model import (
    AnnouncementSubject,
    Delivery,
    EditionSubject,
    FeedPostSubject,
    ReleaseSubject,
    Subject,
    UpdateSubject,
)
from bot.delivery.render.posts import post
from bot.delivery.render.updates import update_embed
from bot.delivery.store import forecast
from bot.feeds.model import FeedEntry, FeedItem, FeedPost, FeedPostState
from bot.feeds.store import follows, items
from bot.subscriptions.model import FIRST_BROADCAST, THE_MOMENT, Subscription, Topic
from bot.subscriptions.store import watchlist
from bot.ui.components import static_view

MARK: Final = "-# This is an example, requested by a moderator with `/channel test`."
_NO_SERIES: Final = Series(id=0, slug="", titles=Titles(english="Example Series"), studio="Example Studio", episodes=12)
_ANNOUNCEMENT: Final = TypedAnnouncement(
    title="An example of an announcement",
    text="What moderators write with `/announce` looks like this. **Markdown** works; mentions ping nobody.",
)


async def send_trial(
    client: discord.Client,
    database: Database,
    subscription: Subscription,
    *,
    asked_by: int,
    now: datetime,
    wake: Callable[[], None],
) -> discord.Message:
    """Post an example of what a subscription brings to its channel at once, pinging its role if it has one.

    `asked_by` is the id of the interaction that asked for it, for which it is posted once. `wake()` is called once it
    stands: what paused the subscription may be over. Raises what discord.py raises where Discord refuses it, and
    `StoreError`.
    """
    is_restricted = restricted_as_told(client, subscription.guild_id, subscription.channel_id) is True
    subject, lead = await _example(database, subscription, now, adult=is_restricted)
    content = post(subject, _delivery(subscription, subject, lead, now), late=False)
    channel = client.get_partial_messageable(subscription.channel_id, guild_id=subscription.guild_id)
    # The buttons that open a page: others ask about a fact or a delivery, and an example may have none.
    buttons = [cast("discord.ui.Button[Any]", item) for item in content.view.children]
    message = await channel.send(
        "\n".join(part for part in (content.content, MARK) if part),
        embeds=[*content.embeds, *_update_of(subject, subscription, now)],
        view=static_view(*(button for button in buttons if button.url)),
        allowed_mentions=content.allowed_mentions,
        nonce=f"{asked_by}",
    )
    wake()
    return message


def _update_of(subject: Subject, subscription: Subscription, now: datetime) -> list[discord.Embed]:
    """Show how it looks when that release is delayed, where the channel would be told so; else give nothing."""
    if not isinstance(subject, ReleaseSubject) or UpdateKind.DELAYED in subscription.muted:
        return []
    release = subject.release
    later = AirDate.instant((release.date.earliest or now) + timedelta(weeks=1), zone=release.date.zone)
    delayed = Revision(release.id, Plan(release.date), Plan(later))
    update = Update(0, release.series_id, UpdateKind.DELAYED, now, now, release.id, revisions=(delayed,))
    embed = update_embed(UpdateSubject(update, subject.series, release))
    return [] if embed is None else [embed]


async def _example(
    database: Database, subscription: Subscription, now: datetime, *, adult: bool
) -> tuple[Subject, timedelta]:
    """Find what to show, as near to the guild's own as there is, and the countdown step that it stands for.

    `adult` tells whether it may be of a series for adults.
    """
    match subscription.topic:
        case Topic.RELEASES:
            lead = max((lead.before for lead in subscription.leads), default=THE_MOMENT)
            series = await _series(database, subscription, now)
            if series is None or (series.adult and not adult):
                series = _NO_SERIES
            return ReleaseSubject(_release(series, subscription, now.replace(microsecond=0) + lead), series), lead
        case Topic.CONVENTIONS:
            edition = await _edition(database, subscription, now)
            return EditionSubject(edition), timedelta(days=max(edition.days_until(now), 0))
        case Topic.ANNOUNCEMENTS:
            author, state = subscription.created_by, AnnouncementState.SCHEDULED
            example = Announcement(0, subscription.guild_id, author, state, _ANNOUNCEMENT, due_at=now, created_at=now)
            return AnnouncementSubject(example), THE_MOMENT
        case Topic.FEEDS | Topic.REVIEWS:
            return FeedPostSubject(await _item(database, subscription, now)), THE_MOMENT


async def _series(database: Database, subscription: Subscription, now: datetime) -> Series | None:
    """Find the series of the example: of several the one of which something comes next, else the list's first."""
    async with database.read() as db:
        if subscription.series_id is not None:
            return await corrections.by_id(db, subscription.series_id, subscription.guild_id)
        coming = await forecast.next_due(db, subscription, now)
        if coming is not None:
            release = (await catalogue.releases_by_ids(db, [coming.id]))[coming.id]
            return await corrections.by_id(db, release.series_id, subscription.guild_id)
        return None if subscription.is_of_season else await watchlist.first(db, subscription.guild_id)


def _release(series: Series, subscription: Subscription, at: datetime) -> Release:
    """Make a release such as the subscription chose."""
    kind = next(iter(subscription.kinds), ReleaseKind.PREMIERE)
    number = {ReleaseKind.EPISODE: 2, ReleaseKind.FINALE: series.episodes or 12}.get(kind, 1)
    service = min(subscription.services, default=FIRST_BROADCAST) or None
    return Release(0, series.id, kind, AirDate.instant(at), number=number, service=service)


async def _edition(database: Database, subscription: Subscription, now: datetime) -> Edition:
    async with database.read() as db:
        known = await conventions.matching(db, "", now, guild_id=subscription.guild_id)
    if known and known[0].over_at > now:
        return known[0]
    opens = now.date() + timedelta(days=7)
    return Edition(0, "", "Example Con", "Example Con", opens, opens + timedelta(days=2), "UTC", "Example City", "JP")


async def _item(database: Database, subscription: Subscription, now: datetime) -> FeedPost:
    """Show the newest item of the feed, with the line that was chosen for it."""
    async with database.read() as db:
        newest = await items.latest(db, subscription.feed_id, most=1) if subscription.feed_id else []
        follow = (await follows.by_subscriptions(db, [subscription.id])).get(subscription.id)
    item = (
        newest[0] if newest else FeedItem(0, 0, FeedEntry("", "", "An example of an item", "It looks like this."), now)
    )
    line, title = follow.choices.line if follow else "", subscription.feed_title or "Example feed"
    return FeedPost(0, subscription.id, subscription.guild_id, item, title, line, FeedPostState.DUE, anchor_at=now)


def _delivery(subscription: Subscription, subject: Subject, lead: timedelta, now: datetime) -> Delivery:
    return Delivery(
        id=0,
        subscription_id=subscription.id,
        guild_id=subscription.guild_id,
        channel_id=subscription.channel_id,
        role_id=subscription.role_id,
        kind=FactKind.ANNOUNCEMENT,
        fact_id=0,
        anchor=subject.fact.anchor or now,
        lead=lead,
        due_at=now,
        attempts=1,
        nonce="",
    )
