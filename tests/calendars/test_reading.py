"""Calendars that others have written: read by their days, and what can't be read is left out with the reason."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendars.reading import (
    MOST_CALENDAR_BYTES,
    MOST_READ,
    EventProblem,
    ReadEvent,
    UnreadableCalendar,
    read_calendar,
)

NOW = datetime(2026, 12, 2, 12, tzinfo=UTC)
ZONE = """BEGIN:VTIMEZONE
TZID:Made up
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0900
TZOFFSETTO:+0900
END:STANDARD
END:VTIMEZONE
"""


def calendar(*events: str, zone: str = "") -> bytes:
    body = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//a test//\n{zone}{body}END:VCALENDAR\n".replace(
        "\n", "\r\n"
    ).encode()


def only(content: bytes) -> ReadEvent:
    read = read_calendar(content, NOW)
    assert read.left_out == ()
    (event,) = read.events
    return event


@pytest.mark.parametrize(
    ("written", "first", "last", "zone"),
    [
        ("DTSTART;VALUE=DATE:20270702\nDTEND;VALUE=DATE:20270706", date(2027, 7, 2), date(2027, 7, 5), None),
        ("DTSTART;VALUE=DATE:20270702", date(2027, 7, 2), date(2027, 7, 2), None),
        ("DTSTART;VALUE=DATE:20270702\nDTEND;VALUE=DATE:20270702", date(2027, 7, 2), date(2027, 7, 2), None),
        ("DTSTART;VALUE=DATE:20270702\nDURATION:P3D", date(2027, 7, 2), date(2027, 7, 4), None),
        (
            "DTSTART;TZID=America/Los_Angeles:20270702T100000\nDTEND;TZID=America/Los_Angeles:20270705T180000",
            date(2027, 7, 2),
            date(2027, 7, 5),
            "America/Los_Angeles",
        ),
        (
            "DTSTART;TZID=Asia/Tokyo:20270320T000000\nDTEND;TZID=Asia/Tokyo:20270322T000000",
            date(2027, 3, 20),
            date(2027, 3, 21),
            "Asia/Tokyo",
        ),
        (
            "DTSTART;TZID=W. Europe Standard Time:20270514T090000\nDTEND;TZID=W. Europe Standard Time:20270516T170000",
            date(2027, 5, 14),
            date(2027, 5, 16),
            "Europe/Berlin",
        ),
        ("DTSTART;TZID=Nowhere/Land:20270514T090000", date(2027, 5, 14), date(2027, 5, 14), None),
        ("DTSTART:20270514T090000Z\nDTEND:20270516T170000Z", date(2027, 5, 14), date(2027, 5, 16), None),
        ("DTSTART:20270514T090000\nDTEND:20270516T170000", date(2027, 5, 14), date(2027, 5, 16), None),
    ],
)
def test_days_are_local_and_an_end_is_not_of_them(written: str, first: date, last: date, zone: str | None) -> None:
    event = only(calendar(f"UID:a\nSUMMARY:Expo\n{written}"))

    assert (event.first_day, event.last_day, event.zone) == (first, last, zone)


def test_what_it_says_is_read() -> None:
    event = only(
        calendar(
            "UID:expo-1\nSUMMARY:Anime Expo\\, 2027\nDTSTART;VALUE=DATE:20270702\nLOCATION:Los Angeles\n"
            "DESCRIPTION:Come\\nall\nURL:https://www.anime-expo.org/\nSTATUS:CANCELLED"
        )
    )

    assert event == ReadEvent(
        "expo-1",
        "Anime Expo, 2027",
        date(2027, 7, 2),
        date(2027, 7, 2),
        None,
        "Los Angeles",
        "Come\nall",
        "https://www.anime-expo.org/",
        cancelled=True,
    )


def test_without_a_uid_the_same_event_is_known_again() -> None:
    written = calendar("SUMMARY:Expo\nDTSTART;VALUE=DATE:20270702")

    assert only(written).uid == only(written).uid != only(calendar("SUMMARY:Con\nDTSTART;VALUE=DATE:20270702")).uid


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("DTSTART;VALUE=DATE:20270702", EventProblem.NO_NAME),
        ("SUMMARY:Expo", EventProblem.NO_BEGINNING),
        ("SUMMARY:Expo\nDTSTART;VALUE=DATE:20270702\nDTEND;VALUE=DATE:20270601", EventProblem.ENDS_FIRST),
        ("SUMMARY:Expo\nDTSTART:20270702T100000Z\nDTEND:20270702T090000Z", EventProblem.ENDS_FIRST),
        ("SUMMARY:Expo\nDTSTART;VALUE=DATE:20270702\nDTEND;VALUE=DATE:20280805", EventProblem.TOO_LONG),
        ("SUMMARY:Expo\nDTSTART:soon", None),
        ("SUMMARY:Expo\nDTSTART;VALUE=DATE:20270702\nDTEND:garbage", None),
        ("SUMMARY:Expo\nDTSTART;VALUE=DATE:20270702\nRRULE:FREQ=SECONDLY", EventProblem.REPEATS),
        (
            "SUMMARY:Expo\nDTSTART;VALUE=DATE:20270702\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
            EventProblem.REPEATS,
        ),
    ],
)
def test_what_cant_be_read_is_left_out_and_the_others_are_read(written: str, why: EventProblem | None) -> None:
    read = read_calendar(calendar(written, "UID:b\nSUMMARY:Con\nDTSTART;VALUE=DATE:20270801"), NOW)

    assert [event.name for event in read.events if event.uid == "b"] == ["Con"]
    assert len(read.events) + len(read.left_out) == 2
    assert why is None or read.left_out[0].why is why


def test_what_is_over_is_left_and_of_each_years_the_next_are_read() -> None:
    written = calendar(
        "UID:old\nSUMMARY:Over\nDTSTART;VALUE=DATE:20200101",
        "UID:each\nSUMMARY:Each year\nDTSTART;VALUE=DATE:20200710\nDTEND;VALUE=DATE:20200712\nRRULE:FREQ=YEARLY",
        "UID:ends\nSUMMARY:Ends\nDTSTART;VALUE=DATE:20200901\nRRULE:FREQ=YEARLY;UNTIL=20270901",
        "UID:few\nSUMMARY:Few\nDTSTART;VALUE=DATE:20200901\nRRULE:FREQ=YEARLY;COUNT=3",
        "UID:leap\nSUMMARY:Leap\nDTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY",
    )

    read = read_calendar(written, NOW)

    assert [(event.name, event.first_day, event.last_day) for event in read.events] == [
        ("Each year", date(2027, 7, 10), date(2027, 7, 11)),
        ("Ends", date(2027, 9, 1), date(2027, 9, 1)),
        ("Leap", date(2028, 2, 29), date(2028, 2, 29)),
        ("Each year", date(2028, 7, 10), date(2028, 7, 11)),
    ]
    assert len({event.uid for event in read.events}) == 4


def test_only_so_many_are_read_and_how_many_more_there_are_is_told() -> None:
    many = calendar(
        *(f"UID:{number}\nSUMMARY:Con {number}\nDTSTART;VALUE=DATE:20270702" for number in range(MOST_READ + 7))
    )

    read = read_calendar(many, NOW)

    assert (len(read.events), read.more) == (MOST_READ, 7)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html></html>",
        b"\x00\xff\xfe",
        b"BEGIN:VEVENT\r\nEND:VCALENDAR",
        b"BEGIN:" * 5_000,
        b"x" * (MOST_CALENDAR_BYTES + 1),
    ],
)
def test_what_is_no_calendar_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableCalendar):
        read_calendar(content, NOW)


@given(
    st.lists(
        st.sampled_from(
            [
                *ZONE.splitlines(),
                "BEGIN:VEVENT",
                "END:VEVENT",
                "BEGIN:VCALENDAR",
                "END:VCALENDAR",
                "SUMMARY:x",
                "DTSTART:20270101T000000Z",
                "DTEND;VALUE=DATE:20270101",
                "RRULE:FREQ=YEARLY;INTERVAL=0",
                "RRULE:FREQ=",
                "UID:",
                "DTSTART;TZID=:20270101T000000",
                "DURATION:-P1D",
                "STATUS:CANCELLED",
                ":",
                ";",
                "é",
                " folded",
            ]
        ),
        max_size=15,
    )
)
def test_whatever_is_given_is_read_or_refused(lines: list[str]) -> None:
    inside = "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR"])
    for content in ("\r\n".join(lines), inside):
        try:
            read = read_calendar(content.encode(), NOW)
        except UnreadableCalendar:
            continue
        assert all(event.first_day <= event.last_day for event in read.events)
