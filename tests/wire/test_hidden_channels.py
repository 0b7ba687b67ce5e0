"""Channels that the bot may not view: Discord tells of little more than that they are there."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.subscriptions.model import Topic
from sandbox.rules.permissions import Permissions
from sandbox.world import changes, threads
from sandbox.world.events import Event
from tests.wire.due_posts import settled, standing, subscribed, until, until_paused
from tests.wire.guild import SandboxGuild
from tests.wire.test_ages import AT, LEFT_OUT, a_series, heard, restrict
from tests.wire.test_ages import subscribed as subscribed_to_releases

PREMIERE = "For Adults premieres now"
CANT_TELL = "I can't tell whether <#{}> is age-restricted. Give me **View Channel** there"
pytestmark = pytest.mark.at("2024-01-10T16:00:00Z")


def hide(guild: SandboxGuild, *places: int) -> None:
    for place in places:
        deny = Permissions.VIEW_CHANNEL
        changes.set_overwrite(guild.sandbox.world, place, guild.sandbox.application_id, deny=deny)


def show(guild: SandboxGuild, place: int) -> None:
    changes.set_overwrite(guild.sandbox.world, place, guild.sandbox.application_id)


def make_administrator(guild: SandboxGuild, _: int) -> None:
    roles = guild.sandbox.guild.roles
    mine = next(key for key, role in roles.items() if role["managed"])
    changes.set_role_permissions(guild.sandbox.world, guild.id, mine, Permissions.ADMINISTRATOR)


@pytest.mark.parametrize("reveal", [show, make_administrator])
async def test_a_post_for_adults_waits_until_its_channel_is_shown(
    guild: SandboxGuild, reveal: Callable[[SandboxGuild, int], None]
) -> None:
    """The bot comes to a guild where the channel, and another one's thread, have been hidden all the time."""
    await a_series(guild)
    place = restrict(guild)
    other = changes.create_channel(guild.sandbox.world, guild.id, "other").id
    changes.set_age_restricted(guild.sandbox.world, other, is_restricted=True)
    thread = threads.create_thread(guild.sandbox.world, other, "a-thread").id
    await subscribed_to_releases(guild, place, thread)
    hide(guild, place, other)
    await guild.restart()
    await guild.jump(AT)
    hidden = "the bot may not see the channel"
    assert await until_paused(guild, place, thread) == {place: hidden, thread: hidden}
    assert "skipped" not in (await guild.moderator.slash("channel log")).text

    for each in (place, other):
        reveal(guild, each)
    await until(guild, lambda: standing(guild, place) == standing(guild, thread) == [PREMIERE])
    assert await settled(guild, 2) == ["sent", "sent"]


async def test_a_channel_is_hidden_until_discord_has_told_it_anew(guild: SandboxGuild) -> None:
    """The bot hears that its role may do everything before it hears of the channels that this shows."""
    await a_series(guild)
    place = restrict(guild)
    await subscribed_to_releases(guild, place)
    hide(guild, place)
    role = next(role for role in guild.sandbox.guild.roles.values() if role["managed"])
    told = {"guild_id": str(guild.id), "role": role | {"permissions": str(int(Permissions.ADMINISTRATOR))}}
    guild.sandbox.world.publish(Event("GUILD_ROLE_UPDATE", told, guild.id))
    await heard(guild)
    await guild.jump(AT)
    await until_paused(guild, place)
    assert "I lack **View Channel**" in (await guild.moderator.slash("channel test", {"channel": str(place)})).content

    show(guild, place)
    await until(guild, lambda: standing(guild, place) == [PREMIERE])
    assert await settled(guild, 1) == ["sent"]


async def test_a_hidden_channel_that_is_for_everyone_gets_no_post_for_adults(guild: SandboxGuild) -> None:
    await a_series(guild)
    place = guild.channels["chat"]
    await subscribed_to_releases(guild, place)
    hide(guild, place)
    await heard(guild)
    await guild.jump(AT)
    await until_paused(guild, place)

    show(guild, place)
    assert await settled(guild, 1) == ["skipped"]
    assert LEFT_OUT in (await guild.moderator.slash("channel log")).text
    assert standing(guild, place) == []


@pytest.mark.parametrize("command", ["series", "trailer"])
async def test_a_command_in_a_hidden_channel_goes_by_what_it_brings_along(guild: SandboxGuild, command: str) -> None:
    await a_series(guild)
    restricted, open_to_all = restrict(guild), guild.channels["releases"]
    hide(guild, restricted, open_to_all)
    await heard(guild)
    guild.sandbox.recorded.clear()

    there = await guild.member.slash(command, series="for-adults", channel=restricted)
    offered = await guild.member.autocomplete(command, focused="series", channel=restricted, series="for adults")
    here = await guild.member.slash(command, series="for-adults", channel=open_to_all)

    assert not there.ephemeral
    assert "A secret." in there.text or "youtube" in there.content
    assert [choice.value for choice in offered] == ["for-adults"]
    assert here.content.startswith("**For Adults** is for adults and is shown in age-restricted channels only.")
    assert [each.path for each in guild.sandbox.recorded if each.method == "GET"] == []


