"""Each condition of Discord's table of error codes that a request can meet here is answered with its code."""

import ast
import inspect
import io
from collections.abc import Awaitable, Callable
from datetime import timedelta

import aiohttp
import pytest

from sandbox import Sandbox
from sandbox.rules import errors, limits
from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import Permissions
from sandbox.world import changes, guilds, pins, threads
from sandbox.world.interactions import COMMAND, Interaction
from tests.sandbox.bot_api import Answer, BotApi
from tests.sandbox.documented_errors import ANSWERED, NOT_MET
from tests.sandbox.test_documented_fields import EVENT

X: JsonObject = {"content": "x"}
POST: JsonObject = {"name": "x", "message": X}


def _raised() -> set[tuple[int, int, str]]:
    """The refusals that the sandbox words: status, code and message, a number in it as `…`."""
    trees = [ast.parse(inspect.getsource(each)) for each in (errors, limits)]
    found = set()
    for function in [node for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef)]:
        said = {node.targets[0].id: node.value for node in ast.walk(function) if _is_plain(node)}  # type: ignore[attr-defined]
        for call in ast.walk(function):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "ApiError":
                status, code, message = call.args[:3]
                message = said.get(message.id, message) if isinstance(message, ast.Name) else message
                if isinstance(status, ast.Constant) and isinstance(code, ast.Constant):
                    found.add((status.value, code.value, _text(message)))
    return found  # type: ignore[return-value]


def _is_plain(node: ast.AST) -> bool:
    return isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(each.value) if isinstance(each, ast.Constant) else "…" for each in node.values)
    assert isinstance(node, ast.Constant)
    return str(node.value)


def _same(said: str, documented: str) -> bool:
    """Whether two wordings are the same but for capitals, a full stop at the end, and numbers that are filled in."""
    first, gap, rest = said.rstrip(".").casefold().partition("…")
    other = documented.rstrip(".").casefold()
    return other.startswith(first) and other.endswith(rest) if gap else other == first


def test_each_refusal_is_documented_with_its_status_and_wording() -> None:
    raised = {each for each in _raised() if each[1]}
    raised.add((400, 50035, "Invalid Form Body"))
    assert len(raised) > 45
    for status, code, said in raised:
        documented_status, meaning, known = ANSWERED[code]
        assert (status, _same(said, known or meaning)) == (documented_status, True), (code, said)
    assert {code for _, code, _ in raised} == set(ANSWERED)


def test_each_code_is_answered_or_not_met_for_one_reason() -> None:
    others = [code for codes in NOT_MET.values() for code in codes]
    assert len(others) == len(set(others))
    assert not set(others) & set(ANSWERED)
    assert set(SCENES) == set(ANSWERED)


class Scene:
    """A sandbox, the bot's requests in it, and what a condition needs."""

    def __init__(self, sandbox: Sandbox, api: BotApi) -> None:
        self.sandbox, self.api, self.world = sandbox, api, sandbox.world
        self.chat = f"/channels/{sandbox.channels['chat']}"
        self.guild = f"/guilds/{sandbox.guild_id}"
        self.commands = f"/applications/{sandbox.application_id}/commands"

    def allow(self, *permissions: Permissions) -> None:
        managed = next(role for role in self.sandbox.guild.roles.values() if role["managed"])
        for each in permissions:
            managed["permissions"] = str(int(managed["permissions"]) | int(each))

    def deny(self, permission: Permissions) -> None:
        changes.set_overwrite(self.world, self.sandbox.channels["chat"], self.world.application_id, deny=permission)

    def channel(self, kind: int = guilds.TEXT) -> int:
        return changes.create_channel(self.world, self.sandbox.guild_id, "n", kind=kind).id

    def forum(self, *tags: JsonObject, flags: int = 0) -> str:
        made = self.world.channels[self.channel(guilds.FORUM)]
        made.payload |= {
            "available_tags": [{"id": str(each), **tag} for each, tag in enumerate(tags, 1)],
            "flags": flags,
        }
        return f"/channels/{made.id}"

    def thread(self, **state: bool) -> str:
        made = threads.create_thread(self.world, self.sandbox.channels["chat"], "t")
        threads.change_thread(self.world, made.id, **state)
        return f"/channels/{made.id}"

    def interaction(self) -> Interaction:
        channel = self.world.channels[self.sandbox.channels["chat"]]
        person = self.sandbox.users["member"].id
        data: JsonObject = {"id": "1", "name": "n", "type": 1}
        return self.sandbox.interactions.start(COMMAND, person, channel, data)

    async def answer(self, made: Interaction) -> Answer:
        path = f"/interactions/{made.id}/{made.token}/callback"
        return await self.api.post(path, {"type": 4, "data": X})

    async def say(self, where: str = "", body: JsonObject = X) -> JsonObject:
        made: JsonObject = (await self.api.post(f"{where or self.chat}/messages", body)).body
        return made

    async def forward(self, message: JsonObject) -> Answer:
        reference = {"type": 1, "message_id": message["id"], "channel_id": message["channel_id"]}
        return await self.api.post(self.api.messages("releases"), {"message_reference": reference})

    async def poll(self) -> JsonObject:
        self.allow(Permissions.SEND_POLLS)
        asked = {"question": {"text": "q"}, "answers": [{"poll_media": {"text": "a"}}]}
        return await self.say(body={"poll": asked})

    async def event(self) -> Answer:
        return await self.api.post(f"{self.guild}/scheduled-events", EVENT)

    async def direct(self, user_id: int) -> str:
        return f"/channels/{(await self.api.post('/users/@me/channels', {'recipient_id': str(user_id)})).body['id']}"


