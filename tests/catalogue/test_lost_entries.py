"""When an entry that a source's answers lack counts as lost, and what takes its place."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web

from bot.catalogue.actions import merge_records
from bot.catalogue.lost_entries import (
    LostEntry,
    MissingEntry,
    count_as_lost,
    lost_entries,
    note_answer,
    take_back_dates,
    takes_place_of,
)
from bot.catalogue.model import Format, Origin, Series, Titles
from bot.catalogue.records import Followed, SourceRecord
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.sources.anilist.client import Anilist
from bot.catalogue.store import catalogue
from bot.catalogue.sync import Sync
from bot.database.engine import Connection, Database
from bot.dates.airdate import AirDate, Precision, Season
from bot.web.breaker import Bucket
from bot.web.fetch import Fetcher
from tests.anilist.faults import Answer, Fault, switched_off
from tests.anilist.server import LocalAnilist, local_anilist
from tests.anilist.world import FIRST_BROADCAST, media, weekly
from tests.still_clock import StillClock

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
    lost: list[MissingEntry] = []
    for hour in hours:
        async with database.write() as db:
            lost = await note_answer(db, Origin.ANILIST, asked, answered, at=NOW + hour * HOUR)
    return [each.series.id for each in lost]


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
        await take_back_dates(db, Origin.ANILIST, lost, at=NOW + 24 * HOUR, settle_delay=HOUR)
        await count_as_lost(db, Origin.ANILIST, lost, at=NOW + 24 * HOUR)
        (release,) = await catalogue.releases_of(db, 1)
        found = (await lost_entries(db, [1]))[1]

    assert release.date.precision is Precision.TBA
    assert found.successor is not None
    assert found.successor.anilist_id == 9
    assert await missing(database, [1], [], 48, 72, 96) == []  # it is told once


# --- what took its place, asked of AniList ----------------------------------------------------------------------------

OLD, NEW, MAL = 5, 6, 50
BY_MAL_ID = "idMal_in"


def failing_for(words: str) -> Fault:
    """AniList is away for questions that have these words in them."""

    async def fault(request: web.Request, answer: Answer) -> web.StreamResponse:
        if words in (await request.json())["query"]:
            return await switched_off()(request, answer)
        return web.json_response(answer)

    return fault


@dataclass
class Rounds:
    """Questions about one series that AniList has no more, one after another; `told` are those that people hear of."""

    database: Database
    clock: StillClock
    anilist: LocalAnilist
    sync: Sync = field(init=False)
    told: list[LostEntry] = field(default_factory=list)

    async def ask(self, *hours: int) -> None:
        for hour in hours:
            self.clock.at = NOW + hour * HOUR
            await self.sync.run()

    async def tell(self, db: Connection, lost: Series, _: datetime) -> None:
        self.told.append((await lost_entries(db, [lost.id]))[lost.id])

    @property
    def sought(self) -> int:
        return sum(BY_MAL_ID in each.query for each in self.anilist.requests)


@pytest.fixture
async def rounds(database: Database, clock: StillClock) -> AsyncIterator[Rounds]:
    """An old entry that was followed and is gone, and a new one with its MyAnimeList id."""
    async with local_anilist(clock) as server, Fetcher(trusted=[server.url]) as fetcher:
        anilist = Anilist(fetcher, clock, url=server.url, bucket=Bucket(60_000, 1000, 0))
        opened = Rounds(database, clock, server)

        async def followed(_: Connection, __: datetime) -> Followed:
            return Followed((OLD,), ())

        opened.sync = Sync(database, clock, anilist, followed, every=HOUR, settle_delay=HOUR, tell_lost=opened.tell)
        show = {"idMal": MAL, "airingSchedule": weekly(FIRST_BROADCAST, 12), "episodes": 12}
        server.world.add(media(OLD, "A Show", **show))
        await opened.ask(0)
        server.world.remove(OLD)
        server.world.add(media(NEW, "A Show: Anew", **show))
        yield opened
        await anilist.close()


async def test_what_took_its_place_is_asked_again_until_anilist_answers(rounds: Rounds) -> None:
    rounds.anilist.weather = failing_for(BY_MAL_ID)
    await rounds.ask(1, 2, 26, 28)
    assert rounds.sought == 2
    assert rounds.told == []
    async with rounds.database.read() as db:
        dates = [each.date.precision for each in await catalogue.releases_of(db, 1)]
    assert set(dates) == {Precision.TBA}, "what is lost is posted by its dates no more, whatever takes its place"

    rounds.anilist.weather = None
    await rounds.ask(30, 32)
    [told] = rounds.told
    assert told.successor is not None
    assert told.successor.anilist_id == NEW
    assert rounds.sought == 3


async def test_what_took_its_place_is_asked_for_no_longer_than_days(rounds: Rounds) -> None:
    rounds.anilist.weather = failing_for(BY_MAL_ID)
    await rounds.ask(1, 2, 26, 96)
    assert rounds.told == []
    await rounds.ask(98, 100)
    assert [each.successor for each in rounds.told] == [None]
