from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.catalogue.model import Format, Origin, Series, Titles, Trailer
from bot.catalogue.records import Correction, SourceRecord
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue, corrections
from bot.database.engine import Connection
from bot.dates.airdate import AirDate, Season
from bot.delivery.scan import scan
from bot.delivery.tables import deliveries
from bot.exchange import starter
from bot.subscriptions.model import Lead, Subscription, Topic
from bot.subscriptions.store import channels
from tests.catalogue.merging import merge_one, settle
from tests.database.stores import open_new

NOW = datetime(2024, 1, 1, tzinfo=UTC)
PREMIERE = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Connection]:
    database = await open_new(tmp_path / "yokoku.db", lambda: NOW)
    await starter.load_once(database, lambda: NOW)
    async with database.write() as connection:
        yield connection
    await database.close()


def says(origin: Origin, series: Series, *releases: Release) -> SourceRecord:
    return SourceRecord(origin, series, releases)


def premiere(when: AirDate) -> Release:
    return Release(0, 0, ReleaseKind.PREMIERE, when, number=1)


def weekly_on(service: str) -> list[Release]:
    """Episodes 2 to 4 there, an hour after the broadcast's."""
    return [
        Release(
            0, 0, ReleaseKind.EPISODE, AirDate.instant(PREMIERE + timedelta(hours=1, weeks=number - 1)), number, service
        )
        for number in (2, 3, 4)
    ]


ONE = Series(0, "", Titles(english="One"), format=Format.TV, episodes=4, anilist_id=5)


async def test_the_word_that_counts_more_stands_whoever_speaks_last(db: Connection) -> None:
    anilist = says(Origin.ANILIST, replace(ONE, story="AniList's"))
    bangumi = says(Origin.BANGUMI, replace(ONE, story="bangumi's", site="https://example.com/"))
    for order in ((anilist, bangumi), (bangumi, anilist)):
        await merge_one(db, order[0], at=NOW)
        taken = await merge_one(db, order[1], at=NOW)

        assert (taken.series.story, taken.series.site) == ("AniList's", "https://example.com/")


async def test_what_was_known_from_the_start_stays_where_no_source_speaks(db: Connection) -> None:
    said = Series(0, "", Titles(romaji="Metallic Rouge"), anilist_id=162985, popularity=12345)

    taken = await merge_one(db, says(Origin.ANILIST, said), at=NOW)

    assert taken.series.slug == "metallic-rouge"
    assert taken.series.popularity == 12345
    assert taken.series.studio == "Bones"
    assert "金属口红" in taken.series.titles.all


async def test_a_premiere_and_a_number_of_episodes_date_nothing_else(db: Connection) -> None:
    on_crunchyroll = replace(premiere(AirDate.instant(PREMIERE + timedelta(days=3))), service="Crunchyroll")
    said = says(Origin.ANILIST, ONE, premiere(AirDate.instant(PREMIERE)), on_crunchyroll)
    taken = await merge_one(db, said, at=NOW)

    found = await catalogue.releases_of(db, taken.series.id)
    assert [(each.number, each.service) for each in found] == [(1, None), (1, "Crunchyroll")]


async def test_who_chose_a_service_hears_its_weekly_episodes(tmp_path: Path) -> None:
    database = await open_new(tmp_path / "theirs.db", lambda: NOW)
    on_crunchyroll = replace(premiere(AirDate.instant(PREMIERE + timedelta(hours=1))), service="Crunchyroll")
    said = says(Origin.ANILIST, ONE, premiere(AirDate.instant(PREMIERE)), on_crunchyroll, *weekly_on("Crunchyroll"))
    moment = (Lead(timedelta(0), episodes=True),)
    await scan(database, lambda: NOW)
    async with database.write() as db:
        taken = await merge_one(db, said, at=NOW)
        wanted = Subscription(0, 1, 7, Topic.RELEASES, moment, 9, NOW, series_id=taken.series.id)
        await channels.subscribe(db, replace(wanted, services=("Crunchyroll",)))
    await scan(database, lambda: NOW + timedelta(days=60))
    async with database.read() as db:
        due = list((await db.execute(select(deliveries.c.due_at).order_by(deliveries.c.due_at))).scalars())
    await database.close()

    assert due == [PREMIERE + timedelta(hours=1, weeks=week) for week in range(4)]


