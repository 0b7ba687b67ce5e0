"""`/channel`: moderators choose which channel gets which posts, how long before, and which role is pinged."""

import re

import discord
from discord import app_commands
from discord.app_commands import Choice, Transform
from discord.ext import commands

from bot.catalogue.lookups import TitleAnswer
from bot.catalogue.releases import ReleaseKind
from bot.catalogue.render.names import plain_title
from bot.catalogue.revisions import UpdateKind
from bot.catalogue.store import corrections
from bot.client import Interaction, Yokoku
from bot.delivery.discord_permissions import is_unpinged
from bot.delivery.store import pauses
from bot.errors import NotUnderstood
from bot.subscriptions.choices import MOST_POPULARITY, PANEL_CHOICE_NAMES, UnknownChoice
from bot.subscriptions.model import PanelChoice, Topic, UnreadableLeads, read_leads
from bot.subscriptions.render import channels as render
from bot.subscriptions.render import refusals
from bot.subscriptions.store import channels
from bot.ui.components import choices
from cogs.interactions import ModeratorGroup, Reply, add_pages, button, require_moderator
from cogs.places import Place, PlaceGiven, place_of
from cogs.series_by_title import ask_anilist
from cogs.subscribed import complete_standing, complete_subject, find_subscription, meant, narrowed, post_trial
from cogs.subscribing import (
    Asked,
    ConventionTyped,
    KindsTyped,
    ResetTyped,
    ServicesTyped,
    UpdatesTyped,
    keep,
    keep_picked,
    read_wanted_leads,
    suggest,
)


class ChannelCog(commands.Cog):
    """Subscriptions of channels."""

    channel = ModeratorGroup(name="channel", description="Choose which channel gets which posts")

    def __init__(self, bot: Yokoku) -> None:
        self.bot = bot

    @channel.command(description="Subscribe a channel to posts, or change the options of a subscription")
    @app_commands.describe(
        what="What to post: releases (of the watchlist), season, conventions, announcements, or a series",
        channel="The channel (default: this channel)",
        lead="How long before, such as 7d, 1d, 1h, now (default: those four, and episodes when they air)",
        role="The role to ping (default: nobody)",
        publish="In an announcement channel: publish each post to the servers that follow it (default: no)",
        kinds="Which releases: premieres, episodes, finales, films … (default: all)",
        services="Where they come out, such as Crunchyroll (default: the first broadcast and cinemas)",
        popularity="For a season: how many people must have a series on a list (default: 10,000)",
        updates="Which changes to post, too: all, none, dates, delays … (default: all)",
        stated="Only episodes that somebody has dated, none by their usual slot (default: no)",
        convention="Only one convention, with what:conventions (default: all)",
        panels="With what:conventions, the panels to post an hour before they begin (default: none)",
        reset="Options to reset to their defaults, such as role, lead; or all",
    )
    @app_commands.choices(panels=[Choice(name=name, value=each.value) for each, name in PANEL_CHOICE_NAMES.items()])
    async def subscribe(  # noqa: PLR0917 - the command's options
        self,
        interaction: Interaction,
        what: str,
        channel: Transform[Place, PlaceGiven] | None = None,
        lead: str | None = None,
        role: discord.Role | None = None,
        publish: bool | None = None,
        kinds: Transform[tuple[ReleaseKind, ...], KindsTyped] | None = None,
        services: Transform[tuple[str, ...], ServicesTyped] | None = None,
        popularity: app_commands.Range[int, 0, MOST_POPULARITY] | None = None,
        updates: Transform[tuple[UpdateKind, ...], UpdatesTyped] | None = None,
        stated: bool | None = None,
        convention: Transform[str, ConventionTyped] | None = None,
        panels: Choice[str] | None = None,
        reset: Transform[tuple[str, ...], ResetTyped] | None = None,
    ) -> None:
        """Give a channel posts, or change some options of those it gets."""
        place = channel or place_of(interaction, interaction.channel_id)
        wanted, near = await meant(interaction, what)
        if wanted is None:
            async with Reply(interaction):
                came = await ask_anilist(interaction, what)
            if came is TitleAnswer.ANSWERED:
                wanted, near = await meant(interaction, what)
        options = {
            "leads": read_wanted_leads(wanted.topic if wanted else Topic.RELEASES, lead),
            "role_id": role.id if role else None,
            "publishes": publish,
            "kinds": kinds,
            "services": services,
            "popularity": popularity,
            "muted": updates,
            "stated_only": stated,
            "panels": PanelChoice(panels.value) if panels else None,
        }
        given = {field: value for field, value in options.items() if value is not None}
        asked = Asked(place, role, given, reset or ())
        asked.require_possible()
        if convention is not None:
            wanted = narrowed(wanted, convention)
        await (keep(interaction, wanted, asked) if wanted else suggest(interaction, what, near, asked))

    @channel.command(name="list", description="Show what each channel gets")
    async def list_them(self, interaction: Interaction) -> None:
        """Show which channel gets what."""
        await interaction.response.send_message(view=await _list(interaction), ephemeral=True)

    @channel.command(description="Stop posts in a channel")
    @app_commands.describe(
        what="What to stop posting there. Not needed if the channel gets only one thing",
        channel="The channel (default: this channel)",
    )
    async def unsubscribe(
        self, interaction: Interaction, what: str | None = None, channel: Transform[Place, PlaceGiven] | None = None
    ) -> None:
        """End a channel's posts."""
        found, title = await find_subscription(interaction, what, channel)
        async with Reply(interaction) as reply:
            async with self.bot.database.change() as db:
                await pauses.end(db, found.guild_id, found.id, now=self.bot.clock())
            await reply.send(render.unsubscribed_text(found, title))

    @channel.command(description="Post an example in a subscribed channel")
    @app_commands.describe(
        what="What to show an example of, if the channel gets several things",
        channel="The channel (default: this channel)",
        ping="Ping the role, too (default: no)",
    )
    async def test(
        self,
        interaction: Interaction,
        what: str | None = None,
        channel: Transform[Place, PlaceGiven] | None = None,
        ping: bool = False,
    ) -> None:
        """Post an example in a subscribed channel, to see how it looks."""
        found, _ = await find_subscription(interaction, what, channel)
        await post_trial(interaction, found, ping=ping)

    @subscribe.autocomplete("what")
    async def complete_what(self, interaction: Interaction, current: str) -> list[Choice[str]]:
        """Offer topics first, then series."""
        return await complete_subject(interaction, current)

    @unsubscribe.autocomplete("what")
    @test.autocomplete("what")
    async def complete_standing(self, interaction: Interaction, current: str) -> list[Choice[str]]:
        """Offer what channels get already."""
        return await complete_standing(interaction, current)

    @subscribe.autocomplete("lead")
    async def complete_lead(self, _: Interaction, current: str) -> list[Choice[str]]:
        """Offer the usual choices, or how what is typed is understood."""
        if current.strip():
            try:
                understood = read_leads(current)
            except NotUnderstood:
                pass
            else:
                name = render.leads_in_words(Topic.RELEASES, understood)
                return choices([(name, render.leads_typed(understood))])
        return choices(render.LEAD_CHOICES)


