"""A series' trailers and aliases, to play and to change, and what is asked before a series goes."""

import re
from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import quote_plus

import discord

from bot.catalogue.model import Series, Trailer
from bot.catalogue.render.names import shown_title
from bot.catalogue.render.previews import whose_words
from bot.catalogue.render.series import TRAILER_BUTTON, link_button, trailer_date, trailer_title
from bot.ui.components import static_view
from bot.ui.text import count, escape, link, list_words, plain, quote, vague_date, words_within
from bot.web.links import web_address

ALIAS_BUTTON: Final = "catalogue:alias:{series_id}:{alias_id}:{everywhere}"
ALIAS_TEMPLATE: Final = r"catalogue:alias:(?P<series_id>[0-9]{1,18}):(?P<alias_id>[0-9]{1,18}):(?P<everywhere>[01])"
REMOVE_BUTTON: Final = "catalogue:remove:{act}:{series_id}:{everywhere}"
REMOVE_TEMPLATE: Final = r"catalogue:remove:(?P<act>hide|delete|keep):(?P<series_id>[0-9]{1,18}):(?P<everywhere>[01])"
MOST_LISTED: Final = 20
KEPT_TEXT: Final = "Nothing was changed."
_MOST_BUTTONS = 20


# --- trailers ---------------------------------------------------------------------------------------------------------


def further_trailers(series: Series) -> discord.ui.View:
    """Make a button for each trailer after the first. Needs a running event loop."""
    further = series.playable_trailers[1 : _MOST_BUTTONS + 1]
    buttons: list[discord.ui.Item[Any]] = [
        discord.ui.Button(
            label=trailer_label(trailer, 80),
            custom_id=TRAILER_BUTTON.format(series_id=series.id, position=position),
        )
        for position, trailer in enumerate(further, start=1)
    ]
    return static_view(*buttons)


def trailer_label(trailer: Trailer, most: int) -> str:
    """Name a trailer with its date, which is never what is cut off, where nothing but plain text is shown."""
    date = trailer_date(trailer, in_button=True)
    dated = f" · {date}" if date else ""
    return f"{plain(trailer_title(trailer), most - len(dated)) or 'Trailer'}{dated}"


def no_trailer(series: Series) -> str:
    """Tell of a series that its trailers can't be played, with those that are known of."""
    name = shown_title(series, 200)
    look = " The buttons search YouTube and open its official site." if series.site else " The button searches YouTube."
    if not series.trailers:
        return f"No trailer for **{name}** is known yet.{look}"
    known = [f"{escape(t.name, 80)} ({escape(t.note, 150)})" if t.note else escape(t.name, 80) for t in series.trailers]
    return f"I have no link to a trailer for **{name}**.{look}\nKnown trailers: {words_within(known, 1500)}."


def trailer_places(series: Series) -> discord.ui.View:
    """Make the buttons that lead to where a trailer may be. Needs a running event loop.

    YouTube is searched as its makers name theirs: a title in Latin letters with "trailer", another with "PV".
    """
    title = (plain(series.titles.main, 200) or series.slug)[:_SEARCHED_LENGTH]
    words = f"{title} {'trailer' if re.search('[A-Za-z]', title) else 'PV'}"
    search = f"{_YOUTUBE_SEARCH}{quote_plus(words)}"
    return static_view(*link_button("Search YouTube", search), *link_button("Official site", series.site))


_YOUTUBE_SEARCH: Final = "https://www.youtube.com/results?search_query="
_SEARCHED_LENGTH: Final = 36
"""Discord: a button's address has at most 512 characters, of which each of these may take twelve ("%F0%9F%92%A5")."""


def trailer_preview_text(series: Series, trailer: Trailer, *, everywhere: bool) -> str:
    """Say that a trailer would be added; its bare address stands last, so that Discord makes a player of it."""
    published = f", published {vague_date(trailer.published)}" if trailer.published else ""
    return (
        f"**Preview.** **Save** adds this trailer of **{shown_title(series, 150)}** "
        f"{whose_words(everywhere=everywhere)}, as {quote(trailer.name)}{published}. `/trailer` plays the newest first."
        f"\n{web_address(trailer.url) or ''}"
    )


def trailer_removal_text(series: Series, trailer: Trailer, *, everywhere: bool) -> str:
    """Say that a trailer would be removed."""
    return (
        f"**Preview.** **Save** removes {link(trailer.name, trailer.url, 80)} from the trailers of "
        f"**{shown_title(series, 150)}** {whose_words(everywhere=everywhere)}."
    )


