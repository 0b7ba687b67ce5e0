"""Slugs: the names that series are typed and linked by, made from their titles."""

from collections.abc import Iterator

from bot.domain.series import Series, fold

LONGEST = 80


def slugs_for(series: Series) -> Iterator[str]:
    """Slugs that would do for a series, the one to be preferred first; they never end.

    >>> from bot.domain.series import Titles
    >>> every = slugs_for(Series(0, "", Titles(english="Metallic Rouge"), year=2024))
    >>> [next(every) for _ in range(4)]
    ['metallic-rouge', 'metallic-rouge-2024', 'metallic-rouge-2024-tv', 'metallic-rouge-2024-tv-2']
    """
    plain = _slug(series.titles.main)
    yield plain
    dated = f"{plain}-{series.year}" if series.year else plain
    if series.year:
        yield dated
    whole = f"{dated}-{series.format.value}"
    yield whole
    number = 2
    while True:
        yield f"{whole}-{number}"
        number += 1


def _slug(title: str) -> str:
    return fold(title).replace(" ", "-")[:LONGEST].strip("-") or "untitled"
