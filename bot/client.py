"""The client: intents, cogs, and the one answer to an error.

Whatever of discord.py is private, or replaced, is reached through `discord_compat`: the addresses of another API than
Discord's, the readers of some events, the waits between tries to reconnect.
"""

import asyncio
import functools
import json
import logging
import re
import secrets
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Concatenate, Final, ParamSpec, TypeAlias, TypeVar

import aiohttp
import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands
from discord.ui import DynamicItem

from bot.catalogue.lookups import Lookups
from bot.catalogue.records import Catalogues
from bot.catalogue.snapshot_sync import SnapshotState
from bot.clock import Clock
from bot.database.engine import Database
from bot.database.process_lock import SoleLock
from bot.discord_compat import (
    answer_only_if,
    keep_what_is_dropped,
    limit_reconnect_waits,
    reopen,
    template_of,
    use_api,
    use_gateway_of_api,
)
from bot.errors import PersonError, StoreError
from bot.feeds.reading import FeedDesk
from bot.settings import DISCORD_API_URL, SETTLE_DELAY_MINUTES
from bot.ui import components
from bot.ui.text import count
from bot.web.fetch import Fetcher
from bot.workers import Signal

if TYPE_CHECKING:
    from bot.calendars.server import CalendarServer

_log = logging.getLogger(__name__)

GUILDS_PAUSE_SECONDS = 0.2
"""discord.py calls a bot ready when no further guild has come for so long. Nothing here waits for all guilds to be
known, so the library's two seconds would only be two seconds of nothing."""

LONGEST_LIMIT_SECONDS = 60.0
"""Longer than this discord.py doesn't wait by itself where Discord asks it to: who asked does, and says so.

A day's limit of new commands would be waited out for that day without a word."""

LOST = (aiohttp.ClientError, ConnectionError, TimeoutError, discord.DiscordServerError, json.JSONDecodeError)
"""What a request raises whose answer didn't come, or made no sense: Discord's trouble or the network's."""

RECONNECT_DOUBLINGS = 6
"""The waits between tries to reconnect are at most two to the power of this, in seconds."""

Interaction: TypeAlias = "discord.Interaction[Yokoku]"
_T = TypeVar("_T")
_Error = TypeVar("_Error", bound=PersonError)
_P = ParamSpec("_P")


class Tree(app_commands.CommandTree["Yokoku"]):
    """The slash commands; whatever one of them raises is answered in one place."""

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError) -> None:
        """Answer an error of a command, its checks or its transformers."""
        await answer_error(interaction, error)


@dataclass(frozen=True, slots=True)
class Sending:
    """How sending goes: what Discord refused in the past ten minutes, and for how many seconds posts are held back.

    `commands` is why Discord hasn't the slash commands as they are now, None where it has. `ahead` is how far the
    machine's clock is ahead of Discord's, 0 where it is right.
    """

    refusals: int
    held: float
    commands: str | None
    ahead: timedelta


_OPTIONS: Final[Mapping[str, Any]] = {
    "command_prefix": commands.when_mentioned,
    "help_command": None,
    "tree_cls": Tree,
    "intents": discord.Intents(guilds=True),
    "member_cache_flags": discord.MemberCacheFlags.none(),
    "max_messages": None,
    "chunk_guilds_at_startup": False,
    "guild_ready_timeout": GUILDS_PAUSE_SECONDS,
    "max_ratelimit_timeout": LONGEST_LIMIT_SECONDS,
    "allowed_mentions": discord.AllowedMentions.none(),
}
"""What discord.py is told: no privileged intent, nothing of members or messages is kept, and nobody is pinged."""


