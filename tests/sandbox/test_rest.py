from datetime import timedelta

import pytest

from sandbox import Sandbox
from sandbox.client import SandboxUser
from sandbox.clock import SandboxClock
from sandbox.rules.permissions import Permissions
from sandbox.world import changes
from sandbox.world.nonces import Nonces
from sandbox.world.world import World
from tests.sandbox.bot_api import BotApi


async def test_who_has_no_token_or_another_is_refused(api: BotApi, sandbox: Sandbox) -> None:
    for token in ("", "Bot nonsense", f"Bearer {sandbox.token}", sandbox.token, "Bot ", "Bot é"):
        answer = await api.ask("GET", "/users/@me", token=token)
        assert (answer.status, answer.body) == (401, {"message": "401: Unauthorized", "code": 0})


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nothing/here", 404, 0),
        ("DELETE", "/users/@me", 405, 0),
        ("GET", "/channels/1", 404, 10003),
        ("GET", "/channels/1/messages", 404, 10003),
        ("GET", "/channels/x/messages", 400, 50035),
        ("GET", "/channels/99999999999999999999999", 400, 50035),
        ("GET", "/guilds/1", 404, 10004),
        ("GET", "/users/1", 404, 10013),
        ("GET", "/applications/1/commands", 404, 10002),
        ("POST", "/interactions/1/token/callback", 404, 10062),
        ("POST", "/webhooks/1/token", 404, 10015),
    ],
)
async def test_what_is_not_there(api: BotApi, method: str, path: str, status: int, code: int) -> None:
    body = {"type": 4, "data": {"content": "x"}} if method == "POST" else None
    assert (await api.ask(method, path, body)).refusal == (status, code)


async def test_versions(api: BotApi, sandbox: Sandbox) -> None:
    for prefix, status in (("/api", 200), ("/api/v10", 200), ("/api/v9", 400), ("/api/v6", 400)):
        assert (await api.ask("GET", f"{sandbox.url}{prefix}/users/@me")).status == status


async def test_a_body_must_be_json_of_its_type(api: BotApi, sandbox: Sandbox) -> None:
    headers = {"Authorization": f"Bot {sandbox.token}"}
    url = sandbox.api_url + api.messages()
    sent = [
        (b"{", "application/json", 50109),
        (b"[]", "application/json", 50109),
        (b'"x"', "application/json", 50109),
        (b'{"content": "x"}', "text/plain", 50035),
        (b"", "application/json", 50109),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x", 50035),
        (b"--x\r\nbroken", "multipart/form-data", 50035),
    ]
    for body, kind, code in sent:
        async with api.session.post(url, data=body, headers=headers | {"Content-Type": kind}) as response:
            assert (response.status, (await response.json())["code"]) == (400, code), (body, kind)


async def test_history_pages(api: BotApi) -> None:
    ids = [(await api.post(api.messages(), {"content": str(number)})).body["id"] for number in range(7)]

    async def numbers(query: str) -> str:
        return "".join(each["content"] for each in (await api.get(f"{api.messages()}?{query}")).body)

    assert await numbers("") == "6543210"
    assert await numbers("limit=2") == "65"
    assert await numbers(f"before={ids[3]}&limit=2") == "21"
    assert await numbers(f"after={ids[3]}&limit=2") == "54"
    assert await numbers(f"around={ids[3]}&limit=3") == "432"
    assert await numbers(f"before={ids[0]}") == ""
    for wrong in ("limit=0", "limit=101", "limit=x", "before=x"):
        assert (await api.get(f"{api.messages()}?{wrong}")).refusal == (400, 50035)


