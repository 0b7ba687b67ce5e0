"""Editions by what people type: a name, a convention's own name or alias, and what comes after one that is over."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.conventions.model import Edition
from bot.folding import fold


def named(held: Sequence[Edition], typed: str, now: datetime) -> Edition | None:
    """Find the edition of this slug or name among all, given in their order.

    For a convention's own name or alias ("AX") it is the next one, or else the last; with a year ("AX 2027") that
    year's.
    """
    folded = fold(typed)
    if not folded:
        return None
    exact = [one for one in held if folded in {fold(one.slug), fold(one.name)}]
    if exact:
        return exact[0]
    known = _names(held)
    of_it = [one for one in held if folded in known[one.convention]]
    if not of_it and (split := re.fullmatch(r"(.+) ([0-9]{4})", folded)):
        of_it = [one for one in held if split[1] in known[one.convention] and one.first_day.year == int(split[2])]
    ahead = [one for one in of_it if one.over_at > now]
    return next((one for one in ahead if not one.cancelled), next(iter(ahead or of_it[-1:]), None))


def matching(held: Sequence[Edition], typed: str, now: datetime) -> tuple[Edition, ...]:
    """List the editions whose names have all the typed words: what is on or coming first, then the latest that is over.

    `held` are all, in their order.
    """
    words, known = fold(typed).split(), _names(held)
    found = [
        one
        for one in held
        if all(word in f"{fold(one.name)} {fold(one.city)} {' '.join(known[one.convention])}" for word in words)
    ]
    coming = [one for one in found if one.over_at > now]
    return (*coming, *(one for one in reversed(found) if one.over_at <= now))


def _names(held: Iterable[Edition]) -> dict[str, set[str]]:
    """Give the folds of what each convention is called: any of its editions may know an alias."""
    known: dict[str, set[str]] = {}
    for one in held:
        known.setdefault(one.convention, {fold(one.convention)}).update(map(fold, one.aliases))
    return known


def successor(held: Iterable[Edition], of: Edition) -> Edition | None:
    """Find the edition of the same convention that comes after one; None where none is known."""
    later = [one for one in held if fold(one.convention) == fold(of.convention) and one.first_day > of.last_day]
    return min(later, key=lambda one: one.first_day, default=None)


_NUMBER = re.compile(r"(?<![0-9])[0-9]{1,4}(?![0-9])")


def successors_name(of: Edition) -> str:
    """Guess what the next edition will be called.

    >>> from datetime import date
    >>> expo = Edition(1, "", "Anime Expo", "Anime Expo 2026", date(2026, 7, 2), date(2026, 7, 5), "UTC", "", "US")
    >>> successors_name(expo)
    'Anime Expo 2027'
    """
    year = str(of.first_day.year)
    if year in of.name:
        return of.name.replace(year, str(of.first_day.year + 1), 1)
    if numbers := _NUMBER.findall(of.name):
        return re.sub(rf"(?<![0-9]){numbers[-1]}(?![0-9])", str(int(numbers[-1]) + 1), of.name, count=1)
    return f"The next {of.convention}"
