"""Who is in the sandbox, who of them runs it, and a world that was kept before all of them were there."""

import json
import sqlite3
from pathlib import Path

import pytest

from sandbox import Sandbox
from sandbox.client import SandboxRefused
from sandbox.rules.permissions import Permissions
from sandbox.world import changes
from sandbox.world.storage import FILE_NAME
from tests.sandbox.bot_api import BotApi


async def test_the_moderator_owns_the_guild_and_the_owner_the_application(sandbox: Sandbox, api: BotApi) -> None:
    ids = {name: str(account.id) for name, account in sandbox.users.items()}
    assert list(ids) == ["moderator", "member", "guest", "owner"]
    assert (await api.get("/applications/@me")).body["owner"]["id"] == ids["owner"] == str(sandbox.owner_id)
    assert (await api.get(f"/guilds/{sandbox.guild_id}")).body["owner_id"] == ids["moderator"]
    member = (await api.get(f"/guilds/{sandbox.guild_id}/members/{ids['owner']}")).body
    assert member["roles"] == [str(sandbox.roles["Bot team"])]


@pytest.mark.parametrize(("name", "runs"), [("moderator", True), ("owner", True), ("member", False), ("guest", False)])
async def test_the_owner_and_who_manages_the_guild_run_the_sandbox(sandbox: Sandbox, name: str, runs: bool) -> None:
    async with sandbox.person(name) as person:
        assert (await person.me())["operator"] is runs
        if runs:
            await person.set_clock(sandbox.clock.now())
        else:
            with pytest.raises(SandboxRefused, match="Only the bot's owner"):
                await person.set_clock(sandbox.clock.now())


async def test_a_role_makes_an_operator_and_its_end_ends_that(sandbox: Sandbox) -> None:
    role = changes.create_role(sandbox.world, sandbox.guild_id, "New", permissions=Permissions.MANAGE_GUILD)
    sandbox.guild.members[sandbox.users["guest"].id]["roles"].append(str(role))
    async with sandbox.person("guest") as guest:
        assert (await guest.me())["operator"]
        changes.delete_role(sandbox.world, sandbox.guild_id, role)
        assert not (await guest.me())["operator"]


def _as_it_was_kept_before(folder: Path) -> None:
    """Take away what a world had not when only a moderator and a member lived in it."""
    db = sqlite3.connect(folder / FILE_NAME)
    things = {(kind, key): json.loads(body) for kind, key, body in db.execute("SELECT kind, id, body FROM things")}
    people = {each["username"]: each["id"] for (kind, _), each in things.items() if kind == "account"}
    late = {people["guest"], people["owner"]}
    for (kind, key), thing in things.items():
        if kind == "meta":
            thing["owner_id"] = people["moderator"]
        elif kind == "guild":
            thing["members"] = [each for each in thing["members"] if int(each["user"]["id"]) not in late]
            thing["roles"] = [each for each in thing["roles"] if each["name"] != "Bot team"]
            everyone = Permissions(int(thing["roles"][0]["permissions"])) & ~Permissions.CREATE_PUBLIC_THREADS
            thing["roles"][0]["permissions"] = str(int(everyone))
        elif kind == "channel":
            thing.pop("pins", None)
        db.execute("UPDATE things SET body = ? WHERE kind = ? AND id = ?", (json.dumps(thing), kind, key))
    db.executemany("DELETE FROM things WHERE kind = 'account' AND id = ?", [(key,) for key in late])
    db.commit()
    db.close()


async def test_a_world_from_before_gets_the_people_that_it_lacks(tmp_path: Path) -> None:
    first = await Sandbox.start(data=tmp_path)
    async with BotApi(first) as api:
        said = (await api.post(api.messages(), {"content": "kept"})).body
        changes.set_overwrite(first.world, first.channels["chat"], first.application_id, allow=Permissions.PIN_MESSAGES)
        assert (await api.ask("PUT", f"{api.messages()}/pins/{said['id']}")).status == 204
    before = first.description()
    await first.close()
    _as_it_was_kept_before(tmp_path)

    for _ in range(2):  # the second time they are there already
        again = await Sandbox.start(data=tmp_path)
        after = again.description()
        assert set(after["users"]) == {"moderator", "member", "guest", "owner"}
        assert after["users"]["member"] == before["users"]["member"]
        assert [each.username for each in again.users.values() if each.id == again.owner_id] == ["owner"]
        assert [role["name"] for role in again.guild.roles.values()].count("Bot team") == 1
        async with again.person("guest") as guest, again.person("owner") as owner:
            assert [each.content for each in await guest.messages("chat")] == ["kept"]
            assert [each.content for each in await guest.pins("chat")] == ["kept"]
            await guest.begin_thread("chat", "a thread")
            assert (await owner.me())["operator"]
        await again.close()
