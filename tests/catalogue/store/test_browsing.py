from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import event

from bot.catalogue.model import Format, Series, Service, Titles
from bot.catalogue.records import HIDDEN, Correction
from bot.catalogue.releases import (
    Reader,
    Release,
    ReleaseKind,
    SeasonEntry,
    SeasonQuery,
    UpcomingQuery,
    UpcomingRelease,
)
from bot.catalogue.store import browsing, catalogue, corrections
from bot.database.engine import Connection, Database
from bot.dates.airdate import AirDate, BroadcastSeason, Season
from bot.pages import Page
from bot.subscriptions.store import watchlist

NOW = datetime(2024, 2, 1, 12, tzinfo=UTC)
WINTER = BroadcastSeason(2024, Season.WINTER)
HERE, THERE = 1, 2
DAY = timedelta(days=1)


async def known(db: Connection, slug: str, *releases: Release, **facts: object) -> Series:
    whole = replace(Series(0, slug, Titles(slug), year=2024, season=Season.WINTER), **facts)  # type: ignore[arg-type]
    series = await catalogue.save_series(db, whole)
    await catalogue.add_releases(db, [replace(one, series_id=series.id) for one in releases])
    return series


def at(days: float, number: int | None = None, service: str | None = None, *, cancelled: bool = False) -> Release:
    date_ = AirDate.instant(NOW + days * DAY)
    kind = ReleaseKind.PREMIERE if number == 1 else ReleaseKind.EPISODE
    return Release(0, 0, kind, date_, number=number, service=service, cancelled=cancelled)


async def season(
    db: Connection,
    reader: Reader = Reader(None),  # noqa: B008 - frozen
    *,
    number: int = 0,
    size: int = 50,
) -> Page[SeasonEntry]:
    return await browsing.season_page(db, SeasonQuery(WINTER), reader, NOW, number=number, size=size)


def slugs(part: Page[SeasonEntry] | Page[UpcomingRelease]) -> list[str]:
    return [row.series.slug for row in part.rows]


async def test_a_season_is_sorted_by_what_comes_next_and_then_by_popularity(database: Database) -> None:
    async with database.write() as db:
        await known(db, "undated", popularity=5)
        await known(db, "finished", at(-9, 1), at(-2, 2), popularity=9)
        await known(db, "unknown")
        await known(db, "later", at(3, 2))
        await known(db, "on-a-service", at(-9, 1), at(2, 1, "Netflix"))
        await known(db, "sooner", at(-6, 1), at(1, 2), at(0.5, 1, "Netflix"))
        await known(db, "called-off", at(0.1, 1, cancelled=True), popularity=7)
        await known(db, "this-month", Release(0, 0, ReleaseKind.PREMIERE, AirDate.month(2024, 2)))
        await known(db, "today", Release(0, 0, ReleaseKind.FILM, AirDate.day(date(2024, 2, 1))))
        await known(db, "other-season", at(1, 1), season=Season.SPRING)
        await known(db, "other-year", at(1, 1), year=2023)

    async with database.read() as db:
        part = await season(db)

    assert slugs(part) == [
        "today",
        "sooner",
        "on-a-service",
        "later",
        "this-month",
        "finished",
        "called-off",
        "undated",
        "unknown",
    ]
    by_slug = {row.series.slug: row for row in part.rows}
    assert (following := by_slug["sooner"].next) is not None
    assert (following.number, following.service) == (2, None)
    assert (began := by_slug["finished"].first) is not None
    assert by_slug["finished"].next is None
    assert began.number == 1
    assert by_slug["undated"] == SeasonEntry(by_slug["undated"].series, None, None)


async def test_pages_leave_none_out_and_show_none_twice(database: Database) -> None:
    async with database.write() as db:
        for number in range(21):
            await known(db, f"series-{number}", *([at(number, 1)] if number % 2 else []))

    async with database.read() as db:
        pages = [await season(db, number=number, size=8) for number in range(3)]
        beyond = await season(db, number=99, size=8)
        whole = await season(db)

    assert [len(page.rows) for page in pages] == [8, 8, 5]
    assert [slug for page in pages for slug in slugs(page)] == slugs(whole)
    assert len(set(slugs(whole))) == whole.total == 21
    assert (beyond.number, slugs(beyond)) == (2, slugs(pages[2]))


