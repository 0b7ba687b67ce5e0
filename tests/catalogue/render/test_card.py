"""A series' card: what stands on which page, how long it gets, and what Discord takes."""

import textwrap
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import discord
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalogue.card import Card, CardPage, Dispute, Relative, franchise_of, relatives, stems_of
from bot.catalogue.franchises import Member
from bot.catalogue.model import (
    Credit,
    Format,
    Origin,
    RelatedEntry,
    Relation,
    Series,
    Service,
    Source,
    Titles,
    Trailer,
)
from bot.catalogue.records import Correction, DateChange
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.render.card import (
    CARD_ENTRY_TEMPLATE,
    CARD_EPISODES_TEMPLATE,
    CARD_SELECT_TEMPLATE,
    CARD_TEMPLATE,
    SHORT_STORY_LENGTH,
    card_layout,
    pages_of,
    status_lines,
)
from bot.catalogue.render.series import TRAILER_TEMPLATE
from bot.dates.airdate import AirDate, Season
from bot.pages import Page
from bot.ui import components
from tests.catalogue.render.test_browsing_limits import LARGEST, require_layout
from tests.catalogue.render.test_card_limits import some_releases, some_series
from tests.examples import examples

NOW = datetime(2024, 1, 3, tzinfo=UTC)
AT = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
STORY = "Rouge hunts the Immortal Nine on Mars. Naomi, her investigator, knows more than she tells. " * 12
NETFLIX = "https://www.netflix.com/x"
ROUGE = Series(
    7,
    "metallic-rouge",
    Titles("Metallic Rouge", None, "メタリックルージュ", ("Metal Rouge",)),
    episodes=13,
    story=STORY,
    studio="Bones",
    anilist_id=162985,
    myanimelist_id=54794,
    site="https://metallicrouge.jp/",
    credits=(Credit("Director", "Motonobu Hori"), Credit("Music", "Taisei Iwasaki")),
    services=(
        Service("Crunchyroll", "https://www.crunchyroll.com/series/x", regions=("US", "DE")),
        Service("Bilibili", "https://www.bilibili.com/x", regions=("CN",)),
        Service("Netflix", NETFLIX),
    ),
    trailers=(Trailer("Teaser", "https://www.youtube.com/watch?v=m7teRMkFdao", "with jazz"), Trailer("Lost PV")),
    sources=(Source("AniList", "https://anilist.co/anime/162985"),),
    picture="https://s4.anilist.co/x.png",
    year=2024,
    season=Season.WINTER,
    colour=0xE4355D,
    genres=("Action", "Sci-Fi"),
    score=69,
)


def weekly(count: int, service: str | None = None, late: timedelta = timedelta(0), **more: Any) -> list[Release]:  # noqa: ANN401
    kinds = [ReleaseKind.PREMIERE, *[ReleaseKind.EPISODE] * (count - 2), ReleaseKind.FINALE]
    first = 1 if service is None else 101
    return [
        Release(first + at, 7, kind, AirDate.instant(AT + timedelta(weeks=at) + late), at + 1, service, **more)
        for at, kind in enumerate(kinds)
    ]


def card(series: Series = ROUGE, releases: Sequence[Release] = (), now: datetime = NOW, **more: Any) -> Card:  # noqa: ANN401
    return Card(series, releases, more.pop("changes", ()), now, **more)


def parts(shown: Card, page: CardPage = CardPage.OVERVIEW, **more: Any) -> list[discord.ui.Item[Any]]:  # noqa: ANN401
    return [*card_layout(shown, page, asked_by=5, **more).walk_children()]


def text(shown: Card, page: CardPage = CardPage.OVERVIEW, **more: Any) -> str:  # noqa: ANN401 - as above
    return "\n".join(part.content for part in parts(shown, page, **more) if isinstance(part, discord.ui.TextDisplay))


PHONE = 36
"""So many signs stand on a line of a phone."""


def lines_of_phone(shown: str) -> int:
    seen = (line.lstrip("#- ").replace("**", "") for line in shown.splitlines())
    return sum(max(1, len(textwrap.wrap(line.split("](")[0], PHONE))) for line in seen)


