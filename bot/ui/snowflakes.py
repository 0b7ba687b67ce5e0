"""People and roles named as Discord's description of its API wants them: by ids that are strings."""

from dataclasses import dataclass
from typing import cast

import discord


@dataclass(frozen=True, slots=True)
class _InText:
    id: str


def named(snowflake: int) -> discord.abc.Snowflake:
    """Make someone or something to hand to discord.py, which sends on the `id` that it finds: here a string."""
    return cast("discord.abc.Snowflake", _InText(str(snowflake)))
