"""The forms in which a series is added, changed and written by hand, their previews, and what sources know of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

import discord

from bot.catalogue.fields import FIELD_STORY_LENGTH, GROUPS, Group
from bot.catalogue.model import Series
from bot.catalogue.records import Change, SourceRecord
from bot.catalogue.render.history import change_words, field_name
from bot.catalogue.render.names import FORMATS, shown_title, told_apart
from bot.catalogue.render.previews import WORDS_LENGTH, others_words, whose_words
from bot.catalogue.sources import AwayReason, SourceAway
from bot.ui.components import SNOWFLAKE, static_view
from bot.ui.forms import label, text_input
from bot.ui.text import count, escape, lines_within, list_words, plain, quote

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
    "title_romaji": "As it is written in Latin letters.",
    "title_native": "In its own script.",
    "story": f"Up to {FIELD_STORY_LENGTH:,} characters, without markdown.",
    "studio": "The studio that makes it.",
    "episodes": "How many. Leave empty if unknown.",
    "site": "The address of its official site.",
    "format": "tv, film, ova, ona or special.",
    "picture": "The address of a poster image.",
    "adult": "yes or no.",
    "anilist_id": "The number in its address there.",
    "myanimelist_id": "The number in its address there.",
    "credits": "One a line: Director: Motonobu Hori",
    "services": "One a line: Crunchyroll https://www.crunchyroll.com/…",
    KIND_FIELD: "Format and episodes: tv 12, film, ova 2, ona, special.",
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
    return _form("New series", custom_id, HAND_FIELDS, typed)


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
    return lines_within([*lines, "Undo it with `/catalogue history`."], WORDS_LENGTH)


NOTHING_CHANGED: Final = "Nothing changed: everything is already like that."


def hand_preview_text(*, everywhere: bool) -> str:
    """Write what stands above the card of a new series."""
    return (
        f"**Preview.** **Save** adds this series {whose_words(everywhere=everywhere)}. "
        "Then give it a date with `/catalogue date` and a trailer with `/catalogue trailer`."
    )


def hand_saved_text(title: str) -> str:
    """Say that a series was added by hand."""
    return (
        f"**Saved.** **{escape(title, 200)}** is in the catalogue now. Give it a date with "
        "`/catalogue date`, and get posts about it with `/watchlist add`."
    )


def named(fields: Mapping[str, Any]) -> dict[str, str]:
    """Give what was typed, by the names that people know the fields by."""
    return {"Format" if field == KIND_FIELD else field_name(field): str(typed) for field, typed in fields.items()}


TAKE_BUTTON: Final = "catalogue:take:{ref}"
TAKE_TEMPLATE: Final = r"catalogue:take:(?P<ref>(?:anilist|mal):[0-9]{1,10})"
SHOW_BUTTON: Final = "catalogue:show:{ref}"
SHOW_TEMPLATE: Final = r"catalogue:show:(?P<ref>(?:anilist|mal):[0-9]{1,10})"
HAND_BUTTON: Final = "catalogue:by-hand:{everywhere}:{title}"
HAND_TEMPLATE: Final = r"(?s:catalogue:by-hand:(?P<everywhere>[01]):(?P<title>.*))"
LOOK_BUTTON: Final = "catalogue:look:{title}"
LOOK_TEMPLATE: Final = r"(?s:catalogue:look:(?P<title>.+))"
WATCH_BUTTON: Final = "catalogue:watch:{series_id}"
WATCH_TEMPLATE: Final = r"catalogue:watch:(?P<series_id>[0-9]{1,18})"
FOLLOW_BUTTON: Final = "catalogue:follow:{series_id}:{anilist_id}"
FOLLOW_TEMPLATE: Final = rf"catalogue:follow:(?P<series_id>{SNOWFLAKE}):(?P<anilist_id>[0-9]{{1,10}})"
MOST_CANDIDATES_SHOWN: Final = 8
_TITLE_LENGTH: Final = 60
_Button = discord.ui.Button[Any]

SLOW_TEXT: Final = "AniList is slow. This message changes once it answers."
NO_SOURCE: Final = "No source is set up to look it up in. Write it by hand to add it to this server."
LOST_TEXT: Final = "AniList didn't answer. Try again later, or write the series by hand."


def ref_of(statement: SourceRecord) -> str | None:
    """Write the id by which a source's series is asked for again; give None where it has none."""
    series = statement.series
    if series.anilist_id is not None:
        return f"anilist:{series.anilist_id}"
    return f"mal:{series.myanimelist_id}" if series.myanimelist_id is not None else None


def nothing_text(typed: str) -> str:
    """Say that no source knows the series."""
    return f"No series on AniList matches {quote(typed)}. Try another of its titles, or write it by hand."


def away_text(away: SourceAway) -> str:
    """Say that the source gives no answer, and why."""
    return f"{_why_away(away)}\nTry again later, or write the series by hand."


def away_problem_text(away: SourceAway) -> str:
    """Say the same where the series can't be written by hand instead."""
    return f"{_why_away(away)} Try again in a minute."


def _why_away(away: SourceAway) -> str:
    match away.why:
        case AwayReason.TOO_MANY_ASKING:
            return "Too many people are asking AniList right now."
        case AwayReason.QUEUED:
            seconds = (away.length or timedelta()).total_seconds()
            return f"AniList allows only so many requests a minute. Yours is sent in about {seconds:.0f} s."
        case AwayReason.SLOW:
            return "AniList is slow to answer right now."
        case AwayReason.STOPPED:
            return "I was stopped before AniList answered."
        case AwayReason.HELD_BACK:
            return f"AniList got too many requests, and takes none for {_span(away.length)}."
        case AwayReason.NO_ANSWER:
            return "AniList isn't answering right now."
        case AwayReason.OUT_OF_REACH:
            return f"AniList hasn't answered for {_span(away.length)}."


