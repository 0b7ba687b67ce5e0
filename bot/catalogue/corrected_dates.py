"""What people say of when something comes out, for everybody or in their guild alone; and changes taken back.

A guild's word is a release of its own that stands in the place of the shared one; taken back, it goes, and the shared
one stands again.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.catalogue.actions import editing
from bot.catalogue.corrections import add_alias, remove_alias, require, restore
from bot.catalogue.fields import ReleaseProblem, UnreadableRelease
from bot.catalogue.merge import Merge
from bot.catalogue.merged import MergedRelease, identity_of
from bot.catalogue.model import Editor, Series
from bot.catalogue.records import (
    FIELDS,
    HIDDEN,
    CannotUndo,
    Change,
    FieldValue,
    SourceDate,
    UndoneTooLate,
    UndoProblem,
    is_alias_field,
    release_field,
    release_id_of,
)
from bot.catalogue.releases import Basis, Release, ReleaseKind
from bot.catalogue.revisions import Plan
from bot.catalogue.slots import laid_for
from bot.catalogue.store import catalogue, corrections, history, updates
from bot.catalogue.store.merge_reads import dates_of
from bot.catalogue.store.updates import Backdated
from bot.database.engine import Connection
from bot.dates.airdate import AirDate
from bot.dates.facts import POST_STALE_AFTER, DueFact, FactKind


def same_as(like: Release, known: Iterable[Release]) -> Release | None:
    """Find a release among those that are known: the same episode on the same service, or the one by a slot that week.

    None without one.
    """
    known, identity = list(known), identity_of(_on_folded_service(like))
    same = (each for each in known if identity_of(_on_folded_service(each)) == identity)
    return next(same, None) or laid_for(like, known)


def require_same_kind(wanted: Release, known: Release | None) -> None:
    """Raise `UnreadableRelease` for the film of a series that isn't one.

    It is the first outing, as the premiere is: it would take that one's place, and take the episodes along.
    """
    if wanted.kind is ReleaseKind.FILM and known is not None and known.kind is not ReleaseKind.FILM:
        raise UnreadableRelease(ReleaseProblem.NO_FILM)


def _on_folded_service(release: Release) -> Release:
    return replace(release, service=release.service.casefold()) if release.service else release


async def say_date(
    db: Connection,
    series_id: int,
    release: Release,
    editor: Editor,
    *,
    at: datetime,
    since: FieldValue | None = None,
    settle_delay: timedelta | None = None,
) -> Change | None:
    """Let a release be out when a person says, or be cancelled, and add one that isn't known; give None for no change.

    `release` tells which release it is, its date, and whether it is cancelled. `since` is the word of a person that
    stands again, where it isn't the editor's. Channels are told once the change has lasted for `settle_delay`, as of a
    source's, and aren't where that is None. Raises `TooLate` for a series that is gone.
    """
    series = await _seen(db, series_id, editor)
    known = same_as(release, await catalogue.releases_of(db, series_id, guild_id=editor.guild_id))
    if known is not None and (known.date, known.cancelled) == (release.date, release.cancelled):
        return None
    before = None if known is None else await word_of(db, known, editor)
    by, when = (since.by, since.at) if since else (editor.by, at)
    async with editing(db, series.id, at=at, guild_id=editor.guild_id, settle_delay=settle_delay) as merge:
        own = _own(merge, known or release, editor, is_new=known is None)
        was_cancelled = own.release.cancelled
        if own.release.basis is Basis.SLOT:
            own.release = replace(own.release, kind=release.kind, number=release.number)
            merge.note_too_early(own, release.date)
        others = own.dates if editor.guild_id is None else {}
        merge.set_dates(own, {**others, editor.origin: SourceDate(release.date, release.cancelled, by, when)})
        if was_cancelled and not release.cancelled:
            merge.note_backdated(own)
        if editor.guild_id is None:  # what comes by a usual slot goes by what everybody sees
            merge.lay_slots()
    return await _kept(db, series, own.release.overrides_id or own.release.id, before, editor, at=at)


async def take_back_date(
    db: Connection,
    series_id: int,
    release_id: int,
    editor: Editor,
    *,
    at: datetime,
    whole: bool = False,
    settle_delay: timedelta | None = None,
) -> Change | None:
    """Let a release be out when the sources say, or go where they say nothing.

    Give None where no word was the editor's. `release_id` is the shared one's, or that of one which was added by hand;
    with `whole` it goes in any case. `settle_delay` is as in `say_date`. Raises `TooLate` for a series that is gone.
    """
    series = await _seen(db, series_id, editor)
    own = await own_release(db, release_id, editor)
    if own is None or own.series_id != series.id:
        return None
    before = await word_of(db, own, editor)
    if before.by is None:
        return None
    async with editing(db, series.id, at=at, guild_id=editor.guild_id, settle_delay=settle_delay) as merge:
        one = merge.into.release(own.id)
        expected = merge.expected(one)
        dates = one.dates if editor.guild_id is None else {}
        rest = {origin: each for origin, each in dates.items() if origin is not editor.origin}
        if rest:
            merge.set_dates(one, rest)
            if own.cancelled:
                merge.note_backdated(one)
            if editor.guild_id is None:
                merge.lay_slots()
    if not rest:
        await _remove(db, series, own, at)
        await _note_again(db, series, own, expected, at=at, settle_delay=settle_delay)
    return await _kept(db, series, release_id, before, editor, at=at)


async def own_release(db: Connection, release_id: int, editor: Editor) -> Release | None:
    """Find the release that holds an editor's word on a release; None where there is none.

    It is their guild's release in its place, or the release itself where it is theirs.
    """
    if editor.guild_id is not None and (own := await catalogue.standing_for(db, release_id, editor.guild_id)):
        return own
    found = (await catalogue.releases_by_ids(db, [release_id])).get(release_id)
    return found if found is not None and found.guild_id == editor.guild_id else None


async def word_of(db: Connection, release: Release, editor: Editor) -> FieldValue:
    """Give what stands of a release, and whose word it is, if it is one of the editor's guild (or of the owners)."""
    dates = (await dates_of(db, [release.id])).get(release.id, {})
    theirs = dates.get(editor.origin) if release.guild_id == editor.guild_id else None
    return FieldValue(release, theirs.by, theirs.at) if theirs else FieldValue(release)


