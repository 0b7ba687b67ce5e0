"""What a file of the catalogue holds: its format and version, of each table the columns, and what may lie in them.

    {"format": "yokoku-catalogue", "version": 1,
     "series": [
    {"id": 1, "guild_id": null, "slug": "metallic-rouge", …},
    …],
     "titles": […], …}

A row stands on a line, with its table's columns by name. Columns that follow from others (a title's fold, a release's
anchor) aren't there; they are made anew. What lies in JSON columns is read without trust: what is stored can be read
again.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any, TypeAlias, get_type_hints
from zoneinfo import ZoneInfo

from pydantic import ValidationError
from sqlalchemy import JSON, Boolean, Column, ColumnElement, Date, Integer, Table, Text, true

from bot.catalogue.model import HIGHEST_SCORE, LARGEST_COLOUR, Format, Origin, Series
from bot.catalogue.records import FIELDS, HIDDEN, TITLE_FIELDS
from bot.catalogue.store import records
from bot.catalogue.store.history import DATE_FIELD, SERIES_KIND, read_word, word_json
from bot.catalogue.store.merge_rows import all_dates_json
from bot.catalogue.store.records import ColumnValues, air_date, dated_values, release, series_json
from bot.catalogue.tables import aliases, changes, corrections, releases, series, statements, titles
from bot.conventions.model import PANEL_LEAD
from bot.conventions.store.editions import edition
from bot.conventions.tables import editions, news, panels
from bot.database.types import Codec, Instant, Json
from bot.dates.airdate import AirDate, Precision, Season
from bot.dates.facts import FactKind
from bot.folding import fold

FORMAT = "yokoku-catalogue"
VERSION = 1
TABLES = (series, titles, aliases, statements, corrections, releases, changes, editions, panels, news)
"""What the catalogue is, each after what it refers to. What was posted, subscribed to and announced isn't of it, nor
are weekly rules: these come again with the source that states them."""

_MADE_ANEW = {
    releases.name: {"anchor_at", "year", "season"},
    editions.name: {"anchor_at", "over_at", "tickets_at"},
    panels.name: {"anchor_at", "amended_at"},
    news.name: {"anchor_at"},
    aliases.name: {"fold"},
}
_TITLES_OWN = {"id", "series_id", "rank", "title"}
"""By what else titles are found is the search's affair."""


def columns_of(table: Table) -> list[Column[Any]]:
    """List a table's columns in the file."""
    if table is titles:
        return [column for column in table.c if column.name in _TITLES_OWN]
    return [column for column in table.c if column.name not in _MADE_ANEW.get(table.name, ())]


def of_catalogue(table: Table) -> ColumnElement[bool]:
    """Select which of a table's rows are the catalogue's: of the changes not those of announcements."""
    return changes.c.kind != FactKind.ANNOUNCEMENT.value if table is changes else true()


def to_json(value: object) -> Json:
    """Give a column's value as it is in the file. Raises `TypeError` for what is no column's value."""
    match value:
        case datetime() | date():
            return value.isoformat()
        case None | bool() | int() | float() | str() | list() | dict():
            return value
        case _:
            raise TypeError(f"{value!r} is no column's value")


StoredRow: TypeAlias = Mapping[str, Any]

_HINTS = {name: hint for name, hint in get_type_hints(Series).items() if name != "namesakes"}
"""Of all that a series is; its namesakes are others."""
_OF_FIELDS: Mapping[str, Codec[Any]] = {
    name: Codec(str | None if name in TITLE_FIELDS else _HINTS[name]) for name in FIELDS
}
_SERIES = Codec[Series | None](Series | None)
_HIDDEN = Codec[bool](bool)
_ANYTHING = Codec[Json](Any)


def sound_date(date: AirDate) -> AirDate:
    """Give a date whose bounds are those of its precision, in a zone that there is.

    Raises `ValueError` for any other.
    """
    try:
        ZoneInfo(date.zone)
    except (LookupError, OSError):
        raise ValueError(f"there is no time zone {date.zone!r}") from None
    earliest, latest = date.earliest, date.latest
    if any(at is not None and at.tzinfo is None for at in (earliest, latest)):
        raise ValueError("a time has no zone")
    if date.precision is Precision.TBA:
        is_sound = earliest is None and latest is None
    elif date.is_exact:
        is_sound = earliest is not None and earliest == latest
    else:
        is_sound = earliest is not None and latest is not None and earliest < latest
    if not is_sound:
        raise ValueError(f"these aren't the bounds of a date that is known as {date.precision.value!r}")
    return date


def _services(value: object) -> Json:
    services = records.SERVICES_CODEC.check(value)
    for each in services:
        if each.since is not None:
            sound_date(each.since)
    return records.SERVICES_CODEC.dump(services)


def _checked(codec: Codec[Any]) -> Callable[[Any, StoredRow], Json]:
    """Make a function that gives a value as it is to be stored, where only its shape is checked."""
    return lambda value, _: codec.dump(codec.check(value))


