"""`/convention add`, `edit`, `date`, `guests` and `cancel`: an edition as moderators, or the bot's owners, know it."""

import dataclasses
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import discord
from discord import app_commands

from bot.catalogue.model import Editor
from bot.catalogue.records import DraftSettled
from bot.catalogue.render.previews import CORRECTION_BUTTONS, preview_buttons
from bot.catalogue.store import corrections
from bot.catalogue.store.corrections import Draft
from bot.client import Interaction
from bot.conventions.changes import EditionChange, as_opened, changed_fields, is_move
from bot.conventions.editing import add_edition, change_edition, edition_of
from bot.conventions.fields import (
    CANCELLED,
    EDITION_GROUPS,
    EditionGroup,
    blank_edition,
    convention_name,
    convention_of,
    read_edition,
    typed_of,
)
from bot.conventions.finding import successors_name
from bot.conventions.model import Edition
from bot.conventions.newswriting import tell_of_move
from bot.conventions.render import editing as render
from bot.conventions.render.editions import edition_card
from bot.conventions.render.fields import EDITION_FIELD_NAMES
from bot.conventions.render.refusals import edition_problem_text, known_already_text
from bot.conventions.store import editions, history
from bot.database.engine import Connection
from bot.errors import NotUnderstood
from bot.folding import fold
from bot.ui.forms import INPUT_LENGTH, refused_text
from cogs.catalogue.drafts import EVERYWHERE_OPTION, KINDS, Kind, begun, editor_of, keep_and_show, show_again
from cogs.conventions.listing import complete_edition, edition_meant
from cogs.interactions import Reply, require_moderator

EDITION_DRAFT: Final = "edition"
EDITION_OPTION: Final = "The convention, with its year"


@app_commands.command(name="add", description="Add a convention that isn't listed, or another year of one that is")
@app_commands.describe(
    convention="A convention that is listed, to add its next year (default: a new one)", everywhere=EVERYWHERE_OPTION
)
@app_commands.autocomplete(convention=complete_edition)
async def add(interaction: Interaction, convention: str | None = None, everywhere: bool = False) -> None:
    """Open the form for an edition; of a known convention with its place and site."""
    editor = await editor_of(interaction, everywhere=everywhere)
    like = await edition_meant(interaction, convention, guild_id=editor.guild_id) if convention else None
    typed = {"status": ""}
    if like is not None:
        latest = await _latest(interaction, like, editor)
        like = latest
        typed = {field: typed_of(latest, field) for field in ("place", "venue", "site")}
        typed["name"] = successors_name(latest)
    form = render.edition_form(
        interaction.id,
        EditionGroup.CARD,
        typed,
        edition_id=0,
        like_id=like.id if like else 0,
        everywhere=everywhere,
    )
    await interaction.response.send_modal(form)


async def _latest(interaction: Interaction, like: Edition, editor: Editor) -> Edition:
    async with interaction.client.database.read() as db:
        held = await editions.all_editions(db, guild_id=editor.guild_id)
    return [one for one in held if one.convention == like.convention][-1]


@app_commands.command(name="edit", description="Correct what is known about a convention, in this server")
@app_commands.describe(
    convention=EDITION_OPTION, what="Which fields (default: those on the card)", everywhere=EVERYWHERE_OPTION
)
@app_commands.choices(
    what=[
        app_commands.Choice(name="Name, days, place, venue, site", value=EditionGroup.CARD.value),
        app_commands.Choice(name="Time zone, tickets, status, source", value=EditionGroup.DETAILS.value),
        app_commands.Choice(name="Guests", value=EditionGroup.GUESTS.value),
    ]
)
@app_commands.autocomplete(convention=complete_edition)
async def edit(
    interaction: Interaction,
    convention: str,
    what: app_commands.Choice[str] | None = None,
    everywhere: bool = False,
) -> None:
    """Open the form for an edition's fields."""
    group = EditionGroup(what.value) if what else EditionGroup.CARD
    await _open(interaction, convention, group, everywhere=everywhere)


@app_commands.command(name="guests", description="Set who is a guest of a convention")
@app_commands.describe(convention=EDITION_OPTION, everywhere=EVERYWHERE_OPTION)
@app_commands.autocomplete(convention=complete_edition)
async def guests(interaction: Interaction, convention: str, everywhere: bool = False) -> None:
    """Open the form for an edition's guests."""
    await _open(interaction, convention, EditionGroup.GUESTS, everywhere=everywhere)


