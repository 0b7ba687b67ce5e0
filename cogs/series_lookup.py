"""What AniList adds while somebody looks: a title that isn't in the catalogue, and what a card lacks."""

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, Final

import discord

from bot.catalogue.lookups import TitleAnswer
from bot.catalogue.model import Series
from bot.catalogue.render.refusals import ANILIST_AWAY_TEXT, ENTRY_MISSING_TEXT
from bot.client import LOST, Interaction
from bot.errors import NotFound, PersonError
from cogs.interactions import Reply, clear_wait
from cogs.series_by_title import Unclear, ask_which, seek

_log = logging.getLogger(__name__)

EDITABLE_FOR: Final = timedelta(minutes=15)
"""Discord: so long after it was begun an interaction's answer can be changed."""


async def find_or_ask(interaction: Interaction, title: str, action: str, *, is_public: bool = True) -> Series | None:
    """Find the series that a title names, as `find_one` does; what isn't in the catalogue AniList is asked for first.

    Discord is told that an answer comes where AniList takes its time. That is for everybody to see, as the answer will
    be, unless it is not `is_public`; what else is answered is for the one who asked alone, and takes its place.
    """
    try:
        match, came = await _seek_or_ask(interaction, title, Reply(interaction, is_public=is_public))
    except Exception:
        await clear_wait(interaction)
        raise
    if isinstance(match, Series):
        return match
    await clear_wait(interaction)
    await ask_which(interaction, title, action, match, note=ANILIST_AWAY_TEXT if came is TitleAnswer.AWAY else "")
    return None


async def find_entry(interaction: Interaction, anilist_id: int, *, in_place: bool) -> Series:
    """Find the series of one of AniList's entries; AniList is asked for one that isn't in the catalogue.

    What takes its time will be the message whose button was pressed, `in_place`, or an answer to one person. Raises
    `NotFound` where it isn't known by then, and `NotAllowed` as `seek` does.
    """
    match, came = await _seek_or_ask(interaction, f"anilist:{anilist_id}", Reply(interaction, in_place=in_place))
    if isinstance(match, Series):
        return match
    raise NotFound(f"{ENTRY_MISSING_TEXT} {ANILIST_AWAY_TEXT}" if came is TitleAnswer.AWAY else ENTRY_MISSING_TEXT)


async def ask_anilist(interaction: Interaction, title: str, reply: Reply) -> TitleAnswer:
    """Ask AniList for a title that isn't in the catalogue; Discord is told by `reply` where that takes its time."""
    lookups = interaction.client.lookups
    if lookups is None or interaction.client.snapshot.is_coming:
        return TitleAnswer.NOT_ASKED
    async with reply:
        return await lookups.find(title, by=interaction.user.id)


async def _seek_or_ask(interaction: Interaction, title: str, reply: Reply) -> tuple[Series | Unclear, TitleAnswer]:
    match = await seek(interaction, title)
    if isinstance(match, Series) or match.several:
        return match, TitleAnswer.NOT_ASKED
    came = await ask_anilist(interaction, title, reply)
    return (match if came is TitleAnswer.NOT_ASKED else await seek(interaction, title)), came


def complete_later(
    interaction: Interaction,
    series: Series,
    confirmed_at: datetime | None,
    draw_anew: Callable[[], Awaitable[dict[str, Any] | None]],
) -> None:
    """Have the answer, a series' card, completed by itself once AniList has said something of the series.

    `confirmed_at` is when it last did. `draw_anew` draws the card as it is by then, and gives None where it is as it
    was. Nobody hears of an answer that comes too late, or whose card was deleted.
    """
    bot = interaction.client
    if bot.lookups is None or bot.snapshot.is_coming:
        return

    async def complete() -> None:
        if not bot.clock() < interaction.created_at + EDITABLE_FOR:
            return
        try:
            if message := await draw_anew():
                await interaction.edit_original_response(**message)
        except (PersonError, discord.HTTPException, *LOST) as error:
            _log.info("A card stays as it was: %s", str(error) or type(error).__name__)

    bot.lookups.complete(series, confirmed_at, complete, by=interaction.user.id)
