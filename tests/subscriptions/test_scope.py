"""Who is told of a release, in a channel with any subscriptions: held against the rule in plain Python."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event, select

from bot.catalogue.model import Series, Titles
from bot.catalogue.releases import WEEKLY, Release, ReleaseKind, season_of
from bot.catalogue.store import catalogue
from bot.database.engine import Database
from bot.dates.airdate import AirDate, Season
from bot.dates.facts import DueFact, FactKind
from bot.delivery.scan import scan
from bot.delivery.store import fan_out, forecast
from bot.delivery.tables import deliveries
from bot.subscriptions.model import FIRST_BROADCAST, Lead, Subscription, Topic
from bot.subscriptions.store import channels, watchlist
from tests.database.stores import open_new
from tests.examples import examples

NOW = datetime(2024, 3, 30, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MOMENT = timedelta(0)
GUILD = 1
CHOOSABLE = ("Crunchyroll", "Netflix", "@everyone ' -- ")


@dataclass(frozen=True)
class Wish:
    """A subscription of channel 7's; `series` is one's number, `popularity` makes it the season's."""

    series: int | None
    popularity: int | None
    kinds: tuple[ReleaseKind, ...]
    services: tuple[str, ...]
    leads: tuple[Lead, ...]

    @property
    def breadth(self) -> int:
        if self.series is not None:
            return 0
        return 1 if self.popularity is None else 2


@dataclass(frozen=True)
class Known:
    """A series and a release of it; `quarter` is how many seasons after Winter 2024 the series is of."""

    popularity: int | None
    quarter: int | None
    watched: bool
    kind: ReleaseKind
    service: str | None
    is_exact: bool
    after: timedelta

    @property
    def date(self) -> AirDate:
        at = NOW + self.after
        return AirDate.instant(at) if self.is_exact else AirDate.day(at.date())


def chosen_by(wish: Wish, known: Known) -> bool:
    """Whether a subscription chose a release, by its kind and where it comes out."""
    services = wish.services or (FIRST_BROADCAST,)
    return known.kind in (wish.kinds or tuple(ReleaseKind)) and (known.service or FIRST_BROADCAST) in services


def is_for(wish: Wish, number: int, known: Known) -> bool:
    """Whether a subscription is for the series with this number."""
    if wish.series is not None:
        return wish.series == number
    if wish.popularity is None:
        return known.watched
    year, season = season_of(known.date)
    assert year is not None
    assert season is not None
    quarter = (year - 2024) * 4 + list(Season).index(season)
    popular = known.popularity is not None and known.popularity >= wish.popularity
    return popular and known.quarter is not None and abs(known.quarter - quarter) <= 1


def steps(wish: Wish, known: Known) -> Iterator[timedelta]:
    """How long before a release a subscription that tells it does so."""
    for lead in wish.leads:
        claims_an_hour = MOMENT < lead.before < DAY
        if (lead.episodes or known.kind not in WEEKLY) and (known.is_exact or not claims_an_hour):
            yield lead.before


def expected(wishes: list[Wish], catalogued: list[Known]) -> Counter[tuple[int, int, timedelta]]:
    """What is to be told: by which wish, of which release, how long before."""
    told: Counter[tuple[int, int, timedelta]] = Counter()
    for number, known in enumerate(catalogued):
        wanting = [wish for wish in wishes if is_for(wish, number, known) and chosen_by(wish, known)]
        if wanting:
            narrowest = min(wanting, key=lambda wish: wish.breadth)
            told.update((wishes.index(narrowest), number, step) for step in steps(narrowest, known))
    return told


kinds = st.lists(st.sampled_from(ReleaseKind), unique=True, max_size=3).map(tuple)
services = st.lists(st.sampled_from([*CHOOSABLE, FIRST_BROADCAST]), unique=True, max_size=2).map(tuple)
leads = st.lists(
    st.builds(Lead, st.sampled_from([MOMENT, HOUR, DAY, 7 * DAY]), st.booleans()),
    min_size=1,
    max_size=3,
    unique_by=lambda lead: lead.before,
).map(tuple)
wishes = st.lists(
    st.builds(
        Wish,
        st.sampled_from([None, None, 0, 1]),
        st.sampled_from([None, 0, 10, 100]),
        kinds,
        services,
        leads,
    ).map(lambda wish: replace(wish, popularity=None) if wish.series is not None else wish),
    max_size=4,
    unique_by=lambda wish: (wish.series, wish.popularity is None),
)
catalogues = st.lists(
    st.builds(
        Known,
        st.sampled_from([None, 9, 10, 1000, 1000]),
        st.sampled_from([None, -1, 0, 0, 1, 1, 2, 3]),
        st.booleans(),
        st.sampled_from(ReleaseKind),
        st.sampled_from([None, None, None, *CHOOSABLE]),
        st.booleans(),
        st.sampled_from([8 * DAY, 10 * DAY, 40 * DAY, 120 * DAY]),
    ),
    min_size=2,
    max_size=3,
)


