"""The fan-out: steps that came due become deliveries, in portions that hold the database for a moment each.

The statement of a kind and a lead is made once, and run for many steps at a time; so many of their subscriptions are
looked at in one portion as a fraction of a second allows.
"""

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    exists,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.store.updates import Backdated, backdated_facts, drop_backdated
from bot.catalogue.tables import updates
from bot.dates.facts import DueFact, FactKind
from bot.delivery.store import audience, edits
from bot.delivery.store.moments import want_moments
from bot.delivery.tables import deliveries
from bot.subscriptions.model import THE_MOMENT

MOST_STEPS = 50
"""So many steps are fanned out in one go."""


@dataclass(slots=True)
class ScanProgress:
    """How far a scan has come that takes several portions.

    It is kept in memory alone: a scan that begins anew makes no delivery twice, for each is known by its occasion.
    """

    left: list[DueFact] = field(default_factory=list)
    """What was found due and isn't done, in the order in which to do it. It has to be asked again whether it stands."""
    done: set[DueFact] = field(default_factory=set)
    reached: dict[Backdated, int] = field(default_factory=dict)
    """The last subscription that was asked, of steps that more are to be asked about."""
    sizes: dict[FactKind, dict[int, int]] = field(default_factory=dict)
    """How many subscriptions may want a fact, by its id."""
    is_caught_up: bool = False
    """Whether all that was dated to before the last scan has been fanned out."""
    is_over: bool = False
    """Whether nothing at all is left."""


def in_order(facts: Iterable[DueFact]) -> list[DueFact]:
    """Order steps so that of each fact's the latest comes first."""
    return sorted(facts, key=lambda fact: (fact.lead, fact.kind, fact.due_at, fact.id))


def _never() -> bool:
    return False


async def fan_out(
    db: AsyncConnection,
    facts: Iterable[DueFact],
    now: datetime,
    progress: ScanProgress | None = None,
    is_enough: Callable[[], bool] = _never,
) -> int:
    """Make a delivery of each fact for each channel that asked for it and has none; give how many were made.

    It ends early when `is_enough` says so; `progress.done` then lacks some of the facts. Of a fact's steps the latest
    comes first then, so that what is sent between two portions is no earlier step of a countdown. What can be asked in
    one go is made in one portion, and in the order in which it came due.
    """
    progress = progress or ScanProgress()
    left = [Backdated(fact) for fact in in_order(facts) if fact not in progress.done]
    if await fits_one_go(db, [step.fact for step in left], progress):
        left.sort(key=lambda step: step.fact.lead, reverse=True)
        is_enough = _never
    made = 0
    for (kind, lead), alike in itertools.groupby(left, key=lambda step: (step.fact.kind, step.fact.lead)):
        work = _Work(kind, lead, now, is_backdated=False)
        for steps in _batches(list(alike)):
            made += await _fan_out_some(db, work, steps, progress, is_enough)
            progress.done.update(step.fact for step in steps if step not in progress.reached)
            if is_enough():
                return made
    return made


async def catch_up(
    db: AsyncConnection,
    since: datetime | None,
    now: datetime,
    progress: ScanProgress | None = None,
    is_enough: Callable[[], bool] = _never,
) -> int:
    """Fan out the moments of facts that were dated to before the last scan, at `since`, and give how many were made.

    No range scan comes by there again; it does by what was noted and lies after, of which posts that say that it is out
    already are brought up to date. The very first scan, whose `since` is None, leaves all of it out. Only channels that
    were never told of the fact's moment count. What had been left out while the fact had another date, or none, is
    decided anew. Takes a few statements however many facts of a kind there are, and more only for updates. It ends
    early when `is_enough` says so; the rest is noted still.
    """
    progress = progress or ScanProgress()
    progress.is_caught_up = False
    made = 0
    while noted := await backdated_facts(db):
        passed = {row: each for row, each in noted.items() if since is not None and each.fact.anchor <= min(since, now)}
        await want_moments(db, [each for row, each in noted.items() if row not in passed], now)
        await drop_backdated(db, noted.keys() - passed.keys())
        in_order = sorted(passed.items(), key=lambda item: (item[1].fact.kind, item[0]))
        for kind, alike in itertools.groupby(in_order, key=lambda item: item[1].fact.kind):
            work = _Work(kind, THE_MOMENT, now, is_backdated=True)
            for batch in _batches(list(alike)):
                steps = [step for _, step in batch]
                made += await _fan_out_some(db, work, steps, progress, is_enough)
                await want_moments(db, [step for step in steps if step not in progress.reached], now)
                await drop_backdated(db, [row for row, step in batch if step not in progress.reached])
                if is_enough():
                    return made
    progress.is_caught_up = True
    return made


async def fits_one_go(db: AsyncConnection, facts: Sequence[DueFact], progress: ScanProgress) -> bool:
    """Tell whether all of this is so little that it is made at once."""
    if progress.done or progress.reached or len(facts) > MOST_STEPS:
        return False
    total = 0
    for kind in {fact.kind for fact in facts}:
        await _learn_sizes(db, kind, facts, progress)
        total += sum(progress.sizes[kind][fact.id] for fact in facts if fact.kind is kind)
    return total <= audience.MOST_CANDIDATES