def _span(length: timedelta | None) -> str:
    """Write a length in its largest unit, in words."""
    minutes = max(int((length or timedelta()).total_seconds()) // 60, 1)
    unit, size = next((unit, size) for unit, size in (("day", 1440), ("hour", 60), ("minute", 1)) if minutes >= size)
    return count(minutes // size, unit)


def which_text(typed: str, shown: int, found: int) -> str:
    """Say that there are several series of the name that was typed."""
    more = f" These are the first {shown} of {found}." if shown < found else ""
    return f"Several series on AniList match {quote(typed)}.{more} Which one do you mean?"


def known_text(series: Series) -> str:
    """Say that the series is in the catalogue already."""
    return f"**{shown_title(series, 200)}** is already in the catalogue."


def preview_text() -> str:
    """Write what stands above the card of a series that can be added."""
    return "**Preview.** This is what AniList says. **Add** adds it to the catalogue."


def added_text(series: Series) -> str:
    """Say that the series was added."""
    return f"**{shown_title(series, 200)}** is in the catalogue now."


def which_buttons(found: Sequence[SourceRecord], typed: str, *, everywhere: bool) -> discord.ui.View:
    """Make a button for each series, and one for the form. Needs a running event loop."""
    buttons: list[_Button] = []
    shown = found[:MOST_CANDIDATES_SHOWN]
    series = [each.series for each in shown]
    labels = [
        f"{plain(one.titles.main, 50)} ({FORMATS[one.format]}{f', {one.year}' if one.year else ''})" for one in series
    ]
    apart = told_apart(series, lambda each: each.titles.main, 80)
    for each, usual, other in zip(shown, labels, apart, strict=True):
        if ref := ref_of(each):
            text = usual if labels.count(usual) == 1 else other
            buttons.append(_Button(label=text, custom_id=SHOW_BUTTON.format(ref=ref)))
    return static_view(*buttons, hand_button(typed, everywhere=everywhere))


def preview_buttons(ref: str, *, everywhere: bool) -> discord.ui.View:
    """Make the buttons to add the series and to open the form. Needs a running event loop."""
    add = _Button(label="Add", style=discord.ButtonStyle.primary, custom_id=TAKE_BUTTON.format(ref=ref))
    return static_view(add, hand_button("", everywhere=everywhere))


def hand_buttons(typed: str, *, everywhere: bool) -> discord.ui.View:
    """Make the button for the form alone. Needs a running event loop."""
    return static_view(hand_button(typed, everywhere=everywhere))


def hand_button(typed: str, *, everywhere: bool) -> _Button:
    """Make the button that opens the form for a series by hand, with the title that was typed."""
    custom_id = HAND_BUTTON.format(everywhere=int(everywhere), title=plain(typed, _TITLE_LENGTH))
    return _Button(label="Write it by hand", custom_id=custom_id)


def known_buttons(series: Series, *, is_watched: bool, typed: str | None = None) -> discord.ui.View:
    """Make a button for the watchlist, where it isn't on it, and one to ask the source for another of that name."""
    buttons = []
    if not is_watched:
        custom_id = WATCH_BUTTON.format(series_id=series.id)
        buttons.append(_Button(label="Add to the watchlist", style=discord.ButtonStyle.primary, custom_id=custom_id))
    if typed and (title := plain(typed, _TITLE_LENGTH)):
        buttons.append(_Button(label="Look for another", custom_id=LOOK_BUTTON.format(title=title)))
    return static_view(*buttons)


def follow_button(old: Series, new: Series) -> _Button:
    """Make the button that lets a server follow another entry of AniList's in a series' place."""
    custom_id = FOLLOW_BUTTON.format(series_id=old.id, anilist_id=new.anilist_id)
    return _Button(label=f"Follow the new entry: {plain(new.titles.main, 50)}", custom_id=custom_id)


def other_entry_text(known: Series, new: Series) -> str:
    """Say that a series is in the catalogue by another entry of AniList's than the one that was named."""
    return (
        f"**{escape(known.titles.main, 200)}** is in the catalogue by AniList's entry <{known.anilist_url}>. "
        "**Follow the new entry** moves this server's watchlist and subscriptions to "
        f"this one, <{new.anilist_url}>; **Add** adds it beside the old one."
    )


def other_entry_buttons(known: Series, new: Series, ref: str, *, everywhere: bool) -> discord.ui.View:
    """Make the buttons to follow the new entry, to add it, and to open the form. Needs a running event loop."""
    add = _Button(label="Add", custom_id=TAKE_BUTTON.format(ref=ref))
    return static_view(follow_button(known, new), add, hand_button("", everywhere=everywhere))


def moved_text(old: Series, new: Series, places: Sequence[str]) -> str:
    """Say what of a server's follows the new entry from now on; `places` are empty where nothing did."""
    if not places:
        return f"Nothing changed: this server doesn't follow **{escape(old.titles.main, 200)}**."
    named = f"**{escape(new.titles.main, 200)}** (<{new.anilist_url}>)"
    return f"**Done.** {named} took the place of the old entry: {lines_within(places, 1000)}."


def names_text(near: Sequence[Series]) -> str:
    """List a few series by name, for a question."""
    return list_words([quote(name, 80) for name in told_apart(near[:5], lambda each: each.titles.main, 80)])
