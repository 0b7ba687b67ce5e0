"""GET /pictures?url=…: the picture at an address of the web, or a drawing that names it; offline is no error.

With `&as=poster` a dark ground stands for one that can't be had, and with `&title=…` a cover with that title.

It is for the chat page alone: no other site has the sandbox ask the web for it.
"""

from aiohttp import web

from sandbox.local import is_local
from sandbox.pictures.covers import cover
from sandbox.pictures.fetching import Fetcher, Fetching, NoPictureError
from sandbox.pictures.kept import Kept
from sandbox.pictures.placeholder import DARK, drawing

OWN_PAGES = ("same-origin", "none")
"""What a browser says of a request that one of our pages made, or a person who typed the address."""

HARMLESS = {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
A_DAY = {"Cache-Control": "private, max-age=86400"}
FOR_NOW = {"Cache-Control": "no-store"}
"""A placeholder isn't kept: the picture may be had the next time."""


class Pictures:
    """The route."""

    def __init__(self, how: Fetching) -> None:
        self._fetcher = Fetcher(how)
        self._kept = Kept()

    def routes(self) -> list[web.RouteDef]:
        """Give all routes."""
        return [web.get("/pictures", self._picture, allow_head=False)]

    def stop(self) -> None:
        """Answer all that still waits for a picture with its name."""
        self._fetcher.stop()

    async def close(self) -> None:
        """Close the connections."""
        await self._fetcher.close()

    async def _picture(self, request: web.Request) -> web.Response:
        if not is_local(request) or request.headers.get("Sec-Fetch-Site", "none") not in OWN_PAGES:
            raise web.HTTPForbidden(text="Only for the pages of this machine")
        if not (url := request.query.get("url")):
            raise web.HTTPBadRequest(text="Give the picture's address as url")
        picture = self._kept.get(url)
        if picture is None:
            try:
                picture = await self._fetcher.fetch(url)
            except NoPictureError:
                return web.Response(
                    body=_instead(request, url), content_type="image/svg+xml", headers=HARMLESS | FOR_NOW
                )
            self._kept.put(url, picture)
        return web.Response(body=picture.content, content_type=picture.kind, headers=HARMLESS | A_DAY)


def _instead(request: web.Request, url: str) -> bytes:
    if request.query.get("as") == "poster":
        return DARK
    return cover(url, title) if (title := request.query.get("title", "").strip()) else drawing(url)
