"""What a series' card is made of, read in one go, and when each source last said again what it says of the series."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import bindparam, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.card import Card, disputes, may_be_disputed, relatives, stems_of
from bot.catalogue.model import Origin, Series
from bot.catalogue.releases import Basis
from bot.catalogue.slots import AHEAD
from bot.catalogue.store import catalogue, corrections, franchises, sources
from bot.catalogue.store.merge_reads import dates_of
from bot.catalogue.tables import releases, slots, statements

_ONE_ANSWER = timedelta(hours=1)
"""Within so long a source's answer is read and noted, however much it is."""
CONFIRMED_FOR = timedelta(minutes=5)
"""Who said it so short a time ago needn't be written down again."""


async def confirm(db: AsyncConnection, origin: Origin, series_ids: Collection[int], at: datetime) -> None:
    """Note that a source says at `at` what it said of these series before: one statement for all of them."""
    of = statements.c
    is_old = or_(of.confirmed_at.is_(None), of.confirmed_at < at - CONFIRMED_FOR, of.confirmed_at > at)
    theirs = (of.origin == origin.value, of.series_id.in_(series_ids), is_old)
    await db.execute(update(statements).where(*theirs).values(confirmed_at=at))


async def confirm_last_answer(db: AsyncConnection, origin: Origin, at: datetime) -> None:
    """Note that a source says at `at` all that it said when it last answered whole, and nothing else."""
    of = statements.c
    last: datetime | None = await db.scalar(select(func.max(of.confirmed_at)).where(of.origin == origin.value))
    if last is not None:
        theirs = (of.origin == origin.value, of.confirmed_at > last - _ONE_ANSWER)
        await db.execute(update(statements).where(*theirs).values(confirmed_at=at))


_CONFIRMATIONS = select(statements.c.origin, statements.c.confirmed_at).where(
    statements.c.series_id == bindparam("wanted_series")
)
"""Built once: every card asks it."""


async def confirmations(db: AsyncConnection, series_id: int) -> dict[Origin, datetime]:
    """Read when each origin last said again what it says of a series."""
    rows = await db.execute(_CONFIRMATIONS, {"wanted_series": series_id})
    return {Origin(origin): at for origin, at in rows if at is not None}


async def spoken_of(db: AsyncConnection, origin: Origin, series_ids: Collection[int]) -> set[int]:
    """Read which of some series an origin has said anything of."""
    theirs = (statements.c.origin == origin.value, statements.c.series_id.in_(series_ids))
    return set((await db.execute(select(statements.c.series_id).where(*theirs))).scalars())


async def series_short_of_slots(db: AsyncConnection, at: datetime) -> list[int]:
    """List the series of which fewer dates by a slot lie ahead than are kept ready."""
    ahead = releases.c.anchor_at > at
    of_slot = (releases.c.series_id == slots.c.series_id, releases.c.basis == Basis.SLOT.value, ahead)
    same_place = func.coalesce(releases.c.service, "") == func.coalesce(slots.c.service, "")
    second = exists(select(releases.c.id).where(*of_slot, same_place).correlate(slots).offset(AHEAD - 1))
    rows = await db.execute(select(slots.c.series_id).distinct().where(slots.c.until > at, ~second))
    return sorted(rows.scalars())


# --- a card -----------------------------------------------------------------------------------------------------------


async def read_card(
    db: AsyncConnection,
    series: Series,
    now: datetime,
    *,
    guild_id: int | None,
    reader_in: Collection[str],
    adult: bool,
) -> Card:
    """Read all that a series' card tells in a guild; `adult` tells whether relatives for adults may be shown."""
    airing = await catalogue.airing_of(db, series.id, guild_id=guild_id)
    health = await sources.health_of_source(db, Origin.ANILIST) if series.anilist_id else None
    ahead = [each.overrides_id or each.id for each in airing.releases if may_be_disputed(each, now)]
    dates = await dates_of(db, ahead) if ahead else {}
    members = await franchises.members_with_stems(db, series.id, stems_of(series), guild_id=guild_id, adult=adult)
    named = await franchises.named_relatives(db, series.relations or (), guild_id=guild_id, adult=adult)
    return Card(
        series,
        airing.releases,
        airing.changes,
        now,
        reader_in=reader_in,
        # What AniList said of it may have grown old.
        away_since=health.away_since if health is not None and health.is_stale(now) else None,
        corrections=await corrections.own_words(db, series.id, guild_id) if airing.may_be_corrected else (),
        disputed=list(disputes(airing.releases, dates, now)),
        confirmed=await confirmations(db, series.id),
        relatives=relatives(series, members, named),
    )
