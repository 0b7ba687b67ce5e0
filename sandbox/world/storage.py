"""What the world keeps between two runs: one SQLite file, written behind the world's back in small transactions."""

import asyncio
import base64
import json
import logging
import sqlite3
import threading
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from sandbox.clock import SandboxClock
from sandbox.rules.json_types import JsonObject
from sandbox.world import genesis
from sandbox.world.accounts import Account
from sandbox.world.composing import Attachment
from sandbox.world.guilds import Guild
from sandbox.world.messages import MessageLog
from sandbox.world.restrictions import Restrictions
from sandbox.world.world import Channel, Key, Kind, World

log = logging.getLogger(__name__)

FILE_NAME = "sandbox.sqlite3"
MARK = 0x59_4B_53_42
"""SQLite's `application_id` of these files, by which a file of someone else is told."""

VERSION = 1
WRITE_EVERY = 0.5
"""Seconds between two writes: what a killed sandbox can lose."""


class StorageError(Exception):
    """The kept world can't be read or written; the text is one line for the person who started the sandbox."""


class Storage:
    """A folder that holds a world."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(self.path, timeout=1, check_same_thread=False, isolation_level=None)
            self._one_writer = threading.Lock()
            self._unwritten: dict[Key, str | None] = {}
            self._prepare()
        except (OSError, sqlite3.Error) as error:
            raise StorageError(f"{self.path} can't be opened as a sandbox's world: {error}") from error

    def load(self, clock: SandboxClock, *, goes_on: bool = False) -> World | None:
        """Read the world that was kept, or `None` if the folder is new; where it `goes_on`, at the time it had come to.

        Raises `StorageError`.
        """
        try:
            rows = self._db.execute("SELECT kind, body FROM things ORDER BY kind, id").fetchall()
            kept: dict[str, list[JsonObject]] = {}
            for kind, body in rows:
                kept.setdefault(kind, []).append(json.loads(body))
            if not kept:
                return None
            if goes_on and "now" in (meta := kept["meta"][0]):
                clock.set(datetime.fromisoformat(meta["now"]))
                if meta["paused"]:
                    clock.pause()
            return _world(kept, clock)
        except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
            raise StorageError(f"{self.path} doesn't hold a whole world: {error!r}") from error

    async def keep_up(self, world: World) -> None:
        """Write what has changed, again and again, until cancelled."""
        while True:
            await asyncio.sleep(WRITE_EVERY)
            if changes := take_changes(world):
                try:
                    await asyncio.to_thread(self._write, changes)
                except sqlite3.Error as error:
                    log.warning("%s can't be written just now, trying again: %s", self.path, error)

    def finish(self, world: World) -> None:
        """Write what has changed since, and what time it is, and close the file. Raises `StorageError`."""
        world.touch("meta", 0)
        try:
            self._write(take_changes(world))
        except sqlite3.Error as error:
            raise StorageError(f"{self.path} can't be written: {error}") from error
        finally:
            self._db.close()

    def empty(self) -> None:
        """Forget all that is kept. Raises `StorageError`."""
        try:
            self._db.execute("DELETE FROM things")
            self._db.execute("VACUUM")
        except sqlite3.Error as error:
            raise StorageError(f"{self.path} can't be emptied: {error}") from error

    def close(self) -> None:
        """Close the file without writing."""
        self._db.close()

    def _prepare(self) -> None:
        db = self._db
        mark = db.execute("PRAGMA application_id").fetchone()[0]
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
            db.execute(f"PRAGMA application_id = {MARK}")
            db.execute(f"PRAGMA user_version = {VERSION}")
        elif mark != MARK:
            raise StorageError(f"{self.path} is a database of something else; choose another folder")
        elif version != VERSION:
            raise StorageError(f"{self.path} is of another version ({version}, this is {VERSION})")
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute(
            "CREATE TABLE IF NOT EXISTS things"
            " (kind TEXT NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID"
        )
        # The first write takes the lock for good, so that two sandboxes never share a world.
        db.execute("BEGIN IMMEDIATE")
        db.execute("COMMIT")

    def _write(self, changes: Mapping[Key, str | None]) -> None:
        """Write changes, and those that an earlier try could not write, all or none."""
        with self._one_writer:
            self._unwritten |= changes
            self._db.execute("BEGIN IMMEDIATE")
            try:
                self._put(self._unwritten)
                self._db.execute("COMMIT")
            except sqlite3.Error:
                self._db.execute("ROLLBACK")
                raise
            self._unwritten.clear()

    def _put(self, changes: Mapping[Key, str | None]) -> None:
        gone = [key for key, body in changes.items() if body is None]
        kept = [(*key, body) for key, body in changes.items() if body is not None]
        self._db.executemany("DELETE FROM things WHERE kind = ? AND id = ?", gone)
        self._db.executemany("INSERT OR REPLACE INTO things VALUES (?, ?, ?)", kept)


def take_changes(world: World) -> dict[Key, str | None]:
    """Take what has changed as it is now, with `None` for what is gone; afterwards nothing counts as changed."""
    if not world.changed:
        return {}
    world.touch("meta", 0)
    taken = {key: _body(world, *key, message) for key, message in world.changed.items()}
    world.changed.clear()
    return taken


def _body(world: World, kind: Kind, key: int, message: JsonObject | None) -> str | None:
    thing = message if kind == "message" else _thing(world, kind, key)
    return None if thing is None else json.dumps(thing, separators=(",", ":"))


def _thing(world: World, kind: Kind, key: int) -> JsonObject | None:
    if kind == "meta":
        return {
            "application_id": world.application_id,
            "token": world.token,
            "owner_id": world.owner_id,
            "last_id": world.ids.last,
            "now": world.clock.now().isoformat(),
            "paused": world.clock.is_paused,
            "restrictions": world.restrictions.stored(),
        }
    if kind == "account":
        return account.stored() if (account := world.accounts.get(key)) else None
    if kind == "guild":
        return guild.stored() if (guild := world.guilds.get(key)) else None
    if kind == "channel":
        channel = world.channels.get(key)
        return None if channel is None else _stored_channel(channel)
    if kind == "attachment":
        return _stored_file(file) if (file := world.attachments.get(key)) else None
    return world.commands.by_id.get(key)


def _stored_channel(channel: Channel) -> JsonObject:
    pins = [[str(message_id), at] for message_id, at in channel.pins.items()]
    votes = {
        str(message_id): {str(key): chosen for key, chosen in each.items()}
        for message_id, each in channel.votes.items()
    }
    joined = {str(user_id): at for user_id, at in channel.joined.items()}
    more = {"votes": votes, "joined": joined}
    whole: JsonObject = {"people": list(channel.people), "payload": channel.payload, "pins": pins}
    return whole | {name: value for name, value in more.items() if value}


def _stored_file(file: Attachment) -> JsonObject:
    return {
        "id": file.id,
        "filename": file.filename,
        "content_type": file.content_type,
        "description": file.description,
        "title": file.title,
        "flags": file.flags,
        "content": base64.b64encode(file.content).decode(),
    }


def _world(kept: dict[str, list[JsonObject]], clock: SandboxClock) -> World:
    meta = kept["meta"][0]
    world = World(clock, application_id=meta["application_id"], token=meta["token"], last_id=meta["last_id"])
    world.owner_id = meta["owner_id"]
    world.restrictions = Restrictions(**meta.get("restrictions", {}))
    world.accounts = {each["id"]: Account(**each) for each in kept["account"]}
    world.guilds = {each["id"]: Guild.from_stored(each) for each in kept["guild"]}
    world.commands.by_id = {int(each["id"]): each for each in kept.get("command", ())}
    for each in kept.get("attachment", ()):
        world.attachments[each["id"]] = Attachment(**(each | {"content": base64.b64decode(each["content"])}))
    messages: dict[str, list[JsonObject]] = {}
    for message in kept.get("message", ()):
        messages.setdefault(message["channel_id"], []).append(message)
    for each in kept["channel"]:
        channel = _channel(each, messages.get(each["payload"]["id"], []))
        world.channels[channel.id] = channel
    for thread in (each for each in world.channels.values() if each.is_thread):
        starter = world.channels[thread.parent_id or 0].log.get(thread.id)
        if starter is not None:
            starter["thread"] = thread.payload
    return world


def _channel(kept: JsonObject, messages: list[JsonObject]) -> Channel:
    payload, log = kept["payload"], MessageLog(messages)
    if newest := log.before(None, 1):
        payload["last_message_id"] = newest[0]["id"]
    guild_id = int(payload["guild_id"]) if "guild_id" in payload else None
    # Before pins had a time of their own, only the messages told of them.
    pins = kept["pins"] if "pins" in kept else [(each["id"], each["timestamp"]) for each in log if each["pinned"]]
    return Channel(
        int(payload["id"]),
        payload,
        guild_id,
        people=tuple(kept["people"]),
        log=log,
        pins={int(message_id): at for message_id, at in pins},
        votes={
            int(message_id): {int(key): chosen for key, chosen in each.items()}
            for message_id, each in kept.get("votes", {}).items()
        },
        joined={int(user_id): at for user_id, at in kept.get("joined", _begun_by(payload)).items()},
    )


def _begun_by(payload: JsonObject) -> JsonObject:
    """Give who is in a thread that was kept before there were members: who began it."""
    metadata = payload.get("thread_metadata")
    return {payload["owner_id"]: metadata["create_timestamp"]} if metadata else {}


def open_world(folder: Path | None, at: datetime | None) -> tuple[World, Storage | None]:
    """Take up the world that a folder keeps, or make a new one; `at` sets its clock. Raises `StorageError`."""
    clock = SandboxClock(at)
    if folder is None:
        world = genesis.create(clock)
        world.keep_nothing()
        return world, None
    storage = Storage(folder)
    try:
        world = storage.load(clock, goes_on=at is None) or genesis.create(clock)
    except StorageError:
        storage.close()
        raise
    genesis.complete(world)
    clock.on_set(lambda: world.touch("meta", 0))
    return world, storage


def forget_world(folder: Path) -> None:
    """Empty what a folder keeps, so that the next world in it is a new one; a file of something else is left alone.

    Raises `StorageError`, also while a sandbox has it open.
    """
    storage = Storage(folder)
    try:
        storage.empty()
    finally:
        storage.close()
