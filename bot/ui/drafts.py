"""What stands under every draft: the buttons that save, change and give it up."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import discord

from bot.ui.text import lines_within
from bot.ui.views import static_view

UNSAVED_TEXT: Final = (
    "**My notebook can't be reached right now, so this is not kept yet.** What you typed is below, and I remember it "
    "until I am restarted: press **Try again** in a minute."
)
_PROBLEMS_LENGTH: Final = 1500
"""Of a message's 2,000 characters, those for what is to be mended."""

_Style = discord.ButtonStyle
_Button: TypeAlias = "discord.ui.Button[Any]"


@dataclass(frozen=True, slots=True)
class DraftButtons:
    """The buttons under the drafts of a subject. `custom_id` is theirs, with `{act}` and `{draft_id}` to be filled in.

    Whatever makes a view needs a running event loop.
    """

    custom_id: str

    def button(self, label: str, act: str, draft_id: int, style: discord.ButtonStyle = _Style.secondary) -> _Button:
        """Make a button that does something to a draft."""
        custom_id = self.custom_id.format(act=act, draft_id=draft_id)
        return discord.ui.Button(label=label, style=style, custom_id=custom_id)

    def preview(self, draft_id: int, *first: _Button, edit: str | None = "Edit") -> discord.ui.View:
        """Make the buttons of a preview: what the draft can become, Edit and Cancel.

        `edit` is the name of Edit; None leaves it out.
        """
        editing = [self.button(edit, "edit", draft_id)] if edit else []
        return static_view(*first, *editing, self._cancel(draft_id))

    def refused(self, draft_id: int, *first: _Button, edit: str = "Edit again") -> discord.ui.View:
        """Make the buttons of a refusal: what would mend the draft at once, Edit again and Cancel."""
        return static_view(*first, self.button(edit, "edit", draft_id, _Style.primary), self._cancel(draft_id))

    def unsaved(self, draft_id: int) -> discord.ui.View:
        """Make the button Try again of a draft that couldn't be stored."""
        return static_view(self.button("Try again", "again", draft_id, _Style.primary))

    def _cancel(self, draft_id: int) -> _Button:
        return self.button("Cancel", "cancel", draft_id, _Style.danger)


def refused_text(done: str, problems: Sequence[str]) -> str:
    """Say what is to be mended before a draft can be `done`: posted, or saved."""
    listed = lines_within([f"- {problem}" for problem in problems], _PROBLEMS_LENGTH)
    return f"**This can't be {done} yet.**\n{listed}\nEverything you typed is kept: press **Edit again** to mend it."
