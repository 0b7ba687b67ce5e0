"""Files that somebody brings: what isn't JSON is refused with one line that says why."""

import os
from pathlib import Path

import pytest

from bot.cli import exchange
from bot.errors import CatalogueError


def why(file: Path) -> str:
    with pytest.raises(CatalogueError) as caught:
        exchange.read_json(file)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "it isn't JSON, in line 1"),
        (b'{"items": [\n{"a": 1},', "it was cut off, download it again"),
        (b"<!DOCTYPE html>", "it isn't JSON, in line 1"),
        (b'{"a": "\xff"}', "it isn't UTF-8 (byte 7)"),
        (b"[" * 100_000 + b"]" * 100_000, "nested too deeply"),
        (b'{"a": ' * 100_000 + b"1" + b"}" * 100_000, "nested too deeply"),
        (b"[NaN]", "NaN is no number in JSON"),
        (b"[-Infinity]", "-Infinity is no number in JSON"),
        (b"[" + b"9" * 10_000 + b"]", "it can't be read"),
    ],
)
def test_what_isnt_json_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(content)

    assert said in why(file)


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")

    assert "it is a folder" in why(tmp_path)
    assert "it isn't a regular file" in why(tmp_path / "pipe")  # and nobody waits for who would write into it
    assert "there is no such file" in why(tmp_path / "nothing.json")
    assert "lead in a circle" in why(tmp_path / "circle")
    assert "can't be read" in why(Path("\0"))


def test_a_file_that_is_too_large_isnt_even_read(tmp_path: Path) -> None:
    file = tmp_path / "large.json"
    with file.open("wb") as opened:
        opened.truncate(500_000_000)  # of which none lies on the disk

    assert "it has 500 MB, and at most 100 MB are read" in why(file)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "private.json"
    file.touch(0)

    assert "it can't be read; check" in why(file)


def test_a_mark_before_the_text_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "marked.json"
    file.write_bytes(b'\xef\xbb\xbf{"a": 1}')

    assert exchange.read_json(file) == {"a": 1}
