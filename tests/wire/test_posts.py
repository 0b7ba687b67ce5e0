"""What is due is posted: once, on time, in the right channel, with the right role."""

import asyncio
import contextlib
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.delivery.tables import deliveries
from sandbox.client.messages import Message
from tests.patience import PATIENCE
from tests.wire.due_posts import settled
from tests.wire.guild import SandboxGuild, sandbox_guild

PREMIERE = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
WEEK = timedelta(weeks=1)


async def subscribe(guild: SandboxGuild, what: str = "releases", *, ping: bool = False, **options: str) -> None:
    where = "announcements" if what == "announcements" else "conventions" if what == "conventions" else "releases"
    if ping:
        options["role"] = str(guild.role_id)
    chosen = {"what": what, "channel": str(guild.channels[where]), **options}
    reply = await guild.moderator.slash("channel subscribe", chosen)
    assert not reply.failed


async def watch(guild: SandboxGuild, title: str = "metallic-rouge") -> None:
    assert not (await guild.moderator.slash("watchlist add", series=title)).failed


async def posts(guild: SandboxGuild, channel: str = "releases", *, count: int) -> list[Message]:
    """The channel's messages once there are so many; and it stays at that."""

    seen: list[Message] = await guild.member.messages(channel)
    async with asyncio.timeout(PATIENCE):
        while len(seen) < count:
            await guild.member.wait_for_message(channel, after=seen[-1].id if seen else 0)
            seen = await guild.member.messages(channel)
    assert len(seen) == count
    return seen


async def looked_at(guild: SandboxGuild, at: datetime) -> None:
    """Wait until the bot has looked with its clock set back to an instant."""
    async with asyncio.timeout(PATIENCE):
        while True:
            seen = guild.running.scanner.looked_at
            if seen is not None and at <= seen < at + timedelta(minutes=1):
                return
            await asyncio.sleep(0.02)


@pytest.mark.at("2024-01-10T12:00:00Z")
async def test_what_a_clock_that_was_ahead_left_out_comes_in_its_time(guild: SandboxGuild) -> None:
    await watch(guild)
    await subscribe(guild)
    now = guild.clock.now()
    await guild.jump(timedelta(days=365))
    assert set(await settled(guild, 2)) == {"skipped"}
    await guild.jump(now)
    await looked_at(guild, now)

    await guild.jump(PREMIERE - timedelta(hours=1))

    (countdown,) = await posts(guild, count=1)
    assert countdown.embed.title == "Metallic Rouge: premiere in 1 hour"


@pytest.mark.at("2024-01-10T16:24:00Z")
async def test_the_premiere_arrives_by_itself_with_the_role_pinged(guild: SandboxGuild) -> None:
    await watch(guild)
    await subscribe(guild, ping=True)
    await guild.jump(PREMIERE - timedelta(seconds=2))
    assert await guild.member.messages("releases") == []

    post = await guild.member.wait_for_message("releases")

    assert post.embed.title == "Metallic Rouge premieres now"
    assert f"<t:{int(PREMIERE.timestamp())}:F> · <t:{int(PREMIERE.timestamp())}:R>" in post.embed.text
    assert post.mention_roles == [guild.role_id]
    assert "late" not in post.text
    assert guild.clock.now() < PREMIERE + timedelta(seconds=15)


