"""Dates that change and clocks that jump, in any order: what a channel is told stays true, and comes once."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeAlias

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, update

from bot.catalogue.model import Series, Titles
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue
from bot.catalogue.tables import changes, releases
from bot.database.engine import Database
from bot.dates.airdate import AirDate, Precision
from bot.dates.facts import POST_STALE_AFTER
from bot.delivery import tables
from bot.delivery.claims import key_of, read_subjects
from bot.delivery.model import LATE_AFTER, DeliveryOutcome, Post, Skip, State, Wait, judge
from bot.delivery.scan import scan
from bot.delivery.store import deliveries
from bot.subscriptions.model import DEFAULT_LEADS, Lead, Subscription, Topic
from bot.subscriptions.store import channels
from bot.subscriptions.tables import subscriptions
from tests.catalogue.merging import redate
from tests.database.stores import open_new
from tests.examples import examples

START = datetime(2023, 12, 20, 12, tzinfo=UTC)
DAY, WEEK, HOUR, MINUTE = timedelta(days=1), timedelta(weeks=1), timedelta(hours=1), timedelta(minutes=1)
LEADS = [lead.before for lead in DEFAULT_LEADS]


@dataclass(frozen=True)
class Redate:
    to: AirDate


@dataclass(frozen=True)
class Cancel:
    cancelled: bool


@dataclass(frozen=True)
class Pass:
    """Time goes by, or the clock jumps."""

    by: timedelta


@dataclass(frozen=True)
class Glitch:
    """The clock is wrong for a while, and something goes out meanwhile, or nothing."""

    by: timedelta
    goes_out: bool


@dataclass(frozen=True)
class Deliver:
    """What is due goes out; until then it waits, as in an outage."""


Act: TypeAlias = Redate | Cancel | Pass | Glitch | Deliver

# Few enough that a date is often come back to.
EXACT = st.sampled_from([START + days * DAY + HOUR for days in (-3, 0, 2, 10, 40)]).map(AirDate.instant)
VAGUE = st.sampled_from(
    [
        AirDate.day(date(2023, 12, 22)),
        AirDate.day(date(2023, 12, 31)),
        AirDate.day(date(2024, 2, 29), zone="America/New_York"),
        AirDate.month(2023, 12),
        AirDate.month(2024, 1),
        AirDate.year(2027),
        AirDate.tba(),
    ]
)
JUMPS = st.sampled_from([MINUTE, HOUR, DAY, WEEK, 30 * DAY, 400 * DAY]).flatmap(lambda by: st.sampled_from([by, -by]))
ACTS: st.SearchStrategy[list[Act]] = st.lists(
    st.one_of(
        EXACT.map(Redate),
        VAGUE.map(Redate),
        st.booleans().map(Cancel),
        JUMPS.map(Pass),
        st.builds(Glitch, JUMPS, st.booleans()),
        st.sampled_from([HOUR, DAY, 3 * DAY]).map(Pass),
        st.just(Deliver()),
    ),
    max_size=10,
)
COMING = AirDate.instant(START + 40 * DAY + HOUR)
AHEAD = Glitch(400 * DAY, goes_out=True)
AHEAD_IN_AN_OUTAGE = Glitch(400 * DAY, goes_out=False)


@dataclass
class Channel:
    """A channel that follows one release, and what it was told: each date and lead."""

    database: Database
    series: Series
    release: Release
    now: datetime = START
    told: list[tuple[datetime, timedelta]] = field(default_factory=list)

    @classmethod
    async def open(cls, database: Database) -> "Channel":
        async with database.write() as db:
            for table in (tables.deliveries, releases, subscriptions, changes):
                await db.execute(delete(table))
            series = await catalogue.save_series(db, Series(0, "one", Titles(english="One"), episodes=1))
            first = Release(0, series.id, ReleaseKind.PREMIERE, AirDate.tba(), number=1)
            (release,) = await catalogue.add_releases(db, [first])
            long_ago = START - 1000 * DAY
            leads = tuple(Lead(before, episodes=True) for before in LEADS)
            wanted = Subscription(0, 1, 7, Topic.RELEASES, leads, 9, long_ago, series_id=series.id)
            await channels.subscribe(db, wanted)
        channel = cls(database, series, release)
        await channel.look()
        return channel

    async def look(self) -> None:
        await scan(self.database, lambda: self.now)

    async def do(self, act: Act) -> None:
        match act:
            case Redate(to):
                async with self.database.write() as db:
                    await redate(db, self.series, await self._standing(), to, actor="a source", at=self.now)
            case Cancel(cancelled):
                async with self.database.write() as db:
                    await db.execute(update(releases).values(cancelled=cancelled))
            case Pass(by):
                self.now += by
            case Glitch(by, goes_out):
                await self.do(Pass(by))
                if goes_out:
                    await self.do(Deliver())
                await self.do(Pass(-by))
            case Deliver():
                await self.look()
                await self.deliver()
        await self.look()

    async def _standing(self) -> Release:
        async with self.database.read() as db:
            return (await catalogue.releases_by_ids(db, [self.release.id]))[self.release.id]

    async def deliver(self) -> None:
        """Claim, judge, send and settle, as the loop does."""
        async with self.database.write() as db:
            claimed = await deliveries.claim(db, identity=self.database.identity, owner="me", now=self.now, limit=100)
            subjects, _ = await read_subjects(db, map(key_of, claimed))
            outcomes = []
            for delivery in claimed:
                subject = subjects.get(key_of(delivery))
                verdict = judge(delivery, subject.fact if subject else None, self.now)
                match verdict:
                    case Wait(until):
                        outcomes.append(DeliveryOutcome(delivery.id, State.PENDING, next_try_at=until, tried=False))
                    case Skip():
                        outcomes.append(DeliveryOutcome(delivery.id, State.SKIPPED))
                    case Post(late):
                        outcomes.append(DeliveryOutcome(delivery.id, State.SENT))
                        await self.hear(delivery.anchor, delivery.lead, late=late)
            if outcomes:
                await deliveries.settle(db, outcomes, owner="me", now=self.now)

    async def hear(self, anchor: datetime, lead: timedelta, *, late: bool) -> None:
        release = await self._standing()
        assert release.date.anchor == anchor, "for another date than the one it has now"
        assert not release.cancelled
        assert lead == timedelta(0) or self.now < anchor, "a countdown after its moment"
        assert self.now >= anchor - lead, "early"
        assert self.now < anchor + POST_STALE_AFTER, "no news any more"
        assert late == (self.now - (anchor - lead) > LATE_AFTER)
        assert lead >= DAY or not lead or release.date.precision is Precision.INSTANT, "an hour that nobody named"
        told_of_it = [step for at, step in self.told if at == anchor]
        assert all(lead < step for step in told_of_it), "twice, or an earlier step after a later one"
        assert not any(lead > step and self.now >= anchor - step for step in LEADS), "not the latest step"
        self.told.append((anchor, lead))

    async def run_on(self) -> None:
        """Let time go by, with a look at each instant at which something is due."""
        anchor = (await self._standing()).date.anchor
        assert anchor is not None
        for lead in LEADS:
            self.now = max(self.now, anchor - lead)
            await self.do(Deliver())


@contextmanager
def channels_of(folder: Path) -> Iterator[tuple[asyncio.Runner, Database]]:
    """A store that all examples share, for it takes longer to make than they do."""
    with asyncio.Runner() as runner:
        database = runner.run(open_new(folder / "yokoku.db", lambda: START))
        try:
            yield runner, database
        finally:
            runner.run(database.close())


unhurried = settings(
    max_examples=examples(5, 300),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def test_whatever_becomes_of_a_date_and_of_the_clock_what_is_told_is_true(tmp_path: Path) -> None:
    """And a date that is given at last is counted down to, in full and once."""
    with channels_of(tmp_path) as (runner, database):

        async def play(acts: list[Act]) -> None:
            channel = await Channel.open(database)
            for act in acts:
                await channel.do(act)
            new = channel.now + 10 * DAY + 7 * MINUTE
            for act in (Cancel(cancelled=False), Redate(AirDate.instant(new))):
                await channel.do(act)
            await channel.run_on()
            assert [lead for at, lead in channel.told if at == new] == LEADS

        @unhurried
        @example([Redate(COMING), AHEAD_IN_AN_OUTAGE, Deliver()])
        @example([Redate(COMING), Pass(33 * DAY + HOUR), Deliver(), Glitch(WEEK, goes_out=True), Deliver()])
        @given(ACTS)
        def plays(acts: list[Act]) -> None:
            runner.run(play(acts))

        plays()


def test_a_date_that_is_still_to_come_is_told_at_its_moment_whatever_came_before(tmp_path: Path) -> None:
    """Also one that was left and come back to, or that a clock that was ahead had passed already."""
    with channels_of(tmp_path) as (runner, database):

        async def play(acts: list[Act]) -> None:
            channel = await Channel.open(database)
            for act in (Redate(COMING), *acts):
                await channel.do(act)
            assert COMING.anchor is not None
            channel.now = min(channel.now, COMING.anchor - MINUTE)
            for act in (Cancel(cancelled=False), Redate(COMING)):
                await channel.do(act)
            await channel.run_on()
            assert channel.told.count((COMING.anchor, timedelta(0))) == 1

        @unhurried
        @example([AHEAD])
        @example([AHEAD_IN_AN_OUTAGE, Deliver()])
        @example([Pass(33 * DAY + HOUR), Redate(AirDate.year(2027)), Deliver(), Redate(COMING), Deliver()])
        @example([Pass(40 * DAY + HOUR), Cancel(cancelled=True), Deliver(), Pass(-DAY)])
        @given(ACTS)
        def plays(acts: list[Act]) -> None:
            runner.run(play(acts))

        plays()
