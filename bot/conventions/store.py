"""Conventions: their editions, and the news from them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    RowMapping,
    Select,
    case,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.store.records import ColumnValues, air_date, air_date_values, labelled, unlabelled
from bot.catalogue.store.visibility import for_guild, owned_by
from bot.catalogue.tables import series
from bot.conventions.model import Edition, News, news_due
from bot.conventions.tables import editions, news
from bot.folding import fold
from bot.pages import Page, Window

MOST_NEWS = 10
"""As much as one page about an edition holds."""


async def editions_by_ids(db: AsyncConnection, ids: Collection[int]) -> dict[int, Edition]:
    """Read the editions with these ids that aren't cancelled, by id."""
    rows = await db.execute(select(editions).where(editions.c.id.in_(ids), editions.c.cancelled.is_(False)))
    return {row["id"]: edition(row) for row in rows.mappings()}


async def edition_by_id(db: AsyncConnection, edition_id: int, *, guild_id: int | None = None) -> Edition | None:
    """Read the edition with this id, if it isn't cancelled and a guild knows it.

    A guild knows the shared editions and its own. Gives None for any other.
    """
    row = (await db.execute(_held(guild_id).where(editions.c.id == edition_id))).mappings().first()
    return None if row is None else edition(row)


async def news_by_ids(db: AsyncConnection, ids: Collection[int]) -> dict[int, tuple[Edition, News]]:
    """Read news with these ids, each with the edition it is from, by the news' id."""
    rows = await db.execute(
        _news(labelled(editions, "held_")).join(editions, editions.c.id == news.c.edition_id).where(news.c.id.in_(ids))
    )
    found: dict[int, tuple[Edition, News]] = {}
    for row in rows.mappings():
        held = unlabelled(row, editions, "held_")
        found[row["id"]] = (Edition(**{name: held[name] for name in Edition.__slots__}), news_item(row))
    return found


def _news(beside: list[Any]) -> Select[tuple[object, ...]]:
    return select(news, series.c.slug.label("series_slug"), *beside).outerjoin(series, series.c.id == news.c.series_id)


def _held(guild_id: int | None) -> Select[tuple[object, ...]]:
    return select(editions).where(for_guild(editions, guild_id), editions.c.cancelled.is_(False))


async def find_edition(db: AsyncConnection, name: str, now: datetime, *, guild_id: int | None = None) -> Edition | None:
    """Find the edition of this slug or name.

    For a convention's own name ("Anime Expo") it is the next one, or else the last.
    """
    folded = fold(name)
    found = [held for held in await all_editions(db, guild_id=guild_id) if folded and folded in _names(held)]
    exact = [held for held in found if folded != fold(held.convention)]
    ahead = [held for held in found if held.over_at > now]
    return next(iter(exact or ahead or found[-1:]), None)


async def matching(
    db: AsyncConnection, typed: str, now: datetime, *, guild_id: int | None = None
) -> tuple[Edition, ...]:
    """List the editions whose names have all the typed words.

    What is on or coming is first, then the latest that is over.
    """
    words = fold(typed).split()
    held = [
        edition
        for edition in await all_editions(db, guild_id=guild_id)
        if all(word in f"{fold(edition.name)} {fold(edition.city)}" for word in words)
    ]
    coming = [edition for edition in held if edition.over_at > now]
    return (*coming, *(edition for edition in reversed(held) if edition.over_at <= now))


def _names(held: Edition) -> set[str]:
    return {fold(held.slug), fold(held.name), fold(held.convention)}


@dataclass(frozen=True, slots=True)
class EditionsPage:
    """A page of the editions. `coming` is how many of all of them are on or coming."""

    page: Page[Edition]
    coming: int


