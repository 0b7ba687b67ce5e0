"""`/help`: every command stands on the page of those who may use it, and a press on it begins to type it."""

import re

from sandbox.client.replies import Reply
from sandbox.client.user import SandboxUser
from sandbox.world import changes
from tests.wire.guild import SandboxGuild


def named(reply: Reply) -> dict[str, int]:
    """The commands that a page names, with the ids that they are named with."""
    return {name: int(command_id) for name, command_id in re.findall(r"</([a-z ]+):([0-9]+)>", reply.text)}


async def offered(person: SandboxUser) -> dict[str, int]:
    return {each["name"]: int(each["id"]) for each in await person.offered()}


async def test_members_read_of_every_command_that_they_are_offered_and_of_no_other(guild: SandboxGuild) -> None:
    await guild.running.command_sync.synced.wait()
    page = await guild.member.slash("help")

    assert page.ephemeral
    assert named(page) == {name: id_ for name, id_ in (await offered(guild.member)).items() if name != "help"}
    assert not page.buttons


async def test_moderators_find_theirs_a_press_away_and_come_back(guild: SandboxGuild) -> None:
    await guild.running.command_sync.synced.wait()
    page = await guild.moderator.slash("help")
    for_members = named(page)
    theirs = await guild.moderator.click(page, "For moderators")

    assert theirs.id == page.id
    assert named(theirs) | for_members | {"help": 0} == await offered(guild.moderator) | {"help": 0}
    assert not named(theirs).keys() & for_members.keys()
    assert named(await guild.moderator.click(theirs, "For members")) == for_members


async def test_who_moderates_no_more_is_told_so(guild: SandboxGuild) -> None:
    other = changes.create_account(guild.sandbox.world, "deputy", guild_id=guild.id)
    member = guild.sandbox.guild.members[other.id]
    member["roles"].append(str(guild.sandbox.roles["Moderator"]))
    async with guild.sandbox.person("deputy") as deputy:
        page = await deputy.slash("help")
        member["roles"].clear()

        assert "Manage Server" in (await deputy.click(page, "For moderators")).content
