"""`/channel events`: of what Discord's own scheduled events are made in a server."""

from discord import app_commands

from bot.calendars import guild_events_store
from bot.calendars.guild_events import EventChoices, EventKind
from bot.calendars.render.calendar import events_text
from bot.client import Interaction, Yokoku
from cogs.interactions import ModeratorGroup, Reply, require_moderator


@app_commands.command(
    name="events", description="Have premieres, films and conventions as this server's scheduled events"
)
@app_commands.describe(
    premieres="Premieres of the watchlist's series (default: as it is)",
    films="Films of the watchlist's series (default: as it is)",
    conventions="Conventions, where a channel is subscribed to them (default: as it is)",
)
async def choose_events(
    interaction: Interaction,
    premieres: bool | None = None,
    films: bool | None = None,
    conventions: bool | None = None,
) -> None:
    """Choose of what there are scheduled events, or see how it is."""
    guild_id, bot = require_moderator(interaction), interaction.client
    given = {EventKind.PREMIERES: premieres, EventKind.FILMS: films, EventKind.CONVENTIONS: conventions}
    added = {kind for kind, wanted in given.items() if wanted}
    removed = {kind for kind, wanted in given.items() if wanted is False}
    async with Reply(interaction) as reply:
        async with bot.database.read() as db:
            choices = await guild_events_store.choices_of(db, guild_id)
            kept = await guild_events_store.kept_guild_events(db, guild_id)
        if added or removed:
            choices = EventChoices(guild_id, (choices.kinds | added) - removed)
            async with bot.database.change() as db:
                await guild_events_store.choose(db, choices, bot.clock())
        standing = sum(1 for each in kept.values() if each.event_id is not None and not each.is_removed)
        may_make = interaction.app_permissions.create_events or interaction.app_permissions.manage_events
        await reply.send(events_text(choices, standing, may_make=may_make))


async def setup(bot: Yokoku) -> None:
    """Offer the command in the group that `cogs.channel` has offered."""
    group = bot.tree.get_command("channel")
    if not isinstance(group, ModeratorGroup):
        raise TypeError("the commands of `cogs.channel` come first")
    group.add_command(choose_events)
