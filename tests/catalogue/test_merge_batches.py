"""Many statements at once: what comes of them is what comes of each by itself."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from bot.catalogue.actions import editing, merge_records
from bot.catalogue.model import Format, Origin, Series, Service, Titles, Trailer
from bot.catalogue.records import Correction, SourceDate, SourceRecord
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue, corrections
from bot.catalogue.tables import changes, updates
from bot.database.engine import Database
from bot.database.tables import move_watermark
from bot.dates.airdate import AirDate
from bot.exchange import starter
from bot.subscriptions.model import THE_MOMENT, Lead, Subscription, Topic
from bot.subscriptions.store import channels
from tests.catalogue.merging import merge_one
from tests.database.dumps import Dump, dump
from tests.database.stores import open_new
from tests.examples import examples
from tests.still_clock import StillClock

if TYPE_CHECKING:
    from bot.catalogue.merge_plan import MergeOutcome

NOW = datetime(2024, 1, 3, tzinfo=UTC)
AIRED = datetime(2024, 1, 2, 16, 25, tzinfo=UTC)
"""Within the week before `NOW`: still news to those who subscribed."""

dates = st.sampled_from(
    [
        AirDate.tba(),
        AirDate.year(2024),
        AirDate.month(2024, 1),
        AirDate.day(date(2024, 1, 2)),
        AirDate.day(date(2024, 1, 10)),
        AirDate.day(date(2024, 1, 10), zone="UTC"),
        *(AirDate.instant(AIRED + timedelta(days=days, hours=hours)) for days in (0, 1, 8) for hours in (0, 1)),
    ]
)
numbers = st.none() | st.integers(1, 4)
services = st.sampled_from([None, "Crunchyroll", "Netflix"])
read = st.sampled_from(["One", "ONE", "Two", "三", "Ｏｎｅ"])
stored = read | st.just("A &amp; B")
"""Titles as they may be in a store: entities were not decoded once, and are in all that is read now."""
origins = st.sampled_from([Origin.ANILIST, Origin.BANGUMI, Origin.STARTER])


@st.composite
def releases(draw: st.DrawFn) -> Release:
    kind = draw(st.sampled_from([ReleaseKind.PREMIERE, ReleaseKind.EPISODE, ReleaseKind.FINALE, ReleaseKind.FILM]))
    number = {ReleaseKind.PREMIERE: 1, ReleaseKind.FILM: None}.get(kind, draw(st.integers(1, 3)))
    return Release(
        0,
        0,
        kind,
        draw(dates),
        number=number,
        service=draw(services),
        cancelled=draw(st.booleans()),
        regions=draw(st.sampled_from([(), ("JP",)])),
    )


@st.composite
def series(draw: st.DrawFn, titles: st.SearchStrategy[str]) -> Series:
    names = st.none() | titles
    return Series(
        0,
        draw(st.sampled_from(["", "", "", "own-slug"])),
        Titles(draw(names), draw(names), draw(titles), tuple(draw(st.lists(st.sampled_from("五六"))))),
        format=draw(st.sampled_from([Format.TV, Format.ONA])),
        episodes=draw(st.sampled_from([None, 1, 3])),
        story=draw(st.sampled_from([None, "A story", "Another"])),
        services=draw(st.sampled_from([(), (Service("Netflix", None, AirDate.year(2024), ("JP",)),)])),
        trailers=draw(st.sampled_from([(), (Trailer("PV"),)])),
        year=draw(st.sampled_from([None, 2023])),
        anilist_id=draw(numbers),
        myanimelist_id=draw(numbers),
        bangumi_id=draw(numbers),
        anidb_id=draw(st.sampled_from([None, 1])),
    )


@st.composite
def statements(draw: st.DrawFn, titles: st.SearchStrategy[str]) -> SourceRecord:
    return SourceRecord(draw(origins), draw(series(titles)), tuple(draw(st.lists(releases(), max_size=4))))


@asynccontextmanager
async def stores() -> AsyncIterator[tuple[Database, Database]]:
    with tempfile.TemporaryDirectory() as folder:
        opened = [await open_new(Path(folder) / f"{name}.db", lambda: NOW) for name in ("one-by-one", "at-once")]
        try:
            yield opened[0], opened[1]
        finally:
            for database in opened:
                await database.close()


def subscription(series_id: int) -> Subscription:
    leads = (Lead(THE_MOMENT, episodes=True),)
    return Subscription(0, 7, 8, Topic.RELEASES, leads, 9, NOW - timedelta(days=9), series_id=series_id)


async def prepare(database: Database, before: Sequence[SourceRecord], corrected: AirDate | None) -> None:
    """Let a store hold the starter, a subscription, what was said before, and what the bot's owners say."""
    await starter.load_once(database, lambda: NOW - timedelta(days=9))
    async with database.write() as db:
        await move_watermark(db, NOW)
        for statement in before:
            await merge_one(db, statement, at=NOW - timedelta(days=8))
        for known in (await catalogue.series_by_ids(db, range(1, 9))).values():
            await channels.subscribe(db, subscription(known.id))
            if corrected is None:
                continue
            await corrections.correct(db, known.id, Correction("story", "The owners'", 5, NOW))
            await corrections.correct(db, known.id, Correction("hidden", True, 6, NOW, guild_id=7))
            async with editing(db, known.id, at=NOW) as merge:
                for release in (await catalogue.own_releases(db, known.id, None))[:2]:
                    owners = {Origin.OWNERS: SourceDate(corrected, by=5, at=NOW)}
                    merge.set_dates(merge.into.release(release.id), owners)
                merge.settle_fields()
                merge.date_series()


