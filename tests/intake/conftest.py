from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store.database import Connection
from tests.intake.editing import NOW
from tests.store.stores import open_new


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Connection]:
    """A transaction in a store without the starter catalogue."""
    database = await open_new(tmp_path / "yokoku.db", lambda: NOW)
    async with database.write() as connection:
        yield connection
    await database.close()
