"""Updates at the store: dates that flip at any time, looks that come when they come, and clocks that jump."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from bot.catalogue import tables as catalogue_tables
from bot.catalogue.model import Series, Titles
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue, updates
from bot.catalogue.updates import Update
from bot.database.engine import Database
from bot.dates.airdate import AirDate
from bot.delivery import tables as delivery_tables
from bot.delivery.claims import key_of, read_subjects
from bot.delivery.model import TURN_WAIT, DeliveryOutcome, State, Wait, judge
from bot.delivery.scan import scan
from bot.delivery.store import deliveries, edits
from bot.delivery.store.queues import CHANGES
from bot.subscriptions.model import DEFAULT_LEADS, Subscription, Topic
from bot.subscriptions.store import channels
from tests.catalogue.merging import redate
from tests.database.stores import open_new
from tests.examples import examples

START = datetime(2024, 1, 1, tzinfo=UTC)
AIRS = datetime(2024, 6, 10, 16, 25, tzinfo=UTC)
SETTLE_DELAY = timedelta(minutes=30)
MINUTE, DAY, WEEK = timedelta(minutes=1), timedelta(days=1), timedelta(weeks=1)
DATES = [AirDate.instant(AIRS), AirDate.instant(AIRS + WEEK), AirDate.instant(AIRS - WEEK), AirDate.month(2024, 9)]


class World:
    """A film, a channel that follows it, and a clock."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.now = START

    def clock(self) -> datetime:
        return self.now

    async def begin(self, airs: datetime = AIRS) -> None:
        async with self.database.write() as db:
            series = await catalogue.save_series(db, Series(0, "one", Titles(english="One")))
            await catalogue.add_releases(db, [Release(0, series.id, ReleaseKind.FILM, AirDate.instant(airs))])
            wanted = Subscription(0, 1, 7, Topic.RELEASES, DEFAULT_LEADS, 9, START - DAY, series_id=series.id)
            await channels.subscribe(db, wanted)
        await self.look()

    async def look(self) -> None:
        await scan(self.database, self.clock)

    async def move(self, to: AirDate, *, settle_delay: timedelta = SETTLE_DELAY) -> None:
        async with self.database.write() as db:
            (series,) = (await catalogue.series_by_ids(db, [1])).values()
            (film,) = await catalogue.releases_of(db, 1)
            await redate(db, series, film, to, actor="a source", at=self.now, settle_delay=settle_delay)

    async def told(self) -> list[Update]:
        """What the channel has deliveries of, in the order in which they are due."""
        of = delivery_tables.deliveries.c
        async with self.database.read() as db:
            rows = await db.execute(select(of.fact_id).where(of.kind == "update").order_by(of.due_at, of.id))
            ids = list(rows.scalars())
            found = await updates.by_ids(db, ids)
        return [found[each] for each in ids]

    async def chain(self) -> list[AirDate]:
        """The dates that the channel heard of, the first first; fails where there is a gap."""
        heard = [DATES[0]]
        for each in await self.told():
            assert each.announced is not None
            assert each.announced.old.date == heard[-1]
            heard.append(each.announced.new.date)
        return heard


FAR_OFF = AirDate.instant(AIRS + 900 * DAY)
GAPS = st.sampled_from([0, 5, 29, 30, 45, 2000]).map(lambda minutes: minutes * MINUTE)


@settings(max_examples=examples(5, 100))
@given(
    flips=st.lists(st.tuples(GAPS, st.booleans(), st.sampled_from(DATES)), max_size=8),
    settle_delay=st.sampled_from([SETTLE_DELAY, timedelta(0)]),
)
def test_a_channel_hears_a_chain_that_ends_with_the_date_that_stands(
    flips: list[tuple[timedelta, bool, AirDate]], settle_delay: timedelta
) -> None:
    """Looks come or don't between two changes, as where the bot is down; no time to stand is the same at once."""

    async def play(folder: Path) -> None:
        database = await open_new(folder / "yokoku.db", lambda: START)
        world, date = World(database), DATES[0]
        try:
            await world.begin()
            for gap, has_looked, date in flips:
                world.now += gap
                if has_looked:
                    await world.look()
                await world.move(date, settle_delay=settle_delay)
            world.now += SETTLE_DELAY
            await world.look()
            assert (await world.chain())[-1] == date
        finally:
            await database.close()

    with TemporaryDirectory() as folder:
        asyncio.run(play(Path(folder)))


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    database = await open_new(tmp_path / "yokoku.db", lambda: START)
    yield World(database)
    await database.close()


