"""When a series airs, in words: its premiere, what comes next, its episodes, and how its date became what it is."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from bot.catalogue.card import Dispute
from bot.catalogue.model import Format, Origin, Series
from bot.catalogue.records import DateChange
from bot.catalogue.releases import (
    BROADCAST_KINDS,
    Basis,
    Release,
    ReleaseKind,
    broadcast_clock,
    first_run,
    next_by_service,
    next_of,
    next_without_date,
    still_to_come,
)
from bot.catalogue.render import release_names
from bot.catalogue.services import ELSEWHERE, likelihood
from bot.dates.airdate import TOKYO, AirDate, Precision, Season, Shift
from bot.ui.text import (
    MONTH_NAMES,
    air_date,
    count,
    day,
    escape,
    lines_within,
    relative,
    source_name,
    stamp,
    vague_date,
)

FIRST_RELEASE_KINDS = (ReleaseKind.PREMIERE, ReleaseKind.FILM, ReleaseKind.HOME_VIDEO, ReleaseKind.DUB)
_NIGHT = timedelta(hours=5)


def season_of(airs: AirDate) -> str | None:
    """Name the season that a premiere belongs to ("Winter 2024"); give None where not even that is known."""
    start = airs.local_start
    if start is None or airs.precision.rank < Precision.SEASON.rank:
        return None
    return f"{Season.of(start.month).value.capitalize()} {start.year}"


def first_releases(releases: Sequence[Release]) -> list[Release]:
    """Give the releases that aren't weekly episodes, each where it comes out first.

    These are the premiere, a film's opening and home-video dates.
    """
    return [release for release in first_run(releases) if release.kind in FIRST_RELEASE_KINDS]


def first_release_lines(release: Release, changes: Sequence[DateChange]) -> list[str]:
    """Write a premiere's date as exactly as it is known, its hour where it is broadcast, and what it was before."""
    if release.cancelled:
        dated = release.date.precision is not Precision.TBA
        return [f"Cancelled; it was due {vague_date(release.date)}." if dated else "Cancelled."]
    lines = [air_date(release.date)]
    if listed := _as_listed(release.date):
        lines.append(f"-# {listed}")
    return lines + [f"-# {line}" for line in date_history(release, changes)]


def date_history(release: Release, changes: Sequence[DateChange]) -> list[str]:
    """Tell what a release's date was before, the latest last: "Moved back from 10 January 2024"."""
    return list(_history([change for change in changes if change.release_id == release.id]))


def _as_listed(airs: AirDate) -> str | None:
    """Write a date as Japanese television lists it: a night's hours are counted on from the evening before.

    Give None for a date that isn't exact, or not Tokyo's.
    """
    clock, start = broadcast_clock(airs), airs.local_start
    if clock is None or start is None or airs.zone != TOKYO:
        return None
    in_tokyo = f"In Tokyo: {day(start.date())}, {start:%H:%M}"
    listed = (start - _NIGHT).date()
    if listed == start.date():
        return in_tokyo
    return f"{in_tokyo} (listed as {listed.day} {MONTH_NAMES[listed.month - 1]}, {clock})"


def _history(changes: Sequence[DateChange]) -> Iterator[str]:
    """Yield what the date was before: how it was first announced, and its latest move."""
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
    """Tell until when weekly episodes will run, or when the last was.

    Give None while they run, and where no dates are known.
    """
    weekly = (release for release in first_run(releases) if release.kind in BROADCAST_KINDS)
    stated = (release for release in weekly if release.basis is Basis.STATED and release.label is None)
    dated = [release for release in stated if release.date.is_exact and not release.cancelled]
    if len(dated) < 2 or (start := dated[0].date.earliest) is None or (end := dated[-1].date.earliest) is None:
        return None
    if now < start:
        return "Episodes", f"Weekly until <t:{int(end.timestamp())}:D>"
    if now < end:
        return None
    last = dated[-1].number or len(dated)
    if total and last < total:
        return "Latest episode", f"Episode {last} of {total} aired {relative(end)}; the next one has no date yet"
    return "Finished", f"The last of {count(last, 'episode')} aired {relative(end)}"


