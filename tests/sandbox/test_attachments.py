"""Files that come with the bot's messages: what is said of them, at first and by edits."""

import json

import aiohttp

from sandbox import Sandbox
from sandbox.client import SandboxUser
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.world.interactions import COMMAND
from tests.discord_contract import needed_contract
from tests.sandbox.bot_api import BotApi


async def send(api: BotApi, method: str, path: str, files: int, payload: JsonValue = None) -> JsonObject:
    """Send a form with so many files, and a payload if there is one."""
    form = aiohttp.FormData()
    if payload is not None:
        form.add_field("payload_json", json.dumps(payload), content_type="application/json")
    for number in range(files):
        form.add_field(f"files[{number}]", f"file {number}".encode(), filename=f"{number}.txt")
    headers = {"Authorization": f"Bot {api.sandbox.token}"}
    async with api.session.request(method, api.sandbox.api_url + path, data=form, headers=headers) as response:
        answered: JsonObject = await response.json()
        assert response.status == 200, answered
        return answered


async def test_files_alone_are_a_message(api: BotApi) -> None:
    made = await send(api, "POST", api.messages(), 2)
    assert [each["filename"] for each in made["attachments"]] == ["0.txt", "1.txt"]
    assert all("flags" not in each and "title" not in each for each in made["attachments"])


async def test_what_is_said_of_a_file_is_shown_and_changed_by_an_edit(api: BotApi, sandbox: Sandbox) -> None:
    contract = needed_contract()
    said: JsonObject = {"id": 0, "title": "T", "description": "d", "is_spoiler": True, "is_remix": True}
    made = await send(api, "POST", api.messages(), 2, {"attachments": [said, {"id": 1}]})
    first, second = made["attachments"]
    assert (first["title"], first["description"], first["flags"]) == ("T", "d", 1 << 2 | 1 << 3)
    one = f"{api.messages()}/{made['id']}"
    kept = {"attachments": [{"id": first["id"], "description": "e", "is_spoiler": False}, {"id": 0, "title": "new"}]}
    left, new = (await send(api, "PATCH", one, 1, kept))["attachments"]
    assert (left["id"], left["description"], left["flags"]) == (first["id"], "e", 1 << 2)
    assert (new["title"], new["filename"]) == ("new", "0.txt")
    async with api.session.get(left["url"]) as response:
        assert await response.text() == "file 0"
    async with api.session.get(second["url"]) as response:
        assert response.status == 404
    assert not [fault for request in sandbox.recorded for fault in contract.answer_complaints(request)]


async def test_an_answer_pings_no_role_unless_it_says_so(api: BotApi, sandbox: Sandbox, member: SandboxUser) -> None:
    role, user_id = sandbox.roles["Anime"], sandbox.users["guest"].id
    text = f"<@&{role}> <@{user_id}>"
    made = sandbox.interactions.start(
        COMMAND, user_id, sandbox.world.channels[sandbox.channels["chat"]], {"id": "1", "name": "n", "type": 1}
    )
    await api.post(f"/interactions/{made.id}/{made.token}/callback", {"type": 4, "data": {"content": text}})
    webhook = f"/webhooks/{sandbox.application_id}/{made.token}"
    answered = (await api.get(webhook + "/messages/@original")).body
    named = (await api.post(webhook, {"content": text, "allowed_mentions": {"parse": ["roles"]}})).body
    plain = (await api.post(api.messages(), {"content": text})).body
    pinged = [(each["mention_roles"], [one["id"] for one in each["mentions"]]) for each in (answered, named, plain)]
    assert pinged == [([], [str(user_id)]), ([str(role)], []), ([str(role)], [str(user_id)])]
