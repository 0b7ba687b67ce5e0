"""Updates: what became known or changed of a series, when it is worth a post by itself."""

import enum


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