async def test_what_the_cache_says_doesnt_count_against_the_interaction(guild: SandboxGuild) -> None:
    """A channel is hidden, and no longer age-restricted, nor for everyone again, unseen by the bot."""
    await a_series(guild)
    place = restrict(guild)
    hide(guild, place)
    restrict(guild, is_restricted=False)
    assert "is for adults" in (await guild.member.slash("series", series="for-adults", channel=place)).content
    restrict(guild)
    assert "A secret." in (await guild.member.slash("series", series="for-adults", channel=place)).text


async def test_of_a_thread_in_a_hidden_channel_nobody_tells(guild: SandboxGuild) -> None:
    """An interaction says nothing of the channel that its thread was begun in, and Discord would refuse to."""
    await a_series(guild)
    place = restrict(guild)
    known = threads.create_thread(guild.sandbox.world, place, "known").id
    hide(guild, place)
    unheard_of = threads.create_thread(guild.sandbox.world, place, "unheard-of").id
    await heard(guild)
    guild.sandbox.recorded.clear()

    for thread in (known, unheard_of):
        refused = await guild.member.slash("series", series="for-adults", channel=thread)
        assert refused.ephemeral
        assert CANT_TELL.format(thread) in refused.content
        assert await guild.member.autocomplete("series", focused="series", channel=thread, series="for adults") == []
    assert [each.path for each in guild.sandbox.recorded if each.method == "GET"] == []

    show(guild, place)
    await heard(guild)
    for thread in (known, unheard_of):
        assert "A secret." in (await guild.member.slash("series", series="for-adults", channel=thread)).text


async def test_of_an_archived_thread_that_may_be_viewed_discord_is_not_needed(guild: SandboxGuild) -> None:
    await a_series(guild)
    thread = threads.create_thread(guild.sandbox.world, restrict(guild), "archived").id
    threads.change_thread(guild.sandbox.world, thread, archived=True)
    await heard(guild)
    asked = await guild.member.slash("series", {"series": "for-adults"}, channel=thread, force=True)
    assert "A secret." in asked.text


async def test_no_list_names_a_hidden_channel(guild: SandboxGuild) -> None:
    place, thread_place = guild.channels["chat"], guild.channels["releases"]
    thread = threads.create_thread(guild.sandbox.world, thread_place, "a-thread").id
    await subscribed(guild, place, thread)
    chosen = await guild.moderator.slash("channel notices", {"channel": str(place)})
    assert f"<#{place}>" in chosen.content
    hide(guild, place, thread_place)
    await heard(guild)

    asked: dict[str, Any] = {"focused": "what", "channel": "mods", "what": "announcements"}
    choices = [each.name for each in await guild.moderator.autocomplete("channel unsubscribe", **asked)]
    told = [
        (await guild.moderator.slash(command, channel="mods")).text
        for command in ("channel list", "channel status", "channel log", "channel notices")
    ]
    refused = await guild.moderator.slash("channel subscribe", {"what": "releases", "channel": str(place)})

    assert choices == [f"announcements in a hidden channel (ID {each})" for each in (place, thread)]
    assert not [each for each in (*told, refused.content) if "___hidden___" in each]
    assert all(f"<#{each}>" in told[0] and f"<#{each}>" in told[1] for each in (place, thread))
    assert "I lack **View Channel** here" in told[1]
    assert refused.content.startswith(f"I can't post in <#{place}>: I lack **View Channel** there.")


async def test_the_flag_decides_and_not_the_name(guild: SandboxGuild) -> None:
    await a_series(guild)
    place = changes.create_channel(guild.sandbox.world, guild.id, "___hidden___").id
    changes.set_age_restricted(guild.sandbox.world, place, is_restricted=True)
    await subscribed_to_releases(guild, place)
    await heard(guild)
    asked: dict[str, Any] = {"focused": "what", "channel": "mods", "what": str(Topic.RELEASES)}
    [choice] = await guild.moderator.autocomplete("channel unsubscribe", **asked)
    await guild.jump(AT)

    assert choice.name == "releases of the watchlist in #___hidden___"
    assert await settled(guild, 1) == ["sent"]
    assert f"/channels/{place}" not in [each.path for each in guild.sandbox.recorded]
