"""Announcements that change or are withdrawn after they went out, and posts that are published."""

import asyncio
import sqlite3
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, update

from bot.announcements.model import TakenBack
from bot.announcements.tables import announcements
from bot.delivery.model import LEASE
from bot.delivery.tables import deliveries
from bot.subscriptions.model import PauseReason
from bot.ui.text import stamp
from bot.workers import LONGEST_WAIT
from sandbox.client import Message, Reply
from sandbox.rest.faults import broken, limited
from sandbox.rules.permissions import Permissions
from sandbox.world import changes
from tests.examples import IS_LONG
from tests.patience import PATIENCE
from tests.wire.announcing import FIELDS, posted, ready, until_amended, write
from tests.wire.due_posts import due_now, looked, settled, standing, subscribed, until, until_paused
from tests.wire.guild import SandboxGuild
from tests.wire.told import until_directly
from tests.wire.trouble import Counted, HeldAnswer, locked, until_logged

MESSAGE = "/channels/{channel_id}/messages/{message_id}"
CROSSPOST = MESSAGE + "/crosspost"
CROSSPOSTED = 1 << 0


@pytest.fixture
def fans(guild: SandboxGuild) -> int:
    """A role that is pinged."""
    return guild.role_id


async def announced(guild: SandboxGuild, **options: str) -> Message:
    """An announcement that stands in `#announcements`."""
    await ready(guild, **options)
    await guild.moderator.click(await write(guild), "Post")
    return await posted(guild)


async def changed(guild: SandboxGuild, **fields: str) -> Reply:
    """Change the newest announcement that went out, as a moderator does."""
    form = await guild.moderator.click(await guild.moderator.slash("announcements"), "Edit")
    return await guild.moderator.click(await guild.moderator.submit(form, fields), "Save")


def post_in(guild: SandboxGuild, channel: str, number: int = 0) -> Message:
    """A message in a channel as Discord has it."""
    return Message(list(guild.sandbox.world.channels[guild.channels[channel]].log)[number])


async def test_what_was_posted_is_edited_and_pings_nobody_again(guild: SandboxGuild, fans: int) -> None:
    first = await announced(guild, role=str(fans))

    assert "pings nobody again" not in first.content
    assert "being updated" in (await changed(guild, title="Film night", text="Bring **tea**.")).content
    await until_amended(guild)

    now = post_in(guild, "announcements")
    assert (now.id, now.embed.title, now.embed.description) == (first.id, "Film night", "Bring **tea**.")
    assert now.content == first.content == f"<@&{fans}>"
    assert len(standing(guild, guild.channels["announcements"])) == 1
    edits = [each for each in guild.sandbox.recorded if each.method == "PATCH" and each.template == MESSAGE]
    assert [each.body["allowed_mentions"] for each in edits] == [{"parse": []}]
    assert ", edited" in (await guild.moderator.slash("announcements")).text


async def test_edited_between_two_channels_both_show_the_new_words(guild: SandboxGuild) -> None:
    chat, announcements_ = guild.channels["chat"], guild.channels["announcements"]
    await subscribed(guild, chat, announcements_)
    guild.sandbox.faults.add(broken(503), times=None, channel_id=chat)
    (title,) = await due_now(guild)
    await until(guild, lambda: standing(guild, announcements_) == [title])

    await changed(guild, title="Changed")
    await until(guild, lambda: standing(guild, announcements_) == ["Changed"])
    assert standing(guild, chat) == []
    guild.sandbox.faults.clear()

    assert await settled(guild, 2) == ["sent", "sent"]
    await until_amended(guild)
    assert (standing(guild, chat), standing(guild, announcements_)) == (["Changed"], ["Changed"])


async def test_edited_while_its_post_is_on_its_way_it_shows_the_new_words(guild: SandboxGuild) -> None:
    chat = guild.channels["chat"]
    await subscribed(guild, chat)
    answer = HeldAnswer()
    guild.sandbox.faults.add(answer)
    await due_now(guild)
    await until(guild, lambda: len(standing(guild, chat)) == 1)

    await changed(guild, title="Changed")
    answer.let_go.set()

    assert await settled(guild, 1) == ["sent"]
    await until_amended(guild)
    assert standing(guild, chat) == ["Changed"]


