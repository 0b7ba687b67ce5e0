"""The names that may be what was typed, gathered in one statement, as rows of `search.Candidate`."""

from bot.catalogue.search import ALIAS, NAMED, READING, TITLE
from bot.catalogue.store.visibility import for_guild_sql
from bot.catalogue.tables import releases, series

_SHORTLIST = 150
"""So many titles that share parts with what was typed are compared with it."""
_BEGINNING = 100
"""So many of those that begin like it are."""
_MOST_SHARED = 4_000
"""The rarest parts are looked up, as long as no more titles than this have one of them."""
_LEAST_SHARED = 0.3
"""What shares less than this of what the likest title shares isn't meant."""

SEEN = f"({for_guild_sql(series)}) AND (:adult OR NOT series.adult)"
_IS_LATER = """
    EXISTS (SELECT 1 FROM titles AS named WHERE named.series_id = series.id AND (named.season > 1 OR named.part > 1))
"""
_TIES = f"""
    EXISTS (SELECT 1 FROM watchlist WHERE watchlist.guild_id = :guild_id AND watchlist.series_id = series.id),
    series.popularity,
    (SELECT min(anchor_at) FROM releases WHERE releases.series_id = series.id AND anchor_at >= :now
        AND NOT cancelled AND ({for_guild_sql(releases)}))
"""  # noqa: S608 - our own pieces
CANDIDATES = f"""
WITH
beginning (id) AS (
    SELECT titles.id FROM titles JOIN series ON series.id = titles.series_id
    WHERE titles.key >= :key AND titles.key < :after_key AND {SEEN}
    ORDER BY length(titles.key) > length(:key) + 1, series.popularity DESC, length(titles.key) LIMIT {_BEGINNING}
),
known (term, titles) AS (
    SELECT counted.term, counted.doc
    FROM json_each(:parts) AS part JOIN title_index_counts AS counted ON counted.term = part.value
),
counted_up (term, together, nth) AS (
    SELECT term, sum(titles) OVER (ORDER BY titles, term), row_number() OVER (ORDER BY titles, term) FROM known
),
rarest (term) AS (
    SELECT term FROM counted_up
    WHERE (together <= {_MOST_SHARED} OR nth = 1) AND (SELECT count(*) FROM beginning) < {_BEGINNING}
),
elsewhere (id) AS (
    SELECT titles.id FROM series JOIN titles ON titles.series_id = series.id
    WHERE coalesce(series.guild_id, 0) > 0 AND series.guild_id IS NOT :guild_id
),
sharing (id, shared) AS (
    SELECT title_index.rowid, count(*) FROM rarest JOIN title_index ON title_index MATCH '"' || rarest.term || '"'
    WHERE title_index.rowid NOT IN elsewhere
    GROUP BY title_index.rowid ORDER BY count(*) DESC LIMIT {_SHORTLIST}
),
alike (id) AS (
    SELECT id FROM sharing WHERE shared >= {_LEAST_SHARED} * (SELECT max(shared) FROM sharing)
),
initialled (id) AS (
    SELECT rowid FROM title_index WHERE title_index MATCH :initials LIMIT {_SHORTLIST}
)
SELECT CASE WHEN titles.rank < 0 THEN {READING} ELSE {TITLE} END AS why, series.id,
    titles.title, titles.fold, titles.key, titles.season, titles.part, {_IS_LATER},
    {_TIES}
FROM titles JOIN series ON series.id = titles.series_id
WHERE titles.id IN (SELECT id FROM beginning UNION SELECT id FROM alike UNION SELECT id FROM initialled) AND {SEEN}
UNION ALL
SELECT {ALIAS}, series.id, aliases.alias, aliases.fold, NULL, NULL, NULL, {_IS_LATER},
    aliases.guild_id IS NOT NULL OR {_TIES}
FROM aliases JOIN series ON series.id = aliases.series_id
WHERE coalesce(aliases.guild_id, 0) IN (0, :guild_id) AND {SEEN} AND (
    (aliases.fold >= :fold AND aliases.fold < :after_fold) OR aliases.fold = :as_typed
    OR (:length >= 4 AND length(aliases.fold) BETWEEN :length - 2 AND :length + 2
        AND (substr(aliases.fold, 1, 1) = substr(:fold, 1, 1) OR substr(aliases.fold, -1) = substr(:fold, -1)))
)
UNION ALL
SELECT {NAMED}, series.id, series.slug, '', NULL, NULL, NULL, {_IS_LATER}, {_TIES}
FROM series
WHERE (slug = :slug OR anilist_id = :anilist_id OR myanimelist_id = :myanimelist_id OR bangumi_id = :bangumi_id
    OR anidb_id = :anidb_id) AND {SEEN}
"""  # noqa: S608 - our own pieces
