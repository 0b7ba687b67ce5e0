"""Updates: what became known or changed of a series, when it is worth a post by itself."""

import enum
from typing import Final


class UpdateKind(enum.StrEnum):
    """What an update tells. Each can be switched off for a channel."""

    ANNOUNCED = "announced"
    REFINED = "refined"
    DELAYED = "delayed"
    BROUGHT_FORWARD = "brought_forward"
    BREAK = "break"
    CANCELLED = "cancelled"
    TRAILER = "trailer"
    SERVICE = "service"


OF_THE_SERIES: Final = (UpdateKind.TRAILER, UpdateKind.SERVICE)
"""What is told of a series as a whole; the others are about a release's date."""
