"""What channels hear of plans that flip in any order and at any time: a chain, and of what has stood alone."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.model import Service, Trailer
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.revisions import SLIGHT, Plan, Revision, UpdateKind
from bot.catalogue.updates import Item, Update, came_or_went, revised
from bot.dates.airdate import AirDate, Shift

START = datetime(2024, 1, 1, tzinfo=UTC)
AIRS = datetime(2024, 6, 10, 16, 25, tzinfo=UTC)
SETTLE_DELAY = timedelta(minutes=30)
MINUTE, WEEK = timedelta(minutes=1), timedelta(weeks=1)
BEGINNING = Plan(AirDate.instant(AIRS))


@dataclass
class Channel:
    """What is told of a series' releases, as time goes by."""

    releases: dict[int, Release]
    now: datetime = START
    waiting: Update | None = None
    told: list[Update] = field(default_factory=list)
    plans: dict[int, Plan] = field(default_factory=dict)

    def passes(self, by: timedelta) -> None:
        self.now += by
        if self.waiting is not None and not self.waiting.withdrawn and self.waiting.anchor_at <= self.now:
            self.told.append(self.waiting)
            self.waiting = None

    def change(self, release_id: int, to: Plan, *, settle_delay: timedelta | None = SETTLE_DELAY) -> None:
        was = self.plans.get(release_id, BEGINNING)
        if was == to:
            return
        self.plans[release_id] = to
        heard = {each.release_id: each for one in self.told for each in one.revisions}
        told_open = {release_id for release_id, last in heard.items() if last.shift is Shift.VAGUER}
        self.waiting = revised(
            self.waiting,
            [Revision(release_id, was, to)],
            self.releases,
            at=self.now,
            settle_delay=settle_delay,
            told_open=told_open,
        )

    def chain(self, release_id: int) -> list[Plan]:
        """What was heard of a release, from the beginning; fails where there is a gap."""
        heard = [BEGINNING]
        for one in self.told:
            for each in one.revisions:
                if each.release_id == release_id:
                    assert each.old == heard[-1]
                    heard.append(each.new)
        return heard


FILM = {1: Release(1, 1, ReleaseKind.FILM, BEGINNING.date)}
PLANS = [
    BEGINNING,
    Plan(AirDate.instant(AIRS + WEEK)),
    Plan(AirDate.instant(AIRS - WEEK)),
    Plan(AirDate.month(2024, 6)),
    Plan(AirDate.day(date(2024, 7, 1))),
    Plan(AirDate.tba()),
    Plan(BEGINNING.date, cancelled=True),
]
GAPS = st.sampled_from([0, 1, 10, 29, 30, 31, 45, 600]).map(lambda minutes: minutes * MINUTE)


@given(flips=st.lists(st.tuples(GAPS, st.sampled_from(PLANS)), max_size=12))
def test_what_is_heard_is_what_has_stood_in_a_chain_without_gaps(flips: list[tuple[timedelta, Plan]]) -> None:
    channel = Channel(FILM)
    stood, since = [BEGINNING], START
    for gap, to in flips:
        channel.passes(gap)
        now = channel.plans.get(1, BEGINNING)
        if channel.now - since >= SETTLE_DELAY and stood[-1] != now:
            stood.append(now)
        if to != now:
            since = channel.now
        channel.change(1, to)
    channel.passes(SETTLE_DELAY)
    now = channel.plans.get(1, BEGINNING)
    if stood[-1] != now:
        stood.append(now)

    assert channel.chain(1) == stood


@given(steps=st.lists(st.tuples(GAPS, st.integers(-4, 4)), max_size=12))
def test_small_steps_are_told_once_they_are_a_large_one(steps: list[tuple[timedelta, int]]) -> None:
    channel, at = Channel(FILM), AIRS
    for gap, minutes in steps:
        channel.passes(gap)
        at += minutes * MINUTE
        channel.change(1, Plan(AirDate.instant(at)))
    channel.passes(SETTLE_DELAY)

    heard = channel.chain(1)
    assert all(abs(_at(new) - _at(old)) >= SLIGHT for old, new in itertools.pairwise(heard))
    assert abs(_at(heard[-1]) - at) < SLIGHT


def _at(plan: Plan) -> datetime:
    assert plan.date.earliest is not None
    return plan.date.earliest


