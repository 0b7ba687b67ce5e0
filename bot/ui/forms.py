"""What modals are made of, what was typed in them, and what stands under every draft."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import discord

from bot.ui.components import static_view
from bot.ui.text import lines_within, quote

INPUT_LENGTH: Final = 4000
"""Discord: the most that a text input holds. No field is given less, because Discord would cut what is pasted into it
without a word; what is too long for its place is answered with how much, and kept."""
_UNSTORABLE: Final = re.compile("[\0\ud800-\udfff]")


def text_input(
    custom_id: str, value: str, *, required: bool = False, placeholder: str | None = None, most: int = INPUT_LENGTH
) -> discord.ui.TextInput[Any]:
    """Make a field for a line of text that holds `value`, cut to `most` characters."""
    return discord.ui.TextInput(
        custom_id=custom_id,
        default=value[:most] or None,
        placeholder=placeholder,
        required=required,
        max_length=most,
    )


def label(text: str, description: str, component: discord.ui.TextInput[Any]) -> discord.ui.Label[Any]:
    """Make a field with its name and what to type in it."""
    return discord.ui.Label(text=text, description=description, component=component)


PAGE_FIELD: Final = "number"


def page_form(custom_id: str, last: int) -> discord.ui.Modal:
    """Make the modal that asks for the number of a page; `last` is that of the last one, counted from 0."""
    form = discord.ui.Modal(title="Go to a page", custom_id=custom_id)
    form.add_item(label("Page", f"A number from 1 to {last + 1}.", text_input(PAGE_FIELD, "", required=True)))
    form.stop()
    return form


def page_problem_text(typed: str, last: int) -> str:
    """Say that what was typed is no page's number."""
    return f"I couldn't read {quote(typed, 60)} as a page. Type a number from 1 to {last + 1}."


def values_in(components: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Read what a submitted modal says, from the interaction's `components`: each field's text by its custom_id.

    U+FFFD stands for each sign that no database holds: NUL, and halves of surrogate pairs.
    """
    typed = {}
    for component in components:
        # An input lies within a label, or, from old clients, in a row.
        for field in component.get("components") or [component.get("component", component)]:
            if "custom_id" in field:
                value = field.get("value")
                typed[field["custom_id"]] = _UNSTORABLE.sub("\ufffd", value if isinstance(value, str) else "")
    return typed


UNSAVED_TEXT: Final = (
    "**I can't save right now.** Nothing was changed. What you typed is below, and I remember it until I restart: "
    "press **Try again** in a minute."
)
_PROBLEMS_LENGTH: Final = 1500
"""Of a message's 2,000 characters, those for what is wrong."""

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

    def preview(
        self,
        draft_id: int,
        *first: _Button,
        edit: str | None = "Edit",
        further: Sequence[discord.ui.Select[Any]] = (),
    ) -> discord.ui.View:
        """Make the buttons of a preview: what the draft can become, Edit and Cancel, and further choices below.

        `edit` is the name of Edit; None leaves it out.
        """
        editing = [self.button(edit, "edit", draft_id)] if edit else []
        return static_view(*first, *editing, self._cancel(draft_id), *further)

    def refused(self, draft_id: int, *first: _Button, edit: str = "Edit") -> discord.ui.View:
        """Make the buttons of a refusal: what would correct the draft at once, Edit and Cancel."""
        return static_view(*first, self.button(edit, "edit", draft_id, _Style.primary), self._cancel(draft_id))

    def unsaved(self, draft_id: int) -> discord.ui.View:
        """Make the button Try again of a draft that couldn't be stored."""
        return static_view(self.button("Try again", "again", draft_id, _Style.primary))

    def _cancel(self, draft_id: int) -> _Button:
        return self.button("Cancel", "cancel", draft_id, _Style.danger)


def refused_text(done: str, problems: Sequence[str]) -> str:
    """Say what to correct before a draft can be `done`: posted, or saved."""
    listed = lines_within([f"- {problem}" for problem in problems], _PROBLEMS_LENGTH)
    return f"**This can't be {done} yet.**\n{listed}\nNothing is lost: press **Edit** to fix it."
