"""A channel is subscribed as a moderator asked: what was typed is read and completed, and what changes is shown."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice

from bot.catalogue.model import Series
from bot.catalogue.releases import ReleaseKind
from bot.catalogue.render.series import picks
from bot.catalogue.revisions import UpdateKind
from bot.catalogue.store.catalogue import known_services
from bot.client import Interaction, offering, tell
from bot.conventions.render.editions import no_edition
from bot.conventions.store import editions
from bot.delivery.store import pauses
from bot.errors import NotFound, NotUnderstood
from bot.subscriptions import choices
from bot.subscriptions.choices import (
    OPTIONS,
    USUAL_POPULARITY,
    completions,
    read_kinds,
    read_muted,
    read_reset,
    read_services,
)
from bot.subscriptions.model import AT_THE_MOMENT, DEFAULT_LEADS, Lead, Subscription, Topic, read_leads
from bot.subscriptions.render import channels as render
from bot.subscriptions.render import refusals
from bot.subscriptions.store import channels, watchlist
from bot.ui.components import choices as offered
from cogs.interactions import Reply, require_moderator
from cogs.places import (
    Place,
    may_publish,
    place_of,
    require_may_be_posted,
    require_may_ping,
    require_may_post,
    require_publishable,
)
from cogs.series_by_title import series_still_known
from cogs.subscribed import Chosen, found_now


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
            raise NotUnderstood(refusals.TOO_MANY_SERVICES_TEXT)
        return found

    @offering
    async def autocomplete(  # type: ignore[override]
        self, interaction: Interaction, value: str, /
    ) -> list[Choice[str]]:
        """Offer the services that may come next."""
        async with interaction.client.database.read() as db:
            known = await known_services(db)
        return _completed(value, [choices.FIRST_BROADCAST_NAME, *(name for name in known if "," not in name)])


class ConventionTyped(app_commands.Transformer):
    """A convention by its own name, an alias, or the name of any of its editions; read as its own name."""

    async def transform(  # type: ignore[override]
        self, interaction: Interaction, value: str, /
    ) -> str:
        """Find the convention. Raises `NotFound`."""
        async with interaction.client.database.read() as db:
            now, guild_id = interaction.client.clock(), interaction.guild_id
            found = await editions.find_edition(db, value, now, guild_id=guild_id)
        if found is None:
            raise NotFound(no_edition(value))
        return found.convention

    @offering
    async def autocomplete(  # type: ignore[override]
        self, interaction: Interaction, value: str, /
    ) -> list[Choice[str]]:
        """Offer the conventions that what is typed may become."""
        async with interaction.client.database.read() as db:
            now, guild_id = interaction.client.clock(), interaction.guild_id
            near = await editions.matching(db, value, now, guild_id=guild_id)
        return offered((name, name) for name in dict.fromkeys(one.convention for one in near))


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
        raise NotUnderstood(refusals.only_of_releases_text(topic))
    if "panels" in fields and topic is not Topic.CONVENTIONS:
        raise NotUnderstood(refusals.PANELS_TEXT)
    if "popularity" in fields and not of_season:
        raise NotUnderstood(refusals.POPULARITY_TEXT)


@dataclass(frozen=True, slots=True)
class Asked:
    """How a moderator wants a channel to be told, of whatever it is.

    `given` has the values that they gave, by the fields of `Subscription`, and `reset` the names of the options that go
    back to their defaults. All else stays as it is.
    """

    place: Place
    role: discord.Role | None
    given: Mapping[str, Any]
    reset: tuple[str, ...] = ()

    def require_possible(self) -> None:
        """Raise `NotAllowed` where the channel or the role doesn't let it be, with what to change."""
        require_may_post(self.place)
        if self.role is not None:
            require_may_ping(self.role, self.place)
        if self.given.get("publishes"):
            require_publishable(self.place)

    def values(self, usual: Subscription) -> dict[str, Any]:
        """Give the fields to change, where `usual` is a subscription with nothing chosen.

        Raises `NotUnderstood` for what has no meaning for what it is of, or is given and reset.
        """
        if len(self.reset) == len(OPTIONS):  # "all": but what is given
            return {field: getattr(usual, field) for field in OPTIONS.values()} | dict(self.given)
        reset = {OPTIONS[name]: name for name in self.reset}
        if both := [name for field, name in reset.items() if field in self.given]:
            raise NotUnderstood(refusals.given_and_reset_text(both[0]))
        require_fitting({*self.given, *reset}, usual.topic, of_season=usual.is_of_season)
        return {field: getattr(usual, field) for field in reset} | dict(self.given)


