from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.model import Credit, Format, Origin, RelatedEntry, Relation, Service, Source, Titles, Trailer
from bot.catalogue.records import SourceRecord
from bot.catalogue.releases import ReleaseKind
from bot.catalogue.sources.anilist.airing import UPCOMING_ROWS, rows_of
from bot.catalogue.sources.anilist.reading import MOST_RELATIONS, statement_of
from bot.dates.airdate import AirDate, Precision, Season
from bot.web.links import web_address
from tests.anilist.world import (
    FIRST_BROADCAST,
    WEEK,
    Media,
    airing,
    connection,
    media,
    metallic_rouge,
    related,
    staff,
    weekly,
)

NOW = datetime(2024, 1, 1, tzinfo=UTC)
FIRST = datetime.fromtimestamp(FIRST_BROADCAST, UTC)


def read(told: Media) -> SourceRecord:
    statement = statement_of(told, NOW)
    assert statement is not None
    return statement


def first_date(**fields: Any) -> AirDate:  # noqa: ANN401 - AniList's fields
    return read(media(1, "x", **fields)).releases[0].date


def test_all_that_a_card_shows_is_read() -> None:
    statement = read(metallic_rouge())
    series = statement.series

    assert statement.origin is Origin.ANILIST
    assert series.titles == Titles("Metallic Rouge", "Metallic Rouge", "メタリックルージュ", ("Metal Rouge", "鋼の紅"))
    assert (series.id, series.slug, series.format, series.episodes) == (0, "", Format.TV, 13)
    assert series.story == "Rouge is an android.\n\nNaomi isn't."
    assert series.studio == "bones"
    assert (series.anilist_id, series.myanimelist_id) == (162985, 54794)
    assert series.site == "https://metallicrouge.jp/"
    assert series.services == (
        Service("Crunchyroll", "https://www.crunchyroll.com/series/x"),
        Service("Elsewhere", "http://elsewhere.example/"),
    )
    assert series.credits == (
        Credit("Director", "Motonobu Hori"),
        Credit("Series Composition", "Yutaka Izubuchi"),
        Credit("Character Design", "Toshihiro Kawamoto"),
        Credit("Music", "Taisei Iwasaki"),
    )
    assert series.trailers == (Trailer("Trailer", "https://www.youtube.com/watch?v=m7teRMkFdao"),)
    assert series.sources == (Source("AniList", "https://anilist.co/anime/162985"),)
    assert (series.adult, series.popularity, series.year, series.season) == (False, 41000, 2024, Season.WINTER)
    assert (series.colour, series.genres, series.score) == (0xE4355D, ("Action", "Sci-Fi"), 69)
    assert series.picture is not None
    assert series.picture.endswith("bx162985.png")


@pytest.mark.parametrize(
    ("told", "read_as"),
    [
        ({"coverImage": {"color": "#00000g"}, "averageScore": 4000, "genres": ["Drama"] * 300}, (None, (), None)),
        ({"coverImage": {"color": "red"}, "averageScore": "69", "genres": "Action"}, (None, (), None)),
        (
            {"coverImage": {"color": 7}, "averageScore": 0, "genres": [None, 5, " ", ["Action"]]},
            (None, (), None),
        ),
        ({"coverImage": None, "averageScore": 6.9, "genres": {"Action": 1}}, (None, (), None)),
        (
            {"coverImage": {"color": "#FFFFFF"}, "averageScore": 100, "genres": ["Drama", "Drama", "\u200bSci-Fi\n"]},
            (0xFFFFFF, ("Drama", "Sci-Fi"), 100),
        ),
    ],
)
def test_colours_genres_and_scores_are_those_that_can_be(told: Media, read_as: object) -> None:
    series = read(media(1, "x", **told)).series
    assert (series.colour, series.genres, series.score) == read_as


