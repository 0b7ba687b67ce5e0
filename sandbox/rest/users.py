"""The bot itself, its application, other users, and direct messages."""

from sandbox.rest.call import NO_CONTENT, Answer, Call
from sandbox.rest.router import Router
from sandbox.rules import errors
from sandbox.rules.json_types import JsonObject
from sandbox.rules.values import snowflake
from sandbox.world import changes


def add_routes(router: Router) -> None:
    """Add the routes of users and of the application."""
    router.add("GET", "/users/@me", me)
    router.add("GET", "/users/@me/guilds", my_guilds)
    router.add("DELETE", "/users/@me/guilds/{guild_id}", leave)
    router.add("POST", "/users/@me/channels", open_direct)
    router.add("GET", "/users/{user_id}", user)
    router.add("GET", "/applications/@me", application)
    router.add("GET", "/oauth2/applications/@me", application)
    router.add("GET", "/applications/{application_id}/emojis", emojis)


async def me(call: Call) -> Answer:
    """Read the bot's own user."""
    return 200, call.world.bot_user()


async def user(call: Call) -> Answer:
    """Read a user."""
    return 200, call.world.account(call.id("user_id")).payload()


async def my_guilds(call: Call) -> Answer:
    """List the guilds that the bot is in, by id, `limit` (200) of them between `after` and `before`.

    How many are in each is told where asked `with_counts`.
    """
    world = call.world
    after, before = call.query_id("after") or 0, call.query_id("before") or 2**63
    limit = call.query_int("limit", 200, least=1, most=200)
    ids = [each for each in sorted(world.guild_ids()) if after < each < before]
    return 200, [_my_guild(call, each) for each in ids[:limit]]


def _my_guild(call: Call, guild_id: int) -> JsonObject:
    world = call.world
    guild = world.guilds[guild_id].payload()
    mine: JsonObject = {
        "owner": guild["owner_id"] == str(world.application_id),
        "permissions": str(int(world.permissions(world.application_id, guild_id))),
    }
    if call.query_flag("with_counts"):
        mine |= world.guilds[guild_id].counts()
    return {key: guild[key] for key in ("id", "name", "icon", "banner", "features")} | mine


async def leave(call: Call) -> Answer:
    """Leave a guild."""
    changes.remove_bot(call.world, call.world.guild(call.id("guild_id")).id)
    return NO_CONTENT


async def open_direct(call: Call) -> Answer:
    """Open the channel of direct messages with a user."""
    given = call.object().get("recipient_id")
    if (recipient := snowflake(given)) is None:
        raise errors.form_fault(["recipient_id"], "NUMBER_TYPE_COERCE", f'Value "{given}" is not snowflake.')
    if (account := call.world.accounts.get(recipient)) is None:
        raise errors.invalid_recipient()
    if account.bot:
        raise errors.cannot_dm()
    return 200, call.world.direct_channel(account.id).payload


async def application(call: Call) -> Answer:
    """Read the application, with its owner."""
    world = call.world
    flags = world.application()["flags"]
    return 200, {
        "id": str(world.application_id),
        "name": world.bot.username,
        "icon": None,
        "description": "",
        "type": None,
        "bot": world.bot.payload(),
        "summary": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": flags,
        "flags_new": str(flags),
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": world.accounts[world.owner_id].payload(),
        "approximate_guild_count": len(world.guild_ids()),
        "approximate_user_install_count": sum(each.has_installed for each in world.accounts.values()),
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "team": None,
        "eligible_oauth2_scopes": [],
        "integration_types_config": {"0": {}, "1": {}},
    }


async def emojis(call: Call) -> Answer:
    """List the application's emojis: it has none."""
    if call.id("application_id") != call.world.application_id:
        raise errors.unknown_application()
    return 200, {"items": []}
