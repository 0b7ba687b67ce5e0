"""What channels see of dates that are refined, moved, left open or cancelled, and of clocks that jump."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeAlias

import pytest
from sqlalchemy import update

from bot.catalogue import tables
from bot.catalogue.slots import days_later
from bot.catalogue.store import catalogue
from bot.dates.airdate import AirDate
from bot.ui.text import stamp
from sandbox.client import Message
from sandbox.rest.faults import MESSAGES, broken
from tests.catalogue.merging import redate
from tests.examples import IS_LONG
from tests.wire.due_posts import looked, meets_trouble, outcomes, settled, standing, until
from tests.wire.guild import SandboxGuild, sandbox_guild

NEW_YORK = "America/New_York"
DAY = timedelta(days=1)
PREMIERE = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
SEVEN_DAYS, ONE_DAY, ONE_HOUR = "premiere in 7 days", "premiere in 1 day", "premiere in 1 hour"
NOW, AIRED, SOON = "Metallic Rouge premieres now", "Metallic Rouge has premiered", "premiere coming up"

Act: TypeAlias = AirDate | datetime | timedelta
"""The premiere gets another date; the clock shows another instant, or goes on or back by so much."""


def at(text: str, zone: str = "Asia/Tokyo") -> AirDate:
    return AirDate.instant(datetime.fromisoformat(f"{text}Z"), zone=zone)


def clock(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}Z")


async def follow(guild: SandboxGuild) -> None:
    """Let `#releases` be told of the starter's premiere, with the default leads."""
    where = str(guild.channels["releases"])
    assert not (await guild.moderator.slash("watchlist add", series="metallic-rouge")).failed
    assert not (await guild.moderator.slash("channel subscribe", {"channel": where}, what="releases")).failed


async def move(guild: SandboxGuild, to: AirDate) -> None:
    """A source gives the premiere another date, and dates the other episodes week by week, if the hour is known."""
    async with guild.database.write() as db:
        series = await catalogue.series_by_slug(db, "metallic-rouge")
        assert series is not None
        for each in await catalogue.releases_of(db, series.id):
            weeks = (each.number or 1) - 1
            date_ = to if not weeks else days_later(to, 7 * weeks) if to.is_exact else AirDate.tba(zone=to.zone)
            await redate(db, series, each, date_, actor="a source", at=guild.clock.now())
    guild.running.schedule.wake()


async def cancel(guild: SandboxGuild, *, cancelled: bool = True) -> None:
    async with guild.database.write() as db:
        await db.execute(update(tables.releases).values(cancelled=cancelled))


async def play(guild: SandboxGuild, *acts: Act) -> list[str]:
    """What the channel was told, in order, once the acts are over."""
    for act in acts:
        if isinstance(act, AirDate):
            since = guild.clock.now()
            await move(guild, act)
        else:
            since = guild.clock.now() + act if isinstance(act, timedelta) else act
            await guild.jump(act)
        await looked(guild, since)
    return titles(guild)


def titles(guild: SandboxGuild) -> list[str]:
    told = standing(guild, guild.channels["releases"])
    return [title.removeprefix("Metallic Rouge: ") for title in told]


def episodes(*numbers: int) -> list[str]:
    return [f"episode {number} of 13 is out" for number in numbers]