def _said_of_series(value: object) -> Json:
    """Read a statement: a series' columns, but its id, and its further names."""
    if not isinstance(value, dict):
        raise ValueError("it is no object")  # noqa: TRY004 - of a file's content
    fields = dict(value)
    names = {name.removeprefix("title_"): fields.pop(name, None) for name in TITLE_FIELDS}
    season = fields.pop("season", None)
    whole = {
        **records.SELDOM_SAID,
        **fields,
        "id": 0,
        "titles": {**names, "also": fields.pop("also", [])},
        "season": None if season is None else _season(season).value,
    }
    whole.pop("also", None)
    if odd := sorted(whole.keys() ^ _HINTS.keys()):
        raise ValueError(f"{odd[0]} is {'missing' if odd[0] in _HINTS else 'unknown'}")
    series = _SERIES.check(whole)
    if series is None:
        raise ValueError("it is no series")
    _services(records.SERVICES_CODEC.dump(series.services))
    _require_within(series.colour, LARGEST_COLOUR, "colour")
    _require_within(series.score, HIGHEST_SCORE, "score")
    return series_json(series)


def _require_within(value: int | None, most: int, name: str) -> None:
    if value is not None and not 0 <= value <= most:
        raise ValueError(f"{name}: it is none of 0 to {most}")


def _season(value: object) -> Season:
    if type(value) is not int or not 0 <= value < len(Season):
        raise ValueError("a season is a number from 0 to 3")
    return list(Season)[value]


def _correction(value: object, row: StoredRow) -> Json:
    name = row["field"]
    if name == HIDDEN:
        return _HIDDEN.check(value)
    if name not in FIELDS:
        raise ValueError(f"{name!r} is no field that can be corrected")
    if name == "services":
        return _services(value)
    field = _OF_FIELDS[name]
    return field.dump(field.check(value))


def _tickets(value: object) -> Json:
    date = records.DATE_CODEC.check(value)
    return records.DATE_CODEC.dump(None if date is None else sound_date(date))


def _said_of_release(value: object) -> Json:
    if value is None:
        return None
    said = records.ORIGIN_DATES_CODEC.check(value)
    for each in said.values():
        sound_date(each.date)
        if each.at is not None and each.at.tzinfo is None:
            raise ValueError("a time has no zone")
    return all_dates_json(said)


def _changed(value: object, row: StoredRow) -> Json:
    if row["kind"] == SERIES_KIND:
        if value is not None and not isinstance(value, dict):
            raise ValueError("it is no object")
        try:
            return word_json(row["field"], read_word(row["field"], value))
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"it is no word on a field: {error!r}") from None
    if row["field"] == DATE_FIELD:
        date = records.DATE_CODEC.check(value)
        if date is None:
            raise ValueError("a change of a date lacks one")
        return records.DATE_CODEC.dump(sound_date(date))
    return _ANYTHING.check(value)


CHECKS: Mapping[str, Callable[[Any, StoredRow], Json]] = {
    "series.credits": _checked(records.CREDITS_CODEC),
    "series.services": lambda value, _: _services(value),
    "series.trailers": _checked(records.TRAILERS_CODEC),
    "series.genres": _checked(records.TEXTS_CODEC),
    "series.sources": _checked(records.SOURCES_CODEC),
    "series.relations": _checked(records.RELATIONS_CODEC),
    "statements.said": lambda value, _: _said_of_series(value),
    "corrections.value": _correction,
    "releases.regions": _checked(records.TEXTS_CODEC),
    "releases.said": lambda value, _: _said_of_release(value),
    "changes.old": _changed,
    "changes.new": _changed,
    "editions.aliases": _checked(records.TEXTS_CODEC),
    "editions.guests": _checked(records.TEXTS_CODEC),
    "editions.tickets": lambda value, _: _tickets(value),
    "panels.guests": _checked(records.TEXTS_CODEC),
    "news.people": _checked(records.TEXTS_CODEC),
}
"""By table and column, what gives the value to be stored. Each raises `ValueError` for what doesn't belong there."""


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
    match column.type:
        case Boolean() if isinstance(value, bool):
            return value
        case Text() if isinstance(value, str):
            return _text(value)
        case Instant() if isinstance(value, str):
            return _instant(value)
        case Date() if isinstance(value, str):
            return date.fromisoformat(value)
        case Integer() if type(value) is int:
            if not -_MOST <= value < _MOST:
                raise ValueError("the number has more than 64 bits")
            return value
    raise ValueError("it is of a wrong kind")


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
        _require_within(values["colour"], LARGEST_COLOUR, "colour")
        _require_within(values["score"], HIGHEST_SCORE, "score")
    elif table is statements:
        Origin(values["origin"])
    elif table is changes:
        if values["kind"] != SERIES_KIND and FactKind(values["kind"]) is FactKind.ANNOUNCEMENT:
            raise ValueError("kind: announcements aren't of the catalogue")
    elif table is aliases:
        return {"fold": fold(values["alias"])}
    elif table is releases:
        return dict(dated_values(sound_date(release(values).date)))
    elif table in {editions, panels}:
        return _convention_made_anew(table, values)
    elif table is news:
        sound_date(air_date(values))
    return {}


def _convention_made_anew(table: Table, values: ColumnValues) -> ColumnValues:
    if table is panels:
        return {"anchor_at": values["begins_at"] - PANEL_LEAD}
    held = edition(values)
    return {"anchor_at": held.opens_at, "over_at": held.over_at, "tickets_at": held.tickets_at}
