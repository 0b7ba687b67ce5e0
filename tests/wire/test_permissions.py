"""What the bot may not do in a channel, and a timeout that a moderator gives it: named as it is, and waited out."""

import asyncio
from datetime import timedelta

import pytest

from sandbox.rules.permissions import ROLE_OVERWRITE, Permissions
from sandbox.world import changes
from tests.patience import PATIENCE
from tests.wire.announcing import until_amended
from tests.wire.due_posts import due_now, paused, settled, standing, until, until_paused
from tests.wire.guild import SandboxGuild
from tests.wire.test_amending import announced, changed
from tests.wire.told import directly, proven, until_directly, until_nothing_waits

TAKEN_AWAY = ("Send Messages", "Embed Links", "View Channel")
"""What the bot needs for a post."""
HOUR = timedelta(hours=1)


def deny(guild: SandboxGuild, channel_id: int, denied: Permissions) -> None:
    changes.set_overwrite(guild.sandbox.world, channel_id, guild.id, kind=ROLE_OVERWRITE, deny=denied)


def time_out(guild: SandboxGuild, length: timedelta | None) -> str:
    """Time the bot out from now on, or end it, and give the end as Discord shows it."""
    until = None if length is None else guild.clock.now() + length
    changes.set_timeout(guild.sandbox.world, guild.id, guild.sandbox.application_id, until)
    return "" if until is None else f"<t:{int(until.timestamp())}:F>"


async def until_reworded(guild: SandboxGuild, before: dict[int, str]) -> dict[int, str]:
    """Why nothing is posted to which channels, once it is something else than `before`."""
    async with asyncio.timeout(PATIENCE):
        while True:
            now = await paused(guild)
            if now != before:
                return now
            await asyncio.sleep(0.02)


@pytest.mark.parametrize(
    ("denied", "named"),
    [(Permissions.VIEW_CHANNEL, "View Channel"), (Permissions.SEND_MESSAGES, "Send Messages")],
)
async def test_what_is_missing_is_named_and_nothing_else(calm: SandboxGuild, denied: Permissions, named: str) -> None:
    place = {"channel": str(calm.channels["chat"])}
    deny(calm, calm.channels["chat"], denied)

    told = [
        (await calm.moderator.slash("channel subscribe", {"what": "releases", **place})).content,
        (await calm.moderator.slash("channel test", place)).content,
        (await calm.moderator.slash("channel notices", place)).content,
        (await calm.moderator.slash("channel status", channel="mods")).text,
    ]

    for each in told:
        assert [name for name in TAKEN_AWAY if f"**{name}**" in each] == [named]


@pytest.mark.parametrize(("denied", "named"), [("SEND_MESSAGES", "Send Messages"), ("EMBED_LINKS", "Embed Links")])
async def test_of_a_refused_post_what_is_missing_is_told_and_nothing_else(
    calm: SandboxGuild, denied: str, named: str
) -> None:
    deny(calm, calm.channels["chat"], Permissions[denied])
    await due_now(calm)
    await until_paused(calm, calm.channels["chat"])

    [told] = await until_directly(calm)

    assert [name for name in TAKEN_AWAY if name in told] == [named]
    shown = (await calm.moderator.slash("channel status", channel="mods")).text
    assert {name for name in TAKEN_AWAY if name in shown} == {named}


async def test_of_a_hidden_channel_moderators_are_told_of_view_channel_alone(calm: SandboxGuild) -> None:
    deny(calm, calm.channels["chat"], Permissions.VIEW_CHANNEL)
    await due_now(calm)
    await until_paused(calm, calm.channels["chat"])

    [told] = await until_directly(calm)

    assert [name for name in TAKEN_AWAY if name in told] == ["View Channel"]
    shown = (await calm.moderator.slash("channel status", channel="mods")).text
    assert [name for name in TAKEN_AWAY if name in shown] == ["View Channel"]


# --- timeouts ---------------------------------------------------------------------------------------------------------


