"""`yokoku catalogue …` as operators and scripts meet it: processes, lines, exit statuses."""

import asyncio
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.catalogue.model import Series, Titles
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue
from bot.dates.airdate import AirDate
from tests.cli.command_line import ended, yokoku
from tests.database.stores import make_old, open_new
from tests.patience import PATIENCE

AT = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
ROUGE = Series(
    0, "rouge", Titles("Metallic Rouge", None, "メタリックルージュ"), anilist_id=162985, myanimelist_id=54794, year=2024
)
SPIES = Series(0, "spies", Titles("Spy × \x1b[31mFamily"), anilist_id=140960)


@pytest.fixture
async def store(tmp_path: Path) -> Path:
    """A folder with a store in it, in which two series are."""
    path = tmp_path / "data" / "yokoku.db"
    database = await open_new(path, lambda: AT)
    async with database.write() as db:
        saved = await catalogue.save_series(db, ROUGE)
        await catalogue.add_releases(db, [Release(0, saved.id, ReleaseKind.PREMIERE, AirDate.instant(AT), number=1)])
        await catalogue.save_series(db, SPIES)
    await database.close()
    return tmp_path


async def asked(folder: Path, given: bytes, *options: str) -> tuple[int | None, bytes, bytes]:
    """What `catalogue search --stdin` answers to bytes, and how it ends."""
    async with yokoku(folder, "catalogue", "search", "--stdin", *options) as process, asyncio.timeout(PATIENCE):
        out, err = await process.communicate(given)
        return process.returncode, out, err


async def test_a_search_prints_a_line_of_json(store: Path) -> None:
    status, output = await ended(store, "catalogue", "search", "--json", "metalic", "roueg")

    answer = json.loads(output)
    assert status == 0
    assert answer["query"] == "metalic roueg"
    assert 0 < answer["took_ms"] < PATIENCE * 1000
    assert set(answer) == {"query", "took_ms", "results"}
    (result,) = answer["results"]
    assert 0 < result.pop("score") < 1
    assert result == {"slug": "rouge", "title": "Metallic Rouge", "ids": {"anilist": 162985, "mal": 54794}}


async def test_a_search_for_people_is_a_table_without_signs_that_act(store: Path) -> None:
    status, output = await ended(store, "catalogue", "search", "spy")

    assert status == 0
    assert "spies  Spy × [31mFamily (?, tv)" in output
    assert "\x1b" not in output


async def test_each_line_has_its_answer_whatever_is_in_it(store: Path) -> None:
    lines = [
        b"rouge",
        b"",
        "メタリック".encode(),
        b"\xff\xfe",
        b"a\0b",
        b"x" * 6000,
        b'"NEAR( * %',
        b"rouge\r",
        b"last",
    ]

    status, out, err = await asked(store, b"\n".join(lines), "--json", "--limit", "1")

    answers = [json.loads(line) for line in out.splitlines()]
    assert (status, err) == (0, b"")
    assert len(answers) == len(lines)
    assert [[result["slug"] for result in answer["results"]] for answer in answers][:3] == [["rouge"], [], ["rouge"]]
    assert answers[1]["query"] == ""
    assert answers[2]["query"] == "メタリック"
    assert "メタリック".encode() in out
    assert answers[5]["query"] == "x" * 6000
    assert answers[7] == answers[0] | {"took_ms": answers[7]["took_ms"]}


async def test_a_line_is_answered_before_the_next_is_written(store: Path) -> None:
    async with yokoku(store, "catalogue", "search", "--stdin", "--json") as process, asyncio.timeout(PATIENCE):
        assert process.stdin is not None
        assert process.stdout is not None
        for typed in ("rouge", "spy"):
            process.stdin.write(f"{typed}\n".encode())
            await process.stdin.drain()
            assert json.loads(await process.stdout.readline())["query"] == typed


async def test_whoever_reads_may_stop(store: Path) -> None:
    command = f"yes rouge | {sys.executable} -m bot catalogue search --stdin --json | head -1"
    process = await asyncio.create_subprocess_shell(
        command,
        cwd=store,
        env={"PYTHONPATH": str(Path(__file__).parents[2]), "PATH": "/usr/bin:/bin"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(PATIENCE):
        out, err = await process.communicate()

    assert json.loads(out)["query"] == "rouge"
    assert b"Traceback" not in err
    assert b"BrokenPipe" not in err


@pytest.mark.parametrize("arguments", [["search", "x"], ["search", "--stdin"], ["show", "x"]])
async def test_without_a_store_it_says_how_to_get_one_and_makes_none(tmp_path: Path, arguments: list[str]) -> None:
    status, output = await ended(tmp_path, "catalogue", *arguments)

    assert status == 2
    assert len(output.splitlines()) == 1
    assert "Start the bot once" in output
    assert list(tmp_path.iterdir()) == []


async def test_an_older_store_is_left_as_it_is(tmp_path: Path) -> None:
    make_old(tmp_path / "data" / "yokoku.db")
    before = (tmp_path / "data" / "yokoku.db").read_bytes()

    status, output = await ended(tmp_path, "catalogue", "search", "x")

    assert status == 2
    assert "start the bot to upgrade it" in output
    assert (tmp_path / "data" / "yokoku.db").read_bytes() == before


@pytest.mark.parametrize("arguments", [[], ["--stdin", "x"], ["--limit", "0", "x"]])
async def test_a_search_for_nothing_is_refused(store: Path, arguments: list[str]) -> None:
    status, output = await ended(store, "catalogue", "search", *arguments)

    assert status == 2
    assert "Traceback" not in output


async def test_a_series_is_shown_whole_with_its_releases(store: Path) -> None:
    status, output = await ended(store, "catalogue", "show", "rouge", "--json")

    shown = json.loads(output)
    assert status == 0
    assert shown["titles"]["native"] == "メタリックルージュ"
    assert shown["year"] == 2024
    (release,) = shown["releases"]
    assert release["kind"] == "premiere"
    assert release["date"]["earliest"] == "2024-01-10T16:25:00+00:00"


async def test_a_series_is_shown_to_people(store: Path) -> None:
    status, output = await ended(store, "catalogue", "show", "rouge")

    assert status == 0
    assert "myanimelist_id: 54794" in output
    assert "2024-01-10" in output


async def test_a_slug_of_no_series_is_one_line_and_status_1(store: Path) -> None:
    status, output = await ended(store, "catalogue", "show", "nothing")

    assert status == 1
    assert "No series has the slug 'nothing'" in output


async def test_looking_something_up_loads_no_discord(store: Path) -> None:
    script = "import sys; import bot.cli; sys.exit('discord' in sys.modules)"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", script, cwd=Path(__file__).parents[2], stderr=asyncio.subprocess.PIPE
    )

    assert await process.wait() == 0
