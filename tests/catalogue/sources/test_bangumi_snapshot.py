"""The snapshot of bangumi-data: the same says it as the file does, and what is no good is known for that."""

import json
import lzma
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.catalogue.sources import bangumi
from bot.catalogue.sources.bangumi.snapshot import SNAPSHOT, date_of, pack, unpack
from bot.errors import CatalogueError
from tests.wire.bangumi_server import excerpt

DAY = date(2024, 2, 1)
AS_OF = datetime(2024, 2, 1, tzinfo=UTC)


def laid(folder: Path, content: bytes) -> Path:
    file = folder / "snapshot.xz"
    file.write_bytes(content)
    return file


def rewritten(change: Callable[[dict[str, Any]], object]) -> bytes:
    """A snapshot whose first line is another."""
    first, *lines = lzma.decompress(pack(excerpt(), DAY)).splitlines()
    header = json.loads(first)
    change(header)
    return lzma.compress(b"\n".join([json.dumps(header).encode(), *lines]))


def test_it_says_what_the_file_says_and_the_same_file_makes_the_same_bytes(tmp_path: Path) -> None:
    packed = pack(excerpt(), DAY)
    unpacked = unpack(laid(tmp_path, packed))

    assert unpacked.reading() == bangumi.read(excerpt(), newest=AS_OF)
    assert date_of(tmp_path / "snapshot.xz") == unpacked.as_of == AS_OF
    assert packed == pack(excerpt(), DAY)
    assert b"mikan" not in b"".join(unpacked.lines)


def test_without_a_day_it_is_as_new_as_its_entries(tmp_path: Path) -> None:
    began = max(item["begin"] for item in excerpt()["items"])

    assert f"{date_of(laid(tmp_path, pack(excerpt()))):%Y-%m}" == began[:7]
    with pytest.raises(CatalogueError, match="isn't bangumi-data"):
        pack({"anime": []})


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (lambda: b"", "damaged"),
        (lambda: b"PK\3\4 no snapshot at all", "damaged"),
        (lambda: pack(excerpt(), DAY)[:-400], "damaged"),
        (lambda: lzma.compress(b"[]\n"), "damaged"),
        (lambda: lzma.compress(b'{"siteMeta": {}, "items": []}'), "damaged"),
        (lambda: rewritten(lambda header: header.update(items=8483)), "damaged"),
        (lambda: rewritten(lambda header: header.update(date="lately")), "damaged"),
        (lambda: rewritten(lambda header: header.update(version=2)), "of another version"),
    ],
)
def test_what_is_no_snapshot_is_refused_with_what_to_do(
    tmp_path: Path, content: Callable[[], bytes], words: str
) -> None:
    file = laid(tmp_path, content())

    with pytest.raises(CatalogueError, match=f"{words}.*Install Yokoku again, or set CATALOGUE_SNAPSHOT=false"):
        unpack(file).reading()


def test_a_file_that_is_missing_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="damaged"):
        date_of(tmp_path / "snapshot.xz")


def test_the_one_that_comes_with_this_version_is_whole_and_has_its_licence_beside_it() -> None:
    unpacked = unpack(SNAPSHOT)

    assert len(unpacked.lines) > 8_000
    assert date_of(SNAPSHOT) == unpacked.as_of
    assert SNAPSHOT.stat().st_size < 1_000_000
    assert "CC BY 4.0" in SNAPSHOT.with_name("snapshot.LICENSE.md").read_text("utf-8")
