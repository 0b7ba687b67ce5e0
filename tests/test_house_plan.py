"""The house plan: who may import whom. An arrow that runs up, or past a line, fails here."""

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

ALLOWED = {
    "bot.__main__": {"bot.cli"},
    "bot.cli": {
        "bot.catalogue_cli",
        "bot.exchange_cli",
        "bot.database_cli",
        "bot.sandbox_cli",
        "bot.running",
        "bot.settings",
        "bot.clock",
    },
    "bot.sandbox_cli": {"bot.rehearsal.stage", "bot.running", "bot.operator_errors", "sandbox"},
    "bot.running": {"bot.app", "bot.operator_errors", "bot.settings", "bot.logs", "bot.clock", "bot.errors"},
    "bot.rehearsal": {
        "bot.rehearsal",
        "bot.running",
        "bot.app",
        "bot.render",
        "bot.store",
        "bot.domain",
        "bot.settings",
        "bot.clock",
        "bot.errors",
        "sandbox",
    },
    "bot.catalogue_cli": {"bot.operator_errors", "bot.settings", "bot.store", "bot.domain", "bot.clock", "bot.errors"},
    "bot.exchange_cli": {
        "bot.operator_errors",
        "bot.settings",
        "bot.intake",
        "bot.sources",
        "bot.store",
        "bot.clock",
        "bot.errors",
    },
    "bot.operator_errors": {"bot.errors"},
    "bot.database_cli": {"bot.operator_errors", "bot.settings", "bot.store", "bot.clock", "bot.errors"},
    "bot.app": {
        "cogs",
        "bot.client",
        "bot.settings",
        "bot.clock",
        "bot.errors",
        "bot.domain",
        "bot.store",
        "bot.intake",
        "bot.sources",
        "bot.posting",
        "bot.render",
        "bot.trouble",
        "bot.upkeep",
    },
    "bot.upkeep": {"bot.store", "bot.clock", "bot.errors", "bot.trouble"},
    "bot.trouble": {"bot.errors"},
    "bot.client": {
        "bot.domain.catalogues",
        "bot.discord_compat",
        "bot.settings",
        "bot.clock",
        "bot.errors",
        "bot.store.database",
        "bot.store.guilds",
    },
    "bot.discord_compat": set(),
    "bot.settings": {"bot.errors"},
    "bot.logs": set(),
    "bot.clock": set(),
    "bot.errors": set(),
    "bot.domain": {"bot.domain", "bot.errors"},
    "bot.store": {"bot.store", "bot.domain", "bot.errors", "bot.clock", "migrations"},
    "bot.sources": {"bot.sources", "bot.domain", "bot.errors", "bot.clock", "bot.trouble"},
    "bot.intake": {
        "bot.intake",
        "bot.sources",
        "bot.store",
        "bot.domain",
        "bot.errors",
        "bot.clock",
        "bot.trouble",
    },
    "bot.posting": {
        "bot.posting",
        "bot.render",
        "bot.store",
        "bot.domain",
        "bot.discord_compat",
        "bot.errors",
        "bot.clock",
        "bot.trouble",
    },
    "bot.render": {"bot.render", "bot.domain", "bot.errors"},
    "cogs": {
        "cogs",
        "bot.intake",
        "bot.posting",
        "bot.render",
        "bot.store",
        "bot.domain",
        "bot.client",
        "bot.discord_compat",
        "bot.errors",
        "bot.clock",
    },
    "migrations": {"migrations", "bot.store.tables"},
    "sandbox": {"sandbox"},
}
"""Each room and what it may import of ours. The longest name that fits counts."""

ONLY_IN = {
    "discord": {"bot.client", "bot.discord_compat", "bot.render", "bot.posting.dispatch", "bot.app", "cogs"},
    "sqlalchemy": {"bot.store", "migrations"},
    "alembic": {"migrations"},
    "apscheduler": {"bot.posting.schedule"},
    "dateparser": {"bot.intake.typed_dates"},
    "typer": {
        "bot.cli",
        "bot.operator_errors",
        "bot.running",
        "bot.catalogue_cli",
        "bot.exchange_cli",
        "bot.database_cli",
        "bot.sandbox_cli",
    },
}
"""Libraries and the only rooms that know them."""

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
    rooms = [room for room in ALLOWED if within(module, room)]
    assert rooms, f"{module} is in no room of the plan"
    return max(rooms, key=len)


@pytest.mark.parametrize("module", [module for module in MODULES if module != "bot"])
def test_imports_follow_the_plan(module: str) -> None:
    allowed = ALLOWED[room_of(module)]
    imported = {name for name in imported_by(MODULES[module]) if name.split(".")[0] in OURS}

    assert not {name for name in imported if not any(within(name, room) for room in allowed)}


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_is_known_in_its_rooms_only(library: str) -> None:
    knowing = {
        module for module, path in MODULES.items() if any(within(name, library) for name in imported_by(path))
    } - {module for module in MODULES if within(module, "sandbox")}

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
