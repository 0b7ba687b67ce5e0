"""What no library sends: it is refused in Discord's words, and nothing in the sandbox breaks by it."""

import asyncio
import io
import json
import logging

import aiohttp
import pytest

from sandbox import Sandbox
from sandbox.client import SandboxUser
from sandbox.rules.json_types import JsonValue
from sandbox.rules.permissions import Permissions
from sandbox.world import changes
from tests.patience import PATIENCE
from tests.sandbox.bot_api import BotApi

LONG = "9" * 5000
JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "multipart/form-data; boundary=x"}


async def sent(
    api: BotApi, method: str, path: str, body: bytes | io.BytesIO, headers: dict[str, str]
) -> tuple[int, JsonValue]:
    """Send raw bytes with the bot's token; give the status and the JSON that must come."""
    authorized = headers | {"Authorization": f"Bot {api.sandbox.token}"}
    async with api.session.request(method, api.sandbox.api_url + path, data=body, headers=authorized) as response:
        text = await response.read()
        assert response.headers.get("Content-Type") == ("application/json" if text else None)
        return response.status, json.loads(text) if text else None


@pytest.mark.parametrize("number", [LONG, "²", "٣", "-1", "1e3", "%00", "99999999999999999999"])
async def test_numbers_in_addresses(api: BotApi, sandbox: Sandbox, number: str) -> None:
    for path in (f"/channels/{number}", f"{api.messages()}?limit={number}", f"{api.messages()}?before={number}"):
        assert (await api.get(path)).refusal == (400, 50035)
    token = sandbox.users["member"].token
    for path in (f"/sandbox/v1/channels/{number}/messages", f"/attachments/{number}/x"):
        async with api.session.get(sandbox.url + path, headers={"Authorization": token}) as response:
            assert response.status == 404


@pytest.mark.parametrize("wrong", [LONG, "² ", -1, 1.5, True, [], {}, 2**64])
async def test_numbers_in_bodies(api: BotApi, sandbox: Sandbox, wrong: JsonValue) -> None:
    allowed = Permissions.MANAGE_MESSAGES
    changes.set_overwrite(sandbox.world, sandbox.channels["chat"], sandbox.application_id, allow=allowed)
    for path, body in (
        (api.messages(), {"content": "x", "message_reference": {"message_id": wrong}}),
        (api.messages() + "/bulk-delete", {"messages": [wrong, "1"]}),
        ("/users/@me/channels", {"recipient_id": wrong}),
        (f"/applications/{sandbox.application_id}/commands", {"name": wrong, "description": "d"}),
        (f"/applications/{sandbox.application_id}/commands", {"default_member_permissions": wrong, "name": "x"}),
    ):
        assert (await api.post(path, body)).refusal == (400, 50035)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b'{"content": "x", "nonce": NaN}', 50109),
        (b'{"content": "x", "unknown": Infinity}', 50109),
        (b'{"content": "x", "flags": 1e999}', 50035),
        (b'{"content": "x", "nonce": "\\ud800"}', 50109),
        (b'{"content": "\xff"}', 50109),
        ('{"content": "x"}'.encode("utf-16"), 50109),
        (b'{"content": "\\u0000 "}', 50006),
        (b"[" * 100_000, 50109),
        (b'{"embeds": ' + b"[" * 900 + b"]" * 900 + b"}", 50035),
        (b'{"nonce": ' + b'{"a":' * 900 + b"1" + b"}" * 900 + b"}", 50035),
        (b"9" * 5000, 50109),
        (b'{"content": "x", "flags": ' + b"9" * 5000 + b"}", 50109),
    ],
)
async def test_json_that_is_none_or_says_nothing(api: BotApi, body: bytes, code: int) -> None:
    status, answer = await sent(api, "POST", api.messages(), body, JSON)
    assert (status, answer["code"]) == (400, code)


async def test_a_nul_character_is_left_out(api: BotApi) -> None:
    assert (await api.post(api.messages(), {"content": "a\0b"})).body["content"] == "ab"


def part(name: str, content: bytes, *, filename: str = "", more: str = "") -> bytes:
    named = f'; filename="{filename}"' if filename else ""
    return f'--x\r\nContent-Disposition: form-data; name="{name}"{named}\r\n{more}\r\n'.encode() + content + b"\r\n"


