"""Who corrects the catalogue, and for whom."""

from dataclasses import dataclass

from bot.catalogue.origins import Origin


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
