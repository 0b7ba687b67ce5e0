"""What happens to bots, their store and their machine's clock besides death."""

import asyncio
import contextlib
import sqlite3
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import PersonError, StoreError
from sandbox.world.threads import change_thread
from tests.crash.due_over_time import move_one
from tests.crash.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

LOCKED_SECONDS = (0.5, 5.0)
BACK, AHEAD, RIGHT = -300.0, 1_500.0, 0.0
"""How many seconds a machine's clock that is set wrong is ahead."""
ANYWHERE = ("stopped", "frozen", "store locked", "announcement moved")
"""What may come whatever else a round is made of."""


class Disturbances:
    """All of them, by name; `exits` counts how bots ended that were asked to."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._chance = stage.chance
        self.exits = Counter[int]()
        self.by_name: dict[str, Callable[[], Awaitable[None]]] = {
            "stopped": self._stop_and_start,
            "frozen": self._freeze,
            "two frozen": self._freeze_two,
            "store locked": self._lock,
            "announcement moved": self._move,
            "clock set": self._set_clock,
            "threads archived": self._archive,
        }

    async def _stop_and_start(self) -> None:
        self.exits[await self._stage.bots.end_one()] += 1
        await self._stage.bots.start()

    async def _freeze(self) -> None:
        await self._stage.bots.freeze(self._frozen_seconds())

    async def _freeze_two(self) -> None:
        await self._stage.bots.freeze(self._frozen_seconds(), self._frozen_seconds())

    def _frozen_seconds(self) -> float:
        return self._chance.uniform(*self._stage.setting.frozen_seconds)

    async def _lock(self) -> None:
        await _lock(self._stage.bots.database, self._chance.uniform(*LOCKED_SECONDS))

    async def _move(self) -> None:
        stage = self._stage
        with contextlib.suppress(PersonError, StoreError):  # it was posted already; somebody holds the lock
            await move_one(
                stage.store.database,
                stage.made,
                self._chance,
                by=stage.sandbox.owner_id,
                now=stage.sandbox.clock.now(),
            )

    async def _set_clock(self) -> None:
        clock = self._stage.bots.machine_clock
        clock.set(self._chance.choice([each for each in (BACK, AHEAD, RIGHT) if each != clock.ahead]))

    async def _archive(self) -> None:
        world = self._stage.sandbox.world
        for channel_id in self._stage.made.channels:
            if world.channels[channel_id].is_thread:
                change_thread(world, channel_id, archived=True)


async def _lock(path: Path, seconds: float) -> None:
    """Be another program that holds the database."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as other:
        for _ in range(200):
            with contextlib.suppress(sqlite3.OperationalError):
                other.execute("BEGIN IMMEDIATE")
                break
            await asyncio.sleep(0.01)
        await asyncio.sleep(seconds)
