"""`/catalogue add`: a series looked up at the sources, or written by hand where none knows it."""

import asyncio
import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from discord import app_commands

from bot.catalogue.actions import merge_records
from bot.catalogue.corrections import add_series
from bot.catalogue.fields import UnreadableField, read_field
from bot.catalogue.model import Format, Series, Source, Titles
from bot.catalogue.records import Catalogues, SourceRecord, with_value
from bot.catalogue.render import editing, refusals
from bot.catalogue.render.editing import known_buttons
from bot.catalogue.render.names import plain_title
from bot.catalogue.render.preview_card import preview_card, series_links
from bot.catalogue.render.previews import CORRECTION_BUTTONS, preview_buttons
from bot.catalogue.sources import SourceAway
from bot.catalogue.store import catalogue, corrections, search
from bot.catalogue.store.corrections import Draft
from bot.client import Interaction
from bot.errors import NotFound, TooLate
from bot.subscriptions.store import watchlist
from bot.ui.forms import refused_text
from bot.web.links import UnreadableAddress
from cogs.catalogue.drafts import EVERYWHERE_OPTION, KINDS, Kind, begun, editor_of, keep_and_show, memory_of
from cogs.interactions import Reply, require_moderator

FIRST_ANSWER: Final = timedelta(seconds=1.4)
"""How long the source may take before people are told that it is slow: the store takes its time, too."""
LOOKUP_TIMEOUT: Final = timedelta(minutes=10)
"""Discord: an answer can be changed for a quarter of an hour."""


@app_commands.command(name="add", description="Add a series from AniList, or write one by hand")
@app_commands.describe(
    series="A title in any language, or an AniList or MyAnimeList address", everywhere=EVERYWHERE_OPTION
)
async def add(interaction: Interaction, series: str, everywhere: bool = False) -> None:
    """Add a series to the catalogue: from AniList, or written by hand."""
    await editor_of(interaction, everywhere=everywhere)
    typed = series.strip()
    async with interaction.client.database.read() as db:
        known = await search.find(db, typed, guild_id=interaction.guild_id)
    if known:
        async with Reply(interaction) as reply:
            await _show_known(reply, known[0], typed=typed)
        return
    await look_up(interaction, typed, everywhere=everywhere)


async def look_up(interaction: Interaction, typed: str, *, everywhere: bool) -> None:
    """Ask the sources, and show what they say; where they are slow, that is said first, and then changed."""
    source = interaction.client.catalogues
    if source is None:
        view = editing.hand_buttons(typed, everywhere=everywhere)
        await interaction.response.send_message(editing.NO_SOURCE, view=view, ephemeral=True)
        return
    asked = asyncio.ensure_future(_asked(source, typed))
    done, _ = await asyncio.wait({asked}, timeout=FIRST_ANSWER.total_seconds())
    if not done or isinstance(asked.exception(), _StillComing):
        await interaction.response.send_message(editing.SLOW_TEXT, ephemeral=True)
    async with Reply(interaction) as reply:
        try:
            found = await _brought(asked)
        except (SourceAway, TimeoutError) as error:
            why = editing.away_text(error) if isinstance(error, SourceAway) else editing.LOST_TEXT
            await reply.send(why, view=editing.hand_buttons(typed, everywhere=everywhere))
            return
        await _show(reply, found, typed, everywhere=everywhere)


class _StillComing(Exception):
    """The source says itself that its answer takes longer."""

    def __init__(self, away: SourceAway) -> None:
        super().__init__(str(away))
        self.away = away


async def _asked(source: Catalogues, typed: str) -> Sequence[SourceRecord]:
    try:
        return await source.look_up(typed)
    except SourceAway as away:
        if away.is_coming:
            raise _StillComing(away) from away
        raise


async def _brought(asked: "asyncio.Future[Sequence[SourceRecord]]") -> Sequence[SourceRecord]:
    """Wait for what the source answers in the end. Raises `SourceAway`, and `TimeoutError` where it never does."""
    async with asyncio.timeout(LOOKUP_TIMEOUT.total_seconds()):
        try:
            return await asked
        except _StillComing as coming:
            return await coming.away.answer()