def test_the_rows_are_a_premiere_episodes_and_a_finale() -> None:
    releases = read(metallic_rouge()).releases
    kinds = [each.kind for each in releases]

    assert kinds == [ReleaseKind.PREMIERE, *[ReleaseKind.EPISODE] * 11, ReleaseKind.FINALE]
    assert [each.number for each in releases] == list(range(1, 14))
    assert [each.date for each in releases] == [AirDate.instant(FIRST + timedelta(weeks=n)) for n in range(13)]
    assert {each.origin for each in releases} == {Origin.ANILIST}
    assert not any(each.cancelled for each in releases)


def test_an_episode_before_the_first_has_the_number_that_anilist_gives_it() -> None:
    rows = {number: FIRST_BROADCAST + number * WEEK for number in range(3)}
    releases = read(metallic_rouge(airingSchedule=airing(rows))).releases

    assert [(each.kind, each.number) for each in releases] == [
        (ReleaseKind.PREMIERE, 1),
        (ReleaseKind.EPISODE, 0),
        (ReleaseKind.EPISODE, 2),
    ]
    assert [each.date.earliest for each in releases][:2] == [FIRST + timedelta(weeks=1), FIRST]


@pytest.mark.parametrize(
    ("rows", "episodes", "read_as"),
    [
        ([(1, 0), (9999, 5)], 12, [(1, 0)]),
        ([(1, 0), (9999, 5)], None, [(1, 0), (9999, 5)]),  # nobody knows how long it runs
        ([(-1, 0), (2, 5)], 12, [(2, 5)]),
        ([(2, 5), (2, 3)], 12, [(2, 5)]),  # by the later one it is out in any case
        ([(4, 1), (3, 2), (2, 9)], 12, [(2, 9), (3, 2), (4, 1)]),
    ],
)
def test_rows_that_can_hardly_be_are_left_out(
    rows: list[tuple[int, int]], episodes: int | None, read_as: list[tuple[int, int]]
) -> None:
    nodes = [{"episode": number, "airingAt": FIRST_BROADCAST + at} for number, at in rows]
    found = rows_of(metallic_rouge(episodes=episodes, airingSchedule={"nodes": nodes}))
    assert sorted(found.items()) == [(number, FIRST + timedelta(seconds=at)) for number, at in read_as]


@pytest.mark.parametrize(("status", "is_paused"), [("RELEASING", False), ("HIATUS", True), ("FINISHED", True)])
def test_what_is_over_or_on_a_break_is_paused(status: str, is_paused: bool) -> None:
    assert read(metallic_rouge(status=status)).is_paused is is_paused


def test_a_row_that_is_gone_is_simply_absent() -> None:
    rows = {number: FIRST_BROADCAST + number for number in (2, 3)}
    releases = read(metallic_rouge(airingSchedule=airing(rows))).releases

    assert [each.number for each in releases] == [1, 2, 3]
    assert releases[0].date == AirDate.day(date(2024, 1, 11))
    assert not any(each.cancelled for each in releases)


def test_what_is_still_to_come_of_a_long_series_has_the_last_word() -> None:
    told = metallic_rouge(episodes=None, upcoming=airing({13: FIRST_BROADCAST, 1100: FIRST_BROADCAST + 9}))
    releases = read(told).releases

    assert (releases[-1].kind, releases[-1].number) == (ReleaseKind.EPISODE, 1100)
    assert releases[-2].date == AirDate.instant(FIRST)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, AirDate.tba()),
        ({"startDate": {"year": 2024, "month": None, "day": None}}, AirDate.year(2024)),
        ({"startDate": {"year": 2024}, "season": "WINTER", "seasonYear": 2024}, AirDate.season(2024, Season.WINTER)),
        ({"season": "FALL", "seasonYear": 2025}, AirDate.season(2025, Season.FALL)),
        ({"startDate": {"year": 2023}, "season": "WINTER", "seasonYear": 2024}, AirDate.year(2023)),
        ({"startDate": {"year": 2024, "month": 1}}, AirDate.month(2024, 1)),
        ({"startDate": {"year": 2024, "month": 1, "day": 10}}, AirDate.day(date(2024, 1, 10))),
        ({"startDate": {"year": 2024, "month": 2, "day": 31}}, AirDate.month(2024, 2)),
        ({"startDate": {"year": 2024, "month": 13, "day": 1}}, AirDate.year(2024)),
        ({"startDate": {"year": None, "month": 1, "day": 1}}, AirDate.tba()),
        ({"startDate": {"year": 99999999, "month": 1}}, AirDate.tba()),
        ({"startDate": {"year": "2024"}}, AirDate.tba()),
        ({"startDate": {"year": True}}, AirDate.tba()),
    ],
)
def test_a_date_is_as_exact_as_it_is_given(fields: Media, expected: AirDate) -> None:
    assert first_date(**fields) == expected