async def test_updates_of_a_series_are_told_in_their_order_however_one_of_them_is_held_up(world: World) -> None:
    await world.begin()
    await world.move(DATES[1])
    world.now += SETTLE_DELAY
    await world.look()
    await _claim_and_put_off(world, MINUTE * 4)
    await world.move(DATES[2])
    world.now += SETTLE_DELAY
    async with world.database.write() as db:  # as it may be where the first is tried again and again
        await db.execute(update(delivery_tables.deliveries).values(next_try_at=world.now + MINUTE))
    await world.look()

    async with world.database.write() as db:
        (second,) = await deliveries.claim(db, identity="y", owner="me", now=world.now, limit=9)
        subjects, _ = await read_subjects(db, [key_of(second)])
    (subject,) = subjects.values()
    assert judge(second, subject.fact, world.now) == Wait(world.now + TURN_WAIT)

    async with world.database.write() as db:
        await db.execute(
            update(delivery_tables.deliveries)
            .where(delivery_tables.deliveries.c.id != second.id)
            .values(state="sent", next_try_at=None)
        )
        (free,) = await deliveries.by_ids(db, [second.id], identity="y", now=world.now)
    assert not free.behind


async def _claim_and_put_off(world: World, by: timedelta) -> None:
    async with world.database.write() as db:
        (claimed,) = await deliveries.claim(db, identity="y", owner="me", now=world.now, limit=9)
        outcome = DeliveryOutcome(claimed.id, State.PENDING, reason="Discord answered 503", next_try_at=world.now + by)
        await deliveries.settle(db, [outcome], owner="me", now=world.now)


async def test_what_changed_while_the_clock_was_a_year_ahead_is_told_in_its_time(world: World) -> None:
    await world.begin(AIRS + 800 * DAY)
    world.now += 365 * DAY
    await world.move(FAR_OFF)
    world.now = START + MINUTE
    await world.look()
    world.now += SETTLE_DELAY
    await world.look()

    assert len(await world.told()) == 1


async def test_what_was_told_while_the_clock_was_ahead_is_not_told_again(world: World) -> None:
    await world.begin(AIRS + 800 * DAY)
    world.now += 365 * DAY
    await world.move(FAR_OFF)
    world.now += SETTLE_DELAY
    await world.look()
    async with world.database.write() as db:
        (claimed,) = await deliveries.claim(db, identity="y", owner="me", now=world.now, limit=9)
        await deliveries.settle(db, [DeliveryOutcome(claimed.id, State.SENT, message_id=1)], owner="me", now=world.now)
    world.now = START + MINUTE
    await world.look()
    world.now += SETTLE_DELAY
    await world.look()

    assert len(await world.told()) == 1


# --- countdowns that stand --------------------------------------------------------------------------------------------


async def send_all(world: World) -> None:
    async with world.database.write() as db:
        claimed = await deliveries.claim(db, identity="y", owner="me", now=world.now, limit=9)
        outcomes = [DeliveryOutcome(each.id, State.SENT, message_id=each.id + 100) for each in claimed]
        await deliveries.settle(db, outcomes, owner="me", now=world.now)


