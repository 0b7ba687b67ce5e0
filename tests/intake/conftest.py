from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store.database import Connection, Database
from tests.intake.editing import NOW


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Connection]:
    """A transaction in a store without the starter catalogue."""
    database = await Database.open(f"sqlite+aiosqlite:///{tmp_path / 'yokoku.db'}", clock=lambda: NOW)
    async with database.write() as connection:
        yield connection
    await database.close()
