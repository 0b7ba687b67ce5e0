"""What people may and may not do, as Discord's own client lets them."""

from datetime import UTC, datetime, timedelta

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox import Sandbox
from sandbox.client import SandboxRefused, SandboxUser
from sandbox.people.lines import parse
from sandbox.people.offered import Offered
from sandbox.people.refusals import RefusedError
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.world import changes
from tests.sandbox.bot_api import BotApi
from tests.sandbox.stock_bot import StockBot

OPTIONS = [
    {"type": 3, "name": "title", "description": "d", "required": True, "min_length": 2, "max_length": 5},
    {"type": 4, "name": "count", "description": "d", "min_value": 1, "max_value": 3},
    {"type": 10, "name": "share", "description": "d"},
    {"type": 5, "name": "loud", "description": "d"},
    {"type": 7, "name": "where", "description": "d", "channel_types": [5]},
    {"type": 8, "name": "role", "description": "d"},
    {"type": 6, "name": "who", "description": "d"},
    {"type": 3, "name": "what", "description": "d", "choices": [{"name": "Films", "value": "films"}]},
]


def offered(name: str, *options: str) -> Offered:
    first, *groups = name.split()
    shown = tuple({"type": 3, "name": option, "description": "d"} for option in options)
    return Offered({"id": "1", "name": first}, tuple(groups), "d", shown)


SERIES = offered("series", "title", "year")
SUBSCRIBE = offered("channel subscribe", "what", "lead")
ALL = (SERIES, SUBSCRIBE, offered("channel list"))


@pytest.mark.parametrize(
    ("line", "command", "options"),
    [
        ("/series title:metallic-rouge", SERIES, {"title": "metallic-rouge"}),
        ("/series metallic rouge", SERIES, {"title": "metallic rouge"}),
        ("/series metallic rouge year:2024", SERIES, {"title": "metallic rouge", "year": "2024"}),
        ("/series title: a: b year: 1", SERIES, {"title": "a: b", "year": "1"}),
        ("/series title:http://example.org/?year:1", SERIES, {"title": "http://example.org/?year:1"}),
        ("/series", SERIES, {}),
        ("  /channel  subscribe lead:1 day what:releases ", SUBSCRIBE, {"lead": "1 day", "what": "releases"}),
        ("/channel list", ALL[2], {}),
    ],
)
def test_a_line_is_read(line: str, command: Offered, options: dict[str, str]) -> None:
    assert parse(line, ALL) == (command, options)


@pytest.mark.parametrize(
    "line",
    ["", "series x", "/", "/nothing", "/channel", "/channel list x", "/series title:a title:b", "/series a title:b"],
)
def test_a_line_that_makes_no_sense_is_refused(line: str) -> None:
    with pytest.raises(RefusedError):
        parse(line, ALL)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        command, options = parse("/series " + text, ALL)
    except RefusedError:
        return
    assert command is SERIES
    assert set(options) <= {"title", "year"}


@pytest.fixture
async def answering(sandbox: Sandbox, api: BotApi) -> None:
    """A bot that never answers is enough to see what a person may send."""
    path = f"/applications/{sandbox.application_id}/commands"
    commands = [
        {"name": "try", "description": "d", "options": OPTIONS},
        {"name": "admin", "description": "d", "default_member_permissions": "0"},
        {"name": "direct", "description": "d", "contexts": [1]},
    ]
    assert (await api.ask("PUT", path, commands)).status == 200


@pytest.mark.usefixtures("answering")
@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({}, "title is required"),
        ({"title": "x"}, "2 to 5"),
        ({"title": "xxxxxx"}, "2 to 5"),
        ({"title": "xx", "count": "many"}, "whole number"),
        ({"title": "xx", "count": 4}, "between 1 and 3"),
        ({"title": "xx", "share": "a half"}, "must be a number"),
        ({"title": "xx", "loud": "perhaps"}, "true or false"),
        ({"title": "xx", "where": "#chat"}, "right type"),
        ({"title": "xx", "where": "#nowhere"}, "no channel"),
        ({"title": "xx", "role": "@Nobody"}, "no role"),
        ({"title": "xx", "who": "nobody"}, "no user"),
        ({"title": "xx", "what": "plays"}, "one of: Films"),
        ({"title": "xx", "other": "x"}, "no option other"),
    ],
)
async def test_options_are_checked(member: SandboxUser, options: dict[str, JsonValue], reason: str) -> None:
    with pytest.raises(SandboxRefused, match=reason):
        await member.slash("try", options)


