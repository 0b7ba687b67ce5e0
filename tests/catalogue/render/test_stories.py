from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ui.text import cut_at_sentence, escape

SIGNS = st.sampled_from([*"aB .!?…。！？「」\n*_\\[]()`~|<>@#-1", "\ud800", "é", "👩‍👩‍👧", "\u202e", "Dr. ", "\\*"])
texts = st.lists(SIGNS, max_size=400).map("".join)


def test_a_story_that_fits_is_left_whole() -> None:
    assert cut_at_sentence("One. Two *three*", 50) == r"One. Two \*three\*"


def test_a_longer_one_ends_with_a_sentence() -> None:
    story = "Rouge is an android. Naomi is human! Is that so? And then it goes on for as long as it likes"

    assert cut_at_sentence(story, 60) == "Rouge is an android. Naomi is human! Is that so? …"
    assert cut_at_sentence(story, 44) == "Rouge is an android. Naomi is human! …"


def test_chinese_and_japanese_sentences_end_without_a_space() -> None:
    assert cut_at_sentence(
        "彼は行った。「本当か？」と聞いた。それから長い長い物語が続くのであった、いつまでも", 24
    ) == ("彼は行った。「本当か？」と聞いた。 …")


def test_an_abbreviation_ends_no_sentence_and_neither_does_a_number() -> None:
    story = "It is a long story that begins here. He is Dr. Strange of room 3.5 by J. R. Smith and many more people"

    for limit in range(40, 90):
        assert cut_at_sentence(story, limit) == "It is a long story that begins here. …", limit


def test_without_a_sentence_it_ends_with_a_word() -> None:
    assert cut_at_sentence("word " * 100, 33) == "word word word word word word …"
    assert cut_at_sentence("x" * 100, 20) == "x" * 19 + "…"


@settings(deadline=None)
@given(texts, st.integers(20, 300))
def test_no_cut_lies_in_the_middle_of_anything(text: str, limit: int) -> None:
    cut = cut_at_sentence(text, limit)

    assert len(cut) <= limit
    cut.encode()  # no half of a surrogate pair
    kept = cut.removesuffix("…").rstrip()
    # A backslash escapes what comes after it, and so they come in whole pairs at the end.
    assert (len(kept) - len(kept.rstrip("\\"))) % 2 == 0
    if len(text) * 3 < limit:
        assert cut == escape(text, limit, lines=True)


def test_a_book_is_cut_as_its_first_pages_are() -> None:
    pages = "A sentence with *stars* and [a link](https://example.com).\n\n" * 100
    book = cut_at_sentence(pages * 10, 1200)

    assert book == cut_at_sentence(pages, 1200)
    assert book.endswith(". …")
    assert 1000 < len(book) <= 1200
