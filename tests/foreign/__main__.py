"""`python -m tests.foreign [LIBRARY …]`: which library can do what in the sandbox, as a table.

The exit status is 1 where something doesn't work that should.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.foreign.capabilities import CAPABILITIES
from tests.foreign.libraries import LIBRARIES, EnvironmentMissing, Library, install
from tests.foreign.rounds import Outcome, play

FOLDER = Path(__file__).parents[2] / ".foreign"
LINES_OF_LOG = 15


async def run(libraries: Sequence[Library], console: Console) -> list[Outcome]:
    """Run the libraries' bots one after another."""
    outcomes = []
    FOLDER.mkdir(exist_ok=True)
    for library in libraries:
        console.print(f"{library.name} …", style="dim")
        try:
            outcomes.append(await play(library, await install(library, FOLDER), FOLDER))
        except EnvironmentMissing as missing:
            outcomes.append(Outcome(library, not_run=str(missing)))
    return outcomes


def table(outcomes: Sequence[Outcome]) -> Table:
    """Lay out capability × library: ✓ works, ✗ doesn't, – isn't there."""
    shown = Table("", *(outcome.library.name for outcome in outcomes))
    for name in CAPABILITIES:
        shown.add_row(name, *(outcome.sign(name) for outcome in outcomes))
    return shown


def report(outcomes: Sequence[Outcome], console: Console) -> int:
    """Print the table and what went wrong; give the exit status."""
    console.print(table(outcomes))
    for outcome in outcomes:
        if outcome.not_run:
            console.print(f"{outcome.library.name} was not run: {outcome.not_run}", markup=False)
        for name, why in outcome.found.items():
            if why:
                console.print(f"{outcome.library.name}, {name}: {why}", markup=False)
        if not outcome.is_good:
            console.print("\n".join(outcome.log.splitlines()[-LINES_OF_LOG:]), markup=False, style="dim")
    return 0 if all(outcome.is_good for outcome in outcomes) else 1


def main(given: Sequence[str] | None = None) -> int:
    """Run what the command line asks for; give the exit status."""
    named = {library.name: library for library in LIBRARIES}
    parser = argparse.ArgumentParser(prog="python -m tests.foreign", description=__doc__)
    parser.add_argument("libraries", nargs="*", metavar="LIBRARY", help=f"all, unless named: {', '.join(named)}")
    asked = parser.parse_args(given).libraries or list(named)
    if unknown := sorted(set(asked) - set(named)):
        parser.error(f"unknown: {', '.join(unknown)}")
    console = Console(highlight=False)
    return report(asyncio.run(run([named[name] for name in asked], console)), console)


if __name__ == "__main__":
    sys.exit(main())
