import zlib

import pytest

from sandbox.gateway.connection import QUEUED_PAYLOADS
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.world.events import Event
from tests.sandbox.gateway_client import BOT_ID, GUILDS, TinyWorld, place

GUILD_MESSAGES, DIRECT_MESSAGES, CONTENT = 1 << 9, 1 << 12, 1 << 15
END = Event("INTERACTION_CREATE", {"id": "end"}, GUILDS[0])
GUILDS_HERE = 1 << 0


def message(author: str = "7", **more: JsonValue) -> JsonObject:
    return {"id": "1", "author": {"id": author}, "content": "hi", "embeds": [{"title": "a"}], "mentions": []} | more


async def names_heard(intents: int, *events: Event, flags: int = 0) -> list[str]:
    """Give the names of those events that a session with these intents hears."""
    async with place(TinyWorld(flags=flags)) as at:
        client = await at.client()
        await client.identify(intents)
        for event in (*events, END):
            at.world.publish(event)
        heard: list[JsonObject] = []
        while not heard or heard[-1]["d"].get("id") != "end":
            heard.append(await client.receive())
        return [each["t"] for each in heard[:-1] if each["t"] != "GUILD_CREATE"]


@pytest.mark.parametrize(
    ("name", "guild_id", "intent"),
    [
        ("GUILD_UPDATE", GUILDS[0], 0),
        ("GUILD_ROLE_CREATE", GUILDS[0], 0),
        ("CHANNEL_DELETE", GUILDS[0], 0),
        ("THREAD_CREATE", GUILDS[0], 0),
        ("MESSAGE_CREATE", GUILDS[0], 9),
        ("MESSAGE_DELETE", GUILDS[0], 9),
        ("MESSAGE_CREATE", None, 12),
        ("MESSAGE_REACTION_ADD", GUILDS[0], 10),
        ("MESSAGE_REACTION_ADD", None, 13),
        ("TYPING_START", GUILDS[0], 11),
        ("GUILD_EMOJIS_UPDATE", GUILDS[0], 3),
        ("GUILD_BAN_ADD", GUILDS[0], 2),
        ("WEBHOOKS_UPDATE", GUILDS[0], 5),
        ("GUILD_SCHEDULED_EVENT_CREATE", GUILDS[0], 16),
    ],
)
async def test_an_event_is_heard_with_its_intent_only(name: str, guild_id: int | None, intent: int) -> None:
    event = Event(name, {"id": "5"}, guild_id)
    assert await names_heard(1 << intent, event) == [name]
    others = sum(1 << bit for bit in (0, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 16) if bit != intent)
    assert await names_heard(others, event) == []


async def test_interactions_need_no_intent() -> None:
    assert await names_heard(0, Event("INTERACTION_CREATE", {"id": "5"}, None)) == ["INTERACTION_CREATE"]


async def test_members_are_heard_with_the_intent_and_the_bot_itself_always() -> None:
    other = Event("GUILD_MEMBER_UPDATE", {"user": {"id": "7"}}, GUILDS[0])
    own = Event("GUILD_MEMBER_UPDATE", {"user": {"id": BOT_ID}}, GUILDS[0])
    assert await names_heard(GUILDS_HERE, other, own) == ["GUILD_MEMBER_UPDATE"]
    assert await names_heard(GUILDS_HERE | 1 << 1, other, own, flags=1 << 15) == ["GUILD_MEMBER_UPDATE"] * 2


@pytest.mark.parametrize(
    ("data", "guild_id", "read"),
    [
        (message(), GUILDS[0], False),
        (message(BOT_ID), GUILDS[0], True),
        (message(mentions=[{"id": BOT_ID}]), GUILDS[0], True),
        (message(), None, True),
    ],
)
async def test_others_messages_are_empty_without_the_content_intent(
    data: JsonObject, guild_id: int | None, read: bool
) -> None:
    async with place() as at:
        client = await at.client()
        await client.identify(GUILD_MESSAGES | DIRECT_MESSAGES)
        at.world.publish(Event("MESSAGE_CREATE", data, guild_id))
        heard = (await client.event("MESSAGE_CREATE"))["d"]
        assert (heard["content"], heard["embeds"]) == (("hi", [{"title": "a"}]) if read else ("", []))
        assert heard["author"] == data["author"]
    assert data["content"] == "hi"


async def test_messages_are_whole_with_the_content_intent() -> None:
    async with place(TinyWorld(flags=1 << 19)) as at:
        with_content, without = await at.client(), await at.client()
        await with_content.identify(GUILD_MESSAGES | CONTENT)
        await without.identify(GUILD_MESSAGES)
        at.world.publish(Event("MESSAGE_UPDATE", message(), GUILDS[0]))
        assert (await with_content.event("MESSAGE_UPDATE"))["d"]["content"] == "hi"
        assert (await without.event("MESSAGE_UPDATE"))["d"]["content"] == ""


