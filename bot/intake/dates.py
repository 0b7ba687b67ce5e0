"""A release gets another date: the change is kept, and the weekly episodes that follow from it move along."""

from dataclasses import replace
from datetime import datetime

from bot.domain.changes import DateChange
from bot.domain.dates import AirDate, Shift
from bot.domain.releases import Release, ReleaseKind, weekly_after
from bot.domain.series import Series
from bot.store import catalogue, changes
from bot.store.database import Connection


async def redate(
    db: Connection,
    series: Series,
    release: Release,
    date: AirDate,
    *,
    actor: str,
    at: datetime,
    guild_id: int | None = None,
) -> DateChange | None:
    """Give a release of a series another date, in the caller's transaction; None where it has that date already.

    `actor` is a source's name or a person's snowflake, `at` when it was said to us. A premiere takes the weekly
    episodes along: they are made when its date becomes exact, and lose their days when it is no longer.
    """
    change = DateChange(release.id, at, actor, release.date, date)
    if change.shift is Shift.NONE:
        return None
    await catalogue.set_date(db, release.id, date)
    await changes.add_date_change(db, change, guild_id=guild_id)
    if release.kind is ReleaseKind.PREMIERE:
        await date_episodes(db, series, replace(release, date=date), guild_id=guild_id)
    return change


async def date_episodes(db: Connection, series: Series, premiere: Release, *, guild_id: int | None = None) -> None:
    """Make the dates of the episodes that follow from a premiere what its own date makes them."""
    dates = dict(weekly_after(premiere.date, series.episodes or 1))
    known = {episode.number: episode for episode in await catalogue.following(db, premiere.id)}
    for number, episode in known.items():
        date = dates.get(number or 0, AirDate.tba(zone=premiere.date.zone))
        if episode.date != date:
            await catalogue.set_date(db, episode.id, date)
    new = [
        Release(0, series.id, ReleaseKind.EPISODE, date, number=number, service=premiere.service)
        for number, date in dates.items()
        if number not in known
    ]
    await catalogue.add_releases(db, new, follows_id=premiere.id, guild_id=guild_id)