async def test_the_first_page_is_read_at_a_glance() -> None:
    shown = card(releases=weekly(13), now=AT + timedelta(days=22), reader_in=("US",))

    assert text(shown).splitlines() == [
        "## Metallic Rouge",
        "**メタリックルージュ**",
        "TV series · 13 episodes · Bones · Winter 2024",
        "Action · Sci-Fi · ★ 69 %",
        "**Airing** · Episode 5 of 13",
        "<t:1707323100:F> · <t:1707323100:R>",
        f"**Streams on** [Crunchyroll](https://www.crunchyroll.com/series/x) · [Netflix]({NETFLIX}) · 1 more",
        f"{STORY[:181]} …",
        "-# Facts from [AniList](https://anilist.co/anime/162985)",
    ]
    assert lines_of_phone(text(shown)) <= 15
    (container,) = card_layout(shown, asked_by=5).children
    assert isinstance(container, discord.ui.Container)
    assert container.accent_colour == 0xE4355D
    (poster,) = [part for part in parts(shown) if isinstance(part, discord.ui.Thumbnail)]
    assert (poster.media.url, poster.description) == ("https://s4.anilist.co/x.png", "Metallic Rouge")


async def test_what_nobody_knows_has_no_line_and_no_page() -> None:
    bare = card(Series(1, "bare", Titles(native="裸")))

    assert text(bare) == "## 裸\nTV series"
    assert pages_of(bare) == [CardPage.OVERVIEW]
    (container,) = [part for part in parts(bare) if isinstance(part, discord.ui.Container)]
    assert container.accent_colour == components.SERIES_COLOUR
    assert not [part for part in parts(bare) if isinstance(part, discord.ui.Select | discord.ui.ActionRow)]


@pytest.mark.parametrize("picture", ["https://me@example.com/x.jpg", "javascript:alert(1)", "https://[", "", None])
async def test_a_poster_without_an_address_is_left_out(picture: str | None) -> None:
    shown = card(replace(ROUGE, picture=picture))
    assert not [part for part in parts(shown) if isinstance(part, discord.ui.Thumbnail)]


async def test_before_it_begins_the_premiere_stands_once_and_with_its_history() -> None:
    month = DateChange(1, NOW, "test", AirDate.month(2024, 1), AirDate.instant(AT))
    shown = text(card(releases=weekly(13), changes=(month,)))

    assert shown.count("Premiere") == 1
    assert "**Not out yet** · Premiere\n<t:1704903900:F> · <t:1704903900:R>" in shown
    assert "-# First announced as January 2024" in shown
    dates = text(card(releases=weekly(13), changes=(month,)), CardPage.EPISODES)
    assert "-# In Tokyo: 11 January 2024, 01:25 (listed as 10 January, 25:25)" in dates
    assert "**Episodes**: Weekly until <t:1712161500:D>" in dates
    later = card(releases=weekly(13), now=AT + timedelta(days=22), changes=(month,))
    assert "Premiere" not in text(later)
    assert "**Premiere**: <t:1704903900:F>" in text(later, CardPage.EPISODES)


def premiere(when: AirDate, **more: Any) -> Release:  # noqa: ANN401
    return Release(1, 7, ReleaseKind.PREMIERE, when, 1, **more)


@pytest.mark.parametrize(
    ("releases", "after", "told"),
    [
        ([premiere(AirDate.tba())], 0, ["**Announced** · Premiere: to be announced"]),
        (
            [premiere(AirDate.month(2024, 2))],
            0,
            ["**Not out yet** · Premiere", "February 2024", "-# Episodes: expected weekly, 13 episodes"],
        ),
        ([premiere(AirDate.month(2024, 1), cancelled=True)], 0, ["**Cancelled** · it was due January 2024"]),
        ([premiere(AirDate.tba(), cancelled=True)], 0, ["**Cancelled**"]),
        (weekly(13), 200, ["**Finished** · The last of 13 episodes aired <t:1712161500:R>"]),
        (
            weekly(13)[:5],
            200,
            ["**Latest episode** · Episode 5 of 13 aired <t:1707323100:R>; the next one has no date yet"],
        ),
        (
            [Release(1, 7, ReleaseKind.FILM, AirDate.day(date(2024, 1, 12)))],
            20,
            ["**Out** · In cinemas: 12 January 2024"],
        ),
        (
            [*weekly(13)[:2], Release(3, 7, ReleaseKind.EPISODE, AirDate.tba(), 3)],
            20,
            ["**On a break** · **Episode 3 of 13**\nNo date now."],
        ),
        ([], 0, []),
    ],
)
def test_how_it_stands_is_one_line_where_nothing_is_dated(releases: list[Release], after: int, told: list[str]) -> None:
    assert status_lines(card(releases=releases, now=NOW + timedelta(days=after))) == told


def test_the_reader_sees_their_own_service_beside_the_first_broadcast() -> None:
    now = AT + timedelta(days=22)
    theirs = weekly(13, "Crunchyroll", timedelta(hours=1), regions=("US",))
    others = weekly(13, "Bilibili", timedelta(minutes=30), regions=("CN",))
    shown = card(releases=[*weekly(13), *theirs, *others], now=now, reader_in=("US",))

    assert status_lines(shown)[-1] == "-# Crunchyroll: <t:1707326700:f> · <t:1707326700:R>"
    nobodys = replace(shown, reader_in=())
    assert "Crunchyroll" not in "\n".join(status_lines(nobodys))
    assert "Bilibili" in text(shown, CardPage.STREAMING)


