"""Where the commands are: for everybody, or in one guild alone for development, and never in two scopes at once."""

from collections import Counter
from pathlib import Path

import pytest

from bot.errors import SettingsError
from sandbox.world import changes
from tests.wire.guild import SandboxGuild, sandbox_guild

ONE_AND_ALL = {"series", "channel subscribe", "owner health"}
EVERYBODY, NOBODY = 1, 0


async def shown(guild: SandboxGuild, channel: int) -> int:
    """How many times each command is offered in a channel: the same number for all of them."""
    offered = Counter(await guild.owner.commands(channel=channel))
    if offered:
        assert set(offered) >= ONE_AND_ALL
    [times] = set(offered.values()) or {NOBODY}
    return times


async def restarted(guild: SandboxGuild, sync_guild_id: int | None) -> None:
    guild.overrides = {"sync_guild_id": sync_guild_id}
    await guild.restart()


def second_guild(guild: SandboxGuild, name: str = "Elsewhere") -> tuple[int, int]:
    """Another guild with the bot, and a channel of it."""
    other = changes.create_guild(guild.sandbox.world, name, owner_id=guild.sandbox.owner_id)
    [channel] = guild.sandbox.world.guild_channels(other.id)
    return other.id, int(channel["id"])


def changed_guild_commands(guild: SandboxGuild) -> list[str]:
    """The guilds whose own commands the bot has set since it was asked last."""
    template = "/applications/{application_id}/guilds/{guild_id}/commands"
    found = [each.path.split("/")[-2] for each in guild.sandbox.recorded if each.template == template]
    guild.sandbox.recorded.clear()
    return found


async def test_commands_are_in_one_scope_whatever_guild_is_set_and_unset(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path, rate_limits=False) as guild:
        here = guild.channels["chat"]
        other_id, there = second_guild(guild)
        direct = await guild.owner.direct()
        assert (await shown(guild, here), await shown(guild, there)) == (EVERYBODY, EVERYBODY)
        assert await guild.owner.commands(channel=direct)
        assert changed_guild_commands(guild) == []

        await restarted(guild, guild.id)
        assert (await shown(guild, here), await shown(guild, there)) == (1, NOBODY)
        assert await guild.owner.commands(channel=direct) == []
        assert "Metallic Rouge" in (await guild.owner.slash("series", title="metallic-rouge", channel=here)).text

        await restarted(guild, other_id)
        assert (await shown(guild, here), await shown(guild, there)) == (NOBODY, 1)
        await guild.owner.slash("channel list", channel=there)

        await restarted(guild, None)
        assert (await shown(guild, here), await shown(guild, there)) == (EVERYBODY, EVERYBODY)
        assert await guild.owner.commands(channel=direct)
        assert changed_guild_commands(guild)

        await guild.restart()
        assert changed_guild_commands(guild) == [], "it was done with"
        assert (await shown(guild, here), await shown(guild, there)) == (EVERYBODY, EVERYBODY)


@pytest.mark.parametrize("is_gone", [False, True])
async def test_a_guild_that_put_the_bot_out_stops_no_start(tmp_path: Path, is_gone: bool) -> None:
    async with sandbox_guild(tmp_path, rate_limits=False, start=False) as guild:
        other_id, there = second_guild(guild)
        guild.overrides = {"sync_guild_id": other_id}
        await guild.start()
        assert await shown(guild, there) == 1
        changes.remove_bot(guild.sandbox.world, other_id)
        if is_gone:
            del guild.sandbox.world.guilds[other_id]

        await restarted(guild, None)
        assert await shown(guild, guild.channels["chat"]) == EVERYBODY
        guild.sandbox.recorded.clear()
        await guild.restart()
        assert changed_guild_commands(guild) == [], "it is asked once"


async def test_a_guild_that_cannot_be_given_commands_takes_none_from_others(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path, rate_limits=False) as guild:
        guild.overrides = {"sync_guild_id": 12345}
        await guild.stop()
        with pytest.raises(SettingsError, match="SYNC_GUILD_ID"):
            await guild.start()
        with pytest.raises(SettingsError):
            await guild.stop()

        assert await shown(guild, guild.channels["chat"]) == EVERYBODY


async def test_a_sync_that_discord_fails_at_halfway_is_finished_at_the_next_try(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path, rate_limits=False) as guild:
        guild.sandbox.faults.add(503, method="PUT", template="/applications/{application_id}/commands")

        await restarted(guild, guild.id)

        assert await shown(guild, guild.channels["chat"]) == 1
