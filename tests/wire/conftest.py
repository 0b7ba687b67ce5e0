"""The fixture that the wire tests share: the real bot in a sandbox of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.wire.due_posts import subscribed
from tests.wire.guild import SandboxGuild, sandbox_guild


@pytest.fixture
async def guild(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[SandboxGuild]:
    """A guild with the bot in it. `@pytest.mark.at("2024-01-03T16:24:30Z")` says what time it is there."""
    marker = request.node.get_closest_marker("at")
    async with sandbox_guild(tmp_path, at=marker.args[0] if marker else None) as opened:
        yield opened


@pytest.fixture
async def calm(tmp_path: Path) -> AsyncIterator[SandboxGuild]:
    """A guild without rate limits, the bot in it, and `#chat` subscribed to announcements."""
    async with sandbox_guild(tmp_path, rate_limits=False) as opened:
        await subscribed(opened, opened.channels["chat"])
        yield opened
