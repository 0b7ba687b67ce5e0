"""What people read is true: the pages for members, moderators and operators name every command and every setting."""

import re
from pathlib import Path

from bot.settings import Settings
from sandbox.rules.json_types import JsonObject
from tests.wire.guild import SandboxGuild

DOCS = Path(__file__).parents[2] / "docs"
MEMBERS, MODERATORS, OPERATORS = (
    (DOCS / name).read_text("utf-8") for name in ("members.md", "moderators.md", "operators.md")
)


def _commands(page: str) -> list[str]:
    """The slash commands that a page's tables describe, each with its options as the page writes them."""
    return re.findall(r"^\| `(/[^`]+)` \|", page, re.MULTILINE)


def _signature(command: JsonObject) -> str:
    """A command as the pages write it: options that may be left out stand in brackets."""
    options = (each["name"] if each.get("required") else f"[{each['name']}]" for each in command["options"])
    return " ".join((f"/{command['name']}", *options))


async def test_the_pages_describe_every_command_once_with_all_its_options(guild: SandboxGuild) -> None:
    offered = sorted(map(_signature, await guild.moderator.offered()))

    assert sorted(_commands(MEMBERS) + _commands(MODERATORS) + _commands(OPERATORS)) == offered


async def test_every_description_is_short_and_reads_like_discords_own(guild: SandboxGuild) -> None:
    for command in await guild.owner.offered():
        for each in (command, *command["options"]):
            described = each["description"]
            assert len(described) <= 100, (command["name"], each["name"])
            assert re.fullmatch(r"[A-Z].*[^.]", described), (command["name"], described)


async def test_members_are_offered_what_their_page_describes(guild: SandboxGuild) -> None:
    offered = sorted(map(_signature, await guild.member.offered()))

    assert sorted(_commands(MEMBERS)) == offered


async def test_moderators_are_told_of_each_option_of_a_subscription(guild: SandboxGuild) -> None:
    (subscribe,) = (each for each in await guild.moderator.offered() if each["name"] == "channel subscribe")

    described = re.findall(r"^\| `([a-z]+)` \|", MODERATORS, re.MULTILINE)
    assert described == [option["name"] for option in subscribe["options"]]


def test_the_operators_page_names_every_setting_with_its_default() -> None:
    rows = [line.split("|") for line in OPERATORS.splitlines() if re.match(r"\| `[A-Z_]+` ", line)]
    shown = {row[1].strip(" `"): row[2].strip(" `") for row in rows}

    defaults = {name.upper(): field.default for name, field in Settings.model_fields.items()}
    assert set(shown) == set(defaults)
    assert {name: value for name, value in shown.items() if value} == {
        name: str(default).lower() if isinstance(default, bool) else str(default)
        for name, default in defaults.items()
        if default
    }
