"""The only place that knows what time it is.

Everything that asks for the time is handed a `Clock`; nothing else calls `datetime.now`. The sandbox hands in
its own, so that a person can stand in January 2024 and see a premiere arrive.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final, TypeAlias

Clock: TypeAlias = Callable[[], datetime]
"""Answers with the present instant: time-zone-aware, in UTC."""


def utc_now() -> datetime:
    """Read the machine's own time, in UTC."""
    return datetime.now(UTC)


SYSTEM_CLOCK: Final[Clock] = utc_now
