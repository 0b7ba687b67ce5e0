"""What series and releases are called where people read it, and what tells series apart that read alike.

The one rule for posts, lists, previews, choices and buttons: "Episode 5 of 13", "the premiere", "episode 3".
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import takewhile
from typing import Final

from bot.catalogue.model import Format, Namesake, Series
from bot.catalogue.releases import BROADCAST_KINDS, WEEKLY, Basis, Release, ReleaseKind
from bot.catalogue.search import key_of
from bot.folding import fold
from bot.ui.text import escape, list_words, plain

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


# --- releases ---------------------------------------------------------------------------------------------------------


_HEADINGS: Final = {
    ReleaseKind.PREMIERE: "Premiere",
    ReleaseKind.EPISODE: "Episode",
    ReleaseKind.FINALE: "Finale: episode",
    ReleaseKind.FILM: "In cinemas",
    ReleaseKind.HOME_VIDEO: "Home video",
    ReleaseKind.DUB: "Dub",
}
_SUBJECTS: Final = {
    ReleaseKind.PREMIERE: "premiere",
    ReleaseKind.FILM: "the film",
    ReleaseKind.HOME_VIDEO: "home video",
    ReleaseKind.DUB: "dub",
}
_ONE_OF_A_KIND: Final = {
    ReleaseKind.PREMIERE: "the premiere",
    ReleaseKind.FILM: "the film",
    ReleaseKind.HOME_VIDEO: "the home video",
    ReleaseKind.DUB: "the dub",
}


def heading(kind: ReleaseKind) -> str:
    """Give the heading under which a date stands on a card: "Premiere", "In cinemas"."""
    return _HEADINGS[kind]


def in_list(release: Release) -> str:
    """Name the release that a date, or a change of it, is of in a list: "Episode 5", "In cinemas", "Premiere"."""
    if release.basis is Basis.SLOT:
        return "New episode (usual slot)"
    if release.label is not None:
        return _labelled(release.label)
    number = f" {release.number}" if release.kind in WEEKLY and release.number is not None else ""
    return f"{_HEADINGS[release.kind]}{number}"


def _labelled(label: str) -> str:
    """Name an episode that isn't counted: "Episode 13.5", "Special"."""
    return f"Episode {label}" if label[:1].isdigit() else label.capitalize()


def as_title(release: Release, total: int | None) -> str:
    """Write a name that stands by itself: "Episode 5 of 13", "Finale: episode 13", "Premiere", "Film"."""
    number = release.number
    if release.label is not None:
        return _labelled(release.label)
    match release.kind:
        case ReleaseKind.EPISODE:
            of = f" of {total}" if total and number and number <= total else ""
            if number is None:
                return f"New episode{' (usual slot)' if release.basis is Basis.SLOT else ''}"
            return f"Episode {number}{of}"
        case ReleaseKind.FINALE:
            return f"Finale: episode {number}" if number else "Finale"
        case ReleaseKind.FILM:
            return "Film"
        case kind:
            return _HEADINGS[kind]


def span(first: Release, last: Release, total: int | None) -> str:
    """Name releases of one kind that come out together: "Episodes 1–12"; give the first one's name if it is alone."""
    if first.id != last.id and first.kind in BROADCAST_KINDS and first.number is not None and last.number:
        return f"Episodes {first.number}–{last.number}"
    return as_title(first, total)


def all_numbers(releases: Iterable[Release]) -> str:
    """Write the numbers of several releases: "1–4", "1–3 and 5"."""
    numbers = sorted({each.number for each in releases if each.number is not None and each.label is None})
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return list_words([str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs])


def after_series(release: Release, together: Sequence[Release] = ()) -> str:
    """Write a name that stands behind its series': "Metallic Rouge: episode 3", "Metallic Rouge: premiere".

    With the episodes that come out `together` with it, all are named: "episodes 3–5".
    """
    if release.label is not None:
        return _labelled(release.label).lower()
    if together and release.kind in BROADCAST_KINDS:
        return f"episodes {all_numbers([release, *together])}"
    if release.kind in WEEKLY:
        return "new episode" if release.number is None else f"episode {release.number}"
    return _SUBJECTS[release.kind]


def in_headline(release: Release, total: int | None, together: Sequence[Release] = ()) -> str:
    """Write a post's name of a release: "premiere", "the film", "episode 3 of 13", "episode 13 of 13 (the last)".

    With those that come out `together` with it, all but a premiere's are named: "episodes 9–12 of 12 (the last)".
    """
    whole = [release, *together]
    if release.kind in WEEKLY:
        is_last = any(each.number == total for each in whole)
        # An episode 0 is none of those that are counted, nor is a special; what comes by a rule has no number.
        is_counted = total is not None and all(each.number and each.label is None for each in whole)
        of = f" of {total}{' (the last)' if is_last else ''}" if is_counted else ""
        return f"{after_series(release, together)}{of}"
    if together and release.kind is not ReleaseKind.PREMIERE:
        return f"{after_series(release)} {all_numbers(whole)}"
    return after_series(release)


def in_sentence(release: Release) -> str:
    """Write a name as a sentence's subject: "the premiere", "episode 3", "an episode"."""
    if release.label is not None:
        name = _labelled(release.label).lower()
        return name if release.label[:1].isdigit() else f"the {name}"
    if release.kind in WEEKLY:
        return "a new episode" if release.number is None else f"episode {release.number}"
    return _ONE_OF_A_KIND[release.kind]


def on_service(release: Release, limit: int = 60) -> str:
    """Tell where it comes out, behind its name: " on Crunchyroll"; nothing for the first broadcast, or cinemas."""
    shown = escape(release.service or "", limit)
    return f" on {shown}" if shown else ""
