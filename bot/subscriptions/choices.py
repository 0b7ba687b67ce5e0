"""What a subscription chooses, as it is typed: kinds of releases, services, and which updates are told."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeVar

from bot.catalogue.releases import ReleaseKind
from bot.catalogue.revisions import OF_THE_SERIES, UpdateKind
from bot.catalogue.services import canonical_service
from bot.errors import NotUnderstood
from bot.folding import fold
from bot.subscriptions.model import FIRST_BROADCAST, PanelChoice

_T = TypeVar("_T")

ALL, NONE = "all", "none"
FIRST_BROADCAST_NAME: Final = "first broadcast"
"""How `FIRST_BROADCAST` is typed, and offered."""
MOST_CHOSEN_SERVICES: Final = 10
USUAL_POPULARITY: Final = 10_000
"""So many people have what most have heard of on a list: some thirty series of a season."""
MOST_POPULARITY: Final = 2**31 - 1

KIND_NAMES: Final = {
    ReleaseKind.PREMIERE: "premieres",
    ReleaseKind.EPISODE: "episodes",
    ReleaseKind.FINALE: "finales",
    ReleaseKind.FILM: "films",
    ReleaseKind.HOME_VIDEO: "home video",
    ReleaseKind.DUB: "dubs",
}
"""Kinds of releases as they are typed, offered and told."""
_KIND_WORDS: Final = {
    **{name: (kind,) for kind, name in KIND_NAMES.items()},
    **{kind.value: (kind,) for kind in ReleaseKind},
    **dict.fromkeys(("home videos", "disc", "discs", "blu ray", "blu rays", "dvd"), (ReleaseKind.HOME_VIDEO,)),
    **dict.fromkeys(("movie", "movies"), (ReleaseKind.FILM,)),
}

UPDATE_NAMES: Final = {
    UpdateKind.ANNOUNCED: "announced dates",
    UpdateKind.REFINED: "refined dates",
    UpdateKind.DELAYED: "delays",
    UpdateKind.BROUGHT_FORWARD: "earlier dates",
    UpdateKind.BREAK: "breaks",
    UpdateKind.CANCELLED: "cancellations",
    UpdateKind.TRAILER: "trailers",
    UpdateKind.SERVICE: "new services",
    UpdateKind.SEQUEL: "sequels",
}
"""Kinds of updates as they are typed, offered and told."""
OF_DATES: Final = tuple(kind for kind in UpdateKind if kind not in OF_THE_SERIES)
DATES: Final = "dates"
"""Stands for `OF_DATES`."""
_UPDATE_WORDS: Final = {
    **{name: (kind,) for kind, name in UPDATE_NAMES.items()},
    **{kind.value.replace("_", " "): (kind,) for kind in UpdateKind},
    **dict.fromkeys(("delay", "later dates", "moved"), (UpdateKind.DELAYED,)),
    **dict.fromkeys(("services",), (UpdateKind.SERVICE,)),
    **dict.fromkeys(("announcements",), (UpdateKind.ANNOUNCED,)),
    **dict.fromkeys(("refined",), (UpdateKind.REFINED,)),
    DATES: OF_DATES,
}


OPTIONS: Final = {
    "lead": "leads",
    "role": "role_id",
    "publish": "publishes",
    "kinds": "kinds",
    "services": "services",
    "popularity": "popularity",
    "updates": "muted",
    "stated": "stated_only",
    "panels": "panels",
}
"""What can be chosen for a subscription, as it is typed, with the field of `Subscription` that holds it."""
PANEL_CHOICE_NAMES: Final = {
    PanelChoice.NONE: "no panels",
    PanelChoice.WATCHLIST: "panels of series on the watchlist",
    PanelChoice.ALL: "all panels",
}
OF_RELEASES: Final = frozenset({"kinds", "services", "popularity", "muted", "stated_only"})
"""The fields that choose among releases."""


class UnknownChoice(NotUnderstood):
    """What was `typed` for an `option` isn't made of the words that it takes."""

    def __init__(self, option: str, typed: str) -> None:
        super().__init__(option)
        self.option = option
        self.typed = typed


