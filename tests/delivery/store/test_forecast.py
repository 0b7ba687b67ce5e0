"""What is forecast is what comes: the same step, at the same instant."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select

from bot.catalogue import tables
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue
from bot.database.engine import Database
from bot.dates.airdate import AirDate
from bot.delivery.scan import scan
from bot.delivery.store import forecast
from bot.delivery.tables import deliveries
from bot.subscriptions.model import Lead, Subscription, Topic
from bot.subscriptions.store import channels, watchlist
from tests.database.stores import open_new
from tests.examples import examples

NOW = datetime(2024, 1, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


async def add_series(database: Database, number: int) -> None:
    async with database.write() as db:
        await db.execute(insert(tables.series).values(id=number, slug=f"series-{number}", format="tv"))


async def stored(database: Database, wanted: Subscription) -> Subscription:
    async with database.write() as db:
        return (await channels.subscribe(db, wanted))[0]


def wanting(series_id: int | None, leads: tuple[Lead, ...], channel: int = 7) -> Subscription:
    return Subscription(0, 1, channel, Topic.RELEASES, leads, 9, NOW - timedelta(days=1), series_id=series_id)


async def made(database: Database, at: datetime) -> list[tuple[int, datetime]]:
    """What a scan makes at an instant: the fact and when it was due."""
    await scan(database, lambda: at)
    of = deliveries.c
    async with database.read() as db:
        return [(fact_id, due_at) for fact_id, due_at in await db.execute(select(of.fact_id, of.due_at))]


releases = st.lists(
    st.tuples(
        st.sampled_from([1, 2]),
        st.sampled_from([ReleaseKind.PREMIERE, ReleaseKind.EPISODE]),
        st.integers(-100, 300).map(lambda hours: NOW + HOUR * hours),
    ),
    max_size=6,
)
leads = st.lists(
    st.builds(Lead, st.sampled_from([0, 1, 24, 168]).map(lambda hours: HOUR * hours), st.booleans()),
    min_size=1,
    max_size=4,
    unique_by=lambda lead: lead.before,
).map(tuple)


@pytest.mark.parametrize("narrowed", [True, False], ids=["one series", "the watchlist"])
@settings(max_examples=examples(5, 100), deadline=None)
@given(facts=releases, asked=leads)
async def test_a_scan_makes_that_step_at_that_instant_and_none_before(
    narrowed: bool, facts: list[tuple[int, ReleaseKind, datetime]], asked: tuple[Lead, ...]
) -> None:
    with TemporaryDirectory() as folder:
        database = await open_new(Path(folder) / "yokoku.db", lambda: NOW)
        try:
            await foretold(database, 1 if narrowed else None, facts, asked)
        finally:
            await database.close()


async def foretold(
    database: Database,
    series_id: int | None,
    facts: list[tuple[int, ReleaseKind, datetime]],
    asked: tuple[Lead, ...],
) -> None:
    """Hold the forecast against what is made."""
    for number in (1, 2):
        await add_series(database, number)
    async with database.write() as db:
        await watchlist.add(db, 1, 1, by=9, at=NOW)
        known = [Release(0, series, kind, AirDate.instant(at), number=1) for series, kind, at in facts]
        await catalogue.add_releases(db, known)
    subscription = await stored(database, wanting(series_id, asked))
    await scan(database, lambda: NOW)
    async with database.read() as db:
        foreseen = await forecast.next_due(db, subscription, NOW)

    if foreseen is None:
        assert await made(database, NOW + timedelta(days=60)) == []
    else:
        assert await made(database, foreseen.due_at - timedelta(microseconds=1)) == []
        assert (foreseen.id, foreseen.due_at) in await made(database, foreseen.due_at)


async def test_what_is_told_in_one_post_is_one_step(database: Database) -> None:
    """Four episodes of one moment are one; elsewhere, on another service or of another kind, it is another post."""
    at = AirDate.instant(NOW + 50 * HOUR)
    later = AirDate.instant(NOW + 60 * HOUR)
    await add_series(database, 1)
    await add_series(database, 2)
    async with database.write() as db:
        kinds = [ReleaseKind.EPISODE] * 3 + [ReleaseKind.PREMIERE]
        together = [Release(0, 1, kind, at, number=4 - place) for place, kind in enumerate(kinds)]
        await catalogue.add_releases(db, together)  # their first one has the last id
        await catalogue.add_releases(
            db, [Release(0, 1, ReleaseKind.EPISODE, later, number=number) for number in (6, 5)]
        )
        await catalogue.add_releases(db, [Release(0, 1, ReleaseKind.FILM, at), Release(0, 2, ReleaseKind.PREMIERE, at)])
    at_the_moment, before = Lead(timedelta(0), episodes=True), Lead(HOUR, episodes=False)
    one = await stored(database, wanting(1, (before, at_the_moment)))
    two = await stored(database, wanting(2, (before, at_the_moment), channel=8))
    async with database.read() as db:
        mine = await forecast.coming(db, one, NOW, most=5)
        anywhere = await forecast.coming_anywhere(db, NOW, most=20)

    assert [(each.id, each.lead) for each in mine] == [
        (4, HOUR),
        (7, HOUR),
        (4, HOUR * 0),
        (7, HOUR * 0),
        (6, HOUR * 0),
    ]
    assert [fact.id for subscription, fact in anywhere if subscription.id == two.id] == [8, 8]
    assert len(anywhere) == len(mine) + 2
    assert await made(database, NOW) == []
    posted = await made(database, NOW + 60 * HOUR)
    assert {each.id for each in mine} < {fact_id for fact_id, _ in posted}


async def test_nothing_to_come_is_none(database: Database) -> None:
    subscription = await stored(database, wanting(None, (Lead(timedelta(0), episodes=True),)))
    async with database.read() as db:
        assert await forecast.next_due(db, subscription, NOW) is None
