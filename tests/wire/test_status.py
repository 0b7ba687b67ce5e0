"""What moderators see of how posts are doing, and what the owners see of the bot."""

import asyncio
import contextlib
import re
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from migrations import HEAD
from sandbox.rest.faults import Cut, Moment, Nonsense, Trouble, broken
from sandbox.rules.permissions import Permissions
from sandbox.world import changes
from tests.patience import PATIENCE
from tests.wire.announcing import posted, ready, write
from tests.wire.due_posts import due_now, looked, put_off, settled, standing, subscribed, until, until_paused
from tests.wire.guild import SandboxGuild, sandbox_guild
from tests.wire.trouble import without

AT = "2024-01-09T12:00:00Z"
pytestmark = pytest.mark.at(AT)


async def subscribe(guild: SandboxGuild, what: str, channel: str, **more: str) -> None:
    asked = {"what": what, "channel": str(guild.channels[channel]), **more}
    assert "now gets" in (await guild.moderator.slash("channel subscribe", asked)).content


async def status(guild: SandboxGuild) -> str:
    reply = await guild.moderator.slash("channel status")
    assert reply.ephemeral
    return reply.text


async def test_a_guild_without_subscriptions_is_told_how_to_begin(guild: SandboxGuild) -> None:
    assert "`/channel subscribe`" in await status(guild)
    assert "Nothing has been due" in (await guild.moderator.slash("channel log")).text


async def test_each_subscription_says_what_it_posted_and_what_comes_next(guild: SandboxGuild) -> None:
    await subscribe(guild, "metallic-rouge", "releases")
    await ready(guild)
    before = await status(guild)
    assert "2 subscriptions, none paused" in before
    assert "Last: nothing yet · Next: Metallic Rouge: premiere, 1 day before, <t:1704817500:R>" in before
    assert "Next: nothing known" in before

    await guild.jump("2024-01-09T16:25:01Z")
    await settled(guild, 1)
    after = await status(guild)
    (message,) = guild.sandbox.world.channels[guild.channels["releases"]].log
    assert (
        f"Last: [<t:1704817500:R>](https://discord.com/channels/{guild.id}/{message['channel_id']}/{message['id']})"
        in after
    )
    assert "Next: Metallic Rouge: premiere, 1 hour before, <t:1704900300:R>" in after
    assert "✅ Posting" in after


async def test_what_would_go_wrong_is_said_before_it_has(guild: SandboxGuild) -> None:
    await subscribe(guild, "releases", "releases", role=str(guild.role_id))
    assert "The watchlist is empty" in await status(guild)
    changes.delete_role(guild.sandbox.world, guild.id, guild.role_id)
    assert "The role to ping was deleted" in await status(guild)
    changes.set_overwrite(
        guild.sandbox.world,
        guild.channels["releases"],
        guild.sandbox.application_id,
        deny=Permissions.EMBED_LINKS,
    )
    assert "I lack **Embed Links** here" in await status(guild)


async def test_a_pause_says_why_since_when_and_what_to_do(guild: SandboxGuild) -> None:
    chat = guild.channels["chat"]
    await subscribed(guild, chat)
    changes.set_overwrite(guild.sandbox.world, chat, guild.sandbox.application_id, deny=Permissions.SEND_MESSAGES)
    await due_now(guild)
    await until_paused(guild, chat)

    shown = await status(guild)

    assert "1 subscription, 1 paused" in shown
    assert "⏸️ Paused <t:" in shown
    assert "Give me **Send Messages**" in shown
    assert "View Channel" not in shown
    assert "1 post waiting" in shown
    assert "waits until the channel can be posted to again" in (await guild.moderator.slash("channel log")).text


async def test_a_button_tries_a_subscription(guild: SandboxGuild) -> None:
    await ready(guild)
    shown = await guild.moderator.slash("channel status")

    tried = await guild.moderator.click(shown, "Test")

    assert "Posted an example" in tried.content
    assert len(standing(guild, guild.channels["announcements"])) == 1


async def test_many_subscriptions_have_pages(guild: SandboxGuild) -> None:
    places = [changes.create_channel(guild.sandbox.world, guild.id, f"place-{number}").id for number in range(60)]
    await subscribed(guild, *places)

    first = await guild.moderator.slash("channel status")
    second = await guild.moderator.click(first, "Next")

    assert "60 subscriptions" in first.text
    assert f"<#{places[0]}>" in first.text
    assert f"<#{places[4]}>" in second.text


