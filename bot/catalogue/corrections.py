"""What people say of a series' fields in the place of sources, until it is taken back; and series added by hand.

A guild's own series has nothing beneath it: there the row itself is changed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from bot.catalogue.actions import editing
from bot.catalogue.model import Editor, Series, slugs_for
from bot.catalogue.records import (
    HIDDEN,
    SERIES_FIELD,
    TITLE_FIELDS,
    Change,
    Correction,
    FieldValue,
    SeriesGone,
    SharedSeries,
    alias_field,
    value_of,
    with_value,
)
from bot.catalogue.store import aliases, catalogue, corrections, history
from bot.database.engine import Connection
from bot.folding import fold


async def correct(
    db: Connection, series_id: int, field: str, value: object, editor: Editor, *, at: datetime
) -> Change | None:
    """Let a field (of `FIELDS`, or `HIDDEN`) be what a person says; give None where it is that already.

    What says the same as the sources do is no correction. Raises `SeriesGone`.
    """
    series = await require(db, series_id, editor)
    before = await word_of(db, series, field, editor)
    if before.value == value:
        return None
    if before.by is not None:
        await _set(db, series_id, field, FieldValue(None), editor, at=at)
    if (await word_of(db, await require(db, series_id, editor), field, editor)).value != value:
        await _set(db, series_id, field, FieldValue(value, editor.by, at), editor, at=at)
    return await _kept(db, series, field, before, editor, at=at)


async def take_back(db: Connection, series_id: int, field: str, editor: Editor, *, at: datetime) -> Change | None:
    """Let a field be what the sources say again; give None where no correction of the editor's guild stands.

    Raises `TooLate` for a series that is gone.
    """
    series = await require(db, series_id, editor)
    before = await word_of(db, series, field, editor)
    if before.by is None:
        return None
    await _set(db, series_id, field, FieldValue(None), editor, at=at)
    return await _kept(db, series, field, before, editor, at=at)


async def restore(
    db: Connection, series_id: int, field: str, word: FieldValue, editor: Editor, *, at: datetime
) -> Change | None:
    """Let a field be what it was: an earlier correction, or the sources' word. Raises `TooLate` as the others do."""
    series = await require(db, series_id, editor)
    before = await word_of(db, series, field, editor)
    await _set(db, series_id, field, word, editor, at=at)
    return await _kept(db, series, field, before, editor, at=at)


async def require(db: Connection, series_id: int, editor: Editor) -> Series:
    """Give a series that an editor may change, without a guild's corrections. Raises `SeriesGone` for none."""
    series = await catalogue.series_by_id(db, series_id)
    if series is None or series.guild_id not in {None, editor.guild_id}:
        raise SeriesGone(series_id)
    return series


async def word_of(db: Connection, series: Series, field: str, editor: Editor) -> FieldValue:
    """Give what stands of a field for the editor's guild (or for everybody), and whose word it is if a person's."""
    found = await corrections.corrections_of(
        db, [series.id], guild_ids=[] if editor.guild_id is None else [editor.guild_id]
    )
    for each in found.get(series.id, ()):
        if each.field == field and each.guild_id == editor.guild_id:
            return FieldValue(each.value, each.by, each.at)
    return FieldValue(field != HIDDEN and value_of(series, field))


async def as_opened(
    db: Connection, series_id: int, fields: Iterable[str], editor: Editor, opened_at: datetime
) -> tuple[Series, Mapping[str, Change]]:
    """Give the series as the editor saw it on opening a form, and by field the latest change of it since then.

    Raises `TooLate` for a series that is gone.
    """
    known = await require(db, series_id, editor)
    series = known
    if editor.guild_id is not None:
        (series,) = await corrections.corrected_for_guild(db, [known], editor.guild_id, hidden_too=True)
    since: dict[str, Change] = {}
    for change in await history.since(db, series_id, editor.guild_id, opened_at):
        if change.field not in fields:
            continue
        if change.guild_id != editor.guild_id and (await word_of(db, known, change.field, editor)).by is not None:
            continue  # what all share isn't seen where their guild has its own word
        if change.field not in since and change.old is not None:
            series = with_value(series, change.field, change.old.value)
        since[change.field] = change
    return series, since


def _is_own(series: Series) -> bool:
    return series.guild_id is not None


async def _set(db: Connection, series_id: int, field: str, word: FieldValue, editor: Editor, *, at: datetime) -> None:
    """Let a word stand; where it is nobody's, let the sources' word stand."""
    series = await require(db, series_id, editor)
    before = await word_of(db, series, field, editor)
    if _is_own(series):
        await catalogue.save_series(db, with_value(series, field, word.value))
    elif word.by is None or word.at is None:
        await corrections.take_back(db, series.id, field, guild_id=editor.guild_id)
    else:
        said = Correction(field, word.value, word.by, word.at, editor.guild_id)
        await corrections.correct(db, series.id, said)
    if not _is_own(series):
        async with editing(db, series.id, at=at, actor=str(editor.by)) as merge:
            if word.by is not None:
                merge.remember_starter()
            if editor.guild_id is None:
                merge.settle_fields()
    if editor.guild_id is not None and field in TITLE_FIELDS and not _is_own(series):
        await _let_be_found(db, series.id, before, word, editor.guild_id)
    if field == "episodes":
        async with editing(db, series_id, at=at, guild_id=series.guild_id) as merge:
            merge.name_the_last()


