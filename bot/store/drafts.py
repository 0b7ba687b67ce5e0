"""What moderators typed about a series and haven't saved yet: kept so that a restart loses none of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import TooLate
from bot.store.tables import drafts

KEPT_FOR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody is about to do. `id` is the interaction's that began it, `about` what it is; `said` is JSON."""

    id: int
    guild_id: int
    author_id: int
    about: str
    said: dict[str, Any]
    created_at: datetime


async def keep(db: AsyncConnection, draft: Draft) -> None:
    """Keep a draft in the place of what it was before; those that nobody came back to are forgotten."""
    await db.execute(
        delete(drafts).where((drafts.c.id == draft.id) | (drafts.c.created_at < draft.created_at - KEPT_FOR))
    )
    values = {"id": draft.id, "guild_id": draft.guild_id, "author_id": draft.author_id, "about": draft.about}
    await db.execute(insert(drafts).values(**values, said=draft.said, created_at=draft.created_at))


async def require(db: AsyncConnection, guild_id: int, draft_id: int) -> Draft:
    """A guild's draft. Raises `TooLate` for one that was saved, given up, or left for a week."""
    row = (await db.execute(select(drafts).where(drafts.c.id == draft_id, drafts.c.guild_id == guild_id))).first()
    if row is None:
        raise TooLate("This was saved or given up already. Begin anew with `/catalogue`.")
    return Draft(row.id, row.guild_id, row.author_id, row.about, row.said, row.created_at)


async def discard(db: AsyncConnection, guild_id: int, draft_id: int) -> None:
    """Forget a draft."""
    await db.execute(delete(drafts).where(drafts.c.id == draft_id, drafts.c.guild_id == guild_id))
