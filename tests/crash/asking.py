"""A person who asks the bot for something while it may be killed: an answer comes in the end, or none does."""

from collections.abc import AsyncIterator, Awaitable

from sandbox.client import Message, Reply
from sandbox.client.user import SandboxRefused, SandboxUser

FILLED_IN_WITHIN = 20.0
"""A promised answer that hasn't come in so many seconds doesn't: who promised it is dead."""


class Unanswered(Exception):
    """The bot didn't answer, or not to the end: what was asked for may have been done or not."""


async def answered(asking: Awaitable[Reply]) -> Reply:
    """Wait for what was asked with `settle=False`; raises `Unanswered`."""
    try:
        reply = await asking
        if reply.failed:
            raise Unanswered
        await (reply.settled(FILLED_IN_WITHIN) if reply.deferred else reply.filled_in(FILLED_IN_WITHIN))
    except (SandboxRefused, TimeoutError) as error:
        raise Unanswered(str(error)) from error
    if not reply.raw["settled"]:
        raise Unanswered
    return reply


async def pages(person: SandboxUser, command: str) -> AsyncIterator[Message]:
    """Turn the pages of what a command lists; raises `Unanswered`."""
    reply = await answered(person.slash(command, settle=False))
    while True:
        yield reply.message
        further = [each for each in reply.buttons if each.label == "Next" and not each.disabled]
        if not further:
            return
        reply = await answered(person.click(reply, "Next", settle=False))
