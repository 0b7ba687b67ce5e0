"""Any order of events in a guild: what the real bot posts there is what the promises say, and late where it says so."""

import asyncio
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.dates.facts import FactKind
from bot.subscriptions.model import OFFERED_TOPICS
from tests.examples import examples
from tests.wire.any_order import DAY, HOUR, PLACES, WEEK, play

AHEAD = st.sampled_from([HOUR / 2, 2 * HOUR, DAY + 2 * HOUR, WEEK + 2 * HOUR])
KINDS = st.sampled_from([FactKind.RELEASE, FactKind.RELEASE, FactKind.EDITION, FactKind.NEWS, FactKind.ANNOUNCEMENT])
PICKS = st.integers(0, 5)
PLACE = st.sampled_from(PLACES)


def event(name: str, *about: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Something that happens: the name of a method of `AnyGuild`, and what it is told."""
    return st.tuples(st.just(name), *about)


EVENTS = st.one_of(
    *(event("a_step_comes", st.sampled_from([0, 1, 1, 2, 3]), st.booleans()) for _ in range(12)),
    event("subscribe", PLACE, st.sampled_from(OFFERED_TOPICS)),
    event("unsubscribe", PICKS),
    *(event("add", KINDS, AHEAD, st.booleans()) for _ in range(5)),
    event("move", PICKS, AHEAD, st.booleans()),
    *(event("it_turns_out_to_be_out", PICKS, st.sampled_from([HOUR, DAY, WEEK + DAY])) for _ in range(2)),
    event("cancel", PICKS),
    event("restore", PICKS),
    event("time_passes", st.sampled_from([HOUR, DAY, WEEK + DAY])),
    event("the_clock_is_set_back", st.sampled_from([HOUR, DAY])),
    event("the_clock_was_ahead", st.sampled_from([DAY, 2 * WEEK])),
    event("stop"),
    event("start"),
    event("start"),
    event("crash", st.booleans()),
    event("another_bot_starts"),
    event("the_other_bot_stops"),
    event("an_answer_is_lost"),
    event("all_posts_fail"),
    event("posts_succeed_again"),
    event("close_a_channel", PLACE),
    event("open_a_channel", PLACE),
)


@settings(
    max_examples=examples(2, 200),
    deadline=None,
    print_blob=True,
    phases=set(Phase) - {Phase.shrink},
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(EVENTS, min_size=20, max_size=30))
def test_what_is_posted_is_what_was_promised_whatever_happens(events: list[tuple[Any, ...]]) -> None:
    """The events of a failure are printed; `asyncio.run(play([...], folder))` plays them again."""
    with tempfile.TemporaryDirectory() as folder, asyncio.Runner() as runner:
        runner.run(play(events, Path(folder)))
