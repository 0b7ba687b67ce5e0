"""To which series a source's ids belong, in the store, and what becomes of them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError

import migrations
from bot.catalogue.actions import merge_records
from bot.catalogue.corrections import correct
from bot.catalogue.merge_plan import FEW_RECORDS, plan_merge
from bot.catalogue.merged import Link
from bot.catalogue.model import Editor, Origin, Series, Titles
from bot.catalogue.records import SourceRecord
from bot.catalogue.store import catalogue, history
from bot.catalogue.store.identities import all_links
from bot.catalogue.tables import identities, statements
from bot.database.engine import Database
from tests.database.test_engine import downgrade
from tests.still_clock import StillClock

NOW = datetime(2024, 1, 3, tzinfo=UTC)
LATER = NOW + timedelta(days=1)


def says(origin: Origin, title: str, **numbers: int | None) -> SourceRecord:
    return SourceRecord(origin, Series(0, "", Titles(title), **numbers))  # type: ignore[arg-type]


ONE = says(Origin.BANGUMI, "One", anilist_id=1, myanimelist_id=11, bangumi_id=101)
TWO = says(Origin.BANGUMI, "Two", anilist_id=2, myanimelist_id=12, bangumi_id=102)


async def links(database: Database) -> dict[int, set[tuple[str, int]]]:
    found: dict[int, set[tuple[str, int]]] = {}
    async with database.read() as db:
        for each in await all_links(db):
            found.setdefault(each.series_id, set()).add((each.source, each.number))
    return found


async def said(database: Database) -> dict[int, str]:
    async with database.read() as db:
        rows = await db.execute(select(statements.c.series_id, statements.c.said))
        return {row[0]: row[1]["title_english"] for row in rows}


async def test_a_few_records_are_merged_as_they_are_among_many(database: Database) -> None:
    """Of a few only what is near is read: by their ids, their slugs and their titles."""
    await merge_records(database, [ONE, TWO, says(Origin.BANGUMI, "Namesake")], lambda: NOW)
    many = [says(Origin.ANILIST, f"Filler {number}", anilist_id=100 + number) for number in range(FEW_RECORDS)]
    sequel = says(Origin.ANILIST, "Two", anilist_id=7, myanimelist_id=12)
    few = [says(Origin.ANILIST, "Namesake", anilist_id=5), says(Origin.ANILIST, "One", myanimelist_id=11), sequel]
    few += [SourceRecord(Origin.ANILIST, Series(0, "two", Titles("Renamed"))), says(Origin.ANILIST, "New")]

    outcomes = []
    for records in (few, [*few, *many]):
        async with database.read() as db:
            made = await plan_merge(db, records, NOW, None)
        outcomes.append([(each.id, each.series.slug) for each in made.outcome.merged[: len(few)]])
    assert outcomes[0] == outcomes[1]
    slugs = ["namesake-tv", "one", "two-tv", "two", "new"]
    assert [slug for _, slug in outcomes[0]] == slugs


async def test_an_id_belongs_to_one_series_and_goes_with_it(database: Database) -> None:
    await merge_records(database, [ONE, TWO], lambda: NOW)
    twin = says(Origin.ANILIST, "One, second part", anilist_id=3, myanimelist_id=11)
    await merge_records(database, [twin], lambda: NOW)

    assert await links(database) == {
        1: {("anilist", 1), ("myanimelist", 11), ("bangumi", 101)},
        2: {("anilist", 2), ("myanimelist", 12), ("bangumi", 102)},
        3: {("anilist", 3)},
    }
    async with database.write() as db:
        with pytest.raises(IntegrityError):
            await db.execute(insert(identities).values(source="anilist", number=1, series_id=2, linked_at=NOW))
    async with database.write() as db:
        (found,) = await catalogue.series_by_foreign_ids(db, Series(0, "", Titles(), myanimelist_id=11))
        await catalogue.remove_series(db, 1)
    assert found.id == 1
    assert set(await links(database)) == {2, 3}


async def test_a_source_that_swaps_two_series_ids_changes_nothing(database: Database) -> None:
    await merge_records(database, [ONE, TWO], lambda: NOW)
    before = await links(database)

    swapped = [
        replace(ONE, series=replace(ONE.series, anilist_id=2, myanimelist_id=12)),
        replace(TWO, series=replace(TWO.series, anilist_id=1, myanimelist_id=11)),
    ]
    outcome = await merge_records(database, swapped, lambda: LATER, settle_delay=timedelta(minutes=30))

    assert (outcome.added, outcome.changed, outcome.same) == (0, 0, 2)
    assert await links(database) == before
    assert await said(database) == {1: "One", 2: "Two"}


async def test_a_source_that_alone_speaks_of_a_series_may_name_another_id_that_is_free(database: Database) -> None:
    await merge_records(database, [says(Origin.BANGUMI, "One", bangumi_id=101, myanimelist_id=11)], lambda: NOW)
    async with database.write() as db:
        await correct(db, 1, "myanimelist_id", 12, Editor(5, None), at=LATER)

    assert await links(database) == {1: {("bangumi", 101), ("myanimelist", 12)}}
    await merge_records(database, [says(Origin.ANILIST, "One", anilist_id=1, myanimelist_id=12)], lambda: NOW)
    await merge_records(database, [says(Origin.ANILIST, "One", anilist_id=1, myanimelist_id=13)], lambda: LATER)

    assert await links(database) == {1: {("bangumi", 101), ("myanimelist", 12), ("anilist", 1)}}  # the owners' word
    async with database.read() as db:
        told = [(each.field, each.actor) for each in await history.since(db, 1, None, NOW)]
    assert told == [("myanimelist_id", "5")]


async def test_an_id_that_takes_anothers_place_is_in_the_history(database: Database) -> None:
    await merge_records(database, [says(Origin.ANILIST, "One", anilist_id=1, myanimelist_id=11)], lambda: NOW)
    await merge_records(database, [says(Origin.ANILIST, "One", anilist_id=1, myanimelist_id=13)], lambda: LATER)

    async with database.read() as db:
        assert set(await all_links(db)) == {Link("anilist", 1, 1), Link("myanimelist", 13, 1)}
        (change,) = await history.since(db, 1, None, NOW)
    assert (change.field, change.actor, change.at) == ("myanimelist_id", "anilist", LATER)
    assert change.old is not None
    assert change.new is not None
    assert (change.old.value, change.new.value) == (11, 13)


@pytest.mark.parametrize("others", [0, FEW_RECORDS])
async def test_an_id_that_a_series_was_said_to_have_before_stays_another_ones(database: Database, others: int) -> None:
    of_another = says(Origin.BANGUMI, "Half of Two", anilist_id=3, bangumi_id=102)
    await merge_records(database, [TWO, of_another], lambda: NOW)
    before = await links(database)
    fillers = [says(Origin.ANILIST, f"Filler {number}", anilist_id=100 + number) for number in range(others)]

    await merge_records(database, [says(Origin.ANILIST, "Half of Two", anilist_id=3), *fillers], lambda: LATER)

    after = await links(database)
    assert {series_id: after[series_id] for series_id in before} == before


async def test_an_older_store_gives_each_id_to_the_series_that_had_it_first(database: Database) -> None:
    await merge_records(database, [ONE, TWO], lambda: NOW)
    async with database.write() as db:
        await db.execute(text("UPDATE series SET myanimelist_id = 11"))
        await db.run_sync(lambda connection: downgrade(connection, "0012"))
        assert await db.run_sync(migrations.upgrade)

    found = await links(database)
    assert found == {
        1: {("anilist", 1), ("myanimelist", 11), ("bangumi", 101)},
        2: {("anilist", 2), ("bangumi", 102)},
    }


async def test_an_id_that_one_lets_go_another_of_the_same_answer_may_have(database: Database) -> None:
    await merge_records(database, [says(Origin.BANGUMI, "One", anilist_id=1, bangumi_id=101)], lambda: NOW)
    answer = [
        says(Origin.BANGUMI, "One", anilist_id=1, bangumi_id=102),
        says(Origin.BANGUMI, "New", bangumi_id=101),
    ]

    for at in (LATER, LATER + timedelta(days=1)):
        await merge_records(database, answer, StillClock(at))

        assert await links(database) == {1: {("anilist", 1), ("bangumi", 102)}, 2: {("bangumi", 101)}}


async def test_an_id_that_several_come_to_have_belongs_to_the_first_of_them(database: Database) -> None:
    await merge_records(database, [says(Origin.ANILIST, "One", anilist_id=1)], lambda: NOW)
    answer = [says(Origin.BANGUMI, "New", bangumi_id=101), says(Origin.ANILIST, "One", anilist_id=1, bangumi_id=101)]
    await merge_records(database, answer, lambda: LATER)

    assert await links(database) == {1: {("anilist", 1)}, 2: {("bangumi", 101)}}


async def test_of_several_sources_answers_each_is_named_for_what_it_changed(database: Database) -> None:
    known = [says(Origin.ANILIST, "One", anilist_id=1, bangumi_id=101), TWO]
    await merge_records(database, known, lambda: NOW)
    answers = [
        says(Origin.ANILIST, "One", anilist_id=1, bangumi_id=111),
        replace(TWO, series=replace(TWO.series, bangumi_id=112)),
    ]
    await merge_records(database, answers, lambda: LATER)

    async with database.read() as db:
        changed = {number: await history.since(db, number, None, NOW) for number in (1, 2)}
    assert {number: [each.actor for each in found] for number, found in changed.items()} == {
        1: ["anilist"],
        2: ["bangumi-data"],
    }
