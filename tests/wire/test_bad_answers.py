"""Discord answers with errors, pages and nonsense: what was due is posted once, and nothing is hammered."""

import asyncio
import itertools
from datetime import timedelta

import pytest

from bot.delivery.discord_channels import UNSEEN
from bot.delivery.discord_send import FIRST_PROBE
from sandbox.rest.faults import MESSAGES, Cut, Moment, Nonsense, Refusal, Trouble, banned, broken, limited
from sandbox.rules.permissions import ROLE_OVERWRITE, Permissions
from sandbox.world import changes
from tests.examples import IS_LONG
from tests.patience import PATIENCE
from tests.wire.due_posts import (
    due_now,
    meets_trouble,
    outcomes,
    paused,
    settled,
    standing,
    subscribed,
    until,
    until_paused,
)
from tests.wire.guild import SandboxGuild
from tests.wire.trouble import Counted, told

HOUR = timedelta(hours=1)
PAGE = Refusal(200, "<html>Welcome!</html>", "text/html", done=True)
BARRED = Refusal(403, "<html>error code: 1020</html>", "text/html")
BEGINS = "Posts can't be sent, and are tried again: "
ENDS = "Discord answers again; what waited goes out now"


def places(guild: SandboxGuild) -> list[int]:
    """All channels of the guild that hold messages."""
    return list(guild.channels.values())


@pytest.mark.parametrize(
    ("trouble", "times"),
    [
        pytest.param(limited(0.2), 2, id="429 in a bucket"),
        pytest.param(limited(0.2, is_global=True), 2, id="429 for the whole bot"),
        pytest.param(banned(1), 1, id="429 of Cloudflare's"),
        pytest.param(broken(503), 3, id="503"),
        pytest.param(broken(503, done=True), 1, id="503 after it was done"),
        pytest.param(broken(500), 2, id="500"),
        pytest.param(broken(500, done=True), 1, id="500 after it was done"),
        pytest.param(broken(502, done=True), 1, id="502 after it was done"),
        pytest.param(broken(504, done=True), 1, id="504 after it was done"),
        pytest.param(Nonsense(), 1, id="invalid JSON"),
        pytest.param(Nonsense(done=True), 1, id="invalid JSON after it was done"),
        pytest.param(PAGE, 1, id="a page in place of an answer"),
        pytest.param(BARRED, 3, id="a proxy's 403"),
        pytest.param(Refusal(404, "<html>not here</html>", "text/html"), 1, id="a proxy's 404"),
        pytest.param(Refusal(400, "<html>Bad Request</html>", "text/html"), 1, id="a proxy's 400"),
    ],
)
async def test_what_discord_fails_at_is_posted_once(
    calm: SandboxGuild, trouble: Trouble, times: int, caplog: pytest.LogCaptureFixture
) -> None:
    calm.sandbox.faults.add(trouble, times=times)
    titles = await due_now(calm, 3)

    assert await settled(calm, 3) == ["sent"] * 3
    assert sorted(standing(calm, calm.channels["chat"])) == titles
    assert await paused(calm) == {}
    assert len(told(caplog.records)) <= 2


async def until_held_by_no_late_answer(guild: SandboxGuild, count: int) -> None:
    """Wait until so many are posted; what was refused within the hour, and heard of after it, holds them a minute."""
    async with asyncio.timeout(PATIENCE):
        while [state for state, _ in await outcomes(guild)].count("sent") < count:
            if held := guild.running.client.sending().held:
                await guild.jump(timedelta(seconds=held))
            await asyncio.sleep(0.02)


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param(broken(503), id="503"),
        pytest.param(banned(3600), id="429 of Cloudflare's"),
        pytest.param(BARRED, id="403 of Cloudflare's"),
        pytest.param(Cut(Moment.AFTER), id="connections reset"),
        pytest.param(Nonsense(done=True), id="invalid JSON"),
    ],
)
async def test_after_an_hour_of_it_everything_goes_out_at_once_and_says_that_it_is_late(
    calm: SandboxGuild, trouble: Trouble, caplog: pytest.LogCaptureFixture
) -> None:
    await subscribed(calm, *(place for place in places(calm) if place != calm.channels["chat"]))
    counted = Counted(trouble)
    calm.sandbox.faults.add(counted, times=None, lasting=HOUR)
    titles = await due_now(calm, 3)
    await meets_trouble(calm)
    await calm.jump(HOUR / 2)
    titles += await due_now(calm, 2)
    await calm.jump(HOUR / 2 + timedelta(seconds=1))

    count = 5 * len(places(calm))
    await until_held_by_no_late_answer(calm, count)
    assert await settled(calm, count) == ["sent"] * count
    assert all(sorted(standing(calm, place)) == titles for place in places(calm))
    assert await paused(calm) == {}
    lines = told(caplog.records)
    assert len(lines) <= 2, lines
    assert lines[0].startswith(BEGINS)
    assert counted.met <= count
    assert any("Posted late" in str(message) for message in calm.sandbox.world.channels[calm.channels["chat"]].log)


