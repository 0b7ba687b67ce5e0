"""Notices to moderators: written in the transaction of what they tell of, told later, and kept for a while.

What the moderators of a subscription believe is what the last notice about it told them. A pause is told unless they
believe in it already; that posts go on only if they believe in a pause. What is wrong with a single post is told once.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import RowMapping, and_, bindparam, case, delete, exists, false, func, insert, null, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.calendars.following_store import FollowedCalendar
from bot.database.types import Instant
from bot.dates.facts import DueFact, FactKind
from bot.delivery.model import LEASE, State
from bot.delivery.notices import (
    FAILURES_TOLD_EVERY,
    GATHERED_WITHIN,
    NOTICES_KEPT_FOR,
    OF_CALENDARS,
    OF_FEEDS,
    PROVEN_AFTER,
    TOLD_AGAIN_AFTER,
    Notice,
    NoticeKind,
)
from bot.delivery.tables import deliveries, notices
from bot.feeds.tables import feeds
from bot.subscriptions.model import Topic
from bot.subscriptions.tables import subscriptions, watchlist

GUILDS_AT_ONCE = 20
"""How many guilds' notices are taken in hand together."""

_own = subscriptions.alias("own")
_waits = notices.c.next_try_at.is_not(None)
_about_a_post = notices.c.delivery_id.is_not(None)
_of_a_pause = notices.c.kind.in_((NoticeKind.PAUSED, NoticeKind.RESUMED))


@dataclass(frozen=True, slots=True)
class Batch:
    """Notices of one guild that are told together, the oldest first. They stay together when they are tried again."""

    guild_id: int
    notices: tuple[Notice, ...]


async def add_paused(db: AsyncConnection, subscription_id: int, *, reason: str, now: datetime) -> None:
    """Add a notice that a subscription's posts pause, unless its moderators know it already.

    Within `TOLD_AGAIN_AFTER` of the last one the notice has to wait, and is dropped if the posts go on before.
    """
    await _settle_waiting(db, subscription_id, now)
    last = await _last(db, subscription_id)
    if last is not None and last["kind"] == NoticeKind.PAUSED and last["reason"] == reason and last["told_at"]:
        return
    at = now + GATHERED_WITHIN
    if (before := await _last(db, subscription_id, NoticeKind.PAUSED)) is not None:
        at = max(at, (before["told_at"] or before["created_at"]) + TOLD_AGAIN_AFTER)
    await add(db, subscription_id, NoticeKind.PAUSED, reason, now=now, at=at)


async def add_resumed(db: AsyncConnection, subscription_id: int, *, now: datetime) -> None:
    """Add a notice that a subscription's posts go on, if the pause was told, or may have been.

    Else the pause is forgotten.
    """
    await _settle_waiting(db, subscription_id, now)
    last = await _last(db, subscription_id)
    if last is not None and last["kind"] == NoticeKind.PAUSED and last["told_at"]:
        await add(db, subscription_id, NoticeKind.RESUMED, last["reason"], now=now, at=now + PROVEN_AFTER)


async def _settle_waiting(db: AsyncConnection, subscription_id: int, now: datetime) -> None:
    """Settle the notices that wait, as they are true no longer.

    What was tried counts as told, for its process may have been killed right after.
    """
    of_it = and_(notices.c.subscription_id == subscription_id, _of_a_pause)
    await db.execute(delete(notices).where(of_it, _waits, notices.c.attempts == 0))
    await db.execute(update(notices).where(of_it, _waits).values(told_at=now, next_try_at=null()))


async def _last(db: AsyncConnection, subscription_id: int, kind: NoticeKind | None = None) -> RowMapping | None:
    of_it = select(notices).where(notices.c.subscription_id == subscription_id, _of_a_pause)
    of_it = of_it.order_by(notices.c.id.desc()).limit(1)
    return (await db.execute(of_it if kind is None else of_it.where(notices.c.kind == kind))).mappings().first()