def test_the_season_of_a_winter_show_that_begins_in_december_is_anilists() -> None:
    series = read(media(1, "x", startDate={"year": 2023, "month": 12, "day": 29}, season="WINTER", seasonYear=2024))
    assert (series.series.year, series.series.season) == (2024, Season.WINTER)
    by_month = read(media(1, "x", startDate={"year": 2023, "month": 11})).series
    assert (by_month.year, by_month.season) == (2023, Season.FALL)


def test_a_film_opens_on_its_day_whatever_the_rows_say() -> None:
    fields = {"startDate": {"year": 2024, "month": 3, "day": 8}, "episodes": 1}
    (release,) = read(media(1, "x", format="MOVIE", airingSchedule=weekly(FIRST_BROADCAST, 1), **fields)).releases
    assert (release.kind, release.number, release.date) == (ReleaseKind.FILM, None, AirDate.day(date(2024, 3, 8)))


def test_discs_come_out_on_days() -> None:
    releases = read(media(1, "x", format="OVA", episodes=2, airingSchedule=weekly(FIRST_BROADCAST, 2))).releases
    assert [each.kind for each in releases] == [ReleaseKind.HOME_VIDEO] * 2
    assert [each.number for each in releases] == [1, 2]
    assert releases[0].date == AirDate.day(date(2024, 1, 11))  # 01:25 in Tokyo


@pytest.mark.parametrize(
    ("told", "format_"),
    [
        ("TV", Format.TV),
        ("TV_SHORT", Format.TV),
        ("MOVIE", Format.FILM),
        ("OVA", Format.OVA),
        ("ONA", Format.ONA),
        ("SPECIAL", Format.SPECIAL),
        ("MUSIC", Format.SPECIAL),
        ("HOLOGRAM", Format.TV),
        (None, Format.TV),
        (["TV"], Format.TV),
    ],
)
def test_formats_are_read(told: object, format_: Format) -> None:
    assert read(media(1, "x", format=told)).series.format is format_


@pytest.mark.parametrize(
    "told",
    [
        None,
        [],
        "x",
        media(1, "x", type="MANGA"),
        media(1, "x", format="NOVEL"),
        media(1, "x", title=None),
        media(1, "x", title={"romaji": " \u200b"}),
        media(-1, "x"),
        media(2**31, "x"),
        {**media(1, "x"), "id": "1"},
        {**media(1, "x"), "id": True},
    ],
)
def test_what_is_no_anime_is_nothing(told: object) -> None:
    assert statement_of(told, NOW) is None


def test_a_series_that_was_called_off_before_it_began_is_cancelled() -> None:
    for start in (None, {"year": 2020}, {"year": 2024, "month": 4, "day": 1}):
        (release,) = read(media(1, "x", status="CANCELLED", startDate=start)).releases
        assert release.cancelled


def test_a_series_that_was_broken_off_keeps_what_came() -> None:
    told = metallic_rouge(status="CANCELLED")
    statement = statement_of(told, FIRST + timedelta(days=8))
    assert statement is not None
    assert [each.cancelled for each in statement.releases] == [False, False, *[True] * 11]


def test_a_pause_cancels_nothing() -> None:
    assert not any(each.cancelled for each in read(metallic_rouge(status="HIATUS")).releases)


