"""`/help`: what members and moderators can do, and the commands for it."""

import re

from discord import app_commands
from discord.ext import commands

from bot.client import Interaction, Yokoku
from bot.ui.help import HELP_TEMPLATE, help_page
from cogs.interactions import Reply, button, moderates, require_moderator


class HelpCog(commands.Cog):
    """The page that whoever asks needs first."""

    @app_commands.command(description="See what you can do here, and with which commands")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def help(self, interaction: Interaction) -> None:
        """Answer the one who asked with the members' page; moderators find a button to theirs under it."""
        async with Reply(interaction) as reply:
            await _show(reply, for_moderators=False)


async def press(interaction: Interaction, said: re.Match[str]) -> None:
    """Show the other page in the place of this one."""
    for_moderators = said["page"] == "moderators"
    if for_moderators:
        require_moderator(interaction)
    async with Reply(interaction, in_place=True) as reply:
        await _show(reply, for_moderators=for_moderators)


async def _show(reply: Reply, *, for_moderators: bool) -> None:
    interaction = reply.interaction
    page = help_page(
        for_moderators=for_moderators,
        may_moderate=moderates(interaction),
        command_ids=interaction.client.command_ids,
    )
    await reply.send(view=page)


async def setup(bot: Yokoku) -> None:
    """Offer `/help`, and answer its buttons on old messages too."""
    bot.add_dynamic_items(button(HELP_TEMPLATE, press))
    await bot.add_cog(HelpCog())
