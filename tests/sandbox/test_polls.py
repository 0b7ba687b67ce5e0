"""Polls of the bot: how they look, who votes, and how they end."""

from datetime import timedelta
from pathlib import Path

import pytest

from sandbox import Sandbox
from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import Permissions
from tests.discord_contract import needed_contract
from tests.sandbox.asking import Asking
from tests.sandbox.bot_api import Answer, BotApi

ASKED: JsonObject = {
    "question": {"text": "Which?"},
    "answers": [{"poll_media": {"text": "a", "emoji": {"name": "🎬"}}}, {"poll_media": {"text": "b"}}],
    "duration": 2,
}


def allow_polls(sandbox: Sandbox) -> None:
    managed = next(role for role in sandbox.guild.roles.values() if role["managed"])
    managed["permissions"] = str(int(managed["permissions"]) | int(Permissions.SEND_POLLS))


@pytest.fixture
async def poll(sandbox: Sandbox, api: BotApi) -> JsonObject:
    """A poll of the bot's in #chat, on a clock that stands."""
    sandbox.clock.pause()
    allow_polls(sandbox)
    made: JsonObject = (await api.post(api.messages(), {"poll": ASKED})).body
    return made


async def vote(api: BotApi, name: str, message: JsonObject, *answers: object) -> Answer:
    path = f"/channels/{message['channel_id']}/messages/{message['id']}/poll"
    return await Asking(api, name).ask("PUT", path, {"answers": list(answers)})


async def results(api: BotApi, message: JsonObject) -> JsonObject:
    found: JsonObject = (await api.get(f"{api.messages()}/{message['id']}")).body["poll"]["results"]
    return found


async def test_a_poll_as_it_begins(sandbox: Sandbox, poll: JsonObject) -> None:
    made = poll["poll"]
    assert made["question"] == {"text": "Which?"}
    assert [each["answer_id"] for each in made["answers"]] == [1, 2]
    assert made["answers"][0]["poll_media"] == {"text": "a", "emoji": {"id": None, "name": "🎬"}}
    assert made["expiry"] == (sandbox.clock.now() + timedelta(hours=2)).isoformat()
    assert (made["allow_multiselect"], made["results"]) == (False, {"answer_counts": [], "is_finalized": False})


async def test_people_vote_and_change_their_minds(sandbox: Sandbox, api: BotApi, poll: JsonObject) -> None:
    told: list[tuple[str, int]] = []
    sandbox.world.listen(lambda event: told.append((event.name, event.data.get("answer_id", 0))))
    await vote(api, "member", poll, 1)
    await vote(api, "guest", poll, 2)
    await vote(api, "member", poll, 2)
    assert (await results(api, poll))["answer_counts"] == [{"id": 2, "count": 2, "me_voted": False}]
    async with sandbox.person("member") as member, sandbox.person("owner") as owner:
        seen = [(await person.messages("chat"))[0].raw["poll"]["results"] for person in (member, owner)]
    assert [each["answer_counts"][0]["me_voted"] for each in seen] == [True, False]
    path = f"/channels/{poll['channel_id']}/polls/{poll['id']}/answers"
    ids = sorted(sandbox.users[name].id for name in ("member", "guest"))
    assert [int(each["id"]) for each in (await api.get(f"{path}/2")).body["users"]] == ids
    assert [int(each["id"]) for each in (await api.get(f"{path}/2?after={ids[0]}")).body["users"]] == ids[1:]
    assert (await api.get(f"{path}/1")).body["users"] == []
    assert (await api.get(f"{path}/3")).refusal == (400, 50035)
    await vote(api, "guest", poll)
    added, removed = "MESSAGE_POLL_VOTE_ADD", "MESSAGE_POLL_VOTE_REMOVE"
    assert told == [(added, 1), (added, 2), (removed, 1), (added, 2), (removed, 2)]


async def test_a_vote_that_is_none_is_refused(api: BotApi, poll: JsonObject) -> None:
    for wrong in ([3], ["1"], [1, 2]):
        assert (await vote(api, "member", poll, *wrong)).status == 400
    plain = (await api.post(api.messages(), {"content": "x"})).body
    assert (await vote(api, "member", plain, 1)).status == 400
    several = (await api.post(api.messages(), {"poll": ASKED | {"allow_multiselect": True}})).body
    assert (await vote(api, "member", several, 1, 2)).status == 200


async def test_a_poll_ends_by_itself_and_its_result_is_posted(sandbox: Sandbox, api: BotApi, poll: JsonObject) -> None:
    await vote(api, "member", poll, 2)
    sandbox.clock.advance(timedelta(hours=2))
    sandbox.clock.resume()
    while not (await results(api, poll))["is_finalized"]:
        pass
    newest = (await api.get(api.messages())).body[0]
    assert (newest["type"], newest["message_reference"]["message_id"]) == (46, poll["id"])
    shown = {each["name"]: each["value"] for each in newest["embeds"][0]["fields"]}
    assert shown == {
        "poll_question_text": "Which?",
        "victor_answer_votes": "1",
        "total_votes": "1",
        "victor_answer_id": "2",
        "victor_answer_text": "b",
    }
    assert (await vote(api, "member", poll, 1)).status == 400


async def test_the_bot_ends_its_poll_and_answers_are_as_described(api: BotApi, poll: JsonObject) -> None:
    contract = needed_contract()
    ended = (await api.post(f"/channels/{poll['channel_id']}/polls/{poll['id']}/expire", None)).body
    assert ended["poll"]["results"]["is_finalized"] is True
    assert (await api.get(api.messages())).body[0]["type"] == 46
    await api.get(f"/channels/{poll['channel_id']}/polls/{poll['id']}/answers/1")
    found = [fault for request in api.sandbox.recorded for fault in contract.answer_complaints(request)]
    assert not found


async def test_votes_are_kept_between_runs(tmp_path: Path) -> None:
    first = await Sandbox.start(data=tmp_path)
    allow_polls(first)
    async with BotApi(first) as api:
        made = (await api.post(api.messages(), {"poll": ASKED})).body
        await vote(api, "member", made, 1)
    await first.close()
    second = await Sandbox.start(data=tmp_path)
    async with BotApi(second) as api:
        found = (await api.get(f"/channels/{made['channel_id']}/polls/{made['id']}/answers/1")).body["users"]
        assert [each["username"] for each in found] == ["member"]
        second.clock.advance(timedelta(hours=2))
        while not (await results(api, made))["is_finalized"]:
            pass
    await second.close()
