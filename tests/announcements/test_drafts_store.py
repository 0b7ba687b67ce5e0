from dataclasses import replace
from datetime import timedelta

import pytest

from bot.catalogue.store import corrections
from bot.catalogue.store.corrections import DRAFTS_KEPT_FOR, Draft
from bot.database.engine import Database
from bot.errors import TooLate
from tests.still_clock import StillClock


async def test_a_draft_is_kept_replaced_and_discarded(database: Database, clock: StillClock) -> None:
    draft = Draft(1, 2, 3, "edit", {"typed": {"story": "“一”"}}, clock())
    async with database.write() as db:
        await corrections.keep_draft(db, draft, otherwise_id=8)
        assert await corrections.keep_draft(db, replace(draft, said={"typed": {}}), otherwise_id=8) == replace(
            draft, said={"typed": {}}
        )
        assert (await corrections.require_draft(db, 2, 3, 1)).said == {"typed": {}}

        await corrections.discard_draft(db, draft)
        with pytest.raises(TooLate):
            await corrections.require_draft(db, 2, 3, 1)


@pytest.mark.parametrize("whose", [(9, 3), (2, 9)])
async def test_a_draft_is_reached_by_its_author_in_its_guild_alone(
    database: Database, clock: StillClock, whose: tuple[int, int]
) -> None:
    draft = Draft(1, 2, 3, "edit", {"typed": {}}, clock())
    other = replace(draft, guild_id=whose[0], author_id=whose[1], said={"other": True})
    async with database.write() as db:
        await corrections.keep_draft(db, draft, otherwise_id=8)
        with pytest.raises(TooLate):
            await corrections.require_draft(db, *whose, 1)
        await corrections.discard_draft(db, other)
        assert await corrections.keep_draft(db, other, otherwise_id=8) == replace(other, id=8)
        assert await corrections.require_draft(db, 2, 3, 1) == draft


async def test_what_nobody_came_back_to_is_forgotten(database: Database, clock: StillClock) -> None:
    old = Draft(1, 2, 3, "edit", {}, clock())
    async with database.write() as db:
        await corrections.keep_draft(db, old, otherwise_id=8)
        await corrections.keep_draft(
            db, replace(old, id=2, created_at=old.created_at + DRAFTS_KEPT_FOR), otherwise_id=8
        )
        await corrections.require_draft(db, 2, 3, 1)
        await corrections.keep_draft(
            db, replace(old, id=3, created_at=old.created_at + DRAFTS_KEPT_FOR + timedelta(seconds=1)), otherwise_id=8
        )
        with pytest.raises(TooLate):
            await corrections.require_draft(db, 2, 3, 1)
