"""`/series` over the wire, from the member's call to the reply's arrival, beside a bare bot that replies a constant.

The constant is once the very card that Yokoku answers with, as `CARD` of its environment, and once a line: the first
tells what the bot's own work costs, the second what the larger answer costs as well. Each bot has a sandbox of its own,
every one of them is a process, and the calls go to one after the other. Aim: p50 at most 2 × that of a constant.
"""

import asyncio
import json
import time
from statistics import quantiles
from typing import Any

from benchmarks.arena import BARE, YOKOKU, bot, folder, sandbox
from sandbox.client.replies import Reply
from sandbox.client.user import SandboxUser

WARM_UP, CALLS = 30, 400


async def call(member: SandboxUser) -> tuple[float, Reply]:
    """Run one `/series`: give the seconds and the answer. Raises `RuntimeError` for an answer that is no card."""
    began = time.perf_counter()
    reply = await member.slash("series", series="metallic-rouge")
    took = time.perf_counter() - began
    if not reply.heading:
        raise RuntimeError(f"no card: {reply!r}")
    return took, reply


def member_of(described: dict[str, Any]) -> SandboxUser:
    """Give the member of a sandbox."""
    return SandboxUser(described["url"], described["users"]["member"]["token"])


async def main() -> None:
    """Measure and print."""
    times: dict[str, list[float]] = {"Yokoku": [], "the same card": [], "a line": []}
    with folder() as home:
        async with (
            sandbox() as one,
            sandbox() as two,
            sandbox() as three,
            bot(YOKOKU, one, home / "yokoku.db"),
            member_of(one) as at_yokoku,
        ):
            _, reply = await call(at_yokoku)
            card = json.dumps(reply.message.raw["components"])
            async with (
                bot(BARE, two, CARD=card),
                bot(BARE, three),
                member_of(two) as at_card,
                member_of(three) as at_line,
            ):
                for _ in range(WARM_UP + CALLS):
                    for each, member in zip(times.values(), (at_yokoku, at_card, at_line), strict=True):
                        each.append((await call(member))[0])
    shares = {name: quantiles(each[WARM_UP:], n=100) for name, each in times.items()}
    for name, at in (("p50", 49), ("p99", 98)):
        ours = shares["Yokoku"][at]
        print(f"{name}: Yokoku {ours * 1000:.1f} ms")
        for floor in ("the same card", "a line"):
            theirs = shares[floor][at]
            print(f"  beside {floor} as a constant, {theirs * 1000:.1f} ms: ratio {ours / theirs:.2f} (aim ≤ 2)")


if __name__ == "__main__":
    asyncio.run(main())