async def by_series(database: Database) -> Dump:
    """All of the catalogue, but for which series' change is noted first where several change in one instant.

    What changes of each keeps its order.
    """
    found = await dump(database)
    for row in found[changes.name]:
        del row["id"]
    found[changes.name].sort(key=lambda row: (row["kind"], row["fact_id"]))
    return found


@given(
    before=st.lists(statements(stored), max_size=4),
    batch=st.lists(statements(read), min_size=1, max_size=5),
    corrected=st.none() | dates,
)
@settings(max_examples=examples(5, 200), suppress_health_check=[HealthCheck.too_slow])
async def test_the_outcome_is_that_of_one_after_the_other(
    before: list[SourceRecord], batch: list[SourceRecord], corrected: AirDate | None
) -> None:
    async with stores() as (one_by_one, at_once):
        for database in (one_by_one, at_once):
            await prepare(database, before, corrected)
        for now in (NOW, NOW + timedelta(hours=1)):
            outcome = await merge_records(at_once, batch, StillClock(now))
            async with one_by_one.write() as db:
                for statement in batch:
                    if not any(statement is left for left in outcome.left_out):
                        await merge_one(db, statement, at=now)

            assert await by_series(at_once) == await by_series(one_by_one)


ONE = SourceRecord(
    Origin.BANGUMI,
    Series(0, "", Titles(english="One"), anilist_id=1, episodes=3),
    (Release(0, 0, ReleaseKind.PREMIERE, AirDate.instant(AIRED), number=1),),
)
TWO = replace(ONE, series=replace(ONE.series, anilist_id=2))


async def test_saying_the_same_again_writes_nothing() -> None:
    async with stores() as (database, _):
        first = await merge_records(database, [ONE, TWO], lambda: NOW)
        assert (first.added, first.changed, first.same) == (2, 0, 0)
        before = await dump(database)

        again = await merge_records(database, [ONE, TWO], lambda: NOW + timedelta(days=1))

        assert (again.added, again.changed, again.same) == (0, 0, 2)
        assert await dump(database) == before  # nor when it was said


async def test_of_one_series_said_twice_the_first_counts_and_the_other_is_named() -> None:
    async with stores() as (database, _):
        other = replace(ONE, series=replace(ONE.series, titles=Titles(english="Half of One"), story="Not this"))
        outcome = await merge_records(database, [ONE, other], lambda: NOW)

        assert outcome.left_out == (other,)
        assert outcome.problems == ("Half of One: it is the same series as One, which came first.",)
        assert [row["story"] for row in (await dump(database))["series"]] == [None]


async def test_same_titles_get_slugs_of_their_own() -> None:
    async with stores() as (database, _):
        later = replace(TWO, series=replace(TWO.series, year=2025))
        third = replace(TWO, series=replace(TWO.series, year=2025, anilist_id=3))
        await merge_records(database, [ONE, later, third], lambda: NOW)

        assert [row["slug"] for row in (await dump(database))["series"]] == ["one", "one-2025", "one-2025-tv"]


async def test_what_waits_to_be_told_is_noted_one_by_one() -> None:
    later = replace(ONE, releases=(replace(ONE.releases[0], date=AirDate.instant(AIRED + timedelta(days=9))),))
    async with stores() as (one_by_one, at_once):
        for database in (one_by_one, at_once):
            await merge_records(database, [ONE, TWO], lambda: NOW)
            async with database.write() as db:
                waiting = {"series_id": 1, "kind": "delayed", "changed_at": NOW, "anchor_at": NOW + timedelta(days=1)}
                await db.execute(insert(updates).values(waiting))
        async with one_by_one.write() as db:
            await merge_one(db, later, at=NOW)

        outcome = await merge_records(at_once, [later, TWO], lambda: NOW)

        assert (outcome.changed, outcome.same) == (1, 1)
        assert await dump(at_once) == await dump(one_by_one)


async def test_numbers_are_never_given_twice() -> None:
    async with stores() as (database, _):
        await merge_records(database, [ONE, TWO], lambda: NOW)
        async with database.write() as db:
            await db.exec_driver_sql("DELETE FROM series")
        await merge_records(database, [TWO, ONE], lambda: NOW)

        found = await dump(database)
        assert [row["id"] for row in found["series"]] == [3, 4]
        assert [row["id"] for row in found["releases"]] == [3, 4]
        assert {row["series_id"] for row in found["titles"]} == {3, 4}


async def test_who_writes_meanwhile_is_noticed() -> None:
    """Another process adds the same series between the plan and the lock; it isn't added a second time."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'yokoku.db'}"
        database = await open_new(Path(folder) / "yokoku.db", lambda: NOW)
        others = await Database.open(url, clock=lambda: NOW)
        writing: list[asyncio.Task[MergeOutcome]] = []

        def meanwhile() -> datetime:
            if not writing:  # the plan begins, and reads first what the other is about to change
                writing.append(asyncio.ensure_future(merge_records(others, [TWO], lambda: NOW)))
            return NOW

        outcome = await merge_records(database, [ONE, TWO], meanwhile)
        await writing[0]

        assert [row["anilist_id"] for row in (await dump(database))["series"]].count(2) == 1
        assert outcome.added + writing[0].result().added == 2
        await database.close()
        await others.close()


async def test_a_number_that_two_series_claim_stays_with_the_one_that_had_it() -> None:
    async with stores() as (database, _):
        numbered = replace(TWO, series=replace(TWO.series, anilist_id=None, myanimelist_id=2))
        await merge_records(database, [ONE, numbered], lambda: NOW)

        both = replace(ONE, series=replace(ONE.series, myanimelist_id=2))
        outcome = await merge_records(database, [both, numbered], lambda: NOW)

        assert [each.id for each in outcome.merged] == [1, 2]
        assert outcome.left_out == ()
