"""Announcements: what moderators write, what may be in it, and when it goes out."""

import enum
import re
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address
from urllib.parse import urlsplit

from bot.domain.instants import read_instant
from bot.errors import NotUnderstood, PersonError

TITLE_LENGTH = 256
"""Discord: an embed's title."""
TEXT_LENGTH = 4000
"""Discord: a modal's text input; an embed's description would hold 4,096."""
ADDRESS_LENGTH = 2048
"""Discord: an embed's url and image."""
IMAGE_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp")


class AnnouncementState(enum.StrEnum):
    """`DRAFT` is being written, `SCHEDULED` has its instant (which may be now), `WITHDRAWN` was taken back."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    WITHDRAWN = "withdrawn"


class TakenBack(enum.StrEnum):
    """What becomes of the posts of an announcement that is withdrawn when they stand already."""

    DELETE = "delete"
    STRIKE = "strike"


@dataclass(frozen=True, slots=True)
class Typed:
    """An announcement's fields just as a moderator typed them. Nothing is checked: a refused form is kept whole."""

    title: str
    text: str
    link: str = ""
    image: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """An announcement that can be posted. `at` is None for "now", else a UTC instant."""

    title: str
    text: str
    link: str | None
    image: str | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Announcement:
    """An announcement as it is stored. `id` is the snowflake of the interaction that began it; `due_at` is UTC.

    A draft with `replaces_id` holds changes to another announcement, which stands as it is until they are accepted.
    `version` counts what was changed after it was first due; posts of an earlier one are to be brought up to date.
    `taken_back` says how, where it was withdrawn by then.
    """

    id: int
    guild_id: int
    author_id: int
    state: AnnouncementState
    typed: Typed
    due_at: datetime | None
    created_at: datetime
    replaces_id: int | None = None
    version: int = 0
    taken_back: TakenBack | None = None


class Unfit(PersonError):
    """An announcement that can't be posted as it is. `problems` has a sentence for each thing to mend."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(f"- {problem}" for problem in problems))
        self.problems = problems


def check(typed: Typed, now: datetime) -> Checked:
    """The announcement that the typed fields mean. Raises `Unfit` with everything that is wrong at once."""
    problems: list[str] = []
    title, text = typed.title.strip(), typed.text.strip()
    if not any(sign.isprintable() and not sign.isspace() for sign in title):
        problems.append("The title is empty.")
    problems += _too_long("title", title, TITLE_LENGTH) + _too_long("text", text, TEXT_LENGTH)
    link, image, at = typed.link.strip(), typed.image.strip(), None
    problems += _bad_address("link", link) + _bad_image(image)
    try:
        at = read_instant(typed.when, now)
    except NotUnderstood as error:
        problems.append(str(error))
    if problems:
        raise Unfit(tuple(problems))
    return Checked(title, text, link or None, image or None, at)


def _too_long(name: str, value: str, most: int) -> list[str]:
    over = len(value) - most
    return [f"The {name} has {len(value):,} characters: {over:,} more than the {most:,} that fit."] if over > 0 else []


def _bad_address(name: str, address: str) -> list[str]:
    if not address:
        return []
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return [_no_address(name)]
    if parts.scheme not in {"http", "https"}:
        return [f"The {name} must begin with `https://` or `http://`."]
    if "@" in parts.netloc:
        return [f"The {name} has a user's name in it, before the `@`. Give the address without that."]
    if not (_HOST.fullmatch(host) or _is_ip(host)) or not address.isprintable() or _NEVER_IN_ADDRESSES.search(address):
        return [_no_address(name)]
    return _too_long(f"{name}'s address", address, ADDRESS_LENGTH)


_HOST = re.compile(r"(?=.{1,253}$)(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_](?:[\w-]{0,61}[^\W_])?\.?")
_NEVER_IN_ADDRESSES = re.compile(r"[\s<>\"`\\]")


def _is_ip(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _no_address(name: str) -> str:
    return f"The {name} is not an address. Give one such as `https://example.com/page`."


def _bad_image(address: str) -> list[str]:
    problems = _bad_address("image", address)
    if address and not problems and not urlsplit(address).path.casefold().endswith(IMAGE_ENDINGS):
        endings = f"{', '.join(IMAGE_ENDINGS[:-1])} or {IMAGE_ENDINGS[-1]}"
        return [f"The image is not one: its address must end in {endings}."]
    return problems
