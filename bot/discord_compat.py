"""Every place that reaches into discord.py's private parts, or replaces some of it; checked against `CHECKED_VERSION`.

What Discord tells and discord.py drops is kept here, too. Source of the rules: Discord's documentation, "Obfuscated
Channels". Since 16 November 2026 Discord tells of a channel
that the bot may not view in obfuscated form: only its id, type, position and parent can be relied on. A flag says so,
and discord.py doesn't keep it. Interactions carry their channel in full always, but discord.py gives the cached one.
"""

import logging
import re
import secrets
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final
from weakref import WeakKeyDictionary

import discord
from discord.gateway import DiscordWebSocket
from discord.http import Route
from discord.ui import DynamicItem
from yarl import URL

_log = logging.getLogger(__name__)

CHECKED_VERSION: Final = "2.7.1"
"""The version of discord.py that all of this was read in and tried with; a test fails when another is installed."""

CHANNEL_OBFUSCATED: Final = 1 << 17
"""Discord's channel flag."""

_GUILD_PARTS: Final = ("channels", "threads", "stage_instances", "guild_scheduled_events", "soundboard_sounds")
"""Parts of a guild that the bot can do without, and that are read anew as the gateway tells of each."""
_OWN_CHANNEL: Final = "channel"
_flagged: WeakKeyDictionary[object, set[int]] = WeakKeyDictionary()
"""The ids of the channels that carry the flag, for each client's cache."""


def keep_what_is_dropped(client: discord.Client) -> None:
    """Have a client keep which channels are obfuscated, and the channel that an interaction carries.

    What of an event discord.py can't read is passed over, with an incident in the log. To be called once for a client,
    before it connects.
    """
    cache = client._connection  # noqa: SLF001 - the events' readers can't be reached otherwise
    flagged = _flagged[cache] = set[int]()

    def note(channel: dict[str, Any]) -> None:
        is_flagged = (channel.get("flags") or 0) & CHANNEL_OBFUSCATED
        (flagged.add if is_flagged else flagged.discard)(int(channel["id"]))

    def note_each(guild: dict[str, Any]) -> None:
        for channel in guild.get("channels", ()):
            note(channel)

    def keep_own_channel(interaction: dict[str, Any]) -> None:
        if "data" in interaction:  # discord.py hands this part on as it is
            interaction["data"][_OWN_CHANNEL] = interaction.get("channel")

    firsts: dict[str, Callable[[Any], None]] = {
        "THREAD_MEMBERS_UPDATE": partial(_note_left, cache),
        "THREAD_LIST_SYNC": _note_joined,
        "GUILD_CREATE": note_each,
        "CHANNEL_CREATE": note,
        "CHANNEL_UPDATE": note,
        "CHANNEL_DELETE": lambda channel: flagged.discard(int(channel["id"])),
        "INTERACTION_CREATE": keep_own_channel,
    }
    for event, first in firsts.items():
        cache.parsers[event] = _after(first, cache.parsers[event])
    parsers = {event: _passing_over(event, parse) for event, parse in cache.parsers.items()}
    by_part = _part_by_part(parsers | {"GUILD_CREATE": cache.parsers["GUILD_CREATE"]})
    cache.parsers.update(parsers | {"GUILD_CREATE": _passing_over("GUILD_CREATE", by_part)})


def answer_only_if(client: discord.Client, may_answer: Callable[[], bool]) -> None:
    """Have a client pass over each interaction that comes while `may_answer()` is false: somebody else answers it.

    Commands, buttons and forms go different ways in discord.py, and are read in one place only.
    """
    parsers = client._connection.parsers  # noqa: SLF001 - the events' readers can't be reached otherwise
    parse = parsers["INTERACTION_CREATE"]

    def read(interaction: dict[str, Any]) -> None:
        if may_answer():
            parse(interaction)

    parsers["INTERACTION_CREATE"] = read


def _note_left(cache: Any, change: dict[str, Any]) -> None:  # noqa: ANN401 - the cache's type is private
    """Note that the bot was taken out of a thread: discord.py keeps it in there."""
    guild = cache._get_guild(int(change["guild_id"]))  # noqa: SLF001 - as the event's reader finds it
    thread = None if guild is None else guild.get_thread(int(change["id"]))
    if thread is not None and str(cache.self_id) in change.get("removed_member_ids", ()):
        thread.me = None


def _note_joined(synced: dict[str, Any]) -> None:
    """Note in which threads the bot is that a channel comes with: discord.py notes it as that of any member."""
    own = {each["id"]: each for each in synced.get("members", ())}
    for thread in synced.get("threads", ()):
        if thread["id"] in own:
            thread.setdefault("member", own[thread["id"]])


def _after(first: Callable[[Any], None], then: Callable[[Any], None]) -> Callable[[Any], None]:
    def read(data: dict[str, Any]) -> None:
        first(data)
        then(data)

    return read


def _passing_over(event: str, parse: Callable[[Any], None]) -> Callable[[Any], None]:
    """Have an event that discord.py can't read be passed over: it would end the connection, at each start again."""

    def read(data: Any) -> None:  # noqa: ANN401 - as Discord sent it
        try:
            parse(data)
        except Exception:  # noqa: BLE001 - whatever it was, it is logged, and everybody else is served
            _log.exception("Incident %s: Discord's %s can't be read, and is passed over", secrets.token_hex(4), event)

    return read


