"""`/channel notices`: moderators choose where they are told that posts pause and go on."""

import discord
from discord import app_commands
from discord.app_commands import Transform

from bot.client import Interaction, Yokoku
from bot.delivery.discord_notices import may_tell, open_place
from bot.delivery.render.notices import notices_place_text
from bot.delivery.store import guilds
from bot.errors import NotAllowed
from cogs.answers import Reply
from cogs.moderators import ModeratorGroup, require_moderator
from cogs.places import Place, PlaceGiven


@app_commands.command(name="notices")
@app_commands.describe(
    where="Where to tell you that posts can't go out and that they go on; leave it out to see where it is now",
    default="Go back to this server's system channel, or a direct message where there is none",
)
async def choose_notices(
    interaction: Interaction, where: Transform[Place, PlaceGiven] | None = None, default: bool = False
) -> None:
    """Choose where I tell you that posts can't go out."""
    guild_id = require_moderator(interaction)
    if where is not None and default:
        raise NotAllowed("Give either `where` or `default`, not both.")
    if where is not None:
        _require_may_tell(where)
    database, is_changed = interaction.client.database, default or where is not None
    async with Reply(interaction) as reply:
        async with database.read() as db:
            before = chosen = await guilds.notices_channel(db, guild_id)
        if is_changed:
            chosen = where.id if where else None
            async with database.change() as db:
                await guilds.choose_notices_channel(db, guild_id, chosen)
        place = interaction.guild and open_place(interaction.guild, chosen)
        open_id = place.id if place else None
        await reply.send(notices_place_text(chosen, open_id, changed=is_changed, before_id=before))


def _require_may_tell(channel: Place) -> None:
    """Raise `NotAllowed` for a place that notices can't be written in, or not for long."""
    if isinstance(channel, discord.Thread):
        raise NotAllowed("Threads are archived by themselves. Choose a channel for notices.")
    if not may_tell(channel):
        raise NotAllowed(
            f"I can't write in {channel.mention}. Give me **View Channel** and **Send Messages** there "
            "(Edit Channel → Permissions), then try again."
        )


async def setup(bot: Yokoku) -> None:
    """Offer it in the group that `cogs.channel` has offered."""
    group = bot.tree.get_command("channel")
    if not isinstance(group, ModeratorGroup):
        raise TypeError("cogs.channel comes first")
    group.add_command(choose_notices)
