"""Notices as they are kept: what is told, when, and what isn't told any more."""

import dataclasses
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, event, func, insert, select, text, update

from bot.database.engine import Database
from bot.dates.facts import DueFact, FactKind
from bot.delivery import tables
from bot.delivery.model import LEASE, State
from bot.delivery.notices import GATHERED_WITHIN, NOTICES_KEPT_FOR, PROVEN_AFTER, TOLD_AGAIN_AFTER, NoticeKind
from bot.delivery.store import notices, pauses, unpinged
from bot.subscriptions.model import DEFAULT_LEADS, PauseReason, Subscription, Topic
from bot.subscriptions.store import channels
from bot.subscriptions.tables import subscriptions

AT = datetime(2024, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
FIRST = Subscription(0, 1, 10, Topic.ANNOUNCEMENTS, DEFAULT_LEADS, created_by=7, created_at=AT)
SILENCED, DELETED = PauseReason.SILENCED.value, PauseReason.CHANNEL_DELETED.value


@pytest.fixture
async def subscription_id(database: Database) -> int:
    return await subscribed(database)


async def subscribed(database: Database, *, guild_id: int = 1, channel_id: int = 10) -> int:
    async with database.write() as db:
        wanted = dataclasses.replace(FIRST, guild_id=guild_id, channel_id=channel_id)
        return (await channels.subscribe(db, wanted))[0].id


async def pause(database: Database, subscription_id: int, at: datetime, reason: str = SILENCED) -> None:
    async with database.write() as db:
        assert await pauses.pause(db, subscription_id, reason=reason, now=at)


async def resume(database: Database, subscription_id: int, at: datetime) -> None:
    async with database.write() as db:
        assert await pauses.resume(db, subscription_id, now=at)


async def claimed(database: Database, at: datetime) -> list[notices.Batch]:
    async with database.write() as db:
        return await notices.claim(db, at)


async def told(database: Database, at: datetime) -> list[list[tuple[str, str]]]:
    """Tell all that is due: for each message the kinds and reasons in it."""
    batches = await claimed(database, at)
    async with database.write() as db:
        for batch in batches:
            await notices.mark_sent(db, [each.id for each in batch.notices], at)
    return [[(each.kind.value, each.reason) for each in batch.notices] for batch in batches]


async def next_at(database: Database) -> datetime | None:
    async with database.read() as db:
        return await notices.next_at(db)


async def test_a_pause_is_told_once_and_its_end_once(database: Database, subscription_id: int) -> None:
    await pause(database, subscription_id, AT)
    assert await told(database, AT) == []
    assert await next_at(database) == AT + GATHERED_WITHIN
    assert await told(database, AT + HOUR) == [[("paused", SILENCED)]]
    assert await told(database, AT + 2 * HOUR) == []

    await resume(database, subscription_id, AT + 3 * HOUR)
    assert await next_at(database) == AT + 3 * HOUR + PROVEN_AFTER
    assert await told(database, AT + 4 * HOUR) == [[("resumed", SILENCED)]]
    assert await next_at(database) is None


async def test_what_goes_on_before_it_is_told_is_not_told_at_all(database: Database, subscription_id: int) -> None:
    await pause(database, subscription_id, AT)
    await resume(database, subscription_id, AT)
    assert await next_at(database) is None


async def test_what_only_seemed_mended_is_not_said_to_go_on(database: Database, subscription_id: int) -> None:
    await pause(database, subscription_id, AT)
    await told(database, AT + HOUR)
    for hour in range(2, 80):
        await resume(database, subscription_id, AT + hour * HOUR)
        await pause(database, subscription_id, AT + hour * HOUR)
        assert await told(database, AT + hour * HOUR + LEASE) == []


async def test_another_reason_is_told_though_nobody_heard_of_an_end(database: Database, subscription_id: int) -> None:
    await pause(database, subscription_id, AT)
    await told(database, AT + HOUR)
    await resume(database, subscription_id, AT + 2 * HOUR)
    await pause(database, subscription_id, AT + 2 * HOUR, DELETED)

    assert await told(database, AT + 3 * HOUR) == []
    assert await told(database, AT + HOUR + TOLD_AGAIN_AFTER) == [[("paused", DELETED)]]


async def test_what_comes_and_goes_is_told_once_a_day(database: Database, subscription_id: int) -> None:
    heard = []
    for hour in range(0, 96, 2):
        await pause(database, subscription_id, AT + hour * HOUR)
        heard += await told(database, AT + (hour + 1) * HOUR)
        await resume(database, subscription_id, AT + (hour + 1) * HOUR)
        heard += await told(database, AT + (hour + 2) * HOUR - timedelta(minutes=1))
    pauses_heard = [each for each in heard if each == [("paused", SILENCED)]]
    assert 1 < len(pauses_heard) <= 4
    assert [message[0][0] for message in heard] == ["paused", "resumed"] * len(pauses_heard)


async def test_a_pause_that_lasts_is_told_a_day_after_the_one_before(database: Database, subscription_id: int) -> None:
    await pause(database, subscription_id, AT)
    await told(database, AT + HOUR)
    await resume(database, subscription_id, AT + 2 * HOUR)
    await told(database, AT + 3 * HOUR)
    await pause(database, subscription_id, AT + 4 * HOUR)

    assert await next_at(database) == AT + HOUR + TOLD_AGAIN_AFTER


async def test_what_pauses_together_is_told_together_and_each_guild_for_itself(database: Database) -> None:
    for number in range(40):
        await pause(database, await subscribed(database, channel_id=100 + number), AT + timedelta(seconds=number / 20))
    await pause(database, await subscribed(database, guild_id=2, channel_id=200), AT)

    batches = await claimed(database, AT + GATHERED_WITHIN)

    assert sorted((batch.guild_id, len(batch.notices)) for batch in batches) == [(1, 40), (2, 1)]


async def test_what_was_in_hand_when_its_process_ended_stays_together(database: Database, subscription_id: int) -> None:
    await pause(database, subscription_id, AT)
    [first] = await claimed(database, AT + GATHERED_WITHIN)
    await pause(database, await subscribed(database, channel_id=11), AT + GATHERED_WITHIN)
    assert await claimed(database, AT + GATHERED_WITHIN) == []

    again, other = await claimed(database, AT + GATHERED_WITHIN + LEASE)

    assert [each.id for each in again.notices] == [each.id for each in first.notices]
    assert [each.attempts for each in again.notices] == [2]
    assert [each.channel_id for each in other.notices] == [11]


async def test_what_goes_on_while_it_is_being_told_is_said_to(database: Database, subscription_id: int) -> None:
    await pause(database, subscription_id, AT)
    [batch] = await claimed(database, AT + HOUR)
    await resume(database, subscription_id, AT + HOUR)
    async with database.write() as db:
        await notices.try_again(db, [each.id for each in batch.notices], AT + HOUR)

    assert await told(database, AT + 2 * HOUR) == [[("resumed", SILENCED)]]


async def test_what_nobody_could_be_told_is_not_said_to_go_on(database: Database, subscription_id: int) -> None:
    await pause(database, subscription_id, AT)
    [batch] = await claimed(database, AT + HOUR)
    async with database.write() as db:
        await notices.give_up(db, [each.id for each in batch.notices])
    await resume(database, subscription_id, AT + 2 * HOUR)

    assert await next_at(database) is None
    await pause(database, subscription_id, AT + 3 * HOUR)
    assert await next_at(database) == AT + TOLD_AGAIN_AFTER


async def a_post(
    database: Database, subscription_id: int, state: State = State.FAILED, *, reason: str = "Refused"
) -> int:
    """A delivery in some state; its id."""
    async with database.write() as db:
        made = await db.execute(
            insert(tables.deliveries)
            .values(
                subscription_id=subscription_id,
                occasion=str(await db.scalar(select(func.count()).select_from(tables.deliveries))),
                guild_id=1,
                channel_id=10,
                kind=FactKind.ANNOUNCEMENT.value,
                fact_id=3,
                anchor_at=AT,
                lead=timedelta(0),
                due_at=AT,
                state=state.value,
                reason=reason,
            )
            .returning(tables.deliveries.c.id)
        )
        return int(made.scalar_one())


async def went_wrong(database: Database, kind: NoticeKind, *ids: int, at: datetime) -> None:
    async with database.write() as db:
        await notices.add_about_posts(db, kind, ids, now=at)


async def test_each_post_that_failed_is_told_once_and_those_of_an_hour_together(
    database: Database, subscription_id: int
) -> None:
    first, *others = [await a_post(database, subscription_id, reason=f"Refused {number}") for number in range(4)]
    await went_wrong(database, NoticeKind.FAILED, first, at=AT)
    assert await next_at(database) == AT + GATHERED_WITHIN
    [batch] = await claimed(database, AT + HOUR / 4)
    assert [(each.kind, each.step) for each in batch.notices] == [
        (NoticeKind.FAILED, DueFact(FactKind.ANNOUNCEMENT, 3, AT))
    ]
    async with database.write() as db:
        await notices.mark_sent(db, [each.id for each in batch.notices], AT + HOUR / 4)

    for minute, other in enumerate(others):
        await went_wrong(database, NoticeKind.FAILED, first, other, at=AT + HOUR / 2 + timedelta(minutes=minute))
    assert await told(database, AT + HOUR) == []
    assert await told(database, AT + 2 * HOUR) == [[("failed", f"Refused {number}") for number in range(1, 4)]]
    assert await next_at(database) is None


async def test_a_post_that_is_stuck_no_more_is_not_told_of(database: Database, subscription_id: int) -> None:
    ids = [await a_post(database, subscription_id, State.PENDING) for _ in range(2)]
    await went_wrong(database, NoticeKind.STUCK, *ids, at=AT)
    async with database.write() as db:
        await db.execute(update(tables.deliveries).where(tables.deliveries.c.id == ids[0]).values(state="sent"))

    [batch] = await claimed(database, AT + HOUR)
    assert len(batch.notices) == 1


async def test_what_another_has_settled_meanwhile_is_not_told_of(database: Database, subscription_id: int) -> None:
    await went_wrong(database, NoticeKind.FAILED, await a_post(database, subscription_id, State.SENT), at=AT)
    assert await next_at(database) is None


async def test_what_fails_and_what_pauses_are_told_apart(database: Database, subscription_id: int) -> None:
    post = await a_post(database, subscription_id)
    await pause(database, subscription_id, AT)
    await went_wrong(database, NoticeKind.FAILED, post, at=AT)
    assert sorted(await told(database, AT + HOUR)) == [[("failed", "Refused")], [("paused", SILENCED)]]

    await resume(database, subscription_id, AT + HOUR)
    assert await told(database, AT + 2 * HOUR) == [[("resumed", SILENCED)]]


async def test_nothing_is_told_of_a_subscription_that_has_ended(database: Database, subscription_id: int) -> None:
    await pause(database, subscription_id, AT)
    async with database.write() as db:
        await pauses.end(db, 1, subscription_id, now=AT)

    assert await told(database, AT + HOUR) == []
    assert await next_at(database) is None


async def test_a_clock_that_is_set_back_delays_no_notice_for_long(database: Database, subscription_id: int) -> None:
    await pause(database, subscription_id, AT)
    async with database.write() as db:
        await notices.clamp_to_clock(db, AT - timedelta(days=400))
    assert await told(database, AT - timedelta(days=400)) == [[("paused", SILENCED)]]


async def test_old_notices_are_dropped(database: Database, subscription_id: int) -> None:
    for day in range(0, 70, 10):
        await pause(database, subscription_id, AT + timedelta(days=day))
        await told(database, AT + timedelta(days=day + 5))
        await resume(database, subscription_id, AT + timedelta(days=day + 5))
        await told(database, AT + timedelta(days=day + 9))
    async with database.write() as db:
        assert await notices.forget_old(db, AT + timedelta(days=60), limit=4) == 4
        assert await notices.forget_old(db, AT + timedelta(days=60), limit=4) == 2
        created = (await db.execute(select(tables.notices.c.created_at))).scalars().all()
    assert min(created) >= AT + timedelta(days=60) - NOTICES_KEPT_FOR


async def test_looking_for_notices_reads_no_history(database: Database, subscription_id: int) -> None:
    await pause(database, subscription_id, AT)
    async with database.write() as db:
        row = dict((await db.execute(select(tables.notices))).mappings().one()) | {"next_try_at": None, "told_at": AT}
        rows = [row | {"id": row["id"] + number, "subscription_id": number + 100} for number in range(1, 500)]
        await db.execute(insert(tables.notices), rows)
        first = "SELECT next_try_at FROM notices WHERE next_try_at IS NOT NULL ORDER BY next_try_at LIMIT 1"
        plan = " ".join(str(row) for row in await db.execute(text(f"EXPLAIN QUERY PLAN {first}")))
    assert "ix_notices_waiting" in plan


async def test_which_roles_are_not_pinged_is_found_among_all_that_was_told(database: Database) -> None:
    async with database.write() as db:
        row = {"guild_id": 1, "channel_id": 10, "recipient_id": 7, "reason": "", "created_at": AT, "told_at": AT}
        kinds = [NoticeKind.UNPINGED] + [NoticeKind.PAUSED] * 500
        rows = [row | {"subscription_id": 100 + each, "kind": kind.value} for each, kind in enumerate(kinds)]
        await db.execute(insert(tables.notices), rows)
        ran: list[tuple[str, tuple[Any, ...]]] = []

        @event.listens_for(db.sync_connection, "before_cursor_execute")
        def note(_1: object, _2: object, statement: str, parameters: tuple[Any, ...], *_: object) -> None:
            ran.append((statement, parameters))

        await unpinged.known(db)
        await unpinged.forget(db, [100])
        plans = [
            step.detail
            for statement, parameters in list(ran)
            for step in await db.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]

    assert not [step for step in plans if step.startswith("SCAN")]
    assert any("ix_notices_kind_subscription_id (kind=?)" in step for step in plans)


async def posted_without_ping(database: Database, subscription_id: int, at: datetime, delivery_id: int) -> None:
    values = {"id": delivery_id, "subscription_id": subscription_id, "occasion": f"{delivery_id}", "guild_id": 1}
    of_what = {"channel_id": 10, "kind": FactKind.ANNOUNCEMENT.value, "fact_id": 1, "anchor_at": at, "lead": 0 * HOUR}
    async with database.write() as db:
        row = insert(tables.deliveries).values(**values, **of_what, due_at=at, state=State.SENT.value)
        await db.execute(row)
        await unpinged.add(db, [delivery_id], now=at)


async def pings(database: Database, subscription_id: int, role_id: int | None) -> None:
    async with database.write() as db:
        of_it = update(subscriptions).where(subscriptions.c.id == subscription_id)
        await db.execute(of_it.values(role_id=role_id))


async def test_what_is_not_pinged_is_told_once_and_kept_in_mind_as_long_as_it_is_so(
    database: Database, subscription_id: int
) -> None:
    await pings(database, subscription_id, 3)
    await posted_without_ping(database, subscription_id, AT, 1)
    await posted_without_ping(database, subscription_id, AT, 2)
    assert await told(database, AT + GATHERED_WITHIN) == [[("unpinged", "")]]

    later = AT + NOTICES_KEPT_FOR + HOUR
    async with database.write() as db:
        assert await notices.forget_old(db, later, limit=10) == 0
        assert [each.subscription_id for each in await unpinged.known(db)] == [subscription_id]
    await posted_without_ping(database, subscription_id, later, 3)
    assert await told(database, later + HOUR) == []

    async with database.write() as db:
        await unpinged.forget(db, [subscription_id])
    await posted_without_ping(database, subscription_id, later, 4)
    assert await told(database, later + HOUR) == [[("unpinged", "")]]

    async with database.write() as db:
        await db.execute(delete(subscriptions))
        assert await notices.forget_old(db, later + NOTICES_KEPT_FOR + HOUR, limit=10) == 1


async def test_what_is_not_pinged_does_not_come_between_a_pause_and_its_end(
    database: Database, subscription_id: int
) -> None:
    await pings(database, subscription_id, 3)
    await pause(database, subscription_id, AT)
    assert await told(database, AT + GATHERED_WITHIN) == [[("paused", SILENCED)]]
    await posted_without_ping(database, subscription_id, AT, 1)
    await resume(database, subscription_id, AT + HOUR)

    assert await told(database, AT + 2 * HOUR) == [[("unpinged", "")], [("resumed", SILENCED)]]


async def test_a_subscription_that_pings_nobody_any_more_is_not_told_of(
    database: Database, subscription_id: int
) -> None:
    await pings(database, subscription_id, 3)
    await posted_without_ping(database, subscription_id, AT, 1)
    await pings(database, subscription_id, None)
    await posted_without_ping(database, subscription_id, AT, 2)

    assert await told(database, AT + GATHERED_WITHIN) == []


async def test_what_a_pause_is_for_by_now_is_told(database: Database, subscription_id: int) -> None:
    await pause(database, subscription_id, AT)
    async with database.write() as db:
        await pauses.change_reason(db, subscription_id, reason=DELETED, now=AT)
        await pauses.change_reason(db, 999, reason=DELETED, now=AT)

    assert await told(database, AT + GATHERED_WITHIN) == [[("paused", DELETED)]]
