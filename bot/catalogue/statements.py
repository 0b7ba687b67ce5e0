"""What one origin says of a series, and what comes of it when several speak."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from bot.catalogue.model import Series, Source, Titles
from bot.catalogue.origins import Origin
from bot.catalogue.releases import Release
from bot.folding import fold


@dataclass(frozen=True, slots=True)
class Statement:
    """What a source says of a series and its releases. What it doesn't say is None or empty, and never a denial.

    `series` has no id, and a slug only where the source gives one. A release that is missing isn't cancelled:
    sources forget. `over_at` is when its last episode was over, or will be, where the source knows: of a series that is
    over no further weekly episodes are made, for nobody waits for them.
    """

    origin: Origin
    series: Series
    releases: tuple[Release, ...] = field(default=())
    over_at: datetime | None = None

    def is_over(self, now: datetime) -> bool:
        """Whether nothing of it is still to come, as far as the source knows."""
        return self.over_at is not None and self.over_at <= now


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says of one field (`FIELDS`), until they take it back. `by` is a snowflake.

    `guild_id` is the guild's whose moderators say so, and None where the bot's owners do, for everybody.
    """

    field: str
    value: Any
    by: int
    at: datetime
    guild_id: int | None = None


TITLE_FIELDS = ("title_english", "title_romaji", "title_native")
FIELDS = (
    *TITLE_FIELDS,
    "format",
    "episodes",
    "story",
    "studio",
    "site",
    "picture",
    "anilist_id",
    "myanimelist_id",
    "bangumi_id",
    "popularity",
    "adult",
    "credits",
    "services",
    "trailers",
)
"""The fields for which the word that counts most is taken, each by itself."""
HIDDEN = "hidden"
"""The field by which people leave a series out of what is seen; no series has it, and no source speaks of it."""


def value_of(series: Series, name: str) -> Any:  # noqa: ANN401 - each field has its own type
    """A field's value by its name in `FIELDS`."""
    if name in TITLE_FIELDS:
        return getattr(series.titles, name.removeprefix("title_"))
    return getattr(series, name)


def with_value(series: Series, name: str, value: Any) -> Series:  # noqa: ANN401 - each field has its own type
    """The series with another value for a field of `FIELDS`."""
    if name in TITLE_FIELDS:
        return replace(series, titles=replace(series.titles, **{name.removeprefix("title_"): value}))
    return replace(series, **{name: value})


def is_said(value: object) -> bool:
    """Whether a source's value says anything: None, no words and an empty list don't, nor does "not adult"."""
    return value not in (None, "", (), False)


def merged(known: Series, said: Mapping[Origin, Series], corrections: Iterable[Correction] = ()) -> Series:
    """The series as all together say, for everybody: field by field the word that counts most.

    Names and sources are everybody's. `known` gives what nobody says: id, slug, year and season. Corrections of guilds
    are left to `corrected`.
    """
    ordered = [said[origin] for origin in sorted(said, key=lambda origin: origin.rank)]
    if len(ordered) == 1:  # of most series one speaks alone
        whole = replace(
            alone(ordered[0]),
            id=known.id,
            slug=known.slug,
            guild_id=known.guild_id,
            year=known.year,
            season=known.season,
        )
    else:
        whole = _whole(known, ordered)
    owners = [each for each in corrections if each.guild_id is None]
    if len(ordered) == 1 and not owners:
        return whole
    whole = corrected(whole, owners)
    return replace(whole, titles=_with_all_names(whole.titles, ordered))


def alone(said: Series) -> Series:
    """The series as the one origin says that speaks of it: each name and each source once."""
    titles, sources = _with_all_names(said.titles, [said]), _once(said.sources)
    # Most say nothing twice, and making a series takes its time.
    return said if (titles, sources) == (said.titles, said.sources) else replace(said, titles=titles, sources=sources)


def _whole(known: Series, ordered: list[Series]) -> Series:
    values = {name: _counting(name, ordered, known) for name in FIELDS}
    main = {name.removeprefix("title_"): values.pop(name) for name in TITLE_FIELDS}
    sources = _once(source for each in ordered for source in each.sources)
    return replace(known, titles=replace(known.titles, **main), sources=sources, **values)


def _counting(name: str, ordered: list[Series], known: Series) -> Any:  # noqa: ANN401 - each field has its own type
    """Of several words the first that says something; a format is always said, so the first one's counts."""
    value = value_of(known, name)
    for each in ordered:
        value = value_of(each, name)
        if is_said(value):
            break
    return value


def corrected(series: Series, corrections: Iterable[Correction]) -> Series:
    """The series with these corrections. The names that they replace can still be found."""
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
    standing = {fold(name) for name in (main.english, main.romaji, main.native) if name}
    also = tuple(name for folded, name in names.items() if folded not in standing)
    return main if also == main.also else replace(main, also=also)


def _once(sources: Iterable[Source]) -> tuple[Source, ...]:
    return tuple({source.name: source for source in sources}.values())
