"""Threads and forum posts that people and bots begin: what they are, who is told, and what is kept of them."""

from pathlib import Path

import discord
import pytest

from sandbox import Sandbox
from sandbox.client import SandboxRefused, SandboxUser
from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import ROLE_OVERWRITE, Permissions
from sandbox.world import changes, guilds
from sandbox.world.messages import HAS_THREAD
from tests.sandbox.asking import Asking
from tests.sandbox.bot_api import BotApi
from tests.sandbox.stock_bot import StockBot


@pytest.fixture
async def forum(sandbox: Sandbox) -> int:
    """A forum that everyone sees."""
    return changes.create_channel(sandbox.world, sandbox.guild_id, "help", kind=guilds.FORUM).id


async def thread_of(person: SandboxUser, thread_id: int) -> JsonObject:
    channels = (await person.me())["guilds"][0]["channels"]
    found: JsonObject = next(each for each in channels if each["id"] == str(thread_id))
    return found


async def test_a_thread_from_a_message_has_its_id_and_marks_it(
    bot: StockBot, member: SandboxUser, guest: SandboxUser
) -> None:
    said = await member.say("chat", "a subject")
    created = bot.wait_for("thread_create")

    thread_id = await guest.begin_thread("chat", "about it", message=said)

    assert thread_id == said.id == (await created).id
    [marked] = await member.messages("chat")
    assert marked.flags & HAS_THREAD
    assert not marked.edited
    thread = await thread_of(member, thread_id)
    assert (thread["name"], thread["message_count"]) == ("about it", 0)
    assert {key: each for key, each in thread.items() if key != "permissions"} == marked.raw["thread"]
    with pytest.raises(SandboxRefused, match="already been created"):
        await member.begin_thread("chat", "again", message=said)


async def test_a_threads_messages_are_counted_as_they_come_and_go(member: SandboxUser, moderator: SandboxUser) -> None:
    said = await member.say("chat", "a subject")
    thread_id = await member.begin_thread("chat", "about it", message=said)
    first, second = [await member.say(thread_id, text) for text in ("a", "b")]
    await moderator.delete(first)
    counts = ("message_count", "total_message_sent", "last_message_id")
    expected = {"message_count": 1, "total_message_sent": 2, "last_message_id": str(second.id)}
    assert {name: (await thread_of(member, thread_id))[name] for name in counts} == expected
    [marked] = await member.messages("chat")
    assert {name: marked.raw["thread"][name] for name in counts} == expected


async def test_a_thread_that_is_deleted_leaves_its_message_unmarked(api: BotApi, member: SandboxUser) -> None:
    said = await member.say("chat", "a subject")
    thread_id = await member.begin_thread("chat", "about it", message=said)
    assert (await Asking(api, "moderator").ask("DELETE", f"/channels/{thread_id}")).status == 200
    [left] = await member.messages("chat")
    assert (left.flags & HAS_THREAD, "thread" in left.raw) == (0, False)
    with pytest.raises(SandboxRefused, match="no such channel"):
        await member.say(thread_id, "x")
    assert await member.begin_thread("chat", "again", message=said) == said.id


async def test_threads_are_told_to_who_sees_them(
    sandbox: Sandbox, api: BotApi, member: SandboxUser, guest: SandboxUser, moderator: SandboxUser
) -> None:
    stream = guest.events()
    assert (await anext(stream))["event"] == "READY"
    await moderator.begin_thread("mods", "between us")
    thread_id = await member.begin_thread("chat", "for all")
    owner = Asking(api, "owner")
    await owner.ask("PUT", f"/channels/{thread_id}", {"locked": True})
    for name in ("mods", "chat"):
        await owner.ask("DELETE", f"/channels/{sandbox.channels[name]}")

    told = [await anext(stream) for _ in range(4)]
    await stream.aclose()
    names = ["THREAD_CREATE", "THREAD_UPDATE", "THREAD_DELETE", "CHANNEL_DELETE"]
    assert [each["event"] for each in told] == names
    assert [each["data"]["id"] for each in told[:3]] == [str(thread_id)] * 3


