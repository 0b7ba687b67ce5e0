"""What people read: who they are and what they see, and messages page by page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox import Sandbox
from sandbox.client import SandboxUser
from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import Permissions
from sandbox.world import changes, posts
from sandbox.world.messages import EPHEMERAL, MessageLog
from sandbox.world.world import Channel
from tests.sandbox.asking import Asking
from tests.sandbox.bot_api import BotApi
from tests.sandbox.stock_bot import StockBot

MANY, PAGE = 2000, 50


def write(sandbox: Sandbox, count: int, *, only_for: int | None = None) -> list[int]:
    """Let the bot write so many messages into #chat, and give their ids."""
    world, channel = sandbox.world, sandbox.world.channels[sandbox.channels["chat"]]
    made = []
    for number in range(count):
        flags = EPHEMERAL if only_for else 0
        message = posts.compose(world, channel, sandbox.application_id, {"content": str(number)}, flags=flags)
        posts.post(world, channel, message, only_for=only_for)
        made.append(int(message["id"]))
    return made


async def test_two_thousand_messages_are_paged_back_through_without_gap_or_double(
    sandbox: Sandbox, member: SandboxUser, guest: SandboxUser
) -> None:
    everyones = write(sandbox, MANY - 500)
    own = write(sandbox, 20, only_for=sandbox.users["member"].id)
    everyones += write(sandbox, 500)

    for person, expected in ((member, sorted(everyones + own)), (guest, everyones)):
        read: list[int] = []
        while page := await person.messages("chat", before=read[0] if read else None, limit=PAGE):
            ids = [message.id for message in page]
            assert len(ids) == min(PAGE, len(expected) - len(read))
            assert ids == sorted(ids)
            read = ids + read
        assert read == expected


@given(
    everyones=st.sets(st.integers(1, 40)),
    own=st.sets(st.integers(41, 60)) | st.sets(st.integers(1, 60)),
    after=st.none() | st.integers(0, 61),
    before=st.none() | st.integers(0, 61),
    limit=st.none() | st.integers(1, 70),
)
def test_a_page_is_the_newest_between_two_ends(
    everyones: set[int], own: set[int], after: int | None, before: int | None, limit: int | None
) -> None:
    own -= everyones
    logs = [MessageLog({"id": str(each)} for each in ids) for ids in (everyones, own)]
    channel = Channel(1, {"type": 0}, log=logs[0], unseen={7: logs[1]})

    for user_id, seen in ((7, everyones | own), (8, everyones)):
        between = [each for each in sorted(seen) if (after or 0) < each < (100 if before is None else before)]
        page = channel.seen_by(user_id, after=after, before=before, limit=limit)
        assert [int(each["id"]) for each in page] == between[-limit if limit else None :]


async def test_an_ephemeral_answer_is_on_nobody_elses_page(
    bot: StockBot, member: SandboxUser, guest: SandboxUser, moderator: SandboxUser
) -> None:
    said = await member.say("chat", "before it")
    answer = await member.slash("echo", text="a secret", secret=True)
    assert answer.ephemeral
    after = await guest.say("chat", "after it")

    mine = [message.id for message in await member.messages("chat", limit=3)]
    assert mine == [said.id, answer.id, after.id]
    assert [each.id for each in await member.messages("chat", before=after.id, limit=1)] == [answer.id]
    for other in (guest, moderator):
        assert [each.id for each in await other.messages("chat")] == [said.id, after.id]
        assert [each.id for each in await other.messages("chat", before=after.id, limit=1)] == [said.id]


