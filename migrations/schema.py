"""The whole schema: `metadata` with the tables of every room, which are in it once their modules are imported."""

import bot.announcements.tables
import bot.calendars.tables
import bot.catalogue.tables
import bot.conventions.tables
import bot.delivery.tables
import bot.feeds.tables
import bot.subscriptions.tables  # noqa: F401
from bot.database.tables import metadata

__all__ = ["metadata"]