Meeting = Callable[[Scene], Awaitable[Answer]]
SCENES: dict[int, Meeting] = {}


def scene(code: int) -> Callable[[Meeting], Meeting]:
    """Take a function as what meets the condition of a code."""

    def take(meeting: Meeting) -> Meeting:
        SCENES[code] = meeting
        return meeting

    return take


def asks(code: int, method: str, path: str, body: JsonObject | None = None) -> None:
    """Meet the condition of a code by one request; the path may name the scene's parts."""

    @scene(code)
    async def meet(here: Scene) -> Answer:
        return await here.api.ask(method, path.format(chat=here.chat, guild=here.guild, commands=here.commands), body)


asks(10002, "GET", "/applications/1/commands")
asks(10003, "GET", "/channels/1")
asks(10004, "GET", "/guilds/1")
asks(10007, "GET", "{guild}/members/1")
asks(10008, "GET", "{chat}/messages/1")
asks(10011, "GET", "{guild}/roles/1")
asks(10013, "GET", "/users/1")
asks(10015, "POST", "/webhooks/1/token", X)
asks(10070, "GET", "{guild}/scheduled-events/1")
asks(10062, "POST", "/interactions/1/token/callback", {"type": 4, "data": X})
asks(10063, "GET", "{commands}/1")
asks(50006, "POST", "{chat}/messages", {"content": " "})
asks(50013, "DELETE", "{chat}")
asks(50033, "POST", "/users/@me/channels", {"recipient_id": "1"})
asks(50035, "POST", "{chat}/messages", {"content": 5})
asks(50081, "POST", "{chat}/messages", {"sticker_ids": ["1"]})


@scene(10066)
async def _(here: Scene) -> Answer:
    path = here.commands.replace("/commands", here.guild + "/commands")
    made = (await here.api.post(path, {"name": "n", "description": "d"})).body
    return await here.api.get(f"{path}/{made['id']}/permissions")


@scene(30003)
async def _(here: Scene) -> Answer:
    here.allow(Permissions.PIN_MESSAGES)
    channel, said = here.world.channels[here.sandbox.channels["chat"]], await here.say()
    channel.pins = dict.fromkeys(range(1, pins.MOST + 1), "2024-01-01T00:00:00+00:00")
    return await here.api.ask("PUT", f"{here.chat}/messages/pins/{said['id']}")


@scene(30013)
async def _(here: Scene) -> Answer:
    here.allow(Permissions.MANAGE_CHANNELS)
    while len(here.world.guild_channels(here.sandbox.guild_id)) < guilds.MOST_CHANNELS:
        here.channel()
    return await here.api.post(f"{here.guild}/channels", {"name": "n"})


@scene(30015)
async def _(here: Scene) -> Answer:
    url, headers = here.sandbox.api_url, {"Authorization": f"Bot {here.sandbox.token}"}
    path = f"{url}{here.chat}/messages"
    async with here.api.session.post(path, data=_files(6), headers=headers) as response:
        made = await response.json()
    async with here.api.session.patch(f"{path}/{made['id']}", data=_files(5), headers=headers) as response:
        return Answer(response.status, await response.json())


def _files(count: int) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for number in range(count):
        form.add_field(f"files[{number}]", b"x", filename=f"{number}.txt")
    return form


@scene(30032)
async def _(here: Scene) -> Answer:
    await here.api.ask("PUT", here.commands, [{"name": f"c{each}", "description": "d"} for each in range(100)])
    return await here.api.post(here.commands, {"name": "n", "description": "d"})


@scene(30034)
async def _(here: Scene) -> Answer:
    for start in (0, 100):
        named = [{"name": f"c{start + each}", "description": "d"} for each in range(100)]
        await here.api.ask("PUT", here.commands, named)
    return await here.api.ask("PUT", here.commands, [{"name": "n", "description": "d"}])


