"""A series' card, page by page, and the facts that stand on it by name."""

import re

from sandbox.client.user import SandboxUser

KNOWN = "metallic-rouge"


async def whole_card(person: SandboxUser, series: str = KNOWN, *, channel: int | str | None = None) -> str:
    """Ask for a series, open each page of its card in place, and give all that is read on the way."""
    card = await person.slash("series", series=series, channel=channel)
    pages = [value for select in card.selects for _, value in select.options]
    read = [card.text]
    for page in pages:
        card = await person.select(card, [page])
        read.append(card.text)
    return "\n".join(read)


def facts(text: str) -> dict[str, str]:
    """Give what stands behind each name, with the small print below it: "**Premiere**: January 2024"."""
    found = re.finditer(r"^\*\*([^*]+)\*\*: (.*(?:\n-# .*)*)", text, re.MULTILINE)
    return {each[1]: each[2] for each in found}


async def fact(person: SandboxUser, name: str, series: str = KNOWN) -> str:
    """Give what the card of a series has behind a name. Raises `KeyError` where it has no such name."""
    return facts(await whole_card(person, series))[name]
