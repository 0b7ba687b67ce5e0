"""Start to ready, by the clock and of processor, and memory at ready, beside a bare discord.py bot.

Aim: at most 2 × by the clock and of memory, 2.5 × of processor.

Both run as processes of their own against the same sandbox, in turn; Yokoku's store exists already, as it does at
every start but the first, which is told besides.
"""

import asyncio
from statistics import median

from benchmarks.arena import BARE, YOKOKU, Started, bot, folder, sandbox

ROUNDS = 7


async def main() -> None:
    """Measure and print."""
    with folder() as home:
        database = home / "yokoku.db"
        bare: list[Started] = []
        yokoku: list[Started] = []
        async with sandbox() as discord:
            async with bot(YOKOKU, discord, database) as first:
                pass
            for _ in range(ROUNDS):
                async with bot(BARE, discord) as started:
                    bare.append(started)
                async with bot(YOKOKU, discord, database) as started:
                    yokoku.append(started)
    print(f"first start ever: {first.seconds:.2f} s")
    for name, unit, aim in (("seconds", "s", 2), ("processor", "s", 2.5), ("mebibytes", "MiB", 2)):
        floor = median(getattr(started, name) for started in bare)
        ours = median(getattr(started, name) for started in yokoku)
        pairs = median(getattr(b, name) / getattr(a, name) for a, b in zip(bare, yokoku, strict=True))
        print(f"{name} at ready: Yokoku {ours:.2f} {unit}, bare {floor:.2f} {unit}, ratio {pairs:.2f} (aim ≤ {aim})")


if __name__ == "__main__":
    asyncio.run(main())
