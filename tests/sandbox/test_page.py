import re
from pathlib import Path

import pytest
from aiohttp import ClientSession

from sandbox import Sandbox

PAGE = Path(__file__).parents[2] / "sandbox" / "page"
SCRIPTS = sorted(each for each in PAGE.rglob("*.js") if each.parent.name != "vendor")
STYLES = sorted(PAGE.rglob("*.css"))
HTML = (PAGE / "index.html").read_text("utf-8")
KINDS = {".js": r"(text|application)/javascript", ".css": "text/css", ".svg": r"image/svg\+xml"}


def named() -> set[str]:
    """Give the address of every file that the page or one of its scripts names."""
    found = set(re.findall(r'(?:src|href)="(/[^"]+)"', HTML))
    for script in SCRIPTS:
        found |= set(re.findall(r'(?:from|import) "(/[^"]+)"', script.read_text("utf-8")))
    return found


async def test_the_page_and_all_that_it_names_are_served() -> None:
    assert {"/app.js", "/style/shell.css", "/net/api.js", "/vendor/components.js"} <= named()
    sandbox = await Sandbox.start()
    try:
        async with ClientSession() as session, session.get(sandbox.url + "/") as page:
            assert page.status == 200
            assert page.content_type == "text/html"
            for path in named():
                async with session.get(sandbox.url + path) as part:
                    assert part.status == 200, path
                    assert part.headers["Cache-Control"] == "no-cache"
                    assert re.fullmatch(KINDS[Path(path).suffix], part.content_type)
            async with session.get(sandbox.url + "/..%2fserver.py") as outside:
                assert outside.status == 404
    finally:
        await sandbox.close()


def test_every_script_is_reached_from_the_page() -> None:
    addresses = {f"/{each.relative_to(PAGE).as_posix()}" for each in SCRIPTS}
    assert addresses <= named()


def test_the_page_leaves_to_the_server_what_it_may_load() -> None:
    assert "http-equiv" not in HTML
    assert not re.search(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=", HTML)


def test_the_page_asks_nothing_of_any_other_server() -> None:
    for part in (HTML, *(each.read_text("utf-8") for each in (*STYLES, *SCRIPTS))):
        assert not re.search(r"""(?:(?<!-)src|href|url\(|from|import\()\s*=?\s*["']?(?:https?:)?//""", part)
    assert not any("@import" in each.read_text("utf-8") for each in STYLES)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.relative_to(PAGE).as_posix())
def test_nothing_is_ever_read_as_html(script: Path) -> None:
    text = script.read_text("utf-8")
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function|srcdoc|unsafeHTML",
        text,
    )
