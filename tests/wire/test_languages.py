"""Dates in other languages, in a process that has just begun: what reads them isn't loaded yet."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sandbox import Sandbox
from sandbox.client.replies import Reply
from sandbox.client.user import SandboxUser
from tests.cli.command_line import interrupted, said, yokoku
from tests.patience import PATIENCE
from tests.processes import ROOT, Process

GATE = """
import pathlib, sys, time
here = pathlib.Path(__file__).parent
class Gate:
    def find_spec(self, name, path=None, target=None):
        if name == "dateparser":
            (here / "loading").touch()
            while not (here / "open").exists():
                time.sleep(0.01)
sys.meta_path.insert(0, Gate())
"""
"""As on a machine where loading takes long: it takes until the file `open` is there."""
ASKED = {"series": "metallic-rouge", "when": "übermorgen 18 Uhr"}


@asynccontextmanager
async def just_started(folder: Path) -> AsyncIterator[tuple[Process, SandboxUser]]:
    """A bot in a process of its own that is ready and has loaded no languages, and a moderator."""
    (folder / "sitecustomize.py").write_text(GATE)
    sandbox = await Sandbox.start()
    sandbox.clock.pause()  # however slow the machine is, nobody's three seconds pass
    settings = {
        "DISCORD_TOKEN": sandbox.token,
        "DISCORD_API_URL": sandbox.api_url,
        "PYTHONPATH": f"{folder}:{ROOT}",
    }
    try:
        async with yokoku(folder, "run", **settings) as process:
            await said(process, "Ready as")
            async with sandbox.person("moderator") as moderator:
                yield process, moderator
    finally:
        await sandbox.close()


async def until_loading(folder: Path) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            if (folder / "loading").exists():
                return
            await asyncio.sleep(0.02)


async def test_who_asks_while_the_languages_are_loaded_waits_for_them(tmp_path: Path) -> None:
    async with just_started(tmp_path) as (_, moderator):
        waiting = await moderator.slash("catalogue date", ASKED, settle=False)
        assert not waiting.content  # Discord is told that an answer comes
        unreadable = await moderator.slash("season", {"which": "@everyone"}, settle=False)
        assert unreadable.deferred

        meanwhile = await moderator.slash("series", series="metallic-rouge")
        assert meanwhile.heading == "Metallic Rouge"

        asked = asyncio.create_task(moderator.slash("catalogue date", ASKED))
        (tmp_path / "open").touch()
        preview = await asked

        assert ": right?" in preview.content
        await is_refused_for_oneself_alone(unreadable)


async def is_refused_for_oneself_alone(waiting: Reply) -> None:
    """See that what can't be read is told who typed it, and nobody else."""
    async with asyncio.timeout(PATIENCE):
        while True:
            if (await waiting.refresh()).followups:
                break
            await asyncio.sleep(0.05)
    [refusal] = waiting.followups
    assert refusal.content.startswith("I couldn't read")
    assert refusal.ephemeral


async def test_they_are_loaded_by_themselves_and_a_stop_waits_for_nothing(tmp_path: Path) -> None:
    async with just_started(tmp_path) as (process, _):
        await until_loading(tmp_path)

        status, rest = await interrupted(process, signal.SIGTERM)

    assert status == 0
    assert "Stopped" in rest
    assert "Traceback" not in rest
