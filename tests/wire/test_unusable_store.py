"""A store that can't be used is told, each time once and in time."""

import asyncio
from typing import Any

import pytest

from tests.wire.guild import SandboxGuild
from tests.wire.trouble import locked, without


@pytest.mark.parametrize(
    ("command", "option", "table"),
    [
        ("series", "title", "titles"),
        ("trailer", "title", "titles"),
        ("conventions", "name", "editions"),
        ("watchlist add", "title", "titles"),
        ("channel subscribe", "what", "titles"),
        ("channel unsubscribe", "what", "subscriptions"),
    ],
)
async def test_commands_say_so_and_nothing_is_offered(
    guild: SandboxGuild, command: str, option: str, table: str
) -> None:
    typed: dict[str, Any] = {option: "releases"}
    async with without(guild, table):
        offered = await guild.moderator.autocomplete(command, focused=option, **typed)
        told = await guild.moderator.slash(command, typed)

    assert offered == []
    assert "My notebook can't be reached" in told.content
    assert told.ephemeral
    after = await guild.moderator.slash(command, typed)
    assert "notebook" not in after.text


async def test_who_waits_behind_others_for_a_locked_store_is_answered_too(guild: SandboxGuild) -> None:
    async with locked(guild):
        told = await asyncio.gather(*(guild.moderator.slash("watchlist add", title="metallic-rouge") for _ in range(2)))

    assert all("nothing was changed" in reply.content for reply in told)
    added = await guild.moderator.slash("watchlist add", title="metallic-rouge")
    assert added.content == "**Metallic Rouge** is on the watchlist now."
