"""How the whole bot is doing, for its owners."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.delivery.ledger import Lateness
from bot.web.reach import SourceHealth


@dataclass(frozen=True, slots=True)
class Queue:
    """Deliveries that aren't settled, by what they wait for. `oldest_due` leaves out those that a pause holds."""

    due: int
    in_hand: int
    to_be_retried: int
    paused: int
    to_be_amended: int
    oldest_due: datetime | None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What is known, and where from: the latest change that each source made, by the source's name."""

    series: int
    releases: int
    starter_loaded_at: datetime | None
    changed: Mapping[str, datetime]


@dataclass(frozen=True, slots=True)
class Storage:
    """The database: sizes in bytes, its schema's version, and when it was last kept safe and found whole.

    `free` is what is left on its disk, in bytes; None where that isn't known.
    """

    size: int
    wal_size: int
    free: int | None
    version: str
    deliveries: int
    backed_up_at: datetime | None
    checked_at: datetime | None


@dataclass(frozen=True, slots=True)
class Health:
    """All of it. `sent`, `failed` and `skipped` are of the past day; the latter two and `paused` count by reason."""

    queue: Queue
    sent: int
    lateness: Lateness | None
    failed: Mapping[str, int]
    skipped: Mapping[str, int]
    paused: Mapping[str, int]
    subscriptions: int
    catalogue: Catalogue
    storage: Storage
    sources: tuple[SourceHealth, ...] = ()
