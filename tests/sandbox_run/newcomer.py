"""Whoever meets a sandbox for the first time: where it is, its people, and what they find there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp

from sandbox.client import Message
from sandbox.client.user import SandboxUser


def address(told: str) -> str:
    """The sandbox's address in what was said."""
    return next(word for word in told.split() if word.startswith("http://127.0.0.1:"))


@asynccontextmanager
async def person(url: str, name: str = "moderator") -> AsyncIterator[SandboxUser]:
    async with aiohttp.ClientSession() as session, session.get(f"{url}/sandbox/v1/description") as response:
        token = (await response.json())["users"][name]["token"]
    async with SandboxUser(url, token) as opened:
        yield opened


async def welcome(someone: SandboxUser) -> Message:
    """The message that is pinned in #releases, once it is."""
    posted = await someone.wait_for_message("releases", match=lambda each: each.content.startswith("# "))
    async for _ in someone.events():
        if pinned := await someone.pins("releases"):
            assert pinned[0].id == posted.id
            return pinned[0]
    raise AssertionError("it was never pinned")


async def the_last_word(someone: SandboxUser) -> Message:
    """What the story ends with."""
    return await someone.wait_for_message("chat", match=lambda each: "reminds us" in each.content)