@scene(30046)
async def _(here: Scene) -> Answer:
    here.world.restrictions.old_edits = 0
    said = await here.say()
    here.sandbox.clock.advance(timedelta(hours=2))
    return await here.api.ask("PATCH", f"{here.chat}/messages/{said['id']}", {"content": "y"})


@scene(30047)
async def _(here: Scene) -> Answer:
    here.allow(Permissions.MANAGE_THREADS)
    forum = here.forum()
    first, second = [(await here.api.post(f"{forum}/threads", POST)).body["id"] for _ in range(2)]
    await here.api.ask("PATCH", f"/channels/{first}", {"flags": 2})
    return await here.api.ask("PATCH", f"/channels/{second}", {"flags": 2})


@scene(30048)
async def _(here: Scene) -> Answer:
    here.allow(Permissions.MANAGE_CHANNELS)
    return await here.api.ask("PATCH", here.forum(), {"available_tags": [{"name": str(each)} for each in range(21)]})


@scene(30060)
async def _(here: Scene) -> Answer:
    here.allow(Permissions.MANAGE_CHANNELS, Permissions.MANAGE_ROLES)
    overwrites = [{"id": str(each), "type": 1} for each in range(1001)]
    return await here.api.ask("PATCH", here.chat, {"permission_overwrites": overwrites})


@scene(40005)
async def _(here: Scene) -> Answer:
    form = aiohttp.FormData()
    form.add_field("files[0]", io.BytesIO(b"x" * (10 * 1024 * 1024 + 1)), filename="a.txt")
    url, headers = here.sandbox.api_url, {"Authorization": f"Bot {here.sandbox.token}"}
    async with here.api.session.post(f"{url}{here.chat}/messages", data=form, headers=headers) as response:
        return Answer(response.status, await response.json())


@scene(40033)
async def _(here: Scene) -> Answer:
    news = f"/channels/{here.sandbox.channels['announcements']}"
    path = f"{news}/messages/{(await here.say(news))['id']}/crosspost"
    await here.api.post(path, None)
    return await here.api.post(path, None)


@scene(40060)
async def _(here: Scene) -> Answer:
    made = here.interaction()
    await here.answer(made)
    return await here.answer(made)


@scene(40061)
async def _(here: Scene) -> Answer:
    here.allow(Permissions.MANAGE_CHANNELS)
    return await here.api.ask("PATCH", here.forum(), {"available_tags": [{"name": "a"}, {"name": "a"}]})


@scene(40066)
async def _(here: Scene) -> Answer:
    return await here.api.post(f"{here.forum({'name': 'a', 'moderated': True}, flags=16)}/threads", POST)


@scene(40067)
async def _(here: Scene) -> Answer:
    return await here.api.post(f"{here.forum({'name': 'a', 'moderated': False}, flags=16)}/threads", POST)


@scene(40094)
async def _(here: Scene) -> Answer:
    made = here.interaction()
    made.metadata["authorizing_integration_owners"] = {"1": "1"}
    await here.answer(made)
    for _ in range(5):
        await here.api.post(f"/webhooks/{here.sandbox.application_id}/{made.token}", X)
    return await here.api.post(f"/webhooks/{here.sandbox.application_id}/{made.token}", X)


@scene(50001)
async def _(here: Scene) -> Answer:
    here.deny(Permissions.VIEW_CHANNEL)
    return await here.api.get(here.chat)


@scene(50003)
async def _(here: Scene) -> Answer:
    direct = await here.direct(here.sandbox.users["member"].id)
    refused = await here.api.ask("PATCH", direct, {"name": "x"})
    assert (await here.api.post(f"{direct}/messages/bulk-delete", {"messages": []})).refusal == refused.refusal
    return refused


@scene(50005)
async def _(here: Scene) -> Answer:
    async with here.sandbox.person("member") as member:
        said = await member.say("chat", "x")
    return await here.api.ask("PATCH", f"{here.chat}/messages/{said.id}", X)


@scene(50007)
async def _(here: Scene) -> Answer:
    return await here.api.post("/users/@me/channels", {"recipient_id": str(here.sandbox.application_id)})


@scene(50008)
async def _(here: Scene) -> Answer:
    return await here.api.post(f"/channels/{here.channel(guilds.CATEGORY)}/messages", X)


@scene(50016)
async def _(here: Scene) -> Answer:
    here.allow(Permissions.MANAGE_MESSAGES)
    return await here.api.post(f"{here.chat}/messages/bulk-delete", {"messages": [(await here.say())["id"]]})


@scene(50024)
async def _(here: Scene) -> Answer:
    return await here.api.post(f"{here.chat}/messages/{(await here.say())['id']}/crosspost", None)


@scene(50027)
async def _(here: Scene) -> Answer:
    made = here.interaction()
    await here.answer(made)
    here.sandbox.clock.advance(timedelta(minutes=16))
    return await here.api.post(f"/webhooks/{here.sandbox.application_id}/{made.token}", X)


