"""The page's own files: read once, compressed once, told apart by a tag, and sent with what a browser is to obey."""

import asyncio
import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

PAGE = Path(__file__).parent / "page"
KINDS = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
COMPRESSED = (".html", ".js", ".css", ".svg")
"""A font is compressed already."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; frame-src https://www.youtube-nocookie.com; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html"
)
"""Nothing that a message holds can run, and nothing is asked of another server but a video's player."""

HEADERS = {
    # A browser asks each time whether a file is still the same, so that it never mixes the files of two versions.
    "Cache-Control": "no-cache",
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept-Encoding",
    "X-Content-Type-Options": "nosniff",
}

MODULES = b"<!-- modules -->"
"""Where a document names each module beside and below it: a browser asks for all of them at once, and not for each
when it has read another that needs it."""


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file as it is sent; `packed` is it compressed with gzip, None for what isn't worth it."""

    kind: str
    tag: str
    plain: bytes
    packed: bytes | None


class PageFiles:
    """The files below a folder, kept in memory until they change."""

    def __init__(self, folder: Path = PAGE) -> None:
        self._folder = folder
        self._kept: dict[Path, tuple[int, PageFile]] = {}

    async def answer(self, request: web.Request, name: str) -> web.Response:
        """Answer with a file, or that the browser has it already. Raises `HTTPNotFound`."""
        file = await self._file(self._folder / name)
        headers = HEADERS | {"ETag": f'W/"{file.tag}"', "Content-Type": file.kind}
        if any(known.value in (file.tag, "*") for known in request.if_none_match or ()):
            return web.Response(status=304, headers=headers)
        body = file.plain
        if file.packed is not None and takes_gzip(request.headers.get("Accept-Encoding", "")):
            body = file.packed
            headers["Content-Encoding"] = "gzip"
        return web.Response(body=body, headers=headers)

    async def _file(self, path: Path) -> PageFile:
        try:
            changed = _changed(path)
            if path not in self._kept or self._kept[path][0] != changed:
                self._kept[path] = changed, await asyncio.to_thread(_read, path)
        except OSError as error:
            raise web.HTTPNotFound from error
        return self._kept[path][1]


def takes_gzip(accepted: str) -> bool:
    """Tell whether a browser that sends this `Accept-Encoding` takes gzip.

    >>> takes_gzip("br, gzip;q=0.8"), takes_gzip("gzip;q=0"), takes_gzip("")
    (True, False, False)
    """
    for each in accepted.lower().split(","):
        name, _, weight = each.partition(";")
        if name.strip() == "gzip":
            return weight.strip().removeprefix("q=").strip("0.") != "" or not weight
    return False


def _changed(path: Path) -> int:
    return path.stat().st_mtime_ns


def _read(path: Path) -> PageFile:
    plain = path.read_bytes()
    if path.suffix == ".html":
        plain = plain.replace(MODULES, _preloads(path.parent))
    packed = gzip.compress(plain, mtime=0) if path.suffix in COMPRESSED else None
    return PageFile(KINDS[path.suffix], hashlib.sha256(plain).hexdigest()[:32], plain, packed)


def _preloads(folder: Path) -> bytes:
    names = sorted(module.relative_to(folder).as_posix() for module in folder.rglob("*.js"))
    return "\n".join(f'<link rel="modulepreload" href="/{name}">' for name in names).encode()
