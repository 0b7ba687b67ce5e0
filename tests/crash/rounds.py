"""One round: posts come due while bots are killed and worse; in the end each stands in its channel once, as is said."""

import asyncio
import contextlib
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

import psutil
from sqlalchemy import select

from bot.announcements.tables import announcements
from bot.database.tables import watermark
from bot.dates.facts import FactKind
from bot.delivery.tables import deliveries
from bot.errors import StoreError
from sandbox.chaos import Chaos
from tests.crash.answers import untrue_of_answers
from tests.crash.deaths import Deaths
from tests.crash.disturbances import Disturbances
from tests.crash.due_over_time import due_instants
from tests.crash.figures import Figures
from tests.crash.setting import Setting
from tests.crash.stage import Stage, stage
from tests.crash.truth import untrue_in_the_end

GATEWAY_SECONDS = 10.0
"""How often gateway connections are lost in bad weather, on average."""
MISHAP_SECONDS = 5.0
"""How long nothing else goes wrong in the world in bad weather, on average: no channel is closed, no guild away."""
DOWN_SECONDS = (300.0, 600.0)
"""How long, on Discord's clock, nobody runs before a store that was put back is used: Discord forgets nonces in it."""
ANSWERS_OF_A_LIFE, LONGEST_LIFE = 4, 45.0
"""How many answers moderators have had before the next bot is killed, and for how many seconds they wait for them."""
NEAR = timedelta(hours=1)
"""What is scheduled for later than this is left to wait."""


