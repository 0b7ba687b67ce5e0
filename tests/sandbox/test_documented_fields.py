"""No field that Discord documents is passed over in silence: each is carried out, or refused by name."""

import pytest

from sandbox import Sandbox
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.permissions import Permissions
from sandbox.rules.unsupported import LATER, UNSUPPORTED, UNSUPPORTED_QUERY, Operation
from sandbox.world import threads
from sandbox.world.interactions import COMMAND
from tests.discord_contract import needed_contract
from tests.sandbox.bot_api import Answer, BotApi
from tests.sandbox.documented_fields import CARRIED_OUT, Documented, Walk
from tests.sandbox.test_fuzz import routes

EVENT: JsonObject = {
    "name": "n",
    "entity_type": 3,
    "privacy_level": 2,
    "scheduled_start_time": "2100-01-01T00:00:00Z",
    "scheduled_end_time": "2100-01-02T00:00:00Z",
    "entity_metadata": {"location": "l"},
}


@pytest.fixture
def walk() -> Walk:
    return Walk(needed_contract().description)


def _refused(walk: Walk) -> set[Documented]:
    """The fields that are refused, whatever their value and channel."""
    named = {
        found for operation, fields in UNSUPPORTED.items() for path in fields for found in walk.resolve(operation, path)
    }
    named |= {
        found
        for operation, fields in LATER.items()
        for path in fields
        for found in walk.resolve(operation, path)
        if found.field not in CARRIED_OUT[found.schema]
    }
    return named | {Documented(op, "query", name) for op, names in UNSUPPORTED_QUERY.items() for name in names}


async def test_each_documented_field_is_carried_out_or_refused(sandbox: Sandbox, walk: Walk) -> None:
    operations: list[Operation] = routes(sandbox)
    documented = {field for operation in operations for field in walk.fields(operation)}
    refused = _refused(walk)
    below = {"CustomClientThemeShareRequest", "RecurrenceRule", "ByNWeekday"}  # of what is refused as a whole
    silent = {
        f"{each.schema}.{each.field} of {' '.join(each.operation)}"
        for each in documented
        if each.field not in CARRIED_OUT.get(each.schema, {}) and each not in refused and each.schema not in below
    }
    assert not silent


async def test_each_entry_is_still_documented(sandbox: Sandbox, walk: Walk) -> None:
    fields = {(each.schema, each.field) for operation in routes(sandbox) for each in walk.fields(operation)}
    listed = {(schema, name) for schema, names in CARRIED_OUT.items() for name in names}
    assert not listed - fields
    assert all(walk.resolve(operation, path) for operation, paths in UNSUPPORTED.items() for path in paths)
    assert all(walk.resolve(operation, path) for operation, paths in LATER.items() for path in paths)


class Asker:
    """Asks each operation for something that the sandbox doesn't carry out."""

    def __init__(self, sandbox: Sandbox, api: BotApi) -> None:
        self.sandbox = sandbox
        self.api = api
        managed = next(role for role in sandbox.guild.roles.values() if role["managed"])
        managed["permissions"] = str(int(Permissions.ADMINISTRATOR))

    async def ask(self, operation: Operation, body: JsonValue, query: str = "") -> Answer:
        method, template = operation
        sandbox = self.sandbox
        ids = {
            "application_id": sandbox.application_id,
            "guild_id": sandbox.guild_id,
            "channel_id": sandbox.channels["chat"],
            "message_id": 1,
            "command_id": 1,
            "interaction_id": 1,
            "interaction_token": "t",
            "webhook_id": sandbox.application_id,
            "webhook_token": "t",
            "guild_scheduled_event_id": 1,
        }
        return await self.api.ask(method, template.format(**ids) + query, body)


def _holding(path: str, value: JsonValue) -> JsonValue:
    """Make a body in which a value stands at a path."""
    for step in reversed(path.split(".")):
        name = step.removesuffix("[]")
        value = [value] if step.endswith("[]") else value
        value = {name: value} if name else value
    return value


@pytest.mark.parametrize(
    ("operation", "path"), [(operation, path) for operation, paths in UNSUPPORTED.items() for path in paths]
)
async def test_what_is_not_carried_out_is_refused_by_name(
    sandbox: Sandbox, api: BotApi, operation: Operation, path: str
) -> None:
    answer = await Asker(sandbox, api).ask(operation, _holding(path, "x"))
    assert answer.status == 501
    assert path.rsplit(".", 1)[-1] in answer.body["message"]
    here = answer.body["errors"]
    for step in path.split("."):
        name = step.removesuffix("[]")
        here = here[name] if name else here
        here = here["0"] if step.endswith("[]") else here
    assert here["_errors"][0]["code"] == "SANDBOX_NOT_CARRIED_OUT"
    nothing = await Asker(sandbox, api).ask(operation, _holding(path, None))
    assert nothing.status != 501


@pytest.mark.parametrize("operation", UNSUPPORTED_QUERY)
async def test_what_is_not_carried_out_of_the_query_is_refused_by_name(
    sandbox: Sandbox, api: BotApi, operation: Operation
) -> None:
    for name in UNSUPPORTED_QUERY[operation]:
        answer = await Asker(sandbox, api).ask(operation, {}, f"?{name}=1")
        assert answer.status == 501
        assert name in answer.body["message"]


async def test_what_is_refused_for_some_values_and_channels(sandbox: Sandbox, api: BotApi) -> None:
    asker, chat = Asker(sandbox, api), sandbox.channels["chat"]
    thread = threads.create_thread(sandbox.world, chat, "t").id
    asked: dict[tuple[str, str], JsonObject] = {
        ("POST", api.messages()): {"flags": 1 << 13},
        ("POST", f"/guilds/{sandbox.guild_id}/channels"): {"type": 14},
        ("PATCH", f"/channels/{thread}"): {
            "bitrate": 8000,
            "user_limit": 1,
            "rtc_region": "x",
            "video_quality_mode": 1,
        },
    }
    here = [fields for (_, template), fields in LATER.items() if not template.startswith("/webhooks")]
    assert sorted(map(len, here)) == sorted(map(len, asked.values()))
    for (method, path), fields in asked.items():
        for name, value in fields.items():
            answer = await asker.api.ask(method, path, EVENT | {"content": "x", "channel_id": "1", name: value})
            assert (answer.status, name in answer.body["message"]) == (501, True)


async def test_a_poll_is_not_added_to_an_answer_that_stands(sandbox: Sandbox, api: BotApi) -> None:
    channel, person = sandbox.world.channels[sandbox.channels["chat"]], sandbox.users["member"].id
    poll: JsonObject = {"question": {"text": "q"}, "answers": [{"poll_media": {"text": "a"}}]}
    for kind, status in ((5, 200), (4, 501)):
        made = sandbox.interactions.start(COMMAND, person, channel, {"id": "1", "name": "n", "type": 1})
        await api.post(f"/interactions/{made.id}/{made.token}/callback", {"type": kind, "data": {"content": "x"}})
        path = f"/webhooks/{sandbox.application_id}/{made.token}/messages/@original"
        assert (await api.ask("PATCH", path, {"poll": poll})).status == status