async def editions_page(
    db: AsyncConnection, now: datetime, *, guild_id: int | None, number: int, size: int
) -> EditionsPage:
    """Read a page of the editions that a guild knows; of a page beyond the end, the last.

    What is on or coming is first, the soonest first, and then what is over, the latest first.
    """
    of, held = editions.c, _held(guild_id).subquery()
    counted = select(func.count(), func.count().filter(held.c.over_at > now)).select_from(held)
    total, coming = (await db.execute(counted)).one()
    window = Window.nearest(number, total=total, size=size)
    is_coming = of.over_at > now
    in_order = _held(guild_id).order_by(
        is_coming.desc(),
        case((is_coming, of.anchor_at)),
        case((is_coming, of.id)),
        of.anchor_at.desc(),
        of.id.desc(),
    )
    found = [edition(row) for row in (await db.execute(window.of(in_order))).mappings()]
    return EditionsPage(window.page(found), coming)


async def all_editions(db: AsyncConnection, *, guild_id: int | None = None) -> tuple[Edition, ...]:
    """Read every edition a guild knows, the earliest first: some dozens a year."""
    rows = await db.execute(_held(guild_id).order_by(editions.c.anchor_at, editions.c.id))
    return tuple(edition(row) for row in rows.mappings())


async def news_of(
    db: AsyncConnection, edition_id: int, *, until: datetime, guild_id: int | None = None, limit: int = MOST_NEWS
) -> tuple[News, ...]:
    """List the news from an edition that has come out by `until`, the latest first."""
    rows = await db.execute(
        _news([])
        .where(news.c.edition_id == edition_id, news.c.anchor_at <= until, for_guild(news, guild_id))
        .order_by(news.c.anchor_at.desc(), news.c.id.desc())
        .limit(limit)
    )
    return tuple(news_item(row) for row in rows.mappings())


async def save_edition(db: AsyncConnection, new: Edition, *, guild_id: int | None = None) -> Edition:
    """Store an edition over the one with its slug, or as a new one, and give it with its id."""
    values: ColumnValues = {name: getattr(new, name) for name in Edition.__slots__ if name != "id"}
    values |= {"guild_id": guild_id, "anchor_at": new.opens_at, "over_at": new.over_at}
    mine = owned_by(editions, guild_id)
    edition_id: int | None = (await db.execute(select(editions.c.id).where(editions.c.slug == new.slug, mine))).scalar()
    if edition_id is None:
        edition_id = (await db.execute(insert(editions).values(values).returning(editions.c.id))).scalar_one()
    else:
        await db.execute(update(editions).values(values).where(editions.c.id == edition_id))
    return replace(new, id=edition_id)


async def save_news(
    db: AsyncConnection, new: News, of: Edition, *, series_id: int | None = None, guild_id: int | None = None
) -> News:
    """Store news of an edition over that with its headline, or as new, and give it with its id."""
    values: ColumnValues = {
        "guild_id": guild_id,
        "edition_id": of.id,
        "series_id": series_id,
        "headline": new.headline,
        "text": new.text,
        "url": new.url,
        "people": list(new.people),
        "source": new.source,
        "anchor_at": news_due(new.published, of),
        **air_date_values(new.published),
    }
    same = select(news.c.id).where(news.c.edition_id == of.id, news.c.headline == new.headline)
    news_id: int | None = (await db.execute(same)).scalar()
    if news_id is None:
        news_id = (await db.execute(insert(news).values(values).returning(news.c.id))).scalar_one()
    else:
        await db.execute(update(news).values(values).where(news.c.id == news_id))
    return replace(new, id=news_id, edition_id=of.id)


def edition(row: RowMapping | Mapping[str, Any]) -> Edition:
    """Make an edition from its columns."""
    return Edition(**{name: row[name] for name in Edition.__slots__})


def news_item(row: RowMapping) -> News:
    """Make news from its columns and its series' slug as `series_slug`."""
    return News(
        id=row["id"],
        edition_id=row["edition_id"],
        headline=row["headline"],
        published=air_date(row),
        text=row["text"],
        url=row["url"],
        people=tuple(row["people"]),
        series_slug=row["series_slug"],
        source=row["source"],
    )
