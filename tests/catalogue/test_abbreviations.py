from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from benchmarks import bangumi
from bot.catalogue import merge_plan
from bot.catalogue.model import Series, Titles
from bot.catalogue.store import catalogue, search
from bot.database.engine import Database
from bot.folding import fold
from tests.database.stores import open_new
from tests.still_clock import StillClock

TITAN = Series(0, "titan", Titles("Attack on Titan", None, "進撃の巨人"), anilist_id=16498)
PIECE = Series(0, "piece", Titles("One Piece"), anilist_id=21)
ARC = Series(0, "arc", Titles("One Piece: An Arc"), anilist_id=21)


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
async def database(tmp_path: Path, clock: StillClock) -> AsyncIterator[Database]:
    database = await open_new(tmp_path / "yokoku.db", clock)
    yield database
    await database.close()


async def test_series_go_by_what_people_call_them_for_short(database: Database, clock: StillClock) -> None:
    async with database.write() as db:
        for series in (TITAN, PIECE, ARC):
            await catalogue.save_series(db, series)
        added = await merge_plan.add_abbreviations(db, clock())
        again = await merge_plan.add_abbreviations(db, clock())

    async with database.read() as db:
        assert [one.slug for one in await search.find(db, "AoT")] == ["titan"]
        assert [one.slug for one in await search.find(db, "op")] == ["piece"]
        assert (await search.complete(db, "snk"))[0].slug == "titan"
    assert added == sum(len(merge_plan.known_abbreviations()[one]) for one in (16498, 21))
    assert again == 0


async def test_no_guilds_own_series_is_taken_for_everybodys(database: Database, clock: StillClock) -> None:
    async with database.write() as db:
        await catalogue.save_series(db, TITAN, guild_id=1)

        assert await merge_plan.add_abbreviations(db, clock()) == 0


def test_an_abbreviation_means_one_series() -> None:
    counted = Counter(fold(each) for called in merge_plan.known_abbreviations().values() for each in called)

    assert [each for each, count in counted.items() if count > 1] == []
    assert "" not in counted


@pytest.fixture(scope="module")
def by_id() -> dict[int | None, Series]:
    """The first of bangumi-data's series with each of AniList's numbers."""
    if not bangumi.FILE.is_file():
        pytest.skip("bangumi-data is not here (../shared/data/bangumi-data.json)")
    return {series.anilist_id: series for series in reversed(bangumi.read())}


@pytest.mark.parametrize(
    ("short", "title"),
    [
        ("aot", "進撃の巨人"),
        ("fmab", "鋼の錬金術師 FULLMETAL ALCHEMIST"),
        ("jjk", "呪術廻戦"),
        ("mha", "僕のヒーローアカデミア"),
        ("opm", "ワンパンマン"),
        ("hxh", "HUNTER×HUNTER(2011)"),
        ("kny", "鬼滅の刃"),
        ("csm", "チェンソーマン"),
        ("lotgh", "銀河英雄伝説"),
        ("op", "ONE PIECE"),
    ],
)
def test_every_abbreviation_is_of_a_series_that_there_is(
    by_id: dict[int | None, Series], short: str, title: str
) -> None:
    assert set(merge_plan.known_abbreviations()) <= set(by_id)
    (meant,) = (by_id[number] for number, called in merge_plan.known_abbreviations().items() if short in called)
    assert meant.titles.native == title
