"""Where the gateway is."""

from sandbox.rest.call import Answer, Call
from sandbox.rest.router import Router

GATEWAY_PATH = "/gateway"


def add_routes(router: Router) -> None:
    """Add the routes that tell where the gateway is; the plain one needs no token."""
    router.add("GET", "/gateway", where, by_token=True)
    router.add("GET", "/gateway/bot", where_for_bot)


def _url(call: Call) -> str:
    return call.world.base_url.replace("http", "ws", 1) + GATEWAY_PATH


async def where(call: Call) -> Answer:
    """Give the gateway's address."""
    return 200, {"url": _url(call)}


async def where_for_bot(call: Call) -> Answer:
    """Give the gateway's address with how many shards are advised and how many sessions may be started."""
    gateway = call.services.gateway
    limit = gateway.session_start_limit()
    return 200, {"url": _url(call), "shards": gateway.advised_shards(), "session_start_limit": limit}
