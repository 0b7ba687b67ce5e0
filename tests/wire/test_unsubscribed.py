"""Channels that are unsubscribed, hidden or deleted while posts wait for them."""

from bot.delivery.model import UNSUBSCRIBED
from sandbox.rest.faults import broken
from sandbox.rules.permissions import ROLE_OVERWRITE, Permissions
from sandbox.world import changes
from tests.wire.due_posts import due_now, outcomes, put_off, settled, standing, subscribed, until, until_paused
from tests.wire.guild import SandboxGuild

PLACE = "releases"


async def unsubscribe(guild: SandboxGuild) -> None:
    told = await guild.moderator.slash("channel unsubscribe", {"channel": str(guild.channels[PLACE])})
    assert "no longer gets" in told.content


async def test_what_waits_for_a_channel_that_is_unsubscribed_and_deleted_is_left_out(calm: SandboxGuild) -> None:
    place = calm.channels[PLACE]
    await subscribed(calm, place)
    calm.sandbox.faults.add(broken(503), times=3, channel_id=place)
    titles = await due_now(calm, 3)
    await put_off(calm, 3)
    await unsubscribe(calm)
    changes.delete_channel(calm.sandbox.world, place)
    calm.sandbox.recorded.clear()
    await calm.jump("2030-01-01T00:00:00Z")

    titles += await due_now(calm)
    await until(calm, lambda: len(standing(calm, calm.channels["chat"])) == len(titles))
    assert sorted(await settled(calm, 7)) == ["sent"] * 4 + ["skipped"] * 3
    assert len([each for each in calm.sandbox.recorded if f"/channels/{place}/" in each.path]) <= 1
    assert [reason for state, reason in await outcomes(calm) if state == "skipped"] == [UNSUBSCRIBED] * 3


async def test_what_a_pause_held_is_left_out_when_the_channel_is_unsubscribed(calm: SandboxGuild) -> None:
    place = calm.channels[PLACE]
    await subscribed(calm, place)
    changes.set_overwrite(calm.sandbox.world, place, calm.id, kind=ROLE_OVERWRITE, deny=Permissions.VIEW_CHANNEL)
    await due_now(calm, 2)
    await until_paused(calm, place)
    await unsubscribe(calm)

    assert sorted(await settled(calm, 4)) == ["sent"] * 2 + ["skipped"] * 2
    log = (await calm.moderator.slash("channel log", {"channel": str(place)})).text
    assert log.count("skipped: the channel was unsubscribed") == 2
    assert "waits" not in log
    assert (await calm.owner.slash("owner health")).embed.fields["Queue"] == "empty"
