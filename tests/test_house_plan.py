"""The house plan: who may import whom. An arrow that runs up, or past a line, fails here."""

import ast
import functools
import re
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

from bot.database import driver
from bot.discord_compat import CHECKED_VERSION

ROOT = Path(__file__).parents[1]

ROOMS = (
    ("__main__", "cli", "app", "running", "sandbox_run"),
    ("exchange",),
    ("cogs",),
    ("client", "connection", "command_sync"),
    ("delivery",),
    ("calendars",),
    ("announcements",),
    ("subscriptions",),
    ("feeds",),
    ("conventions",),
    ("catalogue",),
    ("ui",),
    ("dates",),
    ("web", "database"),
    (
        "clock",
        "discord_clock",
        "errors",
        "settings",
        "schedule",
        "workers",
        "logs",
        "folding",
        "pages",
        "discord_compat",
    ),
)
"""The rooms from top to bottom. A room knows itself and those below it.

Rooms of one line are apart from one another, but the first: what starts a process may know whatever else does.
"""
TOGETHER = {"__main__", "cli", "app", "running", "sandbox_run", *ROOMS[-1]}
"""The rooms that may know those of their own line."""
SUBJECTS = ("catalogue", "conventions", "feeds", "subscriptions", "announcements", "calendars", "delivery")
"""The rooms that have tables of their own."""
BESIDES = {
    "sandbox": {"sandbox"},
    "migrations": {"migrations", "bot.database"},
    "migrations.schema": {f"bot.{room}.tables" for room in SUBJECTS},
    "bot.sandbox_run": {"sandbox"},
    "bot.cli": {"sandbox"},
    "bot.database": {"migrations"},
    "bot.delivery.store.health": {"migrations"},
}
"""What is no room of the bot's, and what rooms may know of it."""

ONLY_IN = {
    "discord": {
        "bot.client",
        "bot.discord_compat",
        "bot.command_sync",
        "bot.connection",
        "bot.ui",
        "bot.delivery.attempt",
        "bot.delivery.dispatcher",
        "cogs",
    },
    "sqlalchemy": {"bot.database", "bot.exchange", "migrations"},
    "alembic": {"migrations"},
    "apscheduler": {"bot.schedule"},
    "icalendar": {"bot.calendars"},
    "dateparser": {"bot.dates.reading"},
    "feedparser": {"bot.feeds.parsing"},
    "typer": {"bot.cli", "bot.running"},
}
"""Libraries and the only rooms that know them."""
BY_NAME = {
    "discord": re.compile(r"\.render(\.|$)|\.discord_\w+$"),
    "sqlalchemy": re.compile(r"\.(store|tables)(\.|$)|\.\w+_store$"),
}
"""Libraries that files of any room know whose names say so."""

SCOPES = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
"""What names within are apart from the module's."""

OURS = {"bot", "cogs", "migrations", "sandbox"}


def modules() -> Iterator[tuple[str, Path]]:
    for package in sorted(OURS):
        for path in sorted((ROOT / package).rglob("*.py")):
            if "versions" not in path.parts:
                yield ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"), path


MODULES = dict(modules())


@functools.cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


@functools.cache
def imported_by(path: Path) -> frozenset[str]:
    """Every module that a file imports anywhere, also within functions and under TYPE_CHECKING."""
    found: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                found.add(whole if whole in MODULES else node.module)
    return frozenset(found)


def within(module: str, room: str) -> bool:
    return module == room or module.startswith(f"{room}.")


def room_of(module: str) -> str:
    first, _, rest = module.partition(".")
    return rest.split(".")[0] if first == "bot" else first


def may_know(module: str) -> set[str]:
    """The modules and rooms of ours that a module may import."""
    besides = {name for room, names in BESIDES.items() if within(module, room) for name in names}
    room = room_of(module)
    for line, rooms in enumerate(ROOMS):
        if room in rooms:
            below = {name for lower in ROOMS[line + 1 :] for name in lower}
            together = {name for name in rooms if name in TOGETHER} if room in TOGETHER else {room}
            known = {"cogs" if name == "cogs" else f"bot.{name}" for name in below | together}
            return known | besides
    assert besides, f"{module} is in no room of the plan"
    return besides


@pytest.mark.parametrize("module", [module for module in MODULES if module != "bot"])
def test_imports_follow_the_plan(module: str) -> None:
    allowed = may_know(module)
    imported = {name for name in imported_by(MODULES[module]) if name.split(".")[0] in OURS}

    assert not {name for name in imported if not any(within(name, room) for room in allowed)}


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_is_known_in_its_rooms_only(library: str) -> None:
    knowing = {
        module for module, path in MODULES.items() if any(within(name, library) for name in imported_by(path))
    } - {module for module in MODULES if within(module, "sandbox")}

    by_name = BY_NAME.get(library)
    knowing -= {module for module in knowing if by_name and by_name.search(module)}
    assert not {module for module in knowing if not any(within(module, room) for room in ONLY_IN[library])}


def test_only_the_clock_knows_what_time_it_is() -> None:
    asking = {
        module
        for module, path in MODULES.items()
        if not within(module, "sandbox")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute)
        and node.attr in {"now", "utcnow", "today"}
        and isinstance(node.value, ast.Name)
        and node.value.id in {"datetime", "date"}
    }

    assert asking == {"bot.clock"}


@pytest.mark.parametrize("path", [path for path in MODULES.values() if path.name != "__init__.py"])
def test_a_room_has_no_junk_drawer(path: Path) -> None:
    assert path.stem not in {"utils", "util", "helpers", "helper", "common", "misc", "manager"}


def names_of(path: Path) -> Iterator[str]:
    """The classes, type aliases and constants that a module makes; what begins with an underscore is its own affair."""
    nodes: list[ast.AST] = list(parsed(path).body)
    while nodes:
        node = nodes.pop()
        if isinstance(node, ast.ClassDef) and node.name[0].isupper():
            yield node.name
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id[0].isupper():
            yield node.id
        if not isinstance(node, SCOPES):
            nodes += ast.iter_child_nodes(node)


def test_no_class_type_or_constant_has_the_name_of_another() -> None:
    named: dict[str, set[str]] = defaultdict(set)
    for module, path in MODULES.items():
        if within(module, "bot") or within(module, "cogs"):
            for name in names_of(path):
                named[name].add(module)

    assert {"Series", "Interaction", "SERIES_COLOUR"} <= named.keys()
    assert {name: modules for name, modules in named.items() if len(modules) > 1} == {}


def test_no_cog_stores_anything_without_waking_the_schedule() -> None:
    """`Database.change()` does so once it is committed; events alone, which store nothing, wake it by themselves."""
    calls = {
        (module, node.func.attr)
        for module, path in MODULES.items()
        if within(module, "cogs")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }

    assert {(module, called) for module, called in calls if called in {"write", "wake"}} == {("cogs.pauses", "wake")}
    assert ("cogs.watchlist", "change") in calls


def test_private_parts_of_libraries_are_reached_in_one_place_each_which_was_checked_against_what_is_installed() -> None:
    reaching = {
        module for module, path in MODULES.items() if re.search(r"noqa: *SLF001|__discord_|\.BASE = ", path.read_text())
    }
    checked = {"discord.py": CHECKED_VERSION, **driver.CHECKED_VERSIONS}

    assert {module for module in reaching if not within(module, "sandbox")} == {
        "bot.discord_compat",
        "bot.database.driver",
    }
    assert {name: version(name) for name in checked} == checked
