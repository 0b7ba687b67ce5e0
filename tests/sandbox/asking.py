"""A person's requests by hand, so that every status and body is seen."""

from sandbox.rules.json_types import JsonValue
from tests.sandbox.bot_api import Answer, BotApi


class Asking:
    """Asks the user-side API as a person of the sandbox."""

    def __init__(self, api: BotApi, name: str) -> None:
        self.api = api
        self.token = api.sandbox.users[name].token

    async def ask(self, method: str, path: str, body: JsonValue = None) -> Answer:
        return await self.api.ask(method, f"{self.api.sandbox.url}/sandbox/v1{path}", body, token=self.token)
