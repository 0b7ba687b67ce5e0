import json
from typing import Any

import pytest

from sandbox.gateway.protocol import MAX_PAYLOAD_BYTES, SENDS_PER_MINUTE
from sandbox.gateway.starts import SessionStarts
from sandbox.world.events import Event
from tests.sandbox.gateway_client import BOT_ID, GUILDS, TOKEN, Client, TinyWorld, place

PROPERTIES = {"os": "linux", "browser": "test", "device": "test"}
MEMBERS, PRESENCES, CONTENT = 1 << 1, 1 << 8, 1 << 15


async def test_ready_and_guilds_follow_an_identify() -> None:
    async with place(TinyWorld(flags=1 << 23)) as at:
        client = await at.client()
        ready = await client.identify()
        assert ready["s"] == 1
        assert ready["d"]["v"] == 10
        assert ready["d"]["user"]["id"] == BOT_ID
        assert ready["d"]["application"] == {"id": BOT_ID, "flags": 1 << 23}
        assert ready["d"]["guilds"] == [{"id": str(each), "unavailable": True} for each in GUILDS]
        assert ready["d"]["resume_gateway_url"] == "ws://127.0.0.1/gateway"
        assert "shard" not in ready["d"]
        creates = [await client.event("GUILD_CREATE") for _ in GUILDS]
        assert [each["d"]["id"] for each in creates] == [str(each) for each in GUILDS]
        assert [each["s"] for each in creates] == [2, 3, 4]


async def test_hello_tells_the_heartbeats_interval() -> None:
    async with place(heartbeat_interval=41.25) as at:
        hello = await (await at.raw()).receive()
        assert (hello["op"], hello["d"]["heartbeat_interval"], hello["s"], hello["t"]) == (10, 41250, None, None)


@pytest.mark.parametrize(("shard", "count"), [(0, 2), (1, 2), (2, 3)])
async def test_a_shard_hears_of_its_own_guilds(shard: int, count: int) -> None:
    async with place() as at:
        ready = await (await at.client()).identify(shard=[shard, count])
        assert ready["d"]["shard"] == [shard, count]
        own = [each for each in GUILDS if (each >> 22) % count == shard]
        assert [each["id"] for each in ready["d"]["guilds"]] == [str(each) for each in own]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"token": "wrong"}, 4004),
        ({"token": None}, 4004),
        ({"shard": [2, 2]}, 4010),
        ({"shard": [-1, 2]}, 4010),
        ({"shard": "0,1"}, 4010),
        ({"shard": [0]}, 4010),
        ({"intents": None}, 4013),
        ({"intents": "1"}, 4013),
        ({"intents": -1}, 4013),
        ({"intents": True}, 4013),
        ({"intents": 1 << 40}, 4013),
        ({"intents": MEMBERS}, 4014),
        ({"intents": PRESENCES}, 4014),
        ({"intents": CONTENT}, 4014),
        ({"properties": None}, 4002),
    ],
)
async def test_a_bad_identify_is_closed_with_its_code(change: dict[str, Any], code: int) -> None:
    async with place() as at:
        client = await at.client()
        await client.send(2, {"token": TOKEN, "intents": 1, "properties": PROPERTIES} | change)
        assert await client.closed() == code


@pytest.mark.parametrize(("intent", "flag"), [(MEMBERS, 15), (PRESENCES, 13), (CONTENT, 19), (CONTENT, 18)])
async def test_a_granted_privileged_intent_is_taken(intent: int, flag: int) -> None:
    async with place(TinyWorld(flags=1 << flag)) as at:
        await (await at.client()).identify(1 | intent)


async def test_a_token_may_be_given_as_on_rest() -> None:
    async with place() as at:
        client = await at.client()
        ready = await client.identify(token=f"Bot {TOKEN}")
        await client.socket.close(code=4000)
        again = await at.client()
        await again.send(6, {"token": f"Bot {TOKEN}", "session_id": ready["d"]["session_id"], "seq": 1})
        assert (await again.event("RESUMED"))["op"] == 0


@pytest.mark.parametrize(
    "bits", [1 << 17, 1 << 19, 1 << 22 | 1 << 23, (1 << 26) - 1 & ~(MEMBERS | PRESENCES | CONTENT)]
)
async def test_bits_that_mean_nothing_are_passed_over(bits: int) -> None:
    async with place() as at:
        await (await at.client()).identify(1 | bits)


@pytest.mark.parametrize(("intents", "members"), [(1, 1), (1 | PRESENCES, 2)])
async def test_who_hears_of_presences_is_told_all_members(intents: int, members: int) -> None:
    async with place(TinyWorld(flags=1 << 13)) as at:
        client = await at.client()
        await client.identify(intents)
        assert len((await client.event("GUILD_CREATE"))["d"]["members"]) == members
        at.world.publish(Event("GUILD_CREATE", at.world.guild_create(GUILDS[0]), GUILDS[0]))
        for _ in GUILDS:
            assert len((await client.event("GUILD_CREATE"))["d"]["members"]) == members


@pytest.mark.parametrize(("guilds", "shards"), [(0, 1), (1, 1), (1000, 1), (1001, 2), (2500, 3)])
async def test_a_shard_is_advised_for_each_thousand_guilds(guilds: int, shards: int) -> None:
    async with place(TinyWorld(guilds=[n << 22 for n in range(guilds)])) as at:
        assert at.gateway.advised_shards() == shards


