from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.fields import GROUPS, read_field, read_outing, typed_as, typed_of
from bot.catalogue.model import Credit, Format, Series, Service, Titles
from bot.catalogue.records import value_of, with_value
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.services import read_video
from bot.dates.airdate import AirDate
from bot.errors import NotUnderstood

SERIES = Series(
    0,
    "one",
    Titles("One", "Ichi", "一"),
    format=Format.OVA,
    episodes=12,
    story="It begins.\n\nIt ends.",
    studio="Bones",
    site="https://example.com/",
    picture="https://example.com/a.png",
    adult=True,
    anilist_id=5,
    myanimelist_id=6,
    credits=(Credit("Director", "Hori: Motonobu", "Carole & Tuesday"), Credit("Music", "Iwasaki")),
    services=(
        Service("Crunchyroll", "https://example.com/c", AirDate.day(date(2024, 1, 10)), ("US",)),
        Service("Some TV"),
    ),
)
FIELDS = [name for names in GROUPS.values() for name in names]


@pytest.mark.parametrize("name", FIELDS)
def test_what_stands_in_a_form_is_read_as_the_same_again(name: str) -> None:
    assert read_field(SERIES, name, typed_of(SERIES, name)) == value_of(SERIES, name)


@pytest.mark.parametrize("name", FIELDS)
def test_what_is_not_known_stays_unknown(name: str) -> None:
    nothing = Series(0, "", Titles())

    assert read_field(nothing, name, typed_of(nothing, name)) == value_of(nothing, name)


@given(st.sampled_from(FIELDS), st.text(max_size=5000))
def test_whatever_is_typed_is_refused_or_reads_as_itself_from_then_on(name: str, typed: str) -> None:
    try:
        value = read_field(SERIES, name, typed)
    except NotUnderstood:
        return
    changed = with_value(SERIES, name, value)
    assert read_field(changed, name, typed_of(changed, name)) == value


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("credits", "Nobody in particular"),
        ("credits", ": Name"),
        ("credits", "\n".join(["Role: Name"] * 41)),
        ("credits", f"Role: {'n' * 101}"),
        ("services", "https://example.com/"),
        ("services", "Some TV ftp://example.com/"),
        ("adult", "perhaps"),
        ("anilist_id", "5000000000"),
        ("site", "https://example"),
        ("site", "https://ex ample.com/"),
    ],
)
def test_what_has_no_meaning_is_refused(name: str, typed: str) -> None:
    with pytest.raises(NotUnderstood):
        read_field(SERIES, name, typed)


@pytest.mark.parametrize(
    ("line", "name", "url"),
    [
        ("Some TV", "Some TV", None),
        ("v.qq.com", "v.qq.com", None),
        ("AC/DC TV", "AC/DC TV", None),
        ("Some TV https://example.com/tv", "Some TV", "https://example.com/tv"),
        ("Some TV http://example.com/(tv)", "Some TV", "http://example.com/%28tv%29"),
        ("Some TV example.com/tv", "Some TV", "https://example.com/tv"),
        ("Some TV www.example.com", "Some TV", "https://www.example.com"),
        ("Some TV //example.com", "Some TV", "https://example.com"),
        ("Crunchyroll http://www.crunchyroll.com/x", "Crunchyroll", "https://www.crunchyroll.com/x"),
    ],
)
def test_a_service_is_a_name_and_an_address_where_the_last_word_is_one(line: str, name: str, url: str | None) -> None:
    (service,) = read_field(Series(0, "", Titles()), "services", line)

    assert (service.name, service.url) == (name, url)


@pytest.mark.parametrize(
    "typed",
    [
        "youtube.com/watch?v=m7teRMkFdao",
        "//youtu.be/m7teRMkFdao",
        "HTTP://www.YouTube.com/watch?v=m7teRMkFdao",
        "https://youtu.be/m7teRMkFdao?si=abc",
        "<https://www.youtube.com/watch?v=m7teRMkFdao&t=5>",
        "https://m.youtube.com/shorts/m7teRMkFdao",
        "https://www.youtube-nocookie.com/embed/m7teRMkFdao",
        "https://youtube.com/live/m7teRMkFdao?feature=share",
    ],
)
def test_a_video_on_youtube_has_one_address(typed: str) -> None:
    assert read_video(typed) == "https://www.youtube.com/watch?v=m7teRMkFdao"


@pytest.mark.parametrize(
    "typed", ["https://vimeo.com/76979871", "https://www.youtube.com/playlist?list=x", "https://youtu.be/"]
)
def test_other_videos_keep_theirs(typed: str) -> None:
    assert read_video(typed) == typed


# --- which release ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kind", "number"),
    [
        ("", ReleaseKind.PREMIERE, 1),
        ("Premiere", ReleaseKind.PREMIERE, 1),
        ("episode 1", ReleaseKind.PREMIERE, 1),
        (" EP.  5 ", ReleaseKind.EPISODE, 5),
        ("#5", ReleaseKind.EPISODE, 5),
        ("12", ReleaseKind.FINALE, 12),
        ("finale", ReleaseKind.FINALE, 12),
        ("movie", ReleaseKind.FILM, 1),
        ("home video 2", ReleaseKind.HOME_VIDEO, 2),
        ("dub", ReleaseKind.DUB, 1),
    ],
)
def test_a_release_is_named_as_people_do(typed: str, kind: ReleaseKind, number: int) -> None:
    meant = read_outing(SERIES, typed, "Crunchyroll")

    assert (meant.kind, meant.number, meant.service) == (kind, number, "Crunchyroll")
    assert read_outing(SERIES, typed_as(meant), "Crunchyroll") == meant


def test_a_film_is_the_first_of_a_film() -> None:
    assert read_outing(replace(SERIES, format=Format.FILM), "", None).kind is ReleaseKind.FILM


def test_a_finale_of_nobody_knows_how_many_is_refused() -> None:
    with pytest.raises(NotUnderstood):
        read_outing(replace(SERIES, episodes=None), "finale", None)


@given(st.sampled_from(ReleaseKind), st.integers(1, 12))
def test_every_release_that_is_offered_is_read_as_itself(kind: ReleaseKind, number: int) -> None:
    number = 1 if kind in {ReleaseKind.PREMIERE, ReleaseKind.FILM} else number
    known = Release(0, 0, kind, AirDate.tba(), number)

    meant = read_outing(SERIES, typed_as(known), None)

    assert meant.number == number
    assert (meant.kind in {"premiere", "episode", "finale"}) == (kind in {"premiere", "episode", "finale"})
