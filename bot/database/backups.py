"""Where backups lie, what they are called, and which of them are kept."""

import contextlib
import re
from datetime import UTC, datetime
from pathlib import Path

_STAMP = "%Y%m%dT%H%M%SZ"


def folder_of(database: Path) -> Path:
    """Give the folder of a database's backups, beside it."""
    return database.parent / "backups"


def named(database: Path, at: datetime) -> Path:
    """Name where a backup of this instant (UTC) belongs.

    >>> from datetime import UTC
    >>> named(Path("data/yokoku.db"), datetime(2024, 1, 10, 16, 25, tzinfo=UTC)).as_posix()
    'data/backups/yokoku-20240110T162500Z.db'
    """
    return folder_of(database) / f"{database.stem}-{at.strftime(_STAMP)}{database.suffix}"


def lying_at(database: Path) -> list[Path]:
    """List a database's backups that are named as this program names them, the newest first."""
    pattern = re.compile(rf"{re.escape(database.stem)}-\d{{8}}T\d{{6}}Z{re.escape(database.suffix)}", re.ASCII)
    found = []
    try:
        for file in folder_of(database).iterdir():
            with contextlib.suppress(ValueError):  # digits that are no date
                if pattern.fullmatch(file.name):
                    made_at(file)
                    found.append(file)
    except OSError:
        return []
    return sorted(found, key=lambda file: file.name, reverse=True)


def newest(database: Path) -> Path | None:
    """Find the newest backup of a database; give None where there is none."""
    return next(iter(lying_at(database)), None)


def made_at(backup: Path) -> datetime:
    """Read the instant (UTC) of one of `lying_at`, by the clock of whoever made it.

    Raises `ValueError` for another file.

    >>> made_at(Path("data/backups/yokoku-20240110T162500Z.db")).isoformat()
    '2024-01-10T16:25:00+00:00'
    """
    return datetime.strptime(backup.stem.rpartition("-")[2], _STAMP).replace(tzinfo=UTC)


def keep_newest(database: Path, keep: int, *, made: Path) -> list[Path]:
    """Delete the oldest backups beyond `keep`, and give those.

    `made` was made just now and counts as the newest, whatever the clock said when the others were.
    """
    others = [file for file in lying_at(database) if file != made]
    gone = []
    for file in others[max(keep - 1, 0) :]:
        with contextlib.suppress(OSError):  # it stays until the next backup
            file.unlink()
            gone.append(file)
    return gone
