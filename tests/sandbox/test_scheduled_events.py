"""Scheduled events: made, changed, begun and ended, and who is interested in them."""

import base64
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest

from sandbox import Sandbox
from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import Permissions
from sandbox.world import changes, guilds, scheduled_events
from tests.discord_contract import needed_contract
from tests.sandbox.asking import Asking
from tests.sandbox.bot_api import BotApi


@pytest.fixture(autouse=True)
def allowed(sandbox: Sandbox) -> None:
    """Stop the clock, and let the bot make events."""
    sandbox.clock.pause()
    allow(sandbox, Permissions.CREATE_EVENTS)


def allow(sandbox: Sandbox, permission: Permissions) -> None:
    managed = next(role for role in sandbox.guild.roles.values() if role["managed"])
    managed["permissions"] = str(int(managed["permissions"]) | int(permission))


def a_convention(sandbox: Sandbox, **more: object) -> JsonObject:
    now = sandbox.clock.now()
    return {
        "name": "Con",
        "entity_type": 3,
        "privacy_level": 2,
        "scheduled_start_time": (now + timedelta(days=1)).isoformat(),
        "scheduled_end_time": (now + timedelta(days=2)).isoformat(),
        "entity_metadata": {"location": "Hall 1"},
    } | more


def path(sandbox: Sandbox) -> str:
    return f"/guilds/{sandbox.guild_id}/scheduled-events"


async def test_an_event_is_made_changed_and_deleted(sandbox: Sandbox, api: BotApi) -> None:
    contract, told = needed_contract(), list[str]()
    sandbox.world.listen(lambda event: told.append(event.name))
    made = (await api.post(path(sandbox), a_convention(sandbox, description="d"))).body
    assert (made["status"], made["entity_metadata"], made["channel_id"]) == (1, {"location": "Hall 1"}, None)
    one = f"{path(sandbox)}/{made['id']}"
    assert (await api.get(one)).body == made
    changed = (await api.ask("PATCH", one, {"name": "Con 2", "description": None})).body
    assert (changed["name"], changed["description"]) == ("Con 2", None)
    assert (await api.get(f"{path(sandbox)}?with_user_count=true")).body == [changed | {"user_count": 0}]
    assert sandbox.world.guild_create(sandbox.guild_id)["guild_scheduled_events"] == [changed]
    assert (await api.ask("DELETE", one)).status == 204
    assert (await api.get(path(sandbox))).body == []
    assert told == [f"GUILD_SCHEDULED_EVENT_{what}" for what in ("CREATE", "UPDATE", "DELETE")]
    assert not [fault for request in sandbox.recorded for fault in contract.answer_complaints(request)]


@pytest.mark.parametrize(("kind", "other", "entity_type"), [(guilds.VOICE, 13, 2), (guilds.STAGE, 2, 1)])
async def test_an_event_in_a_voice_or_stage_channel(
    sandbox: Sandbox, api: BotApi, kind: int, other: int, entity_type: int
) -> None:
    voice, wrong = [
        str(changes.create_channel(sandbox.world, sandbox.guild_id, "talk", kind=each).id) for each in (kind, other)
    ]
    asked = a_convention(sandbox, entity_type=entity_type, channel_id=voice, scheduled_end_time=None)
    elsewhere = await api.post(f"/guilds/{sandbox.guild_id}/scheduled-events", asked | {"channel_id": wrong})
    assert elsewhere.refusal == (400, 50035)
    made = (await api.post(path(sandbox), asked)).body
    assert (made["channel_id"], made["entity_id"], made["entity_metadata"]) == (voice, voice, None)
    moved = {name: value for name, value in a_convention(sandbox).items() if name.startswith("e")}
    ends = {"scheduled_end_time": a_convention(sandbox)["scheduled_end_time"]}
    elsewhere = (await api.ask("PATCH", f"{path(sandbox)}/{made['id']}", moved | ends)).body
    assert (elsewhere["channel_id"], elsewhere["entity_metadata"]) == (None, {"location": "Hall 1"})


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"name": " "}, "name"),
        ({"name": "x" * 101}, "name"),
        ({"description": "x" * 1001}, "description"),
        ({"privacy_level": 1}, "privacy_level"),
        ({"entity_type": 4}, "entity_type"),
        ({"scheduled_start_time": "2001-01-01T00:00:00Z"}, "scheduled_start_time"),
        ({"scheduled_start_time": "soon"}, "scheduled_start_time"),
        ({"scheduled_end_time": "2001-01-01T00:00:00Z"}, "scheduled_end_time"),
        ({"scheduled_end_time": None}, "scheduled_end_time"),
        ({"entity_metadata": None}, "entity_metadata"),
        ({"entity_metadata": {"location": ""}}, "entity_metadata"),
        ({"channel_id": "1"}, "channel_id"),
        ({"image": "cover.png"}, "image"),
        ({"image": "data:text/html;base64,AAAA"}, "image"),
        ({"entity_type": 2}, "channel_id"),
        ({"entity_type": 2, "channel_id": "1"}, "channel_id"),
    ],
)
async def test_an_event_that_is_none_is_refused(sandbox: Sandbox, api: BotApi, wrong: JsonObject, place: str) -> None:
    answer = await api.post(path(sandbox), a_convention(sandbox) | wrong)
    assert answer.refusal == (400, 50035)
    assert place in answer.body["errors"]


