"""Which of a source's series are those that were typed, or asked about."""

from dataclasses import replace

import pytest

from bot.catalogue.lookups import meant_by, same_as
from bot.catalogue.model import Format, Origin, Series, Titles
from bot.catalogue.records import SourceRecord

FRIEREN = Series(0, "", Titles("Frieren: Beyond Journey's End", "Sousou no Frieren", "葬送のフリーレン"), anilist_id=1)
SECOND = Series(0, "", Titles(None, "Sousou no Frieren 2nd Season", "葬送のフリーレン 第2期"), anilist_id=2)
RING, OTHER = Series(0, "", Titles("Stringer"), anilist_id=3), Series(0, "", Titles("Other"), anilist_id=4)
FOUND = [SourceRecord(Origin.ANILIST, each) for each in (FRIEREN, SECOND, RING, OTHER)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("frieren", [1, 2]),
        ("freiren beyond journeys end", [1]),
        ("sousou no frieren season 2", [1, 2]),
        ("葬送のフリーレン", [1, 2]),
        ("ring", []),
        ("3", [3]),
        ("anilist:4", [4]),
        ("https://anilist.co/anime/5", []),
        ("", []),
    ],
)
def test_only_what_is_like_the_text_is_meant(typed: str, meant: list[int]) -> None:
    assert [each.series.anilist_id for each in meant_by(typed, FOUND)] == meant


KNOWN = Series(9, "known", Titles(None, None, "葬送のフリーレン"), year=2023)


@pytest.mark.parametrize(
    ("known", "same"),
    [
        (replace(KNOWN, anilist_id=2), 2),
        (replace(KNOWN, anilist_id=7), None),
        (replace(KNOWN, myanimelist_id=50), 1),
        (replace(KNOWN, myanimelist_id=51), None),
        (KNOWN, 1),
        (replace(KNOWN, format=Format.FILM), None),
        (replace(KNOWN, year=1999), None),
        (replace(KNOWN, titles=Titles("Frieren")), None),
    ],
)
def test_a_series_is_the_same_by_its_id_or_else_by_title_format_and_year(known: Series, same: int | None) -> None:
    found = [SourceRecord(Origin.ANILIST, replace(FRIEREN, myanimelist_id=50, year=2023)), *FOUND[1:]]
    record = same_as(known, found)

    assert (record.series.anilist_id if record else None) == same


def test_of_two_with_one_title_neither_is_the_same() -> None:
    assert same_as(KNOWN, [FOUND[0], SourceRecord(Origin.ANILIST, replace(FRIEREN, anilist_id=8))]) is None
