"""Private threads: who sees them, who adds whom, and what the gateway tells the bot of them; members of any thread."""

from datetime import timedelta
from pathlib import Path

import discord
import pytest

from sandbox import Sandbox
from sandbox.client import SandboxRefused, SandboxUser
from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import Permissions
from sandbox.world import changes, guilds, threads
from tests.sandbox.asking import Asking
from tests.sandbox.bot_api import BotApi
from tests.sandbox.stock_bot import StockBot
from tests.sandbox.test_obfuscation import heard, listening

GUILDS, MEMBERS, MESSAGES = 1 << 0, 1 << 1, 1 << 9
MANAGE = Permissions.MANAGE_THREADS


async def seen(person: SandboxUser) -> set[int]:
    """The private threads that a person sees."""
    channels = (await person.me())["guilds"][0]["channels"]
    return {int(each["id"]) for each in channels if each["type"] == guilds.PRIVATE_THREAD}


def names(events: list[JsonObject]) -> list[str]:
    return [each["t"] for each in events]


def path_of(thread: int, who: int | str = "") -> str:
    return f"/channels/{thread}/thread-members" + (f"/{who}" if who else "")


async def test_a_private_thread_is_seen_by_its_members_and_by_who_manages_threads(
    api: BotApi, member: SandboxUser, guest: SandboxUser, moderator: SandboxUser
) -> None:
    thread = await member.begin_private_thread("chat", "between us")
    assert (await seen(member), await seen(moderator), await seen(guest)) == ({thread}, {thread}, set())
    with pytest.raises(SandboxRefused, match="no such channel"):
        await guest.say(thread, "x")
    for asked in (
        api.get(f"/channels/{thread}"),
        api.get(f"/channels/{thread}/messages"),
        api.post(f"/channels/{thread}/messages", {"content": "x"}),
        api.ask("PUT", path_of(thread, "@me")),
    ):
        assert (await asked).refusal == (403, 50001)

    await member.add_to_thread(thread, "guest")
    await guest.say(thread, "x")
    assert await seen(guest) == {thread}
    assert await guest.thread_members(thread) == ["member", "guest"]
    await guest.remove_from_thread(thread, "me")
    assert await seen(guest) == set()


async def test_a_bot_is_told_of_a_private_thread_once_it_is_added_and_until_it_is_taken_out(
    sandbox: Sandbox, api: BotApi, member: SandboxUser
) -> None:
    async with listening(sandbox, GUILDS | MESSAGES) as (client, _):
        thread = await member.begin_private_thread("chat", "between us")
        await member.say(thread, "a secret")
        assert await heard(sandbox, client) == []

        await member.add_to_thread(thread, "bot")
        await member.say(thread, "hello")
        created, joined, said = await heard(sandbox, client)
        active = (await api.get(f"/guilds/{sandbox.guild_id}/threads/active")).body

        await member.remove_from_thread(thread, "bot")
        await member.say(thread, "alone again")
        changes.delete_channel(sandbox.world, thread)
        [left] = await heard(sandbox, client)

    assert names([created, joined, said, left]) == [
        "THREAD_CREATE",
        "THREAD_MEMBERS_UPDATE",
        "MESSAGE_CREATE",
        "THREAD_MEMBERS_UPDATE",
    ]
    bot_id = str(sandbox.application_id)
    assert (created["d"]["type"], created["d"]["thread_metadata"]["invitable"]) == (12, True)
    assert "newly_created" not in created["d"]
    assert created["d"]["member"]["user_id"] == bot_id
    [added] = joined["d"]["added_members"]
    assert (added["user_id"], added["member"]["user"]["id"], added["presence"]) == (bot_id, bot_id, None)
    assert (joined["d"]["member_count"], left["d"]["member_count"]) == (2, 1)
    assert left["d"]["removed_member_ids"] == [bot_id]
    assert [each["id"] for each in active["threads"]] == [each["id"] for each in active["members"]] == [str(thread)]