async def add(
    db: AsyncConnection, subscription_id: int, kind: NoticeKind, reason: str, *, now: datetime, at: datetime
) -> None:
    """Add a notice about a subscription that is to be told `at` an instant; none where it is gone."""
    columns = (subscriptions.c.guild_id, subscriptions.c.channel_id, subscriptions.c.created_by)
    about = (await db.execute(select(*columns).where(subscriptions.c.id == subscription_id))).one_or_none()
    if about is None:
        return
    await db.execute(
        insert(notices).values(
            guild_id=about.guild_id,
            subscription_id=subscription_id,
            channel_id=about.channel_id,
            recipient_id=about.created_by,
            kind=kind.value,
            reason=reason,
            created_at=now,
            next_try_at=at,
        )
    )


async def add_about_posts(
    db: AsyncConnection, kind: NoticeKind, delivery_ids: Collection[int], *, now: datetime
) -> None:
    """Add a notice, once, that these posts have failed, are stuck, or can't be changed, as `kind` says.

    Those that another claimant has settled otherwise are left out. A subscription's are told together, and no more
    often than every `FAILURES_TOLD_EVERY`.
    """
    if not delivery_ids:
        return
    of = deliveries.c
    rows = await db.execute(
        select(of.id, of.guild_id, of.channel_id, of.subscription_id, of.reason, subscriptions.c.created_by)
        .join_from(deliveries, subscriptions, subscriptions.c.id == of.subscription_id)
        .where(of.id.in_(delivery_ids), of.state == _STATE_OF[kind])
        .order_by(of.id)
    )
    found = rows.all()
    about = and_(_about_a_post, notices.c.subscription_id.in_({row.subscription_id for row in found}))
    of_kind = (about, notices.c.kind == kind, notices.c.delivery_id.in_(delivery_ids))
    known = set((await db.execute(select(notices.c.delivery_id).where(*of_kind))).scalars())
    latest = select(notices.c.subscription_id, func.max(notices.c.told_at)).where(about, notices.c.told_at.is_not(None))
    told = {row[0]: row[1] for row in await db.execute(latest.group_by(notices.c.subscription_id))}
    new = [
        {
            "guild_id": row.guild_id,
            "subscription_id": row.subscription_id,
            "channel_id": row.channel_id,
            "recipient_id": row.created_by,
            "kind": kind.value,
            "reason": row.reason or "",
            "created_at": now,
            "next_try_at": max(now + GATHERED_WITHIN, told.get(row.subscription_id, _LONG_AGO) + FAILURES_TOLD_EVERY),
            "delivery_id": row.id,
        }
        for row in found
        if row.id not in known
    ]
    if new:
        await db.execute(insert(notices), new)


async def add_lost(db: AsyncConnection, series_id: int, *, now: datetime) -> None:
    """Add a notice in each guild that watches a series, or has channels subscribed to it: its entry was lost."""
    watched = select(watchlist.c.guild_id, watchlist.c.added_by).where(watchlist.c.series_id == series_id)
    of = subscriptions.c
    chosen = select(of.guild_id, of.created_by).where(of.series_id == series_id).order_by(of.id.desc())
    # Of several people the one who put it on the watchlist, else who subscribed first.
    people = {row[0]: row[1] for rows in (chosen, watched) for row in await db.execute(rows)}
    about = (notices.c.kind == NoticeKind.ENTRY_LOST, notices.c.series_id == series_id)
    known = set((await db.execute(select(notices.c.guild_id).where(*about))).scalars())
    new = [
        {
            "guild_id": guild_id,
            "subscription_id": 0,
            "channel_id": 0,
            "recipient_id": person,
            "kind": NoticeKind.ENTRY_LOST.value,
            "reason": "",
            "created_at": now,
            "next_try_at": now + GATHERED_WITHIN,
            "series_id": series_id,
        }
        for guild_id, person in people.items()
        if guild_id not in known
    ]
    if new:
        await db.execute(insert(notices), new)


async def add_about_calendar(db: AsyncConnection, calendar: FollowedCalendar, now: datetime) -> None:
    """Add a notice in its guild of a calendar's trouble, or where it is in none, that it is back.

    A calendar for everybody is nobody's to be told of.
    """
    if calendar.guild_id is None:
        return
    kind = NoticeKind.CALENDAR_BACK if calendar.trouble is None else NoticeKind.CALENDAR_DOWN
    await db.execute(
        insert(notices).values(
            guild_id=calendar.guild_id,
            subscription_id=0,
            channel_id=0,
            recipient_id=calendar.added_by,
            kind=kind.value,
            reason=f"{calendar.host}: {calendar.trouble or ''}",
            created_at=now,
            next_try_at=now + GATHERED_WITHIN,
        )
    )