@pytest.mark.parametrize("how", TakenBack)
async def test_withdrawn_it_is_deleted_or_struck_and_comes_nowhere_else(guild: SandboxGuild, how: TakenBack) -> None:
    chat, there = guild.channels["chat"], guild.channels["announcements"]
    await subscribed(guild, chat, there)
    guild.sandbox.faults.add(broken(503), times=None, channel_id=chat)
    (title,) = await due_now(guild)
    await until(guild, lambda: standing(guild, there) == [title])

    question = await guild.moderator.click(await guild.moderator.slash("announcements"), "Withdraw")
    label = "Delete them" if how is TakenBack.DELETE else "Strike them through"
    assert "was withdrawn" in (await guild.moderator.click(question, label)).text
    await until_amended(guild)
    guild.sandbox.faults.clear()

    assert await settled(guild, 2) in (["sent", "skipped"], ["skipped", "sent"])
    assert standing(guild, chat) == []
    if how is TakenBack.DELETE:
        assert standing(guild, there) == []
    else:
        embed = post_in(guild, "announcements").embed
        assert (embed.title, embed.description) == (f"~~{title}~~", "**This was withdrawn.**\n~~It is due.~~")
    assert title not in (await guild.moderator.slash("announcements")).text


@pytest.mark.parametrize("how", TakenBack)
async def test_status_and_log_lead_to_what_stands_and_to_nothing_that_was_deleted(
    guild: SandboxGuild, how: TakenBack
) -> None:
    message = await announced(guild)
    address = f"https://discord.com/channels/{guild.id}/{message.channel_id}/{message.id}"
    question = await guild.moderator.click(await guild.moderator.slash("announcements"), "Withdraw")
    label = "Delete them" if how is TakenBack.DELETE else "Strike them through"
    await guild.moderator.click(question, label)
    await until_amended(guild)

    status = (await guild.moderator.slash("channel status")).text
    log = (await guild.moderator.slash("channel log")).text
    assert "Last: " in status
    assert "Last: nothing yet" not in status
    stands = how is not TakenBack.DELETE
    assert (address in status, address in log, "deleted since" not in log) == (stands, stands, stands)


async def test_a_bot_that_ends_before_the_edit_does_it_when_it_is_back(guild: SandboxGuild) -> None:
    await announced(guild)
    guild.sandbox.faults.add(broken(503), method="PATCH", template=MESSAGE, times=None)
    await changed(guild, title="Changed")
    await guild.stop()
    guild.sandbox.faults.clear()
    assert post_in(guild, "announcements").embed.title == FIELDS["title"]
    await guild.start()
    await guild.jump(timedelta(minutes=2))

    await until_amended(guild)
    assert post_in(guild, "announcements").embed.title == "Changed"


async def test_a_post_that_somebody_deleted_stays_deleted(guild: SandboxGuild) -> None:
    first = await announced(guild)
    changes.delete_message(guild.sandbox.world, guild.channels["announcements"], first.id)

    await changed(guild, title="Changed")
    await until_amended(guild)

    assert standing(guild, guild.channels["announcements"]) == []


async def test_what_can_not_be_changed_any_more_is_said_in_the_log(guild: SandboxGuild) -> None:
    first = await announced(guild)
    there = guild.channels["announcements"]
    changes.set_overwrite(
        guild.sandbox.world, there, guild.sandbox.application_id, kind=1, deny=Permissions.VIEW_CHANNEL
    )

    await changed(guild, title="Changed")
    await until_amended(guild)

    async with guild.database.read() as db:
        reasons = list((await db.execute(select(deliveries.c.reason))).scalars())
    assert reasons == [f"posted, but not changed yet: {PauseReason.CHANNEL_HIDDEN}"]
    assert post_in(guild, "announcements").id == first.id
    [told] = await until_directly(guild)
    assert f"in <#{there}>: {PauseReason.CHANNEL_HIDDEN}" in told


async def test_what_can_not_be_changed_yet_is_changed_once_its_channel_is_shown_again(guild: SandboxGuild) -> None:
    await announced(guild)
    there, bot_id = guild.channels["announcements"], guild.sandbox.application_id
    changes.set_overwrite(guild.sandbox.world, there, bot_id, kind=1, deny=Permissions.VIEW_CHANNEL)
    saved = await changed(guild, title="Changed")
    await until_amended(guild)
    assert standing(guild, there) == [FIELDS["title"]]
    async with asyncio.timeout(PATIENCE):
        while True:
            if "Not changed" in (await saved.refresh()).content:
                break
            await asyncio.sleep(0.02)

    changes.set_overwrite(guild.sandbox.world, there, bot_id, kind=1, allow=Permissions.VIEW_CHANNEL)

    await until(guild, lambda: standing(guild, there) == ["Changed"])


