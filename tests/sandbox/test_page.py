import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from aiohttp import ClientSession

from sandbox import Sandbox

PAGE = Path(__file__).parents[2] / "sandbox" / "page"
SCRIPTS = sorted(PAGE.glob("*.js"))
STYLE = PAGE / "style.css"
HTML = (PAGE / "index.html").read_text("utf-8")


async def test_the_page_and_all_that_it_names_are_served() -> None:
    sandbox = await Sandbox.start()
    try:
        async with ClientSession() as session, session.get(sandbox.url + "/") as page:
            assert page.status == 200
            assert page.content_type == "text/html"
            text = await page.text()
            named = set(re.findall(r'(?:src|href)="(/[^"]+)"', text))
            for script in SCRIPTS:
                named |= set(re.findall(r'from "(/[^"]+)"', script.read_text("utf-8")))
            kinds = {".js": r"(text|application)/javascript", ".css": "text/css", ".svg": r"image/svg\+xml"}
            assert {"/app.js", "/style.css", "/dom.js"} <= named
            for path in named:
                async with session.get(sandbox.url + path) as part:
                    assert part.status == 200, path
                    assert part.headers["Cache-Control"] == "no-cache"
                    assert re.fullmatch(kinds[Path(path).suffix], part.content_type)
            async with session.get(sandbox.url + "/..%2fserver.py") as outside:
                assert outside.status == 404
    finally:
        await sandbox.close()


def test_the_page_asks_nothing_of_any_other_server() -> None:
    for part in (HTML, STYLE.read_text("utf-8"), *(each.read_text("utf-8") for each in SCRIPTS)):
        assert not re.search(r"""(?:src|href|url\(|from|import\()\s*=?\s*["']?(?:https?:)?//""", part)
    assert "@import" not in STYLE.read_text("utf-8")


def test_the_browser_is_told_to_load_only_from_here() -> None:
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', HTML)
    assert found is not None
    policy = dict(each.strip().split(" ", 1) for each in found[1].split(";"))
    assert policy["default-src"] == "'none'"
    assert all(value in {"'self'", "'none'"} for value in policy.values())


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_nothing_is_ever_read_as_html(script: Path) -> None:
    text = script.read_text("utf-8")
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function|srcdoc", text
    )


def test_every_input_has_a_label() -> None:
    labelled = set(re.findall(r'<label for="([^"]+)"', HTML))
    inputs = set(re.findall(r'<(?:input|select|textarea)\b[^>]*?\bid="([^"]+)"', HTML))
    assert inputs
    assert inputs == labelled


RENDER = """
globalThis.location = { origin: "http://127.0.0.1" };
class Node {
  constructor(tag) { this.tag = tag; this.attributes = {}; this.children = []; }
  setAttribute(name, value) { this.attributes[name] = value; }
  set className(value) { this.attributes.class = value; }
  addEventListener() {}
  append(...children) { this.children.push(...children); }
}
globalThis.document = { createElement: (tag) => new Node(tag) };
const show = (node) => typeof node === "string" ? node : [node.tag, node.attributes, ...node.children.map(show)];
const { markdown } = await import(process.argv[1]);
const world = { now: () => 1704903900000 - 3600000, userName: (id) => id === "5" ? "Rouge" : undefined,
  roleName: () => "Anime", channelName: () => "chat" };
let text = "";
for await (const part of process.stdin) text += part;
console.log(JSON.stringify(JSON.parse(text).map((each) => show(markdown(each, world)))));
"""
NODE = shutil.which("node")


def rendered(tmp_path: Path, *texts: str) -> list[list[object]]:
    """Run the page's own markdown over texts; its imports are made relative, as there is no server under it."""
    for name in ("dom.js", "markdown.js"):
        source = (PAGE / name).read_text("utf-8").replace('from "/', 'from "./')
        (tmp_path / name.replace(".js", ".mjs")).write_text(source.replace('.js"', '.mjs"'), "utf-8")
    program = tmp_path / "render.mjs"
    program.write_text(RENDER.replace("process.argv[1]", json.dumps("./markdown.mjs")), "utf-8")
    assert NODE is not None
    done = subprocess.run([NODE, str(program)], input=json.dumps(texts), capture_output=True, text=True, check=True)  # noqa: S603
    return [each[2:] for each in json.loads(done.stdout)]


