from dataclasses import replace
from datetime import timedelta

import pytest

from bot.errors import TooLate
from bot.store import drafts
from bot.store.database import Database
from bot.store.drafts import KEPT_FOR, Draft
from tests.store.conftest import StillClock


async def test_a_draft_is_kept_replaced_and_discarded(database: Database, clock: StillClock) -> None:
    draft = Draft(1, 2, 3, "edit", {"typed": {"story": "“一”"}}, clock())
    async with database.write() as db:
        await drafts.keep(db, draft)
        await drafts.keep(db, replace(draft, said={"typed": {}}))
        assert (await drafts.require(db, 2, 1)).said == {"typed": {}}
        with pytest.raises(TooLate):
            await drafts.require(db, 9, 1)  # of another guild

        await drafts.discard(db, 9, 1)
        await drafts.require(db, 2, 1)
        await drafts.discard(db, 2, 1)
        with pytest.raises(TooLate):
            await drafts.require(db, 2, 1)


async def test_what_nobody_came_back_to_is_forgotten(database: Database, clock: StillClock) -> None:
    old = Draft(1, 2, 3, "edit", {}, clock())
    async with database.write() as db:
        await drafts.keep(db, old)
        await drafts.keep(db, replace(old, id=2, created_at=old.created_at + KEPT_FOR))
        await drafts.require(db, 2, 1)
        await drafts.keep(db, replace(old, id=3, created_at=old.created_at + KEPT_FOR + timedelta(seconds=1)))
        with pytest.raises(TooLate):
            await drafts.require(db, 2, 1)
