"""Colours, views that aren't kept in memory, pages that are turned, and the choices of an option.

And what is answered, whatever the subject, when something can't be done: for whom it is, and what went wrong.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, cast

import discord
from discord.app_commands import Choice

from bot.pages import Page
from bot.ui.text import plain

SERIES_COLOUR: Final = 0xD7263D
"""Rouge: what a series is, and when it airs."""
CONVENTION_COLOUR: Final = 0x2E86AB
"""Conventions and the news from them."""
ANNOUNCEMENT_COLOUR: Final = 0xF2A541
"""What a server's moderators say."""
FEED_COLOUR: Final = 0x8E6BBF
"""What feeds publish."""
WATCHLIST_COLOUR: Final = 0x3F8F63
"""Lists that a server keeps."""
QUIET_COLOUR: Final = 0x747F8D
"""What has passed, or is only told on the side."""


SNOWFLAKE: Final = "(?:[0-9]{1,18}|[1-8][0-9]{18})"
"""An id in a template: Discord's, or a row's. What is larger than 64 bits with a sign hold is no id, and matches none.

Discord's ids reach the end of this in the year 2083.
"""


def static_view(*items: discord.ui.Item[Any]) -> discord.ui.View:
    """Make a view that discord.py doesn't keep in memory after it was sent. Needs a running event loop.

    Its buttons carry their meaning in their custom_ids and are answered by a `DynamicItem`, before and after a
    restart alike; a kept view would answer a second time, and ten thousand posts would be ten thousand views.
    """
    view = discord.ui.View(timeout=None)
    for item in items:
        view.add_item(item)
    view.stop()
    return view


def static_page(*items: discord.ui.Item[Any]) -> discord.ui.LayoutView:
    """Make a page of text and rows of buttons (Components V2) that isn't kept either, as `static_view` does."""
    page = discord.ui.LayoutView(timeout=None)
    for item in items:
        page.add_item(item)
    page.stop()
    return page


@dataclass(frozen=True, slots=True)
class _InText:
    id: str


def named(snowflake: int) -> discord.abc.Snowflake:
    """Make someone or something to hand to discord.py, which sends on the `id` that it finds: here a string."""
    return cast("discord.abc.Snowflake", _InText(str(snowflake)))


MOST_CHOICES: Final = 25
"""Discord: an autocomplete answers with at most 25 choices."""
CHOICE_LENGTH: Final = 100
"""Discord: a choice's name and its value have at most 100 characters."""


def choices(named: Iterable[tuple[str, str]]) -> list[Choice[str]]:
    """Give the first 25 of these names and values that Discord takes.

    A name that is too long is cut, and one of which nothing can be seen is left out. So is a value that is too long:
    cut, it would mean something else. What isn't offered can still be typed. Discord shows no choices at all where two
    have one name: those have their values added.
    """
    shown = ((plain(name, CHOICE_LENGTH), value) for name, value in named if 0 < len(value) <= CHOICE_LENGTH)
    fitting = list(islice(dict.fromkeys((name, value) for name, value in shown if name), MOST_CHOICES))
    alike = Counter(name for name, _ in fitting)
    taken: set[str] = set()
    found = []
    for place, (name, value) in enumerate(fitting, start=1):
        own = name if alike[name] == 1 else _marked(name, value)
        own = own if own not in taken else _marked(name, str(place))
        taken.add(own)
        found.append(Choice(name=own, value=value))
    return found