async def test_one_shard_of_one_is_no_way_around_sharding() -> None:
    async with place(TinyWorld(guilds=[n << 22 for n in range(2501)])) as at:
        client = await at.client()
        await client.send(2, {"token": TOKEN, "intents": 0, "properties": PROPERTIES, "shard": [0, 1]})
        assert await client.closed() == 4011


async def test_too_many_guilds_need_shards() -> None:
    world = TinyWorld(guilds=[n << 22 for n in range(2501)])
    async with place(world) as at:
        client = await at.client()
        await client.send(2, {"token": TOKEN, "intents": 0, "properties": PROPERTIES})
        assert await client.closed() == 4011
        assert len((await (await at.client()).identify(0, shard=[0, 2]))["d"]["guilds"]) == 1251


@pytest.mark.parametrize("op", [3, 4, 8, 31])
async def test_nothing_but_heartbeats_goes_before_identify(op: int) -> None:
    async with place() as at:
        client = await at.client()
        await client.send(1, None)
        assert (await client.receive())["op"] == 11
        await client.send(op, {})
        assert await client.closed() == 4003


@pytest.mark.parametrize("op", [2, 6])
async def test_a_second_identify_is_refused(op: int) -> None:
    async with place() as at:
        client = await at.client()
        ready = await client.identify()
        await client.send(op, {"token": TOKEN, "session_id": ready["d"]["session_id"], "seq": 1})
        assert await client.closed() == 4005


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ("not json", 4002),
        ("[]", 4002),
        ("[" * 10_000, 4002),
        ("null", 4002),
        (json.dumps({"op": 99, "d": None}), 4001),
        (json.dumps({"op": 0, "d": None}), 4001),
        (json.dumps({"op": 10, "d": None}), 4001),
        (json.dumps({"op": None, "d": None}), 4001),
        (json.dumps({"op": [1], "d": None}), 4001),
        (json.dumps({"d": None}), 4001),
        (json.dumps({"op": 1, "d": "x"}), 4002),
        (json.dumps({"op": 6, "d": {"token": TOKEN, "session_id": 5, "seq": 1}}), 4002),
        (json.dumps({"op": 6, "d": {"token": TOKEN, "session_id": "x", "seq": None}}), 4002),
        (json.dumps({"op": 6, "d": {"token": "wrong", "session_id": "x", "seq": 1}}), 4004),
        (json.dumps({"op": 3, "d": "x" * MAX_PAYLOAD_BYTES}), 4002),
    ],
)
async def test_what_breaks_the_protocol_is_closed_with_its_code(frame: str, code: int) -> None:
    async with place() as at:
        client = await at.client()
        await client.socket.send_str(frame)
        assert await client.closed() == code


async def test_binary_that_is_not_json_is_a_decode_error() -> None:
    async with place() as at:
        client = await at.client()
        await client.socket.send_bytes(b"\x83h\x03\xff")
        assert await client.closed() == 4002


async def _flood(client: Client, count: int) -> None:
    for _ in range(count):
        await client.send(1, None)


async def test_sends_are_limited() -> None:
    async with place() as at:
        client = await at.client()
        await _flood(client, SENDS_PER_MINUTE)
        for _ in range(SENDS_PER_MINUTE):
            assert (await client.receive())["op"] == 11
        await client.send(1, None)
        assert await client.closed() == 4008


@pytest.mark.parametrize(
    ("query", "code"),
    [({"v": "9"}, 4012), ({"v": "x"}, 4012), ({"encoding": "etf"}, 4002), ({"compress": "lz4"}, 4002)],
)
async def test_an_address_that_asks_for_something_else_is_closed(query: dict[str, str], code: int) -> None:
    async with place() as at:
        assert await (await at.raw(**query)).closed() == code


async def test_identifies_are_counted_in_the_session_start_limit() -> None:
    async with place() as at:
        assert at.gateway.session_start_limit()["remaining"] == 1000
        await (await at.client()).identify()
        limit = at.gateway.session_start_limit()
        a_day, an_hour = 86_400_000, 3_600_000
        assert a_day - an_hour < limit.pop("reset_after") <= a_day  # some time has passed, on a busy machine more
        assert limit == {"total": 1000, "remaining": 999, "max_concurrency": 1}


async def test_an_identify_too_soon_after_another_is_an_invalid_session() -> None:
    async with place(identify_spacing=3600.0) as at:
        await (await at.client()).identify()
        second = await at.client()
        await second.send(2, {"token": TOKEN, "intents": 1, "properties": PROPERTIES})
        assert (await second.op(9))["d"] is False
        limit = at.gateway.session_start_limit()
        assert (limit["total"], limit["remaining"], limit["max_concurrency"]) == (1000, 999, 1)
        assert 0 < limit["reset_after"] <= 86_400_000


def test_sessions_are_spaced_and_counted_by_day() -> None:
    now = 0.0
    starts = SessionStarts(lambda: now, spacing=5.0)
    assert starts.as_json()["remaining"] == 1000
    assert [starts.take(), starts.take()] == [True, False]
    for _ in range(999):
        now += 5.0
        assert starts.take()
    now += 5.0
    assert not starts.take()
    assert starts.as_json() == {"total": 1000, "remaining": 0, "reset_after": 81_400_000, "max_concurrency": 1}
    now = 86_400.0
    assert starts.take()
    assert starts.as_json()["remaining"] == 999