async def test_the_countdown_runs_to_the_last_episode_and_nothing_comes_twice(tmp_path: Path) -> None:
    # It runs for longer than a history is kept by itself.
    async with sandbox_guild(tmp_path, at="2024-01-03T12:00:00Z", rate_limits=False, history_keep=365) as guild:
        await watch(guild)
        await subscribe(guild)
        await guild.jump(PREMIERE - WEEK)
        await posts(guild, count=1)
        steps = [PREMIERE - timedelta(days=1), PREMIERE - timedelta(hours=1)]
        steps += [PREMIERE + number * WEEK for number in range(13)]
        for number, step in enumerate(steps, start=2):
            await guild.jump(step)
            await posts(guild, count=number)
        await guild.jump(timedelta(days=30))

        titles = [post.embed.title for post in await posts(guild, count=16)]
        assert sorted(titles) == sorted(
            [
                "Metallic Rouge: premiere in 7 days",
                "Metallic Rouge: premiere in 1 day",
                "Metallic Rouge: premiere in 1 hour",
                "Metallic Rouge premieres now",
                *(f"Metallic Rouge: episode {number} of 13 is out" for number in range(2, 13)),
                "Metallic Rouge: episode 13 of 13 (the last) is out",
            ]
        )
        assert await settled(guild, 16) == ["sent"] * 16


@pytest.mark.at("2024-01-03T12:00:00Z")
async def test_after_a_night_down_only_the_latest_step_is_posted_and_says_that_it_is_late(guild: SandboxGuild) -> None:
    await watch(guild)
    await subscribe(guild)
    await guild.stop()
    await guild.jump(PREMIERE - timedelta(minutes=30))
    await guild.start()

    (post,) = await posts(guild, count=1)

    assert post.embed.title == "Metallic Rouge: premiere coming up"
    due = int((PREMIERE - timedelta(hours=1)).timestamp())
    assert f"Posted late\nIt was due <t:{due}:R>" in post.embed.text
    assert await settled(guild, 3) == ["skipped", "skipped", "sent"]


@pytest.mark.at("2024-01-10T15:00:00Z")
async def test_what_was_missed_is_posted_late_while_it_is_news(guild: SandboxGuild) -> None:
    await watch(guild)
    await subscribe(guild)
    await guild.stop()
    await guild.jump(PREMIERE + timedelta(hours=8))
    await guild.start()

    (post,) = await posts(guild, count=1)

    assert post.embed.title == "Metallic Rouge has premiered"
    assert "Posted late" in post.embed.text


@pytest.mark.at("2024-01-10T15:00:00Z")
async def test_what_is_no_news_any_more_is_skipped(guild: SandboxGuild) -> None:
    await watch(guild)
    await subscribe(guild)
    await guild.stop()
    await guild.jump(PREMIERE + 52 * WEEK)
    await guild.start()

    assert set(await settled(guild, 1)) == {"skipped"}
    assert await guild.member.messages("releases") == []


@pytest.mark.at("2024-01-10T16:20:00Z")
async def test_a_restart_posts_nothing_again(guild: SandboxGuild) -> None:
    await watch(guild)
    await subscribe(guild)
    await guild.jump(PREMIERE)
    await posts(guild, count=1)
    for _ in range(3):
        await guild.restart()

    assert await settled(guild, 1) == ["sent"]
    await posts(guild, count=1)


@pytest.mark.at("2024-01-03T12:00:00Z")
async def test_a_series_that_nobody_watches_is_not_posted(guild: SandboxGuild) -> None:
    await subscribe(guild)
    await guild.jump(PREMIERE)
    await subscribe(guild, "conventions")  # answered after the look that the jump led to

    assert await guild.member.messages("releases") == []


@pytest.mark.at("2024-01-10T16:20:00Z")
async def test_one_series_can_be_subscribed_without_a_watchlist(guild: SandboxGuild) -> None:
    await subscribe(guild, "metallic-rouge", lead="now")
    await guild.jump(PREMIERE)

    (post,) = await posts(guild, count=1)
    assert post.embed.title == "Metallic Rouge premieres now"
    assert post.mention_roles == []


