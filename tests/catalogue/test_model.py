import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.model import Titles
from bot.folding import fold


@given(st.text())
def test_folding_twice_is_folding_once(title: str) -> None:
    assert fold(fold(title)) == fold(title)


@given(st.text(alphabet=st.characters(max_codepoint=0x7E) | st.sampled_from("éÖñØがアぁж")))
def test_case_and_spaces_do_not_tell_titles_apart(title: str) -> None:
    assert fold(f"  {title}  ") == fold(title)
    assert fold(title.upper()) == fold(title.lower()) == fold(title)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pokémon", "POKEMON"),
        ("Re:ZERO -Starting Life-", "re zero starting life"),
        ("ＡＩＲ", "air"),
        ("ﾒﾀﾘｯｸﾙｰｼﾞｭ", "メタリックルージュ"),
        ("Straße", "STRASSE"),
        ("Steins;Gate", "steins gate"),
    ],
)
def test_titles_that_mean_the_same_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("が", "か"), ("ば", "ぱ"), ("K", "K-On"), ("!!", "!"), ("86", "8 6")])
def test_titles_that_mean_something_else_fold_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_title_of_signs_alone_is_known_by_them() -> None:
    assert fold("!!!") == "!!!"


def test_the_main_title_is_the_english_one_where_there_is_one() -> None:
    assert Titles("A", "B", "C").main == "A"
    assert Titles(None, "B", "C").main == "B"
    assert Titles(None, None, "C").main == "C"
    assert Titles(also=("D",)).main == "D"
    assert Titles().main == "Untitled"
    assert Titles("A", "A", "C", ("C", "D")).all == ("A", "C", "D")


def test_a_title_that_is_nothing_but_an_accent_is_known_by_it() -> None:
    assert fold("¸") == "¸"
