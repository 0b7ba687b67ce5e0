"""Where texts that are too long are cut."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ui.excerpts import MORE, sentence_end, shortened, word_end
from tests.examples import examples

TEXTS = st.lists(st.sampled_from([*"aB .!?。「」\n\\*", "Dr. ", "\u200d"]), max_size=200).map("".join)


@settings(max_examples=examples(50, 1000), deadline=None)
@given(TEXTS, st.integers(1, 220))
def test_every_cut_lies_within_the_room(text: str, limit: int) -> None:
    assert len(shortened(text, limit)) <= max(limit, 0)
    assert all(end is None or 0 < end <= limit for end in (sentence_end(text, limit, least=1), word_end(text, limit)))


@settings(max_examples=examples(50, 1000), deadline=None)
@given(TEXTS)
def test_a_text_that_fits_is_left_as_it_is(text: str) -> None:
    assert shortened(text, len(text)) == text


def test_a_sentence_that_ends_too_early_is_none() -> None:
    story = "Rouge is an android. And then it goes on for as long as it likes"

    assert sentence_end(story, 60, least=20) == len("Rouge is an android.")
    assert sentence_end(story, 60, least=21) is None
    assert sentence_end(story, 20, least=1) is None  # nobody knows yet what comes after the stop


def test_a_word_ends_at_a_space_that_is_near() -> None:
    assert word_end("one two three", 9) == len("one two")
    assert word_end("one " + "x" * 100, 90) is None


def test_a_joiner_without_anything_to_join_goes() -> None:
    assert shortened("👩\u200d👩\u200d👧 and more", 3) == "👩" + MORE
