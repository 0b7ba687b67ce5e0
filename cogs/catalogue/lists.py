"""`/catalogue trailer`, `alias` and `remove`: what a series has several of, added and taken off; and series that go."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from discord import app_commands

from bot.catalogue.corrections import add_alias, aliases_of, correct, delete_series, hide_series, remove_alias, require
from bot.catalogue.fields import FIELD_NAME_LENGTH, FIELD_TITLE_LENGTH
from bot.catalogue.model import Series, Trailer, newest_first
from bot.catalogue.render import lists as render
from bot.catalogue.render import refusals
from bot.catalogue.render.dates import several_text, unreadable_text
from bot.catalogue.render.editing import saved_text
from bot.catalogue.render.previews import preview_buttons
from bot.catalogue.services import read_video
from bot.catalogue.store import aliases, corrections, records, search
from bot.catalogue.store.corrections import Draft
from bot.client import Interaction, offering
from bot.database.types import Json
from bot.dates.airdate import TOKYO
from bot.dates.reading.read import read as read_typed
from bot.dates.reading.readings import UnreadableDate
from bot.errors import NotFound, NotUnderstood
from bot.folding import fold, legible
from bot.subscriptions.store.watchlist import attached_to
from bot.ui.components import matching
from bot.ui.text import plain
from bot.web.links import web_address
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
)
from cogs.interactions import Reply, require_moderator
from cogs.series_by_title import complete_title

TRAILER_DRAFT = "trailer"
DEFAULT_NAME = "Trailer"
MOST_TRAILERS = 25
MOST_CHOSEN = 100
"""Discord: so many characters a choice has, and its value."""


@app_commands.command(name="trailer", description="Add a trailer to a series, or remove one")
@app_commands.describe(
    series=SERIES_OPTION,
    url="The video's address",
    name="What to call it: Teaser, Trailer 2",
    published="When it was published, as exactly as it is known: 3 May 2026, May 2026",
    remove="A trailer to remove instead",
    everywhere=EVERYWHERE_OPTION,
)
@app_commands.autocomplete(series=complete_title)
async def trailer(  # noqa: PLR0917 - the command's options
    interaction: Interaction,
    series: str,
    url: str | None = None,
    name: str | None = None,
    published: str | None = None,
    remove: str | None = None,
    everywhere: bool = False,
) -> None:
    """Add a trailer to a series, or remove one."""
    editor = await editor_of(interaction, everywhere=everywhere)
    found = await series_meant(interaction, series, editor)
    if (url is None) == (remove is None):
        raise NotUnderstood(refusals.NO_ADDRESS_TEXT)
    said: dict[str, Any] = {"series_id": found.id, "everywhere": everywhere}
    if remove is not None:
        gone = _named(found, remove)
        said |= {"removes": True, "name": gone.name, "url": gone.url}
    else:
        said |= {"removes": False, "name": _read_name(name), "url": read_video(url or "")}
        said["published"] = await _read_published(published, interaction.client.clock())
        _require_new(found, said["url"])
    await keep_and_show(interaction, begun(interaction, TRAILER_DRAFT, said))


@trailer.autocomplete("remove")
@offering
async def complete_trailer(interaction: Interaction, current: str) -> list[app_commands.Choice[str]]:
    """Offer the trailers that the series has."""
    async with interaction.client.database.read() as db:
        found = await search.find(db, str(interaction.namespace.series or ""), guild_id=interaction.guild_id)
    # Several may be called the same: each is chosen by its address.
    known = [each for series in found[:1] for each in newest_first(series.trailers)]
    ids = (each.url if each.url and len(each.url) <= MOST_CHOSEN else plain(each.name, MOST_CHOSEN) for each in known)
    return matching(
        current, ((render.trailer_label(each, MOST_CHOSEN), by) for each, by in zip(known, ids, strict=True))
    )


def _read_name(typed: str | None) -> str:
    name = " ".join(legible(typed or "").split()) or DEFAULT_NAME
    if len(name) > FIELD_NAME_LENGTH:
        raise NotUnderstood(refusals.too_long_text("trailer", name))
    return name


async def _read_published(typed: str | None, now: datetime) -> Json:
    """Read when a video was published, in Tokyo, as it lies in a draft; it can't be still to come."""
    if not typed:
        return None
    try:
        readings = await read_typed(typed, now=now, zone=TOKYO)
    except UnreadableDate as problem:
        raise NotUnderstood(unreadable_text(typed, problem, examples=refusals.PUBLISHED_EXAMPLES)) from None
    past = [each for each in readings.dates if each.earliest is not None and each.earliest <= now]
    if not past:
        raise NotUnderstood(refusals.published_ahead_text(typed))
    if len(past) > 1:
        raise NotUnderstood(several_text(readings, zone=TOKYO))
    return records.DATE_CODEC.dump(past[0])


