"""The button under every post that tells why the channel got it."""

import re
from typing import Any, Self

import discord

from bot.client import Interaction, Yokoku, guarded, tell
from bot.errors import TooLate
from bot.render.posts import ABOUT_TEMPLATE, why_this_channel
from bot.store import deliveries


class AboutPost(discord.ui.DynamicItem[discord.ui.Button[Any]], template=ABOUT_TEMPLATE):
    """Answers with what the post is for; of another store's post it knows nothing."""

    def __init__(self, button: discord.ui.Button[Any], nonce: str, delivery_id: int) -> None:
        super().__init__(button)
        self.nonce = nonce
        self.delivery_id = delivery_id

    @classmethod
    async def from_custom_id(  # type: ignore[override]
        cls, _: Interaction, item: discord.ui.Button[Any], match: re.Match[str]
    ) -> Self:
        """The button as it stands in a message."""
        return cls(item, match["nonce"], int(match["delivery_id"]))

    @guarded
    async def callback(self, interaction: Interaction) -> None:  # type: ignore[override]
        """Tell the one who pressed it."""
        bot = interaction.client
        async with bot.database.read() as db:
            delivery = await deliveries.get(db, self.delivery_id, identity=bot.database.identity, now=bot.clock())
        if delivery is None or delivery.nonce != self.nonce:
            raise TooLate("This post is from before my notebook was begun anew; I don't know more about it.")
        await tell(interaction, why_this_channel(delivery))


async def setup(bot: Yokoku) -> None:
    """Answer these buttons, on old messages too."""
    bot.add_dynamic_items(AboutPost)
