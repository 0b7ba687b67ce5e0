"""A row of the file, read without trust: each column is what it should be, or the row is refused."""

from datetime import UTC, date, datetime
from typing import Any

from pydantic import ValidationError
from sqlalchemy import JSON, Boolean, Column, Date, Integer, Table, Text
from sqlalchemy.types import TypeEngine

from bot.catalogue.model import Format
from bot.catalogue.origins import Origin
from bot.catalogue.store.history import SERIES_KIND
from bot.catalogue.store.records import ColumnValues, air_date, dated_values, release
from bot.conventions.store import edition
from bot.database.tables import aliases, changes, editions, news, releases, series, statements
from bot.database.types import Instant
from bot.dates.facts import FactKind
from bot.exchange.form import columns_of
from bot.exchange.shapes import CHECKS, sound_date
from bot.folding import fold

_MOST = 2**63
_EARLIEST, _LATEST = datetime(1800, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
_NONSENSE = (ValueError, TypeError, LookupError, OSError, OverflowError, RecursionError)


def row_of(table: Table, row: object) -> ColumnValues:
    """Read a row's columns, with those that follow from others.

    Raises `ValueError` that says what is wrong with it.
    """
    if not isinstance(row, dict):
        raise ValueError("it is no object")  # noqa: TRY004 - of a file's content
    names = {column.name for column in columns_of(table)}
    if odd := sorted(names ^ row.keys()):
        raise ValueError(f"{odd[0][:40]} is {'missing' if odd[0] in names else 'unknown'}")
    values: ColumnValues = {}
    for column in columns_of(table):
        try:
            values[column.name] = _value(table, column, row)
        except _NONSENSE as error:
            raise ValueError(f"{column.name}: {_short(error)}") from None
    try:
        return values | _made_anew(table, values)
    except _NONSENSE as error:
        raise ValueError(_short(error)) from None


def _short(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        return f"{'.'.join(map(str, first['loc']))} {first['msg']}".strip()[:100]
    return str(error)[:100] or type(error).__name__


def _value(table: Table, column: Column[Any], row: ColumnValues) -> Any:  # noqa: ANN401 - each has its own type
    value = row[column.name]
    if isinstance(column.type, JSON):
        return CHECKS[f"{table.name}.{column.name}"](value, row)
    if value is None and column.nullable:
        return None
    return _plain(column.type, value)


def _plain(kind: TypeEngine[Any], value: object) -> object:
    match kind:
        case Boolean() if isinstance(value, bool):
            return value
        case Text() if isinstance(value, str):
            return _text(value)
        case Instant() if isinstance(value, str):
            return _instant(value)
        case Date() if isinstance(value, str):
            return date.fromisoformat(value)
        case Integer() if type(value) is int:
            return _whole(value)
    raise ValueError("it is of a wrong kind")


def _whole(value: int) -> int:
    if not -_MOST <= value < _MOST:
        raise ValueError("the number has more than 64 bits")
    return value


def _text(value: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise ValueError("the text has half a sign in it") from None
    if "\0" in value:
        raise ValueError("the text has a NUL in it")
    return value


def _instant(value: str) -> datetime:
    at = datetime.fromisoformat(value)
    if at.tzinfo is None:
        raise ValueError("the time has no zone")
    if not _EARLIEST <= at < _LATEST:
        raise ValueError(f"the time lies in the year {at.year}")
    return at.astimezone(UTC)


def _made_anew(table: Table, values: ColumnValues) -> ColumnValues:
    """Make what follows from the columns in the file. Reading these checks that they can be read."""
    if table is series:
        Format(values["format"])
        if values["season"] not in {None, 0, 1, 2, 3}:
            raise ValueError("season: it is none of 0 to 3")
    elif table is statements:
        Origin(values["origin"])
    elif table is changes:
        if values["kind"] != SERIES_KIND and FactKind(values["kind"]) is FactKind.ANNOUNCEMENT:
            raise ValueError("kind: announcements aren't of the catalogue")
    elif table is aliases:
        return {"fold": fold(values["alias"])}
    elif table is releases:
        return dict(dated_values(sound_date(release(values).date)))
    elif table is editions:
        held = edition(values)
        return {"anchor_at": held.opens_at, "over_at": held.over_at}
    elif table is news:
        sound_date(air_date(values))
    return {}
