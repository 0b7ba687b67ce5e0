"""The button under every post that tells why the channel got it."""

import re

from bot.client import Interaction, Yokoku, tell
from bot.errors import TooLate
from bot.render.posts import ABOUT_TEMPLATE, why_this_channel
from bot.store import deliveries
from cogs.buttons import button


async def tell_why(interaction: Interaction, said: re.Match[str]) -> None:
    """Tell the one who pressed it what the post is for. Raises `TooLate` for a post of another store."""
    bot = interaction.client
    async with bot.database.read() as db:
        delivery = await deliveries.get(db, int(said["delivery_id"]), identity=bot.database.identity, now=bot.clock())
    if delivery is None or delivery.nonce != said["nonce"]:
        raise TooLate("This post is from before my notebook was begun anew; I don't know more about it.")
    await tell(interaction, why_this_channel(delivery))


async def setup(bot: Yokoku) -> None:
    """Answer these buttons, on old messages too."""
    bot.add_dynamic_items(button(ABOUT_TEMPLATE, tell_why))
