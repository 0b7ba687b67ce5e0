"""What an option offers: no more than Discord takes, and nothing that would mean something else."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ui.components import CHOICE_LENGTH, MOST_CHOICES, choices, matching
from tests.examples import examples

NAMED = st.lists(st.tuples(st.text(max_size=130), st.text(max_size=130)), max_size=40)


@settings(max_examples=examples(40, 500), deadline=None)
@given(NAMED)
def test_whatever_is_offered_discord_takes(named: list[tuple[str, str]]) -> None:
    offered = choices(named)

    assert len(offered) <= MOST_CHOICES
    assert all(1 <= len(each.name) <= CHOICE_LENGTH and 1 <= len(each.value) <= CHOICE_LENGTH for each in offered)
    assert {each.value for each in offered} <= {value for _, value in named}


def test_the_first_25_are_offered_in_their_order() -> None:
    assert [each.value for each in choices((f"Series {n}", f"series-{n}") for n in range(30))] == [
        f"series-{n}" for n in range(25)
    ]


def test_a_long_name_is_cut_and_a_long_value_is_not_offered() -> None:
    (offered,) = choices([("N" * 120, "short"), ("Short", "v" * 101), ("\u200b", "unseen")])

    assert (offered.name, offered.value) == ("N" * 99 + "…", "short")


def test_what_is_typed_is_looked_for_in_the_names() -> None:
    named = [("Crunchyroll", "c"), ("Netflix", "n"), ("HIDIVE", "h")]

    assert [each.value for each in matching(" hi", named)] == ["h"]
    assert [each.value for each in matching("", named)] == ["c", "n", "h"]


def test_no_two_choices_have_one_name() -> None:
    """Discord shows none at all then."""
    long = "Long " * 30
    named = [("general", "a"), ("general", "b"), (long + "one", "x" * 100), (long + "two", "x" * 99 + "y"), ("c", "c")]

    found = choices([*named, ("general", "a")])

    assert [each.name for each in found[:2]] == ["general (a)", "general (b)"]
    assert [each.value for each in found] == [value for _, value in named]
    assert len({each.name for each in found}) == len(named)
    assert all(0 < len(each.name) <= 100 for each in found)
