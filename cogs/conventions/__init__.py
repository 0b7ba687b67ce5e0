"""Conventions: what is coming, and what moderators, or the bot's owners, say of it."""

from bot.calendars.reading import UnreadableCalendar
from bot.calendars.render.importing import STOP_CALENDAR_TEMPLATE, calendar_problem_text
from bot.client import Yokoku
from bot.conventions.days import UnreadableDays
from bot.conventions.editing import CannotUndoEdition, EditionGone, PanelGone
from bot.conventions.newswriting import UnreadableNews
from bot.conventions.render import refusals
from bot.conventions.render.editing import EDITION_FORM_TEMPLATE, EDITION_HISTORY_TEMPLATE, EDITION_UNDO_TEMPLATE
from bot.conventions.render.editions import (
    EDITION_GONE,
    EDITION_TEMPLATE,
    FOLLOW_EDITION_TEMPLATE,
    NEWS_TEMPLATE,
    PROGRAMME_TEMPLATE,
)
from bot.conventions.render.listing import EDITIONS_PAGE_TEMPLATE
from bot.conventions.render.newswriting import NEWS_FORM_TEMPLATE, news_problem_text
from bot.conventions.render.panels import PANEL_FORM_TEMPLATE, PANEL_GONE
from cogs.conventions import editing, history, importing, news, panels
from cogs.conventions.listing import ConventionsCog, follow_pressed, show_pressed, turn_news, turn_page
from cogs.interactions import ModeratorGroup, add_pages, button


async def setup(bot: Yokoku) -> None:
    """Add the commands, and answer their forms and buttons, on old messages too."""
    await bot.add_cog(ConventionsCog())
    group = ModeratorGroup(name="convention", description="Add and correct conventions, in this server")
    group.add_command(editing.add)
    group.add_command(editing.edit)
    group.add_command(editing.date)
    group.add_command(importing.import_calendar)
    group.add_command(importing.list_calendars)
    group.add_command(editing.guests)
    group.add_command(editing.cancel)
    group.add_command(news.news)
    group.add_command(panels.group)
    group.add_command(history.show_history)
    bot.tree.add_command(group)
    bot.add_error_text(EditionGone, lambda _: EDITION_GONE)
    bot.add_error_text(PanelGone, lambda _: PANEL_GONE)
    bot.add_error_text(CannotUndoEdition, refusals.undo_edition_text)
    bot.add_error_text(UnreadableDays, refusals.days_problem_text)
    bot.add_error_text(UnreadableNews, news_problem_text)
    bot.add_error_text(UnreadableCalendar, calendar_problem_text)
    bot.add_form(EDITION_FORM_TEMPLATE, editing.take_form)
    bot.add_form(PANEL_FORM_TEMPLATE, panels.take_form)
    bot.add_form(NEWS_FORM_TEMPLATE, news.take_form)
    bot.add_dynamic_items(
        button(EDITION_TEMPLATE, show_pressed),
        button(FOLLOW_EDITION_TEMPLATE, follow_pressed),
        button(EDITION_UNDO_TEMPLATE, history.press_undo),
        button(STOP_CALENDAR_TEMPLATE, importing.stop_pressed),
    )
    add_pages(bot, EDITIONS_PAGE_TEMPLATE, turn_page)
    add_pages(bot, PROGRAMME_TEMPLATE, panels.turn_programme)
    add_pages(bot, NEWS_TEMPLATE, turn_news)
    add_pages(bot, EDITION_HISTORY_TEMPLATE, history.turn_page)
