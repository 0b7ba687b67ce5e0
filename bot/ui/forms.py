"""What modals are made of, and what was typed in them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import discord

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


def values_in(components: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Read what a submitted modal says, from the interaction's `components`: each field's text by its custom_id."""
    return dict(_values(components))


def _values(components: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield custom_id and text of a modal's inputs, each within a label (or, from old clients, a row)."""
    for component in components:
        inside = component.get("components") or [component.get("component", component)]
        yield from ((field["custom_id"], _storable(field.get("value"))) for field in inside if "custom_id" in field)


def _storable(value: object) -> str:
    """Give what was typed, with U+FFFD for each sign that no database holds: NUL, and halves of surrogate pairs."""
    return _UNSTORABLE.sub("\ufffd", value if isinstance(value, str) else "")
