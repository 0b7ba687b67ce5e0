"""One request of the bot, read: parameters, query and body, or a refusal as Discord words it."""

import json
import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeAlias
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web
from aiohttp.http_exceptions import HttpProcessingError

from sandbox.gateway.gateway import Gateway
from sandbox.rules import errors, limits
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.values import instant, snowflake
from sandbox.world.answers import Answers
from sandbox.world.composing import IS_REMIX, IS_SPOILER, Attachment
from sandbox.world.interactions import Interactions
from sandbox.world.nonces import Nonces
from sandbox.world.world import World

Answer: TypeAlias = tuple[int, JsonValue]
"""An HTTP status and the JSON of the body; `None` for no body."""

NO_CONTENT: Answer = (204, None)
LARGEST_FILE = 10 * 1024 * 1024
LARGEST_FORM = 25 * 1024 * 1024
LARGEST_JSON = 8 * 1024 * 1024
"""Bytes that one file, all parts of a form together, and a body of JSON may have."""


ATTACHMENT_FLAGS = {"is_remix": IS_REMIX, "is_spoiler": IS_SPOILER}
"""What an attachment may be said to be, each with its flag."""


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
    """A request with its body read; `size` is how many bytes of JSON it had."""

    request: web.Request
    services: Services
    body: JsonValue = None
    files: list[Attachment] = field(default_factory=list)
    size: int = 0

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
        if (number := snowflake(text)) is None:
            raise errors.form_fault([name], "NUMBER_TYPE_COERCE", f'Value "{text}" is not int.')
        if not least <= number <= most:
            code, bound = ("NUMBER_TYPE_MAX", most) if number > most else ("NUMBER_TYPE_MIN", least)
            than = "less" if number > most else "greater"
            raise errors.form_fault([name], code, f"int value should be {than} than or equal to {bound}.")
        return number

    def query_instant(self, name: str) -> datetime | None:
        """Give an instant from the query, or `None`. Raises `ApiError` 50035."""
        if (text := self.request.query.get(name)) is None:
            return None
        try:
            return instant(text)
        except ValueError as error:
            fault = f"Could not parse {text}. Should be ISO8601."
            raise errors.form_fault([name], "DATE_TIME_TYPE_PARSE", fault) from error

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
        try:
            text = await request.read()
        except web.RequestPayloadError as error:  # cut short, or not compressed as its header says
            raise errors.invalid_json() from error
        if not text:
            return
        if request.content_type == "application/x-www-form-urlencoded":
            self._read_plain_form(text)
            return
        if request.content_type != "application/json":
            types = "{'application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'}"
            message = f'Expected "Content-Type" header to be one of {types}.'
            raise errors.form_fault([], "CONTENT_TYPE_INVALID", message)
        self._take_json(text)

    def _take_json(self, text: bytes) -> None:
        self.body, self.size = _json(text), len(text)

    def _read_plain_form(self, text: bytes) -> None:
        """Read a form without files; py-cord answers interactions with one."""
        try:
            fields = dict(parse_qsl(text.decode("ascii"), max_num_fields=100))
        except ValueError as error:
            raise errors.form_fault([], "FORM_INVALID", "The form data could not be read.") from error
        if "payload_json" in fields:
            self._take_json(fields["payload_json"].encode(errors="replace"))

    async def _read_form(self) -> None:
        numbered: dict[str, Attachment] = {}
        room = LARGEST_FORM
        try:
            async for part in await self.request.multipart():
                if isinstance(part, BodyPartReader):
                    room -= await self._read_part(part, numbered)
                if room < 0:
                    raise limits.request_too_large()
        except (ValueError, LookupError, RuntimeError, HttpProcessingError, web.RequestPayloadError) as error:
            raise errors.form_fault([], "MULTIPART_INVALID", "The form data could not be read.") from error
        if self.body is None:
            self.body = {}  # a form of files alone
        if isinstance(self.body, dict):
            data = self.body.get("data", self.body.get("message"))  # an answer's, or a forum's post's
            self._describe(numbered, (data if isinstance(data, dict) else self.body).get("attachments"))
        self.files = list(numbered.values())

    async def _read_part(self, part: BodyPartReader, numbered: dict[str, Attachment]) -> int:
        """Take up one part of a form, and give how many bytes it has."""
        content = bytes(await part.read(decode=True))
        if part.name == "payload_json":
            self._take_json(content)
        elif part.name is not None and part.filename is not None:
            number = part.name.removeprefix("files[").removesuffix("]")
            kind = part.headers.get("Content-Type", "application/octet-stream")
            if len(content) > LARGEST_FILE:
                raise limits.request_too_large()
            numbered[number] = Attachment(self.world.ids.next(), file_name(part.filename), kind, content)
        return len(content) + len(part.headers)

    @staticmethod
    def _describe(numbered: dict[str, Attachment], described: JsonValue) -> None:
        """Take over the descriptions that `attachments` gives for the files, by their numbers."""
        for each in described if isinstance(described, list) else ():
            file = numbered.get(str(each.get("id"))) if isinstance(each, dict) else None
            if file is not None:
                name = each.get("filename") or file.filename
                name = file_name(name) if isinstance(name, str) else name
                numbered[str(each["id"])] = replace(
                    file,
                    filename=name,
                    description=each.get("description"),
                    title=each.get("title"),
                    flags=sum(flag for member, flag in ATTACHMENT_FLAGS.items() if each.get(member) is True),
                )


def _json(text: bytes) -> JsonValue:
    """Read JSON in UTF-8: no NaN, and no halves of surrogate pairs, which no text can hold."""
    if len(text) > LARGEST_JSON:
        raise limits.request_too_large()
    try:
        read = json.loads(text.decode(), parse_constant=_not_a_number)
        if b"\\u" in text:
            json.dumps(read, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise errors.invalid_json() from error
    return read


def _not_a_number(constant: str) -> JsonValue:
    raise ValueError(f"{constant} is not JSON")


def file_name(name: str) -> str:
    """Give a file's name as Discord keeps it: letters and digits of ASCII, dots, dashes and underscores."""
    return re.sub(r"[^A-Za-z0-9._-]", "_", name).strip(".") or "unknown"


def _snowflake(text: str, name: str) -> int:
    if (found := snowflake(text)) is None:
        raise errors.form_fault([name], "NUMBER_TYPE_COERCE", f'Value "{text}" is not snowflake.')
    return found
