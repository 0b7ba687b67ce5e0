"""`python -m bot`; the console command `yokoku` is the same."""

import sys

INTERRUPTED = 130
"""The exit status of what Ctrl+C has ended (128 and the signal's number), where nothing was under way."""


def main() -> None:
    """Run the command line. Interrupted before that is there, it ends without a word."""
    try:
        from bot.cli.app import main as run  # noqa: PLC0415 - half a second, in which people change their minds
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    run()


if __name__ == "__main__":
    main()
