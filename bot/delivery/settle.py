"""How claims ended, written down in batches: as many as have ended while the last batch was being written."""

import asyncio
import logging
import math
from collections.abc import Callable, Iterable, Sequence

from bot.clock import Clock
from bot.database.engine import Database
from bot.delivery.model import DeliveryOutcome, State
from bot.delivery.store import deliveries
from bot.recurring_errors import RecurringError
from bot.workers import Loop

_log = logging.getLogger(__name__)

SETTLE_GATHER_SECONDS = 0.02
"""What ends within this is settled in one transaction. A crash in between leaves messages that are looked up."""


class SettlementWriter:
    """Keeps what was claimed here in mind until it is settled.

    `retry_in` is called with the seconds after which something is to be tried again, `on_sent` after posts were written
    down, and `on_notice` after something was that moderators are to be told of.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        owner: str,
        *,
        retry_in: Callable[[float], None],
        on_sent: Callable[[], None],
        on_notice: Callable[[], None],
    ) -> None:
        self._database = database
        self._clock = clock
        self._owner = owner
        self._retry_in = retry_in
        self._on_sent = on_sent
        self._on_notice = on_notice
        self._ended: list[DeliveryOutcome] = []
        self._error = RecurringError(
            _log, "What was sent can't be written down yet", "What was sent is written down again"
        )
        self._loop = Loop(self._write, name="settle what ended", error=self._error, gather=SETTLE_GATHER_SECONDS)
        self.held: set[int] = set()
        """The deliveries that were claimed here and aren't settled: a clock that jumps must not hand them out again."""

    def start(self) -> None:
        """Begin to write down what ends. Needs a running event loop."""
        self._loop.start()

    def begin(self, delivery_ids: Iterable[int]) -> None:
        """Note that these deliveries were claimed."""
        self.held.update(delivery_ids)

    def end(self, outcome: DeliveryOutcome) -> None:
        """Note how a claim ended; it is written down soon."""
        self._ended.append(outcome)
        self._loop.notify()

    async def stop(self, within: float) -> None:
        """Write down what is left, with one more try, within so many seconds.

        What can't be written is told by its lease and by Discord's history.
        """
        ends_at = asyncio.get_running_loop().time() + within
        await self._loop.stop(within)
        try:
            async with asyncio.timeout_at(ends_at):
                await self._write()
        except Exception as error:  # noqa: BLE001 - whatever it was, the rest is stopped too
            self._error.failed(error)

    async def _write(self) -> None:
        if not self._ended:
            return
        async with self._database.write() as db:
            now = self._clock()
            batch: Sequence[DeliveryOutcome] = tuple(each.as_of(now) for each in self._ended)
            await deliveries.settle(db, batch, owner=self._owner, now=now)
        # Only now: a batch that could not be written is tried again whole.
        del self._ended[: len(batch)]
        self.held.difference_update(outcome.delivery_id for outcome in batch)
        if any(each.state is State.SENT for each in batch):
            self._on_sent()
        if any(each.notify for each in batch):
            self._on_notice()
        again = [each.next_try_at or now for each in batch if each.state is State.PENDING]
        for wait in {math.ceil((at - now).total_seconds()) for at in again}:
            self._retry_in(wait)
