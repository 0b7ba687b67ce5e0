"""What people write, reply, change, delete and pin; who may and who may not."""

import pytest

from sandbox import Sandbox
from sandbox.client import SandboxRefused, SandboxUser
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.permissions import Permissions
from sandbox.world import changes
from sandbox.world.pins import MOST
from tests.sandbox.asking import Asking
from tests.sandbox.bot_api import BotApi
from tests.sandbox.gateway_client import Client
from tests.sandbox.stock_bot import StockBot

GUILD_MESSAGES = 1 << 9

# --- replies ----------------------------------------------------------------------------------------------------------


async def test_a_reply_shows_what_it_answers_and_pings_its_author(member: SandboxUser, guest: SandboxUser) -> None:
    said = await member.say("chat", "a question")

    reply = await guest.reply(said, "an answer")

    assert reply.raw["type"] == 19
    reference = reply.raw["message_reference"]
    assert (reference["message_id"], reference["channel_id"]) == (str(said.id), str(said.channel_id))
    assert reply.replied_to is not None
    assert (reply.replied_to.id, reply.replied_to.content) == (said.id, "a question")
    assert reply.mentions == [said.author_id]
    again = await member.reply(reply, "thanks")
    assert again.replied_to is not None
    assert "referenced_message" not in again.replied_to.raw
    [_, _, read] = await guest.messages("chat")
    assert read.raw == again.raw


async def test_a_reply_to_oneself_pings_nobody_and_one_that_names_the_author_pings_them_once(
    sandbox: Sandbox, member: SandboxUser, guest: SandboxUser
) -> None:
    said = await member.say("chat", "x")
    assert (await member.reply(said, "y")).mentions == []
    assert (await guest.reply(said, f"<@{said.author_id}> y")).mentions == [said.author_id]


async def test_a_bot_reads_a_reply_to_it_and_no_other(
    sandbox: Sandbox, api: BotApi, member: SandboxUser, guest: SandboxUser
) -> None:
    client = Client(await api.session.ws_connect(f"{sandbox.gateway_url}?v=10&encoding=json"), "")
    await client.identify(GUILD_MESSAGES, token=sandbox.token)
    await api.post(api.messages(), {"content": "news"})
    [posted] = await member.messages("chat")
    reply = await member.reply(posted, "great")
    await guest.reply(reply, "a secret")

    told = [(await client.event("MESSAGE_CREATE"))["d"] for _ in range(3)]
    assert [(each["content"], each.get("referenced_message", {}).get("content")) for each in told] == [
        ("news", None),
        ("great", "news"),
        ("", ""),
    ]
    assert reply.mentions == [sandbox.application_id]


async def test_a_bot_says_whether_its_reply_pings(api: BotApi, member: SandboxUser) -> None:
    said = await member.say("chat", "x")
    sent = {"content": "y", "message_reference": {"message_id": str(said.id)}}
    assert [each["id"] for each in (await api.post(api.messages(), sent)).body["mentions"]] == [str(said.author_id)]
    nobody: list[JsonObject] = [{"parse": []}, {"parse": [], "replied_user": False}]
    for allowed in nobody:
        assert (await api.post(api.messages(), sent | {"allowed_mentions": allowed})).body["mentions"] == []
    named = sent | {"allowed_mentions": {"parse": [], "replied_user": True}}
    assert [each["id"] for each in (await api.post(api.messages(), named)).body["mentions"]] == [str(said.author_id)]


async def test_only_what_all_see_in_the_same_channel_is_answered(
    bot: StockBot, member: SandboxUser, moderator: SandboxUser
) -> None:
    elsewhere = await moderator.say("releases", "x")
    elsewhere.channel_id = (await member.say("chat", "x")).channel_id
    secret = await member.slash("echo", text="x", secret=True)
    gone = await member.say("chat", "x")
    await member.delete(gone)
    for message in (elsewhere, secret.message, gone):
        with pytest.raises(SandboxRefused, match="no such message"):
            await member.reply(message, "y")


# --- changing and deleting --------------------------------------------------------------------------------------------


async def test_a_message_is_changed_by_its_author_alone(
    member: SandboxUser, guest: SandboxUser, moderator: SandboxUser
) -> None:
    said = await member.say("chat", "frist")
    changed = await member.edit(said, "first <@&1>")
    assert (changed.content, changed.edited) == ("first <@&1>", True)
    for other in (guest, moderator):
        with pytest.raises(SandboxRefused, match="author"):
            await other.edit(said, "mine")
    [read] = await guest.messages("chat")
    assert read.raw == changed.raw


