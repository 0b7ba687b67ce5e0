"""Posts that pause and go on, and who is told of it; servers that put the bot out and invite it again."""

import asyncio
from datetime import timedelta

from sqlalchemy import func, select, update

from bot.delivery.tables import guilds, notices
from migrations.schema import metadata
from sandbox.rules.permissions import ROLE_OVERWRITE, Permissions
from sandbox.world import changes
from tests.patience import PATIENCE
from tests.wire.due_posts import (
    at_rest,
    due_now,
    outcomes,
    paused,
    settled,
    standing,
    subscribed,
    until,
    until_paused,
)
from tests.wire.guild import SandboxGuild
from tests.wire.told import directly, proven, until_directly, until_nothing_waits
from tests.wire.trouble import refused

REMOVED = "Yokoku was removed from the server"


def deny(guild: SandboxGuild, channel_id: int, *, denied: Permissions = Permissions.SEND_MESSAGES) -> None:
    changes.set_overwrite(guild.sandbox.world, channel_id, guild.id, kind=ROLE_OVERWRITE, deny=denied)


def allow(guild: SandboxGuild, channel_id: int) -> None:
    changes.set_overwrite(guild.sandbox.world, channel_id, guild.id, kind=ROLE_OVERWRITE)


# --- told once --------------------------------------------------------------------------------------------------------


async def test_what_paused_before_the_bot_ended_is_told_after_its_start(calm: SandboxGuild) -> None:
    deny(calm, calm.channels["chat"])
    await due_now(calm)
    await until_paused(calm, calm.channels["chat"])
    assert await directly(calm) == []
    await calm.restart()

    assert len(await until_directly(calm)) == 1
    await until_nothing_waits(calm)
    assert len(await directly(calm)) == 1


async def test_what_was_told_before_the_bot_was_killed_is_not_told_twice(calm: SandboxGuild) -> None:
    deny(calm, calm.channels["chat"])
    await due_now(calm)
    await until_paused(calm, calm.channels["chat"])
    await until_directly(calm)
    await until_nothing_waits(calm)
    async with calm.database.write() as db:  # as if it had been killed before it wrote that down
        await db.execute(update(notices).values(told_at=None, next_try_at=calm.clock.now()))
    calm.sandbox.recorded.clear()
    await calm.restart()
    await until_nothing_waits(calm)

    direct = await calm.moderator.direct()
    assert [each for each in calm.sandbox.recorded if each.method == "POST" and f"/{direct}/messages" in each.path]
    assert len(await directly(calm)) == 1


async def test_a_channel_that_closes_again_and_again_is_told_of_once_a_day(calm: SandboxGuild) -> None:
    place = calm.channels["chat"]
    for _ in range(2):
        deny(calm, place)
        await due_now(calm)
        await until_paused(calm, place)
        await until_directly(calm)
        allow(calm, place)
        await until_paused(calm)
        await proven(calm)
        await until_nothing_waits(calm)

    paused_and_resumed = ["can't post" in told for told in await directly(calm)]
    assert paused_and_resumed == [True, False]


async def test_a_refusal_that_passes_at_once_is_told_to_nobody(calm: SandboxGuild) -> None:
    calm.sandbox.faults.add(refused(403, 50013))
    await due_now(calm)
    await until_paused(calm, calm.channels["chat"])
    calm.running.schedule.wake()

    assert await settled(calm, 1) == ["sent"]
    await until_nothing_waits(calm)
    assert await directly(calm) == []


async def test_another_role_ends_the_pause_of_one_that_was_deleted(calm: SandboxGuild) -> None:
    place = calm.channels["releases"]
    await subscribed(calm, place, role_id=calm.role_id)
    changes.delete_role(calm.sandbox.world, calm.id, calm.role_id)
    await due_now(calm)
    assert await until_paused(calm, place) == {place: "the role that it pings was deleted"}
    [told] = await until_directly(calm)
    assert "with another role, or with `reset:role`" in told

    await calm.moderator.slash("channel subscribe", {"channel": str(place)}, what="announcements")
    await settled(calm, 2)
    await proven(calm)

    await until_nothing_waits(calm)
    assert (await directly(calm))[1].splitlines()[-1].startswith(f"**Posts to <#{place}> resume.**")


async def until_noticed(guild: SandboxGuild) -> None:
    """Wait until the bot has looked by a clock that was set back."""
    async with asyncio.timeout(PATIENCE):
        while True:
            at = guild.running.scanner.looked_at
            if at is not None and at <= guild.clock.now():
                return
            await asyncio.sleep(0.02)


async def test_what_waits_in_a_closed_channel_when_the_clock_is_set_back_is_posted_when_it_is_due_again(
    calm: SandboxGuild,
) -> None:
    place = calm.channels["chat"]
    deny(calm, place)
    await due_now(calm)
    await until_paused(calm, place)
    await calm.jump(-timedelta(days=1))
    await until_noticed(calm)
    allow(calm, place)
    await until_paused(calm)
    await due_now(calm)  # comes after the other one had its turn
    await until(calm, lambda: bool(standing(calm, place)))
    await at_rest(calm)
    assert [state for state, _ in await outcomes(calm)] == ["pending", "sent"]

    await calm.jump(timedelta(days=1))
    assert await settled(calm, 2) == ["sent", "sent"]
    assert len(standing(calm, place)) == 2


