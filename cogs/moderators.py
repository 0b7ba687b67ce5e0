"""Who may change what: moderators are those with Manage Server, checked again when a command or a button runs."""

from typing import Any

import discord
from discord import app_commands

from bot.client import Interaction
from bot.errors import NotAllowed
from bot.ui.refusals import MODERATORS_ONLY_TEXT, NOT_INSTALLED_TEXT, SERVER_ONLY_TEXT

MODERATORS = discord.Permissions(manage_guild=True)
"""Given to commands as `default_permissions`: Discord then offers them to moderators alone."""


def require_moderator(interaction: Interaction) -> int:
    """Give the guild's id, when the one who acts moderates it; raise `NotAllowed` with what is needed otherwise.

    Discord's own hiding of commands can be changed by a server's settings, and buttons are not hidden at all. Who has
    installed the bot for themselves brings it to servers that it isn't a member of: it can post nothing there.
    """
    if interaction.guild_id is None:
        raise NotAllowed(SERVER_ONLY_TEXT)
    # Discord names who installed it; where it doesn't, as for commands of long ago, the server is taken to have.
    if interaction.is_user_integration() and not interaction.is_guild_integration():
        raise NotAllowed(NOT_INSTALLED_TEXT)
    if not interaction.permissions.manage_guild:
        raise NotAllowed(MODERATORS_ONLY_TEXT)
    return interaction.guild_id


class ModeratorGroup(app_commands.Group):
    """A group of commands for moderators in a guild."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - handed on to discord.py as they are
        super().__init__(
            guild_only=True,
            default_permissions=MODERATORS,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
            **kwargs,
        )

    async def interaction_check(self, interaction: Interaction) -> bool:  # type: ignore[override]
        """Run before each command of the group."""
        try:
            require_moderator(interaction)
        except NotAllowed as refusal:
            # Of what a check raises, discord.py hands on only its own kind of error.
            raise app_commands.CheckFailure(str(refusal)) from refusal
        return True
