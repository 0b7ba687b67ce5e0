"""Revisions: how what is planned of releases changed since it was last told, and whether that is worth telling.

Changes are folded, release by release, until they have stood for a while: A → B and B → C are A → C, and A → B → A is
nothing. Steps too small to be told are folded on, so that many of them are one that isn't; what is known without a word
is forgotten, so that the next change is counted from it.
"""

import enum
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.catalogue.precedence import is_same_more_exactly
from bot.catalogue.releases import BROADCAST_KINDS, WEEKLY, Release, ReleaseKind
from bot.dates.airdate import AirDate, Precision, Shift


class UpdateKind(enum.StrEnum):
    """What an update tells. Each can be switched off for a channel."""

    ANNOUNCED = "announced"
    REFINED = "refined"
    DELAYED = "delayed"
    BROUGHT_FORWARD = "brought_forward"
    BREAK = "break"
    CANCELLED = "cancelled"
    TRAILER = "trailer"
    SERVICE = "service"
    SEQUEL = "sequel"


OF_THE_SERIES: Final = (UpdateKind.TRAILER, UpdateKind.SERVICE, UpdateKind.SEQUEL)
"""What is told of a series as a whole; the others are about a release's date."""


SLIGHT = timedelta(minutes=5)
"""An exact time that is corrected by less than this is no news: the countdown follows it anyway."""
BREAK_FROM = timedelta(days=6)
"""A weekly episode that comes so much later leaves its week out: another hour may take some off seven days."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is planned of a release: its date, and whether it was cancelled."""

    date: AirDate
    cancelled: bool = False

    def is_over(self, at: datetime) -> bool:
        """Tell whether the whole time that the date allows lies before `at`."""
        return self.date.latest is not None and self.date.latest <= at


@dataclass(frozen=True, slots=True)
class Revision:
    """A release's plan as it was last told, or first changed from, and as it has become."""

    release_id: int
    old: Plan
    new: Plan

    @property
    def is_change(self) -> bool:
        """Whether anything changed: the zone in which a date is told is no part of it."""
        return self.old.cancelled != self.new.cancelled or self.shift is not Shift.NONE

    @property
    def shift(self) -> Shift:
        """What the change of its date means to someone who waits."""
        return self.old.date.shift_to(self.new.date)

    @property
    def by(self) -> timedelta | None:
        """How much later it comes, below zero for earlier; None where the dates don't tell, or not alike."""
        old, new = self.old.date, self.new.date
        is_told = old.precision is new.precision and new.precision in {Precision.DAY, Precision.INSTANT}
        if not is_told or old.earliest is None or new.earliest is None:
            return None
        return new.earliest - old.earliest


def folded(earlier: Iterable[Revision], more: Iterable[Revision]) -> tuple[Revision, ...]:
    """Fold further revisions into those that nobody was told of yet; what is back where it was is left out."""
    whole = {each.release_id: each for each in earlier}
    for each in more:
        before = whole.get(each.release_id)
        whole[each.release_id] = each if before is None else replace(before, new=each.new)
    return tuple(each for each in whole.values() if each.is_change)


def update_kind(
    revision: Revision, kind: ReleaseKind, at: datetime, *, was_told_open: bool = False
) -> UpdateKind | None:
    """Tell what a revision of a release of this kind is to someone who hears of it at `at`; None where it is no news.

    No news are: what has come out (the release itself is told), what is off already, what is too little, and that dates
    of weekly episodes become known, unless channels were told that they are open (`was_told_open`).
    """
    old, new = revision.old, revision.new
    if old.cancelled != new.cancelled:
        return None if (old if new.cancelled else new).is_over(at) else UpdateKind.CANCELLED
    if new.cancelled or new.is_over(at) or not revision.is_change or is_too_little(revision):
        return None
    if revision.shift is Shift.REFINED or is_same_more_exactly(old.date, new.date):
        became_known = UpdateKind.ANNOUNCED if old.date.precision is Precision.TBA else UpdateKind.REFINED
        return None if kind in WEEKLY and not was_told_open else became_known
    if revision.shift is Shift.EARLIER:
        return UpdateKind.BROUGHT_FORWARD
    is_break = kind in WEEKLY and revision.by is not None and revision.by >= BREAK_FROM
    # Later, or open again: nobody can wait for the day that they know.
    return UpdateKind.BREAK if is_break else UpdateKind.DELAYED


def is_too_little(revision: Revision) -> bool:
    """Tell whether a date changed by less than `SLIGHT`, or only its hour is open again, on a day that stands."""
    if revision.old.cancelled != revision.new.cancelled:
        return False
    if revision.shift is Shift.VAGUER:
        return revision.new.date.precision is Precision.DAY
    return revision.new.date.is_exact and revision.by is not None and abs(revision.by) < SLIGHT


def are_told_together(one: Release, other: Release) -> bool:
    """Tell whether changes of two releases of a series are one thing to who hears of them."""
    if (one.service, one.guild_id) != (other.service, other.guild_id):
        return False
    return one.id == other.id or (one.kind in BROADCAST_KINDS and other.kind in BROADCAST_KINDS)


@dataclass(frozen=True, slots=True)
class Headline:
    """The revision that is told of several, and as what."""

    revision: Revision
    kind: UpdateKind


def headline(
    revisions: Iterable[Revision], releases: Mapping[int, Release], at: datetime, *, told_open: Collection[int] = ()
) -> Headline | None:
    """Choose the revision of the first release, by its number, of those that are news; give None where none is.

    `told_open` are the releases whose dates channels were told to be open.
    """
    for each in in_order(revisions, releases):
        release_id = each.release_id
        kind = update_kind(each, releases[release_id].kind, at, was_told_open=release_id in told_open)
        if kind is not None:
            return Headline(each, kind)
    return None


def in_order(revisions: Iterable[Revision], releases: Mapping[int, Release]) -> list[Revision]:
    """Give revisions by the numbers of their releases; those of releases that are gone are left out."""
    known = [each for each in revisions if each.release_id in releases]
    return sorted(known, key=lambda each: (releases[each.release_id].number or 0, each.release_id))


def worth_keeping(
    revisions: Iterable[Revision], releases: Mapping[int, Release], at: datetime, *, told_open: Collection[int] = ()
) -> tuple[Revision, ...]:
    """Give those revisions that are news, and those that are too little by themselves but may become more."""
    return tuple(
        each
        for each in in_order(revisions, releases)
        if update_kind(each, releases[each.release_id].kind, at, was_told_open=each.release_id in told_open)
        or (is_too_little(each) and not each.new.is_over(at))
    )


def moving_along(first: Revision, revisions: Iterable[Revision]) -> int:
    """Count the others that move by the same length, after the first that is told."""
    if first.by is None:
        return 0
    return sum(each.release_id != first.release_id and each.by == first.by for each in revisions)
