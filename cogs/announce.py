"""Announcements are written, looked at, and then posted, scheduled, changed or given up.

The reply to who posted or changed one says what became of it, as soon as that is known.
"""

import asyncio
import contextlib
import dataclasses
import logging
import re
from datetime import UTC, datetime, timedelta
from http.client import BAD_REQUEST
from typing import Any, Final, cast

import discord
from discord import app_commands
from discord.ext import commands

from bot.announcements import repeat_store, store
from bot.announcements import store as announcements
from bot.announcements.model import (
    Announcement,
    AnnouncementSettled,
    AnnouncementState,
    NoSuchAnnouncement,
    TypedAnnouncement,
    Unfit,
    check,
    due_or_problem,
    lasting,
)
from bot.announcements.render import drafts as render
from bot.announcements.render.announcements import announcement_embed, edit_button, no_such_text, settled_problem_text
from bot.announcements.render.drafts import FORM_TEMPLATE, announcement_form, typed_in
from bot.announcements.repeats import Every, Repeat
from bot.client import Interaction, Yokoku
from bot.dates.airdate import TOKYO
from bot.dates.reading.read import read
from bot.delivery.health import PostsOutcome
from bot.delivery.render.status import outcome_text
from bot.delivery.store import guilds, health
from bot.delivery.store.edits import is_out
from bot.errors import NotFound, NotUnderstood, StoreError, TooLate
from bot.subscriptions.model import Topic
from bot.subscriptions.store import channels
from bot.ui.forms import UNSAVED_TEXT, refused_text
from cogs.interactions import Reply, UnsavedDrafts, button, require_moderator
from cogs.places import still_there, unpinged_of
from cogs.server_setup import chosen_zone

_log = logging.getLogger(__name__)


