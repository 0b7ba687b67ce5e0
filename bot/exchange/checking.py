"""A file of the catalogue, checked as a whole before anything of it is stored."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from sqlalchemy import Table

from bot.catalogue.store.records import ColumnValues, air_date, title_rows
from bot.conventions.model import news_due
from bot.conventions.store import edition
from bot.database.tables import aliases, changes, corrections, editions, news, releases, series, statements, titles
from bot.errors import CatalogueError
from bot.exchange.form import FORMAT, TABLES, VERSION
from bot.exchange.rows import row_of

Content: TypeAlias = Mapping[str, Sequence[ColumnValues]]
"""Rows by their tables' names."""

_REFERENCES = (
    (titles, "series_id", series),
    (aliases, "series_id", series),
    (statements, "series_id", series),
    (corrections, "series_id", series),
    (releases, "series_id", series),
    (releases, "follows_id", releases),
    (news, "edition_id", editions),
    (news, "series_id", series),
)
UNIQUE = {
    series.name: (("id",), ("guild_id", "slug")),
    titles.name: (("id",), ("series_id", "fold"), ("series_id", "rank")),
    aliases.name: (("id",),),
    statements.name: (("series_id", "origin"),),
    corrections.name: (("id",), ("series_id", "guild_id", "field")),
    releases.name: (("id",),),
    changes.name: (("id",),),
    editions.name: (("id",), ("guild_id", "slug")),
    news.name: (("id",), ("edition_id", "headline")),
}
"""By what no two rows of a table are the same."""
_SHOWN_BY = ("slug", "title", "alias", "headline", "field", "origin")


def is_ours(whole: object) -> bool:
    """Tell whether a file's content says that it is Yokoku's catalogue."""
    return isinstance(whole, dict) and whole.get("format") == FORMAT


def read(whole: object) -> Content:
    """Read the rows of a file. Raises `CatalogueError` that names the first thing that is wrong with it."""
    if not isinstance(whole, dict) or not is_ours(whole):
        raise CatalogueError("This is no catalogue of Yokoku's.")
    version = whole.get("version")
    if type(version) is not int or version != VERSION:
        raise CatalogueError(
            f"This catalogue is of version {_on_one_line(str(version), 20)} of the format, and this Yokoku reads "
            f"version {VERSION}. Import it with the Yokoku that wrote it, or a newer one."
        )
    names = {table.name for table in TABLES} | {"format", "version"}
    if odd := sorted(names ^ whole.keys()):
        what = "lacks" if odd[0] in names else "has an unknown part,"
        raise CatalogueError(f"This catalogue {what} {_on_one_line(odd[0], 40)}. Nothing was imported.")
    content = {table.name: _rows(table, whole[table.name]) for table in TABLES}
    _find_by_fold(content)
    for table in TABLES:
        _require_once(table, content[table.name])
    for table, column, to in _REFERENCES:
        _require_there(table, column, to, content)
    _anchor_news(content)
    return content


def _rows(table: Table, rows: object) -> list[ColumnValues]:
    if not isinstance(rows, list):
        raise CatalogueError(f"{table.name} is no list.")
    return [_row(table, at, row) for at, row in enumerate(rows, 1)]


def _row(table: Table, at: int, row: object) -> ColumnValues:
    try:
        return row_of(table, row)
    except ValueError as error:
        raise _refused(table, at, row if isinstance(row, dict) else {}, str(error)) from None


def _refused(table: Table, at: int, row: ColumnValues, why: str) -> CatalogueError:
    shown = next((row[name] for name in _SHOWN_BY if isinstance(row.get(name), str)), "")
    name = f" ({_on_one_line(shown, 80)})" if shown else ""
    return CatalogueError(f"{table.name}, row {at}{name}: {_on_one_line(why, 200)}. Nothing was imported.")


def _on_one_line(text: str, most: int) -> str:
    return " ".join("".join(filter(str.isprintable, text[:most])).split())


def _find_by_fold(content: Content) -> None:
    for row in content[titles.name]:
        (made,) = title_rows(row["series_id"], [row["title"]]) or [{}]
        row.update({name: value for name, value in made.items() if name not in row})


def _require_once(table: Table, rows: Sequence[ColumnValues]) -> None:
    for columns in UNIQUE[table.name]:
        seen: set[tuple[object, ...]] = set()
        for at, row in enumerate(rows, 1):
            key = tuple(row[name] for name in columns)
            if key in seen:
                raise _refused(table, at, row, f"{', '.join(columns)}: another row has the same")
            seen.add(key)


def _require_there(table: Table, column: str, to: Table, content: Content) -> None:
    there = {row["id"] for row in content[to.name]}
    for at, row in enumerate(content[table.name], 1):
        if row[column] is not None and row[column] not in there:
            raise _refused(table, at, row, f"{column}: there is no {row[column]} in {to.name}")


def _anchor_news(content: Content) -> None:
    held = {row["id"]: edition(row) for row in content[editions.name]}
    for row in content[news.name]:
        row["anchor_at"] = news_due(air_date(row), held[row["edition_id"]])
