"""A command line as people type it: "/series series:metallic-rouge", or "/series metallic-rouge"."""

import re
from collections.abc import Sequence

from sandbox.people.offered import Offered
from sandbox.people.refusals import RefusedError


def parse(line: str, offered: Sequence[Offered]) -> tuple[Offered, dict[str, str]]:
    """Find the command that a line names, and the options that it gives, still as text.

    A value runs on to the next option's name, so it may have spaces; what stands before the first name is the first
    option's. Raises `RefusedError`.
    """
    text = line.strip()
    if not text.startswith("/"):
        raise RefusedError("A command begins with /")
    command = _command(text[1:], offered)
    rest = _after(text[1:], command.name)
    names = [option["name"] for option in command.options]
    if rest and not names:
        raise RefusedError(f"/{command.name} takes no options")
    return command, _options(rest, names)


def _after(text: str, name: str) -> str:
    """Give what follows a command's name, whatever spaces stand within it."""
    return (
        text.split(maxsplit=len(name.split()))[len(name.split()) :][0] if len(text.split()) > len(name.split()) else ""
    )


def _command(text: str, offered: Sequence[Offered]) -> Offered:
    words = text.split()
    fitting = [each for each in offered if words[: len(each.name.split())] == each.name.split()]
    if not fitting:
        raise RefusedError(f"There is no command /{' '.join(words[:1])} here", 404)
    return max(fitting, key=lambda each: len(each.name))


def _options(rest: str, names: list[str]) -> dict[str, str]:
    if not rest:
        return {}
    known = re.compile(r"(?:^|\s)(" + "|".join(map(re.escape, names)) + r"):\s*")
    pieces = known.split(rest)
    first = pieces[0].strip()
    given = {names[0]: first} if first else {}
    for name, value in zip(pieces[1::2], pieces[2::2], strict=True):
        if name in given:
            raise RefusedError(f"{name} is given twice")
        given[name] = value.strip()
    return given