def expected_field(series: Series, releases: Sequence[Release], now: datetime) -> tuple[str, str] | None:
    """Tell that episodes are expected week by week, in words alone: nobody has dated one of them.

    Give None where somebody has, and for what isn't television: a web series may come out in one go.
    """
    broadcast = [each for each in releases if each.kind in BROADCAST_KINDS]
    first = next((each for each in first_run(broadcast) if each.kind is ReleaseKind.PREMIERE), None)
    if series.format is not Format.TV or (series.episodes or 1) == 1 or first is None or first.cancelled:
        return None
    start = first.date.earliest
    is_dated = any(each.kind is not ReleaseKind.PREMIERE for each in broadcast)
    if is_dated or start is None or now > start + timedelta(weeks=series.episodes or 1):
        return None
    return "Episodes", f"Expected weekly, {count(series.episodes or 1, 'episode')}"


SERVICE_LINES = 5
"""So many services are told of by a line each; a series may have seventeen."""
AIRING_SERVICE_LENGTH = 60


def evidence_field(releases: Sequence[Release], now: datetime, confirmed: Mapping[Origin, datetime]) -> str | None:
    """Tell why the next date stands: who says so, when they last said so again, and whether by a usual slot.

    What a guild's moderators, or the bot's owners, say stands until they take it back. None where nothing is to come.
    """
    leading = next_of(still_to_come(releases, now))
    if leading is None or (origin := leading.origin) is None:
        return None
    name = _PEOPLE.get(origin) or source_name(origin.value)
    by_slot = ", usual slot" if leading.basis is Basis.SLOT else ""
    at = None if origin in {*_PEOPLE, Origin.STARTER} else confirmed.get(origin)
    return f"{name}{by_slot}{f', confirmed {relative(at)}' if at else ''}"


_PEOPLE = {Origin.MODERATORS: "This server's moderators", Origin.OWNERS: "The owners of this bot"}


def next_field(
    releases: Sequence[Release], total: int | None, now: datetime, *, reader_in: Collection[str] = ()
) -> str | None:
    """Tell what comes next, and beside it what the others have next; give None where nothing with a date is ahead.

    `reader_in` are the countries that the reader is likely in: their services come first.
    """
    coming = still_to_come(releases, now)
    leading = next_of(coming)
    if leading is None:
        return None
    beside = [one for service, one in next_by_service(coming).items() if service != leading.service]
    # The first broadcast before all services; their order is otherwise that of their dates.
    beside.sort(key=lambda one: (one.service is not None, likelihood(one.regions, reader_in)))
    at_once = [each for each in coming if (each.service, each.date) == (leading.service, leading.date)]
    name = release_names.span(leading, at_once[-1], total)
    head = f"**{name}**{release_names.on_service(leading)}\n{air_date(leading.date)}"
    more = lines_within([_beside(one, leading) for one in beside], NEXT_LENGTH - len(head), most=SERVICE_LINES)
    return f"{head}\n{more}" if more else head


NEXT_LENGTH = 700


def reader_line(releases: Sequence[Release], now: datetime, reader_in: Collection[str]) -> str | None:
    """Tell what comes next on the reader's service, where that isn't what comes first; None where nothing does."""
    coming = still_to_come(releases, now)
    leading = next_of(coming)
    near = [
        one
        for service, one in next_by_service(coming).items()
        if service is not None and leading is not None and service != leading.service
    ]
    theirs = sorted(near, key=lambda one: likelihood(one.regions, reader_in))
    if leading is None or not theirs or likelihood(theirs[0].regions, reader_in) == ELSEWHERE:
        return None
    at = theirs[0].date.earliest
    far = f" · {relative(at)}" if theirs[0].date.is_exact and at is not None else ""
    return f"{_beside(theirs[0], leading)}{far}"


