"""2,000 scheduled events in 200 servers after a move: how many requests that takes, and how long.

    python -m benchmarks.guild_events [--servers 200] [--conventions 10]

Every server has events for the conventions that its channel follows; then all of these move by a day. The sandbox, in
this process, keeps Discord's limits; the bot runs in a process of its own. The floor is one list for each server and
one change for each event, at the 50 requests a second that Discord takes of a bot.
"""

import argparse
import asyncio
import time
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import update

from benchmarks.arena import YOKOKU, bot, folder
from bot.calendars import guild_events_store
from bot.calendars.guild_events import EventChoices, EventKind
from bot.calendars.tables import event_choices
from bot.clock import SYSTEM_CLOCK
from bot.conventions.model import Edition
from bot.conventions.store import editions
from bot.database.engine import Database
from bot.subscriptions.model import DEFAULT_LEADS, Subscription, Topic
from bot.subscriptions.store import channels
from sandbox import Sandbox
from sandbox.rules.permissions import Permissions
from sandbox.world import changes, guilds

DISCORDS_LIMIT = 50
"""So many requests a second Discord takes of a bot."""
LONGEST = 1_800
"""Seconds after which it is given up."""
FIRST_IN = timedelta(days=30)


def edition(number: int, first_day: date) -> Edition:
    """Make a convention of three days."""
    name, last_day = f"Expo {number}", first_day + timedelta(days=2)
    return Edition(0, f"expo-{number}", name, name, first_day, last_day, "Asia/Tokyo", "Tokyo", "JP")


async def fill(database: Database, sandbox: Sandbox, held: list[Edition]) -> None:
    """Let every server follow all conventions, and have events for them."""
    now = SYSTEM_CLOCK()
    async with database.write() as db:
        await editions.add_shared_editions(db, held)
        for guild in sandbox.world.guilds.values():
            place = next(each.id for each in sandbox.world.channels.values() if each.guild_id == guild.id)
            for each in held:
                of = (Topic.CONVENTIONS, DEFAULT_LEADS, guild.owner_id, now)
                await channels.subscribe(db, Subscription(0, guild.id, place, *of, convention=each.convention))
            await guild_events_store.choose(db, EventChoices(guild.id, frozenset({EventKind.CONVENTIONS})), now)


async def move(database: Database, held: list[Edition]) -> None:
    """Let all conventions be a day later, and every server's turn come."""
    async with database.write() as db:
        for each in held:
            await editions.save_edition(db, each)
        await db.execute(update(event_choices).values(next_at=SYSTEM_CLOCK()))


async def until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so in the sandbox, looking twenty times a second: to look takes longer than an event."""
    async with asyncio.timeout(LONGEST):
        while not is_so():  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.05)


def days_of(sandbox: Sandbox) -> Counter[str]:
    """Count the events by the day on which they begin."""
    every = (each for guild in sandbox.world.guilds.values() for each in guild.scheduled_events.values())
    return Counter(str(each["scheduled_start_time"])[:10] for each in every)


async def main(servers: int, conventions: int) -> None:
    """Measure and print."""
    sandbox = await Sandbox.start()
    for number in range(servers - 1):
        changes.create_guild(sandbox.world, f"Server {number}", owner_id=sandbox.owner_id)
    for guild_id in sandbox.world.guilds:
        allowed = guilds.EVERYONE_PERMISSIONS | Permissions.CREATE_EVENTS
        changes.set_role_permissions(sandbox.world, guild_id, guild_id, allowed)
    first_day = SYSTEM_CLOCK().date() + FIRST_IN
    before = [edition(number, first_day) for number in range(conventions)]
    after = [edition(number, first_day + timedelta(days=1)) for number in range(conventions)]
    many = servers * conventions
    try:
        with folder() as home:
            await measure(home, sandbox, before, after, many)
    finally:
        await sandbox.close()


async def measure(home: Path, sandbox: Sandbox, before: list[Edition], after: list[Edition], many: int) -> None:
    """Have the events made, and moved; print the requests and the time of each."""
    database = await Database.open(f"sqlite+aiosqlite:///{home / 'yokoku.db'}", clock=SYSTEM_CLOCK)
    try:
        await fill(database, sandbox, before)
        async with bot(YOKOKU, sandbox.description(), home / "yokoku.db"):
            for what, moves in (("made", None), ("moved", after)):
                day = str((moves or before)[0].first_day)
                sandbox.recorded.clear()
                if moves is not None:
                    await move(database, moves)
                await until(lambda: any("scheduled-events" in each.path for each in sandbox.recorded))
                began = time.perf_counter()
                await until(lambda day=day: days_of(sandbox)[day] == many)  # type: ignore[misc]
                report(sandbox, what, many, time.perf_counter() - began)
    finally:
        await database.close()


def report(sandbox: Sandbox, what: str, many: int, took: float) -> None:
    """Print what it took to make or move so many events."""
    asked = [each for each in sandbox.recorded if "scheduled-events" in each.path]
    refused, servers = sum(each.status == 429 for each in asked), len(sandbox.world.guilds)
    floor = many + servers
    print(
        f"{many:,} events {what} in {servers} servers: {len(asked):,} requests, {refused} answers of 429, {took:.1f} s"
    )
    print(
        f"  beside one list for each server and one request for each event: {len(asked) / floor:.2f} of the requests, "
        f"{took / (floor / DISCORDS_LIMIT):.2f} of the time at {DISCORDS_LIMIT}/s"
    )


if __name__ == "__main__":
    asked_for = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked_for.add_argument("--servers", type=int, default=200)
    asked_for.add_argument("--conventions", type=int, default=10)
    given = asked_for.parse_args()
    asyncio.run(main(given.servers, given.conventions))
