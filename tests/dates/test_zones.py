"""Zones that people name by themselves, and the one that is likely for who names none."""

from zoneinfo import available_timezones

import pytest

from bot.catalogue.render.day import USUAL_ZONES
from bot.dates.zones import SHORT_NAMES, likely_zone, zone_called, zones_like
from sandbox.rules.options import LOCALES


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Berlin", "Europe/Berlin"),
        (" europe/berlin ", "Europe/Berlin"),
        ("new  york", "America/New_York"),
        ("New_York", "America/New_York"),
        ("PT", "America/Los_Angeles"),
        ("pacific time", "America/Los_Angeles"),
        ("japan", "Asia/Tokyo"),
        ("東京", "Asia/Tokyo"),
        ("cst", "America/Chicago"),
        ("utc", "UTC"),
        ("Atlantis", None),
        ("", None),
        ("../etc", None),
    ],
)
def test_a_zone_is_named_as_people_name_it(typed: str, zone: str | None) -> None:
    assert zone_called(typed) == zone


def test_what_has_been_typed_of_a_zone_finds_it_by_its_city_first() -> None:
    assert zones_like("ber")[0] == "Europe/Berlin"
    assert zones_like("EST")[0] == SHORT_NAMES["est"][0]
    assert zones_like("tokyo") == ["Asia/Tokyo"]
    assert zones_like("zzz") == []


def test_every_language_of_discords_has_a_zone_that_there_is() -> None:
    for locale in LOCALES:
        assert likely_zone(locale) in available_timezones()
        assert likely_zone(locale) != "UTC", locale
    assert likely_zone("tlh") == "UTC"
    assert available_timezones().issuperset(USUAL_ZONES)
