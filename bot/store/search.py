"""Finding a series by what a person typed: exactly, nearly, and while they type.

The exact search uses indexes. The others read every title once, in the database's own thread: some milliseconds for
a catalogue of ten thousand series, in every script, and for titles of one letter as for long ones.
"""

import functools
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias

from sqlalchemy import BigInteger, Float, Select, and_, bindparam, case, cast, exists, func, literal, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.series import ExternalSite, Series, fold, legible, read_external_ids
from bot.store.catalogue import series_by_ids, whole_series
from bot.store.records import all_series, visible
from bot.store.tables import series, titles, watchlist

SUGGESTIONS = 5
COMPLETIONS = 25
"""Discord: an autocomplete answers with at most 25 choices."""
LONGEST = 200
"""Of a longer text only the beginning is compared with titles that are like it: a person may send 6,000 characters."""
_SHORTLIST = 60
_MOST_PAIRS = 24
_ALIKE = 0.6
"""From which likeness on (1 is the same) a title is taken for what somebody may have meant."""

_Ranked: TypeAlias = "Select[tuple[int, int]]"


async def find(db: AsyncConnection, text: str, *, guild_id: int | None = None) -> Sequence[Series]:
    """The series that `text` names: by slug, else by any title, else by an AniList or MyAnimeList id or address.

    Usually one or none; several where they share a title, or where a bare number is the one's id on AniList and
    another's on MyAnimeList. One statement.
    """
    typed = legible(text).strip()
    numbers = {external.site: external.number for external in read_external_ids(typed)}
    wanted = {
        "slug": typed.casefold().lstrip("/"),
        "fold": fold(typed),
        "anilist_id": numbers.get(ExternalSite.ANILIST),
        "myanimelist_id": numbers.get(ExternalSite.MYANIMELIST),
        "guild_id": guild_id,
    }
    rows = await db.execute(_found(in_guild=guild_id is not None), wanted)
    return list(all_series(rows.mappings()))


@functools.cache
def _found(*, in_guild: bool) -> Select[tuple[object, ...]]:
    """The exact search. Built once: building it takes longer than running it, and every command runs it."""
    guild_id = bindparam("guild_id", type_=BigInteger) if in_guild else None
    named = union_all(*(query.where(visible(series, guild_id)) for query in _named())).cte("named")
    best = select(func.min(named.c.rank)).scalar_subquery()
    return whole_series().where(series.c.id.in_(select(named.c.id).where(named.c.rank == best))).order_by(series.c.id)


def _named() -> Iterable[_Ranked]:
    """The ways in which a text can name a series, each with its rank: the lower one wins."""
    yield select(series.c.id, literal(0).label("rank")).where(series.c.slug == bindparam("slug"))
    by_title = and_(titles.c.series_id == series.c.id, titles.c.fold == bindparam("fold"))
    yield select(series.c.id, literal(1).label("rank")).join(titles, by_title)
    # A number that wasn't typed is NULL, which equals nothing.
    for column in (series.c.anilist_id, series.c.myanimelist_id):
        yield select(series.c.id, literal(2).label("rank")).where(column == bindparam(column.name))


async def complete(db: AsyncConnection, text: str, *, guild_id: int | None = None) -> Sequence[Series]:
    """Up to 25 series for what somebody has typed so far, the likeliest first.

    Those with all the typed words in one title; where there are none, the one whose id or address it is, or those that
    it may be a slip of. For nothing typed yet, the guild's watchlist and then the others by title.
    """
    words = fold(text.strip()[:LONGEST]).split()
    contained = _containing(words) if words else select(titles.c.series_id).where(titles.c.rank == 0)
    watched = exists().where(watchlist.c.series_id == series.c.id, watchlist.c.guild_id == (guild_id or 0))
    found = await db.execute(
        contained.join(series, series.c.id == titles.c.series_id)
        .where(visible(series, guild_id))
        .group_by(titles.c.series_id)
        .order_by(
            func.max(case((watched, 1), else_=0)).desc(),
            func.max(case((titles.c.fold.startswith(" ".join(words), autoescape=True), 1), else_=0)).desc(),
            func.min(func.length(titles.c.fold)) if words else func.min(titles.c.fold),
            titles.c.series_id,
        )
        .limit(COMPLETIONS)
    )
    ids = list(found.scalars())
    if not ids and words:
        named = await find(db, text, guild_id=guild_id)
        return named or await suggest(db, text, guild_id=guild_id, limit=COMPLETIONS)
    return await _in_order(db, ids)


def _containing(words: Sequence[str]) -> Select[tuple[int]]:
    return select(titles.c.series_id).where(*(titles.c.fold.contains(word, autoescape=True) for word in words))


async def suggest(
    db: AsyncConnection, text: str, *, guild_id: int | None = None, limit: int = SUGGESTIONS
) -> Sequence[Series]:
    """Up to `limit` series with a title like `text`, the likest first: what a slip of the pen may have meant."""
    typed = fold(text.strip()[:LONGEST])
    if not typed:
        return []
    pairs = sorted({typed[at : at + 2] for at in range(max(1, len(typed) - 1))})[:_MOST_PAIRS]
    shared = sum((case((titles.c.fold.contains(pair, autoescape=True), 1), else_=0) for pair in pairs), literal(0))
    nearness = cast(shared, Float) / (func.length(titles.c.fold) + len(typed))
    rows = await db.execute(
        select(titles.c.series_id, titles.c.fold)
        .join(series, series.c.id == titles.c.series_id)
        .where(visible(series, guild_id), shared > len(pairs) // 4)
        .order_by(nearness.desc())
        .limit(_SHORTLIST)
    )
    likeness: dict[int, float] = {}
    for series_id, title in rows:
        likeness[series_id] = max(likeness.get(series_id, 0), _likeness(typed, title))
    near = sorted((-alike, series_id) for series_id, alike in likeness.items() if alike >= _ALIKE)
    return await _in_order(db, [series_id for _, series_id in near[:limit]])


def _likeness(typed: str, title: str) -> float:
    """How alike two folds are, from 0 to 1. A title's beginning and its words in any order count too."""
    return max(
        _ratio(typed, title),
        _ratio(typed, title[: len(typed) + 1]) * 0.95,
        _ratio(" ".join(sorted(typed.split())), " ".join(sorted(title.split()))) * 0.95,
        0.8 if len(typed) > 2 and typed in title else 0,
    )


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


async def _in_order(db: AsyncConnection, ids: Sequence[int]) -> list[Series]:
    found = await series_by_ids(db, ids) if ids else {}
    return [found[series_id] for series_id in ids if series_id in found]
