"""One round: posts come due while bots are killed and worse; in the end each has to stand in its channel once."""

import asyncio
import contextlib
import random
import signal
import sqlite3
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from sqlalchemy import select

from bot.clock import SYSTEM_CLOCK
from bot.database.engine import Database
from bot.delivery.tables import deliveries
from bot.errors import PersonError, StoreError
from sandbox import Sandbox
from sandbox.chaos import Chaos
from tests.crash.bots import Bots
from tests.crash.deaths import Deaths
from tests.crash.due_over_time import Due, due_instants, fill, move_one
from tests.crash.witness import Witness

if TYPE_CHECKING:
    from datetime import datetime

STEADY_SECONDS = 1.5
"""A bot lives up to this before its death is arranged; its first request is made after about one."""
GATEWAY_SECONDS = 10.0
"""How often gateway connections are lost in bad weather, on average."""
MISHAP_SECONDS = 5.0
"""How long nothing else goes wrong in the world in bad weather, on average: no channel is closed, no guild away."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a round is made of.

    Posts come due `within` so many seconds. `share` of the requests meet a trouble. `disturbed` rounds see graceful
    stops, frozen processes, a locked store and announcements that move, too. `frozen_seconds` is how long a process
    stands still then. `quota` is each process' share of a processor, 1 for as much as it wants. `patience` is in
    seconds, for what is left when the killing is over.
    """

    seed: int
    posts: int
    channels: int
    kills: int
    within: float
    bots: int = 1
    share: float = 0.0
    rate_limits: bool = False
    disturbed: bool = False
    frozen_seconds: tuple[float, float] = (1.0, 4.0)
    quota: float = 1.0
    patience: float = 600.0

    @property
    def is_forgetful(self) -> bool:
        """Whether Discord forgets its nonces at each kill, and is of no help.

        It can't where a bot lives on that may be sending a message for the second time within seconds: Discord doesn't
        forget that soon.
        """
        return self.bots == 1 or not self.share


@dataclass(slots=True)
class Figures:
    """What came of one round or more. Lateness and delays are in seconds; memory is in bytes."""

    rounds: int = 0
    posts: int = 0
    lost: list[tuple[int, str]] = field(default_factory=list)
    twice: list[tuple[int, str]] = field(default_factory=list)
    unsent: Counter[str] = field(default_factory=Counter)
    exits: Counter[int] = field(default_factory=Counter)
    kills: Counter[str] = field(default_factory=Counter)
    disturbances: Counter[str] = field(default_factory=Counter)
    troubles: Counter[str] = field(default_factory=Counter)
    lateness: list[float] = field(default_factory=list)
    crash_delays: list[float] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        """Whether everything was posted once and written down, and bots that were asked to end did so well.

        One that is asked in its first moments, before it listens, ends by the signal itself.
        """
        return not (self.lost or self.twice or self.unsent or set(self.exits) - {0, -signal.SIGTERM})

    def add(self, other: "Figures") -> None:
        """Count another round's in."""
        for name in self.__slots__:
            ours, theirs = getattr(self, name), getattr(other, name)
            setattr(self, name, ours + theirs)


