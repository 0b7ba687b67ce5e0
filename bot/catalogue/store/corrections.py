"""Corrections of single fields, and series as a guild sees them: with its corrections laid over what sources say.

And drafts: what moderators typed about a series and haven't saved yet, kept so that a restart loses none of it.
"""

import functools
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Result,
    RowMapping,
    Select,
    and_,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.model import Series
from bot.catalogue.precedence import corrected
from bot.catalogue.records import HIDDEN, Correction, DraftSettled
from bot.catalogue.store import records
from bot.catalogue.store.catalogue import series_by_ids, whole_series
from bot.catalogue.store.records import all_series
from bot.catalogue.store.visibility import for_guild, hidden_in, shared_or_own
from bot.catalogue.tables import corrections, drafts, series, titles
from bot.folding import close_up, fold


async def correct(db: AsyncConnection, series_id: int, said: Correction) -> None:
    """Keep a correction, in the place of an earlier one of that field by the same guild, or by the owners."""
    await take_back(db, series_id, said.field, guild_id=said.guild_id)
    await db.execute(
        insert(corrections).values(
            series_id=series_id,
            guild_id=said.guild_id,
            field=said.field,
            value=records.field_codec(said.field).dump(said.value),
            by=said.by,
            at=said.at,
        )
    )


async def take_back(db: AsyncConnection, series_id: int, field: str, *, guild_id: int | None) -> bool:
    """Forget a correction, so that the source's word counts again; give False where there was none."""
    gone = await db.execute(
        delete(corrections).where(
            corrections.c.series_id == series_id,
            func.coalesce(corrections.c.guild_id, 0) == (guild_id or 0),
            corrections.c.field == field,
        )
    )
    return gone.rowcount > 0


async def corrections_of(
    db: AsyncConnection, series_ids: Collection[int], *, guild_ids: Collection[int] | None = ()
) -> dict[int, list[Correction]]:
    """Read the owners' corrections of these series, and those of these guilds (None: of all), by the series' ids."""
    whose: ColumnElement[bool] = corrections.c.guild_id.is_(None)
    if guild_ids is None:
        whose = or_(whose, corrections.c.guild_id.is_not(None))
    elif guild_ids:
        whose = or_(whose, corrections.c.guild_id.in_(guild_ids))
    theirs = select(corrections).where(corrections.c.series_id.in_(series_ids), whose)
    return _by_series(await db.execute(theirs.order_by(corrections.c.at, corrections.c.id)))


def _by_series(rows: Result[Any]) -> dict[int, list[Correction]]:
    found: dict[int, list[Correction]] = {}
    for row in rows.mappings():
        found.setdefault(row["series_id"], []).append(correction(row))
    return found


def correction(row: RowMapping) -> Correction:
    """Read a correction from its columns."""
    value = records.field_codec(row["field"]).load(row["value"])
    return Correction(row["field"], value, row["by"], row["at"], row["guild_id"])


async def own_words(db: AsyncConnection, series_id: int, guild_id: int | None) -> list[Correction]:
    """Read what a guild's moderators say of a series, oldest first; nothing outside any guild."""
    if guild_id is None:
        return []
    here = (corrections.c.series_id == series_id, corrections.c.guild_id == guild_id)
    rows = await db.execute(select(corrections).where(*here).order_by(corrections.c.at, corrections.c.id))
    return [correction(row) for row in rows.mappings()]


async def corrected_for_guild(
    db: AsyncConnection, found: Iterable[Series], guild_id: int | None, *, hidden_too: bool = False
) -> list[Series]:
    """Give the series as a guild sees them, in their order; `guild_id` None is outside any guild.

    This takes one statement. What nobody corrected there comes back as the very same object. Other guilds' own series
    are left out, and so are hidden ones, unless `hidden_too` asks for the names of what was chosen before it was
    hidden.
    """
    known = list(found)
    said: Mapping[int, Sequence[Correction]] = {}
    if known:  # what its moderators say, and what the owners have hidden from everybody
        given = {"series_ids": [one.id for one in known], "wanted_guild": guild_id}
        said = _by_series(await db.execute(_own_or_hiding(in_guild=guild_id is not None), given))
    return [
        seen_with(one, said.get(one.id, ()))
        for one in known
        if one.guild_id in {None, guild_id}
        and (hidden_too or not any(each.field == HIDDEN for each in said.get(one.id, ())))
    ]


