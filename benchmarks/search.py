"""Finding a series among all of bangumi-data, beside SQL's LIKE '%…%' and rapidfuzz over every title in memory.

What is measured is what autocompletion waits for: from the text to whole series. Each query goes to all three, one
after the other; LIKE's answer is read whole too, rapidfuzz' is titles alone. `python -m benchmarks.search --queries 100
--seeds 3`, and `--alone` for many; found means that the series meant, or one that has the very same title, is among
the first.
What people typed, where a file of it is at hand, is asked of Yokoku alone.
Aims: p50 at most 3 ms, p95 at most 10 ms, and the share of each kind that is named beside it.
"""

import argparse
import asyncio
import time
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Sequence
from statistics import quantiles
from typing import TypeAlias

from rapidfuzz import fuzz, process
from sqlalchemy import select

from benchmarks import bangumi, meant
from benchmarks.arena import folder
from benchmarks.typed import KINDS, Kind, Query, queries
from bot.catalogue import merge_plan
from bot.catalogue.model import Series
from bot.catalogue.store import catalogue, search
from bot.catalogue.tables import titles
from bot.clock import SYSTEM_CLOCK
from bot.database.engine import Database
from bot.folding import fold

Search: TypeAlias = Callable[[str], Awaitable[list[int]]]


def contestants(database: Database, known: Sequence[Series]) -> dict[str, Search]:
    """Give the ways to find series' ids, by name."""
    folds = [(fold(title), series.id) for series in known for title in series.titles.all]

    async def ours(text: str) -> list[int]:
        async with database.read() as db:
            return [series.id for series in await search.complete(db, text, now=SYSTEM_CLOCK())]

    async def like(text: str) -> list[int]:
        async with database.read() as db:
            matching = titles.c.fold.contains(fold(text), autoescape=True)
            rows = await db.execute(select(titles.c.series_id).where(matching).group_by(titles.c.series_id).limit(25))
            return list(await catalogue.series_by_ids(db, rows.scalars().all()))

    async def fuzzy(text: str) -> list[int]:
        ranked = process.extract(fold(text), [name for name, _ in folds], scorer=fuzz.WRatio, limit=25)
        return list(dict.fromkeys(folds[at][1] for _, _, at in ranked))

    return {"Yokoku": ours, "LIKE": like, "rapidfuzz": fuzzy}


async def tried(one: Search, text: str) -> tuple[list[int], float]:
    """Give what a search finds, and the seconds that it takes."""
    began = time.perf_counter()
    found = await one(text)
    return found, time.perf_counter() - began


def most_that_can_be_found(kind: Kind, asked: Sequence[Query], known: Sequence[Series]) -> float:
    """Compute the largest share of queries that a search can answer.

    Where more series begin with a text than can be offered, no order has them all.
    """
    beginning = Counter(
        text for series in known for text in {title[:5] for title in series.titles.all if kind.fits(title)}
    )
    return sum(min(1.0, kind.within / beginning[query.text]) for query in asked) / len(asked)


async def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--queries", type=int, default=100, help="of each kind and seed")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--alone", action="store_true", help="without LIKE and rapidfuzz")
    asked = parser.parse_args()
    known = bangumi.read()
    named: dict[str, set[int]] = defaultdict(set)
    for series in known:
        for title in series.titles.all:
            named[title].add(series.id)
    with folder() as home:
        database = await Database.open(f"sqlite+aiosqlite:///{home / 'yokoku.db'}", clock=SYSTEM_CLOCK)
        began = time.perf_counter()
        await bangumi.fill(database, known)
        took = time.perf_counter() - began
        print(f"{len(known)} series, {sum(map(len, (s.titles.all for s in known)))} titles, stored in {took:.2f} s")
        try:
            searches = contestants(database, known)
            if asked.alone:
                searches = {"Yokoku": searches["Yokoku"]}
            await compare(searches, known, named, asked.queries, range(1, asked.seeds + 1))
            await answer_people(database)
        finally:
            await database.close()


async def answer_people(database: Database) -> None:
    """Ask what people typed, with abbreviations in the store, and print how many of each kind are answered."""
    if not meant.FILE.is_file():
        return
    times: list[float] = []

    async def ours(text: str) -> Sequence[Series]:
        async with database.read() as db:
            began = time.perf_counter()
            found = await search.complete(db, text, now=SYSTEM_CLOCK())
            times.append(time.perf_counter() - began)
            return found

    async with database.write() as db:
        await merge_plan.add_abbreviations(db, SYSTEM_CLOCK())
    for share in await meant.shares(ours, meant.read()):
        print(share)
    shares = quantiles(times, n=100)
    print(f"as people typed: p50 {shares[49] * 1000:.2f} ms (aim ≤ 3), p95 {shares[94] * 1000:.2f} ms (aim ≤ 10)")


async def compare(
    searches: dict[str, Search], known: Sequence[Series], named: dict[str, set[int]], count: int, seeds: Sequence[int]
) -> None:
    """Ask every search every query, and print how many each finds and how long it takes."""
    times: dict[str, list[float]] = {name: [] for name in searches}
    for kind in KINDS:
        asked = [query for seed in seeds for query in queries(kind, known, seed, count)]
        exactly, found = dict.fromkeys(searches, 0), dict.fromkeys(searches, 0)
        for query in asked:
            for name, one in searches.items():
                ids, took = await tried(one, query.text)
                times[name].append(took)
                first = set(ids[: kind.within])
                exactly[name] += query.series.id in first
                found[name] += bool(named[query.title] & first)
        aim = f" (aim ≥ {kind.aim:.0%})" if kind.aim else ""
        if kind.name.startswith("the first five"):
            aim += f", {most_that_can_be_found(kind, asked, known):.2%} can be"
        print(f"{kind.name}: {len(asked)} queries, in the first {kind.within}{aim}")
        for name in searches:
            print(f"  {name}: {found[name] / len(asked):.2%} ({exactly[name] / len(asked):.2%} the very series)")
    ours = quantiles(times["Yokoku"], n=100)
    for name, each in times.items():
        shares = quantiles(each, n=100)
        aims = {49: " (aim ≤ 3)", 94: " (aim ≤ 10)", 98: ""} if name == "Yokoku" else dict.fromkeys((49, 94, 98), "")
        told = (f"p{at + 1} {shares[at] * 1000:.2f} ms{aims[at]}" for at in aims)
        print(f"{name}: {', '.join(told)}; p50 of Yokoku is {ours[49] / shares[49]:.2f} of it")


if __name__ == "__main__":
    asyncio.run(main())
