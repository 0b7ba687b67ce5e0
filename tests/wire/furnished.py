"""A guild that has some of everything that a button or a form can be about."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from bot.announcements.tables import announcements
from bot.calendars import following_store
from bot.calendars.following_store import FollowedCalendar
from bot.catalogue import tables
from bot.catalogue.model import Series, Titles, Trailer
from bot.catalogue.store import catalogue, corrections
from bot.catalogue.store.corrections import Draft
from bot.conventions.model import Edition
from bot.conventions.store import editions as conventions
from bot.feeds.model import FeedChoices, FeedEntry
from bot.feeds.tables import feed_follows
from bot.subscriptions.following import WantedFeed
from bot.subscriptions.tables import subscriptions
from tests.wire.announcing import posted, ready, write
from tests.wire.due_posts import settled
from tests.wire.guild import SandboxGuild
from tests.wire.stored_feeds import put_up_in_store
from tests.wire.trouble import without

SECRET = "Zanzibar"
"""Stands in all that the guild calls its own."""
SHARED = "metallic-rouge"
LATER = "2024-02-01T12:00Z"
FEED_DRAFT = 1192000000000000001


@dataclass(frozen=True, slots=True)
class Ours:
    """The ids of what a guild has."""

    draft: int
    unsaved: int
    waiting: int
    posted: int
    edit_draft: int
    date_draft: int
    unsaved_edit: int
    subscription: int
    channel: int
    role: int
    series: int
    shared: int
    own_release: int
    alias: int
    change: int
    edition: int
    edition_change: int
    calendar: int
    follow: int
    feed_draft: int
    review: int
    about: str
    """The custom_id of a post's button that tells why the channel got it."""


async def furnish(guild: SandboxGuild) -> Ours:
    """Have a moderator do some of everything."""
    moderator = guild.moderator
    await ready(guild)
    await write(guild, title=f"{SECRET} draft")
    await moderator.click(await write(guild, title=f"{SECRET} waits", when=LATER), "Schedule")
    await moderator.click(await write(guild, title=f"{SECRET} is out"), "Post")
    post = await posted(guild, f"{SECRET} is out")
    await settled(guild, 1)
    announcement_form = await moderator.slash("announce")
    async with without(guild, "announcements"):
        await moderator.submit(announcement_form, title=f"{SECRET} unsaved", text="x")

    async with guild.database.write() as db:
        trailers = tuple(Trailer(f"{SECRET} {number}", f"https://youtu.be/{'z' * 10}{number}") for number in range(3))
        series = Series(0, "zanzibar", Titles(english=SECRET), trailers=trailers)
        own = await catalogue.save_series(db, series, guild_id=guild.id)
        held = Edition(
            0, "con", SECRET, f"{SECRET} 2024", date(2024, 8, 1), date(2024, 8, 3), "Asia/Tokyo", "Tokyo", "JP"
        )
        edition = await conventions.save_edition(db, held, guild_id=guild.id)
        now = guild.clock.now()
        address = f"https://example.com/{SECRET}.ics"
        followed = FollowedCalendar(
            0,
            guild.id,
            address,
            "Tokyo",
            "JP",
            "Asia/Tokyo",
            added_by=1,
            added_at=now,
            next_at=now + timedelta(hours=20),
        )
        calendar = await following_store.add(db, followed)
    review = await _follow_feed(guild)
    where = str(guild.channels["releases"])
    await moderator.slash("channel subscribe", {"channel": where}, what="zanzibar", role=str(guild.role_id))
    await moderator.slash("watchlist add", series="zanzibar")
    await moderator.slash("catalogue alias", series="zanzibar", alias=f"{SECRET} alias")
    await moderator.click(await moderator.slash("catalogue date", series="zanzibar", when="2025-01-10"), "Save")
    shared_form = await moderator.slash("catalogue edit", series=SHARED)
    await moderator.click(await moderator.submit(shared_form, studio=f"{SECRET} Studio"), "Save")
    await moderator.click(await moderator.slash("catalogue date", series=SHARED, when="2024-01-11 22:00 JST"), "Save")
    days = await moderator.slash("convention date", convention=f"{SECRET} 2024", days="2-3 August 2024")
    await moderator.click(days, "Save")
    await moderator.submit(await moderator.slash("catalogue edit", series=SHARED), studio=f"{SECRET} draft")
    await moderator.slash("catalogue date", series=SHARED, when="2024-01-12 22:00 JST")
    form = await moderator.slash("catalogue edit", series=SHARED)
    async with without(guild, "drafts"):
        await moderator.submit(form, studio=f"{SECRET} unsaved")

    async with guild.database.read() as db:
        ids = {row.title: row.id for row in await db.execute(select(announcements))}
        drafts = {row.about: row.id for row in await db.execute(select(tables.drafts))}
        subscribed = subscriptions.c.series_id == own.id
        changed = tables.changes.c.field == "studio"
        of_edition = tables.changes.c.field == "days"
        standing_for = tables.releases.c.overrides_id.is_not(None)
        shared = await catalogue.series_by_slug(db, SHARED)
        assert shared is not None
        return Ours(
            draft=ids[f"{SECRET} draft"],
            unsaved=_first_id(announcement_form.modal.custom_id),
            waiting=ids[f"{SECRET} waits"],
            posted=ids[f"{SECRET} is out"],
            edit_draft=drafts["edit"],
            date_draft=drafts["date"],
            unsaved_edit=_first_id(form.modal.custom_id),
            subscription=(await db.scalars(select(subscriptions.c.id).where(subscribed))).one(),
            channel=guild.channels["releases"],
            role=guild.role_id,
            series=own.id,
            shared=shared.id,
            own_release=(await db.scalars(select(tables.releases.c.overrides_id).where(standing_for))).first() or 0,
            alias=(await db.scalars(select(tables.aliases.c.id).where(tables.aliases.c.guild_id == guild.id))).one(),
            change=(await db.scalars(select(tables.changes.c.id).where(changed))).one(),
            edition=edition.id,
            calendar=calendar,
            edition_change=(await db.scalars(select(tables.changes.c.id).where(of_edition))).one(),
            follow=(await db.scalars(select(feed_follows.c.subscription_id))).one(),
            feed_draft=drafts["feed"],
            review=review,
            about=next(each.custom_id or "" for each in post.buttons if "about" in (each.custom_id or "")),
        )


async def _follow_feed(guild: SandboxGuild) -> int:
    """Follow a feed with an item to approve, and begin to follow another; give the id of what is to be decided."""
    choices = FeedChoices(review_channel_id=guild.channels["announcements"])
    wanted = WantedFeed(
        "https://zanzibar.example/",
        f"{SECRET} feed",
        "",
        guild.channels["chat"],
        None,
        publishes=False,
        choices=choices,
    )
    review = await put_up_in_store(guild, wanted, FeedEntry("1", "https://zanzibar.example/1", f"{SECRET} item"))
    said = {"address": "https://zanzibar.example/"}
    draft = Draft(FEED_DRAFT, guild.id, guild.moderator_id, "feed", said, guild.clock.now())
    async with guild.database.write() as db:
        await corrections.keep_draft(db, draft, otherwise_id=FEED_DRAFT + 1)
    await settled(guild, 2)
    return review


def _first_id(custom_id: str) -> int:
    match = re.search(r"[0-9]+", custom_id)
    assert match is not None
    return int(match[0])