async def test_who_may_not_begin_threads_begins_none(sandbox: Sandbox, member: SandboxUser, forum: int) -> None:
    everyone, taken = sandbox.guild_id, Permissions.CREATE_PUBLIC_THREADS | Permissions.READ_MESSAGE_HISTORY
    said = await member.say("chat", "x")
    changes.set_overwrite(
        sandbox.world, sandbox.channels["chat"], everyone, kind=ROLE_OVERWRITE, deny=Permissions.READ_MESSAGE_HISTORY
    )
    with pytest.raises(SandboxRefused, match="can't read"):
        await member.begin_thread("chat", "x", message=said)
    changes.set_overwrite(sandbox.world, sandbox.channels["chat"], everyone, kind=ROLE_OVERWRITE, deny=taken)
    with pytest.raises(SandboxRefused, match="can't create threads"):
        await member.begin_thread("chat", "x")
    changes.set_overwrite(sandbox.world, forum, everyone, kind=ROLE_OVERWRITE, deny=Permissions.SEND_MESSAGES)
    with pytest.raises(SandboxRefused, match="can't post"):
        await member.post_in_forum(forum, "x", "x")


async def test_threads_are_begun_in_no_other_kind_of_channel(sandbox: Sandbox, member: SandboxUser) -> None:
    voice = changes.create_channel(sandbox.world, sandbox.guild_id, "talk", kind=guilds.VOICE).id
    thread = await member.begin_thread("chat", "x")
    for place in (voice, thread, await member.direct()):
        with pytest.raises(SandboxRefused, match="Threads are created in"):
            await member.begin_thread(place, "x")


async def test_threads_of_announcement_channels_have_a_type_of_their_own(
    bot: StockBot, sandbox: Sandbox, api: BotApi, member: SandboxUser, moderator: SandboxUser
) -> None:
    news = sandbox.channels["announcements"]
    created = bot.wait_for("thread_create")
    about = await member.begin_thread("announcements", "about it", message=await moderator.say("announcements", "x"))
    seen = await created
    assert (seen.id, seen.type, seen.is_news()) == (about, discord.ChannelType.news_thread, True)

    begun = await api.post(f"/channels/{news}/threads", {"name": "x", "type": 10})
    assert (begun.status, begun.body["type"]) == (201, 10)
    for place, other in (("announcements", 11), ("chat", 10)):
        path = f"/channels/{sandbox.channels[place]}/threads"
        assert (await api.post(path, {"name": "x", "type": other})).refusal == (400, 50024)
    active = (await api.get(f"/guilds/{sandbox.guild_id}/threads/active")).body["threads"]
    assert {each["id"]: each["type"] for each in active} == {str(about): 10, begun.body["id"]: 10}


async def test_what_is_said_in_an_announcement_channels_thread_is_not_published(
    sandbox: Sandbox, api: BotApi, member: SandboxUser
) -> None:
    thread = await member.begin_thread("announcements", "about it")
    said = (await api.post(f"/channels/{thread}/messages", {"content": "x"})).body
    assert (await api.post(f"/channels/{thread}/messages/{said['id']}/crosspost", {})).refusal == (400, 50024)
    whole = {"type": 1, "channel_id": str(thread), "message_id": said["id"]}
    forwarded = await api.post(api.messages("announcements"), {"message_reference": whole})
    published = await api.post(f"{api.messages('announcements')}/{forwarded.body['id']}/crosspost", {})
    assert (forwarded.status, published.status) == (200, 200)
    assert published.body["flags"] & 1


