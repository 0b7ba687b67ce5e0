"""Which events a session asked for. Source: Discord's documentation, "Gateway Intents"."""

from enum import IntFlag

from sandbox.rules.json_types import JsonObject
from sandbox.world.events import Event


class Intents(IntFlag):
    """Discord's gateway intents, by Discord's names."""

    GUILDS = 1 << 0
    GUILD_MEMBERS = 1 << 1
    GUILD_MODERATION = 1 << 2
    GUILD_EXPRESSIONS = 1 << 3
    GUILD_INTEGRATIONS = 1 << 4
    GUILD_WEBHOOKS = 1 << 5
    GUILD_INVITES = 1 << 6
    GUILD_VOICE_STATES = 1 << 7
    GUILD_PRESENCES = 1 << 8
    GUILD_MESSAGES = 1 << 9
    GUILD_MESSAGE_REACTIONS = 1 << 10
    GUILD_MESSAGE_TYPING = 1 << 11
    DIRECT_MESSAGES = 1 << 12
    DIRECT_MESSAGE_REACTIONS = 1 << 13
    DIRECT_MESSAGE_TYPING = 1 << 14
    MESSAGE_CONTENT = 1 << 15
    GUILD_SCHEDULED_EVENTS = 1 << 16
    AUTO_MODERATION_CONFIGURATION = 1 << 20
    AUTO_MODERATION_EXECUTION = 1 << 21
    GUILD_MESSAGE_POLLS = 1 << 24
    DIRECT_MESSAGE_POLLS = 1 << 25


KNOWN = sum(Intents)
PAST_LAST_INTENT = 1 << KNOWN.bit_length()
"""The first bit past all intents. Some before it mean nothing, and are passed over."""

PRIVILEGED = {
    Intents.GUILD_PRESENCES: 1 << 12 | 1 << 13,
    Intents.GUILD_MEMBERS: 1 << 14 | 1 << 15,
    Intents.MESSAGE_CONTENT: 1 << 18 | 1 << 19,
}
"""The intents that an application must have been granted, each with the application flags of which one says so."""

NO_INTENT = Intents(0)
PREFIXES: tuple[tuple[str, Intents, Intents], ...] = (
    ("MESSAGE_REACTION_", Intents.GUILD_MESSAGE_REACTIONS, Intents.DIRECT_MESSAGE_REACTIONS),
    ("MESSAGE_POLL_", Intents.GUILD_MESSAGE_POLLS, Intents.DIRECT_MESSAGE_POLLS),
    ("MESSAGE_", Intents.GUILD_MESSAGES, Intents.DIRECT_MESSAGES),
    ("TYPING_START", Intents.GUILD_MESSAGE_TYPING, Intents.DIRECT_MESSAGE_TYPING),
    ("CHANNEL_PINS_UPDATE", Intents.GUILDS, Intents.DIRECT_MESSAGES),
    ("CHANNEL_", Intents.GUILDS, Intents.DIRECT_MESSAGES),
    ("THREAD_MEMBERS_UPDATE", Intents.GUILD_MEMBERS, NO_INTENT),
    ("THREAD_", Intents.GUILDS, NO_INTENT),
    ("STAGE_INSTANCE_", Intents.GUILDS, NO_INTENT),
    ("GUILD_MEMBERS_CHUNK", NO_INTENT, NO_INTENT),
    ("GUILD_MEMBER_", Intents.GUILD_MEMBERS, NO_INTENT),
    ("GUILD_AUDIT_LOG_ENTRY_CREATE", Intents.GUILD_MODERATION, NO_INTENT),
    ("GUILD_BAN_", Intents.GUILD_MODERATION, NO_INTENT),
    ("GUILD_EMOJIS_UPDATE", Intents.GUILD_EXPRESSIONS, NO_INTENT),
    ("GUILD_STICKERS_UPDATE", Intents.GUILD_EXPRESSIONS, NO_INTENT),
    ("GUILD_SOUNDBOARD_", Intents.GUILD_EXPRESSIONS, NO_INTENT),
    ("GUILD_INTEGRATIONS_UPDATE", Intents.GUILD_INTEGRATIONS, NO_INTENT),
    ("GUILD_SCHEDULED_EVENT_", Intents.GUILD_SCHEDULED_EVENTS, NO_INTENT),
    ("GUILD_", Intents.GUILDS, NO_INTENT),
    ("INTEGRATION_", Intents.GUILD_INTEGRATIONS, NO_INTENT),
    ("WEBHOOKS_UPDATE", Intents.GUILD_WEBHOOKS, NO_INTENT),
    ("INVITE_", Intents.GUILD_INVITES, NO_INTENT),
    ("VOICE_", Intents.GUILD_VOICE_STATES, NO_INTENT),
    ("PRESENCE_UPDATE", Intents.GUILD_PRESENCES, NO_INTENT),
    ("AUTO_MODERATION_ACTION_EXECUTION", Intents.AUTO_MODERATION_EXECUTION, NO_INTENT),
    ("AUTO_MODERATION_", Intents.AUTO_MODERATION_CONFIGURATION, NO_INTENT),
)
"""How events' names begin, with the intents that bring them from guilds and from direct messages; the first counts."""


def needed(event: Event) -> Intents:
    """Tell which intent brings an event; none for interactions and the account's own."""
    for prefix, from_guilds, from_direct in PREFIXES:
        if event.name.startswith(prefix):
            return from_direct if event.guild_id is None else from_guilds
    return NO_INTENT


def wanted(event: Event, intents: Intents, bot_id: str) -> bool:
    """Tell whether a session with `intents` hears of an event; what happens to the bot itself is always heard."""
    intent = needed(event)
    if intent == Intents.GUILD_MEMBERS and event.name == "GUILD_MEMBER_UPDATE":
        return intent in intents or event.data.get("user", {}).get("id") == bot_id
    if event.name == "THREAD_MEMBERS_UPDATE":
        added = [each["user_id"] for each in event.data.get("added_members", ())]
        is_own = bot_id in (*added, *event.data.get("removed_member_ids", ()))
        return (Intents.GUILDS if is_own else intent) in intents
    return intent in intents


def hides_content(event: Event, bot_id: str) -> bool:
    """Tell whether only a session with the message content intent may read this message."""
    if event.name not in {"MESSAGE_CREATE", "MESSAGE_UPDATE"} or event.guild_id is None:
        return False
    own = event.data.get("author", {}).get("id") == bot_id
    return not own and all(each["id"] != bot_id for each in event.data.get("mentions", ()))


def without_content(message: JsonObject, bot_id: str) -> JsonObject:
    """Give a message as a session without the message content intent sees it, and the one that it answers."""
    bare = {key: value for key, value in message.items() if key != "poll"} | {
        "content": "",
        "embeds": [],
        "attachments": [],
        "components": [],
    }
    answered = message.get("referenced_message")
    if answered and answered["author"]["id"] != bot_id:
        bare["referenced_message"] = without_content(answered, bot_id)
    return bare