async def test_each_guild_sees_its_own_and_not_what_it_hides(database: Database) -> None:
    async with database.write() as db:
        shared = await known(db, "shared", at(5, 1))
        hidden = await known(db, "hidden", at(6, 1))
        await known(db, "adult", at(7, 1), adult=True)
        own = await known(db, "own", at(8, 1), guild_id=HERE)
        (release,) = await catalogue.releases_of(db, shared.id)
        moved = replace(at(1, 1), series_id=shared.id, guild_id=HERE, overrides_id=release.id)
        await catalogue.add_releases(db, [moved])
        said = Correction(HIDDEN, value=True, by=9, at=NOW, guild_id=HERE)
        await corrections.correct(db, hidden.id, said)

    async with database.read() as db:
        here, there, outside = [await season(db, Reader(guild)) for guild in (HERE, THERE, None)]
        grown_up = await season(db, Reader(THERE, adult=True))
        ahead_here = await upcoming(db, Reader(HERE))
        ahead_there = await upcoming(db, Reader(THERE))

    assert slugs(here) == ["shared", "own"]
    assert slugs(there) == slugs(outside) == ["shared", "hidden"]
    assert slugs(grown_up) == ["shared", "hidden", "adult"]
    assert own.guild_id == HERE
    assert slugs(ahead_here) == ["shared", "own"]
    assert slugs(ahead_there) == ["shared", "hidden"]
    assert (ahead_here.rows[0].first.date.earliest, ahead_there.rows[0].first.date.earliest) == (
        NOW + DAY,
        NOW + 5 * DAY,
    )


async def upcoming(
    db: Connection,
    reader: Reader = Reader(None),  # noqa: B008 - frozen
    *,
    days: float = 60,
    number: int = 0,
    size: int = 50,
    service: str | None = None,
    watched: bool = False,
) -> Page[UpcomingRelease]:
    among = watchlist.series_ids(reader.guild_id or 0) if watched else None
    wanted = UpcomingQuery.ahead(NOW, NOW + days * DAY, service)
    return await browsing.upcoming_page(db, wanted, reader, number=number, size=size, among=among)


async def test_a_season_is_narrowed_to_a_format_a_service_and_a_watchlist(database: Database) -> None:
    odd = 'd"%_アニメ\\'
    async with database.write() as db:
        film = await known(db, "film", format=Format.FILM, services=(Service("Netflix", regions=("US",)), Service(odd)))
        await known(db, "show", services=(Service("Netflix"),))
        await known(db, "elsewhere", services=(Service("Netflix Japan"), Service("d", "https://a.example/Netflix")))
        await known(db, "other", services=(Service("Hulu"),), season=Season.SPRING)
        await watchlist.add(db, HERE, film.id, by=1, at=NOW)

    async with database.read() as db:

        async def found(*asked: object, watched: bool = False) -> list[str]:
            query = SeasonQuery(WINTER, *asked)  # type: ignore[arg-type]
            among = watchlist.series_ids(HERE) if watched else None
            page = await browsing.season_page(db, query, Reader(HERE), NOW, number=0, size=50, among=among)
            return slugs(page)

        assert await found(Format.FILM) == ["film"]
        assert await found(None, "Netflix") == ["film", "show"]
        assert await found(None, odd) == ["film"]
        assert await found(Format.TV, "Netflix") == ["show"]
        assert await found(watched=True) == ["film"]
        assert await found(Format.TV, watched=True) == []
        services = await browsing.services_of_season(db, WINTER, Reader(None))
        assert services == ["Netflix", "Netflix Japan", "d", odd]


async def test_what_comes_out_is_listed_by_date_and_by_service(database: Database) -> None:
    async with database.write() as db:
        await known(db, "b", at(2, 4), at(2.5, 4, "Netflix"), at(9, 5))
        await known(db, "a", at(-0.1, 3), at(1, 3, cancelled=True), at(3, 4), at(3, 4, "Crunchyroll"))
        await known(db, "day", Release(0, 0, ReleaseKind.FILM, AirDate.day(date(2024, 2, 1))))
        await known(db, "vague", Release(0, 0, ReleaseKind.FILM, AirDate.month(2024, 2)))

    async with database.read() as db:
        assert slugs(await upcoming(db)) == ["day", "b", "a", "b"]
        assert slugs(await upcoming(db, days=7)) == ["day", "b", "a"]
        assert slugs(await upcoming(db, service="Netflix")) == ["b"]
        assert slugs(await upcoming(db, service="netflix")) == []
        assert await browsing.services_ahead(db, NOW, NOW + 60 * DAY) == ["Crunchyroll", "Netflix"]
        assert await browsing.services_ahead(db, NOW, NOW + 2.6 * DAY) == ["Netflix"]


