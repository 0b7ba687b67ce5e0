"""How the whole bot is doing, as its owners see it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import discord

from bot.delivery.health import Catalogue, Health, Lateness, Queue, Storage
from bot.feeds.model import FeedCounts
from bot.ui import components
from bot.ui.text import count, day, escape, lines_within, relative, source_name
from bot.web.breaker import SourceHealth

FIELD = 1024
_MEBIBYTE = 2**20


@dataclass(frozen=True, slots=True)
class Process:
    """The running process. `latency` to the gateway and `held` are in seconds; `memory` is its peak, in bytes.

    `ahead` is how far this machine's clock is ahead of Discord's, negative where it is behind, 0 where it is right.
    `commands` is why Discord hasn't the slash commands as they are now, None where it has. `snapshot` is why the
    catalogue hasn't what came with Yokoku, None where it has, or needs nothing of it.
    """

    version: str
    library: str
    started_at: datetime
    latency: float | None
    guilds: int
    unavailable: int
    refusals: int
    held: float
    memory: int
    ahead: timedelta
    commands: str | None = None
    snapshot: str | None = None


def health_embed(health: Health, process: Process, now: datetime) -> discord.Embed:
    """Show all of the health figures in one embed."""
    embed = discord.Embed(title="Health", colour=components.QUIET_COLOUR, timestamp=now)
    embed.description = lines_within(_verdict(health, process, now), 2000)
    fields = {
        "Queue": _queue(health.queue),
        "Past day": _past_day(health.sent, health.lateness),
        "Failed": _by_reason(health.failed),
        "Skipped": _by_reason(health.skipped),
        f"Paused ({sum(health.paused.values())} of {health.subscriptions})": _by_reason(health.paused),
        "Sources": [*_catalogue(health.catalogue), *_sources(health), *_feeds(health.feeds)],
        "Database": list(_storage(health.storage)),
        "Process": list(_process(process)),
    }
    for name, lines in fields.items():
        if lines:
            embed.add_field(name=name, value=lines_within(lines, FIELD), inline=False)
    return embed


def unreadable_embed(why: str, process: Process, now: datetime) -> discord.Embed:
    """Show what is known while the database can't be read. `why` says what to do."""
    troubles = [f"⚠️ {escape(why, 1000)}", *_of_process(process)]
    embed = discord.Embed(
        title="Health", colour=components.QUIET_COLOUR, timestamp=now, description="\n".join(troubles)
    )
    return embed.add_field(name="Process", value=lines_within(list(_process(process)), FIELD), inline=False)


OVERDUE = timedelta(minutes=10)
UNSAVED = timedelta(days=2)
LITTLE_ROOM = 100 * _MEBIBYTE
COPIES = 2
"""So many copies of the database should find room beside it: a backup, and the one that an upgrade sets aside."""


def _verdict(health: Health, process: Process, now: datetime) -> list[str]:
    """List what an owner should look after, or give a line that there is nothing."""
    told = list(_of_process(process))
    if health.failed:
        told.append(f"⚠️ {count(sum(health.failed.values()), 'post')} failed in the past day.")
    oldest = health.queue.oldest_due
    if oldest is not None and now - oldest > OVERDUE:
        told.append(f"⚠️ The oldest post in the queue was due {relative(oldest)}.")
    for each in health.sources:
        if each.away_since is not None and each.is_stale(now):
            name, since = source_name(each.source), relative(each.away_since)
            told.append(f"⚠️ {name} hasn't answered since {since}, so its dates may be out of date.")
    storage = health.storage
    if storage.backed_up_at is None or now - storage.backed_up_at > UNSAVED:
        told.append("⚠️ There is no backup of the past two days. Make one with `yokoku database backup`.")
    if storage.free is not None and storage.free < max(LITTLE_ROOM, COPIES * (storage.size + storage.wal_size)):
        left = f"{storage.free / _MEBIBYTE:,.1f} MiB"
        told.append(f"⚠️ Only {left} are left on the database's disk. Free some space.")
    return told or ["✅ Everything is fine."]


def _of_process(process: Process) -> Iterator[str]:
    if process.held > 0:
        yield f"⚠️ Posts are held back for {process.held:.0f} s: an outage, or too many refusals."
    if process.unavailable > 0:
        yield f"⚠️ {count(process.unavailable, 'server')} can't be reached because of a Discord outage."
    if process.commands is not None:
        yield f"⚠️ Discord refused the slash commands: {escape(process.commands, 500)}. I keep trying; posts go out."
    if process.snapshot is not None:
        yield f"⚠️ {escape(process.snapshot, 500)}"
    if process.ahead:
        off = "ahead of" if process.ahead > timedelta() else "behind"
        yield (
            f"⚠️ This machine's clock is {abs(process.ahead).total_seconds():,.0f} s {off} Discord's. "
            "Posts go by Discord's; synchronize it with NTP."
        )


