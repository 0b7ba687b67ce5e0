import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.sources.values import plain_text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("One.<br>\n<br>\nTwo.<br/>Three.", "One.\n\nTwo.\nThree."),
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<i>a</i> &amp; <b class='x'>b</b> &lt;c&gt; &#039;d&#x27;", "a & b <c> 'd'"),
        ("HP < 5 and > 3", "HP < 5 and > 3"),
        ("seen ~!he dies!~ unseen ~!and so does she", "seen unseen"),
        ("hidden &#126;!he dies!&#126; twice", "hidden twice"),
        ("A story.<br><br>\n(Source: Crunchyroll, edited)", "A story."),
        ("A story. [Source: ANN] More.", "A story. More."),
        ("A story. (Source: Aniplex (USA))", "A story."),
        ("A story.\n\nSource: Crunchyroll", "A story."),
        ("Source: the river's source.", "Source: the river's source."),
        ("<script>alert(1)</script>x<style>y{}</style><!-- z -->", "x"),
        ("zero\u200bwidth\u202e and \ud800 half", "zerowidth and half"),
        ("", None),
        ("<br><br>(Source: nobody)", None),
        ("~!", None),
    ],
)
def test_prose_is_read(written: str, read: str | None) -> None:
    assert plain_text(written, 4000) == read


def test_a_long_story_ends_with_a_sentence() -> None:
    told = plain_text("A sentence of some length stands here. " * 600, 4000)
    assert told is not None
    assert 3900 < len(told) <= 4000
    assert told.endswith("here.")


def test_a_story_without_sentences_ends_with_a_word_or_anywhere() -> None:
    by_words = plain_text("word " * 5000, 4000)
    assert by_words is not None
    assert by_words.endswith("word…")
    in_one = plain_text("x" * 20_000, 4000)
    assert in_one is not None
    assert (len(in_one), in_one[-1]) == (4000, "…")
    japanese = plain_text("これは文です。" * 2000, 4000)
    assert japanese is not None
    assert japanese.endswith("。")


@given(st.text() | st.text(alphabet="<>br/~!()[]source: \n&;#x27"), st.integers(2, 60))
def test_prose_is_never_too_long_and_never_fails(written: str, limit: int) -> None:
    told = plain_text(written, limit)
    assert told is None or 0 < len(told) <= limit
