"""A scan in portions: what is made between them, what a kill leaves for the next scan, and how little each holds."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from bot.catalogue.revisions import Plan, Revision, UpdateKind
from bot.catalogue.store.records import dated_values
from bot.catalogue.store.updates import update_values
from bot.catalogue.tables import releases, updates
from bot.catalogue.updates import Update
from bot.database.engine import Database
from bot.database.types import as_stored
from bot.dates.airdate import AirDate
from bot.delivery.scan import scan
from bot.delivery.store import audience
from bot.delivery.tables import deliveries
from bot.subscriptions.model import DEFAULT_LEADS
from tests.database.statements import statements
from tests.delivery.store.test_due import (
    DAY,
    HOUR,
    PREMIERE,
    WEEK,
    a_release,
    a_series,
    leads_posted,
    premiere_for_channel_7,
    subscribed,
)
from tests.still_clock import StillClock

MOST = 30


async def many_steps(database: Database) -> None:
    """Three releases in as many series' channels, one of them counted down to in two steps, and one backdated."""
    async with database.write() as db:
        for number in range(1, 4):
            series = await a_series(db, f"series-{number}")
            await a_release(db, series, AirDate.instant(PREMIERE + number * HOUR))
            for channel in (10, 20, 30):
                await subscribed(db, channel + number, series=series)


async def occasions(database: Database) -> list[tuple[int, str]]:
    async with database.read() as db:
        rows = await db.execute(select(deliveries.c.channel_id, deliveries.c.occasion))
        return sorted((row.channel_id, row.occasion) for row in rows)


