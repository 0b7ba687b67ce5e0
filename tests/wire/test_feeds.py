"""Feeds that moderators bring into channels: found, previewed, posted once, filtered, limited, edited."""

from datetime import timedelta
from pathlib import Path

from bot.feeds.model import TROUBLE_TOLD_AFTER
from sandbox.client import Message
from tests.feeds.documents import Listed
from tests.web.servers import redirecting, saying, served
from tests.wire.announcing import until_amended
from tests.wire.due_posts import settled, until
from tests.wire.feed_server import followed, guild_with_feed, next_poll, titles
from tests.wire.guild import SandboxGuild, sandbox_guild
from tests.wire.told import until_directly, until_noticed

MESSAGE = "/channels/{channel_id}/messages/{message_id}"
HOSTILE = Listed(2, "**Free** @everyone <@&1> [click](https://evil.example) ||x||", "<b>Bold</b> &amp; `code`")


def posts(guild: SandboxGuild, channel: str = "chat") -> list[Message]:
    """The posts in a channel, the oldest first."""
    log = guild.sandbox.world.channels[guild.channels[channel]].log
    return [Message(each) for each in log if each["embeds"]]


async def test_what_a_feed_publishes_from_now_on_is_posted_once_and_nothing_old(tmp_path: Path) -> None:
    async with guild_with_feed(tmp_path) as (guild, feed):
        preview = await guild.moderator.slash("feed add", address=feed.origin, line="📰 {title}")
        assert preview.embed.title == "Item 1"
        assert "It lists 2 items" in preview.content
        assert "📰 Item 1" in preview.content
        assert titles(guild) == []

        await followed(guild, feed)
        feed.publish(Listed(2), Listed(3))
        await next_poll(guild, feed)
        await until(guild, lambda: titles(guild) == ["Item 2", "Item 3"])

        feed.items.reverse()
        await next_poll(guild, feed)
        await guild.restart()
        feed.publish(Listed(4))
        await next_poll(guild, feed)

        await until(guild, lambda: titles(guild) == ["Item 2", "Item 3", "Item 4"])
        assert feed.asked[-1] is not None


async def test_an_item_says_what_it_says_and_pings_nobody_but_the_role_that_was_chosen(tmp_path: Path) -> None:
    async with guild_with_feed(tmp_path) as (guild, feed):
        await followed(guild, feed, role=str(guild.role_id), line="New on {feed}: {title}")
        feed.publish(HOSTILE)
        await next_poll(guild, feed)
        await until(guild, lambda: len(posts(guild)) == 1)

        (post,) = posts(guild)
        assert post.content.startswith(f"<@&{guild.role_id}>\nNew on News of Tests: ")
        assert post.mention_roles == [guild.role_id]
        assert "\\*\\*Free\\*\\*" in (post.embed.title or "")
        assert post.embed.description == "Bold & \\`code\\`"
        assert not post.raw["mention_everyone"]


async def test_words_filter_and_too_many_at_once_are_limited_and_the_test_says_which(tmp_path: Path) -> None:
    async with guild_with_feed(tmp_path) as (guild, feed):
        await followed(guild, feed, words="trailer*, premiere", without="spoiler")
        wanted = [Listed(number, f"Trailer {number}") for number in range(10, 1010)]
        feed.publish(Listed(2, "Trailers, with a SPOILER"), Listed(3, "An interview"), *wanted)
        await next_poll(guild, feed)

        await until(guild, lambda: len(posts(guild)) == 5)
        await settled(guild, 5)
        assert titles(guild) == [f"Trailer {number}" for number in range(1005, 1010)]
        told = await guild.moderator.slash("feed test", feed="news")
        assert told.text.count("✅ Posted: https://discord.com/channels/") == 5
        assert told.text.count("✂️ Limited") == 5

        feed.publish(Listed(2000, "A spoiler of a trailer"), Listed(2001, "A recipe"))
        await next_poll(guild, feed, timedelta(hours=2))
        await settled(guild, 5)
        told = await guild.moderator.slash("feed test", feed="news")
        assert "Filtered: none of the words occurs" in told.text
        assert "spoiler\u2069” occurs" in told.text
        assert len(posts(guild)) == 5


async def test_an_item_that_its_feed_edits_edits_its_post_and_pings_nobody_again(tmp_path: Path) -> None:
    async with guild_with_feed(tmp_path) as (guild, feed):
        await followed(guild, feed, role=str(guild.role_id))
        feed.publish(Listed(2, "A typpo"))
        await next_poll(guild, feed)
        await until(guild, lambda: titles(guild) == ["A typpo"])

        feed.items[0] = Listed(2, "A typo")
        await next_poll(guild, feed)
        await until(guild, lambda: titles(guild) == ["A typo"])
        await until_amended(guild)

        edits = [each for each in guild.sandbox.recorded if each.method == "PATCH" and each.template == MESSAGE]
        assert [each.body["allowed_mentions"] for each in edits if "allowed_mentions" in each.body] == [{"parse": []}]


async def test_one_feed_in_many_channels_is_asked_for_once(tmp_path: Path) -> None:
    async with guild_with_feed(tmp_path) as (guild, feed):
        await followed(guild, feed)
        await followed(guild, feed, channel=str(guild.channels["releases"]), words="item")
        asked = len(feed.asked)
        feed.publish(Listed(2))
        await next_poll(guild, feed)

        await until(guild, lambda: titles(guild) == titles(guild, "releases") == ["Item 2"])
        assert len(feed.asked) == asked + 1


