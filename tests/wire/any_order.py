"""A guild in which anything may happen, in any order; in the end what stands there is held against the promises."""

import asyncio
import itertools
import re
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from discord.utils import snowflake_time
from sqlalchemy import select

from bot.app import App
from bot.database.engine import Connection, Database
from bot.dates.facts import FactKind
from bot.delivery.model import State
from bot.delivery.tables import deliveries
from bot.subscriptions.model import OFFERED_TOPICS, Topic
from bot.subscriptions.tables import subscriptions
from sandbox.client import Message
from sandbox.rest.faults import Silence, broken
from sandbox.rules.permissions import ROLE_OVERWRITE, Permissions
from sandbox.world import changes
from tests.database.stores import url
from tests.model.facts import Facts, When
from tests.model.promises import Promises, Step
from tests.patience import PATIENCE
from tests.wire.guild import SandboxGuild, sandbox_guild
from tests.wire.trouble import Counted

START = "2031-01-01T00:02:30+00:00"
"""Long after all that the starter catalogue knows of."""
FORGETFUL = timedelta(minutes=6)
"""After this Discord has forgotten a nonce."""
ABOUT = re.compile(r"post:about:(.+):\d+")
GRID, OFF_GRID = timedelta(minutes=10), timedelta(minutes=2, seconds=30)
"""Dates lie on the grid and the clock is set beside it, so that it may run on for minutes with nothing coming due."""
HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)
LEADS = frozenset({WEEK, DAY, HOUR, timedelta(0)})
PLACES = ("chat", "releases", "conventions")
PARTS = ("claim what is due", "settle what ended", "send to ")
"""The tasks of a bot that a crash ends in the middle of what they do."""


