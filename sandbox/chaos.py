"""Discord's bad days at random: a share of the bot's requests meets a trouble, and its connections are lost.

With the same seed, the same draws are made in the same order; what they meet depends on what the bot asks for when.
"""

import asyncio
import contextlib
import random
from collections import Counter
from collections.abc import Callable
from typing import Self

from aiohttp import web

from sandbox.gateway.gateway import Gateway
from sandbox.rest.faults import Cut, Faults, Moment, Nonsense, Silence, Trouble, banned, broken, limited

RESUMABLE_CLOSE = 4000

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

    `share` of all requests to the API meet one of `TROUBLES`; every `gateway_seconds` on average (real seconds) the
    gateway reconnects, invalidates or drops everyone.
    """

    def __init__(self, faults: Faults, gateway: Gateway, *, seed: int, share: float, gateway_seconds: float) -> None:
        self._faults = faults
        self._gateway = gateway
        self._chance = random.Random(seed)  # noqa: S311 - the same troubles for the same seed
        self._share = share
        self._gateway_seconds = gateway_seconds
        self._dropping: asyncio.Task[None] | None = None
        self.played: Counter[str] = Counter()

    async def __aenter__(self) -> Self:
        """Begin."""
        self._faults.random = self._draw
        self._dropping = asyncio.create_task(self._drop_forever(), name="drop gateway connections")
        return self

    async def __aexit__(self, *_: object) -> None:
        """Let the weather be fine again."""
        self._faults.random = None
        if self._dropping is not None:
            self._dropping.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._dropping

    def _draw(self, _: web.Request) -> Trouble | None:
        if self._chance.random() >= self._share:
            return None
        name = self._chance.choice(list(TROUBLES))
        self.played[name] += 1
        return TROUBLES[name](self._chance)

    async def _drop_forever(self) -> None:
        plays: dict[str, Callable[[], None]] = {
            "op 7": self._gateway.reconnect_all,
            "op 9, resumable": lambda: self._gateway.invalidate_all(resumable=True),
            "op 9": lambda: self._gateway.invalidate_all(resumable=False),
            "closed with 4000": lambda: self._gateway.close_all(RESUMABLE_CLOSE),
        }
        while True:
            await asyncio.sleep(self._chance.expovariate(1 / self._gateway_seconds))
            name = self._chance.choice(list(plays))
            self.played[name] += 1
            plays[name]()
