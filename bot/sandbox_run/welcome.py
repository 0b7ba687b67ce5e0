"""What is pinned in a new sandbox: five things to try."""

from collections.abc import Mapping
from datetime import datetime

_WELCOME = """\
# Welcome to Yokoku
This Discord runs on your machine alone, with the real bot in it. It is {day} here: in a week, **Metallic Rouge** \
begins. Five things to try:

1. {series} `metallic-rouge` shows its card: studio, staff, story, and when it airs on your own clock.
2. {trailer} `metallic-rouge` plays its trailers right in the chat.
3. {announce} opens a form. You see your announcement as it will look before it goes to {announcements}.
4. Press **to the next post** in the clock panel: time jumps to the first countdown, which comes into {releases} and \
pings its role.
5. Switch to **Member** at the lower left. Whoever isn't a moderator isn't offered {announce} or {subscribe}, and sees \
none of {mods}.

-# This was set up with {watch} and {subscribe}. Nothing here can break: the panel starts everything anew."""


def welcome(commands: Mapping[str, int], channels: Mapping[str, int], now: datetime) -> str:
    """Write the message, with what it names as links.

    The ids of commands and channels are given by name. Raises `LookupError` for a name that isn't among them.
    """

    def command(name: str) -> str:
        return f"</{name}:{commands[name]}>"

    def channel(name: str) -> str:
        return f"<#{channels[name]}>"

    return _WELCOME.format(
        day=f"<t:{int(now.timestamp())}:D>",
        series=command("series"),
        trailer=command("trailer"),
        announce=command("announce"),
        subscribe=command("channel subscribe"),
        watch=command("watchlist add"),
        announcements=channel("announcements"),
        releases=channel("releases"),
        mods=channel("mods"),
    )
