"""`/catalogue`: moderators correct what is known of series in their server, and the bot's owners for everybody."""

from bot.catalogue.fields import UnreadableField, UnreadableRelease
from bot.catalogue.records import CannotUndo, DraftSettled, SeriesGone, SharedSeries, UndoneTooLate
from bot.catalogue.render import refusals
from bot.catalogue.render.editing import (
    EDIT_FORM_TEMPLATE,
    FOLLOW_TEMPLATE,
    HAND_FORM_TEMPLATE,
    HAND_TEMPLATE,
    LOOK_TEMPLATE,
    SHOW_TEMPLATE,
    TAKE_TEMPLATE,
    WATCH_TEMPLATE,
    away_problem_text,
)
from bot.catalogue.render.history import BACK_TEMPLATE, HISTORY_PAGE_TEMPLATE, UNDO_TEMPLATE
from bot.catalogue.render.lists import ALIAS_TEMPLATE, REMOVE_TEMPLATE
from bot.catalogue.render.previews import CORRECTION_DRAFT_TEMPLATE, WHEN_FORM_TEMPLATE
from bot.catalogue.sources import SourceAway
from bot.client import Yokoku
from bot.web.links import UnreadableAddress
from cogs.catalogue import add, date, edit, history
from cogs.catalogue.drafts import CatalogueMemory, press_draft
from cogs.catalogue.edit import press_follow
from cogs.catalogue.lists import alias, press_alias, press_removal, remove_series, trailer
from cogs.interactions import ModeratorGroup, add_pages, button
from cogs.series_by_title import series_button
from cogs.watchlist import add_to_watchlist


async def setup(bot: Yokoku) -> None:
    """Offer the commands, and answer their forms and buttons, old ones too."""
    await bot.add_cog(CatalogueMemory())
    group = ModeratorGroup(name="catalogue", description="Correct what is known about series, in this server")
    group.add_command(add.add)
    group.add_command(edit.edit)
    group.add_command(date.date)
    group.add_command(trailer)
    group.add_command(alias)
    group.add_command(remove_series)
    group.add_command(history.show_history)
    bot.tree.add_command(group)
    bot.add_error_text(SourceAway, away_problem_text)
    bot.add_error_text(SeriesGone, lambda _: refusals.SERIES_GONE_TEXT)
    bot.add_error_text(SharedSeries, lambda _: refusals.SHARED_SERIES_TEXT)
    bot.add_error_text(DraftSettled, lambda _: refusals.DRAFT_SETTLED_TEXT)
    bot.add_error_text(CannotUndo, refusals.undo_problem_text)
    bot.add_error_text(UndoneTooLate, refusals.undo_problem_text)
    bot.add_error_text(UnreadableRelease, refusals.release_problem_text)
    bot.add_error_text(UnreadableField, refusals.field_problem_text)
    bot.add_error_text(UnreadableAddress, refusals.field_address_text)
    bot.add_form(EDIT_FORM_TEMPLATE, edit.take_form)
    bot.add_form(HAND_FORM_TEMPLATE, add.take_hand_form)
    bot.add_form(WHEN_FORM_TEMPLATE, date.take_form)
    bot.add_dynamic_items(
        button(CORRECTION_DRAFT_TEMPLATE, press_draft),
        button(ALIAS_TEMPLATE, press_alias),
        button(REMOVE_TEMPLATE, press_removal),
        button(UNDO_TEMPLATE, history.press_undo),
        button(BACK_TEMPLATE, history.press_back),
        button(SHOW_TEMPLATE, add.press_show),
        button(TAKE_TEMPLATE, add.press_take),
        button(LOOK_TEMPLATE, add.press_look),
        button(HAND_TEMPLATE, add.open_hand_form),
        button(FOLLOW_TEMPLATE, press_follow),
        series_button(WATCH_TEMPLATE, add_to_watchlist),
    )
    add_pages(bot, HISTORY_PAGE_TEMPLATE, history.turn_page)
