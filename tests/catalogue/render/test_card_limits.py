"""Whatever the catalogue holds, a card is one that Discord takes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import discord
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalogue.model import Credit, Series, Service, Source, Titles, Trailer
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.render.lists import further_trailers, no_trailer, trailer_places
from bot.catalogue.render.preview_card import preview_card, series_links
from bot.catalogue.render.series import choice_name, picks, which_one
from bot.conventions.model import Edition, News
from bot.conventions.render.editions import edition_card, edition_links
from bot.dates.airdate import AirDate, Season
from bot.subscriptions.render.watchlist import not_here_text
from sandbox.rules.values import is_web_address
from tests.examples import examples

NOW = datetime(2024, 1, 3, tzinfo=UTC)

odd = st.sampled_from(
    [
        "",
        " ",
        "\u200b",
        "\u200d",
        "*",
        "[x](https://a.example)",
        "@everyone",
        "\u202eabc",
        "メ",
        "👩‍👩‍👧‍👦",
        "\ud800",
        "\0",
        "a\nb",
    ]
)
texts = st.builds(lambda sign, times: sign * times, odd, st.sampled_from([1, 60, 300, 1200]))
maybe = st.none() | texts
urls = maybe | st.sampled_from(
    ["https://a.example/x", "javascript:alert(1)", "https://[", "https://a.example/" + "x" * 600, "https://nodots/x y"]
)
dates = st.sampled_from(
    [
        AirDate.tba(),
        AirDate.year(2024),
        AirDate.season(2024, Season.WINTER),
        AirDate.month(2024, 1),
        AirDate.day(date(2024, 1, 10)),
        AirDate.instant(NOW),
    ]
)
some_series = st.builds(
    Series,
    id=st.just(1),
    slug=st.just("slug"),
    titles=st.builds(Titles, maybe, maybe, maybe, st.lists(texts, max_size=1).map(lambda some: tuple(some) * 60)),
    episodes=st.none() | st.integers(0, 10**6),
    story=maybe,
    studio=maybe,
    anilist_id=st.none() | st.integers(1, 2**31),
    site=urls,
    credits=st.lists(st.builds(Credit, texts, texts, maybe), max_size=3).map(lambda some: (*some,) * 14),
    services=st.lists(st.builds(Service, texts, urls, st.none() | dates), max_size=2).map(
        lambda some: tuple(some) * 10
    ),
    trailers=st.lists(st.builds(Trailer, texts, urls, maybe), max_size=3).map(lambda some: (*some,) * 10),
    sources=st.lists(st.builds(Source, texts | st.just("AniList"), urls), max_size=10).map(tuple),
    adult=st.booleans(),
    popularity=st.none() | st.integers(0, 10**7),
    picture=urls,
    year=st.none() | st.integers(1900, 9999),
    season=st.none() | st.sampled_from(Season),
    colour=st.none() | st.integers(0, 0xFFFFFF),
    genres=st.lists(texts, max_size=1).map(lambda some: tuple(some) * 20),
    score=st.none() | st.integers(1, 100),
)
kinds = st.sampled_from(ReleaseKind)
some_releases = st.lists(
    st.builds(
        Release,
        st.integers(1, 99),
        st.just(1),
        kinds,
        dates,
        st.none() | st.integers(1, 3),
        st.none() | texts,
        cancelled=st.booleans(),
        regions=st.sampled_from([(), ("JP",)]),
    ),
    max_size=12,
)


def require_taken(card: discord.Embed) -> None:
    """What Discord asks of an embed."""
    assert card.title is None or 0 < len(card.title) <= 256
    assert len(card.description or "") <= 4096
    assert card.url is None or is_web_address(card.url)
    assert len(card.fields) <= 25
    for field in card.fields:
        assert 0 < len((field.name or "").strip()) <= 256
        assert 0 < len((field.value or "").strip()) <= 1024, field.name
    assert len(card) <= 6000
    str(card.to_dict()).encode()


def require_buttons(view: discord.ui.View, most: int = 25) -> None:
    """What Discord asks of buttons."""
    assert len(view.children) <= most
    for item in view.children:
        button: Any = item
        assert 0 < len(button.label.strip()) <= 80
        assert button.url is None or (is_web_address(button.url) and len(button.url) <= 512)
        assert button.custom_id is None or len(button.custom_id) <= 100


@settings(max_examples=examples(15, 200), deadline=None)
@given(some_series, some_releases)
async def test_whatever_is_known_of_a_series_its_answers_are_taken(series: Series, releases: list[Release]) -> None:
    later = NOW + timedelta(days=2)
    require_taken(preview_card(series, releases, (), NOW))
    require_taken(preview_card(series, releases, (), later))
    for view in (series_links(series), further_trailers(series), trailer_places(series)):
        require_buttons(view)
    assert 0 < len(not_here_text(series)) <= 2000
    require_buttons(picks("series:pick:{series_id}", [series] * 5), 5)
    assert len(no_trailer(series)) <= 2000
    assert 0 < len(choice_name(series)) <= 100


@given(texts, some_series)
def test_whatever_is_typed_the_answer_is_short(typed: str, series: Series) -> None:
    for near in ([], [series]):
        for several in (True, False):
            assert 0 < len(which_one(typed, near, several=several)) <= 500


@given(
    st.builds(
        Edition,
        id=st.just(1),
        slug=st.just("expo"),
        convention=texts,
        name=texts,
        first_day=st.just(date(2023, 12, 30)),
        last_day=st.just(date(2024, 1, 2)),
        zone=st.just("Asia/Tokyo"),
        city=texts,
        country=st.just("JP"),
        venue=maybe,
        site=urls,
        source=urls,
    ),
    st.lists(
        st.builds(News, st.just(1), st.just(1), texts, dates, maybe, urls, st.lists(texts).map(tuple), maybe, urls),
        max_size=10,
    ),
)
async def test_whatever_is_known_of_an_edition_its_card_is_taken(edition: Edition, news: list[News]) -> None:
    require_taken(edition_card(replace(edition, name=edition.name or "Expo"), news, NOW))
    require_buttons(edition_links(edition, [(1, edition.name)] * 9))


def test_forty_credits_of_one_role_are_told_with_how_many_more_there_are() -> None:
    crowd = Series(
        1,
        "one",
        Titles("One"),
        credits=tuple(Credit("Animation", f"A person whose name is {each}") for each in range(40)),
    )
    (credits_,) = [field.value for field in preview_card(crowd, (), (), NOW).fields if field.name == "Credits"]

    assert credits_ is not None
    assert credits_.startswith("**Animation** · A person whose name is 0, ")
    assert credits_.endswith(" more")