async def test_a_nonce_gives_back_the_message_that_stands(api: BotApi, sandbox: Sandbox) -> None:
    body = {"content": "once", "nonce": "a1", "enforce_nonce": True}
    first = (await api.post(api.messages(), body)).body
    again = (await api.post(api.messages(), body)).body
    assert again["id"] == first["id"]
    assert first["nonce"] == "a1"
    elsewhere = (await api.post(api.messages("releases"), body)).body
    assert elsewhere["id"] != first["id"]
    unforced = (await api.post(api.messages(), body | {"enforce_nonce": False})).body
    assert unforced["id"] not in (first["id"], elsewhere["id"])
    assert all("nonce" not in each for each in (await api.get(api.messages())).body)


async def test_a_nonce_outlives_a_clock_that_is_turned_while_a_library_repeats() -> None:
    clock, real = SandboxClock(), 0.0
    nonces = Nonces(clock, real_seconds=60, real_time=lambda: real)
    nonces.remember(1, 2, "a1", 3)
    clock.advance(timedelta(hours=1))
    assert nonces.standing(1, 2, "a1") == 3
    real = 60.0
    assert nonces.standing(1, 2, "a1") is None
    clock.advance(timedelta(hours=-1))
    assert nonces.standing(1, 2, "a1") == 3


async def test_a_nonce_is_forgotten_after_minutes_and_outlives_its_message(api: BotApi, sandbox: Sandbox) -> None:
    body = {"content": "once", "nonce": 5, "enforce_nonce": True}
    first = (await api.post(api.messages(), body)).body
    sandbox.clock.advance(timedelta(minutes=6))
    second = (await api.post(api.messages(), body)).body
    assert second["id"] != first["id"]
    assert (await api.ask("DELETE", f"{api.messages()}/{second['id']}")).status == 204
    assert (await api.post(api.messages(), body)).refusal == (404, 10008)


def deny(world: World, channel_id: int, *permissions: Permissions) -> None:
    denied = Permissions(0)
    for permission in permissions:
        denied |= permission
    changes.set_overwrite(world, channel_id, world.application_id, deny=denied)


async def test_permissions_of_a_channel(api: BotApi, sandbox: Sandbox, member: SandboxUser) -> None:
    chat = sandbox.channels["chat"]
    said = await member.say("chat", "hello")
    embed = {"embeds": [{"title": "t"}]}
    assert (await api.ask("DELETE", f"{api.messages()}/{said.id}")).refusal == (403, 50013)
    assert (await api.ask("PATCH", f"{api.messages()}/{said.id}", {"content": "x"})).refusal == (403, 50005)

    deny(sandbox.world, chat, Permissions.EMBED_LINKS)
    assert (await api.post(api.messages(), embed)).refusal == (403, 50013)
    assert (await api.post(api.messages(), embed | {"content": "x"})).body["embeds"] == []

    mine = (await api.post(api.messages(), {"content": "mine"})).body
    edited = await api.ask("PATCH", f"{api.messages()}/{mine['id']}", embed)
    assert (edited.status, edited.body["embeds"]) == (200, [])

    deny(sandbox.world, chat, Permissions.READ_MESSAGE_HISTORY)
    assert (await api.get(api.messages())).body == []
    assert (await api.get(f"{api.messages()}/{said.id}")).refusal == (404, 10008)

    deny(sandbox.world, chat, Permissions.SEND_MESSAGES)
    assert (await api.post(api.messages(), embed)).refusal == (403, 50013)

    deny(sandbox.world, chat, Permissions.VIEW_CHANNEL)
    assert (await api.get(api.messages())).refusal == (403, 50001)
    assert (await api.post(api.messages(), embed)).refusal == (403, 50001)


async def test_a_category_takes_no_messages_and_a_plain_channel_publishes_none(api: BotApi, sandbox: Sandbox) -> None:
    category = next(each for each in sandbox.world.guild_channels(sandbox.guild_id) if each["type"] == 4)
    assert (await api.post(f"/channels/{category['id']}/messages", {"content": "x"})).refusal == (400, 50008)
    message = (await api.post(api.messages(), {"content": "x"})).body
    assert (await api.post(f"{api.messages()}/{message['id']}/crosspost", None)).refusal == (400, 50024)
    news = (await api.post(api.messages("announcements"), {"content": "x"})).body
    path = f"{api.messages('announcements')}/{news['id']}/crosspost"
    assert (await api.post(path, None)).body["flags"] == 1
    assert (await api.post(path, None)).refusal == (400, 40033)


