"""What a browser gets: the chat page, the people it can act as, and the files of messages."""

from collections.abc import Callable
from pathlib import Path

from aiohttp import web

from sandbox.rest.router import json_response
from sandbox.rules.json_types import JsonObject
from sandbox.rules.values import snowflake
from sandbox.world.world import World

PAGE = Path(__file__).parent / "page"
FRESH = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
"""A browser asks each time whether the page is still the same, so that it never mixes the files of two versions."""
LOCAL = ("127.0.0.1", "localhost", "::1")


class Site:
    """The routes that need no token. The people's tokens are given to pages of this machine only."""

    def __init__(self, world: World, describe: Callable[[], JsonObject]) -> None:
        self._world = world
        self._describe = describe

    def routes(self) -> list[web.RouteDef]:
        """Give all routes."""
        return [
            web.get("/", self._index),
            web.get(r"/{name:(?:[\w-]+/)?[\w-]+\.(?:css|js|svg)}", self._file),
            web.get("/sandbox/v1/description", self._description),
            web.get("/attachments/{attachment_id:[0-9]+}/{filename}", self._attachment),
        ]

    async def _index(self, _: web.Request) -> web.FileResponse:
        return web.FileResponse(PAGE / "index.html", headers=FRESH)

    async def _file(self, request: web.Request) -> web.FileResponse:
        path = PAGE / request.match_info["name"]
        if not path.is_file():
            raise web.HTTPNotFound
        return web.FileResponse(path, headers=FRESH)

    async def _description(self, request: web.Request) -> web.Response:
        # A page elsewhere whose name was pointed at this machine would still send its own name.
        if request.url.host not in LOCAL:
            raise web.HTTPForbidden(text="Only for this machine")
        return json_response(200, self._describe())

    async def _attachment(self, request: web.Request) -> web.Response:
        file = self._world.attachments.get(snowflake(request.match_info["attachment_id"]) or 0)
        if file is None or file.filename != request.match_info["filename"]:
            raise web.HTTPNotFound
        # Never shown as a page of this server, whatever a bot has sent.
        headers = {"Content-Disposition": "attachment", "Content-Security-Policy": "sandbox"}
        kind = file.content_type if file.content_type.startswith("image/") else "application/octet-stream"
        return web.Response(body=file.content, headers=headers | {"Content-Type": kind})