class Yokoku(commands.AutoShardedBot):
    """The bot as the cogs know it: discord.py's client, with the store, the clock and the schedule's wake-up.

    `catalogues` are where moderators look a series up, and `lookups` asks about what people look at; None where no
    source is set. `snapshot` tells whether the catalogue is complete; whoever takes the snapshot in says so there.
    `calendars` serves calendars to programs that subscribe to them, where the operator has opened a port for that,
    `feeds` finds the feeds that moderators add, and `fetcher` gets what lies at addresses that they name.
    """

    calendars: "CalendarServer | None" = None
    feeds: FeedDesk | None = None
    fetcher: Fetcher | None = None

    def __init__(
        self,
        *,
        database: Database,
        clock: Clock,
        wake: Callable[[], None],
        sending: Callable[[], Sending],
        api_url: str = DISCORD_API_URL,
        owner_ids: Iterable[int] = (),
        set_ups: Iterable[Callable[["Yokoku"], Awaitable[None]]] = (),
        http_trace: aiohttp.TraceConfig | None = None,
        settle_delay: timedelta = timedelta(minutes=SETTLE_DELAY_MINUTES),
        catalogues: Catalogues | None = None,
        lookups: Lookups | None = None,
    ) -> None:
        use_api(api_url)
        super().__init__(**_OPTIONS, owner_ids=set(owner_ids) or None, http_trace=http_trace or aiohttp.TraceConfig())
        keep_what_is_dropped(self)
        self._answering = SoleLock(database.file, "answering")
        answer_only_if(self, self._answering.is_mine)
        self.database, self.clock = database, clock
        self.wake = wake
        """Has what is due looked at soon, for events of which nothing is stored; `database.change()` does so itself."""
        self.sending = sending
        self.settle_delay = settle_delay
        """How long a change of a series has to stand before channels are told of it; `catalogue` asks for it."""
        self.catalogues, self.lookups = catalogues, lookups
        self.snapshot = SnapshotState()
        self.settled = Signal()
        """Tells of each post, and change of one, whose outcome was written down."""
        self.joined = asyncio.Event()
        """Set once the gateway has been joined and every guild is known."""
        self.buttons: list[re.Pattern[str]] = []
        """The custom_ids of the buttons that are answered, on old messages too."""
        self.forms: list[tuple[re.Pattern[str], Callable[..., Awaitable[None]]]] = []
        """The custom_ids of the forms that are answered, and who takes each: see `cogs.interactions`."""
        self.command_ids: dict[str, int] = {}
        """Discord's ids of the slash commands, by their first words; empty until Discord has them."""
        self._error_texts: dict[type[PersonError], Callable[[Any], str]] = {}
        self._api_url, self._set_ups, self._left_to_set_up = api_url, list(set_ups), list(set_ups)

    async def setup_hook(self) -> None:
        """Set the cogs up, before the gateway is joined."""
        if self._api_url != DISCORD_API_URL:
            await use_gateway_of_api(self)
        while self._left_to_set_up:  # once each: a login that failed further on is tried again
            await self._left_to_set_up.pop(0)(self)

    async def reopen(self) -> None:
        """Make it one that can log in and connect again, after it was closed. The cogs went with that."""
        await reopen(self)
        self.tree.clear_commands(guild=None)
        self.buttons.clear()
        self.forms.clear()
        self._left_to_set_up = list(self._set_ups)

    def add_dynamic_items(self, *items: type[DynamicItem[Any]]) -> None:
        """Answer buttons by their custom_ids, and remember which."""
        super().add_dynamic_items(*items)
        self.buttons += [template_of(item) for item in items]

    def add_form(self, template_of_id: str, take_form: Callable[..., Awaitable[None]]) -> None:
        """Have forms whose custom_ids match a regular expression taken by a `cogs.interactions.TakeForm`."""
        self.forms.append((re.compile(template_of_id), take_form))

    def add_error_text(self, kind: type[_Error], text: Callable[[_Error], str]) -> None:
        """Have errors of exactly this class told to people with what `text` makes of them, not with their own words."""
        self._error_texts[kind] = text

    def text_of(self, error: PersonError) -> str:
        """Say what went wrong and what to do, in the words of the error's subject."""
        text = self._error_texts.get(type(error), str)
        return text(error)

    async def on_shard_connect(self, shard_id: int) -> None:
        """Let no more than a minute lie between two tries to reach a gateway that is down.

        discord.py's waits double up to 17 minutes: so long nobody's command would be answered though the gateway is up.
        """
        limit_reconnect_waits(self, shard_id, RECONNECT_DOUBLINGS)

    async def on_shard_disconnect(self, _: int) -> None:
        """Leave people to another process on this database, if there is one, while Discord can't tell of them here."""
        self._answering.release()

    async def close(self) -> None:
        """Disconnect, and leave people to others."""
        await super().close()
        self._answering.release()

    async def on_ready(self) -> None:
        """Say that the gateway is joined."""
        self.joined.set()
        _log.info("Ready as %s in %s", self.user, count(len(self.guilds), "guild"))


