"""What the owner changes over HTTP, and the troubles that are played that way."""

import asyncio

import discord
import pytest

from sandbox import Sandbox
from sandbox.client import SandboxRefused, SandboxUser
from sandbox.rules.json_types import JsonObject, JsonValue
from tests.patience import PATIENCE
from tests.sandbox.bot_api import Answer, BotApi
from tests.sandbox.gateway_client import Client
from tests.sandbox.stock_bot import StockBot


class Owner:
    """Asks the owner's routes by hand, as anyone that the token is of."""

    def __init__(self, api: BotApi, name: str = "moderator") -> None:
        self.api = api
        self.token = api.sandbox.users[name].token

    async def ask(self, method: str, path: str, body: JsonObject | None = None) -> Answer:
        return await self.api.ask(method, f"{self.api.sandbox.url}/sandbox/v1{path}", body, token=self.token)


@pytest.fixture
def owner(api: BotApi) -> Owner:
    return Owner(api)


async def test_channels_come_and_go(owner: Owner, api: BotApi, bot: StockBot, sandbox: Sandbox) -> None:
    made = (await owner.ask("POST", "/channels", {"name": "news", "kind": "announcement"})).body
    path = f"/channels/{made['id']}/messages"
    said = (await api.post(path, {"content": "x"})).body
    assert (await owner.ask("DELETE", f"{path}/{said['id']}")).status == 200
    assert (await api.get(path)).body == []
    assert (await owner.ask("DELETE", f"/channels/{made['id']}")).body["name"] == "news"
    assert (await api.post(path, {"content": "x"})).refusal == (404, 10003)


async def test_a_library_hears_of_a_channel_of_every_kind(owner: Owner, bot: StockBot) -> None:
    for kind in ("text", "voice", "category", "announcement", "forum"):
        made = (await owner.ask("POST", "/channels", {"name": f"a-{kind}", "kind": kind})).body
        async with asyncio.timeout(PATIENCE):
            while bot.get_channel(int(made["id"])) is None:
                await bot.wait_for("guild_channel_create")


async def test_a_channel_is_age_restricted_and_open_again(owner: Owner, api: BotApi, bot: StockBot) -> None:
    chat = api.sandbox.channels["chat"]
    known = bot.get_channel(chat)
    assert isinstance(known, discord.TextChannel)
    for restricted in (True, False):
        assert (await owner.ask("PUT", f"/channels/{chat}", {"nsfw": restricted})).body["nsfw"] is restricted
        assert (await api.get(f"/channels/{chat}")).body["nsfw"] is restricted
        async with asyncio.timeout(PATIENCE):
            while known.is_nsfw() is not restricted:
                await bot.wait_for("guild_channel_update")
    assert (await owner.ask("PUT", f"/channels/{chat}", {"nsfw": "yes"})).status == 400


async def test_permissions_are_taken_and_given_back(owner: Owner, api: BotApi, sandbox: Sandbox) -> None:
    chat = f"/channels/{sandbox.channels['chat']}"
    for of in ("bot", str(sandbox.application_id), "yokoku", "@everyone"):
        assert (await owner.ask("PUT", f"{chat}/permissions", {"of": of, "deny": ["SEND_MESSAGES"]})).status == 200
        assert (await api.post(api.messages(), {"content": "x"})).status == 403
        assert (await owner.ask("PUT", f"{chat}/permissions", {"of": of})).body["permission_overwrites"] == []
    assert (await api.post(api.messages(), {"content": "x"})).status == 200


async def test_roles_come_change_and_go(owner: Owner, api: BotApi, sandbox: Sandbox) -> None:
    made = (await owner.ask("POST", "/roles", {"name": "New", "mentionable": True})).body
    said = (await api.post(api.messages(), {"content": f"<@&{made['id']}>"})).body
    assert said["mention_roles"] == [made["id"]]
    path = f"/roles/{made['id']}"
    changed = (await owner.ask("PUT", path, {"permissions": ["MANAGE_GUILD"]})).body
    assert changed["permissions"] == str(1 << 5)
    assert (await owner.ask("DELETE", path)).status == 200
    assert (await owner.ask("DELETE", path)).status == 404
    assert (await owner.ask("DELETE", f"/roles/{sandbox.guild_id}")).status == 400


async def test_the_guild_goes_out_of_reach_and_the_bot_out_of_it(owner: Owner, api: BotApi, sandbox: Sandbox) -> None:
    guild = f"/guilds/{sandbox.guild_id}"
    for change, refusal in (("available", (404, 10004)), ("present", (403, 50001))):
        for value in (False, False, True, True):
            assert (await owner.ask("POST", "/guild", {change: value})).body[change] is value
            if value:
                assert (await api.get(guild)).status == 200
            else:
                assert (await api.get(guild)).refusal == refusal


