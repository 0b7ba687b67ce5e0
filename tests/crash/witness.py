"""Who lives on while bots are killed: counts what arrives in the sandbox, and when."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime

from sandbox import Sandbox
from sandbox.world.events import Event


class Witness:
    """Every post that arrived, as its channel and title, with the instant of its first arrival on Discord's clock."""

    def __init__(self, sandbox: Sandbox, channels: Iterable[int]) -> None:
        self._world = sandbox.world
        self._channels = set(channels)
        self._something = asyncio.Event()
        self.count = Counter[tuple[int, str]]()
        self.first = dict[tuple[int, str], datetime]()
        self.latest: datetime | None = None
        self.latest_in = dict[int, datetime]()
        self._stop_listening = sandbox.world.listen(self._heard)

    def _heard(self, event: Event) -> None:
        if event.name == "MESSAGE_CREATE" and int(event.data["channel_id"]) in self._channels:
            post = int(event.data["channel_id"]), str(event.data["embeds"][0]["title"])
            self.latest = self._world.clock.now()
            self.latest_in[post[0]] = self.latest
            self.count[post] += 1
            self.first.setdefault(post, self.latest)
            self._something.set()

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so, looking at each arrival."""
        while not is_so():
            self._something.clear()
            await self._something.wait()

    def close(self) -> None:
        """Hear no more."""
        self._stop_listening()
