"""What people read is true: the README names every command and every setting."""

import re
from pathlib import Path

from bot.settings import Settings
from tests.wire.guild import SandboxGuild

README = (Path(__file__).parents[2] / "README.md").read_text()


async def test_the_readme_names_every_command(guild: SandboxGuild) -> None:
    offered = {f"/{command.split()[0]}" for command in await guild.moderator.commands()}

    rows = [line.split("|")[1] for line in README.splitlines() if line.startswith("| `/")]
    assert {re.findall(r"`(/[a-z]+)", row)[0] for row in rows} == offered


async def test_members_are_offered_what_the_readme_says(guild: SandboxGuild) -> None:
    offered = {f"/{command.split()[0]}" for command in await guild.member.commands()}

    rows = [line.split("|") for line in README.splitlines() if line.startswith("| `/")]
    assert {re.findall(r"`(/[a-z]+)", row[1])[0] for row in rows if "everyone" in row[2]} == offered


def test_the_readme_names_every_setting_with_its_default() -> None:
    rows = [line.split("|") for line in README.splitlines() if re.match(r"\| `[A-Z_]+` ", line)]
    shown = {row[1].strip(" `"): row[2].strip(" `") for row in rows}

    defaults = {name.upper(): field.default for name, field in Settings.model_fields.items()}
    assert set(shown) == set(defaults)
    assert {name: value for name, value in shown.items() if value} == {
        name: str(default) for name, default in defaults.items() if default
    }
