"""The forms in which a series' fields are changed and a series is written by hand, and their previews."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import discord

from bot.catalogue.changes import Change
from bot.catalogue.fields import FIELD_STORY_LENGTH, GROUPS, Group
from bot.catalogue.render.drafts import WORDS_LENGTH, others_words, whose_words
from bot.catalogue.render.words import change_words, field_name
from bot.ui.forms import label, text_input
from bot.ui.text import escape, lines_within
from bot.ui.views import SNOWFLAKE

EDIT_FORM: Final = "catalogue:edit:{draft_id}:{series_id}:{group}:{everywhere}"
EDIT_FORM_TEMPLATE: Final = (
    rf"catalogue:edit:(?P<draft_id>{SNOWFLAKE}):(?P<series_id>{SNOWFLAKE}):(?P<group>{'|'.join(Group)}):"
    "(?P<everywhere>[01])"
)
HAND_FORM: Final = "catalogue:hand:{draft_id}:{everywhere}"
HAND_FORM_TEMPLATE: Final = rf"catalogue:hand:(?P<draft_id>{SNOWFLAKE}):(?P<everywhere>[01])"
HAND_FIELDS: Final = ("title_english", "title_native", "kind", "story", "site")
KIND_FIELD: Final = "kind"
"""The field of the form for a new series that holds its format and its episodes."""

_HINTS: Final[Mapping[str, str]] = {
    "title_english": "The name to show first.",
    "title_romaji": "As it is written in Latin letters in Japan.",
    "title_native": "In its own script.",
    "story": f"Up to {FIELD_STORY_LENGTH:,} characters, without markdown.",
    "studio": "Who makes it.",
    "episodes": "How many; nothing where it isn't known.",
    "site": "Its address.",
    "format": "tv, film, ova, ona or special.",
    "picture": "The address of a poster.",
    "adult": "yes or no.",
    "anilist_id": "The number in its address there.",
    "myanimelist_id": "The number in its address there.",
    "credits": "A line for each: Director: Motonobu Hori",
    "services": "A line for each: Crunchyroll https://www.crunchyroll.com/…",
    KIND_FIELD: "Its format and its episodes: tv 12, film, ova 2, ona, special.",
}
_LONG: Final = {"story", "credits", "services"}


def edit_form(
    draft_id: int, series_id: int, group: Group, typed: Mapping[str, str], *, everywhere: bool
) -> discord.ui.Modal:
    """Make the modal in which a group of a series' fields is changed.

    It holds what stands in the fields, or was typed before.
    """
    custom_id = EDIT_FORM.format(draft_id=draft_id, series_id=series_id, group=group.value, everywhere=int(everywhere))
    title = "Correct for all servers" if everywhere else "Correct in this server"
    return _form(title, custom_id, GROUPS[group], typed)


def hand_form(draft_id: int, typed: Mapping[str, str], *, everywhere: bool) -> discord.ui.Modal:
    """Make the modal in which a series is written by hand."""
    custom_id = HAND_FORM.format(draft_id=draft_id, everywhere=int(everywhere))
    return _form("A series by hand", custom_id, HAND_FIELDS, typed)


def _form(title: str, custom_id: str, fields: Iterable[str], typed: Mapping[str, str]) -> discord.ui.Modal:
    form = discord.ui.Modal(title=title, custom_id=custom_id)
    for field in fields:
        held = text_input(field, typed.get(field, ""))
        if field in _LONG:
            held.style = discord.TextStyle.paragraph
        form.add_item(label("Format" if field == KIND_FIELD else field_name(field), _HINTS[field], held))
    form.stop()
    return form


def edit_preview_text(changes: Sequence[Change], others: Sequence[Change], *, everywhere: bool) -> str:
    """Write what stands above the card as it will be."""
    lines = [f"**Preview.** **Save** changes this {whose_words(everywhere=everywhere)}:"]
    lines += [f"- {change_words(change)}" for change in changes]
    return lines_within([*lines, *others_words(others)], WORDS_LENGTH)


def saved_text(changes: Sequence[Change], *, everywhere: bool) -> str:
    """Tell what was changed."""
    if not changes:
        return NOTHING_CHANGED
    lines = [f"**Saved**, {whose_words(everywhere=everywhere)}:", *(f"- {change_words(each)}" for each in changes)]
    return lines_within([*lines, "`/catalogue history` shows it, and undoes it."], WORDS_LENGTH)


NOTHING_CHANGED: Final = "Nothing was changed: everything is like that already."


def hand_preview_text(*, everywhere: bool) -> str:
    """Write what stands above the card of a new series."""
    return (
        f"**Preview.** **Save** adds this series {whose_words(everywhere=everywhere)}. "
        "`/catalogue date` gives it a date then, and `/catalogue trailer` a trailer."
    )


def hand_saved_text(title: str) -> str:
    """Say that a series was added by hand."""
    return (
        f"**Saved.** **{escape(title, 200)}** is in the catalogue now. `/catalogue date` says when it comes out, "
        "`/watchlist add` lets this server's channels hear of it."
    )


def named(fields: Mapping[str, Any]) -> dict[str, str]:
    """Give what was typed, by the names that people know the fields by."""
    return {"Format" if field == KIND_FIELD else field_name(field): str(typed) for field, typed in fields.items()}