def _queue(queue: Queue) -> list[str]:
    parts = {
        "due now": queue.due,
        "being sent": queue.in_hand,
        "to be retried": queue.to_be_retried,
        "paused": queue.paused,
        "posted, to be edited": queue.to_be_amended,
        "posted, to be published": queue.to_be_published,
    }
    waiting = [f"{many:,} {name}" for name, many in parts.items() if many]
    oldest = [f"The oldest was due {relative(queue.oldest_due)}"] if queue.oldest_due else []
    return [", ".join(waiting) or "empty", *oldest]


def _past_day(sent: int, lateness: Lateness | None) -> list[str]:
    if lateness is None:
        return ["Nothing was posted"]
    named = {"p50": lateness.p50, "p99": lateness.p99, "max": lateness.longest}
    late = ", ".join(f"{name} {seconds.total_seconds():,.2f} s" for name, seconds in named.items())
    return [f"{sent:,} posted; delay {late}"]


def _by_reason(reasons: Mapping[str, int]) -> list[str]:
    return [f"{many:,} × {escape(reason, 150) or 'no reason given'}" for reason, many in reasons.items()]


def _catalogue(catalogue: Catalogue) -> Iterator[str]:
    yield f"{catalogue.series:,} series, {catalogue.releases:,} releases"
    if catalogue.starter_loaded_at:
        yield f"Starter catalogue, loaded {relative(catalogue.starter_loaded_at)}"
    if catalogue.snapshot_of:
        yield f"The catalogue snapshot that came with Yokoku, of {day(catalogue.snapshot_of.date())}"


def _sources(health: Health) -> Iterator[str]:
    """Write a line for each source that was asked, or that holds dates up alone."""
    alone = dict(health.catalogue.held_alone)
    for each in health.sources:
        yield f"{_source(each)}{_held(alone.pop(each.source, 0))}"
    for source, dates in alone.items():
        yield f"{source_name(source)}{_held(dates)}"


def _feeds(feeds: FeedCounts) -> list[str]:
    if not feeds.followed:
        return []
    troubled = f", {feeds.troubled} of them bring nothing now" if feeds.troubled else ""
    return [f"{count(feeds.followed, 'feed')} followed{troubled}"]


def _held(dates: int) -> str:
    return f"; {count(dates, 'future date')} from it alone" if dates else ""


def _source(health: SourceHealth) -> str:
    name = source_name(health.source)
    last = f"last answered {relative(health.answered_at)}" if health.answered_at else "has never answered"
    if health.away_since is None:
        told = f"{name}, {last}"
    else:
        reason = escape(health.reason or "no reason given", 150)
        told = f"{name} has given no good answer since {relative(health.away_since)}: {reason}; {last}"
    if health.changed_at is None:
        return told
    dates = count(health.changed_dates, "date")
    return f"{told}; last changed {health.changed_series:,} series and {dates} {relative(health.changed_at)}"


def _storage(storage: Storage) -> Iterator[str]:
    wal = f" and {storage.wal_size / _MEBIBYTE:.1f} MiB of write-ahead log" if storage.wal_size else ""
    left = f"; {storage.free / _MEBIBYTE:,.0f} MiB left on its disk" if storage.free is not None else ""
    yield f"{storage.size / _MEBIBYTE:.1f} MiB{wal}{left}"
    yield f"Schema {storage.version}; {storage.deliveries:,} deliveries so far"
    yield f"Backed up {relative(storage.backed_up_at)}" if storage.backed_up_at else "No backup"
    if storage.checked_at:
        yield f"Last check passed {relative(storage.checked_at)}"


def _process(process: Process) -> Iterator[str]:
    yield f"Yokoku {process.version} with discord.py {process.library}, up since {relative(process.started_at)}"
    latency = f"{process.latency * 1000:.0f} ms to the gateway" if process.latency is not None else "no gateway"
    memory = f"{process.memory / _MEBIBYTE:.0f} MiB of memory at most"
    yield f"{count(process.guilds, 'server')}, {latency}, {memory}"
    yield f"{count(process.refusals, 'refusal')} by Discord in ten minutes (it blocks a host at 10,000)"
