"""HTML entities in text that is no HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.model import Series, Titles, is_outdated, slugs_for
from bot.folding import legible
from bot.web.answers import decoded


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("TIGER &amp; BUNNY 2", "TIGER & BUNNY 2"),
        ("&lt;外传&gt; &quot;a&quot; &apos;b&apos;", "<外传> \"a\" 'b'"),
        ("&#39;a&#x27; &#X27; &#20104;&#x544a;", "'a' ' 予告"),
        ("Caf&eacute; &hearts;&hellip;", "Café ♥…"),
        ("a&nbsp;b", "a\u00a0b"),
        ("&amp;amp; &amp;#39; &amp;amp;quot;", "& ' \""),
        ("&#0;&#1;a&#xD800;&#x110000;", "a"),
        # No entities.
        ("AT&T", "AT&T"),
        ("Q&A; R&D; x", "Q&A; R&D; x"),
        ("&copy 2024 &amp", "&copy 2024 &amp"),
        ("&notit; &copy2; &; &#; &#x; &a b;", "&notit; &copy2; &; &#; &#x; &a b;"),
        ("&#99999999999999999999;", "&#99999999999999999999;"),
    ],
)
def test_entities_are_what_they_stand_for_and_nothing_else_is(text: str, read: str) -> None:
    assert decoded(text) == read


@given(st.text("&ampltgquo#x0139;; AT") | st.text())
def test_any_text_is_read(text: str) -> None:
    once = decoded(text)

    assert len(once) <= 2 * len(text)
    assert ("&" in text and ";" in text) or once == text


def test_a_long_row_of_entities_takes_no_time() -> None:
    assert decoded("&" + "amp;" * 200_000).startswith("&amp;amp;")


@pytest.mark.parametrize(
    ("slug", "is_renewed"),
    [
        ("tiger-amp-bunny", True),
        ("tiger-amp-bunny-2012", True),
        ("tiger-bunny", False),
        ("tiger-amp-bunnyhop", False),
        ("something-else", False),
    ],
)
def test_a_slug_that_was_made_of_entities_is_renewed(slug: str, is_renewed: bool) -> None:
    garbled = Series(1, slug, Titles(english="Other", also=("TIGER &amp; BUNNY",)))
    mended = Series(1, slug, Titles(english="TIGER & BUNNY"))

    assert is_outdated(garbled, mended) is is_renewed
    assert not is_outdated(garbled, garbled)
    assert next(slugs_for(mended)) == "tiger-bunny"
    assert legible(decoded("TIGER &#x200b;BUNNY&#8238;")) == "TIGER BUNNY"
