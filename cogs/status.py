"""How posts are doing: in a guild, for its moderators, and of the whole bot, for who runs it.

`/channel status`, `log` and `notices`, why a post came, and `/owner health`.
"""

import re
import resource
import sys
from collections.abc import Sequence
from importlib.metadata import version

import discord
from discord import app_commands
from discord.app_commands import Transform
from discord.ext import commands

from bot.catalogue.render.names import plain_title
from bot.catalogue.store import corrections
from bot.client import Interaction, Yokoku, tell
from bot.database.engine import Connection
from bot.delivery.discord_notices import open_place
from bot.delivery.discord_permissions import OF_LOCKED_THREADS, missing_in, missing_to_tell
from bot.delivery.render import status as render
from bot.delivery.render.health import Process, health_embed, unreadable_embed
from bot.delivery.render.notices import (
    BOTH_PLACES_TEXT,
    NO_THREAD_TEXT,
    NO_VOICE_TEXT,
    closed_place_text,
    notices_place_text,
)
from bot.delivery.render.posts import ABOUT_TEMPLATE, UNKNOWN_POST_TEXT, why_this_channel
from bot.delivery.store import deliveries, forecast, guilds, health
from bot.delivery.store.subjects import subjects_seen
from bot.discord_compat import is_closed_to_bot
from bot.errors import NotAllowed, NotFound, StoreError, TooLate
from bot.subscriptions.model import Subscription
from bot.subscriptions.render import refusals
from bot.subscriptions.store import channels, watchlist
from bot.ui.components import HEALTH_OWNERS_ONLY_TEXT
from cogs.interactions import ModeratorGroup, Reply, add_pages, button, require_moderator
from cogs.places import Place, PlaceGiven
from cogs.subscribed import found_now, post_trial


@app_commands.command(
    name="status", description="Show each subscription's last post, next post, and what is wrong and how to fix it"
)
async def show_status(interaction: Interaction) -> None:
    """Show how each subscription is doing: last post, next post, what is wrong and how to fix it."""
    require_moderator(interaction)
    async with Reply(interaction) as reply:
        await reply.send(view=await _status(interaction, 0))


@app_commands.command(name="log", description="Show what became of the last posts, how late they were, and why")
@app_commands.describe(channel="Show only this channel's posts (default: the whole server)")
async def show_log(interaction: Interaction, channel: Transform[Place, PlaceGiven] | None = None) -> None:
    """Show the last posts: what became of each, how late it came, and why."""
    require_moderator(interaction)
    async with Reply(interaction) as reply:
        await reply.send(view=await _log(interaction, 0, channel.id if channel else None))


async def turn_status(interaction: Interaction, said: re.Match[str]) -> None:
    """Turn the status' page."""
    require_moderator(interaction)
    async with Reply(interaction, in_place=True) as reply:
        await reply.send(view=await _status(interaction, int(said["page"])))


async def press_test(interaction: Interaction, said: re.Match[str]) -> None:
    """Post an example."""
    guild_id = require_moderator(interaction)
    async with interaction.client.database.read() as db:
        found = await channels.get(db, guild_id, int(said["subscription_id"]))
    if found is None:
        raise NotFound(refusals.ENDED_TEXT)
    await post_trial(interaction, found, ping=False)


async def turn_log(interaction: Interaction, said: re.Match[str]) -> None:
    """Turn the log's page."""
    require_moderator(interaction)
    async with Reply(interaction, in_place=True) as reply:
        await reply.send(view=await _log(interaction, int(said["page"]), int(said["channel_id"]) or None))


async def _status(interaction: Interaction, number: int) -> discord.ui.LayoutView:
    guild_id, guild = require_moderator(interaction), interaction.guild
    async with interaction.client.database.snapshot() as db:
        listed = await channels.page(db, guild_id, number=number, size=render.STATUS_PAGE_SIZE)
        entries = await _standing(interaction, db, listed.page.rows)
        chosen = await guilds.notices_channel(db, guild_id)
    place = guild and open_place(guild, chosen, interaction.client.clock())
    return render.status_page(entries, listed.page, paused=listed.paused, told_in=place.id if place else None)


async def _standing(
    interaction: Interaction, db: Connection, shown: Sequence[Subscription]
) -> list[render.SubscriptionStatus]:
    now, guild_id = interaction.client.clock(), require_moderator(interaction)
    waiting = await health.waiting(db, [each.id for each in shown])
    unpublished = await health.unpublished(db, [each.channel_id for each in shown if each.publishes])
    chosen = {each.series_id for each in shown if each.series_id is not None}
    series = await corrections.by_ids(db, chosen, guild_id, hidden_too=True)
    watches = await watchlist.is_used(db, guild_id)
    upcoming = {each.id: await forecast.next_due(db, each, now) for each in shown}
    about = await subjects_seen(db, {(step.kind, step.id, guild_id) for step in upcoming.values() if step})
    entries = []
    for each in shown:
        step = upcoming[each.id]
        sent = await health.last_sent(db, each.id)
        channel = interaction.guild and interaction.guild.get_channel_or_thread(each.channel_id)
        if isinstance(channel, discord.Thread) and is_closed_to_bot(channel):
            channel = None
        lacking = missing_in(channel) if channel else []
        entries.append(
            render.SubscriptionStatus(
                each,
                series=plain_title(series[each.series_id]) if each.series_id in series else None,
                refused=await health.last_refused(db, each.id),
                last=sent and (sent[0], _address(each.guild_id, each.channel_id, sent[1])),
                next_step=step,
                next_subject=about.get((step.kind, step.id, guild_id)) if step else None,
                waiting=waiting.get(each.id, 0),
                unpublished=unpublished.get(each.channel_id) if each.publishes else None,
                channel_stands=channel is not None,
                found=found_now(interaction, each, series.get(each.series_id or 0)),
                lacking=lacking,
                is_locked=lacking == [OF_LOCKED_THREADS],
                watches_nothing=each.is_of_watchlist and not watches,
            )
        )
    return entries


