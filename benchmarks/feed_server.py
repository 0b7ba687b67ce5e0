"""Sites that publish feeds, in a process of their own: `/7.xml` is a small feed, `/big.xml` one of a thousand items.

Every tenth of the small ones has a new item each time that it is asked for; the others answer 304 to who has them.
It listens at every address of this machine, so that each feed can have a host of its own. argv names its port.
"""

import asyncio
import signal
import sys
from collections import Counter

from aiohttp import web

SMALL, BIG, CHANGING = 30, 1000, 10
_published: Counter[int] = Counter()
"""By a feed's number, how many items it has published."""


def document(number: int, items: int, version: int) -> str:
    """Write a feed of so many items, of which the newest has the number `version`."""
    text = "Something happened, and somebody wrote it down for whoever wants to know. " * 6
    listed = "".join(
        f"<item><guid>{number}-{each}</guid><title>Item {each} of feed {number}</title>"
        f"<link>https://news.example/{number}/{each}</link><pubDate>Wed, 03 Jan 2024 12:00:00 GMT</pubDate>"
        f"<description>&lt;p&gt;{text}&lt;/p&gt;</description></item>"
        for each in range(version + items, version, -1)
    )
    head = f"<title>Feed {number}</title><link>https://news.example/</link>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{listed}</channel></rss>'


async def small(request: web.Request) -> web.StreamResponse:
    """Answer for one of the small feeds."""
    number = int(request.match_info["number"])
    _published[number] += number % CHANGING == 0
    version = _published[number]
    etag = f'"{version}"'
    if request.headers.get("If-None-Match") == etag:
        return web.Response(status=304)
    body = document(number, SMALL, version)
    return web.Response(text=body, content_type="application/rss+xml", headers={"ETag": etag})


async def big(_: web.Request) -> web.StreamResponse:
    """Answer with the thousand items, anew each time."""
    _published[-1] += BIG
    return web.Response(text=document(-1, BIG, _published[-1]), content_type="application/rss+xml")


async def serve(port: int) -> None:
    """Say that it is there, and serve until terminated."""
    app = web.Application()
    app.router.add_get("/big.xml", big)
    app.router.add_get("/{number:[0-9]+}.xml", small)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "0.0.0.0", port).start()  # noqa: S104 - of this machine's own loopback only the rest asks
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    await stop.wait()
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
