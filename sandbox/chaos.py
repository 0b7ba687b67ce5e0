"""Discord's bad days at random: requests meet troubles, connections are lost, and the world has its mishaps.

With the same seed, the same draws are made in the same order; what they meet depends on what the bot asks for when.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Self

from aiohttp import web

from sandbox.mishaps import MISHAPS
from sandbox.rest.faults import Cut, Moment, Nonsense, Silence, Trouble, banned, broken, limited
from sandbox.server import Sandbox

CLOSES = (1000, 1001, 4000, 4007, 4008, 4009)
"""Those after which a client comes back."""
MISHAP_SECONDS = (0.5, 5.0)
"""How long a mishap lasts, in real seconds."""

TROUBLES: dict[str, Callable[[random.Random], Trouble]] = {
    "429 in a bucket": lambda chance: limited(chance.uniform(0.1, 1.0)),
    "429 for the whole bot": lambda chance: limited(chance.uniform(0.1, 0.5), is_global=True),
    "429 of Cloudflare's": lambda _: banned(1),
    "5xx": lambda chance: broken(chance.choice([500, 502, 503, 504])),
    "5xx after it was done": lambda chance: broken(chance.choice([500, 502, 503, 504]), done=True),
    "reset before": lambda _: Cut(Moment.BEFORE),
    "reset during": lambda _: Cut(Moment.DURING),
    "reset after": lambda _: Cut(Moment.AFTER),
    "silence": lambda _: Silence(),
    "silence after it was done": lambda _: Silence(done=True),
    "invalid JSON": lambda _: Nonsense(),
    "invalid JSON after it was done": lambda _: Nonsense(done=True),
}
"""What a request may meet, by name."""


class Chaos:
    """Troubles at random while it is entered; `played` counts them by name.

    `share` of all requests to the API meet one of `TROUBLES`. Every `gateway_seconds` on average the gateway
    reconnects, invalidates or drops everyone; `mishap_seconds` after one of `MISHAPS` has ended, on average, another
    begins. Both are real seconds, and None is never.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        *,
        seed: int,
        share: float,
        gateway_seconds: float | None = None,
        mishap_seconds: float | None = None,
    ) -> None:
        self._sandbox = sandbox
        self._chance = random.Random(seed)  # noqa: S311 - the same troubles for the same seed
        self._share = share
        self._every = {self._drop: gateway_seconds, self._have_a_mishap: mishap_seconds}
        self._tasks: list[asyncio.Task[None]] = []
        self.played: Counter[str] = Counter()

    async def __aenter__(self) -> Self:
        """Begin the weather."""
        self._sandbox.faults.random = self._draw
        self._tasks = [
            asyncio.create_task(self._now_and_then(act, seconds), name="chaos")
            for act, seconds in self._every.items()
            if seconds is not None
        ]
        return self

    async def __aexit__(self, *_: object) -> None:
        """Let the weather be fine again, and what is broken be mended."""
        self._sandbox.faults.random = None
        for task in self._tasks:
            task.cancel()
        ended = await asyncio.gather(*self._tasks, return_exceptions=True)
        for error in ended:
            if isinstance(error, Exception):
                raise error

    def _draw(self, _: web.Request) -> Trouble | None:
        if self._chance.random() >= self._share:
            return None
        name = self._chance.choice(list(TROUBLES))
        self.played[name] += 1
        return TROUBLES[name](self._chance)

    async def _now_and_then(self, act: Callable[[], Awaitable[None]], seconds: float) -> None:
        while True:
            await asyncio.sleep(self._chance.expovariate(1 / seconds))
            await act()

    async def _drop(self) -> None:
        gateway, code = self._sandbox.gateway, self._chance.choice(CLOSES)
        plays: dict[str, Callable[[], None]] = {
            "op 7": gateway.reconnect_all,
            "op 9, resumable": lambda: gateway.invalidate_all(resumable=True),
            "op 9": lambda: gateway.invalidate_all(resumable=False),
            f"closed with {code}": lambda: gateway.close_all(code),
        }
        name = self._chance.choice(list(plays))
        self.played[name] += 1
        plays[name]()

    async def _have_a_mishap(self) -> None:
        name = self._chance.choice(list(MISHAPS))
        self.played[name] += 1
        with MISHAPS[name](self._sandbox, self._chance):
            await asyncio.sleep(self._chance.uniform(*MISHAP_SECONDS))
