"""A season of a convention, from the day on which a moderator hears of it until the year after."""

from datetime import UTC, date, datetime
from pathlib import Path

from sandbox.client import Message, Reply
from sandbox.rules.json_types import JsonObject
from tests.feeds.documents import Listed
from tests.wire import test_guild_events
from tests.wire.due_posts import until
from tests.wire.feed_server import PublishedFeed, followed, next_poll, published_feed, titles
from tests.wire.guild import SandboxGuild, sandbox_guild
from tests.wire.test_calendar import file_of
from tests.wire.test_convention_editing import follow

NAME = "Mangaka Con 2027"
REVIEWS = "announcements"


async def saved(guild: SandboxGuild, reply: Reply, button: str = "Save") -> None:
    """Press what saves a preview."""
    done = await guild.moderator.click(reply, button)
    assert "Saved" in done.content or "told now" in done.content, done.content


async def with_panel(guild: SandboxGuild, title: str, begins: str) -> None:
    form = await guild.moderator.slash("convention panel add", convention=NAME)
    await saved(guild, await guild.moderator.submit(form, {"title": title, "begins": begins, "room": "Hall 2"}))


async def native_event(guild: SandboxGuild, begins: datetime) -> JsonObject:
    """Wait for the server's only scheduled event to begin at an instant."""
    await test_guild_events.until(
        guild, lambda events: [each.event.begins for each in events if not each.pending] == [begins]
    )
    (event,) = test_guild_events.standing(guild)
    return event


async def approved(guild: SandboxGuild, feed: PublishedFeed) -> None:
    """Have the feed bring an item, and approve it once the bot was restarted."""
    await followed(guild, feed, review=str(guild.channels[REVIEWS]))
    feed.publish(Listed(2))
    await next_poll(guild, feed)
    await until(guild, lambda: titles(guild, REVIEWS) == ["Item 2"])
    await guild.restart()
    (card,) = [each for each in await guild.moderator.messages(REVIEWS) if each.embeds]
    assert "being posted" in (await guild.moderator.click(card, "Approve")).content
    await until(guild, lambda: titles(guild) == ["Item 2"])


async def next_post(guild: SandboxGuild, at: str, number: int) -> Message:
    """Let it be `at`, and give the post of that number in `#conventions`; no other has come."""
    await guild.jump(at)
    await until(guild, lambda: len(titles(guild, "conventions")) >= number)
    found = sorted(await guild.member.messages("conventions"), key=lambda each: each.id)
    assert len(found) == number, titles(guild, "conventions")
    return found[-1]


async def test_a_season(tmp_path: Path) -> None:
    async with (
        published_feed() as feed,
        sandbox_guild(tmp_path, at="2027-03-01T08:00:00Z", feed_origins=feed.origin) as guild,
    ):
        form = await guild.moderator.slash("convention add")
        typed = {"name": NAME, "days": "2-4 April 2027", "place": "Berlin, Germany", "venue": "Messe"}
        await saved(guild, await guild.moderator.submit(form, typed))
        await follow(guild, "conventions", convention="mangaka con", lead="7d, now", panels="all")
        test_guild_events.allow(guild)
        await guild.moderator.slash("channel events", conventions=True)
        first = await native_event(guild, datetime(2027, 4, 2, 7, tzinfo=UTC))

        moved = await guild.moderator.slash("convention date", convention=NAME, days="9-11 April 2027")
        await saved(guild, moved, "Save and tell channels")
        told = await next_post(guild, "2027-03-02T08:00:00Z", 1)
        second = await native_event(guild, datetime(2027, 4, 9, 7, tzinfo=UTC))
        await with_panel(guild, "Bones panel", "Friday 14:00")
        await with_panel(guild, "Farewell", "Sunday 16:00")
        await approved(guild, feed)

        posts = [
            told,
            await next_post(guild, "2027-04-02T09:00:00+02:00", 2),
            await next_post(guild, "2027-04-09T09:00:00+02:00", 3),
            await next_post(guild, "2027-04-09T13:00:00+02:00", 4),
        ]
        await guild.restart()
        posts += [
            await next_post(guild, "2027-04-10T09:00:00+02:00", 5),
            await next_post(guild, "2027-04-11T09:00:00+02:00", 6),
            await next_post(guild, "2027-04-11T15:00:00+02:00", 7),
        ]
        events = {str(each["SUMMARY"]): each for each in await file_of(guild, await guild.member.slash("calendar"))}
        form = await guild.moderator.slash("convention news", convention=NAME)
        await guild.moderator.click(await guild.moderator.submit(form, {"headline": "See you in 2028"}), "Save")
        news = await next_post(guild, "2027-04-11T16:00:00+02:00", 8)

        await guild.jump("2028-03-01T12:00:00Z")
        over = (await guild.member.slash("conventions", name=NAME)).embed
        coming = await guild.member.slash("conventions")

    assert second["id"] == first["id"]
    assert [each.embed.title for each in posts] == [
        "Mangaka Con 2027 has moved to 9–11 April 2027",
        "Mangaka Con 2027 opens in 7 days",
        "Mangaka Con 2027 opens today",
        "Bones panel, Hall 2",
        "Mangaka Con 2027: day 2",
        "Mangaka Con 2027: day 3",
        "Farewell, Hall 2",
    ]
    assert "**14:00** (<t:1807272000:t>) · Bones panel" in posts[2].embed.field("Today's panels")
    assert "Farewell" in posts[5].embed.field("Today's panels")
    assert events[NAME].decoded("dtstart") == date(2027, 4, 9)
    assert events[NAME].decoded("dtend") == date(2027, 4, 12)
    assert events["Farewell (Mangaka Con 2027)"].decoded("dtstart") == datetime(2027, 4, 11, 14, tzinfo=UTC)
    assert news.embed.title == "See you in 2028"
    assert over.field("Next").startswith("**Mangaka Con 2028**: dates not announced")
    assert any("See you in 2028" in value for value in over.fields.values())
    assert coming.text.count("\n") > 5
