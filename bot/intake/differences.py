"""What a source changed of a series that was known: kept, so that people can read it and correct it."""

from datetime import datetime

from bot.domain.changes import Change, Word
from bot.domain.series import Series
from bot.domain.statements import TITLE_FIELDS, is_said, value_of
from bot.store import history
from bot.store.database import Connection

TOLD = (*TITLE_FIELDS, "format", "episodes", "story", "studio", "site", "picture", "adult", "trailers")
"""How popular a series is changes each day, and ids, credits and services are only ever completed."""


async def keep_differences(db: Connection, before: Series, after: Series, *, actor: str, at: datetime) -> None:
    """Keep what a source says otherwise than before. What nobody had said is no change: it became known."""
    for field in TOLD:
        old, new = value_of(before, field), value_of(after, field)
        if old != new and is_said(old):
            await history.add(db, Change(0, after.id, field, at, actor, None, Word(old), Word(new)))