async def _seen(db: Connection, series_id: int, editor: Editor) -> Series:
    series = await require(db, series_id, editor)
    if editor.guild_id is None:
        return series
    return (await corrections.corrected_for_guild(db, [series], editor.guild_id, hidden_too=True))[0]


def _own(merge: Merge, like: Release, editor: Editor, *, is_new: bool) -> MergedRelease:
    """Give the editor's own row: the one that stands, or a new one in its place, or one for what wasn't known."""
    if not is_new and like.guild_id == editor.guild_id:
        return merge.into.release(like.id)
    new = replace(like, id=0, series_id=merge.into.id, origin=editor.origin, guild_id=editor.guild_id)
    if is_new:
        new = replace(new, date=AirDate.tba(zone=like.date.zone), cancelled=False, overrides_id=None)
    else:
        new = replace(new, overrides_id=like.id)
    return merge.into.add(new, {})


async def _remove(db: Connection, series: Series, own: Release, at: datetime) -> None:
    """Take out a release of people's, so that the shared one in whose place it stood stands again."""
    await catalogue.remove_releases(db, [own.id])
    again: list[Backdated] = []
    stood_for = [] if own.overrides_id is None else [own.overrides_id]
    for release_id, release in (await catalogue.releases_by_ids(db, stood_for)).items():
        anchor = release.date.anchor
        is_shown = release.series_id == series.id and not release.cancelled
        if is_shown and anchor is not None and at - POST_STALE_AFTER < anchor <= at:
            again.append(Backdated(DueFact(FactKind.RELEASE, release_id, anchor), own.id, own.guild_id))
    await updates.add_backdated(db, again)


async def _note_again(
    db: Connection, series: Series, own: Release, expected: Plan, *, at: datetime, settle_delay: timedelta | None
) -> None:
    """Have it told in a guild that the shared release stands again in whose place its `own` stood."""
    if own.overrides_id is None:
        return
    async with editing(db, series.id, at=at, guild_id=own.guild_id, settle_delay=settle_delay) as merge:
        merge.note_again(merge.into.release(own.overrides_id), expected, own.guild_id)


async def _kept(
    db: Connection, series: Series, release_id: int, before: FieldValue | None, editor: Editor, *, at: datetime
) -> Change:
    known = await require(db, series.id, editor)
    if known.guild_id == editor.guild_id:  # a guild's word on a shared series' release changes no year and season
        async with editing(db, known.id, at=at, guild_id=known.guild_id) as merge:
            merge.date_series()
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


def can_be_undone(change: Change, editor: Editor) -> bool:
    """Tell whether a change is one that this editor may take back, if nothing newer stands in its place."""
    if change.person is None or change.guild_id != editor.guild_id:
        return False
    if release_id_of(change.field) is not None:
        return change.new is not None
    return is_alias_field(change.field) or (change.field in {*FIELDS, HIDDEN} and change.old is not None)


async def undo(
    db: Connection, change_id: int, editor: Editor, *, at: datetime, settle_delay: timedelta | None = None
) -> Change:
    """Let what stood before a change stand again, and give the change undone.

    What stood is an earlier correction, or the sources' word. `settle_delay` is as in `say_date`. Raises `CannotUndo`
    for a change that is for everybody where the editor changes their guild's alone, and for one that can't be undone;
    `UndoneTooLate` where they see no such change, or something newer stands in its place; and `SeriesGone`.
    """
    change = await history.get(db, change_id, editor.guild_id)
    if change is None:
        raise UndoneTooLate(UndoProblem.UNKNOWN)
    if change.guild_id != editor.guild_id:
        raise CannotUndo(UndoProblem.OWNERS_ONLY)
    if not can_be_undone(change, editor):
        raise CannotUndo(UndoProblem.FOR_GOOD)
    newest = await history.latest(db, change)
    if newest is not None and newest.id != change.id:
        raise UndoneTooLate(UndoProblem.CHANGED_SINCE)
    await _put_back(db, change, editor, at, settle_delay)
    return change


async def _put_back(
    db: Connection, change: Change, editor: Editor, at: datetime, settle_delay: timedelta | None
) -> None:
    release_id, old = release_id_of(change.field), change.old
    if release_id is not None and old is not None and old.by is not None:
        await say_date(db, change.series_id, old.value, editor, at=at, since=old, settle_delay=settle_delay)
    elif release_id is not None:
        whole = old is None
        if not await take_back_date(
            db, change.series_id, release_id, editor, at=at, whole=whole, settle_delay=settle_delay
        ):
            raise UndoneTooLate(UndoProblem.NOTHING_LEFT)
    elif not is_alias_field(change.field):
        await restore(db, change.series_id, change.field, old or FieldValue(None), editor, at=at)
    elif change.new is not None:
        await remove_alias(db, change.series_id, change.new.value, editor, at=at)
    elif old is not None:
        await add_alias(db, change.series_id, old.value, editor, at=at)
