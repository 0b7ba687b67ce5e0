"""A store that was filled when titles kept their entities and http addresses were left out, and what imports mend."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.catalogue.actions import merge_records
from bot.catalogue.model import Origin, Series, Service, Titles
from bot.catalogue.records import SourceRecord
from bot.catalogue.sources import bangumi
from bot.catalogue.store import aliases, catalogue, search
from bot.database.engine import Database
from tests.catalogue.merging import merge_one
from tests.database.stores import open_new

NOW = datetime(2024, 1, 3, tzinfo=UTC)
META = {
    "bangumi": {"title": "Bangumi", "urlTemplate": "https://bangumi.tv/subject/{{id}}", "type": "info"},
    "iqiyi": {"title": "爱奇艺", "urlTemplate": "https://www.iqiyi.com/{{id}}.html", "type": "onair"},
    "old": {"title": "Old TV", "urlTemplate": "", "type": "onair"},
}
ITEM = {
    "title": "TIGER &amp; BUNNY 2",
    "titleTranslate": {"zh-Hans": ["&lt;虎&gt;与兔"]},
    "type": "tv",
    "lang": "ja",
    "officialSite": "http://www.tigerandbunny.example/(2)",
    "begin": "2022-04-08T07:00:00.000Z",
    "end": "2022-06-30T07:00:00.000Z",
    "sites": [
        {"site": "bangumi", "id": "279321"},
        {"site": "old", "id": "1", "url": "http://old.example/tv?a=1&amp;b"},
        {"site": "iqiyi", "id": "", "url": "http://www.iqiyi.com/a_1.html"},
    ],
}
READ = bangumi.read({"siteMeta": META, "items": [ITEM]}).statements

Take = Callable[[Database, SourceRecord], Awaitable[None]]


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await open_new(tmp_path / "yokoku.db", lambda: NOW)
    yield opened
    await opened.close()


async def at_once(database: Database, statement: SourceRecord) -> None:
    await merge_records(database, [statement], lambda: NOW)


async def by_itself(database: Database, statement: SourceRecord) -> None:
    async with database.write() as db:
        await merge_one(db, statement, at=NOW)


def as_it_was(statement: SourceRecord) -> SourceRecord:
    """The statement as it was read before."""
    garbled = Titles(native="TIGER &amp; BUNNY 2", also=("&lt;虎&gt;与兔",))
    services = tuple(Service(each.name, None, each.since, each.regions) for each in statement.series.services)
    return replace(statement, series=replace(statement.series, titles=garbled, site=None, services=services))


async def found(database: Database, typed: str) -> list[Series]:
    async with database.read() as db:
        return list(await search.find(db, typed))


@pytest.mark.parametrize("way", [at_once, by_itself])
async def test_an_import_mends_titles_slugs_and_addresses(database: Database, way: Take) -> None:
    (statement,) = READ
    await way(database, as_it_was(statement))
    (before,) = await found(database, "tiger-amp-bunny-2")
    assert (before.slug, before.site, {each.url for each in before.services}) == ("tiger-amp-bunny-2", None, {None})

    await way(database, statement)

    (now,) = await found(database, "tiger-bunny-2")
    assert (now.id, now.slug) == (before.id, "tiger-bunny-2")
    assert now.titles == Titles(native="TIGER & BUNNY 2", also=("<虎>与兔",))
    assert now.site == "http://www.tigerandbunny.example/%282%29"
    assert {each.name: each.url for each in now.services} == {
        "Old TV": "http://old.example/tv?a=1&b",
        "iQIYI": "https://www.iqiyi.com/a_1.html",
    }
    for typed in ("tiger-amp-bunny-2", "TIGER & BUNNY 2", "tiger bunny 2"):
        assert [each.id for each in await found(database, typed)] == [before.id], typed
    again = await merge_records(database, READ, lambda: NOW + timedelta(days=1))
    assert (again.added, again.changed, again.same) == (0, 0, 1)


async def test_a_slug_that_another_has_is_left_to_it_and_the_next_one_taken(database: Database) -> None:
    (statement,) = READ
    await by_itself(database, as_it_was(statement))
    other = Series(0, "", Titles(english="Tiger Bunny 2"), anilist_id=9)
    await by_itself(database, SourceRecord(Origin.ANILIST, other))

    await at_once(database, statement)

    assert [each.slug for each in await found(database, "tiger-amp-bunny-2")] == ["tiger-bunny-2-2022"]
    assert [each.anilist_id for each in await found(database, "tiger-bunny-2")] == [9]


async def test_a_slug_that_tells_of_no_entity_stays_whatever_becomes_of_the_title(database: Database) -> None:
    one = SourceRecord(Origin.BANGUMI, Series(0, "", Titles(native="One"), bangumi_id=1))
    for way, title in ((by_itself, "Two"), (at_once, "Three &amp; more")):
        await way(database, one)
        await way(database, replace(one, series=replace(one.series, titles=Titles(native=title))))

    async with database.read() as db:
        known = await catalogue.series_by_slug(db, "one")
        assert known is not None
        assert known.titles.main == "Three &amp; more"
        assert await aliases.shared_of(db, known.id) == []
