"""The button under every post that tells why the channel got it."""

import re

from bot.client import Interaction, Yokoku, tell
from bot.delivery.render.posts import ABOUT_TEMPLATE, why_this_channel
from bot.delivery.store import deliveries
from bot.errors import TooLate
from cogs.buttons import button


async def tell_why(interaction: Interaction, said: re.Match[str]) -> None:
    """Tell the one who pressed it what the post is for. Raises `TooLate` for one of another guild, or store."""
    bot, guild_id, delivery_id = interaction.client, interaction.guild_id or 0, int(said["delivery_id"])
    async with bot.database.read() as db:
        delivery = await deliveries.get(db, guild_id, delivery_id, identity=bot.database.identity, now=bot.clock())
    if delivery is None or delivery.nonce != said["nonce"]:
        raise TooLate(
            "I don't know more about this post: it belongs to another server, or is from before my data was begun anew."
        )
    await tell(interaction, why_this_channel(delivery))


async def setup(bot: Yokoku) -> None:
    """Answer these buttons, on old messages too."""
    bot.add_dynamic_items(button(ABOUT_TEMPLATE, tell_why))
