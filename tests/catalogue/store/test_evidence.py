"""When a source last said again what it says: noted for all of its series at once."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.catalogue.actions import confirm_series, merge_records
from bot.catalogue.model import Origin, Series, Titles
from bot.catalogue.records import SourceRecord
from bot.catalogue.store import evidence
from tests.database.stores import open_new

NOW = datetime(2024, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


async def test_hundreds_that_say_the_same_are_confirmed_and_nothing_else_is_written(tmp_path: Path) -> None:
    database = await open_new(tmp_path / "yokoku.db", lambda: NOW)
    records = [
        SourceRecord(Origin.ANILIST, Series(0, "", Titles(english=f"No. {number}"), anilist_id=number))
        for number in range(1, 501)
    ]
    first = await merge_records(database, records, lambda: NOW)
    again = await merge_records(database, records, lambda: NOW + HOUR)
    assert (first.added, again.same) == (500, 500)

    ids = (first.merged[0].id, first.merged[-1].id)
    for at, confirmed in ((NOW + HOUR, NOW + HOUR), (NOW + HOUR + timedelta(minutes=1), NOW + HOUR), (NOW, NOW)):
        await confirm_series(database, Origin.ANILIST, again.ids, at)
        async with database.read() as db:
            for series_id in ids:
                assert await evidence.confirmations(db, series_id) == {Origin.ANILIST: confirmed}
    await confirm_series(database, Origin.BANGUMI, again.ids, NOW + 9 * HOUR)
    async with database.read() as db:
        assert await evidence.confirmations(db, ids[0]) == {Origin.ANILIST: NOW}
    await database.close()
