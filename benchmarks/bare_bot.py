"""The floor: discord.py and nothing else, with one command that replies a constant.

The constant is a line, or what `CARD` in the environment holds: a message's components.
"""

import json
import logging
import os

import discord
from discord import app_commands
from discord.components import _component_factory
from discord.ext import commands
from discord.gateway import DiscordWebSocket
from discord.http import Route
from discord.ui.view import _component_to_item
from yarl import URL

LINE = [{"type": 10, "content": "## A series"}]
CARD = [made for each in json.loads(os.environ.get("CARD") or json.dumps(LINE)) if (made := _component_factory(each))]


class BareBot(commands.AutoShardedBot):
    """As little as a bot with one slash command can be."""

    async def setup_hook(self) -> None:
        """Tell Discord of the command."""
        _, gateway, _ = await self.http.get_bot_gateway()
        DiscordWebSocket.DEFAULT_GATEWAY = URL(gateway).origin()
        self.tree.add_command(series)
        await self.tree.sync()

    async def on_ready(self) -> None:
        """Log that the bot is ready."""
        logging.getLogger("bare").info("Ready")


CHOICES = [app_commands.Choice(name=f"A series {number}", value=f"series-{number}") for number in range(25)]


async def choices(_: discord.Interaction, _typed: str) -> list[app_commands.Choice[str]]:
    """Offer as many choices as Discord allows, whatever is typed."""
    return CHOICES


@app_commands.command()
@app_commands.autocomplete(series=choices)
async def series(interaction: discord.Interaction, series: str) -> None:
    """Show a constant."""
    view = discord.ui.LayoutView(timeout=None)
    for each in CARD:
        view.add_item(_component_to_item(each))
    await interaction.response.send_message(view=view)


def main() -> None:
    """Run until terminated, as a bot that takes its token from the environment."""
    Route.BASE = os.environ["DISCORD_API_URL"]
    logging.basicConfig(level="INFO")
    bot = BareBot(
        command_prefix=commands.when_mentioned,
        intents=discord.Intents(guilds=True),
        help_command=None,
        max_messages=None,
        chunk_guilds_at_startup=False,
        guild_ready_timeout=0.5,  # Yokoku's; the default would have it wait two seconds for nothing
    )
    bot.run(os.environ["DISCORD_TOKEN"], log_handler=None)


if __name__ == "__main__":
    main()
