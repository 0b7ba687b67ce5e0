"""Servers that don't have the bot, to which people bring it who installed it for themselves."""

import pytest

from sandbox.world import changes
from tests.wire.guild import SandboxGuild


@pytest.mark.parametrize("command", ["series", "trailer"])
async def test_who_installed_the_bot_reads_the_catalogue_in_servers_without_it(
    guild: SandboxGuild, command: str
) -> None:
    changes.remove_bot(guild.sandbox.world, guild.id)
    await guild.member.install()
    shown = await guild.member.slash(command, series="metallic-rouge")
    assert "etallic" in shown.text or "youtu" in shown.content
    offered = await guild.member.autocomplete(command, focused="series", series="metal")
    assert any("Metallic Rouge" in each.name for each in offered)


async def test_nothing_of_a_servers_own_is_offered_where_the_bot_is_not(guild: SandboxGuild) -> None:
    changes.remove_bot(guild.sandbox.world, guild.id)
    await guild.moderator.install()
    names = await guild.moderator.commands()
    assert "series" in names
    assert not [each for each in names if each.startswith(("channel", "announce", "watchlist add"))]
