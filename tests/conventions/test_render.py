from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import discord
import pytest

from bot.conventions.model import Edition, EditionOrigin, News
from bot.conventions.render.editions import edition_card, place, standing
from bot.conventions.render.listing import EDITIONS_PAGE_SIZE, editions_layout
from bot.dates.airdate import AirDate
from bot.pages import Page

EXPO = Edition(1, "expo", "Expo", "Expo 1", date(2023, 7, 1), date(2023, 7, 4), "America/Los_Angeles", "Town", "US")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_how_far_off_it_is_is_told_on_its_own_calendar() -> None:
    # The first hour of 1 June in UTC is 31 May there.
    moments = ("2023-06-01T00:00", "2023-06-30T12:00", "2023-07-01T07:00", "2023-07-05T07:00")
    told = [standing(EXPO, at(now)) for now in moments]

    assert told == ["31 days to go", "Tomorrow", "On now", "Over"]


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        ("Pacific/Kiritimati", ["2 days to go", "Tomorrow", "On now", "On now", "Over"]),
        ("Pacific/Pago_Pago", ["3 days to go", "2 days to go", "Tomorrow", "On now", "On now"]),
    ],
)
def test_days_are_counted_over_the_new_year_on_either_side_of_the_date_line(zone: str, told: list[str]) -> None:
    edition = replace(EXPO, first_day=date(2023, 12, 31), last_day=date(2024, 1, 1), zone=zone)
    noons = [at("2023-12-28T11:00") + timedelta(days=more) for more in range(5)]

    assert [standing(edition, noon) for noon in noons] == told
    assert edition_card(edition, (), noons[0]).fields[0].value == "31 December 2023 – 1 January 2024"


def test_days_of_two_months_are_told() -> None:
    edition = replace(EXPO, first_day=date(2024, 2, 28), last_day=date(2024, 3, 1))

    assert edition_card(edition, (), at("2024-02-01")).fields[0].value == "28 February – 1 March 2024"


def test_news_without_a_date_has_none() -> None:
    item = News(1, 1, "Shown", AirDate.tba())

    assert edition_card(EXPO, (item,), at("2024-02-01")).fields[-1].name == "News"


def test_a_place_has_only_what_is_known() -> None:
    assert place(EXPO) == "Town, United States"
    assert place(replace(EXPO, venue="Hall *1*", country="XX")) == r"Hall \*1\*, Town, XX"


def test_a_source_is_named_by_its_host() -> None:
    sourced = replace(EXPO, source="https://www.example.com/a/b (says so)")

    assert edition_card(sourced, (), at("2023-06-01")).footer.text == "Dates from example.com (says so) · not verified"
    book = replace(EXPO, source="A book", verified_on=date(2023, 5, 1))
    assert edition_card(book, (), at("2023-06-01")).footer.text == "Dates from A book · verified 1 May 2023"
    own = replace(EXPO, origin=EditionOrigin.MODERATORS)
    assert edition_card(own, (), at("2023-06-01")).footer.text == "Dates from this server's moderators"


def test_news_is_plain_text_whatever_was_said() -> None:
    item = News(1, 1, "@everyone **Big**", AirDate.month(2023, 7), text="<@1> [x](https://a.example)", people=("*A*",))

    shown = str(edition_card(EXPO, (item,), at("2023-08-01")).fields[-1].value)

    assert "@everyone" not in shown
    assert "<@1>" not in shown
    assert r"\[x\](https\://a.example)" in shown
    assert r"\*A\*" in shown


async def test_the_fullest_page_keeps_within_what_a_message_may_hold() -> None:
    many = [
        replace(EXPO, id=number, name="N" * 500, city="C" * 500, venue="V" * 500)
        for number in range(EDITIONS_PAGE_SIZE)
    ]

    view = editions_layout(Page(many, 3, 6, 40), at("2023-06-01"), coming=40)

    assert view.total_children_count <= 40
    assert view.content_length() <= 4000


async def test_an_empty_catalogue_says_so() -> None:
    texts = [
        item.content
        for item in editions_layout(Page([], 0, 0, 0), at("2023-06-01"), coming=0).walk_children()
        if isinstance(item, discord.ui.TextDisplay)
    ]

    assert texts == ["## No conventions yet", "Moderators add one with `/convention add`."]
