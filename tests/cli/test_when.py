"""`yokoku when` and `yokoku --version`, as operators and scripts meet them."""

import json
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.cli.command_line import ended

AT = ("--at", "2024-01-03T16:20Z")


async def test_it_prints_what_the_commands_read_as_a_line_of_json(tmp_path: Path) -> None:
    status, output = await ended(tmp_path, "when", "tonight 9:30", *AT, "--json")

    assert status == 0
    instant = "2024-01-04T12:30:00Z"
    reading = {"precision": "instant", "earliest": instant, "latest": instant, "zone": "Asia/Tokyo"}
    assert json.loads(output) == {
        "text": "tonight 9:30",
        "readings": [{**reading, "shown": "Thu 4 Jan 2024, 21:30 JST"}],
        "refused": None,
    }


async def test_the_end_of_a_span_is_the_first_instant_after_it_and_what_is_to_be_announced_has_none(
    tmp_path: Path,
) -> None:
    _, month = await ended(tmp_path, "when", "January 2024", "--zone", "UTC", *AT, "--json")
    _, undated = await ended(tmp_path, "when", "TBA", *AT, "--json")

    (span,) = json.loads(month)["readings"]
    assert (span["precision"], span["zone"]) == ("month", "UTC")
    assert (span["earliest"], span["latest"]) == ("2024-01-01T00:00:00Z", "2024-02-01T00:00:00Z")
    (tba,) = json.loads(undated)["readings"]
    assert (tba["precision"], tba["earliest"], tba["latest"]) == ("tba", None, None)


async def test_a_new_process_reads_other_languages_too(tmp_path: Path) -> None:
    status, output = await ended(tmp_path, "when", "übermorgen", "18", "Uhr", *AT, "--json")

    assert status == 0
    assert [each["earliest"] for each in json.loads(output)["readings"]] == ["2024-01-06T09:00:00Z"]


async def test_several_meanings_are_lines_that_differ(tmp_path: Path) -> None:
    status, output = await ended(tmp_path, "when", "11/3/2024 1:30 AM ET", *AT)

    assert status == 0
    assert "occurs twice" in output
    assert len(set(output.splitlines()[1:])) == 3


async def test_what_is_no_date_has_its_reason_and_status_1(tmp_path: Path) -> None:
    status, output = await ended(tmp_path, "when", "an hour", *AT, "--json")

    assert status == 1
    answer = json.loads(output)
    assert answer["readings"] == []
    assert "an hour" in answer["refused"]
    assert "`in 2 hours`" in answer["refused"]


@pytest.mark.parametrize("wrong", [("--at", "noon"), ("--at", "9999-12-31T23:59-12:00"), ("--zone", "Mars"), ("--x",)])
async def test_a_wrong_option_has_status_2(tmp_path: Path, wrong: tuple[str, ...]) -> None:
    status, output = await ended(tmp_path, "when", "tomorrow", *wrong)

    assert status == 2
    assert wrong[0] in output
    assert "Traceback" not in output


async def test_the_version_needs_no_settings(tmp_path: Path) -> None:
    status, output = await ended(tmp_path, "--version", DATABASE_URL="nowhere")

    assert (status, output.strip()) == (0, version("yokoku"))
