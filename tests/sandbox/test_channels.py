"""What the bot makes of channels and threads: each setting that Discord documents, and who may change it."""

import pytest

from sandbox import Sandbox
from sandbox.client import SandboxUser
from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import ROLE_OVERWRITE, Permissions
from sandbox.world import changes, guilds, threads
from sandbox.world.world import World
from tests.sandbox.asking import Asking
from tests.sandbox.bot_api import BotApi

P = Permissions


def allow(sandbox: Sandbox, *permissions: Permissions) -> None:
    """Give the bot's role permissions that it hasn't at first."""
    managed = next(role for role in sandbox.guild.roles.values() if role["managed"])
    for each in permissions:
        managed["permissions"] = str(int(managed["permissions"]) | int(each))


def thread_in(world: World, parent_id: int, *, mine: bool = False) -> int:
    return threads.create_thread(world, parent_id, "t", owner_id=world.application_id if mine else None).id


@pytest.mark.parametrize(
    ("kind", "settings"),
    [
        (0, {"nsfw": True, "rate_limit_per_user": 5, "default_auto_archive_duration": 60, "topic": "t"}),
        (13, {"bitrate": 64_000, "user_limit": 10_000, "rtc_region": "x", "rate_limit_per_user": 5, "nsfw": True}),
        (16, {"default_sort_order": 1, "default_tag_setting": "match_some", "flags": 1 << 4 | 1 << 15}),
        (16, {"default_reaction_emoji": {"emoji_id": None, "emoji_name": "🎬"}, "topic": "x" * 4096}),
        (2, {"bitrate": 8000, "user_limit": 5, "rtc_region": "x", "video_quality_mode": 2}),
        (15, {"default_sort_order": 1, "default_forum_layout": 2, "default_tag_setting": "match_all", "flags": 16}),
        (15, {"default_reaction_emoji": {"emoji_id": None, "emoji_name": "🎬"}, "topic": "x" * 4096}),
    ],
)
async def test_a_channels_settings_are_kept(api: BotApi, sandbox: Sandbox, kind: int, settings: JsonObject) -> None:
    allow(sandbox, P.MANAGE_CHANNELS)
    path = f"/guilds/{sandbox.guild_id}/channels"
    at_once = (await api.post(path, {"name": "n", "type": kind} | settings)).body
    later = (await api.post(path, {"name": "n", "type": kind})).body
    changed = (await api.ask("PATCH", f"/channels/{later['id']}", settings)).body
    for made in (at_once, changed):
        assert {name: made[name] for name in settings} == settings
    assert (await api.get(f"/channels/{later['id']}")).body == changed


async def test_a_channel_moves_and_becomes_one_for_announcements(api: BotApi, sandbox: Sandbox) -> None:
    allow(sandbox, P.MANAGE_CHANNELS)
    path = f"/channels/{sandbox.channels['chat']}"
    other = (await api.post(f"/guilds/{sandbox.guild_id}/channels", {"name": "c", "type": 4})).body["id"]
    moved = (await api.ask("PATCH", path, {"parent_id": other, "type": 5})).body
    assert (moved["parent_id"], moved["type"]) == (other, 5)
    assert (await api.ask("PATCH", path, {"parent_id": None, "type": 0})).body["parent_id"] is None
    for wrong in ({"type": 2}, {"type": 4}, {"parent_id": str(sandbox.channels["releases"])}, {"name": " "}):
        assert (await api.ask("PATCH", path, wrong)).refusal == (400, 50035)


async def test_overwrites_decide_and_take_the_permission_for_roles(api: BotApi, sandbox: Sandbox) -> None:
    allow(sandbox, P.MANAGE_CHANNELS)
    path, everyone = f"/channels/{sandbox.channels['chat']}", str(sandbox.guild_id)
    closed = {"permission_overwrites": [{"id": everyone, "type": 0, "deny": str(int(P.SEND_MESSAGES))}]}
    assert (await api.ask("PATCH", path, closed)).refusal == (403, 50013)
    allow(sandbox, P.MANAGE_ROLES)
    beyond = {"permission_overwrites": [{"id": everyone, "type": 0, "allow": int(P.BAN_MEMBERS)}]}
    assert (await api.ask("PATCH", path, beyond)).refusal == (403, 50013)
    [kept] = (await api.ask("PATCH", path, closed)).body["permission_overwrites"]
    assert kept == {"id": everyone, "type": 0, "allow": "0", "deny": str(int(P.SEND_MESSAGES))}
    assert (await api.post(api.messages(), {"content": "x"})).refusal == (403, 50013)
    assert (await api.ask("PATCH", path, {"permission_overwrites": []})).status == 200
    assert (await api.post(api.messages(), {"content": "x"})).status == 200


