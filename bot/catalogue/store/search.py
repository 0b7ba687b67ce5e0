"""Finding a series by what a person typed: exactly, nearly, and while they type.

The exact search uses plain indexes. The others gather in one statement the titles that begin like what was typed, and
those that share the most of its rarest parts (`search.keys`), by a full-text index of them; `search.likeness` then says
which of these few hundred are meant. What only SQLite has lies here and in the index' migration.
"""

import asyncio
import contextlib
import functools
import json
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import (
    BigInteger,
    Boolean,
    Select,
    Text,
    and_,
    bindparam,
    case,
    func,
    literal,
    not_,
    or_,
    select,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.external_ids import ExternalSite, read_external_ids
from bot.catalogue.franchises import Member, Scores, installments, likeliest, merged
from bot.catalogue.model import Series
from bot.catalogue.search import CLEAR, INITIALS_MARK, TypedTitle, best, parts_of
from bot.catalogue.store import corrections
from bot.catalogue.store.candidates import CANDIDATES, SEEN
from bot.catalogue.store.catalogue import series_by_ids, whole_series
from bot.catalogue.store.franchises import MEMBERS
from bot.catalogue.store.records import all_series
from bot.catalogue.store.visibility import corrected_in, for_guild, for_guild_sql
from bot.catalogue.tables import aliases, releases, series, titles
from bot.database.types import as_stored
from bot.folding import close_up, fold, legible

SUGGESTIONS = 5
COMPLETIONS = 25
"""Discord: an autocomplete answers with at most 25 choices."""

_AFTER_SPACE = "!"
"""What comes after a space in the order in which titles lie: what begins with a number and a space lies before it."""

_Ranked: TypeAlias = "Select[tuple[int, int]]"


@dataclass(frozen=True, slots=True)
class Hit:
    """A series that may be meant, and how much so: 1 is what it is called."""

    series: Series
    score: float


async def find(db: AsyncConnection, text: str, *, guild_id: int | None = None, adult: bool = True) -> Sequence[Series]:
    """Find the series that `text` names.

    It names one by slug, else by any title, an alias, or the id or address that another catalogue has. A bare number is
    an id where no title is or begins with that number: "86" is "86 EIGHTY-SIX". Usually one or none; several where they
    share a title, or where a bare number is the one's id on AniList and another's on MyAnimeList. A guild's own alias
    wins over everybody's. One statement, and one more where the guild's moderators corrected something.
    """
    typed = legible(text).strip()
    folded = fold(typed)
    parameters = {
        "fold": folded,
        "closed_up": close_up(folded),
        "begins": f"{folded} " if folded.isdecimal() else None,
        "ends": f"{folded}{_AFTER_SPACE}",
        "guild_id": guild_id,
        "adult": adult,
        **_slug_and_ids(typed),
    }
    rows = (await db.execute(_found(in_guild=guild_id is not None), parameters)).mappings().all()
    found = list(all_series(rows))
    return (
        await corrections.corrected_for_guild(db, found, guild_id)
        if any(row["corrected_here"] for row in rows)
        else found
    )


def _slug_and_ids(typed: str) -> dict[str, str | int | None]:
    numbers = {external.site: external.number for external in read_external_ids(typed)}
    return {
        "slug": typed.casefold().lstrip("/"),
        "anilist_id": numbers.get(ExternalSite.ANILIST),
        "myanimelist_id": numbers.get(ExternalSite.MYANIMELIST),
        "bangumi_id": numbers.get(ExternalSite.BANGUMI),
        "anidb_id": numbers.get(ExternalSite.ANIDB),
    }


@functools.cache
def _found(*, in_guild: bool) -> Select[tuple[object, ...]]:
    """Make the exact search once: building it takes longer than running it, and every command runs it."""
    guild_id = bindparam("guild_id", type_=BigInteger) if in_guild else None
    allowed = or_(bindparam("adult", type_=Boolean), not_(series.c.adult))
    named = union_all(*(query.where(for_guild(series, guild_id), allowed) for query in _named())).cte("named")
    best = select(func.min(named.c.rank)).scalar_subquery()
    is_corrected = corrected_in(series.c.id, guild_id).label("corrected_here")
    whole = whole_series().add_columns(is_corrected)
    return whole.where(series.c.id.in_(select(named.c.id).where(named.c.rank == best))).order_by(series.c.id)


def _named() -> Iterable[_Ranked]:
    """Yield the ways in which a text can name a series, each with its rank: the lower one wins."""
    yield select(series.c.id, literal(0).label("rank")).where(series.c.slug == bindparam("slug"))
    by_title = and_(titles.c.series_id == series.c.id, titles.c.fold.in_((bindparam("fold"), bindparam("closed_up"))))
    # A reading is a program's guess: whatever somebody calls so comes first.
    yield select(series.c.id, case((titles.c.rank < 0, 5), else_=1).label("rank")).join(titles, by_title)
    by_alias = and_(aliases.c.series_id == series.c.id, aliases.c.fold.in_((bindparam("fold"), bindparam("closed_up"))))
    # Outside any guild the guild's id is NULL, which equals nothing; so is a number that wasn't typed.
    for rank, whose in (
        (2, aliases.c.guild_id == bindparam("guild_id", type_=BigInteger)),
        (3, aliases.c.guild_id.is_(None)),
    ):
        yield select(series.c.id, literal(rank).label("rank")).join(aliases, and_(by_alias, whose))
    begins = and_(titles.c.fold >= bindparam("begins", type_=Text), titles.c.fold < bindparam("ends", type_=Text))
    yield select(series.c.id, literal(4).label("rank")).join(titles, and_(titles.c.series_id == series.c.id, begins))
    for column in (series.c.anilist_id, series.c.myanimelist_id, series.c.bangumi_id, series.c.anidb_id):
        yield select(series.c.id, literal(5).label("rank")).where(column == bindparam(column.name))


async def complete(
    db: AsyncConnection,
    text: str,
    *,
    guild_id: int | None = None,
    adult: bool = True,
    now: datetime | None = None,
) -> Sequence[Series]:
    """Find up to 25 series for what somebody has typed so far, the likeliest first.

    For nothing typed yet, what comes soonest after `now`: the guild's watchlist, then the others, then those most
    people watch.
    """
    if not text.strip():
        return await _coming(db, guild_id=guild_id, adult=adult, now=now)
    return [hit.series for hit in await rank(db, text, guild_id=guild_id, adult=adult, now=now)]


async def suggest(
    db: AsyncConnection, text: str, *, guild_id: int | None = None, limit: int = SUGGESTIONS, adult: bool = True
) -> Sequence[Series]:
    """Find up to `limit` series with a title like `text`, the likest first: what a slip of the pen may have meant."""
    hits = await rank(db, text, guild_id=guild_id, limit=limit, adult=adult)
    return [hit.series for hit in hits if hit.score >= hits[0].score - _UNLIKELY]


async def rank(
    db: AsyncConnection,
    text: str,
    *,
    guild_id: int | None = None,
    limit: int = COMPLETIONS,
    adult: bool = True,
    now: datetime | None = None,
) -> list[Hit]:
    """Find up to `limit` series for `text`, the likeliest first, with how likely they are.

    Of those that are equally likely the guild's watchlist, and what it calls so itself, come first, then what more
    people watch, then what comes sooner after `now`. Three statements; two more where a season or a part is asked for.
    """
    typed, text = TypedTitle.of(text), text.strip()[:_LONGEST_ADDRESS]
    if not typed.key:
        return []
    whose = {"guild_id": guild_id, "adult": adult, "now": as_stored(now)}
    if typed.asked.is_marked:
        scores = await _installments(db, typed, text, whose)
    else:
        scores = await _scores(db, typed, text, whose)
    found = await _whole(db, [series_id for series_id, _ in scores[:limit]], guild_id)
    return [Hit(found[series_id], score) for series_id, score in scores[:limit] if series_id in found]


async def clear(db: AsyncConnection, text: str, *, guild_id: int | None = None, adult: bool = True) -> Series | None:
    """Find the one series that `text` means beyond doubt, though it isn't its whole title.

    It is the beginning of one of its titles up to a colon, dash or bracket, or a first season's name with a number, and
    no other series fits as well.
    """
    hits = await rank(db, text, guild_id=guild_id, adult=adult, limit=2)
    is_clear = hits and hits[0].score >= CLEAR and (len(hits) == 1 or hits[1].score < hits[0].score)
    return hits[0].series if is_clear else None


async def _installments(db: AsyncConnection, typed: TypedTitle, text: str, whose: Mapping[str, Any]) -> Scores:
    """Rank the series that a name with a number means: by the name and the number, and by both as a title's beginning.

    Only where neither finds any are titles looked for that are nearly like both.
    """
    named = TypedTitle.of(typed.asked.stem)
    first_seasons = dict(likeliest(await _scores(db, named, named.fold, whose)))
    rows = await _at_once(db, MEMBERS, {**whose, "roots": json.dumps(list(first_seasons))})
    scores = installments(typed.asked, first_seasons, map(Member._make, rows))
    scores = merged(scores, await _scores(db, typed, text, whose, nearly=False))
    return scores if scores and scores[0][1] >= _ENOUGH else merged(scores, await _scores(db, typed, text, whose))


async def _scores(
    db: AsyncConnection, typed: TypedTitle, text: str, whose: Mapping[str, Any], *, nearly: bool = True
) -> Scores:
    """Rank the series with a name like what was typed, or with one that begins so. One statement."""
    parameters = {
        **whose,
        **_slug_and_ids(legible(text)),
        "fold": typed.fold,
        "after_fold": typed.fold + _LAST,
        "key": typed.key,
        "after_key": typed.key + _LAST,
        "length": len(typed.fold),
        "parts": json.dumps(parts_of(typed.key) if nearly else []),
        "as_typed": typed.asked.as_typed,
        "initials": f'"{INITIALS_MARK}{typed.key if typed.key.isalnum() else ""}"',
    }
    rows = await _at_once(db, CANDIDATES, parameters)
    compare = functools.partial(best, typed, text, rows)
    return compare() if len(rows) <= _QUICKLY_COMPARED else await asyncio.to_thread(compare)


async def _whole(db: AsyncConnection, ids: Sequence[int], guild_id: int | None) -> dict[int, Series]:
    """Read series that were found, by id, with what a guild's moderators corrected.

    Outside any guild nothing is corrected.
    """
    if guild_id is None:
        return await series_by_ids(db, ids) if ids else {}
    return await corrections.by_ids(db, ids, guild_id)


_UNLIKELY = 0.25
"""What scores so much less than the first isn't suggested beside it."""
_LONGEST_ADDRESS = 500
_ENOUGH = 0.9
"""From here on a name with a number was found."""
_QUICKLY_COMPARED = 60
"""So many names are compared in less time than a way to another thread and back takes: some 5 µs each."""


async def _at_once(db: AsyncConnection, statement: str, parameters: Mapping[str, Any]) -> list[Sequence[Any]]:
    """Read all rows of a statement in one step of the driver's thread: each step costs as much as many rows do."""
    driver: Any = (await db.get_raw_connection()).driver_connection
    return list(await driver.execute_fetchall(statement, parameters))


_LAST = "\U0010ffff"
"""No sign comes after this one: up to it everything begins alike."""


async def _coming(db: AsyncConnection, *, guild_id: int | None, adult: bool, now: datetime | None) -> Sequence[Series]:
    parameters = {"guild_id": guild_id, "adult": adult, "now": as_stored(now)}
    ids = list(dict.fromkeys(series_id for (series_id,) in await _at_once(db, _SOONEST, parameters)))[:COMPLETIONS]
    found = await _whole(db, ids, guild_id)
    return [found[series_id] for series_id in ids if series_id in found]


_SOONEST = f"""
WITH
coming (id, at) AS (
    SELECT series_id, min(anchor_at) FROM releases
    WHERE anchor_at >= :now AND NOT cancelled AND ({for_guild_sql(releases)}) GROUP BY series_id
),
watched (id) AS (SELECT series_id FROM watchlist WHERE guild_id = :guild_id),
popular (id) AS (
    SELECT id FROM series WHERE {SEEN} ORDER BY popularity DESC, id LIMIT {COMPLETIONS}
),
offered (part, at, popularity, id) AS (
    SELECT 0, coming.at, series.popularity, series.id
    FROM watched JOIN series ON series.id = watched.id LEFT JOIN coming ON coming.id = watched.id WHERE {SEEN}
    UNION ALL
    SELECT 1, coming.at, series.popularity, series.id FROM coming JOIN series ON series.id = coming.id WHERE {SEEN}
    UNION ALL
    SELECT 2, NULL, series.popularity, series.id FROM popular JOIN series ON series.id = popular.id
)
SELECT id FROM offered ORDER BY part, at NULLS LAST, popularity DESC, id LIMIT 3 * {COMPLETIONS}
"""  # noqa: S608 - our own pieces


@contextlib.asynccontextmanager
async def indexed_at_once(db: AsyncConnection) -> AsyncIterator[None]:
    """Let the index wait while many titles are stored in a transaction, and make it anew at the end.

    Title by title it takes 20 µs each; all at once, a tenth of that for each that is in the store.
    """
    triggers = (await db.exec_driver_sql(_TRIGGERS)).mappings().all()
    for trigger in triggers:
        await db.exec_driver_sql(f"DROP TRIGGER {trigger['name']}")
    yield
    for trigger in triggers:
        await db.exec_driver_sql(trigger["sql"])
    await db.exec_driver_sql("INSERT INTO title_index (title_index) VALUES ('rebuild')")


_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'titles'"
