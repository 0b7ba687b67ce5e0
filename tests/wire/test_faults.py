"""Facts that make no sense, channels that close, and turns: what can be posted is, and somebody is told of the rest."""

import asyncio
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.announcements.tables import announcements
from bot.delivery.model import LATE_AFTER
from bot.delivery.tables import deliveries
from bot.schedule import LONGEST_SLEEP
from bot.workers import LONGEST_WAIT
from sandbox.rest.faults import limited
from sandbox.rules.permissions import ROLE_OVERWRITE, Permissions
from sandbox.world import changes
from tests.wire.due_posts import (
    due_now,
    outcomes,
    paused,
    put_off,
    settled,
    standing,
    subscribed,
    until,
    until_paused,
    until_tried,
)
from tests.wire.guild import SandboxGuild, sandbox_guild
from tests.wire.told import directly, until_directly, until_nothing_waits, until_noticed
from tests.wire.trouble import Counted, HeldAnswer, refused


async def test_a_global_rate_limit_holds_nothing_back_for_good(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path) as guild:
        places = [changes.create_channel(guild.sandbox.world, guild.id, f"place-{number}").id for number in range(70)]
        await subscribed(guild, *places)
        guild.overrides["posts_per_second"] = 500
        await guild.restart()
        # Not the sandbox's own limit: a slow machine never sends fifty within a second.
        over = Counted(limited(0.2, is_global=True))
        guild.sandbox.faults.add(over, times=20)
        await due_now(guild)

        assert await settled(guild, 70) == ["sent"] * 70
        assert [len(standing(guild, place)) for place in places] == [1] * 70
        assert over.met == 20


async def test_only_the_message_that_discord_refuses_fails(calm: SandboxGuild) -> None:
    calm.sandbox.faults.add(refused(400, 50035))
    titles = await due_now(calm, 3)

    assert sorted(await settled(calm, 3)) == ["failed", "sent", "sent"]
    place = calm.channels["chat"]
    assert len(standing(calm, place)) == 2
    assert await paused(calm) == {}
    # … and its moderators are told which post it was, where, why and what to do.
    [told] = await until_directly(calm)
    [failed] = set(titles) - set(standing(calm, place))
    assert told.count("Announcement") == 1
    assert f"Discord refused 1 post:**\n- **{failed}** in <#{place}>: Discord answered 400 (50035): Refused" in told
    assert "I won't try again" in told
    assert "**Edit** in `/announcements`" in told


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("", "400 (200000): Message was blocked by automatic moderation"),
        ("https://bad.example/x", "400 (240000): Message blocked by harmful links filter"),
    ],
)
async def test_only_the_message_that_moderation_or_the_link_filter_keeps_out_fails(
    calm: SandboxGuild, link: str, told: str
) -> None:
    kept_out, _ = await due_now(calm, 2, wake=False)
    restrictions = calm.sandbox.world.restrictions
    restrictions.blocked_words, restrictions.harmful_domains = [] if link else [kept_out], ["bad.example"]
    async with calm.database.write() as db:
        await db.execute(update(announcements).where(announcements.c.title == kept_out).values(link=link))
    calm.running.schedule.wake()

    assert sorted(await settled(calm, 2)) == ["failed", "sent"]
    assert kept_out not in standing(calm, calm.channels["chat"])
    assert await paused(calm) == {}
    assert f"Discord answered {told}" in (await until_directly(calm))[0]


async def test_a_look_that_discord_refuses_fails_no_post(calm: SandboxGuild) -> None:
    """Whether it stands isn't known then; the post itself was never refused."""
    calm.sandbox.faults.add(503)
    look = Counted(refused(400, 50035))
    calm.sandbox.faults.add(look, method="GET")
    titles = await due_now(calm)
    await put_off(calm, 1)
    await calm.jump(LONGEST_WAIT)
    await look.until(1)
    await until_tried(calm, 2)
    await calm.jump(LONGEST_WAIT)

    assert await settled(calm, 1) == ["sent"]
    assert standing(calm, calm.channels["chat"]) == titles


