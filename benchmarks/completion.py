"""Autocompletion over the wire, among all of bangumi-data: from the member's call to the choices' arrival.

Beside a bare bot that offers 25 constants; each bot has a sandbox of its own, every one of them is a process, and the
calls go to one after the other. What is typed is of every kind that `benchmarks.search` asks. Aim: p95 within 100 ms,
of the three seconds that Discord waits.
"""

import asyncio
import random
import time
from statistics import quantiles

from benchmarks import bangumi
from benchmarks.arena import BARE, YOKOKU, bot, folder, sandbox
from benchmarks.series import member_of
from benchmarks.typed import KINDS, queries
from bot.clock import SYSTEM_CLOCK
from bot.database.engine import Database
from sandbox.client.user import SandboxUser

WARM_UP, OF_EACH_KIND = 30, 60


async def call(member: SandboxUser, typed: str) -> float:
    """Measure the seconds until the choices for what is typed are there."""
    began = time.perf_counter()
    await member.autocomplete("series", focused="series", series=typed)
    return time.perf_counter() - began


async def main() -> None:
    """Measure and print."""
    known = bangumi.read()
    typed = [query.text[:100] for kind in KINDS for query in queries(kind, known, seed=1, count=OF_EACH_KIND)]
    random.Random(1).shuffle(typed)  # noqa: S311 - a benchmark's
    times: dict[str, list[float]] = {"Yokoku": [], "constants": []}
    with folder() as home:
        database = await Database.open(f"sqlite+aiosqlite:///{home / 'yokoku.db'}", clock=SYSTEM_CLOCK)
        await bangumi.fill(database, known)
        await database.close()
        async with (
            sandbox() as one,
            sandbox() as two,
            bot(YOKOKU, one, home / "yokoku.db"),
            bot(BARE, two),
            member_of(one) as at_yokoku,
            member_of(two) as at_constants,
        ):
            for text in typed[:WARM_UP] + typed:
                for each, member in zip(times.values(), (at_yokoku, at_constants), strict=True):
                    each.append(await call(member, text))
    shares = {name: quantiles(each[WARM_UP:], n=100) for name, each in times.items()}
    for share, at in (("p50", 49), ("p95", 94), ("p99", 98)):
        ours, theirs = shares["Yokoku"][at], shares["constants"][at]
        print(f"{share}: Yokoku {ours * 1000:.1f} ms, constants {theirs * 1000:.1f} ms: ratio {ours / theirs:.2f}")


if __name__ == "__main__":
    asyncio.run(main())
