"""Whether a request is meant for this machine by name."""

from aiohttp import web

LOCAL = ("127.0.0.1", "localhost", "::1")


def is_local(request: web.Request) -> bool:
    """Tell whether a request names this machine; a page elsewhere, whose name points here, still sends its own."""
    try:
        return request.url.host in LOCAL
    except ValueError:
        return False
