"""Items of feeds that are put up for approval: decided once, over restarts, and never by nobody."""

import asyncio
from datetime import timedelta
from pathlib import Path

from bot.feeds.model import DECIDED_WITHIN
from sandbox.client import Message
from tests.feeds.documents import Listed
from tests.wire.announcing import until_amended
from tests.wire.due_posts import settled, until
from tests.wire.feed_server import PublishedFeed, followed, guild_with_feed, next_poll, titles
from tests.wire.guild import SandboxGuild

REVIEWS = "announcements"


def card(guild: SandboxGuild, number: int = 0) -> Message:
    """A card in the review channel, as it stands now."""
    log = guild.sandbox.world.channels[guild.channels[REVIEWS]].log
    return Message([each for each in log if each["embeds"]][number])


async def put_up(guild: SandboxGuild, feed: PublishedFeed, *items: Listed) -> None:
    """Publish items, and wait for their cards."""
    before = len(titles(guild, REVIEWS))
    feed.publish(*items)
    await next_poll(guild, feed)
    await until(guild, lambda: len(titles(guild, REVIEWS)) == before + len(items))


async def test_an_item_is_posted_once_it_is_approved_and_the_card_says_by_whom_though_the_bot_was_restarted(
    tmp_path: Path,
) -> None:
    async with guild_with_feed(tmp_path) as (guild, feed):
        await followed(guild, feed, review=str(guild.channels[REVIEWS]))
        await put_up(guild, feed, Listed(2))
        assert [button.label for button in card(guild).buttons][:3] == ["Approve", "Edit and approve", "Reject"]
        assert titles(guild) == []
        assert "1 item waiting for approval" in (await guild.moderator.slash("feed list")).text
        await guild.restart()

        told = await guild.moderator.click(card(guild), "Approve")

        assert "being posted" in told.content
        await until(guild, lambda: titles(guild) == ["Item 2"])
        await until_amended(guild)
        assert f"Approved by <@{guild.moderator_id}>" in card(guild).embed.field("For approval")
        assert [button.label for button in card(guild).buttons] == [""]


async def test_of_two_moderators_at_once_one_decides_and_the_other_is_told(tmp_path: Path) -> None:
    async with guild_with_feed(tmp_path) as (guild, feed):
        await followed(guild, feed, review=str(guild.channels[REVIEWS]))
        await put_up(guild, feed, Listed(2))

        told = await asyncio.gather(
            guild.moderator.click(card(guild), "Approve"), guild.owner.click(card(guild), "Reject")
        )

        late = [each.content for each in told if "already" in each.content]
        assert len(late) == 1
        await until_amended(guild)
        is_posted = "Approved" in card(guild).embed.field("For approval")
        await settled(guild, 1 + is_posted)
        assert titles(guild) == (["Item 2"] if is_posted else [])


async def test_a_moderators_words_take_the_place_of_the_items_and_stay_when_the_feed_edits_it(tmp_path: Path) -> None:
    async with guild_with_feed(tmp_path) as (guild, feed):
        await followed(guild, feed, review=str(guild.channels[REVIEWS]))
        await put_up(guild, feed, Listed(2), Listed(3))

        form = await guild.moderator.click(card(guild), "Edit and approve")
        await guild.moderator.submit(form, {"title": "In our words", "text": ""})
        assert "It isn't posted" in (await guild.moderator.click(card(guild, 1), "Reject")).content
        await until(guild, lambda: titles(guild) == ["In our words"])
        feed.items[1] = Listed(2, "Edited by the feed")
        await next_poll(guild, feed)
        await until_amended(guild)

        assert titles(guild) == ["In our words"]
        assert "Edited and approved by" in card(guild).embed.field("For approval")
        assert "❌ Rejected by" in card(guild, 1).embed.field("For approval")
        tested = (await guild.moderator.slash("feed test", feed="news")).text
        assert "❌ Rejected by" in tested
        assert "✅ Posted" in tested


async def test_what_a_feed_edits_while_it_waits_is_seen_before_it_is_approved_and_not_taken_after(
    tmp_path: Path,
) -> None:
    async with guild_with_feed(tmp_path) as (guild, feed):
        await followed(guild, feed, review=str(guild.channels[REVIEWS]))
        await put_up(guild, feed, Listed(2))
        feed.items[0] = Listed(2, "Edited while it waits")
        await next_poll(guild, feed)
        await until(guild, lambda: titles(guild, REVIEWS) == ["Edited while it waits"])

        await guild.moderator.click(card(guild), "Approve")
        await until(guild, lambda: titles(guild) == ["Edited while it waits"])
        feed.items[0] = Listed(2, "Edited after it was approved")
        await next_poll(guild, feed)
        await until_amended(guild)

        assert titles(guild) == ["Edited while it waits"]


async def test_what_nobody_decides_on_in_a_week_lapses(tmp_path: Path) -> None:
    async with guild_with_feed(tmp_path) as (guild, feed):
        await followed(guild, feed, review=str(guild.channels[REVIEWS]))
        await put_up(guild, feed, Listed(2))

        await guild.jump(DECIDED_WITHIN + timedelta(minutes=2))
        late = await guild.moderator.click(card(guild), "Approve")

        assert "has lapsed" in late.content
        await until(guild, lambda: "Lapsed" in card(guild).embed.field("For approval"))
        assert titles(guild) == []


async def test_a_member_decides_nothing_and_a_feed_that_is_removed_takes_its_cards_along(tmp_path: Path) -> None:
    async with guild_with_feed(tmp_path) as (guild, feed):
        await followed(guild, feed, review=str(guild.channels[REVIEWS]))
        await put_up(guild, feed, Listed(2))
        assert "Only moderators" in (await guild.member.click(card(guild), "Approve")).content
        assert "items of feeds to approve" in (await guild.moderator.slash("channel list")).text
        assert "gets no items to approve" not in (await guild.moderator.slash("feed list")).text
        place = {"channel": str(guild.channels[REVIEWS])}
        assert "no longer gets" in (await guild.moderator.slash("channel unsubscribe", place)).content
        assert "gets no items to approve" in (await guild.moderator.slash("feed list")).text

        await guild.moderator.slash("feed remove", feed="news")

        assert "no longer follows its feed" in (await guild.moderator.click(card(guild), "Approve")).content
        assert "No channel gets posts" in (await guild.moderator.slash("channel list")).text
        assert titles(guild) == []
