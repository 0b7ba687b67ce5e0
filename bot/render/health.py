"""How the whole bot is doing, as its owners see it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import discord

from bot.domain.health import Catalogue, Health, Queue, Storage
from bot.domain.ledger import Lateness
from bot.render import colours
from bot.render.wording import count, escape, lines_within, relative

FIELD = 1024
_MEBIBYTE = 2**20


@dataclass(frozen=True, slots=True)
class Process:
    """The running process. `latency` to the gateway and `held` are in seconds; `memory` is its peak, in bytes."""

    version: str
    library: str
    started_at: datetime
    latency: float | None
    guilds: int
    unavailable: int
    refusals: int
    held: float
    memory: int


def health_embed(health: Health, process: Process, now: datetime) -> discord.Embed:
    """All of it, for one message."""
    embed = discord.Embed(title="Health", colour=colours.QUIET, timestamp=now)
    embed.description = lines_within(list(_verdict(health, process, now)), 2000)
    fields = {
        "Queue": _queue(health.queue),
        "Past day": _past_day(health.sent, health.lateness),
        "Failed": _by_reason(health.failed),
        "Left out": _by_reason(health.skipped),
        f"Paused ({sum(health.paused.values())} of {health.subscriptions})": _by_reason(health.paused),
        "Sources": list(_catalogue(health.catalogue)),
        "Database": list(_storage(health.storage)),
        "Process": list(_process(process)),
    }
    for name, lines in fields.items():
        if lines:
            embed.add_field(name=name, value=lines_within(lines, FIELD), inline=False)
    return embed


OVERDUE = timedelta(minutes=10)
UNSAVED = timedelta(days=2)


def _verdict(health: Health, process: Process, now: datetime) -> Iterator[str]:
    """What an owner should look after; or that there is nothing."""
    troubles = [
        (process.held > 0, f"⚠️ Posts are held back for {process.held:.0f} s: an outage, or too many refusals."),
        (
            process.unavailable > 0,
            f"⚠️ {count(process.unavailable, 'server')} can't be reached: an outage of Discord's.",
        ),
        (bool(health.failed), f"⚠️ {count(sum(health.failed.values()), 'post')} failed in the past day."),
    ]
    oldest = health.queue.oldest_due
    if oldest is not None and now - oldest > OVERDUE:
        troubles.append((True, f"⚠️ The oldest post in the queue was due {relative(oldest)}."))
    kept = health.storage.backed_up_at
    if kept is None or now - kept > UNSAVED:
        troubles.append((True, "⚠️ There is no backup of the past two days: `yokoku database backup` makes one."))
    told = [words for is_so, words in troubles if is_so]
    yield from told or ["✅ Nothing needs looking after."]


def _queue(queue: Queue) -> list[str]:
    parts = {
        "due now": queue.due,
        "being sent": queue.in_hand,
        "to be tried again": queue.to_be_retried,
        "held by a pause": queue.paused,
        "posted, to be changed": queue.to_be_amended,
    }
    waiting = [f"{many:,} {name}" for name, many in parts.items() if many]
    oldest = [f"The oldest was due {relative(queue.oldest_due)}"] if queue.oldest_due else []
    return [", ".join(waiting) or "empty", *oldest]


def _past_day(sent: int, lateness: Lateness | None) -> list[str]:
    if lateness is None:
        return ["Nothing was posted"]
    named = {"p50": lateness.p50, "p99": lateness.p99, "max": lateness.longest}
    late = ", ".join(f"{name} {seconds.total_seconds():,.2f} s" for name, seconds in named.items())
    return [f"{sent:,} posted; from due to taken: {late}"]


def _by_reason(reasons: Mapping[str, int]) -> list[str]:
    return [f"{many:,} × {escape(reason, 150) or 'no reason given'}" for reason, many in reasons.items()]


def _catalogue(catalogue: Catalogue) -> Iterator[str]:
    yield f"{catalogue.series:,} series, {catalogue.releases:,} releases"
    if catalogue.starter_loaded_at:
        yield f"Starter catalogue, loaded {relative(catalogue.starter_loaded_at)}"
    for source, at in catalogue.changed.items():
        yield f"{escape(source, 60)}, last change {relative(at)}"


def _storage(storage: Storage) -> Iterator[str]:
    wal = f" and {storage.wal_size / _MEBIBYTE:.1f} MiB of log" if storage.wal_size else ""
    yield f"{storage.size / _MEBIBYTE:.1f} MiB{wal}; schema {storage.version}; {storage.deliveries:,} deliveries so far"
    yield f"Backed up {relative(storage.backed_up_at)}" if storage.backed_up_at else "No backup beside it"
    if storage.checked_at:
        yield f"Checked whole {relative(storage.checked_at)}"


def _process(process: Process) -> Iterator[str]:
    yield f"Yokoku {process.version} with discord.py {process.library}, up since {relative(process.started_at)}"
    latency = f"{process.latency * 1000:.0f} ms to the gateway" if process.latency is not None else "no gateway"
    memory = f"{process.memory / _MEBIBYTE:.0f} MiB of memory at most"
    yield f"{count(process.guilds, 'server')}, {latency}, {memory}"
    yield f"{process.refusals:,} refusals of Discord's in ten minutes (it bars a host at 10,000)"
