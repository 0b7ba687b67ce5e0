"""Backups while the bot runs, and the restore drill: nothing is lost, nothing comes twice."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.database.backups import folder_of, lying_at
from bot.database.copies import back_up
from tests.cli.command_line import ended
from tests.database.stores import count, is_whole, url
from tests.patience import PATIENCE
from tests.wire.due_posts import due_now, settled, standing, subscribed, until
from tests.wire.guild import SandboxGuild, sandbox_guild
from tests.wire.trouble import told

A_DAY = timedelta(days=1, minutes=1)
MANY = 7
"""How many daily backups are kept, where a test isn't about that; elsewhere in the tests no bot makes any."""


@pytest.fixture
async def calm(tmp_path: Path) -> AsyncIterator[SandboxGuild]:
    async with sandbox_guild(tmp_path, rate_limits=False, backup_keep=2) as opened:
        yield opened


async def until_backups(guild: SandboxGuild, is_so: int, *, newest: str = "") -> list[Path]:
    """The backups, once there are so many and the newest is another than the one named."""
    async with asyncio.timeout(PATIENCE):
        while True:
            found = lying_at(guild.database_path)
            if len(found) == is_so and found[0].name != newest:
                return found
            await asyncio.sleep(0.02)


# --- every day --------------------------------------------------------------------------------------------------------


async def test_a_backup_is_made_each_day_and_the_newest_are_kept(calm: SandboxGuild) -> None:
    (first,) = await until_backups(calm, 1)
    await until_noted(calm)
    await calm.jump(A_DAY)
    second, _ = await until_backups(calm, 2)
    await until_noted(calm)
    await calm.jump(A_DAY)
    third, _ = await until_backups(calm, 2, newest=second.name)

    assert lying_at(calm.database_path) == [third, second]
    assert not first.exists()
    assert is_whole(third)


async def test_a_restart_makes_no_other(calm: SandboxGuild) -> None:
    before = await until_backups(calm, 1)
    await until_noted(calm)
    await calm.restart()
    await due_now(calm)
    await calm.jump(timedelta(hours=23))
    await calm.restart()

    assert lying_at(calm.database_path) == before


async def until_noted(guild: SandboxGuild) -> None:
    """Wait until the bot has written down that the backup is made."""
    from sqlalchemy import select

    from bot.database.tables import store_state

    async with asyncio.timeout(PATIENCE):
        while True:
            async with guild.database.read() as db:
                at = await db.scalar(select(store_state.c.backed_up_at))
            if at is not None and guild.clock.now() - at < timedelta(hours=1):
                return
            await asyncio.sleep(0.02)


async def test_two_bots_make_one(tmp_path: Path) -> None:
    async with (
        sandbox_guild(tmp_path / "a", backup_keep=MANY) as guild,
        sandbox_guild(tmp_path / "b", start=False, backup_keep=MANY) as other,
    ):
        await until_backups(guild, 1)
        await until_noted(guild)
        other.database_path = guild.database_path
        await other.start()
        for day in range(2, 4):
            for each in (guild, other):
                each.clock.set(guild.clock.now() + (A_DAY if each is guild else timedelta(0)))
            await until_backups(guild, day)
            await until_noted(guild)

        assert len(lying_at(guild.database_path)) == 3


async def test_none_is_made_where_none_is_wanted(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path, backup_keep=0) as guild:
        await subscribed(guild, guild.channels["chat"])
        await due_now(guild)
        await settled(guild, 1)
        await guild.jump(A_DAY)

        assert not folder_of(guild.database_path).exists()


async def test_a_backup_that_fails_is_told_once_and_tried_again_and_posts_go_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    in_the_way = tmp_path / "backups"
    in_the_way.write_text("a file")
    async with sandbox_guild(tmp_path, rate_limits=False, backup_keep=MANY) as guild:
        await subscribed(guild, guild.channels["chat"])
        for number in range(1, 4):
            await due_now(guild)
            assert await settled(guild, number) == ["sent"] * number
            await guild.jump(timedelta(hours=1, minutes=1))
        in_the_way.unlink()
        await guild.jump(timedelta(hours=1, minutes=1))
        await until_backups(guild, 1)

    failures = [line for line in told(caplog.records) if "backup" in line]
    assert len(failures) == 1, failures
    assert "The daily backup failed, and is tried each hour: " in failures[0]
    assert "can't be copied to" in failures[0]


# --- the drill --------------------------------------------------------------------------------------------------------


async def database(guild: SandboxGuild, *arguments: str) -> str:
    """`yokoku database …` as a process of its own, on the guild's store."""
    status, output = await ended(
        guild.database_path.parent, "database", *arguments, DATABASE_URL=url(guild.database_path)
    )
    assert status == 0, output
    return output


async def test_after_a_restore_nothing_is_lost_and_nothing_comes_twice(tmp_path: Path) -> None:
    """Also what was due within the last ten minutes, which isn't late, and whose nonces Discord has forgotten."""
    async with sandbox_guild(tmp_path, rate_limits=False, backup_keep=MANY) as guild:
        place = guild.channels["chat"]
        await subscribed(guild, place)
        before = await due_now(guild, 3)
        await settled(guild, 3)
        since = await due_now(guild, 4, wake=False)
        await guild.stop()  # it looks by itself before long, and the copy may take longer
        await database(guild, "backup", "--to", "kept.db")
        assert count(tmp_path / "kept.db", "deliveries") == 3
        await guild.start()
        await settled(guild, 7)
        assert sorted(standing(guild, place)) == sorted(before + since)
        await guild.stop()
        said = await database(guild, "restore", "kept.db")
        assert "looks for what it posted since that backup before it posts anything again" in said
        await guild.jump(timedelta(minutes=8))
        await guild.start()

        assert await settled(guild, 7) == ["sent"] * 7
        assert sorted(standing(guild, place)) == sorted(before + since)
        after = await due_now(guild, 2)
        assert await settled(guild, 9) == ["sent"] * 9
        assert sorted(standing(guild, place)) == sorted(before + since + after)


async def test_what_was_not_yet_posted_is_posted_after_a_restore(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path, rate_limits=False, backup_keep=MANY) as guild:
        place = guild.channels["chat"]
        await subscribed(guild, place)
        await until_noted(guild)
        titles = await due_now(guild, 4, wake=False)
        await guild.stop()
        await database(guild, "backup", "--to", "kept.db")
        await database(guild, "restore", "kept.db")
        await guild.start()

        assert await settled(guild, 4) == ["sent"] * 4
        assert sorted(standing(guild, place)) == sorted(titles)


async def test_a_running_bots_store_is_not_replaced(calm: SandboxGuild) -> None:
    await database(calm, "backup", "--to", "kept.db")

    status, output = await ended(
        calm.database_path.parent, "database", "restore", "kept.db", DATABASE_URL=url(calm.database_path)
    )

    assert status == 2
    assert "A bot is running" in output
    assert not (await calm.member.slash("series", series="metallic-rouge")).failed


async def test_a_bot_that_writes_all_the_time_is_backed_up_whole(calm: SandboxGuild) -> None:
    places = [calm.channels[name] for name in ("chat", "releases", "conventions", "announcements")]
    await subscribed(calm, *places)
    await due_now(calm, 25)
    await until(calm, lambda: sum(len(standing(calm, place)) for place in places) >= 10)
    copies = [
        await asyncio.to_thread(
            back_up, calm.database_path, calm.clock.now(), to=calm.database_path.with_name(f"{number}.db")
        )
        for number in range(5)
    ]

    assert await settled(calm, 100) == ["sent"] * 100
    assert all(is_whole(copy) for copy in copies)