@pytest.mark.parametrize(
    "parts",
    [
        [part("payload_json", b'{"data": null}')],
        [part("payload_json", b'{"data": []}')],
        [part("payload_json", b"5")],
        [part("payload_json", b"not gzip", more="Content-Encoding: gzip\r\n")],
        [part("payload_json", b"!", more="Content-Transfer-Encoding: base64\r\n")],
        [part("payload_json", b"x", more="Content-Encoding: nonsense\r\n")],
        [part("payload_json", b'{"attachments": [{"id": 0, "filename": 5}]}'), part("files[0]", b"x", filename="a")],
        [part("payload_json", b"{}")] + [part(f"files[{number}]", b"x", filename="a") for number in range(11)],
        [b"--x\r\n\r\nno name\r\n"],
        [bytes(range(256)) * 10],
    ],
)
async def test_broken_forms(api: BotApi, parts: list[bytes]) -> None:
    status, answer = await sent(api, "POST", api.messages(), b"".join(parts) + b"--x--\r\n", FORM)
    assert status == 400
    assert answer["code"] in (50006, 50035, 50109)


async def test_a_body_that_is_not_compressed_as_its_header_says(api: BotApi) -> None:
    assert (await sent(api, "POST", api.messages(), b"x", JSON | {"Content-Encoding": "gzip"}))[0] == 400


async def test_too_much(api: BotApi) -> None:
    much = io.BytesIO(b'{"content": "' + b"x" * (9 * 1024 * 1024) + b'"}')
    assert (await sent(api, "POST", api.messages(), much, JSON))[1]["code"] == 40005
    parts = [part("payload_json", b"{}")]
    parts += [part(f"files[{number}]", b"x" * (9 * 1024 * 1024), filename="a") for number in range(3)]
    form = io.BytesIO(b"".join(parts) + b"--x--\r\n")
    assert (await sent(api, "POST", api.messages(), form, FORM))[1]["code"] == 40005


async def test_the_names_of_files_are_plain(api: BotApi, sandbox: Sandbox) -> None:
    body = part("payload_json", b"{}") + part("files[0]", b"data", filename="../a b?.txt") + b"--x--\r\n"
    status, answer = await sent(api, "POST", api.messages(), body, FORM)
    assert (status, answer["attachments"][0]["filename"]) == (200, "_a_b_.txt")
    async with api.session.get(answer["attachments"][0]["url"]) as response:
        assert await response.read() == b"data"


async def test_tokens_of_any_bytes(api: BotApi, sandbox: Sandbox, member: SandboxUser) -> None:
    assert (await api.ask("GET", "/users/@me", token="Bot \udcff")).status == 401
    async with api.session.get(sandbox.url + "/sandbox/v1/me", headers={"Authorization": "\udcff"}) as response:
        assert response.status == 401
    await api.post(f"/applications/{sandbox.application_id}/commands", {"name": "x", "description": "d"})
    asked = asyncio.create_task(member.slash("x"))
    started = asyncio.Event()
    sandbox.world.listen(lambda _: started.set())
    await started.wait()
    (found,) = sandbox.interactions.by_id.values()
    for token in ("é", found.token[:-1], "%FF"):
        answer = await api.post(f"/interactions/{found.id}/{token}/callback", {"type": 5})
        assert answer.refusal == (404, 10062)
    path = f"/interactions/{found.id}/{found.token}/callback"
    assert (await api.post(path, {"type": 4, "data": {"content": "x"}})).status == 204
    assert (await asked).content == "x"


async def test_people_that_send_nonsense(sandbox: Sandbox, api: BotApi) -> None:
    authorized = {"Authorization": sandbox.users["moderator"].token}
    chat = f"/channels/{sandbox.channels['chat']}"
    for path, body, status in (
        (chat + "/messages", b'{"content": "\\ud800"}', 400),
        (chat + "/messages", b'{"content": null}', 400),
        (chat + "/messages", b"[" * 100_000, 400),
        (chat + "/messages", b"x" * 2_000_000, 413),
        (chat + "/commands", b'{"command": []}', 400),
        ("/clock", b'{"advance": NaN}', 400),
        ("/clock", b'{"at": "9999-12-31T23:59:59-12:00"}', 400),
    ):
        url = f"{sandbox.url}/sandbox/v1{path}"
        async with api.session.post(url, data=io.BytesIO(body), headers=authorized) as response:
            assert (response.status, set(await response.json())) == (status, {"error"})