async def test_a_fact_that_makes_no_sense_holds_up_no_other_and_is_posted_once_it_is_mended(
    calm: SandboxGuild, caplog: pytest.LogCaptureFixture
) -> None:
    place, [poison] = calm.channels["chat"], await due_now(calm, wake=False)
    async with calm.database.write() as db:
        await db.execute(update(announcements).values(taken_back="nonsense"))
    titles = await due_now(calm, 2)
    assert await put_off(calm, 1) == ["an error in the bot, which its log has as delivery 1"]
    await until(calm, lambda: sorted(standing(calm, place)) == titles)
    assert await directly(calm) == []

    # Late by now, it is told once, however often it is tried.
    await calm.jump(LATE_AFTER + LONGEST_WAIT)
    await until_noticed(calm, "stuck")
    [told] = await until_directly(calm)
    assert "1 post can't go out yet:**\n- an announcement due <t:" in told
    assert f"in <#{place}>: an error in the bot, which its log has as delivery 1\n" in told
    await calm.jump(2 * LONGEST_WAIT)
    await until_tried(calm, 3)
    faults = [each for each in caplog.records if each.exc_info and "Delivery 1 " in each.getMessage()]
    assert len(faults) == 1

    async with calm.database.write() as db:
        await db.execute(update(announcements).values(taken_back=None))
    await calm.jump(LONGEST_WAIT)
    assert await settled(calm, 3) == ["sent"] * 3
    assert sorted(standing(calm, place)) == [poison, *titles]
    await until_nothing_waits(calm)
    assert len(await directly(calm)) == 1


async def test_a_row_that_cannot_be_read_holds_up_no_other(calm: SandboxGuild) -> None:
    poison, *_ = await due_now(calm, 3, wake=False)
    calm.running.schedule.wake()
    await settled(calm, 3)
    async with calm.database.write() as db:
        await db.execute(update(announcements).where(announcements.c.title == poison).values(state="nonsense"))
        await db.execute(update(deliveries).values(state="pending", next_try_at=calm.clock.now(), attempts=0))
    calm.running.dispatch.notify()
    assert "an error in the bot" in (await put_off(calm, 1))[0]

    again = await due_now(calm, 2)
    await until(calm, lambda: set(again) <= set(standing(calm, calm.channels["chat"])))
    async with calm.database.write() as db:
        await db.execute(update(announcements).values(state="scheduled"))
    await calm.jump(LONGEST_WAIT)
    assert await settled(calm, 5) == ["sent"] * 5
    assert len(standing(calm, calm.channels["chat"])) == 5


# --- channels that close ----------------------------------------------------------------------------------------------


async def test_a_deleted_channel_pauses_and_its_moderator_is_told_once(calm: SandboxGuild) -> None:
    await subscribed(calm, calm.channels["releases"])
    gone = calm.channels["chat"]
    changes.delete_channel(calm.sandbox.world, gone)
    await due_now(calm, 3)
    await until(calm, lambda: len(standing(calm, calm.channels["releases"])) == 3)

    assert await until_paused(calm, gone) == {gone: "the channel was deleted"}
    assert len(await until_directly(calm)) == 1
    asked = [each for each in calm.sandbox.recorded if each.method == "POST" and str(gone) in each.path]
    assert len(asked) == 1


async def test_a_lost_permission_pauses_and_what_waited_comes_when_it_is_given_back(calm: SandboxGuild) -> None:
    place, world = calm.channels["chat"], calm.sandbox.world
    changes.set_overwrite(world, place, calm.id, kind=ROLE_OVERWRITE, deny=Permissions.SEND_MESSAGES)
    titles = await due_now(calm, 3)
    await until_paused(calm, place)
    titles += await due_now(calm, 2)
    [told] = await until_directly(calm)
    assert "can't post" in told

    changes.set_overwrite(world, place, calm.id, kind=ROLE_OVERWRITE)

    assert await settled(calm, 5) == ["sent"] * 5
    assert sorted(standing(calm, place)) == sorted(titles)
    assert await paused(calm) == {}


async def test_a_deleted_role_pauses_until_another_is_chosen(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path, rate_limits=False) as guild:
        place = guild.channels["chat"]
        await subscribed(guild, place, role_id=guild.role_id)
        changes.delete_role(guild.sandbox.world, guild.id, guild.role_id)
        await due_now(guild)

        assert await until_paused(guild, place) == {place: "the role that it pings was deleted"}
        assert standing(guild, place) == []
        await guild.moderator.slash("channel subscribe", {"channel": str(place)}, what="announcements")

        assert await settled(guild, 1) == ["sent"]


