"""Which of a source's series are those that somebody typed, or that are in the catalogue: by the search's own rule."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.catalogue.external_ids import ExternalSite, read_external_ids
from bot.catalogue.franchises import installment_of
from bot.catalogue.model import Series
from bot.catalogue.ranking import TITLE, Candidate, best
from bot.catalogue.records import SourceRecord
from bot.catalogue.search import WITHIN, TypedTitle, key_of
from bot.folding import fold


def meant_by(text: str, found: Sequence[SourceRecord]) -> list[SourceRecord]:
    """Give those of some records whose series a text may well mean: by an id, or by a title that is like it.

    Likeness is the search's. What has the text only somewhere within a word isn't meant.
    """
    named = {each.site: each.number for each in read_external_ids(text)}
    by_id = [
        each
        for each in found
        if each.series.anilist_id == named.get(ExternalSite.ANILIST, 0)
        or each.series.myanimelist_id == named.get(ExternalSite.MYANIMELIST, 0)
    ]
    typed = TypedTitle.of(text)
    if len(named) == 1 or not typed.key:  # an address or an id that says whose it is, or no word at all
        return by_id
    rows = [row for number, each in enumerate(found) for row in _candidates(number, each.series)]
    ways = [(typed, text)] + ([(TypedTitle.of(typed.asked.stem), typed.asked.stem)] if typed.asked.is_marked else [])
    alike = {number for way, words in ways for number, score in best(way, words, rows) if score > WITHIN}
    return [each for number, each in enumerate(found) if number in alike or each in by_id]


def _candidates(number: int, series: Series) -> Iterator[Candidate]:
    """Yield a series' names as the search compares them."""
    names = [(name, folded) for name in series.titles.all if (folded := fold(name))]
    said = [installment_of(folded) for _, folded in names]
    is_later = any((each.season or 1) > 1 or (each.part or 1) > 1 for each in said)
    for (name, folded), each in zip(names, said, strict=True):
        yield Candidate(
            TITLE, number, name, folded, key_of(folded), each.season, each.part, is_later, 0, series.popularity, None
        )


def same_as(known: Series, found: Sequence[SourceRecord]) -> SourceRecord | None:
    """Give the one record that is of a series in the catalogue: by the id that it has, else by title, format and year.

    It is made one of that series. None where there is none, or more than one by its title: an answer may be about
    another series than was asked for.
    """
    if known.anilist_id:
        return next((each for each in found if each.series.anilist_id == known.anilist_id), None)
    if known.myanimelist_id:
        return next((each for each in found if each.series.myanimelist_id == known.myanimelist_id), None)
    ours = {fold(name) for name in known.titles.leading}
    alike = [
        each
        for each in found
        if ours & {fold(name) for name in each.series.titles.leading}
        and each.series.format is known.format
        and (known.year is None or each.series.year in {None, known.year})
    ]
    return replace(alike[0], series=replace(alike[0].series, slug=known.slug)) if len(alike) == 1 else None
