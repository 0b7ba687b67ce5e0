"""Whose titles share a stem with those of some series: its franchise."""

from bot.catalogue.store.visibility import for_guild_sql
from bot.catalogue.tables import series

_MOST_MEMBERS = 600

MEMBERS = f"""
WITH
family (root, stem) AS (
    SELECT DISTINCT titles.series_id, titles.stem
    FROM json_each(:roots) AS root JOIN titles ON titles.series_id = root.value WHERE titles.stem <> ''
),
linked (root, series_id, is_whole, season, part) AS (
    SELECT family.root, titles.series_id, 1, titles.season, titles.part
    FROM family JOIN titles ON titles.stem = family.stem
    UNION ALL
    SELECT family.root, titles.series_id, 0, titles.season, titles.part
    FROM family JOIN titles ON titles.stem > family.stem || ' ' AND titles.stem < family.stem || '!'
    LIMIT {_MOST_MEMBERS}
)
SELECT linked.root, series.id, linked.is_whole, linked.season, linked.part, series.format, series.year, series.season
FROM linked JOIN series ON series.id = linked.series_id
WHERE ({for_guild_sql(series)}) AND (:adult OR NOT series.adult)
"""  # noqa: S608 - our own pieces
"""Rows of `installments.Member`: the titles that have the stem of one of the series `roots`, or that begin with it."""
