from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.catalogue.model import Credit, Format, Series, Service, Titles, Trailer
from bot.catalogue.records import DateChange
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.render.airing import episodes_field, first_release_lines, next_field, next_line, season_of
from bot.catalogue.render.preview_card import preview_card
from bot.dates.airdate import TOKYO, AirDate, Season

NOW = datetime(2024, 1, 3, tzinfo=UTC)
AT = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
BARE = Series(1, "bare", Titles(native="裸"))


def fields(
    series: Series, *releases: Release, changes: tuple[DateChange, ...] = (), now: datetime = NOW
) -> dict[str, str]:
    card = preview_card(series, releases, changes, now)
    return {str(field.name): str(field.value) for field in card.fields}


def premiere(when: AirDate, *, cancelled: bool = False) -> Release:
    return Release(1, 1, ReleaseKind.PREMIERE, when, number=1, cancelled=cancelled)


def changed(old: AirDate, new: AirDate) -> DateChange:
    return DateChange(1, NOW, "test", old, new)


def test_nothing_is_said_of_what_is_not_known() -> None:
    card = preview_card(BARE, (), (), NOW)

    assert card.title == "裸"
    assert card.description is None
    assert [field.name for field in card.fields] == ["Format"]
    assert card.footer.text is None


def test_a_date_is_shown_as_exactly_as_it_is_known() -> None:
    shown = {
        when: fields(BARE, premiere(when))["Premiere"]
        for when in (AirDate.tba(), AirDate.month(2024, 1), AirDate.season(2024, Season.WINTER))
    }
    assert list(shown.values()) == ["to be announced", "January 2024", "Winter 2024"]
    assert "<t:" not in "".join(shown.values())


def test_a_date_that_was_refined_and_then_moved_tells_both() -> None:
    month, first, second = AirDate.month(2024, 1), AirDate.day(date(2024, 1, 10)), AirDate.day(date(2024, 1, 17))

    lines = first_release_lines(premiere(second), (changed(month, first), changed(first, second)))

    assert lines == ["17 January 2024", "-# First announced as January 2024", "-# Moved back from 10 January 2024"]


def test_a_move_between_vague_dates_is_told_once() -> None:
    month, later = AirDate.month(2024, 1), AirDate.month(2024, 4)

    assert first_release_lines(premiere(later), (changed(month, later),)) == [
        "April 2024",
        "-# First announced as January 2024",
        "-# Moved back since",
    ]


def test_a_move_of_an_exact_date_shows_the_hour_it_was() -> None:
    week_later = AirDate.instant(AT + timedelta(weeks=1))

    lines = first_release_lines(premiere(AirDate.instant(AT)), (changed(week_later, AirDate.instant(AT)),))

    assert lines[-1] == f"-# Brought forward from <t:{int(AT.timestamp()) + 7 * 86400}:f>"


def test_what_others_moved_is_not_this_ones_history() -> None:
    other = DateChange(2, NOW, "test", AirDate.year(2023), AirDate.year(2024))

    assert first_release_lines(premiere(AirDate.year(2024)), (other,)) == ["2024"]


def test_a_cancelled_premiere_says_so() -> None:
    assert fields(BARE, premiere(AirDate.month(2024, 1), cancelled=True))["Premiere"] == (
        "Cancelled; it was due January 2024."
    )


def test_only_a_broadcast_in_tokyo_has_a_hour_of_its_listings() -> None:
    evening = AirDate.instant(datetime(2024, 1, 10, 13, 0, tzinfo=UTC), zone=TOKYO)
    elsewhere = AirDate.instant(AT, zone="America/New_York")

    assert first_release_lines(premiere(evening), ())[1] == "-# In Tokyo: 10 January 2024, 22:00"
    assert len(first_release_lines(premiere(elsewhere), ())) == 1


def test_a_season_is_told_where_it_is_known() -> None:
    assert season_of(AirDate.instant(AT)) == "Winter 2024"
    assert season_of(AirDate.season(2024, Season.FALL)) == "Fall 2024"
    assert season_of(AirDate.year(2024)) is None
    assert season_of(AirDate.tba()) is None


