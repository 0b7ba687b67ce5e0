from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, text

from bot.catalogue.model import Series, Titles
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue, search
from bot.catalogue.tables import aliases
from bot.database.engine import Connection, Database
from bot.dates.airdate import AirDate
from bot.folding import fold
from bot.subscriptions.store import watchlist
from tests.examples import examples
from tests.still_clock import StillClock

GUILD, OTHER = 1, 2
FRIEREN = Series(
    0,
    "frieren",
    Titles("Frieren: Beyond Journey's End", "Sousou no Frieren", "葬送のフリーレン"),
    anilist_id=154587,
    anidb_id=17617,
)
ROUGE = Series(
    0, "metallic-rouge", Titles("Metallic Rouge", None, "メタリックルージュ"), anilist_id=7, myanimelist_id=54794
)
EIGHTY_SIX = Series(0, "eighty-six", Titles("86"), anilist_id=116589, myanimelist_id=41457)
SEVEN = Series(0, "seven", Titles("Seven of Seven"), myanimelist_id=7)
SIGNS = Series(0, "signs", Titles("!!!"))
LONG = Series(0, "long", Titles("That Time I " + "Got " * 100 + "Reincarnated"))


@pytest.fixture
async def known(database: Database) -> Database:
    async with database.write() as db:
        for series in (FRIEREN, ROUGE, EIGHTY_SIX, SEVEN, SIGNS, LONG):
            await catalogue.save_series(db, series)
    return database


async def slugs(db: Connection, text: str, guild_id: int | None = None) -> list[str]:
    return [series.slug for series in await search.find(db, text, guild_id=guild_id)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("frieren", ["frieren"]),
        ("FRIEREN beyond  journeys end", []),
        ("frieren beyond journey's end", ["frieren"]),
        ("葬送のフリーレン", ["frieren"]),
        ("sousou NO frieren", ["frieren"]),
        ("al:154587", ["frieren"]),
        ("https://anilist.co/anime/154587/Sousou-no-Frieren/", ["frieren"]),
        ("86", ["eighty-six"]),
        ("7", ["metallic-rouge", "seven"]),
        ("mal:7", ["seven"]),
        ("!!!", ["signs"]),
        ("Frieren", ["frieren"]),
        ("Metallic-Rouge", ["metallic-rouge"]),
        ("/metallic-rouge", ["metallic-rouge"]),
        ("metal\u200blic\u00adrouge", []),
        ("Metal\u200blic \u202eRouge\ufeff", ["metallic-rouge"]),
        ("metallic\u200b-rouge\ud800", ["metallic-rouge"]),
        ("\ud800", []),
        ("a\0b", []),
        (LONG.titles.main.upper(), ["long"]),
        ("<https://anilist.co/anime/154587>", ["frieren"]),
        ("http://www.myanimelist.net/anime/54794?q=1#top", ["metallic-rouge"]),
        ("MyAnimeList.net/anime/54794/Metallic_Rouge", ["metallic-rouge"]),
        ("https://myanimelist.net/anime.php?id=54794", ["metallic-rouge"]),
        ("https://anidb.net/anime/17617", ["frieren"]),
        ("17617", []),
        ("https://anilist.co/manga/154587/Sousou-no-Frieren", []),
        ("https://myanimelist.net/manga/54794", []),
        ("https://anilist.co.example.com/anime/154587", []),
        ("https://example.com/?https://anilist.co/anime/154587", []),
        ("ftp://anilist.co/anime/154587", []),
        ("", []),
        ("%", []),
        ("_", []),
        ("x" * 5000, []),
        ("99999999999999999999", []),
    ],
)
async def test_a_series_is_found_by_what_names_it(known: Database, text: str, found: list[str]) -> None:
    async with known.read() as db:
        assert await slugs(db, text) == found


async def test_halves_that_anidb_has_as_one_are_both_found(database: Database) -> None:
    async with database.write() as db:
        for half in (1, 2):
            await catalogue.save_series(db, Series(0, f"half-{half}", Titles(f"Half {half}"), anidb_id=18093))

    async with database.read() as db:
        assert await slugs(db, "https://anidb.net/anime/18093") == ["half-1", "half-2"]
        assert await search.clear(db, "https://anidb.net/anime/18093") is None


