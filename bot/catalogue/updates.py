"""Updates: which changes of a series become a post of their own, once they have stood for a while."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TypeAlias

from bot.catalogue.model import RelatedEntry, Relation, Series, Service, Trailer
from bot.catalogue.releases import Release
from bot.catalogue.revisions import Revision, UpdateKind, are_told_together, folded, headline, in_order, worth_keeping
from bot.dates.airdate import Shift
from bot.web.links import web_address

NEWS_FOR = timedelta(days=7)
"""A service that has carried a series for longer than this is no news when it becomes known."""

Item: TypeAlias = Trailer | Service | RelatedEntry
"""What can be new of a series beside its dates."""


@dataclass(frozen=True, slots=True)
class Update:
    """A change of a series, told at `anchor_at` unless it is changed once more, or back, before.

    One of dates has `revisions`, of which that of `release_id` is told; one of a trailer, a service or a sequel has the
    item as it was and as it is, None where there was none. `withdrawn` is one that is back where it was, or no news: it
    isn't told, but the next change is counted from what it was changed from. `changed_at` is when the latest of its
    changes came in. `guild_id` is the guild's in which alone it is told.
    """

    id: int
    series_id: int
    kind: UpdateKind
    changed_at: datetime
    anchor_at: datetime
    release_id: int | None = None
    service: str | None = None
    revisions: tuple[Revision, ...] = ()
    old_item: Item | None = None
    new_item: Item | None = None
    guild_id: int | None = None
    withdrawn: bool = False

    @property
    def announced(self) -> Revision | None:
        """The revision that is told; None for a trailer, a service or a sequel."""
        return next((each for each in self.revisions if each.release_id == self.release_id), None)


def revised(
    pending: Update | None,
    more: Iterable[Revision],
    releases: Mapping[int, Release],
    *,
    at: datetime,
    settle_delay: timedelta | None,
    guild_id: int | None = None,
    told_open: Collection[int] = (),
) -> Update | None:
    """Give the update to be told of releases once some of their plans are revised at `at`.

    It is about those that were revised before, too. `pending` is what nobody was told yet, `releases` all that either
    are about; those of `more` are of one series, service and guild, `told_open` those whose dates channels were told to
    be open. With no `settle_delay` the change itself isn't told, but what waits to be told is kept true. None where
    there is nothing to keep.
    """
    if pending is None and settle_delay is None:
        return None
    whole = worth_keeping(folded(pending.revisions if pending else (), more), releases, at, told_open=told_open)
    found = headline(whole, releases, at, told_open=told_open)
    first = found.revision if found else next(iter(in_order(whole, releases)), None)
    if first is None:
        return None if pending is None else replace(pending, revisions=(), withdrawn=True, changed_at=at)
    was_silent = pending is None or pending.withdrawn
    is_silent = found is None or (settle_delay is None and was_silent)
    release = releases[first.release_id]
    return Update(
        id=pending.id if pending else 0,
        series_id=release.series_id,
        kind=found.kind if found else UpdateKind.REFINED,
        changed_at=at,
        anchor_at=at + settle_delay if settle_delay is not None else pending.anchor_at if pending else at,
        release_id=first.release_id,
        service=release.service,
        revisions=whole,
        guild_id=guild_id,
        withdrawn=is_silent,
    )


def came_or_went(pending: Update | None, change: Update, *, settle_delay: timedelta | None) -> Update | None:
    """Give the update to be told of a trailer, a service or a sequel once it has come, or gone, as `change` says.

    It is told when it has come. That it has gone is remembered without a word, so that its coming back isn't told.
    """
    if pending is None and settle_delay is None:
        return None
    old = pending.old_item if pending else change.old_item
    whole = replace(change, id=pending.id if pending else 0, old_item=old)
    is_silent = old is not None or whole.new_item is None or not _is_news(whole.new_item, change.changed_at)
    if settle_delay is None and pending is not None:
        return replace(whole, anchor_at=pending.anchor_at, withdrawn=is_silent or pending.withdrawn)
    return replace(whole, withdrawn=is_silent)


def _is_news(item: Item, at: datetime) -> bool:
    if isinstance(item, Trailer):
        return web_address(item.url) is not None
    if isinstance(item, RelatedEntry):
        return True
    since = item.since.latest if item.since else None
    return since is None or since > at - NEWS_FOR


def key_of(item: Item) -> str | None:
    """Give what an item is known by when it is met again: its address, its name, or its number on AniList."""
    match item:
        case Trailer(url=url):
            return url
        case Service(name):
            return name
        case RelatedEntry(anilist_id):
            return str(anilist_id)


FIRST_PROVISIONAL = 1 << 62
"""Ids from here on are of what isn't stored yet: it comes after all that is."""