@pytest.mark.usefixtures("answering")
async def test_options_arrive_as_discord_sends_them(sandbox: Sandbox, member: SandboxUser) -> None:
    told = []
    sandbox.world.listen(lambda event: told.append(event.data) if event.name == "INTERACTION_CREATE" else None)
    url = f"{sandbox.url}/sandbox/v1/channels/{sandbox.channels['chat']}/commands"
    line = "/try abc count:2 share:0.5 loud:yes where:#announcements role:Anime who:@moderator what:films"
    headers = {"Authorization": sandbox.users["member"].token}
    async with aiohttp.ClientSession() as session, session.post(url, json={"line": line}, headers=headers) as response:
        assert (await response.json())["state"] == "pending"

    data = told[0]["data"]
    ids = {
        "where": sandbox.channels["announcements"],
        "role": sandbox.roles["Anime"],
        "who": sandbox.users["moderator"].id,
    }
    named = {name: str(key) for name, key in ids.items()}
    values = {option["name"]: option["value"] for option in data["options"]}
    assert values == {"title": "abc", "count": 2, "share": 0.5, "loud": True, "what": "films"} | named
    assert data["resolved"]["channels"][named["where"]]["name"] == "announcements"
    assert data["resolved"]["roles"][named["role"]]["name"] == "Anime"
    assert data["resolved"]["users"][named["who"]]["username"] == "moderator"
    assert "user" not in data["resolved"]["members"][named["who"]]


@pytest.mark.usefixtures("answering")
async def test_what_is_offered_depends_on_who_and_where(member: SandboxUser, moderator: SandboxUser) -> None:
    assert await member.commands() == ["try"]
    assert await moderator.commands() == ["try", "admin"]


async def test_people_see_only_what_is_theirs(member: SandboxUser, moderator: SandboxUser, sandbox: Sandbox) -> None:
    seen = [channel["name"] for channel in (await member.me())["guilds"][0]["channels"]]
    assert "chat" in seen
    assert "mods" not in seen
    with pytest.raises(SandboxRefused, match="no such channel"):
        await member.messages(sandbox.channels["mods"])
    said = await moderator.say("mods", "secret")
    assert [message.id for message in await moderator.messages("mods")] == [said.id]
    stranger = SandboxUser(sandbox.url, "nonsense")
    with pytest.raises(SandboxRefused, match="nobody's"):
        await stranger.me()
    await stranger.close()


@pytest.mark.parametrize("text", ["", "  ", "x" * 2001])
async def test_a_message_has_something_in_it_and_an_end(member: SandboxUser, text: str) -> None:
    with pytest.raises(SandboxRefused):
        await member.say("chat", text)


async def test_the_stream_tells_what_one_sees(
    member: SandboxUser, moderator: SandboxUser, api: BotApi, sandbox: Sandbox
) -> None:
    events = member.events()
    assert (await anext(events))["event"] == "READY"
    await moderator.say("mods", "secret")
    message = (await api.post(api.messages(), {"content": "hi"})).body
    await api.ask("PATCH", f"{api.messages()}/{message['id']}", {"content": "ho"})
    await api.ask("DELETE", f"{api.messages()}/{message['id']}")
    told = [await anext(events) for _ in range(3)]
    assert [(each["event"], each["data"].get("content")) for each in told] == [
        ("MESSAGE_CREATE", "hi"),
        ("MESSAGE_UPDATE", "ho"),
        ("MESSAGE_DELETE", None),
    ]
    changes.delete_channel(sandbox.world, sandbox.channels["mods"])
    changes.delete_channel(sandbox.world, sandbox.channels["releases"])
    assert (await anext(events))["data"]["name"] == "releases"
    await events.aclose()


async def test_waiting_for_a_message_says_what_stands_there_instead(member: SandboxUser) -> None:
    await member.say("chat", "something else")
    with pytest.raises(TimeoutError, match="something else"):
        await member.wait_for_message("chat", match=lambda message: message.content == "this", timeout=0.1)


async def test_the_owner_moves_the_clock(member: SandboxUser, moderator: SandboxUser) -> None:
    at = datetime(2024, 1, 10, 16, 24, tzinfo=UTC)
    with pytest.raises(SandboxRefused):
        await member.set_clock(at)
    await moderator.set_clock(at)
    assert timedelta(0) <= await member.now() - at < timedelta(minutes=5)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"at": "soon"},
        {"at": "2024-01-10T16:24"},
        {"at": "9999-12-31T23:59:59Z"},
        {"at": 5},
        {"advance": "nan"},
        {"advance": 1e300},
        {"advance": []},
    ],
)
async def test_a_time_that_makes_no_sense_is_refused(sandbox: Sandbox, body: JsonObject) -> None:
    headers = {"Authorization": sandbox.users["moderator"].token}
    url = f"{sandbox.url}/sandbox/v1/clock"
    async with aiohttp.ClientSession(headers=headers) as session:
        async with session.post(url, json=body) as response:
            assert response.status == 400
        async with session.get(url) as response:
            assert response.status == 200


async def test_ids_grow_even_when_the_clock_goes_back(api: BotApi, sandbox: Sandbox) -> None:
    ids = []
    for days in (0, -400, 800, -800, -9000):
        sandbox.clock.advance(timedelta(days=days))
        ids.append(int((await api.post(api.messages(), {"content": "x"})).body["id"]))
    assert ids == sorted(set(ids))


async def test_nothing_is_begun_in_a_guild_that_is_out_of_reach(
    bot: StockBot, sandbox: Sandbox, member: SandboxUser
) -> None:
    changes.set_available(sandbox.world, sandbox.guild_id, available=False)
    with pytest.raises(SandboxRefused, match="unavailable right now"):
        await member.slash("echo", text="hi")
    changes.set_available(sandbox.world, sandbox.guild_id, available=True)
    assert (await member.slash("echo", text="hi")).content == "hi"
