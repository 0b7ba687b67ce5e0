"""What a server answered, read without trust."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

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