async def _show(reply: Reply, found: Sequence[SourceRecord], typed: str, *, everywhere: bool) -> None:
    memory = memory_of(reply.interaction)
    for each in found:
        if ref := editing.ref_of(each):
            memory.remember(ref, each)
    with_id = [each for each in found if editing.ref_of(each)]
    if not with_id:
        await reply.send(editing.nothing_text(typed), view=editing.hand_buttons(typed, everywhere=everywhere))
    elif len(with_id) == 1:
        await _show_one(reply, with_id[0], everywhere=everywhere)
    else:
        text = editing.which_text(typed, min(len(with_id), editing.MOST_CANDIDATES_SHOWN), len(with_id))
        await reply.send(text, view=editing.which_buttons(with_id, typed, everywhere=everywhere))


async def _show_one(reply: Reply, statement: SourceRecord, *, everywhere: bool = False) -> None:
    """Show the card of a source's series with **Add**; of one that is known already, its own."""
    interaction = reply.interaction
    async with interaction.client.database.read() as db:
        known = await catalogue.series_by_foreign_ids(db, statement.series)
        known = await corrections.corrected_for_guild(db, known, interaction.guild_id)
    new, ref = statement.series, editing.ref_of(statement) or ""
    is_other = bool(known) and known[0].anilist_id is not None and new.anilist_id not in {None, known[0].anilist_id}
    if known and not is_other:
        await _show_known(reply, known[0])
        return
    card = preview_card(new, statement.releases, (), interaction.client.clock())
    if known:
        view = editing.other_entry_buttons(known[0], new, ref, everywhere=everywhere)
        await reply.send(editing.other_entry_text(known[0], new), embed=card, view=view)
    else:
        await reply.send(editing.preview_text(), embed=card, view=editing.preview_buttons(ref, everywhere=everywhere))


async def _show_known(reply: Reply, series: Series, *, typed: str | None = None) -> None:
    await _show_in_catalogue(reply, series, editing.known_text(series), typed=typed)


async def _show_in_catalogue(reply: Reply, series: Series, text: str, *, typed: str | None = None) -> None:
    interaction = reply.interaction
    guild_id = require_moderator(interaction)
    async with interaction.client.database.read() as db:
        airing = await catalogue.airing_of(db, series.id, guild_id=guild_id)
        is_watched = await watchlist.is_watched(db, series.id, guild_id)
    card = preview_card(series, airing.releases, airing.changes, interaction.client.clock())
    view = editing.known_buttons(series, is_watched=is_watched, typed=typed)
    await reply.send(text, embed=card, view=view if view.children else series_links(series))


# --- buttons ----------------------------------------------------------------------------------------------------------


async def press_show(interaction: Interaction, said: re.Match[str]) -> None:
    """Show one of several."""
    require_moderator(interaction)
    async with Reply(interaction, in_place=True) as reply:
        await _show_one(reply, await by_ref(interaction, said["ref"]))


async def press_take(interaction: Interaction, said: re.Match[str]) -> None:
    """Put a source's series into the catalogue."""
    require_moderator(interaction)
    bot = interaction.client
    async with Reply(interaction, in_place=True) as reply:
        statement = await by_ref(interaction, said["ref"])
        (merged,) = (await merge_records(bot.database, [statement], bot.clock)).merged
        async with bot.database.read() as db:
            shown = await corrections.corrected_for_guild(db, [merged.result], interaction.guild_id, hidden_too=True)
        text = editing.added_text if merged.is_new else editing.known_text
        await _show_in_catalogue(reply, shown[0], text(shown[0]))


async def press_look(interaction: Interaction, said: re.Match[str]) -> None:
    """Look for another of the same name than the one that is known."""
    require_moderator(interaction)
    await look_up(interaction, said["title"], everywhere=False)