async def test_who_comes_to_manage_threads_is_told_of_the_private_ones(sandbox: Sandbox, member: SandboxUser) -> None:
    chat = sandbox.channels["chat"]
    thread = await member.begin_private_thread("chat", "between us")
    async with listening(sandbox) as (client, guild):
        assert guild["threads"] == []
        changes.set_overwrite(sandbox.world, chat, sandbox.application_id, allow=MANAGE)
        gained = await heard(sandbox, client)
        await member.begin_private_thread("chat", "another")
        newest = await heard(sandbox, client)
        changes.set_overwrite(sandbox.world, chat, sandbox.application_id)
        changes.set_overwrite(sandbox.world, chat, sandbox.application_id, allow=Permissions.PIN_MESSAGES)
        lost = await heard(sandbox, client)

    assert names(gained) == ["CHANNEL_UPDATE", "THREAD_LIST_SYNC"]
    assert gained[1]["d"]["channel_ids"] == [str(chat)]
    assert [each["id"] for each in gained[1]["d"]["threads"]] == [str(thread)]
    assert gained[1]["d"]["members"] == []
    assert names(newest) == ["THREAD_CREATE"]
    assert names(lost) == ["CHANNEL_UPDATE"] * 2


async def test_a_library_comes_to_know_a_private_thread(bot: StockBot, sandbox: Sandbox, member: SandboxUser) -> None:
    thread = await member.begin_private_thread("chat", "between us")
    joined = bot.wait_for("thread_join")
    await member.add_to_thread(thread, "bot")
    known = await joined
    assert (known.id, known.is_private(), known.invitable) == (thread, True, True)
    await known.send("hello")
    removed = bot.wait_for("thread_remove")
    await member.remove_from_thread(thread, "bot")
    assert (await removed).id == thread
    with pytest.raises(discord.Forbidden):
        await known.send("still here?")


async def test_a_bot_begins_private_threads(bot: StockBot, sandbox: Sandbox, api: BotApi, guest: SandboxUser) -> None:
    chat = bot.text_channel(sandbox.channels["chat"])
    made = await chat.create_thread(name="between us", invitable=False)
    assert (made.type, made.invitable) == (discord.ChannelType.private_thread, False)
    with pytest.raises(discord.Forbidden):
        await made.add_user(discord.Object(sandbox.users["guest"].id))
    changes.set_overwrite(sandbox.world, chat.id, sandbox.application_id, allow=MANAGE)
    await made.add_user(discord.Object(sandbox.users["guest"].id))
    assert await seen(guest) == {made.id}
    with pytest.raises(SandboxRefused, match="can't add people"):
        await guest.add_to_thread(made.id, "member")
    changes.set_overwrite(sandbox.world, chat.id, sandbox.users["guest"].id, allow=MANAGE)
    await guest.add_to_thread(made.id, "member")
    await made.remove_user(discord.Object(sandbox.users["member"].id))
    assert await guest.thread_members(made.id) == ["yokoku", "guest"]

    news = f"/channels/{sandbox.channels['announcements']}/threads"
    assert (await api.post(news, {"name": "x"})).refusal == (400, 50024)
    changes.set_overwrite(sandbox.world, chat.id, sandbox.application_id, deny=Permissions.CREATE_PRIVATE_THREADS)
    assert (await api.post(f"/channels/{chat.id}/threads", {"name": "x"})).refusal == (403, 50013)


async def test_whether_others_add_others_is_changed_by_who_manages_threads(
    sandbox: Sandbox, api: BotApi, member: SandboxUser
) -> None:
    made = (await api.post(f"/channels/{sandbox.channels['chat']}/threads", {"name": "x"})).body
    public = await member.begin_thread("chat", "y")
    path = f"/channels/{made['id']}"
    assert (await api.ask("PATCH", path, {"invitable": False})).refusal == (403, 50013)
    changes.set_overwrite(sandbox.world, sandbox.channels["chat"], sandbox.application_id, allow=MANAGE)
    changed = (await api.ask("PATCH", path, {"invitable": False})).body
    assert (made["thread_metadata"]["invitable"], changed["thread_metadata"]["invitable"]) == (True, False)
    passed = await api.ask("PATCH", f"/channels/{public}", {"invitable": False})
    assert "invitable" not in passed.body["thread_metadata"]


async def test_a_private_thread_is_forwarded_from_by_who_sees_it(
    sandbox: Sandbox, api: BotApi, member: SandboxUser
) -> None:
    thread = await member.begin_private_thread("chat", "between us")
    said = await member.say(thread, f"<@{sandbox.application_id}> knows")
    whole: JsonObject = {"type": 1, "channel_id": str(thread), "message_id": str(said.id)}
    assert (await api.post(api.messages(), {"message_reference": whole})).refusal == (404, 10003)
    await member.add_to_thread(thread, "bot")
    assert (await api.post(api.messages(), {"message_reference": whole})).status == 200


