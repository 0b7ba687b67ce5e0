"""What is told of series for adults where they aren't shown."""

from typing import Final

from bot.catalogue.model import Series
from bot.ui.text import escape

AGE_RESTRICT: Final = "A moderator can turn on **Age-Restricted Channel** there (Edit Channel → Overview)."


def not_here_text(series: Series) -> str:
    """Say why a series isn't shown in the channel where somebody asked for it, and what to do."""
    return (
        f"**{escape(series.titles.main, 100)}** is for adults, and is shown in age-restricted channels only. "
        f"Ask for it in one of those. {AGE_RESTRICT}"
    )


def not_there_text(series: Series, channel_id: int) -> str:
    """Say why a channel can't get the posts of a series, and what to do."""
    return (
        f"**{escape(series.titles.main, 100)}** is for adults, and <#{channel_id}> isn't age-restricted. "
        f"{AGE_RESTRICT} Then try again, or choose another channel with `where`."
    )


def not_told_text(series: Series, channel_id: int | None) -> str:
    """Say why a series isn't shown or posted where the channel's age restriction isn't known, and what to do."""
    return (
        f"**{escape(series.titles.main, 100)}** is for adults, and I can't tell whether <#{channel_id}> is "
        "age-restricted. Give me **View Channel** there (Edit Channel → Permissions), then try again."
    )


def hidden_line(count: int) -> str:
    """Say how many series of a list aren't shown where it is."""
    return f"-# {count} more for adults: shown in age-restricted channels only."
