"""What stands under every preview of a change to the catalogue: the buttons that save, change and give it up."""

from collections.abc import Mapping, Sequence
from typing import Final

import discord

from bot.catalogue.changes import Change
from bot.catalogue.render.words import change_words
from bot.ui import colours
from bot.ui.drafts import DraftButtons
from bot.ui.text import escape
from bot.ui.views import SNOWFLAKE

CORRECTION_DRAFT_BUTTON: Final = "catalogue:draft:{act}:{draft_id}"
CORRECTION_DRAFT_TEMPLATE: Final = rf"catalogue:draft:(?P<act>[a-z]+[0-9]?):(?P<draft_id>{SNOWFLAKE})"
CORRECTION_CANCELLED_TEXT: Final = "**Cancelled.** Nothing was changed."
WORDS_LENGTH: Final = 1500
"""Of a message's 2,000 characters, those for what is changed."""

CORRECTION_BUTTONS: Final = DraftButtons(CORRECTION_DRAFT_BUTTON)


def preview_buttons(draft_id: int, *, edit: str | None = "Edit") -> discord.ui.View:
    """Make the buttons Save, Edit (by the name that is given, if any) and Cancel. Needs a running event loop."""
    save = CORRECTION_BUTTONS.button("Save", "save", draft_id, discord.ButtonStyle.primary)
    return CORRECTION_BUTTONS.preview(draft_id, save, edit=edit)


def typed_embed(typed: Mapping[str, str]) -> discord.Embed:
    """Show what was typed and couldn't be kept, to be copied."""
    embed = discord.Embed(colour=colours.QUIET_COLOUR)
    for name, value in list(typed.items())[:5]:
        if value.strip():
            embed.add_field(name=name, value=escape(value, 1000, lines=True), inline=False)
    return embed


def others_words(others: Sequence[Change]) -> list[str]:
    """Warn of what others changed while this was written."""
    lines = []
    for change in others:
        who = f"<@{change.person}>" if change.person else escape(change.actor, 60)
        lines.append(f"⚠️ {who} has changed this since you began: {change_words(change)}")
    return [*lines, "**Save** puts yours in its place."] if lines else []


def whose_words(*, everywhere: bool) -> str:
    """Say for whom a change is made."""
    return "for **all servers**" if everywhere else "in this server alone"
