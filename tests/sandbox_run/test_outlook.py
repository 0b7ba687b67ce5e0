"""What the sandbox is told of posts is what the bot makes of them: what will be due, and what became of what was."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from bot.database.engine import Database
from bot.dates.facts import FactKind
from bot.delivery.model import State
from bot.delivery.scan import scan
from bot.delivery.tables import deliveries
from bot.sandbox_run.stage import StoreOutlook
from bot.subscriptions.model import Topic
from sandbox.outlook import Delivered, Expected, UntoldError
from tests.database.stores import open_new
from tests.examples import examples
from tests.model.facts import Facts, When
from tests.model.promises import Promises
from tests.still_clock import StillClock

NOW = datetime(2024, 1, 1, 12, tzinfo=UTC)
HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)
MOMENT, A_BIT = timedelta(0), timedelta(microseconds=1)
END = NOW + timedelta(days=90)
ALL, MANY = frozenset([WEEK, DAY, HOUR, MOMENT]), 1000
KINDS = st.sampled_from([FactKind.RELEASE, FactKind.RELEASE, FactKind.EDITION, FactKind.NEWS, FactKind.ANNOUNCEMENT])
WHEN = st.builds(When, st.integers(-300, 1000).map(lambda hours: NOW + HOUR * hours), st.booleans())
MOVES = st.none() | st.integers(-50, 300).map(lambda hours: When(NOW + 2 * WEEK + HOUR * hours))
SUBSCRIBED = st.tuples(
    st.sampled_from([7, 8]),
    st.sampled_from([Topic.RELEASES, Topic.CONVENTIONS, Topic.ANNOUNCEMENTS]),
    st.sets(st.sampled_from(sorted(ALL)), min_size=1).map(frozenset),
)


FACTS = st.lists(st.tuples(KINDS, WHEN, MOVES), max_size=6)


class Wishes:
    """A guild's facts and subscriptions in a store, what the sandbox is told of them, and what a look makes of them."""

    def __init__(self, database: Database, clock: StillClock) -> None:
        clock.at = NOW
        self.database, self.clock = database, clock
        self.facts = Facts(database, clock, Promises(NOW), guild_id=1)
        self.outlook = StoreOutlook(database, clock)

    async def due(self) -> list[Expected]:
        """What will be due in the stretch of time that is looked at."""
        return [each for each in await self.outlook.due(MANY) if each.at <= END]

    async def look(self, at: datetime) -> list[Delivered]:
        """What the bot's look at an instant makes due, as the sandbox is told afterwards."""
        before = await self.outlook.delivered(MANY)
        self.clock.at = at
        await scan(self.database, self.clock)
        return list((Counter(await self.outlook.delivered(MANY)) - Counter(before)).elements())

    async def posted(self) -> None:
        """All that is due is posted."""
        async with self.database.write() as db:
            await db.execute(update(deliveries).values(state=State.SENT, next_try_at=None, settled_at=self.clock.at))


def expected(posts: list[Delivered]) -> Counter[Expected]:
    """What was to be expected, given what came."""
    return Counter(Expected(each.at, each.what, each.channel_id) for each in posts)


@settings(max_examples=examples(5, 100), deadline=None)
@given(facts=FACTS, subscribed=st.lists(SUBSCRIBED, max_size=4))
async def test_what_will_be_due_is_what_comes_due_at_that_instant_and_not_before(
    facts: list[tuple[FactKind, When, When | None]], subscribed: list[tuple[int, Topic, frozenset[timedelta]]]
) -> None:
    with TemporaryDirectory() as folder:
        clock = StillClock(NOW)
        database = await open_new(Path(folder) / "yokoku.db", clock)
        try:
            await foretold(Wishes(database, clock), facts, subscribed)
        finally:
            await database.close()


async def foretold(
    wishes: Wishes,
    facts: list[tuple[FactKind, When, When | None]],
    subscribed: list[tuple[int, Topic, frozenset[timedelta]]],
) -> None:
    """Hold what will be due against what comes due, instant by instant."""
    for channel, topic, leads in subscribed:
        await wishes.facts.subscribe(channel, topic, leads)
    for number, (kind, when, moved) in enumerate(facts):
        await wishes.facts.add(f"fact *{number}*", kind, when)
        if moved is not None:
            await wishes.facts.move(f"fact *{number}*", moved)
    await wishes.look(NOW)
    due = await wishes.due()

    assert due == sorted(due, key=lambda each: each.at)
    for at in sorted({each.at for each in due}):
        assert await wishes.look(at - A_BIT) == []
        assert expected(await wishes.look(at)) == Counter(each for each in due if each.at == at)
    assert await wishes.look(END) == []


