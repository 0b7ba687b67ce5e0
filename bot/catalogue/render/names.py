"""What a series is called where people read it: its title, and what tells it from others that read alike.

The one rule for posts, lists, previews, choices and buttons.
"""

from collections.abc import Callable, Collection, Sequence
from itertools import takewhile

from bot.catalogue.model import Format, Namesake, Series
from bot.catalogue.search import key_of
from bot.folding import fold
from bot.ui.text import escape, plain

FORMATS = {
    Format.TV: "TV series",
    Format.FILM: "Film",
    Format.OVA: "OVA",
    Format.ONA: "Web series",
    Format.SPECIAL: "Special",
}
FORMATS_WITHIN = {kind: name if name[1].isupper() else name.lower() for kind, name in FORMATS.items()}
"""The same within a line."""

_MARK_LENGTH, _BEFORE_MARK = 24, 70
"""So much is shown of what tells a series apart, and of a title before that where the two go on as one name."""


def shown_title(series: Series, limit: int, among: Collection[Series] = ()) -> str:
    """Write a series' title for a message, escaped, of about `limit` characters; with what tells it apart.

    `among` are those beside which it is shown; those that the store knows to read alike count anyway.
    """
    title = escape(series.titles.main, limit) or escape(series.slug, limit)
    key = _key(series)
    mark = _mark(series, [each for each in among if _key(each) == key])
    return f"{title} ({escape(mark)})" if mark else title


def plain_title(series: Series) -> str:
    """Write a series' title where nothing is formatted, or where it will be escaped; with what tells it apart."""
    mark = _mark(series, ())
    return f"{plain(series.titles.main, _BEFORE_MARK)} ({mark})" if mark else series.titles.main


def told_apart(near: Sequence[Series], named: Callable[[Series], str], limit: int) -> list[str]:
    """Give the names of series, of at most `limit` characters, each with what tells it from those that read alike."""
    names = [plain(named(series), limit) or plain(series.slug, limit) for series in near]
    keys = [_key(series) for series in near]
    told = []
    for series, name, own in zip(near, names, keys, strict=True):
        alike = [other for other, called, key in zip(near, names, keys, strict=True) if called == name or key == own]
        mark = _mark(series, alike)
        told.append(f"{plain(name, limit - len(mark) - 3)} ({mark})" if mark else name)
    return told


def _key(series: Series) -> str:
    """Give what series that read alike have in common."""
    return key_of(fold(series.titles.main))


def _mark(series: Series, alike: Collection[Series]) -> str:
    """Say what tells a series from its namesakes and others: the first that none of these has; nothing for none.

    That is its year and format, its season, what its own title ends with ("後編"), or its place among them.
    """
    own = series.as_namesake
    others = (*series.namesakes, *(other.as_namesake for other in alike))
    in_order = sorted({own, *(each for each in others if not own.id or each.id != own.id)}, key=lambda each: each.id)
    if len(in_order) == 1:
        return ""
    for detail in (_year_and_format, _season_and_format, _end_of_title):
        details = [plain(detail(each, in_order), _MARK_LENGTH) for each in in_order]
        mark = details[in_order.index(own)]
        if mark and details.count(mark) == 1:
            return mark
    return f"{_year_and_format(own, in_order)}, no. {in_order.index(own) + 1}"


def _year_and_format(one: Namesake, _: Sequence[Namesake]) -> str:
    return ", ".join(part for part in (str(one.year or ""), FORMATS_WITHIN[one.format]) if part)


def _season_and_format(one: Namesake, group: Sequence[Namesake]) -> str:
    season = f"{one.season.value.capitalize()} " if one.season and one.year else ""
    return f"{season}{_year_and_format(one, group)}"


def _end_of_title(one: Namesake, group: Sequence[Namesake]) -> str:
    """Give the words of a title in its own script that the titles of those of the same season don't begin with."""
    of_season = _season_and_format(one, group)
    titles = [each.native for each in group if each.native and _season_and_format(each, group) == of_season]
    if not one.native or len(titles) == 1:
        return one.native or ""
    alike = sum(1 for _ in takewhile(lambda signs: len({*signs}) == 1, zip(*titles, strict=False)))
    while 0 < alike < len(one.native) and one.native[alike - 1 : alike + 1].isalnum():
        alike -= 1  # a word is told whole
    return one.native[alike:].strip(" ()（）～~:：・-") or one.native
