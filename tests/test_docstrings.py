"""What docstrings show is so: each of their examples is run."""

import doctest
import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("bot", "cogs", "sandbox")


def with_examples() -> list[str]:
    """Name the modules that show any."""
    paths = [path for room in ROOMS for path in (ROOT / room).rglob("*.py") if ">>> " in path.read_text("utf-8")]
    return sorted(".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths)


@pytest.mark.parametrize("name", with_examples())
def test_examples_in_docstrings_are_right(name: str) -> None:
    failed, _ = doctest.testmod(importlib.import_module(name))

    assert failed == 0