def _marked(name: str, mark: str) -> str:
    mark = plain(mark, CHOICE_LENGTH // 3)
    return f"{plain(name, CHOICE_LENGTH - len(mark) - 3)} ({mark})"


def matching(typed: str, named: Iterable[tuple[str, str]]) -> list[Choice[str]]:
    """Give the choices whose names hold what has been typed, in any case; the first 25 of them, as `choices` does."""
    part = typed.strip().casefold()
    return choices((name, value) for name, value in named if part in name.casefold())


PAGE: Final = "(?P<page>[0-9]{1,6})"
"""A page's number, counted from 0, in the template of a button's custom_id."""
JUMP_FROM: Final = 3
"""Where there are more pages than so many, `cogs.interactions` opens a form for any one's number."""
JUMP_BUTTON: Final = "jump:{last}:{button}"
"""Asks which page to show: `button` is the custom_id of the page that is shown, `last` the number of the last one."""
JUMP_TEMPLATE: Final = "jump:(?P<last>[0-9]{{1,6}}):(?P<button>{template})"
"""`template` is that of a list's pages, with a group `page` in it."""


def page_layout(
    title: str,
    blocks: Sequence[discord.ui.Item[Any]],
    *,
    colour: int,
    page: Page[Any],
    button: str,
) -> discord.ui.LayoutView:
    """Lay a page out as people see it.

    `button` is the custom_id of a page, with its `{page}` to be filled in.

    Its buttons are answered by what `cogs.interactions.add_pages` makes of their template. Needs a running event loop.
    """
    container: discord.ui.Container[Any] = discord.ui.Container(
        discord.ui.TextDisplay(f"## {title}"), *blocks, accent_colour=colour
    )
    if page.last:
        container.add_item(turning(page, button))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(container)
    view.stop()  # sent and forgotten, as by `static_page`
    return view


def turning(page: Page[Any], button: str) -> discord.ui.ActionRow[Any]:
    """Make the buttons that turn a page; `button` is as in `page_layout`."""
    ends = (("Back", page.number - 1, page.number > 0), ("Next", page.number + 1, page.number < page.last))
    row: discord.ui.ActionRow[Any] = discord.ui.ActionRow()
    for label, number, possible in ends:
        # A disabled button needs a custom_id of its own too: there is no page -1.
        custom_id = button.format(page=max(number, 0) if possible else f"{number + 1}:here:{label.lower()}")
        row.add_item(discord.ui.Button(label=label, custom_id=custom_id, disabled=not possible))
    where = button.format(page=page.number)
    can_jump = page.last >= JUMP_FROM
    row.add_item(
        discord.ui.Button(
            label=f"Page {page.number + 1} of {page.last + 1}",
            custom_id=JUMP_BUTTON.format(last=page.last, button=where) if can_jump else f"{where}:here",
            disabled=not can_jump,
        )
    )
    return row


SERVER_ONLY_TEXT: Final = "This works in servers only."
NOT_INSTALLED_TEXT: Final = (
    "I'm not a member of this server, so I can't do this here. Ask someone with **Manage Server** to add me to it."
)
MODERATORS_ONLY_TEXT: Final = "Only moderators can do this: you need the **Manage Server** permission."
MODERATORS_IN_SERVERS_TEXT: Final = "This is for moderators (**Manage Server**), and works in servers only."
HEALTH_OWNERS_ONLY_TEXT: Final = "Only the owners of this bot, named in `OWNER_IDS`, can see this."
UNKNOWN_BUTTON_TEXT: Final = "This button no longer works. Run the command that showed it again."
UNKNOWN_FORM_TEXT: Final = "This form no longer works. Run the command that opened it again."
CHANGED_COMMAND_TEXT: Final = "This command has changed since Discord loaded it. Reload Discord (Ctrl+R) and try again."
LOST_ANSWER_TEXT: Final = "Discord lost my answer. Check whether it was done all the same, and try again if not."


def store_away_text(incident: str) -> str:
    """Say that the database can't be used, under the id that the log has it."""
    return (
        f"I can't load or save anything right now. Nothing was changed; try again in a minute (incident `{incident}`)."
    )


def unexpected_text(incident: str) -> str:
    """Say that something went wrong in the bot, under the id that the log has it."""
    return f"Something went wrong on my side. Try again later; if it happens again, report incident `{incident}`."
