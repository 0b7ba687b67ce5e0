"""A release gets another date: the change is kept, and the weekly episodes that follow from it move along."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from bot.catalogue.changes import DateChange
from bot.catalogue.model import Series
from bot.catalogue.noted_updates import note_dates
from bot.catalogue.releases import WEEKLY, Release, ReleaseKind, weekly_after
from bot.catalogue.revisions import Plan, Revision
from bot.catalogue.store import catalogue, changes
from bot.database.engine import Connection
from bot.dates.airdate import AirDate, Shift
from bot.dates.facts import DueFact, FactKind
from bot.delivery.store import due


async def redate(
    db: Connection,
    series: Series,
    release: Release,
    date: AirDate,
    *,
    actor: str,
    at: datetime,
    stand_for: timedelta | None = None,
    is_over: bool = False,
) -> DateChange | None:
    """Give a release of a series another date, in the caller's transaction; None where it has that date already.

    `actor` is a source's name or a person's snowflake, `at` when it was said to us: now. A premiere takes the weekly
    episodes along: they are made when its date becomes exact, and lose their days when it is no longer. Steps that the
    new date puts before `at` are left out, for nobody was late with them; but what came out in the past week is told.
    Channels hear of the change itself once it has stood for `stand_for`; they don't where that is None.
    """
    change = DateChange(release.id, at, actor, release.date, date)
    if change.shift is Shift.NONE:
        return None
    await _move(db, release, date, at)
    await changes.add_date_change(db, change, guild_id=release.guild_id)
    revisions = [revision(release, date)]
    if release.kind is ReleaseKind.PREMIERE:
        revisions += await date_episodes(db, series, replace(release, date=date), at, is_over=is_over)
    await note_dates(db, release, revisions, at=at, stand_for=stand_for)
    return change


def revision(release: Release, date: AirDate) -> Revision:
    """What it means that a release gets another date."""
    return Revision(release.id, Plan(release.date, release.cancelled), Plan(date, release.cancelled))


async def _move(db: Connection, release: Release, date: AirDate, at: datetime) -> None:
    await catalogue.set_date(db, release.id, date)
    await catch_up(db, replace(release, date=date), at)


async def catch_up(
    db: Connection, release: Release, at: datetime, *, told_as: Collection[int] = (), guild_id: int | None = None
) -> None:
    """Have a release told that was put to where no look comes by any more, if it is still news.

    A guild's own release is no news to channels that were told of the shared one in whose place it stands. `told_as`
    are more of those, and `guild_id` the one guild that it is caught up for, where it isn't all.
    """
    if release.date.anchor is not None and not release.cancelled:
        before = [*told_as, *([release.overrides_id] if release.overrides_id else [])]
        fact = DueFact(FactKind.RELEASE, release.id, release.date.anchor)
        await due.catch_up(db, fact, at, told_as=before, guild_id=guild_id)


async def date_episodes(
    db: Connection, series: Series, premiere: Release, at: datetime, *, is_over: bool = False
) -> list[Revision]:
    """Make the dates of the episodes that follow from a premiere what its own date makes them; what that revised.

    An episode of which a source has said its own date follows no more, and none is made beside it; nor is one made of a
    series that is over.
    """
    dates = dict(weekly_after(premiere.date, series.episodes or 1))
    episodes = await _episodes_beside(db, premiere)
    follow = {episode.number: episode for episode in await catalogue.following(db, premiere.id)}
    revisions: list[Revision] = []
    for number, episode in follow.items():
        date = dates.get(number or 0, AirDate.tba(zone=premiere.date.zone))
        if episode.date != date:
            await _move(db, episode, date, at)
            revisions.append(revision(episode, date))
    if is_over:
        return revisions
    shared = await _shared_ids(db, premiere) if premiere.guild_id else {}
    new = [
        replace(one, overrides_id=shared.get(one.number))
        for one in _weekly(series, premiere, dates)
        if one.number not in episodes and one.number not in follow
    ]
    for episode in await catalogue.add_releases(db, new, follows_id=premiere.id):
        await catch_up(db, episode, at)
    return revisions


def _weekly(series: Series, premiere: Release, dates: dict[int, AirDate]) -> Iterator[Release]:
    for number, date in dates.items():
        kind = ReleaseKind.FINALE if number == series.episodes else ReleaseKind.EPISODE
        yield replace(premiere, id=0, kind=kind, number=number, date=date, origin=None, overrides_id=None)


async def _episodes_beside(db: Connection, premiere: Release) -> set[int | None]:
    """The numbers of the episodes that stand beside a premiere, on its service and in its guild."""
    beside = await catalogue.releases_beside(db, premiere)
    return {each.number for each in beside if each.kind in WEEKLY}


async def _shared_ids(db: Connection, premiere: Release) -> dict[int | None, int]:
    """By their numbers, the shared episodes in whose place a guild's own stand."""
    beside = await catalogue.releases_beside(db, replace(premiere, guild_id=None))
    return {each.number: each.id for each in beside if each.kind in WEEKLY}
