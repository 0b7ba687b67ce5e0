"""What holds for typed dates whatever is typed."""

import contextlib
import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.catalogue.render.dates import several_text, unreadable_text
from bot.dates.airdate import TOKYO, AirDate, Precision, Season, Shift
from bot.dates.reading import clock, lengths, readings, tokens
from bot.dates.reading.calendar import FIRST_TYPED_YEAR, YEARS_AHEAD
from bot.dates.reading.read import DATE_TEXT_LENGTH, read_own_words
from bot.dates.reading.readings import MOST_READINGS, Doubt, UnreadableDate, retyped
from bot.dates.reading.words import VOCABULARY
from tests.dates.test_read import read_date

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
DAYS = st.dates(date(FIRST_TYPED_YEAR, 1, 2), date(LAST_YEAR, 12, 30))


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
TYPED_WORDS = sorted(
    {*VOCABULARY, "jst", "utc", "est", "in", "at", "am", "pm", "z", "t", "europe/berlin", "days", "hours"}
)
SIGNS = [*"-/.:+, '()年月日時分後>@\u202e\0", "<t:"]
NUMBERS = st.one_of(st.integers(0, 40), st.integers(1890, 2060), st.integers(0, 10**9)).map(str)
TYPED = st.one_of(
    st.text(max_size=120),
    st.lists(st.one_of(NUMBERS, st.sampled_from(TYPED_WORDS), st.sampled_from(SIGNS)), max_size=12).map(" ".join),
    st.lists(st.one_of(NUMBERS, st.sampled_from(TYPED_WORDS), st.sampled_from(SIGNS)), max_size=12).map("".join),
)