async def test_channels_of_a_category_that_is_deleted_stay(api: BotApi, sandbox: Sandbox) -> None:
    allow(sandbox, P.MANAGE_CHANNELS)
    chat = sandbox.world.channels[sandbox.channels["chat"]]
    told: list[str] = []
    sandbox.world.listen(lambda event: told.append(event.name))
    assert (await api.ask("DELETE", f"/channels/{chat.parent_id}")).status == 200
    assert chat.payload["parent_id"] is None
    assert told == ["CHANNEL_DELETE"] + ["CHANNEL_UPDATE"] * len(sandbox.channels)


async def test_a_direct_channel_has_no_settings(api: BotApi, sandbox: Sandbox, member: SandboxUser) -> None:
    direct = await member.direct()
    assert (await api.ask("PATCH", f"/channels/{direct}", {"name": "x"})).refusal == (403, 50003)


# --- threads ----------------------------------------------------------------------------------------------------------


async def test_a_thread_is_opened_by_whoever_may_write_in_it(api: BotApi, sandbox: Sandbox) -> None:
    thread = thread_in(sandbox.world, sandbox.channels["chat"])
    threads.change_thread(sandbox.world, thread, archived=True)
    path = f"/channels/{thread}"
    assert (await api.ask("PATCH", path, {"archived": False, "name": "x"})).refusal == (403, 50013)
    opened = (await api.ask("PATCH", path, {"archived": False})).body
    assert opened["thread_metadata"]["archived"] is False
    assert (await api.ask("PATCH", path, {"archived": True})).refusal == (403, 50013)
    threads.change_thread(sandbox.world, thread, archived=True, locked=True)
    assert (await api.ask("PATCH", path, {"archived": False})).refusal == (403, 50083)
    allow(sandbox, P.MANAGE_THREADS)
    assert (await api.ask("PATCH", path, {"archived": False})).status == 200


async def test_who_began_a_thread_changes_it_while_it_is_not_locked(api: BotApi, sandbox: Sandbox) -> None:
    thread = thread_in(sandbox.world, sandbox.channels["chat"], mine=True)
    path = f"/channels/{thread}"
    changed = (await api.ask("PATCH", path, {"name": " new ", "auto_archive_duration": 60})).body
    assert (changed["name"], changed["thread_metadata"]["auto_archive_duration"]) == ("new", 60)
    for more in ({"locked": True}, {"rate_limit_per_user": 5}):
        assert (await api.ask("PATCH", path, more)).refusal == (403, 50013)
    threads.change_thread(sandbox.world, thread, locked=True)
    assert (await api.ask("PATCH", path, {"name": "x"})).refusal == (403, 160005)
    allow(sandbox, P.MANAGE_THREADS)
    changed = (await api.ask("PATCH", path, {"locked": False, "rate_limit_per_user": 5})).body
    assert (changed["thread_metadata"]["locked"], changed["rate_limit_per_user"]) == (False, 5)
    assert (await api.ask("PATCH", path, {"archived": True})).status == 200
    assert (await api.ask("PATCH", path, {"name": "y"})).refusal == (403, 50083)
    assert (await api.ask("PATCH", path, {"name": "y", "archived": False})).body["name"] == "y"


async def test_managing_threads_is_enough_to_delete_one(api: BotApi, sandbox: Sandbox) -> None:
    path = f"/channels/{thread_in(sandbox.world, sandbox.channels['chat'])}"
    allow(sandbox, P.MANAGE_CHANNELS)
    assert (await api.ask("DELETE", path)).refusal == (403, 50013)
    allow(sandbox, P.MANAGE_THREADS)
    assert (await api.ask("DELETE", path)).status == 200


async def test_nothing_is_edited_in_a_locked_thread(api: BotApi, sandbox: Sandbox) -> None:
    thread = thread_in(sandbox.world, sandbox.channels["chat"])
    messages = f"/channels/{thread}/messages"
    mine = (await api.post(messages, {"content": "x"})).body
    one = f"{messages}/{mine['id']}"
    threads.change_thread(sandbox.world, thread, locked=True)
    assert (await api.ask("PATCH", one, {"content": "y"})).refusal == (403, 160005)
    threads.change_thread(sandbox.world, thread, archived=True)
    assert (await api.ask("PATCH", one, {"content": "y"})).refusal == (403, 50083)
    assert (await api.ask("DELETE", one)).refusal == (403, 50083)
    threads.change_thread(sandbox.world, thread, archived=False)
    assert (await api.ask("DELETE", one)).status == 204
    allow(sandbox, P.MANAGE_THREADS)
    mine = (await api.post(messages, {"content": "x"})).body
    assert (await api.ask("PATCH", f"{messages}/{mine['id']}", {"content": "y"})).status == 200


