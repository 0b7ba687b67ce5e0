"""Series that read alike are told apart by what people know them by, wherever they are named."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from bot.catalogue.model import Format, Series, Titles
from bot.catalogue.render.names import plain_title, shown_title, told_apart
from bot.dates.airdate import Season

SAME = Series(1, "same", Titles("Same"), year=2024)


def names(*near: Series, limit: int = 80) -> list[str]:
    told = told_apart(near, lambda each: each.titles.main, limit)
    assert all(len(name) <= limit for name in told)
    # A page of a list says it as choices do.
    assert limit < 80 or [shown_title(each, 80, near) for each in near] == told
    return told


def variants(*changes: Mapping[str, object]) -> list[Series]:
    """Copies of one series, with these things changed."""
    return [replace(SAME, id=at, slug=f"same-{at}", **change) for at, change in enumerate(changes, 1)]  # type: ignore[arg-type]


def test_year_and_format_tell_first() -> None:
    near = variants({"format": Format.FILM}, {}, {"year": 2026}, {"format": Format.OVA, "year": None})

    assert names(*near) == ["Same (2024, film)", "Same (2024, TV series)", "Same (2026, TV series)", "Same (OVA)"]
    assert names(near[0]) == ["Same"]


def test_two_of_a_year_are_told_apart_by_the_season() -> None:
    cours = variants({"season": Season.WINTER}, {"season": Season.FALL}, {"year": 2019})

    assert names(*cours) == ["Same (Winter 2024, TV series)", "Same (Fall 2024, TV series)", "Same (2019, TV series)"]


def test_two_of_a_season_are_told_apart_by_what_their_own_titles_end_with() -> None:
    parts = variants(*({"titles": Titles("Same", native=native)} for native in ("同じ名前 前編", "同じ名前 後編")))
    cours = variants(*({"titles": Titles("Same", native=f"同じ名前(第{n}クール)")} for n in (1, 2)))
    whole = variants(*({"titles": Titles("Same", native=native)} for native in ("一人之下", "一人之下 the outcast")))

    assert names(*parts) == ["Same (前編)", "Same (後編)"]
    assert names(*cours) == ["Same (第1クール)", "Same (第2クール)"]
    assert names(*whole) == ["Same (一人之下)", "Same (the outcast)"]


def test_where_nothing_else_tells_it_is_their_place_among_them_and_never_the_slug() -> None:
    assert names(*variants({}, {})) == ["Same (2024, TV series, no. 1)", "Same (2024, TV series, no. 2)"]
    new = [replace(SAME, id=0), replace(SAME, id=0, year=2025)]  # as a source gives them
    assert names(*new) == ["Same (2024, TV series)", "Same (2025, TV series)"]


def test_what_differs_in_punctuation_or_a_cross_reads_alike() -> None:
    titles = ("SPY×FAMILY", "Spy x Family!", "SPYxFAMILY", "Other")
    near = variants(*({"titles": Titles(each), "year": 2020 + at} for at, each in enumerate(titles)))

    assert names(*near) == [
        "SPY×FAMILY (2020, TV series)",
        "Spy x Family! (2021, TV series)",
        "SPYxFAMILY (2022, TV series)",
        "Other",
    ]


def test_what_reads_alike_once_it_is_cut_is_told_apart_too() -> None:
    near = variants(
        {"titles": Titles("Long " * 30 + "one"), "year": 2001}, {"titles": Titles("Long " * 30 + "two"), "year": 2002}
    )

    told = told_apart(near, lambda each: each.titles.main, 40)

    assert [name[-6:] for name in told] == ["eries)"] * 2
    assert ["2001" in told[0], "2002" in told[1]] == [True, True]
    assert all(len(name) <= 40 for name in told)


def test_a_series_alone_is_told_from_those_that_the_store_knows() -> None:
    first, second = variants({"season": Season.SPRING}, {"season": Season.FALL})
    alone = replace(second, namesakes=(first.as_namesake,))

    assert shown_title(alone, 150) == plain_title(alone) == "Same (Fall 2024, TV series)"
    assert shown_title(replace(alone, titles=Titles("*Same*")), 150) == r"\*Same\* (Fall 2024, TV series)"
    long = replace(alone, titles=Titles("Long " * 60))
    assert len(plain_title(long)) <= 100
    assert shown_title(first, 150) == "Same"


def test_no_two_of_many_read_alike() -> None:
    many = variants(*({"year": year, "season": season} for year in (None, 2023, 2024) for season in (None, *Season)))

    assert Counter(names(*many)).most_common(1)[0][1] == 1
