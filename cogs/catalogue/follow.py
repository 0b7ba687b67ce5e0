"""**Follow the new entry**: what a server follows by an entry that AniList replaced moves to the new one."""

import re

from bot.catalogue.actions import merge_records
from bot.catalogue.model import Series, Titles
from bot.catalogue.render import editing
from bot.catalogue.store import catalogue
from bot.client import Interaction
from bot.delivery.store.moves import Moved, follow_instead
from bot.ui.text import list_words
from cogs.catalogue.add import by_ref
from cogs.interactions import Reply, require_moderator
from cogs.series_by_title import series_still_known


async def press_follow(interaction: Interaction, said: re.Match[str]) -> None:
    """Let the moderator's guild follow the new entry, which is put into the catalogue where it isn't there yet."""
    guild_id, bot = require_moderator(interaction), interaction.client
    old = await series_still_known(interaction, int(said["series_id"]), shown=False)
    async with Reply(interaction) as reply:
        new = await _entry(interaction, int(said["anilist_id"]))
        async with bot.database.change() as db:
            moved = await follow_instead(db, guild_id, old.id, new.id, by=interaction.user.id, at=bot.clock())
        await reply.send(editing.moved_text(old, new, _places(moved)))


async def _entry(interaction: Interaction, anilist_id: int) -> Series:
    bot = interaction.client
    async with bot.database.read() as db:
        known = await catalogue.series_by_foreign_ids(db, Series(0, "", Titles(), anilist_id=anilist_id))
    if known:
        return known[0]
    record = await by_ref(interaction, f"anilist:{anilist_id}")
    (merged,) = (await merge_records(bot.database, [record], bot.clock)).merged
    return merged.result


def _places(moved: Moved) -> list[str]:
    named = [*(["the watchlist"] if moved.from_watchlist else []), *(f"<#{each}>" for each in moved.channel_ids)]
    return [list_words(named)] if named else []
