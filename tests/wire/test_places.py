"""Where posts can go: the chats of voice and stage channels, posts of forums and media channels, nowhere else."""

import pytest

from sandbox.rules.permissions import Permissions
from sandbox.world import changes, guilds
from tests.wire.due_posts import due_now, settled, standing, subscribed, until, until_paused
from tests.wire.guild import SandboxGuild

VOCAL = pytest.mark.parametrize("kind", [guilds.VOICE, guilds.STAGE])
OF_POSTS = pytest.mark.parametrize("kind", [guilds.FORUM, guilds.MEDIA])


def channel(guild: SandboxGuild, kind: int) -> int:
    return changes.create_channel(guild.sandbox.world, guild.id, "place", kind=kind).id


async def subscribe(guild: SandboxGuild, place: int) -> str:
    asked = {"what": "announcements", "channel": str(place)}
    return (await guild.moderator.slash("channel subscribe", asked)).content


@VOCAL
async def test_the_chat_of_a_voice_or_stage_channel_is_posted_to(guild: SandboxGuild, kind: int) -> None:
    place = channel(guild, kind)
    assert "now gets" in await subscribe(guild, place)
    titles = await due_now(guild)
    assert await settled(guild, 1) == ["sent"]
    assert standing(guild, place) == titles
    shown = await guild.member.slash("series", series="metallic-rouge", channel=place)
    assert "Metallic Rouge" in shown.text


@VOCAL
async def test_posts_wait_while_the_bot_may_not_be_in_a_stage(guild: SandboxGuild, kind: int) -> None:
    place, bot = channel(guild, kind), guild.sandbox.application_id
    await subscribed(guild, place)
    changes.set_overwrite(guild.sandbox.world, place, bot, deny=Permissions.CONNECT)
    titles = await due_now(guild)
    assert list(await until_paused(guild, place)) == [place]
    assert "I lack **Connect**" in await subscribe(guild, place)
    changes.set_overwrite(guild.sandbox.world, place, bot)
    await until(guild, lambda: standing(guild, place) == titles)


@VOCAL
async def test_notices_go_to_no_stage(guild: SandboxGuild, kind: int) -> None:
    told = await guild.moderator.slash("channel notices", {"channel": str(channel(guild, kind))})
    assert "can't be sent to a voice or stage channel" in told.content


@OF_POSTS
async def test_a_post_of_a_forum_or_media_channel_is_posted_to(guild: SandboxGuild, kind: int) -> None:
    place = channel(guild, kind)
    post = await guild.moderator.post_in_forum(place, "Releases", "What comes")
    assert "now gets" in await subscribe(guild, post)
    titles = await due_now(guild)
    assert await settled(guild, 1) == ["sent"]
    assert standing(guild, post) == titles


async def test_no_channel_without_messages_is_offered(guild: SandboxGuild) -> None:
    offered = {each["name"]: each for each in await guild.moderator.offered()}
    options = {each["name"]: each for each in offered["channel subscribe"]["options"]}
    assert sorted(options["channel"]["channel_types"]) == [0, 2, 5, 10, 11, 12, 13]
    for kind in (guilds.DIRECTORY, guilds.MEDIA, guilds.FORUM, guilds.CATEGORY):
        assert kind not in options["channel"]["channel_types"]
