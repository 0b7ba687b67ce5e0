"""What people say of when something comes out: for everybody, or in their guild alone.

A guild's word is a release of its own that stands in the place of the shared one; taken back, it goes, and the shared
one stands again.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.catalogue.changes import Change, Word, release_field
from bot.catalogue.corrections import require
from bot.catalogue.editors import Editor
from bot.catalogue.merged_dates import catch_up, date_episodes
from bot.catalogue.model import Series
from bot.catalogue.releases import WEEKLY, Release, ReleaseKind, season_of
from bot.catalogue.sayings import Said
from bot.catalogue.store import catalogue, corrected, history, sayings
from bot.catalogue.take import dated, say, slot_of
from bot.database.engine import Connection
from bot.dates.airdate import AirDate


def same_as(wanted: Release, known: Iterable[Release]) -> Release | None:
    """The release among those that are known which is the one that is wanted: the same episode on the same service."""
    slot = slot_of(_on_folded_service(wanted))
    return next((each for each in known if slot_of(_on_folded_service(each)) == slot), None)


def _on_folded_service(release: Release) -> Release:
    return replace(release, service=release.service.casefold()) if release.service else release


async def say_date(
    db: Connection, series_id: int, wanted: Release, editor: Editor, *, at: datetime, since: Word | None = None
) -> Change | None:
    """Let a release be out when a person says, or be cancelled; one that isn't known is added. None for no change.

    `wanted` tells which release it is, its date, and whether it is cancelled. `since` is the word of a person that
    stands again, where it isn't the editor's. Raises `TooLate` for a series that is gone.
    """
    series = await _seen(db, series_id, editor)
    standing = same_as(wanted, await catalogue.releases_of(db, series_id, guild_id=editor.guild_id))
    if standing is not None and (standing.date, standing.cancelled) == (wanted.date, wanted.cancelled):
        return None
    before = None if standing is None else await word_of(db, standing, editor)
    own = await _own(db, series, standing or wanted, editor, is_new=standing is None)
    by, when = (since.by, since.at) if since else (editor.by, at)
    said = await sayings.said_of(db, [own.id]) if editor.guild_id is None else {}
    heard = {**said.get(own.id, {}), editor.origin: Said(wanted.date, wanted.cancelled, by, when)}
    await say(db, series, own, heard, at=at)
    await _take_episodes_along(db, series, own, at, is_cancelled=wanted.cancelled)
    return await _kept(db, series, own.overrides_id or own.id, before, editor, at=at)


async def take_back_date(
    db: Connection, series_id: int, release_id: int, editor: Editor, *, at: datetime, whole: bool = False
) -> Change | None:
    """Let a release be out when the sources say, or go where they say nothing; None where no word was the editor's.

    `release_id` is the shared one's, or that of one which was added by hand; with `whole` it goes in any case. Raises
    `TooLate` for a series that is gone.
    """
    series = await _seen(db, series_id, editor)
    own = await own_release(db, release_id, editor)
    if own is None or own.series_id != series.id:
        return None
    before = await word_of(db, own, editor)
    if before.by is None:
        return None
    said = (await sayings.said_of(db, [own.id])).get(own.id, {}) if editor.guild_id is None else {}
    rest = {origin: each for origin, each in said.items() if origin is not editor.origin}
    premiere = None if whole else await _premiere_beside(db, own)
    if rest:
        await say(db, series, own, rest, at=at)
        await _take_episodes_along(db, series, own, at, is_cancelled=(await _now(db, own)).cancelled)
    elif premiere is not None:
        await sayings.follow(db, own.id, premiere.id)
        await catalogue.save_release(db, replace(own, origin=None, cancelled=premiere.cancelled))
        await date_episodes(db, series, premiere, at)
    else:
        await _remove(db, series, own, at)
    return await _kept(db, series, release_id, before, editor, at=at)


async def own_release(db: Connection, release_id: int, editor: Editor) -> Release | None:
    """The release that an editor's word on a release is: of their guild in its place, or itself where it is theirs."""
    if editor.guild_id is not None and (own := await catalogue.standing_for(db, release_id, editor.guild_id)):
        return own
    found = (await catalogue.releases_by_ids(db, [release_id])).get(release_id)
    return found if found is not None and found.guild_id == editor.guild_id else None


