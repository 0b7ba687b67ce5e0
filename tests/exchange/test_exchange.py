"""The catalogue in a file: out of one store and into another, the same."""

import asyncio
import copy
import json
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from bot.catalogue.actions import merge_records
from bot.catalogue.model import Format, Origin, Series, Service, Titles, Trailer
from bot.catalogue.records import Correction, SourceRecord
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.sources import bangumi
from bot.catalogue.store import catalogue, corrections
from bot.catalogue.tables import aliases, changes
from bot.conventions.model import PANEL_LEAD, Panel
from bot.conventions.store import editions, panels
from bot.conventions.tables import panels as panel_table
from bot.database.engine import Database
from bot.database.tables import starter_loaded_at
from bot.dates.airdate import AirDate
from bot.errors import CatalogueError
from bot.exchange import catalogue_file, starter
from tests.catalogue.merging import merge_one, settle
from tests.database.dumps import dump
from tests.database.stores import open_new, url
from tests.examples import examples

EXCERPT = Path(__file__).parents[1] / "data" / "bangumi-excerpt.json"
NOW = datetime(2024, 1, 3, tzinfo=UTC)
GUILD, MODERATOR = 2**62 + 1, 2**61 + 3
LOOKS: dict[str, Any] = {"colour": 0xE4355D, "genres": ("Action", "Sci-Fi"), "score": 69, "anidb_id": 17617}
ONE = Series(0, "", Titles(english="One", also=("Eins", "一")), format=Format.ONA, episodes=3, anilist_id=5, **LOOKS)
AIRED = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)


def clock() -> datetime:
    return NOW


async def opened(path: Path) -> Database:
    return await Database.open(url(path), clock=clock)


async def fill(database: Database) -> None:
    """Let a store hold some of everything: what all share and what a guild has, said, corrected, moved."""
    await starter.load_once(database, clock)
    await merge_records(database, bangumi.read(json.loads(EXCERPT.read_text("utf-8"))).statements, clock)
    first = Release(0, 0, ReleaseKind.PREMIERE, AirDate.month(2024, 1), number=1)
    async with database.write() as db:
        taken = await merge_one(db, SourceRecord(Origin.ANILIST, ONE, (first,)), at=NOW)
        exact = Release(0, 0, ReleaseKind.PREMIERE, AirDate.instant(AIRED), number=1)
        await merge_one(db, SourceRecord(Origin.BANGUMI, ONE, (exact,)), at=NOW)
        for said in (
            Correction(
                "trailers", (Trailer("PV", "https://example.com/1", None, AirDate.month(2026, 5), NOW),), MODERATOR, NOW
            ),
            Correction("services", (Service("Netflix", None, AirDate.year(2024), ("JP",)),), MODERATOR, NOW, GUILD),
            Correction("format", Format.OVA, MODERATOR, NOW, GUILD),
            Correction("title_english", "The One", MODERATOR, NOW),
            Correction("hidden", True, MODERATOR, NOW, GUILD),
            Correction("episodes", None, MODERATOR, NOW, GUILD + 1),
        ):
            await corrections.correct(db, taken.series.id, said)
        await settle(db, taken.series)
        own = await catalogue.save_series(db, Series(0, "own", Titles(native="自分 \u202e\u2028'\"")), guild_id=GUILD)
        await catalogue.add_releases(
            db, [Release(0, own.id, ReleaseKind.FILM, AirDate.tba(), origin=Origin.MODERATORS, guild_id=GUILD)]
        )
        alias = {"series_id": own.id, "guild_id": GUILD, "alias": "ＯＮＥ", "fold": "one", "by": MODERATOR, "at": NOW}
        await db.execute(aliases.insert().values(alias))
        announced = {"at": NOW, "actor": "7", "guild_id": GUILD, "kind": "announcement", "fact_id": 9, "field": "x"}
        await db.execute(changes.insert().values(announced))
    async with database.write() as db:
        expo = (await editions.all_editions(db))[0]
        begins = expo.opens_at
        new = Panel(0, expo.id, "Bones panel", begins, room="408", guests=("Minami",), anchor_at=begins - PANEL_LEAD)
        await panels.save_panel(db, new, at=begins)
        await db.execute(update(panel_table).values(amended_at=None))


