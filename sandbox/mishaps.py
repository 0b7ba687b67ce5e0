"""What goes wrong in the world for a while and is mended again: outages, closed channels, a bot that is put out.

Each mishap is entered and left again, and the bot is told of both as Discord would.
"""

import contextlib
import random
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import TypeAlias

from sandbox.rules.permissions import Permissions
from sandbox.server import Sandbox
from sandbox.world import changes, guilds

Mishap: TypeAlias = Callable[[Sandbox, random.Random], AbstractContextManager[None]]
"""It lasts while it is entered; where it strikes is drawn."""


@contextlib.contextmanager
def guild_unavailable(sandbox: Sandbox, _: random.Random) -> Iterator[None]:
    """Put the guild out of Discord's reach, until the mishap ends."""
    changes.set_available(sandbox.world, sandbox.guild_id, available=False)
    try:
        yield
    finally:
        changes.set_available(sandbox.world, sandbox.guild_id, available=True)


@contextlib.contextmanager
def bot_put_out(sandbox: Sandbox, _: random.Random) -> Iterator[None]:
    """Remove the bot from the guild, and invite it again when the mishap ends."""
    changes.remove_bot(sandbox.world, sandbox.guild_id)
    try:
        yield
    finally:
        changes.add_bot(sandbox.world, sandbox.guild_id)


@contextlib.contextmanager
def gateway_shut(sandbox: Sandbox, _: random.Random) -> Iterator[None]:
    """Shut the gateway, which drops everyone and takes nobody in until the mishap ends."""
    sandbox.gateway.shut(is_shut=True)
    try:
        yield
    finally:
        sandbox.gateway.shut(is_shut=False)


def channel_without(lost: Permissions) -> Mishap:
    """Make the mishap that the bot loses a permission in one of the guild's text channels."""

    @contextlib.contextmanager
    def mishap(sandbox: Sandbox, chance: random.Random) -> Iterator[None]:
        there = sandbox.world.channels.values()
        places = [each.id for each in there if each.guild_id == sandbox.guild_id and each.kind == guilds.TEXT]
        place = chance.choice(places)
        changes.set_overwrite(sandbox.world, place, sandbox.world.application_id, deny=lost)
        try:
            yield
        finally:
            changes.set_overwrite(sandbox.world, place, sandbox.world.application_id)

    return mishap


MISHAPS: dict[str, Mishap] = {
    "guild unavailable": guild_unavailable,
    "bot put out": bot_put_out,
    "gateway shut": gateway_shut,
    "may not write in a channel": channel_without(Permissions.SEND_MESSAGES),
    "may not see a channel": channel_without(Permissions.VIEW_CHANNEL),
}
"""All of them, by name. A history that can't be read is none: a bot can't tell then what stands there."""
