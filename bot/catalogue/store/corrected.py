"""Series as they are seen in a guild: with its moderators' corrections laid over them, and without the hidden ones."""

from collections.abc import Collection, Iterable

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.model import Series
from bot.catalogue.precedence import corrected
from bot.catalogue.records import HIDDEN, Correction
from bot.catalogue.store.catalogue import series_by_ids, whole_series
from bot.catalogue.store.corrections import correction
from bot.catalogue.store.records import all_series
from bot.catalogue.store.visibility import for_guild, hidden_in, shared_or_own
from bot.database.tables import corrections, series, titles
from bot.folding import fold


async def corrected_for_guild(
    db: AsyncConnection, found: Iterable[Series], guild_id: int | None, *, hidden_too: bool = False
) -> list[Series]:
    """Give the series as a guild sees them, in their order; `guild_id` None is outside any guild.

    This takes one statement. What nobody corrected there comes back as the very same object. Other guilds' own series
    are left out, and so are hidden ones, unless `hidden_too` asks for the names of what was chosen before it was
    hidden.
    """
    known = list(found)
    said = await _said(db, [one.id for one in known], guild_id) if known else {}
    return [
        seen_with(one, said.get(one.id, ()))
        for one in known
        if one.guild_id in {None, guild_id}
        and (hidden_too or not any(each.field == HIDDEN for each in said.get(one.id, ())))
    ]


def seen_with(known: Series, said: Iterable[Correction]) -> Series:
    """Give a series with a guild's corrections; the very same where there are none."""
    own = [each for each in said if each.field != HIDDEN]
    return corrected(known, own) if own else known


async def _said(db: AsyncConnection, ids: Collection[int], guild_id: int | None) -> dict[int, list[Correction]]:
    """Read what a guild's moderators say of these series, and which of them the owners have hidden from everybody."""
    own_or_hiding = or_(corrections.c.guild_id.is_not(None), corrections.c.field == HIDDEN)
    rows = await db.execute(
        select(corrections)
        .where(corrections.c.series_id.in_(ids), for_guild(corrections, guild_id), own_or_hiding)
        .order_by(corrections.c.at, corrections.c.id)
    )
    found: dict[int, list[Correction]] = {}
    for row in rows.mappings():
        found.setdefault(row["series_id"], []).append(correction(row))
    return found


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
        series.c.id.in_(select(titles.c.series_id).where(titles.c.fold == fold(typed))),
    )
    here = (shared_or_own(series, guild_id), hidden_in(series.c.id, guild_id))
    rows = await db.execute(whole_series().where(named, *here).order_by(series.c.id))
    return await corrected_for_guild(db, all_series(rows.mappings()), guild_id, hidden_too=True)