async def test_nothing_is_changed_in_an_archived_thread_and_nothing_said_in_a_locked_one(
    api: BotApi, member: SandboxUser, moderator: SandboxUser
) -> None:
    thread = await member.begin_thread("chat", "x")
    said = await member.say(thread, "x")
    await Asking(api, "moderator").ask("PUT", f"/channels/{thread}", {"archived": True, "locked": True})
    with pytest.raises(SandboxRefused, match="archived"):
        await member.edit(said, "y")
    with pytest.raises(SandboxRefused, match="locked"):
        await member.reply(said, "y")
    await moderator.reply(said, "z")
    assert (await thread_of(member, thread))["thread_metadata"]["archived"] is False


# --- forums -----------------------------------------------------------------------------------------------------------


async def test_a_forum_takes_posts_of_people(
    bot: StockBot, sandbox: Sandbox, member: SandboxUser, guest: SandboxUser, forum: int
) -> None:
    created = bot.wait_for("thread_create")

    post = await member.post_in_forum("help", " How? ", "Like this?")

    seen = await created
    assert (seen.id, seen.name, seen.parent_id, seen.applied_tags) == (post, "How?", forum, [])
    assert isinstance(seen.parent, discord.ForumChannel)
    [first] = await guest.messages(post)
    assert (first.id, first.content, first.author) == (post, "Like this?", "member")
    await guest.reply(first, "Yes")
    thread = await thread_of(member, post)
    assert (thread["type"], thread["parent_id"], thread["message_count"]) == (11, str(forum), 1)
    assert thread["owner_id"] == str(sandbox.users["member"].id)
    assert (await thread_of(member, forum))["last_message_id"] == str(post)


async def test_a_forum_takes_no_messages(api: BotApi, member: SandboxUser, forum: int) -> None:
    assert (await api.post(f"/channels/{forum}/messages", {"content": "x"})).refusal == (400, 50008)
    with pytest.raises(SandboxRefused, match="takes posts"):
        await member.say(forum, "x")
    answer = await Asking(api, "member").ask("POST", f"/channels/{forum}/threads", {"name": "x"})
    assert (answer.status, answer.body["error"]) == (400, "content must be a text")
    with pytest.raises(SandboxRefused, match="1 to 2000"):
        await member.post_in_forum(forum, "x", "x" * 2001)


async def test_an_operator_makes_a_forum(api: BotApi, bot: StockBot, sandbox: Sandbox) -> None:
    made = (await Asking(api, "owner").ask("POST", "/channels", {"name": "help", "kind": "forum"})).body
    assert (made["type"], made["available_tags"]) == (15, [])
    assert (await api.get(f"/channels/{made['id']}")).body == made
    assert made in (await api.get(f"/guilds/{sandbox.guild_id}/channels")).body
    again = (await api.get(f"/guilds/{sandbox.guild_id}/threads/active")).body
    assert again["threads"] == []


# --- what a bot begins ------------------------------------------------------------------------------------------------


async def test_a_bot_begins_threads_and_posts(bot: StockBot, sandbox: Sandbox, member: SandboxUser, forum: int) -> None:
    chat = bot.text_channel(sandbox.channels["chat"])
    plain = await chat.create_thread(name="plain", type=discord.ChannelType.public_thread, auto_archive_duration=60)
    said = await chat.send("a subject")
    about = await said.create_thread(name="about it")
    place = await bot.fetch_channel(forum)
    assert isinstance(place, discord.ForumChannel)
    file = discord.File(Path(__file__), "a.txt", description="a file")
    post, first = await place.create_thread(name="How?", content="So", file=file, slowmode_delay=5)

    assert about.id == said.id
    assert first.id == post.id
    thread = await thread_of(member, plain.id)
    assert thread["thread_metadata"]["auto_archive_duration"] == 60
    assert (await thread_of(member, post.id))["rate_limit_per_user"] == 5
    [read] = await member.messages(post.id)
    assert (read.content, read.attachments[0]["description"]) == ("So", "a file")


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({}, "name"),
        ({"name": " ", "type": 11}, "name"),
        ({"name": "x" * 101, "type": 11}, "name"),
        ({"name": "x", "type": 0}, "type"),
        ({"name": "x", "invitable": 1}, "invitable"),
        ({"name": "x", "type": 11, "auto_archive_duration": 61}, "auto_archive_duration"),
        ({"name": "x", "type": 11, "rate_limit_per_user": -1}, "rate_limit_per_user"),
    ],
)
async def test_a_bots_thread_that_is_none_is_refused(api: BotApi, body: JsonObject, place: str) -> None:
    answer = await api.post(api.messages().replace("messages", "threads"), body)
    assert answer.refusal == (400, 50035)
    assert place in answer.body["errors"]


