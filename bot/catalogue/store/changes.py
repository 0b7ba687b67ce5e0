"""Changes: what was stored, what it became, who said so and when. They are added to, and never altered."""

from typing import Any

from sqlalchemy import RowMapping, and_

from bot.catalogue.changes import DateChange
from bot.catalogue.store import codecs
from bot.catalogue.store.records import ColumnValues
from bot.database.tables import changes, releases
from bot.dates.facts import FactKind

DATE_FIELD = "date"
ON_DATE_OF_RELEASE = and_(
    changes.c.kind == FactKind.RELEASE.value, changes.c.field == DATE_FIELD, changes.c.fact_id == releases.c.id
)
"""Joins releases to the changes of their dates."""


def date_change_values(change: DateChange, *, guild_id: int | None = None) -> ColumnValues:
    """Give the columns of a change of a release's date, but its id."""
    return {
        "at": change.at,
        "actor": change.actor,
        "guild_id": guild_id,
        "kind": FactKind.RELEASE.value,
        "fact_id": change.release_id,
        "field": DATE_FIELD,
        "old": codecs.DATE_CODEC.dump(change.old),
        "new": codecs.DATE_CODEC.dump(change.new),
    }


def date_change(row: RowMapping | dict[str, Any]) -> DateChange:
    """Read a change of a date from its columns. Raises `ValueError` where it lacks a date."""
    old, new = codecs.DATE_CODEC.load(row["old"]), codecs.DATE_CODEC.load(row["new"])
    if old is None or new is None:
        raise ValueError(f"the change {row['id']} of a date lacks one")
    return DateChange(row["fact_id"], row["at"], row["actor"], old, new)
