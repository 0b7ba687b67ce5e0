"""The story that a new sandbox holds: its people set the bot up, talk a little, and pin five things to try.

It is told by acting as they do, through the same commands that anybody has.
"""

import asyncio
import logging
from collections.abc import Mapping
from datetime import datetime

import aiohttp

from sandbox import Sandbox
from sandbox.client.user import SandboxRefused, SandboxUser
from sandbox.rules.json_types import JsonValue

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


_log = logging.getLogger(__name__)

STORY_SERIES = "metallic-rouge"
ROLE = "Anime"
MODERATORS_CHANNEL, RELEASES_CHANNEL, TALK_CHANNEL = "mods", "releases", "chat"
SUBSCRIBED: Mapping[str, Mapping[str, JsonValue]] = {
    RELEASES_CHANNEL: {"role": ROLE},
    "conventions": {},
    "announcements": {"publish": True},
}
"""What comes where: each topic has a channel of its name."""


class UntoldError(Exception):
    """Somebody of the story didn't get what they asked for."""


class Story:
    """Told with `tell`, in a task of its own. `turn` is held while a command is under way: who takes it ends it."""

    def __init__(self, discord: Sandbox, turn: asyncio.Lock) -> None:
        self._discord = discord
        self._turn = turn

    async def tell(self, *ready: asyncio.Event) -> None:
        """Tell the story once the bot is ready, in a world in which nobody has said anything.

        What goes wrong is one line in the log: the sandbox is there to be tried, with its story or without.
        """
        for event in ready:
            await event.wait()
        try:
            async with self._discord.person("moderator") as moderator:
                (guild, *_) = (await moderator.me())["guilds"]
                if all(channel.get("last_message_id") is None for channel in guild["channels"]):
                    await self._set_up(moderator)
                    await self._greet(moderator)
                    await self._talk()
        except (UntoldError, SandboxRefused, LookupError, ValueError, aiohttp.ClientError, OSError) as error:
            _log.warning("The sandbox's story isn't told to its end: %s", error)

    async def _set_up(self, moderator: SandboxUser) -> None:
        """Choose, as moderators do, what the server watches and what comes where.

        They do so among themselves, where it disturbs nobody.
        """
        await self._run(moderator, "watchlist add", MODERATORS_CHANNEL, series=STORY_SERIES)
        for topic, more in SUBSCRIBED.items():
            await self._run(moderator, "channel subscribe", MODERATORS_CHANNEL, what=topic, channel=topic, **more)

    async def _greet(self, moderator: SandboxUser) -> None:
        """Post the welcome where the first post will come, so that it is seen to come."""
        commands = {each["name"]: int(each["id"]) for each in await moderator.offered(channel=RELEASES_CHANNEL)}
        message = await moderator.say(
            RELEASES_CHANNEL, welcome(commands, self._discord.channels, await moderator.now())
        )
        await moderator.pin(message)

    async def _talk(self) -> None:
        async with self._discord.person("member") as member, self._discord.person("guest") as guest:
            asked = await member.say(
                TALK_CHANNEL, "Does anybody know what **Metallic Rouge** is about? It starts next week."
            )
            await self._run(guest, "series", TALK_CHANNEL, series=STORY_SERIES)
            await guest.reply(
                asked, f"The bot knows 👆 And <#{self._discord.channels[RELEASES_CHANNEL]}> reminds us in time."
            )

    async def _run(self, person: SandboxUser, command: str, place: str, **options: JsonValue) -> None:
        async with self._turn:
            reply = await person.slash(command, options, channel=place)
        if reply.failed:
            raise UntoldError(f"the bot didn't answer /{command}")