def _require_new(series: Series, url: str) -> None:
    if any(web_address(each.url) == url for each in series.trailers):
        raise NotUnderstood(refusals.TRAILER_KNOWN_TEXT)
    if len(series.trailers) >= MOST_TRAILERS:
        raise NotUnderstood(refusals.too_many_trailers_text(MOST_TRAILERS))


def _named(series: Series, typed: str) -> Trailer:
    for each in series.trailers:
        addresses, names = {each.url, web_address(each.url)}, {fold(each.name), fold(plain(each.name, 100))}
        if typed.strip() in addresses or fold(typed) in names:
            return each
    raise NotFound(render.no_such_trailer(series, typed))


def _drafted(said: Mapping[str, Any]) -> Trailer:
    published = said.get("published")  # drafts of older versions have none
    return Trailer(said["name"], said["url"], published=published and records.DATE_CODEC.load(published))


async def _show(reply: Reply, draft: Draft) -> None:
    said = draft.said
    editor = await editor_of(reply.interaction, everywhere=said["everywhere"])
    series = await series_here(reply.interaction, said["series_id"], editor)
    words = render.trailer_removal_text if said["removes"] else render.trailer_preview_text
    text = words(series, _drafted(said), everywhere=said["everywhere"])
    await reply.send(text, view=preview_buttons(draft.id, edit=None))


async def _save(reply: Reply, draft: Draft) -> None:
    """Add one trailer to those that there are now, or take it from them; what others changed meanwhile stays."""
    said, bot = draft.said, reply.interaction.client
    editor = await editor_of(reply.interaction, everywhere=said["everywhere"])
    async with bot.database.change() as db:
        await corrections.require_draft(db, *draft.key)
        known = await require(db, said["series_id"], editor)
        (series,) = await corrections.corrected_for_guild(db, [known], editor.guild_id, hidden_too=True)
        rest = tuple(each for each in series.trailers if each.url != said["url"] or each.name != said["name"])
        trailers = rest if said["removes"] else (replace(_drafted(said), seen_at=bot.clock()), *rest)
        change = await correct(db, series.id, "trailers", trailers, editor, at=bot.clock())
        await corrections.discard_draft(db, draft)
    await reply.send(saved_text([change] if change else [], everywhere=said["everywhere"]))


KINDS[TRAILER_DRAFT] = Kind(_show, _save)


# --- aliases ----------------------------------------------------------------------------------------------------------


