"""`/catalogue`: moderators correct what is known of series in their server, and the bot's owners for everybody."""

from bot.client import Yokoku
from bot.render.catalogue_add import HAND_TEMPLATE, LOOK_TEMPLATE, SHOW_TEMPLATE, TAKE_TEMPLATE, WATCH_TEMPLATE
from bot.render.catalogue_dates import WHEN_FORM_TEMPLATE
from bot.render.catalogue_drafts import DRAFT_TEMPLATE
from bot.render.catalogue_edit import EDIT_FORM_TEMPLATE, HAND_FORM_TEMPLATE
from bot.render.catalogue_history import BACK_TEMPLATE, PAGE_TEMPLATE, UNDO_TEMPLATE
from bot.render.catalogue_lists import ALIAS_TEMPLATE, REMOVE_TEMPLATE
from cogs import catalogue_add, catalogue_by_hand, catalogue_date, catalogue_edit, catalogue_history
from cogs.buttons import button
from cogs.catalogue_drafts import press_draft
from cogs.catalogue_lists import alias, press_alias, trailer
from cogs.catalogue_memory import CatalogueMemory
from cogs.catalogue_remove import press_removal, remove
from cogs.moderators import ModeratorGroup
from cogs.series_by_title import series_button
from cogs.watchlist import put_on


def _group() -> ModeratorGroup:
    group = ModeratorGroup(name="catalogue", description="Correct what is known of series, in this server.")
    group.add_command(catalogue_add.add)
    group.add_command(catalogue_edit.edit)
    group.add_command(catalogue_date.date)
    group.add_command(trailer)
    group.add_command(alias)
    group.add_command(remove)
    group.add_command(catalogue_history.show_history)
    return group


async def setup(bot: Yokoku) -> None:
    """Offer the commands, and answer their forms and buttons, old ones too."""
    await bot.add_cog(CatalogueMemory())
    bot.tree.add_command(_group())
    bot.add_form(EDIT_FORM_TEMPLATE, catalogue_edit.take_form)
    bot.add_form(HAND_FORM_TEMPLATE, catalogue_by_hand.take_form)
    bot.add_form(WHEN_FORM_TEMPLATE, catalogue_date.take_form)
    bot.add_dynamic_items(
        button(DRAFT_TEMPLATE, press_draft),
        button(ALIAS_TEMPLATE, press_alias),
        button(REMOVE_TEMPLATE, press_removal),
        button(PAGE_TEMPLATE, catalogue_history.turn_page),
        button(UNDO_TEMPLATE, catalogue_history.press_undo),
        button(BACK_TEMPLATE, catalogue_history.press_back),
        button(SHOW_TEMPLATE, catalogue_add.press_show),
        button(TAKE_TEMPLATE, catalogue_add.press_take),
        button(LOOK_TEMPLATE, catalogue_add.press_look),
        button(HAND_TEMPLATE, catalogue_by_hand.open_form),
        series_button(WATCH_TEMPLATE, put_on),
    )
