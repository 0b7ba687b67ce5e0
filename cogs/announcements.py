"""Announcements that wait or went out: listed, edited, moved and withdrawn by any of a guild's moderators."""

import dataclasses
import re

import discord
from discord import app_commands
from discord.ext import commands

from bot.announcements import list_store, repeat_store
from bot.announcements import store as announcements
from bot.announcements.model import TakenBack, lasting, read_new_due
from bot.announcements.render import announcements as render
from bot.announcements.render.drafts import MOVE_FORM_TEMPLATE, announcement_form, move_form
from bot.client import Interaction, Yokoku, tell
from bot.delivery.health import PostsOutcome
from bot.delivery.render.status import trouble_lines
from bot.delivery.store import health
from bot.delivery.store.edits import is_out
from bot.errors import NotUnderstood
from cogs.interactions import Reply, add_pages, button, require_moderator
from cogs.server_setup import chosen_zone


class AnnouncementsCog(commands.Cog):
    """The list, and the form that moves an announcement."""

    def __init__(self, bot: Yokoku) -> None:
        self.bot = bot

    @app_commands.command(description="Edit, move or withdraw scheduled and recent announcements, or continue a draft")
    @app_commands.guild_only()
    @app_commands.guild_install()
    @app_commands.default_permissions(manage_guild=True)
    async def announcements(self, interaction: Interaction) -> None:
        """Show what is waiting, your drafts and what was posted of late, to edit, move or withdraw it."""
        require_moderator(interaction)
        await interaction.response.send_message(view=await _list(interaction), ephemeral=True)

    async def take_time(self, interaction: Interaction, match: re.Match[str], values: dict[str, str]) -> None:
        """Move an announcement, or offer the form again with the time that was refused."""
        guild_id = require_moderator(interaction)
        announcement_id, typed = int(match["announcement_id"]), values.get("when", "")
        now = self.bot.clock()
        async with Reply(interaction, in_place=True) as reply:
            try:
                zone = await chosen_zone(self.bot, guild_id)
                at = await read_new_due(typed, now, zone)
            except NotUnderstood as problem:
                refused = render.time_refused_text(typed, problem)
                buttons = render.refused_time_buttons(announcement_id, typed, problem)
                await reply.stop_waiting()
                await tell(interaction, refused, view=buttons)
                return
            typed = await lasting(typed, now, zone)
            async with self.bot.database.change() as db:
                by = interaction.user.id
                moved = await announcements.move(
                    db, guild_id, announcement_id, at=at, typed_when=typed, by=by, now=now, is_out=is_out()
                )
            await reply.send(view=await _list(interaction, notice=render.moved_text(moved, at)))


async def _list(interaction: Interaction, *, number: int = 0, notice: str | None = None) -> discord.ui.LayoutView:
    guild_id, now = require_moderator(interaction), interaction.client.clock()
    async with interaction.client.database.snapshot() as db:
        listed = await list_store.page(
            db,
            guild_id,
            interaction.user.id,
            now,
            is_out=is_out(),
            is_nowhere=health.is_nowhere(),
            number=number,
            size=render.ANNOUNCEMENTS_PAGE_SIZE,
        )
        posted = [each.announcement.id for each in listed.page.rows if each.is_posted]
        became = await health.outcomes_of(db, guild_id, posted)
    outcomes = {
        key: render.ListedOutcome(_stands(each), trouble_lines(each, brief=True)) for key, each in became.items()
    }
    return render.listing(listed, outcomes, notice=notice)


def _stands(outcome: PostsOutcome) -> bool:
    """Tell whether it stands somewhere, or is just being posted."""
    return bool(outcome.posted) or not outcome.is_known


async def ask_for_time(interaction: Interaction, said: re.Match[str]) -> None:
    """Open the form that moves an announcement, with the time that was refused before, if one was."""
    guild_id = require_moderator(interaction)
    async with interaction.client.database.read() as db:
        found = await announcements.require_waiting(db, guild_id, int(said["announcement_id"]), is_out=is_out())
    await interaction.response.send_modal(move_form(found, said["typed"] or render.time_as_typed(found)))


