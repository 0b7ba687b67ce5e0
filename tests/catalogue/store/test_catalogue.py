from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.catalogue.model import Credit, Format, Series, Service, Source, Titles, Trailer
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue
from bot.conventions.model import Edition, News
from bot.conventions.store import editions as conventions
from bot.conventions.store.news import news_by_ids, news_of, save_news
from bot.database.engine import Database
from bot.dates.airdate import AirDate
from bot.subscriptions.store import watchlist

AT = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
WHOLE = Series(
    id=0,
    slug="whole",
    titles=Titles("Whole", "Hōru", "全", also=("Entire", "整个")),
    format=Format.ONA,
    episodes=3,
    story="A story.",
    studio="A studio",
    anilist_id=1,
    myanimelist_id=2,
    site="https://example.com/",
    credits=(Credit("Director", "A", "B"), Credit("Music", "C")),
    services=(Service("S", "https://example.com/s", AirDate.instant(AT)), Service("T", None, AirDate.month(2024, 2))),
    trailers=(Trailer("One", "https://example.com/1"), Trailer("Two", note="unlinked")),
    sources=(Source("Somewhere", "https://example.com/"),),
)
EXPO = Edition(0, "expo-1", "Expo", "Expo 1", date(2024, 3, 9), date(2024, 3, 10), "America/New_York", "Town", "US")


async def test_a_series_comes_back_as_it_was_stored(database: Database) -> None:
    async with database.write() as db:
        stored = await catalogue.save_series(db, WHOLE)

    async with database.read() as db:
        assert await catalogue.series_by_id(db, stored.id) == stored == replace(WHOLE, id=stored.id)
        assert await catalogue.series_by_slug(db, "whole") == stored
        assert await catalogue.series_by_id(db, 999) is None


async def test_storing_again_replaces_what_stood_under_the_slug(database: Database) -> None:
    async with database.write() as db:
        first = await catalogue.save_series(db, WHOLE)
        second = await catalogue.save_series(db, replace(WHOLE, titles=Titles("Other"), studio=None))

    async with database.read() as db:
        stands = await catalogue.series_by_slug(db, "whole")
    assert second.id == first.id
    assert stands == second
    assert stands.titles.all == ("Other",)


async def test_releases_come_by_date_and_those_without_a_day_last(database: Database) -> None:
    dates = [AirDate.tba(), AirDate.instant(AT), AirDate.year(2023)]
    async with database.write() as db:
        series = await catalogue.save_series(db, WHOLE)
        await catalogue.add_releases(db, [Release(0, series.id, ReleaseKind.HOME_VIDEO, date) for date in dates])

    async with database.read() as db:
        assert [release.date for release in await catalogue.releases_of(db, series.id)] == [
            dates[2],
            dates[1],
            dates[0],
        ]


async def test_a_guilds_own_release_is_seen_there_alone(database: Database) -> None:
    async with database.write() as db:
        series = await catalogue.save_series(db, WHOLE)
        own = Release(0, series.id, ReleaseKind.HOME_VIDEO, AirDate.instant(AT))
        await catalogue.add_releases(db, [replace(own, guild_id=1)])

    async with database.read() as db:
        assert len(await catalogue.releases_of(db, series.id, guild_id=1)) == 1
        assert not await catalogue.releases_of(db, series.id, guild_id=2)
        assert not await catalogue.releases_of(db, series.id)


async def test_the_next_release_is_the_soonest_that_is_not_cancelled(database: Database) -> None:
    async with database.write() as db:
        series = await catalogue.save_series(db, WHOLE)
        numbered = [
            Release(0, series.id, ReleaseKind.EPISODE, AirDate.instant(AT + timedelta(weeks=week)), number=week + 1)
            for week in range(4)
        ]
        numbered[2] = replace(numbered[2], cancelled=True)
        await catalogue.add_releases(db, numbered)

    async with database.read() as db:
        after = await catalogue.next_releases(db, [series.id], AT + timedelta(days=8))
        assert after[series.id].number == 4
        assert await catalogue.next_releases(db, [series.id], AT + timedelta(weeks=9)) == {}


async def test_the_watchlist_keeps_its_order_and_is_each_guilds_own(database: Database) -> None:
    async with database.write() as db:
        a = await catalogue.save_series(db, replace(WHOLE, slug="a"))
        b = await catalogue.save_series(db, replace(WHOLE, slug="b"))
        assert await watchlist.add(db, 1, b.id, by=9, at=AT)
        assert await watchlist.add(db, 1, a.id, by=9, at=AT + timedelta(seconds=1))
        assert not await watchlist.add(db, 1, a.id, by=9, at=AT)
        assert await watchlist.add(db, 2, a.id, by=9, at=AT)
        assert not await watchlist.remove(db, 2, b.id)

    async with database.read() as db:
        part = await watchlist.page(db, 1, adult=True, number=0, size=9)
        assert [series.slug for series in part.page.rows] == [
            "b",
            "a",
        ]
        part = await watchlist.page(db, 2, adult=True, number=0, size=9)
        assert [series.slug for series in part.page.rows] == ["a"]


async def test_an_edition_and_its_news_come_back_as_stored(database: Database) -> None:
    async with database.write() as db:
        series = await catalogue.save_series(db, WHOLE)
        expo = await conventions.save_edition(db, EXPO)
        told = News(0, 0, "Shown", AirDate.day(date(2024, 3, 9), zone=EXPO.zone), people=("A", "B"))
        news = await save_news(db, told, expo, series_id=series.id)
        again = await conventions.save_edition(db, replace(EXPO, venue="Hall"))

    async with database.read() as db:
        found = (await news_by_ids(db, [news.id]))[news.id]
        assert found == (replace(expo, venue="Hall"), replace(news, series_slug="whole"))
        assert again.id == expo.id
        morning = datetime(2024, 3, 9, 14, tzinfo=UTC)
        assert not (await news_of(db, expo, until=morning - timedelta(microseconds=1))).rows
        assert len((await news_of(db, expo, until=morning)).rows) == 1


async def test_a_cancelled_edition_is_known_as_such(database: Database) -> None:
    async with database.write() as db:
        expo = await conventions.save_edition(db, EXPO)
        await db.exec_driver_sql("UPDATE editions SET cancelled = 1")

    async with database.read() as db:
        found = await conventions.editions_by_ids(db, [expo.id])
        assert await conventions.find_edition(db, "expo-1", AT) == found[expo.id] == replace(expo, cancelled=True)


async def test_a_conventions_own_name_means_the_next_edition_or_else_the_last(database: Database) -> None:
    async with database.write() as db:
        for year in (2023, 2024, 2025):
            first = date(year, 3, 9)
            slug = f"expo-{year}"
            await conventions.save_edition(
                db, replace(EXPO, slug=slug, name=f"Expo {year}", first_day=first, last_day=first)
            )

    async with database.read() as db:
        for now, meant in ((2022, 2023), (2024, 2024), (2030, 2025)):
            found = await conventions.find_edition(db, " EXPO ", datetime(now, 1, 1, tzinfo=UTC))
            assert found is not None
            assert found.slug == f"expo-{meant}"
        exact = await conventions.find_edition(db, "expo 2023", datetime(2030, 1, 1, tzinfo=UTC))
        assert exact is not None
        assert exact.slug == "expo-2023"
