"""Who says what is in the catalogue, who corrects it, and whose word counts for more."""

import enum
from dataclasses import dataclass


class Origin(enum.StrEnum):
    """Whose word something is, the one that counts most first.

    A guild's moderators are heard in their guild alone; what the others say is shared by all guilds.
    """

    MODERATORS = "moderators"
    OWNERS = "owners"
    ANILIST = "anilist"
    STARTER = "starter"
    BANGUMI = "bangumi-data"

    @property
    def rank(self) -> int:
        """0 for the one that counts most."""
        return _RANKS[self]


_RANKS = {origin: rank for rank, origin in enumerate(Origin)}


@dataclass(frozen=True, slots=True)
class Editor:
    """A person who corrects: a moderator for their guild, or one of the bot's owners for everybody (`guild_id` None).

    `by` is their snowflake.
    """

    by: int
    guild_id: int | None

    @property
    def origin(self) -> Origin:
        """Whose word theirs is."""
        return Origin.OWNERS if self.guild_id is None else Origin.MODERATORS
