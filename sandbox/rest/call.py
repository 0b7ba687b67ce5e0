"""One request of the bot, read: parameters, query and body, or a refusal as Discord words it."""

import json
from dataclasses import dataclass, field
from typing import TypeAlias
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web
from aiohttp.http_exceptions import HttpProcessingError

from sandbox.gateway.gateway import Gateway
from sandbox.rules import errors
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.world.answers import Answers
from sandbox.world.composing import Attachment
from sandbox.world.interactions import Interactions
from sandbox.world.nonces import Nonces
from sandbox.world.world import World

Answer: TypeAlias = tuple[int, JsonValue]
"""An HTTP status and the JSON of the body; `None` for no body."""

NO_CONTENT: Answer = (204, None)
MAX_SNOWFLAKE = 2**63
LARGEST_FILE = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Services:
    """What the routes work on."""

    world: World
    interactions: Interactions
    answers: Answers
    nonces: Nonces
    gateway: Gateway


@dataclass(slots=True)
class Call:
    """A request with its body read."""

    request: web.Request
    services: Services
    body: JsonValue = None
    files: list[Attachment] = field(default_factory=list)

    @property
    def world(self) -> World:
        """The world that is asked."""
        return self.services.world

    def id(self, name: str) -> int:
        """Give an id from the path. Raises `ApiError` 50035 for what isn't a snowflake."""
        return _snowflake(self.request.match_info[name], name)

    def query_id(self, name: str) -> int | None:
        """Give an id from the query, or `None`."""
        text = self.request.query.get(name)
        return None if text is None else _snowflake(text, name)

    def query_int(self, name: str, default: int, *, least: int, most: int) -> int:
        """Give a number from the query. Raises `ApiError` 50035 outside its bounds."""
        text = self.request.query.get(name, str(default))
        if not text.isascii() or not text.isdigit():
            raise errors.form_fault([name], "NUMBER_TYPE_COERCE", f'Value "{text}" is not int.')
        if not least <= int(text) <= most:
            code, bound = ("NUMBER_TYPE_MAX", most) if int(text) > most else ("NUMBER_TYPE_MIN", least)
            than = "less" if int(text) > most else "greater"
            raise errors.form_fault([name], code, f"int value should be {than} than or equal to {bound}.")
        return int(text)

    def query_flag(self, name: str) -> bool:
        """Give a yes or no from the query."""
        return self.request.query.get(name, "").lower() in ("true", "1")

    def object(self) -> JsonObject:
        """Give the body, which must be an object. Raises `ApiError` 50109."""
        if not isinstance(self.body, dict):
            raise errors.invalid_json()
        return self.body

    def list(self) -> list[JsonObject]:
        """Give the body, which must be a list of objects. Raises `ApiError` 50109."""
        if not isinstance(self.body, list) or not all(isinstance(each, dict) for each in self.body):
            raise errors.invalid_json()
        return self.body

    @property
    def file_names(self) -> tuple[str, ...]:
        """The names of the files that came with the request."""
        return tuple(file.filename for file in self.files)

    async def read(self) -> None:
        """Read the body. Raises `ApiError` for a body that isn't JSON or a form with files, or is too large."""
        request = self.request
        if not request.body_exists:
            return
        if request.content_type == "multipart/form-data":
            await self._read_form()
            return
        text = await request.read()
        if not text:
            return
        if request.content_type == "application/x-www-form-urlencoded":
            self._read_plain_form(text)
            return
        if request.content_type != "application/json":
            types = "{'application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'}"
            message = f'Expected "Content-Type" header to be one of {types}.'
            raise errors.form_fault([], "CONTENT_TYPE_INVALID", message)
        self.body = _json(text)

    def _read_plain_form(self, text: bytes) -> None:
        """Read a form without files; py-cord answers interactions with one."""
        try:
            fields = dict(parse_qsl(text.decode("ascii"), max_num_fields=100))
        except ValueError as error:
            raise errors.form_fault([], "FORM_INVALID", "The form data could not be read.") from error
        if "payload_json" in fields:
            self.body = _json(fields["payload_json"].encode())

    async def _read_form(self) -> None:
        numbered: dict[str, Attachment] = {}
        try:
            async for part in await self.request.multipart():
                if isinstance(part, BodyPartReader):
                    await self._read_part(part, numbered)
        except (ValueError, LookupError, RuntimeError, HttpProcessingError) as error:
            raise errors.form_fault([], "MULTIPART_INVALID", "The form data could not be read.") from error
        if isinstance(self.body, dict):
            self._describe(numbered, self.body.get("attachments") or self.body.get("data", {}).get("attachments") or [])
        self.files = list(numbered.values())

    async def _read_part(self, part: BodyPartReader, numbered: dict[str, Attachment]) -> None:
        if part.name == "payload_json":
            self.body = _json(bytes(await part.read(decode=True)))
        elif part.name is not None and part.filename is not None:
            number = part.name.removeprefix("files[").removesuffix("]")
            kind = part.headers.get("Content-Type", "application/octet-stream")
            content = bytes(await part.read(decode=True))
            if len(content) > LARGEST_FILE:
                raise errors.request_too_large()
            numbered[number] = Attachment(self.world.ids.next(), part.filename, kind, content)

    @staticmethod
    def _describe(numbered: dict[str, Attachment], described: JsonValue) -> None:
        """Take over the descriptions that `attachments` gives for the files, by their numbers."""
        for each in described if isinstance(described, list) else ():
            file = numbered.get(str(each.get("id"))) if isinstance(each, dict) else None
            if file is not None:
                name = each.get("filename") or file.filename
                kind, text = file.content_type, each.get("description")
                numbered[str(each["id"])] = Attachment(file.id, name, kind, file.content, text)


def _json(text: bytes) -> JsonValue:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise errors.invalid_json() from error


def _snowflake(text: str, name: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) >= MAX_SNOWFLAKE:
        raise errors.form_fault([name], "NUMBER_TYPE_COERCE", f'Value "{text}" is not snowflake.')
    return int(text)
