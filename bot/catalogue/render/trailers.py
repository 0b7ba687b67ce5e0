"""Trailers: the bare address, which Discord turns into a player, and what is told where there is none."""

from typing import Any

import discord

from bot.catalogue.model import Series
from bot.catalogue.render.series import link_button
from bot.ui.components import static_view
from bot.ui.text import escape, plain, words_within

TRAILER_BUTTON = "trailer:show:{series_id}:{position}"
"""The custom_id of a button that plays one of a series' further trailers to the one who presses it."""
TRAILER_TEMPLATE = r"trailer:show:(?P<series_id>[0-9]{1,18}):(?P<position>[0-9]{1,3})"
_MOST_BUTTONS = 20


def further_trailers(series: Series) -> discord.ui.View:
    """Make a button for each trailer after the first. Needs a running event loop."""
    further = series.playable_trailers[1 : _MOST_BUTTONS + 1]
    buttons: list[discord.ui.Item[Any]] = [
        discord.ui.Button(
            label=plain(trailer.name, 80) or "Trailer",
            custom_id=TRAILER_BUTTON.format(series_id=series.id, position=position),
        )
        for position, trailer in enumerate(further, start=1)
    ]
    return static_view(*buttons)


def no_trailer(series: Series) -> str:
    """Tell of a series that its trailers can't be played, with those that are known of."""
    name = escape(series.titles.main, 200)
    look = " Its official site may have more." if series.site else ""
    if not series.trailers:
        return f"There is no trailer for **{name}** yet.{look}"
    known = [f"{escape(t.name, 80)} ({escape(t.note, 150)})" if t.note else escape(t.name, 80) for t in series.trailers]
    return f"I have no link to a trailer for **{name}**.{look}\nKnown trailers: {words_within(known, 1500)}."


def official_site(series: Series) -> discord.ui.View:
    """Make the site's button, where there is a site. Needs a running event loop."""
    return static_view(*link_button("Official site", series.site))
