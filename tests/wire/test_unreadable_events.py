"""Events that discord.py can't read: they cost what they are about, and nobody else anything."""

import pytest

from sandbox.world import changes
from sandbox.world.events import Event
from tests.wire.due_posts import due_now, settled, standing, subscribed
from tests.wire.guild import SandboxGuild
from tests.wire.trouble import until_logged

STAGE = 13


def unreadable_channel(guild: SandboxGuild) -> dict[str, object]:
    """A stage channel as Discord has sent some: without its `bitrate`."""
    channel = guild.sandbox.world.channels[changes.create_channel(guild.sandbox.world, guild.id, "stage").id]
    channel.payload["type"] = STAGE
    return channel.payload


async def answers_and_posts(guild: SandboxGuild) -> None:
    assert "Metallic Rouge" in (await guild.member.slash("series", series="metallic-rouge")).text
    await subscribed(guild, guild.channels["chat"])
    titles = await due_now(guild)
    assert await settled(guild, 1) == ["sent"]
    assert standing(guild, guild.channels["chat"])[-1:] == titles


async def test_a_guild_with_a_channel_that_cannot_be_read_is_served(
    guild: SandboxGuild, caplog: pytest.LogCaptureFixture
) -> None:
    await guild.stop()
    unreadable_channel(guild)
    await guild.start()

    assert "parts of a guild can't be read" in caplog.text
    known = guild.running.client.get_guild(guild.id)
    assert known is not None
    assert {each.name for each in known.channels} >= {"chat", "releases"}
    await answers_and_posts(guild)


async def test_an_event_that_cannot_be_read_ends_nothing(guild: SandboxGuild, caplog: pytest.LogCaptureFixture) -> None:
    payload = unreadable_channel(guild)
    guild.sandbox.world.publish(Event("CHANNEL_CREATE", payload, guild.id, int(str(payload["id"]))))
    guild.sandbox.world.publish(Event("GUILD_ROLE_CREATE", {"guild_id": str(guild.id)}, guild.id, None))

    await until_logged(caplog, "Discord's CHANNEL_CREATE can't be read")
    await until_logged(caplog, "Discord's GUILD_ROLE_CREATE can't be read")
    await answers_and_posts(guild)
