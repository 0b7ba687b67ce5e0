"""What keeps people and the bot from writing: slow mode, time-outs, blocked words, harmful links, and limits."""

from datetime import timedelta

import pytest

from sandbox import Sandbox
from sandbox.client import SandboxRefused, SandboxUser
from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import Permissions
from sandbox.world import changes, guilds, threads
from tests.sandbox.asking import Asking
from tests.sandbox.bot_api import BotApi
from tests.sandbox.stock_bot import StockBot

P = Permissions


async def restrict(api: BotApi, **settings: object) -> None:
    assert (await Asking(api, "owner").ask("PUT", "/restrictions", settings)).status == 200


# --- slow mode --------------------------------------------------------------------------------------------------------


async def test_slow_mode_holds_people_and_not_the_bot(
    api: BotApi, sandbox: Sandbox, member: SandboxUser, guest: SandboxUser
) -> None:
    sandbox.clock.pause()
    chat = sandbox.world.channels[sandbox.channels["chat"]]
    chat.payload["rate_limit_per_user"] = 10
    await member.say("chat", "a")
    with pytest.raises(SandboxRefused, match="Slow mode: wait 10 seconds"):
        await member.say("chat", "b")
    await guest.say("chat", "mine")
    for _ in range(2):
        assert (await api.post(api.messages(), {"content": "x"})).status == 200
    sandbox.clock.advance(timedelta(seconds=10))
    await member.say("chat", "b")


async def test_who_bypasses_slow_mode_is_not_held_and_who_manages_messages_is(
    sandbox: Sandbox, member: SandboxUser
) -> None:
    sandbox.world.channels[sandbox.channels["chat"]].payload["rate_limit_per_user"] = 10
    user_id = sandbox.users["member"].id
    changes.set_overwrite(sandbox.world, sandbox.channels["chat"], user_id, allow=P.MANAGE_MESSAGES)
    await member.say("chat", "a")
    with pytest.raises(SandboxRefused, match="Slow mode"):
        await member.say("chat", "b")
    changes.set_overwrite(sandbox.world, sandbox.channels["chat"], user_id, allow=P.BYPASS_SLOWMODE)
    await member.say("chat", "b")


async def test_managing_messages_pins_none(sandbox: Sandbox, member: SandboxUser) -> None:
    said = await member.say("chat", "a")
    place, user_id = sandbox.channels["chat"], sandbox.users["member"].id
    changes.set_overwrite(sandbox.world, place, user_id, allow=P.MANAGE_MESSAGES)
    with pytest.raises(SandboxRefused, match="You can't pin messages here"):
        await member.pin(said)
    changes.set_overwrite(sandbox.world, place, user_id, allow=P.PIN_MESSAGES)
    await member.pin(said)


# --- where commands can be used ---------------------------------------------------------------------------------------


async def test_no_command_is_used_in_archived_threads_categories_and_forums(
    bot: StockBot, sandbox: Sandbox, member: SandboxUser, api: BotApi
) -> None:
    world, guild_id = sandbox.world, sandbox.guild_id
    thread = threads.create_thread(world, sandbox.channels["chat"], "t").id
    assert (await member.slash("echo", text="x", channel=thread)).message is not None
    threads.change_thread(world, thread, archived=True)
    forum = changes.create_channel(world, guild_id, "help", kind=guilds.FORUM).id
    category = changes.create_channel(world, guild_id, "c", kind=guilds.CATEGORY).id
    for place in (thread, forum, category):
        assert (await Asking(api, "member").ask("GET", f"/channels/{place}/commands")).body == []
        with pytest.raises(SandboxRefused, match="can't be used here"):
            await member.slash("echo", text="x", channel=place)


async def test_a_locked_thread_takes_no_edits_of_people(sandbox: Sandbox, member: SandboxUser) -> None:
    thread = threads.create_thread(sandbox.world, sandbox.channels["chat"], "t").id
    said = await member.say(thread, "a")
    threads.change_thread(sandbox.world, thread, locked=True)
    with pytest.raises(SandboxRefused, match="locked"):
        await member.edit(said, "b")


# --- time-outs --------------------------------------------------------------------------------------------------------