async def a_film_in_a_day(database: Database, clock: StillClock) -> Wishes:
    wishes = Wishes(database, clock)
    await wishes.facts.subscribe(7, Topic.RELEASES, ALL)
    await wishes.look(NOW)
    await wishes.facts.add("film", FactKind.RELEASE, When(NOW + DAY))
    return wishes


async def test_what_was_posted_is_not_due_again_after_the_clock_was_set_back(
    database: Database, clock: StillClock
) -> None:
    wishes = await a_film_in_a_day(database, clock)
    assert [each.at for each in await wishes.due()] == [NOW + DAY - HOUR, NOW + DAY]
    await wishes.look(NOW + DAY - HOUR)
    await wishes.posted()

    wishes.clock.at = NOW
    await scan(wishes.database, wishes.clock)
    assert [each.at for each in await wishes.due()] == [NOW + DAY]
    assert [(each.at, each.state) for each in await wishes.outlook.delivered(MANY)] == [(NOW + DAY - HOUR, "sent")]


async def test_what_waits_while_the_clock_was_set_back_is_due_again_and_not_yet_delivered(
    database: Database, clock: StillClock
) -> None:
    wishes = await a_film_in_a_day(database, clock)
    await wishes.look(NOW + DAY - HOUR)

    wishes.clock.at = NOW
    await scan(wishes.database, wishes.clock)
    assert [each.at for each in await wishes.due()] == [NOW + DAY - HOUR, NOW + DAY]
    assert await wishes.outlook.delivered(MANY) == []


async def test_posts_are_named_as_the_log_names_them_and_without_markdown(
    database: Database, clock: StillClock
) -> None:
    wishes = Wishes(database, clock)
    await wishes.facts.subscribe(7, Topic.RELEASES, frozenset([DAY, MOMENT]))
    await wishes.look(NOW)
    await wishes.facts.add("*Metallic* Rouge", FactKind.RELEASE, When(NOW + 2 * DAY))

    assert [each.what for each in await wishes.due()] == [
        "*Metallic* Rouge: the film, 1 day before",
        "*Metallic* Rouge: the film",
    ]


async def test_the_soonest_of_all_guilds_come_first_and_the_latest_delivered(
    database: Database, clock: StillClock
) -> None:
    wishes = Wishes(database, clock)
    for guild_id, channel in ((1, 7), (2, 8)):
        facts = Facts(database, clock, Promises(NOW), guild_id)
        await facts.subscribe(channel, Topic.RELEASES, frozenset([MOMENT]))
        await facts.add(f"film {guild_id}", FactKind.RELEASE, When(NOW + DAY / guild_id))
    await wishes.look(NOW)

    assert [each.channel_id for each in await wishes.outlook.due(1)] == [8]
    assert [each.channel_id for each in await wishes.due()] == [8, 7]
    await wishes.look(NOW + DAY)
    assert [each.channel_id for each in await wishes.outlook.delivered(1)] == [7]
    assert [each.channel_id for each in await wishes.outlook.delivered(MANY)] == [7, 8]


async def test_a_post_tells_what_became_of_it_and_when_it_is_tried_again(database: Database, clock: StillClock) -> None:
    wishes = Wishes(database, clock)
    await wishes.facts.subscribe(7, Topic.RELEASES, frozenset([MOMENT]))
    await wishes.look(NOW)
    await wishes.facts.add("film", FactKind.RELEASE, When(NOW + DAY))
    (waiting,) = await wishes.look(NOW + DAY)
    assert (waiting.state, waiting.reason, waiting.message_id) == ("pending", None, None)
    assert waiting.next_try_at == NOW + DAY

    again = {"reason": "Discord is away", "next_try_at": NOW + DAY + HOUR}
    (retried,) = await told(wishes, **again)
    assert (retried.reason, retried.next_try_at) == ("Discord is away", NOW + DAY + HOUR)

    (paused,) = await told(wishes, reason=None, next_try_at=None)
    assert paused.reason == "waits until the channel can be posted to again"

    (late,) = await told(wishes, state=State.SENT, message_id=snowflake(NOW + DAY + 2 * HOUR))
    assert (late.state, late.reason) == ("sent", "2 hours late")


async def told(wishes: Wishes, **values: object) -> list[Delivered]:
    """What is told of the deliveries once these are so."""
    async with wishes.database.write() as db:
        await db.execute(update(deliveries).values(**values))
    return await wishes.outlook.delivered(MANY)


def snowflake(at: datetime) -> int:
    """The id of a message that Discord took then."""
    return (at - datetime(2015, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1) << 22


async def test_what_a_closed_store_knows_cannot_be_told(database: Database, clock: StillClock) -> None:
    outlook = StoreOutlook(database, clock)
    await database.close()
    for ask in (outlook.due, outlook.delivered):
        with pytest.raises(UntoldError, match="was closed"):
            await ask(5)
