"""`/catalogue edit`: a series' fields, corrected in a form, looked at, and saved.

**Follow the new entry**: what a server follows by an entry that AniList replaced moves to the new one.
"""

import dataclasses
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import discord
from discord import app_commands

from bot.catalogue.actions import merge_records
from bot.catalogue.corrections import as_opened, correct
from bot.catalogue.fields import GROUPS, Group, UnreadableField, read_field, typed_of
from bot.catalogue.model import Editor, Series, Titles
from bot.catalogue.records import TITLE_FIELDS, Change, FieldValue, value_of, with_value
from bot.catalogue.render import editing, refusals
from bot.catalogue.render import editing as render
from bot.catalogue.render.preview_card import preview_card
from bot.catalogue.render.previews import CORRECTION_BUTTONS, preview_buttons
from bot.catalogue.store import catalogue, corrections
from bot.catalogue.store.corrections import Draft
from bot.client import Interaction
from bot.database.engine import Connection
from bot.delivery.store.pauses import Moved, follow_instead
from bot.ui.forms import INPUT_LENGTH, refused_text
from bot.ui.text import list_words
from bot.web.links import UnreadableAddress
from cogs.catalogue.add import by_ref
from cogs.catalogue.drafts import (
    EVERYWHERE_OPTION,
    KINDS,
    SERIES_OPTION,
    Kind,
    begun,
    editor_of,
    keep_and_show,
    series_here,
    series_meant,
    show_again,
)
from cogs.interactions import Reply, require_moderator
from cogs.series_by_title import complete_title, series_still_known

EDIT_DRAFT = "edit"


@dataclass(frozen=True, slots=True)
class PendingFieldEdit:
    """What a draft would change: the series as it stands, the values, what is wrong, and what others changed since."""

    series: Series
    values: Mapping[str, Any]
    problems: Sequence[str]
    others: Mapping[str, Change]

    def changes(self, editor: Editor, at: datetime) -> list[Change]:
        """List what would be changed, for the preview."""
        return [
            Change(0, self.series.id, name, at, str(editor.by), editor.guild_id, FieldValue(before), FieldValue(value))
            for name, value in self.values.items()
            if (before := value_of(self.series, name)) != value
        ]

    def since(self, at: datetime) -> list[Change]:
        """List what others changed of the same fields after this instant."""
        return [change for name, change in self.others.items() if name in self.values and change.at > at]


@app_commands.command(name="edit", description="Correct what the catalogue says about a series, in this server")
@app_commands.describe(
    series=SERIES_OPTION,
    what="Which fields (default: those on the card)",
    everywhere=EVERYWHERE_OPTION,
)
@app_commands.choices(
    what=[
        app_commands.Choice(name="Title, story, studio, episodes, site", value=Group.CARD.value),
        app_commands.Choice(name="Titles", value=Group.TITLES.value),
        app_commands.Choice(name="Format, picture, for adults, ids", value=Group.DETAILS.value),
        app_commands.Choice(name="Credits and services", value=Group.PEOPLE.value),
    ]
)
@app_commands.autocomplete(series=complete_title)
async def edit(
    interaction: Interaction,
    series: str,
    what: app_commands.Choice[str] | None = None,
    everywhere: bool = False,
) -> None:
    """Correct what the catalogue says of a series, in this server."""
    editor = await editor_of(interaction, everywhere=everywhere)
    found = await series_meant(interaction, series, editor)
    group = Group(what.value) if what else Group.CARD
    typed = {name: typed_of(found, name) for name in GROUPS[group]}
    await interaction.response.send_modal(
        render.edit_form(interaction.id, found.id, group, typed, everywhere=everywhere)
    )


async def take_form(interaction: Interaction, match: re.Match[str], typed: dict[str, str]) -> None:
    """Keep what was typed, and show what would be changed."""
    said = {
        "series_id": int(match["series_id"]),
        "group": match["group"],
        "everywhere": match["everywhere"] == "1",
        "typed": typed,
    }
    await editor_of(interaction, everywhere=bool(said["everywhere"]))
    await keep_and_show(interaction, begun(interaction, EDIT_DRAFT, said, draft_id=int(match["draft_id"])))