class AnnounceCog(commands.Cog):
    """The form, the preview, and the buttons under it."""

    def __init__(self, bot: Yokoku) -> None:
        self.bot = bot
        self.unsaved = UnsavedDrafts[Announcement]()
        self.outcomes = OutcomeReplies(bot)

    async def cog_unload(self) -> None:
        """Follow no post any further: the bot ends."""
        await self.outcomes.stop()

    @app_commands.command(description="Write an announcement, preview it, then post or schedule it")
    @app_commands.guild_only()
    @app_commands.guild_install()
    @app_commands.default_permissions(manage_guild=True)
    async def announce(self, interaction: Interaction) -> None:
        """Write an announcement, see how it will look, then post or schedule it."""
        guild_id = require_moderator(interaction)
        async with self.bot.database.read() as db:
            if not await channels.of_guild(db, guild_id, topic=Topic.ANNOUNCEMENTS):
                raise NotFound(render.NO_CHANNEL)
        await interaction.response.send_modal(announcement_form(interaction.id, TypedAnnouncement("", "")))

    async def take_form(self, interaction: Interaction, match: re.Match[str], values: dict[str, str]) -> None:
        """Keep what was typed, whatever it is, and show it or what is wrong with it."""
        typed = typed_in(values)
        draft = Announcement(
            id=int(match["draft_id"]),
            guild_id=require_moderator(interaction),
            author_id=interaction.user.id,
            state=AnnouncementState.DRAFT,
            typed=typed,
            due_at=None,
            created_at=self.bot.clock(),
            replaces_id=int(match["replaces_id"]) or None,
        )
        # A preview from which the form was opened changes; a list stays.
        opened_from = interaction.message
        in_place = opened_from is not None and not opened_from.flags.components_v2
        async with Reply(interaction, in_place=in_place) as reply:
            zone = await chosen_zone(self.bot, draft.guild_id)
            typed = dataclasses.replace(typed, when=await lasting(typed.when, self.bot.clock(), zone))
            draft = dataclasses.replace(draft, typed=typed)
            try:
                await self.keep_and_show(reply, draft, interaction.id)
            except StoreError as error:
                _log.warning("A draft can't be stored now: %s", error)
                self.unsaved.keep(draft)
                buttons = render.ANNOUNCEMENT_BUTTONS.unsaved(draft.id)
                await reply.send(UNSAVED_TEXT, embed=render.typed_embed(typed), view=buttons)

    async def keep_and_show(self, reply: Reply, draft: Announcement, otherwise_id: int) -> None:
        """Store a draft and answer with its preview, or with what is wrong."""
        async with self.bot.database.change() as db:
            kept = await announcements.keep(db, draft, otherwise_id=otherwise_id)
            wanted = await channels.of_guild(db, draft.guild_id, topic=Topic.ANNOUNCEMENTS)
            changes_posts = await announcements.changes_what_is_out(db, kept, is_out=is_out())
            became = await health.outcome_of(db, kept.guild_id, kept.replaces_id or 0)
            zone = await guilds.zone_of(db, kept.guild_id)
        self.unsaved.forget(draft.key)
        try:
            checked = check(kept.typed, await due_or_problem(kept.typed.when, self.bot.clock(), zone))
            if changes_posts:
                refused, embed = bool(became.refused), announcement_embed(checked)
                stands = bool(became.posted) or not refused
                text = render.amended_preview_text(stands=stands, refused=refused)
                await reply.send(text, embed=embed, view=render.amended_buttons(kept.id, stands=stands))
                return
            going_to = await still_there(reply.interaction, wanted)
            repeat = None if checked.at is None else await repeat_of(kept, checked.at, zone, self.bot.clock())
            await reply.send(
                render.preview_text(
                    checked,
                    going_to,
                    len(wanted),
                    replaces=kept.replaces_id is not None,
                    unpinged=unpinged_of(reply.interaction, going_to),
                    repeat=repeat,
                ),
                embed=announcement_embed(checked),
                view=render.preview_buttons(
                    kept.id, timed=checked.at is not None, repeats=kept.replaces_id is None, repeat=repeat
                ),
            )
        except Unfit as unfit:
            wrong = render.problems_of(kept.typed, unfit)
            await reply.send(refused_text("posted", wrong), view=render.refused_buttons(kept.id, unfit.time))
        except discord.HTTPException as refusal:
            if refusal.status != BAD_REQUEST:
                raise
            problem = render.not_taken(refusal.text)
            await reply.send(refused_text("posted", [problem]), view=render.ANNOUNCEMENT_BUTTONS.refused(kept.id))

    async def send_out(self, interaction: Interaction, guild_id: int, draft_id: int, *, at_once: bool) -> None:
        """Post a draft now, or at the time it was given."""
        now, bot = self.bot.clock(), self.bot
        async with Reply(interaction, in_place=True) as reply:
            async with bot.database.read() as db:
                draft = await announcements.require_draft(db, guild_id, draft_id, by=interaction.user.id)
                wanted = await channels.of_guild(db, guild_id, topic=Topic.ANNOUNCEMENTS)
                changes_posts = await announcements.changes_what_is_out(db, draft, is_out=is_out())
                zone = await guilds.zone_of(db, guild_id)
            try:
                checked = check(draft.typed, None if at_once else await due_or_problem(draft.typed.when, now, zone))
            except Unfit as unfit:
                raise NotUnderstood("\n".join(render.problems_of(draft.typed, unfit))) from None
            if checked.at is None and not at_once:
                raise NotUnderstood(render.NO_TIME_TEXT)
            going_to = await still_there(interaction, wanted)
            if not going_to and not changes_posts:
                raise NotFound(render.nowhere_to_post_text(len(wanted)))
            repeat = None if checked.at is None else await repeat_of(draft, checked.at, zone, now)
            async with bot.database.change() as db:
                await announcements.set_repeat(db, guild_id, draft_id, repeat)
                opened_at, by = discord.utils.snowflake_time(draft_id), interaction.user.id
                others = await store.others_changed(db, guild_id, draft.replaces_id or 0, since=opened_at, but=by)
                going_out = await announcements.schedule(
                    db, guild_id, draft_id, at=checked.at, by=by, now=now, is_out=is_out()
                )
            unpinged = unpinged_of(interaction, going_to)
            told = render.settled_text(checked.at, going_to, len(wanted), others, unpinged=unpinged)
            if repeat is not None and checked.at is not None:
                told = f"{told}\n{render.repeat_line(checked.at, repeat)}"
            embed = announcement_embed(checked)
            await reply.send(render.AMENDED_TEXT if changes_posts else told, embed=embed)
        if changes_posts or checked.at is None:
            self.outcomes.show(interaction, going_out, embed)

    async def edit(self, interaction: Interaction, guild_id: int, draft_id: int) -> None:
        """Open the form again, with everything that was typed."""
        async with self.bot.database.read() as db:
            draft = await announcements.require_draft(db, guild_id, draft_id, by=interaction.user.id)
        await interaction.response.send_modal(announcement_form(draft.id, draft.typed, replaces_id=draft.replaces_id))

    async def cancel(self, interaction: Interaction, guild_id: int, draft_id: int) -> None:
        """Give a draft up; its words stay in front of the one who wrote them."""
        async with Reply(interaction, in_place=True) as reply:
            async with self.bot.database.change() as db:
                draft = await announcements.discard(db, guild_id, draft_id, by=interaction.user.id)
            await reply.send(render.ANNOUNCEMENT_CANCELLED_TEXT, embed=render.typed_embed(draft.typed))

    async def again(self, interaction: Interaction, guild_id: int, draft_id: int) -> None:
        """Store what couldn't be stored before."""
        draft = self.unsaved.get((guild_id, interaction.user.id, draft_id))
        if draft is None:
            raise TooLate(render.FORGOTTEN_TEXT)
        async with Reply(interaction, in_place=True) as reply:
            await self.keep_and_show(reply, draft, interaction.id)


