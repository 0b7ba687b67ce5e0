"""Series that people add by hand, take out, or don't want to see."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.catalogue.changes import SERIES_FIELD, Change
from bot.catalogue.corrections import correct, require
from bot.catalogue.model import Series
from bot.catalogue.origins import Editor
from bot.catalogue.records import HIDDEN, FieldValue
from bot.catalogue.slugs import slugs_for
from bot.catalogue.store import catalogue, history, references
from bot.database.engine import Connection
from bot.errors import NotAllowed


@dataclass(frozen=True, slots=True)
class Attached:
    """What goes with a series: its releases, and how many channels are subscribed to it; whether it is watched."""

    releases: int
    subscriptions: int
    is_watched: bool


async def add_series(db: Connection, new: Series, editor: Editor, *, at: datetime) -> Series:
    """Add a series for a guild, or for everybody, and give it back with its id and a slug of its own."""
    for slug in slugs_for(new):
        if await catalogue.series_by_slug(db, slug, guild_id=editor.guild_id) is None:
            break
    added = await catalogue.save_series(db, replace(new, id=0, slug=slug, guild_id=editor.guild_id))
    await history.add(db, _change(added, editor, at, old=None, new=FieldValue(added.titles.main)))
    return added


async def attached_to(db: Connection, series: Series, guild_id: int) -> Attached:
    """Give what of a guild's goes with a series."""
    releases = await catalogue.releases_of(db, series.id, guild_id=guild_id)
    return Attached(
        len(releases),
        await references.subscriptions(db, series.id, guild_id),
        await references.is_watched(db, series.id, guild_id),
    )


async def delete_series(db: Connection, series_id: int, editor: Editor, *, at: datetime) -> Series:
    """Delete a guild's own series, with all that goes with it; it can't be undone.

    Raises `NotAllowed` for a shared series, and `TooLate` for one that is gone.
    """
    series = await require(db, series_id, editor)
    if series.guild_id is None:
        raise NotAllowed("This series is shared by all servers. Hide it here instead, with `/catalogue remove`.")
    await catalogue.remove_series(db, series_id)
    await history.add(db, _change(series, editor, at, old=FieldValue(series.titles.main), new=None))
    return series


async def hide_series(db: Connection, series_id: int, editor: Editor, *, at: datetime) -> Series:
    """Leave a shared series out of all that a guild sees, or that anybody does; raise `TooLate` for one that is gone.

    It can be undone, and no source brings it back meanwhile.
    """
    series = await require(db, series_id, editor)
    await correct(db, series_id, HIDDEN, True, editor, at=at)
    return series


def _change(series: Series, editor: Editor, at: datetime, *, old: FieldValue | None, new: FieldValue | None) -> Change:
    return Change(0, series.id, SERIES_FIELD, at, str(editor.by), editor.guild_id, old, new)
