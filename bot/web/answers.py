"""What a server answered, unpacked and read without trust."""

import html
import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from html.entities import html5
from typing import Any, Final

_HTML = re.compile(rb"(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_BEFORE_IT = b"\xef\xbb\xbf \t\r\n"
"""A byte order mark and blanks."""
_CHALLENGE_SIGNS = (b"challenge-platform", b"Just a moment", b"cf-chl", b"ddos-guard")
_LOOKED_AT = 4096
"""A page tells what it is in its first bytes."""


@dataclass(frozen=True, slots=True)
class Response:
    """An answer of any status. `headers` don't mind the case of names, `url` is where the last redirect led."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str

    @property
    def is_success(self) -> bool:
        """Whether what was asked for is there."""
        return 200 <= self.status < 300

    @property
    def content_type(self) -> str:
        """The media type in lower case, without parameters; empty where none is told."""
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()

    @property
    def is_html(self) -> bool:
        """Whether it is a web page for people, by what it says of itself or by its looks."""
        if self.content_type in {"text/html", "application/xhtml+xml"}:
            return True
        return _HTML.match(self.body[:_LOOKED_AT].lstrip(_BEFORE_IT)) is not None

    @property
    def is_challenge(self) -> bool:
        """Whether it is a page by which a guard in front of the server wants to tell people from programs."""
        if self.headers.get("cf-mitigated", "").lower() == "challenge":
            return True
        return self.is_html and any(sign in self.body[: 8 * _LOOKED_AT] for sign in _CHALLENGE_SIGNS)

    def retry_after(self, now: datetime) -> timedelta | None:
        """Read how long the server asks to wait, told in seconds or as a date; None where it doesn't say."""
        told = self.headers.get("Retry-After", "").strip()
        if re.fullmatch(r"[0-9]{1,9}", told):
            return timedelta(seconds=int(told))
        try:
            at = parsedate_to_datetime(told)
            return max((at if at.tzinfo else at.replace(tzinfo=UTC)) - now, timedelta(0))
        except (ValueError, TypeError, OverflowError):
            return None

    def json(self) -> Any:  # noqa: ANN401 - whatever it sent
        """Read the body as JSON, in whatever encoding of Unicode's. Raises `ValueError` for what isn't JSON."""
        try:
            return json.loads(self.body)
        except RecursionError:
            raise ValueError("nested too deeply") from None


_EITHER = 32 + zlib.MAX_WBITS
"""zlib: gzip or zlib, by their first bytes."""


class Unpacker:
    """Unpacks a body piece by piece. Raises `ValueError` for a packing that wasn't asked for, and for garbled bytes."""

    def __init__(self, encoding: str) -> None:
        self._inflate = None
        self._began = False
        match encoding.strip().lower():
            case "" | "identity":
                pass
            case "gzip" | "x-gzip" | "deflate":
                self._inflate = zlib.decompressobj(_EITHER)
            case _:
                raise ValueError("an encoding that nobody asked for")

    def feed(self, chunk: bytes, most: int) -> bytes:
        """Unpack the next piece, and give not more than `most` bytes of it (1 or more)."""
        self._began = True
        if self._inflate is None:
            return chunk[:most]
        try:
            body = self._inflate.decompress(chunk, most)
            # A gzip body may be several, one after the other.
            while self._inflate.eof and self._inflate.unused_data and len(body) < most:
                rest = self._inflate.unused_data
                self._inflate = zlib.decompressobj(_EITHER)
                body += self._inflate.decompress(rest, most - len(body))
        except zlib.error as error:
            raise ValueError(str(error)) from None
        return body

    def finish(self) -> None:
        """Raise `ValueError` where the end of the body is missing."""
        if self._began and self._inflate is not None and not self._inflate.eof:
            raise ValueError("it is cut off")


_ENTITY: Final = re.compile(r"&(?:#(?:[0-9]{1,10}|[xX][0-9a-fA-F]{1,8})|[A-Za-z][A-Za-z0-9]{1,31});")
_LAYERS: Final = 4
"""A text that was encoded again and again ("&amp;amp;") is decoded so many times at most."""
_NO_SIGN: Final = "\ufffd"
"""What HTML makes of the number of no character, 0 among them."""


def decoded(text: str) -> str:
    """Put the characters that a text's entities stand for in their place; what ends with no semicolon isn't one.

    >>> decoded("TIGER &amp; BUNNY 2"), decoded("&#x4e88;&#21578; &amp;quot;1&amp;quot;")
    ('TIGER & BUNNY 2', '予告 "1"')
    >>> decoded("AT&T, R&D; and &copy 2024")
    'AT&T, R&D; and &copy 2024'
    """
    for _ in range(_LAYERS):
        if "&" not in text or (once := _ENTITY.sub(_character, text)) == text:
            break
        text = once
    return text


def _character(entity: re.Match[str]) -> str:
    whole = entity[0]
    if whole[1] != "#":
        return html5.get(whole[1:], whole)
    return html.unescape(whole).replace(_NO_SIGN, "")
