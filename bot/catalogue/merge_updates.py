"""What of a merge becomes a post of its own: updates, kept in memory beside the series that they are about.

`settle_delay` is how long a change has to last before channels are told. Where there is none the change itself isn't
announced, as for what is read in bulk; what waits to be announced is kept true all the same.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.catalogue.announce_policy import Item, Update, came_or_went, key_of, revised
from bot.catalogue.model import Series
from bot.catalogue.releases import Release
from bot.catalogue.revisions import Revision, UpdateKind, are_told_together
from bot.dates.airdate import Shift

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
        """Find the pending update of a trailer or a service with this key."""
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
    """Note that a series is known to have other trailers or services than before."""
    for kind, old, new in (
        (UpdateKind.TRAILER, before.trailers, after.trailers),
        (UpdateKind.SERVICE, before.services, after.services),
    ):
        for key, was, now in _came_and_went(old, new):
            change = Update(
                id=0,
                series_id=after.id,
                kind=kind,
                changed_at=at,
                anchor_at=at + (settle_delay or timedelta(0)),
                service=key if kind is UpdateKind.SERVICE else None,
                old_item=was,
                new_item=now,
                guild_id=after.guild_id,
            )
            noted = came_or_went(updates.pending_of_item(kind, key), change, settle_delay=settle_delay)
            if noted is not None:
                updates.put(noted)


def _came_and_went(old: Iterable[Item], new: Iterable[Item]) -> Iterator[tuple[str, Item | None, Item | None]]:
    was, now = ({key: each for each in items if (key := key_of(each))} for items in (old, new))
    yield from ((key, each, None) for key, each in was.items() if key not in now)
    yield from ((key, None, each) for key, each in now.items() if key not in was)
