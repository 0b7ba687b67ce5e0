"""Whatever of Discord's description a client sends, it gets an answer as described, or a refusal; never a fault."""

import asyncio
import re
from collections.abc import Iterator
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox import Sandbox
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.permissions import Permissions
from sandbox.rules.unsupported import NOT_CARRIED_OUT
from sandbox.world.interactions import Interaction
from tests.discord_contract import Contract, needed_contract
from tests.examples import examples
from tests.sandbox.bot_api import Answer, BotApi
from tests.sandbox.described_bodies import Bodies

ENDS_THE_WORLD = {("DELETE", "/users/@me/guilds/{guild_id}"), ("DELETE", "/channels/{channel_id}")}
REQUESTS = 40


class Fuzzed:
    """A sandbox with a bot that is allowed everything, and the requests that it can make."""

    def __init__(self, sandbox: Sandbox, contract: Contract) -> None:
        self.sandbox = sandbox
        self.contract = contract
        self.api = BotApi(sandbox)
        self.member = sandbox.person("member")
        self.chat = sandbox.channels["chat"]
        self.schemas: JsonObject = contract.description["components"]["schemas"]
        self.routes = [each for each in routes(sandbox) if each not in ENDS_THE_WORLD and contract.operation(*each)]
        managed = next(role for role in sandbox.guild.roles.values() if role["managed"])
        managed["permissions"] = str(int(Permissions.ADMINISTRATOR))

    async def one(self, chance: Random) -> None:
        """Make one request at random, and check its answer."""
        method, template = chance.choice(self.routes)
        place = re.sub(r"\{(\w+)\}", lambda found: self._parameter(found[1], chance), template)
        path = await self._interaction_path(place, chance)
        operation = self.contract.operation(method, template)
        assert operation is not None
        answer = await self.api.ask(method, path, self._body(operation, chance))
        assert answer.status < 500 or _is_not_carried_out(answer), (method, path)
        if answer.status >= 400:
            assert set(answer.body) - {"errors"} == {"message", "code"}
            return
        assert not self.contract.answer_complaints(self.sandbox.recorded[-1])

    def _body(self, operation: JsonObject, chance: Random) -> JsonValue:
        described = operation.get("requestBody", {}).get("content", {}).get("application/json")
        if described is None:
            return None
        sandbox = self.sandbox
        ids = [str(each) for each in (self.chat, sandbox.guild_id, sandbox.application_id, sandbox.owner_id, 1)]
        bodies = Bodies(self.schemas, chance, ids, chance.choice([0, 2, 10]))
        return bodies.make(described["schema"])

    def _parameter(self, name: str, chance: Random) -> str:
        world, sandbox = self.sandbox.world, self.sandbox
        standing = [message["id"] for message in world.channels[self.chat].log][-5:]
        values: dict[str, str] = {
            "channel_id": str(self.chat),
            "guild_id": str(sandbox.guild_id),
            "user_id": str(sandbox.owner_id),
            "role_id": str(sandbox.roles["Anime"]),
            "message_id": chance.choice(standing or ["1"]),
            "command_id": str(chance.choice([*world.commands.by_id, 1])),
            "answer_id": "1",
            "guild_scheduled_event_id": chance.choice([*map(str, sandbox.guild.scheduled_events), "1"]),
            "application_id": str(sandbox.application_id),
            "webhook_id": str(sandbox.application_id),
            "interaction_id": "INTERACTION",
            "interaction_token": "TOKEN",
            "webhook_token": "TOKEN",
        }
        return values[name]

    async def _interaction_path(self, path: str, chance: Random) -> str:
        if "TOKEN" not in path:
            return path
        made = await self._interaction()
        if "INTERACTION" not in path:
            first: JsonObject = {"type": chance.choice([4, 5]), "data": {"content": "x"}}
            await self.api.post(f"/interactions/{made.id}/{made.token}/callback", first)
        query = "?with_response=true" if "INTERACTION" in path and chance.random() < 0.5 else ""
        return path.replace("INTERACTION", str(made.id)).replace("TOKEN", made.token) + query

    async def _interaction(self) -> Interaction:
        path = f"/applications/{self.sandbox.application_id}/commands"
        await self.api.ask("PUT", path, [{"name": "x", "description": "d"}])
        asked = asyncio.create_task(self.member.slash("x", channel=self.chat, settle=False))
        heard = asyncio.Event()
        stop = self.sandbox.world.listen(lambda event: heard.set() if event.name == "INTERACTION_CREATE" else None)
        asked.add_done_callback(lambda _: heard.set())
        await heard.wait()
        stop()
        asked.cancel()
        await asyncio.gather(asked, return_exceptions=True)
        return next(reversed(self.sandbox.interactions.by_id.values()))

    async def close(self) -> None:
        await self.api.__aexit__()
        await self.member.close()
        await self.sandbox.close()


def _is_not_carried_out(answer: Answer) -> bool:
    """Whether a refusal names what the sandbox doesn't carry out, which is no fault."""
    return answer.status == 501 and NOT_CARRIED_OUT in str(answer.body["errors"])


def routes(sandbox: Sandbox) -> list[tuple[str, str]]:
    """All routes of the API, as method and path template."""
    paths = {(each.method, each.path.removeprefix("/api")) for each in sandbox.routes}
    return sorted(each for each in paths if not each[1].startswith("/v10"))


@pytest.fixture(scope="module")
def fuzzed() -> Iterator[tuple[asyncio.Runner, Fuzzed]]:
    contract = needed_contract()
    with asyncio.Runner() as runner:

        async def start() -> Fuzzed:
            return Fuzzed(await Sandbox.start(rate_limits=False), contract)

        made = runner.run(start())
        yield runner, made
        runner.run(made.close())


@settings(max_examples=examples(15, 100), deadline=None)
@given(seed=st.integers(0, 2**32))
def test_every_answer_is_as_described(fuzzed: tuple[asyncio.Runner, Fuzzed], seed: int) -> None:
    runner, made = fuzzed
    chance = Random(seed)  # noqa: S311 - nothing is kept secret with it

    async def some() -> None:
        made.sandbox.clock.advance(timedelta(days=1))  # commands are made anew, and only so many in a day
        for _ in range(REQUESTS):
            await made.one(chance)

    runner.run(some())
