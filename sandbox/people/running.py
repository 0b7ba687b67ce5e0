"""How the sandbox is run: its time, the bot's troubles and requests, a beginning anew; and who is told of them."""

import asyncio
from typing import TYPE_CHECKING

from sandbox.people.person import PersonRoute
from sandbox.people.resetting import Resetting
from sandbox.people.stream import Streams
from sandbox.people.timing import TimeApi
from sandbox.people.watching import WatchApi, told
from sandbox.rest.faults import Faults
from sandbox.rest.requests import Answered, Requests
from sandbox.world.world import World

if TYPE_CHECKING:
    from sandbox.outlook import Outlook


class Running:
    """The routes of those who run the sandbox, and the events that tell what they would read there."""

    def __init__(self, world: World, faults: Faults, requests: Requests, streams: Streams) -> None:
        self.outlook: Outlook | None = None
        self.resetting = Resetting(streams.end_all)
        self._streams = streams
        self._time = TimeApi(world.clock, lambda: self.outlook)
        self._watch = WatchApi(faults, requests)
        self._commands_are_told = True
        world.clock.on_set(self._tell_time)
        world.commands.on_change(self._note_commands)
        requests.on_answer(self._tell_request)

    def routes(self) -> list[PersonRoute]:
        """Give all routes."""
        return [*self._time.routes(), *self._watch.routes(), *self.resetting.routes()]

    def _tell_time(self) -> None:
        self._streams.tell_everyone("SANDBOX_CLOCK", self._time.told())

    def _note_commands(self) -> None:
        """Tell of commands once for all that one request of the bot changes."""
        if self._commands_are_told:
            self._commands_are_told = False
            asyncio.get_running_loop().call_soon(self._tell_commands)

    def _tell_commands(self) -> None:
        self._commands_are_told = True
        self._streams.tell_everyone("SANDBOX_COMMANDS", {})

    def _tell_request(self, made: Answered) -> None:
        if self._streams.are_heard:
            self._streams.tell_operators("SANDBOX_REQUEST", told(made))
