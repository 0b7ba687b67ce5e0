"""What happens in the world, as the gateway tells it."""

from dataclasses import dataclass

from sandbox.rules.json_types import JsonObject


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in the world, as the gateway tells it.

    `name` is the gateway's ("MESSAGE_CREATE", "GUILD_UPDATE"…), `data` the payload as Discord sends it (ids are
    strings). `guild_id` is `None` for a direct message or an account's event.
    """

    name: str
    data: JsonObject
    guild_id: int | None = None
    channel_id: int | None = None
