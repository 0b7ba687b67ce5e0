"""The bot's REST API by hand, so that every status and body is seen."""

import json
from dataclasses import dataclass, field
from typing import Self

import aiohttp

from sandbox import Sandbox
from sandbox.rules.json_types import JsonValue


@dataclass
class Answer:
    status: int
    body: JsonValue
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def refusal(self) -> tuple[int, int]:
        """The HTTP status and Discord's code."""
        return self.status, self.body["code"]


class BotApi:
    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.session = aiohttp.ClientSession()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.session.close()

    async def ask(
        self, method: str, path: str, body: JsonValue = None, *, token: str | None = None, **headers: str
    ) -> Answer:
        """Send a request with the bot's token (or another, or none for an empty one)."""
        scheme = f"Bot {self.sandbox.token}" if token is None else token
        sent = {"Authorization": scheme} | {key.replace("_", "-"): value for key, value in headers.items()}
        url = path if path.startswith("http") else self.sandbox.api_url + path
        async with self.session.request(method, url, json=body, headers=sent) as response:
            text = await response.text()
            if text:
                assert response.headers["Content-Type"] == "application/json"
            return Answer(response.status, json.loads(text) if text else None, dict(response.headers))

    async def get(self, path: str) -> Answer:
        return await self.ask("GET", path)

    async def post(self, path: str, body: JsonValue) -> Answer:
        return await self.ask("POST", path, body)

    def messages(self, channel: str = "chat") -> str:
        """The path of a channel's messages."""
        return f"/channels/{self.sandbox.channels[channel]}/messages"
