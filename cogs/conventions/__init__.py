"""Conventions: what is coming, and what moderators say of it."""

from bot.client import Yokoku
from bot.conventions.render.editions import EDITION_TEMPLATE, FOLLOW_EDITION_TEMPLATE
from bot.conventions.render.listing import EDITIONS_PAGE_TEMPLATE
from cogs.conventions.listing import ConventionsCog, follow_pressed, show_pressed, turn_page
from cogs.interactions import button
from cogs.pages import add_pages


async def setup(bot: Yokoku) -> None:
    """Add the commands, and answer their buttons on old messages too."""
    bot.add_dynamic_items(button(EDITION_TEMPLATE, show_pressed), button(FOLLOW_EDITION_TEMPLATE, follow_pressed))
    add_pages(bot, EDITIONS_PAGE_TEMPLATE, turn_page)
    await bot.add_cog(ConventionsCog())
