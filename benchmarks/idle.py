"""What a bot does while nothing is due for ten minutes; aim: nothing but the look each 30 s. Beside a bare bot.

    python -m benchmarks.idle [--seconds 600]

Both run at the same time, each in a process of its own, on one sandbox. Wakes are the kernel's count of how often the
process' threads went to sleep and were woken; bytes written are those that reached the disk's queue.
"""

import argparse
import asyncio
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.arena import BARE, YOKOKU, bot, folder, sandbox

SETTLING_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Work:
    """What a process has done since its birth: seconds of CPU, times it was woken, bytes it wrote."""

    cpu: float
    wakes: int
    written: int

    @classmethod
    def of(cls, pid: int) -> "Work":
        """Read what a process has done until now."""
        process = psutil.Process(pid)
        times = process.cpu_times()
        tasks = Path(f"/proc/{pid}/task").iterdir()
        wakes = sum(_voluntary(task / "status") for task in tasks)
        return cls(times.user + times.system, wakes, process.io_counters().write_bytes)

    def __sub__(self, before: "Work") -> "Work":
        return Work(self.cpu - before.cpu, self.wakes - before.wakes, self.written - before.written)


def _voluntary(status: Path) -> int:
    name = "voluntary_ctxt_switches:"
    return next(int(line.removeprefix(name)) for line in status.read_text().splitlines() if line.startswith(name))


async def main(seconds: int) -> None:
    """Measure and print."""
    with folder() as home:
        async with (
            sandbox() as discord,
            bot(BARE, discord) as bare,
            bot(YOKOKU, discord, home / "yokoku.db", BACKUP_KEEP="0") as yokoku,
        ):
            await asyncio.sleep(SETTLING_SECONDS)
            before = {pid: Work.of(pid) for pid in (bare.pid, yokoku.pid)}
            await asyncio.sleep(seconds)
            floor, ours = (Work.of(pid) - before[pid] for pid in (bare.pid, yokoku.pid))
    looks = seconds / 30
    print(f"idle for {seconds} s, which is {looks:.0f} looks")
    for name, work in (("bare bot", floor), ("Yokoku", ours)):
        print(f"{name}: {work.cpu:.2f} s of CPU, {work.wakes} wakes, {work.written:,} bytes written")
    extra = ours.cpu - floor.cpu
    print(f"ratio of CPU {ours.cpu / max(floor.cpu, 0.01):.1f}; each look costs {extra / looks * 1000:.1f} ms of CPU")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--seconds", type=int, default=600)
    asyncio.run(main(asked.parse_args().seconds))
