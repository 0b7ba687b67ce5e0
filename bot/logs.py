"""Logging: one line for each record, as text or JSON, from which secrets are struck out."""

import json
import logging
import re
import sys
from collections.abc import Iterable
from datetime import UTC, datetime

STRUCK_OUT = "[struck out]"
ONE_429_IN_SECONDS = 60.0

# Discord's bot tokens, and the tokens of interactions and webhooks as they stand in addresses.
_LOOKS_SECRET = re.compile(
    r"[\w-]{18,}\.[\w-]{6}\.[\w-]{25,}|(/webhooks/\d+/)[\w-]{20,}|(/interactions/\d+/)[\w-]{20,}"
)


class Redactor:
    """Strikes secrets out of text: the ones it was told, and whatever has the shape of a Discord token."""

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets = tuple(secret for secret in secrets if secret)

    def __call__(self, text: str) -> str:
        """Give `text` without the secrets."""
        for secret in self._secrets:
            text = text.replace(secret, STRUCK_OUT)
        return _LOOKS_SECRET.sub(lambda match: f"{match[1] or match[2] or ''}{STRUCK_OUT}", text)


class TextFormatter(logging.Formatter):
    """For people: time in UTC, level, logger, message."""

    def __init__(self, redact: Redactor) -> None:
        super().__init__("%(message)s")
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        """Write one record, its traceback on further lines; times are in UTC."""
        at = datetime.fromtimestamp(record.created, UTC)
        return f"{at:%Y-%m-%d %H:%M:%S}Z {record.levelname:<7} {record.name}: {self._redact(super().format(record))}"


class JsonFormatter(logging.Formatter):
    """For collectors: an object on a line with `at`, `level`, `logger`, `message` and, after an error, `traceback`."""

    def __init__(self, redact: Redactor) -> None:
        super().__init__()
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        """Write one record as JSON, on one line."""
        entry = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "message": self._redact(record.getMessage()),
        }
        if record.exc_info:
            entry["traceback"] = self._redact(self.formatException(record.exc_info))
        return json.dumps(entry, ensure_ascii=False)


def set_up(*, level: str, style: str, secrets: Iterable[str]) -> None:
    """Log to standard error from here on, in place of whatever was set up before. `style` is "text" or "json"."""
    redact = Redactor(secrets)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter(redact) if style == "json" else TextFormatter(redact))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # Every wake of the schedule would be two lines, every upgrade a dozen about Alembic's own parts.
    for chatty in ("apscheduler", "alembic.runtime.plugins"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    # At each start discord.py warns that it can't speak, which this bot never does.
    logging.getLogger("discord.client").addFilter(
        lambda record: "voice will NOT be supported" not in record.getMessage()
    )
    logging.getLogger("discord.shard").addFilter(_in_one_line)
    logging.getLogger("discord.http").addFilter(_Sparing())


def _in_one_line(record: logging.LogRecord) -> bool:
    """Put a try to reconnect in one line, which discord.py logs with a traceback that is the same each time."""
    if record.exc_info and (error := record.exc_info[1]) is not None:
        record.msg = f"{record.getMessage()} ({type(error).__name__}: {error})"
        record.args = record.exc_info = None
    return True


class _Sparing:
    """discord.py logs every 429, though it waits as told; one in a minute is enough to know of."""

    def __init__(self) -> None:
        self._next = 0.0

    def __call__(self, record: logging.LogRecord) -> bool:
        """Tell whether a record is let through."""
        if "rate limit" not in record.getMessage().lower() or record.levelno != logging.WARNING:
            return True
        is_due = record.created >= self._next
        if is_due:
            self._next = record.created + ONE_429_IN_SECONDS
        return is_due