@scene(50034)
async def _(here: Scene) -> Answer:
    here.allow(Permissions.MANAGE_MESSAGES)
    ids = [(await here.say())["id"] for _ in range(2)]
    here.sandbox.clock.advance(timedelta(days=15))
    return await here.api.post(f"{here.chat}/messages/bulk-delete", {"messages": ids})


@scene(50041)
async def _(here: Scene) -> Answer:
    return await here.api.get(f"{here.sandbox.url}/api/v8/gateway")


@scene(50080)
async def _(here: Scene) -> Answer:
    return await here.api.ask("PATCH", f"{here.chat}/messages/{(await here.say())['id']}", {"sticker_ids": ["1"]})


@scene(50083)
async def _(here: Scene) -> Answer:
    thread = here.thread()
    said = await here.say(thread)
    threads.change_thread(here.world, int(thread.rpartition("/")[2]), archived=True)
    return await here.api.ask("PATCH", f"{thread}/messages/{said['id']}", X)


@scene(50109)
async def _(here: Scene) -> Answer:
    url, headers = (
        here.sandbox.api_url,
        {"Authorization": f"Bot {here.sandbox.token}", "Content-Type": "application/json"},
    )
    async with here.api.session.post(f"{url}{here.chat}/messages", data=b"{", headers=headers) as response:
        return Answer(response.status, await response.json())


@scene(50278)
async def _(here: Scene) -> Answer:
    return await here.api.post(f"{await here.direct(changes.create_account(here.world, 'stranger').id)}/messages", X)


@scene(160002)
async def _(here: Scene) -> Answer:
    said = await here.say()
    here.deny(Permissions.READ_MESSAGE_HISTORY)
    return await here.api.post(f"{here.chat}/messages", X | {"message_reference": {"message_id": said["id"]}})


@scene(160004)
async def _(here: Scene) -> Answer:
    path = f"{here.chat}/messages/{(await here.say())['id']}/threads"
    await here.api.post(path, {"name": "x"})
    return await here.api.post(path, {"name": "x"})


@scene(160005)
async def _(here: Scene) -> Answer:
    return await here.api.post(f"{here.thread(locked=True)}/messages", X)


@scene(160009)
async def _(here: Scene) -> Answer:
    said = await here.say()
    here.deny(Permissions.READ_MESSAGE_HISTORY)
    return await here.forward(said)


@scene(160010)
async def _(here: Scene) -> Answer:
    said = await here.say()
    changes.set_age_restricted(here.world, here.sandbox.channels["chat"], is_restricted=True)
    return await here.forward(said)


@scene(160014)
async def _(here: Scene) -> Answer:
    async with here.sandbox.person("member") as member:
        return await here.forward((await member.say("chat", "not for bots")).raw)


@scene(30038)
async def _(here: Scene) -> Answer:
    here.allow(Permissions.CREATE_EVENTS)
    for _ in range(100):
        await here.event()
    return await here.event()


@scene(180000)
async def _(here: Scene) -> Answer:
    here.allow(Permissions.CREATE_EVENTS)
    one = f"{here.guild}/scheduled-events/{(await here.event()).body['id']}"
    await here.api.ask("PATCH", one, {"status": 4})
    return await here.api.ask("PATCH", one, {"name": "x"})


@scene(200000)
async def _(here: Scene) -> Answer:
    here.world.restrictions.blocked_words = ["x"]
    return await here.api.post(f"{here.chat}/messages", X)


@scene(200001)
async def _(here: Scene) -> Answer:
    here.world.restrictions.blocked_words = ["x"]
    return await here.api.post(f"{here.chat}/threads", {"name": "x", "type": 11})


@scene(240000)
async def _(here: Scene) -> Answer:
    here.world.restrictions.harmful_domains = ["bad.example"]
    return await here.api.post(f"{here.chat}/messages", {"content": "https://bad.example"})


@scene(520001)
async def _(here: Scene) -> Answer:
    path = f"{here.chat}/polls/{(await here.poll())['id']}/expire"
    await here.api.post(path, None)
    return await here.api.post(path, None)


@scene(520003)
async def _(here: Scene) -> Answer:
    return await here.api.ask("PATCH", f"{here.chat}/messages/{(await here.poll())['id']}", X)


@scene(520006)
async def _(here: Scene) -> Answer:
    return await here.api.post(f"{here.chat}/polls/{(await here.say())['id']}/expire", None)


@pytest.mark.parametrize("code", ANSWERED)
async def test_a_condition_is_answered_with_its_code(sandbox: Sandbox, api: BotApi, code: int) -> None:
    answer = await SCENES[code](Scene(sandbox, api))
    assert answer.refusal == (ANSWERED[code][0], code)
