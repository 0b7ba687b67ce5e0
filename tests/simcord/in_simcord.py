"""Yokoku in simcord: it starts, tells its commands, answers, and posts what is due, once."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from bot.app import App
from bot.database.tables import watermark
from bot.settings import load
from tests.database.stores import with_starter
from tests.patience import PATIENCE

BEGAN = datetime(2024, 1, 3, 12, tzinfo=UTC)
NOT_THERE = "'FakeShard' object has no attribute '_backoff'"
"""Shards have no connection here whose waits could be limited."""
SETTLES_WITHIN = 20.0
"""Whoever acts waits until the bot rests, for so many real seconds at most; a timer that goes off later is rest, too.
The schedule's own goes off each 30 seconds for ever."""


@dataclass
class Simulation:
    """A bot in simcord, a channel, and a moderator who acts there. `now` is the bot's time."""

    store: Path
    now: datetime = BEGAN
    app: App = field(init=False)
    env: simcord.Env = field(init=False)
    channel: simcord.ChannelHandle = field(init=False)
    moderator: simcord.MemberActor = field(init=False)
    _run: asyncio.Task[None] = field(init=False)

    async def open(self) -> App:
        """Open the bot's store; in simcord there is no gateway to join, so that it stays by its queues alone."""
        if not self.store.exists():
            with_starter(self.store, BEGAN)
        settings = load(
            _env_file=None,
            discord_token="simulated",
            database_url=f"sqlite+aiosqlite:///{self.store}",
            anilist_url="",
            catalogue_url="",
            catalogue_snapshot=False,
            backup_keep=0,
        )
        app = await App.open(settings, clock=lambda: self.now)
        app.client.connect = asyncio.Event().wait  # type: ignore[method-assign,assignment]
        return app

    def run(self, app: App) -> None:
        """Let the bot's queues run."""
        self.app = app
        self._run = asyncio.create_task(app.run())

    async def stop(self) -> None:
        """Stop the bot as an operator would."""
        self.app.stop()
        await self._run
        await self.app.close()

    async def restart(self) -> None:
        """Stop the bot and start it anew on the same store."""
        await self.stop()
        app = await self.open()
        await self.env.restart_bot(app.client)
        self.run(app)

    async def go_on(self, length: timedelta) -> None:
        """Set the bot's clock on."""
        self.now += length
        self.app.schedule.wake()

    def posts(self) -> list[str | None]:
        """The titles of what stands in the channel."""
        return [embed.title for message in self.channel.history() for embed in message.embeds]

    async def until(self, is_so: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while True:
                if is_so():
                    return
                await asyncio.sleep(0.02)

    async def looked(self) -> None:
        """Wait until the bot has looked what is due by its clock as it is now."""
        async with asyncio.timeout(PATIENCE):
            while True:
                async with self.app.database.read() as db:
                    if await watermark(db) == self.now:
                        return
                await asyncio.sleep(0.02)

    def tries(self) -> int:
        """How many posts the bot has asked for in the channel."""
        asked = f"/channels/{self.channel.id}/messages"
        return sum((each.method, each.path) == ("POST", asked) for each in self.env.http_requests)


@pytest.fixture
async def simulation(tmp_path: Path) -> AsyncIterator[Simulation]:
    made = Simulation(tmp_path / "yokoku.db")
    app = await made.open()
    made.env = simcord.Env(app.client, shard_count=1, settle_timeout=SETTLES_WITHIN)
    await made.env.start()
    try:
        guild = made.env.create_guild()
        made.channel = guild.create_text_channel("releases")
        moderators = guild.create_role("Moderators", permissions=discord.Permissions(manage_guild=True))
        made.moderator = guild.add_member(made.env.create_user("moderator"), roles=[moderators])
        made.run(app)
        await asyncio.wait_for(app.command_sync.tried.wait(), PATIENCE)
        assert app.command_sync.trouble is None
        yield made
        await made.stop()
        assert {str(error) for error in made.env.errors} <= {NOT_THERE}
    finally:
        await made.env.shutdown()


def texts(components: list[dict[str, Any]]) -> str:
    """All that stands in components, at every depth."""
    found = []
    for component in components:
        found += [str(component[name]) for name in ("content", "label") if component.get(name)]
        found.append(texts(component.get("components") or []))
    return "\n".join(found)


async def announced(simulation: Simulation, when: str) -> None:
    """Have an announcement posted at a time."""
    moderator, channel = simulation.moderator, simulation.channel
    subscribed = await moderator.slash(channel, "channel subscribe", what="announcements")
    assert subscribed.response is not None
    assert "now gets **announcements**" in subscribed.response.content
    form = await moderator.slash(channel, "announce")
    typed = {"title": "Movie night", "text": "Bring popcorn.", "when": when}
    preview = await moderator.submit_modal(form, typed)
    assert preview.ephemeral
    assert preview.response is not None
    assert "This is how it will look" in preview.response.content
    await moderator.click(preview.response, label="Schedule")


async def test_it_starts_and_tells_its_commands(simulation: Simulation) -> None:
    assert simulation.app.client.joined.is_set()
    offered = simulation.moderator.available_commands(simulation.channel)
    assert {"series", "announce", "channel subscribe", "watchlist add"} <= set(offered)


async def test_it_answers_series_and_completes_what_is_typed(simulation: Simulation) -> None:
    reply = await simulation.moderator.slash(simulation.channel, "series", series="metallic-rouge")
    assert reply.response is not None
    assert [embed.title for embed in reply.response.embeds] == ["Metallic Rouge"]
    assert "Trailer" in texts(reply.response.components)
    completed = await simulation.moderator.autocomplete(simulation.channel, "series", "series", "met")
    assert completed


async def test_it_posts_what_is_due_once(simulation: Simulation) -> None:
    await announced(simulation, "2024-01-03T16:00Z")
    assert simulation.posts() == []

    simulation.env.inject_error("POST", f"/channels/{simulation.channel.id}/messages", status=503)
    await simulation.go_on(timedelta(hours=4, seconds=1))
    await simulation.until(lambda: simulation.tries() == 1)
    assert simulation.posts() == []
    async with asyncio.timeout(PATIENCE):
        while not simulation.posts():  # it waits before it tries again, by its own clock
            await simulation.go_on(timedelta(seconds=5))
            await asyncio.sleep(0.05)

    await simulation.go_on(timedelta(minutes=5))
    await simulation.looked()
    assert simulation.posts() == ["Movie night"]
    assert simulation.tries() == 2


async def test_it_posts_nothing_again_after_a_restart(simulation: Simulation) -> None:
    await announced(simulation, "2024-01-03T16:00Z")
    await simulation.go_on(timedelta(hours=4, seconds=1))
    await simulation.until(lambda: simulation.posts() != [])

    await simulation.restart()
    await simulation.go_on(timedelta(minutes=5))
    await simulation.looked()
    assert simulation.posts() == ["Movie night"]
    assert simulation.tries() == 1
