"""Whatever the catalogue holds, a page of a list is one that Discord takes."""

import re
import zoneinfo
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

import discord
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalogue.card import Card, CardPage
from bot.catalogue.model import Format, Series
from bot.catalogue.releases import Release, SeasonEntry, SeasonQuery, UpcomingRelease
from bot.catalogue.render import airing, browsing
from bot.catalogue.render.browsing import Ahead, SeasonAsked, season_layout, upcoming_layout
from bot.catalogue.render.card import CARD_EPISODES_TEMPLATE, CARD_SELECT_TEMPLATE, CARD_TEMPLATE, card_layout
from bot.catalogue.render.day import DAY_TEMPLATE, DayAsked, day_asked, day_layout
from bot.catalogue.render.series import SERIES_TEMPLATE
from bot.dates.airdate import FIRST_SEASON_YEAR, LAST_SEASON_YEAR, BroadcastSeason, Season
from bot.pages import Page
from bot.ui.components import JUMP_TEMPLATE
from tests.catalogue.render.test_card_limits import NOW, maybe, some_releases, some_series, texts
from tests.examples import examples

T = TypeVar("T")
LARGEST = 8_999_999_999_999_999_999

PAGES = st.tuples(st.integers(0, 5), st.integers(0, 99_999)).map(lambda ends: (min(ends), max(ends)))
ZONES = sorted(name for name in zoneinfo.available_timezones() if "/" in name and not name.startswith("Etc/"))
DAYS = st.dates(date(FIRST_SEASON_YEAR, 1, 1), date(LAST_SEASON_YEAR, 12, 31))
release_or_none = st.none() | some_releases.map(lambda some: some[0] if some else None)


def page(rows: Sequence[T], ends: tuple[int, int]) -> Page[T]:
    return Page(rows, ends[0], ends[1], len(rows))


def require_layout(view: discord.ui.LayoutView, *templates: str) -> None:
    """What Discord asks of a page: components, text, custom_ids."""
    parts = [*view.walk_children()]
    assert len(parts) <= 40
    texts = [part.content for part in parts if isinstance(part, discord.ui.TextDisplay)]
    assert all(text.strip() for text in texts)
    assert sum(map(len, texts)) <= 4000
    assert "".join(texts).encode()
    buttons = [part for part in parts if isinstance(part, discord.ui.Button) and part.url is None]
    selects: list[discord.ui.Select[Any]] = [part for part in parts if isinstance(part, discord.ui.Select)]
    ids = [*(str(each.custom_id) for each in buttons), *(each.custom_id for each in selects)]
    assert len(set(ids)) == len(ids)
    answered = [*templates, *(JUMP_TEMPLATE.format(template=template) for template in templates)]
    for button in buttons:
        assert 0 < len((button.label or "").strip()) <= 80
        assert len(str(button.custom_id)) <= 100
        assert button.disabled or any(re.fullmatch(template, str(button.custom_id)) for template in answered)
    for select in selects:
        assert len(select.custom_id) <= 100
        assert any(re.fullmatch(template, select.custom_id) for template in answered)
        assert 0 < len(select.placeholder or "") <= 150
        assert 1 <= len(select.options) <= 25


def require_its_own_days(view: discord.ui.LayoutView, on: DayAsked) -> None:
    """The days beside are asked for as this one was."""
    buttons = [part for part in view.walk_children() if isinstance(part, discord.ui.Button) and not part.disabled]
    ids = [str(button.custom_id) for button in buttons]
    for asked in filter(None, map(day_asked, filter(None, (re.fullmatch(DAY_TEMPLATE, each) for each in ids)))):
        assert abs((asked.on - on.on).days) <= 1
        assert (asked.zone, asked.watchlist) == (on.zone, on.watchlist)
        assert (on.service or "").startswith(asked.service or "")


def numbered(series: list[Series]) -> list[Series]:
    return [replace(one, id=at) for at, one in enumerate(series, 1)]


@settings(max_examples=examples(15, 200), deadline=None)
@given(
    st.lists(some_series, max_size=browsing.SEASON_PAGE_SIZE),
    st.lists(release_or_none, min_size=16, max_size=16),
    st.builds(
        SeasonAsked,
        st.builds(
            SeasonQuery,
            st.builds(BroadcastSeason, st.integers(FIRST_SEASON_YEAR, LAST_SEASON_YEAR), st.sampled_from(Season)),
            st.none() | st.sampled_from(Format),
            maybe | st.just("{page}{}"),
        ),
        st.booleans(),
    ),
    PAGES,
)
async def test_a_season_is_taken(
    series: list[Series], releases: list[Release | None], asked: SeasonAsked, ends: tuple[int, int]
) -> None:
    rows = [SeasonEntry(one, releases[2 * at], releases[2 * at + 1]) for at, one in enumerate(numbered(series))]

    view = season_layout(asked, page(rows, ends), reader_in={"JP"})

    require_layout(view, browsing.SEASON_TEMPLATE, SERIES_TEMPLATE)


@settings(max_examples=examples(15, 200), deadline=None)
@given(
    st.lists(st.tuples(some_series, some_releases), max_size=browsing.BROWSE_PAGE_SIZE),
    st.builds(Ahead, st.integers(1, 60), maybe | st.just("{page}{}"), st.booleans()),
    st.builds(DayAsked, DAYS, st.sampled_from(ZONES), maybe | st.just("{page}{}"), st.booleans()),
    PAGES,
)
async def test_what_comes_next_and_what_comes_on_one_day_is_taken(
    found: list[tuple[Series, list[Release]]], asked: Ahead, on: DayAsked, ends: tuple[int, int]
) -> None:
    dated = [(series, [one for one in some if one.date.anchor]) for series, some in found]
    rows = [
        UpcomingRelease(replace(series, id=at % 3), some[0], some[-1])
        for at, (series, some) in enumerate(dated)
        if some
    ]

    view = upcoming_layout(asked, page(rows, ends), today=on)

    require_layout(view, browsing.UPCOMING_TEMPLATE, SERIES_TEMPLATE, DAY_TEMPLATE)

    a_day = day_layout(on, page(rows, ends), NOW, reader_in={"JP"})

    require_layout(a_day, SERIES_TEMPLATE, DAY_TEMPLATE)
    require_its_own_days(a_day, on)


@settings(max_examples=examples(15, 200), deadline=None)
@given(
    some_series,
    st.lists(some_releases, max_size=airing.EPISODES_PAGE_SIZE),
    st.sampled_from([1, 10**9]),
    PAGES,
)
async def test_a_page_of_episodes_is_taken(
    series: Series, some: list[list[Release]], first: int, ends: tuple[int, int]
) -> None:
    rows = {str(first + at): releases for at, releases in enumerate(some)}
    card = Card(series, [each for row in some for each in row], (), NOW, reader_in={"JP"})

    view = card_layout(card, CardPage.EPISODES, asked_by=LARGEST, listed=(rows, page(list(rows), ends)))

    require_layout(view, CARD_EPISODES_TEMPLATE, CARD_SELECT_TEMPLATE, CARD_TEMPLATE)


@given(texts, st.lists(texts, max_size=30))
def test_what_names_nothing_is_answered_shortly(typed: str, services: list[str]) -> None:
    assert len(browsing.no_such_service(typed, services)) <= 1000
    assert len(browsing.no_such_season(typed)) <= 500
