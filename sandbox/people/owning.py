"""What those who run the sandbox do, under /sandbox/v1: change the world as a moderator would, play Discord's troubles.

POST   /channels {name, kind, parent_id}              kind: text, voice, category, announcement, stage, forum,
                                                      media, directory, thread
PUT    /channels/{id} {kind}                          text or announcement: the one becomes the other
PUT    /channels/{id} {nsfw}                          age-restricted or not; not of a thread
PUT    /channels/{id} {archived, locked}              of a thread
DELETE /channels/{id}
PUT    /channels/{id}/permissions {of, allow, deny}   of: a role or user by name or id, "bot"; lists of names
POST   /roles {name, permissions, mentionable}
PUT    /roles/{id} {permissions, mentionable}         either, or both
DELETE /roles/{id}
GET    /guild   GET /gateway                          {available, present}; {connected, silent, shut}
POST   /guild {available} or {present}                an outage and its end; put the bot out and let it back in
POST   /guild {system_channel_id}                     the channel for the guild's own messages, or null
POST   /guild {preferred_locale}                      the guild's language
DELETE /token                                         the bot's token is void, and answered is the new one
POST   /gateway {do, code, resumable}                 do: reconnect, invalidate, close, silence, speak, heartbeats,
                                                      shut, open

Channels, roles and the guild are those of the first guild. Each change is told to the bot as Discord would. Time-outs
and what isn't let through are in `sandbox.people.moderating`.
"""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from sandbox.gateway.gateway import Gateway
from sandbox.people import moderating
from sandbox.people.person import Person
from sandbox.people.reading import locale
from sandbox.people.refusals import RefusedError
from sandbox.rules.json_types import JsonValue
from sandbox.rules.permissions import MEMBER_OVERWRITE, NONE, ROLE_OVERWRITE, Permissions
from sandbox.rules.values import snowflake
from sandbox.world import changes, guilds, threads
from sandbox.world.guilds import Guild
from sandbox.world.world import Channel, World

OwnerHandler: TypeAlias = Callable[[Person], Awaitable[JsonValue]]
THREAD = "thread"
KINDS = {
    "text": guilds.TEXT,
    "voice": guilds.VOICE,
    "category": guilds.CATEGORY,
    "announcement": guilds.ANNOUNCEMENT,
    "stage": guilds.STAGE,
    "forum": guilds.FORUM,
    "media": guilds.MEDIA,
    "directory": guilds.DIRECTORY,
}
CHANGEABLE = {"text": guilds.TEXT, "announcement": guilds.ANNOUNCEMENT}
CLOSE_CODES = range(1000, 5000)
TOKEN_IS_VOID = 4004
UNSENDABLE = frozenset({1004, 1005, 1006, *range(1015, 3000)})


