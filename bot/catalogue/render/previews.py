"""Previews of changes to the catalogue, dates among them: what they show, and the buttons beneath."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

import discord

from bot.catalogue.model import Series
from bot.catalogue.records import Change
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.render import release_names
from bot.catalogue.render.airing import short_date
from bot.catalogue.render.dates import as_read, question, told_apart
from bot.catalogue.render.history import change_words, release_name, release_state
from bot.catalogue.render.names import shown_title
from bot.dates.airdate import AirDate
from bot.ui import components
from bot.ui.components import SNOWFLAKE, static_view
from bot.ui.forms import DraftButtons, label, text_input
from bot.ui.text import count, escape, length, lines_within, plain, quote

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
    embed = discord.Embed(colour=components.QUIET_COLOUR)
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
    return [*lines, "**Save** replaces it with yours."] if lines else []


def whose_words(*, everywhere: bool) -> str:
    """Say for whom a change is made."""
    return "for **all servers**" if everywhere else "in this server only"


WHEN_FORM: Final = "catalogue:when:{draft_id}"
WHEN_FORM_TEMPLATE: Final = rf"catalogue:when:(?P<draft_id>{SNOWFLAKE})"
WHEN_LENGTH: Final = 200
CHANGE: Final = "Change"
_EXAMPLES: Final = "2024-01-10 25:25 JST, 2024-01-10, January 2024, Winter 2024, TBA or cancelled"


def when_form(draft_id: int, typed: str) -> discord.ui.Modal:
    """Make the modal that asks for the date again, with what was typed."""
    form = discord.ui.Modal(title="When does it come out?", custom_id=WHEN_FORM.format(draft_id=draft_id))
    field = text_input("when", typed, required=True, placeholder=_EXAMPLES, most=WHEN_LENGTH)
    form.add_item(label("When", "As exact as it is known, or “cancelled”.", field))
    form.stop()
    return form


def date_preview_text(
    series: Series,
    wanted: Release,
    standing: Release | None,
    others: Sequence[Change],
    *,
    everywhere: bool,
    run: Sequence[Release] = (),
) -> str:
    """Tell what a date was read as, which release it is of, and what stood before; and all that a `run` dates."""
    name = f"**{shown_title(series, 150)}**, {release_name(wanted)}"
    if wanted.cancelled:
        lines = [f"{name} is **cancelled**: right?", "Nothing more about it is posted until it has a date again."]
    else:
        lines = [f"{name}: {question(wanted.date)}"]
    if standing is None:
        lines.append("It had no date before.")
    elif standing.cancelled or standing.date != wanted.date:
        lines.append(f"Until now: {release_state(standing)}.")
    if run:
        dated = [f"- {release_names.in_list(each)}: {_state(each)}" for each in run]
        hidden = len(run) - RUN_LISTED - 1
        middle = [f"- … and {hidden} more"] if hidden > 0 else dated[RUN_LISTED:-1]
        lines += ["This dates:", *dated[:RUN_LISTED], *middle, dated[-1]]
    elif wanted.kind is ReleaseKind.PREMIERE and (series.episodes or 1) > 1:
        lines.append("Its other episodes keep their dates, or have none; `what:2-12 weekly` dates several in one go.")
    lines.append(
        f"**Save** changes this {whose_words(everywhere=everywhere)}, and tells channels that get its releases."
    )
    return lines_within([*lines, *others_words(others)], WORDS_LENGTH)


RUN_LISTED: Final = 4
"""So many of a run's first episodes are listed, and the last."""


def _state(release: Release) -> str:
    return "cancelled" if release.cancelled else short_date(release.date)


def date_buttons(draft_id: int, *, has_word: bool) -> discord.ui.View:
    """Make the buttons to save, change and cancel, and the way back to the source's date where a correction stands."""
    style = discord.ButtonStyle
    back = [CORRECTION_BUTTONS.button("Back to the source's date", "back", draft_id)] if has_word else []
    return static_view(
        CORRECTION_BUTTONS.button("Save", "save", draft_id, style.primary),
        CORRECTION_BUTTONS.button("Save, don't tell channels", "quiet", draft_id),
        CORRECTION_BUTTONS.button(CHANGE, "edit", draft_id),
        *back,
        CORRECTION_BUTTONS.button("Cancel", "cancel", draft_id, style.danger),
    )


def unread_text(why: str) -> str:
    """Say that a date wasn't understood, and why."""
    return f"{why}\nNothing was changed: press **{CHANGE}** to correct it."


def unread_buttons(draft_id: int) -> discord.ui.View:
    """Make the buttons to change and cancel. Needs a running event loop."""
    return CORRECTION_BUTTONS.refused(draft_id, edit=CHANGE)


def choices_text(typed: str, why: str, choices: Iterable[AirDate]) -> str:
    """Say that a date has several meanings, and list them."""
    listed = "\n".join(f"- {as_read(choice)}" for choice in choices)
    return f"{quote(typed)} has several meanings. {why}\n{listed}\nWhich one do you mean?"


def choice_buttons(draft_id: int, choices: Sequence[AirDate]) -> discord.ui.View:
    """Make a button for each meaning, and those to change and cancel. Needs a running event loop."""
    buttons: list[discord.ui.Item[Any]] = [
        CORRECTION_BUTTONS.button(
            plain(told_apart(choice), 80), f"choose{number}", draft_id, discord.ButtonStyle.primary
        )
        for number, choice in enumerate(choices)
    ]
    return static_view(
        *buttons,
        CORRECTION_BUTTONS.button(CHANGE, "edit", draft_id),
        CORRECTION_BUTTONS.button("Cancel", "cancel", draft_id, discord.ButtonStyle.danger),
    )


def run_saved_text(series: Series, changes: Sequence[Change], *, everywhere: bool, told_in: timedelta | None) -> str:
    """Tell that several episodes were dated in one go, and after how long channels hear of it; None for never."""
    return (
        f"**Saved**, {whose_words(everywhere=everywhere)}: **{shown_title(series, 150)}**, "
        f"{count(len(changes), 'episode')}.\n{_told_in(told_in)} Undo each with `/catalogue history`."
    )


def _told_in(told_in: timedelta | None) -> str:
    if told_in is None:
        return "No channel is told of the change."
    return f"Channels that get its releases hear of the change {f'in {length(told_in)}' if told_in else 'now'}."


def date_saved_text(
    series: Series, change: Change | None, *, everywhere: bool, told_in: timedelta | None = None
) -> str:
    """Tell what became of a release's date, and after how long channels hear of it; None where they don't."""
    if change is None:
        return "Nothing changed: that is already its date."
    known = change.new or change.old
    of = release_name(known.value) if known else "It"
    became = release_state(change.new.value) if change.new else "not known any more"
    return (
        f"**Saved**, {whose_words(everywhere=everywhere)}: **{shown_title(series, 150)}**, {of}: {became}.\n"
        f"{_told_in(told_in)} Undo it with `/catalogue history`."
    )