async def test_services_of_other_regions_stand_on_their_page_with_the_regions() -> None:
    assert "Bilibili" not in text(card(reader_in=("US",)))
    assert "[Bilibili](https://www.bilibili.com/x) · CN only" in text(card(reader_in=("US",)), CardPage.STREAMING)
    far = card(replace(ROUGE, services=(Service("Bilibili", None, regions=("CN",)),)), reader_in=("US",))
    assert "-# Streams in other regions: see **Streaming**" in text(far)


async def test_all_that_is_known_is_a_press_away() -> None:
    shown = card(
        releases=weekly(13),
        corrections=(Correction("story", "x", 9, NOW, 3),),
        disputed=(Dispute(weekly(13)[0], ((Origin.BANGUMI, AirDate.month(2024, 2)),)),),
        confirmed={Origin.ANILIST: NOW},
        away_since=NOW - timedelta(days=2),
    )
    listed = ({str(each.number): [each] for each in weekly(13)[:12]}, Page(list("x"), 0, 1, 13))

    assert pages_of(shown) == [page for page in CardPage if page is not CardPage.RELATED]
    assert "-# AniList hasn't answered since" in text(shown)
    assert "-# Sources differ on 1 date: see **Sources**" in text(shown)
    assert text(shown, CardPage.STORY).removeprefix("## Metallic Rouge: story\n") == STORY.strip()
    assert "**12** · " in text(shown, CardPage.EPISODES, listed=listed)
    assert "**Music** · Taisei Iwasaki" in text(shown, CardPage.STAFF)
    assert "[Teaser](https://www.youtube.com/watch?v=m7teRMkFdao)\n-# with jazz" in text(shown, CardPage.TRAILERS)
    assert "Lost PV" not in text(shown, CardPage.TRAILERS)
    seen = Trailer("予告編第2弾", "https://x.example/2", seen_at=datetime(2026, 5, 3, tzinfo=UTC))
    both = card(replace(ROUGE, trailers=(*ROUGE.trailers, seen)))
    assert "[Trailer 2 · 予告編第2弾](https://x.example/2)\n-# seen <t:1777766400:D>" in text(both, CardPage.TRAILERS)
    sources = text(shown, CardPage.SOURCES)
    assert "**Also called**: Metal Rouge" in sources
    assert "**Corrected by this server's moderators**: story (since 3 January 2024) · `/catalogue history`" in sources
    assert "bangumi-data says February 2024" in sources


async def test_a_page_that_is_empty_by_now_is_the_first_one() -> None:
    assert text(card(replace(ROUGE, trailers=())), CardPage.TRAILERS).startswith("## Metallic Rouge\n")


def member(series_id: int, season: int | None, part: int | None = None, kind: Format = Format.TV) -> Member:
    return Member(7, series_id, 1, season, part, kind.value, 2000 + series_id, 0)


def entry(anilist_id: int, relation: Relation, format_: Format = Format.TV, year: int | None = None) -> RelatedEntry:
    return RelatedEntry(anilist_id, relation, f"Rouge {anilist_id}", format_, year)


def test_a_franchise_is_told_by_season_part_and_format() -> None:
    second = Series(7, "x", Titles("Mushoku Tensei Season 2", None, "無職転生Ⅱ"))
    members = [
        *(member(7, 2), member(7, 2), member(7, None)),
        *(member(1, None), member(2, 2, 2), member(2, 2, 2), member(3, 3)),
        *(member(4, None, None, Format.FILM), member(5, 2, None, Format.OVA), member(6, 2)),
    ]

    assert stems_of(second) == {"mushoku tensei", "無職転生"}
    assert franchise_of(second, members) == [
        Relative(1, Relation.PREQUEL),
        Relative(2, Relation.SEQUEL, 2, 2),
        Relative(3, Relation.SEQUEL, 3),
        Relative(4, Relation.FILM),
        Relative(5, Relation.SPECIAL, 2),
        Relative(6, Relation.SAME_TITLE, 2),
    ]
    film = replace(second, format=Format.FILM)
    assert franchise_of(film, [member(1, None)]) == [Relative(1, Relation.SERIES)]


