"""Who says what is in the catalogue, and whose word counts for more."""

import enum


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
