"""bangumi-data's items, as they stand in its file."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.catalogue.model import Format, Origin, Service, Titles, slugs_for
from bot.catalogue.records import SourceRecord
from bot.catalogue.releases import ReleaseKind
from bot.catalogue.sources import bangumi
from bot.dates.airdate import TOKYO, AirDate, Season
from bot.errors import CatalogueError

EXCERPT: dict[str, Any] = json.loads((Path(__file__).parents[2] / "data" / "bangumi-excerpt.json").read_text("utf-8"))
SHANGHAI = "Asia/Shanghai"


def item(**fields: object) -> dict[str, Any]:
    plain = {"title": "メタリックルージュ", "titleTranslate": {}, "type": "tv", "lang": "ja", "officialSite": ""}
    return {**plain, "begin": "2024-01-10T16:25:00.000Z", "end": "", "sites": [], **fields}


def read(*items: object) -> bangumi.Reading:
    return bangumi.read({"siteMeta": EXCERPT["siteMeta"], "items": list(items)})


def one(**fields: object) -> SourceRecord:
    reading = read(item(**fields))
    assert not reading.problems
    (statement,) = reading.statements
    return statement


def site(key: str, begin: str = "", number: str = "1") -> dict[str, str]:
    return {"site": key, "id": number, "begin": begin}


def titled(title: str) -> SourceRecord:
    return next(each for each in bangumi.read(EXCERPT).statements if title in each.series.titles.all)


def test_an_item_is_read_whole() -> None:
    said = titled("メタリックルージュ")

    series = said.series
    assert series.titles == Titles(
        "METALLIC ROUGE", None, "メタリックルージュ", ("金属胭脂", "金属口红", "金屬口紅", "Metallic Rouge")
    )
    assert (series.anilist_id, series.myanimelist_id, series.bangumi_id) == (162985, 54794, 425595)
    assert series.anidb_id == 17926
    assert (series.format, series.year, series.season) == (Format.TV, 2024, Season.WINTER)
    assert (series.site, series.episodes) == ("https://metallicrouge.jp/", None)
    assert [source.url for source in series.sources] == ["https://github.com/bangumi-data/bangumi-data"]
    assert said.origin is Origin.BANGUMI
    first, *services = said.releases
    assert (first.kind, first.number, first.service) == (ReleaseKind.PREMIERE, 1, None)
    assert first.date == AirDate.instant(datetime(2024, 1, 10, 16, 25, tzinfo=UTC))
    assert {each.service for each in services} == {
        *("U-NEXT", "Ani-One", "Ani-One Asia", "Bilibili", "Bahamut Anime Crazy", "Crunchyroll", "d Anime Store"),
        "Netflix",
    }


def test_a_service_without_a_start_is_one_without_a_date() -> None:
    (prime,) = [each for each in titled("メタリックルージュ").series.services if each.name == "Amazon Prime Video"]

    assert prime == Service("Amazon Prime Video", "https://www.amazon.co.jp/gp/video/detail/B0CKFNB631")


def test_sites_of_one_service_are_one_that_begins_with_the_earliest() -> None:
    said = one(
        sites=[
            site("bilibili_hk_mo_tw", "2024-01-10T16:55:00.000Z"),
            site("bilibili", "2024-01-10T16:45:00.000Z", number="2"),
        ]
    )

    (service,) = said.series.services
    assert (service.name, service.regions) == ("Bilibili", ("HK", "MO", "TW", "CN"))
    (release,) = said.releases[1:]
    assert release.regions == ("CN",)
    assert release.date == service.since == AirDate.instant(datetime(2024, 1, 10, 16, 45, tzinfo=UTC))


def test_an_english_series_has_its_english_title_in_the_first_place() -> None:
    assert one(title="RWBY", lang="en", titleTranslate={"zh-Hans": ["红白黑黄"]}).series.titles == Titles(
        english="RWBY", also=("红白黑黄",)
    )


@pytest.mark.parametrize(
    ("type_", "kind", "number"),
    [
        ("movie", ReleaseKind.FILM, None),
        ("ova", ReleaseKind.HOME_VIDEO, 1),
        ("tv", ReleaseKind.PREMIERE, 1),
        ("web", ReleaseKind.PREMIERE, 1),
    ],
)
def test_what_comes_first_depends_on_what_it_is(type_: str, kind: ReleaseKind, number: int | None) -> None:
    first = one(type=type_).releases[0]

    assert (first.kind, first.number) == (kind, number)
    assert first.date.is_exact is (kind is ReleaseKind.PREMIERE)  # cinemas and shops have no hour


SLOT = "R/2024-01-10T15:00:00.000Z/P7D"
ON_THE_11TH = AirDate.day(date(2024, 1, 11))


def at(time: str, day: int = 10) -> str:
    return f"2024-01-{day}T{time}.000Z"


def instant(hour: int, minute: int = 0) -> AirDate:
    return AirDate.instant(datetime(2024, 1, 10, hour, minute, tzinfo=UTC))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"begin": at("16:25:00")}, instant(16, 25)),
        ({"begin": at("16:25:09")}, instant(16, 25)),  # seconds are when a page went up
        ({"begin": at("15:00:00")}, ON_THE_11TH),  # midnight in Tokyo
        ({"begin": at("16:00:00")}, ON_THE_11TH),  # midnight in Shanghai, 01:00 in Tokyo
        ({"begin": at("16:00:00"), "sites": [site("gamer", at("16:30:00"))]}, instant(16)),
        ({"begin": at("15:00:00"), "sites": [site("gamer", at("16:30:00"))]}, instant(15)),
        ({"begin": at("15:00:00"), "sites": [site("gamer", at("16:00:01"))]}, ON_THE_11TH),  # another midnight
        ({"begin": at("15:00:00"), "sites": [site("gamer", at("03:00:00", 11))]}, ON_THE_11TH),  # much later
        ({"begin": at("15:00:00"), "broadcast": SLOT, "end": at("15:30:00", 24)}, instant(15)),
        ({"begin": at("15:00:00"), "broadcast": SLOT, "end": at("15:00:00", 24)}, ON_THE_11TH),
        ({"begin": at("15:00:00"), "broadcast": "", "end": at("15:30:00", 24)}, ON_THE_11TH),
        ({"begin": at("15:00:00"), "broadcast": SLOT.replace("P7D", "P1M"), "end": at("15:30:00", 24)}, ON_THE_11TH),
        ({"begin": at("15:00:00"), "broadcast": "R/never/P7D", "end": at("15:30:00", 24)}, ON_THE_11TH),
        ({"begin": ""}, AirDate.tba()),
    ],
)
def test_a_midnight_is_a_day_unless_something_speaks_for_the_hour(fields: dict[str, Any], expected: AirDate) -> None:
    assert one(**fields).releases[0].date == expected


@pytest.mark.parametrize(
    ("begin", "expected"),
    [
        (at("15:55:00"), instant(15, 55)),
        (at("15:00:00", 12), AirDate.day(date(2024, 1, 13), zone=TOKYO)),
        (at("16:00:01", 12), AirDate.day(date(2024, 1, 13), zone=SHANGHAI)),
        (at("00:00:00", 12), AirDate.day(date(2024, 1, 12), zone="UTC")),
        (at("16:00:00"), instant(16)),  # within an hour of the broadcast: no guess
    ],
)
def test_a_services_midnight_is_a_day_there(begin: str, expected: AirDate) -> None:
    assert one(sites=[site("crunchyroll", begin)]).releases[1].date == expected


def test_a_start_long_before_the_broadcast_is_an_earlier_seasons() -> None:
    said = one(sites=[site("crunchyroll", "2022-01-08T15:00:00.000Z")])

    assert len(said.releases) == 1
    assert [(service.name, service.since) for service in said.series.services] == [("Crunchyroll", None)]


def test_torrent_indexes_and_unknown_sites_are_left_out() -> None:
    said = one(sites=[site("dmhy", at("15:55:00")), site("mikan"), site("bangumi_moe"), site("nobody-knows")])

    assert (said.series.services, len(said.releases)) == ((), 1)


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("G24H1NWMJ", "https://www.crunchyroll.com/series/G24H1NWMJ/"),
        ("../../evil", "https://www.crunchyroll.com/series/..%2F..%2Fevil/"),
        ("a b)[x](y", "https://www.crunchyroll.com/series/a%20b%29%5Bx%5D%28y/"),
        ("\u202eevil", None),
        ("", None),
    ],
)
def test_a_number_stays_within_its_part_of_the_address(number: str, address: str | None) -> None:
    assert one(sites=[site("crunchyroll", number=number)]).series.services[0].url == address


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ttp://example.com/", "https://", "https://a b.cc/", "x"])
def test_only_addresses_of_pages_are_kept(address: str) -> None:
    said = one(officialSite=address, sites=[{"site": "iqiyi", "url": address}])

    assert (said.series.site, said.series.services[0].url) == (None, None)
    meta = {"evil": {"title": "Evil", "urlTemplate": f"{address}{{{{id}}}}", "type": "onair"}}
    (other,) = bangumi.read({"siteMeta": meta, "items": [item(sites=[site("evil")])]}).statements
    assert other.series.services[0].url is None


def test_an_http_address_stays_one_unless_its_very_host_is_known_with_https() -> None:
    first, second, third = read(
        item(officialSite="http://example.com/a)b", sites=[{"site": "iqiyi", "url": "http://www.iqiyi.com/a_1.html"}]),
        item(officialSite="http://www.example.com/", begin=at("16:00:00"), sites=[site("aniList", number="1")]),
        item(officialSite="https://www.example.com/x", begin=at("17:00:00"), sites=[site("aniList", number="2")]),
    ).statements

    assert first.series.site == "http://example.com/a%29b"
    assert first.series.services[0].url == "https://www.iqiyi.com/a_1.html"  # where the file's own template leads to
    assert second.series.site == "https://www.example.com/"
    assert third.series.site == "https://www.example.com/x"


def test_the_hole_of_a_template_is_in_no_host() -> None:
    for template, address in (
        ("http://{{id}}.example.com/", None),
        ("http://example.com/{{id}}", "http://example.com/1"),
        ("https://example.com/*?{{id}}=(1)", "https://example.com/%2A?1=%281%29"),
    ):
        meta = {"one": {"title": "One", "urlTemplate": template, "type": "onair"}}
        (said,) = bangumi.read({"siteMeta": meta, "items": [item(sites=[site("one")])]}).statements
        assert said.series.services[0].url == address


def test_entities_are_the_characters_they_stand_for() -> None:
    said = one(
        title="TIGER &amp; BUNNY 2",
        titleTranslate={"en": ["Tiger &amp;amp; Bunny&#x200b; 2"], "zh-Hans": ["&lt;外传&gt;", "R&D; AT&T"]},
        officialSite="https://example.com/?a=1&amp;b=2",
    )

    assert said.series.titles == Titles("Tiger & Bunny 2", None, "TIGER & BUNNY 2", ("<外传>", "R&D; AT&T"))
    assert next(slugs_for(said.series)) == "tiger-bunny-2"
    assert said.series.site == "https://example.com/?a=1&b=2"
    unnumbered = read(item(title="A &amp; B"), item(title="")).statements[0]
    assert unnumbered.series.slug == "a-b-2024-01-11"


def test_of_two_that_share_a_number_the_earlier_has_it() -> None:
    shared = [site("aniList", number="21"), site("bangumi", number="5")]
    later = item(begin="2026-04-05T14:15:00.000Z", sites=[*shared[:1], site("bangumi", number="6")])
    first = item(begin="1999-10-20T10:30:00.000Z", sites=shared)

    by_bangumi = {each.series.bangumi_id: each.series.anilist_id for each in read(later, first).statements}

    assert by_bangumi == {5: 21, 6: None}


def test_one_without_a_number_is_known_by_its_title_and_day() -> None:
    same_day = item(begin=at("16:00:00"), titleTranslate={"en": ["Another"]})
    reading = read(item(begin=at("16:00:00")), same_day, item(begin=at("16:00:00")))

    slugs = [each.series.slug for each in reading.statements]
    assert slugs == ["メタリックルージュ-2024-01-11", "メタリックルージュ-2024-01-11-2"]
    assert reading.problems == ("メタリックルージュ: it stands there twice.",)


def test_signs_that_nobody_sees_are_left_out_of_titles() -> None:
    title = "\u202eMeta\u200bllic\x00 \ud800Rouge @everyone <b>"

    assert one(title=title).series.titles.native == "Metallic Rouge @everyone <b>"


@pytest.mark.parametrize(
    "whole", [[], {"items": []}, {"siteMeta": {}, "items": {}}, {"siteMeta": [], "items": []}, None]
)
def test_what_isnt_the_file_is_refused(whole: object) -> None:
    with pytest.raises(CatalogueError):
        bangumi.read(whole)
