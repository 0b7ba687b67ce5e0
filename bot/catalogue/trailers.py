"""Trailers told apart: what kind a title names, which came last, and since when each is known.

Makers number what they show, in the titles of their videos: a teaser, PV, PV 2, a commercial. Sources name no day, so
what is known of most is when they were first seen: that is kept, and never shown as the day they were published.
"""

import enum
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.catalogue.model import Origin, Series, newest_first

MISTAKEN_FOR: Final = timedelta(days=1)
"""What a source replaces so soon after it was first seen was a mistake, and no earlier trailer."""
MOST_EARLIER: Final = 10
"""So many earlier ones are kept of a source that has room for one alone."""
_NUMBERED_TO: Final = 20
"""What numbers itself higher is of a year, or of an episode."""


class TrailerKind(enum.StrEnum):
    """What kind of video a title names, the one that says most first."""

    TEASER = "teaser"
    COMMERCIAL = "commercial"
    PV = "pv"
    TRAILER = "trailer"


@dataclass(frozen=True, slots=True)
class TrailerName:
    """What a title says: a kind, and which of that kind. `is_main` tells that it calls itself the main one."""

    kind: TrailerKind
    number: int | None = None
    is_main: bool = False


_KINDS: Final = {
    TrailerKind.TEASER: re.compile(r"teaser|ティザー|ティーザー|特報|超特報|先导|先導|先行|\btz\b"),
    TrailerKind.COMMERCIAL: re.compile(r"(?<![a-z])(?:tv ?)?(?:cm|spot)(?![a-z])|commercial|スポット|广告|廣告"),
    TrailerKind.PV: re.compile(r"(?<![a-z])pv(?![a-z])|プロモーションビデオ|promotion(?:al)? video|宣传片|宣傳片"),
    TrailerKind.TRAILER: re.compile(r"trailer|トレーラー|トレイラー|予告|预告|預告"),
}
_KANJI: Final = {digit: number for number, digit in enumerate("一二三四五六七八九十", 1)}
_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_WORDS: Final = (
    r"(?:pv|cm|spot|trailer|teaser|ティザー|ティーザー|トレーラー|特報|予告編?|预告片?|預告片?|宣传片|宣傳片|"
    r"promotion(?:al)? video)"
)
_BETWEEN: Final = r"(?: |official|main|teaser|本|ティザー|正式|アニメ|tv)*"
_NUMBERS: Final = (
    re.compile(r"第 ?([0-9]{1,2}|[一二三四五六七八九十]) ?[弾弹彈]"),
    re.compile(rf"([0-9]{{1,2}})(?:st|nd|rd|th){_BETWEEN}{_WORDS}"),
    re.compile(rf"({'|'.join(_ORDINALS)}){_BETWEEN}{_WORDS}"),
    re.compile(
        rf"{_WORDS} ?(?:第|no\.? ?|#|vol\.? ?)?([0-9]{{1,2}}|[一二三四五六七八九十])(?![0-9]| ?[話月日秒/:]| ?s\b)"
    ),
)
_MAIN: Final = re.compile(r"(?:main|本|正式) ?(?:official )?(?:pv|trailer|予告|预告|預告)")


def read_trailer_name(title: str) -> TrailerName | None:
    """Read what a video's title names itself, in Japanese, English or Chinese; give None where it names no kind.

    What stands in brackets is the name of what it is about, and says nothing of the video.

    >>> read_trailer_name("TVアニメ『葬送のフリーレン』ティザーPV第2弾")
    TrailerName(kind=<TrailerKind.TEASER: 'teaser'>, number=2, is_main=False)
    >>> read_trailer_name("2nd Trailer"), read_trailer_name("Opening")
    (TrailerName(kind=<TrailerKind.TRAILER: 'trailer'>, number=2, is_main=False), None)
    """
    whole = unicodedata.normalize("NFKC", title).casefold()
    text = re.sub(r"[『「《][^』」》]*[』」》]", " ", whole)
    kind = next((each for each, pattern in _KINDS.items() if pattern.search(text)), None)
    if kind is None:
        return None
    found = next((match[1] for pattern in _NUMBERS if (match := pattern.search(text))), None)
    number = None if found is None else _KANJI.get(found) or _ORDINALS.get(found) or int(found)
    in_reach = number if number is not None and 1 <= number <= _NUMBERED_TO else None
    return TrailerName(kind, in_reach, is_main=kind is not TrailerKind.TEASER and bool(_MAIN.search(text)))


def with_trailers_seen(
    record: Series, origin: Origin, known: Sequence[Series], before: Series | None, at: datetime
) -> Series:
    """Give a record with each trailer since it was first seen: as the `known` have it, else since now (`at`).

    AniList has room for one trailer: those that it named `before` are kept behind it, unless they were a mistake. Where
    it names none, it names none.
    """
    if not record.trailers:
        return record
    seen = {trailer.url: trailer.seen_at for each in known for trailer in each.trailers}
    said = tuple(each if each.seen_at else replace(each, seen_at=seen.get(each.url, at)) for each in record.trailers)
    if origin is Origin.ANILIST and before is not None:
        urls = {each.url for each in said}
        earlier = (each for each in before.trailers if each.url not in urls)
        stood = (each for each in earlier if each.seen_at is None or each.seen_at <= at - MISTAKEN_FOR)
        said = (*said, *newest_first(stood)[:MOST_EARLIER])
    return replace(record, trailers=said)
