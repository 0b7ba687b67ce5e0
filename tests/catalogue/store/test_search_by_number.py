"""Sequels by their first season's names, and the one series that is meant beyond doubt."""

import pytest

from benchmarks import bangumi, meant
from bot.catalogue import merge_plan
from bot.catalogue.model import Series, Titles
from bot.catalogue.store import aliases, catalogue, search
from bot.clock import Clock
from bot.database.engine import Database
from bot.folding import fold

KNOWN = {
    "frieren": (Titles("Frieren: Beyond Journey's End", None, "葬送のフリーレン"), 2023),
    "frieren-2": (Titles(None, None, "葬送のフリーレン(第2期)"), 2026),
    "shield": (Titles("The Rising of the Shield Hero", None, "盾の勇者の成り上がり"), 2019),
    "shield-3": (Titles("The Rising of the Shield Hero S3", None, "盾の勇者の成り上がり Season 3"), 2023),
    "titan": (Titles("Attack on Titan", None, "進撃の巨人"), 2013),
    "titan-3": (Titles(None, None, "進撃の巨人 Season3"), 2018),
    "titan-3-2": (Titles(None, None, "進撃の巨人 Season3 Part.2"), 2019),
    "horizon": (Titles("Log Horizon", None, "ログ・ホライズン"), 2013),
    "horizon-2": (Titles("Log Horizon", None, "ログ・ホライズン(第2シリーズ)"), 2014),
    "horizon-3": (Titles(None, None, "ログ・ホライズン 円卓崩壊"), 2021),
    "keion": (Titles("K-ON!", None, "けいおん!"), 2009),
    "keion-2": (Titles("K-ON!!", None, "けいおん!!"), 2010),
    "gundam-1": (Titles("Mobile Suit Gundam I"), 1981),
    "gundam-2": (Titles("Mobile Suit Gundam II: Soldiers of Sorrow"), 1981),
    "freezing": (Titles("FREEZING", None, "フリージング"), 2011),
    "gate": (Titles("Gate"), 2015),
    "gate-keepers": (Titles("Gate: Keepers"), 2000),
}

UNMEANT = ("season 0", "frieren season 0", "season 99", "part 2 part 2", "2", "123456", "!!!", "・")


@pytest.fixture
async def filled(database: Database, clock: Clock) -> Database:
    async with database.write() as db:
        for slug, (titles, year) in KNOWN.items():
            stored = await catalogue.save_series(db, Series(0, slug, titles, year=year))
            if slug == "titan":
                await aliases.add_shared(db, [(stored.id, "snk", fold("snk"))], at=clock())
    return database


async def test_what_was_meant_comes_first(filled: Database) -> None:
    firsts = {
        "frieren season 2": "frieren-2",
        "Frieren S2": "frieren-2",
        "frieren: beyond journey's end ii": "frieren-2",
        "葬送のフリーレン 2": "frieren-2",
        "the rising of the shield hero 3": "shield-3",
        "snk s3": "titan-3",
        "attack on titan season 3 part 2": "titan-3-2",
        "log horizon 2nd season": "horizon-2",
        "log horizon season 3": "horizon-3",
        "log horizon": "horizon",
        "k-on!!": "keion-2",
        "k-on!": "keion",
        "mobile suit gundam ii": "gundam-2",
        "フリーレン": "frieren",
    }
    async with filled.read() as db:
        found = {text: [one.slug for one in await search.suggest(db, text)][:1] for text in firsts}
    assert found == {text: [slug] for text, slug in firsts.items()}


async def test_one_clear_match_needs_no_question(filled: Database) -> None:
    async with filled.read() as db:
        found = {text: await search.clear(db, text) for text in ("frieren", "frieren s2", "gate", "g", "frierne", "k")}
    assert {text: one.slug for text, one in found.items() if one} == {
        "frieren": "frieren",
        "frieren s2": "frieren-2",
        "gate": "gate",
    }


@pytest.mark.parametrize(
    "text",
    [
        "season 0",
        "frieren season 0",
        "season 99",
        "part 2 part 2",
        "2",
        "123456",
        "!!!",
        "・",
        "x" * 4_000,
        "s2 " * 1_300,
    ],
)
async def test_what_nobody_can_mean_is_borne(filled: Database, text: str) -> None:
    async with filled.read() as db:
        assert await search.clear(db, text) is None
        await search.rank(db, text)


FLOORS = meant.AIMS | {"typed": (0.78, 0.85)}
"""What is found; of nicknames that no title tells, and of romaji, fewer than is aimed for."""


async def test_what_people_typed_is_found_among_all_of_bangumi_data(database: Database, clock: Clock) -> None:
    if not (bangumi.FILE.is_file() and meant.FILE.is_file()):
        pytest.skip("bangumi-data and queries are not here (../shared/data)")
    await bangumi.fill(database, bangumi.read())
    async with database.write() as db:
        await merge_plan.add_abbreviations(db, clock())

    async with database.read() as db:
        shares = await meant.shares(lambda text: search.suggest(db, text), meant.read())

    assert {each.kind for each in shares} == {*meant.AIMS}
    missed = [str(each) for each in shares if (each.first / each.asked, each.among / each.asked) < FLOORS[each.kind]]
    assert missed == []
