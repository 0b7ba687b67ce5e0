"""Which release of a series is meant: as people type it, and as it is offered to them."""

import re
from typing import Final

from bot.catalogue.fields import MOST_EPISODES
from bot.catalogue.model import Format, Series
from bot.catalogue.releases import Release, ReleaseKind
from bot.dates.airdate import AirDate
from bot.errors import NotUnderstood

_NAMES: Final = {
    "premiere": ReleaseKind.PREMIERE,
    "finale": ReleaseKind.FINALE,
    "film": ReleaseKind.FILM,
    "movie": ReleaseKind.FILM,
    "home video": ReleaseKind.HOME_VIDEO,
    "dub": ReleaseKind.DUB,
}
_NUMBERED: Final = re.compile(r"(?:(episode|ep\.?|home video|dub)\s*)?#?\s*([0-9]{1,6})")


def typed_as(release: Release) -> str:
    """Write a release as it is typed, without its service: "premiere", "episode 5", "home video 2"."""
    match release.kind:
        case ReleaseKind.EPISODE | ReleaseKind.FINALE:
            return f"episode {release.number}"
        case ReleaseKind.HOME_VIDEO | ReleaseKind.DUB if release.number and release.number > 1:
            return f"{release.kind.value.replace('_', ' ')} {release.number}"
        case kind:
            return kind.value.replace("_", " ")


def read_outing(series: Series, typed: str, service: str | None) -> Release:
    """Read which release of a series is meant, without a date; nothing typed means its first.

    Raises `NotUnderstood` where none is meant, or the last episode's number isn't known.
    """
    text = " ".join(typed.casefold().split())
    if not text:
        return _outing(
            series, ReleaseKind.FILM if series.format is Format.FILM else ReleaseKind.PREMIERE, None, service
        )
    if text in _NAMES:
        return _outing(series, _NAMES[text], None, service)
    match = _NUMBERED.fullmatch(text)
    if match is None or not 1 <= int(match[2]) <= MOST_EPISODES:
        raise NotUnderstood(
            "I don't know which release that is. Type `premiere`, `episode 5`, `finale`, `film`, `home video` or `dub`."
        )
    kinds = {"home video": ReleaseKind.HOME_VIDEO, "dub": ReleaseKind.DUB}
    return _outing(series, kinds.get(match[1] or "", ReleaseKind.EPISODE), int(match[2]), service)


def _outing(series: Series, kind: ReleaseKind, number: int | None, service: str | None) -> Release:
    if kind is ReleaseKind.FINALE:
        number = series.episodes
        if number is None:
            raise NotUnderstood("How many episodes it has isn't known. Type the last one's number: `episode 12`.")
    if kind is ReleaseKind.EPISODE and number == 1:
        kind = ReleaseKind.PREMIERE
    if kind is ReleaseKind.EPISODE and number == series.episodes:
        kind = ReleaseKind.FINALE
    return Release(0, series.id, kind, AirDate.tba(), number or 1, service)
