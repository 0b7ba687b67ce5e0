"""What posts say of a release: what comes, where and when."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.model import Series, Service, Titles
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.revisions import Plan, Revision, UpdateKind
from bot.catalogue.updates import Update
from bot.dates.airdate import AirDate
from bot.dates.facts import FactKind
from bot.delivery.model import Delivery, ReleaseSubject, UpdateSubject
from bot.delivery.render.posts import PostContent, post
from bot.delivery.render.updates import update_embed

AT = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
DAY, MOMENT = timedelta(days=1), timedelta(0)
ROUGE = Series(1, "metallic-rouge", Titles(english="Metallic Rouge"), episodes=13)
PREMIERE = Release(1, 1, ReleaseKind.PREMIERE, AirDate.instant(AT), number=1)


def posted(
    release: Release,
    series: Series = ROUGE,
    lead: timedelta = MOMENT,
    *,
    late: bool = False,
    together: tuple[Release, ...] = (),
) -> PostContent:
    about = ReleaseSubject(release, series, together)
    delivery = Delivery(1, 1, 1, 1, None, FactKind.RELEASE, 1, AT, lead, AT - lead, 1, "nonce")
    return post(about, delivery, late=late)


def embed_of(*args: Any, **kwargs: Any) -> discord.Embed:  # noqa: ANN401 - those of `posted`
    made = posted(*args, **kwargs).embed
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("changed", "lead", "late", "title"),
    [
        ({}, DAY, False, "Metallic Rouge: premiere in 1 day"),
        ({"service": "Crunchyroll"}, DAY, False, "Metallic Rouge: premiere on Crunchyroll in 1 day"),
        ({"service": "Crunchyroll"}, DAY, True, "Metallic Rouge: premiere on Crunchyroll coming up"),
        ({"service": "Crunchyroll"}, MOMENT, False, "Metallic Rouge premieres on Crunchyroll now"),
        ({"service": "Crunchyroll"}, MOMENT, True, "Metallic Rouge has premiered on Crunchyroll"),
        (
            {"service": "Netflix", "kind": ReleaseKind.FILM, "date": AirDate.day(date(2024, 1, 10))},
            MOMENT,
            False,
            "Metallic Rouge: the film on Netflix is out today",
        ),
        (
            {"service": "Netflix", "kind": ReleaseKind.FINALE, "number": 13},
            MOMENT,
            False,
            "Metallic Rouge: episode 13 of 13 (the last) on Netflix is out",
        ),
        ({"kind": ReleaseKind.FILM}, DAY, False, "Metallic Rouge: the film opens in 1 day"),
    ],
)
async def test_a_post_says_what_comes_out_on_which_service(
    changed: dict[str, Any], lead: timedelta, late: bool, title: str
) -> None:
    assert embed_of(replace(PREMIERE, **changed), lead=lead, late=late).title == title


@pytest.mark.parametrize("subject", ["release", "change"])
@pytest.mark.parametrize(
    ("picture", "shown"),
    [
        ("https://s4.anilist.co/x.png", "https://s4.anilist.co/x.png"),
        ("javascript:alert(1)", None),
        ("https://me@a.example/x.png", None),
        (None, None),
    ],
)
async def test_a_post_has_the_poster_and_the_colour_of_its_series(
    subject: str, picture: str | None, shown: str | None
) -> None:
    series = replace(ROUGE, picture=picture, colour=0x00AEFF)
    if subject == "release":
        embed = embed_of(PREMIERE, series, DAY)
    else:
        revision = Revision(1, Plan(AirDate.tba()), Plan(PREMIERE.date))
        update = Update(1, 1, UpdateKind.ANNOUNCED, AT, AT, 1, revisions=(revision,))
        made = update_embed(UpdateSubject(update, series, PREMIERE))
        assert made is not None
        embed = made
    assert embed.thumbnail.url == shown
    assert embed.colour == discord.Colour(0x00AEFF)


@pytest.mark.parametrize(
    ("numbers", "kind", "lead", "late", "title"),
    [
        ((1, 2, 3, 4), ReleaseKind.PREMIERE, MOMENT, False, "Metallic Rouge premieres now with episodes 1–4"),
        ((1, 2), ReleaseKind.PREMIERE, MOMENT, True, "Metallic Rouge has premiered with episodes 1–2"),
        ((1, 2), ReleaseKind.PREMIERE, DAY, False, "Metallic Rouge: premiere in 1 day"),
        ((5, 6, 7), ReleaseKind.EPISODE, MOMENT, False, "Metallic Rouge: episodes 5–7 of 13 are out"),
        ((5, 6, 8), ReleaseKind.EPISODE, MOMENT, True, "Metallic Rouge: episodes 5–6 and 8 of 13 are out"),
        ((12, 13), ReleaseKind.EPISODE, MOMENT, False, "Metallic Rouge: episodes 12–13 of 13 (the last) are out"),
        ((12, 13), ReleaseKind.EPISODE, DAY, False, "Metallic Rouge: episodes 12–13 of 13 (the last) in 1 day"),
        ((1, 2), ReleaseKind.HOME_VIDEO, MOMENT, False, "Metallic Rouge: home video 1–2 are out"),
    ],
)
async def test_one_post_tells_of_all_that_comes_at_one_moment(
    numbers: tuple[int, ...], kind: ReleaseKind, lead: timedelta, title: str, *, late: bool
) -> None:
    first, *others = (replace(PREMIERE, id=number, kind=kind, number=number) for number in numbers)
    assert embed_of(first, together=tuple(others), lead=lead, late=late).title == title


async def test_the_regions_of_a_service_are_told_where_they_are_known() -> None:
    with_regions = replace(PREMIERE, service="ABEMA", regions=("TW", "HK"))

    assert (embed_of(with_regions).description or "").endswith("\nIn TW and HK only")
    assert " only" not in (embed_of(replace(with_regions, regions=())).description or "")
    assert " only" not in (embed_of(replace(with_regions, service=None)).description or "")


async def test_the_service_it_comes_out_on_is_named_first_though_it_was_said_to_come_later() -> None:
    late = Service("Netflix", "https://www.netflix.com/1", AirDate.day(date(2025, 2, 27)))
    series = replace(ROUGE, services=(Service("Crunchyroll", None, AirDate.instant(AT)), late))

    (on_netflix, *_) = embed_of(replace(PREMIERE, service="Netflix"), series).fields
    (first_broadcast, *_) = embed_of(PREMIERE, series).fields

    assert on_netflix.value == "[Netflix](https://www.netflix.com/1) and Crunchyroll"
    assert first_broadcast.value == "Crunchyroll"


odd = st.sampled_from(["Crunchyroll", "*" * 300, "@everyone", "[x](https://a.example)", "\u202eabc", "d アニメ", " "])
addresses = st.none() | st.just("https://a.example/" + "x" * 270)


@given(odd, st.lists(odd, max_size=300), st.lists(st.builds(Service, odd, addresses), max_size=30), st.booleans())
async def test_whatever_a_service_is_called_discord_takes_the_post(
    service: str, regions: list[str], services: list[Service], late: bool
) -> None:
    series = replace(ROUGE, titles=Titles(english="*" * 300), services=tuple(services))
    made = embed_of(replace(PREMIERE, service=service, regions=tuple(regions)), series, DAY, late=late)

    assert len(made.title or "") <= 256
    assert len(made.description or "") <= 4096
    assert all(0 < len(field.value or "") <= 1024 for field in made.fields)
    whole = f"{made.title}{made.description}{[field.value for field in made.fields]}"
    assert "@everyone" not in whole
    assert "](https://a.example)" not in whole
    assert "\u202e" not in whole


async def test_a_field_of_one_post_is_no_others() -> None:
    services = (Service("Crunchyroll", "https://crunchyroll.com/a"),)
    series = replace(ROUGE, services=services)
    release = Release(1, 1, ReleaseKind.PREMIERE, AirDate.instant(AT), 1)

    first, second = (embed_of(release, series, late=True) for _ in range(2))

    assert [field.name for field in first.fields].count("Posted late") == 1
    assert first.to_dict() == second.to_dict()