async def test_a_guild_that_the_bot_has_left_or_that_is_out_of_reach(api: BotApi, sandbox: Sandbox) -> None:
    changes.set_available(sandbox.world, sandbox.guild_id, available=False)
    assert (await api.post(api.messages(), {"content": "x"})).refusal == (404, 10003)
    changes.set_available(sandbox.world, sandbox.guild_id, available=True)
    changes.remove_bot(sandbox.world, sandbox.guild_id)
    assert (await api.post(api.messages(), {"content": "x"})).refusal == (403, 50001)
    assert (await api.get(f"/guilds/{sandbox.guild_id}")).refusal == (403, 50001)
    assert (await api.get("/users/@me/guilds")).body == []


async def test_bulk_delete(api: BotApi, sandbox: Sandbox) -> None:
    ids = [(await api.post(api.messages(), {"content": "x"})).body["id"] for _ in range(3)]
    path = api.messages() + "/bulk-delete"
    assert (await api.post(path, {"messages": ids})).refusal == (403, 50013)
    changes.set_overwrite(
        sandbox.world, sandbox.channels["chat"], sandbox.application_id, allow=Permissions.MANAGE_MESSAGES
    )
    assert (await api.post(path, {"messages": ids[:1]})).refusal == (400, 50016)
    assert (await api.post(path, {"messages": ["1", *ids]})).refusal == (400, 50034)
    assert (await api.post(path, {"messages": ids[:2]})).status == 204
    assert [each["id"] for each in (await api.get(api.messages())).body] == ids[2:]


async def test_commands_keep_their_ids_and_are_limited(api: BotApi, sandbox: Sandbox) -> None:
    path = f"/applications/{sandbox.application_id}/commands"
    first = (await api.post(path, {"name": "one", "description": "d"})).body
    listed = [{"name": "one", "description": "new"}, {"name": "two", "description": "d"}]
    replaced = (await api.ask("PUT", path, listed)).body
    assert [each["name"] for each in replaced] == ["one", "two"]
    assert (replaced[0]["id"], replaced[0]["description"]) == (first["id"], "new")
    assert replaced[0]["version"] != first["version"]
    many = [{"name": f"c{number}", "description": "d"} for number in range(100)]
    assert (await api.ask("PUT", path, many)).status == 200
    assert (await api.post(path, {"name": "more", "description": "d"})).refusal == (400, 30032)
    assert (await api.get(f"{path}/{first['id']}")).refusal == (404, 10063)
    assert (await api.post(path, {"name": "Not Right", "description": "d"})).refusal == (400, 50035)


async def test_rate_limits_are_told_and_kept() -> None:
    strict = await Sandbox.start(monotonic=lambda: 0.0)
    async with BotApi(strict) as api:
        answers = [await api.post(api.messages(), {"content": "x"}) for _ in range(6)]
        assert [each.status for each in answers] == [200] * 5 + [429]
        assert answers[0].headers["X-RateLimit-Remaining"] == "4"
        refused = answers[-1]
        assert refused.body["global"] is False
        assert 0 < refused.body["retry_after"] <= 5.1
        assert int(refused.headers["Retry-After"]) >= 1
        assert refused.headers["Via"] == "1.1 google"
        assert (await api.post(api.messages("releases"), {"content": "x"})).status == 200
    await strict.close()


