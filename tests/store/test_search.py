import pytest

from bot.domain.series import Series, Titles
from bot.store import catalogue, search, watchlist
from bot.store.database import Connection, Database
from tests.store.conftest import StillClock

GUILD, OTHER = 1, 2
FRIEREN = Series(
    0, "frieren", Titles("Frieren: Beyond Journey's End", "Sousou no Frieren", "葬送のフリーレン"), anilist_id=154587
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
