"""The store that bots share, opened by who looks on; and put back as it was, as a machine's snapshot does."""

import asyncio
import shutil
from pathlib import Path
from typing import Self

from bot.clock import Clock
from bot.database.engine import Database


class KeptStore:
    """The store's files, the looker's own `database` on them, and a copy of the files from some time ago."""

    def __init__(self, url: str, file: Path, clock: Clock, database: Database) -> None:
        self.database = database
        self._url = url
        self._file = file
        self._clock = clock
        self._kept = file.with_name("kept")

    @classmethod
    async def open(cls, url: str, file: Path, clock: Clock) -> Self:
        """Open the store, which is made where there is none."""
        return cls(url, file, clock, await Database.open(url, clock=clock))

    async def keep(self) -> None:
        """Copy the files as they are at this instant, while nobody writes.

        Another process does so: this one would let go of SQLite's locks with the files that it closes.
        """
        shutil.rmtree(self._kept, ignore_errors=True)
        self._kept.mkdir()
        copying = await asyncio.create_subprocess_exec("cp", "-p", *map(str, self._files()), str(self._kept))
        if await copying.wait():
            raise OSError("the store can't be copied")

    async def put_back(self) -> None:
        """Put the copy in the place of the files, while no bot runs."""
        await self.database.close()
        for file in self._files():
            file.unlink()
        for file in self._kept.iterdir():
            shutil.copy2(file, self._file.with_name(file.name))
        self.database = await Database.open(self._url, clock=self._clock)

    async def close(self) -> None:
        """Look on no more."""
        await self.database.close()

    def _files(self) -> list[Path]:
        return sorted(self._file.parent.glob(f"{self._file.name}*"))