def _address(guild_id: int, channel_id: int, message_id: int | None) -> str | None:
    return None if message_id is None else f"https://discord.com/channels/{guild_id}/{channel_id}/{message_id}"


async def _log(interaction: Interaction, number: int, channel_id: int | None) -> discord.ui.LayoutView:
    guild_id = require_moderator(interaction)
    async with interaction.client.database.snapshot() as db:
        page = await health.log_page(
            db, guild_id, number=number, size=render.LINES_PER_PAGE, most=render.MOST_LOGGED, channel_id=channel_id
        )
        about = await subjects_seen(db, {(each.kind, each.fact_id, guild_id) for each in page.rows})
    logged = [
        render.Logged(
            each,
            about.get((each.kind, each.fact_id, guild_id)),
            _address(guild_id, each.channel_id, None if each.is_deleted else each.message_id),
        )
        for each in page.rows
    ]
    return render.log_page(page.with_rows(logged), channel_id=channel_id)


async def tell_why(interaction: Interaction, said: re.Match[str]) -> None:
    """Tell the one who pressed it what the post is for. Raises `TooLate` for one of another guild, or store."""
    bot, guild_id, delivery_id = interaction.client, interaction.guild_id or 0, int(said["delivery_id"])
    async with bot.database.read() as db:
        delivery = await deliveries.get(db, guild_id, delivery_id, identity=bot.database.identity, now=bot.clock())
    if delivery is None or delivery.nonce != said["nonce"]:
        raise TooLate(UNKNOWN_POST_TEXT)
    await tell(interaction, why_this_channel(delivery, for_moderator=interaction.permissions.manage_guild))


@app_commands.command(name="notices", description="Choose where you are told about posts that can't go out")
@app_commands.describe(
    channel="The channel for notices. Leave it out to see which one is chosen now",
    default="Go back to this server's system channel, or to direct messages if there is none",
)
async def choose_notices(
    interaction: Interaction, channel: Transform[Place, PlaceGiven] | None = None, default: bool = False
) -> None:
    """Choose where I tell you that posts can't go out."""
    guild_id = require_moderator(interaction)
    if channel is not None:
        if default:
            raise NotAllowed(BOTH_PLACES_TEXT)
        if isinstance(channel, discord.Thread):
            raise NotAllowed(NO_THREAD_TEXT)
        if not isinstance(channel, discord.TextChannel):
            raise NotAllowed(NO_VOICE_TEXT)
        if missing := missing_to_tell(channel):
            raise NotAllowed(closed_place_text(channel.id, missing))
    database, is_changed = interaction.client.database, default or channel is not None
    async with Reply(interaction) as reply:
        async with database.read() as db:
            before = chosen = await guilds.notices_channel(db, guild_id)
        if is_changed:
            chosen = channel.id if channel else None
            async with database.change() as db:
                await guilds.choose_notices_channel(db, guild_id, chosen)
        now = interaction.client.clock()
        place = interaction.guild and open_place(interaction.guild, chosen, now)
        open_id = place.id if place else None
        await reply.send(notices_place_text(chosen, open_id, changed=is_changed, before_id=before))


class OwnerCog(commands.Cog):
    """How the whole bot is doing."""

    owner = app_commands.Group(
        name="owner",
        description="Look after this bot",
        default_permissions=discord.Permissions(administrator=True),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    )

    def __init__(self, bot: Yokoku) -> None:
        self.bot = bot
        self._started_at = bot.clock()

    @owner.command(name="health", description="Show how the bot is doing: queue, delays, failures, sources, database")
    async def show_health(self, interaction: Interaction) -> None:
        """Show how the bot is doing: queue, lateness, failures, sources, database."""
        if not await self.bot.is_owner(interaction.user):
            raise NotAllowed(HEALTH_OWNERS_ONLY_TEXT)
        async with Reply(interaction) as reply:
            now = self.bot.clock()
            process = self._process()
            try:
                async with self.bot.database.read() as db:
                    figures = await health.read(db, now, self.bot.database.file)
            except StoreError as error:
                await reply.send(embed=unreadable_embed(str(error), process, now))
                return
            await reply.send(embed=health_embed(figures, process, now))

    def _process(self) -> Process:
        bot = self.bot
        latency, sending = bot.latency, bot.sending()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # in kilobytes, but for macOS
        return Process(
            version=version("yokoku"),
            library=discord.__version__,
            started_at=self._started_at,
            latency=latency if 0 <= latency < float("inf") else None,
            guilds=len(bot.guilds),
            unavailable=sum(guild.unavailable for guild in bot.guilds),
            refusals=sending.refusals,
            held=sending.held,
            memory=peak if sys.platform == "darwin" else peak * 1024,
            ahead=sending.ahead,
            commands=sending.commands,
            snapshot=bot.snapshot.trouble,
        )


async def setup(bot: Yokoku) -> None:
    """Offer the commands in the group that `cogs.channel` has offered, and answer their buttons, old ones too."""
    group = bot.tree.get_command("channel")
    if not isinstance(group, ModeratorGroup):
        raise TypeError("cogs.channel comes first")
    group.add_command(show_status)
    group.add_command(show_log)
    group.add_command(choose_notices)
    bot.add_dynamic_items(
        button(render.TEST_TEMPLATE, press_test),
        button(ABOUT_TEMPLATE, tell_why),
    )
    add_pages(bot, render.STATUS_PAGE_TEMPLATE, turn_status)
    add_pages(bot, render.LOG_TEMPLATE, turn_log)
    await bot.add_cog(OwnerCog(bot))
