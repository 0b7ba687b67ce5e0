import re
import unicodedata
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dates.airdate import AirDate, Season
from bot.ui.text import (
    MORE,
    air_date,
    days,
    escape,
    length,
    lines_within,
    link,
    list_words,
    plain,
    quote,
    sentence_end,
    shortened,
    stamp,
    vague_date,
    word_end,
)
from tests.examples import examples

AT = datetime(2024, 1, 10, 16, 25, tzinfo=UTC)
SIGNS = st.text(alphabet=st.sampled_from("ab1 \n\\*_~|`[]()<>#-@:/.\u202e\u200b\u2068がéeveryonehere"), max_size=60)
TEXTS = st.lists(st.sampled_from([*"aB .!?。「」\n\\*", "Dr. ", "\u200d"]), max_size=200).map("".join)


@given(SIGNS | st.text(max_size=60), st.integers(2, 50), st.booleans())
def test_escaped_text_keeps_within_its_limit_and_nothing_of_it_acts(text: str, limit: int, lines: bool) -> None:
    shown = escape(text, limit, lines=lines)

    assert len(shown) <= limit
    assert not re.search(r"@(everyone|here)", shown, re.IGNORECASE)
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", shown)
    assert not set(bare) & set("\\*_~|`[]<>")
    assert not re.search(r"^\s*(#|-)", shown, re.MULTILINE)
    assert not re.search(r"[a-z]://", shown)
    assert not [sign for sign in shown if unicodedata.category(sign) == "Cf" and sign not in "\u200b\u200c\u200d"]


@given(st.text(alphabet="abc defé が", max_size=60))
def test_plain_words_are_left_as_they_are(text: str) -> None:
    assert escape(text) == " ".join(text.split())


def test_what_is_escaped_reads_as_it_was_typed() -> None:
    assert escape("**Re:Zero** [x](https://example.com)") == r"\*\*Re:Zero\*\* \[x\](https\://example.com)"
    assert escape("@everyone @here") == "@\u200beveryone @\u200bhere"
    assert escape("a\n\n\n\n# b\n- c\n1. d", lines=True) == "a\n\n\\# b\n\\- c\n1\u200b. d"
    assert escape("x" * 10, 5) == "xxxx…"
    assert escape("*" * 10, 6) == r"\*\*…"


def test_quotes_isolate_the_direction_of_what_was_typed() -> None:
    assert quote("\u202egnorW") == "“\u2068gnorW\u2069”"
    assert quote("רוז") == "“\u2068רוז\u2069”"
    assert len(quote("x" * 4000)) < 90


@given(st.text(max_size=60), st.integers(2, 40))
def test_plain_text_fits_on_a_button(text: str, limit: int) -> None:
    shown = plain(text, limit)

    assert len(shown) <= limit
    assert "\n" not in shown


def test_instants_are_shown_in_each_readers_zone() -> None:
    assert stamp(AT) == "<t:1704903900:F> · <t:1704903900:R>"
    assert stamp(datetime(1969, 12, 31, 23, 59, 59, 500_000, tzinfo=UTC)) == "<t:-1:F> · <t:-1:R>"
    with pytest.raises(ValueError, match="time zone"):
        stamp(datetime(2024, 1, 1))  # noqa: DTZ001 - what is refused


def test_dates_are_told_no_more_exactly_than_they_are_known() -> None:
    assert air_date(AirDate.tba()) == "to be announced"
    assert air_date(AirDate.year(2024)) == "2024"
    assert air_date(AirDate.season(2024, Season.WINTER)) == "Winter 2024"
    assert air_date(AirDate.quarter(2024, 1)) == "Q1 2024"
    assert air_date(AirDate.quarter(2024, 4)) == "Q4 2024"
    assert air_date(AirDate.month(2024, 1)) == "January 2024"
    assert air_date(AirDate.day(date(2024, 1, 10))) == "10 January 2024"
    assert air_date(AirDate.instant(AT)) == stamp(AT)
    assert vague_date(AirDate.instant(AT)) == "11 January 2024"


def test_days_share_what_they_have_in_common() -> None:
    assert days(date(2023, 7, 1), date(2023, 7, 4)) == "1–4 July 2023"
    assert days(date(2023, 7, 1), date(2023, 7, 1)) == "1 July 2023"
    assert days(date(2023, 7, 30), date(2023, 8, 1)) == "30 July – 1 August 2023"
    assert days(date(2023, 12, 30), date(2024, 1, 1)) == "30 December 2023 – 1 January 2024"


def test_lengths_are_told_in_words() -> None:
    assert length(timedelta(days=7)) == "7 days"
    assert length(timedelta(hours=1)) == "1 hour"
    assert length(timedelta(days=1, hours=12, minutes=1)) == "1 day 12 hours 1 minute"
    assert length(timedelta(0)) == "the moment itself"


def test_lists_read_as_sentences_do() -> None:
    assert [list_words(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_lines_are_kept_whole_and_the_rest_is_counted() -> None:
    assert lines_within(["one", "two"], 100) == "one\ntwo"
    assert lines_within(["x" * 50, "y" * 50, "z" * 50], 70) == "x" * 50 + "\n… and 2 more"
    assert lines_within(["x" * 50], 10) == ""


def test_only_addresses_of_the_web_are_linked() -> None:
    assert link("A*", "https://example.com/(a)") == r"[A\*](https://example.com/%28a%29)"
    assert link("A", "javascript:alert(1)") == "A"
    assert link("A", None) == "A"


def test_no_letter_carries_a_tower_of_marks() -> None:
    assert escape("Z" + "\u0301" * 300 + "o") == "Z" + "\u0301" * 4 + "o"
    for written in ("เธอที่รัก", "हिन्दी", "Tiếng Việt", "བསྒྲུབས", "שָׁלוֹם"):
        assert escape(written) == written


def test_nothing_but_joiners_is_nothing() -> None:
    assert escape("\u200b\u200d\ufeff") == ""
    assert escape("می\u200cخواهم") == "می\u200cخواهم"


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
