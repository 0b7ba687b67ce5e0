"""The button that tries a subscription, `/channel test` and `/channel status`: what is wrong, and how to mend it."""

import pytest

from sandbox.client import Reply
from sandbox.rest.faults import Refusal, broken
from sandbox.rules.permissions import ROLE_OVERWRITE, Permissions
from sandbox.world import changes
from tests.wire.due_posts import due_now, settled, standing, until_paused
from tests.wire.guild import SandboxGuild
from tests.wire.trouble import refused, told


async def subscribe(guild: SandboxGuild, channel_id: int, **more: str | bool) -> None:
    asked = {"what": "announcements", "channel": str(channel_id), **more}
    assert "now gets" in (await guild.moderator.slash("channel subscribe", asked)).content


async def tried(guild: SandboxGuild) -> Reply:
    """Press the only subscription's button."""
    return await guild.moderator.click(await guild.moderator.slash("channel status"), "Test")


async def test_of_a_deleted_channel_it_says_that_it_was_deleted(guild: SandboxGuild) -> None:
    place = changes.create_channel(guild.sandbox.world, guild.id, "short-lived").id
    await subscribe(guild, place)
    changes.delete_channel(guild.sandbox.world, place)

    told = (await tried(guild)).content

    assert told.startswith(f"I can't post in <#{place}>: the channel was deleted. Subscribe another channel")


async def test_of_a_hidden_channel_it_says_what_is_lacking(guild: SandboxGuild) -> None:
    place = guild.channels["chat"]
    await subscribe(guild, place)
    hidden = Permissions.VIEW_CHANNEL
    changes.set_overwrite(guild.sandbox.world, place, guild.id, kind=ROLE_OVERWRITE, deny=hidden)

    assert "I lack **View Channel**" in (await tried(guild)).content


@pytest.mark.parametrize(
    ("refusal", "reason", "remedy"),
    [
        (refused(403, 50083), "the thread is archived", "Open the thread again"),
        (refused(403, 160005), "the thread is locked", "Unlock the thread"),
        (refused(403, 40333), "Discord answered 403 (40333): Refused", "Check that I have"),
        (refused(400, 50035), "Discord refuses this example", "`/channel log`"),
        (broken(403), "Discord isn't accepting posts right now", "Try again"),
    ],
)
async def test_what_discord_refuses_is_told_with_what_to_do(
    guild: SandboxGuild, refusal: Refusal, reason: str, remedy: str
) -> None:
    await subscribe(guild, guild.channels["chat"])
    guild.sandbox.faults.add(refusal)

    told = (await tried(guild)).content

    assert reason in told
    assert remedy in told
    assert "html" not in told
    assert "incident" not in told


async def test_a_role_that_can_be_pinged_no_more_is_told_of(guild: SandboxGuild) -> None:
    place = guild.channels["chat"]
    role = changes.create_role(guild.sandbox.world, guild.id, "Fans", mentionable=True)
    await subscribe(guild, place, role=str(role))
    guild.sandbox.world.guilds[guild.id].roles[role]["mentionable"] = False
    changes.set_role_permissions(guild.sandbox.world, guild.id, role, Permissions(0))

    told = await guild.moderator.slash("channel test", {"channel": str(place)}, ping=True)

    for each in (told.content, (await guild.moderator.slash("channel status")).text):
        assert f"I can't ping <@&{role}>" in each
        assert "Allow anyone to @mention this role" in each
    assert "was pinged" not in told.content


async def test_a_channel_that_can_publish_no_more_is_told_of(guild: SandboxGuild) -> None:
    place = changes.create_channel(guild.sandbox.world, guild.id, "news", kind=5).id
    await subscribe(guild, place, publish=True)
    changes.set_news(guild.sandbox.world, place, news=False)

    before = (await guild.moderator.slash("channel status")).text
    await due_now(guild)
    await until_paused(guild, place)
    told = (await tried(guild)).content

    for each in (before, told):
        assert "no longer an announcement channel" in each
        assert "`publish:False`" in each
    assert "resume by themselves" not in told


async def test_an_example_that_can_be_posted_ends_a_pause(calm: SandboxGuild) -> None:
    place = calm.channels["chat"]
    calm.sandbox.faults.add(refused(403, 40333))
    [title] = await due_now(calm)
    await until_paused(calm, place)

    told = (await tried(calm)).content

    assert "Its posts were paused (Discord answered 403 (40333): Refused). They resume by themselves." in told
    assert await settled(calm, 1) == ["sent"]
    assert title in standing(calm, place)


async def test_of_two_bots_on_one_store_one_answers(guild: SandboxGuild, caplog: pytest.LogCaptureFixture) -> None:
    chat = guild.channels["chat"]
    await subscribe(guild, chat)
    async with guild.another_bot():
        for number in range(1, 4):
            reply = await guild.moderator.slash("channel test", {"channel": str(chat)})
            assert f"/{chat}/" in reply.text
            assert len(standing(guild, chat)) == number
        await guild.stop()
        reply = await guild.moderator.slash("channel test", {"channel": str(chat)})
        assert f"/{chat}/" in reply.text, "the other answers from then on"

    posts = [each for each in guild.sandbox.recorded if each.method == "POST" and each.path.endswith("/messages")]
    assert len({each.body["nonce"] for each in posts}) == len(posts) == 4
    assert not [line for line in told(caplog.records) if "answer" in line]
