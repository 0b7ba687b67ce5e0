"""What each origin says of a release's date, beside the date that comes of it."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.origins import Origin
from bot.catalogue.sayings import Said
from bot.catalogue.store import codecs
from bot.catalogue.store.records import release
from bot.database.codecs import Json
from bot.database.tables import releases


async def said_of(db: AsyncConnection, release_ids: Collection[int]) -> dict[int, dict[Origin, Said]]:
    """What each origin says of these releases, by their ids. One that follows from another's date has none."""
    rows = await db.execute(select(releases).where(releases.c.id.in_(release_ids)))
    return {row["id"]: read_said(row) for row in rows.mappings()}


def read_said(row: RowMapping) -> dict[Origin, Said]:
    """What each origin says of a release, from its columns."""
    if row["said"]:
        return {Origin(origin): _read(said) for origin, said in row["said"].items()}
    stands = release(row)
    # Of most releases one origin alone speaks, and what it says is what stands.
    return {stands.origin: Said(stands.date, stands.cancelled)} if stands.origin else {}


async def keep(db: AsyncConnection, release_id: int, said: Mapping[Origin, Said]) -> None:
    """Keep what each origin says of a release; the date that comes of it is set by itself."""
    follows = {"follows_id": None} if said else {}
    await db.execute(update(releases).where(releases.c.id == release_id).values(said=said_json(said), **follows))


def said_json(said: Mapping[Origin, Said]) -> Json:
    """What goes into the column `said`: None where one source alone speaks, for what it says is what stands."""
    if not said or (len(said) == 1 and all(each.by is None for each in said.values())):
        return None
    return all_said_json(said)


def all_said_json(said: Mapping[Origin, Said]) -> Json:
    """What each origin says of a release, as it lies in the column."""
    return {origin.value: _json(each) for origin, each in said.items()}


async def follow(db: AsyncConnection, release_id: int, premiere_id: int) -> None:
    """Let a release follow from a premiere's date again: nobody says anything of its own any more."""
    now = {"follows_id": premiere_id, "said": None, "origin": None}
    await db.execute(update(releases).where(releases.c.id == release_id).values(now))


def _json(said: Said) -> dict[str, Json]:
    return {
        "date": codecs.DATE.dump(said.date),
        "cancelled": said.cancelled,
        "by": said.by,
        "at": said.at.isoformat() if said.at else None,
    }


def _read(stored: Mapping[str, Any]) -> Said:
    date = codecs.DATE.load(stored["date"])
    if date is None:
        raise ValueError("what was said of a release lacks its date")
    at = stored["at"]
    return Said(date, stored["cancelled"], stored["by"], datetime.fromisoformat(at) if at else None)
