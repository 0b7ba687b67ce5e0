"""A server on this machine that publishes bangumi-data's file, as unpkg does: with an ETag, behind a redirect."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import web

from tests.web.servers import Handler, redirecting, served

EXCERPT = Path(__file__).parents[1] / "data" / "bangumi-excerpt.json"


def excerpt() -> dict[str, Any]:
    """Some 40 series of bangumi-data, Metallic Rouge among them."""
    content: dict[str, Any] = json.loads(EXCERPT.read_text("utf-8"))
    return content


def without_most(content: dict[str, Any]) -> dict[str, Any]:
    """The first few series alone, as of a file that was made wrongly."""
    return {**content, "items": content["items"][:5]}


def undated(content: dict[str, Any]) -> dict[str, Any]:
    """All of the series, and no date of any."""
    items = [{**item, "begin": "", "end": "", "broadcast": "", "sites": []} for item in content["items"]]
    return {**content, "items": items}


@dataclass
class PublishedFile:
    """What a test holds: the file as it stands, and what goes wrong in its place. `asked` has the ETags it was sent."""

    url: str = ""
    content: dict[str, Any] = field(default_factory=excerpt)
    version: int = 1
    instead: Handler | None = None
    asked: list[str | None] = field(default_factory=list)

    @property
    def etag(self) -> str:
        return f'"v{self.version}"'

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Give the file, unless the asker has it already."""
        self.asked.append(request.headers.get("If-None-Match"))
        if self.instead is not None:
            return await self.instead(request)
        if self.asked[-1] == self.etag:
            return web.Response(status=304)
        return web.json_response(self.content, headers={"ETag": self.etag})

    def publish(self, **items: dict[str, Any]) -> None:
        """Publish a version in which items, by their titles, have other fields."""
        for item in self.content["items"]:
            item.update(items.get(item["title"], {}))
        self.version += 1


@asynccontextmanager
async def published_file() -> AsyncIterator[PublishedFile]:
    """Serve a file at an address that leads to its newest version."""
    file = PublishedFile()
    routes = {"/bangumi-data@0.3/data.json": redirecting("/newest.json"), "/newest.json": file.answer}
    async with served(routes) as origin:
        file.url = f"{origin}/bangumi-data@0.3/data.json"
        yield file