@app_commands.command(name="alias", description="Add another name that finds a series, or remove one")
@app_commands.describe(
    series=SERIES_OPTION,
    alias="A name that people here use for it (default: list the aliases)",
    remove="Remove this alias instead (default: no)",
    everywhere=EVERYWHERE_OPTION,
)
@app_commands.autocomplete(series=complete_title)
async def alias(
    interaction: Interaction, series: str, alias: str | None = None, remove: bool = False, everywhere: bool = False
) -> None:
    """Give a series one more name to be found by, or remove one."""
    editor = await editor_of(interaction, everywhere=everywhere)
    found = await series_meant(interaction, series, editor)
    bot, typed = interaction.client, " ".join(legible(alias or "").split())
    if alias is None:
        async with Reply(interaction) as reply:
            await _list(reply, found, everywhere=everywhere)
        return
    if not fold(typed) or len(typed) > FIELD_TITLE_LENGTH:
        raise NotUnderstood(refusals.ALIAS_LENGTH_TEXT)
    async with Reply(interaction) as reply:
        async with bot.database.change() as db:
            change = remove_alias if remove else add_alias
            is_changed = await change(db, found.id, typed, editor, at=bot.clock()) is not None
        if remove:
            await reply.send(render.alias_removed_text(found, typed, was_there=is_changed))
        else:
            await reply.send(render.alias_added_text(found, typed, anew=is_changed, everywhere=everywhere))


async def _list(reply: Reply, series: Series, *, everywhere: bool) -> None:
    editor = await editor_of(reply.interaction, everywhere=everywhere)
    async with reply.interaction.client.database.read() as db:
        known = await aliases_of(db, await require(db, series.id, editor), editor)
    text = render.aliases_text(series, [each.alias for each in known], everywhere=everywhere)
    buttons = render.alias_buttons(series.id, [(each.id, each.alias) for each in known], everywhere=everywhere)
    await reply.send(text, view=buttons if known else None)


async def press_alias(interaction: Interaction, said: re.Match[str]) -> None:
    """Take an alias off, and show those that are left."""
    everywhere, bot = said["everywhere"] == "1", interaction.client
    editor = await editor_of(interaction, everywhere=everywhere)
    series = await series_here(interaction, int(said["series_id"]), editor)
    async with Reply(interaction, in_place=True) as reply:
        async with bot.database.change() as db:
            found = await aliases.by_id(db, int(said["alias_id"]), guild_id=editor.guild_id)
            if found is not None and found.series_id == series.id:
                await remove_alias(db, series.id, found.alias, editor, at=bot.clock())
        await _list(reply, series, everywhere=everywhere)


# --- series that go ---------------------------------------------------------------------------------------------------


@app_commands.command(name="remove", description="Delete a series of this server, or hide a shared one here")
@app_commands.describe(series=SERIES_OPTION, everywhere=EVERYWHERE_OPTION)
@app_commands.autocomplete(series=complete_title)
async def remove_series(interaction: Interaction, series: str, everywhere: bool = False) -> None:
    """Delete a series of this server's own, or hide a shared one here."""
    editor = await editor_of(interaction, everywhere=everywhere)
    found = await series_meant(interaction, series, editor)
    deletes = found.guild_id is not None
    async with Reply(interaction) as reply:
        if deletes:
            async with interaction.client.database.read() as db:
                goes = await attached_to(db, found, require_moderator(interaction))
            text = render.deletion_text(found, goes.releases, goes.subscriptions, is_watched=goes.is_watched)
        else:
            text = render.hiding_text(found, everywhere=everywhere)
        await reply.send(text, view=render.removal_buttons(found.id, deletes=deletes, everywhere=everywhere))


async def press_removal(interaction: Interaction, said: re.Match[str]) -> None:
    """Do what was asked about, or leave it."""
    everywhere, bot, act = said["everywhere"] == "1", interaction.client, said["act"]
    editor = await editor_of(interaction, everywhere=everywhere)
    async with Reply(interaction, in_place=True) as reply:
        if act == "keep":
            await reply.send(render.KEPT_TEXT)
            return
        series = await series_here(interaction, int(said["series_id"]), editor)
        does = delete_series if act == "delete" else hide_series
        async with bot.database.change() as db:
            await does(db, series.id, editor, at=bot.clock())
        await reply.send(render.removed_text(series, deleted=act == "delete", everywhere=everywhere))
