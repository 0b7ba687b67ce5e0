import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.search import (
    ALIKE,
    BEGINS,
    COMPARED_LENGTH,
    SAME,
    SAME_SOUND,
    SAME_WORDS,
    TypedTitle,
    key_of,
    likeness,
)
from bot.folding import fold

TITLES = st.text(alphabet=st.characters(max_codepoint=0x17F) | st.sampled_from("ーアあガが進撃の巨人ｱ!? "), max_size=60)


def alike(text: str, title: str) -> float:
    folded = fold(title)
    return likeness(TypedTitle.of(text), folded, key_of(folded))


@given(st.text(max_size=COMPARED_LENGTH // 20) | TITLES)
def test_a_title_is_most_like_itself(title: str) -> None:
    assert alike(title, title) == SAME


@given(st.text(), st.text() | TITLES)
def test_likeness_lies_between_nothing_and_the_same(text: str, title: str) -> None:
    assert 0 <= alike(text, title) <= SAME


@given(TITLES, st.data())
def test_a_title_begins_with_its_beginnings(title: str, data: st.DataObject) -> None:
    key = key_of(fold(title))
    beginning = key[: data.draw(st.integers(1, max(1, len(key))))]

    assert not key or likeness(TypedTitle.of(beginning), fold(title), key) >= BEGINS - 0.005


@given(st.text(alphabet="bcdfghklmn進撃巨人", min_size=4, max_size=40), st.data())
def test_one_slip_leaves_a_title_likelier_than_what_only_has_it_within(title: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(title) - 1))
    slipped = title[:at] + "x" + title[at + 1 :]

    assert alike(slipped, title) > alike(slipped, f"zzz{slipped}zzz") > ALIKE


@given(st.permutations(["attack", "on", "titan", "進撃"]))
def test_the_order_of_words_is_another_matter(words: list[str]) -> None:
    assert alike(" ".join(words), "Attack on Titan 進撃") >= SAME_WORDS


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("frieren", ["Frieren", "Frieren: Beyond Journey's End", "Sousou no Frieren", "Friern", "Freeza"]),
        ("2nd season x", ["2nd Season X", "x 2nd season", "3rd Season X", "Monster"]),
        ("aot", ["AOT", "AOTA", "Attack on Titan", "A.O.", "Monster"]),
        ("メタリック", ["メタリック", "めたりっく", "メタリックルージュ", "メテリック"]),
        ("フリーレン", ["フリーレン", "葬送のフリーレン", "フォトン"]),
    ],
)
def test_the_likeliest_comes_first(text: str, titles: list[str]) -> None:
    assert sorted(titles, key=lambda title: -alike(text, title)) == titles


def test_another_kana_or_vowel_is_a_weaker_match() -> None:
    assert alike("めたりっく", "メタリック") == SAME_SOUND < SAME
    assert alike("shojo", "Shoujo") == SAME_SOUND


@pytest.mark.parametrize("text", ["", " ", "\ud800", "\0", "\u200b\u202e", " " * 6000])
def test_nothing_is_like_nothing_typed(text: str) -> None:
    assert TypedTitle.of(text) == TypedTitle("", "", "", slips=0, may_be_initials=False)


@pytest.mark.parametrize("text", ["x" * 6000, "ﷺ" * 300, "\u0301" * 500, "a " * 3000])
def test_of_a_long_text_the_beginning_is_compared(text: str) -> None:
    assert len(TypedTitle.of(text).key) <= len(TypedTitle.of(text).fold) <= COMPARED_LENGTH
