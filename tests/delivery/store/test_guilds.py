"""Guilds as they are kept: left, joined again, and forgotten."""

import dataclasses
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from bot.announcements.tables import announcements
from bot.calendars import following_store
from bot.calendars.following_store import FollowedCalendar, FollowedEvent
from bot.calendars.reading import ReadEvent
from bot.calendars.tables import followed_calendars, followed_events
from bot.catalogue.model import Series, Titles
from bot.catalogue.store import catalogue, corrections
from bot.catalogue.store.corrections import Draft
from bot.catalogue.tables import changes, releases, series, titles
from bot.conventions.model import Edition, Panel
from bot.conventions.store import editions as conventions
from bot.conventions.store import panels
from bot.conventions.tables import editions, news
from bot.conventions.tables import panels as panel_rows
from bot.database.engine import Database
from bot.dates.facts import DueFact, FactKind
from bot.delivery.notices import NOTICES_KEPT_FOR
from bot.delivery.store import fan_out, guilds, notices, pauses
from bot.delivery.tables import deliveries
from bot.subscriptions.model import DEFAULT_LEADS, PauseReason, Subscription, Topic
from bot.subscriptions.store import channels
from bot.subscriptions.tables import subscriptions, watchlist
from migrations.schema import metadata

AT = datetime(2024, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)
FIRST = Subscription(0, 1, 10, Topic.ANNOUNCEMENTS, DEFAULT_LEADS, created_by=7, created_at=AT - DAY)
GUILD_TABLES = (
    "guilds",
    "subscriptions",
    "subscription_leads",
    "watchlist",
    "announcements",
    "deliveries",
    "notices",
    "drafts",
)
OWN_TABLES = ("series", "titles", "releases", "editions", "news", "changes")


@pytest.fixture
async def furnished(database: Database) -> Database:
    """Two guilds with something of everything, and a series that they share."""
    async with database.write() as db:
        shared = await catalogue.save_series(db, Series(0, "shared", Titles(english="Shared")))
        for guild_id in (1, 2):
            await furnish(db, guild_id, shared.id)
    return database


async def furnish(db: Any, guild_id: int, shared_id: int) -> None:  # noqa: ANN401 - the store's connection
    subscription, _ = await channels.subscribe(
        db, dataclasses.replace(FIRST, guild_id=guild_id, channel_id=10 * guild_id)
    )
    values: dict[str, Any] = {"text": "", "link": "", "image": "", "typed_when": "", "due_at": AT, "created_at": AT}
    await db.execute(
        insert(announcements).values(
            id=guild_id, guild_id=guild_id, author_id=7, state="scheduled", title="It", **values
        )
    )
    await fan_out.fan_out(db, [DueFact(FactKind.ANNOUNCEMENT, guild_id, AT)], AT)
    await pauses.pause(db, subscription.id, reason=PauseReason.SILENCED.value, now=AT)
    await db.execute(insert(watchlist).values(guild_id=guild_id, series_id=shared_id, added_by=7, added_at=AT))
    own = (
        await db.execute(insert(series).values(guild_id=guild_id, slug="own", format="tv").returning(series.c.id))
    ).scalar_one()
    await db.execute(insert(titles).values(series_id=own, rank=0, title="Own", fold="own"))
    for series_id in (own, shared_id):
        await db.execute(
            insert(releases).values(
                guild_id=guild_id, series_id=series_id, kind="premiere", precision="tba", zone="UTC"
            )
        )
    edition = (
        await db.execute(
            insert(editions)
            .values(
                guild_id=guild_id,
                slug="con",
                convention="Con",
                name="Con 2024",
                first_day=date(2024, 7, 4),
                last_day=date(2024, 7, 7),
                zone="UTC",
                city="Here",
                country="US",
                anchor_at=AT,
                over_at=AT,
            )
            .returning(editions.c.id)
        )
    ).scalar_one()
    await db.execute(
        insert(news).values(
            guild_id=guild_id, edition_id=edition, headline="News", precision="tba", zone="UTC", anchor_at=AT
        )
    )
    await db.execute(
        insert(changes).values(at=AT, actor="7", guild_id=guild_id, kind="series", fact_id=own, field="title")
    )
    draft = Draft(guild_id, guild_id, 7, "edit", {}, AT)
    await corrections.keep_draft(db, draft, otherwise_id=0)
    await guilds.choose_notices_channel(db, guild_id, 11)


async def counts(database: Database) -> dict[str, int]:
    names = (*GUILD_TABLES, *OWN_TABLES)
    async with database.read() as db:
        return {
            name: (await db.execute(select(func.count()).select_from(metadata.tables[name]))).scalar_one()
            for name in names
        }


async def reasons(database: Database) -> dict[int, str | None]:
    async with database.read() as db:
        rows = await db.execute(select(subscriptions.c.guild_id, subscriptions.c.paused_reason))
        return {row.guild_id: row.paused_reason for row in rows}


