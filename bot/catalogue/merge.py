"""The merge: what a source or a person says of one series, held against what is known of it, in memory.

Nothing is read or written here. A `MergedSeries` is what was read; a `Merge` changes it; `store.merge_rows` writes what
became of it.

How releases are matched. A record says that something comes out, and has no id for it. What makes it the release that
is known already is its *identity*: the first outing on a service (whether one source calls it a premiere and another a
film), or the episode of a number on a service, of which the finale is one. So an episode that is called the finale once
that is known stays the same row, and keeps its id, its posts and its history.

What has a date. What somebody said of that very release, and nothing else: from a premiere and a number of episodes no
date is made. An episode of a number that is there already is never made a second time, and nothing is renumbered: an
episode that a source numbers anew is another episode, and the old number stays until somebody takes it back. Of a
series whose number of episodes is known the one of that number is the finale, and no other.

What comes by a rule that a source states (a slot) is laid as releases two dates ahead, without numbers. An episode that
somebody dates in the same week is that release: it gets the number and the date, and keeps its id, so that nothing is
posted twice, whichever was there first.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.catalogue.merged import MergedRelease, MergedSeries, by_number, identity_of, withdrawn
from bot.catalogue.model import Origin
from bot.catalogue.precedence import field_changes, merged_fields, preferred_date, sole_record
from bot.catalogue.records import DateChange, SourceDate, SourceRecord
from bot.catalogue.releases import WEEKLY, Basis, Release, ReleaseKind, season_begun
from bot.catalogue.revisions import Plan, Revision
from bot.catalogue.slots import WEEK_DAYS, Slot, coming, following, laid_for
from bot.catalogue.trailers import with_trailers_seen
from bot.catalogue.updates import note_dates, note_items
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
    known, before = () if merged.is_new else merged.said, merged.records.get(record.origin)
    said = with_trailers_seen(record.series, record.origin, known, before, at)
    merged.keep(record.origin, said)
    if merged.is_new:
        # Nobody else has spoken yet: it stands as it is said, with the slug that it was given.
        merged.series = sole_record(replace(merged.series, trailers=said.trailers) if said.trailers else merged.series)
    else:
        stood = merged.series
        merge.settle_fields()
        if has_spoken and merged.updates is not None:
            note_items(merged.updates, stood, merged.series, at=at, settle_delay=settle_delay)
        merged.field_changes += field_changes(stood, merged.series, actor=record.origin.value, at=at)
    merge.take_releases(record)
    merge.name_the_last()
    merge.strike_skipped()
    merge.take_rules(record)
    merge.lay_slots()
    merge.date_series()


@dataclass(slots=True)
class Merge:
    """Changes one series in memory, at one instant: now."""

    into: MergedSeries
    at: datetime
    settle_delay: timedelta | None = None

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
        known = {identity_of(each.release): each for each in by_number(self.into.releases)}
        named = {identity_of(each): each for each in record.releases}
        for identity, release in named.items():
            there = known.get(identity) or self._laid_for(release)
            if there is None:
                self._add_shared(release, record.origin)
            else:
                if there.release.basis is Basis.SLOT:
                    self._state_slot(there, release)
                date = SourceDate(release.date, release.cancelled)
                self.set_dates(there, {**there.dates, record.origin: date}, like=release)
        for each in withdrawn(self.into.releases, record, self.at):
            date = SourceDate(AirDate.tba(zone=each.release.date.zone))
            said = {**each.dates, record.origin: date}
            said.pop(Origin.STARTER, None)  # what was known from the start nobody says again
            self.set_dates(each, said)
            if each.release.kind is ReleaseKind.FINALE:  # another has become the last one, or nobody knows which
                each.release = replace(each.release, kind=ReleaseKind.EPISODE)

    def _state_slot(self, laid: MergedRelease, stated: Release) -> None:
        """Let what came by a rule be the episode that somebody states; its date becomes known, and that is no news.

        A rule had promised nothing. Who was told by the rule isn't told again where it was out a little earlier; where
        it is still to come, what they were told wasn't so.
        """
        is_told = self._has_passed(laid) and laid.release.date != stated.date
        self.note_too_early(laid, stated.date)
        laid.release = replace(laid.release, number=stated.number, date=stated.date, cancelled=stated.cancelled)
        if not is_told:
            self.note_backdated(laid)

    def strike_skipped(self) -> None:
        """Let what came by a rule be no episode where one that follows the last by its number comes a week later."""
        shared = [each for each in self.into.releases if each.release.guild_id is None]
        for each in shared:
            one, start = each.release, each.release.date.earliest
            if one.basis is not Basis.SLOT or one.cancelled or start is None or not self._has_passed(each):
                continue
            if start <= self.at - POST_STALE_AFTER:
                continue
            follower = following(start, (other.release for other in shared if other.release.service == one.service))
            if follower is not None and follower.date.latest and follower.date.latest > self.at:
                self.note_too_early(each, follower.date)
                said = {origin: replace(date, cancelled=True) for origin, date in each.dates.items()}
                each.release, each.dates = replace(one, cancelled=True), said

    def _add_shared(self, release: Release, origin: Origin) -> MergedRelease:
        series_id = self.into.series.id
        if (release.id, release.series_id, release.origin) != (0, series_id, origin):
            release = replace(release, id=0, series_id=series_id, origin=origin)
        added = self.into.add(release, {origin: SourceDate(release.date, release.cancelled)})
        self.note_backdated(added)
        if release.service is None:  # on a service, the service is what is new
            self._note(added, [Revision(added.key, Plan(AirDate.tba()), Plan(release.date, release.cancelled))])
        return added

    def set_dates(self, of: MergedRelease, dates: Mapping[Origin, SourceDate], *, like: Release | None = None) -> None:
        """Let a release stand as these origins say it, of which the one that counts most does.

        `like` tells what kind of episode it is, where that has become known, and in which regions it comes out.
        """
        origin, counts = preferred_date(dates)
        was = of.release
        now = replace(was, origin=origin, cancelled=counts.cancelled, basis=counts.basis)
        if now.basis is Basis.SLOT:  # a rule doesn't say which episode it is
            now = replace(now, kind=ReleaseKind.EPISODE, number=None)
        if like is not None:
            now = replace(now, regions=like.regions, kind=like.kind if like.kind in WEEKLY else was.kind)
        of.release, of.dates = now, dates
        if now.cancelled != was.cancelled:
            self._note(of, [Revision(of.key, Plan(now.date, was.cancelled), Plan(now.date, now.cancelled))])
        self.redate(of, counts.date, actor=str(counts.by) if counts.by else origin.value)

    def _laid_for(self, release: Release) -> MergedRelease | None:
        shared = [each for each in self.into.releases if each.release.guild_id is None]
        found = laid_for(release, (each.release for each in shared))
        return next((each for each in shared if each.release is found), None)

    def take_rules(self, record: SourceRecord) -> None:
        """Let a source's rules be as it states them, and the series be paused where it says so."""
        into, origin = self.into, record.origin
        if into.rules or record.slots:
            into.rules = (*(each for each in into.rules if each.origin is not origin), *record.slots)
        into.paused_by = into.paused_by | {origin} if record.is_paused else into.paused_by - {origin}

    def lay_slots(self) -> None:
        """Let the next dates by each rule be releases, and let no others be that are still to come by one."""
        shared = [each for each in self.into.releases if each.release.guild_id is None]
        laid = [each for each in shared if each.release.basis is Basis.SLOT and not self._has_passed(each)]
        if not laid and not self.into.rules:
            return
        rules = {} if self.into.paused_by else {each.service: each for each in self.into.rules}
        for service in sorted({*rules, *(each.release.service for each in laid)}, key=lambda name: name or ""):
            there = [each for each in laid if each.release.service == service]
            known = [each.release for each in self.into.releases]
            rule = rules.get(service)
            if rule is not None:
                dates = coming(rule, rules.values(), known, self.into.series.episodes, self.at)
                there = self._lay(rule, there, dates)
            for each in there:
                self._take_back(each)

    def _has_passed(self, of: MergedRelease) -> bool:
        return of.release.date.latest is not None and of.release.date.latest <= self.at

    def _lay(self, rule: Slot, there: list[MergedRelease], dates: list[AirDate]) -> list[MergedRelease]:
        """Let what comes by a rule come on these dates, and give what is left of what was `there`."""
        # What is of the same week is the same episode; what has lost its date is there to be dated anew.
        free = sorted(there, key=lambda each: each.release.date.earliest is None)
        for date in dates:
            same = next((each for each in free if _is_near(each.release.date, date, rule.half)), None)
            said = {rule.origin: SourceDate(date, basis=Basis.SLOT)}
            if same is None:
                new = Release(0, self.into.series.id, ReleaseKind.EPISODE, date, None, rule.service, basis=Basis.SLOT)
                self.into.add(replace(new, origin=rule.origin, regions=rule.regions), said)
            else:
                free.remove(same)
                self.set_dates(same, said)
        return free

    def _take_back(self, laid: MergedRelease) -> None:
        """Let a release have no date any more that came by a rule; that is told, unless somebody dates that episode."""
        one = laid.release
        if one.date.earliest is None:
            return
        beside = (each.release for each in self.into.releases if each.release.basis is Basis.STATED)
        of_it = (each for each in beside if each.service == one.service and each.guild_id is None)
        said = {origin: replace(date, date=AirDate.tba(zone=one.date.zone)) for origin, date in laid.dates.items()}
        if any(_is_near(each.date, one.date, timedelta(days=WEEK_DAYS) / 2) for each in of_it if each.date.earliest):
            laid.release, laid.dates = replace(one, date=AirDate.tba(zone=one.date.zone)), said
        else:
            self.set_dates(laid, said)

    def redate(self, of: MergedRelease, date: AirDate, *, actor: str) -> DateChange | None:
        """Give a release another date, and return the change; None where it has that date already.

        `actor` is a source's name or a person's snowflake.
        """
        change = DateChange(of.release.id, self.at, actor, of.release.date, date)
        if change.shift is Shift.NONE:
            return None
        cancelled = of.release.cancelled
        revision = Revision(of.key, Plan(of.release.date, cancelled), Plan(date, cancelled))
        of.release = replace(of.release, date=date)
        self.note_backdated(of)
        self.into.date_changes.append((of, change))
        self._note(of, [revision])
        return change

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

    def note_too_early(self, of: MergedRelease, date: AirDate) -> None:
        """Have posts that a release is out, whose moment has passed, say that it isn't: its `date` is still to come."""
        if self._has_passed(of) and date.anchor is not None and date.anchor > self.at:
            self.into.backdated.append((of, date.anchor))

    def name_the_last(self) -> None:
        """Let the episode of the number that the series has be the finale, and no other, where that is known."""
        series = self.into.series
        for each in self.into.releases if series.episodes else ():
            one = each.release
            if one.kind in WEEKLY and one.label is None and one.guild_id == series.guild_id:
                kind = ReleaseKind.FINALE if one.number == series.episodes else ReleaseKind.EPISODE
                each.release = one if one.kind is kind else replace(one, kind=kind)

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


def _is_near(date: AirDate, other: AirDate, length: timedelta) -> bool:
    """Tell whether a date is nearer to another one than that, or open."""
    if date.earliest is None or other.earliest is None:
        return True
    return abs(date.earliest - other.earliest) < length


def _by_date(release: Release) -> tuple[bool, float, int]:
    start = release.date.earliest
    # What has no number comes first.
    return start is None, start.timestamp() if start else 0, -1 if release.number is None else release.number
