"""The long proof: round after round of killing, in all weathers, for as long as is asked.

    python -m tests.crash.soak --minutes 60 --seed 1

In each round a thousand posts come due over fifty channels, and the bot is killed a hundred times, in every phase of a
delivery. Anything lost or posted twice makes its status 1, and that round's store and log are kept.
"""

import argparse
import asyncio
import itertools
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.crash.rounds import Figures, Round, Setting

PLAIN = Setting(seed=0, posts=1_000, channels=50, kills=100, within=200.0)
FOUL = replace(PLAIN, share=0.05, disturbed=True, rate_limits=True)
ROUNDS = {
    "one bot": PLAIN,
    "two bots": replace(PLAIN, bots=2),
    "one bot, bad weather": FOUL,
    "two bots, bad weather": replace(FOUL, bots=2),
    "two bots, asleep for longer than a lease": replace(PLAIN, bots=2, disturbed=True, frozen_seconds=(62.0, 75.0)),
}
"""The kinds of round, which take turns."""
LONGEST_ROUND = 1_800.0
"""A round that takes longer than so many seconds hangs."""


def rounds(seed: int) -> Iterator[tuple[str, Setting]]:
    """Rounds without end, each with a seed of its own."""
    for number, (name, setting) in enumerate(itertools.cycle(ROUNDS.items())):
        yield name, replace(setting, seed=seed + number)


async def soak(minutes: float, seed: int, evidence: Path) -> int:
    """Play rounds until the time is up; how many went wrong. The evidence of those is left in the folder `evidence`."""
    console = Console(width=110, highlight=False)
    total, wrong = Figures(), 0
    began = time.monotonic()
    for name, setting in rounds(seed):
        if time.monotonic() - began > minutes * 60:
            break
        figures, trouble = await _one(setting, evidence / f"seed-{setting.seed}")
        verdict = "good" if not trouble else f"WRONG, see {evidence}/seed-{setting.seed}: {trouble}"
        elapsed = (time.monotonic() - began) / 60
        console.print(f"{elapsed:5.1f} min  seed {setting.seed}: {name}: {_in_short(figures)}: {verdict}")
        total.add(figures)
        wrong += bool(trouble)
    console.print(table(total, (time.monotonic() - began) / 60))
    console.print("Nothing was lost, and nothing was posted twice." if not wrong else f"{wrong} rounds went wrong.")
    return wrong


async def _one(setting: Setting, folder: Path) -> tuple[Figures, str]:
    """Play one round; what came of it, and what was wrong."""
    folder.mkdir(parents=True)
    round_ = Round(setting, folder)
    try:
        async with asyncio.timeout(LONGEST_ROUND):
            await round_.play()
    except Exception:  # noqa: BLE001 - a round that broke is one that went wrong; the next is played
        (folder / "error.txt").write_text(traceback.format_exc())
        return round_.figures, "it broke off, see error.txt"
    if not round_.figures.is_good:
        ended = f"lost {round_.figures.lost}, twice {round_.figures.twice}, unsent {dict(round_.figures.unsent)}"
        return round_.figures, f"{ended}, exits {dict(round_.figures.exits)}"
    shutil.rmtree(folder)
    return round_.figures, ""


def _in_short(figures: Figures) -> str:
    late = f"{quantile(figures.lateness, 0.5):.1f} s late in the middle" if figures.lateness else "none arrived"
    return f"{len(figures.lateness)} of {figures.posts} posts, {figures.kills.total()} kills, {late}"


def quantile(values: Sequence[float], share: float) -> float:
    """The value that `share` of them don't exceed; of none, 0."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else 0.0


def table(total: Figures, minutes: float) -> Table:
    """The figures of all rounds."""
    shown = Table("what", "figure", title=f"{total.rounds} rounds in {minutes:.0f} minutes")
    shown.add_row("posts due", f"{total.posts:,}")
    shown.add_row("lost", str(len(total.lost)))
    shown.add_row("posted twice", str(len(total.twice)))
    for kind, counter in (("killed", total.kills), ("disturbed", total.disturbances), ("trouble", total.troubles)):
        for name, times in sorted(counter.items()):
            shown.add_row(f"{kind}: {name}", f"{times:,}")
    for name, seconds in (
        ("lateness, all outages included", total.lateness),
        ("kill to next post", total.crash_delays),
    ):
        p50, p99 = (quantile(seconds, share) for share in (0.5, 0.99))
        shown.add_row(f"{name}: p50, p99, max", f"{p50:.2f} s, {p99:.2f} s, {max(seconds, default=0.0):.2f} s")
    memory = [each / 2**20 for each in total.memory]
    shown.add_row("memory of a bot at a round's end, largest", f"{max(memory, default=0.0):.0f} MiB")
    return shown


def main() -> None:
    """Read the command line, and soak."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--minutes", type=float, default=60, help="no round is begun after so many (60)")
    asked.add_argument("--seed", type=int, default=1, help="of the first round; the next has the next number (1)")
    asked.add_argument("--evidence", type=Path, help="where stores and logs of bad rounds are left")
    options = asked.parse_args()
    evidence = options.evidence or Path(tempfile.mkdtemp(prefix="yokoku-soak-"))
    sys.exit(1 if asyncio.run(soak(options.minutes, options.seed, evidence)) else 0)


if __name__ == "__main__":
    main()
