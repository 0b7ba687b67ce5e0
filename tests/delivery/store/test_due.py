"""What comes due: the watermark, the range scan, the fan-out and who wants what."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.model import Series, Titles
from bot.catalogue.releases import WEEKLY, Release, ReleaseKind
from bot.catalogue.store import catalogue
from bot.catalogue.store.records import dated_values
from bot.catalogue.tables import releases
from bot.conventions.model import Edition, News
from bot.conventions.store import editions as conventions
from bot.conventions.store.news import save_news
from bot.database.engine import Database
from bot.dates.airdate import AirDate, Precision
from bot.delivery.scan import ScanResult, scan
from bot.delivery.store import due, lookahead
from bot.delivery.tables import deliveries
from bot.subscriptions.model import DEFAULT_LEADS, Lead, Subscription, Topic
from bot.subscriptions.store import channels
from bot.subscriptions.tables import watchlist
from tests.still_clock import StillClock

PREMIERE = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
WEEK, DAY, HOUR = timedelta(weeks=1), timedelta(days=1), timedelta(hours=1)
LONG_AGO = datetime(2023, 1, 1, tzinfo=UTC)


async def a_series(db: AsyncConnection, slug: str = "metallic-rouge") -> Series:
    return await catalogue.save_series(db, Series(0, slug, Titles(english=slug)))


async def a_release(
    db: AsyncConnection, series: Series, when: AirDate, kind: ReleaseKind = ReleaseKind.PREMIERE, number: int = 1
) -> Release:
    (added,) = await catalogue.add_releases(db, [Release(0, series.id, kind, when, number=number)])
    return added


async def subscribed(
    db: AsyncConnection,
    channel: int,
    topic: Topic = Topic.RELEASES,
    *,
    guild: int = 1,
    series: Series | None = None,
    leads: tuple[Lead, ...] = DEFAULT_LEADS,
    at: datetime = LONG_AGO,
) -> Subscription:
    wanted = Subscription(0, guild, channel, topic, leads, 9, at, series_id=series.id if series else None)
    return (await channels.subscribe(db, wanted))[0]


async def watched(db: AsyncConnection, series: Series, *, guild: int = 1) -> None:
    await db.execute(insert(watchlist).values(guild_id=guild, series_id=series.id, added_by=9, added_at=LONG_AGO))


async def premiere_for_channel_7(database: Database) -> Release:
    async with database.write() as db:
        series = await a_series(db)
        release = await a_release(db, series, AirDate.instant(PREMIERE))
        await watched(db, series)
        await subscribed(db, 7)
    return release


async def leads_posted(database: Database, channel: int = 7) -> list[timedelta]:
    async with database.read() as db:
        rows = await db.execute(
            select(deliveries.c.lead).where(deliveries.c.channel_id == channel).order_by(deliveries.c.lead.desc())
        )
        return list(rows.scalars())


async def test_the_first_look_posts_nothing_of_the_past(database: Database, clock: StillClock) -> None:
    await premiere_for_channel_7(database)
    clock.at = PREMIERE + HOUR

    assert await scan(database, clock) == ScanResult(0, None)
    assert await scan(database, clock) == ScanResult(0, None)


async def test_each_step_comes_due_at_its_instant_and_once(database: Database, clock: StillClock) -> None:
    await premiere_for_channel_7(database)
    clock.at = PREMIERE - WEEK - timedelta(seconds=1)
    assert await scan(database, clock) == ScanResult(0, PREMIERE - WEEK)

    clock.at = PREMIERE - WEEK
    assert (await scan(database, clock)).made == 1
    assert (await scan(database, clock)).made == 0

    clock.at = PREMIERE - DAY - timedelta(microseconds=1)
    assert await scan(database, clock) == ScanResult(0, PREMIERE - DAY)

    clock.at = PREMIERE
    assert (await scan(database, clock)).made == 3
    assert await leads_posted(database) == [WEEK, DAY, HOUR, timedelta(0)]


async def test_what_is_due_by_now_wakes_nobody(database: Database, clock: StillClock) -> None:
    """Whoever sends it goes on by itself; only what is to be tried later, or comes due later, is looked for."""
    await premiere_for_channel_7(database)
    clock.at = PREMIERE - WEEK - HOUR
    await scan(database, clock)
    clock.at = PREMIERE - HOUR
    assert await scan(database, clock) == ScanResult(3, PREMIERE)
    assert await scan(database, clock) == ScanResult(0, PREMIERE)

    again = clock.at + timedelta(minutes=2)
    async with database.write() as db:
        await db.execute(update(deliveries).where(deliveries.c.lead == HOUR).values(next_try_at=again))
    assert await scan(database, clock) == ScanResult(0, again)
    clock.at = again
    assert await scan(database, clock) == ScanResult(0, PREMIERE)


async def test_a_long_absence_is_one_longer_range(database: Database, clock: StillClock) -> None:
    await premiere_for_channel_7(database)
    clock.at = PREMIERE - 10 * DAY
    await scan(database, clock)

    clock.at = PREMIERE + 30 * DAY
    assert (await scan(database, clock)).made == 4


async def test_a_clock_set_back_posts_nothing_twice_and_misses_nothing(database: Database, clock: StillClock) -> None:
    await premiere_for_channel_7(database)
    clock.at = PREMIERE - 10 * DAY
    await scan(database, clock)
    clock.at = PREMIERE
    assert (await scan(database, clock)).made == 4

    clock.at = PREMIERE - 2 * DAY
    assert (await scan(database, clock)).made == 0
    async with database.write() as db:
        await subscribed(db, 8, at=clock.at)
    clock.at = PREMIERE
    await scan(database, clock)
    assert await leads_posted(database) == [WEEK, DAY, HOUR, timedelta(0)]
    assert await leads_posted(database, 8) == [DAY, HOUR, timedelta(0)]


async def test_who_subscribed_before_the_clock_was_set_back_is_told_all_that_is_due_from_then_on(
    database: Database, clock: StillClock
) -> None:
    """However long nobody looks after that."""
    await premiere_for_channel_7(database)
    clock.at = PREMIERE - HOUR / 2
    await scan(database, clock)
    async with database.write() as db:
        await subscribed(db, 8, at=clock.at)
    clock.at = PREMIERE - 2 * DAY
    await scan(database, clock)

    clock.at = PREMIERE
    await scan(database, clock)
    assert await leads_posted(database, 8) == [DAY, HOUR, timedelta(0)]


async def test_what_failed_while_the_clock_was_ahead_between_two_looks_is_tried_now(
    database: Database, clock: StillClock
) -> None:
    await premiere_for_channel_7(database)
    clock.at = PREMIERE - HOUR * 2
    await scan(database, clock)
    clock.at = PREMIERE
    await scan(database, clock)
    async with database.write() as db:
        await db.execute(update(deliveries).values(next_try_at=PREMIERE + DAY))

    clock.at = PREMIERE + timedelta(seconds=30)
    assert (await scan(database, clock)).next_due is None
    async with database.read() as db:
        assert (await db.execute(select(deliveries.c.next_try_at).distinct())).scalars().all() == [clock.at]


async def test_a_new_subscription_is_not_told_what_was_due_before_it(database: Database, clock: StillClock) -> None:
    await premiere_for_channel_7(database)
    clock.at = PREMIERE - 10 * DAY
    await scan(database, clock)
    async with database.write() as db:
        await subscribed(db, 8, at=PREMIERE - DAY)

    clock.at = PREMIERE
    await scan(database, clock)

    assert await leads_posted(database, 8) == [HOUR, timedelta(0)]


async def test_a_date_that_moves_gets_a_new_countdown(database: Database, clock: StillClock) -> None:
    release = await premiere_for_channel_7(database)
    clock.at = PREMIERE - 10 * DAY
    await scan(database, clock)
    clock.at = PREMIERE - 6 * DAY
    assert (await scan(database, clock)).made == 1

    async with database.write() as db:
        moved = dated_values(AirDate.instant(PREMIERE + WEEK))
        await db.execute(update(releases).where(releases.c.id == release.id).values(moved))
    clock.at = PREMIERE + WEEK
    assert (await scan(database, clock)).made == 4


async def test_episodes_come_at_their_moment_only_unless_leads_were_chosen(
    database: Database, clock: StillClock
) -> None:
    async with database.write() as db:
        series = await a_series(db)
        await a_release(db, series, AirDate.instant(PREMIERE), ReleaseKind.EPISODE, 2)
        await watched(db, series)
        await subscribed(db, 7)
        await subscribed(db, 8, leads=(Lead(HOUR, episodes=True),))
    clock.at = PREMIERE - 10 * DAY
    await scan(database, clock)
    clock.at = PREMIERE
    await scan(database, clock)

    assert await leads_posted(database, 7) == [timedelta(0)]
    assert await leads_posted(database, 8) == [HOUR]


@pytest.mark.parametrize("kind", sorted(set(ReleaseKind) - set(WEEKLY)))
async def test_what_is_rarer_than_episodes_is_counted_down(
    database: Database, clock: StillClock, kind: ReleaseKind
) -> None:
    async with database.write() as db:
        series = await a_series(db)
        await a_release(db, series, AirDate.instant(PREMIERE), kind)
        await watched(db, series)
        await subscribed(db, 7)
    clock.at = PREMIERE - 10 * DAY
    await scan(database, clock)
    clock.at = PREMIERE
    await scan(database, clock)

    assert await leads_posted(database, 7) == [lead.before for lead in DEFAULT_LEADS]


@pytest.mark.parametrize(
    ("when", "steps"),
    [
        (AirDate.instant(PREMIERE), [WEEK, DAY, HOUR, timedelta(0)]),
        (AirDate.day(date(2024, 1, 11)), [WEEK, DAY, timedelta(0)]),
        (AirDate.month(2024, 1), []),
        (AirDate.tba(), []),
    ],
)
async def test_a_countdown_is_never_more_exact_than_the_date(
    database: Database, clock: StillClock, when: AirDate, steps: list[timedelta]
) -> None:
    async with database.write() as db:
        series = await a_series(db)
        await a_release(db, series, when)
        await watched(db, series)
        await subscribed(db, 7)
    clock.at = datetime(2023, 6, 1, tzinfo=UTC)
    await scan(database, clock)
    clock.at = datetime(2024, 6, 1, tzinfo=UTC)
    await scan(database, clock)

    assert await leads_posted(database) == steps


async def test_only_what_a_guild_watches_or_asked_for_is_posted(database: Database, clock: StillClock) -> None:
    async with database.write() as db:
        watched_one, other = await a_series(db), await a_series(db, "another")
        for series in (watched_one, other):
            await a_release(db, series, AirDate.instant(PREMIERE))
        await watched(db, watched_one)
        moment = (Lead(timedelta(0), episodes=True),)
        await subscribed(db, 7, leads=moment)
        await subscribed(db, 8, series=other, leads=moment)
        await subscribed(db, 9, Topic.CONVENTIONS, leads=moment)
        await subscribed(db, 10, guild=2, leads=moment)
    clock.at = PREMIERE - DAY
    await scan(database, clock)
    clock.at = PREMIERE
    await scan(database, clock)

    async with database.read() as db:
        posted = (await db.execute(select(deliveries.c.channel_id))).scalars().all()
    assert sorted(posted) == [7, 8]


async def test_a_channel_with_two_subscriptions_to_one_series_is_told_by_the_narrower(
    database: Database, clock: StillClock
) -> None:
    await premiere_for_channel_7(database)
    async with database.write() as db:
        narrow = await subscribed(db, 7, series=await a_series(db), leads=(Lead(timedelta(0), episodes=True),))
    clock.at = PREMIERE - DAY * 10
    await scan(database, clock)
    clock.at = PREMIERE
    await scan(database, clock)

    async with database.read() as db:
        rows = (await db.execute(select(deliveries.c.subscription_id, deliveries.c.lead))).all()
    assert [tuple(row) for row in rows] == [(narrow.id, timedelta(0))]


async def test_a_cancelled_release_is_not_due(database: Database, clock: StillClock) -> None:
    release = await premiere_for_channel_7(database)
    async with database.write() as db:
        await db.execute(update(releases).where(releases.c.id == release.id).values(cancelled=True))
    clock.at = PREMIERE - DAY
    assert (await scan(database, clock)).next_due is None
    clock.at = PREMIERE
    assert (await scan(database, clock)).made == 0


async def test_a_convention_opens_at_nine_there_and_its_news_comes_after_it(
    database: Database, clock: StillClock
) -> None:
    expo = Edition(
        id=0,
        slug="anime-expo-2023",
        convention="Anime Expo",
        name="Anime Expo 2023",
        first_day=date(2023, 7, 1),
        last_day=date(2023, 7, 4),
        zone="America/Los_Angeles",
        city="Los Angeles",
        country="US",
    )
    async with database.write() as db:
        held = await conventions.save_edition(db, expo)
        news = News(0, held.id, "A trailer was shown", AirDate.month(2023, 7, zone=held.zone))
        await save_news(db, news, held)
        await subscribed(db, 7, Topic.CONVENTIONS, leads=(Lead(DAY, episodes=True),))
    nine_there = datetime(2023, 7, 1, 16, tzinfo=UTC)
    clock.at = nine_there - 2 * DAY
    assert (await scan(database, clock)).next_due == nine_there - DAY
    clock.at = nine_there
    assert (await scan(database, clock)).made == 1

    clock.at = datetime(2023, 7, 5, 16, tzinfo=UTC)
    assert (await scan(database, clock)).made == 1
    assert await leads_posted(database) == [DAY, timedelta(0)]


async def test_an_edition_without_days_is_never_due(database: Database, clock: StillClock) -> None:
    in_april = Edition(
        0, "con", "Con", "Con 2024", date(2024, 4, 1), date(2024, 4, 30), "UTC", "Town", "DE", precision=Precision.MONTH
    )
    async with database.write() as db:
        held = await conventions.save_edition(db, in_april)
        await subscribed(db, 7, Topic.CONVENTIONS)
    clock.at = held.opens_at - 8 * DAY
    assert (await scan(database, clock)).next_due is None
    clock.at = held.opens_at
    assert (await scan(database, clock)).made == 0

    async with database.write() as db:
        dated = replace(held, first_day=date(2024, 4, 12), last_day=date(2024, 4, 14), precision=Precision.DAY)
        await conventions.save_edition(db, dated)
    clock.at = dated.opens_at
    assert (await scan(database, clock)).made >= 1


async def test_a_paused_subscription_keeps_what_is_due(database: Database, clock: StillClock) -> None:
    await premiere_for_channel_7(database)
    async with database.write() as db:
        await db.execute(text("UPDATE subscriptions SET paused_reason = 'the channel was deleted'"))
    clock.at = PREMIERE - HOUR * 2
    await scan(database, clock)
    clock.at = PREMIERE
    assert (await scan(database, clock)).made == 2

    async with database.read() as db:
        assert (await db.execute(select(deliveries.c.next_try_at))).scalars().all() == [None, None]


@pytest.mark.parametrize("topic", list(Topic))
async def test_a_range_scan_reads_only_what_is_due(database: Database, topic: Topic) -> None:
    """Each part of the scan and of the look ahead is a search of an index by its date."""
    async with database.write() as db:
        await subscribed(db, 7, topic)
        statements: list[str] = []
        await due.due_between(db, LONG_AGO, LONG_AGO + DAY, [DAY])
        await lookahead.next_due_after(db, LONG_AGO, [DAY])
        for table in ("releases", "editions", "news"):
            plan = await db.execute(
                text(f"EXPLAIN QUERY PLAN SELECT id FROM {table} WHERE anchor_at > 1 AND anchor_at <= 2")  # noqa: S608
            )
            statements += [row.detail for row in plan]
        for column in ("anchor_at", "review_at"):
            plan = await db.execute(
                text(f"EXPLAIN QUERY PLAN SELECT id FROM feed_posts WHERE {column} > 1 AND {column} <= 2")  # noqa: S608
            )
            statements += [row.detail.replace("review_at", "anchor_at") for row in plan]

    assert all("SEARCH" in detail and "anchor_at>? AND anchor_at<?" in detail for detail in statements)