@pytest.mark.parametrize(
    "text", ["metalic rogue", "metallic", "rouge metallic", "Metallic Rouge!!", "メタリックルーシュ"]
)
async def test_a_slip_of_the_pen_finds_what_was_meant(known: Database, text: str) -> None:
    async with known.read() as db:
        near = await search.suggest(db, text)

    assert near[0].slug == "metallic-rouge"


async def test_what_is_like_nothing_finds_nothing(known: Database) -> None:
    async with known.read() as db:
        for text in ("zzzz qqqq", "", "🎬", "שלום", "%%%%"):
            assert await search.suggest(db, text) == []
            assert text == "" or list(await search.complete(db, text)) == []


@pytest.mark.parametrize("text", ["\ud800", "rouge\udc00", "a\0", "\u200b", "x " * 3000])
async def test_odd_signs_are_withstood_while_typing(known: Database, text: str) -> None:
    async with known.read() as db:
        assert len(await search.suggest(db, text)) <= 5
        assert len(await search.complete(db, text)) <= 25


async def test_no_more_than_five_are_suggested_and_25_completed(database: Database) -> None:
    async with database.write() as db:
        for number in range(40):
            await catalogue.save_series(db, Series(0, f"story-{number}", Titles(english=f"Long Story {number}")))

    async with database.read() as db:
        assert len(await search.suggest(db, "Long Storry")) == 5
        assert len(await search.complete(db, "long")) == 25
        assert len(await search.complete(db, "")) == 25


async def test_completion_begins_with_the_watchlist(known: Database, clock: StillClock) -> None:
    async with known.write() as db:
        seven = await catalogue.series_by_slug(db, "seven")
        assert seven is not None
        await watchlist.add(db, GUILD, seven.id, by=9, at=clock())

    async with known.read() as db:
        here = await search.complete(db, "", guild_id=GUILD)
        elsewhere = await search.complete(db, "", guild_id=OTHER)

    assert here[0].slug == "seven"
    assert elsewhere[0].slug != "seven"
    assert {series.slug for series in here} == {series.slug for series in elsewhere}


async def test_a_guilds_own_entry_wins_there_and_is_unseen_elsewhere(known: Database) -> None:
    async with known.write() as db:
        await catalogue.save_series(db, Series(0, "frieren", Titles("Frieren, as we say")), guild_id=GUILD)
        await catalogue.save_series(db, Series(0, "ours", Titles("Ours Alone")), guild_id=GUILD)

    async with known.read() as db:
        (here,) = await search.find(db, "frieren", guild_id=GUILD)
        (elsewhere,) = await search.find(db, "frieren", guild_id=OTHER)
        assert here.titles.main == "Frieren, as we say"
        assert elsewhere.titles.main == "Frieren: Beyond Journey's End"
        assert await slugs(db, "ours alone", GUILD) == ["ours"]
        assert await slugs(db, "ours alone", OTHER) == []
        assert await slugs(db, "ours alone") == []
        assert await search.suggest(db, "ours alon", guild_id=OTHER) == []


async def completed(db: Database, typed: str, guild_id: int | None = None, *, adult: bool = True) -> list[str]:
    async with db.read() as connection:
        return [one.slug for one in await search.complete(connection, typed, guild_id=guild_id, adult=adult)]


async def call(db: Database, slug: str, alias: str, guild_id: int | None, clock: StillClock) -> None:
    """Let a series go by an alias, in one guild or in all."""
    async with db.write() as connection:
        meant = await catalogue.series_by_slug(connection, slug, guild_id=guild_id)
        assert meant is not None
        values = {"series_id": meant.id, "guild_id": guild_id, "alias": alias, "fold": fold(alias), "at": clock()}
        await connection.execute(insert(aliases).values(values))


@pytest.mark.parametrize(
    "typed",
    [
        "めたりっくるーじゅ",
        "ﾒﾀﾘｯｸﾙｰｼﾞｭ",
        "ＭＥＴＡＬＬＩＣ　ＲＯＵＧＥ",
        "rouge",
        "metallicrouge",
        "metallic-rouge",
        "タリック",
        "メタリクルージュ",
        "mr metalic roueg",
        "m",
        "メ",
        "al:7",
        "https://myanimelist.net/anime/54794/Metallic_Rouge",
        "54794",
    ],
)
async def test_a_series_is_offered_for_what_is_like_one_of_its_names(known: Database, typed: str) -> None:
    assert (await completed(known, typed))[0] == "metallic-rouge"


