"""What a subscription chooses, as people type it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.releases import ReleaseKind
from bot.catalogue.revisions import UpdateKind
from bot.subscriptions import choices
from bot.subscriptions.choices import UnknownChoice, completions, read_kinds, read_muted, read_services
from bot.subscriptions.render.refusals import choice_problem_text

SERVICES = ["Crunchyroll", "Disney+", "d Anime Store", "動畫瘋", "U-NEXT"]


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("all", ()),
        ("premieres and finales", (ReleaseKind.PREMIERE, ReleaseKind.FINALE)),
        ("Finale; PREMIERE only", (ReleaseKind.PREMIERE, ReleaseKind.FINALE)),
        ("movies, Blu-rays, dub", (ReleaseKind.FILM, ReleaseKind.HOME_VIDEO, ReleaseKind.DUB)),
        ("home_video", (ReleaseKind.HOME_VIDEO,)),
        (", ,episodes,episode,", (ReleaseKind.EPISODE,)),
        ("premieres, episodes, finales, films, home video, dubs", ()),
    ],
)
def test_kinds_are_read_as_they_are_said(typed: str, kinds: tuple[ReleaseKind, ...]) -> None:
    assert read_kinds(typed) == kinds


@pytest.mark.parametrize("read", [read_kinds, read_muted])
@pytest.mark.parametrize(
    "typed", ["", " ,;", "premiere, nonsense", "@everyone", "x" * 6000, "\ud800", "none, all, sth"]
)
def test_what_is_none_of_them_is_told_how_to_be_typed(read: object, typed: str) -> None:
    assert callable(read)
    with pytest.raises(UnknownChoice) as told:
        read(typed)
    assert "commas between" in choice_problem_text(told.value)
    assert "nonsense" not in str(told.value)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("all", set(UpdateKind)),
        ("None", set()),
        ("dates only", set(choices.OF_DATES)),
        ("delays, breaks", {UpdateKind.DELAYED, UpdateKind.BREAK}),
        ("dates and trailers", {*choices.OF_DATES, UpdateKind.TRAILER}),
        ("brought forward", {UpdateKind.BROUGHT_FORWARD}),
    ],
)
def test_updates_are_named_by_those_that_are_told(typed: str, told: set[UpdateKind]) -> None:
    assert set(UpdateKind) - set(read_muted(typed)) == told


@given(st.sets(st.sampled_from(ReleaseKind), min_size=1), st.sets(st.sampled_from(UpdateKind), min_size=1))
def test_what_is_offered_can_be_read(kinds: set[ReleaseKind], updates: set[UpdateKind]) -> None:
    wanted = () if kinds == set(ReleaseKind) else tuple(kind for kind in ReleaseKind if kind in kinds)
    assert read_kinds(", ".join(choices.KIND_NAMES[kind] for kind in kinds)) == wanted
    named = ", ".join(choices.UPDATE_NAMES[kind] for kind in updates)
    assert set(read_muted(named)) == set(UpdateKind) - updates


@pytest.mark.parametrize(
    ("typed", "found", "unknown"),
    [
        ("crunchyroll", ("Crunchyroll",), ()),
        ("disney+; U NEXT", ("Disney+", "U-NEXT"), ()),
        ("ｄアニメ, dAnimeStore", ("d Anime Store",), ("ｄアニメ",)),
        ("TV, 動畫瘋", ("", "動畫瘋"), ()),
        (choices.FIRST_BROADCAST_NAME, ("",), ()),
        (" , ", (), ()),
        ("!!!", (), ("!!!",)),
    ],
)
def test_services_are_known_however_they_are_written(
    typed: str, found: tuple[str, ...], unknown: tuple[str, ...]
) -> None:
    assert read_services(typed, SERVICES) == (found, unknown)


@given(st.text(), st.lists(st.text()))
def test_any_text_is_a_list_of_services_known_or_not(typed: str, known: list[str]) -> None:
    found, unknown = read_services(typed, known)
    assert set(found) <= {*known, ""}
    assert all(part in typed for part in unknown)


@given(st.text(), st.lists(st.text(st.characters(exclude_characters=","), min_size=1).map(str.strip), unique=True))
def test_a_list_is_completed_with_what_it_hasnt_yet(typed: str, names: list[str]) -> None:
    for offered in completions(typed, names):
        parts = [part.strip().casefold() for part in offered.split(",")]
        before = [part.strip().casefold() for part in typed.split(",")[:-1] if part.strip()]
        assert parts[: len(before)] == before
        assert {part for part in parts[len(before) :] if part} <= {name.casefold() for name in names}
