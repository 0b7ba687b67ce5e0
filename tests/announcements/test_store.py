"""Announcements as they are kept: drafts, what waits, and what is over."""

import dataclasses
import itertools
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcements import list_store
from bot.announcements import store as announcements
from bot.announcements.model import (
    Announcement,
    AnnouncementSettled,
    AnnouncementsPage,
    AnnouncementState,
    Settled,
    TypedAnnouncement,
)
from bot.catalogue.tables import changes
from bot.database.engine import Database
from bot.database.tables import move_watermark
from bot.delivery.store import due, health
from bot.delivery.store.edits import is_out
from bot.errors import NotFound, TooLate

NOW = datetime(2024, 1, 3, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DRAFT = Announcement(
    id=100,
    guild_id=1,
    author_id=7,
    state=AnnouncementState.DRAFT,
    typed=TypedAnnouncement("Movie night", "Bring popcorn.", "https://a.example", "https://a.example/a.png", "later"),
    due_at=None,
    created_at=NOW,
)


async def keep(db: AsyncConnection, draft: Announcement = DRAFT, *, otherwise_id: int = 900) -> Announcement:
    return await announcements.keep(db, draft, otherwise_id=otherwise_id)


async def schedule(db: AsyncConnection, draft_id: int = DRAFT.id, *, at: datetime | None = None) -> Announcement:
    return await announcements.schedule(db, 1, draft_id, at=at, by=7, now=NOW, is_out=is_out())


async def listed(db: AsyncConnection, guild_id: int, author_id: int) -> AnnouncementsPage:
    whose = (guild_id, author_id, NOW)
    return await list_store.page(db, *whose, is_out=is_out(), is_nowhere=health.is_nowhere(), number=0, size=1000)


async def waiting(db: AsyncConnection, guild_id: int = 1) -> list[Announcement]:
    found = await listed(db, guild_id, 0)
    return [each.announcement for each in found.page.rows if not each.is_posted]


async def drafts_of(db: AsyncConnection, author_id: int) -> list[Announcement]:
    found = [each.announcement for each in (await listed(db, 1, author_id)).page.rows]
    return [each for each in found if each.state is AnnouncementState.DRAFT]


async def test_a_draft_comes_back_just_as_it_was_typed(database: Database) -> None:
    async with database.write() as db:
        assert await keep(db) == DRAFT
    async with database.read() as db:
        assert await announcements.get(db, 1, DRAFT.id) == DRAFT
        assert await announcements.by_ids(db, [DRAFT.id, 5]) == {DRAFT.id: DRAFT}
        assert await drafts_of(db, 7) == [DRAFT]
        assert await drafts_of(db, 8) == []
        assert await waiting(db) == []


async def test_kept_again_it_is_still_one(database: Database) -> None:
    changed = dataclasses.replace(DRAFT, typed=TypedAnnouncement("Film night", "Bring popcorn."))
    async with database.write() as db:
        await keep(db)
        assert await keep(db, changed) == changed
        assert await drafts_of(db, 7) == [changed]


async def test_what_is_due_at_once_is_due_after_the_last_look(database: Database) -> None:
    async with database.write() as db:
        await move_watermark(db, NOW + HOUR)  # the clock was set back since
        await keep(db)
        scheduled = await schedule(db)
        assert scheduled.due_at is not None
        assert scheduled.due_at > NOW + HOUR
        facts = await due.due_between(db, NOW + HOUR, NOW + 2 * HOUR, [])
    assert [fact.id for fact in facts] == [DRAFT.id]


async def test_it_waits_until_a_look_has_passed_its_time(database: Database) -> None:
    async with database.write() as db:
        await keep(db)
        await schedule(db, at=NOW + HOUR)
        await move_watermark(db, NOW)
        assert [each.due_at for each in await waiting(db)] == [NOW + HOUR]
        await move_watermark(db, NOW + HOUR)
        assert await waiting(db) == []
        with pytest.raises(AnnouncementSettled, match=rf"^{Settled.POSTED}$"):
            await announcements.withdraw(db, 1, DRAFT.id, by=9, now=NOW + HOUR, is_out=is_out())


async def test_a_draft_is_settled_once(database: Database) -> None:
    async with database.write() as db:
        await keep(db)
        await schedule(db)
        with pytest.raises(TooLate):
            await schedule(db)
        with pytest.raises(TooLate):
            await announcements.discard(db, 1, DRAFT.id, by=7)
        with pytest.raises(TooLate):
            await keep(db)


async def test_other_words_for_a_settled_draft_are_kept_as_another(database: Database) -> None:
    other = dataclasses.replace(DRAFT, typed=TypedAnnouncement("Other", "words"))
    async with database.write() as db:
        await keep(db)
        await schedule(db)
        kept = await keep(db, other, otherwise_id=101)
        assert kept == dataclasses.replace(other, id=101)
        assert await drafts_of(db, 7) == [kept]


async def test_changes_wait_beside_what_they_change(database: Database) -> None:
    edit = dataclasses.replace(DRAFT, id=200, typed=TypedAnnouncement("Changed", "words"), replaces_id=DRAFT.id)
    async with database.write() as db:
        await keep(db)
        await schedule(db, at=NOW + HOUR)
        await keep(db, edit)
        assert [each.typed.title for each in await waiting(db)] == ["Movie night"]
        done = await schedule(db, edit.id, at=NOW + 2 * HOUR)
        assert await waiting(db) == [done]
        assert (done.id, done.typed.title, done.due_at) == (DRAFT.id, "Changed", NOW + 2 * HOUR)
        assert await drafts_of(db, 7) == []
        with pytest.raises(AnnouncementSettled, match=rf"^{Settled.CHANGES_SETTLED}$"):
            await schedule(db, edit.id)


async def test_changes_to_what_waits_no_more_stand_alone(database: Database) -> None:
    edit = dataclasses.replace(DRAFT, id=200, replaces_id=DRAFT.id)
    async with database.write() as db:
        await keep(db)
        await schedule(db, at=NOW + HOUR)
        await keep(db, edit)
        await announcements.withdraw(db, 1, DRAFT.id, by=9, now=NOW + HOUR, is_out=is_out())
        with pytest.raises(AnnouncementSettled, match=rf"^{Settled.REPLACED_WITHDRAWN}$"):
            await schedule(db, edit.id)
        assert (await keep(db, edit)).replaces_id is None
        assert (await schedule(db, edit.id)).id == edit.id


async def test_it_is_moved_and_withdrawn_while_it_waits(database: Database) -> None:
    async with database.write() as db:
        await keep(db)
        await schedule(db, at=NOW + HOUR)
        moved = await announcements.move(
            db, 1, DRAFT.id, at=NOW + 2 * HOUR, typed_when="two", by=8, now=NOW, is_out=is_out()
        )
        assert (moved.due_at, moved.typed.when) == (NOW + 2 * HOUR, "two")
        assert await waiting(db) == [moved]
        await announcements.withdraw(db, 1, DRAFT.id, by=9, now=NOW + HOUR, is_out=is_out())
        assert await waiting(db) == []
        with pytest.raises(AnnouncementSettled, match=rf"^{Settled.WITHDRAWN}$"):
            await announcements.move(db, 1, DRAFT.id, at=None, typed_when="", by=7, now=NOW, is_out=is_out())


async def test_who_changed_what_and_when_is_kept(database: Database) -> None:
    edit = dataclasses.replace(DRAFT, id=200, typed=TypedAnnouncement("Changed", "words"), replaces_id=DRAFT.id)
    async with database.write() as db:
        await keep(db)
        await schedule(db, at=NOW + HOUR)
        await announcements.move(db, 1, DRAFT.id, at=NOW + 2 * HOUR, typed_when="two", by=8, now=NOW, is_out=is_out())
        await keep(db, edit)
        await schedule(db, edit.id, at=NOW + 3 * HOUR)
        await announcements.withdraw(db, 1, DRAFT.id, by=9, now=NOW + HOUR, is_out=is_out())
        rows = (await db.execute(select(changes).order_by(changes.c.id))).mappings().all()

    assert [(row["fact_id"], row["guild_id"], row["actor"]) for row in rows] == [(100, 1, who) for who in "7879"]
    assert [row["at"] for row in rows] == [NOW, NOW, NOW, NOW + HOUR]
    assert [row["old"]["state"] for row in rows] == ["draft", "scheduled", "scheduled", "scheduled"]
    assert rows[-1]["new"]["state"] == "withdrawn"
    assert [row["new"]["typed"]["title"] for row in rows] == ["Movie night", "Movie night", "Changed", "Changed"]
    assert [row["old"]["due_at"] for row in rows[:3]] == [None, *((NOW + n * HOUR).isoformat() for n in (1, 2))]
    assert all(before["new"] == after["old"] for before, after in itertools.pairwise(rows))


async def test_another_guild_finds_nothing(database: Database) -> None:
    async with database.write() as db:
        await keep(db)
        assert await announcements.get(db, 2, DRAFT.id) is None
        with pytest.raises(NotFound):
            await announcements.schedule(db, 2, DRAFT.id, at=None, by=7, now=NOW, is_out=is_out())
        with pytest.raises(NotFound):
            await announcements.discard(db, 2, DRAFT.id, by=7)
        await schedule(db, at=NOW + HOUR)
        assert await waiting(db, 2) == []
        with pytest.raises(NotFound):
            await announcements.withdraw(db, 2, DRAFT.id, by=9, now=NOW + HOUR, is_out=is_out())


@pytest.mark.parametrize("whose", [(2, 7), (1, 9)])
async def test_a_draft_is_reached_by_its_author_in_its_guild_alone(database: Database, whose: tuple[int, int]) -> None:
    guild_id, author_id = whose
    theirs = dataclasses.replace(DRAFT, guild_id=guild_id, author_id=author_id)
    async with database.write() as db:
        await keep(db)
        for act in (announcements.require_draft, announcements.discard):
            with pytest.raises(NotFound):
                await act(db, guild_id, DRAFT.id, by=author_id)
        with pytest.raises(NotFound):
            await announcements.schedule(db, guild_id, DRAFT.id, at=None, by=author_id, now=NOW, is_out=is_out())
        assert await keep(db, theirs, otherwise_id=901) == dataclasses.replace(theirs, id=901)
        assert await announcements.get(db, 1, DRAFT.id) == DRAFT
