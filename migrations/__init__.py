"""The store's migrations. `versions/` holds a file for each; `HEAD` names the newest.

`HEAD` stands here so that a start with nothing to upgrade doesn't have to load Alembic; a test holds it to the files.
"""

import glob
from pathlib import Path

from sqlalchemy import Connection

HEAD = "0033"


def is_known(version: str) -> bool:
    """Tell whether a schema of this version can be upgraded from here."""
    return any((Path(__file__).parent / "versions").glob(f"{glob.escape(version)}_*.py"))


def upgrade(connection: Connection, to: str = HEAD) -> bool:
    """Bring the database up to a version inside the caller's transaction; False where its own isn't known here."""
    from alembic import command  # noqa: PLC0415 - a fifth of a second that only an upgrade has to pay
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, to)
    except CommandError as error:
        if "Can't locate revision" in str(error):
            return False
        raise
    return True
