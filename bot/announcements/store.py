"""Announcements: drafts, what waits for its time, what moderators still change of it, and who changed what."""

import dataclasses
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, TypeAlias

from sqlalchemy import ColumnElement, RowMapping, and_, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcements.model import (
    Announcement,
    AnnouncementSettled,
    AnnouncementState,
    NoSuchAnnouncement,
    Settled,
    TakenBack,
    TypedAnnouncement,
)
from bot.announcements.repeats import Repeat
from bot.announcements.tables import announcements
from bot.catalogue.tables import changes
from bot.database.tables import watermark
from bot.database.types import Codec, Json
from bot.dates.facts import FactKind

IsOut: TypeAlias = ColumnElement[bool]
"""Tells of an announcement's row whether posts of it stand, or may: only who delivers knows, never the clock."""

REPEAT_CODEC: Final = Codec[Repeat](Repeat)
_A_MOMENT = timedelta(microseconds=1)


async def keep(db: AsyncConnection, draft: Announcement, *, otherwise_id: int) -> Announcement:
    """Store a draft, over an earlier form of itself, and give it as it is stored.

    Changes to an announcement that was withdrawn become an announcement of their own. Where the draft was posted,
    scheduled or given up meanwhile, other words than those become a new draft with the id `otherwise_id`, and for the
    same words `TooLate` is raised; what was stored stays as it is. So it does where the id is somebody else's.
    """
    if draft.replaces_id is not None and not await _stands(db, draft.guild_id, draft.replaces_id):
        draft = dataclasses.replace(draft, replaces_id=None)
    stored = (await by_ids(db, [draft.id])).get(draft.id)
    is_own = stored is not None and stored.key == draft.key
    is_settled = stored is not None and stored.state is not AnnouncementState.DRAFT
    if stored is None or not is_own or (is_settled and stored.typed != draft.typed):
        draft = draft if stored is None else dataclasses.replace(draft, id=otherwise_id)
        await add(db, draft)
        return draft
    _require_draft(stored)
    draft = dataclasses.replace(draft, created_at=stored.created_at, repeat=stored.repeat)
    await _update(db, draft.guild_id, draft.id, **_typed_values(draft.typed), replaces_id=draft.replaces_id)
    return draft


async def get(db: AsyncConnection, guild_id: int, announcement_id: int) -> Announcement | None:
    """Read one of a guild's announcements, whatever its state; give None where there is no such one."""
    rows = await db.execute(select(announcements).where(_one(guild_id, announcement_id)))
    row = rows.mappings().first()
    return None if row is None else announcement_of(row)


async def by_ids(db: AsyncConnection, ids: Collection[int]) -> dict[int, Announcement]:
    """Read the announcements with these ids, by id; ids of none are left out."""
    rows = await db.execute(select(announcements).where(announcements.c.id.in_(ids)))
    return {row["id"]: announcement_of(row) for row in rows.mappings()}


async def schedule(
    db: AsyncConnection, guild_id: int, draft_id: int, *, at: datetime | None, by: int, now: datetime, is_out: IsOut
) -> Announcement:
    """Let a draft go out at `at`, or at once, and give what is waiting then, as it is stored.

    `by` is who asked for it. A draft with `replaces_id` changes that announcement and is done with; one that went out
    already keeps its time, and its posts are brought up to date. Raises as `require_draft` does, and `TooLate` where
    what it would change was withdrawn meanwhile, or should be moved and went out.
    """
    draft = await require_draft(db, guild_id, draft_id, by=by)
    due_at = await _unpassed(db, at or now)
    changed = dataclasses.replace(draft, state=AnnouncementState.SCHEDULED, due_at=due_at)
    if draft.replaces_id is None:
        await change(db, draft, changed, by=by, at=now)
        return changed
    replaced = await get(db, guild_id, draft.replaces_id)
    if replaced is None or replaced.state is not AnnouncementState.SCHEDULED:
        raise AnnouncementSettled(Settled.REPLACED_WITHDRAWN)
    if await _waits(db, guild_id, replaced.id, is_out):
        changed = dataclasses.replace(replaced, typed=draft.typed, due_at=due_at)
        await change(db, replaced, changed, by=by, at=now)
    elif at is None:
        typed = dataclasses.replace(draft.typed, when=replaced.typed.when)
        changed = await _amend(db, replaced, dataclasses.replace(replaced, typed=typed), by=by, now=now)
    else:
        raise AnnouncementSettled(Settled.REPLACED_POSTED)
    await _update(db, guild_id, draft.id, state=AnnouncementState.WITHDRAWN.value)
    return changed