REFINED: list[Act] = [AirDate.month(2024, 1), clock("2024-01-04T00:00"), at("2024-01-12T16:00")]
TO_THE_HOUR: list[Act] = [AirDate.day(date(2024, 1, 12)), clock("2024-01-05T00:00"), at("2024-01-12T04:00")]
LEFT_OPEN: list[Act] = [clock("2024-01-03T16:25"), AirDate.year(2027), PREMIERE, clock("2024-02-01T00:00")]
BACK_AGAIN: list[Act] = [clock("2024-01-03T16:25"), at("2024-01-17T16:25"), at("2024-01-10T16:25")]
BACK_TOO_LATE: list[Act] = [at("2024-01-17T16:25"), clock("2024-01-10T18:00"), at("2024-01-10T16:25")]
STORIES = [
    pytest.param(
        [*REFINED, clock("2024-01-05T16:00"), clock("2024-01-10T16:25"), clock("2024-01-12T16:00")],
        [SEVEN_DAYS, NOW],
        id="refined: one new countdown, and nothing at the old date",
    ),
    pytest.param(
        [*TO_THE_HOUR, clock("2024-01-05T04:00"), clock("2024-01-12T00:00"), clock("2024-01-12T04:00")],
        [SEVEN_DAYS, SEVEN_DAYS, SOON, NOW],
        id="refined from the day to the hour: counted down anew",
    ),
    pytest.param(
        [clock("2024-01-03T16:25"), at("2024-01-17T16:25"), PREMIERE, PREMIERE + 7 * DAY],
        [SEVEN_DAYS, SEVEN_DAYS, NOW],
        id="delayed: a new countdown, and nothing at the old date",
    ),
    pytest.param(
        [at("2024-01-04T12:00"), clock("2024-01-03T12:00"), clock("2024-01-04T11:00"), clock("2024-01-04T12:00")],
        [ONE_DAY, ONE_HOUR, NOW],
        id="moved earlier than its longest lead: the steps that are left",
    ),
    pytest.param(
        [clock("2024-01-08T12:00"), at("2024-01-07T16:25"), at("2024-01-07T16:55"), clock("2024-01-14T16:55")],
        [SOON, AIRED, *episodes(2)],
        id="moved into the past: told late and once, and its episodes go on",
    ),
    pytest.param(
        [at("2022-12-10T16:25"), clock("2024-01-10T16:25")],
        [],
        id="moved into the far past: no news, nor are its episodes",
    ),
    pytest.param(
        [*LEFT_OPEN, at("2024-02-10T16:25"), clock("2024-02-03T16:25"), clock("2024-02-10T16:25")],
        [SEVEN_DAYS, SEVEN_DAYS, NOW],
        id="left open until 2027: silence, and a new countdown once it is dated again",
    ),
    pytest.param(
        [*BACK_AGAIN, clock("2024-01-09T16:25"), clock("2024-01-10T15:25"), clock("2024-01-10T16:25")],
        [SEVEN_DAYS, ONE_DAY, ONE_HOUR, NOW],
        id="moved back to the old date: the countdown goes on where it was",
    ),
    pytest.param(
        [*BACK_TOO_LATE, clock("2024-01-17T16:25")],
        [SOON, AIRED, *episodes(2)],
        id="moved back to the old date after its moment: told late",
    ),
    pytest.param(
        [at("2024-12-31T23:30"), clock("2024-12-31T20:00"), clock("2025-01-01T00:15"), clock("2025-01-07T23:30")],
        [SOON, AIRED, *episodes(2)],
        id="late over the turn of the year",
    ),
    pytest.param(
        [at("2024-02-22T16:25"), clock("2024-02-15T16:25"), clock("2024-02-22T16:25"), clock("2024-02-29T16:25")],
        [SEVEN_DAYS, NOW, *episodes(2)],
        id="weekly over 29 February",
    ),
    pytest.param(
        [
            at("2024-03-07T04:00", NEW_YORK),  # 23:00 there, as a week later
            clock("2024-03-07T04:00"),
            clock("2024-03-14T02:50"),
            clock("2024-03-14T03:00"),
        ],
        [NOW, *episodes(2)],
        id="weekly at 23:00 in New York, over the night in which its clocks go forward",
    ),
    pytest.param(
        [
            at("2024-10-31T03:00", NEW_YORK),
            clock("2024-10-31T03:00"),
            clock("2024-11-07T03:50"),
            clock("2024-11-07T04:00"),
        ],
        [NOW, *episodes(2)],
        id="weekly at 23:00 in New York, over the night in which its clocks go back",
    ),
    pytest.param(
        [
            at("2024-03-03T07:30", NEW_YORK),  # 02:30 there, which the next Sunday hasn't
            clock("2024-03-03T07:30"),
            clock("2024-03-10T07:30"),
            clock("2024-03-17T06:30"),
        ],
        [NOW, *episodes(2, 3)],
        id="weekly at a wall time that one night skips",
    ),
    pytest.param(
        [clock("2024-01-09T12:00"), DAY, -DAY, clock("2024-01-09T16:25"), clock("2024-01-10T15:25"), PREMIERE],
        [SOON, SOON, ONE_HOUR, NOW],
        id="a clock that was a day ahead",
    ),
    pytest.param(
        [clock("2024-01-05T12:00"), 28 * DAY, -28 * DAY, clock("2024-01-09T16:25"), PREMIERE, PREMIERE + 7 * DAY],
        [SOON, "episode 4 of 13 is out", ONE_DAY, NOW, *episodes(2)],
        id="a clock that was four weeks ahead: what it left out comes in its time",
    ),
    pytest.param(
        [clock("2024-01-09T16:25"), -DAY, clock("2024-01-09T16:25"), PREMIERE, -DAY, PREMIERE],
        [ONE_DAY, NOW],
        id="a clock that is set back a day again and again",
    ),
]