async def repeat_of(draft: Announcement, at: datetime, chosen_zone: str | None, now: datetime) -> Repeat | None:
    """Give the rule by which a draft that is first due at an instant comes again; None for one that comes once.

    It goes by the clocks of the place that was typed, else by those of the zone that the server chose.
    """
    if draft.repeat is None:
        return None
    readings = await read(draft.typed.when, now=now, zone=chosen_zone or TOKYO)
    zone = readings.dates[0].zone
    is_of_a_place = readings.has_zone and "/" in zone and not zone.startswith("Etc/")
    return Repeat.from_first(draft.repeat.every, at, zone if is_of_a_place else chosen_zone or zone)


async def choose_repeat(interaction: Interaction, said: re.Match[str]) -> None:
    """Have a draft come again as often as was chosen, and show the preview with when that is."""
    guild_id, draft_id = require_moderator(interaction), int(said["draft_id"])
    bot, now, by = interaction.client, interaction.client.clock(), interaction.user.id
    values = cast("dict[str, Any]", interaction.data).get("values", [])
    every = next((each for each in Every if each.value in values), None)
    cog = cast("AnnounceCog", bot.get_cog(AnnounceCog.__cog_name__))
    async with Reply(interaction, in_place=True) as reply:
        zone = await chosen_zone(bot, guild_id)
        async with bot.database.read() as db:
            draft = await announcements.require_draft(db, guild_id, draft_id, by=by)
        at = await due_or_problem(draft.typed.when, now, zone)
        repeat = None
        if every is not None and isinstance(at, datetime):
            wanted = dataclasses.replace(draft, repeat=Repeat.from_first(every, at, zone or TOKYO))
            repeat = await repeat_of(wanted, at, zone, now)
        async with bot.database.change() as db:
            await repeat_store.choose_repeat(db, guild_id, draft_id, repeat, by=by)
        await cog.keep_and_show(reply, draft, interaction.id)


async def press_draft(interaction: Interaction, said: re.Match[str]) -> None:
    """Do what a button under a preview or a refusal says."""
    guild_id, draft_id = require_moderator(interaction), int(said["draft_id"])
    cog = cast("AnnounceCog", interaction.client.get_cog(AnnounceCog.__cog_name__))
    match said["act"]:
        case "edit":
            await cog.edit(interaction, guild_id, draft_id)
        case "cancel":
            await cog.cancel(interaction, guild_id, draft_id)
        case "again":
            await cog.again(interaction, guild_id, draft_id)
        case act:
            await cog.send_out(interaction, guild_id, draft_id, at_once=act == "post")


