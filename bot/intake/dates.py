"""A release gets another date: the change is kept, and the weekly episodes that follow from it move along."""

from dataclasses import replace
from datetime import datetime

from bot.domain.changes import DateChange
from bot.domain.dates import AirDate, Shift
from bot.domain.deliveries import DueFact, FactKind
from bot.domain.releases import Release, ReleaseKind, weekly_after
from bot.domain.series import Series
from bot.store import catalogue, changes, due
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

    `actor` is a source's name or a person's snowflake, `at` when it was said to us: now. A premiere takes the weekly
    episodes along: they are made when its date becomes exact, and lose their days when it is no longer. Steps that the
    new date puts before `at` are left out, for nobody was late with them; but what came out in the past week is told.
    """
    change = DateChange(release.id, at, actor, release.date, date)
    if change.shift is Shift.NONE:
        return None
    await _move(db, release, date, at)
    await changes.add_date_change(db, change, guild_id=guild_id)
    if release.kind is ReleaseKind.PREMIERE:
        await _date_episodes(db, series, replace(release, date=date), at, guild_id=guild_id)
    return change


async def _move(db: Connection, release: Release, date: AirDate, at: datetime) -> None:
    await catalogue.set_date(db, release.id, date)
    await _catch_up(db, replace(release, date=date), at)


async def _catch_up(db: Connection, release: Release, at: datetime) -> None:
    if release.date.anchor is not None and not release.cancelled:
        await due.catch_up(db, DueFact(FactKind.RELEASE, release.id, release.date.anchor), at)


async def _date_episodes(
    db: Connection, series: Series, premiere: Release, at: datetime, *, guild_id: int | None
) -> None:
    """Make the dates of the episodes that follow from a premiere what its own date makes them."""
    dates = dict(weekly_after(premiere.date, series.episodes or 1))
    known = {episode.number: episode for episode in await catalogue.following(db, premiere.id)}
    for number, episode in known.items():
        date = dates.get(number or 0, AirDate.tba(zone=premiere.date.zone))
        if episode.date != date:
            await _move(db, episode, date, at)
    new = [
        Release(0, series.id, ReleaseKind.EPISODE, date, number=number, service=premiere.service)
        for number, date in dates.items()
        if number not in known
    ]
    for episode in await catalogue.add_releases(db, new, follows_id=premiere.id, guild_id=guild_id):
        await _catch_up(db, episode, at)
