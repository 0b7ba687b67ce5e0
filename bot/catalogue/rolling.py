"""Slots go on: as a date of one passes, another becomes a release."""

import logging
from datetime import datetime, timedelta

from bot.catalogue.actions import roll_slots
from bot.clock import Clock
from bot.database.engine import Database
from bot.errors import StoreError
from bot.workers import RecurringError

_log = logging.getLogger(__name__)

ROLL_EVERY = timedelta(hours=1)
"""Two dates of a slot lie ahead at a time, so nothing is late that waits for an hour, or for a night."""


class SlotRoller:
    """Has the next dates of every slot ready; a task of the schedule's. What a stop breaks off is done at the start."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._error = RecurringError(_log, "The next dates of slots can't be kept", "The next dates of slots are kept")

    async def run(self) -> datetime:
        """Make releases of what is still missing, and give when to look again."""
        now = self._clock()  # which may be set while this runs
        try:
            await roll_slots(self._database, self._clock)
        except StoreError as error:
            self._error.failed(error)
        else:
            self._error.succeeded()
        return now + ROLL_EVERY
