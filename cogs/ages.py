"""Series for adults: shown in age-restricted channels, and nowhere else."""

from collections.abc import Iterable

import discord

from bot.client import Interaction
from bot.domain.series import Series
from bot.errors import NotAllowed
from bot.posting.dispatch.ages import restricted_by_cache
from bot.render.ages import not_here_text, not_there_text


def shows_adult(interaction: Interaction) -> bool:
    """Whether series for adults may be shown where an interaction was begun: in an age-restricted channel.

    A thread is as its channel is. Nothing is known of who reads direct messages, so there they aren't.
    """
    channel = interaction.channel
    if isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return restricted_by_cache(channel) is True
    return False


def shown_here(interaction: Interaction, series: Iterable[Series]) -> list[Series]:
    """Those of some series that may be shown where an interaction was begun."""
    shows = shows_adult(interaction)
    return [one for one in series if shows or not one.adult]


def require_shown(interaction: Interaction, series: Series) -> None:
    """Raises `NotAllowed` for a series that may not be shown where an interaction was begun."""
    if series.adult and not shows_adult(interaction):
        raise NotAllowed(not_here_text(series))


def require_may_be_posted(series: Series | None, channel: discord.TextChannel | discord.Thread) -> None:
    """Raises `NotAllowed` for a series whose posts may not stand in a channel."""
    if series is not None and series.adult and not restricted_by_cache(channel):
        raise NotAllowed(not_there_text(series, channel.id))
