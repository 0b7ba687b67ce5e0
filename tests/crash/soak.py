"""The long proof: round after round of killing, in all weathers, for as long as is asked.

    python -m tests.crash.soak --minutes 60 --seed 1

In each round posts come due over channels, a thousand over fifty in the largest, and the bot is killed in every phase
of a delivery. Anything lost or posted twice, and any word of the bot's that isn't so, makes its status 1, and that
round's store and log are kept.
"""

import argparse
import asyncio
import itertools
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.crash.disturbances import ANYWHERE
from tests.crash.figures import Figures
from tests.crash.rounds import Round
from tests.crash.setting import Setting

PLAIN = Setting(seed=0, posts=1_000, channels=50, kills=100, within=200.0)
FOUL = replace(PLAIN, share=0.05, disturbances=ANYWHERE, rate_limits=True)
BRIEF = Setting(seed=0, posts=300, channels=30, kills=12, within=90.0)
ACTED = Setting(seed=0, posts=60, channels=6, kills=15, within=120.0, steady_seconds=9.0, moderators=3)
ROUNDS = {
    "one bot": PLAIN,
    "frozen for 31 to 120 s, alone and in pairs": replace(
        BRIEF,
        bots=2,
        kills=5,
        within=300.0,
        disturbances=("frozen", "two frozen"),
        disturbed_share=0.5,
        frozen_seconds=(31.0, 120.0),
    ),
    "moderators act, clocks are set": replace(ACTED, disturbances=("clock set",), disturbed_share=0.7),
    "two bots": replace(PLAIN, bots=2),
    "a fifth of a processor": replace(BRIEF, quota=0.2, kills=10),
    "the store is put back": replace(BRIEF, rollbacks=4, bots=2, within=20.0),
    "one bot, bad weather": FOUL,
    "refused for what is in it, and archived": replace(
        ACTED, refused=0.2, threads=3, disturbances=("threads archived", "stopped"), disturbed_share=0.7
    ),
    "two bots answer": replace(ACTED, bots=2, disturbances=("stopped", "frozen"), disturbed_share=0.3),
    "two bots, bad weather": replace(FOUL, bots=2),
}
"""The kinds of round, which take turns."""
GOOD = "Nothing was lost, nothing was posted twice, and what the bot said was so."
LONGEST_ROUND = 1_800.0
"""A round that takes longer than so many seconds hangs."""


def rounds(seed: int, of: str = "") -> Iterator[tuple[str, Setting]]:
    """Rounds without end, each with a seed of its own, of the kinds with such words in their names."""
    kinds = {name: setting for name, setting in ROUNDS.items() if of in name}
    for number, (name, setting) in enumerate(itertools.cycle(kinds.items())):
        yield name, replace(setting, seed=seed + number)


async def soak(minutes: float, seed: int, evidence: Path, of: str = "") -> int:
    """Play rounds until the time is up; how many went wrong. The evidence of those is left in the folder `evidence`."""
    console = Console(width=110, highlight=False)
    of_kind, wrong = dict[str, Figures](), 0
    began = time.monotonic()
    for name, setting in rounds(seed, of):
        if time.monotonic() - began > minutes * 60:
            break
        figures, trouble = await _one(setting, evidence / f"seed-{setting.seed}")
        verdict = "good" if not trouble else f"WRONG, see {evidence}/seed-{setting.seed}: {trouble}"
        elapsed = (time.monotonic() - began) / 60
        console.print(f"{elapsed:5.1f} min  seed {setting.seed}: {name}: {_in_short(figures)}: {verdict}")
        of_kind.setdefault(name, Figures()).add(figures)
        wrong += bool(trouble)
    console.print(kinds_table(of_kind))
    console.print(table(total(of_kind.values()), (time.monotonic() - began) / 60))
    console.print(GOOD if not wrong else f"{wrong} rounds went wrong.")
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
        (folder / "untrue.txt").write_text("\n".join(round_.figures.untrue))
        ended = f"lost {round_.figures.lost}, twice {round_.figures.twice}, unsent {dict(round_.figures.unsent)}"
        return round_.figures, f"{ended}, untrue {len(round_.figures.untrue)}, exits {dict(round_.figures.exits)}"
    shutil.rmtree(folder)
    return round_.figures, ""


def _in_short(figures: Figures) -> str:
    late = f"{quantile(figures.lateness, 0.5):.1f} s late in the middle" if figures.lateness else "none arrived"
    return f"{len(figures.lateness)} of {figures.posts} posts, {figures.kills.total()} kills, {late}"


def quantile(values: Sequence[float], share: float) -> float:
    """The value that `share` of them don't exceed; of none, 0."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else 0.0


def total(of_kinds: Iterable[Figures]) -> Figures:
    """Sum the figures of all kinds up."""
    summed = Figures()
    for figures in of_kinds:
        summed.add(figures)
    return summed


def kinds_table(of_kind: Mapping[str, Figures]) -> Table:
    """The figures of each kind of round."""
    shown = Table("kind of round", "rounds", "posts", "kills", "freezes", "rollbacks", "clock set", "deeds")
    for column in ("lost", "twice", "untrue"):
        shown.add_column(column)
    for name, figures in of_kind.items():
        came = figures.disturbances
        counted = (
            figures.rounds,
            figures.posts,
            figures.kills.total(),
            came["frozen"] + 2 * came["two frozen"],
            came["store put back"],
            came["clock set"],
            figures.deeds.total(),
            len(figures.lost),
            len(figures.twice),
            len(figures.untrue),
        )
        shown.add_row(name, *(f"{each:,}" for each in counted))
    return shown


def table(summed: Figures, minutes: float) -> Table:
    """The figures of all rounds."""
    shown = Table("what", "figure", title=f"{summed.rounds} rounds in {minutes:.0f} minutes")
    shown.add_row("posts due", f"{summed.posts:,}")
    shown.add_row("lost", str(len(summed.lost)))
    shown.add_row("posted twice", str(len(summed.twice)))
    shown.add_row("untrue words", str(len(summed.untrue)))
    counters = {
        "killed": summed.kills,
        "disturbed": summed.disturbances,
        "trouble": summed.troubles,
        "moderators": summed.deeds,
        "interactions": summed.answers,
    }
    for kind, counter in counters.items():
        for name, times in sorted(counter.items()):
            shown.add_row(f"{kind}: {name}", f"{times:,}")
    for name, seconds in (
        ("lateness, all outages included", summed.lateness),
        ("kill to next post", summed.crash_delays),
    ):
        p50, p99 = (quantile(seconds, share) for share in (0.5, 0.99))
        shown.add_row(f"{name}: p50, p99, max", f"{p50:.2f} s, {p99:.2f} s, {max(seconds, default=0.0):.2f} s")
    memory = [each / 2**20 for each in summed.memory]
    shown.add_row("memory of a bot at a round's end, largest", f"{max(memory, default=0.0):.0f} MiB")
    return shown


def main() -> None:
    """Read the command line, and soak."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--minutes", type=float, default=60, help="no round is begun after so many (60)")
    asked.add_argument("--seed", type=int, default=1, help="of the first round; the next has the next number (1)")
    asked.add_argument("--of", default="", help="only kinds of round with these words in their names")
    asked.add_argument("--evidence", type=Path, help="where stores and logs of bad rounds are left")
    options = asked.parse_args()
    evidence = options.evidence or Path(tempfile.mkdtemp(prefix="yokoku-soak-"))
    sys.exit(1 if asyncio.run(soak(options.minutes, options.seed, evidence, options.of)) else 0)


if __name__ == "__main__":
    main()
