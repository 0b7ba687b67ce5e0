"""The watchlist, page by page."""

from datetime import UTC, datetime

import pytest

from bot.catalogue.model import Series, Titles
from bot.catalogue.records import Correction
from bot.catalogue.store import catalogue, corrections
from bot.database.engine import Database
from bot.subscriptions.store import watchlist

AT = datetime(2024, 1, 1, tzinfo=UTC)
GUILD, MANY, SIZE = 1, 20, 8


async def listed(database: Database) -> list[Series]:
    """Twenty series, of which every fourth is for adults."""
    async with database.write() as db:
        every = [
            await catalogue.save_series(db, Series(0, f"s{n}", Titles(english=f"S{n}"), adult=n % 4 == 0))
            for n in range(MANY)
        ]
        for one in every:
            await watchlist.add(db, GUILD, one.id, by=9, at=AT)
    return every


@pytest.mark.parametrize("adult", [True, False])
async def test_the_pages_together_are_the_list(database: Database, adult: bool) -> None:
    every = await listed(database)

    async with database.read() as db:
        parts = [await watchlist.page(db, GUILD, adult=adult, number=n, size=SIZE) for n in range(3 if adult else 2)]

    shown = [one.slug for one in every if adult or not one.adult]
    assert [one.slug for part in parts for one in part.page.rows] == shown
    assert {(part.page.total, part.hidden) for part in parts} == {(len(shown), 0 if adult else 5)}


async def test_beyond_the_end_is_the_last_page(database: Database) -> None:
    await listed(database)

    async with database.read() as db:
        part = await watchlist.page(db, GUILD, adult=True, number=99, size=SIZE)
        assert await watchlist.is_used(db, GUILD)
        assert not await watchlist.is_used(db, GUILD + 1)

    assert (part.page.number, len(part.page.rows)) == (2, 4)


async def test_whether_a_series_is_for_adults_is_what_the_guild_says(database: Database) -> None:
    every = await listed(database)
    async with database.write() as db:
        await corrections.correct(db, every[1].id, Correction("adult", True, 9, AT, GUILD))
        await corrections.correct(db, every[0].id, Correction("adult", True, 9, AT, None))
        await corrections.correct(db, every[0].id, Correction("adult", False, 9, AT, GUILD))

    async with database.read() as db:
        part = await watchlist.page(db, GUILD, adult=False, number=0, size=SIZE)

    assert [one.slug for one in part.page.rows][:2] == ["s0", "s2"]
    assert part.hidden == 5