RUN = {
    number: Release(number, 1, kind, BEGINNING.date, number=number)
    for number, kind in enumerate([ReleaseKind.PREMIERE, *[ReleaseKind.EPISODE] * 2, ReleaseKind.FINALE], start=1)
}
MOVES = st.sampled_from([BEGINNING, PLANS[1], PLANS[2], PLANS[5], Plan(AirDate.instant(AIRS + timedelta(hours=2)))])


@given(flips=st.lists(st.tuples(GAPS, st.sampled_from(sorted(RUN)), MOVES), max_size=15))
def test_of_each_episode_what_is_heard_is_a_chain_that_ends_with_what_stands(
    flips: list[tuple[timedelta, int, Plan]],
) -> None:
    channel = Channel(RUN)
    for gap, number, to in flips:
        channel.passes(gap)
        channel.change(number, to)
    channel.passes(SETTLE_DELAY)

    for number in RUN:
        assert channel.chain(number)[-1] == channel.plans.get(number, BEGINNING)
    for one in channel.told:
        assert one.release_id == min(each.release_id for each in one.revisions)


def test_a_source_that_flaps_says_nothing() -> None:
    channel = Channel(FILM)
    for _ in range(100):
        channel.change(1, PLANS[1])
        channel.passes(10 * MINUTE)
        channel.change(1, BEGINNING)
        channel.passes(10 * MINUTE)

    assert channel.told == []


def test_what_is_read_in_bulk_is_not_told_but_keeps_true_what_waits() -> None:
    quiet, loud = Channel(FILM), Channel(FILM)
    quiet.change(1, PLANS[1], settle_delay=None)
    quiet.passes(WEEK)
    loud.change(1, PLANS[1])
    loud.change(1, PLANS[2], settle_delay=None)
    loud.passes(SETTLE_DELAY)

    assert quiet.told == []
    assert loud.chain(1) == [BEGINNING, PLANS[2]]


def test_what_has_come_out_when_it_becomes_known_is_not_kept() -> None:
    channel = Channel(FILM)
    channel.change(1, Plan(AirDate.instant(START - WEEK)))

    assert channel.waiting is None


# --- trailers and services --------------------------------------------------------------------------------------------


def item_told(item: Item, presence: Sequence[tuple[timedelta, bool]], *, there_at_first: bool) -> int:
    """How often an item that comes and goes is told."""
    now, is_there, times = START, there_at_first, 0
    waiting: Update | None = None
    kind = UpdateKind.TRAILER if isinstance(item, Trailer) else UpdateKind.SERVICE
    for gap, comes in [*presence, (SETTLE_DELAY, presence[-1][1])]:
        now += gap
        if waiting is not None and not waiting.withdrawn and waiting.anchor_at <= now:
            times, waiting = times + 1, None
        if comes is not is_there:
            old, new = (None, item) if comes else (item, None)
            change = Update(0, 1, kind, now, now + SETTLE_DELAY, old_item=old, new_item=new)
            waiting = came_or_went(waiting, change, settle_delay=SETTLE_DELAY)
            is_there = comes
    return times


@given(
    presence=st.lists(st.tuples(GAPS, st.booleans()), min_size=1, max_size=10),
    there_at_first=st.booleans(),
)
def test_a_trailer_is_told_once_it_has_stood_and_never_again(
    presence: list[tuple[timedelta, bool]], there_at_first: bool
) -> None:
    times = item_told(Trailer("PV", "https://youtu.be/x"), presence, there_at_first=there_at_first)

    assert times == 0 if there_at_first else times <= 1
    if not there_at_first and presence[-1][1]:
        assert times == 1


@pytest.mark.parametrize(
    ("item", "times"),
    [
        (Trailer("PV", None), 0),
        (Trailer("PV", "javascript:alert(1)"), 0),
        (Service("Elsewhere", "https://example.com/"), 1),
        (Service("Elsewhere", since=AirDate.day(date(2015, 1, 1))), 0),
        (Service("Elsewhere", since=AirDate.day(date(2024, 3, 1))), 1),
    ],
)
def test_only_what_can_be_played_or_has_just_come_is_told(item: Item, times: int) -> None:
    assert item_told(item, [(MINUTE, True)], there_at_first=False) == times


def test_an_update_names_the_revision_that_is_told() -> None:
    moved = Revision(2, BEGINNING, PLANS[1])
    update = Update(1, 1, UpdateKind.BREAK, START, START, 2, revisions=(Revision(3, BEGINNING, PLANS[1]), moved))

    assert update.announced == moved
    assert replace(update, release_id=None).announced is None
