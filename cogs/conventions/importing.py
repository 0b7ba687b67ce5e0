"""`/convention import`: the conventions of a calendar, previewed, saved together, and kept up to date if one likes."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, Final

import discord
from discord import app_commands

from bot.calendars import following_store
from bot.calendars.following import MOST_IMPORTED, keep_imported
from bot.calendars.following_store import MOST_FOLLOWED, READ_EVERY, FollowedCalendar, FollowedEvent
from bot.calendars.importing import ImportedEdition, imported
from bot.calendars.reading import EventProblem, LeftOutEvent, ReadEvent, read_calendar
from bot.calendars.render import importing as render
from bot.catalogue.model import Editor
from bot.catalogue.render.previews import CORRECTION_BUTTONS
from bot.catalogue.store import corrections
from bot.catalogue.store.corrections import Draft
from bot.client import Interaction
from bot.conventions.fields import blank_edition, read_edition
from bot.conventions.places import zones_of
from bot.conventions.render.refusals import edition_problem_text
from bot.conventions.store import editions
from bot.database.engine import Connection
from bot.database.types import Codec
from bot.errors import NotAllowed, NotFound, NotUnderstood, TooLate
from bot.feeds.reading import read_feed_address
from bot.web.fetch import FetchError, checked
from cogs.catalogue.drafts import EVERYWHERE_OPTION, KINDS, Kind, begun, editor_of, keep_and_show
from cogs.interactions import Reply, answer

IMPORT_DRAFT: Final = "editions"
_EVENTS: Final = Codec[tuple[ReadEvent, ...]](tuple[ReadEvent, ...])


@app_commands.command(name="import", description="Add the conventions of a calendar, from the address of its .ics file")
@app_commands.describe(
    address="The address of the calendar, such as https://example.org/conventions.ics",
    place="Where they are held: a city and a country, such as Berlin, Germany",
    everywhere=EVERYWHERE_OPTION,
)
async def import_calendar(interaction: Interaction, address: str, place: str, everywhere: bool = False) -> None:
    """Read a calendar, and show what would come of it."""
    await editor_of(interaction, everywhere=everywhere)
    feeds = interaction.client.feeds
    # As calendar programs write it; which origins may be private is the same for all that moderators name.
    secured = re.sub(r"^webcal://", "https://", address.strip())
    url = read_feed_address(secured, feeds.trusted if feeds is not None else ())
    await keep_and_show(interaction, _read(interaction, url, place, everywhere=everywhere))


async def _read(interaction: Interaction, url: str, place: str, *, everywhere: bool) -> Draft:
    now, fetcher = interaction.client.clock(), interaction.client.fetcher
    base, problems = await read_edition(blank_edition(None, today=now.date()), {"place": place}, now=now)
    if not base.country:
        raise NotUnderstood(edition_problem_text(problems[0], ""))
    if problems:  # a country of several zones, in which nobody knows the city: most of its people's will do
        base = replace(base, zone=zones_of(base.country)[0])
    if fetcher is None:
        raise NotAllowed(render.calendar_away_text("this bot fetches nothing"))
    try:
        response = checked(await fetcher.get(url))
    except FetchError as error:
        raise NotFound(render.calendar_away_text(str(error))) from None
    found = await asyncio.to_thread(read_calendar, response.body, now)
    said: dict[str, Any] = {
        "url": url,
        "everywhere": everywhere,
        "place": {name: getattr(base, name) for name in ("city", "country", "zone")},
        "events": _EVENTS.dump(found.events[:MOST_IMPORTED]),
        "left_out": [[each.name, each.why.value] for each in found.left_out[:MOST_IMPORTED]],
        "more": found.more + max(len(found.events) - MOST_IMPORTED, 0),
    }
    return begun(interaction, IMPORT_DRAFT, said)


async def _pending(interaction: Interaction, db: Connection, draft: Draft) -> list[ImportedEdition]:
    said, editor = draft.said, await editor_of(interaction, everywhere=draft.said["everywhere"])
    place = replace(blank_edition(None, today=interaction.client.clock().date()), **said["place"])
    held = await editions.all_editions(db, guild_id=editor.guild_id)
    return imported(_EVENTS.load(said["events"]), place, held, said["url"])


async def _show(reply: Reply, draft: Draft) -> None:
    async with reply.interaction.client.database.read() as db:
        found = await _pending(reply.interaction, db, draft)
    left_out = [LeftOutEvent(name, EventProblem(why)) for name, why in draft.said["left_out"]]
    is_needed = any(not each.is_same for each in found)
    text = render.import_text(found, left_out, draft.said["more"], everywhere=draft.said["everywhere"])
    save = [CORRECTION_BUTTONS.button("Save", "save", draft.id)] if is_needed else []
    follow = CORRECTION_BUTTONS.button(
        "Save and keep up to date" if is_needed else "Keep up to date", "follow", draft.id
    )
    view = CORRECTION_BUTTONS.preview(draft.id, *save, follow, edit=None)
    await reply.send(text if is_needed or left_out else render.NOTHING_TO_IMPORT, view=view)


async def _save(reply: Reply, draft: Draft, *, follows: bool = False) -> None:
    interaction, everywhere = reply.interaction, draft.said["everywhere"]
    editor, now = await editor_of(interaction, everywhere=everywhere), interaction.client.clock()
    async with interaction.client.database.change() as db:
        await corrections.require_draft(db, *draft.key)  # of two presses the second finds nothing
        found = await _pending(interaction, db, draft)
        slugs = [await keep_imported(db, each, editor, now=now) for each in found]
        if follows:
            await _follow(db, draft, editor, now, list(zip(found, slugs, strict=True)))
        await corrections.discard_draft(db, draft)
    added = sum(1 for each in found if each.before is None)
    changed = sum(1 for each in found if not each.is_same) - added
    await reply.send(render.imported_text(added, changed, everywhere=everywhere, follows=follows))


async def _follow(
    db: Connection, draft: Draft, editor: Editor, now: datetime, became: Sequence[tuple[ImportedEdition, str]]
) -> None:
    """Keep the calendar up to date from now on, whose events have become the editions of these slugs."""
    followed = await following_store.calendars_of(db, editor.guild_id)
    if len(followed) >= MOST_FOLLOWED and draft.said["url"] not in {each.address for each in followed}:
        raise NotAllowed(render.too_many_calendars_text(MOST_FOLLOWED))
    calendar = FollowedCalendar(
        0,
        editor.guild_id,
        draft.said["url"],
        **draft.said["place"],
        added_by=editor.by,
        added_at=now,
        next_at=now + READ_EVERY,
        read_at=now,
    )
    calendar_id = await following_store.add(db, calendar)
    for each, slug in became:
        await following_store.keep_event(db, calendar_id, FollowedEvent(each.event, slug))


KINDS[IMPORT_DRAFT] = Kind(_show, _save, acts={"follow": partial(_save, follows=True)})


# --- calendars that are kept up to date -------------------------------------------------------------------------------


@app_commands.command(name="calendars", description="List the calendars that are kept up to date, and stop them")
@app_commands.describe(everywhere=EVERYWHERE_OPTION)
async def list_calendars(interaction: Interaction, everywhere: bool = False) -> None:
    """List the calendars whose conventions are read again each day."""
    await answer(interaction, view=await _listed(interaction, everywhere=everywhere), ephemeral=True)


async def _listed(interaction: Interaction, *, everywhere: bool) -> discord.ui.LayoutView:
    editor = await editor_of(interaction, everywhere=everywhere)
    async with interaction.client.database.snapshot() as db:
        followed = await following_store.calendars_of(db, editor.guild_id)
        counts = await following_store.counts_of(db, editor.guild_id)
    return render.calendars_layout([(each, counts.get(each.id, 0)) for each in followed], everywhere=everywhere)


async def stop_pressed(interaction: Interaction, said: re.Match[str]) -> None:
    """Keep a calendar up to date no longer, and show those that are left."""
    everywhere = said["everywhere"] == "1"
    editor = await editor_of(interaction, everywhere=everywhere)
    async with interaction.client.database.change() as db:
        stopped = await following_store.stop(db, int(said["calendar_id"]), editor.guild_id)
    if not stopped:
        raise TooLate(render.CALENDAR_GONE)
    await interaction.response.edit_message(view=await _listed(interaction, everywhere=everywhere))
