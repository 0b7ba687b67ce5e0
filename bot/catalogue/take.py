"""What a source said of a series, held against what is stored: field by field the word that counts most stands."""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.catalogue.abbreviations import add_missing
from bot.catalogue.differences import differences
from bot.catalogue.merged_dates import catch_up, date_episodes, redate
from bot.catalogue.model import Series
from bot.catalogue.noted_updates import note_dates, note_items
from bot.catalogue.origins import Origin
from bot.catalogue.releases import WEEKLY, Release, ReleaseKind, season_of
from bot.catalogue.revisions import Plan, Revision
from bot.catalogue.sayings import Said, outcome
from bot.catalogue.slugs import is_outdated, slugs_for
from bot.catalogue.statements import HIDDEN, Statement, merged
from bot.catalogue.store import aliases, catalogue, corrections, history, sayings, statements
from bot.database.engine import Connection
from bot.dates.airdate import AirDate
from bot.folding import fold


@dataclass(frozen=True, slots=True)
class Taken:
    """A series as it stands after a source was heard, and as it stood before: None for one that is new."""

    series: Series
    before: Series | None


async def take(db: Connection, statement: Statement, *, at: datetime, stand_for: timedelta | None = None) -> Taken:
    """Store what a source says, in the caller's transaction. `at` is when it said so: now.

    What it changes of a series that was known is told to channels once it has stood for `stand_for`, and isn't where
    that is None, as for what is read in bulk.

    The series is known by its id on AniList, MyAnimeList or bangumi.tv, else by its slug; one that isn't known is
    added. Nothing is taken out: a source that says nothing of something has only forgotten it.
    """
    known = await catalogue.series_by_foreign_ids(db, statement.series)
    before = next(iter(known), None)
    if before is None:
        before_or_new = await catalogue.save_series(db, await _with_slug(db, statement.series))
    else:
        before_or_new = before
        await remember_starter(db, before, at)
    # At its first word a source may well tell of trailers that are years old.
    has_spoken = statement.origin in (await statements.said_of(db, [before_or_new.id])).get(before_or_new.id, {})
    await statements.keep(db, before_or_new.id, statement.origin, statement.series, at)
    series = await settle(db, before_or_new)
    if before is None:
        stand_for = None  # what is new as a whole is no change
        await add_missing(db, at)
    elif has_spoken:
        await note_items(db, before, series, at=at, stand_for=stand_for)
    if before is not None:
        for change in differences(before, series, actor=statement.origin.value, at=at):
            await history.add(db, change)
    await _take_releases(db, series, statement, at, stand_for)
    series = await dated(db, series)
    if before is not None and is_outdated(before, series):
        series = await catalogue.save_series(db, await _with_slug(db, replace(series, slug="")))
        await keep_old_slugs(db, [(series.id, before.slug)], at=at)
    return Taken(series, before)


async def remember_starter(db: Connection, series: Series, at: datetime) -> None:
    """Keep what was known of a series from the start, before the first source speaks of it."""
    if not (await statements.said_of(db, [series.id])).get(series.id):
        await statements.keep(db, series.id, Origin.STARTER, replace(series, id=0), at)


async def settle(db: Connection, series: Series) -> Series:
    """Store a shared series as all that was said of it makes it."""
    said = (await statements.said_of(db, [series.id])).get(series.id, {})
    corrected = (await corrections.corrections_of(db, [series.id])).get(series.id, [])
    whole = merged(series, said, [each for each in corrected if each.field != HIDDEN])
    return whole if whole == series else await catalogue.save_series(db, whole)


async def _with_slug(db: Connection, new: Series) -> Series:
    for slug in wanted_slugs(new):
        if await catalogue.series_by_slug(db, slug) is None:
            return replace(new, slug=slug)
    raise AssertionError("there is always another slug")


def wanted_slugs(new: Series) -> Iterable[str]:
    """The slugs that would do for a new series: the one that its source gives, else those of its title."""
    return itertools.chain([new.slug] if new.slug else [], slugs_for(new))


async def keep_old_slugs(db: Connection, renamed: Iterable[tuple[int, str]], *, at: datetime) -> None:
    """Let series be found by the slugs that they had, too: people have typed them."""
    await aliases.add_shared(db, [(series_id, slug, fold(slug)) for series_id, slug in renamed], at=at)


