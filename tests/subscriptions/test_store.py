"""Subscriptions as they are kept."""

import dataclasses
from datetime import UTC, datetime, timedelta

from sqlalchemy import event, select

from bot.catalogue.model import Series, Titles
from bot.catalogue.releases import ReleaseKind
from bot.catalogue.revisions import UpdateKind
from bot.catalogue.store import catalogue
from bot.database.engine import Database
from bot.delivery.store import pauses
from bot.subscriptions.model import DEFAULT_LEADS, FIRST_BROADCAST, Subscription, Topic, read_leads
from bot.subscriptions.store import channels
from bot.subscriptions.tables import subscription_choices

AT = datetime(2024, 1, 1, tzinfo=UTC)
FIRST = Subscription(
    id=0, guild_id=1, channel_id=10, topic=Topic.RELEASES, leads=DEFAULT_LEADS, created_by=7, created_at=AT, role_id=5
)


async def test_a_subscription_comes_back_as_it_was_given(database: Database) -> None:
    async with database.write() as db:
        stored, changed = await channels.subscribe(db, FIRST)
    async with database.read() as db:
        assert await channels.get(db, 1, stored.id) == dataclasses.replace(FIRST, id=stored.id)
        assert await channels.of_guild(db, 1) == [stored]
    assert not changed


async def test_asking_again_changes_leads_and_role_and_keeps_when_it_began(database: Database) -> None:
    async with database.write() as db:
        first, _ = await channels.subscribe(db, FIRST)
        await pauses.pause(db, first.id, reason="it is closed", now=AT)
        wanted = dataclasses.replace(FIRST, leads=read_leads("2d"), role_id=None, created_at=AT + timedelta(days=1))
        again, changed = await channels.subscribe(db, wanted)
    async with database.read() as db:
        stored = await channels.get(db, 1, first.id)
    assert changed
    assert stored == again
    assert stored == dataclasses.replace(
        first, leads=read_leads("2d"), role_id=None, paused_reason="it is closed", paused_at=AT
    )


async def test_what_it_chose_comes_back_and_is_changed_by_asking_again(database: Database) -> None:
    chosen = dataclasses.replace(
        FIRST,
        kinds=(ReleaseKind.PREMIERE, ReleaseKind.FINALE),
        services=(FIRST_BROADCAST, "Crunchyroll", "d'Anime; --"),
        muted=(UpdateKind.REFINED, UpdateKind.TRAILER),
    )
    async with database.write() as db:
        stored, _ = await channels.subscribe(db, chosen)
        assert await channels.get(db, 1, stored.id) == stored == dataclasses.replace(chosen, id=stored.id)
        again, changed = await channels.subscribe(db, dataclasses.replace(chosen, services=("Netflix",), muted=()))
        assert changed
        assert await channels.of_guild(db, 1) == [again]
        assert (again.services, again.muted) == (("Netflix",), ())
        await channels.remove(db, 1, stored.id)
        assert not (await db.execute(select(subscription_choices))).all()


async def test_the_seasons_stands_beside_the_watchlists(database: Database) -> None:
    async with database.write() as db:
        of_list, _ = await channels.subscribe(db, FIRST)
        of_season, anew = await channels.subscribe(db, dataclasses.replace(FIRST, popularity=0))
        raised, changed = await channels.subscribe(db, dataclasses.replace(FIRST, popularity=500))
        assert await channels.of_guild(db, 1) == [of_list, raised]
    assert (anew, changed) == (False, True)
    assert raised.id == of_season.id != of_list.id
    assert raised.is_of_season
    assert not of_list.is_of_season


async def test_a_hundred_are_read_in_two_statements(database: Database) -> None:
    ran: list[str] = []
    async with database.write() as db:
        for channel in range(100):
            kinds = (ReleaseKind.FILM,)
            await channels.subscribe(db, dataclasses.replace(FIRST, channel_id=channel, kinds=kinds))

        @event.listens_for(db.sync_connection, "before_cursor_execute")
        def note(_1: object, _2: object, statement: str, *_: object) -> None:
            ran.append(statement)

        found = await channels.of_guild(db, 1)
    assert [each.kinds for each in found] == [(ReleaseKind.FILM,)] * 100
    assert len(ran) == 2


async def test_a_channel_has_one_for_each_topic_and_series(database: Database) -> None:
    async with database.write() as db:
        series = await catalogue.save_series(db, Series(0, "some", Titles(english="Some")))
        for topic, series_id in [(Topic.RELEASES, None), (Topic.RELEASES, series.id), (Topic.CONVENTIONS, None)] * 2:
            await channels.subscribe(db, dataclasses.replace(FIRST, topic=topic, series_id=series_id))
        await channels.subscribe(db, dataclasses.replace(FIRST, channel_id=11))
    async with database.read() as db:
        found = await channels.of_guild(db, 1)
        conventions = await channels.of_guild(db, 1, topic=Topic.CONVENTIONS)
    assert [(each.channel_id, each.topic, each.series_id) for each in found] == [
        (10, Topic.RELEASES, None),
        (10, Topic.RELEASES, series.id),
        (10, Topic.CONVENTIONS, None),
        (11, Topic.RELEASES, None),
    ]
    assert [each.topic for each in conventions] == [Topic.CONVENTIONS]


async def test_another_guild_sees_and_ends_nothing(database: Database) -> None:
    async with database.write() as db:
        stored, _ = await channels.subscribe(db, FIRST)
        assert await channels.get(db, 2, stored.id) is None
        assert await channels.of_guild(db, 2) == []
        assert not await channels.remove(db, 2, stored.id)
        assert await channels.remove(db, 1, stored.id)
        assert not await channels.remove(db, 1, stored.id)
        assert await channels.of_guild(db, 1) == []
