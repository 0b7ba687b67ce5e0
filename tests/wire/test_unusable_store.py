"""A store that can't be used is told, each time once and in time."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.database.engine import BUSY_TIMEOUT_MS
from cogs.interactions import PATIENCE
from sandbox.world.interactions import DEADLINE
from tests.wire.guild import SandboxGuild
from tests.wire.trouble import locked, without

DEFERRED = 5
"""The type of an answer that says: the bot is thinking."""


@pytest.mark.parametrize(
    ("command", "option", "typed_text", "table"),
    [
        ("series", "series", "releases", "titles"),
        ("trailer", "series", "releases", "titles"),
        ("conventions", "name", "releases", "editions"),
        ("watchlist add", "series", "releases", "titles"),
        ("channel subscribe", "what", "metallic-rouge", "titles"),
        ("channel unsubscribe", "what", "releases", "subscriptions"),
    ],
)
async def test_commands_say_so_and_nothing_is_offered(
    guild: SandboxGuild, command: str, option: str, typed_text: str, table: str
) -> None:
    typed: dict[str, Any] = {option: typed_text}
    async with without(guild, table):
        offered = await guild.moderator.autocomplete(command, focused=option, **typed)
        told = await guild.moderator.slash(command, typed)

    assert offered == []
    assert "I can't load or save anything right now" in told.content
    assert told.ephemeral
    after = await guild.moderator.slash(command, typed)
    assert "right now" not in after.text


def test_who_finds_the_store_locked_is_answered_before_discord_gives_up() -> None:
    assert timedelta(milliseconds=BUSY_TIMEOUT_MS) < DEADLINE
    assert PATIENCE < DEADLINE


async def test_who_waits_behind_others_for_a_locked_store_is_answered_too(guild: SandboxGuild) -> None:
    async with locked(guild):
        told = await asyncio.gather(
            *(guild.moderator.slash("watchlist add", series="metallic-rouge") for _ in range(2))
        )

    assert all("Nothing was changed" in reply.content for reply in told)
    first_answers = [guild.sandbox.interactions.by_id[reply.interaction_id].response_type for reply in told]
    assert DEFERRED in first_answers, "the second waits for longer than Discord does"
    added = await guild.moderator.slash("watchlist add", series="metallic-rouge")
    assert added.content == "**Metallic Rouge** is on the watchlist now."
