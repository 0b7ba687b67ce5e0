"""Forms in which editions are added and changed, what their previews say, and their history."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import discord

from bot.catalogue.render.previews import CORRECTION_BUTTONS, WORDS_LENGTH, whose_words
from bot.conventions.changes import EditionChange
from bot.conventions.fields import EDITION_GROUPS, EditionGroup
from bot.conventions.model import Edition
from bot.conventions.render.fields import (
    EDITION_FIELD_NAMES,
    edition_change_words,
    edition_field_words,
    told_change_words,
)
from bot.pages import Page
from bot.ui import components
from bot.ui.components import PAGE, SNOWFLAKE, page_layout, static_page
from bot.ui.forms import label, text_input
from bot.ui.text import escape, lines_within, relative

EDITION_FORM: Final = "convention:form:{group}:{everywhere}:{edition_id}:{like_id}:{draft_id}"
EDITION_FORM_TEMPLATE: Final = (
    r"convention:form:(?P<group>card|details|days|guests):(?P<everywhere>[01]):(?P<edition_id>[0-9]{1,18}):"
    rf"(?P<like_id>[0-9]{{1,18}}):(?P<draft_id>{SNOWFLAKE})"
)
"""An edition of 0 is a new one, of the convention of `like_id`, where that isn't 0."""
EDITION_HISTORY_BUTTON: Final = "convention:history:{edition_id}:{{page}}"
EDITION_HISTORY_TEMPLATE: Final = rf"convention:history:(?P<edition_id>[0-9]{{1,18}}):{PAGE}"
EDITION_UNDO_BUTTON: Final = "convention:undo:{edition_id}:{change_id}:{page}"
EDITION_UNDO_TEMPLATE: Final = rf"convention:undo:(?P<edition_id>[0-9]{{1,18}}):(?P<change_id>[0-9]{{1,18}}):{PAGE}"
EDITION_HISTORY_PAGE_SIZE: Final = 6

_HINTS: Final[Mapping[str, str]] = {
    "name": "With its year or number, such as “Anime Expo 2027”.",
    "days": "“2–5 July 2027”, or as much as is known: “July 2027”.",
    "place": "With a comma between: “Los Angeles, United States”.",
    "venue": "Optional.",
    "site": "Optional. The address of its page.",
    "zone": "“America/Chicago”. Leave empty for that of the city.",
    "tickets": "Optional. “12 January 2027 10:00”, in its zone.",
    "status": "announced, confirmed, moved, online or cancelled.",
    "public": "Optional, where its last days are for the trade only.",
    "guests": "One on each line.",
    "source": "Optional. Where you read the dates.",
}
_TITLES: Final = {
    EditionGroup.CARD: "Convention",
    EditionGroup.DETAILS: "Convention: details",
    EditionGroup.DAYS: "When is it?",
    EditionGroup.GUESTS: "Guests",
}


def edition_form(
    draft_id: int, group: EditionGroup, typed: Mapping[str, str], *, edition_id: int, like_id: int, everywhere: bool
) -> discord.ui.Modal:
    """Make the modal in which a group of an edition's fields is typed, with what stands in them."""
    custom_id = EDITION_FORM.format(
        group=group.value, everywhere=int(everywhere), edition_id=edition_id, like_id=like_id, draft_id=draft_id
    )
    form = discord.ui.Modal(title=_TITLES[group], custom_id=custom_id)
    for field in EDITION_GROUPS[group]:
        held = text_input(field, typed.get(field, ""))
        if field == "guests":
            held.style = discord.TextStyle.paragraph
        form.add_item(label(EDITION_FIELD_NAMES[field], _HINTS[field], held))
    form.stop()
    return form


def edition_preview_buttons(draft_id: int) -> discord.ui.View:
    """Make the buttons Save, Edit, Details and Cancel. Needs a running event loop."""
    save = CORRECTION_BUTTONS.button("Save", "save", draft_id, discord.ButtonStyle.primary)
    return CORRECTION_BUTTONS.preview(draft_id, save, _details(draft_id))


def edition_refused_buttons(draft_id: int) -> discord.ui.View:
    """Make the buttons Details, Edit and Cancel. Needs a running event loop."""
    return CORRECTION_BUTTONS.refused(draft_id, _details(draft_id))


def _details(draft_id: int) -> discord.ui.Button[Any]:
    return CORRECTION_BUTTONS.button("Details", "details", draft_id)


def new_edition_text(new: Edition, *, everywhere: bool) -> str:
    """Write what stands above the card of a new edition."""
    whose, of = whose_words(everywhere=everywhere), escape(new.convention, 100)
    posts = "Channels that get conventions count down to it."
    if not new.is_dated:
        posts = "Nothing is posted until its days are known: set them with `/convention date`."
    return (
        f"**Preview.** **Save** adds this {whose}, as an edition of **{of}** by the clock of `{new.zone}`.\n{posts}\n"
        "**Details** has its time zone, tickets, status and source."
    )