async def test_people_hear_only_of_private_threads_that_they_see(
    sandbox: Sandbox, member: SandboxUser, guest: SandboxUser
) -> None:
    stream = guest.events()
    await anext(stream)
    thread = await member.begin_private_thread("chat", "between us")
    await member.say(thread, "a secret")
    await member.add_to_thread(thread, "guest")
    await member.say(thread, "hello")
    await member.remove_from_thread(thread, "guest")
    await member.say(thread, "alone again")
    changes.delete_channel(sandbox.world, thread)
    await member.say("chat", "the end")
    told = [await anext(stream) for _ in range(4)]
    await stream.aclose()
    assert [each["event"] for each in told] == ["THREAD_CREATE", "MESSAGE_CREATE", "THREAD_DELETE", "MESSAGE_CREATE"]
    assert [each["data"].get("content") for each in told] == [None, "hello", None, "the end"]


async def test_people_begin_private_threads_where_discord_has_them(
    sandbox: Sandbox, api: BotApi, moderator: SandboxUser, member: SandboxUser
) -> None:
    said = await moderator.say("chat", "x")
    with pytest.raises(SandboxRefused, match="created in text channels"):
        await moderator.begin_private_thread("announcements", "x")
    asked = {"name": "x", "private": True, "message_id": str(said.id)}
    answer = await Asking(api, "member").ask("POST", f"/channels/{said.channel_id}/threads", asked)
    assert (answer.status, "created in text channels" in answer.body["error"]) == (400, True)
    changes.set_overwrite(
        sandbox.world, said.channel_id, sandbox.users["member"].id, deny=Permissions.CREATE_PRIVATE_THREADS
    )
    with pytest.raises(SandboxRefused, match="can't create threads"):
        await member.begin_private_thread("chat", "x")


async def test_commands_in_a_private_thread_reach_a_bot_that_is_not_in_it(bot: StockBot, member: SandboxUser) -> None:
    thread = await member.begin_private_thread("chat", "between us")
    reply = await member.slash("echo", text="hi", channel=thread)
    assert reply.content == "hi"
    assert await member.thread_members(thread) == ["member"]


# --- members of any thread --------------------------------------------------------------------------------------------


async def test_who_begins_a_thread_or_writes_in_it_is_in_it(
    sandbox: Sandbox, api: BotApi, member: SandboxUser, guest: SandboxUser
) -> None:
    thread = await member.begin_thread("chat", "for all")
    await guest.say(thread, "x")
    await api.post(f"/channels/{thread}/messages", {"content": "x"})
    assert await member.thread_members(thread) == ["member", "guest", "yokoku"]
    told = (await api.get(f"/channels/{thread}")).body
    assert (told["member_count"], told["member"]["user_id"]) == (3, str(sandbox.application_id))
    assert (await api.ask("DELETE", path_of(thread, "@me"))).status == 204
    assert "member" not in (await api.get(f"/channels/{thread}")).body
    assert (await api.ask("PUT", path_of(thread, "@me"))).status == 204
    with pytest.raises(SandboxRefused, match="can't remove people"):
        await member.remove_from_thread(thread, "guest")
    assert (await api.ask("DELETE", path_of(thread, sandbox.users["guest"].id))).refusal == (403, 50013)
    with pytest.raises(SandboxRefused, match="no member nobody"):
        await member.add_to_thread(thread, "nobody")
    with pytest.raises(SandboxRefused, match="Only threads"):
        await member.thread_members(sandbox.channels["chat"])
    assert (await api.ask("PUT", path_of(sandbox.channels["chat"], "@me"))).refusal == (400, 50024)


async def test_an_archived_threads_members_stay_as_they_are(
    sandbox: Sandbox, api: BotApi, moderator: SandboxUser
) -> None:
    thread = threads.create_thread(sandbox.world, sandbox.channels["chat"], "x").id
    threads.change_thread(sandbox.world, thread, archived=True)
    someone = sandbox.users["guest"].id
    for method in ("PUT", "DELETE"):
        for who in ("@me", someone):
            assert (await api.ask(method, path_of(thread, who))).refusal == (403, 50083)
    with pytest.raises(SandboxRefused, match="archived"):
        await moderator.add_to_thread(thread, "guest")


