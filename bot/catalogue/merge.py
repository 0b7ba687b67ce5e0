"""The merge: what a source or a person says of one series, held against what is known of it, in memory.

Nothing is read or written here. A `MergedSeries` is what was read; a `Merge` changes it; `store.merge_rows` writes what
became of it.

How releases are matched. A record says that something comes out, and has no id for it. What makes it the release that
is known already is its *slot*: the first outing on a service (whether one source calls it a premiere and another a
film), or the episode of a number on a service, of which the finale is one. So an episode that is called the finale once
that is known stays the same row, and keeps its id, its posts and its history.

How episodes are dated. A premiere on an exact date carries weekly episodes: as many as the series is known to have,
each a week after the one before, on the wall clock of the premiere's zone. They *follow* the premiere. A source that
says an episode's own date takes that episode out of the following, until whoever said so takes it back; the others go
on. So a premiere that moves takes along those that follow and no others, and where its date is no longer exact they
lose their days but stay. An episode of a number that is there already, following or not, is never made a second time:
neither when the number of episodes grows, nor when the premiere's date becomes exact after a source has named some
episodes by itself. Premieres are therefore taken before episodes: what a record says of an episode meets the row that
its own premiere has just made. Nothing is renumbered: an episode that a source numbers anew is another episode, and the
old number stays until somebody cancels it. Where fewer episodes come than were thought, those beyond lose their days.

A guild's own premiere carries that guild's own episodes, each in the place of the shared one of its number.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.catalogue.merged import MergedRelease, MergedSeries, Slot, by_number, slot_of
from bot.catalogue.model import Origin, Series
from bot.catalogue.precedence import field_changes, merged_fields, preferred_date, sole_record
from bot.catalogue.records import DateChange, SourceDate, SourceRecord
from bot.catalogue.releases import WEEKLY, Release, ReleaseKind, season_begun, weekly_after
from bot.catalogue.revisions import Plan, Revision
from bot.catalogue.updates import note_dates, note_items
from bot.catalogue.withdrawals import withdrawn
from bot.dates.airdate import AirDate, Shift
from bot.dates.facts import POST_STALE_AFTER


def merge_record(merged: MergedSeries, record: SourceRecord, at: datetime, settle_delay: timedelta | None) -> None:
    """Let a series become what a source's record makes of it; `at` is when the source says so: now.

    Nothing is taken out: a source that says nothing of something has only forgotten it. What is still to come loses the
    date that the source takes back.
    """
    merge = Merge(merged, at, settle_delay)
    merge.remember_starter()
    # At its first word a source may well tell of trailers that are years old.
    has_spoken = record.origin in merged.records
    merged.keep(record.origin, record.series)
    if merged.is_new:
        # Nobody else has spoken yet: it stands as it is said, with the slug that it was given.
        merged.series = sole_record(merged.series)
    else:
        before = merged.series
        merge.settle_fields()
        if has_spoken and merged.updates is not None:
            note_items(merged.updates, before, merged.series, at=at, settle_delay=settle_delay)
        merged.field_changes += field_changes(before, merged.series, actor=record.origin.value, at=at)
    merge.take_releases(record)
    if merged.before is not None and merged.before.episodes != merged.series.episodes:
        merge.count_anew()
    merge.date_series()


@dataclass(slots=True)
class Merge:
    """Changes one series in memory, at one instant: now.

    `seen` is the series as the guild sees it whose moderators' word is merged: its number of episodes counts there.
    """

    into: MergedSeries
    at: datetime
    settle_delay: timedelta | None = None
    seen: Series | None = None
    is_over: bool = field(default=False, init=False)

    # --- fields -------------------------------------------------------------------------------------------------------

    def remember_starter(self) -> None:
        """Keep what was known of a series from the start, before the first source or person speaks of it."""
        if not self.into.is_new and not self.into.records:
            self.into.keep(Origin.STARTER, replace(self.into.series, id=0))

    def settle_fields(self) -> None:
        """Let every field be what all that was said of it makes it."""
        self.into.series = merged_fields(self.into.series, self.into.records, self.into.corrections)

    def date_series(self) -> None:
        """Let the year and the season be those of the first release: as a source says, else as the dates do."""
        series, records = self.into.series, self.into.records
        by_rank = [records[origin] for origin in sorted(records, key=lambda origin: origin.rank)]
        year, season = next(((each.year, each.season) for each in by_rank if each.year), (None, None))
        if year is None:
            of_same = (each.release for each in self.into.releases if each.release.guild_id == series.guild_id)
            first = min(of_same, key=_by_date, default=None)
            year, season = season_begun(first.kind, first.date) if first else (None, None)
        if (series.year, series.season) != (year, season):
            self.into.series = replace(series, year=year, season=season)

    # --- releases -----------------------------------------------------------------------------------------------------

    def take_releases(self, record: SourceRecord) -> None:
        """Let shared releases be as a record says."""
        self.is_over = record.is_over(self.at)
        known = {slot_of(each.release): each for each in by_number(self.into.releases)}
        named = {slot_of(each): each for each in record.releases}
        for slot, release in _premieres_first(named):
            there = known.get(slot)
            if there is None:
                there = known[slot] = self._add_shared(release, record.origin)
            else:
                date = SourceDate(release.date, release.cancelled)
                self.set_dates(there, {**there.dates, record.origin: date}, like=release)
            for episode in self.followers(there):  # they may have been made just now
                known.setdefault(slot_of(episode.release), episode)
        for each in withdrawn(self.into.releases, record, self.at):
            date = SourceDate(AirDate.tba(zone=each.dates[record.origin].date.zone))
            self.set_dates(each, {**each.dates, record.origin: date})
            if each.release.kind is ReleaseKind.FINALE:  # another has become the last one, or nobody knows which
                each.release = replace(each.release, kind=ReleaseKind.EPISODE)

    def _add_shared(self, release: Release, origin: Origin) -> MergedRelease:
        series_id = self.into.series.id
        if (release.id, release.series_id, release.origin) != (0, series_id, origin):
            release = replace(release, id=0, series_id=series_id, origin=origin)
        added = self.into.add(release, {origin: SourceDate(release.date, release.cancelled)})
        self.note_backdated(added)
        if release.kind is ReleaseKind.PREMIERE:
            self.date_episodes(added)
        if release.service is None:  # on a service, the service is what is new
            self._note(added, [Revision(added.key, Plan(AirDate.tba()), Plan(release.date, release.cancelled))])
        return added

    def set_dates(self, of: MergedRelease, dates: Mapping[Origin, SourceDate], *, like: Release | None = None) -> None:
        """Let a release stand as these origins say it, of which the one that counts most does.

        `like` tells what kind of episode it is, where that has become known, and in which regions it comes out.
        """
        origin, counts = preferred_date(dates)
        was = of.release
        now = replace(was, origin=origin, cancelled=counts.cancelled)
        if like is not None:
            now = replace(now, regions=like.regions, kind=like.kind if like.kind in WEEKLY else was.kind)
        of.release, of.dates, of.follows = now, dates, None
        if now.cancelled != was.cancelled:
            self._note(of, [Revision(of.key, Plan(now.date, was.cancelled), Plan(now.date, now.cancelled))])
        self.redate(of, counts.date, actor=str(counts.by) if counts.by else origin.value)

    def redate(self, of: MergedRelease, date: AirDate, *, actor: str) -> DateChange | None:
        """Give a release another date, and return the change; None where it has that date already.

        `actor` is a source's name or a person's snowflake. A premiere takes the weekly episodes along.
        """
        change = DateChange(of.release.id, self.at, actor, of.release.date, date)
        if change.shift is Shift.NONE:
            return None
        revisions = [_revision(of, date)]
        self._move(of, date)
        self.into.date_changes.append((of, change))
        if of.release.kind is ReleaseKind.PREMIERE:
            revisions += self.date_episodes(of)
        self._note(of, revisions)
        return change

    def _move(self, of: MergedRelease, date: AirDate) -> None:
        of.release = replace(of.release, date=date)
        self.note_backdated(of)

    def note_backdated(self, of: MergedRelease) -> None:
        """Have the next scan look at a release whose moment has passed, if it is still news: no other comes by it."""
        date = of.release.date
        if (
            date.earliest is None
            or date.earliest > self.at
            or (date.latest and date.latest <= self.at - POST_STALE_AFTER)
        ):
            return  # of most dates no part is near, and the anchor is within its date
        anchor = date.anchor
        if anchor is not None and not of.release.cancelled and self.at - POST_STALE_AFTER < anchor <= self.at:
            self.into.backdated.append((of, anchor))

    def date_episodes(self, premiere: MergedRelease) -> list[Revision]:
        """Make the dates of episodes that follow from a premiere what its own date makes them; give what that revised.

        An episode of which a source has said its own date follows no more, and none is made beside it; nor is one made
        of a series that is over.
        """
        one, episodes = premiere.release, (self.seen or self.into.series).episodes
        if not episodes and self.into.is_new:
            return []  # and none is there that would have to follow
        dates = dict(weekly_after(one.date, episodes)) if episodes else {}
        follow = {each.release.number: each for each in self.followers(premiere)}
        revisions: list[Revision] = []
        for number, episode in follow.items():
            date = dates.get(number or 0, AirDate.tba(zone=one.date.zone))
            if episode.release.date != date:
                revisions.append(_revision(episode, date))
                self._move(episode, date)
        if self.is_over or not dates:
            return revisions
        there = {each.number for each in self._weekly_beside(one, one.guild_id)}
        shared = {each.number: each.id for each in self._weekly_beside(one, None)} if one.guild_id else {}
        for number, date in dates.items():
            if number not in there and number not in follow:
                kind = ReleaseKind.FINALE if number == episodes else ReleaseKind.EPISODE
                new = replace(
                    one, id=0, kind=kind, number=number, date=date, origin=None, overrides_id=shared.get(number)
                )
                self.note_backdated(self.into.add(new, {}, follows=premiere))
        return revisions

    def count_anew(self) -> None:
        """Let the episodes that follow from shared premieres be as many as the series has now, the last the finale."""
        premieres = [each for each in self.into.releases if each.release.kind is ReleaseKind.PREMIERE]
        for premiere in (each for each in premieres if each.release.guild_id is None):
            self._note(premiere, self.date_episodes(premiere))
            self.name_the_last(premiere)

    def name_the_last(self, premiere: MergedRelease) -> None:
        """Let the last of the episodes that follow from a premiere be the finale, and no other."""
        episodes = (self.seen or self.into.series).episodes
        for each in self.followers(premiere):
            kind = ReleaseKind.FINALE if each.release.number == episodes else ReleaseKind.EPISODE
            each.release = replace(each.release, kind=kind)

    def take_episodes_along(self, first: MergedRelease, *, was_cancelled: bool) -> None:
        """Let what follows from a premiere be off with it, and on again; what is on again is posted if it is news."""
        is_cancelled = first.release.cancelled
        if was_cancelled and not is_cancelled:
            self.note_backdated(first)
        if first.release.kind is not ReleaseKind.PREMIERE or was_cancelled == is_cancelled:
            return
        self.date_episodes(first)
        for each in self.followers(first):
            if each.release.cancelled != is_cancelled:
                each.release = replace(each.release, cancelled=is_cancelled)
                self.note_backdated(each)

    def premiere_beside(self, episode: MergedRelease) -> MergedRelease | None:
        """Find the premiere that a weekly episode follows from where nobody says anything else of it."""
        one = episode.release
        beside = (each for each in by_number(self.into.releases) if each.release.guild_id == one.guild_id)
        premieres = (each for each in beside if each.release.kind is ReleaseKind.PREMIERE)
        same = (each for each in premieres if each.release.service == one.service)
        return next(same, None) if one.kind in WEEKLY else None

    def follow(self, episode: MergedRelease, premiere: MergedRelease) -> None:
        """Let an episode follow from a premiere's date again, where nobody says anything of its own any more."""
        episode.release = replace(episode.release, origin=None, cancelled=premiere.release.cancelled)
        episode.dates, episode.follows = {}, premiere
        self.date_episodes(premiere)

    def followers(self, premiere: MergedRelease) -> list[MergedRelease]:
        """Give the episodes whose dates are made from a premiere's, by number."""
        return by_number(each for each in self.into.releases if each.follows is premiere)

    def _weekly_beside(self, premiere: Release, guild_id: int | None) -> Iterator[Release]:
        """Yield the weekly episodes on a premiere's service, of a guild or shared by all; a later one counts."""
        for each in by_number(self.into.releases):
            release = each.release
            if release.kind in WEEKLY and (release.service, release.guild_id) == (premiere.service, guild_id):
                yield release

    def expected(self, of: MergedRelease) -> Plan:
        """Give the plan of a release as channels know it: not what nobody was told yet, but what it was before."""
        updates = self.into.updates
        untold = (each for update in updates.pending for each in update.revisions) if updates is not None else ()
        known = (each.old for each in untold if each.release_id == of.release.id)
        return next(known, Plan(of.release.date, of.release.cancelled))

    def note_again(self, of: MergedRelease, before: Plan, guild_id: int | None) -> None:
        """Note that a shared release stands again in a guild, where its own was expected as `before` until now."""
        now = Plan(of.release.date, of.release.cancelled)
        self._note(of, [Revision(of.key, before, now)], guild_id=guild_id)

    def _note(self, of: MergedRelease, revisions: list[Revision], *, guild_id: int | None = None) -> None:
        updates = self.into.updates
        if updates is None or (self.settle_delay is None and not updates.pending):
            return
        releases = {
            each.key: each.release if each.release.id else replace(each.release, id=each.key)
            for each in self.into.releases
        }
        one = releases[of.key] if guild_id is None else replace(releases[of.key], guild_id=guild_id)
        note_dates(updates, one, revisions, releases, at=self.at, settle_delay=self.settle_delay)


def _revision(of: MergedRelease, date: AirDate) -> Revision:
    """Make the revision by which a release gets another date."""
    cancelled = of.release.cancelled
    return Revision(of.key, Plan(of.release.date, cancelled), Plan(date, cancelled))


def _premieres_first(new: Mapping[Slot, Release]) -> Iterable[tuple[Slot, Release]]:
    """Give releases in the order to take them: weekly episodes follow from premieres."""
    return sorted(new.items(), key=lambda item: (item[1].kind in WEEKLY, item[1].number or 0))


def _by_date(release: Release) -> tuple[bool, float, int]:
    start = release.date.earliest
    # What has no number comes first.
    return start is None, start.timestamp() if start else 0, -1 if release.number is None else release.number
