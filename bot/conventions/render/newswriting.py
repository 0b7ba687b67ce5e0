"""The form in which news of a convention is written, and what its preview and its refusals say."""

from collections.abc import Mapping
from typing import Final

import discord

from bot.catalogue.model import Series
from bot.catalogue.render.dates import TIME_EXAMPLES, as_read, unreadable_text
from bot.catalogue.render.names import shown_title
from bot.catalogue.render.previews import whose_words
from bot.conventions.model import Edition, News
from bot.conventions.newswriting import HEADLINE_LENGTH, NEWS_TEXT_LENGTH, NewsProblem, UnreadableNews
from bot.dates.reading.readings import UnreadableDate
from bot.errors import NotUnderstood
from bot.ui.components import SNOWFLAKE
from bot.ui.forms import label, text_input
from bot.ui.text import address_problem_text, escape, over_length_text, quote
from bot.web.links import UnreadableAddress

NEWS_FORM: Final = "convention:news:{everywhere}:{edition_id}:{series_id}:{draft_id}"
NEWS_FORM_TEMPLATE: Final = (
    r"convention:news:(?P<everywhere>[01]):(?P<edition_id>[0-9]{1,18}):(?P<series_id>[0-9]{1,18}):"
    rf"(?P<draft_id>{SNOWFLAKE})"
)
"""A series of 0 stands for none."""
NEWS_FIELD_NAMES: Final[Mapping[str, str]] = {
    "headline": "Headline",
    "text": "Text",
    "link": "Link",
    "picture": "Picture",
    "when": "When to post",
}
_HINTS: Final = {
    "headline": f"Up to {HEADLINE_LENGTH} characters.",
    "text": f"Optional. Up to {NEWS_TEXT_LENGTH:,} characters, without markdown.",
    "link": "Optional. The page that the headline links to.",
    "picture": "Optional. The address of an image.",
    "when": "Optional. Leave empty to post now. By the convention's clock: “3 July 2027 14:00”.",
}


def news_form(
    draft_id: int, typed: Mapping[str, str], *, edition_id: int, series_id: int, everywhere: bool
) -> discord.ui.Modal:
    """Make the modal in which news is written, with what was typed before."""
    custom_id = NEWS_FORM.format(
        everywhere=int(everywhere), edition_id=edition_id, series_id=series_id, draft_id=draft_id
    )
    form = discord.ui.Modal(title="News from a convention", custom_id=custom_id)
    for field, name in NEWS_FIELD_NAMES.items():
        held = text_input(field, typed.get(field, ""), required=field == "headline")
        if field == "text":
            held.style = discord.TextStyle.paragraph
        form.add_item(label(name, _HINTS[field], held))
    form.stop()
    return form


def news_preview_text(edition: Edition, news: News, series: Series | None, *, is_now: bool, everywhere: bool) -> str:
    """Write what stands above the post as it will be: when it goes out, and to whom."""
    when = "now" if is_now else f"on {as_read(news.published)}"
    readers = f"channels that get {escape(edition.convention, 100)} or all conventions"
    if series is not None:
        readers += f", and to those that get releases of **{shown_title(series, 100)}**"
    return f"**Preview.** **Save** posts this {when} to {readers}, once each, {whose_words(everywhere=everywhere)}."


def news_saved_text(news: News, *, is_now: bool) -> str:
    """Say that news is kept, and when it is posted."""
    if is_now:
        return f"**Saved.** {quote(news.headline)} is being posted. `/conventions` shows it with its convention."
    return f"**Saved.** {quote(news.headline)} is posted on {as_read(news.published)}."


def news_problem_text(problem: NotUnderstood, typed: str = "") -> str:
    """Say what is wrong with news; `typed` is what was typed for its time."""
    match problem:
        case UnreadableDate():
            return unreadable_text(typed, problem, what="time", examples=TIME_EXAMPLES)
        case UnreadableAddress(of=of):
            return address_problem_text(f"The {of}", problem)
        case UnreadableNews(problem=NewsProblem.TOO_LONG):
            return over_length_text(f"The {problem.field}", problem.length, problem.most)
        case UnreadableNews():
            return _PROBLEMS[problem.problem]
        case _:
            return str(problem)


_PROBLEMS: Final = {
    NewsProblem.NO_HEADLINE: "The headline is empty.",
    NewsProblem.SEVERAL: "The time to post has several meanings. Type it like `2027-07-03 14:00`.",
    NewsProblem.VAGUE: "The time to post is no day. Type it like `2027-07-03 14:00`, or leave it empty to post now.",
    NewsProblem.PASSED: "The time to post has passed. Leave it empty to post now.",
    NewsProblem.KNOWN: "There is news with this headline already. Give it another one.",
}
