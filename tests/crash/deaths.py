"""How and when a bot is killed. Nothing in the bot helps: the instants are known from what it asks for and writes."""

import asyncio
import contextlib
import random
import sqlite3
from collections.abc import Awaitable, Callable
from datetime import timedelta

from aiohttp import web

from sandbox import Sandbox
from sandbox.rest.faults import CarryOut, Cut, Moment
from sandbox.world.events import Event
from tests.crash.bots import Bots
from tests.crash.due_over_time import due_instants
from tests.crash.kept_store import KeptStore

LONGEST_WAIT = 5.0
"""An instant that doesn't come within so many seconds, because nothing is due just now, is replaced by this one."""
POLL_SECONDS = 0.004
WHILE_IT_SETTLES = 0.04
"""Outcomes are gathered for 20 ms and written in a few more: a kill within this comes before that, or in it."""


class Deaths:
    """Kills one of the bots at an instant of each kind; `phases` are the kinds, by name."""

    def __init__(self, sandbox: Sandbox, bots: Bots, store: KeptStore, chance: random.Random) -> None:
        self._sandbox = sandbox
        self._bots = bots
        self._store = store
        self._chance = chance
        self.phases: dict[str, Callable[[], Awaitable[None]]] = {
            "before the claim": self._as_something_comes_due,
            "between claim and send": self._claimed,
            "as Discord is asked": self._asked,
            "between Discord's taking and the answer": self._taken,
            "before it is settled": self._answered,
            "at any instant": self._any_instant,
        }

    async def _any_instant(self) -> None:
        await asyncio.sleep(self._chance.uniform(0, 2))
        self._bots.kill_one()

    async def _as_something_comes_due(self) -> None:
        async with self._store.database.read() as db:
            instants = (await due_instants(db)).values()
        waits = sorted((at - self._sandbox.clock.now()).total_seconds() for at in instants)
        next_due = next((wait for wait in waits if wait > 0), LONGEST_WAIT)
        # The claim follows within some milliseconds.
        await asyncio.sleep(min(next_due + self._chance.uniform(0, 0.03), LONGEST_WAIT))
        self._bots.kill_one()

    async def _claimed(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LONGEST_WAIT):
                with contextlib.closing(sqlite3.connect(f"file:{self._bots.database}?mode=ro", uri=True)) as db:
                    while not _something_is_claimed(db):  # noqa: ASYNC110 - another process writes it
                        await asyncio.sleep(POLL_SECONDS)
        self._bots.kill_one()

    async def _asked(self) -> None:
        await self._at_a_request(_KilledBeforeItIsDone(self._bots.kill_one))

    async def _answered(self) -> None:
        await self._at_a_request(_KilledAfterTheAnswer(self._bots.kill_one, self._chance.uniform(0, WHILE_IT_SETTLES)))

    async def _at_a_request(self, killing: "_Killing") -> None:
        self._sandbox.faults.add(killing, lasting=timedelta(days=365))
        await self._or_now(killing.killed)
        killing.killed.set()  # whether it was there or here, it is not done again

    async def _taken(self) -> None:
        taken = asyncio.Event()

        def heard(event: Event) -> None:
            if event.name == "MESSAGE_CREATE" and not taken.is_set():
                taken.set()
                self._bots.kill_one()

        stop_listening = self._sandbox.world.listen(heard)
        try:
            await self._or_now(taken)
        finally:
            stop_listening()

    async def _or_now(self, killed: asyncio.Event) -> None:
        try:
            async with asyncio.timeout(LONGEST_WAIT):
                await killed.wait()
        except TimeoutError:
            self._bots.kill_one()


def _something_is_claimed(db: sqlite3.Connection) -> bool:
    with contextlib.suppress(sqlite3.OperationalError):  # locked for a moment
        claimed = "SELECT 1 FROM deliveries WHERE state = 'pending' AND lease_owner IS NOT NULL LIMIT 1"
        return db.execute(claimed).fetchone() is not None
    return False


class _Killing:
    """A trouble that kills whoever posts a message, the first time."""

    def __init__(self, kill: Callable[[], None]) -> None:
        self.killed = asyncio.Event()
        self._kill = kill

    def kill(self) -> None:
        """Do it once."""
        if not self.killed.is_set():
            self.killed.set()
            self._kill()

    async def play(self, request: web.Request, carry_out: CarryOut) -> web.StreamResponse:
        """Meet a request. Others do more."""
        return await carry_out()


class _KilledBeforeItIsDone(_Killing):
    async def play(self, request: web.Request, carry_out: CarryOut) -> web.StreamResponse:
        """Kill before the message is taken."""
        if self.killed.is_set():
            return await carry_out()
        self.kill()
        return await Cut(Moment.BEFORE).play(request, carry_out)


class _KilledAfterTheAnswer(_Killing):
    def __init__(self, kill: Callable[[], None], seconds: float) -> None:
        super().__init__(kill)
        self._seconds = seconds

    async def play(self, request: web.Request, carry_out: CarryOut) -> web.StreamResponse:
        """Kill when the answer has been on its way for a moment."""
        answer = await carry_out()
        if not self.killed.is_set():
            asyncio.get_running_loop().call_later(self._seconds, self.kill)
        return answer
