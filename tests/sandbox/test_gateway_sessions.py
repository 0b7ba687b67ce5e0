import asyncio
import socket
import struct

import pytest

from sandbox.gateway.session import REPLAYED_EVENTS
from sandbox.world.events import Event
from tests.patience import PATIENCE
from tests.sandbox.gateway_client import GUILDS, Place, place


def interaction(name: str) -> Event:
    return Event("INTERACTION_CREATE", {"id": name}, GUILDS[0])


async def test_what_was_missed_is_told_again_in_order() -> None:
    async with place() as at:
        client = await at.client()
        ready = await client.identify(0)
        at.world.publish(interaction("heard"))
        assert (await client.event("INTERACTION_CREATE"))["s"] == 2
        await client.socket.close(code=4900)
        at.world.publish(interaction("missed"))
        again = await at.client()
        at.world.publish(interaction("missed too"))
        await again.resume(ready, 2)
        missed = [await again.receive() for _ in range(2)]
        assert [(each["s"], each["d"]["id"]) for each in missed] == [(3, "missed"), (4, "missed too")]
        resumed = await again.receive()
        assert (resumed["t"], resumed["s"]) == ("RESUMED", 5)
        at.world.publish(interaction("live"))
        assert (await again.receive())["s"] == 6


async def test_a_session_that_is_still_connected_moves_to_who_resumes_it() -> None:
    async with place() as at:
        old = await at.client()
        ready = await old.identify(0)
        new = await at.client()
        await new.resume(ready, 1)
        assert (await new.receive())["t"] == "RESUMED"
        assert await old.closed() == 4000
        at.world.publish(interaction("live"))
        assert (await new.receive())["d"]["id"] == "live"
        newer = await at.client()
        await newer.resume(ready, 3)
        assert (await newer.receive())["t"] == "RESUMED"


async def test_an_unknown_session_is_invalid_and_the_client_may_identify() -> None:
    async with place() as at:
        client = await at.client()
        await client.send(6, {"token": at.world.token, "session_id": "nobody's", "seq": 1})
        invalid = await client.receive()
        assert (invalid["op"], invalid["d"]) == (9, False)
        assert (await client.identify())["s"] == 1


async def test_a_number_that_was_never_sent_is_an_invalid_seq() -> None:
    async with place() as at:
        client = await at.client()
        ready = await client.identify(0)
        await client.socket.close(code=4900)
        again = await at.client()
        await again.resume(ready, 2)
        assert await again.closed() == 4007


async def test_a_heartbeat_ahead_of_the_session_is_an_invalid_seq() -> None:
    async with place() as at:
        client = await at.client()
        await client.identify(0)
        await client.send(1, 1)
        assert (await client.receive())["op"] == 11
        await client.send(1, 2)
        assert await client.closed() == 4007


@pytest.mark.parametrize(("missed", "resumes"), [(REPLAYED_EVENTS, True), (REPLAYED_EVENTS + 1, False)])
async def test_only_so_much_is_kept_for_a_replay(missed: int, resumes: bool) -> None:
    async with place() as at:
        client = await at.client()
        ready = await client.identify(0)
        await client.socket.close(code=4900)
        await _noticed(at)
        for number in range(missed):
            at.world.publish(interaction(str(number)))
        again = await at.client()
        await again.resume(ready, 1)
        first = await again.receive()
        assert (first["op"], first["s"]) == ((0, 2) if resumes else (9, None))


@pytest.mark.parametrize(("code", "resumes"), [(1000, False), (1001, False), (4000, True), (1006, True)])
async def test_a_normal_close_ends_the_session(code: int, resumes: bool) -> None:
    async with place() as at:
        client = await at.client()
        ready = await client.identify(0)
        if code == 1006:
            client.socket.get_extra_info("socket").shutdown(socket.SHUT_RDWR)
        else:
            await client.socket.close(code=code)
        await _noticed(at)
        again = await at.client()
        await again.resume(ready, 1)
        assert (await again.receive())["op"] == (0 if resumes else 9)


async def _noticed(at: Place) -> None:
    """Wait until the gateway has seen that nobody is connected."""
    async with asyncio.timeout(PATIENCE):
        while at.gateway.connected:  # noqa: ASYNC110 - a client's going is no event of the gateway's
            await asyncio.sleep(0)


async def test_who_sends_no_heartbeats_times_out_and_must_start_anew() -> None:
    async with place(heartbeat_interval=0.05) as at:
        client = await at.client()
        ready = await client.identify(0)
        assert await client.closed() == 4009
        again = await at.client()
        await again.resume(ready, 1)
        assert (await again.receive())["op"] == 9


async def test_heartbeats_keep_a_connection_open() -> None:
    async with place(heartbeat_interval=0.3) as at:
        client = await at.client()
        await client.identify(0)
        for _ in range(6):
            await asyncio.sleep(0.1)
            await client.send(1, 1)
            assert (await client.receive())["op"] == 11


async def test_clients_can_be_told_to_reconnect_and_resume() -> None:
    async with place() as at:
        client = await at.client()
        ready = await client.identify(0)
        at.gateway.reconnect_all()
        assert (await client.receive())["op"] == 7
        await client.socket.close(code=4000)
        again = await at.client()
        await again.resume(ready, 1)
        assert (await again.receive())["t"] == "RESUMED"


@pytest.mark.parametrize("resumable", [True, False])
async def test_sessions_can_be_invalidated(resumable: bool) -> None:
    async with place() as at:
        client = await at.client()
        ready = await client.identify(0)
        at.gateway.invalidate_all(resumable)
        invalid = await client.receive()
        assert (invalid["op"], invalid["d"]) == (9, resumable)
        if resumable:
            client = await at.client()
            await client.resume(ready, 1)
            assert (await client.receive())["t"] == "RESUMED"
        else:
            assert (await client.identify(0))["d"]["session_id"] != ready["d"]["session_id"]


async def test_heartbeats_can_go_unanswered_and_be_asked_for() -> None:
    async with place() as at:
        client = await at.client()
        at.gateway.silence(True)
        await client.send(1, None)
        at.gateway.request_heartbeats()
        assert (await client.receive())["op"] == 1
        at.gateway.silence(False)
        await client.send(1, None)
        assert (await client.receive())["op"] == 11


async def test_connections_can_be_closed_with_any_code() -> None:
    async with place() as at:
        client = await at.client()
        at.gateway.close_all(4000)
        assert await client.closed() == 4000


async def test_the_gateway_says_goodbye_when_it_closes() -> None:
    async with place() as at:
        clients = [await at.client() for _ in range(3)]
        await clients[0].identify()
        closing = asyncio.create_task(at.gateway.close())
        assert {await client.closed() for client in clients} == {1001}
        await closing
        assert not at.world.listeners


@pytest.mark.parametrize("compress", ["", "zlib-stream", "zstd-stream"])
async def test_a_session_outlives_a_connection_that_is_torn(compress: str) -> None:
    async with place() as at:
        client = await at.client(compress=compress)
        ready = await client.identify(0)
        torn = client.socket.get_extra_info("socket")
        torn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection = client.socket._response.connection  # noqa: SLF001 - nothing public tears a connection
        assert connection is not None
        assert connection.transport is not None
        connection.transport.abort()
        at.world.publish(interaction("missed"))
        again = await at.client(compress=compress)
        await again.resume(ready, 1)
        assert (await again.event("INTERACTION_CREATE"))["d"]["id"] == "missed"
        assert (await again.receive())["t"] == "RESUMED"
