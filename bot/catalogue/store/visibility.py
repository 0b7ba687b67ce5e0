"""Which rows of the catalogue a guild sees: the shared ones and its own, without what is hidden or overruled there."""

from typing import TypeAlias

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    FromClause,
    Integer,
    Table,
    bindparam,
    exists,
    func,
    literal,
    literal_column,
    or_,
    select,
)
from sqlalchemy.dialects import sqlite

from bot.catalogue.records import HIDDEN
from bot.catalogue.tables import corrections, series

Guild: TypeAlias = "int | ColumnElement[int] | None"
"""A guild's id, or the column that holds it; None is outside any guild."""


def for_guild(table: Table, guild_id: Guild) -> ColumnElement[bool]:
    """Select the rows of a table that a guild sees: those that all share, and its own.

    Outside any guild these are the shared ones alone. Of a series or a convention that both have under one slug, and of
    a release in whose place the guild has another, its own counts. Series that people have hidden there are left out;
    what belongs to those, such as their releases, is told apart by `hidden_in`.
    """
    seen = shared_or_own(table, guild_id)
    if guild_id is not None and {"slug", "overrides_id"} & set(table.c.keys()):
        own = table.alias("own")
        same = own.c.overrides_id == table.c.id if "overrides_id" in table.c else own.c.slug == table.c.slug
        overruled = _has_row(own, own.c.guild_id == guild_id, same)
        seen = or_(table.c.guild_id == guild_id, table.c.guild_id.is_(None) & ~overruled)
    return seen & ~hidden_in(series.c.id, guild_id) if table is series else seen


def shared_or_own(table: Table, guild_id: Guild) -> ColumnElement[bool]:
    """Select the rows that all guilds share, and a guild's own beside them, hidden or overruled as they may be."""
    shared = table.c.guild_id.is_(None)
    return shared if guild_id is None else or_(shared, table.c.guild_id == guild_id)


def owned_by(table: Table, guild_id: int | None) -> ColumnElement[bool]:
    """Select the rows that belong to a guild alone; None is for those that all share."""
    return table.c.guild_id.is_(None) if guild_id is None else table.c.guild_id == guild_id


def hidden_in(series_id: ColumnElement[int], guild_id: Guild) -> ColumnElement[bool]:
    """Tell whether a guild's moderators, or the bot's owners for everybody, have hidden a series."""
    # Written like this, the unique index finds the row.
    nobody = literal_column("0", BigInteger)
    whose = func.coalesce(corrections.c.guild_id, nobody)
    return _has_row(
        corrections,
        corrections.c.series_id == series_id,
        whose == nobody if guild_id is None else whose.in_([nobody, guild_id]),
        corrections.c.field == literal_column(f"'{HIDDEN}'"),
    )


def corrected_in(series_id: ColumnElement[int], guild_id: ColumnElement[int] | None) -> ColumnElement[bool]:
    """Tell whether a guild's moderators say something of a series, selected beside it: of most nobody does."""
    if guild_id is None:
        return literal(False)
    theirs = func.coalesce(corrections.c.guild_id, literal_column("0", BigInteger)) == guild_id
    return _has_row(corrections, corrections.c.series_id == series_id, theirs)


def _has_row(of: FromClause, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists(select(literal_column("1")).select_from(of).where(*conditions).correlate_except(of))


def for_guild_sql(table: Table) -> str:
    """Write `for_guild` as a condition in SQLite's SQL, for statements written by hand, which give `:guild_id`.

    It is false for another guild's row where `:guild_id` is NULL, which is outside any guild.
    """
    seen = for_guild(table, bindparam("guild_id", type_=BigInteger))
    whole = select(literal_column("1", Integer)).select_from(table).where(seen)
    return str(whole.compile(dialect=sqlite.dialect(paramstyle="named"))).partition("WHERE")[2].strip()
