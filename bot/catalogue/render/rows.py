"""Rows of lists that people browse: a series with a button for its card, and where it streams in a few words."""

from collections.abc import Collection
from typing import Any

import discord

from bot.catalogue.model import Series
from bot.catalogue.render.series import SERIES_BUTTON
from bot.catalogue.services import ELSEWHERE, likelihood
from bot.ui.text import escape, words_within

_NAME_LENGTH = 24


def about_section(series: Series, text: str, at: int) -> discord.ui.Item[Any]:
    """Make a row, with a button that shows the series' card to the one who presses it. Needs a running event loop.

    `at` is its place on the page, which tells it from another of the same series.
    """
    custom_id = f"{SERIES_BUTTON.format(series_id=series.id)}:{at}"
    return discord.ui.Section(text, accessory=discord.ui.Button(label="About", custom_id=custom_id))


def service_in_id(service: str | None, room: int) -> str:
    """Write a service's name, or its beginning, for a custom_id in which `{page}` is still to be filled in."""
    return (service or "")[:room].replace("{", "{{").replace("}", "}}")


def services_words(series: Series, reader_in: Collection[str], most: int, length: int) -> str:
    """Name `most` of the services that stream a series where a reader in these countries is, theirs first.

    And how many more there are; where all have room in `length` characters, all of them. Where none is known to, all
    that stream it elsewhere.
    """
    near = sorted((likelihood(each.regions, reader_in), at) for at, each in enumerate(series.services))
    services = [series.services[at] for distance, at in near if distance < ELSEWHERE] or series.services
    names = [name for name in dict.fromkeys(escape(service.name, _NAME_LENGTH) for service in services) if name]
    if len(names) > most:
        return f"{', '.join(names[:most])} and {len(names) - most} more"
    return words_within(names, length)