async def test_embeds_come_in_threads_where_the_channel_takes_no_messages(api: BotApi, sandbox: Sandbox) -> None:
    chat = sandbox.channels["chat"]
    thread = thread_in(sandbox.world, chat)
    sent: JsonObject = {"embeds": [{"title": "t"}]}
    changes.set_overwrite(sandbox.world, chat, sandbox.guild_id, kind=ROLE_OVERWRITE, deny=P.SEND_MESSAGES)
    changes.set_overwrite(sandbox.world, chat, sandbox.application_id, deny=P.SEND_MESSAGES)
    assert (await api.post(api.messages(), sent)).refusal == (403, 50013)
    assert len((await api.post(f"/channels/{thread}/messages", sent)).body["embeds"]) == 1
    changes.set_overwrite(sandbox.world, chat, sandbox.application_id, deny=P.SEND_MESSAGES_IN_THREADS)
    assert P.EMBED_LINKS not in sandbox.world.permissions_in(sandbox.application_id, sandbox.world.channels[thread])


async def test_nothing_is_pinned_in_an_archived_thread(api: BotApi, sandbox: Sandbox) -> None:
    allow(sandbox, P.MANAGE_MESSAGES)
    thread = thread_in(sandbox.world, sandbox.channels["chat"])
    mine = (await api.post(f"/channels/{thread}/messages", {"content": "x"})).body
    pin = f"/channels/{thread}/messages/pins/{mine['id']}"
    assert (await api.ask("PUT", pin)).refusal == (403, 50013)
    allow(sandbox, P.PIN_MESSAGES)
    threads.change_thread(sandbox.world, thread, archived=True)
    assert (await api.ask("PUT", pin)).refusal == (403, 50083)
    threads.change_thread(sandbox.world, thread, archived=False)
    assert (await api.ask("PUT", pin)).status == 204
    pinned = f"/channels/{thread}/messages/pins"
    assert len((await api.get(pinned)).body["items"]) == 1
    changes.set_overwrite(sandbox.world, sandbox.channels["chat"], sandbox.application_id, deny=P.READ_MESSAGE_HISTORY)
    assert (await api.get(pinned)).body == {"items": [], "has_more": False}


# --- forums -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def forum(sandbox: Sandbox) -> int:
    """A forum that everyone sees."""
    return changes.create_channel(sandbox.world, sandbox.guild_id, "help", kind=guilds.FORUM).id


async def test_a_forums_tags(api: BotApi, sandbox: Sandbox, forum: int) -> None:
    path, posts = f"/channels/{forum}", f"/channels/{forum}/threads"
    allow(sandbox, P.MANAGE_CHANNELS)
    tags: list[JsonObject] = [{"name": "a", "emoji_name": "🎬"}, {"name": "b", "moderated": True}]
    plain, moderated = (await api.ask("PATCH", path, {"available_tags": tags})).body["available_tags"]
    assert plain == {"id": plain["id"], "name": "a", "moderated": False, "emoji_id": None, "emoji_name": "🎬"}
    sent: JsonObject = {"name": "x", "message": {"content": "x"}}
    post = (await api.post(posts, sent | {"applied_tags": [plain["id"]]})).body
    assert post["applied_tags"] == [plain["id"]]
    assert (await api.post(posts, sent | {"applied_tags": [moderated["id"]]})).refusal == (403, 50013)
    assert (await api.ask("PATCH", f"/channels/{post['id']}", {"applied_tags": []})).body["applied_tags"] == []
    assert (await api.ask("PATCH", f"/channels/{post['id']}", {"applied_tags": ["1"]})).refusal == (400, 50035)

    assert (await api.ask("PATCH", path, {"flags": 16})).body["flags"] == 16
    assert (await api.post(posts, sent)).refusal == (400, 40067)
    post = (await api.post(posts, sent | {"applied_tags": [plain["id"]]})).body
    [left] = (await api.ask("PATCH", path, {"available_tags": [moderated]})).body["available_tags"]
    assert left == moderated
    assert (await api.get(f"/channels/{post['id']}")).body["applied_tags"] == []
    assert (await api.post(posts, sent)).refusal == (400, 40066)
    allow(sandbox, P.MANAGE_THREADS)
    assert (await api.post(posts, sent)).refusal == (400, 40067)
    assert (await api.post(posts, sent | {"applied_tags": [moderated["id"]]})).status == 201
    for wrong, code in (([{"name": "a"}] * 2, 40061), ([{"name": str(each)} for each in range(21)], 30048)):
        assert (await api.ask("PATCH", path, {"available_tags": wrong})).refusal == (400, code)