async def text_of(database: Database) -> str:
    return "".join([part async for part in catalogue_file.export(database)])


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that is filled, to be copied."""
    path = tmp_path_factory.mktemp("template") / "yokoku.db"

    async def make() -> None:
        database = await open_new(path, clock)
        await fill(database)
        await database.close()

    asyncio.run(make())
    return path


@pytest.fixture
async def filled(template: Path, tmp_path: Path) -> AsyncIterator[Database]:
    path = tmp_path / "filled.db"
    shutil.copy(template, path)
    database = await opened(path)
    yield database
    await database.close()


@pytest.fixture
async def other(tmp_path: Path) -> AsyncIterator[Database]:
    database = await open_new(tmp_path / "other.db", clock)
    yield database
    await database.close()


async def bring_in(database: Database, text: str) -> catalogue_file.Brought:
    return await catalogue_file.bring_in(database, catalogue_file.read(json.loads(text)), at=NOW)


async def test_into_an_empty_store_everything_comes_as_it_was(filled: Database, other: Database) -> None:
    text = await text_of(filled)

    brought = await bring_in(other, text)

    assert (brought.changed, brought.same) == (0, 0)
    assert await dump(other) == await dump(filled)
    assert await text_of(other) == text
    assert not await starter.load_once(other, clock)  # what was taken out of that store isn't brought back


async def test_a_file_of_before_dates_had_evidence_keeps_what_had_come_out(filled: Database, other: Database) -> None:
    whole = json.loads(await text_of(filled))
    for row in whole["statements"]:
        del row["confirmed_at"], row["is_paused"]
    first = whole["releases"][0] | {"follows_id": None}
    del first["basis"]
    follows = [
        first
        | {"id": first["id"] + number, "number": 2, "origin": None, "follows_id": first["id"], "said": None, **said}
        for number, said in ((1001, {"earliest": "2001-01-01T00:00:00+00:00"}), (1002, {"earliest": None}))
    ]
    follows = [row | {"precision": "tba", "latest": None} if row["earliest"] is None else row for row in follows]
    follows[0] |= {"precision": "instant", "latest": follows[0]["earliest"]}
    whole["releases"] = [first, *follows]

    await bring_in(other, json.dumps(whole))
    found = {row["id"]: row["origin"] for row in (await dump(other))["releases"]}
    assert found == {first["id"]: first["origin"], first["id"] + 1001: first["origin"]}


async def test_a_file_of_before_covers_had_colours_is_read(filled: Database, other: Database) -> None:
    whole = json.loads(await text_of(filled))
    for row in (*whole["series"], *(row["said"] for row in whole["statements"])):
        for name in LOOKS:
            row.pop(name, None)

    await bring_in(other, json.dumps(whole))

    found = (await dump(other))["series"]
    assert {tuple(json.dumps(row[name]) for name in LOOKS) for row in found} == {("null", "[]", "null", "null")}


@pytest.mark.parametrize(("field", "value"), [("colour", 0x1000000), ("colour", -1), ("score", 4000)])
async def test_a_colour_that_is_none_is_refused_wherever_it_stands(filled: Database, field: str, value: int) -> None:
    text = await text_of(filled)
    for name in ("series", "statements"):
        whole = json.loads(text)
        rows = [row if name == "series" else row["said"] for row in whole[name]]
        next(row for row in rows if row["anilist_id"] == ONE.anilist_id)[field] = value
        with pytest.raises(CatalogueError, match=f"{field}: it is none of 0 to"):
            catalogue_file.read(whole)


async def test_the_file_holds_the_catalogue_and_nothing_else(filled: Database) -> None:
    whole = json.loads(await text_of(filled))

    assert (whole["format"], whole["version"]) == ("yokoku-catalogue", 1)
    assert set(whole) - {"format", "version"} == {
        *(
            "series",
            "titles",
            "aliases",
            "statements",
            "corrections",
            "releases",
            "changes",
            "editions",
            "panels",
            "news",
        )
    }
    assert all(whole[name] for name in whole)
    # What becomes of announcements isn't of it.
    assert {row["kind"] for row in whole["changes"]} <= {"release", "series"}


async def test_again_it_changes_nothing(filled: Database) -> None:
    before = await dump(filled)

    brought = await bring_in(filled, await text_of(filled))

    assert (brought.added, brought.changed, brought.same) == (0, 0, sum(map(len, before.values())))
    assert await dump(filled) == before


async def test_what_differs_becomes_as_in_the_file_and_what_it_lacks_stays(filled: Database) -> None:
    text = await text_of(filled)
    async with filled.write() as db:
        rouge = await catalogue.series_by_slug(db, "metallic-rouge")
        assert rouge is not None
        await corrections.correct(db, rouge.id, Correction("story", "Another", MODERATOR, NOW))
        await corrections.correct(db, rouge.id, Correction("title_native", "別の", MODERATOR, NOW))
        await settle(db, rouge)
        added = await catalogue.save_series(db, Series(0, "later", Titles(english="Later")))

    await bring_in(filled, text)

    async with filled.read() as db:
        found = await catalogue.series_by_slug(db, "metallic-rouge")
        assert found == rouge
        assert await catalogue.series_by_slug(db, "later") == added
        assert await corrections.corrections_of(db, [rouge.id])  # the file had none


async def test_a_correction_that_was_changed_since_is_as_in_the_file(filled: Database) -> None:
    before = await dump(filled)
    text = await text_of(filled)
    async with filled.write() as db:
        (one,) = await catalogue.series_by_foreign_ids(db, ONE)
        await corrections.correct(db, one.id, Correction("title_english", "Changed", MODERATOR, NOW))
        await corrections.take_back(db, one.id, "hidden", guild_id=GUILD)
        await settle(db, one)

    await bring_in(filled, text)

    assert await dump(filled) == before


async def test_another_stores_file_is_refused(filled: Database, other: Database) -> None:
    async with other.write() as db:
        await catalogue.save_series(db, Series(0, "something-else", Titles(english="Something else")))
    before = await dump(other)

    with pytest.raises(CatalogueError, match="another store's: what it has as number 1 in series"):
        await bring_in(other, await text_of(filled))
    assert await dump(other) == before
    async with other.read() as db:
        assert await starter_loaded_at(db) is None


@pytest.mark.parametrize("version", [0, 2, "1", None, True, 1.5])
async def test_another_version_is_refused_with_what_to_do(filled: Database, version: object) -> None:
    whole = json.loads(await text_of(filled)) | {"version": version}

    with pytest.raises(CatalogueError, match=r"this Yokoku reads version 1\. Import it with the Yokoku that wrote it"):
        catalogue_file.read(whole)


async def test_it_is_as_the_store_was_at_one_moment(filled: Database, tmp_path: Path) -> None:
    before = await text_of(filled)
    others = await opened(tmp_path / "filled.db")
    parts: list[str] = []
    async for part in catalogue_file.export(filled):
        if not parts:
            async with others.write() as db:
                await merge_one(
                    db, SourceRecord(Origin.ANILIST, Series(0, "", Titles(english="New"), anilist_id=99)), at=NOW
                )
        parts.append(part)
    await others.close()

    # The moment is that of the first row; what was written before it is in, with all that belongs to it.
    whole = json.loads("".join(parts))
    assert len(whole["series"]) - len(json.loads(before)["series"]) == len(
        [row for row in whole["titles"] if row["title"] == "New"]
    )


spoiling = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(allow_nan=False),
    st.text(st.characters(codec=None), max_size=5),
    st.sampled_from(["9999-12-31T23:59:59+00:00", "2024-01-10T00:00:00", "Asia", "../../etc/passwd", "\0", "tv"]),
    st.lists(st.text(max_size=2) | st.integers(), max_size=2),
    st.dictionaries(st.text(max_size=3), st.text(max_size=3) | st.none(), max_size=2),
)


def spots(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:  # noqa: ANN401 - any JSON
    inner = value.items() if isinstance(value, dict) else enumerate(value[:3]) if isinstance(value, list) else ()
    return [path, *(spot for key, each in inner for spot in spots(each, (*path, key)))]


@pytest.fixture(scope="module")
def whole(template: Path) -> dict[str, Any]:
    """A file as it is exported."""

    async def exported() -> str:
        database = await opened(template)
        text = await text_of(database)
        await database.close()
        return text

    return json.loads(asyncio.run(exported()))  # type: ignore[no-any-return]


@given(st.data())
@settings(max_examples=examples(25, 400))
def test_a_spoilt_file_is_refused_with_one_line_or_makes_sense(whole: dict[str, Any], data: st.DataObject) -> None:
    spot = data.draw(st.sampled_from(spots_of(whole)))
    is_left_out, instead = data.draw(st.booleans()), data.draw(spoiling)
    spoilt = copy.deepcopy(whole)
    within: Any = spoilt
    for step in spot[:-1]:
        within = within[step]
    if isinstance(within, dict) and is_left_out:
        del within[spot[-1]]
    else:
        within[spot[-1]] = instead

    try:
        catalogue_file.read(spoilt)
    except CatalogueError as error:
        said = str(error)
    else:
        said = ""
    assert said.isprintable()
    assert len(said) < 500


def spots_of(whole: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [spot for spot in spots(whole) if spot]
