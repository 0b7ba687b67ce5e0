"""Where the commands are: for everybody, or in one guild alone for development, and never in two scopes at once."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from sandbox.rest.faults import Refusal, banned
from sandbox.world import changes
from tests.patience import PATIENCE
from tests.wire.due_posts import due_now, settled, subscribed
from tests.wire.guild import SandboxGuild, sandbox_guild
from tests.wire.trouble import Counted, HeldAnswer, refused, told

ONE_AND_ALL = {"series", "channel subscribe", "owner health"}
EVERYBODY, NOBODY = 1, 0
COMMANDS = "/applications/{application_id}/commands"


def with_one_command_less(guild: SandboxGuild) -> None:
    """Have Discord know one command less than the bot offers."""
    commands = guild.sandbox.world.commands
    commands.remove(int(commands.of(None)[0]["id"]))


async def until_running(guild: SandboxGuild) -> None:
    """Wait until the bot is started, though it isn't ready yet."""
    async with asyncio.timeout(PATIENCE):
        while True:
            if guild.app is not None and guild.app.client.joined.is_set():
                return
            await asyncio.sleep(0.01)


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
        assert "Metallic Rouge" in (await guild.owner.slash("series", series="metallic-rouge", channel=here)).text

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


async def test_a_guild_that_cannot_be_given_commands_takes_none_from_others_and_holds_up_no_post(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with sandbox_guild(tmp_path, rate_limits=False) as guild:
        await subscribed(guild, guild.channels["chat"])
        await restarted(guild, 12345)

        assert told(caplog.records)[-1].startswith(
            "Discord doesn't take the commands (SYNC_GUILD_ID: the bot can't give commands to the guild 12345)."
        )
        assert await shown(guild, guild.channels["chat"]) == EVERYBODY
        await due_now(guild)
        assert await settled(guild, 1) == ["sent"]


async def test_a_sync_that_discord_fails_at_halfway_is_finished_at_the_next_try(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path, rate_limits=False) as guild:
        guild.sandbox.faults.add(503, method="PUT", template="/applications/{application_id}/commands")

        await restarted(guild, guild.id)

        await asyncio.wait_for(guild.running.command_sync.synced.wait(), PATIENCE)
        assert await shown(guild, guild.channels["chat"]) == 1


REFUSED = [
    pytest.param(refused(400, 30034), "400 (30034): Refused", id="too many new commands in a day"),
    pytest.param(refused(400, 50035), "400 (50035): Refused", id="a command that Discord refuses"),
    pytest.param(refused(403, 50001), "403 (50001): Refused", id="no access"),
    pytest.param(banned(3600), "429", id="429 for an hour"),
]


@pytest.mark.parametrize(("trouble", "named"), REFUSED)
async def test_commands_that_discord_does_not_take_hold_up_no_post_and_owners_are_told(
    tmp_path: Path, trouble: Refusal, named: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with sandbox_guild(tmp_path, rate_limits=False) as guild:
        await subscribed(guild, guild.channels["chat"])
        await guild.stop()
        with_one_command_less(guild)
        refusals = Counted(trouble)
        guild.sandbox.faults.add(refusals, method="PUT", template=COMMANDS, times=None)
        await guild.start()

        await due_now(guild)
        assert await settled(guild, 1) == ["sent"]
        lines = [line for line in told(caplog.records) if "doesn't take the commands" in line]
        assert len(lines) == 1
        assert named in lines[0]
        assert refusals.met == 1, "it is asked again when that may have passed, not before"
        reply = await guild.owner.slash("owner health")
        assert "Discord refused the slash commands" in (reply.embed.description or "")


async def test_commands_that_discord_has_are_not_given_again(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path, rate_limits=False) as guild:
        guild.sandbox.recorded.clear()
        await guild.restart()
        assert [each.path for each in guild.sandbox.recorded if each.method == "PUT"] == []

        with_one_command_less(guild)
        await guild.restart()
        [given] = [each for each in guild.sandbox.recorded if each.method == "PUT"]
        assert given.template == COMMANDS
        assert await shown(guild, guild.channels["chat"]) == EVERYBODY


async def test_posts_go_out_while_discord_keeps_the_commands_waiting(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path, rate_limits=False) as guild:
        await subscribed(guild, guild.channels["chat"])
        await guild.stop()
        held = HeldAnswer()
        guild.sandbox.faults.add(held, method="GET", template=COMMANDS, times=None)
        starting = asyncio.create_task(guild.start())
        await until_running(guild)
        await due_now(guild)
        assert await settled(guild, 1) == ["sent"]
        held.let_go.set()
        await starting


async def test_a_start_begins_with_what_the_last_one_left_undone(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path, rate_limits=False) as guild:
        await guild.stop()
        with_one_command_less(guild)
        guild.sandbox.faults.add(503, method="PUT", template=COMMANDS)
        await guild.start()
        await guild.restart()
        assert await shown(guild, guild.channels["chat"]) == EVERYBODY
