"""What other libraries do that discord.py doesn't."""

import json
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession, FormData

from sandbox import Sandbox


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    started = await Sandbox.start()
    yield started
    await started.close()


@pytest.mark.parametrize("multipart", [False, True])
async def test_a_message_may_come_as_a_form(sandbox: Sandbox, multipart: bool) -> None:
    form = FormData(default_to_multipart=multipart)
    form.add_field("payload_json", json.dumps({"content": "予告 & more"}))
    headers = {"Authorization": f"Bot {sandbox.token}"}
    url = f"{sandbox.api_url}/channels/{sandbox.channels['chat']}/messages"
    async with ClientSession(headers=headers) as session, session.post(url, data=form) as answer:
        assert answer.status == 200
        assert (await answer.json())["content"] == "予告 & more"


async def test_other_bodies_are_refused(sandbox: Sandbox) -> None:
    headers = {"Authorization": f"Bot {sandbox.token}"}
    url = f"{sandbox.api_url}/channels/{sandbox.channels['chat']}/messages"
    async with ClientSession(headers=headers) as session:
        for kind, body, code in (
            ("text/plain", "x", 50035),
            ("application/json", "{", 50109),
            ("application/json", "[" * 100_000, 50109),
            ("application/x-www-form-urlencoded", "payload_json=%7B", 50109),
            ("application/x-www-form-urlencoded", "&".join(["a=b"] * 101), 50035),
        ):
            async with session.post(url, data=body, headers={"Content-Type": kind}) as answer:
                assert answer.status == 400
                assert (await answer.json())["code"] == code


async def test_an_interaction_callback_tells_of_no_limits(sandbox: Sandbox) -> None:
    url = f"{sandbox.api_url}/interactions/1/unknown/callback"
    async with ClientSession() as session, session.post(url, json={"type": 1}) as answer:
        assert answer.status == 404
        assert (await answer.json())["code"] == 10062
        assert not [name for name in answer.headers if name.lower().startswith("x-ratelimit")]