def read_wanted_leads(topic: Topic, typed: str | None) -> tuple[Lead, ...] | None:
    """Read the leads meant for a topic; None where nothing was typed. Raises `NotUnderstood`."""
    if typed is None or not typed.strip():
        return None
    is_usual = typed.strip().casefold() == render.AS_USUAL
    if topic is Topic.ANNOUNCEMENTS:
        if not is_usual and read_leads(typed) != AT_THE_MOMENT:
            raise NotUnderstood(refusals.ANNOUNCEMENT_LEAD_TEXT)
        return AT_THE_MOMENT
    return DEFAULT_LEADS if is_usual else read_leads(typed)


async def suggest(interaction: Interaction, typed: str, near: Sequence[Series], asked: Asked) -> None:
    """Ask which series is meant, with a button for each that may be, where buttons have room for what was asked.

    Raises `NotFound` with words alone where they haven't, or none is near.
    """
    told = render.unclear_text(typed, near)
    picked = None if asked.reset else render.pick_button(asked.place.id, asked.given)
    if not near or picked is None:
        raise NotFound(told)
    await tell(interaction, told, view=picks(picked, near))


async def keep(interaction: Interaction, subject: Chosen, asked: Asked) -> None:
    """Store what was asked, and say what the channel gets now. Raises `NotAllowed` and `NotUnderstood`.

    Where it gets that already, what wasn't asked stays as it is, unless it can't.
    """
    bot, now, series = interaction.client, interaction.client.clock(), subject.series
    usual = Subscription(
        id=0,
        guild_id=require_moderator(interaction),
        channel_id=asked.place.id,
        topic=subject.topic,
        leads=AT_THE_MOMENT if subject.topic is Topic.ANNOUNCEMENTS else DEFAULT_LEADS,
        created_by=interaction.user.id,
        created_at=now,
        series_id=series.id if series else None,
        popularity=USUAL_POPULARITY if subject.of_season else None,
        convention=subject.convention,
    )
    values = asked.values(usual)
    await require_may_be_posted(interaction, series, asked.place)
    async with Reply(interaction) as reply:
        async with bot.database.change() as db:
            before = await channels.same_as(db, usual)
            changed = replace(before or usual, **(_without_what_is_gone(before, asked.place) | values))
            if changed != before:
                changed, _ = await channels.subscribe(db, replace(changed, created_by=interaction.user.id))
            is_resumed = await pauses.resume(db, changed.id, now=now)
            watched = await watchlist.is_used(db, usual.guild_id)
        told = render.subscribed_text(
            changed,
            subject.title,
            before=before,
            is_resumed=is_resumed,
            watched=watched,
            found=found_now(interaction, changed, series),
        )
        await reply.send(told)


def _without_what_is_gone(before: Subscription | None, place: Place) -> dict[str, Any]:
    """Give new values for what of a subscription can't stay as it is.

    That is a role that was deleted, and publishing where nobody can follow.
    """
    if before is None:
        return {}
    gone: dict[str, Any] = {}
    if before.role_id is not None and place.guild.get_role(before.role_id) is None:
        gone["role_id"] = None
    if before.publishes and not may_publish(place):
        gone["publishes"] = False
    return gone


async def keep_picked(interaction: Interaction, said: re.Match[str]) -> None:
    """Subscribe to the series that was meant, as it was asked for; what may have changed since is checked again."""
    require_moderator(interaction)
    place, role_id = place_of(interaction, int(said["channel_id"])), int(said["role_id"])
    role = place.guild.get_role(role_id) if role_id else None
    given: dict[str, Any] = {"role_id": role_id} if role_id else {}
    if leads := read_wanted_leads(Topic.RELEASES, said["lead"]):
        given["leads"] = leads
    if said["publish"]:
        given["publishes"] = said["publish"] == "publish"
    asked = Asked(place, role, given)
    asked.require_possible()
    if role_id and role is None:
        raise NotFound(refusals.ROLE_GONE_TEXT)
    series = await series_still_known(interaction, int(said["series_id"]), shown=False)
    await keep(interaction, Chosen(Topic.RELEASES, series), asked)