def _form(draft: Draft) -> discord.ui.Modal:
    said = draft.said
    group = Group(said["group"])
    return render.edit_form(draft.id, said["series_id"], group, said["typed"], everywhere=said["everywhere"])


async def _show(reply: Reply, draft: Draft) -> None:
    interaction, everywhere = reply.interaction, draft.said["everywhere"]
    editor = await editor_of(interaction, everywhere=everywhere)
    now = interaction.client.clock()
    async with interaction.client.database.read() as db:
        pending = await _pending_edit(db, draft, editor)
        airing = await catalogue.airing_of(db, pending.series.id, guild_id=editor.guild_id)
    if pending.problems:
        await reply.send(refused_text("saved", pending.problems), view=CORRECTION_BUTTONS.refused(draft.id))
        return
    changes = pending.changes(editor, now)
    if not changes:
        await reply.send(render.NOTHING_CHANGED, view=CORRECTION_BUTTONS.refused(draft.id))
        return
    changed = pending.series
    for name, value in pending.values.items():
        changed = with_value(changed, name, value)
    text = render.edit_preview_text(
        changes, pending.since(discord.utils.snowflake_time(draft.id)), everywhere=everywhere
    )
    card = preview_card(changed, airing.releases, airing.changes, now)
    await reply.send(text, embed=card, view=preview_buttons(draft.id))


async def _pending_edit(db: Connection, draft: Draft, editor: Editor) -> PendingFieldEdit:
    """Find what a draft would change as things stand now."""
    series_id, fields = draft.said["series_id"], GROUPS[Group(draft.said["group"])]
    opened, others = await as_opened(db, series_id, fields, editor, discord.utils.snowflake_time(draft.id))
    series = await corrections.by_id(db, series_id, editor.guild_id, hidden_too=True) or opened
    values, problems = {}, []
    for name in fields:
        typed = draft.said["typed"].get(name, "")
        if _as_sent(typed) == _as_sent(typed_of(opened, name)[:INPUT_LENGTH]):
            continue
        try:
            values[name] = read_field(series, name, typed)
        except UnreadableField as problem:
            problems.append(refusals.field_problem_text(problem))
        except UnreadableAddress as problem:
            problems.append(refusals.field_address_text(problem))
    titles = [values.get(name, value_of(series, name)) for name in TITLE_FIELDS]
    if not problems and not any(titles):
        problems.append(refusals.NO_TITLE_TEXT)
    return PendingFieldEdit(series, values, problems, others)


def _as_sent(text: str) -> str:
    """Give a text as Discord sends it: it trims what is typed in a form, and has its own line breaks."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


async def _save(reply: Reply, draft: Draft) -> None:
    interaction, everywhere = reply.interaction, draft.said["everywhere"]
    editor, bot = await editor_of(interaction, everywhere=everywhere), interaction.client
    await series_here(interaction, draft.said["series_id"], editor, hidden_too=True)
    now, made = bot.clock(), []
    async with bot.database.change() as db:
        await corrections.require_draft(db, *draft.key)  # of two presses the second finds nothing
        pending = await _pending_edit(db, draft, editor)
        is_news = bool(pending.problems or pending.since(draft.created_at))
        if not is_news:
            for name, value in pending.values.items():
                made.append(await correct(db, pending.series.id, name, value, editor, at=now))
            await corrections.discard_draft(db, draft)
    if is_news:
        # Told of once, another's change is overwritten when it is saved all the same.
        await show_again(reply, dataclasses.replace(draft, created_at=now))
        return
    await reply.send(render.saved_text([each for each in made if each], everywhere=everywhere))


KINDS[EDIT_DRAFT] = Kind(_show, _save, _form, lambda draft: render.named(draft.said["typed"]))


# --- following a new entry --------------------------------------------------------------------------------------------


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
