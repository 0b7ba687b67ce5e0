"""What the card tells of what comes next, and where else."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.catalogue.model import Series, Service, Titles
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.render.airing import next_field
from bot.catalogue.render.preview_card import preview_card
from bot.catalogue.services import likely_regions
from bot.dates.airdate import AirDate

NOW = datetime(2024, 2, 1, tzinfo=UTC)
DAY = timedelta(days=1)
SERIES = Series(1, "one", Titles("One"), episodes=13)


def release(
    days: float,
    *,
    number: int | None = None,
    service: str | None = None,
    kind: ReleaseKind = ReleaseKind.EPISODE,
    regions: tuple[str, ...] = (),
    cancelled: bool = False,
) -> Release:
    at = AirDate.instant(NOW + days * DAY)
    return Release(0, 1, kind, at, number=number, service=service, regions=regions, cancelled=cancelled)


def stamp(days: float, style: str = "f") -> str:
    return f"<t:{int((NOW + days * DAY).timestamp())}:{style}>"


def test_what_comes_at_one_moment_is_named_as_one() -> None:
    together = [release(1, number=number) for number in (4, 5, 6)] + [release(8, number=7)]
    assert (next_field([replace(each, id=each.number or 0) for each in together], 13, NOW) or "").startswith(
        "**Episodes 4–6**\n"
    )


def test_nothing_ahead_is_not_spoken_of() -> None:
    assert next_field([release(-1, number=3)], 13, NOW) is None
    assert next_field([release(1, number=4, cancelled=True)], 13, NOW) is None
    assert next_field([], None, NOW) is None


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (release(1, number=5), "**Episode 5 of 13**"),
        (release(1, number=13, kind=ReleaseKind.FINALE), "**Finale: episode 13**"),
        (release(1, number=1, kind=ReleaseKind.PREMIERE), "**Premiere**"),
        (release(1, kind=ReleaseKind.FILM), "**Film**"),
        (release(1, number=14), "**Episode 14**"),
        (release(1), "**New episode**"),
        (release(1, number=5, service="Netflix"), "**Episode 5 of 13** on Netflix"),
        (release(1, kind=ReleaseKind.DUB, service="*Net*"), r"**Dub** on \*Net\*"),
        (release(1, kind=ReleaseKind.HOME_VIDEO), "**Home video**"),
    ],
)
def test_what_comes_next_is_named(one: Release, said: str) -> None:
    assert next_field([one], 13, NOW) == f"{said}\n{stamp(1, 'F')} · {stamp(1, 'R')}"


def test_services_stand_beside_the_first_broadcast_and_name_what_differs() -> None:
    told = next_field(
        [
            release(2, number=5),
            release(2.1, number=5, service="Netflix"),
            release(1, number=4, service="Crunchyroll"),
            release(8, number=5, service="Crunchyroll"),
        ],
        13,
        NOW,
    )

    assert told is not None
    assert told.splitlines() == [
        "**Episode 5 of 13**",
        f"{stamp(2, 'F')} · {stamp(2, 'R')}",
        f"-# Crunchyroll: episode 4, {stamp(1)}",
        f"-# Netflix: {stamp(2.1)}",
    ]


def test_a_service_far_ahead_of_the_broadcast_comes_first() -> None:
    told = next_field([release(300, kind=ReleaseKind.HOME_VIDEO), release(1, number=9, service="Viu")], 13, NOW)

    assert told is not None
    assert told.startswith("**Episode 9 of 13** on Viu\n")
    assert told.endswith(f"-# First broadcast: home video, {stamp(300)}")


MANY = [
    release(1, number=5),
    *(
        release(2 + at / 10, number=5, service=name, regions=regions)
        for at, (name, regions) in enumerate(
            [
                ("哔哩哔哩", ("CN",)),
                ("dアニメストア", ("JP",)),
                ("動畫瘋", ("TW",)),
                ("Crunchyroll", ()),
                ("Netflix", ()),
                ("ABEMA", ("JP",)),
                ("Viu", ("HK",)),
            ]
        )
    ),
]


@pytest.mark.parametrize(
    ("locale", "first"),
    [
        ("en-US", ["Crunchyroll", "Netflix", "哔哩哔哩"]),
        ("ja", ["dアニメストア", "ABEMA", "Crunchyroll"]),
        ("zh-CN", ["哔哩哔哩", "Crunchyroll", "Netflix"]),
        ("tlh", ["Crunchyroll", "Netflix", "哔哩哔哩"]),
    ],
)
def test_the_readers_likely_services_come_first_and_no_more_than_five(locale: str, first: list[str]) -> None:
    told = next_field(MANY, 13, NOW, reader_in=likely_regions(locale))

    assert told is not None
    lines = told.splitlines()[2:]
    assert [line.removeprefix("-# ").split(":")[0] for line in lines[:3]] == first
    assert len(lines) == 6
    assert lines[-1] == "… and 2 more"


def card_fields(series: Series, *releases: Release) -> dict[str, str]:
    return {str(field.name): str(field.value) for field in preview_card(series, releases, (), NOW).fields}


def test_where_it_streams_tells_since_when_by_its_releases() -> None:
    series = Series(1, "one", Titles("One"), services=(Service("Crunchyroll", "https://example.com/1"),))
    begun = [
        release(-9, number=1, kind=ReleaseKind.PREMIERE),
        release(-8, number=1, kind=ReleaseKind.PREMIERE, service="Crunchyroll"),
        release(3, number=1, kind=ReleaseKind.PREMIERE, service="Netflix"),
    ]

    fields = card_fields(series, *begun)

    assert fields["Streams on"].splitlines() == [
        f"[Crunchyroll](https://example.com/1) · since {stamp(-8, 'D')}",
        f"Netflix · from {stamp(3, 'F')} · {stamp(3, 'R')}",
    ]
    assert stamp(-9, "F") in fields["Premiere"]


@pytest.mark.parametrize(
    ("releases", "status"),
    [
        ([release(1, number=1, kind=ReleaseKind.PREMIERE)], "Not out yet"),
        ([release(-1, number=1, kind=ReleaseKind.PREMIERE), release(6, number=2)], "Airing"),
        ([release(-9, number=12), release(-2, number=13, kind=ReleaseKind.FINALE)], "Finished"),
        ([release(-2, number=13)], "Finished"),
        ([release(-2, number=12)], None),
        ([release(-2, kind=ReleaseKind.FILM)], "Out"),
        ([release(1, number=1, kind=ReleaseKind.PREMIERE, cancelled=True)], "Cancelled"),
        ([Release(0, 1, ReleaseKind.PREMIERE, AirDate.tba())], "Announced"),
        ([Release(0, 1, ReleaseKind.PREMIERE, AirDate.month(2024, 2))], None),
        ([], None),
    ],
)
def test_the_status_is_told_where_the_dates_tell_it(releases: list[Release], status: str | None) -> None:
    assert card_fields(SERIES, *releases).get("Status") == status


def test_the_card_marks_what_is_for_adults_and_shows_only_pictures_that_have_an_address() -> None:
    adult = Series(1, "x", Titles("X"), adult=True, picture="https://s4.anilist.co/x.jpg", year=2024)
    card = preview_card(adult, (), (), NOW)

    assert card.thumbnail.url == "https://s4.anilist.co/x.jpg"
    assert card_fields(adult) == {"Format": "TV series · 18+", "Season": "2024"}
    for picture in ("https://me@example.com/x.jpg", "javascript:alert(1)", "https://[", "https://nodots", "", None):
        assert preview_card(Series(1, "x", Titles("X"), picture=picture), (), (), NOW).thumbnail.url is None, picture
