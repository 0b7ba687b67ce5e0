"""What stands under every preview of a change to the catalogue: the buttons that save, change and give it up."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

import discord

from bot.catalogue.changes import Change
from bot.catalogue.render.words import change_words
from bot.ui import colours
from bot.ui.custom_ids import SNOWFLAKE
from bot.ui.text import escape, lines_within
from bot.ui.views import still

DRAFT_BUTTON: Final = "catalogue:draft:{act}:{draft_id}"
DRAFT_TEMPLATE: Final = rf"catalogue:draft:(?P<act>[a-z]+[0-9]?):(?P<draft_id>{SNOWFLAKE})"
CANCELLED_TEXT: Final = "**Cancelled.** Nothing was changed."
UNSAVED_TEXT: Final = (
    "**My notebook can't be reached right now, so this is not kept yet.** What you typed is below, and I remember it "
    "until I am restarted: press **Try again** in a minute."
)
WORDS_LENGTH: Final = 1500
"""Of a message's 2,000 characters, those for what is changed."""

_Style = discord.ButtonStyle
_Button: TypeAlias = "discord.ui.Button[Any]"


def draft_button(label: str, act: str, draft_id: int, style: discord.ButtonStyle = _Style.secondary) -> _Button:
    """A button that does something to a draft."""
    return discord.ui.Button(label=label, style=style, custom_id=DRAFT_BUTTON.format(act=act, draft_id=draft_id))


def preview_buttons(draft_id: int, *, edit: str | None = "Edit") -> discord.ui.View:
    """Save, Edit (by the name that is given, if any) and Cancel. Needs a running event loop."""
    editing = [draft_button(edit, "edit", draft_id)] if edit else []
    return still(
        draft_button("Save", "save", draft_id, _Style.primary),
        *editing,
        draft_button("Cancel", "cancel", draft_id, _Style.danger),
    )


def refused_buttons(draft_id: int, *, edit: str = "Edit again") -> discord.ui.View:
    """Edit again and Cancel. Needs a running event loop."""
    return still(
        draft_button(edit, "edit", draft_id, _Style.primary),
        draft_button("Cancel", "cancel", draft_id, _Style.danger),
    )


def unsaved_buttons(draft_id: int) -> discord.ui.View:
    """Try again. Needs a running event loop."""
    return still(draft_button("Try again", "again", draft_id, _Style.primary))


def refused_text(problems: Sequence[str]) -> str:
    """What is to be mended before it can be saved."""
    listed = lines_within([f"- {problem}" for problem in problems], WORDS_LENGTH)
    return f"**This can't be saved yet.**\n{listed}\nEverything you typed is kept: press **Edit again** to mend it."


def typed_embed(typed: Mapping[str, str]) -> discord.Embed:
    """What was typed and couldn't be kept, to be copied."""
    embed = discord.Embed(colour=colours.QUIET)
    for name, value in list(typed.items())[:5]:
        if value.strip():
            embed.add_field(name=name, value=escape(value, 1000, lines=True), inline=False)
    return embed


def others_words(others: Sequence[Change]) -> list[str]:
    """Warnings of what others changed while this was written."""
    lines = []
    for change in others:
        who = f"<@{change.person}>" if change.person else escape(change.actor, 60)
        lines.append(f"⚠️ {who} has changed this since you began: {change_words(change)}")
    return [*lines, "**Save** puts yours in its place."] if lines else []


def whose_words(*, everywhere: bool) -> str:
    """For whom a change is made."""
    return "for **all servers**" if everywhere else "in this server alone"