@given(TYPED, ZONES, st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - their zone is drawn
def test_whatever_is_typed_is_read_within_a_lifetime_or_told_what_to_type(text: str, zone: str, now: datetime) -> None:
    told = None
    dates: tuple[AirDate, ...] = ()
    try:
        several = read_own_words(text, now=now, zone=zone)
        dates = several.dates
        told = several_text(several, zone=zone) if several.only is None else None
        assert 1 <= len(dates) <= MOST_READINGS
        assert len(set(dates)) == len(dates)
        assert len(dates) == 1 or several.questions
    except UnreadableDate as refused:
        told = unreadable_text(text, refused)
    for each in dates:
        start = each.local_start
        assert start is None or FIRST_TYPED_YEAR <= start.year <= now.year + YEARS_AHEAD
    if told is not None:
        assert re.search(r"[Tt]ype|Give|Name|needs|Try", told)
        assert len(told) < 600


SEVERAL = st.tuples(
    st.sampled_from(["3/4/2027", "1/10", "10 Nov", "Fri 10 Jan 2027", "2027-03-28", "2027-10-31", "14 Mar 2027"]),
    st.sampled_from(["", "at 6", "midnight", "深夜1時", "02:30", "01:30", "18:00"]),
    st.sampled_from(["", "", "EST", "IST", "CST", "Europe/Berlin", "JST"]),
).map(" ".join)


@given(SEVERAL, ZONES)
def test_each_choice_that_is_offered_is_told_so_that_it_can_be_typed(text: str, zone: str) -> None:
    asked = None
    with contextlib.suppress(UnreadableDate):  # late hours, elsewhere than in Tokyo
        asked = read_own_words(text, now=NOW, zone=zone)
    assume(asked is not None and len(asked.dates) > 1)
    assert asked is not None
    for choice in asked.dates:
        said = retyped(choice, zone=zone)
        assert f"`{said}`" in several_text(asked, zone=zone)
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
    dates = read_own_words(f"{hour}:{minute:02}", now=now, zone=zone).dates
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
    found = read_own_words(f"{day.day} {day:%b}", now=NOW, zone=zone).dates
    assert len(found) <= 2
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
    several = read_own_words(f"{name} {day}", now=NOW)
    assert "not a" in several_text(several, zone=TOKYO)
    as_typed, nearest = (choice.local_start for choice in several.dates)
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
    assert set(read_own_words(text, now=NOW).dates) == {
        AirDate.day(date(2027, *pair)) for pair in ((one, other), (other, one))
    }


# --- the time it takes ------------------------------------------------------------------------------------------------

HOSTILE = [
    piece * (DATE_TEXT_LENGTH // len(piece))
    for piece in [
        *["1", "a", "a ", "1 ", "1:", "1-", "1.", "1/", "12:00 ", "+", "in ", "in 1", "in 1 h ", "an hour ", "1h"],
        *["america/", "a/a", "america/new york ", "new york ", "午後", "深夜1", "1月", "((日", "<t:1", "t00", "'1"],
        *["next ", "to be ", "first half of ", "day after ", "ﷺ", "－", "1年", "1ヶ月後", "q1", "1q", "1st ", "at 1"],
        *["..", "2027-", "utc+", "e\u0300"],
    ]
]


@pytest.mark.parametrize("text", HOSTILE)
def test_the_same_over_and_over_is_refused_and_gone_through_once(text: str) -> None:
    with pytest.raises(UnreadableDate):
        read_date(text, now=NOW)


@given(TYPED)
def test_a_text_is_gone_through_from_left_to_right_and_nothing_of_it_twice(text: str) -> None:
    whole, end = tokens.tidied(text), 0
    try:
        for piece in tokens.tokens(whole):
            assert end <= piece.start < piece.end <= len(whole)
            end = piece.end
    except UnreadableDate:
        pass  # a number that no clock and no zone has


@pytest.mark.parametrize("module", [clock, lengths, tokens, readings])
def test_no_pattern_repeats_without_an_end(module: object) -> None:
    """What is tried at a place looks ahead a bounded way, so a text takes as long as it has places."""
    patterns = [value for value in vars(module).values() if isinstance(value, re.Pattern)]
    patterns += [pattern for pattern, _ in vars(module).get("_PATTERNS", ())]
    patterns += [pattern for table in vars(module).get("_AFTER", {}).values() for pattern, _ in table]
    tables = (vars(module).get(name, ()) for name in ("CLOCKS", "LENGTHS", "MERE_LENGTHS"))
    patterns += [re.compile(pattern) for table in tables for pattern, _ in table]
    assert patterns
    for pattern in patterns:
        bare = re.sub(r"\\.|\[[^\]]*\]", "x", pattern.pattern)
        unending = re.findall(r"[*+]|\{\d*,\}", bare)
        # The sole one is a run of letters, which is taken whole.
        assert not unending or pattern.pattern == r"[^\W\d_]+"


def test_what_is_said_twice_is_refused() -> None:
    with pytest.raises(UnreadableDate) as refused:
        tokens.parsed(tokens.tokens("10:00 11:00"))
    assert "more than one time of day" in unreadable_text("10:00 11:00", refused.value)


# --- what was typed stands in what is read ----------------------------------------------------------------------------

DAYS_TYPED = st.sampled_from(
    [
        "",
        "tomorrow",
        "friday",
        "next friday",
        "10 January 2027",
        "Jan 10th, 2027",
        "2027-01-10",
        "1月10日",
        "11/3/2027",
        "in 3 days",
    ]
)
CLOCKS_TYPED = st.sampled_from(
    [
        "{h}:{m:02}",
        "{h}h{m:02}",
        "{h}.{m:02} Uhr",
        "{h}時{m:02}分",
        "{h12}:{m:02} {half}",
        "{half} {h12}:{m:02}",
        "@ {h12}.{m:02}{half}",
    ]
)
ENDS_TYPED = st.sampled_from(["", "", "-23:59", " - 23:59", "～23:59"])
ZONES_TYPED: dict[str, tuple[str, ...]] = {
    "JST": (TOKYO,),
    "(JST)": (TOKYO,),
    "ET": ("America/New_York",),
    "CT": ("America/Chicago",),
    "Mountain": ("America/Denver",),
    "Pacific time": ("America/Los_Angeles",),
    "UTC": ("UTC",),
    "Berlin": ("Europe/Berlin",),
    "in New York": ("America/New_York",),
    "Europe/London": ("Europe/London",),
    "EST": ("America/New_York", "Australia/Sydney"),
}
PRESENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - their zone is drawn


@given(PRESENTS, ZONES, ZONES, st.sampled_from(["{} / {}", "{} ({})", "{} = {}", "{}, {}"]))
def test_one_instant_in_two_zones_is_that_instant(at: datetime, one: str, other: str, together: str) -> None:
    at = at.replace(second=0, microsecond=0)
    local = [f"{at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M} {zone}" for zone in (one, other)]
    readings = read_own_words(together.format(*local), now=at)
    assert AirDate.instant(at, zone=one) in readings.dates
    assert len(readings.dates) == 1 or {question.doubt for question in readings.questions} == {Doubt.TWICE}


@example("in 3 days", "{h}h{m:02}", 0, 0, "", "(JST)", datetime(2026, 1, 1, tzinfo=UTC))
@given(
    DAYS_TYPED,
    CLOCKS_TYPED,
    st.integers(0, 23),
    st.integers(0, 59),
    ENDS_TYPED,
    st.sampled_from(sorted(ZONES_TYPED)),
    PRESENTS,
)
def test_the_clock_and_the_zone_that_were_typed_stand_in_every_reading(  # noqa: PLR0917 - each is drawn
    day: str, clock_: str, hour: int, minute: int, end: str, zone: str, now: datetime
) -> None:
    typed = clock_.format(h=hour, h12=hour % 12 or 12, m=minute, half="PM" if hour > 11 else "AM")
    try:
        readings = read_own_words(f"{day} {typed}{end} {zone}", now=now)
    except UnreadableDate:
        return
    skipped = any(question.doubt is Doubt.SKIPPED for question in readings.questions)
    assert readings.has_zone
    for each in readings.dates:
        start = each.local_start
        assert start is not None
        assert each.is_exact
        assert each.zone in ZONES_TYPED[zone]
        assert skipped or (start.hour, start.minute) == (hour, minute)


@given(DAYS_TYPED, st.integers(0, 23), st.integers(0, 59), st.integers(-12, 14), st.sampled_from([0, 30]), PRESENTS)
def test_an_offset_that_was_typed_is_the_readings(  # noqa: PLR0917 - each is drawn
    day: str, hour: int, minute: int, hours: int, minutes: int, now: datetime
) -> None:
    offset = timedelta(hours=abs(hours), minutes=minutes) * (1 if hours >= 0 else -1)
    assume(offset <= timedelta(hours=14))
    sign = "-" if hours < 0 else "+"
    for text in (
        f"UTC{sign}{abs(hours)}:{minutes:02}",
        f"(GMT{sign}{abs(hours):02}:{minutes:02})",
        f"{sign}{abs(hours):02}{minutes:02}",
    ):
        for each in read_own_words(f"{day} {hour}:{minute:02} {text}", now=now).dates:
            assert each.earliest is not None
            shown = each.earliest.astimezone(timezone(offset))
            assert (shown.hour, shown.minute) == (hour, minute)


FROM_NOW = re.compile(r"in |now|later|ago|ahead|hence|後|后|후|뒤")


@given(TYPED, st.integers(1, 59))
def test_nothing_depends_on_the_minute_it_is_typed_unless_a_length_is_typed(text: str, later: int) -> None:
    assume(not FROM_NOW.search(tokens.tidied(text)))
    found = []
    for now in (NOW, NOW + timedelta(minutes=later)):
        try:
            found.append(set(read_own_words(text, now=now).dates))
        except UnreadableDate:
            found.append(set())
    one, other = found
    moved = {b.earliest - a.earliest for a in one - other for b in other - one if a.earliest and b.earliest}
    assert timedelta(minutes=later) not in moved
