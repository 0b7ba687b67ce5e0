"""Any order of events at the store: what is posted is what was promised, whoever claims, dies or sets the clock."""

import asyncio
import itertools
import shutil
import tempfile
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from bot.database.engine import Database
from bot.dates.facts import FactKind
from bot.delivery.model import LEASE
from bot.subscriptions.model import OFFERED_TOPICS, Topic
from bot.workers import LONGEST_WAIT
from tests.database.stores import made, url
from tests.examples import IS_LONG, examples
from tests.model.facts import Facts, When
from tests.model.hands import PATIENCE, RETRY, Desk, Luck
from tests.model.promises import Promises
from tests.still_clock import StillClock

T = TypeVar("T")
START = datetime(2024, 1, 1, tzinfo=UTC)
HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)
MOMENT = timedelta(0)
LEADS = st.sets(st.sampled_from([WEEK, DAY, HOUR, MOMENT]), min_size=1).map(frozenset)
AHEAD = st.sampled_from([-HOUR, HOUR / 2, 2 * HOUR, DAY + HOUR, WEEK + HOUR])
AGO = st.sampled_from([timedelta(0), HOUR, 2 * DAY, WEEK - HOUR, WEEK])
KINDS = st.sampled_from([FactKind.RELEASE, FactKind.RELEASE, FactKind.EDITION, FactKind.NEWS, FactKind.ANNOUNCEMENT])
WAITS = st.sampled_from(
    [timedelta(seconds=2), timedelta(seconds=61), timedelta(minutes=11), HOUR, DAY, WEEK + HOUR, -HOUR, -DAY]
)
OFFSETS = st.sampled_from([timedelta(0), timedelta(0), timedelta(microseconds=-1), timedelta(minutes=10), HOUR])
LUCK = st.sampled_from([*Luck, Luck.GOOD, Luck.GOOD])
HANDS = st.sampled_from(["one", "two"])
CHANNELS = st.sampled_from([7, 8])
PICKS = st.integers(0, 9)
"""Which of those there are, counted round."""
RARELY, OFTEN = st.sampled_from([False, False, False, True]), st.sampled_from([True, True, False])


