"""All of bangumi-data as a first start takes it in: what cards show of it, and that again it changes nothing."""

import asyncio
import itertools
import json
import re
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.catalogue.actions import merge_records
from bot.catalogue.model import Format, Origin, Series
from bot.catalogue.releases import (
    Basis,
    Reader,
    Release,
    ReleaseKind,
    Status,
    UpcomingQuery,
    next_of,
    status_of,
    still_to_come,
)
from bot.catalogue.render.names import plain_title, told_apart
from bot.catalogue.render.series import choice_name
from bot.catalogue.search import key_of
from bot.catalogue.snapshot_sync import SnapshotState, SnapshotSync
from bot.catalogue.sources import bangumi
from bot.catalogue.sources.bangumi.snapshot import SNAPSHOT, date_of, unpack
from bot.catalogue.store import browsing, catalogue, search
from bot.catalogue.tables import releases
from bot.database.engine import Database
from bot.dates.airdate import AirDate, Season
from bot.folding import fold
from bot.web.links import web_address
from tests.database.stores import count, url, with_starter

FILE = Path(__file__).parents[3] / "shared" / "data" / "bangumi-data.json"
NOW = datetime(2026, 5, 1, tzinfo=UTC)

PORTIONS_BEFORE_THE_KILL = 30


class KilledError(BaseException):
    pass