async def test_a_change_that_makes_no_sense_is_tried_again_and_shown_once_it_is_mended(
    guild: SandboxGuild, caplog: pytest.LogCaptureFixture
) -> None:
    await announced(guild)
    hurt = update(announcements)
    async with guild.database.write() as db:
        await db.execute(hurt.values(state="nonsense", title="Changed", version=1))
        await db.execute(update(deliveries).values(amend_at=guild.clock.now()))
    guild.running.schedule.wake()
    await until_logged(caplog, "can't be brought up to date yet")

    async with guild.database.write() as db:
        await db.execute(hurt.values(state="scheduled"))
    await guild.jump(LONGEST_WAIT)
    await until_amended(guild)
    assert post_in(guild, "announcements").embed.title == "Changed"


# --- published --------------------------------------------------------------------------------------------------------


async def test_posts_are_published_to_who_follows_the_channel(guild: SandboxGuild) -> None:
    await announced(guild, publish="True")
    await settled(guild, 1)
    await until_amended(guild)

    assert post_in(guild, "announcements").raw["flags"] & CROSSPOSTED


async def test_only_announcement_channels_can_publish(guild: SandboxGuild) -> None:
    asked = {"what": "announcements", "channel": str(guild.channels["chat"]), "publish": "True"}
    refused = await guild.moderator.slash("channel subscribe", asked)

    assert "announcement channels only" in refused.content


async def test_what_was_published_but_not_written_down_is_published_once(guild: SandboxGuild) -> None:
    await ready(guild, publish="True")
    guild.sandbox.faults.add(broken(503, done=True), template=CROSSPOST)
    await guild.moderator.click(await write(guild), "Post")
    await settled(guild, 1)
    await until_amended(guild)

    tries = [each.status for each in guild.sandbox.recorded if each.template == CROSSPOST]
    assert tries == [200, 400]  # the second is told that it is published already
    assert post_in(guild, "announcements").raw["flags"] & CROSSPOSTED


async def test_a_channel_that_can_publish_no_more_is_paused(guild: SandboxGuild) -> None:
    await announced(guild, publish="True")
    there = guild.channels["announcements"]
    changes.set_news(guild.sandbox.world, there, news=False)
    await due_now(guild)

    assert await until_paused(guild, there) == {there: PauseReason.NOT_PUBLISHABLE}
    changes.set_news(guild.sandbox.world, there, news=True)
    assert await settled(guild, 2) == ["sent", "sent"]


@pytest.mark.at("2024-01-03T12:00:00Z")
async def test_where_no_more_is_published_edits_go_on_and_status_says_until_when(guild: SandboxGuild) -> None:
    there, chat = guild.channels["announcements"], guild.channels["chat"]
    await subscribed(guild, chat)
    limit_of_an_hour = Counted(limited(3000))
    guild.sandbox.faults.add(limit_of_an_hour, template=CROSSPOST, times=None)
    first = await announced(guild, publish="True")
    await due_now(guild, 11)
    assert set(await settled(guild, 24)) == {"sent"}
    [limit] = await until_held(guild, 12)

    shown = (await guild.moderator.slash("channel status")).text
    done_by = stamp(limit + timedelta(hours=1))
    assert f"12 posts wait to be published, until about {done_by}" in shown
    assert limit_of_an_hour.met == 1

    # As Discord holds publishing back, edits in that channel and in others don't wait for it.
    form = await guild.moderator.click(await guild.moderator.slash("announcements"), "Edit")
    await guild.moderator.click(await guild.moderator.submit(form, title="Changed"), "Save")
    await until(guild, lambda: "Changed" in standing(guild, there) and "Changed" in standing(guild, chat))
    assert not post_in(guild, "announcements").raw["flags"] & CROSSPOSTED

    guild.sandbox.faults.clear()
    await guild.jump(timedelta(minutes=51))
    await until(guild, lambda: bool(post_in(guild, "announcements").raw["flags"] & CROSSPOSTED))
    assert first.id == post_in(guild, "announcements").id


async def until_held(guild: SandboxGuild, count: int) -> set[datetime]:
    """When so many posts are to be published, once all of them are put off."""
    waiting = select(deliveries.c.publish_at).where(deliveries.c.publish_at.is_not(None))
    async with asyncio.timeout(PATIENCE):
        while True:
            async with guild.database.read() as db:
                found = list((await db.execute(waiting.where(deliveries.c.publish_owner.is_(None)))).scalars())
            if len(found) == count and min(found) > guild.clock.now() + timedelta(minutes=10):
                return set(found)
            await asyncio.sleep(0.02)


