"""What changed of a series, noted so that it is told once it has stood for a while.

`stand_for` is that while. Where there is none the change itself isn't told, as for what is read in bulk; what waits to
be told is kept true all the same.
"""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from bot.catalogue.announce_policy import Item, Update, came_or_went, key_of, revised
from bot.catalogue.model import Series
from bot.catalogue.releases import Release
from bot.catalogue.revisions import Revision
from bot.catalogue.store import catalogue, updates
from bot.catalogue.updates import UpdateKind
from bot.database.engine import Connection
from bot.dates.airdate import Shift
from bot.dates.facts import DueFact, FactKind
from bot.delivery.store import due


async def note_dates(
    db: Connection, of: Release, revisions: Iterable[Revision], *, at: datetime, stand_for: timedelta | None
) -> None:
    """Plans of releases were revised at `at`: now. Belongs in the transaction that revises them.

    `of` is the release that was revised, and with it those that follow from it. Its guild is the one in which alone it
    is told; to tell in one guild what changed there of a shared release, give it that guild.
    """
    more = list(revisions)
    standing = await updates.standing_of_dates(db, of)
    if not more or (standing is None and stand_for is None):
        return
    ids = {each.release_id for each in (*more, *(standing.revisions if standing else ()))}
    releases = await catalogue.releases_by_ids(db, ids)
    told_open = await _told_open(db, of)
    await _keep(
        db,
        revised(standing, more, releases, at=at, stand_for=stand_for, guild_id=of.guild_id, told_open=told_open),
        at,
    )


async def _told_open(db: Connection, of: Release) -> set[int]:
    """The releases of a series of which channels heard last that their dates are open."""
    heard: dict[int, Revision] = {}
    for told in await updates.told_of_dates(db, [of.series_id]):
        heard |= {each.release_id: each for each in told.revisions}
    return {release_id for release_id, last in heard.items() if last.shift is Shift.VAGUER}


async def note_items(
    db: Connection, before: Series, series: Series, *, at: datetime, stand_for: timedelta | None
) -> None:
    """A series is known to have other trailers or services than before. Belongs in the transaction that stores it."""
    for kind, old, new in (
        (UpdateKind.TRAILER, before.trailers, series.trailers),
        (UpdateKind.SERVICE, before.services, series.services),
    ):
        for was, now in _came_and_went(old, new):
            await _note_item(db, series, kind, was, now, at=at, stand_for=stand_for)


def _came_and_went(old: Collection[Item], new: Collection[Item]) -> Iterable[tuple[Item | None, Item | None]]:
    was, now = ({key_of(each): each for each in items if key_of(each)} for items in (old, new))
    yield from ((was[key], None) for key in was if key not in now)
    yield from ((None, now[key]) for key in now if key not in was)


async def _note_item(
    db: Connection,
    series: Series,
    kind: UpdateKind,
    was: Item | None,
    now: Item | None,
    *,
    at: datetime,
    stand_for: timedelta | None,
) -> None:
    item = now or was
    key = key_of(item) if item is not None else None
    change = Update(
        id=0,
        series_id=series.id,
        kind=kind,
        changed_at=at,
        anchor_at=at + (stand_for or timedelta(0)),
        service=key if kind is UpdateKind.SERVICE else None,
        old_item=was,
        new_item=now,
        guild_id=series.guild_id,
    )
    standing = await updates.standing_of_item(db, series.id, kind, key, guild_id=series.guild_id)
    await _keep(db, came_or_went(standing, change, stand_for=stand_for), at)


async def _keep(db: Connection, told: Update | None, at: datetime) -> None:
    """Store what is to be told, and tell it at once where no look comes by its time any more."""
    if told is None:
        return
    update_id = await updates.save(db, told)
    if not told.withdrawn:
        await due.catch_up(db, DueFact(FactKind.UPDATE, update_id, told.anchor_at), at)
