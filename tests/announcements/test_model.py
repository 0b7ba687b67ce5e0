"""What may be announced, and when."""

import asyncio
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.announcements.model import FARTHEST, Checked, TypedAnnouncement, Unfit, check, due_or_problem
from bot.announcements.render.drafts import problems_of
from sandbox.rules.values import is_web_address

NOW = datetime(2024, 1, 3, 12, tzinfo=UTC)


def checked_at(typed: TypedAnnouncement) -> Checked:
    return check(typed, asyncio.run(due_or_problem(typed.when, NOW)))


def problems_with(typed: TypedAnnouncement) -> str:
    with pytest.raises(Unfit) as refused:
        checked_at(typed)
    return "\n".join(problems_of(typed, refused.value))


@given(st.builds(TypedAnnouncement, *[st.text()] * 5))
def test_whatever_is_typed_is_either_fit_or_told_what_to_mend(typed: TypedAnnouncement) -> None:
    checked = problems = None
    try:
        checked = checked_at(typed)
    except Unfit as unfit:
        problems = problems_of(typed, unfit)
    if checked is None:
        assert problems
        assert all(problems)
    else:
        assert 0 < len(checked.title) <= 256
        assert len(checked.text) <= 4000
        for address in (checked.link, checked.image):
            assert address is None or address.startswith(("http://", "https://"))
        assert checked.at is None or NOW < checked.at <= NOW + FARTHEST


@pytest.mark.parametrize(
    "link",
    [
        "https://example.com",
        "http://example.com:8080/a?b=c#d",
        "https://例え.jp/ページ",
        " https://a.example/x ",
        "HTTPS://EXAMPLE.COM",
        "http://[2001:db8::1]/",
        "http://192.0.2.1/",
        "https://xn--r8jz45g.jp/",
        "https://example.com./",
    ],
)
def test_addresses_of_pages_are_links(link: str) -> None:
    assert checked_at(TypedAnnouncement("t", "x", link=link)).link == link.strip().replace("HTTPS", "https")


def test_an_address_needs_no_scheme_and_ends_no_link() -> None:
    typed = TypedAnnouncement("t", "x", link="example.com/a b", image="//example.com/(a).PNG?x")

    checked = checked_at(typed)

    assert (checked.link, checked.image) == ("https://example.com/a%20b", "https://example.com/%28a%29.PNG?x")


@pytest.mark.parametrize(
    "link",
    [
        "example",
        "javascript:alert(1)",
        "https://",
        "https://nodots",
        "https://[",
        "https://a.example:port/",
        "https://a.example:99999/",
        "http:a.example",
        "data:text/html,x",
        "http://localhost:8080/",
        "https://.",
        "https://a..example/",
        "https://user@a.example/",
        "https://example.com@evil.example/",
        "https://user:word@a.example/",
        "https://a.example/\ud800",
        "https://[::1",
        "https://a.example/" + "x" * 2048,
    ],
)
def test_other_things_are_no_links(link: str) -> None:
    assert "link" in problems_with(TypedAnnouncement("t", "x", link=link))


@given(st.from_regex(r"https?://[a-zé.:@\[\]0-9_%-]{1,12}(/\S{0,5})?", fullmatch=True))
def test_what_is_taken_for_an_address_is_taken_by_the_strict_sandbox_too(link: str) -> None:
    try:
        taken = checked_at(TypedAnnouncement("t", "x", link=link)).link
    except Unfit:
        return
    assert taken is not None
    assert is_web_address(taken)


@pytest.mark.parametrize("title", ["", "  \n", "\u200b", "\u2060\ufeff", "\u202e \u202c", "\0"])
def test_a_title_that_nobody_sees_is_none(title: str) -> None:
    assert "title is empty" in problems_with(TypedAnnouncement(title, "x"))


@pytest.mark.parametrize("ending", [".png", ".JPG", ".jpeg?size=large", ".gif", ".webp#top"])
def test_an_image_is_known_by_its_address(ending: str) -> None:
    assert checked_at(TypedAnnouncement("t", "x", image=f"https://a.example/x{ending}")).image


@pytest.mark.parametrize("address", ["https://a.example/", "https://a.example/a.png/b", "https://a.example/a?b=.png"])
def test_a_page_is_no_image(address: str) -> None:
    assert "The image's address must end in" in problems_with(TypedAnnouncement("t", "x", image=address))