async def _let_be_found(db: Connection, series_id: int, before: FieldValue, word: FieldValue, guild_id: int) -> None:
    """Let a corrected title be searched for as an alias of the guild's, for as long as the correction stands."""
    if before.by is not None and before.value:
        old = await aliases.get(db, series_id, before.value, guild_id=guild_id)
        if old is not None and (old.by, old.at) == (before.by, before.at):
            await aliases.remove(db, old.id)
    if word.by is not None and word.at is not None and word.value:
        await aliases.add(db, aliases.Alias(0, series_id, word.value, word.by, word.at, guild_id))


async def _kept(
    db: Connection, series: Series, field: str, before: FieldValue, editor: Editor, *, at: datetime
) -> Change | None:
    after = await word_of(db, await require(db, series.id, editor), field, editor)
    if after == before:
        return None
    change = Change(0, series.id, field, at, str(editor.by), editor.guild_id, before, after)
    return await history.add(db, change)


# --- aliases ----------------------------------------------------------------------------------------------------------


async def add_alias(db: Connection, series_id: int, alias: str, editor: Editor, *, at: datetime) -> Change | None:
    """Let a series go by one more name; give None where it does already. Raises `TooLate` for a series that is gone."""
    series = await require(db, series_id, editor)
    if fold(alias) in {fold(title) for title in series.titles.all}:
        return None
    new = aliases.Alias(0, series.id, alias, editor.by, at, editor.guild_id)
    if not await aliases.add(db, new):
        return None
    change = Change(0, series.id, alias_field(alias), at, str(editor.by), editor.guild_id, None, FieldValue(alias))
    return await history.add(db, change)


async def remove_alias(db: Connection, series_id: int, alias: str, editor: Editor, *, at: datetime) -> Change | None:
    """Let a series no longer go by a name that people gave it; give None where it has no such name from them."""
    known = await aliases.get(db, series_id, alias, guild_id=editor.guild_id)
    if known is None:
        return None
    await aliases.remove(db, known.id)
    old = FieldValue(known.alias, known.by, known.at)
    return await history.add(
        db, Change(0, series_id, alias_field(alias), at, str(editor.by), editor.guild_id, old, None)
    )


async def aliases_of(db: Connection, series: Series, editor: Editor) -> list[aliases.Alias]:
    """Give the names that people gave a series, but not those that are there for a corrected title."""
    known = await aliases.of_series(db, series.id, guild_id=editor.guild_id)
    titles = [await word_of(db, series, field, editor) for field in TITLE_FIELDS]
    corrected = {(word.value, word.by, word.at) for word in titles}
    return [each for each in known if (each.alias, each.by, each.at) not in corrected]


async def add_series(db: Connection, new: Series, editor: Editor, *, at: datetime) -> Series:
    """Add a series for a guild, or for everybody, and give it back with its id and a slug of its own."""
    for slug in slugs_for(new):
        if await catalogue.series_by_slug(db, slug, guild_id=editor.guild_id) is None:
            break
    added = await catalogue.save_series(db, replace(new, id=0, slug=slug, guild_id=editor.guild_id))
    await history.add(db, _change(added, editor, at, old=None, new=FieldValue(added.titles.main)))
    return added


async def delete_series(db: Connection, series_id: int, editor: Editor, *, at: datetime) -> Series:
    """Delete a guild's own series, with all that goes with it; it can't be undone.

    Raises `SharedSeries` for one of those, and `SeriesGone`.
    """
    series = await require(db, series_id, editor)
    if series.guild_id is None:
        raise SharedSeries(series_id)
    await catalogue.remove_series(db, series_id)
    await history.add(db, _change(series, editor, at, old=FieldValue(series.titles.main), new=None))
    return series


async def hide_series(db: Connection, series_id: int, editor: Editor, *, at: datetime) -> Series:
    """Leave a shared series out of all that a guild sees, or that anybody does; raise `TooLate` for one that is gone.

    It can be undone, and no source brings it back meanwhile.
    """
    series = await require(db, series_id, editor)
    await correct(db, series_id, HIDDEN, True, editor, at=at)
    return series


def _change(series: Series, editor: Editor, at: datetime, *, old: FieldValue | None, new: FieldValue | None) -> Change:
    return Change(0, series.id, SERIES_FIELD, at, str(editor.by), editor.guild_id, old, new)