async def test_a_bots_post_that_is_none_is_refused(api: BotApi, forum: int) -> None:
    path = f"/channels/{forum}/threads"
    assert (await api.post(path, {"name": "x"})).refusal == (400, 50035)
    assert (await api.post(path, {"name": "x", "message": {}})).refusal == (400, 50006)
    long = (await api.post(path, {"name": "x", "message": {"content": "x" * 2001}})).body
    assert "content" in long["errors"]["message"]
    tagged = {"name": "x", "message": {"content": "x"}, "applied_tags": ["1"]}
    assert (await api.post(path, tagged)).refusal == (400, 50035)


async def test_a_bot_is_refused_as_people_are(api: BotApi, sandbox: Sandbox, member: SandboxUser, forum: int) -> None:
    said = await member.say("chat", "x")
    one = f"{api.messages()}/{said.id}/threads"
    named = {"name": "x"}
    assert (await api.post(one, named)).status == 201
    assert (await api.post(one, named)).refusal == (400, 160004)
    assert (await api.post(f"{api.messages()}/1/threads", named)).refusal == (404, 10008)
    assert (await api.post(f"/channels/{said.id}/threads", named)).refusal == (400, 50024)
    taken = Permissions.CREATE_PUBLIC_THREADS | Permissions.SEND_MESSAGES
    for place in (said.channel_id, forum):
        changes.set_overwrite(sandbox.world, place, sandbox.application_id, deny=taken)
        sent = {"name": "x", "type": 11, "message": {"content": "x"}}
        assert (await api.post(f"/channels/{place}/threads", sent)).refusal == (403, 50013)


# --- what is kept -----------------------------------------------------------------------------------------------------


async def test_threads_pins_and_replies_are_kept_between_runs(tmp_path: Path) -> None:
    first = await Sandbox.start(data=tmp_path)
    forum = changes.create_channel(first.world, first.guild_id, "help", kind=guilds.FORUM).id
    async with first.person("member") as member, first.person("moderator") as moderator:
        said = [await member.say("chat", text) for text in ("a", "b")]
        thread_id = await member.begin_thread("chat", "about it", message=said[0])
        gone = await member.begin_thread("releases", "soon gone")
        await member.say(gone, "x")
        await member.reply(await member.say(thread_id, "x"), "y")
        post = await member.post_in_forum(forum, "How?", "So")
        for message in reversed(said):
            await moderator.pin(message)
        before = await _all(member, "chat", thread_id, post)
    changes.delete_channel(first.world, first.channels["releases"])
    await first.close()

    second = await Sandbox.start(data=tmp_path)
    async with second.person("member") as member:
        assert await _all(member, "chat", thread_id, post) == before
        assert [each.content for each in await member.pins("chat")] == ["a", "b"]
        counted = await member.say(thread_id, "z")
        assert counted.channel_id == thread_id
        marked, _ = await member.messages("chat")
        assert marked.raw["thread"]["message_count"] == 3
        assert str(gone) not in [each["id"] for each in (await member.me())["guilds"][0]["channels"]]
    await second.close()


async def _all(person: SandboxUser, *channels: str | int) -> list[JsonObject]:
    return [message.raw for channel in channels for message in await person.messages(channel)]
