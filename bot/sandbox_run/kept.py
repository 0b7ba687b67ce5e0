"""What a folder keeps of a sandbox with the bot in it, and how that is thrown away."""

import contextlib
from pathlib import Path

from bot.database import backups
from bot.errors import OperatorError
from sandbox.world.storage import FILE_NAME

STORE_NAME = "yokoku.db"
_SQLITE_ENDINGS = ("", "-wal", "-shm", "-journal")


def has_world(folder: Path | None) -> bool:
    """Tell whether a world was kept in a folder before."""
    return folder is not None and (folder / FILE_NAME).exists()


def require_own(folder: Path) -> None:
    """Raise `OperatorError` where a bot's store, or a backup of it, lies without a sandbox's world.

    It is that of a bot on Discord itself, and a reset would throw it away.
    """
    store = folder / STORE_NAME
    theirs = [each for each in (store, *backups.lying_at(store)) if each.exists()]
    if theirs and not has_world(folder):
        raise OperatorError(f"--data: {theirs[0]} isn't a sandbox's, but a bot's own. Choose another folder.")


def throw_away(folder: Path) -> None:
    """Delete what the sandbox and the bot kept there, and nothing else. Neither may be running.

    Raises `OperatorError` for what can't be deleted.
    """
    ours = [folder / f"{name}{ending}" for name in (FILE_NAME, STORE_NAME) for ending in _SQLITE_ENDINGS]
    ours += [*folder.glob(f"{STORE_NAME}.*.claimant"), *backups.lying_at(folder / STORE_NAME)]
    try:
        for file in ours:
            file.unlink(missing_ok=True)
    except OSError as error:
        raise OperatorError(f"--data: a reset can't delete everything: {error}") from None
    with contextlib.suppress(OSError):  # something of somebody else's lies in it, or it isn't there
        backups.folder_of(folder / STORE_NAME).rmdir()
