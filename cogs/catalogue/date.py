"""`/catalogue date`: when something of a series comes out, typed freely, shown back, and saved."""

import dataclasses
import re
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import discord
from discord import app_commands

from bot.catalogue.corrected_dates import require_same_kind, same_as, say_date, take_back_date, word_of
from bot.catalogue.fields import (
    FIELD_NAME_LENGTH,
    ReleaseProblem,
    Run,
    UnreadableRelease,
    read_run,
    releases_of,
    typed_as,
)
from bot.catalogue.model import Editor, Series
from bot.catalogue.records import Change, release_field
from bot.catalogue.releases import Basis, Release, ReleaseKind
from bot.catalogue.render import previews, refusals
from bot.catalogue.render.dates import said_dates, several_text, unreadable_text
from bot.catalogue.services import canonical_service
from bot.catalogue.slots import is_of_a_day
from bot.catalogue.store import catalogue, corrections, history, records, search
from bot.catalogue.store.corrections import Draft
from bot.catalogue.store.merge_reads import dates_of
from bot.client import Interaction, offering
from bot.database.engine import Connection
from bot.dates.airdate import TOKYO, AirDate
from bot.dates.reading.read import read as read_typed
from bot.dates.reading.readings import MOST_READINGS, UnreadableDate
from bot.errors import NotUnderstood, TooLate
from bot.ui.components import choices, matching
from bot.ui.text import vague_date
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
from cogs.series_by_title import complete_title

DATE_DRAFT = "date"
OFF: Final = {"cancelled", "canceled", "cancel", "off"}


@app_commands.command(name="date", description="Set when something of a series comes out, or that it is cancelled")
@app_commands.describe(
    series=SERIES_OPTION,
    when="The date, as exact as it is known: 10 January 25:25 JST, January 2024, TBA, cancelled",
    what="Which release: premiere, episode 5, 13.5, special, 2-12 weekly, finale, film … (default: the first)",
    service="Where it comes out (default: the first broadcast)",
    everywhere=EVERYWHERE_OPTION,
)
@app_commands.autocomplete(series=complete_title)
async def date(  # noqa: PLR0917 - the command's options
    interaction: Interaction,
    series: str,
    when: str,
    what: str = "",
    service: str | None = None,
    everywhere: bool = False,
) -> None:
    """Say when something of a series comes out, or that it doesn't."""
    editor = await editor_of(interaction, everywhere=everywhere)
    found = await series_meant(interaction, series, editor)
    if service and len(service) > FIELD_NAME_LENGTH:
        raise NotUnderstood(refusals.too_long_text("service", service))
    of, run = read_run(found, what, canonical_service(service) or None if service else None)
    async with interaction.client.database.read() as db:
        require_same_kind(of, same_as(of, await catalogue.releases_of(db, found.id, guild_id=editor.guild_id)))
    said = {
        "series_id": found.id,
        "everywhere": everywhere,
        "kind": of.kind.value,
        "number": of.number,
        "service": of.service,
        "label": of.label,
        "when": when,
        "run": run and [run.last, run.is_weekly],
    }
    await keep_and_show(interaction, _read(interaction, begun(interaction, DATE_DRAFT, said)))


@date.autocomplete("when")
@offering
async def complete_when(interaction: Interaction, current: str) -> list[app_commands.Choice[str]]:
    """Offer what each source says of the release that the other options name, where sources say different dates."""
    typed, what = str(interaction.namespace.series or ""), str(interaction.namespace.what or "")
    service = canonical_service(str(interaction.namespace.service or "")) or None
    async with interaction.client.database.read() as db:
        found = await search.find(db, typed, guild_id=interaction.guild_id)
        if not found:
            return []
        try:
            of, _ = read_run(found[0], what, service)
        except UnreadableRelease:
            return []
        known = same_as(of, await catalogue.releases_of(db, found[0].id, guild_id=interaction.guild_id))
        shared_id = known and (known.overrides_id or known.id)
        said = (await dates_of(db, [shared_id])).get(shared_id, {}) if shared_id else {}
    return matching(current, said_dates(said) if len(said) > 1 or current else ())


