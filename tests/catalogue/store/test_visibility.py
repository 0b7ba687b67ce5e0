"""What a guild sees of the catalogue: the shared rows and its own, without what is hidden or overruled there."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import select, text

from bot.catalogue.model import Series, Titles
from bot.catalogue.records import HIDDEN, Correction
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue, corrections
from bot.catalogue.store.visibility import for_guild, for_guild_sql, hidden_in, owned_by, shared_or_own
from bot.catalogue.tables import releases, series
from bot.database.engine import Connection, Database
from bot.dates.airdate import AirDate

AT = datetime(2024, 1, 1, tzinfo=UTC)


async def fill(db: Connection) -> None:
    """Shared series `a` to `d`: guild 1 has its own `b` and hides `c`; the owners hide `d`, guild 2 has an `e`."""
    shared = {
        slug: await catalogue.save_series(db, Series(0, slug, Titles(english=slug.upper())))
        for slug in ("a", "b", "c", "d")
    }
    for slug, guild_id in (("b", 1), ("e", 2)):
        await catalogue.save_series(db, Series(0, slug, Titles(english=f"Own {slug}")), guild_id=guild_id)
    for slug, hiding in (("c", 1), ("d", None)):
        await corrections.correct(db, shared[slug].id, Correction(HIDDEN, True, 7, AT, hiding))
    premiere = Release(0, shared["a"].id, ReleaseKind.PREMIERE, AirDate.year(2024))
    (stands,) = await catalogue.add_releases(db, [premiere])
    await catalogue.add_releases(db, [replace(premiere, guild_id=1, overrides_id=stands.id)])


@pytest.mark.parametrize(
    ("guild_id", "seen"),
    [
        (None, {("a", None), ("b", None), ("c", None)}),
        (1, {("a", None), ("b", 1)}),
        (2, {("a", None), ("b", None), ("c", None), ("e", 2)}),
    ],
)
async def test_a_guild_sees_what_is_shared_and_its_own(
    database: Database, guild_id: int | None, seen: set[tuple[str, int | None]]
) -> None:
    async with database.write() as db:
        await fill(db)
        built = await db.execute(select(series.c.slug, series.c.guild_id).where(for_guild(series, guild_id)))
        statement = f"SELECT slug, guild_id FROM series WHERE {for_guild_sql(series)}"  # noqa: S608 - our own pieces
        written = await db.execute(text(statement), {"guild_id": guild_id})

        assert {tuple(row) for row in built} == {tuple(row) for row in written} == seen


@pytest.mark.parametrize(("guild_id", "whose"), [(None, {None}), (1, {1}), (2, {None})])
async def test_a_guilds_own_release_stands_in_the_place_of_the_shared_one(
    database: Database, guild_id: int | None, whose: set[int | None]
) -> None:
    async with database.write() as db:
        await fill(db)
        built = await db.scalars(select(releases.c.guild_id).where(for_guild(releases, guild_id)))
        statement = f"SELECT guild_id FROM releases WHERE {for_guild_sql(releases)}"  # noqa: S608 - our own pieces
        written = await db.execute(text(statement), {"guild_id": guild_id})

        assert set(built) == {row.guild_id for row in written} == whose


async def test_what_is_hidden_is_found_by_those_who_hid_it(database: Database) -> None:
    async with database.write() as db:
        await fill(db)
        hidden = select(series.c.slug).where(shared_or_own(series, 1), hidden_in(series.c.id, 1))

        assert set(await db.scalars(hidden)) == {"c", "d"}
        assert set(await db.scalars(select(series.c.slug).where(owned_by(series, 2)))) == {"e"}
        assert set(await db.scalars(select(series.c.slug).where(owned_by(series, None)))) == {"a", "b", "c", "d"}
