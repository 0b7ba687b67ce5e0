from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.catalogue.releases import ReleaseKind
from bot.catalogue.store import catalogue
from bot.conventions.store import editions as conventions
from bot.conventions.store.news import news_of
from bot.database.engine import Database
from bot.dates.airdate import AirDate, Shift
from bot.errors import CatalogueError
from bot.exchange import starter
from tests.database.stores import open_new

NOW = datetime(2024, 1, 3, tzinfo=UTC)
PREMIERE = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)


def clock() -> datetime:
    return NOW


@pytest.fixture
async def database(tmp_path: Path) -> Database:
    return await open_new(tmp_path / "yokoku.db", clock)


async def test_it_holds_the_series_with_its_weekly_episodes(database: Database) -> None:
    assert await starter.load_once(database, clock)

    async with database.read() as db:
        series = await catalogue.series_by_slug(db, "metallic-rouge")
        assert series is not None
        airing = await catalogue.airing_of(db, series.id)
    await database.close()
    assert (series.studio, series.episodes, series.anilist_id, series.myanimelist_id) == ("Bones", 13, 162985, 54794)
    assert {credit.name for credit in series.credits} >= {"Motonobu Hori", "Yutaka Izubuchi", "Taisei Iwasaki"}
    assert [release.number for release in airing.releases] == list(range(1, 14))
    assert airing.releases[0].kind is ReleaseKind.PREMIERE
    assert airing.releases[0].date == AirDate.instant(PREMIERE)
    assert airing.releases[-1].date == AirDate.instant(PREMIERE + timedelta(weeks=12))


async def test_it_remembers_that_the_premiere_was_known_as_a_month_first(database: Database) -> None:
    await starter.load_once(database, clock)

    async with database.read() as db:
        (change,) = (await catalogue.airing_of(db, 1)).changes
    await database.close()
    assert change.old == AirDate.month(2024, 1)
    assert change.new == AirDate.instant(PREMIERE)
    assert (change.shift, change.actor, change.at) == (Shift.REFINED, "bangumi-data", NOW)


async def test_it_holds_twelve_editions_and_the_news(database: Database) -> None:
    await starter.load_once(database, clock)

    async with database.read() as db:
        editions = await conventions.all_editions(db)
        expo = await conventions.find_edition(db, "Anime Expo 2023", NOW)
        assert expo is not None
        (news,) = (await news_of(db, expo, until=NOW)).rows
    await database.close()
    assert len(editions) == 12
    assert all(edition.source for edition in editions)
    assert news.published == AirDate.month(2023, 7, zone="America/Los_Angeles")
    assert news.series_slug == "metallic-rouge"


async def test_it_is_loaded_once_and_never_over_later_edits(database: Database) -> None:
    await starter.load_once(database, clock)
    async with database.write() as db:
        await db.exec_driver_sql("UPDATE series SET studio = 'Edited'")
        await db.exec_driver_sql("DELETE FROM editions")

    again = await starter.load_once(database, clock)

    async with database.read() as db:
        series = await catalogue.series_by_slug(db, "metallic-rouge")
        editions = await conventions.all_editions(db)
    await database.close()
    assert not again
    assert series is not None
    assert series.studio == "Edited"
    assert not editions


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"series": [{}], "editions": [], "news": []}', "{"])
def test_what_is_no_catalogue_is_refused(text: str) -> None:
    with pytest.raises(CatalogueError):
        starter.read(text)
