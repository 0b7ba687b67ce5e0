"""bangumi-data with anything in it where something else should be: nothing breaks, and nothing else is lost."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.catalogue.sources import bangumi
from bot.catalogue.store.records import read_series, series_json
from bot.errors import CatalogueError
from bot.folding import fold
from tests.examples import examples

EXCERPT: dict[str, Any] = json.loads((Path(__file__).parents[2] / "data" / "bangumi-excerpt.json").read_text("utf-8"))
GOOD = bangumi.read(EXCERPT)

spoiling = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.just(10**400),
    st.floats(allow_nan=False),
    st.text(st.characters(codec=None)),
    st.sampled_from(["9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00", "2024-13-01", "R/", "https://[", "tv"]),
    st.lists(st.text() | st.integers(), max_size=2),
    st.dictionaries(st.text(max_size=3), st.text() | st.none(), max_size=2),
)


def spots(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:  # noqa: ANN401 - any JSON
    """Where something stands in JSON."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(spot for key, each in inner for spot in spots(each, (*path, key)))]


SPOTS = [spot for spot in spots(EXCERPT["items"]) if spot]


@given(st.sampled_from(SPOTS), spoiling)
@example((6, "titleTranslate"), {"\x1f": ""})
@settings(max_examples=examples(50, 800))
def test_one_bad_item_loses_no_other(spot: tuple[Any, ...], spoilt: object) -> None:
    whole = copy.deepcopy(EXCERPT)
    within = whole["items"]
    for step in spot[:-1]:
        within = within[step]
    within[spot[-1]] = spoilt

    reading = bangumi.read(whole)

    assert len(reading.statements) + len(reading.problems) == len(EXCERPT["items"])
    assert len(reading.problems) <= 1
    assert all(problem.isprintable() and problem.startswith("Item ") for problem in reading.problems)
    others = [each.series.titles for at, each in enumerate(GOOD.statements) if at != spot[0]]
    assert [each for each in others if each not in [one.series.titles for one in reading.statements]] == []
    for statement in reading.statements:
        json.dumps(series_json(statement.series), allow_nan=False).encode()
        assert read_series(series_json(statement.series)).titles.all == statement.series.titles.all
        assert all(fold(title) for title in statement.series.titles.all)


@given(st.sampled_from(spots(EXCERPT["siteMeta"])), spoiling)
@settings(max_examples=examples(20, 200))
def test_spoilt_sites_are_refused_or_do_no_harm(spot: tuple[Any, ...], spoilt: object) -> None:
    whole = copy.deepcopy(EXCERPT)
    within, key = whole, "siteMeta"
    for step in spot:
        within, key = within[key], step
    within[key] = spoilt

    try:
        reading = bangumi.read(whole)
    except CatalogueError as error:
        assert str(error).startswith("This isn't bangumi-data as it is known here: ")  # noqa: PT017 - or it is read
    else:
        assert len(reading.statements) == len(EXCERPT["items"])


def test_an_odd_key_is_told_in_signs_that_a_terminal_can_show() -> None:
    with pytest.raises(CatalogueError) as refused:
        bangumi.read({**EXCERPT, "siteMeta": {"a\x1b[2Jb": 1}})

    assert str(refused.value).isprintable()
