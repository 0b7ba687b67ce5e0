"""The local AniList, served over HTTP on this machine."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from aiohttp import web
from graphql import GraphQLError, GraphQLSchema, execute_sync, parse, validate

from bot.clock import SYSTEM_CLOCK, Clock
from tests.anilist.faults import Answer, Fault
from tests.anilist.schema import MOST_COMPLEX, complexity, needed_schema
from tests.anilist.world import World


@dataclass(frozen=True)
class Asked:
    """A request that was made: the document, its variables, and when, on the server's clock."""

    query: str
    variables: dict[str, Any]
    at: datetime
    headers: dict[str, str]


@dataclass
class LocalAnilist:
    """What a test holds: `url`, the `world`, the `requests` so far, and what goes wrong.

    `coming` are faults for the next requests, one each; `weather` is for all others, None for none.
    """

    schema: GraphQLSchema
    clock: Clock
    world: World = field(default_factory=World)
    url: str = ""
    requests: list[Asked] = field(default_factory=list)
    coming: list[Fault] = field(default_factory=list)
    weather: Fault | None = None

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer a request, or do what goes wrong instead."""
        asked = await request.json()
        variables = asked.get("variables") or {}
        self.requests.append(Asked(asked["query"], variables, self.clock(), dict(request.headers)))
        fault = self.coming.pop(0) if self.coming else self.weather
        status, answer = self.execute(asked["query"], variables)
        if fault is not None:
            return await fault(request, json.loads(json.dumps(answer)))
        return web.json_response(answer, status=status)

    def execute(self, query: str, variables: dict[str, Any]) -> tuple[int, Answer]:
        """The status and the answer, as AniList gives them when all is well."""
        try:
            document = parse(query)
        except GraphQLError as error:
            return 400, _refusal(error.message)
        if faults := validate(self.schema, document):
            return 400, _refusal(faults[0].message)
        if (counted := complexity(document)) > MOST_COMPLEX:
            return 400, _refusal(f"Max query complexity should be {MOST_COMPLEX} but got {counted}.")
        result = execute_sync(
            self.schema, document, self.world, variable_values=variables, context_value={"now": self.clock()}
        )
        if result.errors:
            raise result.errors[0]  # a fault of the test's
        return 200, {"data": result.data}


def _refusal(message: str) -> Answer:
    return {"data": None, "errors": [{"message": message, "status": 400, "locations": []}]}


@asynccontextmanager
async def local_anilist(clock: Clock = SYSTEM_CLOCK) -> AsyncIterator[LocalAnilist]:
    """Serve an AniList with an empty world. The test is skipped where AniList's schema isn't there."""
    anilist = LocalAnilist(needed_schema(), clock)
    app = web.Application()
    app.router.add_post("/", anilist.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0][:2]
        anilist.url = f"http://{host}:{port}"
        yield anilist
    finally:
        await runner.cleanup()