async def test_a_day_is_what_comes_out_from_midnight_to_midnight_in_a_place(database: Database) -> None:
    """At 2:00 clocks go on to 3:00 in Berlin on 31 March 2024: the day has 23 hours."""
    midnight = datetime(2024, 3, 30, 23, tzinfo=UTC)
    hours = {"before": -1 / 60, "midnight": 0, "noon": 11, "last": 23 - 1 / 60, "next": 23}
    async with database.write() as db:
        for slug, after in hours.items():
            await known(db, slug, at((midnight - NOW) / DAY + after / 24))

    async with database.read() as db:
        query = UpcomingQuery.of_day(date(2024, 3, 31), "Europe/Berlin")
        assert slugs(await browsing.upcoming_page(db, query, Reader(None), number=0, size=50)) == [
            "midnight",
            "noon",
            "last",
        ]


async def test_episodes_that_come_out_at_once_are_one_row(database: Database) -> None:
    async with database.write() as db:
        await known(db, "batch", *(at(1, number) for number in range(1, 13)))
        await known(db, "single", at(1, 4), replace(at(1), kind=ReleaseKind.FILM))

    async with database.read() as db:
        part = await upcoming(db)

    assert part.total == 3
    told = {(row.series.slug, row.first.number, row.last.number) for row in part.rows}
    assert told == {("batch", 1, 12), ("single", 4, 4), ("single", None, None)}


async def test_the_watchlist_narrows_to_the_guilds_own(database: Database) -> None:
    async with database.write() as db:
        for slug in ("a", "b"):
            await known(db, slug, at(1, 1))
        found = await catalogue.series_by_slug(db, "b")
        assert found is not None
        await watchlist.add(db, HERE, found.id, by=9, at=NOW)

    async with database.read() as db:
        assert slugs(await upcoming(db, Reader(HERE), watched=True)) == ["b"]
        assert slugs(await upcoming(db, Reader(THERE), watched=True)) == []
        assert slugs(await upcoming(db, Reader(HERE))) == ["a", "b"]


async def test_pages_are_read_by_indexes(database: Database) -> None:
    """No list reads all releases or all series; each takes few statements, however many rows there are."""
    asked: list[tuple[str, tuple[object, ...]]] = []
    async with database.write() as db:
        await known(db, "one", at(1, 1))
    async with database.read() as db:
        sync = db.sync_connection
        assert sync is not None

        @event.listens_for(sync, "before_cursor_execute")
        def keep(_c: object, _cursor: object, statement: str, values: tuple[object, ...], *_: object) -> None:
            asked.append((statement, values))

        await season(db, Reader(HERE))
        assert len(asked) == 5
        await upcoming(db, Reader(HERE))
        assert len(asked) == 10
        await browsing.episodes_page(db, 1, NOW, guild_id=HERE, number=None, size=12)
        assert len(asked) == 13
        event.remove(sync, "before_cursor_execute", keep)
        for statement, values in asked:
            plan = await db.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            steps = [str(row.detail) for row in plan]
            assert not [step for step in steps if step in {"SCAN releases", "SCAN series"}], statement


async def test_episodes_open_where_the_next_one_stands(database: Database) -> None:
    async with database.write() as db:
        numbered = [at(number - 20, number) for number in range(1, 31)]
        late = [at(number - 10, number, "Netflix") for number in range(1, 31)]
        series = await known(db, "long", *numbered, *late, at(1))
        bare = await known(db, "bare")

    async with database.read() as db:

        async def page(number: int | None, series_id: int = series.id, now: datetime = NOW) -> browsing.Episodes:
            return await browsing.episodes_page(db, series_id, now, guild_id=HERE, number=number, size=12)

        opened = await page(None)
        assert opened.page == Page([str(number) for number in range(13, 25)], 1, 2, 30)
        assert list(opened.releases) == opened.page.rows
        assert [one.service for one in opened.releases["13"]] == [None, "Netflix"]
        assert list((await page(99)).releases) == [str(number) for number in range(25, 31)]
        assert (await page(None, now=NOW + 90 * DAY)).page.number == 0
        assert await page(None, bare.id) == browsing.Episodes(Page([], 0, 0, 0), {})