def event(name: str, *about: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Something that happens: the name of a method of `Bots`, and what it is told."""
    return st.tuples(st.just(name), *about)


EVENTS = st.one_of(
    # Each made anew: of those that are the same, Hypothesis takes one.
    *(event("a_step_comes", st.sampled_from([0, 1, 1, 2]), OFFSETS, HANDS, LUCK, OFTEN) for _ in range(6)),
    event("it_happens_meanwhile", PICKS, HANDS),
    *(event("it_turns_out_to_be_out", PICKS, AGO, HANDS, LUCK) for _ in range(2)),
    event("it_is_moved_and_moved_back", PICKS, AGO, HANDS),
    event("the_clock_was_ahead", st.integers(0, 3), HANDS, LUCK, LEADS),
    event("the_clock_was_ahead", st.integers(0, 3), HANDS, LUCK, LEADS),
    *(event("the_clock_was_far_ahead", HANDS, LUCK) for _ in range(2)),
    *(event("it_happened_by_a_clock_that_was_ahead", PICKS, HANDS, LUCK) for _ in range(2)),
    event("a_closed_channel_is_unsubscribed", PICKS, HANDS),
    *(event("a_closed_channel_opens_as_the_clock_is_put_right", HANDS, LUCK) for _ in range(2)),
    *(event("a_lease_ends", HANDS, LUCK, LUCK) for _ in range(2)),
    event("subscribe", CHANNELS, st.sampled_from(OFFERED_TOPICS), LEADS),
    event("unsubscribe", PICKS),
    *(event("add", KINDS, AHEAD, st.booleans()) for _ in range(4)),
    event("move", PICKS, AHEAD, st.booleans(), RARELY),
    event("cancel", PICKS),
    event("restore", PICKS),
    event("time_passes", WAITS),
    event("look"),
    event("claim", HANDS, LUCK),
    event("settle", HANDS),
    event("crash", HANDS, st.booleans()),
    event("close_a_channel", CHANNELS),
    event("open_a_channel", CHANNELS),
)


class Bots(RuleBasedStateMachine):
    """One guild's channels, facts and clock, and two claimants; each rule is something that may happen."""

    def __init__(self, template: Path) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        file = Path(shutil.copy(template, self.folder.name))
        self.runner = asyncio.Runner()
        self.clock = StillClock(START)
        self.is_sound = True
        self.numbers = itertools.count(1)
        self.names = {"one": "one", "two": "two"}
        self.database = self.run(Database.open(url(file), clock=self.clock))
        self.promises = Promises(START)
        self.facts = Facts(self.database, self.clock, self.promises, guild_id=1)
        self.desk = Desk(self.database, self.clock, self.promises, self.facts)
        self.places: dict[tuple[int, Topic], int] = {}
        self.run(self._begin())

    async def _begin(self) -> None:
        """Channel 7 gets everything, channel 8 no more than countdowns, and a film is on its way."""
        await self.desk.look()
        for topic in OFFERED_TOPICS:
            self.places[7, topic] = await self.facts.subscribe(7, topic, frozenset({WEEK, DAY, HOUR, MOMENT}))
        self.places[8, Topic.RELEASES] = await self.facts.subscribe(8, Topic.RELEASES, frozenset({DAY, HOUR}))
        await self.facts.add("a film", FactKind.RELEASE, When(START + WEEK + HOUR))

    def run(self, act: Coroutine[Any, Any, T]) -> T:
        """Do something; what fails is the end of it."""
        self.is_sound = False
        answer = self.runner.run(act)
        self.is_sound = True
        return answer

    def teardown(self) -> None:
        """Whatever happened: once all is well again, what was promised stands."""
        try:
            if self.is_sound:
                self.come_to_rest()
        finally:
            self.runner.run(self.database.close())
            self.runner.close()
            self.folder.cleanup()

    @rule(event=EVENTS)
    def happens(self, event: tuple[Any, ...]) -> None:
        """One rule for all: left to choose among rules, Hypothesis leaves some out of each example."""
        name, *about = event
        getattr(self, name)(*about)

    # --- facts and subscriptions --------------------------------------------------------------------------------------

    def when(self, ahead: timedelta, *, is_exact: bool = True) -> When:
        return When(self.clock().replace(minute=0, second=0, microsecond=0) + ahead, is_exact)

    def one_of(self, names: list[str], pick: int) -> str:
        return names[pick % len(names)]

    def subscribe(self, channel: int, topic: Topic, leads: frozenset[timedelta]) -> None:
        """The bot looks at once then, as it does when a command was given."""
        if (channel, topic) not in self.places:
            self.places[channel, topic] = self.run(self.facts.subscribe(channel, topic, leads))
            self.look()

    def unsubscribe(self, pick: int) -> None:
        if not self.places:
            return
        place = list(self.places)[pick % len(self.places)]
        self.run(self.desk.unsubscribe(self.places.pop(place)))

    def add(self, kind: FactKind, ahead: timedelta, is_exact: bool) -> None:
        exact = is_exact or kind is not FactKind.RELEASE
        self.run(self.facts.add(f"fact {next(self.numbers)}", kind, self.when(ahead, is_exact=exact)))

    def move(self, pick: int, ahead: timedelta, is_exact: bool, is_vague: bool) -> None:
        name = self.one_of(list(self.facts.known), pick)
        when = self.when(ahead)
        if self.facts.known[name][0] is FactKind.RELEASE:
            when = When(None if is_vague else when.at, is_exact)
        self.run(self.facts.move(name, when))

    def it_turns_out_to_be_out(self, pick: int, ago: timedelta, hand: str, luck: Luck) -> None:
        """Since some time ago, on the hour; perhaps it is not the first time that this turns out."""
        name = self.one_of(self.films(), pick)
        self.run(self.facts.move(name, self.when(-ago)))
        self.post(hand, luck, is_settled=True)

    def it_is_moved_and_moved_back(self, pick: int, ago: timedelta, hand: str) -> None:
        """And was put off just as its moment came."""
        name = self.one_of(self.films(), pick)
        date = self.promises.facts[name].date
        if date is not None and date > self.clock():
            self.clock.at = date
            self.look()
            self.run(self.facts.move(name, When(None)))
            self.post(hand, Luck.GOOD, is_settled=True)
            self.clock.at += ago
            self.run(self.facts.move(name, When(date)))
            self.post(hand, Luck.GOOD, is_settled=True)

    def films(self) -> list[str]:
        return [name for name, (kind, _) in self.facts.known.items() if kind is FactKind.RELEASE]

    def cancel(self, pick: int) -> None:
        known = [name for name, (kind, _) in self.facts.known.items() if kind is not FactKind.NEWS]
        if known and (name := self.one_of(known, pick)) not in self.facts.cancelled:
            self.run(self.facts.cancel(name))

    def restore(self, pick: int) -> None:
        gone = [name for name in self.facts.cancelled if self.facts.known[name][0] is not FactKind.ANNOUNCEMENT]
        if gone:
            self.run(self.facts.restore(self.one_of(gone, pick)))

    # --- time ---------------------------------------------------------------------------------------------------------

    def time_passes(self, wait: timedelta) -> None:
        """Or the clock is set."""
        self.clock.at += wait

    def a_step_comes(self, pick: int, offset: timedelta, hand: str, luck: Luck, is_settled: bool) -> None:
        """It has just come, is just about to, or did some time ago; and somebody is there."""
        ahead = sorted({step.due for step in self.promises.steps() if step.due > self.clock()})
        if ahead:
            self.clock.at = ahead[min(pick, len(ahead) - 1)] + offset
            self.post(hand, luck, is_settled)

    def it_happens_meanwhile(self, pick: int, hand: str) -> None:
        """What it counts down to, while a step of it waits."""
        waits = sorted(step.date for step in self.promises.waiting if step.lead)
        if waits:
            self.clock.at = waits[pick % len(waits)]
            self.post(hand, Luck.GOOD, is_settled=True)

    def the_clock_was_ahead(self, pick: int, hand: str, luck: Luck, leads: frozenset[timedelta]) -> None:
        """Somebody subscribes by it; it is put right, and time passes until it is as late as it was by then."""
        self.a_step_comes(0, timedelta(0), hand, luck, is_settled=True)
        right = self.clock()
        self.a_step_comes(pick, timedelta(0), hand, luck, is_settled=True)
        wrong = self.clock()
        self.subscribe(8, Topic.CONVENTIONS, leads)
        self.clock.at = right
        self.post(hand, Luck.GOOD, is_settled=True)
        self.clock.at = wrong
        self.post(hand, luck, is_settled=True)

    def the_clock_was_far_ahead(self, hand: str, luck: Luck) -> None:
        """What is yet to come was left out as too old by it; then the next of it comes."""
        right = self.clock()
        self.clock.at += 3 * WEEK
        self.post(hand, Luck.GOOD, is_settled=True)
        self.clock.at = right
        self.look()
        self.a_step_comes(0, timedelta(0), hand, luck, is_settled=True)

    def it_happened_by_a_clock_that_was_ahead(self, pick: int, hand: str, luck: Luck) -> None:
        """What it counts down to, with steps left out before it; then it happens indeed."""
        ahead = sorted({step.date for step in self.promises.steps() if step.lead and step.due > self.clock()})
        if ahead:
            right, date = self.clock(), ahead[pick % len(ahead)]
            for at in (date, right, date):
                self.clock.at = at
                self.post(hand, luck, is_settled=True)

    def look(self) -> None:
        self.run(self.desk.look())

    # --- claimants, and Discord ---------------------------------------------------------------------------------------

    def claim(self, hand: str, luck: Luck) -> None:
        self.look()
        self.run(self.desk.claim(self.names[hand], luck))

    def a_lease_ends(self, hand: str, luck: Luck, other_luck: Luck) -> None:
        """Whoever was too slow settles while the other has it in hand, and would claim it again."""
        self.a_step_comes(0, timedelta(0), hand, luck, is_settled=False)
        self.clock.at += LEASE
        self.post("two" if hand == "one" else "one", other_luck, is_settled=False)
        self.settle(hand)
        self.clock.at += RETRY
        self.claim(hand, luck)

    def settle(self, hand: str) -> None:
        self.run(self.desk.settle(self.names[hand]))

    def post(self, hand: str, luck: Luck, is_settled: bool) -> None:
        self.claim(hand, luck)
        if is_settled:
            self.run(self.desk.settle(self.names[hand]))

    def crash(self, hand: str, is_found: bool) -> None:
        self.run(self.desk.crash(self.names[hand], is_found=is_found))
        self.names[hand] = f"{hand} {next(self.numbers)}"

    def close_a_channel(self, channel: int) -> None:
        self.desk.closed.add(channel)

    def a_closed_channel_is_unsubscribed(self, pick: int, hand: str) -> None:
        self.close_a_channel(7)
        self.a_step_comes(0, timedelta(0), hand, Luck.GOOD, is_settled=True)
        self.unsubscribe(pick)

    def a_closed_channel_opens_as_the_clock_is_put_right(self, hand: str, luck: Luck) -> None:
        """What a clock that was ahead took for due has waited there."""
        right = self.clock()
        self.close_a_channel(7)
        self.a_step_comes(0, timedelta(0), hand, Luck.GOOD, is_settled=True)
        self.clock.at = right
        self.open_a_channel(7)
        self.post(hand, luck, is_settled=True)

    def open_a_channel(self, channel: int) -> None:
        self.run(self.desk.open(channel))

    def come_to_rest(self) -> None:
        self.run(self._come_to_rest())

    async def _come_to_rest(self) -> None:
        desk = self.desk
        for channel in list(desk.closed):
            await desk.open(channel)
        for name in self.names.values():
            await desk.settle(name)
        for _ in range(PATIENCE):
            look = await desk.look()
            await desk.claim(self.names["one"], Luck.GOOD)
            await desk.settle(self.names["one"])
            if (again := await desk.next_try()) is None:
                break
            assert again - self.clock.at <= LONGEST_WAIT, "it is tried again too late"
            self.clock.at = max(self.clock.at, again)
        else:
            raise AssertionError("it doesn't come to rest")
        look = await desk.look()
        now, promises = self.clock(), self.promises
        assert {step for step in promises.waiting if step.due <= now} == set()
        assert len(desk.standing) == promises.posted.total()
        assert look.next_due is None or look.next_due > now, "it would look again and again"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with nothing in it, to be copied."""
    path = tmp_path_factory.mktemp("template") / "yokoku.db"
    return made(path)


def test_what_is_posted_is_what_was_promised_whatever_happens_at_the_store(template: Path) -> None:
    run_state_machine_as_test(
        cast("type[RuleBasedStateMachine]", lambda: Bots(template)),
        settings=settings(
            max_examples=examples(8, 2000),
            stateful_step_count=25,
            deadline=None,
            print_blob=True,
            phases=list(Phase) if IS_LONG else [Phase.generate],  # to make the steps fewer takes minutes
            suppress_health_check=list(HealthCheck),
        ),
    )
