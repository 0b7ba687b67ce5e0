"""What a subscription to releases chooses, as a moderator types it: read, and completed while they type."""

from dataclasses import replace

from discord import app_commands
from discord.app_commands import Choice

from bot.client import Interaction, offering
from bot.domain import choices
from bot.domain.choices import Choices, completions, read_kinds, read_services, read_untold
from bot.domain.releases import ReleaseKind
from bot.domain.subscriptions import Topic
from bot.domain.updates import UpdateKind
from bot.errors import NotFound, NotUnderstood
from bot.render import channels as looks
from bot.render.wording import plain
from bot.store.services import known_services

MOST_CHOICES = 25
"""Discord: an autocompletion."""
MOST_LETTERS = 100
"""Discord: a choice's name and value."""


def _offered(texts: list[str]) -> list[Choice[str]]:
    """Those that Discord takes; a list that is longer can still be typed."""
    fitting = [text for text in texts if len(text) <= MOST_LETTERS and text.strip()]
    return [Choice(name=plain(text, MOST_LETTERS) or text, value=text) for text in fitting][:MOST_CHOICES]


class KindsTyped(app_commands.Transformer):
    """Kinds of releases with commas between, or "all"."""

    async def transform(  # type: ignore[override]
        self, _: Interaction, value: str, /
    ) -> tuple[ReleaseKind, ...]:
        """The kinds. Raises `NotUnderstood`."""
        return read_kinds(value)

    async def autocomplete(  # type: ignore[override]
        self, _: Interaction, value: str, /
    ) -> list[Choice[str]]:
        """The names that may come next."""
        return _offered(completions(value, [*choices.KIND_NAMES.values(), *_unless_begun(value, choices.ALL)]))


class UpdatesTyped(app_commands.Transformer):
    """The updates that are told, by their names, or "all", "none" or "dates"; read as those that aren't."""

    async def transform(  # type: ignore[override]
        self, _: Interaction, value: str, /
    ) -> tuple[UpdateKind, ...]:
        """The updates that aren't told. Raises `NotUnderstood`."""
        return read_untold(value)

    async def autocomplete(  # type: ignore[override]
        self, _: Interaction, value: str, /
    ) -> list[Choice[str]]:
        """The names that may come next."""
        sets = _unless_begun(value, choices.ALL, choices.NONE, choices.DATES)
        return _offered(completions(value, [*sets, *choices.UPDATE_NAMES.values()]))


class ServicesTyped(app_commands.Transformer):
    """Services that the catalogue knows, with commas between; "first broadcast" among them is what is usual."""

    async def transform(  # type: ignore[override]
        self, interaction: Interaction, value: str, /
    ) -> tuple[str, ...]:
        """The services' names. Raises `NotFound` for one that isn't known, and `NotUnderstood` for too many."""
        async with interaction.client.database.read() as db:
            known = await known_services(db)
        found, unknown = read_services(value, known)
        if unknown:
            raise NotFound(looks.unknown_services_text(unknown, known))
        if len(found) > choices.MOST_SERVICES:
            raise NotUnderstood(f"Choose {choices.MOST_SERVICES} services at most.")
        return found

    @offering
    async def autocomplete(  # type: ignore[override]
        self, interaction: Interaction, value: str, /
    ) -> list[Choice[str]]:
        """The services that may come next."""
        async with interaction.client.database.read() as db:
            known = await known_services(db)
        return _offered(completions(value, [choices.BROADCAST, *(name for name in known if "," not in name)]))


def _unless_begun(value: str, *words: str) -> tuple[str, ...]:
    """Words that stand alone, while there is no list yet."""
    return () if "," in value else words


def fitted(chosen: Choices, topic: Topic, *, of_season: bool) -> Choices:
    """What was chosen, made whole for what it is chosen of. Raises `NotUnderstood` where it has no meaning there."""
    if topic is not Topic.RELEASES and chosen != choices.NOTHING_CHOSEN:
        raise NotUnderstood(
            f"`kinds`, `services`, `popularity` and `updates` choose among releases: leave them out for {topic}."
        )
    if of_season:
        popularity = choices.USUAL_POPULARITY if chosen.popularity is None else chosen.popularity
        return replace(chosen, popularity=popularity)
    if chosen.popularity is not None:
        raise NotUnderstood("`popularity` chooses among the series of a season: give it with `what: season` only.")
    return chosen
