"""Changes taken back: what was before a change stands again, and that is a change too."""

from datetime import datetime

from bot.catalogue.changes import Change, is_alias_field, release_id_of
from bot.catalogue.corrected_dates import say_date, take_back_date
from bot.catalogue.corrections import add_alias, remove_alias, restore
from bot.catalogue.origins import Editor
from bot.catalogue.records import FIELDS, HIDDEN, FieldValue
from bot.catalogue.store import history
from bot.database.engine import Connection
from bot.errors import NotAllowed, TooLate


def can_be_undone(change: Change, editor: Editor) -> bool:
    """Tell whether a change is one that this editor may take back, if nothing newer stands in its place."""
    if change.person is None or change.guild_id != editor.guild_id:
        return False
    if release_id_of(change.field) is not None:
        return change.new is not None
    return is_alias_field(change.field) or (change.field in {*FIELDS, HIDDEN} and change.old is not None)


async def undo(db: Connection, change_id: int, editor: Editor, *, at: datetime) -> Change:
    """Let what stood before a change stand again, and give the change undone.

    What stood is an earlier correction, or the sources' word. Raises `NotAllowed` for a change that is for everybody
    where the editor changes their guild's alone, and for one that can't be undone; `TooLate` where they see no such
    change, something newer stands in its place, or its series is gone.
    """
    change = await history.get(db, change_id, editor.guild_id)
    if change is None:
        raise TooLate("I don't know that change any more. `/catalogue history` shows those that I know.")
    if change.guild_id != editor.guild_id:
        raise NotAllowed(
            "Only the bot's owners can undo this. In your server, `/catalogue edit` and `date` take its place."
        )
    if not can_be_undone(change, editor):
        raise NotAllowed("This can't be undone. `/catalogue` can add it anew.")
    newest = await history.latest(db, change)
    if newest is not None and newest.id != change.id:
        raise TooLate(
            "This has been changed again since. `/catalogue history` shows how, and undoes the latest change."
        )
    await _put_back(db, change, editor, at)
    return change


async def _put_back(db: Connection, change: Change, editor: Editor, at: datetime) -> None:
    release_id = release_id_of(change.field)
    if release_id is not None:
        await _put_date_back(db, change, release_id, editor, at)
    elif not is_alias_field(change.field):
        await restore(db, change.series_id, change.field, change.old or FieldValue(None), editor, at=at)
    elif change.new is not None:
        await remove_alias(db, change.series_id, change.new.value, editor, at=at)
    elif change.old is not None:
        await add_alias(db, change.series_id, change.old.value, editor, at=at)


async def _put_date_back(db: Connection, change: Change, release_id: int, editor: Editor, at: datetime) -> None:
    old = change.old
    if old is not None and old.by is not None:
        await say_date(db, change.series_id, old.value, editor, at=at, since=old)
    elif not await take_back_date(db, change.series_id, release_id, editor, at=at, whole=old is None):
        raise TooLate("What this set stands no more; there is nothing to undo.")
