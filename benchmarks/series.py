"""`/series` over the wire, from the member's call to the reply's arrival, beside a bare bot that replies a constant.

Two sandboxes and two bots, four processes; the calls go to one and the other in turn. Aim: p50 at most 2 ×.
"""

import asyncio
import time
from statistics import quantiles

from benchmarks.arena import BARE, YOKOKU, bot, folder, sandbox
from sandbox.client.user import SandboxUser

WARM_UP, CALLS = 30, 400


async def call(member: SandboxUser) -> float:
    """One `/series`, in seconds. Raises `RuntimeError` for an answer that is no card."""
    began = time.perf_counter()
    reply = await member.slash("series", title="metallic-rouge")
    took = time.perf_counter() - began
    if not reply.embeds:
        raise RuntimeError(f"no card: {reply!r}")
    return took


async def main() -> None:
    """Measure and print."""
    bare: list[float] = []
    yokoku: list[float] = []
    with folder() as home:
        async with (
            sandbox() as one,
            sandbox() as other,
            bot(BARE, one),
            bot(YOKOKU, other, home / "yokoku.db"),
            SandboxUser(one["url"], one["users"]["member"]["token"]) as at_bare,
            SandboxUser(other["url"], other["users"]["member"]["token"]) as at_yokoku,
        ):
            for _ in range(WARM_UP + CALLS):
                bare.append(await call(at_bare))
                yokoku.append(await call(at_yokoku))
    floor, ours = (quantiles(each[WARM_UP:], n=100) for each in (bare, yokoku))
    for name, at in (("p50", 49), ("p99", 98)):
        print(
            f"{name}: Yokoku {ours[at] * 1000:.1f} ms, bare bot {floor[at] * 1000:.1f} ms, "
            f"ratio {ours[at] / floor[at]:.2f}{' (aim ≤ 2)' if name == 'p50' else ''}"
        )


if __name__ == "__main__":
    asyncio.run(main())
