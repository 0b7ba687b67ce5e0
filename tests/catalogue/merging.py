"""What sources say, merged one by one within a test's own transaction."""

from datetime import UTC, datetime, timedelta

from bot.catalogue.actions import editing, merge_within
from bot.catalogue.merged import MergedSeries
from bot.catalogue.model import Series
from bot.catalogue.records import DateChange, SourceRecord
from bot.catalogue.releases import Release
from bot.database.engine import Connection
from bot.dates.airdate import AirDate


async def merge_one(
    db: Connection, record: SourceRecord, *, at: datetime, settle_delay: timedelta | None = None
) -> MergedSeries:
    """Merge what a source says of one series, which comes back with its id."""
    (merged,) = (await merge_within(db, [record], at=at, settle_delay=settle_delay)).merged
    merged.series = merged.result
    return merged


async def settle(db: Connection, series: Series) -> Series:
    """Let a series' fields be what all that is stored of it makes them."""
    async with editing(db, series.id, at=datetime(2024, 1, 1, tzinfo=UTC)) as merge:
        merge.settle_fields()
    return merge.into.series


async def redate(
    db: Connection,
    series: Series,
    release: Release,
    date: AirDate,
    *,
    actor: str,
    at: datetime,
    settle_delay: timedelta | None = None,
) -> DateChange | None:
    """Give a release of a series another date."""
    guild_id = release.guild_id
    async with editing(db, series.id, at=at, guild_id=guild_id, settle_delay=settle_delay) as merge:
        return merge.redate(merge.into.release(release.id), date, actor=actor)