async def test_a_command_is_renamed_by_its_id_and_keeps_its_version_if_nothing_changes(
    api: BotApi, sandbox: Sandbox
) -> None:
    for scope in ("", f"/guilds/{sandbox.guild_id}"):
        path = f"/applications/{sandbox.application_id}{scope}/commands"
        one = (await api.post(path, {"name": "one", "description": "d"})).body
        two = (await api.post(path, {"name": "two", "description": "d", "default_member_permissions": "08"})).body
        assert two["default_member_permissions"] == "8"
        assert (await api.ask("PATCH", f"{path}/{one['id']}", {"name": "two"})).refusal == (400, 50035)
        assert (await api.ask("PATCH", f"{path}/{one['id']}", {"type": 2})).body == one
        swapped = [{"id": two["id"], "name": "one", "description": "d"}, {"name": "three", "description": "d"}]
        listed = (await api.ask("PUT", path, swapped)).body
        assert [(each["id"] == two["id"], each["name"]) for each in listed] == [(True, "one"), (False, "three")]
        assert (await api.get(f"{path}/{one['id']}")).refusal == (404, 10063)
        again = (await api.ask("PUT", path, swapped)).body
        assert [each["version"] for each in again] == [each["version"] for each in listed]
        assert (await api.ask("DELETE", f"{path}/{two['id']}")).status == 204


async def test_the_flags_of_others_messages_need_the_permission(
    api: BotApi, sandbox: Sandbox, member: SandboxUser
) -> None:
    said = await member.say("chat", "https://example.org")
    path = f"{api.messages()}/{said.id}"
    assert (await api.ask("PATCH", path, {"flags": 4})).refusal == (403, 50013)
    assert (await api.ask("PATCH", path, {})).refusal == (403, 50005)
    allowed = Permissions.MANAGE_MESSAGES
    changes.set_overwrite(sandbox.world, sandbox.channels["chat"], sandbox.application_id, allow=allowed)
    assert (await api.ask("PATCH", path, {"flags": 4})).body["flags"] == 4


async def test_channels_are_made_and_changed_within_their_limits(api: BotApi, sandbox: Sandbox) -> None:
    managed = next(role for role in sandbox.guild.roles.values() if role["managed"])
    managed["permissions"] = str(int(managed["permissions"]) | Permissions.MANAGE_CHANNELS)
    path = f"/guilds/{sandbox.guild_id}/channels"
    category = (await api.post(path, {"name": "c", "type": 4})).body["id"]
    made = (await api.post(path, {"name": "n", "topic": "t", "parent_id": category, "nsfw": True})).body
    assert (made["parent_id"], made["topic"], made["nsfw"]) == (category, "t", True)
    for wrong in (
        {"name": ""},
        {"name": "n", "parent_id": made["id"]},
        {"name": "n", "type": 2.5},
        {"name": "n", "type": 1},
    ):
        assert (await api.post(path, wrong)).refusal == (400, 50035)
    one = f"/channels/{made['id']}"
    for wrong in ({"name": None}, {"position": True}, {"topic": "x" * 1025}, {"rate_limit_per_user": -1}):
        assert (await api.ask("PATCH", one, wrong)).refusal == (400, 50035)
    assert (await api.ask("PATCH", one, {"topic": None})).body["topic"] is None


async def test_what_a_message_may_not_carry(api: BotApi, sandbox: Sandbox) -> None:
    poll = {"question": {"text": "q"}, "answers": [{"poll_media": {"text": "a"}}]}
    assert (await api.post(api.messages(), {"poll": poll})).refusal == (403, 50013)
    assert (await api.post(api.messages(), {"sticker_ids": ["1"]})).refusal == (400, 50081)
    assert (await api.post(api.messages(), {"content": "x", "tts": True})).body["tts"] is False
    said = (await api.post(api.messages(), {"content": "x"})).body
    for reference in ({"type": 1}, {"channel_id": str(sandbox.channels["releases"])}):
        body = {"content": "x", "message_reference": {"message_id": said["id"]} | reference}
        assert (await api.post(api.messages(), body)).refusal == (400, 50035)
