"""What a subscription to releases chooses, as a moderator types it: read, and completed while they type."""

from collections.abc import Collection, Sequence

from discord import app_commands
from discord.app_commands import Choice

from bot.catalogue.releases import ReleaseKind
from bot.catalogue.revisions import UpdateKind
from bot.catalogue.store.services import known_services
from bot.client import Interaction, offering
from bot.errors import NotFound, NotUnderstood
from bot.subscriptions import choices
from bot.subscriptions.choices import completions, read_kinds, read_muted, read_reset, read_services
from bot.subscriptions.model import Topic
from bot.subscriptions.render import channels as render
from bot.ui.choices import choices as offered


def _completed(value: str, words: Sequence[str]) -> list[Choice[str]]:
    """Offer a list that is being typed, with each of the words that may come next."""
    return offered((text, text) for text in completions(value, words))


class KindsTyped(app_commands.Transformer):
    """Kinds of releases with commas between, or "all"."""

    async def transform(  # type: ignore[override]
        self, _: Interaction, value: str, /
    ) -> tuple[ReleaseKind, ...]:
        """Read the kinds. Raises `NotUnderstood`."""
        return read_kinds(value)

    async def autocomplete(  # type: ignore[override]
        self, _: Interaction, value: str, /
    ) -> list[Choice[str]]:
        """Offer the names that may come next."""
        return _completed(value, [*choices.KIND_NAMES.values(), *_unless_begun(value, choices.ALL)])


class UpdatesTyped(app_commands.Transformer):
    """The updates that are told, by their names, or "all", "none" or "dates"; read as those that aren't."""

    async def transform(  # type: ignore[override]
        self, _: Interaction, value: str, /
    ) -> tuple[UpdateKind, ...]:
        """Read the updates that aren't told. Raises `NotUnderstood`."""
        return read_muted(value)

    async def autocomplete(  # type: ignore[override]
        self, _: Interaction, value: str, /
    ) -> list[Choice[str]]:
        """Offer the names that may come next."""
        sets = _unless_begun(value, choices.ALL, choices.NONE, choices.DATES)
        return _completed(value, [*sets, *choices.UPDATE_NAMES.values()])


class ServicesTyped(app_commands.Transformer):
    """Services that the catalogue knows, with commas between; "first broadcast" among them is what is usual."""

    async def transform(  # type: ignore[override]
        self, interaction: Interaction, value: str, /
    ) -> tuple[str, ...]:
        """Read the services' names. Raises `NotFound` for one that isn't known, and `NotUnderstood` for too many."""
        async with interaction.client.database.read() as db:
            known = await known_services(db)
        found, unknown = read_services(value, known)
        if unknown:
            raise NotFound(render.unknown_services_text(unknown, known))
        if len(found) > choices.MOST_CHOSEN_SERVICES:
            raise NotUnderstood(f"Choose {choices.MOST_CHOSEN_SERVICES} services at most.")
        return found

    @offering
    async def autocomplete(  # type: ignore[override]
        self, interaction: Interaction, value: str, /
    ) -> list[Choice[str]]:
        """Offer the services that may come next."""
        async with interaction.client.database.read() as db:
            known = await known_services(db)
        return _completed(value, [choices.FIRST_BROADCAST_NAME, *(name for name in known if "," not in name)])


def _unless_begun(value: str, *words: str) -> tuple[str, ...]:
    """Give words that stand alone, while there is no list yet; none after that."""
    return () if "," in value else words


class ResetTyped(app_commands.Transformer):
    """Options that go back to their defaults, with commas between, or "all"."""

    async def transform(  # type: ignore[override]
        self, _: Interaction, value: str, /
    ) -> tuple[str, ...]:
        """Read the options' names. Raises `NotUnderstood`."""
        return read_reset(value)

    async def autocomplete(  # type: ignore[override]
        self, _: Interaction, value: str, /
    ) -> list[Choice[str]]:
        """Offer the names that may come next."""
        return _completed(value, [*choices.OPTIONS, *_unless_begun(value, choices.ALL)])


def require_fitting(fields: Collection[str], topic: Topic, *, of_season: bool) -> None:
    """Raise `NotUnderstood` where some of these fields of a subscription have no meaning for what it is of."""
    if topic is not Topic.RELEASES and choices.OF_RELEASES & set(fields):
        raise NotUnderstood(
            f"`kinds`, `services`, `popularity` and `updates` choose among releases: leave them out for {topic}."
        )
    if "popularity" in fields and not of_season:
        raise NotUnderstood("`popularity` chooses among the series of a season: give it with `what: season` only.")
