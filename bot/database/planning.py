"""Much to be written at once: planned while others may write, so that they wait for no longer than writing takes."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.database.engine import Database, at_one_moment

PLAN_TRIES = 3
"""After so many times that somebody else wrote meanwhile, they have to wait."""
_Plan = TypeVar("_Plan")


async def plan_then_write(
    database: Database,
    plan: Callable[[AsyncConnection], Awaitable[_Plan]],
    write: Callable[[AsyncConnection, _Plan], Awaitable[None]],
    *,
    is_needed: Callable[[_Plan], bool],
) -> _Plan:
    """Make a plan from what is stored, write it if that is needed, in one transaction, and give the plan.

    Where somebody else has written meanwhile it is made anew, at last while the store is locked. Raises `StoreError`
    when the store can't be read or written; nothing was changed then.
    """
    for _ in range(PLAN_TRIES):
        async with database.read() as reader:
            async with at_one_moment(reader):
                seen = await _writes_of_others(reader)
                made = await plan(reader)
            if not is_needed(made):
                return made
            async with database.change() as db:
                if await _writes_of_others(reader) == seen:
                    await write(db, made)
                    return made
    async with database.change() as db:
        made = await plan(db)
        if is_needed(made):
            await write(db, made)
        return made


async def _writes_of_others(db: AsyncConnection) -> int:
    """Read a number that changes once somebody else has written, for as long as `db` is held."""
    return int((await db.execute(text("PRAGMA data_version"))).scalar_one())


class Writes:
    """Tells whether anybody else has written since `seen()`: another process, or this one for something else.

    A plan holds for as long as nobody has; that is asked in the transaction that is going to write it.
    """

    def __init__(self) -> None:
        self._seen: tuple[int, int] | None = None

    async def seen(self, db: AsyncConnection) -> None:
        """Note, on a connection of `write()`, what has been written by now, by its own transaction too."""
        self._seen = await self._so_far(db)

    async def are_of_others(self, db: AsyncConnection) -> bool:
        """Tell whether there were any since, on a connection of `write()`."""
        return self._seen != await self._so_far(db)

    async def _so_far(self, db: AsyncConnection) -> tuple[int, int]:
        # All that a process writes goes over one connection, which counts its rows, and sees when another has written.
        row_count = (await db.execute(text("SELECT total_changes()"))).scalar_one()
        return int(row_count), await _writes_of_others(db)
