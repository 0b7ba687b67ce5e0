"""What axe-core, which knows the rules of WCAG that a browser can check, holds against a page as it stands."""

from pathlib import Path
from typing import Any

from playwright.async_api import Locator, Page

AXE = Path(__file__).parent / "axe" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""WCAG 2.2 at its level AA, contrast too, and what axe-core calls best practice: landmarks, headings, one main."""


async def faults(page: Page, within: Locator | None = None) -> list[str]:
    """A line for each fault: the rule, what to do, and the elements that it is about, of all or of those in one part.

    Rules of the whole page, of its landmarks and its title, are only held against the whole.
    The script comes over the debugger's wire: the page's policy doesn't hold it back, and stays in force.
    """
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE.read_text("utf-8"))
    found = await (within or page.locator("html")).evaluate(
        "(part, rules) => axe.run(part.matches(':root') ? document : part, {runOnly: rules, "
        "resultTypes: ['violations']}).then(({violations}) => violations)",
        RULES,
    )
    return [_told(violation, node) for violation in found for node in violation["nodes"]]


def _told(violation: dict[str, Any], node: dict[str, Any]) -> str:
    target = " ".join(part if isinstance(part, str) else " >>> ".join(part) for part in node["target"])
    why = node["failureSummary"].replace("\n", " ")
    return f"{violation['id']} ({violation['impact']}): {target}: {why}"