# --- put out and invited again ----------------------------------------------------------------------------------------


async def test_a_week_after_it_was_put_out_the_bot_posts_what_waited(calm: SandboxGuild) -> None:
    place, world = calm.channels["chat"], calm.sandbox.world
    changes.remove_bot(world, calm.id)
    assert await until_paused(calm, place) == {place: REMOVED}
    calm.sandbox.recorded.clear()
    titles = await due_now(calm, 2)
    await calm.jump(timedelta(days=7))
    titles += await due_now(calm, 2)
    assert await until_paused(calm, place) == {place: REMOVED}

    assert not calm.sandbox.recorded
    changes.add_bot(world, calm.id)

    assert await settled(calm, 4) == ["sent"] * 4
    assert sorted(standing(calm, place)) == sorted(titles)
    assert await paused(calm) == {}
    assert await directly(calm) == []


async def test_being_put_out_while_it_was_down_is_noticed_and_being_invited_too(calm: SandboxGuild) -> None:
    place, world = calm.channels["chat"], calm.sandbox.world
    await calm.stop()
    changes.remove_bot(world, calm.id)
    await calm.start()
    assert await until_paused(calm, place) == {place: REMOVED}
    titles = await due_now(calm)

    await calm.stop()
    changes.add_bot(world, calm.id)
    await calm.start()

    assert await settled(calm, 1) == ["sent"]
    assert standing(calm, place) == titles


async def test_being_put_out_while_the_gateway_was_lost_is_noticed(calm: SandboxGuild) -> None:
    place = calm.channels["chat"]
    other = changes.create_guild(calm.sandbox.world, "Another")
    calm.sandbox.gateway.invalidate_all(resumable=False)
    changes.remove_bot(calm.sandbox.world, calm.id)

    assert await until_paused(calm, place) == {place: REMOVED}
    async with calm.database.read() as db:
        left = (await db.execute(select(guilds.c.guild_id).where(guilds.c.left_at.is_not(None)))).scalars()
        assert list(left) == [calm.id]
    assert other.id != calm.id


async def test_a_guild_that_is_unavailable_at_the_start_is_not_taken_for_one_that_was_left(calm: SandboxGuild) -> None:
    await calm.stop()
    changes.set_available(calm.sandbox.world, calm.id, available=False)
    await calm.start()
    await due_now(calm)
    await asyncio.sleep(0.2)
    assert await paused(calm) == {}

    changes.set_available(calm.sandbox.world, calm.id, available=True)

    assert await settled(calm, 1) == ["sent"]


async def test_31_days_after_it_was_put_out_nothing_of_the_guild_is_left(calm: SandboxGuild) -> None:
    await due_now(calm, 3)
    await settled(calm, 3)
    await calm.moderator.slash("watchlist add", series="metallic-rouge")
    changes.remove_bot(calm.sandbox.world, calm.id)
    await until_paused(calm, calm.channels["chat"])

    await calm.jump(timedelta(days=29))
    await calm.restart()
    assert await counts(calm) == {"guilds": 1, "subscriptions": 1, "watchlist": 1, "announcements": 3, "deliveries": 3}
    await calm.jump(timedelta(days=2))
    await until_gone(calm)

    changes.add_bot(calm.sandbox.world, calm.id)
    await due_now(calm)
    listed = await calm.moderator.slash("channel list")
    assert "No channel gets posts" in listed.text
    assert await outcomes(calm) == []


async def until_gone(guild: SandboxGuild) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            if not any((await counts(guild)).values()):
                return
            await asyncio.sleep(0.02)


async def counts(guild: SandboxGuild) -> dict[str, int]:
    names = ("guilds", "subscriptions", "watchlist", "announcements", "deliveries")
    async with guild.database.read() as db:
        return {
            name: (await db.execute(select(func.count()).select_from(metadata.tables[name]))).scalar_one()
            for name in names
        }


async def test_a_post_that_meets_the_removal_first_pauses_all_of_the_guild_and_tells_nobody(
    calm: SandboxGuild,
) -> None:
    await subscribed(calm, calm.channels["releases"], calm.channels["conventions"])
    calm.sandbox.recorded.clear()
    await due_now(calm, 5, wake=False)
    calm.running.schedule.wake()
    changes.remove_bot(calm.sandbox.world, calm.id)

    reasons = await until_paused(calm, *(calm.channels[name] for name in ("chat", "releases", "conventions")))

    assert set(reasons.values()) == {REMOVED}
    await until_nothing_waits(calm)
    refused_posts = [each for each in calm.sandbox.recorded if each.status in {403, 404}]
    assert len(refused_posts) <= 3
    await until(calm, lambda: True)
    assert await directly(calm) == []
