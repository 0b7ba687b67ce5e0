"""What would harm a page that took it for more than text, and how a page is seen to be unharmed."""

from playwright.async_api import Page

RUN = "globalThis.ran='it ran'"
SCRIPT = f'<img src=x onerror="{RUN}"><script>{RUN}</script>"><svg onload={RUN}>'
LINKS = f"[a](javascript:{RUN}) [b](data:text/html,<script>{RUN}</script>) <javascript:{RUN}> [c](//elsewhere.example)"
BACKWARDS = "\u202eoga\u2067gnol\u200f\u2066"
ZALGO = "Z" + "\u0335\u0336\u0301\u0323\u0348" * 30
WIDE = "W"

UNHARMED = """() => {
  const within = each => [each, ...each.shadowRoot ? all(each.shadowRoot) : []];
  const all = root => [...root.querySelectorAll("*")].flatMap(within);
  const parts = document.querySelectorAll("#messages, #panel, #left, #members");
  const wide = [document.documentElement, document.body, ...parts];
  const told = [];
  if (globalThis.ran) told.push(globalThis.ran);
  for (const each of wide) {
    if (each.scrollWidth > each.clientWidth + 1) told.push(`${each.id || each.tagName} scrolls sideways`);
  }
  for (const each of all(document)) {
    for (const {name, value} of each.attributes) {
      if (/^on/i.test(name)) told.push(`${each.tagName} has ${name}`);
      const leads = ["href", "src", "action", "formaction", "xlink:href"].includes(name);
      if (leads && !["http:", "https:"].includes(new URL(value, location).protocol)) told.push(`${name} is ${value}`);
    }
  }
  const scripts = [...document.scripts].map(each => each.getAttribute("src"));
  if (String(scripts) !== "/app.js") told.push(`scripts: ${scripts}`);
  if (document.querySelector("#app style, #app object, #app embed, #app iframe")) told.push("has a foreign body");
  return told;
}"""


async def assert_unharmed(page: Page) -> None:
    """See that nothing ran, nothing leads elsewhere than the web, and nothing is wider than its place."""
    harm = await page.evaluate(UNHARMED)
    assert not harm, harm
