"""What the sandbox has none of: libraries list some of it when they start, and are told that there is nothing."""

from collections.abc import Callable

from sandbox.rest.call import Answer, Call
from sandbox.rest.router import RestHandler, Router
from sandbox.rules.json_types import JsonValue

NOTHING: dict[str, Callable[[], JsonValue]] = {
    "/soundboard-default-sounds": list,
    "/sticker-packs": lambda: {"sticker_packs": []},
    "/voice/regions": list,
    "/guilds/{guild_id}/emojis": list,
    "/guilds/{guild_id}/stickers": list,
    "/guilds/{guild_id}/soundboard-sounds": lambda: {"items": []},
}


def add_routes(router: Router) -> None:
    """Add the routes of what isn't there."""
    for path, make in NOTHING.items():
        router.add("GET", path, _listing(make))


def _listing(make: Callable[[], JsonValue]) -> RestHandler:
    async def answer(call: Call) -> Answer:
        if "guild_id" in call.request.match_info:
            call.world.guild(call.id("guild_id"))
        return 200, make()

    return answer