@date.autocomplete("what")
@offering
async def complete_what(interaction: Interaction, current: str) -> list[app_commands.Choice[str]]:
    """Offer the series' releases with their dates, and without their services, which have an option of their own."""
    typed = str(interaction.namespace.series or "")
    async with interaction.client.database.read() as db:
        found = await search.find(db, typed, guild_id=interaction.guild_id)
        known = await catalogue.releases_of(db, found[0].id, guild_id=interaction.guild_id) if found else ()
    is_film = any(each.kind is ReleaseKind.FILM for each in known)
    first = ("film",) if is_film else ("premiere", "finale")
    names: dict[str, str] = {name: name for name in (*first, "home video", "dub")}
    stated = [each for each in known if each.basis is Basis.STATED]
    names |= {typed_as(each): f"{typed_as(each)} · {_told(each)}" for each in reversed(stated)}
    ordered = [*dict.fromkeys(typed_as(each) for each in stated), *names]
    return choices((names[each], each) for each in dict.fromkeys(ordered) if current.strip().casefold() in each)


def _told(release: Release) -> str:
    return "cancelled" if release.cancelled else vague_date(release.date)


@date.autocomplete("service")
@offering
async def complete_service(interaction: Interaction, current: str) -> list[app_commands.Choice[str]]:
    """Offer the services that carry the series."""
    typed = str(interaction.namespace.series or "")
    async with interaction.client.database.read() as db:
        found = await search.find(db, typed, guild_id=interaction.guild_id)
    names = [service.name for each in found[:1] for service in each.services if len(service.name) <= FIELD_NAME_LENGTH]
    return matching(current, ((name, name) for name in dict.fromkeys(names)))


async def take_form(interaction: Interaction, match: re.Match[str], typed: dict[str, str]) -> None:
    """Read the date anew."""
    guild_id = require_moderator(interaction)
    async with interaction.client.database.read() as db:
        draft = await corrections.require_draft(db, guild_id, interaction.user.id, int(match["draft_id"]))
    await editor_of(interaction, everywhere=draft.said["everywhere"])
    said = {**draft.said, "when": typed.get("when", "")}
    await keep_and_show(interaction, _read(interaction, dataclasses.replace(draft, said=said)))


async def _read(interaction: Interaction, draft: Draft) -> Draft:
    """Read what was typed, into the draft: a date, several, that it is off, or why it can't be read."""
    typed = draft.said["when"].strip()
    read: dict[str, Any] = {"date": None, "cancelled": typed.casefold() in OFF, "choices": [], "problem": None}
    if not read["cancelled"]:
        try:
            readings = await read_typed(typed, now=interaction.client.clock(), zone=TOKYO)
        except UnreadableDate as problem:
            read["problem"] = unreadable_text(typed, problem)
        else:
            dates = [records.DATE_CODEC.dump(each) for each in readings.dates]
            run = _run(draft)
            if run is not None and run.is_weekly and any(not is_of_a_day(each) for each in readings.dates):
                read["problem"] = refusals.release_problem_text(UnreadableRelease(ReleaseProblem.NO_DAY))
            elif len(dates) == 1:
                read["date"] = dates[0]
            else:
                read |= {"choices": dates, "problem": several_text(readings, zone=TOKYO)}
    return dataclasses.replace(draft, said={**draft.said, **read})


def _run(draft: Draft) -> Run | None:
    said = draft.said.get("run")
    return None if said is None else Run(*said)


def _form(draft: Draft) -> discord.ui.Modal:
    return previews.when_form(draft.id, draft.said["when"])


@dataclass(frozen=True, slots=True)
class PendingDateEdit:
    """What a draft would change: the release as it would be and as it stands, and what others changed meanwhile."""

    release: Release
    known: Release | None
    others: list[Change]
    has_word: bool


async def _pending_edit(db: Connection, series: Series, draft: Draft, editor: Editor) -> PendingDateEdit:
    said = draft.said
    date_ = records.DATE_CODEC.load(said["date"]) or AirDate.tba()
    of = Release(0, series.id, ReleaseKind(said["kind"]), date_, said["number"], said["service"], said["cancelled"])
    of = dataclasses.replace(of, label=said.get("label"))
    known = same_as(of, await catalogue.releases_of(db, series.id, guild_id=editor.guild_id))
    if known is None:
        return PendingDateEdit(of, None, [], has_word=False)
    like = dataclasses.replace(of, service=known.service)
    if known.basis is not Basis.SLOT:
        like = dataclasses.replace(like, kind=known.kind, number=known.number)
    if said["cancelled"]:
        like = dataclasses.replace(like, date=known.date)
    field = release_field(known.overrides_id or known.id)
    since = await history.since(db, series.id, editor.guild_id, discord.utils.snowflake_time(draft.id))
    others = [each for each in since if each.field == field and each.guild_id == editor.guild_id]
    word = await word_of(db, known, editor)
    return PendingDateEdit(like, known, others[-1:], has_word=word.by is not None)