async def test_an_outage_of_a_guild_is_not_a_deleted_channel(calm: SandboxGuild) -> None:
    changes.set_available(calm.sandbox.world, calm.id, available=False)
    titles = await due_now(calm, 5)
    assert set(await put_off(calm, 5)) == {"the server is unavailable because of a Discord outage"}
    assert await paused(calm) == {}

    changes.set_available(calm.sandbox.world, calm.id, available=True)

    assert await settled(calm, 5) == ["sent"] * 5
    assert sorted(standing(calm, calm.channels["chat"])) == titles
    assert await directly(calm) == []


# --- turns ----------------------------------------------------------------------------------------------------------


async def test_channels_that_never_answer_take_no_others_place(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path, rate_limits=False, posts_per_second=10) as guild:
        silent = [changes.create_channel(guild.sandbox.world, guild.id, f"silent-{n}").id for n in range(30)]
        good, held = guild.channels["chat"], HeldAnswer()
        await subscribed(guild, good, *silent)
        asked = Counted(held)
        for channel_id in silent:
            guild.sandbox.faults.add(asked, times=None, lasting=timedelta(days=1), channel_id=channel_id)
        titles = await due_now(guild)
        await asked.until(len(silent))
        titles += await due_now(guild, 2)

        await until(guild, lambda: len(standing(guild, good)) == 3)

        # None was given up for it: that takes half a minute.
        assert {reason for _, reason in await outcomes(guild)} == {None}
        held.let_go.set()
        assert await settled(guild, 93) == ["sent"] * 93
        assert all(sorted(standing(guild, place)) == sorted(titles) for place in [good, *silent])


async def test_a_backlog_is_sent_without_looking_for_more_again_and_again(calm: SandboxGuild) -> None:
    await due_now(calm)
    await settled(calm, 1)
    scanner = calm.running.scanner
    before = scanner.looked_at
    looks: set[datetime | None] = set()
    scanner.on_scan(lambda: looks.add(scanner.looked_at))  # of a scan in several portions, after each
    began = time.monotonic()
    await due_now(calm, 60)
    assert await settled(calm, 61) == ["sent"] * 61

    assert 1 <= len(looks - {before}) <= 2 + (time.monotonic() - began) // LONGEST_SLEEP.total_seconds()


async def test_a_channel_with_hundreds_of_posts_holds_up_no_other(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path) as guild:
        busy, quiet = guild.channels["chat"], guild.channels["releases"]
        await subscribed(guild, busy)
        await due_now(guild, 600)
        await until(guild, lambda: len(standing(guild, busy)) > 0)
        await subscribed(guild, quiet)
        await due_now(guild)
        await until(guild, lambda: len(standing(guild, quiet)) > 0)

        assert len(standing(guild, busy)) < 12


async def test_what_is_withdrawn_while_it_waits_for_its_turn_is_not_posted(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path) as guild:
        place = guild.channels["chat"]
        await subscribed(guild, place)
        await due_now(guild, 8)
        await until(guild, lambda: len(standing(guild, place)) == 5)
        async with guild.database.write() as db:
            await db.execute(update(announcements).values(state="withdrawn"))

        states = await settled(guild, 8)

        # The sixth waits inside the library for the channel's limit to pass.
        assert states in (["sent"] * 5 + ["skipped"] * 3, ["sent"] * 6 + ["skipped"] * 2)


async def test_nothing_of_a_post_is_kept_after_it(calm: SandboxGuild) -> None:
    await due_now(calm, 30)
    await settled(calm, 30)

    assert list(calm.running.client.persistent_views) == []
    assert not [task for task in asyncio.all_tasks() if task.get_name().startswith("send to")]
    async with calm.database.read() as db:
        owners = set((await db.execute(select(deliveries.c.lease_owner))).scalars())
    assert owners == {None}


async def test_however_many_posts_a_second_are_allowed_they_are_posted(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path, posts_per_second=1e6) as guild:
        await subscribed(guild, guild.channels["chat"])
        await due_now(guild, 3)
        assert await settled(guild, 3) == ["sent"] * 3
