"""Lists of titles: where one ends and the next begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.subscriptions.title_lists import beginning_at, entries_of, parts_of, pieces_of, title_and_address

FIRST, SECOND = "https://anilist.co/anime/162985", "myanimelist.net/anime/54794"


@pytest.mark.parametrize(
    ("pasted", "entries"),
    [
        ("Frieren\nMetallic Rouge", ["Frieren", "Metallic Rouge"]),
        ("Frieren\r\n\r\n  Metallic Rouge  \r\n", ["Frieren", "Metallic Rouge"]),
        ("- Frieren\n* Metallic Rouge\n• 86", ["Frieren", "Metallic Rouge", "86"]),
        ("1. Frieren\n2) Metallic Rouge\n10. 22/7", ["Frieren", "Metallic Rouge", "22/7"]),
        ("86\n22/7\n.hack//SIGN\n-Saki-", ["86", "22/7", ".hack//SIGN", "-Saki-"]),
        ("Steins;Gate\nChaos;Head", ["Steins;Gate", "Chaos;Head"]),
        ("Frieren\nfrieren\nＦＲＩＥＲＥＮ", ["Frieren"]),
        (" \n\t\n", []),
        ("", []),
    ],
)
def test_a_list_has_an_entry_a_line(pasted: str, entries: list[str]) -> None:
    assert entries_of(pasted) == entries


@pytest.mark.parametrize(
    ("entry", "pieces"),
    [
        ("Metallic Rouge", [("Metallic Rouge", "")]),
        (FIRST, [("", FIRST)]),
        (f"Metallic Rouge {FIRST}", [("Metallic Rouge", FIRST)]),
        (f"Metallic Rouge - <{FIRST}>", [("Metallic Rouge", FIRST)]),
        (f"Oh, Suddenly Egaoid {FIRST}", [("Oh, Suddenly Egaoid", FIRST)]),
        (f"{FIRST}, {SECOND}", [("", FIRST), ("", SECOND)]),
        (f"{FIRST} {SECOND}", [("", FIRST), ("", SECOND)]),
        (f"86, {FIRST}, Frieren, ", [("86", ""), ("", FIRST), ("Frieren", "")]),
        (f"86 {FIRST}, Frieren {SECOND}", [("86", FIRST), ("Frieren", SECOND)]),
        ("Metallic Rouge https://example.com/86", [("Metallic Rouge https://example.com/86", "")]),
        (".hack//SIGN", [(".hack//SIGN", "")]),
        ("Fate/stay night", [("Fate/stay night", "")]),
        (", ,、", []),
    ],
)
def test_an_address_ends_a_piece_and_may_have_its_title_before_it(entry: str, pieces: list[tuple[str, str]]) -> None:
    assert [title_and_address(piece) for piece in pieces_of(entry)] == pieces


def test_a_title_may_have_commas_and_the_longest_comes_first() -> None:
    parts = parts_of("Oh, Suddenly Egaoid, Frieren")

    assert list(beginning_at(parts, 0)) == [
        ("Oh, Suddenly Egaoid, Frieren", 6),
        ("Oh, Suddenly Egaoid", 4),
        ("Oh", 2),
    ]
    assert list(beginning_at(parts, 4)) == [("Frieren", 6)]


@given(st.lists(st.text("ab ,、\n-1.", max_size=8), max_size=8).map("\n".join))
def test_nothing_that_was_typed_is_lost_and_every_part_is_reached(pasted: str) -> None:
    for entry in entries_of(pasted):
        assert entry.strip()
        parts = parts_of(entry)
        assert set(entry) - set("".join(parts)) <= set(",、 ")
        start, reached = 0, []
        while start < len(parts):
            *_, (text, start) = beginning_at(parts, start)
            reached.append(text)
        assert reached == parts[::2]
