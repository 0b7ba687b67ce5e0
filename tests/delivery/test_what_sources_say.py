"""Sources that withdraw, move, split, merge and return what they name, in any order: nothing else is posted.

While a person says otherwise of an episode, that is.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeAlias

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from bot.catalogue.actions import merge_in_portions
from bot.catalogue.corrected_dates import say_date, take_back_date
from bot.catalogue.model import Editor, Origin
from bot.catalogue.records import release_id_of
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.tables import series, updates
from bot.database.engine import Database
from bot.database.tables import move_watermark
from bot.dates.airdate import AirDate, Precision
from bot.delivery import tables
from bot.delivery.claims import key_of, read_subjects
from bot.delivery.model import (
    DeliveryOutcome,
    Post,
    ReleaseSubject,
    Skip,
    State,
    UpdateSubject,
    Wait,
    judge,
)
from bot.delivery.scan import scan
from bot.delivery.store import deliveries
from bot.subscriptions.model import Lead, Subscription, Topic
from bot.subscriptions.store import channels
from bot.subscriptions.tables import subscriptions
from tests.database.stores import open_new
from tests.examples import examples
from tests.model.sources import EDITORS, ENTRIES, MODERATOR, OWNER, SOURCES, Schedule, Sources

START = datetime(2024, 1, 1, tzinfo=UTC)
MINUTE, HOUR, DAY, WEEK = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)
SETTLE_DELAY = 30 * MINUTE
SPLIT_AT = 3
WHOLE: Schedule = {(1, number): START + DAY + (number - 1) * WEEK for number in range(1, 6)}
LEADS = (Lead(DAY, episodes=True), Lead(timedelta(0), episodes=True))


@dataclass(frozen=True)
class Names:
    """A source names what it named at first, changed in these ways one after another."""

    source: Origin
    ways: tuple[str, ...]


@dataclass(frozen=True)
class Pass:
    """Time goes by, up to the next thing that is due or by so much; and what is due goes out, or waits."""

    by: timedelta | None
    goes_out: bool


@dataclass(frozen=True)
class Says:
    """A person dates an episode so much later than it was at first; None to take back what they said."""

    editor: Editor
    number: int
    later: timedelta | None


NEXT = Pass(None, goes_out=True)
Act: TypeAlias = Names | Pass | Says


def _split(of: Schedule) -> Schedule:
    """The second part is an entry of its own, numbered anew."""
    return {(1, n) if n < SPLIT_AT else (2, n - SPLIT_AT + 1): at for (_, n), at in of.items()}


WAYS: dict[str, Callable[[Schedule], Schedule]] = {
    "withdraws all": lambda _: {},
    "withdraws the end": lambda of: {key: at for key, at in of.items() if key[1] <= 2},
    "withdraws one": lambda of: {key: at for key, at in of.items() if key[1] != 2},
    "moves all": lambda of: {key: at + WEEK for key, at in of.items()},
    "moves some": lambda of: {key: at + 2 * HOUR * (key[1] > 1) for key, at in of.items()},
    "drops all at once": lambda of: {key: min(of.values()) for key in of},
    "splits": _split,
}
"""In which ways a source changes its mind; to say what it said at first is to return, and to merge."""

ACTS: st.SearchStrategy[list[Act]] = st.lists(
    st.one_of(
        st.builds(
            Names, st.sampled_from(SOURCES), st.lists(st.sampled_from(sorted(WAYS)), max_size=2, unique=True).map(tuple)
        ),
        st.builds(
            Says, st.sampled_from(EDITORS), st.integers(1, 3), st.sampled_from([None, -HOUR, 3 * HOUR, DAY, 2 * WEEK])
        ),
        st.builds(Pass, st.sampled_from([None, None, MINUTE, SETTLE_DELAY, DAY, WEEK]), st.booleans()),
        st.just(NEXT),
    ),
    max_size=12,
)


@dataclass
class Channels:
    """A channel for each entry, what the sources say of these, and what the channels were told."""

    database: Database
    entries: dict[int, int]
    now: datetime = START
    sources: Sources = field(default_factory=Sources)
    told: list[tuple[int, int | None, datetime, timedelta]] = field(default_factory=list)
    dated: dict[tuple[Editor, int], int] = field(default_factory=dict)
    """By which release each editor's word on an episode is taken back."""

    @classmethod
    async def open(cls, database: Database) -> "Channels":
        async with database.write() as db:
            for table in (tables.deliveries, updates, series, subscriptions):
                await db.execute(delete(table))
            await move_watermark(db, START)
        opened = cls(database, {})
        await opened.do(Names(Origin.ANILIST, ()))
        async with database.write() as db:
            rows = await db.execute(select(series.c.id, series.c.anilist_id))
            opened.entries = {series_id: entry for series_id, entry in rows if entry is not None}
            for series_id in opened.entries:
                wanted = Subscription(0, 1, series_id, Topic.RELEASES, LEADS, 9, START - DAY, series_id=series_id)
                await channels.subscribe(db, wanted)
        assert sorted(opened.entries.values()) == list(ENTRIES)
        return opened

    async def do(self, act: Act) -> None:
        match act:
            case Names(source, ways):
                schedule = WHOLE
                for way in ways:
                    schedule = WAYS[way](schedule) if schedule else schedule
                await self.take(source, schedule)
            case Says(editor, number, later):
                await self.say(editor, number, None if later is None else WHOLE[1, number] + later)
            case Pass(by, goes_out):
                next_due = await self.look()
                self.now = max(self.now, next_due or self.now) if by is None else self.now + by
                await self.look()
                if goes_out:
                    await self.deliver()

    async def take(self, source: Origin, schedule: Schedule) -> None:
        records = self.sources.name(source, schedule, self.now)
        await merge_in_portions(self.database, records, self.clock, settle_delay=SETTLE_DELAY, most_rows=1)
        await self.look()

    async def say(self, editor: Editor, number: int, at: datetime | None) -> None:
        """Let a person correct an episode's date, as they see it, or take that back."""
        [series_id] = (series_id for series_id, entry in self.entries.items() if entry == 1)
        release_id = self.dated.pop((editor, number), None)
        async with self.database.write() as db:
            if at is not None:
                kind = ReleaseKind.PREMIERE if number == 1 else ReleaseKind.EPISODE
                dated = Release(0, series_id, kind, AirDate.instant(at), number)
                change = await say_date(db, series_id, dated, editor, at=self.now, settle_delay=SETTLE_DELAY)
                said = release_id if change is None else release_id_of(change.field)
                if said is None:  # it was so already
                    return
                self.dated[editor, number] = said
            elif release_id is not None:
                await take_back_date(db, series_id, release_id, editor, at=self.now, settle_delay=SETTLE_DELAY)
        self.sources.say(editor, 1, number, at, self.now)
        await self.look()

    async def come_to_rest(self) -> None:
        """People take back what they said, and both sources agree: what they name is counted down to, and told."""
        for editor, number in list(self.dated):
            await self.say(editor, number, None)
        last = {(1, number): self.now + (1 + number) * DAY + 7 * MINUTE for number in (1, 2)}
        for source in SOURCES:
            await self.take(source, last)
        while self.now < max(last.values()):
            await self.do(Pass(None, goes_out=True))
        steps = {(entry, number, at, lead.before) for (entry, number), at in last.items() for lead in LEADS}
        assert steps <= set(self.told)

    def clock(self) -> datetime:
        return self.now

    async def look(self) -> datetime | None:
        return (await scan(self.database, self.clock)).next_due

    async def deliver(self) -> None:
        """Claim, judge, send and settle, as the loop does; what waits for another has its turn after it."""
        for _ in range(3):
            async with self.database.write() as db:
                claimed = await deliveries.claim(
                    db, identity=self.database.identity, owner="me", now=self.now, limit=100
                )
                subjects, _ = await read_subjects(db, map(key_of, claimed))
                outcomes = []
                for delivery in claimed:
                    subject = subjects.get(key_of(delivery))  # a word that was taken back is gone
                    match judge(delivery, subject.fact if subject else None, self.now):
                        case Wait(until):
                            again = DeliveryOutcome(delivery.id, State.PENDING, next_try_at=until, tried=False)
                            outcomes.append(again)
                        case Skip(reason):
                            outcomes.append(DeliveryOutcome(delivery.id, State.SKIPPED, reason))
                        case Post():
                            outcomes.append(DeliveryOutcome(delivery.id, State.SENT, message_id=delivery.id))
                            assert isinstance(subject, ReleaseSubject | UpdateSubject)
                            self.hear(subject, delivery.lead)
                if not outcomes:
                    return
                await deliveries.settle(db, outcomes, owner="me", now=self.now)

    def hear(self, subject: ReleaseSubject | UpdateSubject, lead: timedelta) -> None:
        """Hold what is posted against what was said."""
        entry = self.entries[subject.series.id]
        if isinstance(subject, UpdateSubject):
            assert subject.release is not None
            assert subject.update.announced is not None
            new = subject.update.announced.new.date.earliest
            self.require_known(entry, subject.release.number or 1, new, by=subject.update.anchor_at)
            return
        for each in (subject.release, *subject.together):
            at, number = each.date.earliest, each.number
            assert at is not None
            assert each.date.precision is Precision.INSTANT
            assert number is not None
            until = self.sources.named_until(entry, number, at, self.now)
            assert until is not None, "nobody said so"
            assert until >= at - lead - SETTLE_DELAY, "it was withdrawn before"
            word = self.sources.word(entry, number)
            assert word is None or word.at == at, "a person says otherwise"
            told = (entry, number, at, lead)
            # One that comes to that moment late is told with those that were told: never by itself twice.
            assert each is not subject.release or told not in self.told, "twice"
            self.told.append(told)

    def require_known(self, entry: int, number: int, at: datetime | None, *, by: datetime) -> None:
        """What is told of a change stood when it came due: somebody said so, or nobody gave a date any more."""
        if at is None:
            assert self.sources.since.get((entry, number), by) >= by, "it had a date"
        else:
            until = self.sources.named_until(entry, number, at, self.now)
            assert until is not None, "nobody said so"
            assert until >= by, "it had changed again"
            word = self.sources.word(entry, number)
            assert word is None or word.since >= by or word.at == at, "a person said otherwise"