async def compile_for(db: AsyncConnection, facts: Iterable[DueFact], now: datetime) -> None:
    """Run each statement that these facts take for nobody, so that it is compiled when it is run for somebody."""
    for (kind, lead), alike in itertools.groupby(in_order(facts), key=lambda fact: (fact.kind, fact.lead)):
        some = [_parameters(Backdated(fact), now, to=0) for fact in itertools.islice(alike, 2)]
        statement = audience.deliveries_of(kind, lead, is_backdated=False)
        # For several it is compiled to something else than for one.
        await db.execute(statement, some if len(some) > 1 else some[0])


async def _learn_sizes(
    db: AsyncConnection, kind: FactKind, facts: Iterable[DueFact], progress: ScanProgress
) -> dict[int, int]:
    sizes = progress.sizes.setdefault(kind, {})
    if unknown := {fact.id for fact in facts if fact.kind is kind} - sizes.keys():
        sizes |= dict.fromkeys(unknown, 0) | await audience.sizes(db, kind, unknown)
    return sizes


def _batches(steps: list[Any]) -> Iterable[list[Any]]:
    return (steps[first : first + MOST_STEPS] for first in range(0, len(steps), MOST_STEPS))


@dataclass(frozen=True, slots=True)
class _Work:
    """What steps are fanned out together: those of one kind and lead, at one instant."""

    kind: FactKind
    lead: timedelta
    now: datetime
    is_backdated: bool


async def _fan_out_some(
    db: AsyncConnection,
    work: _Work,
    steps: Sequence[Backdated],
    progress: ScanProgress,
    is_enough: Callable[[], bool],
) -> int:
    """Fan these steps out, as many of their candidates at a time as one go may ask; leave the rest in `reached`."""
    sizes = await _learn_sizes(db, work.kind, [step.fact for step in steps], progress)
    steps = list(dict.fromkeys(steps))
    for step in steps:
        progress.reached.setdefault(step, 0)
    made = 0
    small = [step for step in steps if sizes[step.fact.id] <= audience.MOST_CANDIDATES]
    for together in _packed(small, sizes):
        made += await _run(db, work, together, progress, audience.LAST_ID)
        if is_enough():
            return made
    for step in steps:
        while step in progress.reached:
            end = await db.scalar(
                audience.boundary(work.kind),
                {"step_id": step.fact.id, "step_after": progress.reached[step], "step_to": audience.LAST_ID},
            )
            made += await _run(db, work, [step], progress, audience.LAST_ID if end is None else end)
            if is_enough():
                return made
    return made


def _packed(steps: Iterable[Backdated], sizes: dict[int, int]) -> Iterable[list[Backdated]]:
    """Pack steps together that have no more candidates than may be asked in one go."""
    together: list[Backdated] = []
    total = 0
    for step in steps:
        size = sizes[step.fact.id]
        if together and total + size > audience.MOST_CANDIDATES:
            yield together
            together, total = [], 0
        together.append(step)
        total += size
    if together:
        yield together


async def _run(db: AsyncConnection, work: _Work, steps: Sequence[Backdated], progress: ScanProgress, to: int) -> int:
    """Make the deliveries of steps for the subscriptions up to the id `to`, beginning where each was left."""
    given = [_parameters(step, work.now, after=progress.reached[step], to=to) for step in steps]
    parameters = given if len(given) > 1 else given[0]
    if work.is_backdated:
        await db.execute(audience.left_out(work.kind), parameters)
    made = (
        await db.execute(audience.deliveries_of(work.kind, work.lead, is_backdated=work.is_backdated), parameters)
    ).rowcount
    for step in steps:
        if to == audience.LAST_ID:
            del progress.reached[step]
        else:
            progress.reached[step] = to
    await _follow_up(db, work, steps, is_over=to == audience.LAST_ID)
    return made


def _parameters(step: Backdated, now: datetime, *, after: int = 0, to: int) -> dict[str, Any]:
    """Give the parameters of a step's statements for the subscriptions after the id `after`, up to `to`."""
    return {
        "step_id": step.fact.id,
        "step_occasion": step.fact.occasion,
        "step_anchor": step.fact.anchor,
        "step_due_at": step.fact.due_at,
        "step_replaces_id": step.replaces_id,
        "step_guild_id": step.guild_id,
        "step_now": now,
        "step_after": after,
        "step_to": to,
    }


async def _follow_up(db: AsyncConnection, work: _Work, steps: Iterable[Backdated], *, is_over: bool) -> None:
    """Note of updates that they are told, and have countdowns brought up to date that they make untrue."""
    if work.kind is not FactKind.UPDATE:
        return
    ids = [step.fact.id for step in steps]
    told = exists().where(deliveries.c.kind == work.kind.value, deliveries.c.fact_id == updates.c.id)
    await db.execute(update(updates).where(updates.c.id.in_(ids), told).values(delivered=True))
    if is_over:
        await edits.want_countdowns(db, ids, work.now)