async def test_a_changed_reply_is_still_one(member: SandboxUser, guest: SandboxUser) -> None:
    said = await member.say("chat", "x")
    changed = await guest.edit(await guest.reply(said, "y"), "z")
    assert changed.raw["type"] == 19
    assert changed.mentions == [said.author_id]


async def test_one_deletes_ones_own_and_who_manages_messages_others(
    api: BotApi, sandbox: Sandbox, member: SandboxUser, guest: SandboxUser, moderator: SandboxUser
) -> None:
    await api.post(api.messages(), {"content": "the bot's"})
    mine, also_mine = [await member.say("chat", text) for text in ("a", "b")]
    [posted, *_] = await member.messages("chat")
    for message in (mine, posted):
        with pytest.raises(SandboxRefused, match="other people"):
            await guest.delete(message)
    await member.delete(mine)
    await moderator.delete(also_mine)
    await moderator.delete(posted)
    assert await guest.messages("chat") == []
    with pytest.raises(SandboxRefused, match="no such message"):
        await member.delete(mine)
    role = changes.create_role(sandbox.world, sandbox.guild_id, "New", permissions=Permissions.MANAGE_MESSAGES)
    sandbox.guild.members[sandbox.users["guest"].id]["roles"].append(str(role))
    await guest.delete(await member.say("chat", "c"))


async def test_the_bots_direct_messages_are_not_a_persons_to_delete(
    sandbox: Sandbox, api: BotApi, member: SandboxUser
) -> None:
    channel = await member.direct()
    await api.post(f"/channels/{channel}/messages", {"content": "x"})
    [message] = await member.messages(channel)
    with pytest.raises(SandboxRefused, match="other people"):
        await member.delete(message)


async def test_nothing_is_changed_where_one_sees_nothing(member: SandboxUser, moderator: SandboxUser) -> None:
    said = await moderator.say("mods", "x")
    for act in (member.delete(said), member.pin(said), member.edit(said, "y"), member.reply(said, "y")):
        with pytest.raises(SandboxRefused, match="no such channel"):
            await act


# --- pins -------------------------------------------------------------------------------------------------------------


async def test_pins_are_read_by_all_the_newest_pin_first(
    sandbox: Sandbox, api: BotApi, member: SandboxUser, moderator: SandboxUser
) -> None:
    first, second, third = [await member.say("chat", text) for text in ("a", "b", "c")]
    for message in (second, third, first, first):
        await moderator.pin(message)
    assert [message.content for message in await member.pins("chat")] == ["a", "c", "b"]
    assert all(message.pinned for message in await member.messages("chat"))
    assert (await api.get(f"/channels/{first.channel_id}")).body["last_pin_timestamp"] is not None

    await moderator.unpin(third)
    await member.delete(first)
    assert [message.content for message in await member.pins("chat")] == ["b"]
    await moderator.unpin(second)
    assert (await api.get(f"/channels/{first.channel_id}")).body["last_pin_timestamp"] is None


async def test_who_may_not_manage_messages_pins_only_in_direct_messages(sandbox: Sandbox, member: SandboxUser) -> None:
    said = await member.say("chat", "x")
    for act in (member.pin(said), member.unpin(said)):
        with pytest.raises(SandboxRefused, match="can't pin"):
            await act
    note = await member.say(await member.direct(), "x")
    await member.pin(note)
    assert [message.id for message in await member.pins(note.channel_id)] == [note.id]


async def test_a_channel_has_only_so_many_pins(sandbox: Sandbox, member: SandboxUser, moderator: SandboxUser) -> None:
    said = [await member.say("chat", str(number)) for number in range(MOST + 1)]
    for message in said[:MOST]:
        await moderator.pin(message)
    with pytest.raises(SandboxRefused, match="Maximum number of pins"):
        await moderator.pin(said[MOST])
    await moderator.unpin(said[0])
    await moderator.pin(said[MOST])


async def test_a_pin_is_told_to_people_and_to_the_bot(
    bot: StockBot, member: SandboxUser, guest: SandboxUser, moderator: SandboxUser
) -> None:
    said = await member.say("chat", "x")
    hidden = await moderator.say("mods", "x")
    stream = guest.events()
    assert (await anext(stream))["event"] == "READY"
    pinned = bot.wait_for("guild_channel_pins_update", check=lambda channel, _: channel.id == said.channel_id)
    await moderator.pin(hidden)
    await moderator.pin(said)
    updated, pins = [await anext(stream) for _ in range(2)]
    assert (updated["event"], updated["data"]["id"], updated["data"]["pinned"]) == (
        "MESSAGE_UPDATE",
        str(said.id),
        True,
    )
    assert (pins["event"], pins["data"]["channel_id"]) == ("CHANNEL_PINS_UPDATE", str(said.channel_id))
    assert (await pinned)[1].isoformat() == pins["data"]["last_pin_timestamp"]
    await stream.aclose()