def test_whatever_sources_say_what_is_posted_was_said_and_not_withdrawn(tmp_path: Path) -> None:
    """And what they agree on in the end is."""
    with asyncio.Runner() as runner:
        database = runner.run(open_new(tmp_path / "yokoku.db", lambda: START))

        async def play(acts: list[Act]) -> None:
            opened = await Channels.open(database)
            for act in acts:
                await opened.do(act)
            await opened.come_to_rest()

        @settings(
            max_examples=examples(3, 60),
            deadline=None,
            suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
        )
        @example([Names(Origin.BANGUMI, ()), Names(Origin.ANILIST, ("withdraws all",)), *[NEXT] * 6])
        @example([NEXT, Names(Origin.ANILIST, ("splits",)), *[NEXT] * 5])
        @example(
            [
                Names(Origin.ANILIST, ("moves all", "withdraws the end")),
                Names(Origin.BANGUMI, ()),
                Pass(WEEK, goes_out=False),
                *[NEXT] * 3,
                Names(Origin.ANILIST, ("moves all",)),
            ]
        )
        @example([Says(MODERATOR, 2, 3 * HOUR), Names(Origin.ANILIST, ("moves all",)), *[NEXT] * 6])
        @example(
            [Says(OWNER, 2, DAY), *[Pass(None, goes_out=True)] * 3, Says(OWNER, 2, None), Pass(DAY, goes_out=True)]
        )
        @given(ACTS)
        def plays(acts: list[Act]) -> None:
            runner.run(play(acts))

        try:
            plays()
        finally:
            runner.run(database.close())
