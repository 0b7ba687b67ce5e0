"""The sandbox as a whole: one world, its clock, and the HTTP server in front of it."""

import logging
import time
from asyncio import CancelledError, Task, create_task
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

from sandbox.client.user import SandboxUser
from sandbox.gateway.gateway import Gateway
from sandbox.outlook import Outlook
from sandbox.people.owning import OwnerApi
from sandbox.people.routes import PeopleApi
from sandbox.people.running import Running
from sandbox.pictures.fetching import PUBLIC, Fetching
from sandbox.pictures.routes import Pictures
from sandbox.ratelimits import RateLimits
from sandbox.rest import (
    absent,
    archived_threads,
    channels,
    commands,
    connect,
    guilds,
    interactions,
    messages,
    polls,
    scheduled_events,
    thread_members,
    threads,
    users,
)
from sandbox.rest.call import Services
from sandbox.rest.faults import Faults
from sandbox.rest.record import RecordedRequest
from sandbox.rest.router import Router, plain_refusals
from sandbox.rules.json_types import JsonObject
from sandbox.site import Site
from sandbox.world.accounts import Account
from sandbox.world.answers import Answers
from sandbox.world.guilds import Guild
from sandbox.world.interactions import DEADLINE, Interactions
from sandbox.world.nonces import Nonces
from sandbox.world.obfuscation import BotsView
from sandbox.world.polls import PollTimers
from sandbox.world.scheduled_events import EventTimers
from sandbox.world.storage import Storage, open_world
from sandbox.world.world import World

RESOURCES = (
    connect,
    users,
    guilds,
    channels,
    messages,
    polls,
    threads,
    thread_members,
    archived_threads,
    scheduled_events,
    commands,
    interactions,
    absent,
)
LARGEST_REQUEST = 26 * 1024 * 1024
CLOSE_SECONDS = 1.0


log = logging.getLogger(__name__)


def _is_ours(record: logging.LogRecord) -> bool:
    """Tell whether a fault that the server logs is one of ours; garbage and lost connections are the client's."""
    fault = record.exc_info[1] if record.exc_info else None
    return not isinstance(fault, HttpProcessingError | ConnectionError)


log.addFilter(_is_ours)


