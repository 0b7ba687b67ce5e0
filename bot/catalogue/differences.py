"""What a source changed of a series that was known: kept, so that people can read it and correct it."""

from collections.abc import Iterator
from datetime import datetime

from bot.catalogue.changes import Change, Word
from bot.catalogue.model import Series
from bot.catalogue.statements import TITLE_FIELDS, is_said, value_of

TOLD = (*TITLE_FIELDS, "format", "episodes", "story", "studio", "site", "picture", "adult", "trailers")
"""How popular a series is changes each day, and ids, credits and services are only ever completed."""


def differences(before: Series, after: Series, *, actor: str, at: datetime) -> Iterator[Change]:
    """What is said otherwise than before. What nobody had said is no change: it became known."""
    for field in TOLD:
        old, new = value_of(before, field), value_of(after, field)
        if old != new and is_said(old):
            yield Change(0, after.id, field, at, actor, None, Word(old), Word(new))