@functools.cache
def _own_or_hiding(*, in_guild: bool) -> Select[Any]:
    """Make the statement once: every card and every autocompletion runs it."""
    guild_id = bindparam("wanted_guild", type_=BigInteger) if in_guild else None
    of = corrections.c
    own_or_hiding = or_(of.guild_id.is_not(None), of.field == HIDDEN)
    theirs = of.series_id.in_(bindparam("series_ids", expanding=True))
    whole = select(corrections).where(theirs, for_guild(corrections, guild_id), own_or_hiding)
    return whole.order_by(of.at, of.id)


def seen_with(known: Series, said: Iterable[Correction]) -> Series:
    """Give a series with a guild's corrections; the very same where there are none."""
    own = [each for each in said if each.field != HIDDEN]
    return corrected(known, own) if own else known


async def by_ids(
    db: AsyncConnection, ids: Collection[int], guild_id: int | None, *, hidden_too: bool = False
) -> dict[int, Series]:
    """Read the series with these ids as a guild sees them, by id; ids of none are left out."""
    found = (await series_by_ids(db, ids)).values() if ids else ()
    return {one.id: one for one in await corrected_for_guild(db, found, guild_id, hidden_too=hidden_too)}


async def by_id(
    db: AsyncConnection, series_id: int, guild_id: int | None, *, hidden_too: bool = False
) -> Series | None:
    """Read the series with this id as a guild sees it; give None where it sees none."""
    return (await by_ids(db, [series_id], guild_id, hidden_too=hidden_too)).get(series_id)


async def hidden_by_name(db: AsyncConnection, typed: str, guild_id: int) -> list[Series]:
    """Find the series hidden from a guild that go by a slug or a title: to be shown again they have to be found."""
    named = or_(
        series.c.slug == typed.strip().casefold(),
        series.c.id.in_(select(titles.c.series_id).where(titles.c.fold.in_({fold(typed), close_up(fold(typed))}))),
    )
    here = (shared_or_own(series, guild_id), hidden_in(series.c.id, guild_id))
    rows = await db.execute(whole_series().where(named, *here).order_by(series.c.id))
    return await corrected_for_guild(db, all_series(rows.mappings()), guild_id, hidden_too=True)


# --- drafts -----------------------------------------------------------------------------------------------------------


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


async def keep_draft(db: AsyncConnection, draft: Draft, *, otherwise_id: int) -> Draft:
    """Keep a draft in the place of what it was before, and give it as it is kept.

    Where its id is that of somebody else's draft, it is kept under `otherwise_id`, and theirs stays as it is. Drafts
    that nobody came back to are forgotten.
    """
    await db.execute(delete(drafts).where(drafts.c.created_at < draft.created_at - DRAFTS_KEPT_FOR))
    await discard_draft(db, draft)
    if await db.scalar(select(drafts.c.id).where(drafts.c.id == draft.id)) is not None:
        draft = replace(draft, id=otherwise_id)
    values = {"id": draft.id, "guild_id": draft.guild_id, "author_id": draft.author_id, "about": draft.about}
    await db.execute(insert(drafts).values(**values, said=draft.said, created_at=draft.created_at))
    return draft


async def require_draft(db: AsyncConnection, guild_id: int, author_id: int, draft_id: int) -> Draft:
    """Read somebody's own draft. Raises `DraftSettled` for one that was saved, given up, or left for a week."""
    row = (await db.execute(select(drafts).where(_one_draft(guild_id, author_id, draft_id)))).first()
    if row is None:
        raise DraftSettled(draft_id)
    return Draft(row.id, row.guild_id, row.author_id, row.about, row.said, row.created_at)


async def discard_draft(db: AsyncConnection, draft: Draft) -> None:
    """Forget a draft."""
    await db.execute(delete(drafts).where(_one_draft(*draft.key)))


def _one_draft(guild_id: int, author_id: int, draft_id: int) -> ColumnElement[bool]:
    return and_(drafts.c.id == draft_id, drafts.c.guild_id == guild_id, drafts.c.author_id == author_id)
