"""`python -m bot`; the console command `yokoku` is the same."""

import gc
import os
import signal
import sys
from types import FrameType

INTERRUPTED = 130
"""The exit status of what Ctrl+C has ended (128 and the signal's number), where nothing was under way."""


def _end_at_once(number: int, _frame: FrameType | None) -> None:
    """End a process that has not begun yet: nothing has to be looked after, and no exception would be sure to get out.

    Libraries that are being imported try things and take whatever comes of it, and so does the garbage collector.
    """
    os._exit(INTERRUPTED if number == signal.SIGINT else 0)


def _end(_number: int, _frame: FrameType | None) -> None:
    """End in order. SIGTERM's own way out is a failure to systemd."""
    sys.exit(0)


def main() -> None:
    """Run the command line. Interrupted before that is there, it ends without a word."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _end_at_once)
    gc.disable()  # what is imported stays: to look for garbage in it takes a tenth of a start
    from bot.cli.app import main as run  # noqa: PLC0415 - half a second, in which people change their minds

    gc.enable()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, _end)  # until what runs takes it
    run()


if __name__ == "__main__":
    main()