async def _open(interaction: Interaction, convention: str, group: EditionGroup, *, everywhere: bool) -> None:
    editor = await editor_of(interaction, everywhere=everywhere)
    found = await edition_meant(interaction, convention, guild_id=editor.guild_id)
    typed = {field: typed_of(found, field) for field in EDITION_GROUPS[group]}
    form = render.edition_form(interaction.id, group, typed, edition_id=found.id, like_id=0, everywhere=everywhere)
    await interaction.response.send_modal(form)


@app_commands.command(name="date", description="Set on which days a convention is held")
@app_commands.describe(
    convention=EDITION_OPTION,
    days="The days, as exact as they are known: 2–5 July 2027, July 2027",
    everywhere=EVERYWHERE_OPTION,
)
@app_commands.autocomplete(convention=complete_edition)
async def date(interaction: Interaction, convention: str, days: str, everywhere: bool = False) -> None:
    """Say on which days an edition is held."""
    await _begin(interaction, convention, {"days": days}, EditionGroup.DAYS, everywhere=everywhere)


@app_commands.command(name="cancel", description="Say that a convention isn't held")
@app_commands.describe(convention=EDITION_OPTION, everywhere=EVERYWHERE_OPTION)
@app_commands.autocomplete(convention=complete_edition)
async def cancel(interaction: Interaction, convention: str, everywhere: bool = False) -> None:
    """Say that an edition is cancelled."""
    await _begin(interaction, convention, {"status": CANCELLED}, EditionGroup.DETAILS, everywhere=everywhere)


async def _begin(
    interaction: Interaction, convention: str, typed: dict[str, str], group: EditionGroup, *, everywhere: bool
) -> None:
    editor = await editor_of(interaction, everywhere=everywhere)
    found = await edition_meant(interaction, convention, guild_id=editor.guild_id)
    said = {"edition_id": found.id, "like_id": 0, "group": group.value, "everywhere": everywhere, "typed": typed}
    await keep_and_show(interaction, begun(interaction, EDITION_DRAFT, said))


# --- the draft --------------------------------------------------------------------------------------------------------


async def take_form(interaction: Interaction, match: re.Match[str], typed: dict[str, str]) -> None:
    """Keep what was typed, beside what was typed in another form of the same draft, and show what comes of it."""
    everywhere, draft_id = match["everywhere"] == "1", int(match["draft_id"])
    await editor_of(interaction, everywhere=everywhere)
    async with interaction.client.database.read() as db:
        try:
            before = await corrections.require_draft(db, require_moderator(interaction), interaction.user.id, draft_id)
        except DraftSettled:
            before = None
    kept = before.said["typed"] if before is not None and before.about == EDITION_DRAFT else {}
    said = {
        "edition_id": int(match["edition_id"]),
        "like_id": int(match["like_id"]),
        "group": match["group"],
        "everywhere": everywhere,
        "typed": {**kept, **typed},
    }
    await keep_and_show(interaction, begun(interaction, EDITION_DRAFT, said, draft_id=draft_id))


def _form(draft: Draft, group: EditionGroup | None = None) -> discord.ui.Modal:
    said = draft.said
    group = group or EditionGroup(said["group"])
    typed = {**said.get("stands", {}), **said["typed"]}
    return render.edition_form(
        draft.id,
        group,
        typed,
        edition_id=said["edition_id"],
        like_id=said["like_id"],
        everywhere=said["everywhere"],
    )


@dataclass(frozen=True, slots=True)
class PendingEdition:
    """What a draft would make of an edition; `before` is None for a new one; `others` is what others changed since."""

    before: Edition | None
    after: Edition
    problems: Sequence[str] = ()
    others: Sequence[EditionChange] = ()

    @property
    def fields(self) -> list[str]:
        """The fields that would be changed."""
        return [] if self.before is None else changed_fields(self.before, self.after)

    @property
    def is_move(self) -> bool:
        """Whether it has other days, or is cancelled, or held after all."""
        return self.before is not None and is_move(self.before, self.after)

    def since(self, at: Any) -> list[EditionChange]:  # noqa: ANN401 - an instant
        """List what others changed of the same fields after an instant."""
        return [each for each in self.others if each.field in self.fields and each.at > at]


async def _pending(interaction: Interaction, db: Connection, draft: Draft, editor: Editor) -> PendingEdition:
    said, now = draft.said, interaction.client.clock()
    if not said["edition_id"]:
        return await _pending_new(interaction, db, draft, editor)
    edition = await edition_of(db, said["edition_id"], editor)
    opened_at = discord.utils.snowflake_time(draft.id)
    since = await history.changes_since(db, await editions.base_of(db, edition), editor.guild_id, opened_at)
    opened = as_opened(edition, since)
    typed = typed_anew(said["typed"], lambda field: typed_of(opened, field)[:INPUT_LENGTH])
    after, problems = await read_edition(edition, typed, now=now)
    return PendingEdition(edition, after, _texts(problems, typed), since)