async def choose_time(interaction: Interaction, said: re.Match[str]) -> None:
    """Take one of the times that what was typed may mean, and show the preview."""
    guild_id, draft_id = require_moderator(interaction), int(said["draft_id"])
    cog = cast("AnnounceCog", interaction.client.get_cog(AnnounceCog.__cog_name__))
    at = datetime.fromtimestamp(int(said["instant"]), UTC)
    async with Reply(interaction, in_place=True) as reply:
        async with interaction.client.database.read() as db:
            draft = await announcements.require_draft(db, guild_id, draft_id, by=interaction.user.id)
        typed = dataclasses.replace(draft.typed, when=f"{at:%Y-%m-%dT%H:%M:%SZ}")
        await cog.keep_and_show(reply, dataclasses.replace(draft, typed=typed), interaction.id)


FOLLOWED_FOR: Final = timedelta(minutes=14)
"""Discord lets a reply be changed for 15 minutes."""
LOOKED_EVERY: Final = timedelta(seconds=30)
"""What another process posts isn't told of here."""


class OutcomeReplies:
    """Follows announcements until they are settled, and changes the replies to who posted them."""

    def __init__(self, bot: Yokoku) -> None:
        self._bot = bot
        self._following: set[asyncio.Task[None]] = set()

    def show(self, interaction: Interaction, announcement: Announcement, embed: discord.Embed) -> None:
        """Have the reply to an interaction, which shows `embed`, say what becomes of an announcement."""
        task = asyncio.create_task(self._follow(interaction, announcement, embed), name="follow an announcement")
        self._following.add(task)
        task.add_done_callback(self._following.discard)

    async def stop(self) -> None:
        """Follow nothing any more."""
        for task in self._following:
            task.cancel()
        await asyncio.gather(*self._following, return_exceptions=True)

    async def _follow(self, interaction: Interaction, announcement: Announcement, embed: discord.Embed) -> None:
        shown = ""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(FOLLOWED_FOR.total_seconds()):
                while True:
                    happened = self._bot.settled.next()
                    outcome = await self._read(announcement)
                    text = outcome_text(outcome, announcement.guild_id, is_change=announcement.version > 0)
                    if outcome.is_known and text != shown:
                        shown = text
                        await _show(interaction, announcement, outcome, text, embed)
                    if outcome.is_settled:
                        return
                    with contextlib.suppress(TimeoutError):
                        async with asyncio.timeout(LOOKED_EVERY.total_seconds()):
                            await happened.wait()

    async def _read(self, announcement: Announcement) -> PostsOutcome:
        """Read what became of it so far; nothing is known while the store can't be read."""
        try:
            async with self._bot.database.read() as db:
                return await health.outcome_of(db, announcement.guild_id, announcement.id)
        except StoreError as error:
            _log.info("What became of an announcement can't be read now: %s", error)
            return PostsOutcome()


async def _show(
    interaction: Interaction, announcement: Announcement, outcome: PostsOutcome, text: str, embed: discord.Embed
) -> None:
    is_refused = bool(outcome.refused) and announcement.state is AnnouncementState.SCHEDULED
    view = edit_button(announcement.id) if is_refused else None
    try:
        await interaction.edit_original_response(content=text, embeds=[embed], view=view)
    except discord.DiscordException as error:
        _log.info("What became of an announcement can't be shown: %s", error)


async def setup(bot: Yokoku) -> None:
    """Offer `/announce`, and answer its forms and buttons, old ones too."""
    cog = AnnounceCog(bot)
    await bot.add_cog(cog)
    bot.add_form(FORM_TEMPLATE, cog.take_form)
    bot.add_error_text(AnnouncementSettled, settled_problem_text)
    bot.add_error_text(NoSuchAnnouncement, no_such_text)
    bot.add_dynamic_items(
        button(render.ANNOUNCEMENT_DRAFT_TEMPLATE, press_draft),
        button(render.CHOICE_TEMPLATE, choose_time),
        button(render.REPEAT_TEMPLATE, choose_repeat),
    )
