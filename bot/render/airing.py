"""When a series airs, in words: its premiere, what comes next, and how its date became what it is."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from bot.domain.changes import DateChange
from bot.domain.dates import TOKYO, AirDate, Precision, Season, Shift
from bot.domain.releases import WEEKLY, Release, ReleaseKind, broadcast_clock
from bot.render.wording import MONTHS, air_date, count, day, relative, stamp, vague_date

FIRST_OUTINGS = (ReleaseKind.PREMIERE, ReleaseKind.FILM, ReleaseKind.HOME_VIDEO, ReleaseKind.DUB)
NAMES = {
    ReleaseKind.PREMIERE: "Premiere",
    ReleaseKind.FILM: "In cinemas",
    ReleaseKind.HOME_VIDEO: "Home video",
    ReleaseKind.EPISODE: "Episode",
    ReleaseKind.FINALE: "Finale: episode",
    ReleaseKind.DUB: "Dub",
}
_NIGHT = timedelta(hours=5)


def season_of(airs: AirDate) -> str | None:
    """The season that a premiere belongs to ("Winter 2024"); None where not even that is known."""
    start = airs.local_start
    if start is None or airs.precision.rank < Precision.SEASON.rank:
        return None
    return f"{Season.of(start.month).value.capitalize()} {start.year}"


def first_outings(releases: Sequence[Release]) -> list[Release]:
    """What isn't a weekly episode: the premiere, a film's opening, home-video dates."""
    return [release for release in releases if release.kind in FIRST_OUTINGS]


def outing_lines(release: Release, changes: Sequence[DateChange]) -> list[str]:
    """A premiere's date as exactly as it is known, its hour where it is broadcast, and what it was before."""
    if release.cancelled:
        dated = release.date.precision is not Precision.TBA
        return [f"Cancelled; it was due {vague_date(release.date)}." if dated else "Cancelled."]
    lines = [air_date(release.date)]
    if listed := _as_listed(release.date):
        lines.append(f"-# {listed}")
    lines += [f"-# {line}" for line in _history([change for change in changes if change.release_id == release.id])]
    return lines


def _as_listed(airs: AirDate) -> str | None:
    """How Japanese television lists it: a night's hours are counted on from the evening before."""
    clock, start = broadcast_clock(airs), airs.local_start
    if clock is None or start is None or airs.zone != TOKYO:
        return None
    in_tokyo = f"In Tokyo: {day(start.date())}, {start:%H:%M}"
    listed = (start - _NIGHT).date()
    if listed == start.date():
        return in_tokyo
    return f"{in_tokyo} (listed as {listed.day} {MONTHS[listed.month - 1]}, {clock})"


def _history(changes: Sequence[DateChange]) -> Iterator[str]:
    """What the date was before: how it was first announced, and its latest move."""
    if not changes:
        return
    first = changes[0].old
    if not first.is_exact and first.precision is not Precision.TBA:
        yield f"First announced as {vague_date(first)}"
    moves = [change for change in changes if change.shift in {Shift.LATER, Shift.EARLIER}]
    if moves and moves[-1].old != first:
        yield _move(moves[-1])
    elif moves:
        yield _move(moves[-1]) if first.is_exact else f"{_MOVED[moves[-1].shift]} since"


_MOVED = {Shift.LATER: "Moved back", Shift.EARLIER: "Brought forward"}


def _move(change: DateChange) -> str:
    old = change.old
    before = f"<t:{int(old.earliest.timestamp())}:f>" if old.is_exact and old.earliest else vague_date(old)
    return f"{_MOVED[change.shift]} from {before}"


def episodes_field(releases: Sequence[Release], total: int | None, now: datetime) -> tuple[str, str] | None:
    """What to tell of the weekly episodes now: the next one, or when the last was; None where no dates are known."""
    weekly = (release for release in releases if release.kind in {ReleaseKind.PREMIERE, *WEEKLY})
    dated = [release for release in weekly if release.date.is_exact and not release.cancelled]
    if len(dated) < 2 or (start := dated[0].date.earliest) is None or (end := dated[-1].date.earliest) is None:
        return None
    if now < start:
        return "Episodes", f"Weekly until <t:{int(end.timestamp())}:D>"
    if now >= end:
        last = dated[-1].number or len(dated)
        if total and last < total:
            return "Latest episode", f"Episode {last} of {total} aired {relative(end)}; no date is known of the next"
        return "Finished", f"The last of {count(last, 'episode')} aired {relative(end)}"
    coming = next(release for release in dated if release.date.earliest and release.date.earliest > now)
    of = f" of {total}" if total else ""
    return "Next episode", f"Episode {coming.number}{of}\n{air_date(coming.date)}"


def next_line(release: Release | None) -> str:
    """One line for a list: what of a series comes next."""
    if release is None:
        return "Nothing dated ahead"
    name = NAMES[release.kind]
    name = f"{name} {release.number}" if release.kind in WEEKLY and release.number else name
    when = stamp(release.date.earliest) if release.date.is_exact and release.date.earliest else vague_date(release.date)
    return f"{name}: {when}"
