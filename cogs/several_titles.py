"""Several series by what somebody typed or pasted: each title's meaning, and AniList asked for a few that are new."""

from collections.abc import Sequence

from bot.catalogue.lookups import TITLES_OF_ONE, TitleAnswer
from bot.catalogue.model import Series
from bot.catalogue.store import search
from bot.client import Interaction
from bot.errors import NotAllowed
from bot.subscriptions.title_lists import (
    MOST_AT_ONCE,
    ListedTitle,
    beginning_at,
    entries_of,
    parts_of,
    pieces_of,
    title_and_address,
)
from cogs.series_by_title import ask_anilist, seek


async def several_in(interaction: Interaction, text: str) -> Sequence[ListedTitle]:
    """Give the titles in what was typed for one, where it is several; nothing where it may be one that isn't known."""
    pieces = [piece for entry in entries_of(text) for piece in pieces_of(entry)]
    if len(pieces) == 1 and len(parts_of(pieces[0])) == 1 and not all(title_and_address(pieces[0])):
        return ()
    listed = [each for piece in pieces for each in await _meanings(interaction, piece)]
    return listed if len(listed) > 1 or any(each.series for each in listed) else ()


async def meanings(interaction: Interaction, entry: str) -> list[ListedTitle]:
    """Find what an entry of a list means: mostly one series; one for each address, or each part between commas."""
    return [each for piece in pieces_of(entry) for each in await _meanings(interaction, piece)]


async def with_asked(interaction: Interaction, listed: Sequence[ListedTitle]) -> list[ListedTitle]:
    """Ask AniList for the first few of those titles that nothing in the catalogue is called, and seek them anew.

    To be called amid a `Reply`.
    """
    known, asked = list(listed), 0
    for place, each in enumerate(known):
        if each.series is not None or each.hidden or asked == TITLES_OF_ONE:
            continue
        came = await ask_anilist(interaction, title_and_address(each.typed)[1] or each.typed)
        if came is TitleAnswer.AWAY:
            break
        if came is TitleAnswer.ANSWERED:
            asked += 1
            known[place] = await _meaning(interaction, each.typed)
    return known


async def _meanings(interaction: Interaction, piece: str) -> list[ListedTitle]:
    """Find what a piece of an entry means: one series, or one for each part between commas.

    Where none of the parts is a series, it is taken for one title that nothing is called.
    """
    one, parts = await _meaning(interaction, piece), parts_of(piece)[: 2 * MOST_AT_ONCE]
    if len(parts) == 1 or one.hidden or (one.series is not None and await _is_whole(interaction, piece, one.series)):
        return [one]
    found, start = list[ListedTitle](), 0
    while start < len(parts):
        each, start = await _meaning_at(interaction, parts, start)
        if each.typed:
            found.append(each)
    return found if any(each.series is not None or each.hidden for each in found) else [one]


async def _is_whole(interaction: Interaction, piece: str, series: Series) -> bool:
    """Tell whether all that stands before an address, commas too, is the title of what the address names."""
    title, address = title_and_address(piece)
    if not address or len(parts_of(title)) == 1:
        return True
    async with interaction.client.database.read() as db:
        return series.id in {each.id for each in await search.find(db, title, guild_id=interaction.guild_id)}


async def _meaning_at(interaction: Interaction, parts: Sequence[str], start: int) -> tuple[ListedTitle, int]:
    """Find what begins with a part, and where the next one does: a title with commas is one only by its whole name."""
    for text, end in beginning_at(parts, start):
        if end > start + 2 and not await _is_name(interaction, text):
            continue
        return await _meaning(interaction, text) if text else ListedTitle(""), end
    return ListedTitle(""), len(parts)


async def _is_name(interaction: Interaction, text: str) -> bool:
    async with interaction.client.database.read() as db:
        return bool(await search.find(db, text, guild_id=interaction.guild_id))


async def _meaning(interaction: Interaction, piece: str) -> ListedTitle:
    """Find what a piece means by its address, and where that isn't known by its title."""
    title, address = title_and_address(piece)
    near: Sequence[Series] = ()
    for wording in (address, title):
        if not wording:
            continue
        try:
            match = await seek(interaction, wording)
        except NotAllowed:
            return ListedTitle(piece, hidden=True)
        if isinstance(match, Series):
            return ListedTitle(piece, match)
        near = match.near
    return ListedTitle(piece, near=near)