async def test_people_tag_their_posts(api: BotApi, sandbox: Sandbox, forum: int) -> None:
    allow(sandbox, P.MANAGE_CHANNELS)
    tags: list[JsonObject] = [{"name": "a"}, {"name": "b", "moderated": True}]
    kept = (await api.ask("PATCH", f"/channels/{forum}", {"available_tags": tags, "flags": 16})).body["available_tags"]
    sent: JsonObject = {"name": "x", "content": "x"}
    for name, chosen, status in (
        ("member", [], 400),
        ("member", "a", 400),
        ("member", ["c"], 404),
        ("member", ["b"], 403),
        ("member", ["a"], 200),
    ):
        answer = await Asking(api, name).ask("POST", f"/channels/{forum}/threads", sent | {"tags": chosen})
        assert answer.status == status
    posts = Asking(api, "moderator")
    made = (await posts.ask("POST", f"/channels/{forum}/threads", sent | {"tags": [kept[0]["id"], "b"]})).body
    assert made["applied_tags"] == [tag["id"] for tag in kept]


async def test_one_post_of_a_forum_is_pinned(api: BotApi, sandbox: Sandbox, forum: int) -> None:
    allow(sandbox, P.MANAGE_THREADS)
    sent: JsonObject = {"name": "x", "message": {"content": "x"}}
    first, second = [(await api.post(f"/channels/{forum}/threads", sent)).body["id"] for _ in range(2)]
    assert (await api.ask("PATCH", f"/channels/{first}", {"flags": 2})).body["flags"] == 2
    assert (await api.ask("PATCH", f"/channels/{second}", {"flags": 2})).refusal == (400, 30047)
    assert (await api.ask("PATCH", f"/channels/{first}", {"flags": 0})).body["flags"] == 0
    assert (await api.ask("PATCH", f"/channels/{second}", {"flags": 2})).status == 200
    elsewhere = thread_in(sandbox.world, sandbox.channels["chat"])
    assert (await api.ask("PATCH", f"/channels/{elsewhere}", {"flags": 2})).refusal == (400, 50024)


async def test_a_new_thread_has_the_slow_mode_that_its_channel_gives(api: BotApi, sandbox: Sandbox, forum: int) -> None:
    allow(sandbox, P.MANAGE_CHANNELS)
    await api.ask("PATCH", f"/channels/{forum}", {"default_thread_rate_limit_per_user": 5})
    sent: JsonObject = {"name": "x", "message": {"content": "x"}}
    made = [
        (await api.post(f"/channels/{forum}/threads", sent | more)).body for more in ({}, {"rate_limit_per_user": 7})
    ]
    assert [each["rate_limit_per_user"] for each in made] == [5, 7]


# --- the flags of messages --------------------------------------------------------------------------------------------


async def test_which_flags_a_message_may_have_and_an_edit_may_change(api: BotApi) -> None:
    every = (1 << 16) - 1 & ~(1 << 13) & ~(1 << 15)
    sent = (await api.post(api.messages(), {"content": "x", "embeds": [{"title": "t"}], "flags": every})).body
    assert (sent["flags"], sent["embeds"]) == (1 << 2 | 1 << 12, [])
    one = f"{api.messages()}/{sent['id']}"
    shown = (await api.ask("PATCH", one, {"flags": 0})).body
    assert (shown["flags"], [each["title"] for each in shown["embeds"]]) == (1 << 12, ["t"])
    assert (await api.ask("PATCH", one, {"flags": 1 << 2 | 1 << 6})).body["flags"] == 1 << 2 | 1 << 12
    assert (await api.ask("PATCH", one, {"flags": 0, "embeds": []})).body["embeds"] == []
    assert (await api.ask("PATCH", one, {"sticker_ids": ["1"]})).refusal == (400, 50080)
    text: JsonObject = {"flags": 1 << 15, "components": [{"type": 10, "content": "x"}]}
    second = (await api.post(api.messages(), text)).body
    kept = (await api.ask("PATCH", f"{api.messages()}/{second['id']}", {"flags": 0})).body
    assert kept["flags"] == 1 << 15
