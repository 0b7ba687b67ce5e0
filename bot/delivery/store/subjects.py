"""What posts are about, read whole for a batch of deliveries: a statement or two for each kind.

And one more for all of them, for what the guilds' moderators have corrected.
"""

import functools
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import JSON, BindParameter, CompoundSelect, Text, bindparam, cast, literal, null, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcements import store as announcements
from bot.catalogue.model import Series
from bot.catalogue.records import HIDDEN, Correction
from bot.catalogue.store import updates
from bot.catalogue.store.catalogue import releases_by_ids, series_by_ids, together_with
from bot.catalogue.store.corrections import correction, seen_with
from bot.catalogue.tables import corrections
from bot.catalogue.tables import releases as release_table
from bot.conventions.store.news import news_by_ids
from bot.conventions.tables import news
from bot.dates.facts import FactKind
from bot.delivery.model import (
    AnnouncementSubject,
    FeedPostSubject,
    FeedReviewSubject,
    NewsSubject,
    ReleaseSubject,
    Subject,
    UpdateSubject,
)
from bot.delivery.store.programmes import programme_subjects, programmes_seen
from bot.feeds.store import posts
from bot.subscriptions.tables import subscriptions

SubjectKey = tuple[FactKind, int]
SeenKey = tuple[FactKind, int, int]
"""A fact's kind and id, and the guild in which it is seen."""


async def subjects_seen(db: AsyncConnection, keys: Iterable[SeenKey]) -> dict[SeenKey, Subject]:
    """Read the subjects with these kinds and ids, each as its guild sees it; one that is gone is left out.

    What a guild has nothing of its own to say about is the very same object for all of them. A release of a series that
    a guild hid, or in whose place it has its own, is withdrawn there.
    """
    keys = set(keys)
    shared = await load_subjects(db, {(kind, fact_id) for kind, fact_id, _ in keys})
    of_series = {key: each for key, each in shared.items() if isinstance(each, ReleaseSubject | UpdateSubject)}
    pairs = [(told, guild) for kind, fact_id, guild in keys if (told := of_series.get((kind, fact_id)))]
    own = await _own_words(db, pairs) if pairs else {}
    programmes = await programmes_seen(db, {key: each for key in keys if (each := shared.get(key[:2])) is not None})
    found: dict[SeenKey, Subject] = {}
    for kind, fact_id, guild_id in keys:
        if (of_programme := programmes.get((kind, fact_id, guild_id))) is not None:
            found[kind, fact_id, guild_id] = of_programme
        elif (subject := shared.get((kind, fact_id))) is not None:
            found[kind, fact_id, guild_id] = own[guild_id].lay_over(subject) if guild_id in own else subject
    return found


@dataclass(slots=True)
class _OwnWords:
    """What a guild's moderators say of the series and releases of a batch; series by their ids, each made once."""

    said: dict[int, list[Correction]] = field(default_factory=dict)
    overruled: set[int] = field(default_factory=set)
    made: dict[int, Series] = field(default_factory=dict)

    def lay_over(self, subject: Subject) -> Subject:
        if not isinstance(subject, ReleaseSubject | UpdateSubject):
            return subject
        release, series = subject.release, subject.series
        said = self.said.get(series.id, ())
        if (release and release.id in self.overruled) or any(each.field == HIDDEN for each in said):
            if isinstance(subject, UpdateSubject):
                return replace(subject, update=replace(subject.update, withdrawn=True))
            return replace(subject, release=replace(subject.release, cancelled=True))
        if isinstance(subject, ReleaseSubject) and any(each.id in self.overruled for each in subject.together):
            together = tuple(each for each in subject.together if each.id not in self.overruled)
            subject = replace(subject, together=together)
        if not said:
            return subject
        if series.id not in self.made:
            self.made[series.id] = seen_with(series, sorted(said, key=lambda each: each.at))
        return replace(subject, series=self.made[series.id])


async def _own_words(
    db: AsyncConnection, pairs: Collection[tuple[ReleaseSubject | UpdateSubject, int]]
) -> Mapping[int, _OwnWords]:
    """Read what guilds say of these subjects, where they see them; by guild, without those that say nothing."""
    series_ids = {subject.series.id for subject, _ in pairs}
    release_ids = {subject.release.id for subject, _ in pairs if subject.release}
    release_ids |= {each.id for subject, _ in pairs if isinstance(subject, ReleaseSubject) for each in subject.together}
    seen_series = {(subject.series.id, guild_id) for subject, guild_id in pairs}
    guild_ids = {guild_id for _, guild_id in pairs}
    asked = {"series_ids": list(series_ids), "release_ids": list(release_ids), "guild_ids": list(guild_ids)}
    rows = await db.execute(_said(), asked)
    found: dict[int, _OwnWords] = {}
    for row in rows.mappings():
        of, guild_id = row["series_id"], row["guild_id"]
        if row["field"] == _OVERRULED:
            found.setdefault(guild_id, _OwnWords()).overruled.add(of)
        elif (of, guild_id) in seen_series:  # of a batch on several series, a guild is told of some
            found.setdefault(guild_id, _OwnWords()).said.setdefault(of, []).append(correction(row))
    return found