def changed_edition_text(
    before: Edition, after: Edition, fields: Sequence[str], others: Sequence[EditionChange], *, everywhere: bool
) -> str:
    """Write what stands above the card of an edition as it will be, and what `others` changed meanwhile."""
    lines = [f"**Preview.** **Save** changes this {whose_words(everywhere=everywhere)}:"]
    lines += [f"- {edition_change_words(before, after, field)}" for field in fields]
    if "days" in fields or "status" in fields:
        lines.append(f"Channels that count down to it go by this from then on; **{TELL}** posts it to them, too.")
    lines += [f"⚠️ <@{each.by}> has changed this since you began: {told_change_words(before, each)}" for each in others]
    if others:
        lines.append("**Save** replaces it with yours.")
    return lines_within(lines, WORDS_LENGTH)


def move_buttons(draft_id: int) -> discord.ui.View:
    """Make the buttons Save, Save and tell channels, Edit and Cancel. Needs a running event loop."""
    save = CORRECTION_BUTTONS.button("Save", "save", draft_id, discord.ButtonStyle.primary)
    return CORRECTION_BUTTONS.preview(draft_id, save, CORRECTION_BUTTONS.button(TELL, "tell", draft_id))


TELL: Final = "Save and tell channels"
TOLD_TEXT: Final = "Channels that get this convention, or all of them, are told now, once each."


def move_headline(before: Edition, after: Edition) -> str:
    """Write what channels are told of new days, or that it is cancelled or held after all; the post escapes it."""
    days = edition_field_words(after, "days")
    if after.cancelled:
        return f"{after.name} is cancelled"
    if before.cancelled:
        return f"{after.name} is held after all: {days}"
    if not before.is_dated:
        return f"{after.name}: {days}"
    return f"{after.name} has moved to {days}"


def move_text(before: Edition) -> str | None:
    """Write when it was to be, as channels are told that it isn't; give None where that wasn't known."""
    if before.cancelled or not before.is_dated:
        return None
    return f"It was to be on {edition_field_words(before, 'days')}."


SAME_TEXT: Final = "Nothing changed: everything is already like that."


def same_days_text(edition: Edition, *, everywhere: bool) -> str:
    """Say that the days are those that are known, and can be kept as looked up today."""
    return (
        f"These are already the days of **{escape(edition.name, 150)}**. **Save** notes "
        f"{whose_words(everywhere=everywhere)} that you have looked them up today."
    )


def saved_edition_text(before: Edition | None, after: Edition, fields: Sequence[str], *, everywhere: bool) -> str:
    """Tell what was saved."""
    name, whose = escape(after.name, 150), whose_words(everywhere=everywhere)
    if before is None:
        return (
            f"**Saved**, {whose}: **{name}** is in `/conventions` now. Have a channel get its posts with "
            "`/channel subscribe what:conventions`."
        )
    lines = [
        f"**Saved**, {whose}: **{name}**",
        *(f"- {edition_change_words(before, after, field)}" for field in fields),
    ]
    return lines_within([*lines, "Undo it with `/convention history`."], WORDS_LENGTH)


def edition_history_layout(
    edition: Edition, page: Page[tuple[EditionChange, bool]], *, notice: str | None = None
) -> discord.ui.LayoutView:
    """Show a page of an edition's history; of each change with whether whoever reads of it can undo it."""
    blocks: list[discord.ui.Item[Any]] = [] if notice is None else [discord.ui.TextDisplay(notice)]
    blocks += [_change_block(edition, change, page.number, can_be_undone=undo) for change, undo in page.rows]
    if not page.rows:
        blocks.append(discord.ui.TextDisplay("Nothing has been changed yet. Change it with `/convention edit`."))
    return page_layout(
        f"History of {escape(edition.name, 150)}",
        blocks,
        colour=components.CONVENTION_COLOUR,
        page=page,
        button=EDITION_HISTORY_BUTTON.format(edition_id=edition.id),
    )


def _change_block(edition: Edition, change: EditionChange, page: int, *, can_be_undone: bool) -> discord.ui.Item[Any]:
    where = "" if change.guild_id else ", for all servers"
    text = f"{told_change_words(edition, change)}\n-# <@{change.by}>, {relative(change.at)}{where}"
    if not can_be_undone:
        return discord.ui.TextDisplay(text)
    custom_id = EDITION_UNDO_BUTTON.format(edition_id=edition.id, change_id=change.id, page=page)
    return discord.ui.Section(text, accessory=discord.ui.Button(label="Undo", custom_id=custom_id))


def gone_layout(text: str) -> discord.ui.LayoutView:
    """Show a text in the place of a history that is gone."""
    return static_page(discord.ui.TextDisplay(text))


def undone_edition_text(edition: Edition | None, change: EditionChange) -> str:
    """Say that a change was undone; without an edition, that it is gone with that."""
    if edition is None:
        return "**Undone**: the convention is no longer in the catalogue."
    return f"**Undone**: {told_change_words(edition, change)}"
