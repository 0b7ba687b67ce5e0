"""`python -m bot`; the console command `yokoku` is the same."""

import gc
import signal
import sys
from types import FrameType

INTERRUPTED = 130
"""The exit status of what Ctrl+C has ended (128 and the signal's number), where nothing was under way."""


def _end(_number: int, _frame: FrameType | None) -> None:
    """End in order: whoever asks a process to stop that has not begun yet has nothing to look after."""
    sys.exit(0)


def main() -> None:
    """Run the command line. Interrupted before that is there, it ends without a word."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # who is started in the background has it ignored
    signal.signal(signal.SIGTERM, _end)  # until what runs takes it: SIGTERM's own way out is a failure to systemd
    gc.disable()  # what is imported stays: to look for garbage in it takes a tenth of a start
    try:
        from bot.cli.app import main as run  # noqa: PLC0415 - half a second, in which people change their minds
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    gc.enable()
    run()


if __name__ == "__main__":
    main()
