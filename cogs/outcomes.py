"""Replies to who posted or changed an announcement, which say what became of it as soon as that is known."""

import asyncio
import contextlib
import logging
from datetime import timedelta
from typing import Final

import discord

from bot.announcements.model import Announcement, AnnouncementState
from bot.announcements.render.announcements import edit_button
from bot.client import Interaction, Yokoku
from bot.delivery.health import PostsOutcome
from bot.delivery.render.status import outcome_text
from bot.delivery.store import health
from bot.errors import StoreError

_log = logging.getLogger(__name__)

FOLLOWED_FOR: Final = timedelta(minutes=14)
"""Discord lets a reply be changed for 15 minutes."""
LOOKED_EVERY: Final = timedelta(seconds=30)
"""What another process posts isn't told of here."""


class OutcomeReplies:
    """Follows announcements until they are settled, and changes the replies to who posted them."""

    def __init__(self, bot: Yokoku) -> None:
        self._bot = bot
        self._following: set[asyncio.Task[None]] = set()

    def show(self, interaction: Interaction, announcement: Announcement, embed: discord.Embed) -> None:
        """Have the reply to an interaction, which shows `embed`, say what becomes of an announcement."""
        task = asyncio.create_task(self._follow(interaction, announcement, embed), name="follow an announcement")
        self._following.add(task)
        task.add_done_callback(self._following.discard)

    async def stop(self) -> None:
        """Follow nothing any more."""
        for task in self._following:
            task.cancel()
        await asyncio.gather(*self._following, return_exceptions=True)

    async def _follow(self, interaction: Interaction, announcement: Announcement, embed: discord.Embed) -> None:
        shown = ""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(FOLLOWED_FOR.total_seconds()):
                while True:
                    happened = self._bot.settled.next()
                    outcome = await self._read(announcement)
                    text = outcome_text(outcome, announcement.guild_id, is_change=announcement.version > 0)
                    if outcome.is_known and text != shown:
                        shown = text
                        await _show(interaction, announcement, outcome, text, embed)
                    if outcome.is_settled:
                        return
                    with contextlib.suppress(TimeoutError):
                        async with asyncio.timeout(LOOKED_EVERY.total_seconds()):
                            await happened.wait()

    async def _read(self, announcement: Announcement) -> PostsOutcome:
        """Read what became of it so far; nothing is known while the store can't be read."""
        try:
            async with self._bot.database.read() as db:
                return await health.outcome_of(db, announcement.guild_id, announcement.id)
        except StoreError as error:
            _log.info("What became of an announcement can't be read now: %s", error)
            return PostsOutcome()


async def _show(
    interaction: Interaction, announcement: Announcement, outcome: PostsOutcome, text: str, embed: discord.Embed
) -> None:
    is_refused = bool(outcome.refused) and announcement.state is AnnouncementState.SCHEDULED
    view = edit_button(announcement.id) if is_refused else None
    try:
        await interaction.edit_original_response(content=text, embeds=[embed], view=view)
    except discord.DiscordException as error:
        _log.info("What became of an announcement can't be shown: %s", error)