@pytest.fixture(scope="module")
def reading() -> bangumi.Reading:
    return unpack(SNAPSHOT).reading()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with all of it: the first start was killed in the middle, and the second one went on."""
    file = with_starter(tmp_path_factory.mktemp("all") / "yokoku.db", NOW)
    looks = itertools.count()

    def killing() -> datetime:
        if next(looks) == PORTIONS_BEFORE_THE_KILL:
            raise KilledError
        return NOW

    async def fill() -> None:
        opened = await Database.open(url(file), clock=lambda: NOW)
        with pytest.raises(KilledError):
            await SnapshotSync(opened, killing, SNAPSHOT, SnapshotState()).run()
        assert 1_000 < count(file, "series") < 5_000
        await SnapshotSync(opened, lambda: NOW, SNAPSHOT, SnapshotState()).run()
        await opened.close()

    asyncio.run(fill())
    return url(file)


@pytest.fixture
async def database(filled: str) -> AsyncIterator[Database]:
    opened = await Database.open(filled, clock=lambda: NOW)
    yield opened
    await opened.close()


@pytest.mark.skipif(not FILE.is_file(), reason="bangumi-data is not here (../shared/data/bangumi-data.json)")
def test_the_snapshot_says_what_the_file_says(reading: bangumi.Reading) -> None:
    assert reading == bangumi.read(json.loads(FILE.read_text("utf-8")), newest=date_of(SNAPSHOT))


async def known(database: Database, slug: str) -> tuple[Series, tuple[Release, ...]]:
    async with database.read() as db:
        series = await catalogue.series_by_slug(db, slug)
        assert series is not None
        return series, await catalogue.releases_of(db, series.id)


def test_every_item_can_be_read(reading: bangumi.Reading) -> None:
    assert (len(reading.statements), reading.problems) == (8483, ())
    formats = Counter(each.series.format for each in reading.statements)
    assert formats == {Format.TV: 5410, Format.FILM: 1575, Format.OVA: 961, Format.ONA: 537}


def test_no_two_are_known_by_the_same(reading: bangumi.Reading) -> None:
    for name in ("anilist_id", "myanimelist_id", "bangumi_id"):
        numbers = Counter(getattr(each.series, name) for each in reading.statements)
        del numbers[None]
        assert set(numbers.values()) == {1}
    shared = Counter(each.series.anidb_id for each in reading.statements if each.series.anidb_id)
    assert (len(shared), sum(number > 1 for number in shared.values())) == (7423, 7)
    unnumbered = [each.series for each in reading.statements if each.series.slug]
    assert len({each.slug for each in unnumbered}) == len(unnumbered) < 60


def test_services_are_known_by_one_name_and_lead_somewhere(reading: bangumi.Reading) -> None:
    services = [service for each in reading.statements for service in each.series.services]
    assert len({service.name for service in services}) == 22
    assert all(service.url is None or service.url == web_address(service.url) for service in services)
    assert not {service.name for service in services} & {"动漫花园", "蜜柑计划", "萌番组"}  # torrent indexes


def test_official_sites_lead_somewhere_and_titles_have_no_entities(reading: bangumi.Reading) -> None:
    sites = Counter((each.series.site or "").partition(":")[0] for each in reading.statements)
    assert sites == {"https": 3407, "http": 3331, "": 1745}  # 1,744 have none, and one has "ttp"
    titles = [title for each in reading.statements for title in each.series.titles.all]
    assert [title for title in titles if re.search("&[#a-z0-9]+;", title, re.IGNORECASE)] == []
    assert {"TIGER & BUNNY 2", "笑对昙天 <外传> ～宿命、双头的风魔～"} <= set(titles)


async def test_all_are_in_beside_the_starter(database: Database) -> None:
    async with database.read() as db:
        rows = await db.exec_driver_sql("SELECT count(*), count(DISTINCT slug) FROM series")
        assert tuple(rows.one()) == (8483, 8483)
        dated = await db.exec_driver_sql("SELECT count(DISTINCT series_id) FROM releases")
        assert dated.scalar_one() == 8483


async def test_metallic_rouge_is_the_starters(database: Database) -> None:
    series, releases = await known(database, "metallic-rouge")

    assert (series.id, series.studio, series.bangumi_id, series.episodes) == (1, "Bones", 425595, 13)
    assert {"Metallic Rouge", "メタリックルージュ", "金属口红"} <= set(series.titles.all)
    (crunchyroll,) = [each for each in releases if each.service == "Crunchyroll"]
    assert crunchyroll.kind is ReleaseKind.PREMIERE
    assert crunchyroll.date == AirDate.instant(datetime(2024, 1, 10, 15, 55, tzinfo=UTC))
    # It is over: no weekly episodes beside those that the starter had.
    assert Counter(each.service for each in releases)[None] == 13
    (netflix,) = [each for each in releases if each.service == "Netflix"]
    assert netflix.date == AirDate.day(date(2025, 2, 28), zone="Asia/Shanghai")


async def test_a_film_opens_on_a_day(database: Database) -> None:
    series, releases = await known(database, "suzume")

    (opening,) = [each for each in releases if each.service is None]
    assert (opening.kind, opening.number, opening.origin) == (ReleaseKind.FILM, None, Origin.BANGUMI)
    assert opening.date == AirDate.day(date(2022, 11, 11))
    assert (series.format, series.year, series.season) == (Format.FILM, 2022, Season.FALL)


async def test_again_it_changes_nothing(database: Database, reading: bangumi.Reading) -> None:
    again = await merge_records(database, reading.statements, lambda: NOW)

    assert (again.added, again.changed, again.same, again.problems) == (0, 0, 8483, ())


async def test_what_runs_has_a_next_episode_a_status_and_stands_in_upcoming(database: Database) -> None:
    async with database.read() as db:
        one_piece = await search.find(db, "anilist:21", guild_id=None)
        named = [
            (await search.find(db, title, guild_id=None))[0] for title in ("名探偵コナン", "とんがり帽子のアトリエ")
        ]
        for series in (one_piece[0], *named):
            found = await catalogue.releases_of(db, series.id)
            assert status_of(found, series.episodes, NOW) is Status.AIRING
            coming = next_of(still_to_come(found, NOW))
            assert coming is not None
            assert coming.basis is Basis.SLOT
            assert coming.date.earliest is not None
            assert NOW < coming.date.earliest <= NOW + timedelta(weeks=1)
        query = UpcomingQuery.ahead(NOW, NOW + timedelta(days=7))
        page = await browsing.upcoming_page(db, query, Reader(None), number=0, size=500)
        rows = (await db.execute(select(func.count()).select_from(releases).where(releases.c.basis == "slot"))).scalar()

    shown = {each.series.titles.native for each in page.rows}
    assert {"ONE PIECE エルバフ編", "名探偵コナン", "とんがり帽子のアトリエ"} <= shown
    assert 150 < (rows or 0) < 800, "two for each slot that stands"


async def test_no_two_series_are_called_the_same(database: Database) -> None:
    """Not where they stand beside each other, and not in a post, which stands alone."""
    async with database.read() as db:
        whole = await catalogue.series_by_ids(db, range(1, 8_484))
    alike = [one for one in whole.values() if one.namesakes]
    assert {len(whole), 300 < len(alike) < 400} == {8_483, True}

    by_key: defaultdict[str, list[Series]] = defaultdict(list)
    for one in whole.values():
        by_key[key_of(fold(one.titles.main))].append(one)
    groups = [group for group in by_key.values() if len(group) > 1]
    assert sorted(one.id for group in groups for one in group) == sorted(one.id for one in alike)
    for group in groups:
        assert len({plain_title(one) for one in group}) == len(group)
        assert len(set(told_apart(group, choice_name, 100))) == len(group)
    names = {plain_title(one) for one in alike}
    assert {"SPY FAMILY (Spring 2022, TV series)", "SPY FAMILY (Fall 2022, TV series)"} <= names
    assert {f"Mushoku Tensei: Jobless Reincarnation ({when} 2021, TV series)" for when in ("Winter", "Fall")} <= names
    assert {"The Orbital Children (前編)", "The Orbital Children (後編)"} <= names
