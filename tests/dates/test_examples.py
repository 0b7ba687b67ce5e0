"""Texts as people type them, by kind, and what each means to a reader in Tokyo at 01:20 on Thursday, 4 January 2024."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.catalogue.render.dates import told_apart
from bot.dates.airdate import TOKYO, AirDate, Season
from bot.dates.reading.languages import load
from bot.dates.reading.read import read
from bot.dates.reading.readings import Problem, UnreadableDate

NOW = datetime(2024, 1, 3, 16, 20, tzinfo=UTC)
NEW_YORK, CHICAGO, DENVER, LOS_ANGELES = (
    f"America/{name}" for name in ("New_York", "Chicago", "Denver", "Los_Angeles")
)


@pytest.fixture(autouse=True, scope="module")
def prepared() -> None:
    load().result()


def day(*of: int) -> AirDate:
    return AirDate.day(date(*of))


def at(*of: int, zone: str = TOKYO) -> AirDate:
    return AirDate.instant(datetime(*of, tzinfo=ZoneInfo(zone)), zone=zone)  # type: ignore[arg-type,misc]


def after(minutes: int) -> AirDate:
    return AirDate.instant(NOW + timedelta(minutes=minutes))


READ = {
    # Parts of the day
    **dict.fromkeys(
        ("tomorrow night", "tomorrow evening", "tomorrow morning", "明日の夜", "morgen Abend"), day(2024, 1, 5)
    ),
    **dict.fromkeys(("this evening", "tonight", "ce soir", "esta noche", "heute Abend", "오늘 밤"), day(2024, 1, 4)),
    **dict.fromkeys(("今夜9時", "今晚9点", "오늘 밤 9시", "tonight at 9", "heute Abend um 9"), at(2024, 1, 4, 21)),
    "tonight 9:30": at(2024, 1, 4, 21, 30),
    "tonight 11:30": at(2024, 1, 4, 23, 30),
    "tonight 12:30": at(2024, 1, 5, 0, 30),
    "ce soir à 8h30": at(2024, 1, 4, 20, 30),
    **dict.fromkeys(("夕方5時", "5 in the afternoon", "5 de la tarde", "nachmittags um 5"), at(2024, 1, 4, 17)),
    **dict.fromkeys(("晚上8点", "저녁 여덟시", "8 Uhr abends", "8 heures du soir", "午後八時"), at(2024, 1, 4, 20)),
    **dict.fromkeys(("friday evening at 8", "viernes a las 8 de la noche", "周五晚上8点"), at(2024, 1, 5, 20)),
    # Stretches of time
    "1月13日(土) 7:00～7:30": at(2024, 1, 13, 7),
    "10:00-10:30": at(2024, 1, 4, 10),
    "1月13日 19時〜20時": at(2024, 1, 13, 19),
    **dict.fromkeys(("7-9pm", "7pm-9pm", "7 pm to 9 pm", "7:00-9:00 pm", "19:00 bis 21:00"), at(2024, 1, 4, 19)),
    "11-1pm": at(2024, 1, 4, 11),
    "10:00から12:00まで": at(2024, 1, 4, 10),
    "2024-01-13 19:00-20:00": at(2024, 1, 13, 19),
    **dict.fromkeys(("tonight 8", "8 o'clock tonight", "今夜8"), at(2024, 1, 4, 20)),
    "this morning 9": at(2024, 1, 4, 9),
    **dict.fromkeys(("Jan 10 in the evening", "10 January in the evening"), day(2024, 1, 10)),
    "January 10 in the evening at 8": at(2024, 1, 10, 20),
    "January 10 in the evening at eight": at(2024, 1, 10, 20),
    # Ordinals, "@" and separators
    "January 10th @ 8pm PT": at(2024, 1, 10, 20, zone=LOS_ANGELES),
    "Jan 10th, 2024 @ 12:00 AM": at(2024, 1, 10),
    **dict.fromkeys(
        ("Jan. 10 | 8pm", "10 Jan - 8 p.m.", "1月10日・20時", "January 10th; 8PM", "2024.01.10 20:00"),
        at(2024, 1, 10, 20),
    ),
    **dict.fromkeys(("the tenth of January", "January tenth", "Wed the 10th", "2024. 1. 10."), day(2024, 1, 10)),
    # Zones
    **dict.fromkeys(
        ("2024-01-10 16:25 JST (UTC+9)", "2024-01-10 16:25 (JST)", "2024-01-10 16:25 Tokyo", "10 Jan 16:25 Japan time"),
        at(2024, 1, 10, 16, 25),
    ),
    **dict.fromkeys(("10 Jan 16:25 JST / 07:25 UTC", "10 Jan 16:25 JST = 2:25am EST"), at(2024, 1, 10, 16, 25)),
    "January 10, 2024 25:25 JST / 8:25am PT": at(2024, 1, 11, 1, 25),
    **dict.fromkeys(
        (
            "Jan 11 1:25 AM JST / Jan 10 8:25 AM PST",
            "2024-01-11 01:25 JST (2024-01-10 16:25 UTC)",
            "January 11, 2024 1:25 JST, January 10 8:25am PT",
            "Jan 10 25:25 (1:25 AM on Jan 11)",
            "1月10日(水)25:25(11日午前1:25)",
            "Wed 25:25 JST = Wed 16:25 UTC",
        ),
        at(2024, 1, 11, 1, 25),
    ),
    **dict.fromkeys(("8pm CT", "8pm Central", "8 PM Central time"), at(2024, 1, 3, 20, zone=CHICAGO)),
    **dict.fromkeys(
        ("8pm ET", "8pm Eastern", "8pm New York time", "8pm NYC", "8p ET"), at(2024, 1, 3, 20, zone=NEW_YORK)
    ),
    **dict.fromkeys(("8pm MT", "8pm Mountain Time"), at(2024, 1, 3, 20, zone=DENVER)),
    **dict.fromkeys(("8pm Pacific", "8pm PT", "8pm Pacific Standard Time"), at(2024, 1, 3, 20, zone=LOS_ANGELES)),
    "10 Jan 2:25am EST (UTC-5) / 16:25 JST": at(2024, 1, 10, 2, 25, zone=NEW_YORK),
    "12 noon PT Friday": at(2024, 1, 5, 12, zone=LOS_ANGELES),
    "8pm ET/5pm PT": at(2024, 1, 3, 20, zone=NEW_YORK),
    "2024-01-10 9:00 Tokyo": at(2024, 1, 10, 9),
    "2024-01-10 16:25 GMT+1": at(2024, 1, 11, 0, 25),
    "Friday 8pm Europe/Berlin": at(2024, 1, 5, 20, zone="Europe/Berlin"),
    "2026-04-17 6pm America/New_York": at(2026, 4, 17, 18, zone=NEW_YORK),
    "2024-11-03 1:30 AM EDT": AirDate.instant(datetime(2024, 11, 3, 5, 30, tzinfo=UTC), zone=NEW_YORK),
    "2024-10-27 02:30 CET": AirDate.instant(datetime(2024, 10, 27, 1, 30, tzinfo=UTC), zone="Europe/Berlin"),
    "4:25 PM UTC": at(2024, 1, 3, 16, 25, zone="UTC"),
    **dict.fromkeys(
        (f"<t:1704903900{style}>" for style in ("", *[":t", ":T", ":d", ":D", ":f", ":F", ":R"])),
        at(2024, 1, 11, 1, 25),
    ),
    # To be announced, postponed
    **dict.fromkeys(("TBA 2025", "2025 TBA", "2025 (TBD)"), AirDate.year(2025)),
    "Spring 2025 TBA": AirDate.season(2025, Season.SPRING),
    **dict.fromkeys(
        ("postponed", "delayed", "延期", "verschoben", "reporté", "aplazado", "연기", "推迟", "postponed indefinitely"),
        AirDate.tba(),
    ),
    **dict.fromkeys(
        ("postponed to 17 January", "1月17日に延期", "1월 17일로 연기", "推迟到1月17日", "verschoben auf 17. Januar"),
        day(2024, 1, 17),
    ),
    # From now
    **dict.fromkeys(
        ("in two weeks", "a fortnight from now", "2週間後", "in zwei Wochen", "dans deux semaines"), day(2024, 1, 18)
    ),
    **dict.fromkeys(("a week from now", "in 7 days", "en una semana"), day(2024, 1, 11)),
    "a week from friday": day(2024, 1, 12),
    **dict.fromkeys(("in half an hour", "in 30 minutes", "30分後"), after(30)),
    **dict.fromkeys(("in 1.5 hours", "in an hour and a half", "in 1h30m", "1時間半後", "in 1½ hours"), after(90)),
    **dict.fromkeys(("in 1:30 hours", "in 1:30 h", "in 1,5 hours", "in 1.50 hours"), after(90)),
    **dict.fromkeys(("in 2 hours", "两小时后", "2시간 후", "dans 2 heures"), after(120)),
    "in half a year": AirDate.month(2024, 7),
    **dict.fromkeys(("放送時期未定", "公開日未定", "放送日時未定"), AirDate.tba()),
    # From then on
    "10月から": AirDate.month(2024, 10),
    "2024年4月より": AirDate.month(2024, 4),
    "今秋": AirDate.season(2024, Season.FALL),
    "2024年春放送予定": AirDate.season(2024, Season.SPRING),
    # Clocks
    **dict.fromkeys(("20.15 Uhr", "20h15", "20:15 Uhr", "quarter past eight pm", "à 20h15"), at(2024, 1, 4, 20, 15)),
    **dict.fromkeys(("PM 11:30", "午後11時半", "11.30 p.m.", "half past eleven pm"), at(2024, 1, 4, 23, 30)),
    # An offset that stands by itself, and an end
    **dict.fromkeys(
        ("2024-01-13T20:00 -05:00", "2024-01-13 20:00:00 -05:00", "2024-01-13 20:00:00 -0500"), at(2024, 1, 14, 10)
    ),
    **dict.fromkeys(
        ("2024-01-13 20:00 - 05:00", "2024-01-13 20:00 -22:00", "13 January 8pm -10pm"), at(2024, 1, 13, 20)
    ),
    # Digits and widths
    **dict.fromkeys(("２０２４年１月１０日", "二〇二四年一月十日", "令和6年1月10日", "٢٠٢٤-٠١-١٠"), day(2024, 1, 10)),
}


@pytest.mark.parametrize("text", READ)
async def test_a_text_of_every_kind_is_read(text: str) -> None:
    assert (await read(text, now=NOW)).dates == (READ[text],)


CHOSEN = {
    "11/3/2024 1:30 AM ET": {
        "Mon 11 Mar 2024, 01:30 UTC−4",
        "Sun 3 Nov 2024, 01:30 UTC−4",
        "Sun 3 Nov 2024, 01:30 UTC−5",
    },
    "next friday 6pm": {"Fri 5 Jan 2024, 18:00 JST", "Fri 12 Jan 2024, 18:00 JST"},
    "vendredi prochain à 18h": {"Fri 5 Jan 2024, 18:00 JST", "Fri 12 Jan 2024, 18:00 JST"},
    "2024-03-10 02:30 ET": {"Sun 10 Mar 2024, 01:30 UTC−5", "Sun 10 Mar 2024, 03:30 UTC−4"},
    "January 10 EST": {"Wed 10 January 2024 (New York)", "Wed 10 January 2024 (Sydney)"},
    "2024-01-13 07:00-08:00": {"Sat 13 Jan 2024, 07:00 JST", "Sun 14 Jan 2024, 00:00 JST"},
    "2024-01-13 20:00 -05:00": {"Sat 13 Jan 2024, 20:00 JST", "Sun 14 Jan 2024, 10:00 JST"},
    "8pm -05:00": {"Thu 4 Jan 2024, 20:00 JST", "Thu 4 Jan 2024, 10:00 JST"},
    "4 o'clock": {"Thu 4 Jan 2024, 04:00 JST", "Thu 4 Jan 2024, 16:00 JST"},
    "9/8 Central": {"Wed 3 Jan 2024, 21:00 UTC−5", "Thu 4 Jan 2024, 09:00 UTC−5"},
    "half past eight": {"Thu 4 Jan 2024, 08:30 JST", "Thu 4 Jan 2024, 20:30 JST"},
}


@pytest.mark.parametrize("text", CHOSEN)
async def test_several_meanings_are_told_apart_in_what_is_shown(text: str) -> None:
    readings = await read(text, now=NOW)
    shown = [told_apart(each) for each in readings.dates]
    assert set(shown) == CHOSEN[text]
    assert len(set(shown)) == len(shown)
    assert readings.questions


REFUSED = {
    **dict.fromkeys(
        ("an hour", "one year", "2 hours", "5 min", "two days", "2時間", "2h", "half an hour"), Problem.LENGTH
    ),
    **dict.fromkeys(("8pm JST/UTC", "16:25 JST (08:25 UTC)", "8pm ET/PT"), Problem.DISAGREE),
    **dict.fromkeys(("Jan 11 1:25 JST / Jan 10 9:25am PT", "10 Jan 8pm, 11 Jan 9pm"), Problem.DISAGREE),
    **dict.fromkeys(("two", "in two", "sat one"), Problem.LONE_NUMBER),
    **dict.fromkeys(("tomorrow morning 9pm", "tomorrow night 9am", "13 pm morning"), Problem.HALF_OF_DAY),
    **dict.fromkeys(("every friday 8pm", "毎週土曜 25:00", "not April", "soon", "8pm XYZT"), Problem.UNKNOWN_WORDS),
    **dict.fromkeys(("in 1,000 hours", "in 1.000 hours", "in 1:30", "in 10:00 JST"), Problem.LENGTH),
    **dict.fromkeys(
        (
            "before 10 January",
            "after April",
            "not before April",
            "until 8pm",
            "nach dem 10. Januar",
            "después de abril",
        ),
        Problem.BOUND,
    ),
    **dict.fromkeys(("January 10-12, 2024", "10-12 Jan 2024"), Problem.SEVERAL),
    "Jan 10 24": Problem.SHORT_YEAR,
    **dict.fromkeys(("TBA 8pm", "postponed 8pm"), Problem.NOT_TOGETHER),
    "UTC+9": Problem.NO_DATE,
}


@pytest.mark.parametrize("text", REFUSED)
async def test_what_cannot_be_kept_is_refused_with_its_reason(text: str) -> None:
    with pytest.raises(UnreadableDate) as refused:
        await read(text, now=NOW)
    assert refused.value.problem is REFUSED[text]
