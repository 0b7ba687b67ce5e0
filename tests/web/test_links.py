"""Which addresses people are shown, and how: one rule for what is typed, what sources say and what is stored."""

import re
import unicodedata
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ui.text import address_problem_text
from bot.web.links import UnreadableAddress, host_of, read_web_address, secured, web_address
from sandbox.rules.values import is_web_address

ENDS_A_LINK = re.compile(r"[\s()<>\"'`|*\\]")
hosts = st.text("ab1-.@:[]{}/?# Aé%_", max_size=14)
rests = st.text(max_size=12) | st.text("()[]<>|*_`~\"'\\%2@ \n/?#&=;:", max_size=12)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://anime.example", "https://anime.example"),
        ("http://anime.example/", "http://anime.example/"),
        ("https://anime.example/a?b=1#c@d", "https://anime.example/a?b=1#c@d"),
        ("https://ANIME.example/", "https://ANIME.example/"),
        ("HTTPS://anime.example/A", "https://anime.example/A"),
        ("https://anime.example:8443/", "https://anime.example:8443/"),
        ("https://アニメ.example/ページ", "https://アニメ.example/ページ"),
        ("http://xn--cckbv3b.example/", "http://xn--cckbv3b.example/"),
        ("http://www.geocities.example/~a_b/", "http://www.geocities.example/~a_b/"),
        ("http://8.8.8.8/", "http://8.8.8.8/"),
        ("https://[2001:4860:4860::8888]/x", "https://[2001:4860:4860::8888]/x"),
        # A scheme that is missing.
        ("youtube.com/watch?v=m7teRMkFdao", "https://youtube.com/watch?v=m7teRMkFdao"),
        ("www.anime.example/x", "https://www.anime.example/x"),
        ("//anime.example/x", "https://anime.example/x"),
        ("anime.example", "https://anime.example"),
        (" anime.example:8080/x ", "https://anime.example:8080/x"),
        # What could end a link, or be read as markdown.
        ("https://anime.example/(a)[b]<c>", "https://anime.example/%28a%29%5Bb%5D%3Cc%3E"),
        ("https://anime.example/a b\nc", "https://anime.example/a%20b%0Ac"),
        ("https://anime.example/*/`|\\", "https://anime.example/%2A/%60%7C%5C"),
        ("https://anime.example/\"'", "https://anime.example/%22%27"),
        ("https://anime.example/\u202egnp\u200b\0", "https://anime.example/%E2%80%AEgnp%E2%80%8B%00"),
        ("https://anime.example/@everyone/@HERE/@me", "https://anime.example/%40everyone/%40HERE/@me"),
        ("https://anime.example/%28%e3%81%82", "https://anime.example/%28%e3%81%82"),
        ("https://anime.example/100%?%zz", "https://anime.example/100%25?%25zz"),
        # Hosts that are known to answer with https.
        ("http://www.crunchyroll.com/x", "https://www.crunchyroll.com/x"),
        ("http://WWW.NETFLIX.COM", "https://WWW.NETFLIX.COM"),
        ("http://www.crunchyroll.com:80/x", "http://www.crunchyroll.com:80/x"),
        ("http://www.crunchyroll.com.anime.example/x", "http://www.crunchyroll.com.anime.example/x"),
    ],
)
def test_an_address_is_shown_as_it_can_be_linked_to(text: str, shown: str) -> None:
    assert web_address(text) == shown
    assert read_web_address("It", text, 512) == shown
    assert read_web_address("It", f"<{text.strip()}>", 512) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "https://",
        "https://localhost/",
        "localhost:8080/x",
        "https://.com",
        "https://anime..example/",
        "https://-anime.example/",
        "https://anime.e/",
        "t.b.a.",
        "No.1",
        "https://me@anime.example/",
        "https://me:secret@anime.example/",
        "me@anime.example",
        "https://anime.example\\@evil.example/",
        "https://anime.example@evil.example/",
        "https://an ime.example/",
        "https://ani\nme.example/",
        "https://anime\u202e.example/",
        "http:anime.example",
        "https:/anime.example",
        "javascript:alert(1)",
        "javascript://anime.example/%0Aalert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://anime.example/",
        "discord://anime.example/",
        "com.example.app://open/",
        "ttp://anime.example/",
        "https://anime.example:port/",
        "https://anime.example:99999/",
        "https://[",
        "https://[::1",
        "https://anime.example/\ud800",
        "https://anime.example/" + "a" * 2048,
        # The machine and the network of whoever follows the link.
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://10.1.2.3/",
        "http://192.168.0.1/",
        "http://169.254.169.254/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[fe80::1]/",
    ],
)
def test_what_is_no_page_is_not_shown(text: str) -> None:
    assert web_address(text) is None
    with pytest.raises(UnreadableAddress) as refused:
        read_web_address("It", text, 512)
    assert address_problem_text(refused.value.of, refused.value).startswith("It ")


@given(st.sampled_from(["https://", "http://", "HTTP://", "//", ""]), hosts, rests)
def test_what_is_shown_ends_no_link_and_stays_as_it_is(scheme: str, host: str, rest: str) -> None:
    shown = web_address(f"{scheme}{host}.example{rest}")

    if shown is None:
        return
    read = urlsplit(shown)
    assert read.scheme in {"http", "https"}
    assert "." in (read.hostname or "").strip(".")
    assert "@" not in read.netloc
    assert shown.isprintable()
    assert not ENDS_A_LINK.search(shown)
    assert not any(unicodedata.category(sign)[0] == "C" for sign in shown)
    assert web_address(shown) == shown
    assert is_web_address(shown)


@given(rests)
def test_nothing_of_a_path_is_dropped_or_encoded_twice(rest: str) -> None:
    shown = web_address(f"https://anime.example/x{rest}/x")

    if shown is not None:
        assert unquote(shown) == unquote(f"https://anime.example/x{rest}/x")


def test_an_address_is_no_longer_than_what_it_is_for() -> None:
    typed = "https://anime.example/" + "(" * 200

    assert len(web_address(typed) or "") == 622
    assert web_address(typed, 512) is None
    with pytest.raises(UnreadableAddress) as refused:
        read_web_address("The link", typed, 512)
    assert "622 characters: 110 more than the 512" in address_problem_text("The link", refused.value)


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("javascript:alert(1)", "The link must begin with `https://` or `http://`."),
        ("ftp://anime.example", "The link must begin with"),
        ("https://me@anime.example/", "The link has a user's name in it"),
        ("https://me:word@anime.example/", "The link has a user's name in it"),
        ("https://nodots", "The link is not an address."),
        ("anime.example and more", "The link is not an address."),
    ],
)
def test_what_is_wrong_is_told(typed: str, wrong: str) -> None:
    with pytest.raises(UnreadableAddress) as refused:
        read_web_address("The link", typed, 512)
    assert wrong in address_problem_text("The link", refused.value)


def test_an_address_has_https_where_its_very_host_is_known_to_answer_with_it() -> None:
    known = {"anime.example", "www.other.example"}

    assert secured("http://anime.example", known) == "https://anime.example"
    assert secured("http://ANIME.example/a?b", known) == "https://ANIME.example/a?b"
    for kept in (
        "http://other.example/",
        "http://anime.example:8080/",
        "http://x.anime.example/",
        "https://x.example/",
    ):
        assert secured(kept, known) == kept
    assert host_of("https://ANIME.example:8443/x") == "anime.example"
