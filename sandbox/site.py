"""What a browser gets: the chat page, the people it can act as, and the files of messages."""

from collections.abc import Callable

from aiohttp import web

from sandbox.files import PageFiles
from sandbox.local import is_local
from sandbox.rest.router import json_response
from sandbox.rules.json_types import JsonObject
from sandbox.rules.values import snowflake
from sandbox.world.world import World

NAME = r"{name:(?:[\w-]+/)?[\w-]+(?:\.[\w-]+)*\.(?:css|js|svg|woff2)}"
"""A file of the page, or of one of its folders."""
_FILES = PageFiles()
"""Read and compressed once for every sandbox of this process."""


class Site:
    """The routes that need no token. The people's tokens are given to pages of this machine only."""

    def __init__(self, world: World, describe: Callable[[], JsonObject]) -> None:
        self._world = world
        self._describe = describe
        self._files = _FILES

    def routes(self) -> list[web.RouteDef]:
        """Give all routes."""
        return [
            web.get("/", self._index),
            web.get("/" + NAME, self._file),
            web.get("/sandbox/v1/description", self._description),
            web.get("/attachments/{attachment_id:[0-9]+}/{filename}", self._attachment),
            web.get("/guild-events/{attachment_id:[0-9]+}/{filename}", self._attachment),
        ]

    async def _index(self, request: web.Request) -> web.Response:
        return await self._files.answer(request, "index.html")

    async def _file(self, request: web.Request) -> web.Response:
        return await self._files.answer(request, request.match_info["name"])

    async def _description(self, request: web.Request) -> web.Response:
        if not is_local(request):
            raise web.HTTPForbidden(text="Only for this machine")
        return json_response(200, self._describe(), {"Cache-Control": "no-store"})

    async def _attachment(self, request: web.Request) -> web.Response:
        file = self._world.attachments.get(snowflake(request.match_info["attachment_id"]) or 0)
        if file is None or file.filename != request.match_info["filename"]:
            raise web.HTTPNotFound
        # Never shown as a page of this server, whatever a bot has sent.
        headers = {
            "Content-Disposition": "attachment",
            "Content-Security-Policy": "sandbox",
            "X-Content-Type-Options": "nosniff",
        }
        kind = file.content_type if file.content_type.startswith("image/") else "application/octet-stream"
        return web.Response(body=file.content, headers=headers | {"Content-Type": kind})