async def test_who_is_in_time_out_reads_and_does_nothing_else(
    bot: StockBot, sandbox: Sandbox, api: BotApi, member: SandboxUser
) -> None:
    owner, user_id = Asking(api, "owner"), sandbox.users["member"].id
    shown = await member.slash("buttons")
    timed_out = (await owner.ask("PUT", f"/members/{user_id}", {"timeout": 60})).body
    told = (await api.get(f"/guilds/{sandbox.guild_id}/members/{user_id}")).body
    assert told["communication_disabled_until"] == timed_out["communication_disabled_until"] is not None
    for act in (member.say("chat", "x"), member.slash("echo", text="x"), member.click(shown, "Change")):
        with pytest.raises(SandboxRefused):
            await act
    assert await member.messages("chat")
    sandbox.clock.advance(timedelta(seconds=61))
    await member.say("chat", "x")
    await owner.ask("PUT", f"/members/{user_id}", {"timeout": 60})
    assert (await owner.ask("PUT", f"/members/{user_id}", {"timeout": None})).status == 200
    await member.click(shown, "Change")


async def test_the_bot_and_administrators_in_time_out(api: BotApi, sandbox: Sandbox) -> None:
    owner = Asking(api, "owner")
    for user_id in (sandbox.application_id, sandbox.owner_id):
        assert (await owner.ask("PUT", f"/members/{user_id}", {"timeout": 60})).status == 200
    assert (await api.post(api.messages(), {"content": "x"})).refusal == (403, 50013)
    assert (await api.get(api.messages())).status == 200
    async with sandbox.person("owner") as person:
        await person.say("chat", "x")
    for wrong in (0, -1, True, "x", 10**9):
        assert (await owner.ask("PUT", f"/members/{sandbox.owner_id}", {"timeout": wrong})).status == 400
    assert (await owner.ask("PUT", "/members/1", {"timeout": 60})).status == 404


async def test_a_roles_mentionable_is_changed(api: BotApi, sandbox: Sandbox) -> None:
    role, owner = sandbox.roles["Anime"], Asking(api, "owner")
    sent = {"content": f"<@&{role}>"}
    assert (await api.post(api.messages(), sent)).body["mention_roles"] == [str(role)]
    assert (await owner.ask("PUT", f"/roles/{role}", {"mentionable": False})).body["mentionable"] is False
    assert (await api.post(api.messages(), sent)).body["mention_roles"] == []


# --- what isn't let through -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ({"content": "a Spoiler here"}, 200000),
        ({"embeds": [{"title": "t", "footer": {"text": "spoiling it"}}]}, 200000),
        ({"flags": 1 << 15, "components": [{"type": 10, "content": "spoil"}]}, 200000),
        ({"content": "despoil"}, None),
        ({"content": "see https://bad.example/x"}, 240000),
        ({"content": "x", "embeds": [{"title": "t", "url": "https://very.bad.example"}]}, 240000),
        ({"content": "https://notbad.example bad.example"}, None),
    ],
)
async def test_blocked_words_and_harmful_links(api: BotApi, message: JsonObject, code: int | None) -> None:
    await restrict(api, blocked_words=["spoil*"], harmful_domains=["bad.example"])
    answer = await api.post(api.messages(), message)
    assert answer.status == 200 if code is None else answer.refusal == (400, code)
    mine = (await api.post(api.messages(), {"flags": 4, "content": "y"} if "flags" not in message else message)).body
    if code is not None and "flags" not in message:
        assert (await api.ask("PATCH", f"{api.messages()}/{mine['id']}", message)).refusal == (400, code)


async def test_who_manages_the_guild_is_not_moderated(api: BotApi, sandbox: Sandbox, member: SandboxUser) -> None:
    await restrict(api, blocked_words=["spoil"], harmful_domains=["bad.example"])
    with pytest.raises(SandboxRefused, match="automatic moderation"):
        await member.say("chat", "spoil")
    path = f"/channels/{sandbox.channels['chat']}/threads"
    assert (await api.post(path, {"name": "spoil it", "type": 11})).refusal == (400, 200001)
    managed = next(role for role in sandbox.guild.roles.values() if role["managed"])
    managed["permissions"] = str(int(managed["permissions"]) | int(P.MANAGE_GUILD))
    assert (await api.post(path, {"name": "spoil it", "type": 11})).status == 201
    assert (await api.post(api.messages(), {"content": "spoil"})).status == 200
    direct = await member.direct()
    assert (await api.post(f"/channels/{direct}/messages", {"content": "https://bad.example"})).refusal == (400, 240000)