@dataclass(slots=True)
class SeriesUpdates:
    """A series' updates: those that channels can still be spared, and those that are announced.

    `pending` are nobody's news yet, the newest first, of the guild whose word is merged (None: of what all share);
    `announced` are about dates, the oldest first. `watermark` is the instant up to which all that is due was scanned,
    None before the first scan. `changed` are those to be stored, by their ids.
    """

    pending: list[Update]
    announced: list[Update]
    watermark: datetime | None
    changed: dict[int, Update] = field(default_factory=dict)

    def pending_of_dates(self, of: Release, releases: Mapping[int, Release]) -> Update | None:
        """Find the pending update of a release's date, or of those that are told of together with it."""
        for each in self.pending:
            first = releases.get(each.release_id or 0)
            # A shared release may be told of in one guild alone.
            if first and are_told_together(replace(first, guild_id=of.guild_id), of):
                return each
        return None

    def pending_of_item(self, kind: UpdateKind, key: str | None) -> Update | None:
        """Find the pending update of an item with this key."""
        items = ((each, each.new_item or each.old_item) for each in self.pending if each.kind is kind)
        return next((each for each, item in items if item is not None and key_of(item) == key), None)

    def announced_open(self) -> set[int]:
        """Give the ids of the releases of which channels heard last that their dates are open."""
        last = {each.release_id: each for update in self.announced for each in update.revisions}
        return {release_id for release_id, each in last.items() if each.shift is Shift.VAGUER}

    def put(self, update: Update) -> None:
        """Keep an update, in the place of what it was or as a new one."""
        if not update.id:
            update = replace(update, id=FIRST_PROVISIONAL + len(self.changed))
        self.changed[update.id] = update
        self.pending = [each for each in self.pending if each.id != update.id]
        # As `is_told` of the store has it: before the first scan nothing counts as announced, nor as pending.
        if update.withdrawn or (self.watermark is not None and update.anchor_at > self.watermark):
            self.pending = sorted([*self.pending, update], key=lambda each: each.id, reverse=True)
        elif self.watermark is not None and update.release_id is not None:
            self.announced = sorted([*self.announced, update], key=lambda each: each.id)


def note_dates(
    updates: SeriesUpdates,
    of: Release,
    revisions: Collection[Revision],
    releases: Mapping[int, Release],
    *,
    at: datetime,
    settle_delay: timedelta | None,
) -> None:
    """Note that plans of releases were revised at `at`: now. `releases` are all of the series, by their keys.

    `of` is the release that was revised, and with it those that follow from it. Its guild is the one in which alone it
    is told; to tell in one guild what changed there of a shared release, give it that guild.
    """
    if not revisions:
        return
    pending = updates.pending_of_dates(of, releases)
    if pending is None and settle_delay is None:
        return
    told_open = updates.announced_open()
    now = revised(
        pending, revisions, releases, at=at, settle_delay=settle_delay, guild_id=of.guild_id, told_open=told_open
    )
    if now is not None:
        updates.put(now)


def note_items(
    updates: SeriesUpdates, before: Series, after: Series, *, at: datetime, settle_delay: timedelta | None
) -> None:
    """Note that a series is known to have other trailers, services or sequels than before."""
    told: list[tuple[UpdateKind, Sequence[Item], Sequence[Item]]] = [
        (UpdateKind.TRAILER, before.trailers, after.trailers),
        (UpdateKind.SERVICE, before.services, after.services),
    ]
    if before.relations is not None:  # else nobody knew which there are
        told.append((UpdateKind.SEQUEL, sequels_ahead(before), sequels_ahead(after)))
    for kind, old, new in told:
        was, now = ({key: each for each in items if (key := key_of(each))} for items in (old, new))
        for key in [*was, *now]:
            if key in was and key in now:
                continue
            change = Update(
                id=0,
                series_id=after.id,
                kind=kind,
                changed_at=at,
                anchor_at=at + (settle_delay or timedelta(0)),
                service=key if kind is UpdateKind.SERVICE else None,
                old_item=was.get(key),
                new_item=now.get(key),
                guild_id=after.guild_id,
            )
            noted = came_or_went(updates.pending_of_item(kind, key), change, settle_delay=settle_delay)
            if noted is not None:
                updates.put(noted)


def sequels_ahead(series: Series) -> list[RelatedEntry]:
    """List the sequels of a series of which nothing has come out yet."""
    return [each for each in series.relations or () if each.relation is Relation.SEQUEL and each.is_ahead]
