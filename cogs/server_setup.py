"""`/setup`: one message with which moderators bring their server from nothing to working."""

import logging
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

import discord
from discord import app_commands
from discord.ext import commands

from bot.catalogue.releases import Reader
from bot.catalogue.render.day import no_such_zone
from bot.catalogue.store import browsing
from bot.client import LOST, Interaction, Yokoku
from bot.dates.airdate import BroadcastSeason
from bot.dates.zones import zone_called
from bot.delivery.discord_notices import open_place
from bot.delivery.discord_permissions import missing_in, missing_to_tell
from bot.delivery.render.notices import closed_place_text
from bot.delivery.store import guilds, pauses
from bot.errors import NotAllowed, NotFound, NotUnderstood, StoreError
from bot.subscriptions.model import Subscription, Topic
from bot.subscriptions.render import refusals
from bot.subscriptions.render import server_setup as render
from bot.subscriptions.render.title_lists import titles_form
from bot.subscriptions.server_setup import ServerSetup, is_plain, setup_of, usual_leads
from bot.subscriptions.store import channels, watchlist
from cogs.interactions import MODERATORS, Reply, button, require_moderator
from cogs.places import Place, place_of, require_may_ping, require_may_post, shows_adult
from cogs.subscribed import post_trial

_log = logging.getLogger(__name__)


class SetupCog(commands.Cog):
    """The message that sets a server up, and shows how it stands."""

    def __init__(self, bot: Yokoku) -> None:
        self.bot = bot

    @app_commands.command(description="Set this server up, or see how it is set up")
    @app_commands.guild_only()
    @app_commands.guild_install()
    @app_commands.default_permissions(MODERATORS)
    async def setup(self, interaction: Interaction) -> None:
        """Show how the server is set up, with what changes it, to the moderator who asked."""
        require_moderator(interaction)
        async with Reply(interaction) as reply:
            await show(reply)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Tell a server's people how to set the bot up, once, in its system channel.

        It is noted first: whoever is killed before it is sent says nothing, rather than the same again.
        """
        place = open_place(guild, None, self.bot.clock())
        if place is None:
            return
        try:
            async with self.bot.database.change() as db:
                is_first = await guilds.greet(db, guild.id)
            if is_first:
                await place.send(render.WELCOME_TEXT, view=render.welcome_buttons(), nonce=str(guild.id))
        except (StoreError, discord.HTTPException, *LOST) as error:
            _log.info("Guild %d isn't told how to set the bot up: %s", guild.id, str(error) or type(error).__name__)


async def chosen_zone(bot: Yokoku, guild_id: int) -> str | None:
    """Read the time zone that a server chose; None where it chose none, and where the store can't be read now."""
    try:
        async with bot.database.read() as db:
            return await guilds.zone_of(db, guild_id)
    except StoreError:
        return None


async def show(reply: Reply, notice: Sequence[str] = ()) -> None:
    """Show how the server is set up by now, and what was done."""
    await reply.send(view=render.setup_page(await _setup_now(reply.interaction), notice=notice))


async def choose_channels(interaction: Interaction, said: re.Match[str]) -> None:
    """Give the channels that were chosen a topic, and those no more that were let go of.

    What counts is the difference to what the message showed: somebody else may have chosen more meanwhile.
    """
    guild_id, topic = require_moderator(interaction), Topic(said["topic"])
    chosen, shown = _values(interaction), _shown_before(interaction, said[0])
    refused, begun = list[str](), list[int]()
    for channel_id in sorted(chosen - shown):
        try:
            require_may_post(place_of(interaction, channel_id))
        except NotAllowed as problem:
            refused.append(f"⚠️ {problem}")
        else:
            begun.append(channel_id)
    bot, now = interaction.client, interaction.client.clock()
    async with Reply(interaction, in_place=True) as reply:
        async with bot.database.change() as db:
            known = {
                each.channel_id: each for each in await channels.of_guild(db, guild_id, topic=topic) if is_plain(each)
            }
            roles = {each.role_id for each in await channels.of_guild(db, guild_id) if is_plain(each)}
            role_id = roles.pop() if len(roles) == 1 else None
            for channel_id in begun:
                if channel_id not in known:
                    leads = usual_leads(topic)
                    wanted = Subscription(
                        0, guild_id, channel_id, topic, leads, interaction.user.id, now, role_id=role_id
                    )
                    await channels.subscribe(db, wanted)
            ended = sorted((shown - chosen) & known.keys())
            for channel_id in ended:
                await pauses.end(db, guild_id, known[channel_id].id, now=now)
        notice = [render.began_text(topic, begun)] if begun else []
        notice += [render.ended_text(topic, ended)] if ended else []
        await show(reply, [*notice, *refused])


async def choose_role(interaction: Interaction, _: re.Match[str]) -> None:
    """Have the posts to all channels that get all of a topic ping the role that was chosen, or nobody."""
    guild_id, chosen = require_moderator(interaction), _values(interaction)
    role_id = min(chosen, default=None)
    async with Reply(interaction, in_place=True) as reply:
        async with interaction.client.database.read() as db:
            plain = [each for each in await channels.of_guild(db, guild_id) if is_plain(each)]
        if problem := _ping_problem(interaction, role_id, plain):
            await show(reply, [f"⚠️ {problem}"])
            return
        async with interaction.client.database.change() as db:
            for each in await channels.of_guild(db, guild_id):
                if is_plain(each) and each.role_id != role_id:
                    await channels.subscribe(db, replace(each, role_id=role_id, created_by=interaction.user.id))
        await show(reply, [render.role_text(role_id, len(plain))])