async def answer_error(interaction: Interaction, error: Exception) -> None:
    """Answer an error to the person whose action met it, once, so that only they see it.

    What they can fix says how; anything else gives an incident id, under which the log has the rest.
    """
    try:
        await tell(interaction, _words_for(interaction, error))
    except (discord.HTTPException, *LOST) as failure:
        # Too late or gone: nobody is there to be told any more, but the log should know.
        _log.warning("An answer could not be delivered: %s", str(failure) or type(failure).__name__)


def _words_for(interaction: Interaction, error: BaseException) -> str:
    cause = _root_of(error)
    if isinstance(cause, PersonError):
        return interaction.client.text_of(cause)
    if isinstance(cause, app_commands.MissingPermissions | app_commands.NoPrivateMessage):
        return components.MODERATORS_IN_SERVERS_TEXT
    if isinstance(cause, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
        return components.CHANGED_COMMAND_TEXT
    if isinstance(cause, LOST):
        _log.warning("Discord lost an answer to a person: %s", str(cause) or type(cause).__name__)
        return components.LOST_ANSWER_TEXT
    incident = secrets.token_hex(4)
    _log.error("Incident %s", incident, exc_info=cause)
    if isinstance(cause, StoreError):
        return components.store_away_text(incident)
    return components.unexpected_text(incident)


def _root_of(error: BaseException) -> BaseException:
    """Find what really happened: discord.py wraps what callbacks and transformers raise, and we what checks do."""
    while isinstance(
        error, app_commands.CommandInvokeError | app_commands.TransformerError | app_commands.CheckFailure
    ):
        inner = error.original if isinstance(error, app_commands.CommandInvokeError) else error.__cause__
        if inner is None:
            break
        error = inner
    return error


async def tell(interaction: Interaction, text: str, *, view: discord.ui.View | None = None) -> None:
    """Answer so that only the one who acted sees it, whether the interaction was answered or deferred already."""
    extra: dict[str, Any] = {} if view is None else {"view": view}
    if interaction.response.is_done():
        await interaction.followup.send(text, ephemeral=True, **extra)
    else:
        await interaction.response.send_message(text, ephemeral=True, **extra)


def guarded(
    callback: Callable[Concatenate[_T, Interaction, _P], Awaitable[None]],
) -> Callable[Concatenate[_T, Interaction, _P], Awaitable[None]]:
    """Answer what a button's, select's or modal's callback raises, as a command's would be."""

    @functools.wraps(callback)
    async def guard(self: _T, interaction: Interaction, /, *args: _P.args, **kwargs: _P.kwargs) -> None:
        try:
            await callback(self, interaction, *args, **kwargs)
        except Exception as error:  # noqa: BLE001 - the one place that answers for all of them
            await answer_error(interaction, error)

    return guard


def offering(
    complete: Callable[_P, Coroutine[Any, Any, list[Choice[str]]]],
) -> Callable[_P, Coroutine[Any, Any, list[Choice[str]]]]:
    """Offer nothing while the store can't be reached: an autocompletion has no room for an error's words."""

    @functools.wraps(complete)
    async def offer(*args: _P.args, **kwargs: _P.kwargs) -> list[Choice[str]]:
        try:
            return await complete(*args, **kwargs)
        except StoreError as error:
            _log.warning("No choices can be offered: %s", error)
            return []

    return offer
