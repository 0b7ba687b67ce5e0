"""Who made it: of the many people whom AniList names, those that a card has room for."""

import re
from collections.abc import Iterator

from bot.catalogue.model import Credit
from bot.catalogue.sources.values import JsonObject, entries, entry, text

MOST_CREDITS = 12
ROLES = (
    "Original Creator",
    "Original Story",
    "Original Work",
    "Chief Director",
    "Director",
    "Series Director",
    "Co-Director",
    "Assistant Director",
    "Series Composition",
    "Screenplay",
    "Script",
    "Original Character Design",
    "Character Design",
    "Chief Animation Director",
    "Mechanical Design",
    "Music",
    "Art Director",
    "Color Design",
    "Director of Photography",
    "Sound Director",
)
"""What AniList calls the roles that people ask for, in the order to show them."""

_RANKS = {role.casefold(): rank for rank, role in enumerate(ROLES)}
_NOTE = re.compile(r"\s*\(([^()]{0,200})\)\s*$")
_PARTLY = re.compile(
    r"\b(?:eps?|episodes?|ops?|eds?|openings?|endings?|pv|teasers?|trailers?)\b\.?\s*\d*", re.IGNORECASE
)


def credits_of(staff: object) -> tuple[Credit, ...]:
    """Read the credits of a staff connection: the roles of `ROLES` in that order, `MOST_CREDITS` at most.

    Who did something for single episodes or an opening alone ("Script (ep 3)") is left out.
    """
    found = dict.fromkeys(_ranked(staff))
    return tuple(credit for _, credit in sorted(found, key=lambda ranked: ranked[0])[:MOST_CREDITS])


def _ranked(staff: object) -> Iterator[tuple[int, Credit]]:
    for edge in entries(entry(staff).get("edges")):
        role, name = text(edge.get("role"), 200), _name(entry(edge.get("node")))
        if role is None or name is None:
            continue
        note = _NOTE.search(role)
        if note and _PARTLY.search(note[1]):
            continue
        rank = _RANKS.get(_NOTE.sub("", role).casefold())
        if rank is not None:
            yield rank, Credit(ROLES[rank], name)


def _name(person: JsonObject) -> str | None:
    names = entry(person.get("name"))
    return text(names.get("full"), 100) or text(names.get("native"), 100)
