"""What becomes of editions when the calendar that they came from says something else."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendars.importing import with_news_of_event
from bot.calendars.reading import ReadEvent
from bot.conventions.model import Edition
from bot.dates.airdate import Precision

DAY = date(2027, 7, 2)
EVENT = ReadEvent("1", "Town Expo 2027", DAY, DAY + timedelta(days=3), place="The Hall", url="https://town.example/")
EDITION = Edition(
    1,
    "town-expo-2027",
    "Town Expo",
    EVENT.name,
    EVENT.first_day,
    EVENT.last_day,
    "Europe/Berlin",
    "Berlin",
    "DE",
    venue="The Hall",
    site="https://town.example/",
    last_public_day=DAY,
)
LATER: dict[str, Any] = {"first_day": date(2027, 7, 9), "last_day": date(2027, 7, 12)}
OF_DAYS: dict[str, Any] = {**LATER, "last_public_day": None, "precision": Precision.DAY}


@pytest.mark.parametrize(
    ("said", "becomes"),
    [
        (LATER, OF_DAYS),
        ({"first_day": date(2027, 7, 1)}, {"first_day": date(2027, 7, 1), "last_public_day": None}),
        ({"name": "Town Expo XL"}, {"name": "Town Expo XL"}),
        ({"place": "The Barn"}, {"venue": "The Barn"}),
        ({"place": ""}, {}),
        ({"url": "javascript:alert(1)"}, {}),
        ({"cancelled": True}, {"cancelled": True}),
        ({"text": "Bring a towel."}, {}),
    ],
)
def test_an_edition_becomes_what_its_event_says_anew(said: dict[str, Any], becomes: dict[str, Any]) -> None:
    assert with_news_of_event(EDITION, EVENT, replace(EVENT, **said)) == replace(EDITION, **becomes)


@pytest.mark.parametrize(
    "theirs",
    [
        {"last_day": DAY},
        {"venue": "The Barn", "last_day": DAY},
        {"first_day": DAY - timedelta(1)},
    ],
)
def test_days_that_people_have_set_stand(theirs: dict[str, Any]) -> None:
    edition = replace(EDITION, **theirs)

    assert with_news_of_event(edition, EVENT, replace(EVENT, **LATER)) == edition


FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(["Town Expo 2027", "Lake Con"]),
        "place": st.sampled_from(["The Hall", "The Barn", ""]),
        "url": st.sampled_from(["https://town.example/", "https://lake.example/", ""]),
        "cancelled": st.booleans(),
    },
)


@given(FIELDS, FIELDS)
def test_what_the_event_says_twice_changes_nothing_and_the_way_back_is_the_way(
    said: dict[str, Any], later: dict[str, Any]
) -> None:
    one, other = replace(EVENT, **said), replace(EVENT, **later)
    edition = with_news_of_event(EDITION, EVENT, one)

    assert with_news_of_event(edition, one, one) == edition
    there = with_news_of_event(edition, one, other)
    assert {there.name, edition.name} <= {one.name, other.name, EDITION.name}
    assert with_news_of_event(there, other, other) == there
