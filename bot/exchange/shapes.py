"""What lies in JSON columns, checked throughout: nothing is stored that couldn't be read again."""

import functools
import json
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, get_type_hints
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter

from bot.catalogue.model import Credit, Series, Service, Source, Trailer
from bot.catalogue.origins import Origin
from bot.catalogue.sayings import Said
from bot.catalogue.statements import FIELDS, HIDDEN, TITLE_FIELDS
from bot.catalogue.store.changes import DATE_FIELD
from bot.catalogue.store.corrections import field_json
from bot.catalogue.store.history import SERIES_KIND, read_word, word_json
from bot.catalogue.store.records import air_date_json, series_json
from bot.catalogue.store.sayings import all_said_json
from bot.database.types import Json
from bot.dates.airdate import AirDate, Precision, Season

Row: TypeAlias = Mapping[str, Any]

_HINTS = get_type_hints(Series)
_Words: TypeAlias = tuple[str, ...]


def _read(shape: Any, value: object) -> Any:  # noqa: ANN401 - a shape's own type
    """A value of this shape. Raises `ValueError` for anything else: nothing is taken for what it isn't."""
    return _adapter(shape).validate_json(json.dumps(value, allow_nan=False), strict=True)


@functools.cache
def _adapter(shape: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - a shape
    """Built once: building it takes a thousand times as long as using it."""
    return TypeAdapter(shape)


def sound_date(date: AirDate) -> AirDate:
    """A date whose bounds are those of its precision, in a zone that there is. Raises `ValueError` for any other."""
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
    services: tuple[Service, ...] = _read(tuple[Service, ...], value)
    for each in services:
        if each.since is not None:
            sound_date(each.since)
    return field_json(services)


def _sources(value: object) -> Json:
    sources: tuple[Source, ...] = _read(tuple[Source, ...], value)
    return [{"name": each.name, "url": each.url} for each in sources]


def _words(value: object) -> Json:
    words: _Words = _read(_Words, value)
    return list(words)


def _said_of_series(value: object) -> Json:
    """A statement: a series' columns, but its id, and its further names."""
    if not isinstance(value, dict):
        raise ValueError("it is no object")  # noqa: TRY004 - of a file's content
    fields = dict(value)
    names = {name.removeprefix("title_"): fields.pop(name, None) for name in TITLE_FIELDS}
    season = fields.pop("season", None)
    whole = {
        **fields,
        "id": 0,
        "titles": {**names, "also": fields.pop("also", [])},
        "season": None if season is None else _season(season).value,
    }
    whole.pop("also", None)
    if odd := sorted(whole.keys() ^ _HINTS.keys()):
        raise ValueError(f"{odd[0]} is {'missing' if odd[0] in _HINTS else 'unknown'}")
    series: Series = _read(Series, whole)
    _services([field_json(each) for each in series.services])
    return series_json(series)


def _season(value: object) -> Season:
    if type(value) is not int or not 0 <= value < len(Season):
        raise ValueError("a season is a number from 0 to 3")
    return list(Season)[value]


def _correction(value: object, row: Row) -> Json:
    name = row["field"]
    if name == HIDDEN:
        return bool(_read(bool, value))
    if name not in FIELDS:
        raise ValueError(f"{name!r} is no field that can be corrected")
    if name == "services":
        return _services(value)
    return field_json(_read(str | None if name in TITLE_FIELDS else _HINTS[name], value))


def _said_of_release(value: object) -> Json:
    if value is None:
        return None
    said: dict[Origin, Said] = _read(dict[Origin, Said], value)
    for each in said.values():
        sound_date(each.date)
        if each.at is not None and each.at.tzinfo is None:
            raise ValueError("a time has no zone")
    return all_said_json(said)


def _word_of_series(value: object, name: str) -> Json:
    if value is not None and not isinstance(value, dict):
        raise ValueError("it is no object")
    try:
        return word_json(name, read_word(name, value))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"it is no word on a field: {error!r}") from None


def _changed(value: object, row: Row) -> Json:
    if row["kind"] == SERIES_KIND:
        return _word_of_series(value, row["field"])
    if row["field"] == DATE_FIELD:
        return air_date_json(sound_date(_read(AirDate, value)))
    return _read(Any, value)  # type: ignore[no-any-return]


CHECKS: Mapping[str, Callable[[Any, Row], Json]] = {
    "series.credits": lambda value, _: field_json(_read(tuple[Credit, ...], value)),
    "series.services": lambda value, _: _services(value),
    "series.trailers": lambda value, _: field_json(_read(tuple[Trailer, ...], value)),
    "series.sources": lambda value, _: _sources(value),
    "statements.said": lambda value, _: _said_of_series(value),
    "corrections.value": _correction,
    "releases.regions": lambda value, _: _words(value),
    "releases.said": lambda value, _: _said_of_release(value),
    "changes.old": _changed,
    "changes.new": _changed,
    "news.people": lambda value, _: _words(value),
}
"""By table and column, what gives the value to be stored. Each raises `ValueError` for what doesn't belong there."""
