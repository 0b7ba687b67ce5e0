"""News from editions."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import RowMapping, Select, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.store.records import ColumnValues, air_date, air_date_values, labelled, unlabelled
from bot.catalogue.store.visibility import for_guild, owned_by, shared_or_own
from bot.catalogue.tables import series
from bot.conventions.model import Edition, News, news_due
from bot.conventions.store.editions import edition
from bot.conventions.tables import editions, news

MOST_NEWS: Final = 10
"""As much as one page about an edition holds."""


async def news_by_ids(db: AsyncConnection, ids: Collection[int]) -> dict[int, tuple[Edition, News]]:
    """Read news with these ids, each with the edition it is from, by the news' id."""
    rows = await db.execute(
        _news(labelled(editions, "held_")).join(editions, editions.c.id == news.c.edition_id).where(news.c.id.in_(ids))
    )
    found: dict[int, tuple[Edition, News]] = {}
    for row in rows.mappings():
        found[row["id"]] = (edition(unlabelled(row, editions, "held_")), news_item(row))
    return found


def _news(beside: list[Any]) -> Select[tuple[object, ...]]:
    return select(news, series.c.slug.label("series_slug"), *beside).outerjoin(series, series.c.id == news.c.series_id)


async def news_of(
    db: AsyncConnection, of: Edition, *, until: datetime, guild_id: int | None = None, limit: int = MOST_NEWS
) -> tuple[News, ...]:
    """List the news from an edition, shared or a guild's own, that has come out by `until`, the latest first."""
    same = select(editions.c.id).where(editions.c.slug == of.slug, shared_or_own(editions, guild_id))
    rows = await db.execute(
        _news([])
        .where(news.c.edition_id.in_(same), news.c.anchor_at <= until, for_guild(news, guild_id))
        .order_by(news.c.anchor_at.desc(), news.c.id.desc())
        .limit(limit)
    )
    return tuple(news_item(row) for row in rows.mappings())


async def has_headline(db: AsyncConnection, edition_id: int, headline: str, *, guild_id: int | None) -> bool:
    """Tell whether an edition has news with this headline, of a guild's or of all."""
    same = select(news.c.id).where(
        news.c.edition_id == edition_id, news.c.headline == headline, owned_by(news, guild_id)
    )
    return await db.scalar(same) is not None


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
        "picture": new.picture,
        "anchor_at": news_due(new.published, of),
        **air_date_values(new.published),
    }
    same = select(news.c.id).where(
        news.c.edition_id == of.id, news.c.headline == new.headline, owned_by(news, guild_id)
    )
    news_id: int | None = (await db.execute(same)).scalar()
    if news_id is None:
        news_id = (await db.execute(insert(news).values(values).returning(news.c.id))).scalar_one()
    else:
        await db.execute(update(news).values(values).where(news.c.id == news_id))
    return replace(new, id=news_id, edition_id=of.id)


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
        picture=row["picture"],
    )
