"""Discord refuses some posts for what is in them, by its three ways of doing so, until they are edited."""

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from aiohttp import web

from bot.clock import Clock
from sandbox.rest.faults import CarryOut, Refusal, Trouble

KINDS = (
    (50035, "Invalid Form Body"),
    (200000, "Message was blocked by automatic moderation"),
    (240000, "Message blocked by harmful links filter"),
)
"""Discord's documentation, "JSON Error Codes"."""
OFFENCE = "It is due."
"""What is refused begins with this, and isn't refused any more once it is edited to say something else."""
_HASHED = 1_000


@dataclass(slots=True)
class Refusals:
    """Tells which posts Discord refuses in `places`, a share of all; the same ones for the same seed."""

    seed: int
    share: float
    places: Sequence[int]
    clock: Clock
    latest: dict[int, datetime] = field(default_factory=dict)
    """When a post was last refused, by the channel."""
    count: int = 0

    def refuses(self, channel_id: int, title: str, text: str = OFFENCE) -> bool:
        """Tell whether a message of this title and text is refused in a channel."""
        if not text.startswith(OFFENCE) or channel_id not in self.places:
            return False
        drawn = zlib.crc32(f"{self.seed} {self.places.index(channel_id)} {title}".encode()) % _HASHED
        return drawn < self.share * _HASHED

    def draw(self, request: web.Request) -> Trouble | None:
        """Give the trouble that a request may meet: to be the sandbox's `faults.random`."""
        is_post = request.method == "POST" and request.path.endswith("/messages") and "/channels/" in request.path
        return self if is_post else None

    async def play(self, request: web.Request, carry_out: CarryOut) -> web.StreamResponse:
        """Refuse a post that says what it mustn't."""
        sent = json.loads(await request.read())
        channel_id = int(request.match_info["channel_id"])
        for embed in sent.get("embeds", ()):
            if self.refuses(channel_id, embed.get("title", ""), embed.get("description", "")):
                self.count += 1
                self.latest[channel_id] = self.clock()
                code, message = KINDS[self.places.index(channel_id) % len(KINDS)]
                refusal = Refusal(400, json.dumps({"message": message, "code": code}), "application/json")
                return await refusal.play(request, carry_out)
        return await carry_out()
