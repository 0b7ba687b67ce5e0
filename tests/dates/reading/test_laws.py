"""What holds for typed dates whatever is typed."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.dates.airdate import TOKYO, AirDate, Precision, Season, Shift
from bot.dates.reading import clock, tokens, zones
from bot.dates.reading.calendar import FIRST_YEAR, YEARS_AHEAD
from bot.dates.reading.read import LONGEST, read_date
from bot.dates.reading.tokens import pieces, said_by, tidied
from bot.dates.reading.words import WORDS
from bot.dates.readings import MOST_CHOICES, Ambiguous, retyped
from bot.errors import NotUnderstood

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)  # a Wednesday, noon in Tokyo
ZONES = st.sampled_from(
    [
        "Asia/Tokyo",
        "America/New_York",
        "Europe/Berlin",
        "Europe/London",
        "Australia/Lord_Howe",
        "America/St_Johns",
        "Asia/Kathmandu",
        "Pacific/Kiritimati",
        "America/Havana",
        "UTC",
    ]
)
LAST_YEAR = NOW.year + YEARS_AHEAD
DAYS = st.dates(date(FIRST_YEAR, 1, 2), date(LAST_YEAR, 12, 30))


@st.composite
def plausible(draw: st.DrawFn) -> AirDate:
    zone, day = draw(ZONES), draw(DAYS)
    kind = draw(st.sampled_from(Precision))
    match kind:
        case Precision.TBA:
            return AirDate.tba(zone=zone)
        case Precision.YEAR:
            return AirDate.year(day.year, zone=zone)
        case Precision.SEASON:
            return AirDate.season(day.year, Season.of(day.month), zone=zone)
        case Precision.QUARTER:
            return AirDate.quarter(day.year, (day.month + 2) // 3, zone=zone)
        case Precision.MONTH:
            return AirDate.month(day.year, day.month, zone=zone)
        case Precision.DAY:
            return AirDate.day(day, zone=zone)
        case _:
            seconds = draw(st.one_of(st.integers(0, 86399), st.integers(0, 1439).map(lambda minutes: 60 * minutes)))
            at = datetime.combine(day, time(), UTC) + timedelta(seconds=seconds)
            return AirDate.instant(at, zone=zone)


PLAUSIBLE = plausible()
VOCABULARY = sorted({*WORDS, "jst", "utc", "est", "in", "at", "am", "pm", "z", "t", "europe/berlin", "days", "hours"})
SIGNS = [*"-/.:+, '()年月日時分後>@\u202e\0", "<t:"]
NUMBERS = st.one_of(st.integers(0, 40), st.integers(1890, 2060), st.integers(0, 10**9)).map(str)
TYPED = st.one_of(
    st.text(max_size=120),
    st.lists(st.one_of(NUMBERS, st.sampled_from(VOCABULARY), st.sampled_from(SIGNS)), max_size=12).map(" ".join),
    st.lists(st.one_of(NUMBERS, st.sampled_from(VOCABULARY), st.sampled_from(SIGNS)), max_size=12).map("".join),
)


@given(TYPED, ZONES, st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - their zone is drawn
def test_whatever_is_typed_is_read_within_a_lifetime_or_told_what_to_type(text: str, zone: str, now: datetime) -> None:
    told = None
    dates: tuple[AirDate, ...] = ()
    try:
        dates = (read_date(text, now=now, zone=zone),)
    except Ambiguous as several:
        told, dates = str(several), several.choices
        assert 2 <= len(dates) <= MOST_CHOICES
        assert len(set(dates)) == len(dates)
    except NotUnderstood as refused:
        told = str(refused)
    for each in dates:
        start = each.local_start
        assert start is None or FIRST_YEAR <= start.year <= now.year + YEARS_AHEAD
    if told is not None:
        assert re.search(r"[Tt]ype|Give|Name|needs", told)
        assert len(told) < 600


SEVERAL = st.tuples(
    st.sampled_from(["3/4/2027", "1/10", "10 Nov", "Fri 10 Jan 2027", "2027-03-28", "2027-10-31", "14 Mar 2027"]),
    st.sampled_from(["", "at 6", "midnight", "深夜1時", "02:30", "01:30", "18:00"]),
    st.sampled_from(["", "", "EST", "IST", "CST", "Europe/Berlin", "JST"]),
).map(" ".join)


@given(SEVERAL, ZONES)
def test_each_choice_that_is_offered_is_told_so_that_it_can_be_typed(text: str, zone: str) -> None:
    asked = None
    try:
        read_date(text, now=NOW, zone=zone)
    except Ambiguous as several:
        asked = several
    assume(asked is not None)
    assert asked is not None
    for choice in asked.choices:
        said = retyped(choice, zone=zone)
        assert f"`{said}`" in str(asked)
        assert read_date(said, now=NOW, zone=zone).shift_to(choice) is Shift.NONE


@given(st.dates(date(1960, 1, 1), date(LAST_YEAR, 12, 29)), st.integers(0, 29), st.integers(0, 59))
@example(date(2026, 12, 31), 25, 30)
@example(date(2028, 2, 28), 24, 0)
def test_tokyo_s_late_hours_are_the_next_day_s(day: date, hour: int, minute: int) -> None:
    at = AirDate.instant(datetime.combine(day, time(), ZoneInfo(TOKYO)) + timedelta(hours=hour, minutes=minute))
    for text in (
        f"{day} {hour}:{minute:02}",
        f"{day:%Y年%m月%d日} {hour}時{minute}分",
        f"{day.day} {day:%B} {day.year}, {hour:02}:{minute:02} JST",
    ):
        assert read_date(text, now=NOW) == at


@given(
    st.integers(0, 23),
    st.integers(0, 59),
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001 - their zone is drawn
    ZONES,
)
def test_a_time_by_itself_is_the_next_to_come_in_every_zone(hour: int, minute: int, now: datetime, zone: str) -> None:
    dates: tuple[AirDate, ...]
    try:
        dates = (read_date(f"{hour}:{minute:02}", now=now, zone=zone),)
    except Ambiguous as changing:
        dates = changing.choices
    assert any(now < coming.earliest <= now + timedelta(hours=25) for coming in dates if coming.earliest)


@given(st.integers(0, 29), st.integers(0, 59), st.integers(0, 60 * 24 * 7))
def test_a_time_by_itself_is_the_next_to_come(hour: int, minute: int, into: int) -> None:
    now = NOW + timedelta(minutes=into)
    coming = read_date(f"{hour}:{minute:02}", now=now).earliest
    assert coming is not None
    assert now < coming <= now + timedelta(days=1)
    there = coming.astimezone(ZoneInfo(TOKYO))
    assert (there.hour, there.minute) == (hour % 24, minute)


@given(DAYS, ZONES)
def test_a_day_without_its_year_is_the_next_or_asked_about_where_one_has_just_passed(day: date, zone: str) -> None:
    today = NOW.astimezone(ZoneInfo(zone)).date()
    found: tuple[AirDate, ...]
    try:
        found = (read_date(f"{day.day} {day:%b}", now=NOW, zone=zone),)
    except Ambiguous as several:
        found = several.choices
        assert len(found) == 2
    days = [each.local_start.date() for each in found if each.local_start]
    assert days[-1] >= today
    assert all(timedelta(0) < today - passed <= timedelta(days=60) for passed in days[:-1])
    assert all((each.month, each.day) == (day.month, day.day) for each in days)


@given(DAYS, st.integers(0, 6))
def test_a_weekday_beside_a_date_is_that_day_s_or_asked_about(day: date, weekday: int) -> None:
    name = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[weekday]
    if weekday == day.weekday():
        assert read_date(f"{name} {day}", now=NOW) == AirDate.day(day)
        return
    with pytest.raises(Ambiguous, match="not a") as several:
        read_date(f"{name} {day}", now=NOW)
    as_typed, nearest = (choice.local_start for choice in several.value.choices)
    assert as_typed is not None
    assert nearest is not None
    assert as_typed.date() == day
    assert nearest.weekday() == weekday
    assert abs(nearest.date() - day) <= timedelta(days=3)


@given(st.integers(1, 12), st.integers(1, 12), st.sampled_from("/.-"))
def test_numbers_that_fit_either_order_are_never_guessed(one: int, other: int, sign: str) -> None:
    text = f"{one}{sign}{other}{sign}2027"
    if one == other:
        assert read_date(text, now=NOW) == AirDate.day(date(2027, one, one))
        return
    with pytest.raises(Ambiguous) as several:
        read_date(text, now=NOW)
    assert set(several.value.choices) == {AirDate.day(date(2027, *pair)) for pair in ((one, other), (other, one))}


# --- the time it takes ------------------------------------------------------------------------------------------------

HOSTILE = [
    piece * (LONGEST // len(piece))
    for piece in [
        *["1", "a", "a ", "1 ", "1:", "1-", "1.", "1/", "12:00 ", "+", "in ", "in 1", "in 1 h ", "an hour ", "1h"],
        *["america/", "a/a", "america/new york ", "new york ", "午後", "深夜1", "1月", "((日", "<t:1", "t00", "'1"],
        *["next ", "to be ", "first half of ", "day after ", "ﷺ", "－", "1年", "1ヶ月後", "q1", "1q", "1st ", "at 1"],
        *["..", "2027-", "utc+", "e\u0300"],
    ]
]


@pytest.mark.parametrize("text", HOSTILE)
def test_the_same_over_and_over_is_refused_and_gone_through_once(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read_date(text, now=NOW)


@given(TYPED)
def test_a_text_is_gone_through_from_left_to_right_and_nothing_of_it_twice(text: str) -> None:
    whole, end = tidied(text), 0
    try:
        for piece in pieces(whole):
            assert end <= piece.start < piece.end <= len(whole)
            end = piece.end
    except NotUnderstood:
        pass  # a number that no clock and no zone has


@pytest.mark.parametrize("module", [clock, tokens, zones])
def test_no_pattern_repeats_without_an_end(module: object) -> None:
    """What is tried at a place looks ahead a bounded way, so a text takes as long as it has places."""
    patterns = [value for value in vars(module).values() if isinstance(value, re.Pattern)]
    patterns += [pattern for name in ("_PATTERNS", "_AFTER_CLOCK") for pattern, _ in vars(module).get(name, ())]
    patterns += [re.compile(pattern) for pattern, _ in vars(module).get("CLOCKS", ())]
    assert patterns
    for pattern in patterns:
        bare = re.sub(r"\\.|\[[^\]]*\]", "x", pattern.pattern)
        unending = re.findall(r"[*+]|\{\d*,\}", bare)
        # The sole one is a run of letters, which is taken whole.
        assert not unending or pattern.pattern == r"[^\W\d_]+"


def test_what_is_said_twice_is_refused() -> None:
    with pytest.raises(NotUnderstood, match="more than one time of day"):
        said_by(pieces("10:00 11:00"))
