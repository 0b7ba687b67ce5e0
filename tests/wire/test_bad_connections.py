"""Connections that are reset and answers that never come: the bot finds out what stands before it sends again."""

from datetime import timedelta

import pytest

from sandbox.rest.faults import MESSAGES, Cut, Moment, Nonsense, Refusal, Silence, Trouble, broken
from tests.examples import IS_LONG
from tests.wire.due_posts import at_rest, due_now, meets_trouble, outcomes, paused, settled, standing, subscribed, until
from tests.wire.guild import SandboxGuild
from tests.wire.trouble import Counted, refused, told

FORGOTTEN = timedelta(minutes=10)
"""After this Discord knows no nonce any more, and would take the same message again."""
STOOD = ("sent", "it was in the channel already")


@pytest.mark.parametrize("moment", list(Moment))
async def test_a_message_that_was_taken_is_found_again_when_its_nonce_is_forgotten(
    calm: SandboxGuild, moment: Moment, caplog: pytest.LogCaptureFixture
) -> None:
    was_taken = moment is not Moment.BEFORE
    calm.sandbox.faults.add(Cut(moment))
    titles = await due_now(calm, 3)
    await meets_trouble(calm)
    await calm.jump(FORGOTTEN)

    await settled(calm, 3)

    assert sorted(standing(calm, calm.channels["chat"])) == titles
    assert (await outcomes(calm)).count(STOOD) == (1 if was_taken else 0)
    assert len(told(caplog.records)) == 2


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param(broken(503), id="503"),
        pytest.param(Cut(Moment.AFTER), id="reset"),
        pytest.param(Nonsense(), id="invalid JSON"),
        pytest.param(Refusal(200, "<html>Welcome!</html>", "text/html"), id="a page"),
        pytest.param(Refusal(403, "<html>error code: 1020</html>", "text/html"), id="a proxy's 403"),
    ],
)
async def test_nothing_is_sent_again_before_the_look_for_it_has_succeeded(calm: SandboxGuild, trouble: Trouble) -> None:
    looks = Counted(trouble)
    calm.sandbox.faults.add(Cut(Moment.AFTER))
    calm.sandbox.faults.add(looks, method="GET", template=MESSAGES, times=None, lasting=timedelta(hours=1))
    (title,) = await due_now(calm)
    await meets_trouble(calm)
    for number in (1, 2, 3):
        await calm.jump(FORGOTTEN)
        await looks.until(number)
        await at_rest(calm)
    assert [state for state, _ in await outcomes(calm)] == ["pending"]
    await calm.jump(timedelta(hours=1))

    assert await settled(calm, 1) == ["sent"]
    assert await outcomes(calm) == [STOOD]
    assert standing(calm, calm.channels["chat"]) == [title]
    assert await paused(calm) == {}


async def test_a_channel_that_is_hidden_just_as_it_is_looked_through_gets_nothing_twice(calm: SandboxGuild) -> None:
    looks = Counted(refused(403, 50001))
    calm.sandbox.faults.add(Cut(Moment.AFTER))
    calm.sandbox.faults.add(looks, method="GET", template=MESSAGES)
    (title,) = await due_now(calm)
    await meets_trouble(calm)
    await calm.jump(FORGOTTEN)
    await looks.until(1)
    await at_rest(calm)
    await calm.jump(timedelta(minutes=1))

    assert await settled(calm, 1) == ["sent"]
    assert await outcomes(calm) == [STOOD]
    assert standing(calm, calm.channels["chat"]) == [title]


async def test_an_answer_that_never_comes_holds_up_no_other_channel_and_no_stop(calm: SandboxGuild) -> None:
    silent, good = calm.channels["chat"], calm.channels["releases"]
    await subscribed(calm, good)
    calm.sandbox.faults.add(Silence(done=True), channel_id=silent)
    titles = await due_now(calm, 5)
    await until(calm, lambda: len(standing(calm, good)) == 5 and len(standing(calm, silent)) == 1)

    await calm.stop()
    await calm.jump(FORGOTTEN)
    await calm.start()

    assert await settled(calm, 10) == ["sent"] * 10
    assert sorted(standing(calm, silent)) == sorted(standing(calm, good)) == titles
    assert (await outcomes(calm)).count(STOOD) >= 1


@pytest.mark.skipif(not IS_LONG, reason="takes half a minute: YOKOKU_TEST_LONG=1 runs it")
@pytest.mark.parametrize("done", [True, False])
async def test_an_answer_that_never_comes_is_given_up_and_nothing_comes_twice(
    calm: SandboxGuild, done: bool, caplog: pytest.LogCaptureFixture
) -> None:
    places = [calm.channels["chat"], calm.channels["releases"]]
    await subscribed(calm, places[1])
    calm.sandbox.faults.add(Silence(done=done), times=2)
    titles = await due_now(calm, 3)
    await meets_trouble(calm)
    await calm.jump(FORGOTTEN)

    assert await settled(calm, 6) == ["sent"] * 6
    assert all(sorted(standing(calm, place)) == titles for place in places)
    assert len(told(caplog.records)) == 2


@pytest.mark.parametrize(
    ("trouble", "seen"),
    [
        pytest.param(Cut(Moment.BEFORE), "Discord lost my answer", id="reset before"),
        pytest.param(broken(503), "Metallic Rouge", id="503"),
        pytest.param(Cut(Moment.AFTER), "Metallic Rouge", id="reset after it was taken"),
        pytest.param(Nonsense(done=True), "Metallic Rouge", id="invalid JSON after it was taken"),
    ],
)
async def test_a_command_whose_answer_is_lost_is_answered_once(
    calm: SandboxGuild, trouble: Trouble, seen: str, caplog: pytest.LogCaptureFixture
) -> None:
    calm.sandbox.faults.add(trouble, template="/interactions/{interaction_id}/{interaction_token}/callback")

    reply = await calm.member.slash("series", series="metallic-rouge")

    assert seen in reply.text
    assert not (await calm.member.slash("trailer", series="metallic-rouge")).failed
    assert len(told(caplog.records)) <= 2