async def test_a_feed_that_fails_just_as_it_is_followed_is_read_later_and_posts_nothing_old(tmp_path: Path) -> None:
    async with guild_with_feed(tmp_path) as (guild, feed):
        preview = await guild.moderator.slash(
            "feed add", {"channel": str(guild.channels["chat"])}, address=feed.address
        )
        feed.instead = saying("", 503)
        assert "Added." in (await guild.moderator.click(preview, "Follow")).content
        feed.instead = None
        await next_poll(guild, feed, timedelta(hours=1))
        assert titles(guild) == []

        feed.publish(Listed(2))
        await next_poll(guild, feed)

        await until(guild, lambda: titles(guild) == ["Item 2"])


async def test_moderators_are_told_once_that_a_feed_became_a_page_and_once_that_it_is_back(tmp_path: Path) -> None:
    async with guild_with_feed(tmp_path) as (guild, feed):
        await followed(guild, feed)
        feed.instead = saying("<!doctype html><html>We have moved</html>", content_type="text/html")
        await next_poll(guild, feed)
        await next_poll(guild, feed, TROUBLE_TOLD_AFTER)
        await until_noticed(guild, "feed_down")
        (told,) = await until_directly(guild)
        assert "News of Tests" in told
        assert "has become a web page" in told
        assert "Nothing comes since" in (await guild.moderator.slash("feed list")).text

        await next_poll(guild, feed, TROUBLE_TOLD_AFTER)
        feed.instead = None
        await next_poll(guild, feed, TROUBLE_TOLD_AFTER)
        await until_noticed(guild, "feed_back")
        assert len(await until_directly(guild, 2)) == 2


async def test_what_is_chosen_for_a_feed_is_changed_listed_and_removed(tmp_path: Path) -> None:
    async with guild_with_feed(tmp_path) as (guild, feed):
        assert "follows no feed yet" in (await guild.moderator.slash("feed list")).text
        await followed(guild, feed, words="trailer", line="{title}!")
        (choice,) = await guild.moderator.autocomplete("feed edit", focused="feed", feed="NEWS")
        assert choice.name == "News of Tests in #chat"

        changed = await guild.moderator.slash("feed edit", feed=choice.value, without="spoiler", reset="line, words")
        assert changed.content.startswith("Updated.")
        listed = (await guild.moderator.slash("feed list")).text
        assert "Never with spoiler; nobody is pinged" in listed
        assert feed.address in listed.replace("\\", "")
        assert "the feed News of Tests" in (await guild.moderator.slash("channel list")).text

        feed.publish(Listed(2))
        await next_poll(guild, feed)
        await until(guild, lambda: titles(guild) == ["Item 2"])
        about = await guild.moderator.click(posts(guild)[0], custom_id=posts(guild)[0].buttons[-1].custom_id)
        assert "/feed edit" in about.content
        example = await guild.moderator.slash("channel test", {"channel": str(guild.channels["chat"])})
        assert "the feed News of Tests" in example.content

        assert "no longer gets" in (await guild.moderator.slash("feed remove", feed="news")).content
        assert "follows no feed yet" in (await guild.moderator.slash("feed list")).text
        gone = await guild.moderator.slash("feed test", feed=choice.value)
        assert "no longer follows" in gone.content


WRONG = {
    "http://127.0.0.1/feed": "The address is not an address",
    "https://169.254.169.254/latest": "The address is not an address",
    "ftp://news.example/feed": "must begin with `https://`",
    "{origin}/nothing": "I can't reach that: 127.0.0.1 answered 404",
    "{origin}/to-the-machine": "I can't reach that: only https at its usual port is asked",
    "{origin}/to-metadata": "I can't reach that: 169.254.169.254 is not a public address",
    "{origin}/page": "I found no feed there",
    "{origin}/text": "I can't read that as a feed",
}


async def test_an_address_that_leads_to_no_feed_is_refused_with_the_reason(tmp_path: Path) -> None:
    routes = {
        "/to-the-machine": redirecting("http://127.0.0.1:22/feed"),
        "/to-metadata": redirecting("https://169.254.169.254/latest/meta-data"),
        "/page": saying("<!doctype html><html></html>", content_type="text/html"),
        "/text": saying("nothing at all"),
    }
    async with served(routes) as origin, sandbox_guild(tmp_path, rate_limits=False, feed_origins=origin) as guild:
        for typed, expected in WRONG.items():
            told = await guild.moderator.slash("feed add", address=typed.format(origin=origin))
            assert expected in told.content, (typed, told.content)
        for option, typed, expected in (
            ("line", "{author}", "I couldn't read"),
            ("words", ",", "words or phrases"),
            ("review", str(guild.channels["chat"]), "can't be put up for approval"),
        ):
            chosen = {"address": origin, "channel": str(guild.channels["chat"]), option: typed}
            assert expected in (await guild.moderator.slash("feed add", chosen)).content
        offered = await guild.moderator.autocomplete("feed add", focused="address", address="crunchy")
        assert [each.name for each in offered] == ["Crunchyroll News"]