async def test_members_are_listed_with_the_intent_of_members_alone(
    sandbox: Sandbox, api: BotApi, member: SandboxUser
) -> None:
    thread = await member.begin_thread("chat", "for all")
    me, guest = sandbox.users["member"].id, sandbox.users["guest"].id
    await member.add_to_thread(thread, "guest")
    assert (await api.get(path_of(thread))).refusal == (403, 50001)
    assert (await api.get(path_of(thread, 1))).refusal == (404, 10007)
    one = (await api.get(path_of(thread, me) + "?with_member=true")).body
    assert (one["user_id"], one["member"]["user"]["username"]) == (str(me), "member")

    sandbox.world.has_privileged_intents = True
    listed = (await api.get(path_of(thread))).body
    assert [(each["user_id"], "member" in each) for each in listed] == [(str(me), False), (str(guest), False)]
    page = (await api.get(path_of(thread) + f"?with_member=true&limit=1&after={me}")).body
    assert [each["member"]["user"]["username"] for each in page] == ["guest"]


async def test_others_who_join_are_heard_of_with_the_intent_of_members(sandbox: Sandbox, member: SandboxUser) -> None:
    sandbox.world.has_privileged_intents = True
    thread = await member.begin_thread("chat", "for all")
    async with listening(sandbox) as (client, _), listening(sandbox, GUILDS | MEMBERS) as (knowing, _):
        await member.add_to_thread(thread, "guest")
        await member.add_to_thread(thread, "bot")
        assert names(await heard(sandbox, client)) == ["THREAD_CREATE", "THREAD_MEMBERS_UPDATE"]
        assert names(await heard(sandbox, knowing)) == [
            "THREAD_MEMBERS_UPDATE",
            "THREAD_CREATE",
            "THREAD_MEMBERS_UPDATE",
        ]


async def test_a_thread_that_is_opened_is_told_with_the_bots_membership(sandbox: Sandbox, member: SandboxUser) -> None:
    thread = await member.begin_thread("chat", "for all")
    await member.add_to_thread(thread, "bot")
    threads.change_thread(sandbox.world, thread, archived=True)
    async with listening(sandbox) as (client, guild):
        assert guild["threads"] == []
        threads.change_thread(sandbox.world, thread, archived=False)
        opened = await heard(sandbox, client)
    assert names(opened) == ["THREAD_UPDATE", "THREAD_MEMBER_UPDATE"]
    assert (opened[1]["d"]["id"], opened[1]["d"]["guild_id"]) == (str(thread), str(sandbox.guild_id))
    async with listening(sandbox) as (_, guild):
        assert set(guild["threads"][0]["member"]) == {"join_timestamp", "flags"}


async def test_archived_threads_are_listed_the_last_that_was_archived_first(
    sandbox: Sandbox, api: BotApi, member: SandboxUser
) -> None:
    world, chat, lists = sandbox.world, sandbox.channels["chat"], f"/channels/{sandbox.channels['chat']}/threads"
    private = {"type": guilds.PRIVATE_THREAD}
    first, second, third = [threads.create_thread(world, chat, name).id for name in "abc"]
    own, other = (
        threads.create_thread(world, chat, "d", owner_id=owner, given=private).id
        for owner in (sandbox.application_id, sandbox.owner_id)
    )
    for each in (second, first, own, other):
        sandbox.clock.advance(timedelta(hours=1))
        threads.change_thread(world, each, archived=True)

    async def ids(path: str) -> list[int]:
        return [int(each["id"]) for each in (await api.get(path)).body["threads"]]

    assert third not in await ids(f"{lists}/archived/public")
    assert await ids(f"{lists}/archived/public") == [first, second]
    at = world.channels[first].payload["thread_metadata"]["archive_timestamp"].replace("+", "%2B")
    assert await ids(f"{lists}/archived/public?before={at}") == [second]
    mine = f"/channels/{chat}/users/@me/threads/archived/private"
    assert await ids(mine) == [own]
    assert [each["id"] for each in (await api.get(mine)).body["members"]] == [str(own)]
    assert await ids(f"{mine}?before={own}") == []
    assert (await api.get(f"{lists}/archived/private")).refusal == (403, 50013)
    changes.set_overwrite(world, chat, sandbox.application_id, allow=MANAGE)
    assert await ids(f"{lists}/archived/private") == [other, own]
    assert (await api.get(f"/channels/{third}/threads/archived/public")).refusal == (400, 50024)


async def test_who_is_in_a_thread_is_kept_between_runs(tmp_path: Path) -> None:
    first = await Sandbox.start(data=tmp_path)
    async with first.person("member") as member:
        thread = await member.begin_private_thread("chat", "between us")
        await member.add_to_thread(thread, "guest")
        before = dict(first.world.channels[thread].joined)
    await first.close()
    second = await Sandbox.start(data=tmp_path)
    async with second.person("guest") as guest:
        assert await seen(guest) == {thread}
    assert second.world.channels[thread].joined == before
    await second.close()