async def test_the_log_tells_what_became_of_each_post(guild: SandboxGuild) -> None:
    chat, there = guild.channels["chat"], guild.channels["announcements"]
    await subscribed(guild, chat, there)
    (title,) = await due_now(guild)
    await settled(guild, 2)
    guild.sandbox.faults.add(broken(503), times=None, channel_id=chat)
    (late,) = await due_now(guild)
    await until(guild, lambda: late in standing(guild, there))
    await put_off(guild, 1)

    everything = await guild.moderator.slash("channel log")
    of_chat = await guild.moderator.slash("channel log", {"channel": str(chat)})

    assert everything.ephemeral
    assert everything.text.count(title) == everything.text.count(late) == 2
    assert "posted after 0." in everything.text
    assert f"<#{there}>, due" not in of_chat.text
    assert "⏳" in of_chat.text
    assert "Discord answered 503" in of_chat.text


async def test_the_log_says_how_late_a_post_came(guild: SandboxGuild) -> None:
    await subscribed(guild, guild.channels["chat"])
    await due_now(guild, wake=False)
    await guild.stop()
    guild.clock.advance(timedelta(hours=3))
    await guild.start()
    await settled(guild, 1)

    assert "posted 3 hours" in (await guild.moderator.slash("channel log")).text


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (Cut(Moment.BEFORE), "the connection to Discord was lost before its answer came"),
        (Nonsense(), "Discord's answer made no sense"),
        (broken(503), "Discord answered 503"),
    ],
)
async def test_the_log_tells_of_trouble_in_words(calm: SandboxGuild, trouble: Trouble, words: str) -> None:
    calm.sandbox.faults.add(trouble, times=None, channel_id=calm.channels["chat"])
    await due_now(calm)
    await put_off(calm, 1)

    shown = (await calm.moderator.slash("channel log")).text

    assert f": {words}" in shown
    assert "Error" not in shown


async def test_buttons_are_answered_after_a_restart(guild: SandboxGuild) -> None:
    await subscribed(guild, guild.channels["chat"])
    await due_now(guild, 9)
    await settled(guild, 9)
    shown, log = await guild.moderator.slash("channel status"), await guild.moderator.slash("channel log")
    await guild.restart()

    assert "Posted an example" in (await guild.moderator.click(shown, "Test")).content
    assert "Page 2 of 2" in (await guild.moderator.click(log, "Next")).text


async def test_a_moderator_who_is_one_no_more_is_told_no_by_buttons(guild: SandboxGuild) -> None:
    await subscribed(guild, *(changes.create_channel(guild.sandbox.world, guild.id, f"p-{n}").id for n in range(5)))
    await due_now(guild, 2)
    await settled(guild, 10)
    other = changes.create_account(guild.sandbox.world, "deputy", guild_id=guild.id)
    member = guild.sandbox.guild.members[other.id]
    member["roles"].append(str(guild.sandbox.roles["Moderator"]))
    async with guild.sandbox.person("deputy") as deputy:
        shown, log = await deputy.slash("channel status"), await deputy.slash("channel log")
        member["roles"].clear()

        for message, label in ((shown, "Next"), (log, "Next")):
            refused = await deputy.click(message, label)
            assert "Manage Server" in refused.content
        button = next(each for each in shown.buttons if each.label == "Test")
        assert "Manage Server" in (await deputy.click(shown, custom_id=button.custom_id)).content


async def test_another_guilds_button_reaches_nothing(guild: SandboxGuild) -> None:
    await subscribed(guild, guild.channels["chat"])
    await due_now(guild)
    await settled(guild, 1)
    shown = await guild.moderator.slash("channel status")
    world = guild.sandbox.world
    elsewhere = changes.create_guild(world, "Elsewhere")
    [place] = [each for each in world.channels.values() if each.guild_id == elsewhere.id]
    # As if the message stood in the other guild, in which the same person moderates.
    message = world.channels[shown.channel_id].unseen[guild.moderator_id].get(shown.id)
    assert message is not None
    place.unseen[guild.moderator_id] = type(place.log)([message | {"channel_id": str(place.id)}])
    [there] = await guild.moderator.messages(place.id)

    assert "This subscription no longer exists" in (await guild.moderator.click(there, "Test")).content
    assert "No channel gets posts" in (await guild.moderator.slash("channel status", channel=place.id)).text
    assert "Nothing has been due" in (await guild.moderator.slash("channel log", channel=place.id)).text
    assert len(standing(guild, guild.channels["chat"])) == 1