def _ping_problem(interaction: Interaction, role_id: int | None, plain: Sequence[Subscription]) -> str | None:
    """Say why a role can't be pinged in one of these subscriptions' channels; None where it can in all."""
    guild = interaction.guild
    if guild is None or role_id is None:
        return None
    if (role := guild.get_role(role_id)) is None:
        return refusals.ROLE_GONE_TEXT
    try:
        for each in plain:
            place = guild.get_channel_or_thread(each.channel_id)
            if isinstance(place, Place):
                require_may_ping(role, place)
    except NotAllowed as problem:
        return str(problem)
    return None


async def choose_notices(interaction: Interaction, _: re.Match[str]) -> None:
    """Send notices to the channel that was chosen, or to where they go by default."""
    guild_id, chosen = require_moderator(interaction), min(_values(interaction), default=None)
    async with Reply(interaction, in_place=True) as reply:
        if chosen is not None:
            place = interaction.guild and interaction.guild.get_channel(chosen)
            if not isinstance(place, discord.TextChannel):
                await show(reply, [f"⚠️ {render.CHANNEL_UNSEEN_TEXT}"])
                return
            if missing := missing_to_tell(place):
                await show(reply, [f"⚠️ {closed_place_text(chosen, missing)}"])
                return
        async with interaction.client.database.change() as db:
            await guilds.choose_notices_channel(db, guild_id, chosen)
        await show(reply, [render.notices_text(chosen)])


async def take_zone(interaction: Interaction, _: re.Match[str], typed: dict[str, str]) -> None:
    """Read what moderators type by the clocks of the place that was typed, or by none where the field is empty."""
    guild_id, words = require_moderator(interaction), typed.get(render.ZONE_FIELD, "").strip()
    zone = zone_called(words) if words else None
    if words and zone is None:
        raise NotUnderstood(no_such_zone(words))
    async with Reply(interaction, in_place=interaction.message is not None) as reply:
        async with interaction.client.database.change() as db:
            await guilds.choose_zone(db, guild_id, zone)
        await show(reply, [render.zone_text(zone)])


async def press(interaction: Interaction, said: re.Match[str]) -> None:
    """Open the message, a form or an example, or add the season's best known series."""
    guild_id = require_moderator(interaction)
    match said["does"]:
        case "list":
            await interaction.response.send_modal(titles_form())
        case "zone":
            async with interaction.client.database.read() as db:
                zone = await guilds.zone_of(db, guild_id)
            await interaction.response.send_modal(render.zone_form(zone))
        case "open":
            async with Reply(interaction) as reply:
                await show(reply)
        case "season":
            await _add_best_known(interaction, guild_id)
        case _:
            async with interaction.client.database.read() as db:
                plain = [each for each in await channels.of_guild(db, guild_id) if is_plain(each)]
            if not plain:
                raise NotFound(render.NOTHING_TO_TEST_TEXT)
            await post_trial(interaction, plain[0], ping=False)


async def _add_best_known(interaction: Interaction, guild_id: int) -> None:
    bot, now = interaction.client, interaction.client.clock()
    reader = Reader(guild_id, adult=await shows_adult(interaction))
    async with Reply(interaction, in_place=True) as reply:
        async with bot.database.change() as db:
            ids = await browsing.best_known_of_season(db, BroadcastSeason.of(now), reader, limit=render.BEST_KNOWN)
            added = await watchlist.add_all(db, guild_id, ids, by=interaction.user.id, at=now)
        await show(reply, [render.best_known_text(len(ids), len(added))])


async def _setup_now(interaction: Interaction) -> ServerSetup:
    guild_id, guild = require_moderator(interaction), interaction.guild
    async with interaction.client.database.snapshot() as db:
        subscribed = await channels.of_guild(db, guild_id)
        watched = await watchlist.count_of(db, guild_id)
        notices_channel_id = await guilds.notices_channel(db, guild_id)
        zone = await guilds.zone_of(db, guild_id)
    lacking = {}
    for channel_id in {each.channel_id for each in subscribed}:
        place = guild and guild.get_channel_or_thread(channel_id)
        if isinstance(place, Place) and (missing := missing_in(place)):
            lacking[channel_id] = tuple(missing)
    return replace(setup_of(subscribed, watched), notices_channel_id=notices_channel_id, zone=zone, lacking=lacking)


def _values(interaction: Interaction) -> set[int]:
    """Read the ids of what was chosen."""
    values = cast("dict[str, Any]", interaction.data).get("values", [])
    return {int(value) for value in values if str(value).isdecimal()}


def _shown_before(interaction: Interaction, custom_id: str) -> set[int]:
    """Read what a select had chosen when its message was shown."""
    if interaction.message is None:
        return set()
    page = discord.ui.LayoutView.from_message(interaction.message, timeout=None)
    page.stop()
    selects = (item for item in page.walk_children() if isinstance(item, discord.ui.ChannelSelect))
    # discord.py leaves the ids of what it reads as they come: strings.
    return {int(each.id) for item in selects if item.custom_id == custom_id for each in item.default_values}


async def setup(bot: Yokoku) -> None:
    """Offer `/setup`, and answer its buttons and selects on old messages too."""
    bot.add_dynamic_items(
        button(render.SETUP_CHANNELS_TEMPLATE, choose_channels),
        button(render.SETUP_ROLE, choose_role),
        button(render.SETUP_NOTICES, choose_notices),
        button(render.SETUP_TEMPLATE, press),
    )
    bot.add_form(render.ZONE_FORM, take_zone)
    await bot.add_cog(SetupCog(bot))