async def forget_refusals(db: AsyncConnection, delivery_ids: Collection[int]) -> None:
    """Forget that moderators were told, or are to be, what Discord refused of these posts: they are tried anew.

    What is refused once more is news.
    """
    of_them = (notices.c.delivery_id.in_(delivery_ids), notices.c.kind.in_(_OF_CONTENTS))
    await db.execute(delete(notices).where(*of_them))


_OF_CONTENTS = (NoticeKind.FAILED, NoticeKind.UNCHANGED)
_STATE_OF = {
    NoticeKind.FAILED: State.FAILED,
    NoticeKind.STUCK: State.PENDING,
    NoticeKind.UNCHANGED: State.SENT,
    NoticeKind.CHANGE_WAITS: State.SENT,
}
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


async def next_at(db: AsyncConnection) -> datetime | None:
    """Give the instant at which the next notice is to be sent; None where none waits."""
    first = select(notices.c.next_try_at).where(_waits).order_by(notices.c.next_try_at).limit(1)
    at: datetime | None = await db.scalar(first)
    return at


async def claim(db: AsyncConnection, now: datetime) -> list[Batch]:
    """Take in hand, for `LEASE`, the notices that are due.

    What is nearly due in the same guild comes along. Notices of subscriptions that are gone are dropped, and so are
    those of posts that were stuck, or couldn't be changed yet, and aren't so any more.
    """
    due = select(notices.c.guild_id).where(notices.c.next_try_at <= now).distinct().limit(GUILDS_AT_ONCE)
    guild_ids = list((await db.execute(due)).scalars())
    if not guild_ids:
        return []
    rows = await db.execute(
        select(
            notices,
            subscriptions.c.topic,
            subscriptions.c.role_id,
            subscriptions.c.series_id.is_not(None).label("of_one_series"),
            subscriptions.c.popularity.is_not(None).label("of_season"),
            feeds.c.title.label("feed_title"),
            or_(_is_about_nothing, _waits_no_more).label("is_gone"),
            *(deliveries.c[name].label(f"post_{name}") for name in ("kind", "fact_id", "anchor_at", "lead")),
        )
        .join_from(notices, subscriptions, subscriptions.c.id == notices.c.subscription_id, isouter=True)
        .join(deliveries, deliveries.c.id == notices.c.delivery_id, isouter=True)
        .join(feeds, feeds.c.id == subscriptions.c.feed_id, isouter=True)
        .where(notices.c.next_try_at <= now + GATHERED_WITHIN, notices.c.guild_id.in_(guild_ids))
        .order_by(notices.c.id)
        .with_for_update(of=notices, skip_locked=True)  # a no-op on SQLite, whose writers already queue
    )
    found = rows.mappings().all()
    gone = [row["id"] for row in found if row["is_gone"]]
    await db.execute(delete(notices).where(notices.c.id.in_(gone)))
    batches = _batches((row for row in found if not row["is_gone"]), now)
    for place, batch in enumerate(batches):
        # Each batch has an instant of its own, by which it is known again if this process ends before it is told.
        lease = now + LEASE + timedelta(microseconds=place)
        taken = update(notices).where(notices.c.id.in_([each.id for each in batch.notices]))
        await db.execute(taken.values(next_try_at=lease, attempts=notices.c.attempts + 1))
    return batches


_followed_here = or_(
    exists().where(watchlist.c.series_id == notices.c.series_id, watchlist.c.guild_id == notices.c.guild_id),
    exists().where(_own.c.series_id == notices.c.series_id, _own.c.guild_id == notices.c.guild_id),
)
_is_about_nothing = case(
    (notices.c.kind.in_(OF_CALENDARS), false()),
    (notices.c.series_id.is_(None), subscriptions.c.id.is_(None)),
    else_=~_followed_here,
)
_waits_no_more = or_(
    and_(notices.c.kind == NoticeKind.STUCK, deliveries.c.state != State.PENDING),
    and_(notices.c.kind == NoticeKind.CHANGE_WAITS, deliveries.c.amend_waits_for.is_(None)),
    and_(notices.c.kind == NoticeKind.UNPINGED, subscriptions.c.role_id.is_(None)),
)