class AnyGuild:
    """A sandbox's guild, the bots in it, and what they promised. `database` is one more user of the bots' store."""

    def __init__(self, guild: SandboxGuild, database: Database) -> None:
        self.guild = guild
        self.database = database
        self.promises = Promises(guild.clock.now())
        self.facts = Facts(database, guild.clock.now, self.promises, guild.id)
        self.numbers = itertools.count(1)
        self.wants: dict[int, tuple[str, Topic]] = {}
        self.places: dict[int, int] = {}
        self.closed: set[str] = set()
        self.is_failing = False
        self.other: App | None = None
        self.company = AsyncExitStack()

    async def play(self, events: list[tuple[Any, ...]]) -> None:
        """Let it all happen; then all is well again, and what was promised stands."""
        await self.rest()
        for place, topic in zip(PLACES, OFFERED_TOPICS, strict=True):
            await self.subscribe(place, topic)
        await self.add(FactKind.RELEASE, DAY + 2 * HOUR, is_exact=True)
        for name, *about in events:
            await getattr(self, name)(*about)
            await self.rest()
        for place in PLACES:
            await self.open_a_channel(place)
        await self.posts_succeed_again()
        await self.start()
        await self.rest()
        self.compare()

    @property
    def bots(self) -> list[App]:
        return [bot for bot in (self.guild.app, self.other) if bot is not None]

    @property
    def is_troubled(self) -> bool:
        """Whether something may be waiting, and it can't be told whether it had its turn."""
        return self.is_failing or bool(self.closed) or not self.bots

    @property
    def now(self) -> datetime:
        return self.guild.clock.now()

    # --- facts and subscriptions --------------------------------------------------------------------------------------

    async def subscribe(self, place: str, topic: Topic) -> None:
        if (place, topic) not in self.wants.values():
            made = await self.facts.subscribe(self.guild.channels[place], topic, LEADS)
            self.wants[made] = place, topic
            self.places[made] = self.guild.channels[place]

    async def unsubscribe(self, pick: int) -> None:
        if self.wants:
            gone = list(self.wants)[pick % len(self.wants)]
            await self.facts.unsubscribe(gone)
            del self.wants[gone]

    def when(self, ahead: timedelta, *, is_exact: bool) -> When:
        """No date comes twice: a fact that moves back while something waits may be too late or not."""
        return When(on_grid(self.now) + ahead + next(self.numbers) * GRID, is_exact)

    async def add(self, kind: FactKind, ahead: timedelta, is_exact: bool) -> None:
        when = self.when(ahead, is_exact=is_exact or kind is not FactKind.RELEASE)
        await self.facts.add(f"fact {len(self.facts.known) + 1}", kind, when)

    async def move(self, pick: int, ahead: timedelta, is_exact: bool) -> None:
        name = list(self.facts.known)[pick % len(self.facts.known)]
        if self.facts.known[name][0] is FactKind.EDITION and self.is_troubled:
            return  # its days come twice
        await self.facts.move(name, self.when(ahead, is_exact=is_exact or name not in self.films()))

    async def it_turns_out_to_be_out(self, pick: int, ago: timedelta) -> None:
        """Since some time ago; perhaps after it was told already."""
        films = self.films()
        await self.facts.move(films[pick % len(films)], self.when(-ago, is_exact=True))

    def films(self) -> list[str]:
        return [name for name, (kind, _) in self.facts.known.items() if kind is FactKind.RELEASE]

    async def cancel(self, pick: int) -> None:
        known = [name for name, (kind, _) in self.facts.known.items() if kind is not FactKind.NEWS]
        name = known[pick % len(known)]
        if name not in self.facts.cancelled:
            await self.facts.cancel(name)

    async def restore(self, pick: int) -> None:
        gone = [each for each in self.facts.cancelled if self.facts.known[each][0] is not FactKind.ANNOUNCEMENT]
        if gone and not self.is_troubled:
            await self.facts.restore(gone[pick % len(gone)])

    # --- time ---------------------------------------------------------------------------------------------------------

    async def a_step_comes(self, pick: int, is_late: bool) -> None:
        ahead = sorted({step.due for step in self.promises.steps() if step.due > self.now})
        if ahead:
            await self.guild.jump(on_grid(ahead[min(pick, len(ahead) - 1)]) + OFF_GRID + is_late * GRID)

    async def time_passes(self, wait: timedelta) -> None:
        await self.guild.jump(on_grid(self.now) + OFF_GRID + wait)

    async def the_clock_is_set_back(self, by: timedelta) -> None:
        if not self.is_troubled:
            await self.time_passes(-by)

    async def the_clock_was_ahead(self, by: timedelta) -> None:
        """For as long as a look takes, and what it finds."""
        if not self.is_troubled:
            await self.time_passes(by)
            await self.rest()
            await self.time_passes(-by)

    # --- bots ---------------------------------------------------------------------------------------------------------

    async def stop(self) -> None:
        await self.guild.stop()

    async def start(self) -> None:
        if self.guild.app is None:
            await self.guild.start()

    async def another_bot_starts(self) -> None:
        if self.other is None and self.guild.app is not None:
            self.other = await self.company.enter_async_context(self.guild.another_bot())
            self.guild.clock.on_set(self.other.schedule.note_set_clock)

    async def the_other_bot_stops(self) -> None:
        self.other = None
        await self.company.aclose()

    async def crash(self, was_sent: bool) -> None:
        """The bot dies while a post is on its way, and starts when Discord has forgotten all nonces."""
        await self.the_other_bot_stops()
        if self.guild.app is None or self.is_failing:
            return
        trouble = Counted(Silence(done=was_sent))
        self.guild.sandbox.faults.add(trouble, times=None)
        await self.a_step_comes(0, is_late=False)
        await self.looked()
        due_now = [step for step in self.promises.waiting if step.due <= self.now and self.is_open(step)]
        if any(self.promises.is_worth_it(step, self.now) for step in due_now):
            await trouble.until(1)
        dying = [task for task in asyncio.all_tasks() if task.get_name().startswith(PARTS)]
        for task in dying:
            task.cancel()
        await asyncio.gather(*dying, return_exceptions=True)
        await self.guild.stop()
        self.guild.sandbox.faults.clear()
        await self.guild.jump(FORGETFUL)
        await self.start()

    # --- Discord ------------------------------------------------------------------------------------------------------

    async def an_answer_is_lost(self) -> None:
        self.guild.sandbox.faults.add(broken(503, done=True))

    async def all_posts_fail(self) -> None:
        self.is_failing = True
        self.guild.sandbox.faults.clear()
        self.guild.sandbox.faults.add(broken(503), times=None)

    async def posts_succeed_again(self) -> None:
        """And the waits come to their ends."""
        self.guild.sandbox.faults.clear()
        if self.is_failing:
            self.is_failing = False
            await self.time_passes(GRID)

    async def close_a_channel(self, place: str) -> None:
        self.closed.add(place)
        denied = Permissions.SEND_MESSAGES
        world, channel_id = self.guild.sandbox.world, self.guild.channels[place]
        changes.set_overwrite(world, channel_id, self.guild.id, kind=ROLE_OVERWRITE, deny=denied)

    async def open_a_channel(self, place: str) -> None:
        self.closed.discard(place)
        changes.set_overwrite(self.guild.sandbox.world, self.guild.channels[place], self.guild.id, kind=ROLE_OVERWRITE)

    # --- what comes of it ---------------------------------------------------------------------------------------------

    def is_open(self, step: Step) -> bool:
        """Whether a step has its turn: nobody is asked where nothing is wanted any more."""
        return step.subscription not in self.wants or self.wants[step.subscription][0] not in self.closed

    async def looked(self) -> None:
        """Wait until somebody has looked, by the clock as it is now."""
        since = self.now
        for bot in self.bots:
            bot.schedule.wake()

        async def has_looked(_: Connection) -> bool:
            looks = (bot.scanner.looked_at for bot in self.bots)
            return any(at is not None and since <= at <= self.now for at in looks)

        await self.until(has_looked)
        self.promises.look(self.now)

    async def rest(self) -> None:
        """Wait until whatever can happen has happened, and compare."""
        if not self.bots:
            return
        await self.looked()
        if self.is_failing:
            return
        await self.until(self.is_at_rest)
        for step in sorted(self.promises.waiting):
            if step.due <= self.now and self.is_open(step):
                self.promises.turn(step, self.now)
        self.compare()

    async def is_at_rest(self, db: Connection) -> bool:
        """Whether all that is due was settled, or waits for its channel, and no channel that is open is paused."""
        of = deliveries.c
        left = select(of.id).where(of.state == State.PENDING, of.due_at <= self.now, of.next_try_at.is_not(None))
        closed = [self.guild.channels[place] for place in self.closed]
        shut = subscriptions.c
        wrong = select(shut.id).where(shut.paused_reason.is_not(None), shut.channel_id.not_in(closed))
        return (await db.execute(left)).first() is None and (await db.execute(wrong)).first() is None

    async def until(self, is_so: Callable[[Connection], Awaitable[bool]]) -> None:
        """Wait until the store says that something is so."""
        async with asyncio.timeout(PATIENCE):
            while True:
                async with self.database.read() as db:
                    if await is_so(db):
                        return
                await asyncio.sleep(0.02)

    def compare(self) -> None:
        """Each post that was promised stands once, in its channel, under its name, late where it is; and no other."""
        posts = list(self.posts())
        dated = {nonce for _, nonce, _, is_dated in posts if is_dated}
        promised = Counter(
            {
                (self.places[step.subscription], nonce, late and nonce in dated): count
                for (step, late), count in self.promises.posted.items()
                for nonce in [self.facts.nonce(step)]
            }
        )
        names = {self.facts.nonce(step): step for step in self.promises.owed}
        stands = Counter((place, nonce, late and is_dated) for place, nonce, late, is_dated in posts)
        missing = {(place, names[key], late): count for (place, key, late), count in (promised - stands).items()}
        others = {(place, names.get(key), late): count for (place, key, late), count in (stands - promised).items()}
        assert (missing, others) == ({}, {}), f"missing: {missing}; not promised: {others}"

    def posts(self) -> Iterator[tuple[int, str, bool, bool]]:
        """What stands: in which channel, by which nonce, whether it says that it is late, and if it can be asked that.

        Ids never go back, as Discord's clock never does; where it is set back here, they are those of the future, and
        an edit, which knows by the id when a post came, takes it for a late one. What was struck, for its date moved
        since, says that instead.
        """
        for place in PLACES:
            channel_id = self.guild.channels[place]
            for raw in self.guild.sandbox.world.channels[channel_id].log:
                message = Message(raw)
                (nonce,) = (found[1] for each in message.buttons if (found := ABOUT.fullmatch(each.custom_id or "")))
                ahead = snowflake_time(message.id) - datetime.fromisoformat(raw["timestamp"])
                is_struck = message.embed.title.startswith("~~")
                yield channel_id, nonce, "Posted late" in message.embed.text, ahead < GRID and not is_struck


def on_grid(at: datetime) -> datetime:
    """The last whole ten minutes."""
    return at - timedelta(minutes=at.minute % 10, seconds=at.second, microseconds=at.microsecond)


async def play(events: list[tuple[Any, ...]], folder: Path) -> None:
    """One guild from its beginning to its end."""
    async with sandbox_guild(folder, at=START, rate_limits=False) as guild:
        database = await Database.open(url(guild.database_path), clock=guild.clock.now)
        whole = AnyGuild(guild, database)
        try:
            await whole.play(events)
        finally:
            await whole.the_other_bot_stops()
            await database.close()
