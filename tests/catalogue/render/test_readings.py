"""Typed dates shown back, and typed again as they were shown."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given

from bot.catalogue.render.dates import as_read, question, said_back
from bot.dates.airdate import TOKYO, AirDate, Season
from bot.dates.reading.readings import retyped
from bot.ui.text import vague_date
from tests.dates.test_laws import NOW, PLAUSIBLE
from tests.dates.test_read import read_date


def at(*of: int, zone: str = TOKYO) -> AirDate:
    return AirDate.instant(datetime(*of, tzinfo=ZoneInfo(zone)), zone=zone)  # type: ignore[arg-type,misc]


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (at(2026, 11, 27, 18), "Fri 27 Nov 2026, 18:00 JST, <t:1795770000:R>"),
        (at(2026, 11, 27, 18, 0, 5), "Fri 27 Nov 2026, 18:00:05 JST, <t:1795770005:R>"),
        (at(2026, 11, 27, 18, zone="Europe/Berlin"), "Fri 27 Nov 2026, 18:00 UTC+1, <t:1795798800:R>"),
        (at(2026, 7, 1, 18, zone="America/St_Johns"), "Wed 1 Jul 2026, 18:00 UTC−2:30, <t:1782937800:R>"),
        (at(2026, 11, 27, 18, zone="Europe/London"), "Fri 27 Nov 2026, 18:00 UTC+0, <t:1795802400:R>"),
        (at(2026, 11, 27, 18, zone="UTC"), "Fri 27 Nov 2026, 18:00 UTC, <t:1795802400:R>"),
        (AirDate.day(date(2027, 1, 10)), "Sun 10 January 2027 (the whole day, in Tokyo)"),
        (
            AirDate.day(date(2027, 1, 10), zone="America/New_York"),
            "Sun 10 January 2027 (the whole day, in New York)",
        ),
        (AirDate.month(2027, 1), "January 2027"),
        (AirDate.quarter(2027, 2), "Q2 2027 (April to June)"),
        (AirDate.season(2027, Season.FALL), "Fall 2027 (October to December)"),
        (AirDate.year(2027), "2027"),
        (AirDate.tba(), "to be announced"),
    ],
)
def test_a_reading_is_shown_as_exactly_as_it_is(on: AirDate, words: str) -> None:
    assert as_read(on) == words
    assert question(on) == f"{words}: right?"


@given(PLAUSIBLE)
@example(AirDate.instant(datetime(1900, 6, 1, tzinfo=UTC), zone="Europe/Amsterdam"))
@example(AirDate.instant(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), zone="Europe/Berlin"))
@example(AirDate.instant(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), zone="Europe/Berlin"))
def test_what_is_shown_back_can_be_typed_and_means_the_same(on: AirDate) -> None:
    assert read_date(said_back(on), now=NOW, zone=on.zone) == on
    assert read_date(retyped(on, zone=on.zone), now=NOW, zone=on.zone) == on
    if not on.is_exact:
        assert read_date(vague_date(on), now=NOW, zone=on.zone) == on
