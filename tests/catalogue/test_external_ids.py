import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.external_ids import ExternalId, ExternalSite, read_external_ids


@given(st.text())
def test_reading_ids_never_fails(text: str) -> None:
    for found in read_external_ids(text):
        assert 0 < found.number < 2**31


@given(st.integers(1, 2**31 - 1), st.sampled_from(["https://", "http://", ""]), st.sampled_from(["www.", ""]))
def test_an_address_gives_its_number(number: int, scheme: str, www: str) -> None:
    anilist = read_external_ids(f"{scheme}{www}anilist.co/anime/{number}/Some-Title/?x=1#y")
    myanimelist = read_external_ids(f"  {scheme}{www}myanimelist.net/anime/{number} ")
    assert anilist == (ExternalId(ExternalSite.ANILIST, number),)
    assert myanimelist == (ExternalId(ExternalSite.MYANIMELIST, number),)


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("https://anidb.net/anime/17617", ExternalSite.ANIDB),
        ("https://anidb.net/a17617", ExternalSite.ANIDB),
        ("http://www.anidb.net/perl-bin/animedb.pl?show=anime&aid=17617", ExternalSite.ANIDB),
        ("aid:17617", ExternalSite.ANIDB),
        ("https://bgm.tv/subject/17617", ExternalSite.BANGUMI),
        ("https://myanimelist.net/anime.php?id=17617", ExternalSite.MYANIMELIST),
    ],
)
def test_each_site_has_its_own_addresses(text: str, site: ExternalSite) -> None:
    assert read_external_ids(text) == (ExternalId(site, 17617),)


@pytest.mark.parametrize(
    "text",
    [
        "https://anilist.co/manga/1",
        "https://example.com/anime/1",
        "https://kitsu.app/anime/1",
        "https://www.livechart.me/anime/1",
        "https://www.anisearch.com/anime/1,frieren",
        "https://anidb.net/anime/1x",
        "https://anidb.net/perl-bin/animedb.pl?show=character&charid=1",
        "https://anidb.net/anime/?type.tvseries=1",
        "https://bgm.tv/anime/1",
        "https://anilist.co.example.com/anime/1",
        "https://[",
        "0",
        "-1",
        "1.5",
        "２",
        "99999999999999999999",
        "imdb:1",
        "",
    ],
)
def test_what_is_no_id_gives_none(text: str) -> None:
    assert read_external_ids(text) == ()