_OVERRULED = "overruled"


@functools.cache
def _said() -> CompoundSelect[tuple[object, ...]]:
    """Select what guilds have corrected, and what they have releases of their own for; the statement is made once."""
    in_guilds: BindParameter[int] = bindparam("guild_ids", expanding=True)
    own = release_table.c
    return union_all(
        select(corrections).where(
            corrections.c.series_id.in_(bindparam("series_ids", expanding=True)), corrections.c.guild_id.in_(in_guilds)
        ),
        select(
            own.id,
            own.overrides_id,
            own.guild_id,
            literal(_OVERRULED, Text),
            cast(null(), JSON),
            literal(0),
            literal(0),
        ).where(own.overrides_id.in_(bindparam("release_ids", expanding=True)), own.guild_id.in_(in_guilds)),
    )


async def load_subjects(db: AsyncConnection, keys: Iterable[SubjectKey]) -> dict[SubjectKey, Subject]:
    """Read the subjects with these kinds and ids, as all guilds share them; one that is gone is left out."""
    by_kind: dict[FactKind, set[int]] = {}
    for kind, fact_id in keys:
        by_kind.setdefault(kind, set()).add(fact_id)
    found: dict[SubjectKey, Subject] = {}
    for kind, ids in by_kind.items():
        subjects: dict[int, Subject]
        match kind:
            case FactKind.RELEASE:
                subjects = await _releases(db, ids)
            case FactKind.EDITION | FactKind.EDITION_DAY | FactKind.TICKETS | FactKind.PANEL:
                subjects = await programme_subjects(db, kind, ids)
            case FactKind.NEWS:
                subjects = await _news(db, ids)
            case FactKind.ANNOUNCEMENT:
                subjects = {key: AnnouncementSubject(one) for key, one in (await announcements.by_ids(db, ids)).items()}
            case FactKind.UPDATE:
                subjects = await _updates(db, ids)
            case FactKind.FEED_POST:
                subjects = {key: FeedPostSubject(one) for key, one in (await posts.by_ids(db, ids)).items()}
            case FactKind.FEED_REVIEW:
                subjects = await _reviews(db, ids)
        found |= {(kind, fact_id): subject for fact_id, subject in subjects.items()}
    return found


async def _releases(db: AsyncConnection, ids: Collection[int]) -> dict[int, Subject]:
    releases = await releases_by_ids(db, ids)
    series = await series_by_ids(db, {release.series_id for release in releases.values()})
    beside = await together_with(db, ids)
    return {
        key: ReleaseSubject(release, series[release.series_id], tuple(beside.get(key, ())))
        for key, release in releases.items()
    }


async def _news(db: AsyncConnection, ids: Collection[int]) -> dict[int, Subject]:
    rows = await db.execute(select(news.c.id, news.c.series_id).where(news.c.id.in_(ids)))
    about = {row.id: row.series_id for row in rows}
    found = await news_by_ids(db, ids)
    return {key: NewsSubject(item, edition, about.get(key)) for key, (edition, item) in found.items()}


async def _reviews(db: AsyncConnection, ids: Collection[int]) -> dict[int, Subject]:
    found = await posts.by_ids(db, ids)
    of = subscriptions.c
    following = {one.subscription_id for one in found.values()}
    rows = await db.execute(select(of.id, of.channel_id).where(of.id.in_(following)))
    goes_to = {row.id: row.channel_id for row in rows}
    return {key: FeedReviewSubject(one, goes_to.get(one.subscription_id)) for key, one in found.items()}


async def _updates(db: AsyncConnection, ids: Collection[int]) -> dict[int, Subject]:
    found = await updates.by_ids(db, ids)
    series = await series_by_ids(db, {one.series_id for one in found.values()})
    releases = await releases_by_ids(db, {one.release_id for one in found.values() if one.release_id is not None})
    return {
        key: UpdateSubject(one, series[one.series_id], releases.get(one.release_id or 0)) for key, one in found.items()
    }
