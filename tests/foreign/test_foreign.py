"""The bot that can run in this environment, and how the table tells of the others."""

import io
import sys
from pathlib import Path

import pytest
from rich.console import Console

from tests.foreign.__main__ import main, report
from tests.foreign.capabilities import CAPABILITIES
from tests.foreign.libraries import LIBRARIES, EnvironmentMissing, LibraryEnvironment, install
from tests.foreign.rounds import Outcome, play

LIBRARY = {library.name: library for library in LIBRARIES}
BOTS = Path(__file__).parent / "bots"
SLOW = "obeys rate limits"  # it waits for a window of five real seconds


async def test_a_bot_on_hikari_can_do_all(tmp_path: Path) -> None:
    hikari = LIBRARY["hikari"]
    here = LibraryEnvironment([sys.executable, str(BOTS / hikari.bot)], {})
    outcome = await play(hikari, here, tmp_path, leave_out=[SLOW])
    assert outcome.found == dict.fromkeys(set(CAPABILITIES) - {SLOW}), outcome.log


async def test_a_bot_that_ends_can_do_nothing(tmp_path: Path) -> None:
    outcome = await play(LIBRARY["disnake"], LibraryEnvironment([sys.executable, "-c", "print('bye')"], {}), tmp_path)
    assert set(outcome.found.values()) == {"the bot ended"}
    assert outcome.log == "bye\n"


@pytest.mark.parametrize(
    ("found", "not_run", "status", "shown"),
    [
        ({"logs in": None}, "", 0, "✓"),
        ({"logs in": "nothing came"}, "", 1, "nextcord, logs in: nothing came"),
        ({}, "node isn't installed", 0, "nextcord was not run: node isn't installed"),
    ],
)
def test_the_table_and_the_exit_status(found: dict[str, str | None], not_run: str, status: int, shown: str) -> None:
    said = io.StringIO()
    console = Console(file=said, width=100)
    assert report([Outcome(LIBRARY["nextcord"], found, not_run)], console) == status
    assert shown in said.getvalue()
    assert "–" in said.getvalue()


async def test_without_node_a_row_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EnvironmentMissing, match="node isn't installed"):
        await install(LIBRARY["discord.js"], tmp_path)


def test_an_unknown_library_is_no_library(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["eris"])
    assert "unknown: eris" in capsys.readouterr().err


def test_each_pins_the_library_itself() -> None:
    for library in LIBRARIES:
        name = library.name.replace(".py", "-py")
        assert f"{name}==" in library.locks[0].read_text() or f'"{name}": "' in library.locks[0].read_text()
