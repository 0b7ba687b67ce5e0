"""Which kind of video a title names, which trailer is the newest, and since when each is known."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.merge import merge_record
from bot.catalogue.merged import MergedSeries
from bot.catalogue.model import Origin, Series, Titles, Trailer, newest_first
from bot.catalogue.records import SourceRecord
from bot.catalogue.store import records
from bot.catalogue.trailers import MOST_EARLIER, TrailerKind, TrailerName, read_trailer_name
from bot.dates.airdate import AirDate

NOW = datetime(2026, 5, 3, 12, tzinfo=UTC)
WEEK = timedelta(weeks=1)
ONE = Series(0, "one", Titles("One"), anilist_id=1)
TEASER, PV, COMMERCIAL, TRAILER = TrailerKind.TEASER, TrailerKind.PV, TrailerKind.COMMERCIAL, TrailerKind.TRAILER


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("TVアニメ『葬送のフリーレン』ティザーPV第2弾", TrailerName(TEASER, 2)),
        ("Teaser trailer", TrailerName(TEASER)),
        ("超特報", TrailerName(TEASER)),
        ("先导预告", TrailerName(TEASER)),
        ("PV", TrailerName(PV)),
        ("ＰＶ２", TrailerName(PV, 2)),
        ("PV第二弾", TrailerName(PV, 2)),
        ("TVアニメ第2期 本PV第1弾", TrailerName(PV, 1, is_main=True)),
        ("第2期 PV", TrailerName(PV)),
        ("2024 PV", TrailerName(PV)),
        ("PV 10/5", TrailerName(PV)),
        ("TVCM 15秒", TrailerName(COMMERCIAL)),
        ("CM第1弾", TrailerName(COMMERCIAL, 1)),
        ("Second Official Trailer", TrailerName(TRAILER, 2)),
        ("Season 2 Trailer", TrailerName(TRAILER)),
        ("第二弹预告", TrailerName(TRAILER, 2)),
        ("正式预告", TrailerName(TRAILER, is_main=True)),
        ("「PV」 opening", None),
        ("Combat", None),
        ("", None),
    ],
)
def test_a_title_names_the_kind_of_video_and_its_number(title: str, name: TrailerName | None) -> None:
    assert read_trailer_name(title) == name


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    read = read_trailer_name(text)

    assert read is None or read.number is None or read.number >= 1


def test_the_newest_comes_first_by_when_it_was_published_or_else_seen() -> None:
    published = Trailer("PV", "https://x.example/1", published=AirDate.day(date(2026, 4, 1)), seen_at=NOW)
    seen = Trailer("PV 2", "https://x.example/2", seen_at=NOW - WEEK)
    unknown, second = Trailer("Lost"), Trailer("Lost 2")

    assert newest_first([unknown, published, second, seen]) == (seen, published, unknown, second)


def said(at: datetime, *urls: str, origin: Origin = Origin.ANILIST, into: MergedSeries | None = None) -> MergedSeries:
    series = replace(ONE, trailers=tuple(Trailer("Trailer", url) for url in urls))
    merged = into or MergedSeries(series, is_new=True)
    if into is not None:
        merged.is_new = False
    merge_record(merged, SourceRecord(origin, series), at, None)
    return merged


def seen(merged: MergedSeries) -> list[tuple[str | None, datetime | None]]:
    return [(each.url, each.seen_at) for each in merged.series.trailers]


def test_a_trailer_is_known_since_it_was_first_seen() -> None:
    merged = said(NOW, "https://x.example/1")
    assert seen(merged) == [("https://x.example/1", NOW)]

    said(NOW + WEEK, "https://x.example/1", into=merged)
    assert seen(merged) == [("https://x.example/1", NOW)]
    assert merged.field_changes == []

    said(NOW + WEEK, "https://x.example/1", origin=Origin.BANGUMI, into=merged)
    assert merged.records[Origin.BANGUMI].trailers[0].seen_at == NOW


def test_what_was_known_before_dates_were_kept_gets_none() -> None:
    merged = MergedSeries(replace(ONE, id=1, trailers=(Trailer("Trailer", "https://x.example/1"),)))

    said(NOW, "https://x.example/1", into=merged)

    assert seen(merged) == [("https://x.example/1", None)]


def test_anilists_earlier_trailers_stay_behind_its_newest() -> None:
    merged = said(NOW, "https://x.example/1")
    said(NOW + WEEK, "https://x.example/2", into=merged)

    assert seen(merged) == [("https://x.example/2", NOW + WEEK), ("https://x.example/1", NOW)]

    said(NOW + WEEK + timedelta(hours=1), "https://x.example/3", into=merged)
    assert [url for url, _ in seen(merged)] == ["https://x.example/3", "https://x.example/1"], "2 was a mistake"

    for number in range(30):
        said(NOW + (number + 3) * WEEK, f"https://x.example/n{number}", into=merged)
    assert len(seen(merged)) == MOST_EARLIER + 1

    said(NOW + 40 * WEEK, into=merged)
    assert seen(merged) == [], "AniList takes back its word"


def test_another_sources_list_is_taken_as_it_is() -> None:
    merged = said(NOW, "https://x.example/1", origin=Origin.BANGUMI)
    said(NOW + WEEK, "https://x.example/2", origin=Origin.BANGUMI, into=merged)

    assert [url for url, _ in seen(merged)] == ["https://x.example/2"]


def test_dates_are_stored_with_a_trailer_and_older_ones_are_read() -> None:
    dated = (Trailer("PV", "https://x.example/1", None, AirDate.month(2026, 5), NOW),)

    (read,) = records.TRAILERS_CODEC.load(records.TRAILERS_CODEC.dump(dated))

    assert (read.published, read.seen_at) == (AirDate.month(2026, 5), NOW)
    assert records.TRAILERS_CODEC.load([{"name": "PV", "url": None, "note": None}]) == (Trailer("PV"),)
