"""The pages lead where they say, and the operators' page has all that can be typed on the command line."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main
from typer.core import TyperGroup

from bot.cli.app import cli
from migrations.schema import metadata

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "sandbox" / "README.md"])
COMMAND_LINE = (ROOT / "docs" / "operators.md").read_text("utf-8").split("\n## Commands\n")[1].split("\n## ")[0]
README_LINES = 150


def _prose(page: Path) -> str:
    return re.sub(r"^ *```.*?^ *```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)


def _anchors(page: Path) -> set[str]:
    """The anchors that GitHub gives a page's headings: small letters, no punctuation, numbered where they repeat."""
    times: Counter[str] = Counter()
    anchors = set()
    for heading in re.findall(r"^#+ +(.+?) *$", _prose(page), re.MULTILINE):
        words = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).lower()
        anchor = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        anchors.add(f"{anchor}-{times[anchor]}" if times[anchor] else anchor)
        times[anchor] += 1
    return anchors


def _links(page: Path) -> Iterator[str]:
    """The addresses that a page links to or shows a picture from, those of the web left out."""
    for address in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", _prose(page))):
        if not re.match(r"[a-z]+:", address):
            yield address


def _is_there(page: Path, address: str) -> bool:
    path, _, anchor = address.partition("#")
    target = (page.parent / path).resolve() if path else page
    return target.exists() and (not anchor or anchor in _anchors(target))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    assert [address for address in _links(page) if not _is_there(page, address)] == []


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, ahead = set(), [ROOT / "README.md"]
    while ahead:
        page = ahead.pop()
        if page not in reached:
            reached.add(page)
            targets = ((page.parent / address.partition("#")[0]).resolve() for address in _links(page))
            ahead += [target for target in targets if target.suffix == ".md"]

    assert [str(page.relative_to(ROOT)) for page in PAGES if page not in reached] == []


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= README_LINES


def _typed(group: TyperGroup, before: str = "") -> Iterator[tuple[str, list[str]]]:
    """Each command of the command line with the options that it takes."""
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from _typed(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", [each for taken in command.params for each in taken.opts if each.startswith("--")]


def test_the_operators_page_names_every_command_and_option_of_the_command_line() -> None:
    root = typer.main.get_command(cli)
    assert isinstance(root, TyperGroup)
    commands = dict(_typed(root))

    rows = re.findall(r"^\| `([a-z]+(?: [a-z]+)?)[^`]*` \|", COMMAND_LINE, re.MULTILINE)
    assert sorted(rows) == sorted(commands)
    options = re.findall(r"^\| `(--[a-z-]+)", COMMAND_LINE, re.MULTILINE)
    assert sorted(options) == sorted({option for taken in commands.values() for option in taken})


def test_the_glossary_names_tables_that_there_are() -> None:
    text = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    named = {name for names in re.findall(r"tables? (`[^|;]+)", text) for name in re.findall(r"`([a-z_]+)`", names)}

    assert len(named) > 10
    assert sorted(named - set(metadata.tables)) == []
