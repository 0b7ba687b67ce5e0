import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.catalogue.search import SHORT, index_of, initials_of, key_of, parts_of
from bot.folding import fold

TITLES = st.text(alphabet=st.characters(max_codepoint=0x17F) | st.sampled_from("ーアあガが進撃の巨人ｱ!?"), max_size=40)


@given(st.text() | TITLES)
def test_a_key_of_a_key_is_that_key(title: str) -> None:
    key = key_of(fold(title))

    assert key_of(key) == key


@given(st.text() | TITLES)
def test_what_has_a_name_has_a_key_without_spaces(title: str) -> None:
    folded = fold(title)

    assert bool(key_of(folded)) is bool(folded)
    assert " " not in key_of(folded)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Shōjo Kageki", "Shoujo Kageki"),
        ("Shoujo", "shojo"),
        ("Yuu Yuu Hakusho", "Yū Yū Hakusho"),
        ("Oosama", "Ōsama"),
        ("メタリックルージュ", "めたりっくるじゅ"),
        ("ひぐらし", "ヒグラシ"),
        ("ﾒﾀﾘｯｸ", "メタリック"),
        ("Steins;Gate", "SteinsGate"),
        ("ＡＩＲ", "air"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert key_of(fold(one)) == key_of(fold(other))


@pytest.mark.parametrize(("one", "other"), [("が", "か"), ("!!", "!"), ("ー", ""), ("Air", "Aria"), ("進撃", "追撃")])
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert key_of(fold(one)) != key_of(fold(other))


@given(TITLES, TITLES)
def test_words_of_an_index_are_as_many_as_its_parts(title: str, other: str) -> None:
    key = key_of(fold(f"{title} {other}"))
    parts = parts_of(key)

    assert len(set(parts)) == len(parts)
    assert set(index_of("", key).split()) == set(parts)
    assert not any(sign in part for part in parts for sign in " \"'*()^:-+")


@given(st.text(alphabet="abcdeあいう進撃巨", min_size=4, max_size=3 * SHORT), st.data())
def test_one_slip_leaves_a_part_that_is_shared(title: str, data: st.DataObject) -> None:
    key = key_of(title)
    assume(len(key) >= 4)
    at = data.draw(st.integers(0, len(key) - 1))
    slips = (
        key[:at] + "x" + key[at:],
        key[:at] + key[at + 1 :],
        key[:at] + "x" + key[at + 1 :],
        key[:at] + key[at : at + 2][::-1] + key[at + 2 :],
    )

    for slipped in slips:
        assert set(parts_of(slipped)) & set(parts_of(key))


@pytest.mark.parametrize(
    ("title", "initials"),
    [
        ("Attack on Titan", "aot"),
        ("Mob Psycho 100", "mp100"),
        ("One Piece", None),
        ("進撃 の 巨人", None),
        ("That Time I Got Reincarnated as a Slime", "ttigraas"),
        ("", None),
    ],
)
def test_initials_are_those_of_three_latin_words_or_more(title: str, initials: str | None) -> None:
    assert initials_of(fold(title)) == initials
