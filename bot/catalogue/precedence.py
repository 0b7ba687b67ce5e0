"""Precedence: of several origins that speak of one field, or of one date, which one counts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from bot.catalogue.model import Origin, Series, Source, Titles
from bot.catalogue.records import (
    FIELDS,
    TITLE_FIELDS,
    Change,
    Correction,
    FieldValue,
    SourceDate,
    is_given,
    value_of,
    with_value,
)
from bot.catalogue.releases import Basis
from bot.dates.airdate import AirDate, Precision
from bot.folding import fold

LATE_HOURS = timedelta(hours=6)
"""A night's broadcast is listed under the day before: 25:25 on the 10th is 01:25 on the 11th."""
FIELDS_WITH_HISTORY = (
    *TITLE_FIELDS,
    "format",
    "episodes",
    "story",
    "studio",
    "site",
    "picture",
    "adult",
    "trailers",
)
"""How popular and how good a series is changes each day, and ids, credits, genres and services are only completed."""


def merged_fields(known: Series, records: Mapping[Origin, Series], corrections: Iterable[Correction] = ()) -> Series:
    """Merge what all together say of a series, for everybody: field by field the origin that counts most.

    Names and sources are everybody's. `known` gives what nobody says: id, slug, year and season. Corrections of guilds
    are left to `corrected`.
    """
    ordered = [records[origin] for origin in sorted(records, key=lambda origin: origin.rank)]
    owners = [each for each in corrections if each.guild_id is None]
    if len(ordered) == 1:  # of most series one speaks alone
        whole = replace(
            sole_record(ordered[0]),
            id=known.id,
            slug=known.slug,
            guild_id=known.guild_id,
            year=known.year,
            season=known.season,
        )
        if not owners:
            return whole
    else:
        values = {}
        for name in FIELDS:
            # The first that says something counts; a format is always given.
            said = [value_of(each, name) for each in ordered] or [value_of(known, name)]
            values[name] = next(filter(is_given, said), said[-1])
        main = {name.removeprefix("title_"): values.pop(name) for name in TITLE_FIELDS}
        sources = _once(source for each in ordered for source in each.sources)
        whole = replace(known, titles=replace(known.titles, **main), sources=sources, **values)
    whole = corrected(whole, owners)
    return replace(whole, titles=_with_all_names(whole.titles, ordered))


def sole_record(record: Series) -> Series:
    """Give the series as the one origin says that speaks of it: each name and each source once."""
    titles, sources = _with_all_names(record.titles, [record]), _once(record.sources)
    # Most say nothing twice, and making a series takes its time.
    unchanged = (titles, sources) == (record.titles, record.sources)
    return record if unchanged else replace(record, titles=titles, sources=sources)


def corrected(series: Series, corrections: Iterable[Correction]) -> Series:
    """Give the series with these corrections. The names that they replace can still be found."""
    for each in corrections:
        before = series.titles
        series = with_value(series, each.field, each.value)
        if each.field in TITLE_FIELDS:
            series = replace(series, titles=_with_all_names(series.titles, [replace(series, titles=before)]))
    return series


def _with_all_names(main: Titles, ordered: Iterable[Series]) -> Titles:
    names: dict[str, str] = {}
    for name in (name for each in ordered for name in each.titles.all):
        names.setdefault(fold(name), name)
    shown = {fold(name) for name in main.leading}
    also = tuple(name for folded, name in names.items() if folded not in shown)
    return main if also == main.also else replace(main, also=also)


def _once(sources: Iterable[Source]) -> tuple[Source, ...]:
    return tuple({source.name: source for source in sources}.values())


def field_changes(before: Series, after: Series, *, actor: str, at: datetime) -> Iterator[Change]:
    """Yield what a source changed of a series that was known: kept, so that people can read it and correct it.

    What nobody had said before is no change: it became known.
    """
    for field in FIELDS_WITH_HISTORY:
        old, new = value_of(before, field), value_of(after, field)
        if old != new and is_given(old):
            yield Change(0, after.id, field, at, actor, None, FieldValue(old), FieldValue(new))


def preferred_date(dates: Mapping[Origin, SourceDate]) -> tuple[Origin, SourceDate]:
    """Choose whose date counts, and which it is: the highest's, unless a lower one says the same more exactly.

    A person's date is taken as it is. What a slot says counts where nobody states a date, or that there is none.
    Raises `ValueError` where nobody says anything.
    """
    stated = [origin for origin in dates if dates[origin].basis is Basis.STATED]
    ordered = sorted(stated or dates, key=lambda origin: origin.rank)
    if not ordered:
        raise ValueError("nobody says anything")
    counts = ordered[0]
    if counts in {Origin.MODERATORS, Origin.OWNERS}:
        return counts, dates[counts]
    for origin in ordered[1:]:
        if is_same_more_exactly(dates[counts].date, dates[origin].date):
            cancelled = dates[ordered[0]].cancelled
            dates = {**dates, origin: replace(dates[origin], cancelled=cancelled)}
            counts = origin
    return counts, dates[counts]


def is_same_more_exactly(date: AirDate, other: AirDate) -> bool:
    """Tell whether `other` refines `date`, also where `date` is the day under which a night's broadcast is listed."""
    if date.refined_by(other):
        return True
    if date.precision is not Precision.DAY or not other.is_exact or other.earliest is None or date.latest is None:
        return False
    return date.latest <= other.earliest < date.latest + LATE_HOURS