@pytest.mark.parametrize("typed", ["86", "８６", "!!!", "！！！", "al:116589"])
async def test_numbers_and_signs_are_titles_too(known: Database, typed: str) -> None:
    assert (await completed(known, typed))[0] == ("signs" if "!" in fold(typed) else "eighty-six")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("86", ["eighty-six", "second"]),
        ("８６", ["eighty-six", "second"]),
        ("8", ["eight"]),
        ("al:86", ["other"]),
        ("86 EIGHTY-SIX", ["eighty-six"]),
        ("860", ["number"]),
    ],
)
async def test_a_number_that_begins_a_title_is_no_id(database: Database, typed: str, found: list[str]) -> None:
    stored = (
        Series(0, "eighty-six", Titles("86 EIGHTY-SIX", None, "86―エイティシックス―"), anilist_id=116589),
        Series(0, "second", Titles("86 EIGHTY-SIX Part 2"), anilist_id=131586),
        Series(0, "other", Titles("Something Else"), anilist_id=86),
        Series(0, "eight", Titles("Eight of Them"), anilist_id=8),
        Series(0, "number", Titles("One More"), myanimelist_id=860),
    )
    async with database.write() as db:
        for each in stored:
            await catalogue.save_series(db, each)
    async with database.read() as db:
        assert await slugs(db, typed) == found


HOSTILE = [
    '"',
    "'",
    "*",
    "NEAR(a b)",
    "a AND b",
    "a OR",
    "NOT",
    "-a",
    "^a",
    "title:a",
    "(",
    ")",
    "{",
    ":",
    "%",
    "_",
    "\\",
    ";--",
    "＾",
    "＠",
    "＠aot",
    "\u202e\u200f",
    "e\u0301" * 50,
    "\U0010ffff",
    "\ufffd",
    "👨\u200d👩\u200d👧",
    "ー",
    "?",
    "K",
    "0",
    "\n",
]


@pytest.mark.parametrize("typed", HOSTILE)
async def test_no_sign_is_a_command_of_the_index(known: Database, typed: str) -> None:
    assert len(await completed(known, typed)) <= 25
    assert len(await completed(known, f"{typed}rouge{typed}")) <= 25
    async with known.read() as db:
        assert await search.find(db, typed) == []