async def test_a_bot_reads_pins_in_pages(
    sandbox: Sandbox, api: BotApi, member: SandboxUser, moderator: SandboxUser
) -> None:
    said = []
    for number in range(3):
        said.append(await member.say("chat", str(number)))
        await moderator.pin(said[-1])
    path = f"{api.messages()}/pins"
    page = (await api.get(f"{path}?limit=2")).body
    assert [each["message"]["content"] for each in page["items"]] == ["2", "1"]
    assert page["has_more"] is True
    before = page["items"][-1]["pinned_at"].replace("+", "%2B")
    rest = (await api.get(f"{path}?limit=2&before={before}")).body
    assert [each["message"]["content"] for each in rest["items"]] == ["0"]
    assert rest["has_more"] is False
    assert (await api.get(f"{path}?before=soon")).refusal == (400, 50035)
    assert (await api.get(f"{path}?limit=51")).refusal == (400, 50035)


# --- what makes no sense ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/channels/CHAT/messages", {"content": "x", "reply_to": "one"}),
        ("POST", "/channels/CHAT/messages", {"content": "x", "reply_to": "9223372036854775808"}),
        ("POST", "/channels/CHAT/messages", {"content": "x", "reply_to": ["1"]}),
        ("POST", "/channels/CHAT/messages", {"content": "x", "reply_to": True}),
        ("POST", "/channels/CHAT/messages", {"content": "x", "reply_to": 1}),
        ("POST", "/channels/CHAT/messages", {"content": "\x00 "}),
        ("POST", "/channels/CHAT/messages", {"content": "\ud800"}),
        ("POST", "/channels/CHAT/messages", {"content": ["x"]}),
        ("POST", "/channels/CHAT/messages", ["x"]),
        ("PATCH", "/channels/CHAT/messages/SAID", {}),
        ("PATCH", "/channels/CHAT/messages/SAID", {"content": ""}),
        ("PATCH", "/channels/CHAT/messages/SAID", {"content": "x" * 2001}),
        ("PATCH", "/channels/CHAT/messages/SAID", {"content": 5}),
        ("PATCH", "/channels/CHAT/messages/one", {"content": "x"}),
        ("DELETE", "/channels/CHAT/messages/-1", None),
        ("DELETE", "/channels/CHAT/messages/1", None),
        ("PUT", "/channels/CHAT/pins/1", None),
        ("PUT", "/channels/CHAT/pins/x", None),
        ("DELETE", "/channels/99999999999999999999/pins/1", None),
        ("GET", "/channels/x/pins", None),
        ("POST", "/channels/CHAT/threads", {}),
        ("POST", "/channels/CHAT/threads", {"name": ""}),
        ("POST", "/channels/CHAT/threads", {"name": "x" * 101}),
        ("POST", "/channels/CHAT/threads", {"name": "\ud800"}),
        ("POST", "/channels/CHAT/threads", {"name": 5}),
        ("POST", "/channels/CHAT/threads", {"name": "x", "message_id": "one"}),
        ("POST", "/channels/CHAT/threads", {"name": "x", "message_id": 1}),
        ("POST", "/channels/CHAT/threads", {"name": "x", "message_id": {}}),
        ("POST", "/channels/1/threads", {"name": "x"}),
    ],
)
async def test_what_makes_no_sense_is_refused_in_words(
    api: BotApi, moderator: SandboxUser, method: str, path: str, body: JsonValue
) -> None:
    said = await moderator.say("chat", "x")
    place = path.replace("CHAT", str(said.channel_id)).replace("SAID", str(said.id))
    answer = await Asking(api, "moderator").ask(method, place, body)
    assert (answer.status in (400, 404), set(answer.body)) == (True, {"error"})
    assert [(message.content, message.edited) for message in await moderator.messages("chat")] == [("x", False)]


async def test_a_token_that_is_no_ones_does_nothing(api: BotApi, sandbox: Sandbox, member: SandboxUser) -> None:
    said = await member.say("chat", "x")
    asking = Asking(api, "member")
    asking.token = "no one's"
    place = f"/channels/{said.channel_id}"
    for method, path in (
        ("PATCH", f"{place}/messages/{said.id}"),
        ("DELETE", f"{place}/messages/{said.id}"),
        ("GET", f"{place}/pins"),
        ("PUT", f"{place}/pins/{said.id}"),
        ("POST", f"{place}/threads"),
        ("GET", "/events"),
    ):
        assert (
            await asking.ask(method, path, {"content": "x", "name": "x"} if method != "GET" else None)
        ).status == 401
