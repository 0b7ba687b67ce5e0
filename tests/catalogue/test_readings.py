"""Japanese titles in Latin letters: what people find by them, and that nobody is shown one."""

import lzma

import pytest
from sqlalchemy import select

from bot.catalogue.model import Series, Titles
from bot.catalogue.readings import READINGS, is_japanese, readings_of
from bot.catalogue.romanise import loanwords_of, romaji_of, sounds_of
from bot.catalogue.store import catalogue, search
from bot.catalogue.store.records import title_rows
from bot.catalogue.tables import titles
from bot.database.engine import Database
from bot.folding import fold
from tests.still_clock import StillClock


@pytest.mark.parametrize(
    ("kana", "latin"),
    [
        ("ソウソウノフリーレン", "sousounofuriiren"),
        ("シャッフル", "shaffuru"),
        ("ティーチャー", "tiichaa"),
        ("チェンソーマン", "chensooman"),
        ("ジョジョ", "jojo"),
        ("キョウ", "kyou"),
        ("ヴァイオレット", "vaioretto"),
        ("ウィッチ", "witchi"),
        ("ファイト", "faito"),
        ("デュエル", "dyueru"),
        ("マッチ", "matchi"),
        ("シンイチ", "shinichi"),
        ("ー", ""),
        ("ッ", ""),
        ("", ""),
    ],
)
def test_kana_are_written_in_hepburns_way(kana: str, latin: str) -> None:
    assert romaji_of(kana) == latin


@pytest.mark.parametrize(
    ("japanese", "english"),
    [("suraimu", "Slime"), ("reberuappu", "Level Up"), ("furiiren", "Frieren"), ("doragonbooru", "Dragon Ball")],
)
def test_a_loanword_sounds_like_what_it_is_of(japanese: str, english: str) -> None:
    assert sounds_of(japanese) == sounds_of(english)


def test_loanwords_are_spelled_as_most_titles_spell_them() -> None:
    pairs = [
        ("葬送のフリーレン", "Frieren: Beyond Journey's End"),
        ("葬送のフリーレン(第2期)", "Frieren season 2"),
        ("フリーレンとわたし", "Freeren and me"),
        ("スライム倒して300年", "I've Been Killing Slimes for 300 Years"),
    ]

    found = loanwords_of(pairs)

    assert found["フリーレン"] == "frieren"
    assert "スライム" not in found


def test_the_readings_that_come_with_yokoku_are_of_titles_in_japanese() -> None:
    assert "sousou no frieren" in readings_of("葬送のフリーレン")
    assert readings_of("化物語") == ("bakemonogatari",)
    assert readings_of("Frieren") == ()
    assert is_japanese("よふかしのうた")
    assert not is_japanese("K-ON!!")


def test_each_title_is_found_among_all_of_them() -> None:
    lines = lzma.decompress(READINGS.read_bytes()).decode().splitlines()
    assert len(lines) > 7_000
    for line in lines:
        title, *readings = line.split("\t")
        assert readings_of(title) == tuple(readings)
        assert readings_of(f"{title}がない") == ()


def test_a_sequels_reading_keeps_its_number() -> None:
    (row, *_) = [row for row in title_rows(1, ["ヘタリア World Series 第4期"]) if row["rank"] < 0]

    assert (row["stem"], row["season"]) == ("hetaria world series", 4)


async def test_a_series_is_found_by_its_reading_which_is_never_shown(database: Database, clock: StillClock) -> None:
    made = [
        Series(0, "frieren", Titles("Frieren: Beyond Journey's End", None, "葬送のフリーレン")),
        Series(0, "yofukashi", Titles("Call of the Night", None, "よふかしのうた")),
        Series(0, "bakemonogatari", Titles(None, None, "化物語")),
        Series(0, "other", Titles("Yofukashi no Uta")),
    ]
    async with database.write() as db:
        for series in made:
            await catalogue.save_series(db, series)

    async with database.read() as db:
        by_reading = await search.find(db, "sousou no frieren")
        nearly = await search.complete(db, "sousou no furiren", now=clock())
        exactly = await search.find(db, "bakemonogatari")
        titled = await search.find(db, "yofukashi no uta")
        ranked = await search.complete(db, "yofukashi no uta", now=clock())

    assert [each.slug for each in by_reading] == ["frieren"]
    assert nearly[0].slug == "frieren"
    assert exactly[0].titles == made[2].titles
    assert [each.slug for each in titled] == ["other"]  # a title before a program's guess
    assert [each.slug for each in ranked][:2] == ["other", "yofukashi"]


async def test_what_folds_like_a_title_stands_once_and_a_new_title_brings_its_own(database: Database) -> None:
    async with database.write() as db:
        saved = await catalogue.save_series(
            db, Series(0, "frieren", Titles(None, "Sousou no Frieren", "葬送のフリーレン"))
        )
        rows = (await db.execute(select(titles).where(titles.c.series_id == saved.id))).mappings().all()

    folds = [row["fold"] for row in rows]
    assert len(folds) == len(set(folds))
    assert fold("sousou no furiiren") in folds
    assert [row["title"] for row in rows if row["rank"] == 0] == ["Sousou no Frieren"]