def read_reset(text: str) -> tuple[str, ...]:
    """Read the options that are to go back to their defaults, as somebody typed them. Raises `UnknownChoice`.

    >>> read_reset("Role, lead")
    ('lead', 'role')
    """
    found = _read(text, {**{name: (name,) for name in OPTIONS}, ALL: tuple(OPTIONS)})
    if not found:
        raise UnknownChoice("reset", text)
    return tuple(name for name in OPTIONS if name in found)


def read_kinds(text: str) -> tuple[ReleaseKind, ...]:
    """Read the kinds of releases that somebody typed, in their usual order; give none for all of them.

    Raises `UnknownChoice`.

    >>> read_kinds("Finales, premiere")
    (<ReleaseKind.PREMIERE: 'premiere'>, <ReleaseKind.FINALE: 'finale'>)
    """
    found = _read(text, {**_KIND_WORDS, ALL: tuple(ReleaseKind)})
    if not found:
        raise UnknownChoice("kinds", text)
    return () if found == set(ReleaseKind) else tuple(kind for kind in ReleaseKind if kind in found)


def read_muted(text: str) -> tuple[UpdateKind, ...]:
    """Read which updates aren't told, from what somebody typed of those that are.

    Raises `UnknownChoice`.

    >>> len(read_muted("none")), read_muted("all")
    (9, ())
    >>> read_muted("dates")
    (<UpdateKind.TRAILER: 'trailer'>, <UpdateKind.SERVICE: 'service'>, <UpdateKind.SEQUEL: 'sequel'>)
    """
    if " ".join(text.split()).casefold() == NONE:
        return tuple(UpdateKind)
    told = _read(text, {**_UPDATE_WORDS, ALL: tuple(UpdateKind)})
    if not told:
        raise UnknownChoice("updates", text)
    return tuple(kind for kind in UpdateKind if kind not in told)


def _read(text: str, words: Mapping[str, tuple[_T, ...]]) -> set[_T]:
    """Collect what the words stand for; give nothing where one of them isn't known."""
    typed = _words(text)
    if not all(word in words for word in typed):
        return set()
    return {each for word in typed for each in words[word]}


def _words(text: str) -> list[str]:
    words = re.split(r"[,;\n]|\band\b", text.casefold())
    named = (" ".join(word.replace("-", " ").replace("_", " ").split()).removesuffix(" only") for word in words)
    return [word for word in named if word]


def read_services(text: str, known: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read the services that somebody typed, by their `known` names, in order; and what names none.

    "First broadcast" (also "TV", "cinemas") is `FIRST_BROADCAST`. Case, width and punctuation don't matter.

    >>> read_services("crunchyroll, tv; Netflux", ["Crunchyroll", "Netflix"])
    (('', 'Crunchyroll'), ('Netflux',))
    """
    by_key = {**{_key(name): name for name in sorted(known, reverse=True)}, **_BROADCAST_KEYS}
    typed = [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]
    found = {by_key[_key(part)] for part in typed if _key(part) in by_key}
    return tuple(sorted(found)), tuple(part for part in typed if _key(part) not in by_key)


def _key(name: str) -> str:
    return fold(canonical_service(name)).replace(" ", "")


_BROADCAST_KEYS: Final = {
    _key(word): FIRST_BROADCAST for word in (FIRST_BROADCAST_NAME, "broadcast", "tv", "television", "cinemas")
}


def completions(typed: str, names: Sequence[str]) -> list[str]:
    """Complete a list with commas: give it with its last word as each of `names` that isn't in it yet.

    >>> completions("premieres, f", ["premieres", "finales", "films"])
    ['premieres, finales', 'premieres, films']
    >>> completions("films", ["films", "dubs"])
    ['films', 'films, dubs']
    """
    *before, last = (part.strip() for part in typed.split(","))
    complete = [part for part in before if part]
    word, is_whole = last.casefold(), last.casefold() in {name.casefold() for name in names}
    taken = {part.casefold() for part in complete} | ({word} if is_whole else set())
    free = [name for name in names if name.casefold() not in taken]
    offered = [", ".join([*complete, name]) for name in free if word in name.casefold()]
    if not is_whole:
        return offered
    whole = [*complete, last]
    return [", ".join(whole), *(", ".join([*whole, name]) for name in free)]