async def test_an_event_goes_to_its_guilds_shard_and_direct_ones_to_the_first() -> None:
    async with place() as at:
        first, second = await at.client(), await at.client()
        await first.identify(shard=[0, 2])
        await second.identify(shard=[1, 2])
        for name, guild_id in (("a", GUILDS[0]), ("b", GUILDS[1]), ("c", None)):
            at.world.publish(Event("INTERACTION_CREATE", {"id": name}, guild_id))
        heard = [(await first.event("INTERACTION_CREATE"))["d"]["id"] for _ in range(2)]
        assert heard == ["a", "c"]
        assert (await second.event("INTERACTION_CREATE"))["d"]["id"] == "b"


@pytest.mark.parametrize("compress", ["zlib-stream", "zstd-stream"])
async def test_a_stream_has_one_context_and_binary_frames(compress: str) -> None:
    async with place() as at:
        client = await at.client(compress=compress)
        await client.identify()
        for text in ("予告 first", "second"):
            at.world.publish(Event("INTERACTION_CREATE", {"text": text * 100}, GUILDS[0]))
            assert (await client.event("INTERACTION_CREATE"))["d"] == {"text": text * 100}
        assert all(isinstance(frame, bytes) for frame in client.frames)
        if compress == "zlib-stream":
            assert all(bytes(frame[-4:]) == b"\x00\x00\xff\xff" for frame in client.frames if isinstance(frame, bytes))


async def test_without_compression_frames_are_text() -> None:
    async with place() as at:
        client = await at.client()
        await client.identify()
        await client.event("GUILD_CREATE")
        assert all(isinstance(frame, str) for frame in client.frames)


@pytest.mark.parametrize("compress", ["", "zlib-stream", "zstd-stream"])
async def test_half_a_surrogate_pair_breaks_nothing(compress: str) -> None:
    async with place() as at:
        client = await at.client(compress=compress)
        await client.identify(0)
        at.world.publish(Event("INTERACTION_CREATE", {"text": "\ud800"}, GUILDS[0]))
        assert (await client.event("INTERACTION_CREATE"))["d"] == {"text": "\ud800"}


async def test_an_identify_may_ask_for_each_payload_to_be_compressed() -> None:
    async with place() as at:
        client = await at.client()
        await client.identify(compress=True)
        assert isinstance(client.frames[0], str)
        assert isinstance(client.frames[1], bytes)
        assert zlib.decompress(client.frames[1]).startswith(b'{"t":"READY"')


async def test_a_stream_ignores_the_identifys_wish_for_compression() -> None:
    async with place() as at:
        client = await at.client(compress="zlib-stream")
        assert (await client.identify(compress=True))["d"]["v"] == 10


async def test_who_does_not_read_is_cut_off_and_can_resume() -> None:
    async with place() as at:
        client = await at.client()
        ready = await client.identify(0)
        large = "x" * 20_000
        for _ in range(QUEUED_PAYLOADS * 3):
            at.world.publish(Event("INTERACTION_CREATE", {"text": large}, GUILDS[0]))
        await client.closed()
        again = await at.client()
        await again.resume(ready, 3000)
        assert (await again.event("INTERACTION_CREATE"))["s"] == 3001
        assert (await again.event("RESUMED"))["s"] == 3002


@pytest.mark.parametrize(
    ("request_", "names", "not_found"),
    [
        ({"query": "", "limit": 5}, ["yokoku", "Rouge"], None),
        ({"query": "rou", "limit": 1}, ["Rouge"], None),
        ({"user_ids": ["7", "8"], "nonce": "n"}, ["Rouge"], ["8"]),
        ({"user_ids": "7"}, ["Rouge"], []),
    ],
)
async def test_members_can_be_asked_for(request_: JsonObject, names: list[str], not_found: list[str] | None) -> None:
    async with place() as at:
        client = await at.client()
        await client.identify()
        await client.send(8, {"guild_id": str(GUILDS[0])} | request_)
        chunk = (await client.event("GUILD_MEMBERS_CHUNK"))["d"]
        assert [each["user"]["username"] for each in chunk["members"]] == names
        assert (chunk["chunk_index"], chunk["chunk_count"]) == (0, 1)
        assert chunk.get("not_found") == not_found
        assert chunk.get("nonce") == request_.get("nonce")


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        ({"query": "", "limit": 0}, 4014),
        ({"query": "", "limit": "x"}, 4002),
        ({"query": [], "limit": 1}, 4002),
        ({"query": "x", "limit": -1}, 4002),
    ],
)
async def test_members_that_may_not_be_asked_for(request_: JsonObject, code: int) -> None:
    async with place() as at:
        client = await at.client()
        await client.identify()
        await client.send(8, {"guild_id": "9" * 5000})
        await client.send(8, {"guild_id": str(GUILDS[0])} | request_)
        assert await client.closed() == code


async def test_presences_and_voice_states_are_taken() -> None:
    async with place() as at:
        client = await at.client()
        await client.identify()
        await client.send(3, {"since": None, "activities": [], "status": "online", "afk": False})
        await client.send(4, {"guild_id": str(GUILDS[0]), "channel_id": None, "self_mute": False, "self_deaf": False})
        await client.send(1, 4)
        assert (await client.op(11))["op"] == 11