@given(st.text(max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=examples(30, 400))
async def test_whatever_is_typed_has_an_answer(known: Database, typed: str) -> None:
    async with known.read() as db:
        hits = await search.rank(db, typed, guild_id=GUILD)

    assert len({hit.series.id for hit in hits}) == len(hits) <= 25
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


async def test_an_exact_title_comes_before_one_that_begins_so_and_a_whole_word_before_a_slip(
    database: Database,
) -> None:
    names = {"within": "The New Gate", "slip": "Gaze", "begins": "Gate Keepers", "exact": "Gate"}
    async with database.write() as db:
        for slug, name in names.items():
            await catalogue.save_series(db, Series(0, slug, Titles(name)))

    assert await completed(database, "gate") == ["exact", "begins", "within", "slip"]


async def test_of_equals_the_watchlist_comes_first_then_what_more_people_watch_then_what_comes_sooner(
    database: Database, clock: StillClock
) -> None:
    async with database.write() as db:
        for number, popularity in enumerate((None, 5, None, 900, 5)):
            one = Series(0, f"s{number}", Titles(f"Story {'x' * number}"), popularity=popularity)
            saved = await catalogue.save_series(db, one)
            soon = Release(0, saved.id, ReleaseKind.PREMIERE, AirDate.instant(clock() + timedelta(days=9 - number)))
            await catalogue.add_releases(db, [soon] if number in {2, 4} else [])
        first = await catalogue.series_by_slug(db, "s0")
        assert first is not None
        await watchlist.add(db, GUILD, first.id, by=9, at=clock())

    async with database.read() as db:
        here = await search.complete(db, "sto", guild_id=GUILD, now=clock())
        elsewhere = await search.complete(db, "sto", guild_id=OTHER, now=clock())
    assert [one.slug for one in here] == ["s0", "s3", "s4", "s1", "s2"]
    assert [one.slug for one in elsewhere] == ["s3", "s4", "s1", "s2", "s0"]


async def test_an_alias_names_a_series_in_its_guild_alone(known: Database, clock: StillClock) -> None:
    await call(known, "frieren", "Elf", None, clock)
    await call(known, "seven", "elf", GUILD, clock)

    async with known.read() as db:
        assert await slugs(db, "ELF") == ["frieren"]
        assert await slugs(db, "elf", OTHER) == ["frieren"]
        assert await slugs(db, "elf", GUILD) == ["seven"]
    assert (await completed(known, "elf", GUILD))[:2] == ["seven", "frieren"]
    assert "seven" not in await completed(known, "elf", OTHER)
    assert "seven" not in await completed(known, "elf")


async def test_an_alias_forgives_a_slip_and_is_completed(known: Database, clock: StillClock) -> None:
    await call(known, "frieren", "elf friend", None, clock)

    assert (await completed(known, "elf fr"))[0] == "frieren"
    assert (await completed(known, "elf freind"))[0] == "frieren"


async def test_initials_come_after_an_alias(known: Database, clock: StillClock) -> None:
    async with known.write() as db:
        await catalogue.save_series(db, Series(0, "titan", Titles("Attack on Titan")))
    assert (await completed(known, "aot"))[0] == "titan"

    await call(known, "seven", "aot", None, clock)

    assert (await completed(known, "aot"))[:2] == ["seven", "titan"]


async def test_what_is_for_adults_is_left_out_where_that_is_asked(database: Database) -> None:
    async with database.write() as db:
        for adult in (True, False):
            await catalogue.save_series(db, Series(0, f"adult-{adult}", Titles(f"Nights {adult}"), adult=adult))

    assert set(await completed(database, "nights")) == {"adult-True", "adult-False"}
    for typed in ("nights", "nihgts", "", "adult-True", "Nights True"):
        assert "adult-True" not in await completed(database, typed, adult=False)
    async with database.read() as db:
        assert await search.find(db, "Nights True", adult=False) == []
        assert [one.slug for one in await search.suggest(db, "nihgts", adult=False)] == ["adult-False"]


async def test_an_empty_box_offers_what_comes_soonest(known: Database, clock: StillClock) -> None:
    days = {"metallic-rouge": 3, "seven": 2, "signs": 1, "long": -1}
    async with known.write() as db:
        for slug, day in days.items():
            one = await catalogue.series_by_slug(db, slug)
            assert one is not None
            date = AirDate.instant(clock() + timedelta(days=day))
            await catalogue.add_releases(db, [Release(0, one.id, ReleaseKind.PREMIERE, date)])
        for slug in ("frieren", "metallic-rouge"):
            one = await catalogue.series_by_slug(db, slug)
            assert one is not None
            await watchlist.add(db, GUILD, one.id, by=9, at=clock())
        await catalogue.save_series(db, replace(EIGHTY_SIX, popularity=7))

    async with known.read() as db:
        here = await search.complete(db, " ", guild_id=GUILD, now=clock())
        elsewhere = await search.complete(db, "", guild_id=OTHER, now=clock())
    assert [one.slug for one in here] == ["metallic-rouge", "frieren", "signs", "seven", "eighty-six", "long"]
    assert [one.slug for one in elsewhere][:4] == ["signs", "seven", "metallic-rouge", "eighty-six"]


async def test_a_title_that_was_changed_is_found_by_its_new_name_alone(known: Database) -> None:
    async with known.write() as db:
        await catalogue.save_series(db, replace(ROUGE, titles=Titles("Crimson Alloy")))
        await db.execute(text("DELETE FROM series WHERE slug = 'frieren'"))

    assert await completed(known, "crimson aloy") == ["metallic-rouge"]
    assert await completed(known, "metalic ruoge") == []
    assert await completed(known, "friern") == []


async def test_what_other_guilds_call_their_own_crowds_nobody_out(database: Database) -> None:
    async with database.write() as db:
        await catalogue.save_series(db, Series(0, "shared", Titles("Metallic Rouge")))
        for guild_id in range(100, 500):
            await catalogue.save_series(db, Series(0, f"own-{guild_id}", Titles("Metallic Rouge")), guild_id=guild_id)

    assert await completed(database, "metalic ruoge", GUILD) == ["shared"]
    assert await completed(database, "metallic", GUILD) == ["shared"]
    assert set(await completed(database, "metalic ruoge", 100)) == {"shared", "own-100"}
