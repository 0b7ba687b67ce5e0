"""A bot on a machine whose clock is set while it runs: `python -m tests.crash.set_clock`.

How far the clock is ahead of the right time stands in a file, which the environment names.
"""

import os
import struct
from datetime import timedelta
from pathlib import Path

from bot import settings
from bot.clock import SYSTEM_CLOCK, Clock
from bot.running import run_bot, to_the_end

FILE_NAMED_BY = "CLOCK_AHEAD_FILE"
_SECONDS = struct.Struct("d")


class MachineClock:
    """The clock of the bots' machine, as whoever sets it has it: its seconds ahead of the right time."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.ahead = 0.0
        self.file.write_bytes(_SECONDS.pack(self.ahead))

    def set(self, ahead: float) -> None:
        """Set it, while bots read it."""
        self.ahead = ahead
        with self.file.open("r+b", buffering=0) as opened:
            opened.write(_SECONDS.pack(ahead))


def clock_of(file: Path) -> Clock:
    """Give the clock that a bot reads."""
    descriptor = os.open(file, os.O_RDONLY)
    return lambda: SYSTEM_CLOCK() + timedelta(seconds=_SECONDS.unpack(os.pread(descriptor, _SECONDS.size, 0))[0])


def main() -> None:
    """Run the bot as `yokoku run` does, by that clock."""
    clock = clock_of(Path(os.environ[FILE_NAMED_BY]))
    to_the_end(lambda stop: run_bot(settings.load(), stop, clock))


if __name__ == "__main__":
    main()