@pytest.mark.at("2023-07-01T15:30:00Z")
async def test_a_convention_opens_at_nine_there_and_its_news_follows(guild: SandboxGuild) -> None:
    await subscribe(guild, "conventions")
    await guild.jump("2023-07-01T16:00:00Z")

    (opening,) = await posts(guild, "conventions", count=1)
    assert opening.embed.title == "Anime Expo 2023 opens today"
    assert "1–4 July 2023" in opening.embed.text
    assert "Los Angeles Convention Center" in opening.embed.text

    await guild.jump("2023-07-05T16:00:00Z")
    news = next(post for post in await posts(guild, "conventions", count=2) if post.id != opening.id)
    assert "Metallic Rouge" in (news.embed.title or "")
    assert "Anime Expo 2023" in news.embed.text


@pytest.mark.at("2024-01-10T16:20:00Z")
async def test_the_button_under_a_post_tells_why_it_came(guild: SandboxGuild) -> None:
    await watch(guild)
    await subscribe(guild)
    await guild.jump(PREMIERE)
    (post,) = await posts(guild, count=1)
    await guild.restart()

    about = next(button for button in post.buttons if button.custom_id and button.custom_id.startswith("post:about:"))
    reply = await guild.member.click(post, custom_id=about.custom_id)
    assert reply.ephemeral
    assert "for the moment of the release itself" in reply.content
    assert "moderators subscribed this channel to releases" in reply.content
    assert "/channel" not in reply.content
    to_change = await guild.moderator.click(post, custom_id=about.custom_id)
    assert "`/channel unsubscribe`" in to_change.content

    card = await guild.member.click(post, label="About the series")
    assert card.heading == "Metallic Rouge"


@pytest.mark.at("2024-01-10T16:20:00Z")
async def test_a_crash_between_sending_and_settling_sends_nothing_twice(guild: SandboxGuild) -> None:
    """The claim ran out, the message stands, and Discord has long forgotten its nonce."""
    await watch(guild)
    await subscribe(guild)
    await guild.jump(PREMIERE)
    (post,) = await posts(guild, count=1)
    await settled(guild, 1)
    async with guild.database.write() as db:
        await db.execute(
            deliveries.update().values(state="pending", next_try_at=PREMIERE, message_id=None, lease_owner=None)
        )
    await guild.jump(PREMIERE + timedelta(minutes=30))

    assert await settled(guild, 1) == ["sent"]
    await posts(guild, count=1)
    async with guild.database.read() as db:
        assert await db.scalar(select(deliveries.c.message_id)) == post.id


@pytest.mark.at("2024-01-10T16:20:00Z")
async def test_a_backup_from_before_a_post_does_not_post_it_again(guild: SandboxGuild) -> None:
    await watch(guild)
    await subscribe(guild)
    backup = guild.database_path.with_suffix(".backup")
    with contextlib.closing(sqlite3.connect(guild.database_path)) as db:
        db.execute("VACUUM INTO ?", [str(backup)])
    await guild.jump(PREMIERE)
    (post,) = await posts(guild, count=1)
    await guild.stop()
    for leftover in guild.database_path.parent.glob(f"{guild.database_path.name}*"):
        leftover.unlink()
    backup.rename(guild.database_path)
    await guild.jump(timedelta(minutes=30))
    await guild.start()

    assert await settled(guild, 1) == ["sent"]
    await posts(guild, count=1)
    async with guild.database.read() as db:
        assert await db.scalar(select(deliveries.c.message_id)) == post.id


async def test_two_bots_on_one_store_post_once(tmp_path: Path) -> None:
    """A rolling upgrade, or a second start by mistake: each delivery goes to one of the two."""
    async with sandbox_guild(tmp_path, at="2024-01-10T16:20:00Z") as guild:
        await watch(guild)
        await subscribe(guild)
        for channel in ("conventions", "chat", "announcements"):
            where = str(guild.channels[channel])
            await guild.moderator.slash("channel subscribe", {"channel": where}, what="releases")
        async with guild.another_bot() as second:
            guild.clock.on_set(second.schedule.note_set_clock)
            await guild.jump(PREMIERE)
            for channel in ("releases", "conventions", "chat", "announcements"):
                await posts(guild, channel, count=1)
            assert await settled(guild, 4) == ["sent"] * 4
