"""What the bot asked of the API, for whoever wants to check it afterwards."""

import json
from dataclasses import dataclass

from sandbox.rules.json_types import JsonValue


@dataclass(frozen=True, slots=True)
class RecordedRequest:
    """One request of the bot and its answer.

    `template` is the path as Discord's description of its API writes it ("/channels/{channel_id}/messages"). `headers`
    leave out the token, `body` is the JSON that was sent (of a form with files, its `payload_json`), `files` are the
    names of the files, `size` is how many bytes of JSON were sent.
    """

    method: str
    template: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: JsonValue
    files: tuple[str, ...]
    status: int
    answer_text: bytes
    size: int = 0

    @property
    def answer(self) -> JsonValue:
        """The JSON that was answered, `None` for no body."""
        return json.loads(self.answer_text) if self.answer_text else None