class Sandbox:
    """A local Discord. Make one with `Sandbox.start`, and `close` it.

    `recorded` holds the bot's requests (the newest 20,000), `gateway` can play faults, `clock` can be set.
    """

    def __init__(
        self,
        world: World,
        storage: Storage | None,
        *,
        rate_limits: bool,
        monotonic: Callable[[], float],
        record: bool,
        deadline: timedelta,
        identify_spacing: float,
        nonce_seconds: float,
        fetching: Fetching,
    ) -> None:
        self.world = world
        self.clock = world.clock
        self.interactions = Interactions(world, deadline)
        self.gateway = Gateway(BotsView(world), url=lambda: self.gateway_url, identify_spacing=identify_spacing)
        self.rate_limits = RateLimits(monotonic, enabled=rate_limits)
        self._storage = storage
        self.nonces = Nonces(world.clock, real_seconds=nonce_seconds)
        services = Services(world, self.interactions, Answers(world, self.interactions), self.nonces, self.gateway)
        self._router = Router(services, self.rate_limits, record=record)
        for resource in RESOURCES:
            resource.add_routes(self._router)
        self._people = PeopleApi(world, self.interactions, OwnerApi(world, self.gateway))
        self._running = Running(world, self.faults, self._router.requests, self._people.streams)
        self._pictures = Pictures(fetching)
        self._timers = (PollTimers(world), EventTimers(world))
        self._runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=CLOSE_SECONDS, logger=log)
        self._keeping: Task[None] | None = None
        self.port = 0
        self.host = ""

    @classmethod
    async def start(
        cls,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        at: datetime | None = None,
        data: Path | None = None,
        rate_limits: bool = True,
        monotonic: Callable[[], float] = time.monotonic,
        record: bool = True,
        deadline: timedelta = DEADLINE,
        identify_spacing: float = 0.0,
        nonce_seconds: float = 0.0,
        fetching: Fetching = PUBLIC,
        privileged_intents: bool = False,
    ) -> "Sandbox":
        """Start a sandbox; port 0 takes a free one.

        `at` sets the clock; without it, a world that was kept goes on from where it was, and a new one begins now.
        `data` is the folder that keeps the world, `monotonic` gives the seconds that rate limits count (a test that
        holds it fills a bucket on any machine), `deadline` is how long, on the sandbox's clock, a bot has for its
        first answer to an interaction, `identify_spacing` is how many seconds must lie between two identifies
        (Discord's 5 would make each restart of a test wait), `nonce_seconds` is how long, in real time, a nonce is
        remembered although the clock was set (none, so that tests can have one forgotten), `fetching` is how pictures
        of other servers are had, `privileged_intents` whether the application was granted those of presences, members
        and the content of messages.
        Raises `StorageError` for a folder that holds something else, and `OSError` for a port that is taken.
        """
        world, storage = open_world(data, at)
        world.has_privileged_intents = privileged_intents
        sandbox = cls(
            world,
            storage,
            rate_limits=rate_limits,
            monotonic=monotonic,
            record=record,
            deadline=deadline,
            identify_spacing=identify_spacing,
            nonce_seconds=nonce_seconds,
            fetching=fetching,
        )
        try:
            await sandbox._listen(host, port)
        except OSError:
            await sandbox.close()
            raise
        return sandbox

    async def close(self) -> None:
        """Disconnect everyone, stop serving, and write what is not written yet."""
        await self.gateway.close()
        await self._people.streams.close()
        self.interactions.close()
        for timers in self._timers:
            timers.close()
        self._pictures.stop()
        await self._runner.cleanup()
        await self._pictures.close()
        if self._keeping is not None:
            self._keeping.cancel()
            with suppress(CancelledError):
                await self._keeping
        if self._storage is not None:
            storage, self._storage = self._storage, None
            storage.finish(self.world)

    async def _listen(self, host: str, port: int) -> None:
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()
        self.host, self.port = host, self._runner.addresses[0][1]
        self.world.base_url = self.url
        if self._storage is not None:
            self._keeping = create_task(self._storage.keep_up(self.world))

    def _app(self) -> web.Application:
        passed = [self._router.requests.middleware(), self._running.resetting.middleware(), plain_refusals]
        app = web.Application(middlewares=passed, client_max_size=LARGEST_REQUEST)
        app.on_response_prepare.append(self._date)
        app.add_routes(self._router.routes)
        app.add_routes(self._people.routes(self._running.routes()))
        app.add_routes(Site(self.world, self.description).routes())
        app.add_routes(self._pictures.routes())
        app.add_routes([web.get(path, self.gateway.handle) for path in ("/gateway", "/gateway/")])
        return app

    async def _date(self, _request: web.Request, response: web.StreamResponse) -> None:
        """Date each answer by the sandbox's clock: bots tell by it how wrong theirs is."""
        response.headers["Date"] = format_datetime(self.clock.now(), usegmt=True)

    # what whoever starts it may add

    @property
    def outlook(self) -> Outlook | None:
        """Who tells what the bot will post; None where nobody does."""
        return self._running.outlook

    @outlook.setter
    def outlook(self, outlook: Outlook | None) -> None:
        self._running.outlook = outlook

    def on_reset(self, callback: Callable[[], None]) -> None:
        """Call `callback` when somebody asks for the sandbox to begin anew.

        It is called in the event loop, must not block, and sees to it that this sandbox is closed and another started;
        until then nobody gets in. Without it a reset is refused.
        """
        self._running.resetting.on_reset(callback)

    # what a client needs to know

    @property
    def url(self) -> str:
        """The address of the sandbox, without a slash at its end."""
        return f"http://{self.host}:{self.port}"

    @property
    def api_url(self) -> str:
        """The address of Discord's REST API in it."""
        return self.url + "/api/v10"

    @property
    def gateway_url(self) -> str:
        """The address of the gateway."""
        return f"ws://{self.host}:{self.port}{connect.GATEWAY_PATH}"

    @property
    def token(self) -> str:
        """The bot's token."""
        return self.world.token

    @property
    def application_id(self) -> int:
        """The application's id, and its bot's."""
        return self.world.application_id

    @property
    def owner_id(self) -> int:
        """The id of who owns the application; the guild is the moderator's."""
        return self.world.owner_id

    @property
    def guild(self) -> Guild:
        """The first guild."""
        return next(iter(self.world.guilds.values()))

    @property
    def guild_id(self) -> int:
        """The first guild's id."""
        return self.guild.id

    @property
    def channels(self) -> dict[str, int]:
        """The first guild's channels that hold messages, by name."""
        payloads = self.world.guild_channels(self.guild_id)
        return {each["name"]: int(each["id"]) for each in payloads if "last_message_id" in each}

    @property
    def roles(self) -> dict[str, int]:
        """The first guild's roles, by name; bots may ping "Anime"."""
        return {role["name"]: role_id for role_id, role in self.guild.roles.items()}

    @property
    def users(self) -> dict[str, Account]:
        """All people, by name: "moderator", "member", "guest" and "owner" at first."""
        return {each.username: each for each in self.world.accounts.values() if not each.bot}

    def person(self, name: str) -> SandboxUser:
        """Give someone of `users` to act as; close them, or use them with `async with`."""
        return SandboxUser(self.url, self.users[name].token)

    @property
    def recorded(self) -> deque[RecordedRequest]:
        """The bot's requests, oldest first; it may be cleared."""
        return self._router.recorded

    @property
    def routes(self) -> list[web.RouteDef]:
        """The routes of Discord's API that are here, each under both of its prefixes."""
        return self._router.routes

    @property
    def faults(self) -> Faults:
        """The troubles that the bot's next requests meet; a request that meets one before it is done isn't recorded."""
        return self._router.faults

    def description(self) -> JsonObject:
        """Give all that a library needs to connect, and the people's tokens."""
        return {
            "api_url": self.api_url,
            "url": self.url,
            "gateway_url": self.gateway_url,
            "token": self.token,
            "application_id": str(self.application_id),
            "guild_id": str(self.guild_id),
            "channels": {name: str(key) for name, key in self.channels.items()},
            "roles": {name: str(key) for name, key in self.roles.items()},
            "users": {name: each.described() for name, each in self.users.items()},
            "bot": self.outlook is not None,
        }
