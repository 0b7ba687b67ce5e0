"""Addresses of videos, as people copy them."""

import re
from urllib.parse import parse_qs, urlsplit

from bot.web.links import BUTTON_ADDRESS_LENGTH, read_web_address

_WATCH = "https://www.youtube.com/watch?v="
_ID = re.compile(r"[\w-]{6,20}", re.ASCII)
_HOSTS = {"youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com"}


def read_video(typed: str) -> str:
    """Give the address that a video is shared by.

    YouTube's many forms become the one that Discord makes a player of. Raises `NotUnderstood` for what is no address.

    >>> read_video("https://youtu.be/m7teRMkFdao?si=abc")
    'https://www.youtube.com/watch?v=m7teRMkFdao'
    """
    address = read_web_address("The trailer", typed, BUTTON_ADDRESS_LENGTH)
    video = _youtube_id(address)
    return _WATCH + video if video else address


def _youtube_id(address: str) -> str | None:
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    match host, parts.path.split("/"):
        case "youtu.be", ["", video, *_]:
            found = video
        case _, ["", "shorts" | "embed" | "live", video, *_] if host in _HOSTS:
            found = video
        case _, ["", "watch"] if host in _HOSTS:
            found = parse_qs(parts.query).get("v", [""])[0]
        case _:
            return None
    return found if _ID.fullmatch(found) else None
