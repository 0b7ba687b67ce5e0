"""A series' card: all that is known of it when somebody asks, and the pages that it has."""

import enum
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.catalogue.disputes import Dispute
from bot.catalogue.model import Origin, Series
from bot.catalogue.records import Correction, DateChange
from bot.catalogue.relations import Relative
from bot.catalogue.releases import Release


class CardPage(enum.StrEnum):
    """A page of a card. Their values stand in custom_ids and in a select's options."""

    OVERVIEW = "overview"
    STORY = "story"
    EPISODES = "episodes"
    STAFF = "staff"
    STREAMING = "streaming"
    TRAILERS = "trailers"
    RELATED = "related"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of a series at `now`.

    `reader_in` are the countries that the reader is likely in; `away_since` is since when AniList hasn't answered,
    where that is long enough to matter. `corrections` are those of the guild's moderators; `confirmed` is when each
    origin last said again what it says. `disputed` are dates on which sources differ. `relatives` are AniList's
    and those of its franchise.
    """

    series: Series
    releases: Sequence[Release]
    changes: Sequence[DateChange]
    now: datetime
    reader_in: Collection[str] = ()
    away_since: datetime | None = None
    corrections: Sequence[Correction] = ()
    disputed: Sequence[Dispute] = ()
    confirmed: Mapping[Origin, datetime] = field(default_factory=dict)
    relatives: Sequence[Relative] = ()

    @property
    def is_from_anilist(self) -> bool:
        """Whether facts of it are AniList's, which is to be named for them."""
        series = self.series
        return series.anilist_id is not None and any(one.name.casefold() == "anilist" for one in series.sources)

    @property
    def facts(self) -> tuple[object, ...]:
        """What a reader would see the difference of: not how popular it is, nor that a source says the same again."""
        series = replace(self.series, popularity=None)
        return series, self.releases, self.changes, self.corrections, self.disputed, self.relatives
