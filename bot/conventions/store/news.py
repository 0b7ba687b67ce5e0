"""News from editions."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import RowMapping, Select, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.store.records import ColumnValues, air_date, air_date_values, labelled, unlabelled
from bot.catalogue.store.visibility import for_guild, owned_by, shared_or_own
from bot.catalogue.tables import series
from bot.conventions.model import Edition, News, news_due
from bot.conventions.store.editions import edition
from bot.conventions.tables import editions, news
from bot.pages import Page, Window

NEWS_PAGE_SIZE: Final = 5
"""As much as the card of an edition shows."""


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
    db: AsyncConnection, of: Edition, *, until: datetime, guild_id: int | None = None, number: int = 0
) -> Page[News]:
    """Read a page of the news from an edition, shared or a guild's own, that has come out by `until`, the latest first.

    Of a page beyond the end it is the last.
    """
    same = select(editions.c.id).where(editions.c.slug == of.slug, shared_or_own(editions, guild_id))
    told = (news.c.edition_id.in_(same), news.c.anchor_at <= until, for_guild(news, guild_id))
    total = (await db.execute(select(func.count()).select_from(news).where(*told))).scalar_one()
    window = Window.nearest(number, total=total, size=NEWS_PAGE_SIZE)
    in_order = _news([]).where(*told).order_by(news.c.anchor_at.desc(), news.c.id.desc())
    return window.page([news_item(row) for row in (await db.execute(window.of(in_order))).mappings()])


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
