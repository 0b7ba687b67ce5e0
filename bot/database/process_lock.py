"""Who claims deliveries: each process proves that it lives by holding a lock on a file beside the database.

The operating system lets go of the lock when the process ends, however it ends. Who finds such a file unlocked knows
that its claimant is dead, and needn't wait for the leases to run out. Where there is no file, leases alone count.
"""

import contextlib
import os
import secrets
import sys
from collections.abc import Generator
from pathlib import Path

from bot.errors import StoreError

_ENDING = ".claimant"


class ProcessLock:
    """The lock by which this process proves that it lives; `name` stands in its leases. `close()` lets go of it."""

    def __init__(self, name: str, file: Path | None, descriptor: int | None) -> None:
        self.name = name
        self._file = file
        self._descriptor = descriptor

    @classmethod
    def acquire(cls, database: Path | None) -> "ProcessLock":
        """Begin to claim from a database; blocks for a moment. Without a file there is nothing to prove oneself by.

        Raises `StoreError` where no file can be made beside it.
        """
        name = secrets.token_hex(8)
        if database is None:
            return cls(name, None, None)
        file = database.with_name(f"{database.name}.{name}{_ENDING}")
        try:
            descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise StoreError(f"No file can be created in {database.parent}: {error.strerror}.") from error
        # Should the lock be refused, by a file system that has none or by somebody who looks just now, the file must
        # not stay: it would look like a dead claimant's.
        if not _lock(descriptor):
            os.close(descriptor)
            _unlink(file)
            return cls(name, None, None)
        return cls(name, file, descriptor)

    def close(self) -> None:
        """Let go, as dying would. The file stays for whoever releases the leases that may be left."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def remove(self) -> None:
        """Let go with no leases left, and take the file away: nobody needs to look for any."""
        self.close()
        if self._file is not None:
            _unlink(self._file)


class SoleLock:
    """Settles which of the processes on one database does something: whoever holds the lock on a file beside it.

    The operating system lets go of it when its holder ends, however it does. Without a file, or where nobody can lock
    one, each does it. The file is named after what is done: "answering".
    """

    def __init__(self, database: Path | None, what: str) -> None:
        self._file = None if database is None else database.with_name(f"{database.name}.{what}")
        self._descriptor: int | None = None

    def is_mine(self) -> bool:
        """Tell whether it is this process that does it, and take the lock where nobody has it."""
        if self._file is None or self._descriptor is not None:
            return True
        try:
            descriptor = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return True
        if _lock(descriptor):
            self._descriptor = descriptor
            return True
        os.close(descriptor)
        return False

    def release(self) -> None:
        """Let another process do it. The file stays: who opened it before would lock one that nobody else sees."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def remove(self) -> None:
        """Let go of what nobody has to do any more, and take the file away."""
        if self._descriptor is not None and self._file is not None:
            self.release()
            _unlink(self._file)


def is_any_alive(database: Path) -> bool:
    """Tell whether a process claims from a database now; blocks for a moment.

    One that can't be asked counts as alive.
    """
    return any(_is_alive(file) for file in _files(database))


def is_any_stale(database: Path) -> bool:
    """Tell whether a process that claimed from a database ended badly, and nobody has cleared up after it yet."""
    return any(not _is_alive(file) for file in _files(database))


def _files(database: Path) -> list[Path]:
    beginning = f"{database.name}."
    return [file for file in sorted(database.parent.glob(f"*{_ENDING}")) if file.name.startswith(beginning)]


def _is_alive(file: Path) -> bool:
    try:
        descriptor = os.open(file, os.O_RDWR)
    except FileNotFoundError:
        return False  # its owner has just removed it
    except OSError:
        return True
    try:
        return not _lock(descriptor)
    finally:
        os.close(descriptor)


def stale_owners(database: Path | None) -> Generator[str]:
    """Yield the names of claimants of a database that live no more; blocks for a moment.

    Each one's file is taken away after the name was used: an error in between leaves it for the next look.
    """
    if database is None:
        return
    beginning = f"{database.name}."
    for file in _files(database):
        with contextlib.suppress(OSError):  # gone, or not to be opened: its leases end by themselves
            descriptor = os.open(file, os.O_RDWR)
            try:
                if not _lock(descriptor):
                    continue
                yield file.name.removeprefix(beginning).removesuffix(_ENDING)
                if sys.platform != "win32":
                    _unlink(file)  # while it is locked, so that nobody else finds it in between
            finally:
                os.close(descriptor)
            _unlink(file)


def _unlink(file: Path) -> None:
    with contextlib.suppress(OSError):  # somebody else looks at it; the next look takes it away
        file.unlink()


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        """Lock an open file for as long as it is open; give False where somebody else has."""
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        """Lock an open file for as long as it is open; give False where somebody else has, or where nobody can."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
