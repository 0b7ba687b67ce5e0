"""How claims ended, written down in batches: as many as have ended while the last batch was being written."""

import asyncio
import logging
import math
from collections.abc import Callable, Iterable, Sequence

from bot.clock import Clock
from bot.database.engine import Database
from bot.delivery.model import Outcome, State
from bot.delivery.store import deliveries
from bot.recurring_errors import Trouble

_log = logging.getLogger(__name__)

GATHER_SECONDS = 0.02
"""What ends within this is settled in one transaction. A crash in between leaves messages that are looked up."""
STORE_RETRY_SECONDS = 1.0


class Settling:
    """Keeps what was claimed here in mind until it is settled.

    `ring` is called when something is to be tried again, `sent` after posts were written down, and `notify` after
    something was that moderators are to be told of.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        owner: str,
        *,
        ring: Callable[[], None],
        sent: Callable[[], None],
        notify: Callable[[], None],
    ) -> None:
        self._database = database
        self._clock = clock
        self._owner = owner
        self._ring = ring
        self._sent = sent
        self._notify = notify
        self._ended: list[Outcome] = []
        self._something_ended = asyncio.Event()
        self._stopping = False
        self._trouble = Trouble(_log, "What was sent can't be written down yet", "What was sent is written down again")
        self.held: set[int] = set()
        """The deliveries that were claimed here and aren't settled: a clock that jumps must not hand them out again."""

    def begin(self, delivery_ids: Iterable[int]) -> None:
        """These were claimed."""
        self.held.update(delivery_ids)

    def end(self, outcome: Outcome) -> None:
        """Note how a claim ended; it is written down soon."""
        self._ended.append(outcome)
        self._something_ended.set()

    async def run(self) -> None:
        """Write down what ends, until `stop()` and everything is written, or can't be."""
        while not self._stopping:
            await self._something_ended.wait()
            await asyncio.sleep(GATHER_SECONDS)
            self._something_ended.clear()
            if not await self._is_written():
                await asyncio.sleep(STORE_RETRY_SECONDS)
                self._something_ended.set()
        await self._is_written()

    async def _is_written(self) -> bool:
        try:
            await self._write()
        except Exception as error:  # noqa: BLE001 - whatever it was, what was sent must still be written down
            self._trouble.came(error)
            return False
        self._trouble.passed()
        return True

    def stop(self) -> None:
        """End `run()` after one more try. What can't be written is told by its lease and by Discord's history."""
        self._stopping = True
        self._something_ended.set()

    async def _write(self) -> None:
        if not self._ended:
            return
        async with self._database.write() as db:
            now = self._clock()
            batch: Sequence[Outcome] = tuple(each.as_of(now) for each in self._ended)
            await deliveries.settle(db, batch, owner=self._owner, now=now)
        # Only now: a batch that could not be written is tried again whole.
        del self._ended[: len(batch)]
        self.held.difference_update(outcome.delivery_id for outcome in batch)
        if any(each.state is State.SENT for each in batch):
            self._sent()
        if any(each.notify for each in batch):
            self._notify()
        if not self._stopping:
            again = [each.next_try_at or now for each in batch if each.state is State.PENDING]
            for wait in {math.ceil((at - now).total_seconds()) for at in again}:
                asyncio.get_running_loop().call_later(max(wait, 0), self._ring)


async def let_end(task: asyncio.Task[None] | None, within: float) -> None:
    """Let a task come to its end, or end it."""
    if task is not None:
        await asyncio.wait({task}, timeout=within)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
