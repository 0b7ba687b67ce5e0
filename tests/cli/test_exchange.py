"""`yokoku catalogue import` and `export`, as processes."""

import json
import os
import re
import sqlite3
import stat
from asyncio.subprocess import PIPE
from pathlib import Path

import pytest

from tests.cli.command_line import ended
from tests.database.stores import count, made, one
from tests.processes import ROOT, start

EXCERPT = Path(__file__).parents[1] / "data" / "bangumi-excerpt.json"


async def catalogue(folder: Path, *arguments: str, **environment: str) -> tuple[int | None, str]:
    return await ended(folder, "catalogue", *arguments, **environment)


def store_in(folder: Path) -> Path:
    return folder / "data" / "yokoku.db"


async def test_a_first_import_makes_the_store_as_the_bot_would(tmp_path: Path) -> None:
    status, output = await catalogue(tmp_path, "import", str(EXCERPT))

    assert (status, output) == (0, "36 series added, 1 changed, 0 unchanged.\n")
    assert count(store_in(tmp_path), "series") == 37  # Metallic Rouge is the starter's
    assert one(store_in(tmp_path), "starter_loaded_at") is not None

    status, output = await catalogue(tmp_path, "import", str(EXCERPT))
    assert (status, output) == (0, "0 series added, 0 changed, 37 unchanged.\n")


async def test_what_cant_be_read_is_named_and_loses_nothing_else(tmp_path: Path) -> None:
    whole = json.loads(EXCERPT.read_text("utf-8"))
    for number, item in enumerate(whole["items"][:30]):
        item["type"] = number
    file = tmp_path / "some.json"
    file.write_text(json.dumps(whole))

    status, output = await catalogue(tmp_path, "import", str(file))

    first, *problems, last = output.splitlines()
    assert status == 1
    assert first == "7 series added, 0 changed, 0 unchanged. 30 left out:"
    assert problems[0] == "  Item 1 (鉄腕アトム): type is no text."
    assert (len(problems), last) == (20, "  and 10 more")


async def test_an_export_into_another_store_is_the_same_again(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    await catalogue(here, "import", str(EXCERPT))

    status, output = await catalogue(here, "export", "catalogue.json")
    assert status == 0
    assert re.fullmatch(r"catalogue\.json holds the catalogue \(0\.\d MB\)\.\n", output)
    status, output = await catalogue(there, "import", "../here/catalogue.json")
    assert (status, re.sub(r"[\d,]+ rows", "N rows", output)) == (
        0,
        "N rows added, 0 changed, 0 unchanged.\n",
    )
    status, output = await catalogue(there, "export")

    assert status == 0
    assert output == (here / "catalogue.json").read_text("utf-8")


REFUSED = [
    (b"{}", "this is neither bangumi-data nor a catalogue exported by Yokoku"),
    (b"[]", "this is neither"),
    (b'{"items": [], "siteMeta": 5}', "This isn't bangumi-data as it is known here: siteMeta is no object"),
    (b'{"items": [], "siteMeta": {', "it was cut off"),
    (b'{"format": "yokoku-catalogue", "version": 2}', "this Yokoku reads version 1"),
    (b'{"format": "yokoku-catalogue", "version": 1}', "This catalogue lacks aliases"),
    (b"\xff\xfe", "it isn't UTF-8"),
    (b"[" * 50_000, "nested too deeply"),
]


@pytest.mark.parametrize(("content", "said"), REFUSED)
async def test_what_isnt_a_catalogue_is_one_line_and_changes_nothing(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "a.json").write_bytes(content)

    status, output = await catalogue(tmp_path, "import", "a.json")

    assert status == 2
    assert said in output
    assert output.count("\n") == 1
    assert not store_in(tmp_path).exists()


async def test_what_is_no_file_is_one_line(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, said in ((".", "it is a folder"), ("pipe", "it isn't a regular file"), ("gone", "there is no such file")):
        status, output = await catalogue(tmp_path, "import", name)

        assert (status, output.count("\n")) == (2, 1)
        assert said in output


async def test_a_locked_store_is_one_line(tmp_path: Path) -> None:
    path = made(store_in(tmp_path))
    locking = sqlite3.connect(path, isolation_level=None)
    locking.execute("BEGIN IMMEDIATE")

    status, output = await catalogue(tmp_path, "import", str(EXCERPT))
    locking.close()

    assert status == 2
    assert "is locked by another program" in output
    assert output.count("\n") == 1
    assert count(path, "series") == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full to write to")
async def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    await catalogue(tmp_path, "import", str(EXCERPT))

    full = os.open("/dev/full", os.O_WRONLY)
    try:
        status, said = await into(tmp_path, full)
    finally:
        os.close(full)

    assert (status, said) == (2, "The catalogue can't be written: No space left on device.\n")


async def test_a_reader_who_has_gone_is_one_line(tmp_path: Path) -> None:
    await catalogue(tmp_path, "import", str(EXCERPT))
    reading, writing = os.pipe()
    os.close(reading)
    try:
        status, said = await into(tmp_path, writing)
    finally:
        os.close(writing)

    assert (status, said) == (2, "The catalogue can't be written: Broken pipe.\n")


async def into(folder: Path, stdout: int) -> tuple[int | None, str]:
    """How an export into a file that is open already ends, and what it complains of."""
    process = await start(
        ["-m", "bot", "catalogue", "export"],
        cwd=folder,
        environment={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=stdout,
        stderr=PIPE,
    )
    _, said = await process.communicate()
    return process.returncode, said.decode()


async def test_nothing_but_a_file_is_written_over(tmp_path: Path) -> None:
    await catalogue(tmp_path, "import", str(EXCERPT))
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("real.json")
    (tmp_path / "real.json").touch()

    for name in ("folder", "pipe"):
        assert await catalogue(tmp_path, "export", name) == (
            2,
            f"{name}: it isn't a regular file. Use - for standard output.\n",
        )
    status, output = await catalogue(tmp_path, "export", "nowhere/a.json")
    assert (status, output) == (2, "nowhere/a.json can't be written: No such file or directory.\n")
    assert (await catalogue(tmp_path, "export", "link"))[0] == 0
    assert (tmp_path / "link").is_symlink()
    assert json.loads((tmp_path / "real.json").read_text("utf-8"))["version"] == 1


async def test_an_export_takes_the_place_of_a_file_whole_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("older")

    status, output = await catalogue(tmp_path, "export", "a.json")
    assert status == 2
    assert output == "There is no database data/yokoku.db yet. Start the bot once, or check DATABASE_URL.\n"
    assert (tmp_path / "a.json").read_text() == "older"
    assert [file.name for file in tmp_path.iterdir()] == ["a.json"]

    await catalogue(tmp_path, "import", str(EXCERPT))
    await catalogue(tmp_path, "export", "a.json")
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["format"] == "yokoku-catalogue"
    assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == 0o600
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.json", "data"]
