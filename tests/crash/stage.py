"""What a round plays on: a sandbox, bots on one store, what comes due there, and who looks on and acts meanwhile."""

import contextlib
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from sandbox import Sandbox
from tests.crash.bots import Bots
from tests.crash.due_over_time import Due, add, fill
from tests.crash.kept_store import KeptStore
from tests.crash.moderators import Moderator
from tests.crash.refusals import Refusals
from tests.crash.setting import Setting
from tests.crash.standing import Standing
from tests.crash.witness import Witness

ANSWERED_WITHIN = timedelta(seconds=15)
"""How long a bot has for a first answer, on the sandbox's clock: a machine that is busy makes none late."""


@dataclass
class Stage:
    """All of it; `made` grows where posts are added."""

    setting: Setting
    chance: random.Random
    sandbox: Sandbox
    bots: Bots
    store: KeptStore
    made: Due
    witness: Witness
    refusals: Refusals
    moderators: list[Moderator] = field(default_factory=list)

    @property
    def standing(self) -> Standing:
        """What stands in the channels now."""
        return Standing.of(self.sandbox, self.made.channels)

    @property
    def arriving(self) -> set[tuple[int, str]]:
        """Every post there has to be, as its channel and title."""
        return {post for post in self.made.posts if not self.refusals.refuses(*post)}

    async def add_posts(self, posts: int, within: float) -> None:
        """Let more come due within so many seconds from now."""
        now, by = self.sandbox.clock.now(), self.sandbox.owner_id
        self.made = await add(
            self.store.database, self.made, posts=posts, author_id=by, now=now, within=within, chance=self.chance
        )


@contextlib.asynccontextmanager
async def stage(setting: Setting, folder: Path) -> AsyncIterator[Stage]:
    """Set it up in a folder, which keeps the store and the bots' log, and take it down."""
    chance = random.Random(setting.seed)  # noqa: S311 - the same round for the same seed, nearly
    sandbox = await Sandbox.start(
        rate_limits=setting.rate_limits, record=bool(setting.moderators), deadline=ANSWERED_WITHIN
    )
    bots = Bots(sandbox, folder, chance)
    store = await KeptStore.open(bots.url, bots.database, sandbox.clock.now)
    people: list[Moderator] = []
    try:
        made = await fill(
            store.database,
            sandbox,
            posts=0 if setting.rollbacks else setting.posts,
            in_channels=setting.channels,
            within=setting.within,
            chance=chance,
            threads=setting.threads,
        )
        witness = Witness(sandbox, made.channels)
        refusals = Refusals(setting.seed, setting.refused, made.channels, sandbox.clock.now)
        set_up = Stage(setting, chance, sandbox, bots, store, made, witness, refusals, people)
        people += [
            Moderator(sandbox, number, setting.seed, lambda: set_up.standing, folder / "moderators.txt")
            for number in range(setting.moderators)
        ]
        yield set_up
        witness.close()
    finally:
        await bots.clear()
        for person in people:
            await person.close()
        await store.close()
        await sandbox.close()