async def test_what_a_dead_process_was_changing_is_changed_at_once(guild: SandboxGuild) -> None:
    await announced(guild)
    await until_amended(guild)
    there = guild.channels["announcements"]
    met = Counted(broken(503))
    guild.sandbox.faults.add(met, method="DELETE", template=MESSAGE, times=None)
    question = await guild.moderator.click(await guild.moderator.slash("announcements"), "Withdraw")
    await guild.moderator.click(question, "Delete them")
    await met.until(1)
    await guild.stop()
    guild.sandbox.faults.clear()
    with sqlite3.connect(guild.database_path) as db:  # as a process leaves it that is killed meanwhile
        lease = int((guild.clock.now() + LEASE).timestamp() * 1_000_000)
        db.execute("UPDATE deliveries SET amend_at = ?, amend_owner = 'dead'", (lease,))
    guild.database_path.with_name(f"{guild.database_path.name}.dead.claimant").touch()
    guild.clock.pause()

    await guild.start()

    await until(guild, lambda: standing(guild, there) == [])


@pytest.mark.skipif(not IS_LONG, reason="takes a quarter of a minute: YOKOKU_TEST_LONG=1 runs it")
async def test_a_stop_waits_for_no_crowd_of_edits_that_a_locked_store_keeps(calm: SandboxGuild) -> None:
    places = [changes.create_channel(calm.sandbox.world, calm.id, f"place-{number}").id for number in range(19)]
    await subscribed(calm, *places)
    await due_now(calm)
    assert await settled(calm, 20) == ["sent"] * 20
    held = HeldAnswer()
    edits = Counted(held)
    calm.sandbox.faults.add(edits, method="PATCH", template=MESSAGE, times=None, lasting=timedelta(days=1))
    await changed(calm, title="Changed")
    await edits.until(20)

    async with locked(calm):
        held.let_go.set()
        async with asyncio.timeout(30):  # each of them would wait for two seconds, one after another
            await calm.stop()

    await calm.jump(LEASE)
    await calm.start()
    await until_amended(calm)
    assert {title for place in places for title in standing(calm, place)} == {"Changed"}


BACK = timedelta(minutes=-5)


async def test_what_is_out_is_changed_and_stays_out_though_the_clock_was_set_back(guild: SandboxGuild) -> None:
    first = await announced(guild)
    await guild.jump(BACK)
    await looked(guild, guild.clock.now())

    listed = (await guild.moderator.slash("announcements")).text
    assert "Nothing scheduled" in listed
    assert "being updated" in (await changed(guild, title="Film night")).content
    await until_amended(guild)
    await guild.jump(-2 * BACK)
    await looked(guild, guild.clock.now())

    assert standing(guild, guild.channels["announcements"]) == ["Film night"]
    assert post_in(guild, "announcements").id == first.id


@pytest.mark.parametrize("how", TakenBack)
async def test_withdrawn_after_the_clock_was_set_back_its_posts_are_dealt_with(
    guild: SandboxGuild, how: TakenBack
) -> None:
    await announced(guild)
    await guild.jump(BACK)
    await looked(guild, guild.clock.now())

    question = await guild.moderator.click(await guild.moderator.slash("announcements"), "Withdraw")
    assert "It has already been posted" in question.text
    label = "Delete them" if how is TakenBack.DELETE else "Strike them through"
    await guild.moderator.click(question, label)
    await until_amended(guild)

    title = FIELDS["title"]
    left = [] if how is TakenBack.DELETE else [f"~~{title}~~"]
    assert standing(guild, guild.channels["announcements"]) == left


async def test_who_confirms_after_it_was_posted_is_asked_what_becomes_of_the_posts(guild: SandboxGuild) -> None:
    await ready(guild)
    await guild.moderator.click(await write(guild, when="in 2 hours"), "Schedule")
    question = await guild.moderator.click(await guild.moderator.slash("announcements"), "Withdraw")
    assert "It won't be posted" in question.text
    await guild.jump(timedelta(hours=3))
    await posted(guild)

    asked = await guild.moderator.click(question, "Withdraw it")
    assert "It has already been posted" in asked.text
    await guild.moderator.click(asked, "Delete them")
    await until_amended(guild)
    assert standing(guild, guild.channels["announcements"]) == []
