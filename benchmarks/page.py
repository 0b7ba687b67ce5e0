"""The chat page in a real browser: what it loads, how soon a card is drawn, and how soon after a start.

- What it loads: bytes as they come over the wire, with an empty cache. Aim: less than 600 kB, from this machine alone.
- A card: from the member's Enter to the frame that shows it, beside the same command over the wire alone, in turn with
  it. Aim: p95 less than 150 ms.
- A start: from the process' birth to the first card in the browser, beside that over the wire alone. With `--clone`,
  also from an empty folder: clone, `make sandbox`, and the first card.
"""

import argparse
import asyncio
import contextlib
import os
import re
import signal
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import aiohttp
from playwright.async_api import Browser, BrowserContext

from benchmarks.arena import READY_SECONDS, ROOT, YOKOKU, bot, folder, sandbox
from benchmarks.series import member_of
from sandbox.client.user import SandboxUser
from tests.page.browser import MISSING, chromium, desk, launched
from tests.page.chat_page import ChatPage
from tests.page.loading import load
from tests.page.watch import Watch

WARM_UP, CALLS, STARTS = 10, 100, 3
COMMAND, TITLE = "/series", "Metallic Rouge"
SIGN = "is an android"
START = ["env", f"PYTHONPATH={ROOT}", sys.executable, "-m", "bot", "sandbox", "--port", "0", "--no-browser"]
CLONE = ["sh", "-c", f"git clone -q {ROOT} yokoku && make -C yokoku sandbox ARGS='--port 0 --no-browser'"]
CLONE_SECONDS = 600

WATCH = """(log, sign) => { window.drawn = new Promise(done => {
  const items = () => log.querySelectorAll("article");
  const text = node => node.nodeType === Node.TEXT_NODE ? node.data
    : [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].map(text).join("");
  const stood = items().length;
  let pressed;
  addEventListener("keydown", event => { if (event.key === "Enter") pressed = event.timeStamp; }, true);
  const look = () => {
    const now = items();
    if (now.length > stood && text(now[now.length - 1]).includes(sign)) {
      requestAnimationFrame(shown => done(shown - pressed));
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}); }"""
"""Makes `drawn`: milliseconds from the Enter to the frame after the one in which the card stands, which people see."""


async def opened(context: BrowserContext, url: str) -> ChatPage:
    """Open the page as the member."""
    return await ChatPage.open(await context.new_page(), Watch(), url, "member", "chat")


async def card(page: ChatPage) -> float:
    """Measure the seconds from Enter to a card that is drawn."""
    await page.begin(COMMAND)
    await page.give("series", TITLE)
    await page.parts.rest().focus()
    await page.parts.log().evaluate(WATCH, SIGN)
    await page.press("Enter")
    return float(await page.raw.evaluate("drawn")) / 1000


async def answer(member: SandboxUser) -> float:
    """Measure the seconds of the same over the wire alone."""
    began = time.perf_counter()
    reply = await member.slash("series", series="metallic-rouge", channel="releases")
    assert reply.heading, reply
    return time.perf_counter() - began


async def cards(browser: Browser) -> None:
    """Measure what is loaded and how soon cards are drawn, and print both."""
    shown: list[float] = []
    wired: list[float] = []
    with folder() as home:
        async with sandbox() as discord, bot(YOKOKU, discord, home / "yokoku.db"), member_of(discord) as member:
            loaded = await load(browser, discord["url"])
            async with desk(browser, print) as context:
                page = await opened(context, discord["url"])
                for _ in range(WARM_UP + CALLS):
                    shown.append(await card(page))
                    wired.append(await answer(member))
    print(f"loads {loaded.bytes / 1000:.0f} kB in {len(loaded.urls)} requests of {sorted(loaded.hosts)} (aim < 600 kB)")
    ours, theirs = (quantiles(times[WARM_UP:], n=100) for times in (shown, wired))
    for name, at in (("p50", 49), ("p95", 94)):
        ratio = ours[at] / theirs[at]
        print(
            f"{name} of Enter to card drawn: {ours[at] * 1000:.0f} ms, "
            f"over the wire alone {theirs[at] * 1000:.1f} ms: ratio {ratio:.1f}" + (" (aim < 150 ms)" * (at == 94))
        )


@asynccontextmanager
async def running(command: list[str], home: Path, seconds: float = READY_SECONDS) -> AsyncIterator[str]:
    """Run a sandbox by a command, from when it says where it is, and yield that address."""
    process = await asyncio.create_subprocess_exec(
        *command,
        cwd=home,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        start_new_session=True,  # whatever the command starts ends with it
    )
    assert process.stdout is not None
    drain: asyncio.Task[bytes] | None = None
    try:
        async with asyncio.timeout(seconds):
            url = await _address(process.stdout)
        drain = asyncio.create_task(process.stdout.read())
        yield url
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        await process.wait()
        if drain is not None:
            await drain


async def _address(said: asyncio.StreamReader) -> str:
    lines = []
    while line := (await said.readline()).decode():
        lines.append(line)
        if found := re.search(r"http://127\.0\.0\.1:\d+", line):
            return found[0]
    raise RuntimeError(f"it ended without an address:\n{''.join(lines)}")


async def first(browser: Browser | None, command: list[str], home: Path, seconds: float = READY_SECONDS) -> float:
    """Measure the seconds from a command to the first card: in the browser, or over the wire where there is none."""
    began = time.perf_counter()
    async with running(command, home, seconds) as url, member_of(await described(url)) as member:
        async with asyncio.timeout(READY_SECONDS):
            while "series" not in await member.commands():  # noqa: ASYNC110 - no event tells it
                await asyncio.sleep(0.02)
        if browser is None:
            await answer(member)
            return time.perf_counter() - began
        async with desk(browser, print) as context:
            await card(await opened(context, url))
            return time.perf_counter() - began


async def described(url: str) -> dict[str, Any]:
    """Ask a sandbox what it says of itself."""
    async with aiohttp.ClientSession() as session, session.get(f"{url}/sandbox/v1/description") as response:
        return dict(await response.json())


async def starts(browser: Browser) -> None:
    """Measure how soon the first card is there, and print it."""
    shown: list[float] = []
    wired: list[float] = []
    for _ in range(STARTS):
        with folder() as home:
            wired.append(await first(None, START, home))
        with folder() as home:
            shown.append(await first(browser, START, home))
    ratio = median(ours / theirs for ours, theirs in zip(shown, wired, strict=True))
    print(
        f"start to first card: {median(shown):.2f} s in the browser, "
        f"{median(wired):.2f} s over the wire alone: ratio {ratio:.2f}"
    )


async def clone(browser: Browser) -> None:
    """Measure how soon the first card is there where nothing was, and print it."""
    with folder() as home:
        took = await first(browser, CLONE, home, CLONE_SECONDS)
    print(f"clone to first card, everything installed: {took:.0f} s")


async def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--clone", action="store_true", help="from a clone into an empty folder, too")
    options = asked.parse_args()
    executable = chromium()
    if executable is None:
        raise SystemExit(MISSING)
    async with launched(executable) as browser:
        await cards(browser)
        await starts(browser)
        if options.clone:
            await clone(browser)


if __name__ == "__main__":
    asyncio.run(main())