async def test_ends_of_a_page_are_ids_whether_there_are_such_messages_or_not(
    sandbox: Sandbox, member: SandboxUser
) -> None:
    ids = write(sandbox, 5)

    async def read(**ends: int) -> list[int]:
        return [message.id for message in await member.messages("chat", **ends)]

    assert await read(before=ids[0], limit=10) == []
    assert await read(before=ids[0] + 1) == ids[:1]
    assert await read(before=ids[3], limit=2) == ids[1:3]
    assert await read(before=2**63 - 1, limit=2) == ids[3:]
    assert await read(before=0) == []
    assert await read(after=ids[4]) == []
    assert await read(after=0) == ids
    assert await read(after=ids[1], limit=2) == ids[3:]
    assert await read(after=ids[0], before=ids[4]) == ids[1:4]
    assert await read(after=ids[3], before=ids[2]) == []
    assert changes.delete_message(sandbox.world, sandbox.channels["chat"], ids[2])
    assert await read(before=ids[3], limit=2) == ids[:2]
    assert await read(before=ids[2], limit=2) == ids[:2]


@pytest.mark.parametrize(
    "query", ["before=x", "after=-1", "limit=1.5", "before=9223372036854775808", "limit=", "after=%00"]
)
async def test_ends_that_are_no_ids_are_refused(api: BotApi, sandbox: Sandbox, query: str) -> None:
    answer = await Asking(api, "member").ask("GET", f"/channels/{sandbox.channels['chat']}/messages?{query}")
    assert (answer.status, set(answer.body)) == (400, {"error"})


def channel_of(me: JsonObject, name: str) -> JsonObject:
    found: JsonObject = next(each for each in me["guilds"][0]["channels"] if each["name"] == name)
    return found


async def test_everyone_is_told_who_they_are_and_what_they_may_do_where(
    sandbox: Sandbox, member: SandboxUser, moderator: SandboxUser
) -> None:
    await member.direct()
    thread_id = await member.begin_thread("chat", "a thread")

    me = await member.me()

    users = sandbox.users
    assert me["user"]["username"] == "member"
    assert (me["bot"]["id"], me["world"]) == (str(sandbox.application_id),) * 2
    guild = me["guilds"][0]
    assert guild["owner_id"] == str(users["moderator"].id)
    assert guild["member_roles"][str(users["moderator"].id)] == [str(sandbox.roles["Moderator"])]
    assert guild["member_roles"][str(users["member"].id)] == guild["my_roles"] == [str(sandbox.roles["Anime"])]
    assert set(guild["member_roles"]) == {each["id"] for each in guild["members"]}
    thread = channel_of(me, "a thread")
    assert (thread["id"], thread["type"], thread["parent_id"]) == (str(thread_id), 11, str(sandbox.channels["chat"]))
    assert thread["thread_metadata"]["archived"] is False
    assert Permissions.SEND_MESSAGES in Permissions(int(me["direct"][0]["permissions"]))
    for name in ("chat", "a thread"):
        mine = Permissions(int(channel_of(me, name)["permissions"]))
        theirs = Permissions(int(channel_of(await moderator.me(), name)["permissions"]))
        assert Permissions.SEND_MESSAGES_IN_THREADS in mine & theirs
        assert (Permissions.MANAGE_MESSAGES in mine, Permissions.MANAGE_MESSAGES in theirs) == (False, True)


async def test_permissions_that_are_taken_are_taken_in_threads_too(sandbox: Sandbox, member: SandboxUser) -> None:
    await member.begin_thread("chat", "a thread")
    changes.set_overwrite(
        sandbox.world, sandbox.channels["chat"], sandbox.users["member"].id, deny=Permissions.SEND_MESSAGES_IN_THREADS
    )
    for name in ("chat", "a thread"):
        mine = Permissions(int(channel_of(await member.me(), name)["permissions"]))
        assert Permissions.SEND_MESSAGES_IN_THREADS not in mine
        assert Permissions.SEND_MESSAGES in mine


async def test_a_thread_of_a_hidden_channel_is_hidden(member: SandboxUser, moderator: SandboxUser) -> None:
    await moderator.begin_thread("mods", "between us")
    assert channel_of(await moderator.me(), "between us")
    assert "between us" not in [each["name"] for each in (await member.me())["guilds"][0]["channels"]]