async def test_only_so_many_edits_of_old_messages_pass(api: BotApi, sandbox: Sandbox) -> None:
    mine = (await api.post(api.messages(), {"content": "x"})).body
    one = f"{api.messages()}/{mine['id']}"
    await restrict(api, old_edits=2)
    for _ in range(5):
        assert (await api.ask("PATCH", one, {"content": "new"})).status == 200
    sandbox.clock.advance(timedelta(hours=1, seconds=1))
    for _ in range(2):
        assert (await api.ask("PATCH", one, {"content": "old"})).status == 200
    refused = await api.ask("PATCH", one, {"content": "older"})
    assert refused.refusal == (429, 30046)
    assert 0 < refused.body["retry_after"] <= 3600
    assert int(refused.headers["Retry-After"]) >= refused.body["retry_after"]
    sandbox.clock.advance(timedelta(hours=1))
    assert (await api.ask("PATCH", one, {"content": "old"})).status == 200


async def test_restrictions_are_set_by_who_runs_the_sandbox_alone(api: BotApi) -> None:
    assert (await Asking(api, "member").ask("PUT", "/restrictions", {})).status == 403
    owner = Asking(api, "owner")
    for wrong in ({"blocked_words": "x"}, {"blocked_words": [1]}, {"harmful_domains": ["*"]}, {"old_edits": -1}):
        assert (await owner.ask("PUT", "/restrictions", wrong)).status == 400
    await restrict(api, blocked_words=["a"], old_edits=3)
    assert (await owner.ask("GET", "/restrictions")).body == {
        "blocked_words": ["a"],
        "harmful_domains": [],
        "old_edits": 3,
    }


# --- limits and reach -------------------------------------------------------------------------------------------------


async def test_only_so_many_commands_are_made_in_a_day(api: BotApi, sandbox: Sandbox) -> None:
    sandbox.clock.pause()
    path = f"/applications/{sandbox.application_id}/commands"
    first, second = [[{"name": f"c{start + each}", "description": "d"} for each in range(100)] for start in (0, 100)]
    for named in (first, second, second):
        assert (await api.ask("PUT", path, named)).status == 200
    assert (await api.post(path, {"name": "c150", "description": "new"})).status == 200
    refused = await api.ask("PUT", path, [{"name": "one-more", "description": "d"}])
    assert refused.refusal == (429, 30034)
    assert refused.body["retry_after"] == 24 * 3600
    assert len((await api.get(path)).body) == 100
    elsewhere = f"/applications/{sandbox.application_id}/guilds/{sandbox.guild_id}/commands"
    assert (await api.post(elsewhere, {"name": "one-more", "description": "d"})).status == 201
    sandbox.clock.advance(timedelta(days=1))
    assert (await api.ask("PUT", path, [{"name": "one-more", "description": "d"}])).status == 200


async def test_who_is_in_no_guild_with_the_bot_gets_no_messages(api: BotApi, sandbox: Sandbox) -> None:
    stranger = changes.create_account(sandbox.world, "stranger")
    opened = (await api.post("/users/@me/channels", {"recipient_id": str(stranger.id)})).body
    path = f"/channels/{opened['id']}/messages"
    assert (await api.post(path, {"content": "x"})).refusal == (403, 50278)


async def test_names_of_spaces_alone_are_none(api: BotApi, sandbox: Sandbox) -> None:
    path = f"/applications/{sandbox.application_id}/commands"
    assert (await api.post(path, {"name": "  ", "type": 2})).refusal == (400, 50035)


async def test_resolved_channels_bring_what_the_bot_may_do_there(
    bot: StockBot, sandbox: Sandbox, moderator: SandboxUser
) -> None:
    place = sandbox.channels["chat"]
    changes.set_overwrite(sandbox.world, place, sandbox.application_id, deny=P.SEND_MESSAGES)
    told: list[JsonObject] = []
    sandbox.world.listen(lambda event: told.append(event.data) if event.name == "INTERACTION_CREATE" else None)
    await moderator.slash("channel subscribe", what="releases", where="chat", role="Anime", who="member")
    shown = told[-1]["data"]["resolved"]["channels"][str(place)]
    mine = P(int(shown["app_permissions"]))
    assert P.SEND_MESSAGES not in mine
    assert P.EMBED_LINKS in mine  # what follows from a permission that is missing is left out
    assert {"guild_id", "topic", "position", "nsfw", "last_message_id", "rate_limit_per_user"} <= set(shown)
