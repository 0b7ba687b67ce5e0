"""The list of what moderators can still change about announcements, page by page."""

from datetime import datetime, timedelta

from sqlalchemy import BigInteger, ColumnElement, CompoundSelect, and_, func, literal, select, type_coerce, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcements.model import AnnouncementsPage, AnnouncementState, ListedAnnouncement
from bot.announcements.store import IsOut, by_ids, is_waiting
from bot.announcements.tables import announcements
from bot.pages import Window

REMEMBERED = timedelta(days=14)
"""How long an announcement that went out is offered to be changed or withdrawn."""


async def page(
    db: AsyncConnection,
    guild_id: int,
    author_id: int,
    now: datetime,
    *,
    is_out: IsOut,
    is_nowhere: ColumnElement[bool],
    number: int,
    size: int,
) -> AnnouncementsPage:
    """Read a page of a guild's announcements; of a page beyond the end, the last.

    First is what waits, the soonest first, then the author's own drafts, the newest first, and then what went out in
    the past `REMEMBERED`, the latest first. `is_nowhere` tells of the latter that it is known to stand in no channel:
    such isn't counted as posted.
    """
    of, waits = announcements.c, await is_waiting(db, is_out)
    of_guild = of.guild_id == guild_id
    is_draft = and_(of_guild, of.state == AnnouncementState.DRAFT, of.author_id == author_id)
    went_out = and_(of_guild, of.state == AnnouncementState.SCHEDULED, of.due_at > now - REMEMBERED, ~waits)
    listed = _parts(and_(of_guild, waits), is_draft, went_out).subquery()
    by_part = select(listed.c.part, func.count()).group_by(listed.c.part)
    counts = {row[0]: row[1] for row in await db.execute(by_part)}
    nowhere = await db.scalar(select(func.count()).select_from(announcements).where(went_out, is_nowhere)) or 0
    total = sum(counts.values())
    window = Window.nearest(number, total=total, size=size)
    in_order = select(listed.c.part, listed.c.id).order_by(listed.c.part, listed.c.place, listed.c.tie)
    shown = [(part, id_) for part, id_ in await db.execute(window.of(in_order))]
    found = await by_ids(db, [id_ for _, id_ in shown])
    rows = [ListedAnnouncement(found[id_], part == _POSTED) for part, id_ in shown]
    return AnnouncementsPage(
        window.page(rows),
        waiting=counts.get(_WAITING, 0),
        drafts=counts.get(_DRAFT, 0),
        posted=counts.get(_POSTED, 0) - nowhere,
    )


def _parts(
    waits: ColumnElement[bool], is_draft: ColumnElement[bool], went_out: ColumnElement[bool]
) -> CompoundSelect[tuple[int, int, int, int]]:
    """Select the parts of the list, each with the place of its announcements in it."""
    of = announcements.c
    due_at = type_coerce(of.due_at, BigInteger)
    return union_all(
        select(literal(_WAITING).label("part"), of.id, due_at.label("place"), of.id.label("tie")).where(waits),
        select(literal(_DRAFT), of.id, literal(0), -of.id).where(is_draft),
        select(literal(_POSTED), of.id, -due_at, -of.id).where(went_out),
    )


_WAITING, _DRAFT, _POSTED = range(3)
"""The parts of the list, in their order."""
