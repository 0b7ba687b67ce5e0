from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import icalendar

from bot.calendars.model import CalendarEvent, KeptEvent
from bot.calendars.render.calendar import EPISODE_LASTS, edition_event, release_events
from bot.calendars.writing import write_calendar
from bot.catalogue.model import Series, Titles
from bot.catalogue.releases import Basis, Release, ReleaseKind
from bot.conventions.model import Edition
from bot.dates.airdate import AirDate

AT = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
SERIES = Series(7, "metallic-rouge", Titles("Metallic Rouge"))


def episode(number: int | None, *, at: datetime = AT, service: str | None = None, id_: int = 1) -> Release:
    return Release(id_, SERIES.id, ReleaseKind.EPISODE, AirDate.instant(at), number=number, service=service)


def test_an_episode_on_several_services_is_one_event_at_its_first_broadcast() -> None:
    early, broadcast = episode(3, at=AT - timedelta(hours=1), service="Hulu"), episode(3, id_=2)

    (event,) = release_events([(SERIES, early), (SERIES, broadcast)])

    assert event == CalendarEvent("episode-7-3", "Metallic Rouge: episode 3", AT, AT + EPISODE_LASTS)


def test_without_a_broadcast_the_first_service_counts_and_is_named() -> None:
    first, second = episode(3, service="Hulu"), episode(3, at=AT + timedelta(days=1), service="Netflix", id_=2)

    (event,) = release_events([(SERIES, first), (SERIES, second)])

    assert (event.title, event.begins) == ("Metallic Rouge: episode 3 on Hulu", AT)


def test_the_last_episode_is_the_event_that_it_was_before_it_was_known_to_be_the_last() -> None:
    (event,) = release_events([(SERIES, episode(13))])
    (last,) = release_events([(SERIES, replace(episode(13), kind=ReleaseKind.FINALE))])

    assert last.key == event.key


def test_what_comes_by_a_slot_says_so_and_what_is_known_by_its_month_is_left_out() -> None:
    slot = replace(episode(None), basis=Basis.SLOT)
    vague = Release(2, SERIES.id, ReleaseKind.FILM, AirDate.month(2024, 1))
    on_a_day = Release(3, SERIES.id, ReleaseKind.FILM, AirDate.day(date(2024, 1, 10)))

    by_slot, film = release_events([(SERIES, slot), (SERIES, vague), (SERIES, on_a_day)])

    assert by_slot.title == "Metallic Rouge: new episode (usual slot)"
    assert (film.begins, film.ends) == (date(2024, 1, 10), date(2024, 1, 11))


def test_a_calendar_is_read_back_as_it_was_written() -> None:
    hostile = "Expo; 2024, \\n\r\nEND:VEVENT\u202e" + "長" * 100
    expo = Edition(4, "expo", "Expo", hostile, date(2024, 7, 4), date(2024, 7, 7), "Asia/Tokyo", "Tokyo", "JP")
    (release,) = release_events([(SERIES, episode(3))])
    off = KeptEvent(replace(release, cancelled=True), 2, AT)

    written = write_calendar("A; server", [off, KeptEvent(edition_event(expo), 0, AT)], "abc")

    calendar = icalendar.Calendar.from_ical(written)
    cancelled, days = calendar.walk("VEVENT")
    assert str(calendar["X-WR-CALNAME"]) == "A; server"
    assert (str(cancelled["UID"]), cancelled["SEQUENCE"], cancelled["STATUS"]) == (
        "episode-7-3@abc.yokoku",
        2,
        "CANCELLED",
    )
    assert cancelled.decoded("dtstart") == AT
    assert (days.decoded("dtstart"), days.decoded("dtend")) == (date(2024, 7, 4), date(2024, 7, 8))
    assert "END:VEVENT" in str(days["SUMMARY"])
    assert str(days["LOCATION"]) == "Tokyo, Japan"
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert write_calendar("A; server", [off, KeptEvent(edition_event(expo), 0, AT)], "abc") == written
