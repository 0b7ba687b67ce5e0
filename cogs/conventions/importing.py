"""`/convention import`: the conventions of a calendar, previewed and saved together."""

import asyncio
import re
from dataclasses import replace
from typing import Any, Final

from discord import app_commands

from bot.calendars.importing import ImportedEdition, imported
from bot.calendars.reading import EventProblem, LeftOutEvent, ReadEvent, read_calendar
from bot.calendars.render import importing as render
from bot.catalogue.render.previews import CORRECTION_BUTTONS
from bot.catalogue.store import corrections
from bot.catalogue.store.corrections import Draft
from bot.client import Interaction
from bot.conventions.editing import add_edition, change_edition
from bot.conventions.fields import blank_edition, read_edition
from bot.conventions.places import zones_of
from bot.conventions.render.refusals import edition_problem_text
from bot.conventions.store import editions
from bot.database.engine import Connection
from bot.database.types import Codec
from bot.errors import NotAllowed, NotFound, NotUnderstood
from bot.feeds.reading import read_feed_address
from bot.web.fetch import FetchError, checked
from cogs.catalogue.drafts import EVERYWHERE_OPTION, KINDS, Kind, begun, editor_of, keep_and_show
from cogs.interactions import Reply

IMPORT_DRAFT: Final = "editions"
MOST_IMPORTED: Final = 100
"""So many conventions are taken at once, the soonest."""
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
    view = CORRECTION_BUTTONS.preview(draft.id, *save, edit=None)
    await reply.send(text if is_needed or left_out else render.NOTHING_TO_IMPORT, view=view)


async def _save(reply: Reply, draft: Draft) -> None:
    interaction, everywhere = reply.interaction, draft.said["everywhere"]
    editor, now = await editor_of(interaction, everywhere=everywhere), interaction.client.clock()
    async with interaction.client.database.change() as db:
        await corrections.require_draft(db, *draft.key)  # of two presses the second finds nothing
        found = [each for each in await _pending(interaction, db, draft) if not each.is_same]
        for each in found:
            if each.before is None:
                await add_edition(db, each.after, editor, at=now)
            else:
                await change_edition(db, each.before, each.after, editor, at=now)
        await corrections.discard_draft(db, draft)
    added = sum(1 for each in found if each.before is None)
    await reply.send(render.imported_text(added, len(found) - added, everywhere=everywhere))


KINDS[IMPORT_DRAFT] = Kind(_show, _save)
