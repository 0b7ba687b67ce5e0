"""Dates in other languages than those of our own rules."""

import asyncio
import contextlib
import subprocess
import sys
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.render.dates import several_text
from bot.dates.airdate import TOKYO, AirDate
from bot.dates.reading.calendar import FIRST_TYPED_YEAR, YEARS_AHEAD
from bot.dates.reading.languages import load
from bot.dates.reading.read import read
from bot.dates.reading.readings import UnreadableDate, retyped

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)  # a Wednesday, noon in Tokyo


@pytest.fixture(autouse=True, scope="module")
def prepared() -> None:
    """Loading takes its time on a busy machine."""
    load().result()


def day(*of: int) -> AirDate:
    return AirDate.day(date(*of))


def at(*of: int, zone: str = TOKYO) -> AirDate:
    return AirDate.instant(datetime(*of, tzinfo=ZoneInfo(zone)), zone=zone)  # type: ignore[arg-type,misc]


READ = {
    "10 Jan 2027 25:30": at(2027, 1, 11, 1, 30),
    "10 janvier 2027": day(2027, 1, 10),
    "10 января 2027": day(2027, 1, 10),
    "10 de enero de 2027": day(2027, 1, 10),
    "10. Januar 2027": day(2027, 1, 10),
    "10 stycznia 2027": day(2027, 1, 10),
    "10. tammikuuta 2027": day(2027, 1, 10),
    "10 มกราคม 2027": day(2027, 1, 10),
    "10 जनवरी 2027": day(2027, 1, 10),
    "10 janvier": day(2027, 1, 10),
    "dimanche 10 janvier 2027": day(2027, 1, 10),
    "janvier 2027": AirDate.month(2027, 1),
    "janvier": AirDate.month(2027, 1),
    "ocak 2027": AirDate.month(2027, 1),
    "nächstes Jahr": AirDate.year(2027),
    "in 3 Monaten": AirDate.month(2027, 2),
    "übermorgen": day(2026, 11, 27),
    "übermorgen 18 Uhr": at(2026, 11, 27, 18, 0),
    "am Freitag um 18 Uhr": at(2026, 11, 27, 18, 0),
    "am 10. Januar um 25:30": at(2027, 1, 11, 1, 30),
    "mañana a las 18:00": at(2026, 11, 26, 18, 0),
    "le 10 janvier 2027 à 23h30": at(2027, 1, 10, 23, 30),
    "lunes 18:00 Europe/Madrid": at(2026, 11, 30, 18, 0, zone="Europe/Madrid"),
    "послезавтра в 20:00": at(2026, 11, 27, 20, 0),
    "내일 오후 6시": at(2026, 11, 26, 18, 0),
    "明天": day(2026, 11, 26),
    "in 3 Tagen": day(2026, 11, 28),
    "vor 3 Tagen": day(2026, 11, 22),
    "dans 2 heures": at(2026, 11, 25, 14, 0),
    "3 days ago": day(2026, 11, 22),
}


@pytest.mark.parametrize("text", READ)
async def test_other_languages_are_read_as_exactly_as_they_say(text: str) -> None:
    assert (await read(text, now=NOW)).dates == (READ[text],)


@pytest.mark.parametrize(
    "text",
    [
        *("a", "1", "12", "86", "now", "now?", "soon", "hello world", "zwei", "when it's ready", "@everyone"),
        *("30 février 2027", "31 avril 2027", "10 janvier 27", "10 10 janvier 2027", "10 Jan 2027 or 11", "lundi 10"),
        *("mardi 2027", "la semaine prochaine", "10 janvier 1850", "10 janvier 3000", "2 ore", "2 hours"),
        *("10 janvier 2027 18:00 19:00", "janvier 2027 18:00", "10 janvier 2027 18:00 XYZT", "x" * 101),
    ],
)
async def test_nothing_is_guessed(text: str) -> None:
    with pytest.raises(UnreadableDate):
        await read(text, now=NOW)


ASKED = {
    # November in Polish and Czech, October in Croatian
    "10 listopada 2027": {"2027-11-10", "2027-10-10"},
    "samedi 10 janvier 2027": {"2027-01-10", "2027-01-09"},
    "10 janvier 2027 18:00 EST": {"2027-01-10 18:00 America/New_York", "2027-01-10 18:00 Australia/Sydney"},
    "28 mars 2027 à 2h30 Europe/Paris": {"2027-03-28 01:30 Europe/Paris", "2027-03-28 03:30 Europe/Paris"},
    "10 novembre": {"2026-11-10", "2027-11-10"},
}


@pytest.mark.parametrize("text", ASKED)
async def test_our_own_questions_are_asked_of_other_languages_too(text: str) -> None:
    several = await read(text, now=NOW)
    assert {retyped(choice, zone=TOKYO) for choice in several.dates} == ASKED[text]
    assert all(f"`{each}`" in several_text(several, zone=TOKYO) for each in ASKED[text])


WORDS = st.sampled_from(
    ["janvier", "januar", "lundi", "morgen", "mañana", "января", "明天", "내일", "in", "dans", "heures", "ago", "tagen"]
)
MIXED = st.lists(
    st.one_of(WORDS, st.integers(0, 2100).map(str), st.sampled_from(["18:00", "25:30", "JST", "-", "/", "?", "\0"])),
    max_size=8,
).map(" ".join)


@given(st.one_of(st.text(max_size=110), MIXED))
def test_whatever_is_typed_is_read_within_a_lifetime_or_refused(text: str) -> None:
    dates: tuple[AirDate, ...] = ()
    with contextlib.suppress(UnreadableDate):  # nothing else is raised
        dates = asyncio.run(read(text, now=NOW)).dates
    for each in dates:
        start = each.local_start
        assert start is None or FIRST_TYPED_YEAR <= start.year <= NOW.year + YEARS_AHEAD


async def test_the_event_loop_goes_on_meanwhile() -> None:
    turns = 0
    reading = asyncio.create_task(read("10 janvier 2027", now=NOW))
    while not reading.done():
        turns += 1
        await asyncio.sleep(0)
    assert (await reading).dates == (day(2027, 1, 10),)
    assert turns > 2


OUR_WARNINGS = ["-W", "error", "-W", "ignore:'audioop' is deprecated:DeprecationWarning"]


def test_the_other_reader_is_loaded_only_when_it_is_needed() -> None:
    code = """
import asyncio, sys
from datetime import UTC, datetime
import bot.app, bot.cli
from bot.dates.reading.languages import load
from bot.dates.reading.read import read
now = datetime(2026, 11, 25, tzinfo=UTC)
asyncio.run(read("10 January 2027 25:30", now=now))
assert "dateparser" not in sys.modules
normal = sys.getswitchinterval()
loading = load()
while sys.getswitchinterval() == normal:
    assert not loading.done(), "it gave way to nobody"
loading.result()
assert sys.getswitchinterval() == normal
asyncio.run(read("10 janvier 2027", now=now))
assert "dateparser" in sys.modules
"""
    done = subprocess.run([sys.executable, *OUR_WARNINGS, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603 - our own code
    assert done.returncode == 0, done.stderr
