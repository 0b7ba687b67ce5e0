"""Series for adults: where they are shown and posted, and where not."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.catalogue.model import Series, Titles, Trailer
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue
from bot.dates.airdate import AirDate
from bot.subscriptions.model import Lead, Subscription, Topic
from bot.subscriptions.store import channels, watchlist
from sandbox.rules.permissions import Permissions
from sandbox.world import changes, threads
from tests.wire.due_posts import settled, standing, until, until_paused
from tests.wire.guild import SandboxGuild

AT = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
LEFT_OUT = "it is for adults, and the channel isn't age-restricted"
pytestmark = pytest.mark.at("2024-01-10T16:00:00Z")


async def a_series(guild: SandboxGuild, *, watched: bool = True) -> Series:
    """A series for adults whose premiere is near."""
    trailers = (Trailer("Trailer", "https://www.youtube.com/watch?v=x"),)
    new = Series(0, "for-adults", Titles(english="For Adults"), adult=True, story="A secret.", trailers=trailers)
    async with guild.database.write() as db:
        series = await catalogue.save_series(db, new)
        premiere = Release(0, series.id, ReleaseKind.PREMIERE, AirDate.instant(AT), number=1)
        await catalogue.add_releases(db, [premiere])
        if watched:
            await watchlist.add(db, guild.id, series.id, by=1, at=guild.clock.now())
    return series


async def subscribed(guild: SandboxGuild, *channel_ids: int) -> None:
    moment, before = (Lead(timedelta(0), episodes=True),), guild.clock.now() - timedelta(days=1)
    async with guild.database.write() as db:
        for channel_id in channel_ids:
            await channels.subscribe(db, Subscription(0, guild.id, channel_id, Topic.RELEASES, moment, 1, before))


def restrict(guild: SandboxGuild, channel: str = "chat", *, is_restricted: bool = True) -> int:
    changes.set_age_restricted(guild.sandbox.world, guild.channels[channel], is_restricted=is_restricted)
    return guild.channels[channel]


async def heard(guild: SandboxGuild) -> None:
    """Wait until the bot has taken in what the gateway told so far."""
    await guild.moderator.slash("channel notices")


async def test_they_are_posted_in_age_restricted_channels_alone(guild: SandboxGuild) -> None:
    await a_series(guild)
    open_to_all, restricted = guild.channels["releases"], restrict(guild)
    thread = threads.create_thread(guild.sandbox.world, restricted, "of-adults").id
    await subscribed(guild, open_to_all, restricted, thread)
    await heard(guild)
    await guild.jump(AT)

    assert sorted(await settled(guild, 3)) == ["sent", "sent", "skipped"]
    assert standing(guild, open_to_all) == []
    assert standing(guild, restricted) == standing(guild, thread) == ["For Adults premieres now"]
    log = (await guild.moderator.slash("channel log", {"channel": str(open_to_all)})).text
    assert f"skipped: {LEFT_OUT}" in log


async def test_what_a_channel_is_when_the_post_is_due_counts(guild: SandboxGuild) -> None:
    await a_series(guild)
    place = restrict(guild)
    await subscribed(guild, place)
    restrict(guild, is_restricted=False)
    await heard(guild)
    await guild.jump(AT)

    assert await settled(guild, 1) == ["skipped"]
    assert standing(guild, place) == []


async def test_of_an_archived_thread_discord_is_asked(guild: SandboxGuild) -> None:
    """The gateway doesn't tell of it."""
    await a_series(guild)
    inside = threads.create_thread(guild.sandbox.world, restrict(guild), "inside").id
    outside = threads.create_thread(guild.sandbox.world, guild.channels["releases"], "outside").id
    await subscribed(guild, inside, outside)
    for thread in (inside, outside):
        threads.change_thread(guild.sandbox.world, thread, archived=True)
    await heard(guild)
    await guild.jump(AT)

    assert sorted(await settled(guild, 2)) == ["sent", "skipped"]
    assert standing(guild, inside) == ["For Adults premieres now"]
    assert standing(guild, outside) == []


