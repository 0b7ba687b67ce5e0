"""`/convention news`: news from a convention, written, previewed, and posted where it or its series is followed."""

import re
from typing import Final

import discord
from discord import app_commands

from bot.catalogue.model import Editor, Series
from bot.catalogue.render.previews import CORRECTION_BUTTONS, preview_buttons
from bot.catalogue.store import corrections
from bot.catalogue.store.corrections import Draft
from bot.client import Interaction
from bot.conventions.editing import edition_of
from bot.conventions.model import Edition, News
from bot.conventions.newswriting import keep_news, read_news
from bot.conventions.render import newswriting as render
from bot.database.engine import Connection
from bot.delivery.model import NewsSubject
from bot.delivery.render.conventions import news_embed
from bot.ui.forms import refused_text
from cogs.catalogue.drafts import EVERYWHERE_OPTION, KINDS, Kind, begun, editor_of, keep_and_show, series_meant
from cogs.conventions.editing import EDITION_OPTION
from cogs.conventions.listing import complete_edition, edition_meant
from cogs.interactions import Reply
from cogs.series_by_title import complete_title

NEWS_DRAFT: Final = "convention-news"


@app_commands.command(name="news", description="Post news from a convention")
@app_commands.describe(
    convention=EDITION_OPTION,
    series="The series that it is about: channels that get its releases get it, too",
    everywhere=EVERYWHERE_OPTION,
)
@app_commands.autocomplete(convention=complete_edition, series=complete_title)
async def news(interaction: Interaction, convention: str, series: str | None = None, everywhere: bool = False) -> None:
    """Open the form for news."""
    editor = await editor_of(interaction, everywhere=everywhere)
    edition = await edition_meant(interaction, convention, guild_id=editor.guild_id)
    about = await series_meant(interaction, series, editor) if series else None
    form = render.news_form(
        interaction.id, {}, edition_id=edition.id, series_id=about.id if about else 0, everywhere=everywhere
    )
    await interaction.response.send_modal(form)


async def take_form(interaction: Interaction, match: re.Match[str], typed: dict[str, str]) -> None:
    """Keep what was typed, and show the post that comes of it."""
    everywhere = match["everywhere"] == "1"
    await editor_of(interaction, everywhere=everywhere)
    said = {
        "edition_id": int(match["edition_id"]),
        "series_id": int(match["series_id"]),
        "everywhere": everywhere,
        "typed": typed,
    }
    await keep_and_show(interaction, begun(interaction, NEWS_DRAFT, said, draft_id=int(match["draft_id"])))


def _form(draft: Draft) -> discord.ui.Modal:
    said = draft.said
    return render.news_form(
        draft.id,
        said["typed"],
        edition_id=said["edition_id"],
        series_id=said["series_id"],
        everywhere=said["everywhere"],
    )


async def _read(
    interaction: Interaction, db: Connection, draft: Draft, editor: Editor
) -> tuple[Edition, Series | None, News, list[str]]:
    """Read a draft: the edition, the series, the news, and what is wrong with it."""
    said = draft.said
    edition = await edition_of(db, said["edition_id"], editor)
    series = await corrections.by_id(db, said["series_id"], editor.guild_id) if said["series_id"] else None
    found, problems = await read_news(said["typed"], edition, now=interaction.client.clock())
    typed = said["typed"].get("when", "")
    return edition, series, found, [render.news_problem_text(problem, typed) for problem in problems]


def _is_now(draft: Draft) -> bool:
    return draft.said["typed"].get("when", "").strip().casefold() in {"", "now"}


async def _show(reply: Reply, draft: Draft) -> None:
    interaction, everywhere = reply.interaction, draft.said["everywhere"]
    editor = await editor_of(interaction, everywhere=everywhere)
    async with interaction.client.database.read() as db:
        edition, series, found, problems = await _read(interaction, db, draft, editor)
    if problems:
        await reply.send(refused_text("posted", problems), view=CORRECTION_BUTTONS.refused(draft.id))
        return
    text = render.news_preview_text(edition, found, series, is_now=_is_now(draft), everywhere=everywhere)
    embed = news_embed(NewsSubject(found, edition))
    await reply.send(text, embed=embed, view=preview_buttons(draft.id))


async def _save(reply: Reply, draft: Draft) -> None:
    interaction, everywhere = reply.interaction, draft.said["everywhere"]
    editor, bot = await editor_of(interaction, everywhere=everywhere), interaction.client
    async with bot.database.change() as db:
        await corrections.require_draft(db, *draft.key)  # of two presses the second finds nothing
        edition, series, found, problems = await _read(interaction, db, draft, editor)
        if not problems:
            series_id = series.id if series else None
            await keep_news(db, found, edition, editor, series_id=series_id, now=bot.clock())
            await corrections.discard_draft(db, draft)
    if problems:
        await reply.send(refused_text("posted", problems), view=CORRECTION_BUTTONS.refused(draft.id))
        return
    await reply.send(render.news_saved_text(found, is_now=_is_now(draft)))


KINDS[NEWS_DRAFT] = Kind(
    _show,
    _save,
    _form,
    lambda draft: {render.NEWS_FIELD_NAMES[name]: text for name, text in draft.said["typed"].items()},
)