async def add(db: AsyncConnection, announcement: Announcement) -> None:
    """Store an announcement that is new, as it is."""
    await db.execute(insert(announcements).values(**_values(announcement)))


async def set_repeat(db: AsyncConnection, guild_id: int, announcement_id: int, repeat: Repeat | None) -> None:
    """Have an announcement come again by a rule, or not again."""
    await _update(db, guild_id, announcement_id, repeats=_repeat_json(repeat))


async def discard(db: AsyncConnection, guild_id: int, draft_id: int, *, by: int) -> Announcement:
    """Give a draft up, and hand it back. Raises as `require_draft` does."""
    draft = await require_draft(db, guild_id, draft_id, by=by)
    await _update(db, guild_id, draft_id, state=AnnouncementState.WITHDRAWN.value)
    return draft


async def require_standing(
    db: AsyncConnection, guild_id: int, announcement_id: int, *, is_out: IsOut
) -> tuple[Announcement, bool]:
    """Read an announcement that wasn't withdrawn, and whether it still waits. Raises `NotFound` and `TooLate`."""
    found = await _require_not_withdrawn(db, guild_id, announcement_id)
    return found, await _waits(db, guild_id, announcement_id, is_out)


async def _require_not_withdrawn(db: AsyncConnection, guild_id: int, announcement_id: int) -> Announcement:
    found = await get(db, guild_id, announcement_id)
    if found is None:
        raise NoSuchAnnouncement(is_draft=False)
    if found.state is AnnouncementState.WITHDRAWN:
        raise AnnouncementSettled(Settled.WITHDRAWN)
    return found


async def require_waiting(db: AsyncConnection, guild_id: int, announcement_id: int, *, is_out: IsOut) -> Announcement:
    """Read an announcement that still waits.

    Raises `NotFound` for none of this guild and `TooLate` for one that is over.
    """
    found, waits = await require_standing(db, guild_id, announcement_id, is_out=is_out)
    if not waits:
        raise AnnouncementSettled(Settled.POSTED)
    return found


async def move(
    db: AsyncConnection,
    guild_id: int,
    announcement_id: int,
    *,
    at: datetime | None,
    typed_when: str,
    by: int,
    now: datetime,
    is_out: IsOut,
) -> Announcement:
    """Give a waiting announcement another time, None for at once. Raises as `require_waiting` does."""
    found = await require_waiting(db, guild_id, announcement_id, is_out=is_out)
    due_at = await _unpassed(db, at or now)
    moved = dataclasses.replace(found, typed=dataclasses.replace(found.typed, when=typed_when), due_at=due_at)
    await change(db, found, moved, by=by, at=now)
    return moved


async def require_draft(db: AsyncConnection, guild_id: int, draft_id: int, *, by: int) -> Announcement:
    """Read a person's own draft.

    Raises `NotFound` for none of theirs in this guild, `TooLate` for one that was settled.
    """
    draft = await get(db, guild_id, draft_id)
    if draft is None or draft.author_id != by:
        raise NoSuchAnnouncement(is_draft=True)
    _require_draft(draft)
    return draft


