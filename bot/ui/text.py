"""Words that every card, post and answer shares: times, dates, lengths, lists, and what was typed by a person.

A text that is too long is best cut after a sentence, else after a word, else after a sign.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Final

from bot.dates.airdate import AirDate, Precision, Season
from bot.web.links import AddressProblem, UnreadableAddress, web_address

MORE: Final = "…"
"""Stands for what was cut off."""
_LONGEST_WORD: Final = 40
"""Further back than this a space is none of a sentence that has words between spaces."""

_CLOSING = r"""(?:["'”’»)」』）】]|\\?[\]*_~|`>])*"""
_SENTENCE_END = re.compile(
    rf"""(?:[。！？｡．]{_CLOSING})"""  # CJK puts no space behind its stops
    rf"""|[.!?…۔।؟]+{_CLOSING}(?=\s+(?:["'“‘«(¿¡]|\\?[*_\[])*[^\sa-zа-яα-ω])"""
)
_ABBREVIATED = re.compile(
    r"(?:\b(?:dr|mr|mrs|ms|st|vs|no|nos|vol|vols|ep|eps|prof|jr|sr|lt|col|gen|capt|etc|e\.g|i\.e)|\b[^\W\d_])\.$",
    re.IGNORECASE,
)


def sentence_end(text: str, limit: int, *, least: float) -> int | None:
    """Find where the last whole sentence within `limit` characters ends; None where that is before `least`.

    What follows a stop tells whether it ends a sentence, so a stop at the very end of the room doesn't count, but for
    those of Chinese and Japanese. Text with markdown escaped by backslashes is understood too.
    """
    room = text[:limit]
    ends = [
        found.end()
        for found in _SENTENCE_END.finditer(room)
        if room[stop := found.start()] != "." or not _ABBREVIATED.search(room, max(0, stop - 7), stop + 1)
    ]
    return ends[-1] if ends and ends[-1] >= least else None


def word_end(text: str, limit: int) -> int | None:
    """Find where the last whole word within `limit` characters ends; None where words aren't apart by spaces."""
    space = text.rfind(" ", max(0, limit - _LONGEST_WORD), limit)
    return space if space > 0 else None


def shortened(text: str, limit: int) -> str:
    """Shorten a text to at most `limit` characters: a longer one is cut after any sign, with "…" for the rest."""
    return text if len(text) <= limit else with_more(text[: limit - 1])


def with_more(text: str) -> str:
    """Add "…" to a text that was cut, for what is missing; a joiner that has nothing to join any more goes."""
    return text.rstrip().rstrip("\u200d") + MORE


MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
QUOTE_LENGTH = 80
"""What somebody typed is quoted back no longer than this: enough to recognise it by."""
EMBED_FIELD_LENGTH = 1024
"""Discord: the value of an embed's field."""
LINK_LENGTH = 300
"""A longer address isn't linked to in a text: it would take the place of what the text says."""

_MARKDOWN = frozenset("\\*_~|`[]<>")
_LINE_OPENERS = re.compile(r"^(\s*)([#-]|\d{1,9}(?=[.)]\s))", re.MULTILINE)
_ADDRESS = re.compile(r"(?<=[a-z]):(?=//)", re.IGNORECASE)
_INVITE_OR_MAIL = re.compile(r"\b(discord\.gg)(?=/)", re.IGNORECASE)
_LOUD = re.compile(r"@(?=everyone|here)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_JOINERS = frozenset("\u200c\u200d")  # Persian words and families of emoji need them
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_TOWER = re.compile(f"({_MARK}{{4}}){_MARK}+")
"""Few marks on one letter are writing, many are a tower that reaches over the lines above and below."""
_ISOLATE, _END_ISOLATE, _ZERO_WIDTH = "\u2068", "\u2069", "\u200b"


def escape(text: str, limit: int = EMBED_FIELD_LENGTH, *, lines: bool = False) -> str:
    """Escape text from outside for a message: no markdown, mention, link or invisible sign of it acts.

    The result has at most `limit` characters, cut with "…" where there was more. Line breaks become spaces unless
    `lines` is set.
    """
    seen = _visible(text, keep_lines=lines)
    pieces = [f"\\{sign}" if sign in _MARKDOWN else sign for sign in seen[:limit]]
    whole = _calm("".join(pieces))
    if len(whole) <= limit and len(seen) <= limit:
        return whole
    while pieces and len(whole) >= limit:
        # Whole pieces are dropped, so that no backslash is left behind without what it escapes.
        del pieces[-max(1, (len(whole) - limit + 1) // 2) :]
        whole = _calm("".join(pieces))
    return with_more(whole)


def _visible(text: str, *, keep_lines: bool) -> str:
    """Drop controls, zero-width and direction signs, and put spaces and line breaks in order."""
    # Most text has none of them, and asking that first takes a hundredth of the time.
    kept = (
        text
        if text.isprintable()
        else "".join(
            sign for sign in text if sign in _JOINERS or sign.isspace() or unicodedata.category(sign)[0] != "C"
        )
    )
    kept = _TOWER.sub(r"\1", kept)
    if not keep_lines:
        return " ".join(kept.split()).strip("".join(_JOINERS))
    rows = [" ".join(row.split()) for row in kept.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(rows)).strip()


def _calm(text: str) -> str:
    """Defuse what acts by its place in the text rather than by itself: lists, headings, addresses, @everyone."""
    text = _LINE_OPENERS.sub(
        lambda found: f"{found[0]}{_ZERO_WIDTH}" if found[2].isdecimal() else f"{found[1]}\\{found[2]}", text
    )
    text = _ADDRESS.sub("\\:", text)
    text = _INVITE_OR_MAIL.sub(lambda found: found[1].replace(".", "\\."), text)
    return _LOUD.sub(f"@{_ZERO_WIDTH}", text)


def as_shown(escaped: str) -> str:
    """Give escaped text as Discord shows it, for where nothing reads markdown.

    >>> as_shown(escape("**Re:** 1. [dub]"))
    '**Re:** 1. [dub]'
    """
    return _ESCAPED.sub(r"\1", escaped).replace(_ZERO_WIDTH, "")


def quote(text: str, limit: int = QUOTE_LENGTH) -> str:
    """Quote what somebody typed in such a way that right-to-left text doesn't turn the sentence around it."""
    return f"“{_ISOLATE}{escape(text, limit)}{_END_ISOLATE}”"


def plain(text: str, limit: int) -> str:
    """Write text for where Discord reads no markdown (a button, a choice, a modal's title): visible, one line, cut."""
    return shortened(_visible(text, keep_lines=False), limit)


def stamp(at: datetime) -> str:
    """Write an instant, long and relative, so that Discord shows it in each reader's own zone."""
    return f"{_timestamp(at, 'F')} · {_timestamp(at, 'R')}"


def calendar_day(at: datetime) -> str:
    """Write the day of an instant, which Discord shows in each reader's own zone."""
    return _timestamp(at, "D")


def relative(at: datetime) -> str:
    """Write how far off an instant is: "in 3 days", kept up to date by Discord."""
    return _timestamp(at, "R")


def _timestamp(at: datetime, style: str) -> str:
    if at.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    # Whole seconds, rounded down before 1970 as well.
    return f"<t:{(at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(seconds=1)}:{style}>"


def day(on: date) -> str:
    """Write a calendar day: "10 January 2024"."""
    return f"{on.day} {MONTH_NAMES[on.month - 1]} {on.year}"


def days(first: date, last: date) -> str:
    """Write the calendar days from `first` to `last`, both included: "1–4 July 2023"."""
    if first == last:
        return day(first)
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTH_NAMES[first.month - 1]} – {day(last)}"
    return f"{first.day}–{day(last)}"


def air_date(on: AirDate) -> str:
    """Write a date as exactly as it is known, and no more: "January 2024", "Winter 2024", a stamp for an instant."""
    if on.is_exact and on.earliest is not None:
        return stamp(on.earliest)
    return vague_date(on)


def vague_date(on: AirDate) -> str:
    """Write a date in words, on the calendar where it was announced; an exact one is told by its day there."""
    start = on.local_start
    if start is None:
        return "to be announced"
    match on.precision:
        case Precision.YEAR:
            return str(start.year)
        case Precision.SEASON:
            return f"{Season.of(start.month).value.capitalize()} {start.year}"
        case Precision.QUARTER:
            return f"Q{(start.month + 2) // 3} {start.year}"
        case Precision.MONTH:
            return f"{MONTH_NAMES[start.month - 1]} {start.year}"
        case _:
            return day(start.date())


def length(before: timedelta) -> str:
    """Write a lead in words: "7 days", "1 hour", "1 day 12 hours"; zero is "the moment itself"."""
    minutes = int(before.total_seconds()) // 60
    if minutes <= 0:
        return "the moment itself"
    amounts = ((minutes // 1440, "day"), (minutes // 60 % 24, "hour"), (minutes % 60, "minute"))
    return " ".join(count(amount, unit) for amount, unit in amounts if amount)


def link(name: str, url: str | None, limit: int = 100) -> str:
    """Link a name to an address, where there is one that may be linked to; else give the name alone."""
    shown, address = escape(name, limit), web_address(url, LINK_LENGTH)
    return shown if address is None else f"[{shown}]({address})"


def over_length_text(what: str, length: int, most: int) -> str:
    """Say that something, such as "The link", has more characters than fit."""
    return f"{what} has {length:,} characters: {length - most:,} more than the {most:,} that fit."


def address_problem_text(what: str, problem: UnreadableAddress) -> str:
    """Say what is wrong with an address that was typed as `what`, such as "The link", and how to type it."""
    match problem.problem:
        case AddressProblem.SCHEME:
            return f"{what} must begin with `https://` or `http://`."
        case AddressProblem.USER_NAME:
            return f"{what} has a user's name in it, before the `@`. Give the address without that."
        case AddressProblem.NO_ADDRESS:
            return f"{what} is not an address. It looks like `https://example.com/page`."
        case AddressProblem.TOO_LONG:
            return over_length_text(what, problem.length, problem.most)


_SOURCES = {"anilist": "AniList", "animeschedule": "AnimeSchedule", "starter": "Starter catalogue"}


def source_name(source: str) -> str:
    """Name a source as people know it."""
    return _SOURCES.get(source) or escape(source, 60)


def count(amount: int, noun: str) -> str:
    """Write a number with its noun: "1 day", "13 episodes"."""
    return f"{amount:,} {noun}" if amount == 1 else f"{amount:,} {noun}s"


def list_words(words: Sequence[str]) -> str:
    """Join words as a sentence lists them: "a", "a and b", "a, b and c"."""
    *rest, last = words or [""]
    return f"{', '.join(rest)} and {last}" if rest else last


def lines_within(lines: Sequence[str], limit: int = EMBED_FIELD_LENGTH, *, most: int | None = None) -> str:
    """Join as many whole lines as fit in `limit` characters, at most `most`, and say how many more there are.

    Lines are made so that the first one fits: markdown can't be cut anywhere.
    """
    taken = list(lines[:most])
    while taken:
        left = len(lines) - len(taken)
        text = "\n".join(taken) + (f"\n… and {left} more" if left else "")
        if len(text) <= limit:
            return text
        taken.pop()
    return ""


def words_within(words: Sequence[str], limit: int) -> str:
    """Join as many words as fit in `limit` characters, as a sentence lists them: "a, b and 38 more".

    Where not even the first one fits, the words are counted: "38 names".
    """
    for shown in range(len(words), 0, -1):
        left = len(words) - shown
        text = list_words([*words[:shown], *([f"{left} more"] if left else [])])
        if len(text) <= limit:
            return text
    return count(len(words), "name") if words else ""


_ENOUGH = 0.4
"""A sentence that ends before this share of the room is too little; then the story is cut at a word."""
_MORE = f" {MORE}"


def cut_at_sentence(text: str, limit: int) -> str:
    """Cut text from outside, as `escape` makes it and with its lines, to at most `limit` characters.

    A longer one ends with a whole sentence where there is one, else with a word, and "…" after it.
    """
    # What can't find room is left unread: it may be the text of a book.
    whole = escape(text[: 4 * limit], limit, lines=True)
    if not whole.endswith(MORE) or len(text) <= len(whole):
        return whole
    end = sentence_end(whole, limit - len(_MORE), least=_ENOUGH * limit)
    if end is not None:
        return whole[:end] + _MORE
    end = word_end(whole, len(whole))
    return whole if end is None else f"{whole[:end].rstrip()}{_MORE}"