async def _pending_new(interaction: Interaction, db: Connection, draft: Draft, editor: Editor) -> PendingEdition:
    typed, now = draft.said["typed"], interaction.client.clock()
    held = await editions.all_editions(db, guild_id=editor.guild_id)
    like = next((one for one in held if one.id == draft.said["like_id"]), None)
    like = like or convention_of(typed.get("name", ""), held)
    after, problems = await read_edition(blank_edition(like, today=now.date()), typed, now=now)
    after = dataclasses.replace(after, convention=like.convention if like else convention_name(after.name))
    texts = _texts(problems, typed)
    if fold(after.name) in {fold(one.name) for one in held} - {""}:
        texts.append(known_already_text(after.name))
    return PendingEdition(None, after, texts)


def _texts(problems: Sequence[NotUnderstood], typed: dict[str, str]) -> list[str]:
    when = typed.get("days") or typed.get("tickets") or ""
    return [edition_problem_text(problem, when) for problem in problems]


def typed_anew(typed: Mapping[str, str], stood: Callable[[str], str]) -> dict[str, str]:
    """Give the fields of a form in which something else was typed than what `stood` there when it was opened."""
    return {field: text for field, text in typed.items() if _as_sent(text) != _as_sent(stood(field))}


def _as_sent(text: str) -> str:
    """Give a text as Discord sends it: it trims what is typed in a form, and has its own line breaks."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


async def _show(reply: Reply, draft: Draft) -> None:
    interaction, everywhere = reply.interaction, draft.said["everywhere"]
    editor = await editor_of(interaction, everywhere=everywhere)
    async with interaction.client.database.read() as db:
        pending = await _pending(interaction, db, draft, editor)
    if pending.problems:
        view = render.edition_refused_buttons(draft.id)
        await reply.send(refused_text("saved", pending.problems), view=view)
        return
    card = edition_card(pending.after, (), interaction.client.clock())
    if pending.before is None:
        text = render.new_edition_text(pending.after, everywhere=everywhere)
        await reply.send(text, embed=card, view=render.edition_preview_buttons(draft.id))
    elif not pending.fields and draft.said["group"] == EditionGroup.DAYS:
        text = render.same_days_text(pending.after, everywhere=everywhere)
        await reply.send(text, embed=card, view=preview_buttons(draft.id))
    elif not pending.fields:
        await reply.send(render.SAME_TEXT, view=CORRECTION_BUTTONS.refused(draft.id))
    else:
        since = pending.since(discord.utils.snowflake_time(draft.id))
        text = render.changed_edition_text(pending.before, pending.after, pending.fields, since, everywhere=everywhere)
        can_tell = pending.is_move and interaction.client.clock() < pending.after.over_at
        view = render.move_buttons(draft.id) if can_tell else preview_buttons(draft.id)
        await reply.send(text, embed=card, view=view)


async def _save(reply: Reply, draft: Draft, *, tells: bool = False) -> None:
    interaction, everywhere = reply.interaction, draft.said["everywhere"]
    editor, bot = await editor_of(interaction, everywhere=everywhere), interaction.client
    now = bot.clock()
    async with bot.database.change() as db:
        await corrections.require_draft(db, *draft.key)  # of two presses the second finds nothing
        pending = await _pending(interaction, db, draft, editor)
        is_news = bool(pending.problems or pending.since(draft.created_at))
        if not is_news:
            if pending.before is None:
                await add_edition(db, pending.after, editor, at=now)
            else:
                await change_edition(db, pending.before, pending.after, editor, at=now)
                if tells and pending.is_move:
                    headline = render.move_headline(pending.before, pending.after)
                    text = render.move_text(pending.before)
                    await tell_of_move(db, pending.after, headline, text, editor, now=now)
            await corrections.discard_draft(db, draft)
    if is_news:
        # Told of once, another's change is overwritten when it is saved all the same.
        await show_again(reply, dataclasses.replace(draft, created_at=now))
        return
    text = render.saved_edition_text(pending.before, pending.after, pending.fields, everywhere=everywhere)
    await reply.send(f"{text}\n{render.TOLD_TEXT}" if tells and pending.is_move else text)


KINDS[EDITION_DRAFT] = Kind(
    _show,
    _save,
    _form,
    lambda draft: {EDITION_FIELD_NAMES[name]: text for name, text in draft.said["typed"].items()},
    acts={"tell": partial(_save, tells=True)},
    forms={"details": lambda draft: _form(draft, EditionGroup.DETAILS)},
)