def test_a_title_of_a_novels_length_is_cut() -> None:
    series = read(media(1, "x" * 5000, synonyms=[f"name {n}" for n in range(60)] + [None, 7, "", "\ud800"])).series
    assert series.titles.romaji is not None
    assert len(series.titles.romaji) == 300
    assert len(series.titles.also) == 60
    assert len(read(media(1, "x", synonyms=[f"{n}" for n in range(5000)])).series.titles.also) == 100


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "https://me:secret@metallicrouge.jp/",
        "https://metallic rouge.jp/",
        "https://metallicrouge.jp\\@evil.example/",
        "https://[",
        "https://localhost/",
        "https://127.0.0.1/",
        "https://x.example/" + "x" * 2048,
        "",
        None,
        7,
    ],
)
def test_an_address_that_is_not_fit_for_a_link_is_left_out(url: object) -> None:
    links = [{"site": "Official Site", "url": url, "type": "INFO"}, {"site": "N", "url": url, "type": "STREAMING"}]
    series = read(media(1, "x", externalLinks=links, coverImage={"large": url}, siteUrl=url)).series
    assert (series.site, series.services, series.picture) == (None, (), None)
    assert series.sources[0].url == "https://anilist.co/anime/1"


def test_an_address_is_kept_with_https_where_its_host_is_known_to_have_it() -> None:
    links = [
        {"site": "Official Site", "url": "http://metallicrouge.jp/(a)", "type": "INFO"},
        {"site": "Crunchyroll", "url": "http://www.crunchyroll.com/x", "type": "STREAMING"},
        {"site": "One", "url": "http://one.example/?a&amp;b", "type": "STREAMING"},
        {"site": "Two", "url": "www.two.example:8080/", "type": "STREAMING"},
        {"site": "Twitter", "url": "https://one.example/1", "type": "SOCIAL"},
    ]
    series = read(media(1, "x", externalLinks=links)).series

    assert series.site == "http://metallicrouge.jp/%28a%29"
    assert [each.url for each in series.services] == [
        "https://www.crunchyroll.com/x",
        "https://one.example/?a&b",
        "https://www.two.example:8080/",
    ]


def test_entities_are_the_characters_they_stand_for_everywhere() -> None:
    told = media(
        1,
        "x",
        title={"romaji": "Rock &amp; Roll", "english": "R&amp;amp;R", "native": "&#20104;&#x544a;"},
        synonyms=["AT&T", "&lt;R&gt;"],
        studios={"edges": [{"isMain": True, "node": {"name": "A&#8209;1 &quot;P&quot;", "isAnimationStudio": True}}]},
        staff=staff(("Director", "M. O&#039;Neill&#8238;")),
        description="A &amp; B &copy 2024 &hellip;",
        externalLinks=[{"site": "A &amp; B", "url": "https://a.example/", "type": "STREAMING"}],
    )
    series = read(told).series

    assert series.titles == Titles("R&R", "Rock & Roll", "予告", ("AT&T", "<R>"))
    assert (series.studio, series.credits[0].name) == ('A\u20111 "P"', "M. O'Neill")
    assert series.story == "A & B &copy 2024 …"
    assert series.services[0].name == "A & B"


@pytest.mark.parametrize(
    ("trailer", "url"),
    [
        ({"site": "youtube", "id": "m7teRMkFdao"}, "https://www.youtube.com/watch?v=m7teRMkFdao"),
        ({"site": "dailymotion", "id": "x8q1abc"}, "https://www.dailymotion.com/video/x8q1abc"),
        ({"site": "youtube", "id": "m7teRMkFdao\n"}, None),
        ({"site": "youtube", "id": "../../evil.x"}, None),
        ({"site": "youtube", "id": "short"}, None),
        ({"site": "dailymotion", "id": "x/../y"}, None),
        ({"site": "vimeo", "id": "12345678901"}, None),
        ({"site": ["youtube"], "id": {}}, None),
        (None, None),
    ],
)
def test_a_trailer_is_one_of_a_known_player(trailer: object, url: str | None) -> None:
    assert [each.url for each in read(media(1, "x", trailer=trailer)).series.trailers] == ([url] if url else [])