LINK = {"target": "_blank", "rel": "noopener noreferrer"}


@pytest.mark.skipif(NODE is None, reason="needs Node.js")
def test_markdown(tmp_path: Path) -> None:
    cases: dict[str, list[object]] = {
        "plain <b>text</b> &amp;": ["plain <b>text</b> &amp;"],
        "**b** *i* __u__ ~~s~~": [
            ["strong", {}, "b"],
            " ",
            ["em", {}, "i"],
            " ",
            ["u", {}, "u"],
            " ",
            ["s", {}, "s"],
        ],
        r"\*no\* snake_case_name 2*3*4": ["*no* snake_case_name 2", ["em", {}, "3"], "4"],
        "`**code** <@5>`": [["code", {}, "**code** <@5>"]],
        "```py\n<x> **y**\n```": [["pre", {}, ["code", {}, "<x> **y**"]]],
        "<@5> <@6> <@&1> <#2> </series:3>": [
            ["span", {"class": "mention"}, "@Rouge"],
            " ",
            ["span", {"class": "mention"}, "@unknown-user"],
            " ",
            ["span", {"class": "mention"}, "@Anime"],
            " ",
            ["span", {"class": "mention"}, "#chat"],
            " ",
            ["span", {"class": "mention"}, "/series"],
        ],
        "[site](https://a.example/x)": [["a", {"href": "https://a.example/x"} | LINK, "site"]],
        "[js](javascript:alert(1))": ["[js](javascript:alert(1))"],
        "see https://a.example.": ["see ", ["a", {"href": "https://a.example/"} | LINK, "https://a.example"], "."],
        "# Big\n> quoted\n-# small": [
            ["span", {"class": "h1"}, "Big"],
            ["span", {"class": "quote"}, "quoted"],
            ["span", {"class": "subtext"}, "small"],
        ],
    }
    for text, shown in zip(cases, rendered(tmp_path, *cases), strict=True):
        assert shown == cases[text], text


@pytest.mark.skipif(NODE is None, reason="needs Node.js")
def test_a_picture_of_any_address_is_named(tmp_path: Path) -> None:
    names = {
        "https://a.example/%E0%A4%A.png": "%E0%A4%A.png",
        "https://a.example/%E4%BA%88.png": "予.png",
        "https://a.example/%": "%",
        "javascript:alert(1)": "javascript:alert(1)",
    }
    (tmp_path / "dom.mjs").write_text((PAGE / "dom.js").read_text("utf-8"), "utf-8")
    program = tmp_path / "pictures.mjs"
    program.write_text(
        RENDER.replace("markdown }", "picture }")
        .replace("process.argv[1]", '"./dom.mjs"')
        .replace("markdown(each, world)", "picture(each)"),
        "utf-8",
    )
    assert NODE is not None
    done = subprocess.run([NODE, str(program)], input=json.dumps([*names]), capture_output=True, text=True, check=True)  # noqa: S603
    shown = [picture[-1][-1] for picture in json.loads(done.stdout)]
    assert shown == [*names.values()]


@pytest.mark.skipif(NODE is None, reason="needs Node.js")
def test_timestamps_tell_how_long_it_is(tmp_path: Path) -> None:
    (relative,), (full,), (wrong,) = rendered(tmp_path, "<t:1704903900:R>", "<t:1704903900:F>", "<t:x:F>")
    assert isinstance(relative, list)
    assert isinstance(full, list)
    assert relative[2] == "in 1 hour"
    assert full[1]["datetime"] == "2024-01-10T16:25:00.000Z"
    assert "2024" in full[2]
    assert wrong == "<t:x:F>"
