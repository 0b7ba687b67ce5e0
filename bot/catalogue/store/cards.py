"""What a series' card is made of, read in one go."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.card import Card
from bot.catalogue.disputes import disputes, may_be_disputed
from bot.catalogue.model import Origin, Series
from bot.catalogue.relations import relatives, stems_of
from bot.catalogue.store import catalogue, corrections, evidence, franchises, source_health
from bot.catalogue.store.merge_reads import dates_of


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
    health = await source_health.health_of_source(db, Origin.ANILIST) if series.anilist_id else None
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
        confirmed=await evidence.confirmations(db, series.id),
        relatives=relatives(series, members, named),
    )
