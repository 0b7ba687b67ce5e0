"""What an operator can mend, told on the command line: one line, and exit status 2."""

import contextlib
from collections.abc import Iterator
from typing import NoReturn

import typer

from bot.errors import CatalogueError, OperatorError

UNUSABLE = 2
"""The exit status for what an operator has to mend first; nothing was changed."""


def give_up(line: str) -> NoReturn:
    """Say what is to be mended, and end."""
    typer.echo(line, err=True)
    raise typer.Exit(UNUSABLE)


@contextlib.contextmanager
def one_line() -> Iterator[None]:
    """Give up, without a traceback, where what is done within meets something that an operator can mend."""
    try:
        yield
    except (OperatorError, CatalogueError) as error:
        line = str(error)
    else:
        return
    give_up(line)