@pytest.mark.skipif(not IS_LONG, reason="takes half a minute: YOKOKU_TEST_LONG=1 runs it")
async def test_an_hour_of_500_502_and_504_loses_nothing(calm: SandboxGuild, caplog: pytest.LogCaptureFixture) -> None:
    """The library tries these five times itself, which takes it 25 seconds, before the bot hears of them."""
    await subscribed(calm, *(place for place in places(calm) if place != calm.channels["chat"]))
    for place, status in zip(places(calm), itertools.cycle((500, 502, 504)), strict=False):
        calm.sandbox.faults.add(broken(status), times=None, lasting=HOUR, channel_id=place)
    titles = await due_now(calm, 3)
    await meets_trouble(calm)
    await calm.jump(HOUR)

    count = 3 * len(places(calm))
    assert await settled(calm, count) == ["sent"] * count
    assert all(sorted(standing(calm, place)) == titles for place in places(calm))
    assert len(told(caplog.records)) <= 2


@pytest.mark.parametrize("trouble", [limited(0.1), broken(503), Cut(Moment.BEFORE)], ids=["429", "503", "reset"])
async def test_a_channel_that_fails_again_and_again_holds_up_no_other(
    calm: SandboxGuild, trouble: Trouble, caplog: pytest.LogCaptureFixture
) -> None:
    bad, good = calm.channels["chat"], calm.channels["releases"]
    await subscribed(calm, good)
    calm.sandbox.faults.add(trouble, times=None, lasting=HOUR, channel_id=bad)
    titles = await due_now(calm, 3)
    await until(calm, lambda: len(standing(calm, good)) == 3)
    await meets_trouble(calm)
    titles += await due_now(calm, 3)
    await until(calm, lambda: len(standing(calm, good)) == 6)

    assert standing(calm, bad) == []
    assert calm.running.dispatch.held == 0
    await calm.jump(HOUR)
    assert await settled(calm, 12) == ["sent"] * 12
    assert sorted(standing(calm, bad)) == titles
    assert len([line for line in told(caplog.records) if line.startswith(BEGINS)]) == 1


# --- what can't be known ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("may_read", [True, False])
async def test_where_the_history_is_closed_the_delivery_says_that_only_its_nonce_guarded_it(
    calm: SandboxGuild, may_read: bool
) -> None:
    place = calm.channels["chat"]
    if not may_read:
        closed = Permissions.READ_MESSAGE_HISTORY
        changes.set_overwrite(calm.sandbox.world, place, calm.id, kind=ROLE_OVERWRITE, deny=closed)
        await until_told(calm, place)
    calm.sandbox.faults.add(broken(503))
    await due_now(calm)

    await settled(calm, 1)

    assert await outcomes(calm) == [("sent", None if may_read else UNSEEN)]
    assert len(standing(calm, place)) == 1


async def until_told(guild: SandboxGuild, place: int) -> None:
    """Wait until the bot has heard that a channel's history was closed to it."""

    def is_told(*_: object) -> bool:
        channel = guild.running.client.get_channel(place)
        return not channel.permissions_for(channel.guild.me).read_message_history  # type: ignore[union-attr]

    if not is_told():
        await guild.running.client.wait_for("guild_channel_update", check=is_told, timeout=PATIENCE)


# --- the invalid-request limit ----------------------------------------------------------------------------------------


async def test_every_refusal_is_counted_and_a_closed_channel_is_asked_once(calm: SandboxGuild) -> None:
    closed = [changes.create_channel(calm.sandbox.world, calm.id, f"place-{number}").id for number in range(30)]
    for place in closed:
        denied = Permissions.SEND_MESSAGES
        changes.set_overwrite(calm.sandbox.world, place, calm.id, kind=ROLE_OVERWRITE, deny=denied)
    await subscribed(calm, *closed)
    before = calm.running.invalid_requests.count
    await due_now(calm, 3)
    await until_paused(calm, *closed)

    assert calm.running.invalid_requests.count - before == 30
    asked = [each for each in calm.sandbox.recorded if (each.method, each.template) == ("POST", MESSAGES)]
    assert len([each for each in asked if each.status == 403]) == 30


async def test_a_bot_that_is_refused_too_often_sends_more_slowly_and_says_so_once(
    calm: SandboxGuild, caplog: pytest.LogCaptureFixture
) -> None:
    refusals = calm.running.invalid_requests
    for _ in range(round(refusals.limit * 0.12)):
        refusals.note()
    assert calm.running.dispatch.held > 0
    titles = await due_now(calm, 3)
    await calm.jump(timedelta(minutes=1))

    assert await settled(calm, 3) == ["sent"] * 3
    assert sorted(standing(calm, calm.channels["chat"])) == titles
    (line,) = told(caplog.records)
    assert line.startswith("Discord refused 1001 requests within 10 minutes")


async def test_an_answer_that_asks_for_an_hour_is_doubted_after_a_minute(calm: SandboxGuild) -> None:
    """One proxy's word would keep everybody's posts for that hour."""
    calm.sandbox.faults.add(banned(3600))
    titles = await due_now(calm)
    await meets_trouble(calm)
    titles += await due_now(calm, 2)
    await calm.jump(FIRST_PROBE + timedelta(seconds=1))

    assert await settled(calm, 3) == ["sent"] * 3
    assert sorted(standing(calm, calm.channels["chat"])) == titles
