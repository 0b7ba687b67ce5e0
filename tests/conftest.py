"""How every test that draws its examples does so, and what all tests begin with."""

import gc
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp.web_app import _cached_build_middleware
from hypothesis import settings

from bot.database.engine import Connection, Database
from tests.database.stores import open_new
from tests.examples import IS_LONG, examples
from tests.still_clock import StillClock

# Machines are noisy: no example fails for its time. A commit is tried with the same examples wherever it is tested; the
# long form looks for others.
settings.register_profile(
    "unhurried", deadline=None, derandomize=not IS_LONG, print_blob=True, max_examples=examples(20, 200)
)
settings.load_profile("unhurried")


def pytest_collection_finish() -> None:
    """Leave what every module has made out of all further collections of garbage: it stays until the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def pytest_runtest_teardown() -> None:
    """Have aiohttp forget the handlers of servers that are closed: it would keep a hundred sandboxes in memory."""
    _cached_build_middleware.cache_clear()


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
async def database(tmp_path: Path, clock: StillClock) -> AsyncIterator[Database]:
    """A store of its own for each test, whose clock stands still."""
    database = await open_new(tmp_path / "yokoku.db", clock)
    yield database
    await database.close()


@pytest.fixture
async def store(database: Database) -> AsyncIterator[Connection]:
    """A transaction in a store without the starter catalogue."""
    async with database.write() as connection:
        yield connection
