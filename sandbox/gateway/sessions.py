"""All sessions of one bot: who hears which event, who may resume, and what is forgotten."""

import secrets
from collections.abc import Callable
from functools import cache
from typing import Protocol

from sandbox.gateway.connection import QUEUED_PAYLOADS, Connection
from sandbox.gateway.identify import Identity, check_guild_count
from sandbox.gateway.intents import Intents, hides_content, wanted, without_content
from sandbox.gateway.protocol import API_VERSION, CloseCode, Closed, Op, control, dump
from sandbox.gateway.session import REPLAYED_EVENTS, Session, Shard
from sandbox.rules.json_types import JsonObject
from sandbox.world.events import Event


class WorldView(Protocol):
    """What the gateway asks of the world."""

    @property
    def token(self) -> str:
        """The bot's token."""

    def listen(self, callback: Callable[[Event], None]) -> Callable[[], None]:
        """Call `callback` for each event, in order, until the returned function is called."""

    def bot_user(self) -> JsonObject:
        """Give the bot's user."""

    def application(self) -> JsonObject:
        """Give the bot's application."""

    def guild_ids(self) -> list[int]:
        """Give the guilds that the bot is in."""

    def guild_create(self, guild_id: int) -> JsonObject:
        """Give the data of a guild's GUILD_CREATE."""

    def members(self, guild_id: int) -> list[JsonObject]:
        """Give all members of a guild."""


class Sessions:
    """The sessions that are open or can be resumed. `resume_url` is the address that READY tells."""

    def __init__(self, world: WorldView, resume_url: Callable[[], str]) -> None:
        self._world = world
        self._resume_url = resume_url
        self._open: dict[str, Session] = {}

    def publish(self, event: Event) -> None:
        """Tell an event to all sessions that asked for its kind. Its JSON is written once, however many they are."""
        if not self._open:
            return
        bot_id = self._world.bot_user()["id"]
        hidden = hides_content(event, bot_id)

        @cache
        def written(full: bool) -> str:
            return dump(event.data if full else without_content(event.data, bot_id))

        for session in self._open.values():
            if not session.shard.has(event.guild_id) or not wanted(event, session.intents, bot_id):
                continue
            if event.name == "GUILD_CREATE":
                session.push(event.name, dump(self._with_members(event, session)))
            else:
                session.push(event.name, written(not hidden or session.reads_content))

    def start(self, identity: Identity, connection: Connection) -> Session:
        """Open a session and tell it READY and its guilds. Raises `Closed` for a shard with too many guilds."""
        self._forget_old()
        shard = identity.shard or Shard(0, 1)
        guild_ids = [each for each in self._world.guild_ids() if shard.has(each)]
        check_guild_count(len(guild_ids))
        connection.room = QUEUED_PAYLOADS + len(guild_ids)
        session = Session(secrets.token_hex(16), shard, identity.intents, connection)
        self._open[session.id] = session
        session.push("READY", dump(self._ready(session, identity.shard, guild_ids)))
        for guild_id in guild_ids:
            event = Event("GUILD_CREATE", self._world.guild_create(guild_id), guild_id)
            if wanted(event, session.intents, ""):
                session.push(event.name, dump(self._with_members(event, session)))
        return session

    def _with_members(self, event: Event, session: Session) -> JsonObject:
        """Give a guild with all its members to a session that hears of presences, and with the bot alone to others.

        Source: Discord's documentation, "Guild Create".
        """
        if Intents.GUILD_PRESENCES not in session.intents or event.guild_id is None or "members" not in event.data:
            return event.data
        return event.data | {"members": self._world.members(event.guild_id)}

    def resume(self, session_id: str, seq: int, connection: Connection) -> Session | None:
        """Go on with a session; `None` if it is not there any more or forgot what came after `seq`.

        Raises `Closed` 4007 for a sequence number that was never sent.
        """
        self._forget_old()
        session = self._open.get(session_id)
        if session is None:
            return None
        if seq > session.seq:
            raise Closed(CloseCode.INVALID_SEQ, "Invalid seq.")
        if not session.can_replay_from(seq):
            del self._open[session_id]
            return None
        if session.connection is not None:
            session.connection.end(CloseCode.UNKNOWN_ERROR, "Resumed elsewhere.")
        connection.room = QUEUED_PAYLOADS + REPLAYED_EVENTS
        session.attach(connection, seq)
        session.push("RESUMED", dump({"_trace": []}))
        return session

    def left(self, connection: Connection, *, for_good: bool) -> None:
        """Note that a connection has closed; `for_good` ends its session, which otherwise can be resumed."""
        for session in [each for each in self._open.values() if each.connection is connection]:
            session.leave()
            if for_good:
                del self._open[session.id]

    def invalidate(self, *, resumable: bool) -> None:
        """Tell all sessions that they are invalid; one that isn't resumable is forgotten."""
        for session in list(self._open.values()):
            connection = session.connection
            if not resumable:
                session.leave()
                del self._open[session.id]
            if connection is not None:
                connection.send(control(Op.INVALID_SESSION, resumable))

    def clear(self) -> None:
        """Forget all sessions."""
        self._open.clear()

    def _forget_old(self) -> None:
        for session in [each for each in self._open.values() if each.is_over()]:
            del self._open[session.id]

    def _ready(self, session: Session, shard: Shard | None, guild_ids: list[int]) -> JsonObject:
        application = self._world.application()
        ready: JsonObject = {
            "v": API_VERSION,
            "user_settings": {},
            "user": self._world.bot_user(),
            "session_type": "normal",
            "session_id": session.id,
            "resume_gateway_url": self._resume_url(),
            "relationships": [],
            "private_channels": [],
            "presences": [],
            "guilds": [{"id": str(each), "unavailable": True} for each in guild_ids],
            "guild_join_requests": [],
            "geo_ordered_rtc_regions": [],
            "auth": {},
            "application": {"id": application["id"], "flags": application.get("flags", 0)},
            "_trace": [],
        }
        return ready if shard is None else ready | {"shard": [shard.number, shard.count]}
