"""Which addresses of bangumi-data are linked to; most are let through by their looks, and these have to be right."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.bangumi.fields import is_address

rests = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7F), max_size=12)


@given(st.text("ab1-.@:[]{}/?# A", max_size=12), rests)
def test_what_is_linked_to_has_a_host_with_a_domain_and_nobody_at_it(host: str, rest: str) -> None:
    address = f"https://{host}{rest}"

    if is_address(address):
        read = urlsplit(address)
        assert "." in (read.hostname or "").strip(".")
        assert "@" not in read.netloc
        assert "{" not in read.netloc
        assert address.isprintable()
        assert " " not in address


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("https://anime.example", True),
        ("https://anime.example/a?b=1#c@d[{", True),
        ("https://ANIME.example/", True),
        ("https://anime.example:8443/", True),
        ("https://アニメ.example/", True),
        ("https://me@anime.example/", False),
        ("https://localhost/", False),
        ("https://.com", False),
        ("http://anime.example/", False),
        ("https://anime.example/a b", False),
        ("https://anime.example/" + "a" * 2048, False),
    ],
)
def test_addresses_that_are_linked_to(address: str, is_one: bool) -> None:
    assert is_address(address) is is_one