def _part_by_part(parsers: Mapping[str, Callable[[Any], None]]) -> Callable[[dict[str, Any]], None]:
    """Have a part of a guild that discord.py can't read, such as one channel, cost it that part alone."""
    whole, channel_alone, thread_alone = (parsers[each] for each in ("GUILD_CREATE", "CHANNEL_CREATE", "THREAD_CREATE"))

    def read(guild: dict[str, Any]) -> None:
        try:
            whole(guild)
        except Exception:  # noqa: BLE001 - whatever it was, it is logged, and everybody else is served
            _log.exception("Incident %s: parts of a guild can't be read, and are passed over", secrets.token_hex(4))
            whole(guild | {part: [] for part in _GUILD_PARTS if part in guild})
            for channel in guild.get("channels", ()):
                channel_alone(channel | {"guild_id": guild["id"]})
            for thread in guild.get("threads", ()):
                thread_alone(thread | {"guild_id": guild["id"]})

    return read


def is_closed_to_bot(channel: discord.abc.GuildChannel | discord.Thread) -> bool:
    """Tell whether a channel is a private thread that the bot isn't in, and may not view without being added to it.

    Discord tells of no such thread, but the cache keeps one that the bot was taken out of, or that it saw for having
    managed threads, and computes the permissions of its channel for it.
    """
    if not isinstance(channel, discord.Thread) or not channel.is_private() or channel.parent is None:
        return False
    is_in = channel.me is not None
    return not is_in and not channel.parent.permissions_for(channel.guild.me).manage_threads


def is_obfuscated(channel: discord.abc.GuildChannel | discord.Thread) -> bool:
    """Tell whether no more than the id, type, position and parent of a channel in the cache can be relied on.

    So it is where the bot may not view the channel, whatever the channel is called. A thread is as the channel that it
    was begun in, which the cache may not know either, or is private and closed to the bot.
    """
    if is_closed_to_bot(channel):
        return True
    place = channel.parent if isinstance(channel, discord.Thread) else channel
    if place is None:
        return True
    if place.id in _flagged.get(place._state, ()):  # noqa: SLF001 - names the cache that the channel lies in
        return True
    # Discord need not have told of the channel again since it was hidden.
    return not place.permissions_for(place.guild.me).view_channel


def own_channel(interaction: discord.Interaction[Any]) -> dict[str, Any]:
    """Give the channel that an interaction was begun in, as Discord sent it along; empty where it sent none."""
    data: Any = interaction.data or {}
    return data.get(_OWN_CHANNEL) or {}


def use_api(url: str) -> None:
    """Have all clients of this process ask another API address than Discord's, such as a sandbox's.

    discord.py has no setting for it: `Route.BASE` is a class attribute from which each request's address is made.
    """
    Route.BASE = url


async def use_gateway_of_api(client: discord.Client) -> None:
    """Have all clients of this process join the gateway that the API names. To be called once logged in.

    A connection that can't be resumed goes to `DiscordWebSocket.DEFAULT_GATEWAY`, a class attribute, without asking.
    """
    _, gateway, _ = await client.http.get_bot_gateway()
    DiscordWebSocket.DEFAULT_GATEWAY = URL(gateway)


async def forget_session(client: discord.Client) -> None:
    """Close the session of a login that failed: `login()` opens one each time, and would forget this one open.

    `HTTPClient.connector` has to be missing for that, or the next login goes by a connector that is closed.
    """
    await client.http.close()
    client.http.connector = discord.utils.MISSING


async def reopen(client: discord.AutoShardedClient) -> None:
    """Make a client that was closed one that can log in and connect again.

    What ended its last connection lies in the shards' queue (`AutoShardedClient.__queue`) and would end the next.
    """
    client.clear()
    await forget_session(client)
    events = client._AutoShardedClient__queue  # type: ignore[attr-defined]  # noqa: SLF001 - no other way to reach it
    while not events.empty():
        events.get_nowait()


def release_global_limit(client: discord.Client) -> None:
    """Let requests pass again after one was cancelled while it waited out a limit of the bot as a whole.

    `HTTPClient._global_over` holds all others back meanwhile, and is set by that request alone.
    """
    client.http._global_over.set()  # noqa: SLF001 - there is no other way to reach it


def limit_reconnect_waits(client: discord.AutoShardedClient, shard_id: int, doublings: int) -> None:
    """Have a shard's waits between tries to reconnect double so often at most. To be called when it has connected.

    `ExponentialBackoff._max` is 10 otherwise, for up to 17 minutes; the shard makes one anew for each `connect()`.
    """
    client.shards[shard_id]._parent._backoff._max = doublings  # noqa: SLF001 - no other way to reach it


def template_of(item: type[DynamicItem[Any]]) -> re.Pattern[str]:
    """Give the pattern of the custom_ids that a kind of button answers to.

    Only its instances tell it under a public name.
    """
    return item.__discord_ui_compiled_template__


class AttachedFile(discord.File):
    """A file to send whose number is written as Discord describes ids: as a string. discord.py writes an integer."""

    def to_dict(self, index: int) -> dict[str, Any]:
        """Describe the file for a message's `attachments`; `index` is its number among them."""
        return super().to_dict(index) | {"id": str(index)}
