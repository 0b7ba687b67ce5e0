"""Bots as processes of their own, on one store, and every way in which such a process ends."""

import asyncio
import contextlib
import os
import random
import signal
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import psutil

from sandbox import Sandbox
from tests.crash.set_clock import FILE_NAMED_BY, MachineClock
from tests.processes import ROOT, Process, start

POSTS_PER_SECOND = 30
LOOK_SECONDS = 0.02


class Bots:
    """Bot processes on one store, against one sandbox; everything that they log goes into one file."""

    def __init__(self, sandbox: Sandbox, folder: Path, chance: random.Random) -> None:
        self.database = folder / "yokoku.db"
        self.url = f"sqlite+aiosqlite:///{self.database}"
        self.log = folder / "log.txt"
        self._sandbox = sandbox
        self._folder = folder
        self._chance = chance
        self.machine_clock = MachineClock(folder / "clock")
        self.alive: list[Process] = []

    async def start(self) -> None:
        """Start what `python -m bot run` is, by `machine_clock`."""
        environment = os.environ | {
            "DISCORD_TOKEN": self._sandbox.token,
            "DISCORD_API_URL": self._sandbox.api_url,
            "ANILIST_URL": "",
            "CATALOGUE_URL": "",
            "CATALOGUE_SNAPSHOT": "false",
            "DATABASE_URL": self.url,
            "POSTS_PER_SECOND": str(POSTS_PER_SECOND),
            FILE_NAMED_BY: str(self.machine_clock.file),
            "PYTHONPATH": str(ROOT),
        }
        with self.log.open("ab") as errors:
            arguments = ["-m", "tests.crash.set_clock"]
            self.alive.append(await start(arguments, cwd=self._folder, environment=environment, stderr=errors))

    def kill_one(self) -> None:
        """End one as a crash or a power cut does, at this very instant."""
        self._signal(self._chance.choice(self.alive), signal.SIGKILL)

    async def reap(self) -> int:
        """Wait until one has ended, and forget it; its exit status."""
        ends = {asyncio.create_task(process.wait()): process for process in self.alive}
        done, others = await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        for waiting in others:
            waiting.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        ended = next(iter(done))
        self.alive.remove(ends[ended])
        return ended.result()

    async def end_one(self) -> int:
        """End one as an operator does; its exit status."""
        process = self._chance.choice(self.alive)
        self._signal(process, signal.SIGTERM)
        self.alive.remove(process)
        self._signal(process, signal.SIGCONT)  # throttled, it would never hear of it
        return await process.wait()

    async def freeze(self, *seconds: float) -> None:
        """Stop as many in their tracks, each for so long, as a machine that sleeps does.

        Each but the first is stopped while the one before it stands still.
        """
        begins, freezing = 0.0, []
        for process, length in zip(self._chance.sample(self.alive, len(seconds)), seconds, strict=True):
            freezing.append(self._freeze(process, begins, length))
            begins += self._chance.uniform(0, length)
        await asyncio.gather(*freezing)

    async def _freeze(self, process: Process, begins: float, length: float) -> None:
        await asyncio.sleep(begins)
        self._signal(process, signal.SIGSTOP)
        try:
            await asyncio.sleep(length)
        finally:
            self._signal(process, signal.SIGCONT)

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Have all of them stand still, as for a snapshot of their machine."""
        for process in self.alive:
            self._signal(process, signal.SIGSTOP)
        try:
            yield
        finally:
            for process in self.alive:
                self._signal(process, signal.SIGCONT)

    @contextlib.asynccontextmanager
    async def throttled(self, share: float) -> AsyncIterator[None]:
        """Stop each of them while it has used more than such a share of a processor, as a container's quota does.

        A share of 1 is as much as they want.
        """
        if share >= 1:
            yield
            return
        throttling = asyncio.create_task(self._throttle(share))
        try:
            yield
        finally:
            throttling.cancel()
            await asyncio.gather(throttling, return_exceptions=True)
            for process in self.alive:
                self._signal(process, signal.SIGCONT)

    async def _throttle(self, share: float) -> None:
        now = asyncio.get_running_loop().time
        seen: dict[int, tuple[float, float]] = {}
        while True:
            for process in self.alive:
                with contextlib.suppress(psutil.NoSuchProcess):
                    times = psutil.Process(process.pid).cpu_times()
                    used = times.user + times.system
                    began_at, used_then = seen.setdefault(process.pid, (now(), used))
                    is_over = used - used_then > share * (now() - began_at)
                    self._signal(process, signal.SIGSTOP if is_over else signal.SIGCONT)
            await asyncio.sleep(LOOK_SECONDS)

    async def clear(self) -> None:
        """Leave none behind."""
        for process in self.alive:
            self._signal(process, signal.SIGKILL)
        while self.alive:
            await self.reap()

    @staticmethod
    def _signal(process: Process, number: signal.Signals) -> None:
        if process.returncode is None:
            process.send_signal(number)
