"""A store that is as it was a while ago, and doesn't know it: what was posted since is found in the channels."""

import shutil
from datetime import timedelta
from pathlib import Path

from bot.delivery.discord_channels import MESSAGES_OF_A_PAGE
from tests.wire.due_posts import due_now, settled, standing, subscribed
from tests.wire.guild import SandboxGuild

FORGOTTEN = timedelta(minutes=6)
"""After this Discord knows no nonce any more; and no post is late yet."""
MANY = 120


def looks(guild: SandboxGuild, channel_id: int) -> int:
    """How often the bot has read a channel's messages."""
    path = f"/channels/{channel_id}/messages"
    return sum(each.method == "GET" and each.path.endswith(path) for each in guild.sandbox.recorded)


async def put_back(guild: SandboxGuild, kept: Path) -> None:
    """Put a copy of the store's file in its place, as whoever goes back to a snapshot does, without its WAL."""
    for beside in guild.database_path.parent.glob(f"{guild.database_path.name}-*"):
        beside.unlink()
    shutil.copyfile(kept, guild.database_path)


async def kept_before(guild: SandboxGuild, count: int) -> tuple[Path, list[str]]:
    """Make posts due, keep the store as it is before they are posted, and have them posted."""
    titles = await due_now(guild, count, wake=False)
    await guild.stop()
    kept = guild.database_path.with_name("kept.db")
    shutil.copyfile(guild.database_path, kept)
    await guild.start()
    await settled(guild, count)
    return kept, titles


async def test_a_store_that_was_put_back_posts_nothing_twice_however_soon_it_is_started(calm: SandboxGuild) -> None:
    chat = calm.channels["chat"]
    kept, titles = await kept_before(calm, 20)
    assert sorted(standing(calm, chat)) == sorted(titles)
    await calm.stop()
    await put_back(calm, kept)
    await calm.jump(FORGOTTEN)
    await calm.start()

    assert await settled(calm, 20) == ["sent"] * 20
    assert sorted(standing(calm, chat)) == sorted(titles)
    titles += await due_now(calm)  # what comes due from now on isn't looked for
    before = looks(calm, chat)
    assert await settled(calm, 21) == ["sent"] * 21
    assert (sorted(standing(calm, chat)), looks(calm, chat)) == (sorted(titles), before)


async def test_a_channel_is_looked_through_once_for_all_that_is_due_there(calm: SandboxGuild) -> None:
    places = [calm.channels[name] for name in ("chat", "releases")]
    await subscribed(calm, places[1])
    kept, titles = await kept_before(calm, MANY)
    await calm.stop()
    await put_back(calm, kept)
    await calm.jump(FORGOTTEN)
    before = [looks(calm, place) for place in places]
    await calm.start()

    assert await settled(calm, 2 * MANY) == ["sent"] * 2 * MANY
    for place, looked_before in zip(places, before, strict=True):
        assert sorted(standing(calm, place)) == sorted(titles)
        assert looks(calm, place) - looked_before <= -(-MANY // MESSAGES_OF_A_PAGE)


async def test_a_machine_that_was_put_back_as_it_ran_posts_nothing_twice(calm: SandboxGuild) -> None:
    """What such a machine sees is its clock, which goes on by some minutes at once; what it did in them is lost."""
    chat = calm.channels["chat"]
    titles = await due_now(calm, 3)
    await settled(calm, 3)
    await calm.jump(FORGOTTEN)
    async with calm.database.write() as db:
        await db.exec_driver_sql("DELETE FROM deliveries")
        await db.exec_driver_sql("UPDATE store_state SET watermark = (SELECT min(due_at) - 1000000 FROM announcements)")
    await calm.jump(timedelta(seconds=1))

    assert await settled(calm, 3) == ["sent"] * 3
    assert sorted(standing(calm, chat)) == sorted(titles)
