"""What moderators typed about a series and haven't saved yet: kept so that a restart loses none of it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.tables import drafts
from bot.errors import TooLate

DRAFTS_KEPT_FOR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody is about to do. `id` is the interaction's that began it, `about` what it is; `said` is JSON."""

    id: int
    guild_id: int
    author_id: int
    about: str
    said: dict[str, Any]
    created_at: datetime

    @property
    def key(self) -> tuple[int, int, int]:
        """Whose it is, and which of theirs."""
        return self.guild_id, self.author_id, self.id


async def keep(db: AsyncConnection, draft: Draft, *, otherwise_id: int) -> Draft:
    """Keep a draft in the place of what it was before, and give it as it is kept.

    Where its id is that of somebody else's draft, it is kept under `otherwise_id`, and theirs stays as it is. Drafts
    that nobody came back to are forgotten.
    """
    await db.execute(delete(drafts).where(drafts.c.created_at < draft.created_at - DRAFTS_KEPT_FOR))
    await discard(db, draft)
    if await db.scalar(select(drafts.c.id).where(drafts.c.id == draft.id)) is not None:
        draft = replace(draft, id=otherwise_id)
    values = {"id": draft.id, "guild_id": draft.guild_id, "author_id": draft.author_id, "about": draft.about}
    await db.execute(insert(drafts).values(**values, said=draft.said, created_at=draft.created_at))
    return draft


async def require(db: AsyncConnection, guild_id: int, author_id: int, draft_id: int) -> Draft:
    """Read somebody's own draft. Raises `TooLate` for one that was saved, given up, or left for a week."""
    row = (await db.execute(select(drafts).where(_one(guild_id, author_id, draft_id)))).first()
    if row is None:
        raise TooLate("This has already been saved or discarded. Start again with `/catalogue`.")
    return Draft(row.id, row.guild_id, row.author_id, row.about, row.said, row.created_at)


async def discard(db: AsyncConnection, draft: Draft) -> None:
    """Forget a draft."""
    await db.execute(delete(drafts).where(_one(*draft.key)))


def _one(guild_id: int, author_id: int, draft_id: int) -> ColumnElement[bool]:
    return and_(drafts.c.id == draft_id, drafts.c.guild_id == guild_id, drafts.c.author_id == author_id)