class OwnerApi:
    """The routes of whoever runs the sandbox."""

    def __init__(self, world: World, gateway: Gateway) -> None:
        self._world = world
        self._gateway = gateway

    def routes(self) -> list[tuple[str, str, OwnerHandler]]:
        """Give all routes, as method, path and handler; each handler refuses who doesn't run the sandbox."""
        one, role = "/channels/{channel_id}", "/roles/{role_id}"
        table: list[tuple[str, str, OwnerHandler]] = [
            ("POST", "/channels", self._create_channel),
            ("PUT", one, self._change_channel),
            ("DELETE", one, self._delete_channel),
            ("PUT", one + "/permissions", self._permit),
            ("POST", "/roles", self._create_role),
            ("PUT", role, self._change_role),
            ("DELETE", role, self._delete_role),
            ("GET", "/guild", self._tell_guild),
            ("GET", "/gateway", self._tell_gateway),
            ("POST", "/guild", self._guild_state),
            ("DELETE", "/token", self._reset_token),
            ("POST", "/gateway", self._play_gateway),
        ]
        table += moderating.routes()
        return [(method, path, self._for_owner(handler)) for method, path, handler in table]

    def _for_owner(self, handler: OwnerHandler) -> OwnerHandler:
        async def answer(person: Person) -> JsonValue:
            person.must_run_the_sandbox()
            return await handler(person)

        return answer

    @property
    def _guild(self) -> Guild:
        return next(iter(self._world.guilds.values()))

    def _channel(self, person: Person) -> Channel:
        channel = self._world.channels.get(person.number("channel_id"))
        if channel is None or channel.guild_id is None:
            raise RefusedError("There is no such channel", 404)
        return channel

    async def _create_channel(self, person: Person) -> JsonValue:
        name, kind = person.text("name").strip(), person.body.get("kind", "text")
        if not 1 <= len(name) <= 100:
            raise RefusedError("A channel's name has 1 to 100 characters")
        if not isinstance(kind, str) or kind not in {*KINDS, THREAD}:
            raise RefusedError(f"kind must be one of: {', '.join((*KINDS, THREAD))}")
        parent_id = snowflake(person.body.get("parent_id"))
        parent = self._world.channels.get(parent_id or 0)
        if kind == THREAD:
            return self._create_thread(person, name, parent)
        if person.body.get("parent_id") is not None and (parent is None or parent.kind != guilds.CATEGORY):
            raise RefusedError("There is no such category", 404)
        return changes.create_channel(self._world, self._guild.id, name, kind=KINDS[kind], parent_id=parent_id).payload

    def _create_thread(self, person: Person, name: str, parent: Channel | None) -> JsonValue:
        if parent is None or parent.kind not in CHANGEABLE.values():
            raise RefusedError("A thread is begun in a text or announcement channel, its parent_id", 404)
        return threads.create_thread(self._world, parent.id, name, owner_id=person.account.id).payload

    async def _change_channel(self, person: Person) -> JsonValue:
        channel, kind = self._channel(person), person.body.get("kind")
        archived, locked = (person.body.get(name) for name in ("archived", "locked"))
        if channel.is_thread and isinstance(archived, bool | None) and isinstance(locked, bool | None):
            return threads.change_thread(self._world, channel.id, archived=archived, locked=locked).payload
        nsfw = person.body.get("nsfw")
        if channel.kind in CHANGEABLE.values() and isinstance(nsfw, bool) and kind is None:
            changes.set_age_restricted(self._world, channel.id, is_restricted=nsfw)
            return channel.payload
        if channel.kind not in CHANGEABLE.values() or not isinstance(kind, str) or kind not in CHANGEABLE:
            raise RefusedError(
                "Give a thread's archived and locked, or a channel's nsfw, or its kind: text or announcement"
            )
        changes.set_news(self._world, channel.id, news=CHANGEABLE[kind] == guilds.ANNOUNCEMENT)
        return channel.payload

    async def _delete_channel(self, person: Person) -> JsonValue:
        return changes.delete_channel(self._world, self._channel(person).id).payload

    async def _permit(self, person: Person) -> JsonValue:
        channel, (target, kind) = self._channel(person), self._target(person.text("of"))
        if channel.is_thread:
            raise RefusedError("A thread has the permissions of the channel that it was begun in")
        allow, deny = (_permissions(person.body.get(name)) for name in ("allow", "deny"))
        changes.set_overwrite(self._world, channel.id, target, kind=kind, allow=allow, deny=deny)
        return channel.payload

    def _target(self, named: str) -> tuple[int, int]:
        """Find whose permissions are meant, and of which kind their overwrite is."""
        if named == "bot":
            return self._world.application_id, MEMBER_OVERWRITE
        for role_id, role in self._guild.roles.items():
            if named in (str(role_id), role["name"]):
                return role_id, ROLE_OVERWRITE
        for account in self._world.accounts.values():
            if named in (str(account.id), account.username):
                return account.id, MEMBER_OVERWRITE
        raise RefusedError(f"There is no role or user {named}", 404)

    async def _create_role(self, person: Person) -> JsonValue:
        name, guild = person.text("name").strip(), self._guild
        if not 1 <= len(name) <= 100:
            raise RefusedError("A role's name has 1 to 100 characters")
        given, mentionable = _permissions(person.body.get("permissions")), person.body.get("mentionable") is True
        role_id = changes.create_role(self._world, guild.id, name, permissions=given, mentionable=mentionable)
        return guild.roles[role_id]

    async def _change_role(self, person: Person) -> JsonValue:
        world, role_id, mentionable = self._world, person.number("role_id"), person.body.get("mentionable")
        if isinstance(mentionable, bool):
            role = changes.set_role_mentionable(world, self._guild.id, role_id, is_mentionable=mentionable)
            if "permissions" not in person.body:
                return role
        given = _permissions(person.body.get("permissions"))
        return changes.set_role_permissions(world, self._guild.id, role_id, given)

    async def _delete_role(self, person: Person) -> JsonValue:
        guild, role_id = self._guild, person.number("role_id")
        if role_id == guild.id or guild.roles.get(role_id, {}).get("managed"):
            raise RefusedError("That role can't be deleted")
        changes.delete_role(self._world, guild.id, role_id)
        return {}

    async def _guild_state(self, person: Person) -> JsonValue:
        guild = self._guild
        if "system_channel_id" in person.body:
            self._choose_system_channel(person.body["system_channel_id"])
            return guild.payload()
        if "preferred_locale" in person.body:
            changes.set_preferred_locale(self._world, guild.id, locale(person, "preferred_locale"))
            return guild.payload()
        available, present = (person.body.get(name) for name in ("available", "present"))
        if not isinstance(available, bool) and not isinstance(present, bool):
            raise RefusedError("Give `available` or `present`, true or false, or `system_channel_id`")
        if isinstance(available, bool) and available is not guild.available:
            changes.set_available(self._world, guild.id, available=available)
        if isinstance(present, bool) and present is not guild.present:
            (changes.add_bot if present else changes.remove_bot)(self._world, guild.id)
        return {"available": guild.available, "present": guild.present}

    async def _tell_guild(self, _: Person) -> JsonValue:
        return {"available": self._guild.available, "present": self._guild.present}

    async def _tell_gateway(self, _: Person) -> JsonValue:
        gateway = self._gateway
        return {"connected": gateway.connected, "silent": gateway.is_silent, "shut": gateway.is_shut}

    def _choose_system_channel(self, named: JsonValue) -> None:
        channel = self._world.channels.get(snowflake(named) or 0)
        if named is not None and (channel is None or channel.kind != guilds.TEXT):
            raise RefusedError("There is no such text channel", 404)
        changes.set_system_channel(self._world, self._guild.id, channel.id if channel else None)

    async def _reset_token(self, _: Person) -> JsonValue:
        changes.reset_token(self._world)
        self._gateway.close_all(TOKEN_IS_VOID)
        return {"token": self._world.token}

    async def _play_gateway(self, person: Person) -> JsonValue:
        gateway, code = self._gateway, person.body.get("code", 4000)
        if type(code) is not int or code not in CLOSE_CODES or code in UNSENDABLE:
            raise RefusedError("code must be one that a WebSocket can be closed with")
        plays: dict[str, Callable[[], None]] = {
            "reconnect": gateway.reconnect_all,
            "invalidate": lambda: gateway.invalidate_all(person.body.get("resumable") is True),
            "close": lambda: gateway.close_all(code),
            "silence": lambda: gateway.silence(silent=True),
            "speak": lambda: gateway.silence(silent=False),
            "heartbeats": gateway.request_heartbeats,
            "shut": lambda: gateway.shut(is_shut=True),
            "open": lambda: gateway.shut(is_shut=False),
        }
        play = plays.get(person.text("do"))
        if play is None:
            raise RefusedError(f"do must be one of: {', '.join(plays)}")
        play()
        return {"connected": gateway.connected}


def _permissions(names: JsonValue) -> Permissions:
    """Read a list of permissions' names ("SEND_MESSAGES"). Raises `RefusedError`."""
    found = NONE
    if not isinstance(names, list | None):
        raise RefusedError("Permissions are a list of names")
    for name in names or ():
        if not isinstance(name, str) or name not in Permissions.__members__:
            raise RefusedError(f"There is no permission {name}")
        found |= Permissions[name]
    return found
