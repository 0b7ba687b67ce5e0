"""A series by what somebody typed, for every command that takes one: choices, the search, AniList, "did you mean"."""

import logging
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, TypeAlias

import discord
from discord import app_commands

from bot.catalogue.lookups import TitleAnswer
from bot.catalogue.model import Series
from bot.catalogue.render.names import told_apart
from bot.catalogue.render.refusals import ANILIST_AWAY_TEXT, ENTRY_MISSING_TEXT, SERIES_GONE_LOOK_TEXT
from bot.catalogue.render.series import (
    SERIES_PICK_BUTTON,
    SERIES_PICK_TEMPLATE,
    choice_name,
    picks,
    which_one,
)
from bot.catalogue.store import corrections, search
from bot.client import LOST, Interaction, offering, tell
from bot.errors import NotFound, PersonError, TooLate
from bot.ui.components import CHOICE_LENGTH, choices
from cogs.interactions import Reply, button, clear_wait
from cogs.places import require_shown, shown_here, shows_adult

SeriesAction: TypeAlias = Callable[[Interaction, Series], Awaitable[None]]
"""What a command does once it is known which series is meant."""


@offering
async def complete_title(interaction: Interaction, current: str) -> list[app_commands.Choice[str]]:
    """Offer the series for what has been typed so far; a choice stands for its slug."""
    return await series_choices(interaction, current, choice_name)


async def series_choices(
    interaction: Interaction, current: str, named: Callable[[Series], str]
) -> list[app_commands.Choice[str]]:
    """Offer the series for what has been typed, as `named`; those for adults only where they may be shown."""
    adult = await shows_adult(interaction)
    async with interaction.client.database.read() as db:
        near = await search.complete(
            db, current, guild_id=interaction.guild_id, adult=adult, now=interaction.client.clock()
        )
    return choices(zip(told_apart(near, named, CHOICE_LENGTH), (series.slug for series in near), strict=True))


@dataclass(frozen=True, slots=True)
class Unclear:
    """What a title may mean that names no series, or `several`: those that are `near`, the likest first."""

    near: Sequence[Series]
    several: bool


async def find_one(interaction: Interaction, title: str, action: str, *, shown: bool = True) -> Series | None:
    """Find the series that a title names.

    A title's beginning up to a colon, dash or bracket names it, if no other series is called so. Where that isn't clear
    it answers with up to five to choose from, and gives None.

    `action` is what a choice will do: that of a `series_button` of `pick_template(action)`. `shown` tells that the
    series is going to be: one for adults isn't everywhere. Raises `NotFound` where nothing is like it, and `NotAllowed`
    where what is may not be shown here.
    """
    match = await seek(interaction, title, shown=shown)
    if isinstance(match, Series):
        return match
    await ask_which(interaction, title, action, match)
    return None


async def seek(interaction: Interaction, title: str, *, shown: bool = True) -> Series | Unclear:
    """Find what a title means, and answer nothing. Raises `NotAllowed` as `find_one` does."""
    async with interaction.client.database.read() as db:
        found = await search.find(db, title, guild_id=interaction.guild_id)
    near = named = await shown_here(interaction, found) if shown else found
    if len(named) == 1:
        return named[0]
    adult = await shows_adult(interaction)
    async with interaction.client.database.read() as db:
        meant = await search.clear(db, title, guild_id=interaction.guild_id, adult=adult)
    if meant and (not found or meant.id in {each.id for each in named}):
        return meant
    if found and not named:
        await require_shown(interaction, found[0])
    if not named:
        async with interaction.client.database.read() as db:
            near = await search.suggest(db, title, guild_id=interaction.guild_id)
        near = await shown_here(interaction, near) if shown else near
    return Unclear(near[: search.SUGGESTIONS], several=bool(named))


async def ask_which(interaction: Interaction, title: str, action: str, match: Unclear, *, note: str = "") -> None:
    """Ask which of several series is meant, with a `note` below. Raises `NotFound` where there are none."""
    question = which_one(title, match.near, several=match.several, is_coming=interaction.client.snapshot.is_coming)
    if note:
        question = f"{question}\n{note}"
    if not match.near:
        raise NotFound(question)
    await tell(interaction, question, view=picks(SERIES_PICK_BUTTON.format(action=action), match.near))


def pick_template(action: str) -> str:
    """Give the template of the buttons that `find_one` shows for an action."""
    return SERIES_PICK_TEMPLATE.format(action=action)


def series_button(
    template_of_id: str, act: SeriesAction, *, shown: bool = True
) -> type[discord.ui.DynamicItem[discord.ui.Button[Any]]]:
    """Make persistent buttons whose custom_ids hold a `series_id`, and which do `act` with that series as it is now.

    `shown` is as in `find_one`.
    """

    async def press(interaction: Interaction, said: re.Match[str]) -> None:
        await act(interaction, await series_still_known(interaction, int(said["series_id"]), shown=shown))

    return button(template_of_id, press)


async def series_still_known(interaction: Interaction, series_id: int, *, shown: bool = True) -> Series:
    """Find the series that a button stands for. Raises `TooLate` where it has left the catalogue.

    Raises `NotAllowed` for one that is going to be `shown` and may not be here.
    """
    async with interaction.client.database.read() as db:
        series = await corrections.by_id(db, series_id, interaction.guild_id)
    if series is None:
        raise TooLate(SERIES_GONE_LOOK_TEXT)
    if shown:
        await require_shown(interaction, series)
    return series


_log = logging.getLogger(__name__)

# --- what AniList adds ------------------------------------------------------------------------------------------------


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


async def ask_anilist(interaction: Interaction, title: str) -> TitleAnswer:
    """Ask AniList for a title that isn't in the catalogue. It may take its time: to be called amid a `Reply`."""
    lookups = interaction.client.lookups
    if lookups is None or interaction.client.snapshot.is_coming:
        return TitleAnswer.NOT_ASKED
    return await lookups.find(title, by=interaction.user.id)


async def _seek_or_ask(interaction: Interaction, title: str, reply: Reply) -> tuple[Series | Unclear, TitleAnswer]:
    match = await seek(interaction, title)
    if isinstance(match, Series) or match.several:
        return match, TitleAnswer.NOT_ASKED
    async with reply:
        came = await ask_anilist(interaction, title)
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
