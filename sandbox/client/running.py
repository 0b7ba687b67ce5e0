"""How a person runs the sandbox: its clock, the bot's troubles and requests, a beginning anew."""

from abc import ABC, abstractmethod
from datetime import datetime

from sandbox.rules.json_types import JsonObject, JsonValue


class Running(ABC):
    """What a person asks of the sandbox itself; all but reading the clock is refused to who doesn't run it."""

    @abstractmethod
    async def _call(self, method: str, path: str, body: JsonObject | None = None) -> JsonValue:
        """Ask the user-side API. Raises `SandboxRefused`."""

    async def now(self) -> datetime:
        """Read the sandbox's clock."""
        return datetime.fromisoformat((await self._call("GET", "/clock"))["now"])

    async def set_clock(self, at: datetime) -> None:
        """Set the clock. This and all that follow raise `SandboxRefused` unless the person runs the sandbox."""
        await self._call("POST", "/clock", {"at": at.isoformat()})

    async def pause(self) -> None:
        """Let time stand still."""
        await self._call("POST", "/clock", {"paused": True})

    async def resume(self) -> None:
        """Let time run on."""
        await self._call("POST", "/clock", {"paused": False})

    async def to_next_post(self) -> datetime:
        """Set the clock to when something is due next, and give the instant."""
        return datetime.fromisoformat((await self._call("POST", "/clock", {"to": "next"}))["now"])

    async def outlook(self, limit: int = 25) -> JsonObject:
        """Read what the bot will post and what became of what was due, as {due, delivered}."""
        return dict(await self._call("GET", f"/outlook?limit={limit}"))

    async def add_fault(self, **asked: JsonValue) -> JsonObject:
        """Let the bot's next requests meet a trouble, and give it as `faults` lists it."""
        return dict(await self._call("POST", "/faults", asked))

    async def faults(self) -> list[JsonObject]:
        """List the troubles that are still to come."""
        return list(await self._call("GET", "/faults"))

    async def end_fault(self, number: int) -> None:
        """End one of `faults`."""
        await self._call("DELETE", f"/faults/{number}")

    async def requests(self, after: int = 0) -> list[JsonObject]:
        """List the bot's newest requests, those with a number above `after`, oldest first."""
        return list(await self._call("GET", f"/requests?after={after}"))

    async def reset(self) -> None:
        """Have the sandbox begin anew; the person's token is no one's then."""
        await self._call("POST", "/reset")
