"""The number that a title or somebody's text names, and the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.franchises import MOST, Installment, installment_asked_for, installment_of
from bot.folding import fold


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("葬送のフリーレン(第2期)", ("葬送のフリーレン", 2, None)),
        ("地獄楽(第二期)", ("地獄楽", 2, None)),
        ("城市猎人 第二季", ("城市猎人", 2, None)),
        ("おしりかじり虫(第4シリーズ)", ("おしりかじり虫", 4, None)),
        ("スペース☆ダンディ シーズン2", ("スペース ダンディ", 2, None)),
        ("ゴブリンスレイヤーⅡ", ("ゴブリンスレイヤー", 2, None)),
        ("モブサイコ100III", ("モブサイコ100", 3, None)),
        ("シティーハンター2", ("シティーハンター", 2, None)),
        ("無職転生Ⅱ ～異世界行ったら本気だす～(第2クール)", ("無職転生 異世界行ったら本気だす", 2, 2)),
        ("進撃の巨人 Season3 Part.2", ("進撃の巨人", 3, 2)),
        ("進撃の巨人 The Final Season Part.2", ("進撃の巨人 the final season", None, 2)),
        ("死神 千年血战篇 第3部分", ("死神 千年血战篇", None, 3)),
        ("Assassination Classroom Second Season", ("assassination classroom", 2, None)),
        ("Kingdom S4", ("kingdom", 4, None)),
        ("My Hero Academia (Season 5)", ("my hero academia", 5, None)),
        ("Log Horizon 後半クール", ("log horizon", None, 2)),
        ("HIGH SPEED 2nd attack", ("high speed", None, 2)),
        ("Major 2nd", ("major 2nd", None, None)),
        ("Mob Psycho 100", ("mob psycho 100", None, None)),
        ("Hunter x Hunter", ("hunter x hunter", None, None)),
        ("86", ("86", None, None)),
        ("season 0", ("season 0", None, None)),
        ("season 99", ("season 99", None, None)),
    ],
)
def test_a_title_is_a_stem_and_numbers(title: str, read: tuple[str, int | None, int | None]) -> None:
    assert installment_of(fold(title)) == Installment(*read)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("frieren season 2", ("frieren", 2, None)),
        ("Frieren S2", ("frieren", 2, None)),
        ("frieren 2nd season", ("frieren", 2, None)),
        ("frieren ii", ("frieren", 2, None)),
        ("major 2nd season 2", ("major 2nd", 2, None)),
        ("snk s3 part 2", ("snk", 3, 2)),
        ("bleach tybw cour 2", ("bleach tybw", None, 2)),
        ("part 2 part 2", ("part 2", None, 2)),
        ("season 0", ("season 0", None, None)),
        ("one piece 1000", ("one piece 1000", None, None)),
        ("12", ("12", None, None)),
        ("!!!", ("!!!", None, None)),
    ],
)
def test_of_what_is_typed_the_number_at_the_end_counts(text: str, read: tuple[str, int | None, int | None]) -> None:
    assert installment_asked_for(text) == Installment(*read)


@given(st.text(max_size=60))
def test_any_text_has_a_stem_and_sensible_numbers(text: str) -> None:
    for read in (installment_of(fold(text)), installment_asked_for(text)):
        assert bool(read.stem) is bool(fold(text))
        assert 0 < (read.season or 1) <= MOST
        assert 0 < (read.part or 1) <= MOST
