"""The watchlist as a list of titles: the form to paste one in, what became of it, and the file that is one."""

from collections.abc import Sequence
from typing import Final

import discord

from bot.catalogue.model import Series
from bot.catalogue.render.names import shown_title
from bot.catalogue.render.series import picks
from bot.subscriptions.render.watchlist import AGE_RESTRICT, hidden_line
from bot.subscriptions.title_lists import MOST_AT_ONCE, ListedTitle
from bot.ui.forms import label, text_input
from bot.ui.text import quote, words_within

TITLES_FORM: Final = "watchlist:import"
"""The custom_id of the form in which a list is pasted, and its own template."""
TITLES_FIELD: Final = "titles"
EXPORT_NAME: Final = "watchlist.txt"
NOTHING_PASTED_TEXT: Final = "The list is empty. Paste titles or addresses, one a line."
NOTHING_TO_EXPORT_TEXT: Final = "The watchlist is empty. Add series with `/watchlist add` or `/watchlist import`."
_LINE_LENGTH: Final = 330
"""Of a message's 2,000 characters, so many for each of its up to five lines."""
_PICKS: Final = 2
"""For what is unclear, so many of the likest are offered."""
_MOST_BUTTONS: Final = 25
"""Discord: five rows of five."""


def titles_form() -> discord.ui.Modal:
    """Make the modal in which a list of titles is pasted."""
    form = discord.ui.Modal(title="Add many series", custom_id=TITLES_FORM)
    text = text_input(TITLES_FIELD, "", required=True, placeholder="Metallic Rouge\nhttps://anilist.co/anime/154587")
    text.style = discord.TextStyle.paragraph
    about = f"One a line, up to {MOST_AT_ONCE}: titles in any language, or AniList or MyAnimeList addresses."
    form.add_item(label("Series", about, text))
    form.stop()
    return form


def outcome_text(listed: Sequence[ListedTitle], added: set[int], *, left_out: Sequence[str] = ()) -> str:
    """Say what became of the titles of a list. `added` are the ids of the series that weren't on the watchlist before.

    `left_out` are the entries that weren't read.
    """
    found = {each.series.id: each.series for each in listed if each.series is not None}
    anew = [series for series in found.values() if series.id in added]
    known = [series for series in found.values() if series.id not in added]
    hidden = [each for each in listed if each.hidden]
    unclear = [each for each in listed if each.near]
    unknown = [each for each in listed if each.series is None and not each.near and not each.hidden]
    lines = [f"**Added {len(anew)} series to the watchlist:** {_named(anew)}." if anew else "No series was added."]
    if known:
        lines.append(f"**On the watchlist already:** {_named(known)}.")
    if hidden:
        lines.append(f"**For adults:** {_quoted(hidden)}. Add these in an age-restricted channel. {AGE_RESTRICT}")
    if unknown:
        lines.append(
            f"**No series matches** {_quoted(unknown)}. Try another of its titles, in any language, or its address on "
            "AniList or MyAnimeList."
        )
    if left_out:
        rest = f"Paste the other {len(left_out)} again, from {quote(left_out[0], 60)} on."
        lines.append(f"Only the first {MOST_AT_ONCE} were read. {rest}")
    if unclear:
        lines.append(f"**Not clear:** {_quoted(unclear)}. Did you mean:")
    return "\n".join(lines)


def outcome_picks(listed: Sequence[ListedTitle], button: str) -> discord.ui.View | None:
    """Make a button for each series that an unclear title may mean; None where all are clear.

    `button` is their custom_id, with its `{series_id}` to be filled in. Needs a running event loop.
    """
    near = {series.id: series for each in listed for series in each.near[:_PICKS]}
    return picks(button, list(near.values())[:_MOST_BUTTONS]) if near else None


def exported_list(watched: Sequence[Series]) -> str:
    """Write series as a list that can be pasted: a line for each, its title and its address where it has one."""
    lines = (" ".join(part for part in (_one_line(series), _address(series)) if part) for series in watched)
    return "".join(f"{line}\n" for line in lines)


def exported_text(count: int, hidden: int) -> str:
    """Say what is in the file, and what it is for. `hidden` are those for adults, left out where it is given."""
    text = f"{count} series, one a line. Paste them into `/watchlist import` on another server, or keep them."
    return f"{text}\n{hidden_line(hidden)}" if hidden else text


def _named(series: Sequence[Series]) -> str:
    return words_within([shown_title(one, 80, series) for one in series], _LINE_LENGTH)


def _quoted(listed: Sequence[ListedTitle]) -> str:
    return words_within([quote(each.typed, 60) for each in listed], _LINE_LENGTH)


def _one_line(series: Series) -> str:
    return " ".join(series.titles.main.split()) or series.slug


def _address(series: Series) -> str:
    return series.anilist_url or series.myanimelist_url or ""