async def word_of(db: Connection, release: Release, editor: Editor) -> Word:
    """What stands of a release, and whose word it is, if it is one of the editor's guild (or of the owners)."""
    said = (await sayings.said_of(db, [release.id])).get(release.id, {})
    theirs = said.get(editor.origin) if release.guild_id == editor.guild_id else None
    return Word(release, theirs.by, theirs.at) if theirs else Word(release)


async def _seen(db: Connection, series_id: int, editor: Editor) -> Series:
    series = await require(db, series_id, editor)
    if editor.guild_id is None:
        return series
    return (await corrected.as_seen(db, [series], editor.guild_id, hidden_too=True))[0]


async def _own(db: Connection, series: Series, like: Release, editor: Editor, *, is_new: bool) -> Release:
    """The editor's own row: the one that stands, or a new one in its place, or one for what wasn't known."""
    if not is_new and like.guild_id == editor.guild_id:
        return like
    new = replace(like, id=0, series_id=series.id, origin=editor.origin, guild_id=editor.guild_id)
    if is_new:
        new = replace(new, date=AirDate.tba(zone=like.date.zone), cancelled=False, overrides_id=None)
    else:
        new = replace(new, overrides_id=like.id)
    (added,) = await catalogue.add_releases(db, [new])
    return added


async def _take_episodes_along(
    db: Connection, series: Series, first: Release, at: datetime, *, is_cancelled: bool
) -> None:
    """What follows from a premiere is off with it, and on again; and what is on again is told if it is news."""
    now = await _now(db, first)
    if first.cancelled and not is_cancelled:
        await catch_up(db, now, at)
    if first.kind is not ReleaseKind.PREMIERE or first.cancelled == is_cancelled:
        return
    await date_episodes(db, series, now, at)
    for episode in await catalogue.following(db, first.id):
        if episode.cancelled != is_cancelled:
            changed = replace(episode, cancelled=is_cancelled)
            await catalogue.save_release(db, changed)
            await catch_up(db, changed, at)


async def _now(db: Connection, release: Release) -> Release:
    return (await catalogue.releases_by_ids(db, [release.id]))[release.id]


async def _premiere_beside(db: Connection, own: Release) -> Release | None:
    """The premiere that an episode follows from where nobody says anything else of it."""
    if own.kind not in WEEKLY:
        return None
    beside = await catalogue.releases_beside(db, own)
    return next((each for each in beside if each.kind is ReleaseKind.PREMIERE), None)


async def _remove(db: Connection, series: Series, own: Release, at: datetime) -> None:
    """Take out a release of people's. The shared ones in whose place it and its episodes stood stand again."""
    gone = [own, *await catalogue.following(db, own.id)]
    await catalogue.remove_releases(db, [each.id for each in gone])
    stood_for = {each.overrides_id: each.id for each in gone if each.overrides_id is not None}
    await _let_stand_again(db, stood_for, series, own.guild_id, at)


async def _let_stand_again(
    db: Connection, stood_for: dict[int, int], series: Series, guild_id: int | None, at: datetime
) -> None:
    shared = await catalogue.releases_by_ids(db, list(stood_for))
    for release_id, release in shared.items():
        if release.series_id == series.id:
            await catch_up(db, release, at, told_as=[stood_for[release_id]], guild_id=guild_id)


async def _kept(
    db: Connection, series: Series, release_id: int, before: Word | None, editor: Editor, *, at: datetime
) -> Change:
    await _know_its_season(db, series, editor)
    own = await own_release(db, release_id, editor)
    shared = (await catalogue.releases_by_ids(db, [release_id])).get(release_id)
    after = own or shared
    change = Change(
        0,
        series.id,
        release_field(release_id),
        at,
        str(editor.by),
        editor.guild_id,
        before,
        None if after is None else await word_of(db, after, editor),
    )
    return await history.add(db, change)


async def _know_its_season(db: Connection, series: Series, editor: Editor) -> None:
    """A series' year and season are those of its first release; a guild's word on a shared one's changes neither."""
    known = await require(db, series.id, editor)
    if known.guild_id is None:
        if editor.guild_id is None:
            await dated(db, known)
        return
    found = await catalogue.releases_of(db, known.id, guild_id=known.guild_id)
    year, season = season_of(found[0].date) if found else (None, None)
    if (known.year, known.season) != (year, season):
        await catalogue.save_series(db, replace(known, year=year, season=season))