def no_such_trailer(series: Series, typed: str) -> str:
    """Say that a series has no such trailer, and which it has."""
    known = words_within([quote(trailer.name, 60) for trailer in series.trailers], 1000)
    has = f"It has {known}." if known else "It has no trailers."
    return f"**{shown_title(series, 150)}** has no trailer called {quote(typed)}. {has}"


# --- aliases ----------------------------------------------------------------------------------------------------------


def alias_added_text(series: Series, alias: str, *, anew: bool, everywhere: bool) -> str:
    """Answer that an alias was added, or was there already."""
    name = f"**{shown_title(series, 150)}**"
    if not anew:
        return f"{name} already has the alias {quote(alias)}."
    return f"**Saved.** {name} can now be found as {quote(alias)}, {whose_words(everywhere=everywhere)}."


def alias_removed_text(series: Series, alias: str, *, was_there: bool) -> str:
    """Answer that an alias was removed, or wasn't there."""
    name = f"**{shown_title(series, 150)}**"
    if was_there:
        return f"**Saved.** {name} can no longer be found as {quote(alias)}."
    return f"{name} has no such alias here: {quote(alias)}. Change its titles with `/catalogue edit`."


def aliases_text(series: Series, known: Sequence[str], *, everywhere: bool) -> str:
    """List the aliases that people gave a series."""
    name = f"**{shown_title(series, 150)}**"
    if not known:
        return f"{name} has no aliases yet, {whose_words(everywhere=everywhere)}. Add one with `alias`."
    named = words_within([quote(alias, 60) for alias in known], 1500)
    return f"Aliases of {name}, {whose_words(everywhere=everywhere)}: {named}. Press one to remove it."


def alias_buttons(series_id: int, known: Sequence[tuple[int, str]], *, everywhere: bool) -> discord.ui.View:
    """Make a button for each alias that removes it. Needs a running event loop."""
    return static_view(
        *(
            discord.ui.Button[Any](
                label=plain(f"✕ {alias}", 80),
                custom_id=ALIAS_BUTTON.format(series_id=series_id, alias_id=alias_id, everywhere=int(everywhere)),
            )
            for alias_id, alias in known[:MOST_LISTED]
        )
    )


# --- series that go ---------------------------------------------------------------------------------------------------


def deletion_text(series: Series, releases: int, subscriptions: int, *, is_watched: bool) -> str:
    """Ask whether a guild's own series is to be deleted, and tell what goes with it."""
    goes = [f"its {count(releases, 'date')}"] if releases else []
    goes += ["its place on the watchlist"] if is_watched else []
    goes += [count(subscriptions, "channel subscription")] if subscriptions else []
    with_it = f" This also deletes {list_words(goes)}." if goes else ""
    return f"Delete **{shown_title(series, 150)}**?{with_it} This can't be undone."


def hiding_text(series: Series, *, everywhere: bool) -> str:
    """Ask whether a shared series is to be hidden."""
    where = "**all servers**" if everywhere else "this server"
    return (
        f"Hide **{shown_title(series, 150)}** from {where}? It is shared by all servers, so it isn't deleted: "
        "it is no longer found, listed or posted there until you undo this with `/catalogue history`."
    )


def removal_buttons(series_id: int, *, deletes: bool, everywhere: bool) -> discord.ui.View:
    """Make the buttons to do it, or to keep the series. Needs a running event loop."""

    def removal(label: str, act: str, style: discord.ButtonStyle) -> discord.ui.Button[Any]:
        custom_id = REMOVE_BUTTON.format(act=act, series_id=series_id, everywhere=int(everywhere))
        return discord.ui.Button(label=label, style=style, custom_id=custom_id)

    style = discord.ButtonStyle
    does = removal("Delete it", "delete", style.danger) if deletes else removal("Hide it", "hide", style.danger)
    return static_view(does, removal("Keep it", "keep", style.secondary))


def removed_text(series: Series, *, deleted: bool, everywhere: bool) -> str:
    """Say that a series is gone."""
    name = f"**{shown_title(series, 150)}**"
    if deleted:
        return f"{name} was deleted."
    where = "all servers" if everywhere else "this server"
    return f"{name} is hidden from {where}. To show it again, use `/catalogue history` with its title."