@pytest.mark.parametrize(("acts", "told"), STORIES)
async def test_a_channel_is_told_what_is_true_and_once(tmp_path: Path, acts: list[Act], told: list[str]) -> None:
    async with sandbox_guild(tmp_path, at="2024-01-01T12:00:00Z", rate_limits=False) as guild:
        await follow(guild)
        assert await play(guild, *acts) == told


@pytest.mark.at("2024-01-10T16:20:00Z")
@pytest.mark.parametrize(
    ("to", "why"),
    [(None, "it was withdrawn or cancelled"), (at("2024-01-10T20:00"), "its date has moved")],
    ids=["cancelled", "delayed"],
)
async def test_what_changes_while_its_post_waits_is_not_posted_as_it_was(
    guild: SandboxGuild, to: AirDate | None, why: str
) -> None:
    await follow(guild)
    guild.sandbox.faults.add(broken(503), method="POST", template=MESSAGES, times=1000)
    await guild.jump(PREMIERE)
    await meets_trouble(guild)
    await (move(guild, to) if to else cancel(guild))
    guild.sandbox.faults.clear()

    assert await settled(guild, 1) == ["skipped"]
    assert await outcomes(guild) == [("skipped", why)]
    assert titles(guild) == []
    assert await play(guild, clock("2024-01-10T20:00")) == ([NOW] if to else [])


@pytest.mark.at("2024-01-10T14:00:00Z")
async def test_cancelled_and_held_after_all_it_is_told_from_then_on(guild: SandboxGuild) -> None:
    await follow(guild)
    await cancel(guild)
    await play(guild, clock("2024-01-10T15:25"))
    assert titles(guild) == []

    await cancel(guild, cancelled=False)
    assert await play(guild, PREMIERE) == [NOW]


@pytest.mark.skipif(not IS_LONG, reason="takes a minute: YOKOKU_TEST_LONG=1 runs it")
async def test_a_machine_that_slept_for_hours_notices_by_itself(tmp_path: Path) -> None:
    """Nothing wakes the bot: its own sleep ends half a minute later by its clock, and six hours by the wall's."""
    async with sandbox_guild(tmp_path, at="2024-01-10T12:00:00Z", rate_limits=False) as guild:
        await follow(guild)
        await guild.stop()
        async with guild.another_bot() as alone:
            guild.app = alone
            await looked(guild, guild.clock.now())  # half a minute later, and now it sleeps
            await guild.jump(timedelta(hours=6))
            post = await guild.member.wait_for_message("releases")
            guild.app = None

        assert titles(guild) == [AIRED]
        assert "Posted late" in post.text


@pytest.mark.at("2024-01-09T00:00:00Z")
async def test_who_is_told_again_that_it_is_out_reads_that_the_date_has_moved(guild: SandboxGuild) -> None:
    first, second = guild.channels["releases"], guild.channels["chat"]
    for place in (first, second):
        asked = {"what": "metallic-rouge", "channel": str(place), "lead": "now"}
        assert not (await guild.moderator.slash("channel subscribe", asked)).failed
    guild.sandbox.faults.add(broken(503), channel_id=second, times=None)
    await guild.jump(PREMIERE)
    await until(guild, lambda: len(standing(guild, first)) == 1)
    await meets_trouble(guild)

    # While it is being sent to the others, it is moved by some seconds.
    later = PREMIERE + timedelta(seconds=25)
    await move(guild, AirDate.instant(later))
    guild.sandbox.faults.clear()
    await guild.jump(timedelta(minutes=5))
    await until(guild, lambda: len(standing(guild, first)) == 2 and len(standing(guild, second)) == 1)

    told, again = (Message(each) for each in guild.sandbox.world.channels[first].log)
    [only] = (Message(each) for each in guild.sandbox.world.channels[second].log)
    assert again.embed.field("New date") == f"This was posted before, for {stamp(PREMIERE)}: its date has moved since."
    assert [each.embed.text for each in (told, only) if "moved since" in each.embed.text] == []
