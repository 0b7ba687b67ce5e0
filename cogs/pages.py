"""Lists that are paged through: their buttons, and the form in which somebody types the page to go to."""

import re
import unicodedata
from typing import Final

from bot.client import Interaction, Yokoku
from bot.errors import NotUnderstood, TooLate
from bot.ui.components import JUMP_TEMPLATE, UNKNOWN_FORM_TEXT
from bot.ui.forms import PAGE_FIELD, page_form, page_problem_text
from cogs.interactions import Press, button

HIGHEST_PAGE: Final = 999_999
"""A custom_id has room for six digits; of what is beyond the end, the last page is shown."""


def add_pages(bot: Yokoku, template: str, turn: Press) -> None:
    """Answer the buttons under the pages of a list, old ones too.

    `template` is that of their custom_ids, with the page in its group `page`, and `turn` puts a page in the place of
    the one that is shown; it checks who may see it, for buttons and numbers that are typed alike.
    """
    jump = JUMP_TEMPLATE.format(template=template)

    async def take_number(interaction: Interaction, said: re.Match[str], typed: dict[str, str]) -> None:
        if interaction.message is None:  # only a made-up one comes from nowhere
            raise TooLate(UNKNOWN_FORM_TEXT)
        number = _page_number(typed.get(PAGE_FIELD, ""), int(said["last"]))
        start, end = (place - said.start("button") for place in said.span("page"))
        custom_id = f"{said['button'][:start]}{number}{said['button'][end:]}"
        if (match := re.fullmatch(template, custom_id)) is not None:
            await turn(interaction, match)

    bot.add_dynamic_items(button(template, turn), button(jump, _ask_for_page))
    bot.add_form(jump, take_number)


async def _ask_for_page(interaction: Interaction, said: re.Match[str]) -> None:
    await interaction.response.send_modal(page_form(said[0], int(said["last"])))


def _page_number(typed: str, last: int) -> int:
    """Read the number of a page, in digits of any script and width; give it as counted from 0.

    Raises `NotUnderstood`. The list may have grown since, so that any number is one.
    """
    number = unicodedata.normalize("NFKC", typed).strip().lstrip("0")[: len(str(HIGHEST_PAGE)) + 1]
    if not number.isdecimal() or int(number) == 0:
        raise NotUnderstood(page_problem_text(typed, last))
    return min(int(number), HIGHEST_PAGE) - 1
