"""The libraries, the bot on each, and the environments in which they run, made from pinned versions."""

import asyncio
import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
LOCKS = HERE / "locks"


class EnvironmentMissing(Exception):
    """A library's environment can't be had here; the text says why."""


@dataclass(frozen=True, slots=True)
class Library:
    """A library and its bot. `lacks` names the capabilities that it doesn't claim to have."""

    name: str
    bot: str
    lacks: frozenset[str] = frozenset()

    @property
    def is_node(self) -> bool:
        """Whether it runs on Node."""
        return self.bot.endswith(".mjs")

    @property
    def locks(self) -> list[Path]:
        """The files that pin what it needs."""
        if self.is_node:
            return [LOCKS / self.name / "package.json", LOCKS / self.name / "package-lock.json"]
        return [LOCKS / f"{self.name}.txt"]


LIBRARIES = (
    Library("hikari", "hikari_bot.py"),
    Library("disnake", "disnake_bot.py"),
    Library("nextcord", "nextcord_bot.py", frozenset({"shows Components V2"})),  # 2.6 has none
    Library("py-cord", "pycord_bot.py"),
    Library("interactions.py", "interactions_bot.py"),
    Library("discord.js", "discordjs_bot.mjs"),
)


@dataclass(frozen=True, slots=True)
class LibraryEnvironment:
    """Where a library is installed, and how its bot is started."""

    command: list[str]
    variables: Mapping[str, str]


async def install(library: Library, folder: Path) -> LibraryEnvironment:
    """Make a library's environment in its folder of `folder`, unless it stands there by the same pins.

    Raises `EnvironmentMissing`.
    """
    home, stamp = folder / library.name, folder / library.name / "pins"
    pins = "".join(lock.read_text() for lock in library.locks)
    if not stamp.exists() or stamp.read_text() != pins:
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        await (_install_node(library, home) if library.is_node else _install_python(library, home))
        stamp.write_text(pins)
    bot = str(HERE / "bots" / library.bot)
    if library.is_node:
        return LibraryEnvironment([_tool("node"), bot], {"NODE_PATH": str(home / "node_modules")})
    return LibraryEnvironment([str(_python(home)), bot], {})


def _python(home: Path) -> Path:
    return home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


async def _install_python(library: Library, home: Path) -> None:
    await _run(sys.executable, "-m", "venv", str(home))
    pip = [str(_python(home)), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps"]
    await _run(*pip, "--requirement", str(library.locks[0]))


async def _install_node(library: Library, home: Path) -> None:
    _tool("node")
    npm = _tool("npm")
    for lock in library.locks:
        shutil.copy(lock, home)
    await _run(npm, "ci", "--prefix", str(home), "--ignore-scripts", "--no-audit", "--no-fund", "--silent")


def _tool(name: str) -> str:
    if (found := shutil.which(name)) is None:
        raise EnvironmentMissing(f"{name} isn't installed")
    return found


async def _run(*command: str) -> None:
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    said, _ = await process.communicate()
    if process.returncode:
        raise EnvironmentMissing(f"{Path(command[0]).name} failed: {said.decode(errors='replace').strip()[-500:]}")