_TOLD_TOGETHER = {
    **{kind: kind.value for kind in (NoticeKind.UNPINGED, NoticeKind.ENTRY_LOST)},
    **dict.fromkeys(OF_FEEDS, "feeds"),
    **dict.fromkeys(OF_CALENDARS, "calendars"),
}


def _batches(rows: Iterable[RowMapping], now: datetime) -> list[Batch]:
    """Put together what a message tells: of pauses, of roles not pinged, of posts, of lost entries, feeds, calendars.

    What may have been told before is told with the same notices again.
    """
    together: dict[tuple[int, str, datetime | None], list[Notice]] = {}
    for row in rows:
        if row["attempts"] and row["next_try_at"] > now:
            continue
        tried_at = row["next_try_at"] if row["attempts"] else None
        about = _TOLD_TOGETHER.get(row["kind"]) or ("channels" if row["delivery_id"] is None else "posts")
        together.setdefault((row["guild_id"], about, tried_at), []).append(_notice(row))
    return [Batch(guild_id, tuple(batch)) for (guild_id, *_), batch in together.items()]


def _notice(row: RowMapping) -> Notice:
    is_about_a_post = row["post_kind"] is not None
    return Notice(
        id=row["id"],
        guild_id=row["guild_id"],
        subscription_id=row["subscription_id"],
        channel_id=row["channel_id"],
        recipient_id=row["recipient_id"],
        kind=NoticeKind(row["kind"]),
        reason=row["reason"],
        attempts=row["attempts"] + 1,
        created_at=row["created_at"],
        topic=Topic(row["topic"]) if row["topic"] else None,
        of_one_series=bool(row["of_one_series"]),
        of_season=bool(row["of_season"]),
        role_id=row["role_id"],
        series_id=row["series_id"],
        feed_title=row["feed_title"],
        step=DueFact(FactKind(row["post_kind"]), row["post_fact_id"], row["post_anchor_at"], row["post_lead"])
        if is_about_a_post
        else None,
    )


async def mark_sent(db: AsyncConnection, ids: Collection[int], now: datetime) -> None:
    """Write down that these notices were sent."""
    await db.execute(update(notices).where(notices.c.id.in_(ids)).values(told_at=now, next_try_at=null()))


async def try_again(db: AsyncConnection, ids: Collection[int], at: datetime) -> None:
    """Have these notices sent later, together, unless that was settled meanwhile."""
    await db.execute(update(notices).where(notices.c.id.in_(ids), _waits).values(next_try_at=at))


async def give_up(db: AsyncConnection, ids: Collection[int]) -> None:
    """Give these notices up: nobody can be sent them."""
    await db.execute(update(notices).where(notices.c.id.in_(ids), _waits).values(next_try_at=null()))


LONGEST_NOTICE_WAIT = TOLD_AGAIN_AFTER + LEASE
IS_PUT_OFF_AHEAD = exists().where(notices.c.next_try_at > bindparam("longest_wait_ends", type_=Instant))
"""Whether a notice waits for longer than it ever has to: past now and `LONGEST_NOTICE_WAIT`."""


async def clamp_to_clock(db: AsyncConnection, now: datetime) -> None:
    """Send now what would wait for longer than it ever has to, after the clock was set back."""
    await db.execute(update(notices).where(notices.c.next_try_at > now + LONGEST_NOTICE_WAIT).values(next_try_at=now))


async def forget_old(db: AsyncConnection, now: datetime, *, limit: int) -> int:
    """Drop up to `limit` notices that are older than `NOTICES_KEPT_FOR`, and give how many there were.

    That a role isn't pinged is kept in mind for as long as it is so, for it is told once.
    """
    still_so = and_(notices.c.kind == NoticeKind.UNPINGED, notices.c.subscription_id.in_(select(subscriptions.c.id)))
    old = (
        select(notices.c.id)
        .where(notices.c.created_at < now - NOTICES_KEPT_FOR, ~still_so)
        .order_by(notices.c.created_at)
        .limit(limit)
    )
    return (await db.execute(delete(notices).where(notices.c.id.in_(old)))).rowcount


async def drop_waiting(db: AsyncConnection, guild_id: int) -> None:
    """Drop a guild's waiting notices without sending them."""
    await db.execute(delete(notices).where(_waits, notices.c.guild_id == guild_id))
