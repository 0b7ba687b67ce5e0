"""A store of its own for each test, and a clock that stands still."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.store.database import Database
from tests.store.stores import open_new


@dataclass
class StillClock:
    """Shows what it was set to."""

    at: datetime = datetime(2024, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
async def database(tmp_path: Path, clock: StillClock) -> AsyncIterator[Database]:
    database = await open_new(tmp_path / "yokoku.db", clock)
    yield database
    await database.close()