def test_the_studio_is_the_one_that_animates() -> None:
    def edge(name: str | None, *, main: object, animates: object) -> Media:
        return {"isMain": main, "node": {"name": name, "isAnimationStudio": animates}}

    def studio(*edges: Media | None) -> str | None:
        return read(media(1, "x", studios={"edges": list(edges)})).series.studio

    aniplex, bones = edge("Aniplex", main=True, animates=False), edge("bones", main=True, animates=True)
    assert studio(aniplex, bones) == "bones"
    assert studio(edge("Helper", main=False, animates=True), bones) == "bones"
    assert studio(aniplex) == "Aniplex"
    assert studio(edge("Helper", main=False, animates=True)) == "Helper"
    assert studio(edge("TV Tokyo", main=False, animates=False)) is None
    assert studio(None, edge(None, main=True, animates=True), bones) == "bones"


def test_a_card_has_room_for_twelve_people_in_the_fields_order() -> None:
    people = [("Music (Insert Song)", "M")] * 2 + [("Art Director", f"A{n}") for n in range(30)]
    people += [
        ("Director", "D"),
        ("director", "D"),
        ("Original Creator (Manga)", "O"),
        ("Theme Song Performance (OP)", "T"),
    ]
    credits_ = read(media(1, "x", staff=staff(*people))).series.credits
    assert [each.name for each in credits_[:4]] == ["O", "D", "M", "A0"]
    assert len(credits_) == 12


def test_adult_is_only_what_is_said_to_be() -> None:
    assert read(media(1, "x", isAdult=True)).series.adult
    assert not read(media(1, "x", isAdult="yes")).series.adult


def test_a_disabled_link_and_a_second_one_are_left_out() -> None:
    def link(url: str, **more: object) -> Media:
        return {"site": "Netflix", "url": url, "type": "STREAMING", **more}

    links = [link("https://a.example/", isDisabled=True), None, link("https://b.example/"), link("https://c.example/")]
    assert read(media(1, "x", externalLinks=links)).series.services == (Service("Netflix", "https://b.example/"),)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


def mangled(value: object) -> st.SearchStrategy[Any]:
    """The value, with anything else in some places of it."""
    inner: st.SearchStrategy[Any]
    if isinstance(value, dict):
        inner = st.fixed_dictionaries({key: mangled(each) for key, each in value.items()})
    elif isinstance(value, list) and value:
        inner = st.lists(st.one_of([mangled(each) for each in value[:3]]), max_size=4)
    else:
        inner = st.just(value) | st.integers(-(2**40), 2**40) | st.text(max_size=10)
    return st.one_of(inner, inner, inner, JSON)


WHOLE = metallic_rouge(upcoming=airing({14: FIRST_BROADCAST}))
KEPT = {name: st.just(WHOLE[name]) for name in ("id", "type", "title")}
FORMATS = st.sampled_from(["TV", "MOVIE", "OVA", "SPECIAL", None, 3])


@given(st.fixed_dictionaries({name: mangled(each) for name, each in WHOLE.items()} | KEPT | {"format": FORMATS}))
def test_whatever_is_sent_gives_a_sound_statement(told: Media) -> None:
    statement = read(told)
    series, (first, *rest) = statement.series, statement.releases
    assert series.titles.all
    assert series.anilist_id is not None
    assert all(len(name) <= 300 for name in series.titles.all)
    assert len(series.story or "") <= 4000
    assert all(service.url and service.url == web_address(service.url) for service in series.services)
    assert first.number in {1, None}
    assert all(each.number and each.number > 1 for each in rest)
    assert all(each.date.precision in {Precision.INSTANT, Precision.DAY} for each in rest)
    assert len({each.number for each in statement.releases}) == len(statement.releases)