async def test_a_fault_of_the_sandbox_is_told_as_discord_tells_one(
    api: BotApi, sandbox: Sandbox, caplog: pytest.LogCaptureFixture
) -> None:
    del sandbox.world.accounts[sandbox.application_id]
    with caplog.at_level(logging.ERROR):
        answer = await api.get(f"/guilds/{sandbox.guild_id}/roles")
    assert (answer.status, answer.body) == (500, {"message": "500: Internal Server Error", "code": 0})
    assert len(caplog.records) == 1


@pytest.mark.parametrize(
    "raw",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /api/v10/gateway HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        b"GET /api/v10/gateway HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"POST /api/v10/gateway HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"\x00" * 5000,
        b"GET /" + b"x" * 20_000 + b" HTTP/1.1\r\n\r\n",
    ],
)
async def test_garbage_on_the_socket(
    sandbox: Sandbox, api: BotApi, raw: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", sandbox.port)
    writer.write(raw)
    writer.write_eof()
    answer = await asyncio.wait_for(reader.read(), PATIENCE)
    writer.close()
    assert not answer or b" 40" in answer.split(b"\r\n")[0]
    assert (await api.get("/users/@me")).status == 200
    assert not [each for each in caplog.records if each.levelno >= logging.ERROR]


async def everyone_has_gone(sandbox: Sandbox) -> None:
    async with asyncio.timeout(PATIENCE):
        while sandbox.gateway.connected:  # noqa: ASYNC110 - the gateway tells no one that it has become empty
            await asyncio.sleep(0.01)


async def test_connections_that_come_and_go(sandbox: Sandbox, api: BotApi, caplog: pytest.LogCaptureFixture) -> None:
    upgrade = (
        b"GET /gateway?v=10 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
    )
    unfinished = b"POST " + (sandbox.api_url + api.messages()).encode() + b" HTTP/1.1\r\nContent-Length: 50\r\n\r\n{"
    for number in range(300):
        _, writer = await asyncio.open_connection("127.0.0.1", sandbox.port)
        writer.write((upgrade, upgrade + b"\xff\xff\xff\xff", unfinished)[number % 3])
        await writer.drain()
        writer.transport.abort()
    await everyone_has_gone(sandbox)
    assert (await api.get("/users/@me")).status == 200
    assert not [each for each in caplog.records if each.levelno >= logging.ERROR]


async def test_a_gateway_client_that_never_reads_is_cut_off(sandbox: Sandbox) -> None:
    async with aiohttp.ClientSession() as session:
        socket = await session.ws_connect(f"{sandbox.gateway_url}?v=10&encoding=json")
        await socket.send_json({"op": 2, "d": {"token": sandbox.token, "properties": {}, "intents": 1}})
        assert "READY" in [(await socket.receive_json()).get("t") for _ in range(2)]
        reading = socket._response.connection  # noqa: SLF001 - nothing public stops a client from reading
        assert reading is not None
        assert reading.transport is not None
        reading.transport.pause_reading()
        async with asyncio.timeout(PATIENCE):
            while sandbox.gateway.connected:
                for _ in range(200):
                    role = changes.create_role(sandbox.world, sandbox.guild_id, "x" * 5000)
                    sandbox.guild.roles.pop(role)
                await asyncio.sleep(0)
        reading.transport.abort()
        await socket.close()


async def test_files_go_with_their_messages(api: BotApi, sandbox: Sandbox) -> None:
    async def uploaded(channel: str) -> dict[str, JsonValue]:
        body = part("payload_json", b"{}") + part("files[0]", b"data", filename="a.txt") + b"--x--\r\n"
        return dict((await sent(api, "POST", api.messages(channel), body, FORM))[1])

    deleted, edited, gone = await uploaded("chat"), await uploaded("chat"), await uploaded("releases")
    assert len(sandbox.world.attachments) == 3
    assert (await api.ask("DELETE", f"{api.messages()}/{deleted['id']}")).status == 204
    change = {"content": "x", "attachments": []}
    assert (await api.ask("PATCH", f"{api.messages()}/{edited['id']}", change)).body["attachments"] == []
    changes.delete_channel(sandbox.world, sandbox.channels["releases"])
    assert not sandbox.world.attachments
    async with api.session.get(gone["attachments"][0]["url"]) as response:
        assert response.status == 404
