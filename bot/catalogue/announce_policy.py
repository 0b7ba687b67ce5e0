"""What is told of a series between its releases, once it has stood for a while, and how changes become that."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeAlias

from bot.catalogue.model import Service, Trailer
from bot.catalogue.releases import Release
from bot.catalogue.revisions import Revision, UpdateKind, folded, headline, in_order, worth_keeping
from bot.web.links import web_address

NEWS_FOR = timedelta(days=7)
"""A service that has carried a series for longer than this is no news when it becomes known."""

Item: TypeAlias = Trailer | Service
"""What can be new of a series beside its dates."""


@dataclass(frozen=True, slots=True)
class Update:
    """A change of a series, told at `anchor_at` unless it is changed once more, or back, before.

    One of dates has `revisions`, of which that of `release_id` is told; one of a trailer or a service has the item as
    it was and as it is, None where there was none. `withdrawn` is one that is back where it was, or no news: it isn't
    told, but the next change is counted from what it was changed from. `changed_at` is when the latest of its changes
    came in. `guild_id` is the guild's in which alone it is told.
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
        """The revision that is told; None for a trailer or a service."""
        return next((each for each in self.revisions if each.release_id == self.release_id), None)


def revised(
    standing: Update | None,
    more: Iterable[Revision],
    releases: Mapping[int, Release],
    *,
    at: datetime,
    settle_delay: timedelta | None,
    guild_id: int | None = None,
    told_open: Collection[int] = (),
) -> Update | None:
    """Give the update to be told of releases once some of their plans are revised at `at`.

    It is about those that were revised before, too. `standing` is what nobody was told yet, `releases` all that either
    are about; those of `more` are of one series, service and guild, `told_open` those whose dates channels were told to
    be open. With no `settle_delay` the change itself isn't told, but what waits to be told is kept true. None where
    there is nothing to keep.
    """
    if standing is None and settle_delay is None:
        return None
    whole = worth_keeping(folded(standing.revisions if standing else (), more), releases, at, told_open=told_open)
    found = headline(whole, releases, at, told_open=told_open)
    first = found.revision if found else next(iter(in_order(whole, releases)), None)
    if first is None:
        return None if standing is None else replace(standing, revisions=(), withdrawn=True, changed_at=at)
    was_silent = standing is None or standing.withdrawn
    is_silent = found is None or (settle_delay is None and was_silent)
    release = releases[first.release_id]
    return Update(
        id=standing.id if standing else 0,
        series_id=release.series_id,
        kind=found.kind if found else UpdateKind.REFINED,
        changed_at=at,
        anchor_at=at + settle_delay if settle_delay is not None else standing.anchor_at if standing else at,
        release_id=first.release_id,
        service=release.service,
        revisions=whole,
        guild_id=guild_id,
        withdrawn=is_silent,
    )


def came_or_went(standing: Update | None, change: Update, *, settle_delay: timedelta | None) -> Update | None:
    """Give the update to be told of a trailer or a service once it has come, or gone, as `change` says.

    It is told when it has come. That it has gone is remembered without a word, so that its coming back isn't told.
    """
    if standing is None and settle_delay is None:
        return None
    old = standing.old_item if standing else change.old_item
    whole = replace(change, id=standing.id if standing else 0, old_item=old)
    is_silent = old is not None or whole.new_item is None or not _is_news(whole.new_item, change.changed_at)
    if settle_delay is None and standing is not None:
        return replace(whole, anchor_at=standing.anchor_at, withdrawn=is_silent or standing.withdrawn)
    return replace(whole, withdrawn=is_silent)


def _is_news(item: Item, at: datetime) -> bool:
    if isinstance(item, Trailer):
        return web_address(item.url) is not None
    since = item.since.latest if item.since else None
    return since is None or since > at - NEWS_FOR


def key_of(item: Item) -> str | None:
    """Give what a trailer or a service is known by when it is met again: its address, or its name."""
    return item.url if isinstance(item, Trailer) else item.name
