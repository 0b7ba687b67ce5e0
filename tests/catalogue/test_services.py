"""Services under one name, however they are spelt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.services import KNOWN_SERVICES, canonical_service


@pytest.mark.parametrize(
    ("spelt", "name"),
    [
        ("crunchyroll", "Crunchyroll"),
        ("Prime Video", "Amazon Prime Video"),
        ("哔哩哔哩（港澳台）", "Bilibili"),
        ("Bilibili", "Bilibili"),
        ("dアニメストア", "d Anime Store"),
        ("Disney Plus", "Disney+"),
        ("disney+", "Disney+"),
        ("動畫瘋", "Bahamut Anime Crazy"),
        ("ＡＢＥＭＡ", "ABEMA"),
        ("U NEXT", "U-NEXT"),
        ("Hulu", "Hulu"),
        ("Hulu Japan", "Hulu Japan"),
        ("  Somewhere   else ", "Somewhere else"),
        ("", ""),
    ],
)
def test_a_service_has_one_name(spelt: str, name: str) -> None:
    assert canonical_service(spelt) == name


@given(st.sampled_from(KNOWN_SERVICES) | st.text())
def test_a_name_that_is_the_one_stays(name: str) -> None:
    assert canonical_service(canonical_service(name)) == canonical_service(name)
    assert name not in KNOWN_SERVICES or canonical_service(name) == name
