"""Namesakes: the series that read like a series, read in the same row."""

from typing import Any

from sqlalchemy import ColumnElement, Text, and_, cast, func, or_, select

from bot.catalogue.model import Format, Namesake
from bot.catalogue.tables import series, titles
from bot.dates.airdate import Season

_BETWEEN = "\x1f"  # as between titles
_PARTS = ":"
_SEASONS = tuple(Season)
_OWN_TITLE, _OTHER_TITLE, _OTHER = titles.alias("own_title"), titles.alias("other_title"), series.alias("other_series")


def _text(column: ColumnElement[Any]) -> ColumnElement[str]:
    return func.coalesce(cast(column, Text), "")


# A title reads like those of its key: spaces and long vowels make no difference.
SAVED_NAMESAKES = (
    select(
        func.aggregate_strings(
            _text(_OTHER.c.id)
            + _PARTS
            + _text(_OTHER.c.format)
            + _PARTS
            + _text(_OTHER.c.year)
            + _PARTS
            + _text(_OTHER.c.season)
            + _PARTS
            + _text(_OTHER.c.title_native),
            _BETWEEN,
        )
    )
    .select_from(_OWN_TITLE)
    .join(_OTHER_TITLE, and_(_OTHER_TITLE.c.key == _OWN_TITLE.c.key, _OTHER_TITLE.c.rank == 0))
    .join(_OTHER, _OTHER.c.id == _OTHER_TITLE.c.series_id)
    .where(
        _OWN_TITLE.c.series_id == series.c.id,
        _OWN_TITLE.c.rank == 0,
        _OTHER.c.id != series.c.id,
        or_(_OTHER.c.guild_id.is_(None), _OTHER.c.guild_id == series.c.guild_id),
    )
    .correlate(series)
    .scalar_subquery()
    .label("saved_namesakes")
)
"""Select it beside a series' columns: the others that read like it, of those that all or its own guild see."""


def read_namesakes(saved: str) -> tuple[Namesake, ...]:
    """Read what `SAVED_NAMESAKES` gives."""
    return tuple(_namesake(*each.split(_PARTS, 4)) for each in saved.split(_BETWEEN))


def _namesake(series_id: str, kind: str, year: str, season: str, native: str) -> Namesake:
    return Namesake(
        int(series_id),
        Format(kind),
        int(year) if year else None,
        _SEASONS[int(season)] if season else None,
        native or None,
    )
