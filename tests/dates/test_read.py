"""Typed dates: what is read, what is asked about, and what is refused."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.catalogue.render.dates import several_text, unreadable_text
from bot.dates.airdate import TOKYO, AirDate, Season
from bot.dates.reading.read import DATE_TEXT_LENGTH, read_own_words
from bot.dates.reading.readings import Problem, UnreadableDate, retyped

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)  # a Wednesday, noon in Tokyo


def day(*of: int, zone: str = TOKYO) -> AirDate:
    return AirDate.day(date(*of), zone=zone)


def at(*of: int, zone: str = TOKYO) -> AirDate:
    return AirDate.instant(datetime(*of, tzinfo=ZoneInfo(zone)), zone=zone)  # type: ignore[arg-type,misc]


def read_date(text: str, *, now: datetime, zone: str = TOKYO) -> AirDate:
    """The one date that a text means."""
    (date_,) = read_own_words(text, now=now, zone=zone).dates
    return date_


READ = {
    # In full, in any order
    "2027-01-10": day(2027, 1, 10),
    "2027/1/10": day(2027, 1, 10),
    "2027.01.10": day(2027, 1, 10),
    "20270110": day(2027, 1, 10),
    "10 Jan 2027": day(2027, 1, 10),
    "10-Jan-2027": day(2027, 1, 10),
    "Jan 10, 2027": day(2027, 1, 10),
    "JANUARY 10th 2027": day(2027, 1, 10),
    "the 10th of January, 2027": day(2027, 1, 10),
    "Sunday, 10 January 2027": day(2027, 1, 10),
    "Sun. 10 Jan. 2027": day(2027, 1, 10),
    "13/1/2027": day(2027, 1, 13),
    "1/13/2027": day(2027, 1, 13),
    "5/5/2027": day(2027, 5, 5),
    "Sun 10/1/2027": day(2027, 1, 10),
    "10 Jan 2027 23:30 JST": at(2027, 1, 10, 23, 30),
    "23:30 JST 10 Jan 2027": at(2027, 1, 10, 23, 30),
    "2027-01-10T23:30": at(2027, 1, 10, 23, 30),
    "2027-01-10T23:30:15+09:00": at(2027, 1, 10, 23, 30, 15),
    "2027-01-10T14:30:00.000Z": at(2027, 1, 10, 23, 30),
    "20270110T2330": at(2027, 1, 10, 23, 30),
    "<t:1799591400:F>": at(2027, 1, 10, 23, 30),
    "<t:1799591400>": at(2027, 1, 10, 23, 30),
    # Japanese
    "2027年1月10日": day(2027, 1, 10),
    "２０２７年１月１０日　２５：３０": at(2027, 1, 11, 1, 30),
    "1月10日(日) 24時30分": at(2027, 1, 11, 0, 30),
    "1月10日（日）深夜25時": at(2027, 1, 11, 1, 0),
    "1/10(日) 25:30": at(2027, 1, 11, 1, 30),
    "2027年1月10日 午後6時半": at(2027, 1, 10, 18, 30),
    "1月10日夜11時": at(2027, 1, 10, 23, 0),
    "1月10日深夜23:30": at(2027, 1, 10, 23, 30),
    "2027年1月10日 23:30 日本時間": at(2027, 1, 10, 23, 30),
    "来年1月": AirDate.month(2027, 1),
    "来月10日": day(2026, 12, 10),
    "今年夏": AirDate.season(2026, Season.SUMMER),
    "2027年春": AirDate.season(2027, Season.SPRING),
    "2027年秋アニメ": AirDate.season(2027, Season.FALL),
    "2027年1月上旬": AirDate.month(2027, 1),
    "第2四半期": AirDate.quarter(2027, 2),
    "明後日": day(2026, 11, 27),
    "来週の金曜日": day(2026, 12, 4),
    "しあさって": day(2026, 11, 28),
    "3日後": day(2026, 11, 28),
    "2時間後": at(2026, 11, 25, 14, 0),
    "2027년 1월 10일 오후 6시": at(2027, 1, 10, 18, 0),
    # Times of day
    "tomorrow 18:00": at(2026, 11, 26, 18, 0),
    "tomorrow 6pm": at(2026, 11, 26, 18, 0),
    "tomorrow 6.30 p.m.": at(2026, 11, 26, 18, 30),
    "tomorrow at 18": at(2026, 11, 26, 18, 0),
    "tomorrow at 6 pm": at(2026, 11, 26, 18, 0),
    "at 10 January 2027": day(2027, 1, 10),
    "tomorrow 18h30": at(2026, 11, 26, 18, 30),
    "12am tomorrow": at(2026, 11, 26, 0, 0),
    "12 pm tomorrow": at(2026, 11, 26, 12, 0),
    "noon tomorrow": at(2026, 11, 26, 12, 0),
    "25:30": at(2026, 11, 26, 1, 30),
    "10 January 25:30": at(2027, 1, 11, 1, 30),
    "11:59": at(2026, 11, 26, 11, 59),
    "12:01": at(2026, 11, 25, 12, 1),
    "midnight": at(2026, 11, 26, 0, 0),
    "tonight 9pm": at(2026, 11, 25, 21, 0),
    "tonight at 1am": at(2026, 11, 26, 1, 0),
    "tonight": day(2026, 11, 25),
    # From now
    "today": day(2026, 11, 25),
    "yesterday": day(2026, 11, 24),
    "day after tomorrow": day(2026, 11, 27),
    "in 3 days": day(2026, 11, 28),
    "in 3 days at 18:00": at(2026, 11, 28, 18, 0),
    "in a week": day(2026, 12, 2),
    "in 2 weeks": day(2026, 12, 9),
    "2 weeks from now": day(2026, 12, 9),
    "in 2 hours": at(2026, 11, 25, 14, 0),
    "in an hour and 15 minutes": at(2026, 11, 25, 13, 15),
    "in 1 day and 2 hours": at(2026, 11, 26, 14, 0),
    "in 2 months": AirDate.month(2027, 1),
    "in 2 years": AirDate.year(2028),
    "friday": day(2026, 11, 27),
    "friday 18:00": at(2026, 11, 27, 18, 0),
    "this friday": day(2026, 11, 27),
    "friday next week": day(2026, 12, 4),
    "last friday": day(2026, 11, 20),
    "wednesday": day(2026, 12, 2),
    "this wednesday": day(2026, 11, 25),
    "next wednesday": day(2026, 12, 2),
    "last wednesday": day(2026, 11, 18),
    "the 15th": day(2026, 12, 15),
    "the 25th": day(2026, 11, 25),
    "29 Feb": day(2028, 2, 29),
    # Less than a day
    "January 2027": AirDate.month(2027, 1),
    "2027-01": AirDate.month(2027, 1),
    "1/2027": AirDate.month(2027, 1),
    "2027/01": AirDate.month(2027, 1),
    "Jan": AirDate.month(2027, 1),
    "nov": AirDate.month(2026, 11),
    "next november": AirDate.month(2027, 11),
    "next month": AirDate.month(2026, 12),
    "early January 2027": AirDate.month(2027, 1),
    "mid-January": AirDate.month(2027, 1),
    "around January": AirDate.month(2027, 1),
    "Summer 2027": AirDate.season(2027, Season.SUMMER),
    "Summer": AirDate.season(2027, Season.SUMMER),
    "Autumn": AirDate.season(2026, Season.FALL),
    "next fall": AirDate.season(2027, Season.FALL),
    "été 2027": AirDate.season(2027, Season.SUMMER),
    "im Sommer 2027": AirDate.season(2027, Season.SUMMER),
    "next season": AirDate.season(2027, Season.WINTER),
    "Q2 2027": AirDate.quarter(2027, 2),
    "2027 Q2": AirDate.quarter(2027, 2),
    "2nd quarter of 2027": AirDate.quarter(2027, 2),
    "Q4": AirDate.quarter(2026, 4),
    "2027": AirDate.year(2027),
    "end of 2027": AirDate.year(2027),
    "H1 2027": AirDate.year(2027),
    **dict.fromkeys(("2027年後半", "2027年前半", "some time in 2027"), AirDate.year(2027)),
    "next year": AirDate.year(2027),
    "TBA": AirDate.tba(),
    "tbd": AirDate.tba(),
    "unknown": AirDate.tba(),
    "to be announced": AirDate.tba(),
    "未定": AirDate.tba(),
    **dict.fromkeys(("発売日未定", "日程未定", "配信開始日未発表", "後日発表", "近日発売"), AirDate.tba()),
    **dict.fromkeys(("延期になりました", "発売延期決定", "postponed until further notice"), AirDate.tba()),
    # Zones
    "10 Jan 2027 18:00 UTC": at(2027, 1, 10, 18, 0, zone="UTC"),
    "10 Jan 2027 18:00 UTC-5": at(2027, 1, 11, 8, 0),
    "10 Jan 2027 18:00 GMT+5:30": at(2027, 1, 10, 21, 30),
    "10 Jan 2027 18:00 -0500": at(2027, 1, 11, 8, 0),
    "10 Jan 2027 18:00 ET": at(2027, 1, 10, 18, 0, zone="America/New_York"),
    "10 Jul 2027 18:00 CET": at(2027, 7, 10, 18, 0, zone="Europe/Berlin"),
    "10 Jan 2027 18:00 America/New_York": at(2027, 1, 10, 18, 0, zone="America/New_York"),
    "10 Jan 2027 18:00 america/new york": at(2027, 1, 10, 18, 0, zone="America/New_York"),
    "18:00 in New York 10 Jan 2027": at(2027, 1, 10, 18, 0, zone="America/New_York"),
    "18:00 Tokyo time, 10 Jan 2027": at(2027, 1, 10, 18, 0),
    "10 Jan 2027 Europe/Berlin": day(2027, 1, 10, zone="Europe/Berlin"),
    "January 2027 in Berlin": AirDate.month(2027, 1, zone="Europe/Berlin"),
    "TBA JST": AirDate.tba(),
    "TBA 2027": AirDate.year(2027),
    "18:00-20:00": at(2026, 11, 25, 18, 0),
    "10 Jan 2027 18:00+09:00 JST": at(2027, 1, 10, 18, 0),
}


@pytest.mark.parametrize("text", READ)
def test_a_date_is_read_as_exactly_as_it_was_said(text: str) -> None:
    assert read_date(text, now=NOW) == READ[text]


ASKED = {
    "next friday 6pm": (["2026-11-27T18:00+09:00", "2026-12-04T18:00+09:00"], "this week's or next week's"),
    "3/4/2027": (["2027-03-04", "2027-04-03"], "day and month or month and day"),
    "10.1.2027": (["2027-10-01", "2027-01-10"], "day and month or month and day"),
    "3/4": (["2027-03-04", "2027-04-03"], "day and month or month and day"),
    "Fri 10 January 2027": (["2027-01-10", "2027-01-08"], "10 January 2027 is a Sunday, not a Friday"),
    "10 Nov": (["2026-11-10", "2027-11-10"], "has just passed"),
    "friday at 6": (["2026-11-27T06:00+09:00", "2026-11-27T18:00+09:00"], "before noon or after"),
    "10 Jan midnight": (["2027-01-10T00:00+09:00", "2027-01-11T00:00+09:00"], "beginning or its end"),
    "1月10日深夜1時": (["2027-01-10T01:00+09:00", "2027-01-11T01:00+09:00"], "small hours"),
    "1月10日 夜12時": (["2027-01-10T00:00+09:00", "2027-01-11T00:00+09:00"], "small hours"),
    "10 Jan 2027 18:00 EST": (
        ["2027-01-10 18:00 America/New_York", "2027-01-10 18:00 Australia/Sydney"],
        "several places",
    ),
    "10 Jan 2027 18:00 IST": (
        ["2027-01-10 18:00 Asia/Kolkata", "2027-01-10 18:00 Asia/Jerusalem", "2027-01-10 18:00 Europe/Dublin"],
        "several places",
    ),
    "28 March 2027 02:30 Europe/Berlin": (
        ["2027-03-28 01:30 Europe/Berlin", "2027-03-28 03:30 Europe/Berlin"],
        "doesn't occur in `Europe/Berlin`",
    ),
    "31 October 2027 02:30 Europe/Berlin": (
        ["2027-10-31T02:30+02:00", "2027-10-31T02:30+01:00"],
        "occurs twice in `Europe/Berlin`",
    ),
}


@pytest.mark.parametrize("text", ASKED)
def test_what_has_several_meanings_is_asked_about(text: str) -> None:
    typed, question = ASKED[text]
    several = read_own_words(text, now=NOW)
    shown = several_text(several, zone=TOKYO)
    assert question in shown
    assert [retyped(choice, zone=TOKYO) for choice in several.dates] == typed
    assert all(f"`{each}`" in shown for each in typed)


REFUSED = {
    "": "No date",
    "   ": "No date",
    "x" * (DATE_TEXT_LENGTH + 1): "101 characters",
    "1": "number alone isn't a date",
    "12": "number alone isn't a date",
    "86": "number alone isn't a date",
    "1899": "between 1900 and 2046",
    "2047": "between 1900 and 2046",
    "January 3027": "between 1900 and 2046",
    "30 Feb 2027": "`2027-02` has 28 days. Try `2027-02-28` or `2027-03-01`",
    "31 April": "no such day",
    "0 January 2027": "no such day",
    "13/2027": "Months go from 1 to 12",
    "2027-13": "Months go from 1 to 12",
    "2027-01-00": "no such day",
    "10 Jan 27": "all four digits",
    "10/1/27": "all four",
    "Jan '27": "all four",
    "10-12 January 2027": "more than one date",
    "January - March 2027": "more than one date",
    "2026-2027": "more than one date",
    "tomorrow friday next week": "one date together",
    "10 Jan 2027 tomorrow": "one date together",
    "next 10 January": "go with one weekday",
    "next week": "Name its day",
    "January 2027 18:00": "needs a day",
    "2027 noon": "needs a day",
    "around 10 Jan": "only where it is certain",
    "early tomorrow": "only where it is certain",
    "18:00 19:00": "more than one time of day",
    "18:60": "no such time",
    "13am tomorrow": "no such time",
    "30:00": "to 29",
    "25:30 UTC": "type `JST` after them",
    "10 Jan 2027 18:00 JST UTC": "not the same moment",
    "10 Jan 2027 UTC+5": "needs a place",
    "in 9999 years": "between 1900 and 2046",
    "in 9999 weeks": "between 1900 and 2046",
    "in 2 months and 3 days": "alone",
    "in 2 hours tomorrow": "one date together",
    "JST": "no date",
    "@everyone": "that I can read",
    "now?": "that I can read",
    "a": "that I can read",
    "<t:99999999999:F>": "between 1900 and 2046",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_date_is_refused_with_what_to_type(text: str) -> None:
    with pytest.raises(UnreadableDate) as refused:
        read_date(text, now=NOW)
    assert REFUSED[text] in unreadable_text(text, refused.value)


@pytest.mark.parametrize("text", ["10 janvier 2027", "übermorgen", "next month or so", "soon", "est 2027"])
def test_unknown_words_are_told_apart_for_whoever_knows_more_languages(text: str) -> None:
    with pytest.raises(UnreadableDate) as refused:
        read_date(text, now=NOW)
    assert refused.value.problem is Problem.UNKNOWN_WORDS


def test_the_zone_that_is_taken_for_granted_has_its_own_today() -> None:
    late = datetime(2026, 11, 25, 20, 0, tzinfo=UTC)  # already Thursday in Tokyo
    assert read_date("today", now=late) == day(2026, 11, 26)
    assert read_date("today", now=late, zone="America/New_York") == day(2026, 11, 25, zone="America/New_York")
    assert read_date("today JST", now=late, zone="America/New_York") == day(2026, 11, 26)
    assert read_date("today 18:00 UTC-5", now=late) == at(2026, 11, 26, 8, 0)


def test_late_hours_are_tokyo_s_alone() -> None:
    with pytest.raises(UnreadableDate) as refused:
        read_date("10 Jan 25:30", now=NOW, zone="Europe/Berlin")
    assert "type `JST` after them" in unreadable_text("", refused.value)
    assert read_date("10 Jan 25:30 JST", now=NOW, zone="Europe/Berlin") == at(2027, 1, 11, 1, 30)


def test_a_late_hour_of_the_night_that_is_on_is_still_to_come() -> None:
    half_past_midnight = datetime(2026, 11, 25, 15, 30, tzinfo=UTC)
    assert read_date("25:30", now=half_past_midnight) == at(2026, 11, 26, 1, 30)


def test_an_hour_that_clocks_have_skipped_today_is_tomorrow_s() -> None:
    noon_after = datetime(2027, 3, 28, 10, 0, tzinfo=UTC)
    assert read_date("02:30", now=noon_after, zone="Europe/Berlin") == at(2027, 3, 29, 2, 30, zone="Europe/Berlin")


@pytest.mark.parametrize(("seconds", "minute"), [(0, 0), (1, 1), (59, 1)])
def test_so_long_from_now_is_rounded_up_to_the_minute(seconds: int, minute: int) -> None:
    assert read_date("in 2 hours", now=NOW + timedelta(seconds=seconds)) == at(2026, 11, 25, 14, minute)
