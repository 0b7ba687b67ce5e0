"""What posts are about, read whole for a batch of deliveries: a statement or two for each kind."""

from collections.abc import Collection, Iterable

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.deliveries import FactKind
from bot.domain.subjects import AnnouncementSubject, EditionSubject, NewsSubject, ReleaseSubject, Subject, UpdateSubject
from bot.store import announcements, updates
from bot.store.catalogue import releases_by_ids, series_by_ids
from bot.store.conventions import editions_by_ids, news_by_ids
from bot.store.tables import news

Key = tuple[FactKind, int]


async def load_subjects(db: AsyncConnection, keys: Iterable[Key]) -> dict[Key, Subject]:
    """The subjects with these kinds and ids, as they stand now; one that is gone is left out."""
    wanted: dict[FactKind, set[int]] = {}
    for kind, fact_id in keys:
        wanted.setdefault(kind, set()).add(fact_id)
    found: dict[Key, Subject] = {}
    for kind, ids in wanted.items():
        found |= {(kind, fact_id): subject for fact_id, subject in (await _of_kind(db, kind, ids)).items()}
    return found


async def _of_kind(db: AsyncConnection, kind: FactKind, ids: Collection[int]) -> dict[int, Subject]:
    match kind:
        case FactKind.RELEASE:
            return await _releases(db, ids)
        case FactKind.EDITION:
            return {key: EditionSubject(edition) for key, edition in (await editions_by_ids(db, ids)).items()}
        case FactKind.NEWS:
            return await _news(db, ids)
        case FactKind.ANNOUNCEMENT:
            return {key: AnnouncementSubject(one) for key, one in (await announcements.by_ids(db, ids)).items()}
        case FactKind.UPDATE:
            return await _updates(db, ids)


async def _releases(db: AsyncConnection, ids: Collection[int]) -> dict[int, Subject]:
    releases = await releases_by_ids(db, ids)
    series = await series_by_ids(db, {release.series_id for release in releases.values()})
    return {key: ReleaseSubject(release, series[release.series_id]) for key, release in releases.items()}


async def _news(db: AsyncConnection, ids: Collection[int]) -> dict[int, Subject]:
    rows = await db.execute(select(news.c.id, news.c.series_id).where(news.c.id.in_(ids)))
    about = {row.id: row.series_id for row in rows}
    found = await news_by_ids(db, ids)
    return {key: NewsSubject(item, edition, about.get(key)) for key, (edition, item) in found.items()}


async def _updates(db: AsyncConnection, ids: Collection[int]) -> dict[int, Subject]:
    found = await updates.by_ids(db, ids)
    series = await series_by_ids(db, {one.series_id for one in found.values()})
    releases = await releases_by_ids(db, {one.release_id for one in found.values() if one.release_id is not None})
    return {
        key: UpdateSubject(one, series[one.series_id], releases.get(one.release_id or 0)) for key, one in found.items()
    }
