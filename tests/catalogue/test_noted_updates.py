"""What sources say makes updates: each change that is worth telling, and nothing else."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.catalogue.model import Origin, Series, Service, Titles, Trailer
from bot.catalogue.records import SourceRecord
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.revisions import UpdateKind
from bot.catalogue.store import catalogue, updates
from bot.catalogue.tables import updates as table
from bot.catalogue.updates import Update
from bot.database.engine import Connection
from bot.database.tables import move_watermark
from bot.dates.airdate import AirDate
from tests.catalogue.merging import merge_one, redate
from tests.database.stores import open_new

NOW = datetime(2024, 1, 1, tzinfo=UTC)
AIRS = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
SETTLE_DELAY = timedelta(minutes=30)
WEEK, HOUR = timedelta(weeks=1), timedelta(hours=1)
ONE = Series(0, "", Titles(english="One"), episodes=6, anilist_id=5)
PV = Trailer("PV", "https://youtu.be/one")


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Connection]:
    database = await open_new(tmp_path / "yokoku.db", lambda: NOW)
    async with database.write() as connection:
        await move_watermark(connection, NOW)
        yield connection
    await database.close()


def premiere(at: datetime = AIRS, *, cancelled: bool = False) -> Release:
    return Release(0, 0, ReleaseKind.PREMIERE, AirDate.instant(at), number=1, cancelled=cancelled)


def episode(number: int, at: datetime) -> Release:
    return Release(0, 0, ReleaseKind.EPISODE, AirDate.instant(at), number=number)


async def say(
    db: Connection,
    *releases: Release,
    series: Series = ONE,
    origin: Origin = Origin.ANILIST,
    at: datetime = NOW,
    settle_delay: timedelta | None = SETTLE_DELAY,
) -> Series:
    return (await merge_one(db, SourceRecord(origin, series, releases), at=at, settle_delay=settle_delay)).series


async def waiting(db: Connection) -> list[Update]:
    """What is to be told, in the order in which it was noted."""
    ids = list((await db.execute(select(table.c.id).where(table.c.withdrawn.is_(False)))).scalars())
    return list((await updates.by_ids(db, ids)).values())


async def kinds(db: Connection) -> list[UpdateKind]:
    return [each.kind for each in await waiting(db)]


async def test_a_series_that_is_new_is_no_change_of_all_its_dates(db: Connection) -> None:
    await say(db, premiere(), episode(2, AIRS + WEEK), series=replace(ONE, trailers=(PV,)))

    assert await waiting(db) == []


async def test_a_premiere_that_moves_is_one_update_and_its_episodes_move_along(db: Connection) -> None:
    series = await say(db, premiere())
    await say(db, premiere(AIRS + WEEK), at=NOW + HOUR)

    (told,) = await waiting(db)
    assert (told.kind, told.changed_at, told.anchor_at) == (UpdateKind.DELAYED, NOW + HOUR, NOW + HOUR + SETTLE_DELAY)
    assert told.announced is not None
    assert (told.announced.old.date.earliest, told.announced.new.date.earliest) == (AIRS, AIRS + WEEK)
    released = await catalogue.releases_of(db, series.id)
    assert {each.release_id for each in told.revisions} == {each.id for each in released}
    assert told.release_id == released[0].id


async def test_episodes_that_a_source_moves_one_by_one_with_the_premiere_are_the_same_update(db: Connection) -> None:
    run = [premiere(), *(episode(number, AIRS + (number - 1) * WEEK) for number in range(2, 7))]
    await say(db, *run)
    moved = [replace(each, date=AirDate.instant((each.date.earliest or NOW) + WEEK)) for each in run]
    await say(db, *moved, at=NOW + HOUR)

    assert await kinds(db) == [UpdateKind.DELAYED]


async def test_a_break_is_one_update_of_the_first_episode_that_slips(db: Connection) -> None:
    run = [premiere(), *(episode(number, AIRS + (number - 1) * WEEK) for number in range(2, 7))]
    series = await say(db, *run)
    slipped = [replace(each, date=AirDate.instant((each.date.earliest or NOW) + WEEK)) for each in run[3:]]
    await say(db, *run[:3], *slipped, at=NOW + HOUR)

    (told,) = await waiting(db)
    released = {each.id: each for each in await catalogue.releases_of(db, series.id)}
    assert told.kind is UpdateKind.BREAK
    assert [released[each.release_id].number for each in told.revisions] == [4, 5, 6]
    assert released[told.release_id or 0].number == 4


async def test_a_change_back_is_silence(db: Connection) -> None:
    await say(db, premiere())
    for turn in range(5):
        at = NOW + (2 * turn + 1) * timedelta(minutes=10)
        await say(db, premiere(AIRS + WEEK), at=at)
        await say(db, premiere(), at=at + timedelta(minutes=10))

    assert await waiting(db) == []
    assert len(list(await db.execute(select(table.c.id)))) == 1


async def test_a_change_after_one_that_was_told_begins_where_that_ended(db: Connection) -> None:
    await say(db, premiere())
    await say(db, premiere(AIRS + WEEK), at=NOW + HOUR)
    await move_watermark(db, NOW + 2 * HOUR)
    await say(db, premiere(), at=NOW + 3 * HOUR)

    first, second = await waiting(db)
    assert (first.kind, second.kind) == (UpdateKind.DELAYED, UpdateKind.BROUGHT_FORWARD)
    assert first.announced is not None
    assert second.announced is not None
    assert second.announced.old == first.announced.new


async def test_a_series_gets_its_first_date(db: Connection) -> None:
    await say(db)
    await say(db, premiere(), at=NOW + HOUR)

    assert await kinds(db) == [UpdateKind.ANNOUNCED]


async def test_episodes_that_become_known_week_by_week_are_no_news(db: Connection) -> None:
    endless = replace(ONE, episodes=None)
    await say(db, premiere(), series=endless)
    for number in range(2, 6):
        await say(db, episode(number, AIRS + (number - 1) * WEEK), series=endless)

    assert await waiting(db) == []


async def test_an_episode_that_became_known_without_a_word_is_told_when_it_slips(db: Connection) -> None:
    endless = replace(ONE, episodes=None)
    await say(db, premiere(), series=endless)
    await say(db, episode(2, AIRS + WEEK), series=endless)
    await say(db, episode(2, AIRS + 2 * WEEK), series=endless)

    assert await kinds(db) == [UpdateKind.BREAK]


async def test_what_is_cancelled_is_told_and_moved_at_once_it_is_one_update(db: Connection) -> None:
    await say(db, premiere())
    await say(db, premiere(AIRS + WEEK, cancelled=True), at=NOW + HOUR)

    (told,) = await waiting(db)
    assert told.kind is UpdateKind.CANCELLED
    assert told.announced is not None
    assert told.announced.old.date.earliest == AIRS


async def test_a_date_of_the_past_is_corrected_without_a_word(db: Connection) -> None:
    old = datetime(2010, 4, 3, 16, tzinfo=UTC)
    await say(db, premiere(old))
    await say(db, premiere(old + timedelta(days=1)), at=NOW + HOUR)

    assert await waiting(db) == []


async def test_what_is_read_in_bulk_is_not_told(db: Connection) -> None:
    await say(db, premiere())
    await say(db, premiere(AIRS + WEEK), series=replace(ONE, trailers=(PV,)), settle_delay=None)

    assert await waiting(db) == []


async def test_a_new_trailer_and_a_new_service_are_told(db: Connection) -> None:
    await say(db, premiere())
    more = replace(ONE, trailers=(PV,), services=(Service("Elsewhere", "https://example.com/one"),))
    await say(db, premiere(), series=more, at=NOW + HOUR)
    await say(db, premiere(), series=more, at=NOW + 2 * HOUR)

    trailer, service = await waiting(db)
    assert (trailer.kind, trailer.new_item, trailer.service) == (
        UpdateKind.TRAILER,
        replace(PV, seen_at=NOW + HOUR),
        None,
    )
    assert (service.kind, service.service) == (UpdateKind.SERVICE, "Elsewhere")


async def test_at_its_first_word_a_source_tells_of_no_trailers(db: Connection) -> None:
    bangumi = replace(ONE, bangumi_id=9)
    await say(db, series=bangumi, origin=Origin.BANGUMI)
    await say(db, series=replace(bangumi, trailers=(PV,)))

    assert await waiting(db) == []


async def test_a_trailer_that_goes_and_comes_again_is_not_told_again(db: Connection) -> None:
    with_pv, with_other = (replace(ONE, trailers=(each,)) for each in (PV, Trailer("CM", "https://youtu.be/two")))
    await say(db, series=with_pv)
    for turn in range(3):
        await say(db, series=with_other, at=NOW + turn * WEEK)
        await say(db, series=with_pv, at=NOW + turn * WEEK + timedelta(minutes=5))

    assert await waiting(db) == []


async def test_a_guilds_own_date_is_told_in_that_guild(db: Connection) -> None:
    series = await say(db, premiere())
    (shared,) = (each for each in await catalogue.releases_of(db, series.id) if each.number == 1)
    (own,) = await catalogue.add_releases(db, [replace(shared, guild_id=7, overrides_id=shared.id)])

    await redate(db, series, own, AirDate.instant(AIRS + WEEK), actor="9", at=NOW, settle_delay=SETTLE_DELAY)
    await say(db, premiere(AIRS + 2 * WEEK))

    assert [each.guild_id for each in await waiting(db)] == [7, None]
