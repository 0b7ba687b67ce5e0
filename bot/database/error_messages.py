"""What SQLite and the file system complain of, in words that say what to do."""

import asyncio
import contextlib
import errno
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError, StatementError

from bot.database import backups
from bot.errors import StoreBusyError, StoreError


@contextlib.contextmanager
def as_store_error(path: Path | None) -> Iterator[None]:
    """Turn whatever SQLAlchemy or a driver raises about a database into a `StoreError` that says what to do.

    Not the driver's errors alone: who waits too long for a free connection gets one of SQLAlchemy's own.
    Who is cancelled stays so, whatever tidying up met on its way out.
    """
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        if _is_of_cancelling(error):
            raise asyncio.CancelledError from error
        kind = StoreBusyError if _LOCKED in _cause_of(error) else StoreError
        raise kind(in_plain_words(error, path)) from error


@contextlib.contextmanager
def as_copy_error(source: Path, folder: Path) -> Iterator[None]:
    """Turn what goes wrong while `source` is copied into `folder` into a `StoreError` that says what to do."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        cause = _cause_of(error)
        if any(sign in cause for sign in _DAMAGE_SIGNS):
            raise StoreError(in_plain_words(error, source)) from error
        why = next((words for sign, words in _NO_COPY.items() if sign in cause), cause)
        raise StoreError(f"{source} can't be copied to {folder}: {why}.") from error
    except OSError as error:
        why = next((words for numbers, words in _REFUSED.items() if error.errno in numbers), str(error.strerror))
        raise StoreError(f"{source} can't be copied to {folder}: {why}.") from error


def in_plain_words(error: Exception, path: Path | None) -> str:
    """Write one line about a database that can't be used, for whoever runs the bot."""
    cause = _cause_of(error)
    return f"The database {path} {_words_for(cause)}{_way_back(cause, path)}."


def damaged(path: Path, problem: str) -> str:
    """Write one line about a database that a check found damaged, and the way back."""
    return f"The database {path} {_DAMAGED} ({problem}){_way_back(_DAMAGE_SIGNS[0], path)}."


_LOCKED = "locked"
_PLAIN_WORDS = {
    _LOCKED: "is locked by another program; stop it, or wait until it is done",
    "readonly": "can't be written; check the owner and permissions of the file and its folder",
    "not a database": "is not a database; move it away, or point DATABASE_URL elsewhere",
    "unable to open": "can't be opened; check that its folder exists and may be written",
    "disk is full": "can't grow because the disk is full; free some space",
    "disk I/O error": "can't be read or written: the disk is full or failing; free some space, or check it",
    "QueuePool limit": "gets more requests than this machine can answer; try again in a minute",
}
_NO_ROOM = "there is no space left; free some"
_NOT_ALLOWED = "check the folder's owner and permissions"
_NO_COPY = {
    "disk is full": _NO_ROOM,
    "disk I/O error": "there is no space left, or the disk is failing; free some, or check it",
    "unable to open": _NOT_ALLOWED,
    "readonly": _NOT_ALLOWED,
}
_REFUSED = {
    (errno.ENOSPC, errno.EDQUOT, errno.EFBIG): _NO_ROOM,
    (errno.EACCES, errno.EPERM, errno.EROFS): _NOT_ALLOWED,
}
_DAMAGED = "is damaged"
_DAMAGE_SIGNS = ("malformed", "not a database")


def _is_of_cancelling(error: BaseException) -> bool:
    """Tell whether an error was met while a cancelled statement was cleaned up after.

    Alembic drops the table that it was filling, on a connection that the cancelling has made unusable.
    """
    earlier = error.__context__
    return earlier is not None and (isinstance(earlier, asyncio.CancelledError) or _is_of_cancelling(earlier))


def _cause_of(error: Exception) -> str:
    """Say on one line what went wrong.

    It leaves out the statement and the address of a manual that SQLAlchemy adds.
    """
    cause = error.orig if isinstance(error, StatementError) and error.orig is not None else error
    return " ".join(str(cause.args[0] if cause.args else type(cause).__name__).split())


def _words_for(cause: str) -> str:
    if _DAMAGE_SIGNS[0] in cause:
        return _DAMAGED
    return next((words for sign, words in _PLAIN_WORDS.items() if sign in cause), f"can't be used: {cause}")


def _way_back(cause: str, path: Path | None) -> str:
    if path is None or not any(sign in cause for sign in _DAMAGE_SIGNS):
        return ""
    backup = backups.newest(path)
    if backup is not None:
        return f"; restore the newest backup: yokoku database restore {backup}"
    return f"; there is no backup of it in {backups.folder_of(path)}" if _DAMAGE_SIGNS[0] in cause else ""