async def known_to(database: Database, catalogued: list[Known]) -> dict[int, int]:
    """Store series and releases; each release's number by its id."""
    numbers: dict[int, int] = {}
    async with database.write() as db:
        for number, known in enumerate(catalogued):
            year, season = (None, None) if known.quarter is None else divmod(2024 * 4 + known.quarter, 4)
            named = Series(0, f"series-{number}", Titles(english=f"Series {number}"), popularity=known.popularity)
            dated = replace(named, year=year, season=None if season is None else list(Season)[season])
            series = await catalogue.save_series(db, dated)
            assert series.id == number + 1
            if known.watched:
                await watchlist.add(db, GUILD, series.id, by=9, at=NOW)
            release = Release(0, series.id, known.kind, known.date, number=2, service=known.service)
            (added,) = await catalogue.add_releases(db, [release])
            numbers[added.id] = number
    return numbers


def subscription(wish: Wish, channel: int = 7) -> Subscription:
    return Subscription(
        id=0,
        guild_id=GUILD,
        channel_id=channel,
        topic=Topic.RELEASES,
        leads=wish.leads,
        created_by=9,
        created_at=NOW - DAY,
        series_id=None if wish.series is None else wish.series + 1,
        popularity=wish.popularity,
        kinds=wish.kinds,
        services=wish.services,
    )


async def wished(database: Database, wishes: list[Wish]) -> list[Subscription]:
    async with database.write() as db:
        return [(await channels.subscribe(db, subscription(wish)))[0] for wish in wishes]


async def told(
    database: Database, stored: list[Subscription], numbers: dict[int, int]
) -> Counter[tuple[int, int, timedelta]]:
    """What was told, as `expected` has it."""
    places = {each.id: place for place, each in enumerate(stored)}
    async with database.read() as db:
        rows = await db.execute(select(deliveries.c.subscription_id, deliveries.c.fact_id, deliveries.c.lead))
        return Counter((places[who], numbers[fact], lead) for who, fact, lead in rows)


@settings(max_examples=examples(12, 300), deadline=None)
@given(wishes=wishes, catalogued=catalogues)
async def test_each_release_is_told_once_by_the_narrowest_that_chose_it(
    wishes: list[Wish], catalogued: list[Known]
) -> None:
    with TemporaryDirectory() as folder:
        database = await open_new(Path(folder) / "yokoku.db", lambda: NOW)
        try:
            numbers = await known_to(database, catalogued)
            stored = await wished(database, wishes)
            await scan(database, lambda: NOW)
            await foreseen(database, stored, wishes, catalogued)
            await scan(database, lambda: NOW + 200 * DAY)
            found = await told(database, stored, numbers)
        finally:
            await database.close()

    assert found == expected(wishes, catalogued)
    assert max(Counter((number, step) for _, number, step in found.elements()).values(), default=1) == 1


async def foreseen(database: Database, stored: list[Subscription], wishes: list[Wish], catalogued: list[Known]) -> None:
    """What each subscription's next step is said to be, is."""
    steps_to_come = expected(wishes, catalogued)
    async with database.read() as db:
        for place, each in enumerate(stored):
            next_step = await forecast.next_due(db, each, NOW)
            dates = [
                anchor - step
                for who, number, step in steps_to_come
                if who == place and (anchor := catalogued[number].date.anchor) and anchor - step > NOW
            ]
            assert (next_step and next_step.due_at) == min(dates, default=None)


async def test_a_narrower_subscription_that_came_later_takes_nothing_that_was_due_before_it(database: Database) -> None:
    """The channel had asked for it when it came due, though nobody had looked yet."""
    known = Known(None, None, True, ReleaseKind.PREMIERE, None, is_exact=True, after=HOUR)
    moment = (Lead(MOMENT, episodes=True),)
    numbers = await known_to(database, [known])
    stored = await wished(database, [Wish(None, None, (), (), moment)])
    await scan(database, lambda: NOW)
    async with database.write() as db:
        late = replace(subscription(Wish(0, None, (), (), moment)), created_at=NOW + HOUR)
        await channels.subscribe(db, late)
    await scan(database, lambda: NOW + HOUR)

    assert await told(database, stored, numbers) == Counter({(0, 0, MOMENT): 1})


async def test_a_fan_out_asks_only_the_subscriptions_that_may_want_it(database: Database) -> None:
    """Those of the series, of the guilds that watch it, and of the season: each is found by an index."""
    plan = await plan_of_a_fan_out(database)

    assert [step for step in plan if step.startswith("SCAN")] == ["SCAN candidates"]
    assert any("ix_watchlist_series_id" in step for step in plan)
    assert any("ix_subscriptions_series_id" in step for step in plan)
    assert any("ix_subscriptions_topic_guild_id (topic=? AND guild_id=?)" in step for step in plan)


async def plan_of_a_fan_out(database: Database) -> list[str]:
    """How SQLite goes about it, step by step."""
    ran: list[tuple[str, tuple[Any, ...]]] = []
    async with database.write() as db:

        @event.listens_for(db.sync_connection, "before_cursor_execute")
        def note(_1: object, _2: object, statement: str, parameters: tuple[Any, ...], *_: object) -> None:
            ran.append((statement, parameters))

        await fan_out.fan_out(db, [DueFact(FactKind.RELEASE, 1, NOW + HOUR)], NOW)
        statement, parameters = ran[-1]
        assert statement.startswith("INSERT INTO deliveries")
        rows = await db.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        return [row.detail for row in rows]