async def test_an_external_event_begins_and_ends_by_itself(sandbox: Sandbox, api: BotApi) -> None:
    one = f"{path(sandbox)}/{(await api.post(path(sandbox), a_convention(sandbox))).body['id']}"
    sandbox.clock.resume()
    for status in (2, 3):
        sandbox.clock.advance(timedelta(days=1))
        while (await api.get(one)).body["status"] != status:
            pass
    assert (await api.get(path(sandbox))).body == []
    assert (await api.ask("PATCH", one, {"name": "x"})).refusal == (400, 180000)


async def test_a_status_follows_another(sandbox: Sandbox, api: BotApi) -> None:
    one = f"{path(sandbox)}/{(await api.post(path(sandbox), a_convention(sandbox))).body['id']}"
    assert (await api.ask("PATCH", one, {"status": 3})).refusal == (400, 50035)
    assert (await api.ask("PATCH", one, {"status": 2})).body["status"] == 2
    assert (await api.ask("PATCH", one, {"status": 4})).refusal == (400, 50035)
    assert (await api.ask("PATCH", one, {"status": 3})).body["status"] == 3


async def test_who_may_make_and_change_events(sandbox: Sandbox, api: BotApi) -> None:
    members = a_convention(sandbox, description=None, channel_id=None)
    theirs = scheduled_events.create(sandbox.world, sandbox.guild, sandbox.owner_id, members)
    one = f"{path(sandbox)}/{theirs['id']}"
    for answer in (await api.ask("PATCH", one, {"name": "x"}), await api.ask("DELETE", one)):
        assert answer.refusal == (403, 50013)
    allow(sandbox, Permissions.MANAGE_EVENTS)
    assert (await api.ask("PATCH", one, {"name": "x"})).status == 200
    managed = next(role for role in sandbox.guild.roles.values() if role["managed"])
    managed["permissions"] = str(
        int(managed["permissions"]) & ~int(Permissions.MANAGE_EVENTS | Permissions.CREATE_EVENTS)
    )
    assert (await api.post(path(sandbox), a_convention(sandbox))).refusal == (403, 50013)


async def test_people_are_interested(sandbox: Sandbox, api: BotApi) -> None:
    contract, told = needed_contract(), list[tuple[str, str]]()
    one = f"{path(sandbox)}/{(await api.post(path(sandbox), a_convention(sandbox))).body['id']}"
    sandbox.world.listen(lambda event: told.append((event.name.rpartition("_")[2], event.data["user_id"])))
    ids = {name: str(sandbox.users[name].id) for name in ("member", "guest")}
    for name, is_interested in (("guest", True), ("member", True), ("guest", True), ("guest", False)):
        await Asking(api, name).ask("PUT", f"/events/{one.rpartition('/')[2]}", {"interested": is_interested})
    assert told == [("ADD", ids["guest"]), ("ADD", ids["member"]), ("REMOVE", ids["guest"])]
    [shown] = (await api.get(f"{one}/users?with_member=true&limit=10")).body
    assert (shown["user"]["id"], shown["member"]["user"]["id"]) == (ids["member"], ids["member"])
    assert (await api.get(f"{one}/users?after={ids['member']}")).body == []
    assert (await api.get(f"{one}/users?before={ids['member']}")).body == []
    assert (await api.get(f"{one}?with_user_count=1")).body["user_count"] == 1
    assert (await Asking(api, "member").ask("PUT", "/events/1", {"interested": True})).status == 404
    assert not [fault for request in sandbox.recorded for fault in contract.answer_complaints(request)]


PICTURE = b"\x89PNG\r\n\x1a\n and so on"


async def test_a_cover_is_served_under_its_name_until_it_is_taken_away(sandbox: Sandbox, api: BotApi) -> None:
    cover = f"data:image/png;base64,{base64.b64encode(PICTURE).decode()}"
    made = (await api.post(path(sandbox), a_convention(sandbox, image=cover))).body
    one, address = f"{path(sandbox)}/{made['id']}", f"{sandbox.url}/guild-events/{made['id']}/{made['image']}.png"
    async with aiohttp.ClientSession() as session:
        async with session.get(address) as served:
            assert (served.content_type, await served.read()) == ("image/png", PICTURE)
        assert (await api.ask("PATCH", one, {"name": "Con 2"})).body["image"] == made["image"]
        assert (await api.ask("PATCH", one, {"image": None})).body["image"] is None
        async with session.get(address) as gone:
            assert gone.status == 404


async def test_events_are_kept_between_runs(tmp_path: Path) -> None:
    first = await Sandbox.start(data=tmp_path)
    allow(first, Permissions.CREATE_EVENTS)
    async with BotApi(first) as api:
        made = (await api.post(path(first), a_convention(first))).body
        await Asking(api, "member").ask("PUT", f"/events/{made['id']}", {"interested": True})
    await first.close()
    second = await Sandbox.start(data=tmp_path)
    async with BotApi(second) as api:
        assert (await api.get(f"{path(second)}?with_user_count=true")).body == [made | {"user_count": 1}]
    await second.close()
