"""Which of bangumi-data's weekly rules stand, and until when."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.catalogue.slots import Slot
from tests.catalogue.sources.test_bangumi import item, read, site

BEGIN = "2026-04-06T14:00:00.000Z"
BEGINS = datetime(2026, 4, 6, 14, tzinfo=UTC)
NEWEST = item(title="The newest", begin="2026-04-29T16:00:00.000Z", end="2026-04-29T16:00:00.000Z")
"""An entry by which the file is of April 2026."""


def slots(**fields: object) -> list[Slot]:
    """The slots of an item whose begin is `BEGIN`, in a file of April 2026."""
    reading = read(item(**{"begin": BEGIN, **fields}), NEWEST)
    assert not reading.problems
    return list(reading.statements[0].slots)


@pytest.mark.parametrize(
    "rule",
    [
        "",
        f"R/{BEGIN}/P0D",
        f"R/{BEGIN}/P1M",
        f"R/{BEGIN}/P1W",
        f"R/{BEGIN}/P-7D",
        f"R/{BEGIN}/P999D",
        "R/2026-04-06T14:00:00/P7D",
        "R/2026-13-40T14:00:00.000Z/P7D",
        f"R5/{BEGIN}/P7D",
        "every week",
    ],
)
def test_what_repeats_by_no_whole_days_makes_no_dates(rule: str) -> None:
    assert slots(broadcast=rule) == []


@pytest.mark.parametrize(
    ("begin", "rule", "end", "until"),
    [
        (BEGIN, f"R/{BEGIN}/P7D", "2026-06-22T14:30:00.000Z", datetime(2026, 6, 22, 14, 30, tzinfo=UTC)),
        # This season's show, whose end nobody has filled in yet.
        (BEGIN, f"R/{BEGIN}/P7D", "", BEGINS + timedelta(weeks=13)),
        # Last autumn's runs on, for as long as the file is new.
        ("2025-10-05T00:00:00Z", "R/2025-10-05T00:00:00Z/P7D", "", datetime(2026, 5, 31, tzinfo=UTC)),
        # Detective Conan has a slot since 2009, and somebody has written into its entry since.
        ("1996-01-08T10:30:00Z", "R/2009-04-04T09:00:00Z/P7D", "", datetime(2027, 3, 31, tzinfo=UTC)),
    ],
)
def test_a_rule_stands_until_the_end_or_as_long_as_the_file_is_new(
    begin: str, rule: str, end: str, until: datetime
) -> None:
    kept = [site("gamer", "2022-07-08T03:00:00Z")]
    assert [each.until for each in slots(begin=begin, broadcast=rule, end=end, sites=kept)] == [until]


def test_an_entry_of_1969_that_nobody_keeps_makes_no_dates() -> None:
    first = "1969-10-05T09:30:00.000Z"
    assert slots(begin=first, broadcast=f"R/{first}/P7D") == []
    kept = slots(begin=first, broadcast=f"R/{first}/P7D", sites=[site("gamer", "2026-03-27T04:00:00Z")])
    assert [each.first.earliest for each in kept] == [datetime(1969, 10, 5, 9, 30, tzinfo=UTC)]


def test_one_slip_among_thousands_makes_no_file_new() -> None:
    slip = item(title="A slip", begin="2099-04-29T16:00:00.000Z")
    whole = [item(title=f"{number}", begin="2026-04-01T16:00:00.000Z") for number in range(1000)]
    reading = read(item(begin=BEGIN, broadcast=f"R/{BEGIN}/P7D"), *whole, slip)
    assert [each.until for each in reading.statements[0].slots] == [BEGINS + timedelta(weeks=13)]


def test_a_service_has_a_slot_where_it_follows_the_broadcast_at_an_hour_of_its_own() -> None:
    def at(service: str, begin: str, rule: str = "") -> dict[str, str]:
        return {**site(service, begin), "broadcast": rule or f"R/{begin}/P7D"}

    found = slots(
        broadcast=f"R/{BEGIN}/P7D",
        end="2026-06-22T14:30:00.000Z",
        sites=[
            at("unext", "2026-04-09T03:00:00.000Z"),
            at("gamer", "2026-05-09T03:00:00.000Z"),  # a month later: its whole catalogue
            at("crunchyroll", "2026-04-07T00:00:00.000Z"),  # of no hour
            at("danime", "2026-04-06T14:00:00.000Z", "R/2020-01-01T14:00:00.000Z/P7D"),  # another run's
            at("netflix", "2026-04-06T14:00:00.000Z", "R/2026-04-06T14:00:00.000Z/P0D"),
        ],
    )
    assert [each.service for each in found] == [None, "U-NEXT"]
    assert found[1].until - found[0].until == timedelta(days=2, hours=13)


def test_what_anilist_has_as_one_series_goes_on_by_its_later_parts_rule() -> None:
    """ONE PIECE of 1999 has an end, and its part of 2026 the same number on AniList."""
    old = "1999-10-20T10:00:00.000Z"
    number = site("aniList", number="21")
    first = item(title="ONE", begin=old, end="2025-12-28T14:15:00.000Z", broadcast=f"R/{old}/P7D", sites=[number])
    part = item(title="ONE, a new part", begin=BEGIN, broadcast=f"R/{BEGIN}/P7D", sites=[number])
    whole, later, _ = read(first, part, NEWEST).statements
    assert (whole.series.anilist_id, later.series.anilist_id) == (21, None)
    assert [each.first.earliest for each in whole.slots] == [each.first.earliest for each in later.slots] == [BEGINS]


def test_a_film_has_no_slot_and_a_day_repeats_as_a_day() -> None:
    assert slots(type="movie", broadcast=f"R/{BEGIN}/P7D") == []
    (by_day,) = slots(begin="2026-04-11T16:00:00.000Z", broadcast="R/2026-04-11T16:00:00.000Z/P7D")
    assert not by_day.first.is_exact