async def _list(interaction: Interaction, *, number: int = 0, notice: str | None = None) -> discord.ui.LayoutView:
    guild_id = require_moderator(interaction)
    async with interaction.client.database.snapshot() as db:
        page = (await channels.page(db, guild_id, number=number, size=render.SUBSCRIPTIONS_PAGE_SIZE)).page
        chosen = {each.series_id for each in page.rows if each.series_id is not None}
        series = await corrections.by_ids(db, chosen, guild_id, hidden_too=True)
    guild = interaction.guild
    entries = [
        render.ListedSubscription(
            each,
            series=plain_title(series[each.series_id]) if each.series_id in series else None,
            channel_stands=guild is not None and guild.get_channel_or_thread(each.channel_id) is not None,
            role_stands=guild is not None and each.role_id is not None and guild.get_role(each.role_id) is not None,
            is_unpinged=is_unpinged(guild, each.channel_id, each.role_id),
        )
        for each in page.rows
    ]
    return render.listing(page.with_rows(entries), notice=notice)


async def turn_list(interaction: Interaction, said: re.Match[str]) -> None:
    """Put another page in the place of the one that is shown."""
    require_moderator(interaction)
    async with Reply(interaction, in_place=True) as reply:
        await reply.send(view=await _list(interaction, number=int(said["page"])))


async def press_unsubscribe(interaction: Interaction, said: re.Match[str]) -> None:
    """End a subscription whose channel may be gone."""
    guild_id = require_moderator(interaction)
    async with Reply(interaction, in_place=True) as reply:
        notice = await _end(interaction, guild_id, int(said["subscription_id"]))
        await reply.send(view=await _list(interaction, notice=notice))


async def _end(interaction: Interaction, guild_id: int, subscription_id: int) -> str:
    """End a subscription, and give what to say about it."""
    async with interaction.client.database.change() as db:
        found = await channels.get(db, guild_id, subscription_id)
        if found is None:
            return refusals.ENDED_TEXT
        series = await corrections.by_id(db, found.series_id, guild_id, hidden_too=True) if found.series_id else None
        await pauses.end(db, guild_id, subscription_id, now=interaction.client.clock())
    return render.unsubscribed_text(found, plain_title(series) if series else None)


async def setup(bot: Yokoku) -> None:
    """Offer the commands, and answer the list's buttons, old ones too."""
    await bot.add_cog(ChannelCog(bot))
    bot.add_error_text(UnknownChoice, refusals.choice_problem_text)
    bot.add_error_text(UnreadableLeads, refusals.leads_problem_text)
    bot.add_dynamic_items(
        button(render.UNSUBSCRIBE_TEMPLATE, press_unsubscribe), button(render.SUBSCRIPTION_PICK_TEMPLATE, keep_picked)
    )
    add_pages(bot, render.SUBSCRIPTIONS_PAGE_TEMPLATE, turn_list)
