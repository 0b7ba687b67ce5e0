"""The list of messages, watched at each change: how many rows stand in it, which, and whether its place is kept."""

from typing import Any

from playwright.async_api import Page

BEGIN = """() => {
  const list = document.getElementById("messages"), watch = globalThis.listWatch = {most: 0, ids: new Set(), wrong: []};
  const look = () => {
    const ids = [...list.querySelectorAll("li[data-id]")].map(each => BigInt(each.dataset.id));
    watch.most = Math.max(watch.most, ids.length);
    for (const [index, id] of ids.entries()) {
      watch.ids.add(String(id));
      if (index && id <= ids[index - 1]) watch.wrong.push(`${ids[index - 1]} stands before ${id}`);
    }
  };
  new MutationObserver(look).observe(list, {childList: true, subtree: true});
  look();
}"""
# The page shows older rows when the top is near: a row that is seen before must stand where it stood after that.
CLIMB = """async () => {
  const list = document.getElementById("messages"), top = () => list.querySelector("li[data-id]").dataset.id;
  const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  list.scrollTop = 100;
  await frame();
  const first = top(), row = list.querySelector(`li[data-id="${first}"]`), stood = row.getBoundingClientRect().top;
  const grown = new Promise(done => {
    const look = () => (top() !== first || list.querySelector("[role=log] > .beginning")) && done();
    new MutationObserver(look).observe(list, {childList: true, subtree: true});
    look();
  });
  await grown;
  await frame();
  await frame();
  return Math.abs(row.getBoundingClientRect().top - stood);
}"""


async def begin(page: Page) -> None:
    """Watch from now on."""
    await page.evaluate(BEGIN)


async def climb(page: Page) -> float:
    """Go to the top of what is drawn, wait for what is older, and tell how many pixels what stood there was moved."""
    return float(await page.evaluate(CLIMB))


async def seen(page: Page) -> dict[str, Any]:
    """Tell the most rows there were at once, all ids that stood there, oldest first, and what was out of order."""
    in_order = "[...ids].map(BigInt).sort((a, b) => a < b ? -1 : 1).map(String)"
    told = f"(({{most, ids, wrong}}) => ({{most, wrong, ids: {in_order}}}))"
    return dict(await page.evaluate(f"() => {told}(globalThis.listWatch)"))