def test_what_anilist_says_comes_before_the_franchise_and_nothing_stands_twice() -> None:
    second = Series(7, "x", Titles("Mushoku Tensei Season 2", None, "無職転生Ⅱ"))
    first, later = entry(10, Relation.PREQUEL), entry(30, Relation.SEQUEL, year=2026)
    film, side = entry(40, Relation.SIDE_STORY, Format.FILM), entry(50, Relation.SIDE_STORY, year=2021)
    members = [member(7, 2), member(1, None), member(3, 3), member(6, 2, None, Format.OVA)]

    assert relatives(second, members, {side: None, film: 4, later: None, first: 1}) == [
        Relative(1, Relation.PREQUEL, entry=first),
        Relative(None, Relation.SEQUEL, entry=later),
        Relative(4, Relation.FILM, entry=film),
        Relative(None, Relation.SIDE_STORY, entry=side),
        Relative(3, Relation.SEQUEL, 3),
        Relative(6, Relation.SPECIAL, 2),
    ]
    circle = {entry(number, Relation.SEQUEL): None for number in range(1, 61)}
    assert len(relatives(second, members, circle)) == 63


async def test_relatives_are_told_with_a_button_each_and_how_many_more_there_are() -> None:
    kin = [Relative(number, Relation.SEQUEL, number, 2) for number in range(1, 61)]
    found = {number: Series(number, "x", Titles(f"Rouge {number}"), year=2025) for number in range(1, 61)}
    shown = card(relatives=kin)

    assert "**Sequel** · Rouge 1\n-# TV series · 2025 · season 1, part 2" in text(
        shown, CardPage.RELATED, related=found
    )
    assert text(shown, CardPage.RELATED, related=found).endswith("-# and 52 more")
    buttons = [part for part in parts(shown, CardPage.RELATED, related=found) if isinstance(part, discord.ui.Button)]
    assert [button.custom_id for button in buttons][:2] == ["card:open:1:5", "card:open:2:5"]


async def test_a_relative_that_the_catalogue_lacks_is_named_and_can_be_opened() -> None:
    film = entry(30, Relation.SUMMARY, Format.FILM, 2026)
    shown = card(relatives=[Relative(None, film.relation, entry=replace(film, title="*Rouge*", adult=True))])

    assert "**Summary** · \\*Rouge\\*\n-# Film · 2026 · 18+" in text(shown, CardPage.RELATED, related={})
    opens, *_ = [part for part in parts(shown, CardPage.RELATED, related={}) if isinstance(part, discord.ui.Button)]
    assert opens.custom_id == "card:entry:30:5"


@settings(max_examples=examples(15, 200), deadline=None)
@given(some_series, some_releases, st.lists(some_series, max_size=3), st.sampled_from(CardPage), st.booleans())
async def test_whatever_is_known_of_a_series_each_page_of_its_card_is_taken(
    series: Series, releases: list[Release], kin: list[Series], page: CardPage, is_later: bool
) -> None:
    longest = RelatedEntry(2**31 - 1, Relation.ALTERNATIVE, "*" * 300, Format.SPECIAL, 2099, adult=True)
    shown = Card(
        replace(series, id=LARGEST),
        releases,
        [DateChange(each.id, NOW, "x", AirDate.month(2023, 1), each.date) for each in releases],
        NOW + timedelta(days=2) if is_later else NOW,
        reader_in={"JP"},
        away_since=NOW,
        corrections=[Correction("story", "x", 1, NOW, 1)] * 99,
        disputed=[Dispute(each, ((Origin.BANGUMI, each.date), (Origin.ANILIST, each.date))) for each in releases],
        confirmed=dict.fromkeys(Origin, NOW),
        relatives=[
            Relative(number if number % 3 else None, Relation.SEQUEL, number, number, longest)
            for number in range(1, 61)
        ],
    )
    related = {number: replace((kin or [series])[0], id=number) for number in range(1, 61)}
    rows = {f"{at}": releases for at in range(12)}
    listed = (rows, Page(list(rows), 3, 99_999, 12))

    view = card_layout(shown, page, asked_by=LARGEST, listed=listed, related=related)

    templates = (CARD_EPISODES_TEMPLATE, CARD_SELECT_TEMPLATE, CARD_TEMPLATE, CARD_ENTRY_TEMPLATE, TRAILER_TEMPLATE)
    require_layout(view, *templates)
    if page is CardPage.OVERVIEW:
        told = "\n".join(part.content for part in view.walk_children() if isinstance(part, discord.ui.TextDisplay))
        assert lines_of_phone(told) <= 30


def test_a_story_that_is_short_has_no_page_of_its_own() -> None:
    short = replace(ROUGE, story="Rouge hunts. " * 9)
    assert len(short.story or "") < SHORT_STORY_LENGTH
    assert CardPage.STORY not in pages_of(card(short))
