"""Slugs: the names that series are typed and linked by, made from their titles."""

from collections.abc import Iterator

from bot.catalogue.model import Series
from bot.folding import fold
from bot.web.entities import decoded

SLUG_LENGTH = 80


def slugs_for(series: Series) -> Iterator[str]:
    """Yield slugs that would do for a series, the one to be preferred first; they never end.

    >>> from bot.catalogue.model import Titles
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


def is_outdated(before: Series, now: Series) -> bool:
    """Tell whether a series' slug was made of a title that had HTML entities, which were read as words once.

    >>> from bot.catalogue.model import Titles
    >>> garbled = Series(1, "tiger-amp-bunny-2012", Titles(native="TIGER &amp; BUNNY"))
    >>> is_outdated(garbled, Series(1, garbled.slug, Titles(native="TIGER & BUNNY"))), is_outdated(garbled, garbled)
    (True, False)
    """
    return _is_of_entities(before) and not _is_of_entities(now)


def _is_of_entities(series: Series) -> bool:
    garbled = (_slug(title) for title in series.titles.all if "&" in title and decoded(title) != title)
    return any(series.slug == each or series.slug.startswith(f"{each}-") for each in garbled)


def _slug(title: str) -> str:
    return fold(title).replace(" ", "-")[:SLUG_LENGTH].strip("-") or "untitled"
