from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.catalogue.model import Series, Titles
from bot.catalogue.records import DateChange
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue
from bot.database.engine import Connection
from bot.database.tables import move_watermark
from bot.dates.airdate import AirDate
from bot.delivery.store import fan_out
from bot.delivery.tables import deliveries
from bot.subscriptions.model import Lead, Subscription, Topic
from bot.subscriptions.store import channels
from tests.catalogue.merging import redate
from tests.database.stores import open_new

NOW = datetime(2024, 1, 1, tzinfo=UTC)
PREMIERE = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Connection]:
    database = await open_new(tmp_path / "yokoku.db", lambda: NOW)
    async with database.write() as connection:
        yield connection
    await database.close()


async def announced(db: Connection, when: AirDate) -> tuple[Series, Release]:
    series = await catalogue.save_series(db, Series(0, "one", Titles(english="One"), episodes=4))
    (premiere,) = await catalogue.add_releases(db, [Release(0, series.id, ReleaseKind.PREMIERE, when, number=1)])
    return series, premiere


async def move(db: Connection, series: Series, release: Release, to: AirDate) -> DateChange | None:
    return await redate(db, series, release, to, actor="test", at=NOW)


async def test_the_same_date_again_is_no_change(db: Connection) -> None:
    series, premiere = await announced(db, AirDate.month(2024, 1))

    assert await move(db, series, premiere, AirDate.month(2024, 1)) is None
    assert (await catalogue.airing_of(db, series.id)).changes == ()


async def test_every_step_of_a_date_is_kept_in_order(db: Connection) -> None:
    series, release = await announced(db, AirDate.year(2024))
    steps = [AirDate.month(2024, 1), AirDate.instant(PREMIERE), AirDate.instant(PREMIERE + timedelta(weeks=1))]
    for step in steps:
        await move(db, series, release, step)
        release = replace(release, date=step)

    kept = (await catalogue.airing_of(db, series.id)).changes
    assert [change.new for change in kept] == steps
    assert [change.old for change in kept] == [AirDate.year(2024), *steps[:-1]]


async def told(db: Connection) -> list[tuple[int, datetime, timedelta]]:
    """Which releases channels are told of, at which dates and how long before."""
    columns = (deliveries.c.fact_id, deliveries.c.anchor_at, deliveries.c.lead)
    return [(fact_id, at, lead) for fact_id, at, lead in await db.execute(select(*columns).order_by("id"))]


@pytest.mark.parametrize(
    ("first", "numbers"),
    [
        (NOW - timedelta(days=6), {1}),
        (NOW - timedelta(days=8), set()),
        (NOW - timedelta(weeks=4, days=1), set()),
        (NOW + timedelta(hours=1), set()),
    ],
)
async def test_what_turns_out_to_have_come_out_this_week_is_told(
    db: Connection, first: datetime, numbers: set[int]
) -> None:
    series, premiere = await announced(db, AirDate.year(2023))
    leads = (Lead(timedelta(days=1), episodes=True), Lead(timedelta(0), episodes=True))
    for channel, since in ((7, NOW - timedelta(days=90)), (8, NOW)):  # the second came too late for all of it
        wanted = Subscription(0, 1, channel, Topic.RELEASES, leads, 9, since, series_id=series.id)
        await channels.subscribe(db, wanted)
    await move_watermark(db, NOW)

    await move(db, series, premiere, AirDate.instant(first))
    await fan_out.catch_up(db, NOW, NOW)

    numbered = {release.id: release for release in await catalogue.releases_of(db, series.id)}
    heard = await told(db)
    assert {numbered[release_id].number for release_id, _, _ in heard} == numbers
    assert len(heard) == len(numbers)
    assert all((at, lead) == (numbered[key].date.anchor, timedelta(0)) for key, at, lead in heard)


async def test_a_store_that_has_never_looked_tells_nothing_of_the_past(db: Connection) -> None:
    series, premiere = await announced(db, AirDate.year(2023))
    leads = (Lead(timedelta(0), episodes=True),)
    wanted = Subscription(0, 1, 7, Topic.RELEASES, leads, 9, NOW - timedelta(days=90), series_id=series.id)
    await channels.subscribe(db, wanted)

    await move(db, series, premiere, AirDate.instant(NOW - timedelta(days=1)))
    await fan_out.catch_up(db, None, NOW)

    assert await told(db) == []
