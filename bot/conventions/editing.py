"""What people do to editions: add and change them, for their guild or for everybody, and undo what was changed."""

from dataclasses import replace
from datetime import datetime

from bot.catalogue.model import Editor
from bot.conventions.changes import (
    ADDED,
    PANEL_FIELD,
    EditionChange,
    as_everybodys,
    changed_fields,
    panel_field,
    panel_values_of,
    values_of,
    with_panel_values,
    with_values,
)
from bot.conventions.model import Edition, EditionOrigin, Panel, panel_due
from bot.conventions.store import editions, history, panels
from bot.database.engine import Connection
from bot.database.tables import watermark
from bot.dates.zones import day_in
from bot.errors import TooLate


class EditionGone(TooLate):
    """The edition isn't in the catalogue any more."""


class CannotUndoEdition(TooLate):
    """A change can't be undone: something was changed since (`is_overtaken`), or nobody knows it any more."""

    def __init__(self, *, is_overtaken: bool) -> None:
        super().__init__("overtaken" if is_overtaken else "gone")
        self.is_overtaken = is_overtaken


def _origin_of(editor: Editor) -> EditionOrigin:
    return EditionOrigin.OWNERS if editor.guild_id is None else EditionOrigin.MODERATORS


async def add_edition(db: Connection, new: Edition, editor: Editor, *, at: datetime) -> Edition:
    """Add an edition for a guild, or for everybody, and give it with its id and a slug of its own."""
    slug = await editions.free_slug(db, new.name)
    said = replace(
        new, slug=slug, origin=_origin_of(editor), guild_id=editor.guild_id, verified_on=day_in(new.zone, at)
    )
    added = await editions.save_edition(db, said, guild_id=editor.guild_id)
    of_name = values_of(added, "name")
    await history.add_change(db, EditionChange(0, added.id, ADDED, at, editor.by, editor.guild_id, None, of_name))
    return added


async def change_edition(
    db: Connection, before: Edition, after: Edition, editor: Editor, *, at: datetime
) -> list[EditionChange]:
    """Let an edition be another for a guild, or for everybody, and give what changed.

    It counts as looked up that day. A guild's word on a shared edition is its own edition of the same slug.
    """
    base_id = await editions.base_of(db, before)
    verified_on = day_in(after.zone, at)
    said = replace(after, origin=_origin_of(editor), verified_on=verified_on, guild_id=editor.guild_id)
    saved = await editions.save_edition(db, said, guild_id=editor.guild_id)
    return [
        await history.add_change(
            db,
            EditionChange(
                0, base_id, field, at, editor.by, editor.guild_id, values_of(before, field), values_of(saved, field)
            ),
        )
        for field in changed_fields(before, after)
    ]


async def edition_of(db: Connection, edition_id: int, editor: Editor) -> Edition:
    """Give an edition as it stands for an editor's guild, or for everybody. Raises `EditionGone`."""
    found = await editions.edition_by_id(db, edition_id, guild_id=editor.guild_id)
    if found is None:
        raise EditionGone(str(edition_id))
    return found


async def undo_change(db: Connection, change_id: int, editor: Editor, *, at: datetime) -> EditionChange:
    """Undo a change, by whom it is for, and give it.

    A guild's first word on something that all share gives way to what that is by now; where nothing of its own is left
    of its word, the shared edition or panel counts there again. Raises `CannotUndoEdition` and `EditionGone`.
    """
    change = await history.change_by_id(db, change_id, editor.guild_id)
    if change is None or change.guild_id != editor.guild_id:
        raise CannotUndoEdition(is_overtaken=False)
    if not await history.is_latest(db, change):
        raise CannotUndoEdition(is_overtaken=True)
    before = await edition_of(db, change.base_id, editor)
    if change.field.startswith(PANEL_FIELD):
        await _undo_panel(db, change, editor, at=at)
        return change
    if change.old is None:
        await editions.remove_edition(db, before)
        await history.forget_changes(db, change.base_id, editor.guild_id)
        return change
    old, shared = change.old, None
    if editor.guild_id is not None:
        shared = await editions.edition_by_slug(db, before.slug)
    if shared is not None and await history.is_first(db, change):
        old = values_of(shared, change.field)
    await change_edition(db, before, with_values(before, old), editor, at=at)
    if shared is not None:
        await _drop_if_as_shared(db, shared, editor)
    return change


async def _drop_if_as_shared(db: Connection, shared: Edition, editor: Editor) -> None:
    own = await editions.edition_by_slug(db, shared.slug, guild_id=editor.guild_id)
    if own is not None and own.guild_id and as_everybodys(own, shared) == own:
        await editions.remove_edition(db, own)


# --- panels -----------------------------------------------------------------------------------------------------------


class PanelGone(TooLate):
    """The panel isn't on the programme any more."""


async def panel_of(db: Connection, panel_id: int, editor: Editor) -> Panel:
    """Give a panel as it stands for an editor's guild, or for everybody. Raises `PanelGone`."""
    found = await panels.panel_by_id(db, panel_id, guild_id=editor.guild_id)
    if found is None:
        raise PanelGone(str(panel_id))
    return found


async def keep_panel(db: Connection, before: Panel | None, after: Panel, editor: Editor, *, at: datetime) -> Panel:
    """Add a panel, or let it be another, for a guild or for everybody, and note what was changed.

    A guild's word on a shared panel is its own panel in the place of that.
    """
    due = panel_due(after, before, scanned=await watermark(db), now=at)
    said = replace(after, guild_id=editor.guild_id, anchor_at=due)
    if before is not None and before.guild_id != editor.guild_id:
        said = replace(said, id=0, overrides_id=before.id)
    saved = await panels.save_panel(db, said, at=at)
    old = None if before is None else panel_values_of(before)
    change = EditionChange(
        0, saved.edition_id, panel_field(saved), at, editor.by, editor.guild_id, old, panel_values_of(saved)
    )
    await history.add_change(db, change)
    return saved


async def _undo_panel(db: Connection, change: EditionChange, editor: Editor, *, at: datetime) -> None:
    """Undo what was changed of a panel. One that was added goes, or is called off where channels were told of it."""
    now = await panel_of(db, int(change.field.removeprefix(PANEL_FIELD)), editor)
    if change.old is not None:
        old, shared = change.old, None
        if now.overrides_id is not None:
            shared = await panels.panel_by_id(db, now.overrides_id, guild_id=None)
        if shared is not None and await history.is_first(db, change):
            old = panel_values_of(shared)
        back = await keep_panel(db, now, with_panel_values(now, old), editor, at=at)
        if shared is not None and panel_values_of(shared) == panel_values_of(back):
            await panels.remove_panel(db, back, at=at)
    elif now.anchor_at is not None and now.anchor_at <= at and not now.cancelled:
        await keep_panel(db, now, replace(now, cancelled=True), editor, at=at)
    else:
        await panels.remove_panel(db, now, at=at)
        await history.forget_changes(db, change.base_id, editor.guild_id, field=change.field)
