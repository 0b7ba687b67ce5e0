"""Files of the catalogue that an earlier version wrote, read as what they would be now."""

from collections.abc import Iterator, Mapping
from typing import Any

_NEW: Mapping[str, Mapping[str, object]] = {
    "series": {"colour": None, "genres": [], "score": None, "anidb_id": None, "relations": None},
    "releases": {"basis": "stated", "label": None},
    "editions": {
        "precision": "day",
        "status": "announced",
        "aliases": [],
        "tickets": None,
        "guests": [],
        "verified_on": None,
        "origin": "file",
    },
    "news": {"picture": None},
    "statements": {"confirmed_at": None, "is_paused": False},
}
"""Columns that older files lack, and what they mean by that."""


def brought_up_to_date(whole: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give a file with the columns that its rows lack, and without releases that nobody stated.

    Such followed from a premiere. Those that had come out when something of the file was last said stay, by the word of
    whoever dated the premiere. What is no row stays as it is, to be refused.
    """
    upgraded = dict(whole)
    for name, missing in _NEW.items():
        if isinstance(whole.get(name), list):
            upgraded[name] = [{**missing, **row} if isinstance(row, dict) else row for row in whole[name]]
    if isinstance(whole.get("releases"), list):
        rows = [row for name in ("statements", "changes") if isinstance(whole.get(name), list) for row in whole[name]]
        last_said = max((str(row.get("at", "")) for row in rows if isinstance(row, dict)), default="")
        upgraded["releases"] = list(_stated(upgraded["releases"], last_said))
    return upgraded


def _stated(rows: list[Any], last_said: str) -> Iterator[Any]:
    origins = {row.get("id"): row.get("origin") for row in rows if isinstance(row, dict)}
    for row in rows:
        if not isinstance(row, dict) or "follows_id" not in row:
            yield row
            continue
        kept = {name: value for name, value in row.items() if name != "follows_id"}
        if row["follows_id"] is None or row.get("origin") is not None:
            yield kept
        elif str(row.get("earliest") or "9") <= last_said:
            yield kept | {"origin": origins.get(row["follows_id"])}
