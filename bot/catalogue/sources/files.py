"""A file of JSON that somebody brings: read whole, or refused with what is wrong with it."""

import errno
import json
import stat
from pathlib import Path
from typing import NoReturn

from bot.errors import CatalogueError

MOST_BYTES = 100_000_000
"""More than ten times what bangumi-data has; ten times as much again is needed of memory to read it."""
_WHY = {
    errno.ENOENT: "there is no such file",
    errno.EACCES: "it may not be read; check its owner and permissions",
    errno.ELOOP: "its links lead in a circle",
    errno.ENAMETOOLONG: "no file has so long a name",
}


def read_json(file: Path) -> object:
    """Read what a file holds. Raises `CatalogueError` with one line for whoever named it."""
    try:
        text = _bytes_of(file).decode("utf-8-sig")
        return json.loads(text, parse_constant=_refuse)
    except OSError as error:
        raise CatalogueError(f"{file}: {_WHY.get(error.errno or 0, str(error.strerror))}.") from None
    except UnicodeDecodeError as error:
        raise CatalogueError(f"{file}: it isn't UTF-8 (byte {error.start:,}); it must be a JSON file.") from None
    except json.JSONDecodeError as error:
        cut = "; it was cut off, get it again" if error.pos >= len(error.doc.rstrip()) else ""
        raise CatalogueError(f"{file}: it isn't JSON, in line {error.lineno:,}: {error.msg}{cut}.") from None
    except RecursionError:
        raise CatalogueError(f"{file}: its lists and objects lie too deep within each other.") from None
    except ValueError as error:  # NaN, a number of 5,000 digits, a NUL in the path
        raise CatalogueError(f"{file}: it can't be read: {error}.") from None


def _bytes_of(file: Path) -> bytes:
    found = file.stat()
    if stat.S_ISDIR(found.st_mode):
        raise CatalogueError(f"{file}: it is a folder; name a file in it.")
    if not stat.S_ISREG(found.st_mode):
        raise CatalogueError(f"{file}: it is no regular file.")
    if found.st_size > MOST_BYTES:
        raise CatalogueError(
            f"{file}: it has {found.st_size / 1e6:,.0f} MB, and no more than {MOST_BYTES / 1e6:,.0f} MB are read."
        )
    with file.open("rb") as opened:
        return opened.read(MOST_BYTES)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number in JSON")
