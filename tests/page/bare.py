"""A sandbox that no bot runs in: a test says by hand what a bot says there."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

from playwright.async_api import Browser

from sandbox import Sandbox
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.world.events import Event
from tests.page.browsing import Browse, browsing
from tests.sandbox.bot_api import BotApi


@dataclass
class Bare:
    """`sandbox`, the bot's API by hand, and people who open the page."""

    sandbox: Sandbox
    bot: BotApi
    browse: Browse

    async def ask(self, method: str, path: str, body: JsonValue = None) -> JsonValue:
        """Ask as the bot; what is refused fails the test."""
        answer = await self.bot.ask(method, path, body)
        assert answer.status < 300, answer.body
        return answer.body

    async def post(self, *, channel: str | int = "chat", **body: JsonValue) -> JsonObject:
        """Post a message as the bot."""
        channel_id = channel if isinstance(channel, int) else self.sandbox.channels[channel]
        return dict(await self.ask("POST", f"/channels/{channel_id}/messages", body))

    async def offer(self, *commands: JsonObject) -> None:
        """Let the bot offer these commands, and no others."""
        await self.ask("PUT", f"/applications/{self.sandbox.application_id}/commands", list(commands))

    @contextmanager
    def answering(self, answer: Callable[[JsonObject], JsonObject]) -> Iterator[None]:
        """Let the bot answer each interaction as `answer` says, until the block ends."""
        under_way: set[asyncio.Task[JsonValue]] = set()

        def heard(event: Event) -> None:
            if event.name == "INTERACTION_CREATE":
                path = f"/interactions/{event.data['id']}/{event.data['token']}/callback"
                task = asyncio.create_task(self.ask("POST", path, answer(event.data)))
                under_way.add(task)
                task.add_done_callback(under_way.discard)

        stop = self.sandbox.world.listen(heard)
        try:
            yield
        finally:
            stop()


@asynccontextmanager
async def bare_sandbox(browser: Browser) -> AsyncIterator[Bare]:
    """Start one, without rate limits."""
    sandbox = await Sandbox.start(rate_limits=False, record=False)
    try:
        async with BotApi(sandbox) as bot, browsing(browser, sandbox.url) as browse:
            yield Bare(sandbox, bot, browse)
    finally:
        await sandbox.close()