async def test_a_timeout_is_named_with_its_end_and_waited_out(calm: SandboxGuild) -> None:
    chat, mods = calm.channels["chat"], calm.channels["mods"]
    await calm.moderator.slash("channel notices", {"channel": str(mods)})
    end = time_out(calm, HOUR)
    titles = await due_now(calm)
    await until_paused(calm, chat)

    [told] = await until_directly(calm)
    shown = [(await calm.moderator.slash(f"channel {name}")).text for name in ("status", "log", "list")]
    tried = (await calm.moderator.slash("channel test", {"channel": str(chat)})).content

    for each in (told, *shown, tried):
        assert f"the bot is timed out until {end}" in each
        assert not [name for name in TAKEN_AWAY if name in each]
    assert "Remove Timeout" in told
    assert standing(calm, chat) == []

    await calm.jump(HOUR)

    assert await settled(calm, 1) == ["sent"]
    assert standing(calm, chat) == titles
    assert await paused(calm) == {}


async def test_a_timeout_that_is_ended_early_holds_nothing_up(calm: SandboxGuild) -> None:
    time_out(calm, HOUR)
    await due_now(calm)
    await until_paused(calm, calm.channels["chat"])
    assert len(await until_directly(calm)) == 1

    time_out(calm, None)

    assert await settled(calm, 1) == ["sent"]
    await proven(calm)
    await until_nothing_waits(calm)


async def test_a_timeout_that_passes_at_once_is_told_to_nobody(calm: SandboxGuild) -> None:
    time_out(calm, HOUR)
    await due_now(calm)
    await until_paused(calm, calm.channels["chat"])
    time_out(calm, None)

    assert await settled(calm, 1) == ["sent"]
    await until_nothing_waits(calm)
    assert await directly(calm) == []


async def test_who_subscribes_during_a_timeout_is_told_of_it(calm: SandboxGuild) -> None:
    end = time_out(calm, HOUR)

    told = (await calm.moderator.slash("channel subscribe", what="announcements", channel="releases")).content
    status = (await calm.moderator.slash("channel status")).text

    for each in (told, status):
        assert f"the bot is timed out until {end}" in each
        assert not [name for name in TAKEN_AWAY if name in each]


async def test_what_else_keeps_a_channel_closed_is_told_once_the_timeout_has_ended(calm: SandboxGuild) -> None:
    chat = calm.channels["chat"]
    end = time_out(calm, HOUR)
    deny(calm, chat, Permissions.SEND_MESSAGES)
    await due_now(calm)
    assert "timed out" in (await until_paused(calm, chat))[chat]
    before = await paused(calm)
    longer = time_out(calm, 2 * HOUR)
    await until_reworded(calm, before)
    [told] = await until_directly(calm)
    assert end not in told
    assert longer in told

    await until_nothing_waits(calm)
    before = await paused(calm)
    await calm.jump(timedelta(days=2))

    assert (await until_reworded(calm, before))[chat] == "the bot lacks Send Messages"
    assert "Send Messages" in (await until_directly(calm, 2))[1]


async def test_what_is_changed_during_a_timeout_is_changed_once_it_ends(guild: SandboxGuild) -> None:
    there = guild.channels["announcements"]
    await announced(guild)
    end = time_out(guild, HOUR)
    await changed(guild, title="Changed")
    [told] = await until_directly(guild)
    assert f"the bot is timed out until {end}" in told
    assert "Remove Timeout" in told
    assert standing(guild, there) == ["Movie night"]

    await guild.jump(HOUR)
    await until(guild, lambda: standing(guild, there) == ["Changed"])
    await until_amended(guild)


async def test_what_would_not_be_shown_is_changed_once_it_would(guild: SandboxGuild) -> None:
    there = guild.channels["announcements"]
    await announced(guild)
    deny(guild, there, Permissions.EMBED_LINKS)
    await changed(guild, title="Changed")
    [told] = await until_directly(guild)
    assert "Embed Links" in told
    assert standing(guild, there) == ["Movie night"]

    deny(guild, there, Permissions(0))
    await until(guild, lambda: standing(guild, there) == ["Changed"])


async def test_what_is_withdrawn_is_deleted_during_a_timeout_too(guild: SandboxGuild) -> None:
    await announced(guild)
    time_out(guild, HOUR)
    asked = await guild.moderator.click(await guild.moderator.slash("announcements"), "Withdraw")
    await guild.moderator.click(asked, "Delete them")

    await until(guild, lambda: not standing(guild, guild.channels["announcements"]))