async def test_members_are_shown_nothing(guild: SandboxGuild) -> None:
    offered = await guild.member.commands()
    assert not {"channel status", "channel log", "owner health"} & set(offered)


# --- the owners -------------------------------------------------------------------------------------------------------


async def test_the_owner_sees_how_the_bot_is_doing(guild: SandboxGuild) -> None:
    await subscribed(guild, guild.channels["chat"], guild.channels["announcements"])
    await due_now(guild, 3)
    await settled(guild, 6)

    reply = await guild.owner.slash("owner health")

    assert reply.ephemeral
    fields = reply.embed.fields
    assert fields["Queue"] == "empty"
    assert re.search(r"6 posted; delay p50 \d+\.\d\d s", fields["Past day"])
    assert "0 of 2" in "".join(fields) or "Paused (0 of 2)" not in fields
    assert f"Schema {HEAD}" in fields["Database"]
    assert "left on its disk" in fields["Database"]
    assert "Starter catalogue, loaded" in fields["Sources"]
    assert "1 server" in fields["Process"]


@pytest.mark.parametrize(("minutes", "told"), [(5, "ahead of"), (-5, "behind")])
async def test_the_owner_is_told_of_a_clock_that_is_wrong(guild: SandboxGuild, minutes: int, told: str) -> None:
    assert "clock" not in (await guild.owner.slash("owner health")).embed.description
    guild.clock_ahead = timedelta(minutes=minutes)
    await guild.restart()

    assert f"s {told} Discord's" in (await guild.owner.slash("owner health")).embed.description


@pytest.mark.parametrize("minutes", [25, -25])
async def test_posts_go_by_discords_clock_where_the_machines_is_wrong(guild: SandboxGuild, minutes: int) -> None:
    guild.clock_ahead = timedelta(minutes=minutes)
    await guild.restart()
    await ready(guild)
    now = guild.clock.now()
    preview = await write(guild, when=f"<t:{int((now + timedelta(minutes=10)).timestamp())}>")
    await guild.moderator.click(preview, "Schedule")
    await guild.jump(timedelta(seconds=2))  # Discord tells the time by the second
    await looked(guild, now)
    assert await guild.member.messages("announcements") == []

    await guild.jump(timedelta(minutes=10))
    post = await posted(guild)
    assert "late" not in post.text
    assert await settled(guild, 1) == ["sent"]


async def test_the_owner_is_told_what_to_do_about_a_store_that_cannot_be_read(guild: SandboxGuild) -> None:
    async with without(guild, "subscriptions"):
        reply = await guild.owner.slash("owner health")

    assert "no such table" in reply.embed.description
    assert "1 server" in reply.embed.fields["Process"]
    assert "incident" not in reply.text


async def test_the_owner_is_told_of_a_damaged_store_and_the_way_back(tmp_path: Path) -> None:
    async with sandbox_guild(tmp_path, backup_keep=1) as guild:
        async with asyncio.timeout(PATIENCE):
            while True:
                if "Backed up" in (await guild.owner.slash("owner health")).embed.fields["Database"]:
                    break
                await asyncio.sleep(0.1)
        damage(guild)

        reply = await guild.owner.slash("owner health")

        assert "is damaged; restore the newest backup: yokoku database restore" in reply.embed.description


def damage(guild: SandboxGuild) -> None:
    """Write over all pages but the first, as a failing disk would."""
    with contextlib.closing(sqlite3.connect(guild.database_path)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    size = guild.database_path.stat().st_size
    with guild.database_path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (size - 4096))


async def test_nobody_else_sees_it(guild: SandboxGuild) -> None:
    refused = await guild.moderator.slash("owner health")

    assert "Only the owners" in refused.content
    assert not refused.message.embeds
