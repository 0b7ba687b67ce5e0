"""What lies in JSON columns, checked throughout: nothing is stored that couldn't be read again."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, get_type_hints
from zoneinfo import ZoneInfo

from bot.catalogue.model import Series
from bot.catalogue.records import FIELDS, HIDDEN, TITLE_FIELDS
from bot.catalogue.store import codecs
from bot.catalogue.store.history import DATE_FIELD, SERIES_KIND, read_word, word_json
from bot.catalogue.store.merge_rows import all_dates_json
from bot.catalogue.store.records import series_json
from bot.database.codecs import Codec, Json
from bot.dates.airdate import AirDate, Precision, Season

StoredRow: TypeAlias = Mapping[str, Any]

_HINTS = get_type_hints(Series)
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
    services = codecs.SERVICES_CODEC.check(value)
    for each in services:
        if each.since is not None:
            sound_date(each.since)
    return codecs.SERVICES_CODEC.dump(services)


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
    _services(codecs.SERVICES_CODEC.dump(series.services))
    return series_json(series)


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


def _said_of_release(value: object) -> Json:
    if value is None:
        return None
    said = codecs.ORIGIN_DATES_CODEC.check(value)
    for each in said.values():
        sound_date(each.date)
        if each.at is not None and each.at.tzinfo is None:
            raise ValueError("a time has no zone")
    return all_dates_json(said)


def _word_of_series(value: object, name: str) -> Json:
    if value is not None and not isinstance(value, dict):
        raise ValueError("it is no object")
    try:
        return word_json(name, read_word(name, value))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"it is no word on a field: {error!r}") from None


def _changed(value: object, row: StoredRow) -> Json:
    if row["kind"] == SERIES_KIND:
        return _word_of_series(value, row["field"])
    if row["field"] == DATE_FIELD:
        date = codecs.DATE_CODEC.check(value)
        if date is None:
            raise ValueError("a change of a date lacks one")
        return codecs.DATE_CODEC.dump(sound_date(date))
    return _ANYTHING.check(value)


CHECKS: Mapping[str, Callable[[Any, StoredRow], Json]] = {
    "series.credits": _checked(codecs.CREDITS_CODEC),
    "series.services": lambda value, _: _services(value),
    "series.trailers": _checked(codecs.TRAILERS_CODEC),
    "series.sources": _checked(codecs.SOURCES_CODEC),
    "statements.said": lambda value, _: _said_of_series(value),
    "corrections.value": _correction,
    "releases.regions": _checked(codecs.TEXTS_CODEC),
    "releases.said": lambda value, _: _said_of_release(value),
    "changes.old": _changed,
    "changes.new": _changed,
    "news.people": _checked(codecs.TEXTS_CODEC),
}
"""By table and column, what gives the value to be stored. Each raises `ValueError` for what doesn't belong there."""