async def test_a_channel_that_cant_be_seen_pauses_as_ever(guild: SandboxGuild) -> None:
    await a_series(guild)
    place = restrict(guild)
    await subscribed(guild, place)
    hidden = Permissions.VIEW_CHANNEL
    changes.set_overwrite(guild.sandbox.world, place, guild.sandbox.application_id, deny=hidden)
    await heard(guild)
    await guild.jump(AT)
    assert await until_paused(guild, place) == {place: "the bot may not see the channel"}

    changes.set_overwrite(guild.sandbox.world, place, guild.sandbox.application_id)
    await until(guild, lambda: standing(guild, place) == ["For Adults premieres now"])
    assert await settled(guild, 1) == ["sent"]


@pytest.mark.parametrize("command", ["series", "trailer"])
async def test_they_are_shown_in_age_restricted_channels_alone(guild: SandboxGuild, command: str) -> None:
    await a_series(guild)
    restrict(guild)
    await heard(guild)

    here = await guild.member.slash(command, series="for-adults", channel="releases")
    there = await guild.member.slash(command, series="for-adults", channel="chat")

    assert here.ephemeral
    assert here.content.startswith("**For Adults** is for adults and is shown in age-restricted channels only.")
    assert "secret" not in here.text
    assert "youtube" not in here.text
    assert not there.ephemeral
    assert "A secret." in there.text or "youtube" in there.content


async def test_they_are_offered_in_age_restricted_channels_alone(guild: SandboxGuild) -> None:
    await a_series(guild)
    restrict(guild)
    await heard(guild)
    for command, option in (("series", "series"), ("channel subscribe", "what")):
        asked: dict[str, Any] = {option: "for adults"}
        here = await guild.moderator.autocomplete(command, focused=option, channel="releases", **asked)
        there = await guild.moderator.autocomplete(command, focused=option, channel="chat", **asked)

        assert [choice.value for choice in here] == []
        assert [choice.value for choice in there] == ["for-adults"]


async def test_a_slip_suggests_them_in_age_restricted_channels_alone(guild: SandboxGuild) -> None:
    await a_series(guild)
    restrict(guild)
    await heard(guild)

    here = await guild.member.slash("series", series="for adulst", channel="releases")
    there = await guild.member.slash("series", series="for adulst", channel="chat")

    assert "Try another of its titles" in here.content
    assert [button.label for button in there.buttons] == ["For Adults"]
    restrict(guild, is_restricted=False)
    await heard(guild)
    assert "is for adults" in (await guild.member.click(there, "For Adults")).content


async def test_the_watchlist_takes_and_shows_them_there_alone_and_gives_them_up_everywhere(guild: SandboxGuild) -> None:
    await a_series(guild, watched=False)
    restrict(guild)
    await heard(guild)
    refused = await guild.moderator.slash("watchlist add", series="for-adults", channel="releases")
    taken = await guild.moderator.slash("watchlist add", series="for-adults", channel="chat")
    here = await guild.moderator.slash("watchlist show", channel="releases")
    there = await guild.moderator.slash("watchlist show", channel="chat")
    given_up = await guild.moderator.slash("watchlist remove", series="for-adults", channel="releases")

    assert "is for adults" in refused.content
    assert "is on the watchlist now" in taken.content
    assert "For Adults" not in here.text
    assert "1 more for adults" in here.text
    assert "For Adults" in there.text
    assert "was removed from the watchlist" in given_up.content


async def test_a_channel_is_subscribed_to_them_where_they_may_be_posted(guild: SandboxGuild) -> None:
    await a_series(guild)
    place = restrict(guild)
    await heard(guild)
    refused = await guild.moderator.slash("channel subscribe", {"what": "for-adults"}, channel="releases")
    taken = await guild.moderator.slash("channel subscribe", {"what": "for-adults", "channel": str(place)})
    example = await guild.moderator.slash("channel test", {"channel": str(place)})
    restrict(guild, is_restricted=False)
    await heard(guild)
    status = await guild.moderator.slash("channel status")
    none = await guild.moderator.slash("channel test", {"channel": str(place)})

    assert "isn't age-restricted. A moderator can turn on **Age-Restricted Channel**" in refused.content
    assert "now gets **releases of For Adults**" in taken.content
    assert "Posted an example of" in example.content
    assert "⚠️ For adults: left out here" in status.text
    assert f"<#{place}> isn't age-restricted" in none.content


async def test_an_example_for_everyone_is_of_a_series_for_everyone(guild: SandboxGuild) -> None:
    await a_series(guild)
    await subscribed(guild, guild.channels["releases"])
    await guild.moderator.slash("channel test", channel="releases")

    (title,) = standing(guild, guild.channels["releases"])
    assert title == "Example Series premieres now"