def break_field(
    releases: Sequence[Release], changes: Sequence[DateChange], total: int | None, now: datetime
) -> str | None:
    """Tell what would come next of a series on a break, and when it was due; give None for one that isn't."""
    missing = next_without_date(releases, total, now)
    if missing is None:
        return None
    taken_back = [each.old for each in changes if each.release_id == missing.id and each.new.earliest is None]
    was = f"; it was due {short_date(taken_back[-1])}" if taken_back else ""
    return f"**{release_names.as_title(missing, total)}**\nNo date now{was}."


def _beside(release: Release, leading: Release) -> str:
    """Write a service's next release, named where it isn't the one beside which it stands."""
    is_same = (release.kind, release.number) == (leading.kind, leading.number)
    title = release_names.as_title(release, None)
    name = "" if is_same else f"{title[:1].lower()}{title[1:]}, "
    where = escape(release.service, AIRING_SERVICE_LENGTH) if release.service else "First broadcast"
    return f"-# {where}: {name}{short_date(release.date)}"


def short_date(airs: AirDate) -> str:
    """Write a date in little room: an instant without how far off it is."""
    at = airs.earliest
    return f"<t:{int(at.timestamp())}:f>" if airs.is_exact and at is not None else vague_date(airs)


def next_line(release: Release | None) -> str:
    """Write what of a series comes next, as one line for a list."""
    if release is None:
        return "Nothing scheduled"
    when = stamp(release.date.earliest) if release.date.is_exact and release.date.earliest else vague_date(release.date)
    return f"{release_names.in_list(release)}: {when}"


EPISODES_PAGE_SIZE = 12
EPISODE_SERVICES_SHOWN = 2


def episode_list(episodes: Mapping[str, Sequence[Release]], reader_in: Collection[str]) -> str:
    """Write a page of episodes, a line each, and where else it comes out below."""
    return "\n".join(line for name, some in episodes.items() for line in _lines(name, some, reader_in))


def _lines(name: str, releases: Sequence[Release], reader_in: Collection[str]) -> list[str]:
    first = first_run(releases)
    if not first:
        return []
    main = first[0]
    others = [each for each in releases if each.service is not None and each.service != main.service]
    others.sort(key=lambda each: likelihood(each.regions, reader_in))
    named = dict.fromkeys(f"{escape(each.service or '', 24)} {_date(each)}" for each in others)
    shown = " · ".join(list(named)[:EPISODE_SERVICES_SHOWN])
    more = f" · … and {len(named) - EPISODE_SERVICES_SHOWN} more" if len(named) > EPISODE_SERVICES_SHOWN else ""
    return [_line(name, main, releases), *([f"-# {shown}{more}"] if shown else [])]


def _line(name: str, main: Release, releases: Sequence[Release]) -> str:
    on = f" · {escape(main.service, 24)}" if main.service else ""
    what = f"**{escape(name[:1].upper() + name[1:], 24)}** · {short_date(main.date)}{on}"
    if main.cancelled:
        return f"~~{what}~~ · cancelled"
    at = main.date.earliest
    far = f" · {relative(at)}" if main.date.is_exact and at is not None else ""
    finale = " · finale" if any(each.kind is ReleaseKind.FINALE for each in releases) else ""
    return f"{what}{far}{finale}"


def _date(release: Release) -> str:
    return f"~~{short_date(release.date)}~~" if release.cancelled else short_date(release.date)


_MOST_DISPUTES = 3


def disputes_text(disputed: Sequence[Dispute]) -> str:
    """Say what sources say beside the dates that stand, and how to choose."""
    lines = [
        f"{release_names.in_list(each.release)}{release_names.on_service(each.release)}: "
        + ", ".join(f"{source_name(origin)} says {air_date(date)}" for origin, date in each.says[:2])
        for each in disputed[:_MOST_DISPUTES]
    ]
    if len(disputed) > _MOST_DISPUTES:
        lines.append(f"-# and {len(disputed) - _MOST_DISPUTES} more")
    return "\n".join([*lines, "-# Moderators choose with `/catalogue date`, which offers each source's date."])
