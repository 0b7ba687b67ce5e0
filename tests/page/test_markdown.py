"""Whatever a text is, the page shows it, and shows all of it."""

import re

import pytest_asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.async_api import Page

from tests.page.bare import Bare

DRAW = """async texts => {
  const [{markdown, line, plain}, {html, render}, {World}] = await Promise.all(
    ["/view/markdown.js", "/vendor/components.js", "/state/world.js"].map(each => import(each)));
  const world = new World(), root = document.createElement("div");
  return texts.map(text => {
    const whole = markdown(text, world), alone = line(text, world);
    render(html`<div>${whole}</div><div>${alone}</div><div title=${plain(text)}></div>`, root);
    const [shown] = root.children, elements = [...root.querySelectorAll("*")];
    return {
      said: shown.textContent,
      told: [...shown.querySelectorAll("*")].flatMap(each => [...each.attributes].map(({value}) => value)).join(" "),
      tags: [...new Set(elements.map(each => each.localName))],
      handlers: elements.flatMap(each => each.getAttributeNames()).filter(each => each.startsWith("on")),
      links: elements.map(each => each.getAttribute("href")).filter(each => each !== null),
    };
  });
}"""
SIGNS = [
    "*",
    "**",
    "_",
    "__",
    "~~",
    "||",
    "`",
    "```",
    "> ",
    ">>> ",
    "# ",
    "-# ",
    "- ",
    "1. ",
    "  ",
    "\n",
    "[",
    "](",
    ")",
    "<",
]
SIGNS += [">", "\\", "https://", "<@1>", "<#", "<t:0:R>", ":", "&", '"', "<b>", "¯\\_(ツ)_/¯", "🔥", "h", "@everyone"]
HARMLESS = re.compile("^(?!script$|iframe$|style$|object$|embed$|base$|form$|link$|meta$|template$)")

WORDS = st.integers(0, 999).map(lambda number: f"w{number}w")
MARKED = st.lists(st.sampled_from(SIGNS) | WORDS, max_size=30).map("".join)
ANY = st.text(max_size=200) | st.text("*_~|`>#-[]()<@&:\\ \nhtps/", max_size=300) | MARKED
MANY = st.lists(ANY, min_size=20, max_size=60)


@pytest_asyncio.fixture(loop_scope="session")
async def page(bare: Bare) -> Page:
    """One page for all examples."""
    return (await bare.browse("member")).raw


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts=MANY)
async def test_no_text_is_lost_or_becomes_more_than_text(page: Page, texts: list[str]) -> None:
    drawn = await page.evaluate(DRAW, texts)

    for text, each in zip(texts, drawn, strict=True):
        for word in re.findall(r"w\d+w", text):
            assert word in each["said"] or word in each["told"], text
        assert all(HARMLESS.match(tag) for tag in each["tags"]), text
        assert not each["handlers"], text
        assert all(link.startswith(("http://", "https://")) for link in each["links"]), text


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts=st.lists(st.text(st.characters(categories=["L", "N", "Zs"]), max_size=300), min_size=20, max_size=60))
async def test_a_text_without_signs_is_shown_as_it_is(page: Page, texts: list[str]) -> None:
    drawn = await page.evaluate(DRAW, texts)

    assert [each["said"].split() for each in drawn] == [text.split() for text in texts]