async def withdraw(
    db: AsyncConnection, guild_id: int, announcement_id: int, *, by: int, now: datetime, is_out: IsOut
) -> Announcement:
    """Take a waiting announcement back. Raises as `require_waiting` does."""
    found = await require_waiting(db, guild_id, announcement_id, is_out=is_out)
    withdrawn = dataclasses.replace(found, state=AnnouncementState.WITHDRAWN)
    await change(db, found, withdrawn, by=by, at=now)
    return withdrawn


async def changes_what_is_out(db: AsyncConnection, draft: Announcement, *, is_out: IsOut) -> bool:
    """Tell whether a draft changes an announcement that was posted, or is being posted, and stands."""
    changed = draft.replaces_id
    if changed is None or not await _stands(db, draft.guild_id, changed):
        return False
    return not await _waits(db, draft.guild_id, changed, is_out)


async def take_back(
    db: AsyncConnection, guild_id: int, announcement_id: int, *, how: TakenBack, by: int, now: datetime
) -> Announcement:
    """Withdraw an announcement that may have gone out: it goes nowhere else, and its posts are brought up to date.

    Raises as `require_standing` does.
    """
    found = await _require_not_withdrawn(db, guild_id, announcement_id)
    withdrawn = dataclasses.replace(found, state=AnnouncementState.WITHDRAWN, taken_back=how)
    return await _amend(db, found, withdrawn, by=by, now=now)


async def _amend(db: AsyncConnection, old: Announcement, new: Announcement, *, by: int, now: datetime) -> Announcement:
    """Change what went out already: the next scan has the posts that stand brought up to date.

    What still waits in a queue is read anew before it is sent.
    """
    new = dataclasses.replace(new, version=old.version + 1)
    await change(db, old, new, by=by, at=now)
    await _update(db, new.guild_id, new.id, version=new.version, taken_back=new.taken_back, amended_at=now)
    return new


async def change(db: AsyncConnection, old: Announcement, new: Announcement, *, by: int, at: datetime) -> None:
    """Store what an announcement becomes, and who made it so."""
    values = {"state": new.state.value, "due_at": new.due_at, **_typed_values(new.typed)}
    await _update(db, new.guild_id, new.id, **values)
    await add_announcement_change(db, old, new, by=by, at=at)


def _require_draft(found: Announcement) -> None:
    match found.state:
        case AnnouncementState.SCHEDULED:
            raise AnnouncementSettled(Settled.DRAFT_SENT)
        case AnnouncementState.WITHDRAWN if found.replaces_id is not None:
            raise AnnouncementSettled(Settled.CHANGES_SETTLED)
        case AnnouncementState.WITHDRAWN:
            raise AnnouncementSettled(Settled.DRAFT_CANCELLED)
        case AnnouncementState.DRAFT:
            return


async def _unpassed(db: AsyncConnection, at: datetime) -> datetime:
    """Give `at`, or the moment after the last scan if that is later: no scan would find what is due before it."""
    scanned = await watermark(db)
    return at if scanned is None else max(at, scanned + _A_MOMENT)


async def is_waiting(db: AsyncConnection, is_out: IsOut) -> ColumnElement[bool]:
    """Build the condition that it is still to come.

    The watermark goes back with a clock that is set back, so that it alone doesn't tell.
    """
    scanned = await watermark(db)
    scheduled = and_(announcements.c.state == AnnouncementState.SCHEDULED, ~is_out)
    return scheduled if scanned is None else and_(scheduled, announcements.c.due_at > scanned)


async def _stands(db: AsyncConnection, guild_id: int, announcement_id: int) -> bool:
    """Tell whether it is to be posted, or was, and nobody took it back."""
    found = await get(db, guild_id, announcement_id)
    return found is not None and found.state is AnnouncementState.SCHEDULED


async def _waits(db: AsyncConnection, guild_id: int, announcement_id: int, is_out: IsOut) -> bool:
    where = and_(_one(guild_id, announcement_id), await is_waiting(db, is_out))
    return (await db.execute(select(announcements.c.id).where(where))).first() is not None


