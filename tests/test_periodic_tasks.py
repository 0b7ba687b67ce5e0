"""Each periodic task names its next time by when it began, so that no jump of the clock beneath it is slept through."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import discord
import pytest

from bot.calendars.discord_guild_events import GuildEventsSync
from bot.calendars.following import CalendarFollower
from bot.catalogue.rolling import SlotRoller
from bot.catalogue.snapshot_sync import SnapshotState, SnapshotSync
from bot.clock import Clock
from bot.database.daily_backup import DailyBackup
from bot.database.engine import Database
from bot.delivery.cleanup import Cleanup
from bot.delivery.store.notices import add_about_calendar
from bot.web.fetch import Fetcher

BEGAN = datetime(2024, 1, 1, tzinfo=UTC)
JUMP = timedelta(days=400)
TASKS: dict[str, Callable[[Database, Clock, Path], Callable[[], Awaitable[datetime]]]] = {
    "backup": lambda database, clock, folder: DailyBackup(database, clock, folder / "yokoku.db", keep=1).run,
    "calendars": lambda database, clock, _: (
        CalendarFollower(database, clock, Fetcher(), me=lambda: 1, tell=add_about_calendar, on_told=lambda: None).run
    ),
    "cleanup": lambda database, clock, _: Cleanup(database, clock, history_kept=timedelta(days=90)).run,
    "scheduled events": lambda database, clock, _: GuildEventsSync(_client(), database, clock, Fetcher()).run,
    "slots": lambda database, clock, _: SlotRoller(database, clock).run,
    "snapshot": lambda database, clock, folder: SnapshotSync(database, clock, folder / "none", SnapshotState()).run,
}


class JumpingClock:
    """Shows when the task began, once, and then that more than a year has passed."""

    def __init__(self) -> None:
        self._shown = False

    def __call__(self) -> datetime:
        now = BEGAN + JUMP if self._shown else BEGAN
        self._shown = True
        return now


def _client() -> discord.Client:
    return discord.Client(intents=discord.Intents.none())


@pytest.mark.parametrize("name", TASKS)
async def test_a_clock_that_jumps_beneath_a_task_makes_it_due_at_once(
    name: str, database: Database, tmp_path: Path
) -> None:
    assert await TASKS[name](database, JumpingClock(), tmp_path)() < BEGAN + JUMP
