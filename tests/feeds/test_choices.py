"""What moderators choose of a feed: words, the line, and what becomes of items by that."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.choices import (
    UnreadableFeedReset,
    UnreadableLine,
    UnreadableWords,
    WordForbidden,
    WordMissing,
    filtered_by,
    outcomes,
    read_feed_reset,
    read_line,
    read_words,
)
from bot.feeds.model import MOST_PER_HOUR, MOST_PER_POLL, FeedChoices, FeedPostState
from tests.feeds.documents import entry

NOW = datetime(2024, 1, 3, 12, tzinfo=UTC)
NEWS = entry(1, "New “Metallic Rouge” Trailers — 新予告公開", text="The party begins on 10 January.")


@pytest.mark.parametrize(
    ("words", "is_there"),
    [
        ("metallic rouge", True),
        ("METALLIC", True),
        ("rouge metallic", False),
        ("trailer", False),
        ("trailer*", True),
        ("art", False),
        ("予告", True),
        ("10 january", True),
        ("nothing, party", True),
    ],
)
def test_words_are_found_whole_in_any_case_and_anywhere_where_words_have_no_spaces(words: str, is_there: bool) -> None:
    wanted = filtered_by(FeedChoices(wanted=read_words(words)), NEWS)
    unwanted = filtered_by(FeedChoices(unwanted=read_words(words)), NEWS)

    assert (wanted is None) == is_there
    assert isinstance(unwanted, WordForbidden) == is_there


@given(st.lists(st.text(max_size=20), max_size=5), st.lists(st.text(max_size=20), max_size=5))
def test_a_word_that_must_not_occur_wins_and_nothing_chosen_lets_all_pass(
    wanted: list[str], unwanted: list[str]
) -> None:
    choices = FeedChoices(wanted=tuple(wanted), unwanted=tuple(unwanted))

    found = filtered_by(choices, NEWS)

    if found is None or isinstance(found, WordMissing):
        assert filtered_by(FeedChoices(unwanted=tuple(unwanted)), NEWS) is None
    if not wanted and not unwanted:
        assert found is None


@pytest.mark.parametrize("typed", ["", " , ;", "!!!,", "x" * 61, ",".join(map(str, range(26)))])
def test_what_is_no_list_of_words_is_refused(typed: str) -> None:
    if typed == "!!!,":
        assert read_words(typed) == ("!!!",)  # it has nothing else to be known by
        return
    with pytest.raises(UnreadableWords):
        read_words(typed)


@pytest.mark.parametrize("typed", ["{author}", "{title!r}", "{title:>9}", "{0}", "{}", "{title.upper}", "{", "x" * 201])
def test_a_line_has_the_fields_of_an_item_and_no_others(typed: str) -> None:
    with pytest.raises(UnreadableLine):
        read_line(typed)


def test_options_go_back_to_their_defaults_by_their_names() -> None:
    assert read_feed_reset("ALL") == ("words", "without", "role", "line", "review", "publish")
    with pytest.raises(UnreadableFeedReset):
        read_feed_reset("lead")


@given(st.integers(0, 30), st.integers(0, 20), st.booleans())
def test_of_too_many_the_newest_are_posted_and_no_more_than_may_be(count: int, lately: int, reviewed: bool) -> None:
    entries = [entry(number, "Trailer" if number % 2 else "Recipe") for number in range(count)]
    choices = FeedChoices(wanted=("trailer",), review_channel_id=1 if reviewed else None)

    told = outcomes(choices, entries, lately=lately, now=NOW)

    assert [each.entry for each in told] == entries
    passing = [each for each in told if each.state is not FeedPostState.FILTERED]
    room = max(min(MOST_PER_POLL, MOST_PER_HOUR - lately), 0)
    goes_on = FeedPostState.WAITING if reviewed else FeedPostState.DUE
    assert len(passing) == count // 2
    assert [each.state for each in passing[-room:] if room] == [goes_on] * min(room, len(passing))
    assert {each.state for each in passing[: max(len(passing) - room, 0)]} <= {FeedPostState.LIMITED}


def test_what_was_published_long_ago_is_old_though_its_feed_lists_it_only_now() -> None:
    dates = [NOW - timedelta(days=30), NOW - timedelta(days=6), None]
    entries = [replace(entry(number), published=date) for number, date in enumerate(dates)]

    told = outcomes(FeedChoices(), entries, lately=0, now=NOW)

    assert [each.state for each in told] == [FeedPostState.OLD, FeedPostState.DUE, FeedPostState.DUE]
