"""One library's bot in a sandbox of its own, put to every capability."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from sandbox import Sandbox
from sandbox.rules.permissions import MEMBER_OVERWRITE, NONE, Permissions
from sandbox.world import changes
from tests.foreign.capabilities import CAPABILITIES, POSTS, Scene
from tests.foreign.libraries import Library, LibraryEnvironment

SECONDS = 60.0
"""How long a capability may take, in real time; each of them is a matter of a second or of a rate limit's window."""
ANSWERED_WITHIN = timedelta(seconds=SECONDS)
"""How long a bot has for its first answer: it says nothing of a library how slow the machine is."""
STOPPED_WITHIN = 10.0


@dataclass
class Outcome:
    """What became of a library's bot: for each capability None where it works, else why it doesn't."""

    library: Library
    found: dict[str, str | None] = field(default_factory=dict)
    not_run: str = ""
    log: str = ""

    @property
    def is_good(self) -> bool:
        """Whether all works that should; a library that couldn't be had here says nothing against anyone."""
        return not any(self.found.values())

    def sign(self, capability: str) -> str:
        """What the table shows for a capability."""
        if capability not in self.found:
            return "–"
        return "✗" if self.found[capability] else "✓"


async def play(
    library: Library, environment: LibraryEnvironment, folder: Path, *, leave_out: Iterable[str] = ()
) -> Outcome:
    """Run a library's bot and put it to every capability that it should have, but those of `leave_out`."""
    outcome, log = Outcome(library), folder / f"{library.name}.log"
    asked = {name: check for name, check in CAPABILITIES.items() if name not in library.lacks | set(leave_out)}
    async with _running(environment, log) as (scene, process):
        for name, check in asked.items():
            outcome.found[name] = await _why_not(check(scene), process)
    outcome.log = log.read_text(errors="replace")
    return outcome


async def _why_not(checked: object, process: asyncio.subprocess.Process) -> str | None:
    """Give None where a check passes, else what went wrong; a bot that has ended isn't waited for."""
    assert asyncio.iscoroutine(checked)
    check, ended = asyncio.ensure_future(checked), asyncio.ensure_future(process.wait())
    try:
        await asyncio.wait({check, ended}, timeout=SECONDS, return_when=asyncio.FIRST_COMPLETED)
        if not check.done():
            return "the bot ended" if ended.done() else f"nothing came within {SECONDS:.0f} s"
        error = check.exception()
        return None if error is None else f"{type(error).__name__}: {error}"
    finally:
        check.cancel()
        ended.cancel()
        await asyncio.gather(check, ended, return_exceptions=True)


@asynccontextmanager
async def _running(
    environment: LibraryEnvironment, log: Path
) -> AsyncIterator[tuple[Scene, asyncio.subprocess.Process]]:
    sandbox = await Sandbox.start(deadline=ANSWERED_WITHIN)
    bot_id, posts = sandbox.application_id, sandbox.channels[POSTS]
    granted = Permissions.PIN_MESSAGES | Permissions.CREATE_PUBLIC_THREADS
    changes.set_overwrite(sandbox.world, posts, bot_id, kind=MEMBER_OVERWRITE, allow=granted, deny=NONE)
    told = {
        "SANDBOX_API_URL": sandbox.api_url,
        "SANDBOX_TOKEN": sandbox.token,
        "SANDBOX_POSTS": str(posts),
    }
    with log.open("wb") as said:
        process = await asyncio.create_subprocess_exec(
            *environment.command, env={**os.environ, **environment.variables, **told}, stdout=said, stderr=said
        )
        try:
            async with sandbox.person("member") as member, sandbox.person("moderator") as moderator:
                yield Scene(sandbox, member, moderator), process
        finally:
            await _stop(process)
            await sandbox.close()


async def _stop(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), STOPPED_WITHIN)
    except TimeoutError:
        process.kill()
        await process.wait()
