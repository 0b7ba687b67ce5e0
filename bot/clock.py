"""The clocks: the only place that knows what time it is, and Discord's, by which posts go where the machine's is wrong.

Everything that asks for the time is handed a `Clock`; nothing else calls `datetime.now`. The sandbox hands in
a clock that can be moved.
"""

import functools
import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from types import SimpleNamespace
from typing import Final, TypeAlias

import aiohttp

Clock: TypeAlias = Callable[[], datetime]
"""Answers with the present instant: time-zone-aware, in UTC."""


def utc_now() -> datetime:
    """Read the machine's own time, in UTC."""
    return datetime.now(UTC)


SYSTEM_CLOCK: Final[Clock] = utc_now


_log = logging.getLogger(__name__)

# --- Discord's clock --------------------------------------------------------------------------------------------------


TOLERATED: Final = timedelta(seconds=30)
"""A machine's clock that is no further off is right: nobody notices, and time doesn't jump for it."""
AGREED: Final = timedelta(seconds=5)
"""Two answers that are no further apart say the same; what took longer says nothing."""
_TO_THE_SECOND: Final = timedelta(seconds=1)
"""A `Date` leaves out what is less (RFC 9110, 5.6.7)."""


class DiscordClock:
    """Tells the present by the machine's clock, put right by Discord's where it is wrong.

    Each answer of Discord's tells by its `Date` when it was made. Two in a row that say the same of the machine's clock
    are believed: one may be a proxy's. Have `watch()` hear of all answers.
    """

    def __init__(self, machine: Clock) -> None:
        self._machine = machine
        self._ahead = timedelta(0)
        self._heard: timedelta | None = None

    def __call__(self) -> datetime:
        """Give the present instant, in UTC."""
        return self._machine() - self._ahead

    @property
    def ahead(self) -> timedelta:
        """How far the machine's clock is ahead of Discord's, negative where it is behind; 0 within `TOLERATED`."""
        return self._ahead

    def watch(self, trace: aiohttp.TraceConfig) -> None:
        """Have an aiohttp trace configuration tell of every answer that a session gets."""
        trace.on_request_start.append(self._asked)
        trace.on_request_end.append(self._answered)

    def note(self, asked_at: datetime, date: datetime, answered_at: datetime) -> None:
        """Take in that Discord made an answer at `date`, between two instants of the machine's clock."""
        least, most = asked_at - date - _TO_THE_SECOND, answered_at - date
        if most < least or most - least > AGREED:
            return
        ahead = least + (most - least) / 2
        if abs(ahead) <= (TOLERATED / 2 if self._ahead else TOLERATED):  # so that time doesn't go to and fro
            ahead = timedelta(0)
        before, self._heard = self._heard, ahead
        if before is None or abs(before - ahead) > AGREED or abs(ahead - self._ahead) <= AGREED:
            return
        self._ahead = ahead
        if not ahead:
            _log.info("This machine's clock is right again")
            return
        _log.warning(
            "This machine's clock is %.0f s %s Discord's: posts go by Discord's. Synchronize it with NTP",
            abs(ahead.total_seconds()),
            "ahead of" if ahead > timedelta(0) else "behind",
        )

    async def _asked(
        self, _session: aiohttp.ClientSession, context: SimpleNamespace, _params: aiohttp.TraceRequestStartParams
    ) -> None:
        context.asked_at = self._machine()

    async def _answered(
        self, _session: aiohttp.ClientSession, context: SimpleNamespace, params: aiohttp.TraceRequestEndParams
    ) -> None:
        try:
            date = _read_date(params.response.headers.get("Date", ""))
        except ValueError:
            return
        self.note(context.asked_at, date, self._machine())


@functools.lru_cache(maxsize=1)
def _read_date(header: str) -> datetime:
    """Read a `Date`, which all answers of a second share. Raises `ValueError`."""
    date = parsedate_to_datetime(header)
    return date if date.tzinfo else date.replace(tzinfo=UTC)
