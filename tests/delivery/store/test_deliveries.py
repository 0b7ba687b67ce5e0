"""Claims, leases and how deliveries end."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, event, insert, select, update

from bot.catalogue.model import Series, Titles
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.store import catalogue
from bot.catalogue.tables import releases
from bot.database.engine import Database
from bot.dates.airdate import AirDate
from bot.dates.facts import FactKind
from bot.delivery import tables
from bot.delivery.model import LEASE, Delivery, DeliveryOutcome, State
from bot.delivery.store import deliveries, pauses, queues
from bot.delivery.store.queues import CHANNELS_IN_TURN, WINDOW, ChannelTurns
from bot.subscriptions.model import DEFAULT_LEADS, Subscription, Topic
from bot.subscriptions.store import channels
from bot.subscriptions.tables import subscriptions

NOW = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
SECOND = timedelta(seconds=1)


async def a_subscription(database: Database, channel: int = 7) -> Subscription:
    async with database.write() as db:
        wanted = Subscription(0, 1, channel, Topic.RELEASES, DEFAULT_LEADS, 9, NOW - timedelta(days=30))
        return (await channels.subscribe(db, wanted))[0]


async def due(
    database: Database, subscription: Subscription, *, lead: timedelta = timedelta(0), **more: object
) -> None:
    values: dict[str, Any] = {
        "subscription_id": subscription.id,
        "occasion": f"{lead} {more}",
        "guild_id": 1,
        "channel_id": subscription.channel_id,
        "kind": FactKind.RELEASE.value,
        "fact_id": 12,
        "anchor_at": NOW,
        "lead": lead,
        "due_at": NOW - lead,
        "state": State.PENDING.value,
        "next_try_at": NOW - lead,
        **more,
    }
    async with database.write() as db:
        await db.execute(insert(tables.deliveries).values(**values))


async def many_due(database: Database, many: int, guild: int, channel: int, *, earlier: timedelta = SECOND) -> None:
    """So many posts for one channel, each of a subscription of its own."""
    values = {
        "guild_id": guild,
        "channel_id": channel,
        "kind": FactKind.RELEASE.value,
        "fact_id": 12,
        "anchor_at": NOW,
        "lead": timedelta(0),
        "due_at": NOW - earlier,
        "state": State.PENDING.value,
        "next_try_at": NOW - earlier,
    }
    async with database.write() as db:
        rows = [values | {"subscription_id": channel, "occasion": f"{channel} {number}"} for number in range(many)]
        await db.execute(insert(tables.deliveries), rows)


async def claim(
    database: Database, *, owner: str = "me", now: datetime = NOW, limit: int = 100, but: tuple[int, ...] = ()
) -> list[Delivery]:
    async with database.write() as db:
        return await deliveries.claim(
            db, identity=database.identity, owner=owner, now=now, limit=limit, but_channels=but
        )


async def settle(database: Database, *outcomes: DeliveryOutcome, owner: str = "me", now: datetime = NOW) -> None:
    async with database.write() as db:
        await deliveries.settle(db, outcomes, owner=owner, now=now)


async def states(database: Database) -> list[str]:
    async with database.read() as db:
        return list((await db.execute(select(tables.deliveries.c.state).order_by(tables.deliveries.c.id))).scalars())


async def test_what_is_claimed_is_handed_to_nobody_else_until_the_lease_ends(database: Database) -> None:
    await due(database, await a_subscription(database))

    (mine,) = await claim(database)
    assert await claim(database, owner="other") == []
    assert await claim(database, owner="other", now=NOW + LEASE - SECOND) == []
    (theirs,) = await claim(database, owner="other", now=NOW + LEASE)

    assert (mine.attempts, theirs.attempts) == (1, 2)
    assert theirs.nonce == mine.nonce
    assert theirs.first_claimed_at == NOW


async def test_whoever_lost_the_lease_settles_nothing(database: Database) -> None:
    await due(database, await a_subscription(database))
    (mine,) = await claim(database)
    await claim(database, owner="other", now=NOW + LEASE)

    await settle(database, DeliveryOutcome(mine.id, State.FAILED, reason="too slow"))
    assert await states(database) == ["pending"]

    await settle(database, DeliveryOutcome(mine.id, State.SENT, message_id=5), owner="other")
    assert await states(database) == ["sent"]


async def test_what_is_settled_stays_settled(database: Database) -> None:
    await due(database, await a_subscription(database))
    (mine,) = await claim(database)
    await settle(database, DeliveryOutcome(mine.id, State.SENT, message_id=5))
    await settle(database, DeliveryOutcome(mine.id, State.FAILED, reason="a second settling"))

    assert await states(database) == ["sent"]
    assert await claim(database, now=NOW + timedelta(days=1)) == []


async def test_the_earliest_comes_first_and_full_channels_wait(database: Database) -> None:
    one, other = await a_subscription(database), await a_subscription(database, 8)
    await due(database, one)
    await due(database, other, lead=timedelta(hours=1))

    assert [each.channel_id for each in await claim(database, limit=1)] == [8]
    assert await claim(database, but=(7,)) == []
    assert [each.channel_id for each in await claim(database)] == [7]


async def test_nothing_is_claimed_before_its_time(database: Database) -> None:
    await due(database, await a_subscription(database))

    assert await claim(database, now=NOW - SECOND) == []


async def test_a_retry_waits_and_a_claim_that_was_not_tried_does_not_count(database: Database) -> None:
    await due(database, await a_subscription(database))
    (first,) = await claim(database)
    await settle(database, DeliveryOutcome(first.id, State.PENDING, next_try_at=NOW + 5 * SECOND))
    assert await claim(database, now=NOW + 4 * SECOND) == []

    (second,) = await claim(database, now=NOW + 5 * SECOND)
    await settle(database, DeliveryOutcome(first.id, State.PENDING, next_try_at=NOW, tried=False))
    (third,) = await claim(database, now=NOW + 6 * SECOND)

    assert [first.attempts, second.attempts, third.attempts] == [1, 2, 2]


async def test_an_earlier_step_is_superseded_by_a_later_one_that_is_due(database: Database) -> None:
    subscription = await a_subscription(database)
    await due(database, subscription, lead=timedelta(hours=1))
    await due(database, subscription)
    await due(database, subscription, fact_id=13, lead=timedelta(days=1))

    claimed = {(each.fact_id, each.lead): each.superseded for each in await claim(database)}

    hour, day = timedelta(hours=1), timedelta(days=1)
    assert claimed == {(12, hour): True, (12, timedelta(0)): False, (13, day): False}


async def test_a_step_that_is_still_to_come_supersedes_nothing(database: Database) -> None:
    subscription = await a_subscription(database)
    await due(database, subscription, lead=timedelta(hours=1))
    await due(database, subscription)

    (only,) = await claim(database, now=NOW - SECOND)
    assert not only.superseded


async def told_along(database: Database, **changed: Any) -> list[int]:  # noqa: ANN401 - columns
    """Which of episodes 2 to 4, all of one moment, the post of an earlier one tells of; the second is `changed`."""
    subscription = await a_subscription(database)
    async with database.write() as db:
        one = await catalogue.save_series(db, Series(0, "one", Titles(english="One")))
        numbers = (2, 3, 4)
        episodes = [Release(0, one.id, ReleaseKind.EPISODE, AirDate.instant(NOW), number) for number in numbers]
        stored = await catalogue.add_releases(db, episodes)
        delivered = {key: value for key, value in changed.items() if key == "state"}
        released = {key: value for key, value in changed.items() if key not in {"state", "own"}}
        if released:
            await db.execute(update(releases).where(releases.c.id == stored[0].id).values(**released))
        if "own" in changed:
            own = replace(episodes[0], guild_id=1, overrides_id=stored[0].id, date=AirDate.instant(NOW + SECOND))
            await catalogue.add_releases(db, [own])
    for number, each in zip(numbers, stored, strict=True):
        await due(database, subscription, fact_id=each.id, **(delivered if number == 2 else {}))
    by_id = {each.id: each.number or 0 for each in stored}
    return sorted(by_id[each.fact_id] for each in await claim(database) if each.told_along)


async def test_the_first_of_what_comes_at_one_moment_tells_of_all(database: Database) -> None:
    assert await told_along(database) == [3, 4]


@pytest.mark.parametrize(
    "changed",
    [
        {"anchor_at": NOW + SECOND},
        {"cancelled": True},
        {"service": "Crunchyroll"},
        {"state": State.FAILED.value},
        {"state": State.SKIPPED.value},
        {"own": True},
    ],
)
async def test_the_next_tells_of_them_where_the_first_is_elsewhere(database: Database, changed: dict[str, Any]) -> None:
    assert await told_along(database, **changed) == [4]


async def test_what_was_told_with_the_first_is_not_told_again(database: Database) -> None:
    assert await told_along(database, state=State.SENT.value) == [3, 4]


async def test_a_delivery_outlives_its_subscription_and_says_so(database: Database) -> None:
    subscription = await a_subscription(database)
    await due(database, subscription)
    async with database.write() as db:
        await db.execute(delete(subscriptions))

    (orphan,) = await claim(database)
    assert orphan.unsubscribed


async def test_a_pause_parks_what_waits_and_resuming_releases_it(database: Database) -> None:
    subscription = await a_subscription(database)
    await due(database, subscription)
    await due(database, subscription, fact_id=13)
    (in_flight,) = await claim(database, limit=1)
    async with database.write() as db:
        assert await pauses.pause(db, subscription.id, reason="gone", now=NOW)
        assert not await pauses.pause(db, subscription.id, reason="gone again", now=NOW)
    await settle(database, DeliveryOutcome(in_flight.id, State.PENDING, reason="gone"))

    assert await claim(database, now=NOW + timedelta(days=1)) == []

    async with database.write() as db:
        assert await pauses.resume(db, subscription.id, now=NOW + 2 * SECOND)
        assert not await pauses.resume(db, subscription.id, now=NOW + 2 * SECOND)
    assert len(await claim(database, now=NOW + 2 * SECOND)) == 2


async def test_after_the_clock_was_set_back_retries_are_not_years_off(database: Database) -> None:
    long_before = NOW - timedelta(days=365)
    await due(database, await a_subscription(database), due_at=long_before)
    await claim(database)
    async with database.write() as db:
        await queues.clamp_to_clock(db, long_before)

    assert await claim(database, owner="other", now=long_before) == []
    assert len(await claim(database, owner="other", now=long_before + LEASE)) == 1


async def test_ids_are_never_used_twice(database: Database) -> None:
    first = await a_subscription(database)
    async with database.write() as db:
        await pauses.end(db, 1, first.id, now=NOW)

    assert (await a_subscription(database)).id != first.id


async def test_channels_take_turns_and_none_gets_more_than_its_share(database: Database) -> None:
    busy, quiet = await a_subscription(database), await a_subscription(database, 8)
    for number in range(20):
        await due(database, busy, fact_id=number)
    await due(database, quiet)

    async with database.write() as db:
        claimed = await deliveries.claim(db, identity=database.identity, owner="me", now=NOW, limit=10, of_a_channel=4)

    assert sorted(each.channel_id for each in claimed) == [7, 7, 7, 7, 8]


async def test_guilds_take_turns_however_much_one_of_them_has(database: Database) -> None:
    big, small, tiny = [await a_subscription(database, channel) for channel in (7, 8, 9)]
    for number in range(40):
        await due(database, big, guild_id=100, fact_id=number, channel_id=1000 + number % 20)
    for number in range(3):
        await due(database, small, guild_id=200, fact_id=100 + number, due_at=NOW - SECOND / 2)
    await due(database, tiny, guild_id=300, fact_id=200, next_try_at=NOW)

    async with database.write() as db:
        first = await deliveries.claim(db, identity=database.identity, owner="me", now=NOW, limit=6, of_a_channel=5)
        then = await deliveries.claim(db, identity=database.identity, owner="me", now=NOW, limit=6, of_a_channel=5)

    assert Counter(each.guild_id for each in first) == {100: 3, 200: 2, 300: 1}
    assert Counter(each.guild_id for each in then) == {100: 5, 200: 1}
    assert len({each.channel_id for each in [*first, *then] if each.guild_id == 100}) == 8


async def test_what_is_in_hand_is_not_claimed_again_whatever_its_lease_says(database: Database) -> None:
    await due(database, await a_subscription(database))
    (mine,) = await claim(database)

    async with database.write() as db:
        again = await deliveries.claim(
            db, identity=database.identity, owner="me", now=NOW + timedelta(days=1), limit=10, but=[mine.id]
        )

    assert again == []


async def test_what_ends_parked_after_its_subscription_resumed_is_tried_now(database: Database) -> None:
    subscription = await a_subscription(database)
    await due(database, subscription)
    (mine,) = await claim(database)
    async with database.write() as db:
        await pauses.pause(db, subscription.id, reason="closed", now=NOW)
        await pauses.resume(db, subscription.id, now=NOW)
    await settle(database, DeliveryOutcome(mine.id, State.PENDING, reason="closed"))

    assert [each.id for each in await claim(database)] == [mine.id]


async def test_what_a_dead_claimant_held_is_handed_out_at_once_and_counts_as_tried(database: Database) -> None:
    subscription = await a_subscription(database)
    await due(database, subscription)
    await due(database, subscription, fact_id=13)
    await claim(database, owner="dead", limit=1)
    await claim(database, owner="alive", limit=1)

    async with database.write() as db:
        assert await queues.release_lease(db, "dead", NOW) == 1

    (taken,) = await claim(database, owner="next")
    assert taken.attempts == 2
    assert await states(database) == ["pending", "pending"]


async def test_hurrying_leaves_leases_alone(database: Database) -> None:
    subscription = await a_subscription(database)
    await due(database, subscription, next_try_at=NOW + timedelta(minutes=5))
    await due(database, subscription, fact_id=13)
    (held,) = await claim(database)
    async with database.write() as db:
        await queues.retry_now(db, NOW)

    (hurried,) = await claim(database, owner="other")
    assert hurried.id != held.id


async def test_however_many_wait_for_one_channel_the_single_one_of_another_is_claimed(database: Database) -> None:
    await many_due(database, WINDOW + 500, guild=1, channel=7, earlier=timedelta(hours=1))
    await many_due(database, 1, guild=2, channel=8)

    claimed = await claim(database, limit=2)

    assert {each.guild_id for each in claimed} == {1, 2}


async def test_every_channel_has_its_turn_though_more_wait_than_are_looked_at(database: Database) -> None:
    await many_due(database, WINDOW + 500, guild=1, channel=7, earlier=timedelta(hours=1))
    others = range(100, 100 + 2 * CHANNELS_IN_TURN + 1)
    for channel in others:
        await many_due(database, 1, guild=channel, channel=channel)
    turns, seen = ChannelTurns(), set()

    for _ in range(4):
        async with database.write() as db:
            claimed = await deliveries.claim(
                db, identity="me", owner="me", now=NOW, limit=CHANNELS_IN_TURN + 1, of_a_channel=1, turns=turns
            )
        seen |= {each.channel_id for each in claimed}

    assert seen == {7, *others}


async def test_a_claim_finds_what_it_looks_at_by_indexes(database: Database) -> None:
    """However many posts wait, or were sent in years."""
    ran: list[tuple[str, tuple[Any, ...]]] = []
    async with database.write() as db:

        @event.listens_for(db.sync_connection, "before_cursor_execute")
        def note(_1: object, _2: object, statement: str, parameters: tuple[Any, ...], *_: object) -> None:
            ran.append((statement, parameters))

        await deliveries.claim(db, identity="me", owner="me", now=NOW, limit=100, but_channels=[7], but=[9])
        plans = [
            step.detail
            for statement, parameters in list(ran)
            for step in await db.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]

    derived = ("next_channels", "anon", "(subquery", "first_of_channels", "looked_at", "CONSTANT ROW")
    scanned = [step.removeprefix("SCAN ") for step in plans if step.startswith("SCAN")]
    assert [name for name in scanned if not name.startswith(derived)] == []
    assert any("ix_deliveries_channels_in_turn (channel_id=? AND next_try_at<?)" in step for step in plans)
    assert any("ix_deliveries_pending (next_try_at<?)" in step for step in plans)