def test_a_gap_in_the_weeks_is_passed_over() -> None:
    first = premiere(AirDate.instant(AT))
    rest = [
        Release(n, 1, ReleaseKind.EPISODE, AirDate.instant(AT + timedelta(weeks=n - 1)), number=n, cancelled=n == 3)
        for n in (2, 3, 4)
    ]

    told = next_field([first, *rest], 5, AT + timedelta(days=8))

    assert told is not None
    assert told.startswith("**Episode 4 of 5**\n")


def test_a_series_is_finished_when_its_last_episode_aired_and_not_before() -> None:
    aired = [Release(n, 1, ReleaseKind.EPISODE, AirDate.instant(AT + timedelta(weeks=n)), number=n) for n in (1, 2, 3)]
    later = AT + timedelta(weeks=9)

    assert episodes_field(aired, 3, later) == ("Finished", "The last of 3 episodes aired <t:1706718300:R>")
    told = episodes_field(aired, 12, later)
    assert told == ("Latest episode", "Episode 3 of 12 aired <t:1706718300:R>; the next one has no date yet")


def test_what_is_cancelled_without_ever_having_had_a_date_says_only_that() -> None:
    assert first_release_lines(premiere(AirDate.tba(), cancelled=True), ()) == ["Cancelled."]


def test_a_service_that_may_have_come_this_month_is_not_said_to_have() -> None:
    service = Service("Some time", None, AirDate.month(2024, 1))

    assert fields(replace(BARE, services=(service,)))["Streams on"] == "Some time · January 2024"


def test_a_film_in_one_piece_has_no_episodes() -> None:
    assert fields(replace(BARE, format=Format.FILM, episodes=1))["Format"] == "Film"
    assert fields(replace(BARE, format=Format.OVA, episodes=1))["Format"] == "OVA · 1 episode"


def test_a_film_has_its_opening_and_no_episodes() -> None:
    film = Series(1, "film", Titles("Film"), format=Format.FILM)
    opening = Release(1, 1, ReleaseKind.FILM, AirDate.day(date(2024, 2, 9)))

    shown = fields(film, opening)

    assert shown["In cinemas"] == "9 February 2024"
    assert shown["Format"] == "Film"
    assert "Premiere" not in shown


def test_people_of_one_role_stand_together() -> None:
    credits_ = (Credit("Director", "A"), Credit("Music", "B", "C"), Credit("Director", "D"))
    series = Series(1, "one", Titles("One"), credits=credits_)

    assert fields(series)["Credits"] == "**Director** · A and D\n**Music** · B (*C*)"


def test_services_tell_since_when_or_from_when() -> None:
    services = (
        Service("Then", "https://example.com/1", AirDate.instant(NOW - timedelta(days=1))),
        Service("Soon", None, AirDate.instant(AT)),
        Service("Some day", None, AirDate.month(2024, 2)),
        Service("Undated", "https://example.com/2"),
    )
    lines = fields(Series(1, "one", Titles("One"), services=services))["Streams on"].splitlines()

    assert lines == [
        "[Then](https://example.com/1) · since <t:1704153600:D>",
        "Soon · from <t:1704903900:F> · <t:1704903900:R>",
        "Some day · from February 2024",
        "[Undated](https://example.com/2)",
    ]


def test_trailers_without_an_address_are_known_of() -> None:
    series = Series(1, "one", Titles("One"), trailers=(Trailer("T", note="with jazz"),))

    assert fields(series)["Trailers"] == "T · with jazz · no link known"


def test_a_list_tells_what_comes_next() -> None:
    episode = Release(2, 1, ReleaseKind.EPISODE, AirDate.instant(AT), number=2)

    assert next_line(None) == "Nothing scheduled"
    assert next_line(episode) == "Episode 2: <t:1704903900:F> · <t:1704903900:R>"
    assert next_line(premiere(AirDate.month(2024, 1))) == "Premiere: January 2024"