class Round:
    """Plays one round in a folder, which keeps the store and the bots' log; `figures` tell what came of it."""

    def __init__(self, setting: Setting, folder: Path) -> None:
        self._setting = setting
        self._folder = folder
        self.figures = Figures(rounds=1, posts=setting.posts)
        self._killed_at: list[datetime] = []
        self._disturbed: list[tuple[datetime, datetime]] = []

    async def play(self) -> Figures:
        """Play it to its end; raises `TimeoutError` where that doesn't come within the setting's patience."""
        async with stage(self._setting, self._folder) as set_up:
            async with set_up.bots.throttled(self._setting.quota):
                async with contextlib.AsyncExitStack() as weather:
                    if self._setting.share:
                        chaos = await weather.enter_async_context(self._chaos(set_up))
                        self.figures.troubles = chaos.played
                    if self._setting.refused:
                        set_up.sandbox.faults.random = set_up.refusals.draw
                    await self._kill_while_moderators_act(set_up)
                await self._settle(set_up)
            self.figures.memory = [psutil.Process(each.pid).memory_info().rss for each in set_up.bots.alive]
            await self._hear_the_bot(set_up)
            while set_up.bots.alive:
                self.figures.exits[await set_up.bots.end_one()] += 1
            await self._conclude(set_up)
        return self.figures

    def _chaos(self, set_up: Stage) -> Chaos:
        return Chaos(
            set_up.sandbox,
            seed=self._setting.seed,
            share=self._setting.share,
            gateway_seconds=GATEWAY_SECONDS,
            mishap_seconds=MISHAP_SECONDS,
        )

    # --- what goes on -----------------------------------------------------------------------------------------------

    async def _kill_while_moderators_act(self, set_up: Stage) -> None:
        for _ in range(self._setting.bots):
            await set_up.bots.start()
        self._note_disturbance(set_up, set_up.sandbox.clock.now())
        is_over = asyncio.Event()
        async with asyncio.TaskGroup() as acting:
            for moderator in set_up.moderators:
                acting.create_task(moderator.act(is_over))
            await self._kill_them(set_up)
            is_over.set()
        for moderator in set_up.moderators:
            self.figures.deeds += moderator.deeds
            self.figures.untrue += dict.fromkeys(moderator.untrue)

    async def _kill_them(self, set_up: Stage) -> None:
        deaths = Deaths(set_up.sandbox, set_up.bots, set_up.store, set_up.chance)
        disturbances, chance, clock = Disturbances(set_up), set_up.chance, set_up.sandbox.clock
        self.figures.exits = disturbances.exits
        for number in range(self._setting.kills):
            is_to_be_kept = self._setting.rollbacks and number % self._setting.kills_of_a_rollback == 0
            if is_to_be_kept:
                await set_up.add_posts(self._setting.posts // self._setting.rollbacks, self._setting.within)
            await asyncio.sleep(chance.uniform(0, self._setting.steady_seconds))
            await self._until_moderators_are_answered(set_up, (number + 1) * ANSWERS_OF_A_LIFE)
            if is_to_be_kept:
                with set_up.bots.held():
                    await set_up.store.keep()
            if self._setting.disturbances and chance.random() < self._setting.disturbed_share:
                name, began = chance.choice(self._setting.disturbances), clock.now()
                self.figures.disturbances[name] += 1
                await disturbances.by_name[name]()
                self._note_disturbance(set_up, began)
            phase, began = list(deaths.phases)[number % len(deaths.phases)], clock.now()
            await deaths.phases[phase]()
            await set_up.bots.reap()
            self.figures.kills[phase] += 1
            self._killed_at.append(clock.now())
            if self._setting.is_forgetful:
                set_up.sandbox.nonces.forget()
            if self._setting.rollbacks and (number + 1) % self._setting.kills_of_a_rollback == 0:
                await self._put_back(set_up)
            await set_up.bots.start()
            self._note_disturbance(set_up, began)

    async def _until_moderators_are_answered(self, set_up: Stage, times: int) -> None:
        """Let each bot live until moderators have had so many answers in all, however slow the machine is."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LONGEST_LIFE if set_up.moderators else 0):
                while sum(each.answers for each in set_up.moderators) < times:  # noqa: ASYNC110 - for a while at most
                    await asyncio.sleep(0.1)

    async def _put_back(self, set_up: Stage) -> None:
        """Put the store back, and have some minutes pass on Discord's clock, and on the machine's where it is right."""
        others = len(set_up.bots.alive)
        await set_up.bots.clear()
        await set_up.store.put_back()
        down = set_up.chance.uniform(*DOWN_SECONDS)
        set_up.sandbox.clock.advance(timedelta(seconds=down))
        if set_up.chance.random() < 0.5:
            set_up.bots.machine_clock.set(set_up.bots.machine_clock.ahead + down)
        self.figures.disturbances["store put back"] += 1
        for _ in range(others):
            await set_up.bots.start()

    def _note_disturbance(self, set_up: Stage, began: datetime) -> None:
        self._disturbed.append((began, set_up.sandbox.clock.now()))

    # --- what came of it --------------------------------------------------------------------------------------------

    async def _settle(self, set_up: Stage) -> None:
        """Wait until all has arrived, and nothing is left to be done to it."""
        async with asyncio.timeout(self._setting.patience):
            await set_up.witness.until(lambda: set_up.arriving <= set(set_up.witness.count))
            while not await _is_settled(set_up):  # noqa: ASYNC110 - other processes write it
                await asyncio.sleep(0.1)

    async def _hear_the_bot(self, set_up: Stage) -> None:
        """Hold what the bot says in the end against what is so."""
        self.figures.untrue += await untrue_in_the_end(set_up)
        if set_up.moderators:
            self.figures.untrue += untrue_of_answers(set_up.sandbox, self._disturbed, self.figures.answers)
        if set_up.refusals.count:
            self.figures.troubles["refused for what is in it"] += set_up.refusals.count

    async def _conclude(self, set_up: Stage) -> None:
        witness = set_up.witness
        async with set_up.store.database.read() as db:
            instants = await due_instants(db)
            of = deliveries.c
            own = (of.kind == FactKind.ANNOUNCEMENT, of.fact_id <= len(set_up.made.titles))
            rows = (await db.execute(select(of.channel_id, of.fact_id, of.state).where(*own))).all()
        self.figures.lost = sorted(set_up.arriving - set(witness.count))
        self.figures.twice = sorted(post for post, times in witness.count.items() if times > 1)
        ended = {(row.channel_id, f"Announcement {row.fact_id}"): row.state for row in rows}
        has_to = {post: "sent" if post in witness.count else "failed" for post in set_up.made.posts}
        self.figures.unsent = Counter(state for post, state in ended.items() if state != has_to[post])
        times = [(instants[title], at) for (_, title), at in witness.first.items() if title in set_up.made.titles]
        self.figures.lateness = [(arrived - due).total_seconds() for due, arrived in times]
        for killed in self._killed_at:
            held_up = [arrived - killed for due, arrived in times if due <= killed < arrived]
            self.figures.crash_delays += [min(held_up).total_seconds()] if held_up else []


async def _is_settled(set_up: Stage) -> bool:
    """Whether nothing is left to be done, and nothing comes due in the near future."""
    of, soon = deliveries.c, set_up.sandbox.clock.now() + NEAR
    is_left = (of.state == "pending") | of.amend_at.is_not(None) | of.lease_owner.is_not(None)
    with contextlib.suppress(StoreError):
        async with set_up.store.database.read() as db:
            is_coming = announcements.c.due_at.between(await watermark(db), soon)
            is_scheduled = announcements.c.state == "scheduled"
            of_announcements = announcements.c.amended_at.is_not(None) | (is_scheduled & is_coming)
            left = (select(of.id).where(is_left), select(announcements.c.id).where(of_announcements))
            return [await db.scalar(each.limit(1)) for each in left] == [None, None]
    return False