async def test_the_night_that_is_listed_under_the_day_before_is_taken_for_the_same(db: Connection) -> None:
    await merge_one(db, says(Origin.BANGUMI, ONE, premiere(AirDate.instant(PREMIERE))), at=NOW)
    taken = await merge_one(db, says(Origin.ANILIST, ONE, premiere(AirDate.day(date(2024, 1, 10)))), at=NOW)

    (release, *_) = await catalogue.releases_of(db, taken.series.id)
    assert release.date == AirDate.instant(PREMIERE)


async def test_another_day_of_a_source_that_counts_more_stands(db: Connection) -> None:
    await merge_one(db, says(Origin.BANGUMI, ONE, premiere(AirDate.instant(PREMIERE))), at=NOW)
    taken = await merge_one(db, says(Origin.ANILIST, ONE, premiere(AirDate.day(date(2024, 1, 17)))), at=NOW)
    await merge_one(db, says(Origin.BANGUMI, ONE, premiere(AirDate.instant(PREMIERE + timedelta(hours=1)))), at=NOW)

    (release, *_) = await catalogue.releases_of(db, taken.series.id)
    assert release.date == AirDate.day(date(2024, 1, 17))
    assert release.origin is Origin.ANILIST


@pytest.mark.parametrize(
    ("begins", "season"),
    [
        (date(2024, 3, 24), (2024, Season.WINTER)),
        (date(2024, 3, 25), (2024, Season.SPRING)),  # on the eve of a season it is that season's
        (date(2023, 9, 29), (2023, Season.FALL)),
        (date(2023, 12, 31), (2024, Season.WINTER)),
    ],
)
async def test_what_begins_on_the_eve_of_a_season_is_of_that_season(
    db: Connection, begins: date, season: tuple[int, Season]
) -> None:
    taken = await merge_one(db, says(Origin.BANGUMI, ONE, premiere(AirDate.day(begins))), at=NOW)
    assert (taken.series.year, taken.series.season) == season


async def test_the_season_is_that_of_the_first_release_unless_a_source_names_it(db: Connection) -> None:
    late_in_winter = premiere(AirDate.day(date(2024, 3, 20)))
    taken = await merge_one(db, says(Origin.BANGUMI, ONE, late_in_winter), at=NOW)
    assert (taken.series.year, taken.series.season) == (2024, Season.WINTER)

    taken = await merge_one(db, says(Origin.ANILIST, replace(ONE, year=2024, season=Season.SPRING)), at=NOW)
    assert (taken.series.year, taken.series.season) == (2024, Season.SPRING)


async def test_an_owners_correction_stands_until_it_is_taken_back(db: Connection) -> None:
    said = replace(ONE, trailers=(Trailer("Trailer", "https://example.com/1"),))
    taken = await merge_one(db, says(Origin.ANILIST, said), at=NOW)
    own = (Trailer("Better", "https://example.com/2"),)
    await corrections.correct(db, taken.series.id, Correction("trailers", own, 7, NOW))

    taken = await merge_one(db, says(Origin.ANILIST, replace(said, story="New")), at=NOW)
    assert (taken.series.trailers, taken.series.story) == (own, "New")

    await corrections.take_back(db, taken.series.id, "trailers", guild_id=None)
    assert (await settle(db, taken.series)).trailers == (replace(said.trailers[0], seen_at=NOW),)


async def test_saying_the_same_again_changes_nothing(db: Connection) -> None:
    statement = says(Origin.ANILIST, ONE, premiere(AirDate.instant(PREMIERE)))
    first = await merge_one(db, statement, at=NOW)
    again = await merge_one(db, statement, at=NOW + timedelta(days=1))

    assert again.series == first.series == again.before
