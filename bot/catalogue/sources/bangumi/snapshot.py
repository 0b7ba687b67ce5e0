"""The snapshot of bangumi-data that Yokoku brings along: made of the file that is published, and read at a first start.

`snapshot.xz` is a line of what the file is as a whole, and a line for each item: so that reading it holds nobody up for
longer than one of them takes. It has of the file what `items` and `fields` read, and nothing else. The same file and
date make the same bytes.

    python -m bot.catalogue.sources.bangumi.snapshot data.json [2026-05-15]
"""

import json
import lzma
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Final

from bot.catalogue.sources.bangumi.items import CATALOGUES, Reading, is_bangumi, read
from bot.catalogue.sources.bangumi.rules import newest_of
from bot.errors import CatalogueError

SNAPSHOT: Final = Path(__file__).with_name("snapshot.xz")
"""The one that comes with this version."""
_FORMAT, _VERSION = "bangumi-data snapshot", 1
_MOST_BYTES = 64 << 20
"""bangumi-data has 7 MB; a file that unpacks to more than nine times that isn't it."""
_ITEM = ("title", "titleTranslate", "type", "lang", "officialSite", "begin", "end", "broadcast")
_SITE = ("site", "id", "url", "begin", "broadcast")
_FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "lc": 4, "pb": 0}]
"""Of text, which is of bytes: what one comes after counts for more than where it stands."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A snapshot, unpacked: how new its file is, what that says as a whole, and its items as they stand in lines."""

    as_of: datetime
    meta: Any
    lines: tuple[bytes, ...]

    def reading(self) -> Reading:
        """Read what it says. Raises `CatalogueError` where that isn't what it should be."""
        try:
            items = [json.loads(line) for line in self.lines]
        except (ValueError, RecursionError):
            raise CatalogueError(SNAPSHOT_DAMAGED) from None
        said = read({"siteMeta": self.meta, "items": items}, newest=self.as_of)
        if not said.statements:
            raise CatalogueError(SNAPSHOT_DAMAGED)
        return said


SNAPSHOT_DAMAGED = (
    "The catalogue snapshot that comes with Yokoku is damaged. Install Yokoku again, or set CATALOGUE_SNAPSHOT=false."
)
SNAPSHOT_OF_ANOTHER_VERSION = (
    "The catalogue snapshot that comes with Yokoku is of another version. Install Yokoku again, or set "
    "CATALOGUE_SNAPSHOT=false."
)


def date_of(file: Path) -> datetime:
    """Read how new a snapshot is, and no more of it. Raises `CatalogueError`."""
    try:
        with lzma.open(file) as opened:
            return _as_of(_header(opened.readline(1 << 20)))
    except (OSError, lzma.LZMAError, EOFError):
        raise CatalogueError(SNAPSHOT_DAMAGED) from None


def unpack(file: Path) -> Snapshot:
    """Unpack a snapshot whole. Raises `CatalogueError` for one that is damaged, or of another version."""
    try:
        with lzma.open(file) as opened:
            first, *lines = opened.read(_MOST_BYTES).splitlines() or [b""]
            is_whole = not opened.read(1)
    except (OSError, lzma.LZMAError, EOFError):
        raise CatalogueError(SNAPSHOT_DAMAGED) from None
    header = _header(first)
    if not is_whole or len(lines) != header.get("items"):
        raise CatalogueError(SNAPSHOT_DAMAGED)
    return Snapshot(_as_of(header), header.get("siteMeta"), tuple(lines))


def _header(line: bytes) -> dict[str, Any]:
    try:
        header = json.loads(line)
    except (ValueError, RecursionError):
        header = None
    if not isinstance(header, dict) or header.get("format") != _FORMAT:
        raise CatalogueError(SNAPSHOT_DAMAGED)
    if header.get("version") != _VERSION:
        raise CatalogueError(SNAPSHOT_OF_ANOTHER_VERSION)
    return header


def _as_of(header: dict[str, Any]) -> datetime:
    try:
        return datetime.combine(date.fromisoformat(header["date"]), time(tzinfo=UTC))
    except (KeyError, TypeError, ValueError):
        raise CatalogueError(SNAPSHOT_DAMAGED) from None


# --- made -------------------------------------------------------------------------------------------------------------


def pack(whole: Any, day: date | None = None) -> bytes:  # noqa: ANN401 - a file's content
    """Make a snapshot of what bangumi-data's file holds, which was published on a day; else as new as its entries.

    Raises `CatalogueError` for another file.
    """
    if not is_bangumi(whole) or not read(whole).statements:
        raise CatalogueError("This isn't bangumi-data, or there are no series in it.")
    newest = newest_of(item.get("begin") for item in whole["items"])
    day = day or (newest.date() if newest else None)
    if day is None:
        raise CatalogueError("Nothing in this file tells how new it is. Name the day on which it was published.")
    services = {key for key, site in whole["siteMeta"].items() if site.get("type") == "onair"}
    items = [_kept(item, services | CATALOGUES) for item in whole["items"]]
    header = {
        "format": _FORMAT,
        "version": _VERSION,
        "date": day.isoformat(),
        "items": len(items),
        "siteMeta": whole["siteMeta"],
    }
    text = "".join(f"{_written(each)}\n" for each in (header, *items))
    return lzma.compress(text.encode(), format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC64, filters=_FILTERS)


def _kept(item: dict[str, Any], sites: Iterable[str]) -> dict[str, Any]:
    """Give what is read of an item: no remarks, and no pages at sites of which nothing is."""
    there = [each for each in item["sites"] if each["site"] in sites]
    return _filled(item, _ITEM) | {"sites": [_filled(each, _SITE) | _regions(each) for each in there]}


def _filled(fields: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: fields[name] for name in names if fields.get(name)}


def _regions(site: dict[str, Any]) -> dict[str, Any]:
    return {"regions": site["regions"]} if "regions" in site else {}  # none of its own is another thing than none


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    _, file, *days = sys.argv
    packed = pack(json.loads(Path(file).read_text("utf-8")), *(date.fromisoformat(day) for day in days if day))
    print(f"{SNAPSHOT} has {SNAPSHOT.write_bytes(packed):,} bytes.")
