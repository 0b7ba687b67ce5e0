"""The conventions that come with Yokoku: read from their file, and taken into the store where that is another.

`conventions.json` has them as people looked them up; `verified_on` is null where none of us did.

    {"convention": "Anime Expo", "aliases": ["AX"], "city": …, "country": …, "zone": …, "venue": …, "site": …,
     "editions": [
      {"name": "Anime Expo 2027", "days": "2027-07-02/2027-07-05", "source": …, "verified_on": null}]}

Days are local and inclusive; "2027-04" is known by its month. An edition may have another city, venue or site than the
convention usually has, and a day `public_until`.
"""

import hashlib
import json
import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from importlib import resources
from typing import Any

from bot.conventions.model import Edition, EditionOrigin, EditionStatus, edition_slugs
from bot.conventions.store import editions
from bot.database.engine import Connection, Database
from bot.database.tables import conventions_fingerprint, set_conventions_fingerprint
from bot.dates.airdate import Precision
from bot.folding import fold
from bot.ui.text import count

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ShippedConventions:
    """What the file holds; the fingerprint tells it from others."""

    fingerprint: str
    editions: tuple[Edition, ...]


async def take_in(database: Database) -> int:
    """Take the file into a store that had another last, and give how many editions are new or changed.

    What people said of an edition stays as it is, and nothing is told of what changes.
    """
    text = resources.files("bot.conventions").joinpath("conventions.json").read_text("utf-8")
    fingerprint = fingerprint_of(text)
    async with database.read() as db:
        if await conventions_fingerprint(db) == fingerprint:
            return 0
    async with database.write() as db:
        if await conventions_fingerprint(db) == fingerprint:  # another process was quicker
            return 0
        changed = await store_shipped(db, read(text))
        await set_conventions_fingerprint(db, fingerprint)
    _log.info("The conventions that come with Yokoku are taken in: %s new or changed", count(changed, "edition"))
    return changed


def fingerprint_of(text: str) -> str:
    """Give what tells a file from others."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


async def store_shipped(db: Connection, shipped: Iterable[Edition]) -> int:
    """Store the editions of a file, but what people have changed; give how many are new or became others.

    One that the store has under another slug, as the same convention's of that day, is the same.
    """
    known = {one.slug: one for one in await editions.all_editions(db)}
    by_day = {(fold(one.convention), one.first_day): one for one in known.values()}
    new, changed = list[Edition](), 0
    for one in shipped:
        before = known.get(one.slug) or by_day.get((fold(one.convention), one.first_day))
        if before is None:
            new.append(one)
        elif before.origin is EditionOrigin.FILE and (after := replace(one, id=before.id, slug=before.slug)) != before:
            await editions.save_edition(db, after)
            changed += 1
    await editions.add_shared_editions(db, new)
    return len(new) + changed


def read(text: str) -> tuple[Edition, ...]:
    """Read the editions of a file. Raises `KeyError`, `TypeError` or `ValueError` for what is none."""
    found = tuple(one for entry in json.loads(text)["conventions"] for one in _editions_of(entry))
    slugs = [one.slug for one in found]
    if len(set(slugs)) < len(slugs):
        raise ValueError("two editions have one name")
    return found


def _editions_of(convention: Mapping[str, Any]) -> Iterator[Edition]:
    for entry in convention["editions"]:
        first, last, precision = _days(entry["days"])
        of = {name: entry.get(name, convention[name]) for name in ("city", "country", "zone", "venue", "site")}
        yield Edition(
            id=0,
            slug=next(edition_slugs(entry["name"])),
            convention=convention["convention"],
            name=entry["name"],
            first_day=first,
            last_day=last,
            precision=precision,
            last_public_day=_day(entry.get("public_until")),
            status=EditionStatus(entry.get("status", EditionStatus.ANNOUNCED)),
            cancelled=entry.get("cancelled", False),
            aliases=tuple(convention["aliases"]),
            source=entry["source"],
            verified_on=_day(entry["verified_on"]),
            **of,
        )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _days(text: str) -> tuple[date, date, Precision]:
    """Read "2027-07-02/2027-07-05", a single day, or "2027-04" and "2027", of which no day is known."""
    first, _, last = text.partition("/")
    match first.count("-"):
        case 2:
            return date.fromisoformat(first), date.fromisoformat(last or first), Precision.DAY
        case 1:
            begins = date.fromisoformat(f"{first}-01")
            return begins, (begins + timedelta(days=31)).replace(day=1) - timedelta(days=1), Precision.MONTH
        case _:
            return date(int(first), 1, 1), date(int(first), 12, 31), Precision.YEAR
