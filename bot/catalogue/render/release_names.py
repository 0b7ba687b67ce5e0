"""How a release is named for people, in each place where one is: "Episode 5 of 13", "the premiere", "episode 3"."""

from collections.abc import Iterable, Sequence
from typing import Final

from bot.catalogue.releases import BROADCAST_KINDS, WEEKLY, Basis, Release, ReleaseKind
from bot.ui.text import escape, list_words

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