@given(JSON | mangled(WHOLE))
def test_any_json_can_be_a_media(told: object) -> None:
    assert statement_of(told, NOW) is None or isinstance(told, dict)


def test_a_connection_may_hold_anything() -> None:
    holes = connection({"role": None, "node": None}, {"role": "Director", "node": {"name": None}})
    series = read(media(1, "x", staff=holes, studios=[], externalLinks={}, airingSchedule={"nodes": [None, 3]})).series
    assert (series.credits, series.studio, series.services) == ((), None, ())


@pytest.mark.parametrize(
    ("upcoming", "is_whole"),
    [
        ({"nodes": []}, True),
        ({"nodes": [{"episode": 3, "airingAt": FIRST_BROADCAST}]}, True),
        ({"nodes": [{"episode": 3, "airingAt": FIRST_BROADCAST}] * UPCOMING_ROWS}, False),
        ({"nodes": [{"episode": 3, "airingAt": None}]}, False),
        ({"nodes": [None]}, False),
        ({"nodes": None}, False),
        ({}, False),
        (None, False),
        ([], False),
    ],
)
def test_a_list_of_what_is_to_come_is_whole_where_all_of_it_can_be_read(upcoming: object, is_whole: bool) -> None:
    assert read(media(1, "x", upcoming=upcoming)).is_whole is is_whole


def test_rows_of_what_is_on_hiatus_count_as_far_as_they_have_come() -> None:
    rows = weekly(FIRST_BROADCAST, 4)
    now = datetime.fromtimestamp(FIRST_BROADCAST + 1.5 * WEEK, UTC)
    said = statement_of(media(1, "x", status="HIATUS", airingSchedule=rows), now)
    assert said is not None
    assert [each.number for each in said.releases] == [1, 2]


def test_relations_are_those_to_other_anime_each_once_and_in_order() -> None:
    sequel = media(2, "Second", title={"english": "Second", "romaji": "Daini"}, startDate={"year": 2026})
    said = read(
        media(
            1,
            "One",
            relations=related(
                ("SEQUEL", sequel),
                ("SIDE_STORY", media(4, "Film", format="MOVIE", status="FINISHED", isAdult=True)),
                ("PREQUEL", media(3, "Before", status="FINISHED")),
                ("SEQUEL", media(1, "One")),
                ("PARENT", sequel),
                ("ADAPTATION", media(5, "Manga", type="MANGA", format="MANGA")),
                ("SEQUEL", media(6, "Manga again", type="MANGA")),
                ("CHARACTER", media(7, "Crossover")),
            ),
        )
    )

    assert said.series.relations == (
        RelatedEntry(3, Relation.PREQUEL, "Before", Format.TV),
        RelatedEntry(2, Relation.SEQUEL, "Second", Format.TV, 2026, is_ahead=True),
        RelatedEntry(4, Relation.SIDE_STORY, "Film", Format.FILM, adult=True),
    )


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (None, None),
        ({"edges": None}, None),
        ("x", None),
        ({"edges": []}, 0),
        ({"edges": [None, 7, {}, {"relationType": "SEQUEL"}, {"relationType": ["SEQUEL"], "node": "x"}]}, 0),
        ({"edges": [{"relationType": "SEQUEL", "node": {"id": "2", "type": "ANIME", "title": {"romaji": "x"}}}]}, 0),
        ({"edges": [{"relationType": "SEQUEL", "node": {"id": 2, "type": "ANIME", "title": {"romaji": "\u200b"}}}]}, 0),
        (related(*(("SEQUEL", media(2 + at, f"Next {at}")) for at in range(60))), MOST_RELATIONS),
        (related(*(("SEQUEL", media(2 + at % 2, "Circle")) for at in range(5000))), 2),
    ],
)
def test_relations_that_make_no_sense_are_left_out(told: object, found: int | None) -> None:
    relations = read(media(1, "One", relations=told)).series.relations
    assert (None if relations is None else len(relations)) == found
