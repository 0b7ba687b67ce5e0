"""The long proof: round after round of killing, in all weathers, for as long as is asked.

    python -m tests.crash.soak --minutes 60 --seed 1

Each round has at least a thousand posts come due over fifty channels and kills the bot at least a hundred times, in
every phase of a delivery. What is lost or posted twice ends it with status 1, and the round's store and log are kept.
"""

import argparse
import asyncio
import itertools
import shutil
import statistics
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.crash.rounds import Figures, Round, Setting

POSTS, CHANNELS, KILLS, WITHIN = 1_000, 50, 100, 200.0
LONGEST_ROUND = 1_500.0
"""A round that takes longer than so many seconds hangs."""
A_LEASE_AND_MORE = (62.0, 75.0)

ROUNDS = {
    "one bot": {},
    "two bots": {"bots": 2},
    "one bot, bad weather": {"share": 0.05, "disturbed": True, "rate_limits": True},
    "two bots, bad weather": {"bots": 2, "share": 0.05, "disturbed": True, "rate_limits": True},
    "two bots, asleep for longer than a lease": {"bots": 2, "disturbed": True, "frozen_seconds": A_LEASE_AND_MORE},
}
"""The kinds of round, which take turns."""


def settings(seed: int) -> Iterator[tuple[str, Setting]]:
    """Rounds without end, each with a seed of its own."""
    for number, (name, more) in enumerate(itertools.cycle(ROUNDS.items())):
        base = Setting(seed=seed + number, posts=POSTS, channels=CHANNELS, kills=KILLS, within=WITHIN)
        yield name, Setting(**{**_fields(base), **more})


def _fields(setting: Setting) -> dict[str, object]:
    return {name: getattr(setting, name) for name in setting.__slots__}
