"""All of bangumi-data's series as a catalogue: what searches are measured on."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from bot.catalogue import tables
from bot.catalogue.model import Format, Series, Service, Titles
from bot.catalogue.store.records import series_values, title_rows
from bot.catalogue.store.search import indexed_at_once
from bot.database.engine import Database
from bot.dates.airdate import AirDate

FILE = Path(__file__).parents[2] / "shared" / "data" / "bangumi-data.json"
FORMATS = {"tv": Format.TV, "movie": Format.FILM, "ova": Format.OVA, "web": Format.ONA}
TOKYO = timedelta(hours=9)


def read(file: Path = FILE) -> list[Series]:
    """Read every series of the file, with ids that count up from 1."""
    data = json.loads(file.read_text("utf-8"))
    return [_series(at, item, data["siteMeta"]) for at, item in enumerate(data["items"], 1)]


def _series(at: int, item: dict[str, Any], sites: dict[str, Any]) -> Series:
    translated: dict[str, list[str]] = item["titleTranslate"]
    english = translated.get("en", [])
    also = [name for names in translated.values() for name in names]
    ids = {site["site"]: site["id"] for site in item["sites"] if site.get("id")}
    began = datetime.fromisoformat(item["begin"]) if item["begin"] else None
    return Series(
        id=at,
        slug=f"bangumi-{at}",
        titles=Titles(next(iter(english), None), None, item["title"], tuple(dict.fromkeys(also))),
        format=FORMATS[item["type"]],
        anilist_id=int(ids["aniList"]) if "aniList" in ids else None,
        myanimelist_id=int(ids["mal"]) if "mal" in ids else None,
        bangumi_id=int(ids["bangumi"]) if "bangumi" in ids else None,
        anidb_id=int(ids["anidb"]) if "anidb" in ids else None,
        site=item["officialSite"] or None,
        services=tuple(_services(item, sites)),
        year=(began + TOKYO).year if began else None,
    )


def _services(item: dict[str, Any], sites: dict[str, Any]) -> Iterator[Service]:
    for site in item["sites"]:
        known = sites[site["site"]]
        if known["type"] == "onair" and site.get("id"):
            began = site.get("begin")
            since = AirDate.instant(datetime.fromisoformat(began)) if began else None
            yield Service(known["title"], known["urlTemplate"].replace("{{id}}", site["id"]), since)


async def fill(database: Database, known: list[Series]) -> None:
    """Put series into a store that has none, in one transaction."""
    async with database.write() as db, indexed_at_once(db):
        await db.execute(insert(tables.series), [{"id": series.id, **series_values(series, None)} for series in known])
        await db.execute(
            insert(tables.titles),
            [row for series in known for row in title_rows(series.id, series.titles.all)],
        )