async def dated(db: Connection, series: Series) -> Series:
    """With the year and the season of the first release: what a source says of them, else what the dates do."""
    said = (await statements.said_of(db, [series.id])).get(series.id, {})
    by_rank = [said[origin] for origin in sorted(said, key=lambda origin: origin.rank)]
    year, season = next(((each.year, each.season) for each in by_rank if each.year), (None, None))
    if year is None:
        found = await catalogue.releases_of(db, series.id)
        year, season = season_of(found[0].date) if found else (None, None)
    if (series.year, series.season) == (year, season):
        return series
    return await catalogue.save_series(db, replace(series, year=year, season=season))


Slot = tuple[str, int | None, str | None]
"""What makes two releases the same one: a premiere, an episode of that number … on a service."""


def slot_of(release: Release) -> Slot:
    """The slot of a release. A finale is the episode of its number, and the first episode is the premiere.

    Where one source calls a premiere what another calls a film, it is the same first outing.
    """
    number = release.number or 1
    if release.kind in WEEKLY and number > 1:
        return "episode", number, release.service
    if release.kind in {ReleaseKind.HOME_VIDEO, ReleaseKind.DUB}:
        return release.kind.value, number, release.service
    return "first", None, release.service


async def _take_releases(
    db: Connection, series: Series, statement: Statement, at: datetime, stand_for: timedelta | None
) -> None:
    known = {slot_of(each): each for each in await catalogue.shared_releases(db, series.id)}
    new = {slot_of(each): each for each in statement.releases}
    before = await sayings.said_of(db, [known[slot].id for slot in new if slot in known])
    for slot, release in premieres_first(new):
        standing = known.get(slot)
        if standing is None:
            await _add(db, series, release, statement, at=at, stand_for=stand_for)
        else:
            heard = before.get(standing.id, {}) | {statement.origin: Said(release.date, release.cancelled)}
            is_over = statement.is_over(at)
            await say(db, series, standing, heard, like=release, at=at, stand_for=stand_for, is_over=is_over)
        if release.kind is ReleaseKind.PREMIERE:  # its weekly episodes stand there now
            known = {slot_of(each): each for each in await catalogue.shared_releases(db, series.id)}


def premieres_first(new: Mapping[Slot, Release]) -> Iterable[tuple[Slot, Release]]:
    """Releases in the order to take them: weekly episodes follow from premieres."""
    return sorted(new.items(), key=lambda item: (item[1].kind in WEEKLY, item[1].number or 0))


async def _add(
    db: Connection, series: Series, release: Release, statement: Statement, *, at: datetime, stand_for: timedelta | None
) -> None:
    new = replace(release, id=0, series_id=series.id, origin=statement.origin)
    (added,) = await catalogue.add_releases(db, [new])
    await catch_up(db, added, at)
    if added.kind is ReleaseKind.PREMIERE:
        await date_episodes(db, series, added, at, is_over=statement.is_over(at))
    if added.service is None:  # on a service, the service is what is new
        nothing_before = Revision(added.id, Plan(AirDate.tba()), Plan(added.date, added.cancelled))
        await note_dates(db, added, [nothing_before], at=at, stand_for=stand_for)


async def say(
    db: Connection,
    series: Series,
    standing: Release,
    said: Mapping[Origin, Said],
    *,
    like: Release | None = None,
    at: datetime,
    stand_for: timedelta | None = None,
    is_over: bool = False,
) -> None:
    """Let a shared release stand as these origins say it, of which the one that counts most does.

    `like` tells what kind of episode it is, where that has become known, and in which regions it comes out. Of a series
    that is over no further weekly episodes are made.
    """
    origin, counts = outcome(said)
    await sayings.keep(db, standing.id, said)
    by = str(counts.by) if counts.by else origin.value
    now = replace(standing, origin=origin, cancelled=counts.cancelled)
    if like is not None:
        now = replace(now, regions=like.regions, kind=like.kind if like.kind in WEEKLY else standing.kind)
    if now != standing:
        await catalogue.save_release(db, now)
    if now.cancelled != standing.cancelled:
        off_or_on = Revision(now.id, Plan(now.date, standing.cancelled), Plan(now.date, now.cancelled))
        await note_dates(db, now, [off_or_on], at=at, stand_for=stand_for)
    await redate(db, series, now, counts.date, actor=by, at=at, stand_for=stand_for, is_over=is_over)
