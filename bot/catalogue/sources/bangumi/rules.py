"""The weekly rules of bangumi-data's file: `R/2026-04-06T14:00:00.000Z/P7D`, of a series and of each of its sites.

Which of them stand. A rule says that something repeats, not how often, and the file's keepers write one for nearly
everything. It ends with the series' `end`, which they fill in once the last episode is over; of 8,483 entries 98 have
a rule and no `end`. Those are shows that run: this season's, whose end nobody has filled in yet, and a dozen that have
run for years (Detective Conan since 1996, Sazae-san since 1969). So:

- a rule without an `end` is of a show that runs, as long as the file is new. How new it is tells the month of the
  latest beginnings in it. What began within half a year before is a season's show: its rule stands for the thirteen
  weeks of a season, or until two months after the file was new. What has run for longer goes on for a year;
- unless nobody keeps the entry: nothing in it, neither the rule's own start nor one at a service, lies within ten years
  before (of the shows that run the keepers have written something within six);
- whole days alone repeat (P7D, P1D): P0D is what came at once, and of P1M nobody knows the day;
- a service's rule stands where its first episode came within two weeks of the broadcast's, at an hour of its own: later
  ones are the dates of whole catalogues, which the keepers' tools write as rules, too.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.catalogue.model import Origin
from bot.catalogue.slots import Slot
from bot.dates.airdate import AirDate

_RULE = re.compile(r"R/(?P<start>[^/]{1,40})/P(?P<days>[0-9]{1,2})D")
_BEGIN = re.compile(r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-")
_SEASON = timedelta(weeks=13)
_STILL_A_SEASONS_SHOW = timedelta(weeks=26)
_FILE_HOLDS_FOR = timedelta(days=60)
_LONG_RUN = timedelta(weeks=52)
_KEPT = timedelta(days=3652)
_KEPT_AFTER_END = timedelta(days=1096)
"""What ended so long before the file nobody looks back to, on whatever clock a bot is run."""
_BEFORE_BROADCAST, _AFTER_BROADCAST = timedelta(days=7), timedelta(days=14)


def newest_of(begins: Iterable[object]) -> datetime | None:
    """Tell how new a file is, to the month, by its entries' `begin`; give None where none of them is a time.

    The very latest of thousands may be slips of the pen.
    """
    known = sorted(each for each in begins if isinstance(each, str) and _BEGIN.match(each))
    return datetime.fromisoformat(f"{known[-1 - len(known) // 1000][:7]}-01T00:00:00Z") if known else None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as it stands in the file: when something was first, and every how many days it comes again."""

    start: datetime
    every_days: int


def rule_of(text: str) -> Rule | None:
    """Read a rule; give None for what is none, or doesn't repeat by the day."""
    found = _RULE.fullmatch(text)
    if found is None or int(found["days"]) == 0:
        return None
    try:
        start = datetime.fromisoformat(found["start"])
    except ValueError:
        return None
    return Rule(start, int(found["days"])) if start.tzinfo is not None else None


def stands_until(
    rule: Rule, begin: datetime, end: datetime | None, newest: datetime | None, starts: Iterable[datetime]
) -> datetime | None:
    """Tell until when a series' rule stands, in a file that is as new as `newest`; give None where it doesn't.

    `starts` are when it began at services.
    """
    if end is not None:
        is_kept = newest is None or end > newest - _KEPT_AFTER_END
        return end if end > begin and is_kept else None
    if newest is None or max([rule.start, *starts]) < newest - _KEPT:
        return None
    if begin < newest - _STILL_A_SEASONS_SHOW:
        return newest + _LONG_RUN
    return max(begin + _SEASON, newest + _FILE_HOLDS_FOR)


def broadcast_slot(rule: Rule, first: AirDate, at_start: AirDate, until: datetime) -> Slot:
    """Make a series' slot, whose first date is `first`; `at_start` is the date that its rule begins with.

    These differ where a show of many years has got another slot.
    """
    begins = first if first.earliest == rule.start else at_start
    return Slot(Origin.BANGUMI, begins, until, rule.every_days)


def service_slot(rule: Rule, date: AirDate, broadcast: Slot, service: str, regions: tuple[str, ...]) -> Slot | None:
    """Make a service's slot beside the broadcast's, from its first date there; give None where its rule doesn't stand.

    It ends as much later as it began.
    """
    first, main = date.earliest, broadcast.first.earliest
    if not date.is_exact or first is None or main is None or first != rule.start.replace(second=0, microsecond=0):
        return None
    later = first - main
    if rule.every_days != broadcast.every_days or not -_BEFORE_BROADCAST <= later <= _AFTER_BROADCAST:
        return None
    return replace(
        broadcast, first=date, until=broadcast.until + max(later, timedelta(0)), service=service, regions=regions
    )
