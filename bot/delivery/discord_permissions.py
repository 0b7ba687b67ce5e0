"""What the bot may do in a channel, as the gateway tells of it: what it lacks for posting, whom it can ping."""

import copy
from datetime import datetime

import discord

from bot.discord_compat import is_obfuscated
from bot.subscriptions.model import (
    PauseReason,
    end_of_timeout,
    lacking_permissions,
    lacking_reason,
    timed_out_reason,
)

OF_LOCKED_THREADS = "Manage Threads"
"""What it takes to write in a thread that is locked."""


def present_guild(client: discord.Client, guild_id: int) -> discord.Guild | None:
    """Give a guild as the gateway told of it; None where it didn't, or where an outage hides it."""
    guild = client.get_guild(guild_id)
    return None if guild is None or guild.unavailable else guild


def permissions_in(channel: discord.abc.GuildChannel | discord.Thread) -> discord.Permissions:
    """Compute what the bot may do in a channel whenever no timeout keeps it silent: see `timed_out_until`."""
    return channel.permissions_for(_unsilenced(channel.guild.me))


def _unsilenced(me: discord.Member) -> discord.Member:
    me = copy.copy(me)
    me.timed_out_until = None
    return me


def timed_out_until(guild: discord.Guild, now: datetime) -> datetime | None:
    """Give when the timeout ends that a moderator gave the bot in a guild; None where there is none.

    It binds no administrator.
    """
    until = guild.me.timed_out_until
    if until is None or until <= now or guild.me.guild_permissions.administrator:
        return None
    return until


def missing_in(channel: discord.abc.GuildChannel | discord.Thread) -> list[str]:
    """List the permissions that the bot lacks there for posting, by their names in Discord's settings.

    A locked thread takes more than an open one. Where View Channel is missing, Discord takes all others away with it,
    and nothing else is known: it is named alone. A timeout, which ends by itself, takes none away.
    """
    if is_obfuscated(channel):
        return ["View Channel"]
    allowed = permissions_in(channel)
    lacking = dict[str, bool]()
    if isinstance(channel, discord.Thread):
        lacking["Send Messages in Threads"] = allowed.send_messages_in_threads
        lacking[OF_LOCKED_THREADS] = allowed.manage_threads or not channel.locked
    else:
        lacking["Send Messages"] = allowed.send_messages
    if isinstance(channel, discord.VoiceChannel | discord.StageChannel):
        lacking["Connect"] = allowed.connect  # Discord hides the chat of those who may not be in it
    lacking["Embed Links"] = _may_embed(channel)
    return [name for name, has in lacking.items() if not has]


def _may_embed(channel: discord.abc.GuildChannel | discord.Thread) -> bool:
    """Tell whether Embed Links is given by itself: who may not write has none of what goes with it."""
    of = channel.parent if isinstance(channel, discord.Thread) else channel
    me = _unsilenced(channel.guild.me)
    return of is None or discord.abc.GuildChannel.permissions_for(of, me).embed_links


def missing_to_tell(channel: discord.TextChannel) -> list[str]:
    """List the permissions that the bot lacks to write notices in a channel: they take fewer than posts."""
    return [name for name in missing_in(channel) if name in {"View Channel", "Send Messages"}]


def may_ping(role: discord.Role, channel: discord.abc.GuildChannel | discord.Thread) -> bool:
    """Tell whether Discord lets the bot ping a role in a channel, as far as is known of one that it may not view."""
    known = not is_obfuscated(channel)
    return role.mentionable or not known or permissions_in(channel).mention_everyone


def is_unpinged(guild: discord.Guild | None, channel_id: int, role_id: int | None) -> bool:
    """Tell whether what is posted in a guild's channel goes out without pinging the role that it should."""
    if guild is None or guild.unavailable or role_id is None:
        return False
    role, channel = guild.get_role(role_id), guild.get_channel_or_thread(channel_id)
    return role is not None and channel is not None and not may_ping(role, channel)


def exact_reason(client: discord.Client, guild_id: int, channel_id: int, reason: str, now: datetime) -> str:
    """Give the reason for which a channel really takes no posts, where Discord refused them with `reason`.

    Its refusal is the same for a timeout and for each permission that the bot lacks.
    """
    guild = present_guild(client, guild_id)
    is_vague = reason == PauseReason.SILENCED or end_of_timeout(reason) is not None or lacking_permissions(reason)
    if guild is None or not is_vague:
        return reason
    if (until := timed_out_until(guild, now)) is not None:
        return timed_out_reason(until)
    channel = guild.get_channel_or_thread(channel_id)
    missing = [] if channel is None else missing_in(channel)
    return lacking_reason(missing) if missing else PauseReason.SILENCED


def drops_embeds(client: discord.Client, guild_id: int, channel_id: int, now: datetime) -> str | None:
    """Give the reason for which Discord would leave an embed out of an edit there, without a word.

    Gives None where it would take it. What the gateway doesn't tell of, or hides, is left to Discord's answer.
    """
    guild = present_guild(client, guild_id)
    channel = None if guild is None else guild.get_channel_or_thread(channel_id)
    if guild is None or channel is None or is_obfuscated(channel):
        return None
    if permissions_in(channel).embed_links and timed_out_until(guild, now) is None:
        return None
    return exact_reason(client, guild_id, channel_id, PauseReason.SILENCED, now)
