"""How SQLite finds what the bot asks for again and again: by an index, however many servers there are."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
from sqlalchemy import Engine, event

from tests.wire.due_posts import due_now, standing, until
from tests.wire.guild import SandboxGuild

GROWING = frozenset(
    {
        "aliases",
        "announcements",
        "deliveries",
        "feed_items",
        "feed_posts",
        "guilds",
        "notices",
        "releases",
        "series",
        "statements",
        "subscription_choices",
        "subscription_leads",
        "subscriptions",
        "titles",
        "updates",
        "watchlist",
    }
)
"""Tables that have more rows the more servers there are, the more is known, or the longer the bot runs."""
BY_MEMBERS: dict[str, dict[str, str]] = {
    "series": {"series": "metallic-rouge"},
    "trailer": {"series": "metallic-rouge"},
    "season": {},
    "today": {},
    "upcoming": {},
    "conventions": {},
    "help": {},
}
BY_MODERATORS: dict[str, dict[str, str]] = {
    "watchlist add": {"series": "metallic-rouge"},
    "watchlist show": {},
    "watchlist remove": {"series": "metallic-rouge"},
    "channel list": {},
    "channel status": {},
    "channel subscribe": {"what": "season"},
    "announcements": {},
    "feed list": {},
    "calendar": {},
    "catalogue history": {"series": "metallic-rouge"},
}


@contextmanager
def statements() -> Iterator[dict[str, Any]]:
    """Collect what is asked of any store meanwhile, each with what it was asked with last."""
    asked: dict[str, Any] = {}

    def note(*about: Any) -> None:  # noqa: ANN401 - listeners are untyped
        _, _, statement, parameters, _, many = about
        if statement.startswith(("SELECT", "UPDATE", "DELETE", "INSERT", "WITH")):
            asked[statement] = parameters[0] if many else parameters

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def read_through(db: sqlite3.Connection, asked: dict[str, Any]) -> list[str]:
    """Which growing tables are read from one end to the other, each with the statement that does it.

    An index of a part of a table is as short as that part. Nothing gathers figures about the tables, so that SQLite
    finds its way by their indexes alone, whatever they hold.
    """
    found = []
    of_parts = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '%WHERE%'"
    short = {name for (name,) in db.execute(of_parts)}
    for statement, parameters in asked.items():
        named = re.findall(r"\b(?:FROM|JOIN|UPDATE|,) ?(\w+)(?: AS (\w+))?", statement)
        tables = {alias or table: table for table, alias in named}
        for *_, detail in db.execute(f"EXPLAIN QUERY PLAN {statement}", parameters):
            scan = re.match(r"SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?", detail)
            if scan and tables.get(scan[1], scan[1]) in GROWING and scan[2] not in short:
                found.append(f"{detail}: {statement}")
    return found


@pytest.mark.at("2024-01-10T16:00:00Z")
async def test_what_comes_due_is_found_sent_and_settled_by_indexes(guild: SandboxGuild) -> None:
    place = guild.channels["chat"]
    await guild.moderator.slash("watchlist add", series="metallic-rouge")
    for what in ("releases", "announcements"):
        await guild.moderator.slash("channel subscribe", {"channel": str(place)}, what=what)
    with statements() as asked:
        await due_now(guild, 5)
        await until(guild, lambda: len(standing(guild, place)) == 5)
        await guild.jump("2024-01-10T16:25:00Z")
        await until(guild, lambda: len(standing(guild, place)) == 6)
        await guild.stop()
    for done in ("INSERT INTO deliveries", "UPDATE deliveries SET state"):
        assert any(statement.startswith(done) for statement in asked)

    with closing(sqlite3.connect(guild.database_path)) as db:
        assert read_through(db, asked) == []


@pytest.mark.at("2024-01-10T16:00:00Z")
async def test_commands_find_what_they_show_and_offer_by_indexes(guild: SandboxGuild) -> None:
    with statements() as asked:
        for typed, options in BY_MEMBERS.items():
            await guild.member.slash(typed, options)
        for typed, options in BY_MODERATORS.items():
            await guild.moderator.slash(typed, options)
        for begun in ("", "me", "metallic", "metalic ruoge", "メタリック"):
            await guild.member.autocomplete("series", focused="series", series=begun)
    assert len(asked) > len(BY_MEMBERS) + len(BY_MODERATORS)

    with closing(sqlite3.connect(guild.database_path)) as db:
        assert read_through(db, asked) == []
