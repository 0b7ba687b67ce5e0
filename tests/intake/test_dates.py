from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.changes import DateChange
from bot.domain.dates import AirDate
from bot.domain.releases import Release, ReleaseKind
from bot.domain.series import Series, Titles
from bot.intake.dates import redate
from bot.store import catalogue
from bot.store.database import Connection, Database

NOW = datetime(2024, 1, 1, tzinfo=UTC)
PREMIERE = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Connection]:
    database = await Database.open(f"sqlite+aiosqlite:///{tmp_path / 'yokoku.db'}", clock=lambda: NOW)
    async with database.write() as connection:
        yield connection
    await database.close()


async def announced(db: Connection, when: AirDate) -> tuple[Series, Release]:
    series = await catalogue.save_series(db, Series(0, "one", Titles(english="One"), episodes=4))
    (premiere,) = await catalogue.add_releases(db, [Release(0, series.id, ReleaseKind.PREMIERE, when, number=1)])
    return series, premiere


async def move(db: Connection, series: Series, release: Release, to: AirDate) -> DateChange | None:
    return await redate(db, series, release, to, actor="test", at=NOW)


async def test_episodes_follow_once_the_premiere_is_exact(db: Connection) -> None:
    series, premiere = await announced(db, AirDate.month(2024, 1))

    await move(db, series, premiere, AirDate.day(date(2024, 1, 10)))
    assert len(await catalogue.releases_of(db, series.id)) == 1
    await move(db, series, premiere, AirDate.instant(PREMIERE))

    dates = [release.date for release in await catalogue.releases_of(db, series.id)]
    assert dates == [AirDate.instant(PREMIERE + timedelta(weeks=week)) for week in range(4)]


async def test_episodes_move_with_the_premiere_and_stay_the_same_episodes(db: Connection) -> None:
    series, premiere = await announced(db, AirDate.month(2024, 1))
    await move(db, series, premiere, AirDate.instant(PREMIERE))
    before = await catalogue.releases_of(db, series.id)

    later = PREMIERE + timedelta(days=7)
    await move(db, series, before[0], AirDate.instant(later))

    after = await catalogue.releases_of(db, series.id)
    assert [release.id for release in after] == [release.id for release in before]
    assert after[3].date == AirDate.instant(later + timedelta(weeks=3))


async def test_a_premiere_that_grows_vague_takes_the_episodes_days_away(db: Connection) -> None:
    series, premiere = await announced(db, AirDate.month(2024, 1))
    await move(db, series, premiere, AirDate.instant(PREMIERE))

    exact = replace(premiere, date=AirDate.instant(PREMIERE))
    await move(db, series, exact, AirDate.year(2024))
    vague = await catalogue.releases_of(db, series.id)
    await move(db, series, vague[0], AirDate.instant(PREMIERE))
    exact_again = await catalogue.releases_of(db, series.id)

    assert [release.date.anchor for release in vague] == [None] * 4
    assert [release.id for release in exact_again] == [release.id for release in vague]
    assert exact_again[3].date == AirDate.instant(PREMIERE + timedelta(weeks=3))


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