async def test_threads_are_begun_locked_archived_and_opened_by_a_message(
    owner: Owner, api: BotApi, bot: StockBot, sandbox: Sandbox, member: SandboxUser
) -> None:
    asked = {"name": "a-thread", "kind": "thread", "parent_id": str(sandbox.channels["chat"])}
    made = (await owner.ask("POST", "/channels", asked)).body
    one, path = f"/channels/{made['id']}", f"/channels/{made['id']}/messages"
    listed = (await api.get(f"/guilds/{sandbox.guild_id}/threads/active")).body["threads"]
    assert [each["id"] for each in listed] == [made["id"]]
    said = (await api.post(path, {"content": "x"})).body

    assert (await owner.ask("PUT", one, {"locked": True})).body["thread_metadata"]["locked"]
    assert (await api.post(path, {"content": "x"})).refusal == (403, 160005)
    with pytest.raises(SandboxRefused, match="locked"):
        await member.say(int(made["id"]), "x")
    await owner.ask("PUT", one, {"archived": True})
    assert (await api.post(path, {"content": "x"})).refusal == (403, 50083)
    await owner.ask("PUT", one, {"locked": False})
    assert (await api.ask("PATCH", f"{path}/{said['id']}", {"content": "y"})).refusal == (403, 50083)
    assert (await api.get(f"/guilds/{sandbox.guild_id}/threads/active")).body["threads"] == []
    assert (await api.post(path, {"content": "x"})).status == 200
    assert not (await api.get(one)).body["thread_metadata"]["archived"]

    without = {"of": "@everyone", "deny": ["SEND_MESSAGES_IN_THREADS"]}
    await owner.ask("PUT", f"/channels/{sandbox.channels['chat']}/permissions", without)
    assert (await api.post(path, {"content": "x"})).refusal == (403, 50013)
    assert (await owner.ask("PUT", f"{one}/permissions", without)).status == 400
    await owner.ask("DELETE", f"/channels/{sandbox.channels['chat']}")
    assert (await api.post(path, {"content": "x"})).refusal == (404, 10003)


async def test_an_announcement_channel_becomes_a_text_channel(owner: Owner, api: BotApi) -> None:
    made = (await owner.ask("POST", "/channels", {"name": "news", "kind": "announcement"})).body
    path = f"/channels/{made['id']}/messages"
    first, second = [(await api.post(path, {"content": "x"})).body["id"] for _ in range(2)]
    assert (await api.post(f"{path}/{first}/crosspost", {})).status == 200
    assert (await owner.ask("PUT", f"/channels/{made['id']}", {"kind": "text"})).body["type"] == 0
    assert (await api.post(f"{path}/{second}/crosspost", {})).refusal == (400, 50024)


async def test_the_system_channel_is_chosen_and_taken_away(owner: Owner, api: BotApi, sandbox: Sandbox) -> None:
    for chosen in (str(sandbox.channels["mods"]), None):
        assert (await owner.ask("POST", "/guild", {"system_channel_id": chosen})).body["system_channel_id"] == chosen
        assert (await api.get(f"/guilds/{sandbox.guild_id}")).body["system_channel_id"] == chosen


async def test_a_token_that_is_reset_is_void_at_once(owner: Owner, api: BotApi, sandbox: Sandbox) -> None:
    client = Client(await api.session.ws_connect(f"{sandbox.gateway_url}?v=10&encoding=json"), "")
    old = sandbox.token
    await client.identify(token=old)

    given = (await owner.ask("DELETE", "/token")).body["token"]

    assert await client.closed() == 4004
    assert given == sandbox.token != old
    url = sandbox.api_url + "/users/@me"
    for token, status in ((old, 401), (given, 200)):
        async with api.session.get(url, headers={"Authorization": f"Bot {token}"}) as response:
            assert response.status == status


async def test_a_refusal_can_be_in_discords_words(owner: Owner, api: BotApi) -> None:
    await owner.ask("POST", "/faults", {"status": 403, "code": 50007})
    assert (await api.post(api.messages(), {"content": "x"})).refusal == (403, 50007)


async def test_troubles_of_http(owner: Owner, api: BotApi) -> None:
    fault = {"status": 503, "times": 2, "headers": {"Retry-After": "1"}}
    assert (await owner.ask("POST", "/faults", fault)).status == 200
    url, sent = api.sandbox.api_url + api.messages(), {"Authorization": f"Bot {api.sandbox.token}"}
    async with api.session.post(url, json={"content": "x"}, headers=sent) as response:
        assert (response.status, response.headers["Retry-After"]) == (503, "1")
    assert (await owner.ask("DELETE", "/faults")).status == 200
    assert (await api.post(api.messages(), {"content": "x"})).status == 200


@pytest.mark.parametrize(
    ("trouble", "status"),
    [
        ({"trouble": "broken", "status": 502}, 502),
        ({"trouble": "limited", "seconds": 2, "global": True}, 429),
        ({"trouble": "banned", "seconds": 2, "lasting": 60}, 429),
        ({"trouble": "nonsense"}, 200),
    ],
)
async def test_each_kind_of_trouble(owner: Owner, api: BotApi, trouble: JsonObject, status: int) -> None:
    assert (await owner.ask("POST", "/faults", trouble)).status == 200
    url, sent = api.sandbox.api_url + api.messages(), {"Authorization": f"Bot {api.sandbox.token}"}
    async with api.session.post(url, json={"content": "x"}, headers=sent) as response:
        assert response.status == status
        assert not (await response.text()).startswith('{"id": "1234')


