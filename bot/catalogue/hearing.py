"""One statement heard against what is known of its series, in memory: what comes of it, and nothing written yet.

`intake.statements.take` says in the store's terms what is said here without it; a test holds the two together.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.catalogue.changes import DateChange
from bot.catalogue.differences import differences
from bot.catalogue.drafts import Draft, Standing
from bot.catalogue.model import Series
from bot.catalogue.origins import Origin
from bot.catalogue.releases import WEEKLY, Release, ReleaseKind, season_of, weekly_after
from bot.catalogue.sayings import Said, outcome
from bot.catalogue.statements import Statement, alone, merged
from bot.catalogue.take import Slot, premieres_first, slot_of
from bot.dates.airdate import AirDate, Shift
from bot.delivery.model import STALE_AFTER


def hear(draft: Draft, statement: Statement, at: datetime) -> None:
    """Let a draft become what the statement makes of it. `at` is when it was said: now."""
    if not draft.is_new and not draft.said:
        draft.say(Origin.STARTER, replace(draft.series, id=0))
    draft.say(statement.origin, statement.series)
    if draft.is_new:
        # Nobody else has spoken yet: it stands as it is said, with the slug that it was given.
        draft.series = alone(draft.series)
    else:
        before, draft.series = draft.series, merged(draft.series, draft.said, draft.corrections)
        draft.differences += differences(before, draft.series, actor=statement.origin.value, at=at)
    _Hearing(draft, statement, at).take_releases()
    draft.series = _dated(draft)


def _dated(draft: Draft) -> Series:
    by_rank = [draft.said[origin] for origin in sorted(draft.said, key=lambda origin: origin.rank)]
    year, season = next(((each.year, each.season) for each in by_rank if each.year), (None, None))
    if year is None:
        first = min((each.release for each in draft.releases), key=_by_date, default=None)
        year, season = season_of(first.date) if first else (None, None)
    if (draft.series.year, draft.series.season) == (year, season):
        return draft.series
    return replace(draft.series, year=year, season=season)


def _by_date(release: Release) -> tuple[bool, float, int]:
    start = release.date.earliest
    # What has no number comes first.
    return start is None, start.timestamp() if start else 0, -1 if release.number is None else release.number


@dataclass(slots=True)
class _Hearing:
    draft: Draft
    statement: Statement
    at: datetime
    is_over: bool = field(init=False)
    known: dict[Slot, Standing] = field(init=False)

    def __post_init__(self) -> None:
        self.is_over = self.statement.is_over(self.at)
        self.known = {slot_of(each.release): each for each in _by_number(self.draft.releases)}

    def take_releases(self) -> None:
        for slot, release in premieres_first({slot_of(each): each for each in self.statement.releases}):
            standing = self.known.get(slot)
            if standing is None:
                self._add(release)
            else:
                said = Said(release.date, release.cancelled)
                self._say(standing, {**standing.said, self.statement.origin: said}, release)

    def _add(self, release: Release) -> None:
        origin, series_id = self.statement.origin, self.draft.series.id
        if (release.id, release.series_id, release.origin) != (0, series_id, origin):
            release = replace(release, id=0, series_id=series_id, origin=origin)
        added = self.draft.add(release, {origin: Said(release.date, release.cancelled)})
        self.known[slot_of(release)] = added
        self._catch_up(added)
        if release.kind is ReleaseKind.PREMIERE:
            self._date_episodes(added)

    def _say(self, standing: Standing, said: dict[Origin, Said], like: Release) -> None:
        origin, counts = outcome(said)
        kind = like.kind if like.kind in WEEKLY else standing.release.kind
        standing.said, standing.follows = said, None
        standing.release = replace(
            standing.release, origin=origin, cancelled=counts.cancelled, regions=like.regions, kind=kind
        )
        self._redate(standing, counts.date, str(counts.by) if counts.by else origin.value)

    def _redate(self, standing: Standing, date: AirDate, actor: str) -> None:
        change = DateChange(standing.release.id, self.at, actor, standing.release.date, date)
        if change.shift is Shift.NONE:
            return
        self._move(standing, date)
        self.draft.changes.append((standing, change))
        if standing.release.kind is ReleaseKind.PREMIERE:
            self._date_episodes(standing)

    def _move(self, standing: Standing, date: AirDate) -> None:
        standing.release = replace(standing.release, date=date)
        self._catch_up(standing)

    def _catch_up(self, standing: Standing) -> None:
        date = standing.release.date
        if date.earliest is None or date.earliest > self.at or (date.latest and date.latest <= self.at - STALE_AFTER):
            return  # of most dates no part is near, and the anchor is within its date
        anchor = date.anchor
        if anchor is None or standing.release.cancelled:
            return
        if self.at - STALE_AFTER < anchor <= self.at:
            self.draft.to_catch_up.append((standing, anchor))

    def _date_episodes(self, premiere: Standing) -> None:
        one = premiere.release
        episodes = self.draft.series.episodes
        if not episodes and self.draft.is_new:
            return  # and none is there that would have to follow
        dates = dict(weekly_after(one.date, episodes)) if episodes else {}
        followers = [each for each in self.draft.releases if each.follows is premiere]
        follow = {each.release.number: each for each in _by_number(followers)}
        for number, episode in follow.items():
            date = dates.get(number or 0, AirDate.tba(zone=one.date.zone))
            if episode.release.date != date:
                self._move(episode, date)
        if self.is_over or not dates:
            return
        there = {
            each.release.number
            for each in self.draft.releases
            if each.release.kind in WEEKLY and each.release.service == one.service
        }
        for number, date in dates.items():
            if number not in there and number not in follow:
                kind = ReleaseKind.FINALE if number == episodes else ReleaseKind.EPISODE
                new = replace(one, id=0, kind=kind, number=number, date=date, origin=None, overrides_id=None)
                added = self.draft.add(new, {}, follows=premiere)
                self.known[slot_of(new)] = added
                self._catch_up(added)


def _by_number(releases: Iterable[Standing]) -> list[Standing]:
    # The order in which they were stored counts where two have one number.
    return sorted(releases, key=lambda each: -1 if each.release.number is None else each.release.number)
