"""Which stored series a record means."""

import pytest

from bot.catalogue.merged import KnownSeries, Link, MergedSeries, SeriesIndex
from bot.catalogue.model import Origin, Series, Titles
from bot.catalogue.records import SourceRecord

KNOWN = (
    KnownSeries(1, "one", anilist_id=11, myanimelist_id=7, bangumi_id=None),
    KnownSeries(2, "two", anilist_id=None, myanimelist_id=8, bangumi_id=22),
    KnownSeries(3, "three", anilist_id=None, myanimelist_id=None, bangumi_id=None),
)
LINKS = (
    Link("anilist", 11, 1),
    Link("myanimelist", 7, 1),
    Link("myanimelist", 8, 2),
    Link("bangumi", 22, 2),
)


def record(slug: str = "", *, anilist: int | None = None, mal: int | None = None, bangumi: int | None = None) -> Series:
    return Series(0, slug, Titles("A Title"), anilist_id=anilist, myanimelist_id=mal, bangumi_id=bangumi)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (record(anilist=11), 1),
        (record(mal=7), 1),
        (record(anilist=11, mal=99), 1),  # the surer number counts
        (record(anilist=12, mal=7), None),  # two entries with one MyAnimeList id stay two
        (record("one", anilist=12), None),
        (record(anilist=12, mal=8), 2),
        (record(mal=9, bangumi=22), None),
        (record(anilist=12, bangumi=22), 2),
        (record("three", anilist=12, mal=13), 3),
        (record("unknown", anilist=12), None),
    ],
)
def test_a_weaker_number_never_overrules_one_that_differs(said: Series, found: int | None) -> None:
    assert SeriesIndex(KNOWN, LINKS).find(said) == found


@pytest.mark.parametrize(
    ("said", "origin", "found"),
    [
        (record(anilist=11, bangumi=22), Origin.BANGUMI, 2),  # its own number counts: it believes that of AniList's
        (record(mal=7, bangumi=22), Origin.BANGUMI, 2),
        (record(anilist=11, mal=8), Origin.ANILIST, 1),
        (record(anilist=11, mal=8), Origin.BANGUMI, 1),  # neither is its own
        (record(anilist=12, mal=9, bangumi=22), Origin.BANGUMI, None),  # no other series has these
    ],
)
def test_where_numbers_are_those_of_several_series_the_sources_own_counts(
    said: Series, origin: Origin, found: int | None
) -> None:
    assert SeriesIndex(KNOWN, LINKS).find(said, origin) == found


def test_a_number_of_another_series_is_not_taken_over() -> None:
    index = SeriesIndex(KNOWN, [*LINKS, Link("anilist", 12, 2)])
    swapped = SourceRecord(Origin.BANGUMI, record(anilist=11, mal=8, bangumi=22))

    assert index.as_linked(2, swapped).series == record(anilist=12, mal=8, bangumi=22)
    assert index.as_linked(1, SourceRecord(Origin.ANILIST, record(anilist=11, mal=9))).series.myanimelist_id == 9


def test_what_a_batch_has_added_is_held_against_what_comes_after_it() -> None:
    index = SeriesIndex(KNOWN, LINKS)
    added = MergedSeries(record("new", anilist=12, mal=7), is_new=True)
    index.put(added)

    assert index.find(record(anilist=12)) is added
    assert index.find(record(anilist=11, mal=7)) == 1
    assert index.find(record(anilist=13, mal=7)) is None