async def amended(world: World) -> list[tuple[timedelta, AirDate | None]]:
    """Which countdowns are to be amended now, and the date that their channel was told last."""
    async with world.database.write() as db:
        claimed = await edits.claim(db, CHANGES, identity="y", owner="me", now=world.now, limit=20)
        heard = await edits.announced_plans(db, [each.delivery for each in claimed])
        for each in claimed:
            last = heard.get((each.delivery.fact_id, 1))
            version = last.version if last else 0
            await edits.settle(db, each, version=version, now=world.now)
    found = [(each.delivery.lead, heard.get((each.delivery.fact_id, 1))) for each in claimed]
    return [(lead, last.plan.date if last else None) for lead, last in found]


async def test_a_countdown_is_amended_once_the_change_has_stood_and_again_when_it_moves_again(world: World) -> None:
    await world.begin(START + WEEK)
    later, latest = (AirDate.instant(START + weeks * WEEK) for weeks in (2, 3))
    world.now = START + 6 * DAY
    await world.look()
    await send_all(world)
    assert await amended(world) == []

    await world.move(later)
    assert await amended(world) == []
    world.now += SETTLE_DELAY
    await world.look()
    assert await amended(world) == [(DAY, later)]
    assert await amended(world) == []

    world.now = START + 8 * DAY  # the date that it counted down to is over, and still it says where it went
    await world.move(latest)
    await world.look()
    await send_all(world)
    world.now += SETTLE_DELAY
    await world.look()
    assert (DAY, latest) in await amended(world)


async def test_a_flip_amends_nothing(world: World) -> None:
    await world.begin(START + WEEK)
    world.now = START + 6 * DAY
    await world.look()
    await send_all(world)
    await world.move(AirDate.instant(START + 2 * WEEK))
    world.now += 20 * MINUTE
    await world.move(AirDate.instant(START + WEEK))
    world.now += SETTLE_DELAY
    await world.look()

    assert await amended(world) == []
    assert await world.told() == []


async def test_a_countdown_that_was_on_its_way_while_it_was_told_is_amended_after_it(world: World) -> None:
    await world.begin(START + WEEK)
    world.now = START + 6 * DAY
    await world.look()
    async with world.database.write() as db:
        (claimed,) = await deliveries.claim(db, identity="y", owner="me", now=world.now, limit=9)
    await world.move(AirDate.instant(START + 2 * WEEK), settle_delay=timedelta(seconds=1))
    world.now += timedelta(seconds=1)
    await world.look()
    assert await amended(world) == []
    async with world.database.write() as db:
        await deliveries.settle(db, [DeliveryOutcome(claimed.id, State.SENT, message_id=1)], owner="me", now=world.now)

    assert await amended(world) == [(DAY, AirDate.instant(START + 2 * WEEK))]


async def test_a_post_that_it_is_out_that_was_on_its_way_while_its_date_moved_is_amended_after_it(world: World) -> None:
    await world.begin(START + WEEK)
    world.now = START + WEEK
    await world.look()
    async with world.database.write() as db:
        claimed = await deliveries.claim(db, identity="y", owner="me", now=world.now, limit=9)
        [due] = (each for each in claimed if not each.lead)
    await world.move(AirDate.instant(START + WEEK + DAY))
    async with world.database.write() as db:
        await deliveries.settle(db, [DeliveryOutcome(due.id, State.SENT, message_id=1)], owner="me", now=world.now)
        [amendment] = await edits.claim(db, CHANGES, identity="y", owner="me", now=world.now, limit=9)

    assert amendment.delivery.lead == timedelta(0)


async def test_an_update_that_makes_no_sense_holds_up_no_look_and_no_further_change(world: World) -> None:
    await world.begin()
    await world.move(DATES[1])
    async with world.database.write() as db:
        await db.execute(update(catalogue_tables.updates).values(old={"1": 5}, new={"1": None}))
    world.now += SETTLE_DELAY
    await world.look()
    await world.move(DATES[2])
    world.now += SETTLE_DELAY
    await world.look()

    async with world.database.read() as db:
        claimed = list((await db.execute(select(delivery_tables.deliveries.c.fact_id))).scalars())
    assert claimed == [1, 2]
