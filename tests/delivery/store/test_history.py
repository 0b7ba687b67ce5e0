"""What is kept of the history of deliveries, and what isn't."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from bot.catalogue.model import Origin
from bot.catalogue.records import release_field
from bot.catalogue.releases import Basis, Release, ReleaseKind
from bot.catalogue.store import catalogue, updates
from bot.catalogue.store.records import dated_values
from bot.catalogue.store.updates import Backdated
from bot.catalogue.tables import changes, releases, series
from bot.catalogue.tables import updates as updates_table
from bot.database.engine import Database
from bot.dates.airdate import AirDate
from bot.dates.facts import DueFact, FactKind
from bot.delivery.cleanup import Cleanup
from bot.delivery.model import State
from bot.delivery.scan import scan
from bot.delivery.store import history
from bot.delivery.tables import deliveries, posted_moments
from tests.delivery.store.test_due import DAY, HOUR, PREMIERE, WEEK, premiere_for_channel_7
from tests.still_clock import StillClock

KEPT = timedelta(days=90)


async def posted(database: Database, clock: StillClock) -> None:
    """A premiere's whole countdown and the premiere itself, all of it sent."""
    await premiere_for_channel_7(database)
    clock.at = PREMIERE - 2 * WEEK
    await scan(database, clock)
    clock.at = PREMIERE + HOUR
    await scan(database, clock)
    async with database.write() as db:
        sent = {"state": State.SENT.value, "next_try_at": None, "message_id": 5}
        await db.execute(update(deliveries).values(settled_at=deliveries.c.due_at, **sent))


async def leads_kept(database: Database) -> list[timedelta]:
    async with database.read() as db:
        return list((await db.execute(select(deliveries.c.lead).order_by(deliveries.c.lead))).scalars())


@pytest.mark.parametrize("limit", [1, 2, 500])
async def test_old_history_is_forgotten_but_each_last_post(database: Database, clock: StillClock, limit: int) -> None:
    await posted(database, clock)
    before = await leads_kept(database)

    reached = None
    while True:
        async with database.write() as db:
            reached = await history.forget(db, PREMIERE + DAY, reached, limit=limit)
        if reached is None:
            break

    assert len(before) > 1
    assert await leads_kept(database) == [timedelta(0)]


async def test_history_is_kept_for_as_long_as_was_asked(database: Database, clock: StillClock) -> None:
    await posted(database, clock)
    clean_up = Cleanup(database, clock, history_kept=KEPT)

    clock.at = PREMIERE - WEEK + KEPT - DAY
    await clean_up.run()
    assert len(await leads_kept(database)) == 4

    clock.at = PREMIERE + KEPT + DAY
    assert await clean_up.run() == clock.at + DAY
    assert await leads_kept(database) == [timedelta(0)]


@pytest.mark.parametrize("state", [State.PENDING, State.SKIPPED])
async def test_what_still_waits_is_kept_and_what_was_left_out_is_not(
    database: Database, clock: StillClock, state: State
) -> None:
    await posted(database, clock)
    async with database.write() as db:
        await db.execute(update(deliveries).values(state=state.value))
        await history.forget(db, PREMIERE + KEPT, None, limit=500)

    assert bool(await leads_kept(database)) is (state is State.PENDING)


async def test_what_was_posted_and_forgotten_is_not_posted_again_when_its_date_moves(
    database: Database, clock: StillClock
) -> None:
    """A source gives a release that came out long ago a date of yesterday."""
    await posted(database, clock)
    async with database.write() as db:
        # Something else was posted since, so that its own post isn't the last.
        row = (await db.execute(select(deliveries).where(deliveries.c.lead == timedelta(0)))).mappings().one()
        later = dict(row) | {"id": 99, "occasion": "later", "fact_id": 99, "due_at": PREMIERE + 2 * KEPT}
        await db.execute(deliveries.insert().values(later | {"settled_at": PREMIERE + 2 * KEPT}))
        await history.forget(db, PREMIERE + KEPT, None, limit=500)
        assert (await db.execute(select(posted_moments.c.fact_id))).scalars().all() == [row["fact_id"]]
    clock.at = PREMIERE + 2 * KEPT
    await scan(database, clock)
    moved = AirDate.instant(clock.at - DAY)
    async with database.write() as db:
        await db.execute(update(releases).values(**dated_values(moved)))
        assert moved.anchor is not None
        await updates.add_backdated(db, [Backdated(DueFact(FactKind.RELEASE, row["fact_id"], moved.anchor))])

    assert (await scan(database, clock)).made == 0


async def test_what_came_by_usual_slots_goes_after_its_history_unless_something_tells_of_it(
    database: Database, clock: StillClock
) -> None:
    await posted(database, clock)
    old = AirDate.instant(PREMIERE - WEEK)
    async with database.write() as db:
        [series_id] = (await db.execute(select(series.c.id))).scalars()
        by_slot = Release(0, series_id, ReleaseKind.EPISODE, old, basis=Basis.SLOT, origin=Origin.BANGUMI)
        added = [
            (await catalogue.add_releases(db, [each]))[0].id
            for each in (
                *[by_slot] * 7,
                replace(by_slot, date=AirDate.instant(PREMIERE + KEPT)),
                replace(by_slot, basis=Basis.STATED, number=2),
            )
        ]
        unneeded, was_posted, is_posted, moved, corrected, replaced, announced, _, _ = added
        subscription = (await db.execute(select(deliveries.c.subscription_id))).scalars().first()
        told = {"subscription_id": subscription, "kind": "release"}
        await db.execute(insert(posted_moments).values(fact_id=was_posted, **told))
        await db.execute(update(deliveries).where(deliveries.c.lead == timedelta(0)).values(fact_id=is_posted))
        change = {"at": PREMIERE, "actor": "anilist", "field": "date"}
        await db.execute(insert(changes).values(kind="release", fact_id=moved, **change))
        change |= {"actor": "1", "field": release_field(corrected)}
        await db.execute(insert(changes).values(kind="series", fact_id=series_id, **change))
        await catalogue.add_releases(db, [replace(by_slot, guild_id=1, overrides_id=replaced)])
        known = {"series_id": series_id, "kind": "delayed", "changed_at": PREMIERE, "anchor_at": PREMIERE}
        await db.execute(insert(updates_table).values(release_id=announced, **known))
    clock.at = PREMIERE + KEPT + DAY

    await Cleanup(database, clock, history_kept=KEPT).run()

    async with database.read() as db:
        left = set((await db.execute(select(releases.c.id))).scalars())
        moments = (await db.execute(select(posted_moments.c.fact_id))).scalars().all()
    assert set(added) - left == {unneeded, was_posted}
    assert was_posted not in moments
