"""Who is told of which update."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, insert, select, update

from bot.catalogue.model import Format, RelatedEntry, Relation, Series, Service, Trailer
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.revisions import Plan, Revision, UpdateKind
from bot.catalogue.store import catalogue, updates
from bot.catalogue.tables import updates as table
from bot.catalogue.updates import Item, Update
from bot.database.engine import Connection, Database
from bot.dates.airdate import AirDate
from bot.delivery.scan import scan
from bot.delivery.store import forecast
from bot.delivery.tables import deliveries
from bot.subscriptions.model import Lead, Topic
from bot.subscriptions.store import channels
from bot.subscriptions.tables import subscription_choices
from tests.delivery.store.test_due import a_series, subscribed, watched
from tests.still_clock import StillClock

NOW = datetime(2024, 1, 1, tzinfo=UTC)
AIRS = datetime(2024, 6, 10, 16, 25, tzinfo=UTC)
DUE = NOW + timedelta(minutes=30)
NO_EPISODES = (Lead(timedelta(days=1), episodes=False),)


async def _store(db: Connection, update: Update) -> None:
    """Store an update over itself, or as a new one."""
    await db.execute(delete(table).where(table.c.id == update.id))
    await db.execute(insert(table).values({"id": update.id or None, **updates.update_values(update)}))


async def moves(
    db: Connection,
    series: Series,
    kind: ReleaseKind = ReleaseKind.PREMIERE,
    *,
    service: str | None = None,
    guild_id: int | None = None,
    as_: UpdateKind = UpdateKind.DELAYED,
) -> Release:
    """A release of a series that moves by a week, which is to be told."""
    new = Release(0, series.id, kind, AirDate.instant(AIRS), number=2, service=service, guild_id=guild_id)
    (release,) = await catalogue.add_releases(db, [new])
    later = Revision(release.id, Plan(release.date), Plan(AirDate.instant(AIRS + timedelta(weeks=1))))
    update = Update(0, series.id, as_, NOW, DUE, release.id, service, (later,), guild_id=guild_id)
    await _store(db, update)
    return release


async def comes(db: Connection, series: Series, item: Item) -> None:
    kinds = {Trailer: UpdateKind.TRAILER, Service: UpdateKind.SERVICE, RelatedEntry: UpdateKind.SEQUEL}
    kind = kinds[type(item)]
    service = item.name if isinstance(item, Service) else None
    await _store(db, Update(0, series.id, kind, NOW, DUE, service=service, new_item=item))


async def chooses(db: Connection, subscription_id: int, about: str, *values: str) -> None:
    rows = [{"subscription_id": subscription_id, "about": about, "value": value} for value in values]
    await db.execute(insert(subscription_choices), rows)


async def told(database: Database, clock: StillClock) -> list[int]:
    """The channels that are told something, once all has stood."""
    clock.at = NOW
    await scan(database, clock)
    return await told_by_then(database, clock)


async def told_by_then(database: Database, clock: StillClock) -> list[int]:
    """The channels that are told something by a look at the instant when it is due."""
    clock.at = DUE
    await scan(database, clock)
    async with database.read() as db:
        return list((await db.execute(select(deliveries.c.channel_id).order_by(deliveries.c.channel_id))).scalars())


async def test_who_gets_a_series_releases_is_told_what_becomes_of_it(database: Database, clock: StillClock) -> None:
    async with database.write() as db:
        one, other = await a_series(db), await a_series(db, "other")
        await watched(db, one)
        await subscribed(db, 7)
        await subscribed(db, 8, series=one)
        await subscribed(db, 9, series=other)
        await subscribed(db, 10, guild=2)  # its watchlist is empty
        await subscribed(db, 11, Topic.CONVENTIONS)
        await moves(db, one)

    assert await told(database, clock) == [7, 8]


async def test_what_was_withdrawn_is_not_told(database: Database, clock: StillClock) -> None:
    async with database.write() as db:
        one = await a_series(db)
        await subscribed(db, 7, series=one)
        await moves(db, one)
        (update,) = (await updates.by_ids(db, [1])).values()
        await _store(db, replace(update, withdrawn=True))

    assert await told(database, clock) == []


async def test_a_channel_that_switched_a_kind_off_is_not_told_of_it(database: Database, clock: StillClock) -> None:
    async with database.write() as db:
        one = await a_series(db)
        await watched(db, one)
        for channel, untold in ((7, UpdateKind.DELAYED), (8, UpdateKind.TRAILER)):
            await chooses(db, (await subscribed(db, channel, series=one)).id, "untold", untold.value)
        await subscribed(db, 7)  # nor by the watchlist's subscription
        await moves(db, one)

    assert await told(database, clock) == [8]


@pytest.mark.parametrize(
    ("service", "chosen", "is_told"),
    [
        (None, (), True),
        (None, ("Elsewhere",), False),
        ("Elsewhere", (), False),
        ("Elsewhere", ("Elsewhere",), True),
        ("Elsewhere", ("Nowhere",), False),
    ],
)
async def test_dates_are_told_of_the_services_that_a_channel_chose(
    database: Database, clock: StillClock, service: str | None, chosen: tuple[str, ...], is_told: bool
) -> None:
    async with database.write() as db:
        one = await a_series(db)
        subscription = await subscribed(db, 7, series=one)
        if chosen:
            await chooses(db, subscription.id, "service", *chosen)
        await moves(db, one, service=service)

    assert await told(database, clock) == ([7] if is_told else [])


@pytest.mark.parametrize(
    ("item", "chosen", "is_told"),
    [
        (Trailer("PV", "https://youtu.be/x"), "Elsewhere", True),
        (Service("Elsewhere"), None, True),
        (Service("Elsewhere"), "Elsewhere", True),
        (Service("Elsewhere"), "Nowhere", False),
    ],
)
async def test_a_trailer_is_told_to_all_and_a_service_where_it_may_be_of_use(
    database: Database, clock: StillClock, item: Item, chosen: str | None, is_told: bool
) -> None:
    async with database.write() as db:
        one = await a_series(db)
        subscription = await subscribed(db, 7, series=one)
        if chosen:
            await chooses(db, subscription.id, "service", chosen)
        await comes(db, one, item)

    assert await told(database, clock) == ([7] if is_told else [])


@pytest.mark.parametrize(
    ("kind", "channels_told"),
    [
        (ReleaseKind.EPISODE, [7]),
        (ReleaseKind.FINALE, [7, 8]),
        (ReleaseKind.FILM, [7, 9]),
        (ReleaseKind.PREMIERE, [7, 8, 9]),
    ],
)
async def test_dates_are_told_of_the_releases_that_a_channel_gets(
    database: Database, clock: StillClock, kind: ReleaseKind, channels_told: list[int]
) -> None:
    async with database.write() as db:
        one = await a_series(db)
        await subscribed(db, 7, series=one)
        await chooses(db, (await subscribed(db, 8, series=one)).id, "kind", "premiere", "finale")
        await subscribed(db, 9, series=one, leads=NO_EPISODES)
        await moves(db, one, kind)

    assert await told(database, clock) == channels_told


async def test_a_guilds_own_date_is_told_there_alone_and_others_no_more(database: Database, clock: StillClock) -> None:
    async with database.write() as db:
        one = await a_series(db)
        for guild, channel in ((1, 7), (2, 8)):
            await subscribed(db, channel, guild=guild, series=one)
        shared = await moves(db, one)
        await catalogue.add_releases(db, [replace(shared, guild_id=1, overrides_id=shared.id)])
    assert await told(database, clock) == [8]

    async with database.write() as db:
        await moves(db, one, guild_id=1)
    assert await told(database, clock) == [7, 8]


async def test_who_subscribes_after_it_was_told_is_not_told(database: Database, clock: StillClock) -> None:
    clock.at = NOW
    await scan(database, clock)
    async with database.write() as db:
        one = await a_series(db)
        await moves(db, one)
        await subscribed(db, 7, series=one, at=DUE - timedelta(seconds=1))
        await subscribed(db, 8, series=one, at=DUE)

    assert await told_by_then(database, clock) == [7]


async def test_what_waits_to_be_told_is_forecast(database: Database) -> None:
    async with database.write() as db:
        one = await a_series(db)
        await watched(db, one)
        both = [await subscribed(db, 7), await subscribed(db, 8, series=one)]
        await moves(db, one)
    async with database.read() as db:
        for each in both:
            subscription = await channels.get(db, 1, each.id)
            assert subscription is not None
            foreseen = await forecast.next_due(db, subscription, NOW)
            assert foreseen is not None
            assert (foreseen.kind, foreseen.due_at) == ("update", DUE)


async def test_a_subscription_that_comes_after_it_takes_it_from_no_wider_one(
    database: Database, clock: StillClock
) -> None:
    async with database.write() as db:
        one = await a_series(db)
        await watched(db, one)
        await subscribed(db, 7)
        await subscribed(db, 7, series=one, at=DUE)
        await moves(db, one)

    assert await told(database, clock) == [7]


@pytest.mark.parametrize(("about", "value"), [("service", "Elsewhere"), ("kind", "film")])
async def test_what_only_the_wider_subscription_chose_is_told_by_that(
    database: Database, clock: StillClock, about: str, value: str
) -> None:
    """Whatever else there is of what the narrower one chose."""
    async with database.write() as db:
        one, other = await a_series(db), await a_series(db, "other")
        await watched(db, one)
        await subscribed(db, 7)
        await chooses(db, (await subscribed(db, 7, series=one)).id, about, value)
        await moves(db, one)
        await moves(db, other, ReleaseKind.FILM, service="Elsewhere")

    assert await told(database, clock) == [7]


def sequel(number: int) -> RelatedEntry:
    return RelatedEntry(number, Relation.SEQUEL, "Next", Format.TV, is_ahead=True)


async def test_a_sequel_of_two_series_is_told_once_in_a_channel(database: Database, clock: StillClock) -> None:
    async with database.write() as db:
        one, film = await a_series(db), await a_series(db, "film")
        await watched(db, one)
        await watched(db, film)
        await subscribed(db, 7)  # the watchlist, with both
        await subscribed(db, 8, series=one)
        await subscribed(db, 8, series=film)
        await subscribed(db, 9, series=film)
        await comes(db, one, sequel(9))
        await comes(db, film, sequel(9))

    assert await told(database, clock) == [7, 8, 9]

    async with database.write() as db:
        await comes(db, film, sequel(10))  # another one is
    clock.at = DUE + timedelta(minutes=1)
    async with database.write() as db:
        await db.execute(update(table).where(table.c.id == 3).values(anchor_at=DUE + timedelta(seconds=30)))
    await scan(database, clock)
    async with database.read() as db:
        channels_told = select(deliveries.c.channel_id).where(deliveries.c.fact_id == 3)
        assert sorted((await db.execute(channels_told)).scalars()) == [7, 8, 9]


@pytest.mark.parametrize(("state", "again"), [("sent", []), ("skipped", [7]), ("failed", [7])])
async def test_a_sequel_is_told_later_where_it_was_not_told_before(
    database: Database, clock: StillClock, state: str, again: list[int]
) -> None:
    async with database.write() as db:
        one, film = await a_series(db), await a_series(db, "film")
        await watched(db, one)
        await watched(db, film)
        await subscribed(db, 7)
        await comes(db, one, sequel(9))
    assert await told(database, clock) == [7]

    async with database.write() as db:
        await db.execute(update(deliveries).values(state=state, next_try_at=None, settled_at=DUE))
        await comes(db, film, sequel(9))
        await db.execute(update(table).where(table.c.id == 2).values(anchor_at=DUE + timedelta(seconds=30)))
    clock.at = DUE + timedelta(minutes=1)
    await scan(database, clock)

    async with database.read() as db:
        told_of = select(deliveries.c.channel_id).where(deliveries.c.fact_id == 2)
        assert list((await db.execute(told_of)).scalars()) == again