@pytest.fixture
def small_portions(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A portion asks two subscriptions."""
    monkeypatch.setattr(audience, "MOST_CANDIDATES", 2)
    audience.boundary.cache_clear()
    yield
    audience.boundary.cache_clear()


@pytest.mark.usefixtures("small_portions")
@pytest.mark.parametrize("killed_after", [2, 3, 4, 6, 9])
async def test_a_scan_that_is_killed_between_two_portions_loses_nothing_and_doubles_nothing(
    database: Database, clock: StillClock, killed_after: int
) -> None:
    await many_steps(database)
    clock.at = PREMIERE - 2 * WEEK
    await scan(database, clock)
    clock.at = PREMIERE + DAY
    portions = 0

    def kill() -> None:
        nonlocal portions
        portions += 1
        if portions == killed_after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await scan(database, clock, portion=0, on_portion=kill)
    before = await occasions(database)
    made = (await scan(database, clock, portion=0)).made

    after = await occasions(database)
    assert 0 < len(before) == len(after) - made
    assert len(after) == len(set(after)) == 9 * len(DEFAULT_LEADS)
    assert (await scan(database, clock)).made == 0


@pytest.mark.usefixtures("small_portions")
async def test_of_a_countdowns_missed_steps_the_latest_is_there_first(database: Database, clock: StillClock) -> None:
    """What is sent between two portions is no earlier step; the first reads and compiles, and makes nothing."""
    await premiere_for_channel_7(database)
    clock.at = PREMIERE - 2 * WEEK
    await scan(database, clock)
    clock.at = PREMIERE + HOUR

    class SeenError(Exception):
        pass

    async def posted_after(portions: int) -> list[timedelta]:
        """The leads posted once so many portions are done, and the scan is broken off."""
        done = iter(range(1, portions))

        def stop() -> None:
            if next(done, None) is None:
                raise SeenError

        with pytest.raises(SeenError):
            await scan(database, clock, portion=0, on_portion=stop)
        return await leads_posted(database)

    assert await posted_after(1) == []
    assert await posted_after(2) == [timedelta(0)]


@pytest.mark.usefixtures("small_portions")
async def test_a_date_that_moves_between_two_portions_is_not_lost(database: Database, clock: StillClock) -> None:
    """It moves to another instant before the scan's, by which no later scan comes."""
    await many_steps(database)
    clock.at = PREMIERE - 2 * WEEK
    await scan(database, clock)
    clock.at = PREMIERE + DAY

    class StoppedError(Exception):
        pass

    def stop() -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        await scan(database, clock, portion=0, on_portion=stop)
    moved = AirDate.instant(PREMIERE + 9 * HOUR)
    async with database.write() as db:
        await db.execute(update(releases).where(releases.c.id == 1).values(**dated_values(moved)))
    await scan(database, clock, portion=0)

    async with database.read() as db:
        told = select(deliveries.c.anchor_at).where(
            deliveries.c.fact_id == 1, deliveries.c.lead == timedelta(0), deliveries.c.channel_id == 11
        )
        assert moved.anchor in (await db.execute(told)).scalars().all()


@pytest.mark.usefixtures("small_portions")
@pytest.mark.parametrize("is_killed", [False, True])
async def test_what_a_clock_that_was_ahead_left_out_between_two_portions_comes_in_its_time(
    database: Database, clock: StillClock, *, is_killed: bool
) -> None:
    """The watermark moves in the last portion only, and hasn't seen that clock."""
    await many_steps(database)
    clock.at = PREMIERE - 2 * WEEK
    await scan(database, clock)
    clock.at = PREMIERE + 365 * DAY

    class ClockSetBackError(Exception):
        pass

    def set_back() -> None:
        if clock.at > PREMIERE:
            with contextlib.closing(sqlite3.connect(str(database.file))) as dispatcher, dispatcher:
                late = as_stored(clock.at)
                dispatcher.execute("UPDATE deliveries SET state = 'skipped', settled_at = ?", (late,))
            clock.at = PREMIERE - 10 * DAY
        if is_killed:
            raise ClockSetBackError

    with contextlib.suppress(ClockSetBackError):
        await scan(database, clock, portion=0, on_portion=set_back)
    await scan(database, clock)
    assert await occasions(database) == []
    clock.at = PREMIERE + DAY
    await scan(database, clock)

    assert len(await occasions(database)) == 9 * len(DEFAULT_LEADS)
    async with database.read() as db:
        assert (await db.scalars(select(deliveries.c.state).distinct())).all() == ["pending"]


def meanwhile(database: Database, sql: str) -> Callable[[], None]:
    """Have another process change the store once, between the first two portions."""
    left = [sql]

    def change() -> None:
        if left:
            with contextlib.closing(sqlite3.connect(str(database.file))) as other, other:
                other.execute(left.pop())

    return change


@pytest.mark.usefixtures("small_portions")
async def test_what_is_withdrawn_between_two_portions_is_not_posted(database: Database, clock: StillClock) -> None:
    await many_steps(database)
    clock.at = PREMIERE - 2 * WEEK
    await scan(database, clock)
    clock.at = PREMIERE + DAY
    calls_it_off = meanwhile(database, "UPDATE releases SET cancelled = 1 WHERE id = 3")
    await scan(database, clock, portion=0, on_portion=calls_it_off)

    made = await occasions(database)
    assert len(made) == 6 * len(DEFAULT_LEADS)
    assert {channel % 10 for channel, _ in made} == {1, 2}


@pytest.mark.usefixtures("small_portions")
async def test_what_comes_due_between_two_portions_is_posted_by_the_same_scan(
    database: Database, clock: StillClock
) -> None:
    await many_steps(database)
    async with database.write() as db:
        await db.execute(update(releases).where(releases.c.id == 3).values(cancelled=True))
    clock.at = PREMIERE - 2 * WEEK
    await scan(database, clock)
    clock.at = PREMIERE + DAY
    is_on_again = meanwhile(database, "UPDATE releases SET cancelled = 0 WHERE id = 3")
    result = await scan(database, clock, portion=0, on_portion=is_on_again)

    made = await occasions(database)
    assert result.made == len(made) == len(set(made)) == 9 * len(DEFAULT_LEADS)


@pytest.mark.parametrize("many", [1, 40])
async def test_updates_due_at_once_take_as_many_statements_however_many_they_are(
    database: Database, clock: StillClock, many: int
) -> None:
    """A countdown stands for one of them, and is brought up to date."""
    before, after = Plan(AirDate.instant(PREMIERE)), Plan(AirDate.instant(PREMIERE + WEEK))
    clock.at = PREMIERE - 2 * WEEK
    async with database.write() as db:
        for number in range(many):
            series = await a_series(db, f"series-{number}")
            await subscribed(db, number + 1, series=series)
            release = await a_release(db, series, after.date)
            told = Update(
                0,
                series.id,
                UpdateKind.DELAYED,
                clock.at,
                clock.at + HOUR,
                release.id,
                revisions=(Revision(release.id, before, after),),
            )
            await db.execute(insert(updates).values(update_values(told)))
    await scan(database, clock)
    async with database.write() as db:
        standing = {"subscription_id": 1, "guild_id": 1, "channel_id": 1, "kind": "release", "fact_id": 1}
        sent = {"state": "sent", "message_id": 5, "attempts": 1, "anchor_at": PREMIERE, "lead": DAY, "due_at": clock.at}
        await db.execute(insert(deliveries).values(occasion="an earlier one", **standing, **sent))
    clock.at += HOUR
    with statements() as run:
        result = await scan(database, clock)

    assert result.made == many
    assert len(run) <= MOST
    async with database.read() as db:
        amended = await db.scalar(select(deliveries.c.amend_at).where(deliveries.c.occasion == "an earlier one"))
    assert amended == clock.at