def _one(guild_id: int, announcement_id: int) -> ColumnElement[bool]:
    return and_(announcements.c.id == announcement_id, announcements.c.guild_id == guild_id)


async def _update(db: AsyncConnection, guild_id: int, announcement_id: int, **values: object) -> None:
    await db.execute(update(announcements).where(_one(guild_id, announcement_id)).values(**values))


def _values(announcement: Announcement) -> dict[str, Any]:
    return {
        "id": announcement.id,
        "guild_id": announcement.guild_id,
        "author_id": announcement.author_id,
        "state": announcement.state.value,
        "due_at": announcement.due_at,
        "created_at": announcement.created_at,
        "replaces_id": announcement.replaces_id,
        "repeats": _repeat_json(announcement.repeat),
        **_typed_values(announcement.typed),
    }


def _repeat_json(repeat: Repeat | None) -> "Json | None":
    return None if repeat is None else REPEAT_CODEC.dump(repeat)


def _typed_values(typed: TypedAnnouncement) -> dict[str, Any]:
    return {
        "title": typed.title,
        "text": typed.text,
        "link": typed.link,
        "image": typed.image,
        "typed_when": typed.when,
    }


def announcement_of(row: RowMapping) -> Announcement:
    """Read an announcement from its row."""
    return Announcement(
        id=row["id"],
        guild_id=row["guild_id"],
        author_id=row["author_id"],
        state=AnnouncementState(row["state"]),
        typed=TypedAnnouncement(row["title"], row["text"], row["link"], row["image"], row["typed_when"]),
        due_at=row["due_at"],
        created_at=row["created_at"],
        replaces_id=row["replaces_id"],
        version=row["version"],
        taken_back=TakenBack(row["taken_back"]) if row["taken_back"] else None,
        repeat=None if row["repeats"] is None else REPEAT_CODEC.load(row["repeats"]),
    )


# --- who changed what -------------------------------------------------------------------------------------------------


WHOLE_FIELD = "announcement"
"""Announcements are kept whole, as they were and as they became."""


@dataclass(frozen=True, slots=True)
class StoredAnnouncement:
    """What the changes keep of an announcement."""

    state: AnnouncementState
    due_at: datetime | None
    typed: TypedAnnouncement


ANNOUNCEMENT_CODEC: Final = Codec[StoredAnnouncement | None](StoredAnnouncement | None)


async def add_announcement_change(
    db: AsyncConnection, old: Announcement, new: Announcement, *, by: int, at: datetime
) -> None:
    """Keep that a moderator (`by`, a snowflake) scheduled, changed, moved or withdrew an announcement."""
    await db.execute(
        insert(changes).values(
            at=at,
            actor=str(by),
            guild_id=new.guild_id,
            kind=FactKind.ANNOUNCEMENT.value,
            fact_id=new.id,
            field=WHOLE_FIELD,
            old=_announcement_json(old),
            new=_announcement_json(new),
        )
    )


async def others_changed(
    db: AsyncConnection, guild_id: int, announcement_id: int, *, since: datetime, but: int
) -> list[int]:
    """List who else than `but` changed a guild's announcement after `since`.

    Gives snowflakes, each once, the first first.
    """
    rows = await db.execute(
        select(changes.c.actor)
        .where(
            changes.c.kind == FactKind.ANNOUNCEMENT.value,
            changes.c.fact_id == announcement_id,
            changes.c.guild_id == guild_id,
            changes.c.at > since,
            changes.c.actor != str(but),
        )
        .order_by(changes.c.id)
    )
    return [int(actor) for actor in dict.fromkeys(rows.scalars())]


def _announcement_json(announcement: Announcement) -> Json:
    kept = StoredAnnouncement(announcement.state, announcement.due_at, announcement.typed)
    return ANNOUNCEMENT_CODEC.dump(kept)