async def test_all_of_a_guild_goes_and_nothing_of_another(furnished: Database) -> None:
    before = await counts(furnished)
    async with furnished.write() as db:
        assert await guilds.leave(db, 1, AT)
        assert await guilds.next_to_forget(db, AT + NOTICES_KEPT_FOR - DAY) is None
        assert await guilds.next_to_forget(db, AT + NOTICES_KEPT_FOR) == 1
        assert await guilds.forget(db, 1, AT + NOTICES_KEPT_FOR, limit=100)
        assert await guilds.next_to_forget(db, AT + NOTICES_KEPT_FOR) is None
    after = await counts(furnished)

    assert before["series"] == 3
    assert after == {
        name: (number + 1) // 2 if name in {"series", "titles"} else number // 2 for name, number in before.items()
    } | {"series": 2, "titles": 2}
    async with furnished.read() as db:
        for name in (*GUILD_TABLES, *OWN_TABLES):
            table = metadata.tables[name]
            if "guild_id" in table.c:
                left = (await db.execute(select(table.c.guild_id).distinct())).scalars().all()
                assert 1 not in left, name


async def test_its_panels_of_what_all_share_and_its_calendars_go_too(database: Database) -> None:
    day = date(2024, 7, 4)
    shared = Edition(0, "con", "Con", "Con 2024", day, day, "UTC", "Here", "US")
    async with database.write() as db:
        await guilds.choose_notices_channel(db, 1, 11)
        held = await conventions.save_edition(db, shared)
        await panels.save_panel(db, Panel(0, held.id, "Theirs", AT, guild_id=1, anchor_at=AT), at=AT)
        calendar = FollowedCalendar(0, 1, "https://example.com/con.ics", "Here", "US", "UTC", 7, AT, AT)
        calendar_id = await following_store.add(db, calendar)
        event = ReadEvent("1", "Con 2024", day, day)
        await following_store.keep_event(db, calendar_id, FollowedEvent(event, held.slug))
        assert await guilds.leave(db, 1, AT)
        assert await guilds.forget(db, 1, AT + NOTICES_KEPT_FOR, limit=100)

    async with database.read() as db:
        left = [
            len((await db.execute(select(table))).all())
            for table in (panel_rows, followed_calendars, followed_events, editions)
        ]
    assert left == [0, 0, 0, 1]


async def test_a_long_history_goes_step_by_step(furnished: Database) -> None:
    async with furnished.write() as db:
        row = dict((await db.execute(select(deliveries).where(deliveries.c.guild_id == 1))).mappings().one())
        more = [row | {"id": row["id"] + 100 + number, "occasion": str(number)} for number in range(25)]
        await db.execute(insert(deliveries), more)
        await guilds.leave(db, 1, AT)
        steps = 1
        while not await guilds.forget(db, 1, AT + NOTICES_KEPT_FOR, limit=10):
            steps += 1
    assert steps == 3
    assert (await counts(furnished))["deliveries"] == 1


async def test_nothing_goes_once_the_guild_is_back(furnished: Database) -> None:
    before = await counts(furnished)
    async with furnished.write() as db:
        await guilds.leave(db, 1, AT)
        await guilds.come_back(db, 1, AT + NOTICES_KEPT_FOR)
        assert await guilds.forget(db, 1, AT + NOTICES_KEPT_FOR, limit=10)
    after = await counts(furnished)
    assert after == before | {"notices": before["notices"] - 1}


async def test_posts_of_a_guild_wait_while_it_is_left_and_nobody_is_told(database: Database) -> None:
    async with database.write() as db:
        stored, _ = await channels.subscribe(db, FIRST)
        assert await guilds.leave(db, 1, AT)
        assert not await guilds.leave(db, 1, AT + DAY)
        assert await pauses.paused(db) == []
        assert await notices.next_at(db) is None
    assert await reasons(database) == {1: "Yokoku was removed from the server"}
    async with database.write() as db:
        assert await guilds.known(db) == {1: AT}
        assert await guilds.come_back(db, 1, AT + DAY)
        assert not await guilds.come_back(db, 1, AT + DAY)
        assert await guilds.known(db) == {1: None}
        assert await notices.next_at(db) is None
        assert await channels.get(db, 1, stored.id) == stored


async def test_what_was_paused_for_another_reason_stays_so(database: Database) -> None:
    async with database.write() as db:
        stored, _ = await channels.subscribe(db, FIRST)
        await pauses.pause(db, stored.id, reason=PauseReason.SILENCED.value, now=AT)
        await guilds.leave(db, 1, AT)
        await guilds.come_back(db, 1, AT + DAY)
        assert [each.reason for each in await pauses.paused(db)] == [PauseReason.SILENCED]
    assert await reasons(database) == {1: PauseReason.SILENCED}


async def test_a_guild_of_which_only_facts_are_held_is_known(furnished: Database) -> None:
    async with furnished.write() as db:
        await channels.subscribe(db, dataclasses.replace(FIRST, guild_id=3, channel_id=30))
        assert await guilds.known(db) == {1: None, 2: None, 3: None}
        await guilds.register(db, [3, 4])
        await guilds.register(db, [4])
        assert await guilds.known(db) == dict.fromkeys([1, 2, 3, 4])


async def test_the_chosen_channel_is_kept_and_given_back(database: Database) -> None:
    async with database.write() as db:
        assert await guilds.notices_channel(db, 1) is None
        await guilds.choose_notices_channel(db, 1, 10)
        await guilds.choose_notices_channel(db, 1, 11)
        assert await guilds.notices_channel(db, 1) == 11
        await guilds.choose_notices_channel(db, 1, None)
        assert await guilds.notices_channel(db, 1) is None
