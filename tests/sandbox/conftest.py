from collections.abc import AsyncIterator

import pytest

from sandbox import Sandbox
from sandbox.client import SandboxUser
from tests.sandbox.bot_api import BotApi
from tests.sandbox.stock_bot import StockBot, running


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    started = await Sandbox.start(rate_limits=False)
    yield started
    await started.close()


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[StockBot]:
    async with running(sandbox) as connected:
        yield connected


@pytest.fixture
async def api(sandbox: Sandbox) -> AsyncIterator[BotApi]:
    async with BotApi(sandbox) as opened:
        yield opened


@pytest.fixture
async def member(sandbox: Sandbox) -> AsyncIterator[SandboxUser]:
    async with sandbox.person("member") as person:
        yield person


@pytest.fixture
async def moderator(sandbox: Sandbox) -> AsyncIterator[SandboxUser]:
    async with sandbox.person("moderator") as person:
        yield person


@pytest.fixture
async def guest(sandbox: Sandbox) -> AsyncIterator[SandboxUser]:
    async with sandbox.person("guest") as person:
        yield person
