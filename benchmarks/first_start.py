"""A first start from an empty folder: to the first answer, to `/series frieren`, and to the whole catalogue.

The floor is the first answer of a bot that begins without the snapshot, in the same run. Each is a process of its own,
beside a sandbox in another, and is asked again and again from when it is ready. Then the snapshot is taken in within
this process, where it is seen for how long the event loop stands still and others can't write. Aim: the whole catalogue
5 s after the bot is ready; nobody waits for more than 50 ms on the loop, or 100 ms to write.
"""

import asyncio
import contextlib
import sqlite3
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.arena import YOKOKU, bot, folder, sandbox
from benchmarks.series import member_of
from benchmarks.sync import TimedDatabase
from bot.catalogue.snapshot_sync import SnapshotState, SnapshotSync
from bot.catalogue.sources.bangumi.snapshot import SNAPSHOT, unpack
from bot.clock import SYSTEM_CLOCK
from bot.exchange import starter
from sandbox.client.user import SandboxUser

ROUNDS = 3
KNOWN, WANTED = "metallic-rouge", "frieren"
TICK, BETWEEN = 0.001, 0.05
SERIES = len(unpack(SNAPSHOT).lines)


@dataclass
class First:
    """Seconds from a process' birth until it is ready, answers, knows Frieren, knows all; and those of each answer."""

    ready: float
    answer: float = 0.0
    found: float = 0.0
    complete: float = 0.0
    mebibytes: float = 0.0
    answers: list[float] = field(default_factory=list)


def is_complete(store: Path) -> bool:
    """Tell whether a bot's store has all series of the snapshot; the starter's is one of them."""
    with contextlib.closing(sqlite3.connect(store)) as db:
        return int(db.execute("SELECT count(*) FROM series").fetchone()[0]) >= SERIES


async def asked(member: SandboxUser, series: str, into: list[float]) -> bool:
    """Ask for a series, note how long the answer took, and tell whether it is a card."""
    began = time.perf_counter()
    reply = await member.slash("series", series=series)
    into.append(time.perf_counter() - began)
    return bool(reply.embeds)


async def first_start(*, with_snapshot: bool) -> First:
    """Start a bot in a folder of its own, and ask it until it knows all that it will."""
    with folder() as home:
        store, began = home / "yokoku.db", time.perf_counter()
        async with sandbox() as discord, member_of(discord) as member:
            began = time.perf_counter()
            async with bot(YOKOKU, discord, store, CATALOGUE_SNAPSHOT=str(with_snapshot).lower()) as started:
                seen = First(started.seconds, mebibytes=started.mebibytes)
                await asked(member, KNOWN, seen.answers)
                seen.answer = time.perf_counter() - began
                while with_snapshot and not (seen.found and seen.complete):
                    if not seen.found and await asked(member, WANTED, seen.answers):
                        seen.found = time.perf_counter() - began
                    await asked(member, KNOWN, seen.answers)
                    await asyncio.sleep(BETWEEN)
                    if is_complete(store):
                        seen.complete = time.perf_counter() - began
                return seen


async def taken_in() -> tuple[float, list[float], list[tuple[float, float]]]:
    """Take the snapshot in within this process: the seconds, how late each tick was, and each write transaction's."""
    late: list[float] = []

    async def tick() -> None:
        last = time.perf_counter()
        while True:
            await asyncio.sleep(TICK)
            now = time.perf_counter()
            late.append(now - last - TICK)
            last = now

    with folder() as home:
        database = await TimedDatabase.open(f"sqlite+aiosqlite:///{home / 'yokoku.db'}", clock=SYSTEM_CLOCK)
        assert isinstance(database, TimedDatabase)
        database.held = []
        await starter.load_once(database, SYSTEM_CLOCK)
        database.held, ticking = [], asyncio.create_task(tick())
        began = time.perf_counter()
        await SnapshotSync(database, SYSTEM_CLOCK, SNAPSHOT, SnapshotState()).run()
        took = time.perf_counter() - began
        ticking.cancel()
        await database.close()
        return took, late, database.held


async def main() -> None:
    """Measure and print."""
    without, with_it = [], []
    for _ in range(ROUNDS):
        without.append(await first_start(with_snapshot=False))
        with_it.append(await first_start(with_snapshot=True))
    floor, ours = median(each.answer for each in without), median(each.answer for each in with_it)
    print(f"first answer: {ours:.2f} s, without the snapshot {floor:.2f} s: ratio {ours / floor:.2f}")
    print(f"/series {WANTED} answered: {median(each.found for each in with_it):.2f} s")
    whole = median(each.complete for each in with_it)
    after = median(each.complete - each.ready for each in with_it)
    print(f"the whole catalogue in: {whole:.2f} s, {after:.2f} s after the bot was ready (aim ≤ 5)")
    answers = sorted(answer for each in with_it for answer in each.answers)
    print(f"  {len(answers)} answers meanwhile: p50 {median(answers) * 1000:.0f} ms,", end=" ")
    print(f"longest {answers[-1] * 1000:.0f} ms")
    took, late, held = await taken_in()
    over = sum(each > 0.05 for each in late)
    print(f"taken in within one process: {took:.2f} s; the loop stood still for {max(late) * 1000:.0f} ms at most")
    print(f"  {over} of {len(late):,} times for more than 50 ms (aim: none)")
    longest, worked = max(each for each, _ in held), max(each for _, each in held)
    print(f"  {len(held)} write transactions, the longest {longest * 1000:.0f} ms (aim ≤ 100),", end=" ")
    print(f"{worked * 1000:.0f} ms of processor")


if __name__ == "__main__":
    asyncio.run(main())