class Round:
    """Plays one round in a folder, which keeps the store and the bots' log; `figures` tell what came of it."""

    def __init__(self, setting: Setting, folder: Path) -> None:
        self._setting = setting
        self._folder = folder
        self._chance = random.Random(setting.seed)  # noqa: S311 - the same round for the same seed, nearly
        self.figures = Figures(rounds=1, posts=setting.posts)
        self._killed_at: list[datetime] = []

    async def play(self) -> Figures:
        """Play it to its end; raises `TimeoutError` where that doesn't come within the setting's patience."""
        sandbox = await Sandbox.start(rate_limits=self._setting.rate_limits, record=False)
        bots = Bots(sandbox, self._folder, self._chance)
        database = await Database.open(bots.url, clock=SYSTEM_CLOCK)
        try:
            made = await fill(
                database,
                sandbox,
                posts=self._setting.posts,
                in_channels=self._setting.channels,
                within=self._setting.within,
                chance=self._chance,
            )
            witness = Witness(sandbox, made.channels)
            async with bots.throttled(self._setting.quota):
                async with contextlib.AsyncExitStack() as weather:
                    if self._setting.share:
                        chaos = await weather.enter_async_context(self._chaos(sandbox))
                        self.figures.troubles = chaos.played
                    await self._kill_them(sandbox, bots, database, made)
                await self._let_them_finish(bots, database, made, witness)
            witness.close()
            await self._conclude(database, made, witness)
        finally:
            await bots.clear()
            await database.close()
            await sandbox.close()
        return self.figures

    def _chaos(self, sandbox: Sandbox) -> Chaos:
        return Chaos(
            sandbox,
            seed=self._setting.seed,
            share=self._setting.share,
            gateway_seconds=GATEWAY_SECONDS,
            mishap_seconds=MISHAP_SECONDS,
        )

    async def _kill_them(self, sandbox: Sandbox, bots: Bots, database: Database, made: Due) -> None:
        deaths = Deaths(sandbox, bots, database, self._chance)
        disturb = self._disturbances(bots, database, made, by=sandbox.owner_id)
        for _ in range(self._setting.bots):
            await bots.start()
        for number in range(self._setting.kills):
            await asyncio.sleep(self._chance.uniform(0, STEADY_SECONDS))
            if self._setting.disturbed and self._chance.random() < 0.25:
                name = self._chance.choice(list(disturb))
                self.figures.disturbances[name] += 1
                await disturb[name]()
            phase = list(deaths.phases)[number % len(deaths.phases)]
            await deaths.phases[phase]()
            await bots.reap()
            self.figures.kills[phase] += 1
            self._killed_at.append(SYSTEM_CLOCK())
            if self._setting.is_forgetful:
                sandbox.nonces.forget()
            await bots.start()

    def _disturbances(
        self, bots: Bots, database: Database, made: Due, *, by: int
    ) -> dict[str, Callable[[], Awaitable[None]]]:
        async def stop_and_start() -> None:
            self.figures.exits[await bots.end_one()] += 1
            await bots.start()

        async def freeze() -> None:
            await bots.freeze_one(self._chance.uniform(*self._setting.frozen_seconds))

        async def lock() -> None:
            await _lock(bots.database, self._chance.uniform(0.5, 5.0))

        async def move() -> None:
            with contextlib.suppress(PersonError, StoreError):  # it was posted already; somebody holds the lock
                await move_one(database, made, self._chance, by=by)

        return {"stopped": stop_and_start, "frozen": freeze, "store locked": lock, "announcement moved": move}

    async def _let_them_finish(self, bots: Bots, database: Database, made: Due, witness: Witness) -> None:
        async with asyncio.timeout(self._setting.patience):
            await witness.until(lambda: made.posts <= set(witness.count))
            await _until_all_is_settled(database)
        self.figures.memory = [psutil.Process(each.pid).memory_info().rss for each in bots.alive]
        while bots.alive:
            self.figures.exits[await bots.end_one()] += 1

    async def _conclude(self, database: Database, made: Due, witness: Witness) -> None:
        async with database.read() as db:
            instants = await due_instants(db)
            states = (await db.execute(select(deliveries.c.state))).scalars().all()
        self.figures.lost = sorted(made.posts - set(witness.count))
        self.figures.twice = sorted(post for post, times in witness.count.items() if times > 1)
        self.figures.unsent = Counter(state for state in states if state != "sent")
        times = [(instants[title], at) for (_, title), at in witness.first.items()]
        self.figures.lateness = [(arrived - due).total_seconds() for due, arrived in times]
        for killed in self._killed_at:
            held_up = [arrived - killed for due, arrived in times if due <= killed < arrived]
            self.figures.crash_delays += [min(held_up).total_seconds()] if held_up else []


async def _until_all_is_settled(database: Database) -> None:
    waiting = select(deliveries.c.id).where(deliveries.c.state == "pending").limit(1)
    while True:
        with contextlib.suppress(StoreError):
            async with database.read() as db:
                if (await db.execute(waiting)).first() is None:
                    return
        await asyncio.sleep(0.1)


async def _lock(path: Path, seconds: float) -> None:
    """Be another program that holds the database."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as other:
        for _ in range(200):
            with contextlib.suppress(sqlite3.OperationalError):
                other.execute("BEGIN IMMEDIATE")
                break
            await asyncio.sleep(0.01)
        await asyncio.sleep(seconds)