async def press_listed(interaction: Interaction, said: re.Match[str]) -> None:
    """Do what a button beside an entry of the list says."""
    guild_id, announcement_id = require_moderator(interaction), int(said["announcement_id"])
    match said["act"]:
        case "edit":
            await _edit(interaction, guild_id, announcement_id)
        case "duplicate":
            await _duplicate(interaction, guild_id, announcement_id)
        case "skip":
            await _skip(interaction, guild_id, announcement_id)
        case "withdraw":
            await _ask_before_withdrawing(interaction, guild_id, announcement_id)
        case "really":
            await _withdraw(interaction, guild_id, announcement_id)
        case "delete" | "strike" as how:
            await _take_back(interaction, guild_id, announcement_id, TakenBack(how))
        case _:
            await _discard(interaction, guild_id, announcement_id)


async def turn_list(interaction: Interaction, said: re.Match[str]) -> None:
    """Put another page in the place of the one that is shown."""
    require_moderator(interaction)
    async with Reply(interaction, in_place=True) as reply:
        await reply.send(view=await _list(interaction, number=int(said["page"])))


async def _edit(interaction: Interaction, guild_id: int, announcement_id: int) -> None:
    """Open the form with what an announcement says.

    The changes are a draft of their own, under this interaction's id, until they are accepted.
    """
    async with interaction.client.database.read() as db:
        found, waits = await announcements.require_standing(db, guild_id, announcement_id, is_out=is_out())
    typed = render.with_time(found) if waits else dataclasses.replace(found.typed, when="")
    await interaction.response.send_modal(announcement_form(interaction.id, typed, replaces_id=found.id))


async def _duplicate(interaction: Interaction, guild_id: int, announcement_id: int) -> None:
    """Open the form of a new announcement with what another says, but its time."""
    async with interaction.client.database.read() as db:
        found, _ = await announcements.require_standing(db, guild_id, announcement_id, is_out=is_out())
    await interaction.response.send_modal(announcement_form(interaction.id, dataclasses.replace(found.typed, when="")))


async def _ask_before_withdrawing(interaction: Interaction, guild_id: int, announcement_id: int) -> None:
    async with Reply(interaction, in_place=True) as reply:
        async with interaction.client.database.read() as db:
            found, waits = await announcements.require_standing(db, guild_id, announcement_id, is_out=is_out())
        await reply.send(view=render.confirmation(found) if waits else render.posted_confirmation(found))


async def _withdraw(interaction: Interaction, guild_id: int, announcement_id: int) -> None:
    bot, by = interaction.client, interaction.user.id
    async with Reply(interaction, in_place=True) as reply:
        async with bot.database.change() as db:
            found, waits = await announcements.require_standing(db, guild_id, announcement_id, is_out=is_out())
            if waits:
                await announcements.withdraw(db, guild_id, announcement_id, by=by, now=bot.clock(), is_out=is_out())
        if not waits:  # it was posted since they were asked
            await reply.send(view=render.posted_confirmation(found))
            return
        await reply.send(view=await _list(interaction, notice=render.withdrawn_text(found)))


async def _skip(interaction: Interaction, guild_id: int, announcement_id: int) -> None:
    bot, by = interaction.client, interaction.user.id
    async with Reply(interaction, in_place=True) as reply:
        async with bot.database.change() as db:
            found = await repeat_store.skip(db, guild_id, announcement_id, by=by, now=bot.clock(), is_out=is_out())
        await reply.send(view=await _list(interaction, notice=render.skipped_text(found)))


async def _take_back(interaction: Interaction, guild_id: int, announcement_id: int, how: TakenBack) -> None:
    bot, by = interaction.client, interaction.user.id
    async with Reply(interaction, in_place=True) as reply:
        async with bot.database.change() as db:
            found = await announcements.take_back(db, guild_id, announcement_id, how=how, by=by, now=bot.clock())
        await reply.send(view=await _list(interaction, notice=render.withdrawn_text(found, how)))


async def _discard(interaction: Interaction, guild_id: int, draft_id: int) -> None:
    async with Reply(interaction, in_place=True) as reply:
        async with interaction.client.database.change() as db:
            draft = await announcements.discard(db, guild_id, draft_id, by=interaction.user.id)
        await reply.send(view=await _list(interaction, notice=render.discarded_text(draft)))


async def setup(bot: Yokoku) -> None:
    """Offer `/announcements`, and answer its forms and buttons, old ones too."""
    cog = AnnouncementsCog(bot)
    await bot.add_cog(cog)
    bot.add_form(MOVE_FORM_TEMPLATE, cog.take_time)
    bot.add_dynamic_items(
        button(render.ANNOUNCEMENT_LIST_TEMPLATE, press_listed), button(render.MOVE_TEMPLATE, ask_for_time)
    )
    add_pages(bot, render.ANNOUNCEMENTS_PAGE_TEMPLATE, turn_list)
