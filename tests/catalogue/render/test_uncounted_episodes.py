"""What an episode is called that isn't one of those that are counted."""

import pytest

from bot.catalogue.fields import read_outing, typed_as
from bot.catalogue.merged import identity_of
from bot.catalogue.model import Series, Titles
from bot.catalogue.render import release_names

SERIES = Series(1, "one", Titles(english="One"), episodes=12)


@pytest.mark.parametrize(
    ("typed", "title", "headline", "sentence"),
    [
        ("episode 0", "Episode 0", "episode 0", "episode 0"),
        ("13.5", "Episode 13.5", "episode 13.5", "episode 13.5"),
        ("ep 13.5", "Episode 13.5", "episode 13.5", "episode 13.5"),
        ("special", "Special", "special", "the special"),
        ("recap", "Recap", "recap", "the recap"),
    ],
)
def test_it_goes_by_its_own_name_and_is_typed_by_it(typed: str, title: str, headline: str, sentence: str) -> None:
    release = read_outing(SERIES, typed, None)
    assert release_names.as_title(release, 12) == release_names.in_list(release) == title
    assert (release_names.in_headline(release, 12), release_names.in_sentence(release)) == (headline, sentence)
    assert read_outing(SERIES, typed_as(release), None) == release


def test_it_is_none_of_those_that_are_counted() -> None:
    outings = [
        read_outing(SERIES, typed, None) for typed in ("premiere", "episode 0", "12", "12.5", "special", "recap")
    ]
    assert len({identity_of(each) for each in outings}) == len(outings)
    assert release_names.all_numbers(outings) == "0–1 and 12"