async def by_ref(interaction: Interaction, ref: str) -> SourceRecord:
    """Find what the source says of a series: a moment ago, or, after a restart, when it is asked again."""
    if record := memory_of(interaction).records.get(ref):
        return record
    source = interaction.client.catalogues
    if source is None:
        raise TooLate(refusals.NO_SOURCE_ANY_MORE_TEXT)
    try:
        found = await _brought(asyncio.ensure_future(_asked(source, ref)))
    except TimeoutError:
        raise TooLate(editing.LOST_TEXT) from None
    for each in found:
        if editing.ref_of(each) == ref:
            return each
    raise NotFound(refusals.NOT_AT_SOURCE_TEXT)


NEW_SERIES_DRAFT = "by-hand"


async def open_hand_form(interaction: Interaction, said: re.Match[str]) -> None:
    """Open the form, with the title that was looked for."""
    everywhere = said["everywhere"] == "1"
    await editor_of(interaction, everywhere=everywhere)
    form = editing.hand_form(interaction.id, {"title_english": said["title"]}, everywhere=everywhere)
    await interaction.response.send_modal(form)


async def take_hand_form(interaction: Interaction, match: re.Match[str], typed: dict[str, str]) -> None:
    """Keep what was typed, and show the card that comes of it."""
    everywhere = match["everywhere"] == "1"
    await editor_of(interaction, everywhere=everywhere)
    said = {"everywhere": everywhere, "typed": typed}
    await keep_and_show(interaction, begun(interaction, NEW_SERIES_DRAFT, said, draft_id=int(match["draft_id"])))


def _read_by_hand(draft: Draft) -> tuple[Series, list[str]]:
    """Read the series that was typed, and what is wrong with it."""
    typed: dict[str, Any] = draft.said["typed"]
    whose = "The bot's owners" if draft.said["everywhere"] else "This server's moderators"
    series, problems = Series(0, "", Titles(), sources=(Source(whose),)), []
    kind, _, episodes = typed.get(editing.KIND_FIELD, "").strip().partition(" ")
    given = {**typed, "format": kind or Format.TV.value, "episodes": episodes.strip()}
    for name in ("title_english", "title_native", "format", "episodes", "story", "site"):
        try:
            series = with_value(series, name, read_field(series, name, given.get(name, "")))
        except UnreadableField as problem:
            problems.append(refusals.field_problem_text(problem))
        except UnreadableAddress as problem:
            problems.append(refusals.field_address_text(problem))
    if not (given.get("title_english", "").strip() or given.get("title_native", "").strip()):
        problems.append(refusals.NO_TITLE_TEXT)
    return series, problems


async def _show_by_hand(reply: Reply, draft: Draft) -> None:
    series, problems = _read_by_hand(draft)
    if problems:
        await reply.send(refused_text("saved", problems), view=CORRECTION_BUTTONS.refused(draft.id))
        return
    card = preview_card(series, (), (), reply.interaction.client.clock())
    text = editing.hand_preview_text(everywhere=draft.said["everywhere"])
    await reply.send(text, embed=card, view=preview_buttons(draft.id))


async def _save_by_hand(reply: Reply, draft: Draft) -> None:
    interaction, bot = reply.interaction, reply.interaction.client
    editor = await editor_of(interaction, everywhere=draft.said["everywhere"])
    series, problems = _read_by_hand(draft)
    if problems:
        await _show_by_hand(reply, draft)
        return
    async with bot.database.change() as db:
        await corrections.require_draft(db, *draft.key)  # of two presses the second finds nothing
        added = await add_series(db, series, editor, at=bot.clock())
        await corrections.discard_draft(db, draft)
    await reply.send(editing.hand_saved_text(plain_title(added)), view=known_buttons(added, is_watched=False))


KINDS[NEW_SERIES_DRAFT] = Kind(
    _show_by_hand,
    _save_by_hand,
    lambda draft: editing.hand_form(draft.id, draft.said["typed"], everywhere=draft.said["everywhere"]),
    lambda draft: editing.named(draft.said["typed"]),
)
