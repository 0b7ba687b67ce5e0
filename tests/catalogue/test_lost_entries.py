"""When an entry that a source's answers lack counts as lost, and what takes its place."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.catalogue.actions import merge_records
from bot.catalogue.lost_entries import give_up_entry, lost_entries, note_answer, takes_place_of
from bot.catalogue.model import Format, Origin, Series, Titles
from bot.catalogue.records import SourceRecord
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue
from bot.database.engine import Database
from bot.dates.airdate import AirDate, Precision, Season

NOW = datetime(2024, 1, 3, tzinfo=UTC)
HOUR = timedelta(hours=1)
SHOW = Series(0, "", Titles("A Show", "Shou", "ショー"), anilist_id=1, year=2024, season=Season.WINTER)
PREMIERE = Release(0, 0, ReleaseKind.PREMIERE, AirDate.instant(NOW + timedelta(days=9)), number=1)


@pytest.mark.parametrize(
    ("new", "takes"),
    [
        (replace(SHOW, anilist_id=2, titles=Titles(romaji="SHOU")), True),
        (replace(SHOW, anilist_id=2, season=Season.SPRING), False),
        (replace(SHOW, anilist_id=2, format=Format.FILM), False),
        (replace(SHOW, anilist_id=2, titles=Titles("Another")), False),
        (SHOW, False),
        (replace(SHOW, anilist_id=None), False),
    ],
)
def test_what_has_the_same_title_format_and_season_takes_the_place(new: Series, takes: bool) -> None:
    assert takes_place_of(SHOW, new) == takes


def test_the_myanimelist_id_has_the_last_word() -> None:
    old = replace(SHOW, myanimelist_id=7)

    assert takes_place_of(old, Series(0, "", Titles("Renamed"), anilist_id=2, myanimelist_id=7))
    assert not takes_place_of(old, replace(SHOW, anilist_id=2, myanimelist_id=8))


async def stored(database: Database, count: int) -> list[int]:
    records = [
        SourceRecord(Origin.ANILIST, replace(SHOW, titles=Titles(f"Show {number}"), anilist_id=number), (PREMIERE,))
        for number in range(1, count + 1)
    ]
    await merge_records(database, records, lambda: NOW)
    return list(range(1, count + 1))


async def missing(database: Database, asked: list[int], answered: list[int], *hours: int) -> list[int]:
    """What counts as lost after answers at these hours."""
    lost: list[Series] = []
    for hour in hours:
        async with database.write() as db:
            lost = await note_answer(db, Origin.ANILIST, asked, answered, at=NOW + hour * HOUR)
    return [each.id for each in lost]


@pytest.mark.parametrize(
    ("hours", "is_lost"), [((0, 1, 24), True), ((0, 24), False), ((0, 1, 2, 3, 23), False), ((0, 1, 2, 3, 25), True)]
)
async def test_three_answers_have_to_lack_it_a_day_apart(
    database: Database, hours: tuple[int, ...], is_lost: bool
) -> None:
    await stored(database, 2)

    assert await missing(database, [1, 2], [1], *hours) == ([2] if is_lost else [])


async def test_an_answer_for_a_few_of_many_is_not_believed(database: Database) -> None:
    asked = await stored(database, 50)

    assert await missing(database, asked, asked[:3], 0, 1, 24, 48) == []
    assert await missing(database, asked, asked[:46], 0, 1, 24) == [47, 48, 49, 50]


async def test_its_dates_go_and_what_takes_its_place_is_known(database: Database) -> None:
    await stored(database, 1)
    await merge_records(
        database,
        [SourceRecord(Origin.ANILIST, replace(SHOW, titles=Titles("Show 1"), anilist_id=9), (PREMIERE,))],
        lambda: NOW,
    )
    await missing(database, [1], [], 0, 1, 24)
    async with database.write() as db:
        (lost,) = (await catalogue.series_by_ids(db, [1])).values()
        await give_up_entry(db, Origin.ANILIST, lost, at=NOW + 24 * HOUR, settle_delay=HOUR)
        (release,) = await catalogue.releases_of(db, 1)
        found = (await lost_entries(db, [1]))[1]

    assert release.date.precision is Precision.TBA
    assert found.successor is not None
    assert found.successor.anilist_id == 9
    assert await missing(database, [1], [], 48, 72, 96) == []  # it is told once