async def _show(reply: Reply, draft: Draft) -> None:
    said, interaction = draft.said, reply.interaction
    if said["choices"]:
        choices = [each for choice in said["choices"] if (each := records.DATE_CODEC.load(choice))]
        text = previews.choices_text(said["when"], said["problem"], choices)
        await reply.send(text, view=previews.choice_buttons(draft.id, choices))
        return
    if said["problem"]:
        text = previews.unread_text(said["problem"])
        await reply.send(text, view=previews.unread_buttons(draft.id))
        return
    editor = await editor_of(interaction, everywhere=said["everywhere"])
    series = await series_here(interaction, said["series_id"], editor)
    async with interaction.client.database.read() as db:
        pending = await _pending_edit(db, series, draft, editor)
    if pending.known is None and said["cancelled"]:
        await reply.send(previews.unread_text(refusals.NOTHING_TO_CANCEL_TEXT), view=previews.unread_buttons(draft.id))
        return
    run = _run(draft)
    whole = list(releases_of(run, pending.release, series)) if run else []
    text = previews.date_preview_text(
        series, pending.release, pending.known, pending.others, everywhere=said["everywhere"], run=whole
    )
    await reply.send(text, view=previews.date_buttons(draft.id, has_word=pending.has_word))


async def _save(reply: Reply, draft: Draft, *, is_silent: bool = False) -> None:
    if draft.said["choices"] or draft.said["problem"]:
        await _show(reply, draft)
        return
    interaction, everywhere = reply.interaction, draft.said["everywhere"]
    editor, bot = await editor_of(interaction, everywhere=everywhere), interaction.client
    series = await series_here(interaction, draft.said["series_id"], editor)
    now, changes = bot.clock(), list[Change]()
    told_in = None if is_silent else bot.settle_delay
    async with bot.database.change() as db:
        await corrections.require_draft(db, *draft.key)  # of two presses the second finds nothing
        pending = await _pending_edit(db, series, draft, editor)
        is_news = any(each.at > draft.created_at for each in pending.others)
        if not is_news:
            run = _run(draft)
            for each in releases_of(run, pending.release, series) if run else [pending.release]:
                said = await say_date(db, series.id, each, editor, at=now, settle_delay=told_in)
                changes += [said] if said else []
            await corrections.discard_draft(db, draft)
    if is_news:
        await show_again(reply, dataclasses.replace(draft, created_at=now))
        return
    if len(changes) > 1:
        text = previews.run_saved_text(series, changes, everywhere=everywhere, told_in=told_in)
    else:
        text = previews.date_saved_text(series, next(iter(changes), None), everywhere=everywhere, told_in=told_in)
    await reply.send(text)


async def _take_back(reply: Reply, draft: Draft) -> None:
    """Go back to the source's date."""
    interaction, everywhere = reply.interaction, draft.said["everywhere"]
    editor, bot = await editor_of(interaction, everywhere=everywhere), interaction.client
    series, change = await series_here(interaction, draft.said["series_id"], editor), None
    async with bot.database.change() as db:
        pending = await _pending_edit(db, series, draft, editor)
        if pending.known is not None:
            release_id = pending.known.overrides_id or pending.known.id
            change = await take_back_date(
                db, series.id, release_id, editor, at=bot.clock(), settle_delay=bot.settle_delay
            )
        await corrections.discard_draft(db, draft)
    told_in = bot.settle_delay
    await reply.send(previews.date_saved_text(series, change, everywhere=everywhere, told_in=told_in))


def _choosing(number: int) -> Any:  # noqa: ANN401 - an act on a draft
    async def choose(reply: Reply, draft: Draft) -> None:
        choices = draft.said["choices"]
        if number >= len(choices):
            raise TooLate(refusals.DATE_CHOSEN_TEXT)
        said = {**draft.said, "choices": [], "problem": None, "date": choices[number]}
        await show_again(reply, dataclasses.replace(draft, said=said))

    return choose


KINDS[DATE_DRAFT] = Kind(
    _show,
    _save,
    _form,
    lambda draft: {"When": draft.said["when"]},
    {
        "back": _take_back,
        "quiet": partial(_save, is_silent=True),
        **{f"choose{number}": _choosing(number) for number in range(MOST_READINGS)},
    },
)
