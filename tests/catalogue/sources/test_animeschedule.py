"""What AnimeSchedule's answers come to, whatever stands in them. They are made up, in the shapes that it documents."""

from datetime import UTC, date, datetime
from typing import Any, TypeAlias

import pytest

from bot.catalogue.releases import ReleaseKind
from bot.catalogue.sources.animeschedule import entry_of, record_of, rows_of
from bot.dates.airdate import AirDate

NO_DATE = "0001-01-01T00:00:00Z"
ROUTE = "metallic-rouge"
AIRS = datetime(2024, 1, 17, 16, 25, tzinfo=UTC)


def anime(**more: Any) -> dict[str, Any]:  # noqa: ANN401 - each field has its own type
    return {
        "id": "x1",
        "title": "Metallic Rouge",
        "route": ROUTE,
        "premier": "2024-01-10T00:00:00Z",
        "subPremier": NO_DATE,
        "dubPremier": "2024-01-24T00:00:00Z",
        "names": {"romaji": "Metallic Rouge", "native": "メタリックルージュ", "synonyms": None},
        "websites": {"mal": "myanimelist.net/anime/54794", "aniList": "anilist.co/anime/162985/Metallic-Rouge"},
        **more,
    }


def row(**more: Any) -> dict[str, Any]:  # noqa: ANN401 - the same
    return {
        "title": "Metallic Rouge",
        "route": ROUTE,
        "episodeDate": "2024-01-17T16:25:00Z",
        "episodeNumber": 2,
        "subtractedEpisodeNumber": 0,
        "episodes": 13,
        "delayedFrom": NO_DATE,
        "delayedUntil": NO_DATE,
        "airType": "raw",
        "airingStatus": "unaired",
        "streams": {},
        **more,
    }


Told: TypeAlias = tuple[ReleaseKind, int | None, str | None, AirDate]


def told(*rows: dict[str, Any], air: str = "raw", **of: object) -> list[Told]:
    found = entry_of({"page": 1, "totalAmount": 1, "anime": [anime(**of)]}, 162985)
    assert found is not None
    record = record_of(found, 162985, rows_of(list(rows), air))
    return [(each.kind, each.number, each.service, each.date) for each in record.releases]


DUB = (ReleaseKind.DUB, 1, None, AirDate.day(date(2024, 1, 24), zone="UTC"))


def test_the_entry_is_the_one_that_names_the_very_id() -> None:
    others = [anime(route="another", websites={"aniList": "anilist.co/anime/1629"}), anime(websites=None), 5]

    found = entry_of({"anime": [*others, anime()]}, 162985)

    assert found is not None
    assert (found.route, found.titles.native) == (ROUTE, "メタリックルージュ")
    assert entry_of({"anime": others}, 162985) is None
    assert entry_of([], 162985) is entry_of(None, 162985) is None


def test_a_row_dates_its_episodes_and_the_dub_is_a_day_until_it_has_a_row() -> None:
    assert told(row()) == [(ReleaseKind.EPISODE, 2, None, AirDate.instant(AIRS)), DUB]
    assert told(row(episodeNumber=4, subtractedEpisodeNumber=3))[:2] == [
        (ReleaseKind.EPISODE, 3, None, AirDate.instant(AIRS)),
        (ReleaseKind.EPISODE, 4, None, AirDate.instant(AIRS)),
    ]
    dubbed = row(airType="dub", episodeNumber=1)
    assert told(dubbed, air="dub") == [(ReleaseKind.DUB, 1, None, AirDate.instant(AIRS))]
    assert told(row(airType="dub"), air="dub", dubPremier=NO_DATE) == []  # its later episodes are no release


def test_a_sub_is_dated_at_the_one_service_that_is_named() -> None:
    one = row(airType="sub", streams={"crunchyroll": "crunchyroll.com/x"})
    assert told(one, air="sub")[0] == (ReleaseKind.EPISODE, 2, "Crunchyroll", AirDate.instant(AIRS))
    listed = row(airType="sub", streams=[{"platform": "crunchyroll", "url": "x"}])
    assert told(listed, air="sub")[0][2] == "Crunchyroll"
    several = row(airType="sub", streams={"crunchyroll": "x", "netflix": "y"})
    assert told(several, air="sub") == told(row(airType="sub"), air="sub") == [DUB]


@pytest.mark.parametrize(
    ("delay", "date_"),
    [
        (
            {"delayedFrom": "2024-01-17T00:00:00Z", "delayedUntil": "2024-01-31T00:00:00Z"},
            AirDate.day(date(2024, 1, 31), zone="UTC"),
        ),
        ({"delayedFrom": "2024-01-03T00:00:00Z", "delayedUntil": "2024-01-10T00:00:00Z"}, AirDate.instant(AIRS)),
        ({"airingStatus": "delayed-air"}, AirDate.tba()),
    ],
)
def test_what_is_delayed_has_the_day_until_which_it_is_or_none(delay: dict[str, str], date_: AirDate) -> None:
    assert told(row(**delay))[0] == (ReleaseKind.EPISODE, 2, None, date_)


@pytest.mark.parametrize(
    "odd",
    [
        {"route": None},
        {"episodeDate": NO_DATE},
        {"episodeDate": "soon"},
        {"episodeDate": 5},
        {"episodeNumber": -1},
        {"episodeNumber": 9_999},
        {"episodeNumber": "2"},
        {"episodeNumber": 14},  # of 13: it counts through all seasons
        {"episodes": 500, "episodeNumber": 400, "subtractedEpisodeNumber": 1},
        {"airType": "dub"},
    ],
)
def test_a_row_that_cannot_be_is_passed_over(odd: dict[str, Any]) -> None:
    assert told(row(**odd), row(episodeNumber=3)) == [(ReleaseKind.EPISODE, 3, None, AirDate.instant(AIRS)), DUB]
