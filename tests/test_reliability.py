"""docs/reliability.md names the test that shows each of its rows: every one of them exists."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_every_test_that_the_promises_rest_on_exists() -> None:
    named = set(re.findall(r"`(test_\w+)`", (ROOT / "docs" / "reliability.md").read_text()))
    sources = (path.read_text() for path in (ROOT / "tests").rglob("test_*.py"))
    defined = {name for text in sources for name in re.findall(r"def (test_\w+)\(", text)}

    assert len(named) > 50
    assert sorted(named - defined) == []
