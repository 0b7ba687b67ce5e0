"""How the catalogue's values lie in JSON columns."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.catalogue.model import Credit, Format, Service, Source, Trailer
from bot.catalogue.origins import Origin
from bot.catalogue.records import SourceDate
from bot.catalogue.releases import ReleaseKind
from bot.catalogue.revisions import Plan
from bot.database.codecs import Codec
from bot.dates.airdate import AirDate

DATE_CODEC: Final = Codec[AirDate | None](AirDate | None)
CREDITS_CODEC: Final = Codec[tuple[Credit, ...]](tuple[Credit, ...])
SERVICES_CODEC: Final = Codec[tuple[Service, ...]](tuple[Service, ...])
TRAILERS_CODEC: Final = Codec[tuple[Trailer, ...]](tuple[Trailer, ...])
SOURCES_CODEC: Final = Codec[tuple[Source, ...]](tuple[Source, ...])
TEXTS_CODEC: Final = Codec[tuple[str, ...]](tuple[str, ...])
PLANS_CODEC: Final = Codec[dict[str, Plan]](dict[str, Plan])
"""What is planned of releases, by their ids."""
TRAILER_CODEC: Final = Codec[Trailer | None](Trailer | None)
SERVICE_CODEC: Final = Codec[Service | None](Service | None)
ORIGIN_DATES_CODEC: Final = Codec[dict[Origin, SourceDate]](dict[Origin, SourceDate])
"""What each origin says of a release's date."""

_FIELDS: Final[Mapping[str, Codec[Any]]] = {
    "format": Codec(Format | None),
    "credits": Codec(tuple[Credit, ...] | None),
    "services": Codec(tuple[Service, ...] | None),
    "trailers": Codec(tuple[Trailer, ...] | None),
}
_PLAIN: Final = Codec[Any](str | int | bool | None)


def field_codec(field: str) -> Codec[Any]:
    """Give the codec of a series' field, by its name in `bot.catalogue.records.FIELDS`; most are texts and numbers."""
    return _FIELDS.get(field, _PLAIN)


@dataclass(frozen=True, slots=True)
class StoredRelease:
    """What a series' history keeps of a release."""

    kind: ReleaseKind
    number: int | None
    service: str | None
    date: AirDate
    cancelled: bool


RELEASE_CODEC: Final = Codec[StoredRelease | None](StoredRelease | None)