async def test_what_is_wrong_is_told(owner: Owner, bot: StockBot) -> None:
    well: dict[str, JsonObject] = {
        "/guild": {"available": True, "present": True},
        "/gateway": {"connected": 1, "silent": False, "shut": False},
    }
    for path, told in well.items():
        assert (await owner.ask("GET", path)).body == told
        assert (await Owner(owner.api, "member").ask("GET", path)).status == 403
    troubles: list[tuple[str, JsonObject, JsonObject]] = [
        ("/guild", {"available": False}, {"available": False, "present": True}),
        ("/gateway", {"do": "silence"}, {"connected": 1, "silent": True, "shut": False}),
    ]
    for path, change, told in troubles:
        await owner.ask("POST", path, change)
        assert (await owner.ask("GET", path)).body == told
    await owner.ask("POST", "/gateway", {"do": "shut"})
    assert (await owner.ask("GET", "/gateway")).body["shut"] is True


async def test_a_bot_outside_hears_nothing_of_an_outage_and_joins_after_it(owner: Owner, bot: StockBot) -> None:
    """That which it hears next is the join, whole."""
    for change in ({"present": False}, {"available": False}, {"available": True}, {"available": False}):
        assert (await owner.ask("POST", "/guild", change)).status == 200
    async with asyncio.timeout(PATIENCE):
        while bot.guilds:
            await bot.wait_for("guild_remove")
    assert (await owner.ask("POST", "/guild", {"present": True})).body == {"available": False, "present": True}
    assert (await owner.ask("POST", "/guild", {"available": True})).status == 200
    async with asyncio.timeout(PATIENCE):
        while not bot.guilds:
            await bot.wait_for("guild_available")
    assert [channel.name for channel in bot.guilds[0].text_channels]


async def test_troubles_of_the_gateway(owner: Owner, api: BotApi, sandbox: Sandbox) -> None:
    client = Client(await api.session.ws_connect(f"{sandbox.gateway_url}?v=10&encoding=json"), "")
    await client.identify(token=sandbox.token)
    for play, op in (("reconnect", 7), ("heartbeats", 1)):
        assert (await owner.ask("POST", "/gateway", {"do": play})).body == {"connected": 1}
        await client.op(op)
    await owner.ask("POST", "/gateway", {"do": "invalidate", "resumable": True})
    assert (await client.op(9))["d"] is True
    await owner.ask("POST", "/gateway", {"do": "close", "code": 4008})
    assert await client.closed() == 4008


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/channels", {"name": " "}),
        ("POST", "/channels", {"name": "x", "kind": []}),
        ("POST", "/channels", {"name": "x", "parent_id": "x"}),
        ("DELETE", "/channels/1", None),
        ("PUT", "/channels/CHAT/permissions", {"of": "nobody"}),
        ("PUT", "/channels/CHAT/permissions", {"of": "bot", "deny": "SEND_MESSAGES"}),
        ("PUT", "/channels/CHAT/permissions", {"of": "bot", "deny": ["FLY"]}),
        ("POST", "/roles", {"name": 5}),
        ("POST", "/guild", {"available": "no"}),
        ("POST", "/faults", {"status": 99}),
        ("POST", "/faults", {"status": 500, "times": 0}),
        ("POST", "/faults", {"status": 500, "headers": {"a\r\nb": "c"}}),
        ("POST", "/channels", {"name": "x", "kind": "thread"}),
        ("PUT", "/channels/CHAT", {"kind": "voice"}),
        ("PUT", "/channels/CHAT", {"locked": True}),
        ("POST", "/guild", {"system_channel_id": "1"}),
        ("POST", "/faults", {"status": 403, "code": -1}),
        ("POST", "/faults", {"trouble": "bad luck"}),
        ("POST", "/faults", {"trouble": "reset", "moment": "never"}),
        ("POST", "/faults", {"trouble": "silence", "lasting": -1}),
        ("POST", "/faults", {"trouble": "banned", "seconds": "9"}),
        ("POST", "/gateway", {"do": "dance"}),
        ("POST", "/gateway", {"do": "close", "code": 1006}),
    ],
)
async def test_what_makes_no_sense_is_refused(
    owner: Owner, sandbox: Sandbox, method: str, path: str, body: JsonValue
) -> None:
    answer = await owner.ask(method, path.replace("CHAT", str(sandbox.channels["chat"])), body)
    assert (answer.status in (400, 404), set(answer.body)) == (True, {"error"})


async def test_nobody_else_does_that(api: BotApi, sandbox: Sandbox, member: SandboxUser) -> None:
    for path, body in (("/channels", {"name": "x"}), ("/guild", {"available": False}), ("/gateway", {"do": "close"})):
        assert (await Owner(api, "member").ask("POST", path, body)).status == 403
    assert (await Owner(api, "member").ask("DELETE", f"/channels/{sandbox.channels['chat']}")).status == 403
    assert (await member.say("chat", "still here")).content == "still here"
