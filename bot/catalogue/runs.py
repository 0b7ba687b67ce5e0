"""Several episodes that a person dates in one go: "2-12 weekly", or "12-13", which come out together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.catalogue.fields import ReleaseProblem, UnreadableRelease, read_outing
from bot.catalogue.model import Series
from bot.catalogue.releases import Release
from bot.catalogue.slots import WEEK_DAYS, days_later, is_of_a_day

MOST_IN_RUN = 60
"""So many episodes at most are dated in one go: more than a year of weeks is nobody's word."""
_RUN = re.compile(r"(?:episodes?|eps?\.?)?\s*#?([0-9]{1,6})\s*(?:-|–|to)\s*#?([0-9]{1,6})(?:,?\s*(weekly|every week))?")


@dataclass(frozen=True, slots=True)
class Run:
    """The episodes from one number to the `last`; week by week, or all at once."""

    last: int
    is_weekly: bool


def read_run(series: Series, typed: str, service: str | None) -> tuple[Release, Run | None]:
    """Read which release is meant, as `read_outing` does, or the first of several, with all of them.

    Raises `UnreadableRelease`.
    """
    match = _RUN.fullmatch(" ".join(typed.casefold().split()))
    if match is None:
        return read_outing(series, typed, service), None
    first, last = int(match[1]), int(match[2])
    if not first < last < first + MOST_IN_RUN:
        raise UnreadableRelease(ReleaseProblem.NO_RUN)
    read_outing(series, str(last), service)
    return read_outing(series, str(first), service), Run(last, match[3] is not None)


def releases_of(run: Run, first: Release, series: Series) -> Iterator[Release]:
    """Yield the episodes of a run, each with its date, from the `first` one's.

    Raises `UnreadableRelease` where they would come week by week from a date of no day.
    """
    if run.is_weekly and not first.cancelled and not is_of_a_day(first.date):
        raise UnreadableRelease(ReleaseProblem.NO_DAY)
    begins = 1 if first.number is None else first.number
    for number in range(begins, run.last + 1):
        one = read_outing(series, str(number), first.service)
        weeks = number - begins if run.is_weekly and not first.cancelled else 0
        date = days_later(first.date, WEEK_DAYS * weeks) if weeks else first.date
        yield replace(one, date=date, cancelled=first.cancelled)
