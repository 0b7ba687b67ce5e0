"""Channels that the bot may not view: what Discord's doors tell of them, and what happens as they are shown."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import aiohttp
import discord
import pytest

from sandbox import Sandbox
from sandbox.client import SandboxUser
from sandbox.rules.json_types import JsonObject
from sandbox.rules.permissions import ROLE_OVERWRITE, Permissions
from sandbox.world import changes, guilds, threads
from tests.patience import PATIENCE
from tests.sandbox.bot_api import BotApi
from tests.sandbox.gateway_client import Client
from tests.sandbox.stock_bot import StockBot, running

VIEW = Permissions.VIEW_CHANNEL
GUILDS_AND_MESSAGES = 1 << 0 | 1 << 9


@asynccontextmanager
async def listening(sandbox: Sandbox, intents: int = 1 << 0) -> AsyncIterator[tuple[Client, JsonObject]]:
    """A session of the bot's by hand, and the guild as it was told of."""
    asked = {"v": "10", "encoding": "json"}
    async with aiohttp.ClientSession() as session, session.ws_connect(sandbox.gateway_url, params=asked) as socket:
        client = Client(socket, "")
        await client.receive()
        await client.identify(intents, token=sandbox.token)
        yield client, (await client.event("GUILD_CREATE"))["d"]


async def heard(sandbox: Sandbox, client: Client) -> list[JsonObject]:
    """All that the session is told until now."""
    changes.create_role(sandbox.world, sandbox.guild_id, "the end")
    events: list[JsonObject] = []
    while not events or events[-1]["t"] != "GUILD_ROLE_CREATE":
        events.append(await client.receive())
    return events[:-1]


def secret(sandbox: Sandbox, kind: int = guilds.TEXT, **more: int) -> int:
    """A channel with everything that is nobody's business, which the bot may view so far."""
    channel = changes.create_channel(sandbox.world, sandbox.guild_id, "secret", kind=kind, **more)
    channel.payload["nsfw"] = True
    for name, value in {"topic": "a secret", "rate_limit_per_user": 5, "last_message_id": "5"}.items():
        if name in channel.payload:
            channel.payload[name] = value
    return channel.id


def hide(sandbox: Sandbox, channel_id: int) -> None:
    changes.set_overwrite(sandbox.world, channel_id, sandbox.application_id, deny=VIEW)


def show(sandbox: Sandbox, channel_id: int) -> None:
    changes.set_overwrite(sandbox.world, channel_id, sandbox.application_id)


def payload(sandbox: Sandbox, channel_id: int) -> JsonObject:
    return sandbox.world.channels[channel_id].payload


def is_hidden_form(sandbox: Sandbox, channel_id: int, told: JsonObject) -> bool:
    """Whether a channel was told as Discord tells an obfuscated one, with what is true of it."""
    true = payload(sandbox, channel_id)
    overwrite = {"id": str(sandbox.guild_id), "type": 0, "allow": "0", "deny": str(int(VIEW))}
    assert {key: told[key] for key in ("id", "type", "guild_id", "position", "parent_id")} == {
        key: true[key] for key in ("id", "type", "guild_id", "position", "parent_id")
    }
    assert told.keys() == true.keys()
    neutral = {"nsfw": False, "topic": None, "rate_limit_per_user": 0, "last_message_id": None}
    return (
        told["name"] == "___hidden___"
        and told["flags"] == 1 << 17
        and told["permission_overwrites"] == [overwrite]
        and all(told[key] == value for key, value in neutral.items() if key in told)
    )


@pytest.mark.parametrize(
    "kind",
    [*(guilds.TEXT, guilds.VOICE, guilds.STAGE, guilds.CATEGORY), *(guilds.ANNOUNCEMENT, guilds.FORUM, guilds.MEDIA)],
)
async def test_a_guild_comes_with_its_hidden_channels_obfuscated(sandbox: Sandbox, kind: int) -> None:
    place = secret(sandbox, kind)
    hide(sandbox, place)
    async with listening(sandbox) as (_, guild):
        channels = {int(each["id"]): each for each in guild["channels"]}

    assert is_hidden_form(sandbox, place, channels[place])
    assert channels[sandbox.channels["chat"]] == payload(sandbox, sandbox.channels["chat"])
    assert "secret" not in str(guild)


async def test_what_is_hidden_and_shown_by_an_overwrite_is_told(sandbox: Sandbox) -> None:
    place = secret(sandbox)
    async with listening(sandbox) as (client, _):
        hide(sandbox, place)
        changes.set_age_restricted(sandbox.world, place, is_restricted=False)
        hidden = await heard(sandbox, client)
        show(sandbox, place)
        shown = await heard(sandbox, client)

    assert [each["t"] for each in hidden] == ["CHANNEL_UPDATE"] * 2
    assert all(is_hidden_form(sandbox, place, each["d"]) for each in hidden)
    assert [each["t"] for each in shown] == ["CHANNEL_UPDATE", "THREAD_LIST_SYNC"]
    assert shown[0]["d"] == payload(sandbox, place)


def by_its_role(sandbox: Sandbox) -> tuple[Callable[[], object], Callable[[], object]]:
    """What hides all channels from the bot by its own role, and what shows them again, those of others too."""
    world, guild = sandbox.world, sandbox.guild
    everyone = Permissions(int(guild.roles[guild.id]["permissions"]))
    mine = next(key for key, role in guild.roles.items() if role["managed"])
    changes.set_role_permissions(world, guild.id, mine, Permissions(0))
    return (
        lambda: changes.set_role_permissions(world, guild.id, guild.id, everyone & ~VIEW),
        lambda: changes.set_role_permissions(world, guild.id, mine, Permissions.ADMINISTRATOR),
    )


async def test_what_is_hidden_and_shown_by_a_role_is_told(sandbox: Sandbox) -> None:
    place = secret(sandbox)
    hide_all, show_all = by_its_role(sandbox)
    async with listening(sandbox) as (client, _):
        hide_all()
        hidden = await heard(sandbox, client)
        show_all()
        shown = await heard(sandbox, client)

    for events in (hidden, shown):
        assert events[0]["t"] == "GUILD_ROLE_UPDATE"
    updates = [
        {int(each["d"]["id"]): each["d"] for each in events if each["t"] == "CHANNEL_UPDATE"}
        for events in (hidden, shown)
    ]
    assert is_hidden_form(sandbox, place, updates[0][place])
    assert updates[1][place] == payload(sandbox, place)
    # #mods is open to the bot's role by an overwrite all the time.
    assert sandbox.channels["mods"] not in updates[0]


async def test_a_role_that_is_deleted_hides_what_it_showed(sandbox: Sandbox) -> None:
    place, world = secret(sandbox), sandbox.world
    role = changes.create_role(world, sandbox.guild_id, "key")
    sandbox.guild.members[sandbox.application_id]["roles"].append(str(role))
    changes.set_overwrite(world, place, sandbox.guild_id, kind=ROLE_OVERWRITE, deny=VIEW)
    changes.set_overwrite(world, place, role, kind=ROLE_OVERWRITE, allow=VIEW)
    async with listening(sandbox) as (client, guild):
        assert payload(sandbox, place) in guild["channels"]
        changes.delete_role(world, sandbox.guild_id, role)
        told = [each["d"] for each in await heard(sandbox, client) if each["t"] == "CHANNEL_UPDATE"]

    assert told
    assert all(is_hidden_form(sandbox, place, each) for each in told)


async def test_a_channel_is_made_and_deleted_out_of_sight(sandbox: Sandbox) -> None:
    everyone = Permissions(int(sandbox.guild.roles[sandbox.guild_id]["permissions"]))
    mine = next(key for key, role in sandbox.guild.roles.items() if role["managed"])
    async with listening(sandbox) as (client, _):
        changes.set_role_permissions(sandbox.world, sandbox.guild_id, mine, Permissions(0))
        changes.set_role_permissions(sandbox.world, sandbox.guild_id, sandbox.guild_id, everyone & ~VIEW)
        await heard(sandbox, client)
        place = secret(sandbox)
        [created] = await heard(sandbox, client)
        before = dict(payload(sandbox, place))
        changes.delete_channel(sandbox.world, place)
        [deleted] = await heard(sandbox, client)

    assert (created["t"], deleted["t"]) == ("CHANNEL_CREATE", "CHANNEL_DELETE")
    for told in (created["d"], deleted["d"]):
        assert (told["id"], told["name"], told["nsfw"]) == (before["id"], "___hidden___", False)


async def test_a_category_is_seen_as_long_as_a_channel_in_it_is(sandbox: Sandbox) -> None:
    category = secret(sandbox, guilds.CATEGORY)
    inside = secret(sandbox, parent_id=category)
    hide(sandbox, category)
    async with listening(sandbox) as (client, guild):
        assert payload(sandbox, category) in guild["channels"]
        hide(sandbox, inside)
        hidden = await heard(sandbox, client)
        show(sandbox, inside)
        shown = await heard(sandbox, client)

    assert [int(each["d"]["id"]) for each in hidden] == [inside, category]
    assert all(is_hidden_form(sandbox, int(each["d"]["id"]), each["d"]) for each in hidden)
    assert payload(sandbox, category) in [each["d"] for each in shown]


async def test_nothing_is_heard_from_a_hidden_channel_and_its_threads_come_with_it(sandbox: Sandbox) -> None:
    place, world = secret(sandbox), sandbox.world
    async with listening(sandbox) as (client, _):
        hide(sandbox, place)
        await heard(sandbox, client)
        thread = threads.create_thread(world, place, "a secret thread").id
        gone = threads.create_thread(world, place, "gone").id
        changes.delete_channel(world, gone)
        threads.change_thread(world, thread, locked=True)
        assert await heard(sandbox, client) == []
        show(sandbox, place)
        synced = (await heard(sandbox, client))[-1]

    assert synced["t"] == "THREAD_LIST_SYNC"
    assert (synced["d"]["channel_ids"], synced["d"]["threads"]) == ([str(place)], [payload(sandbox, thread)])


async def test_no_message_is_heard_from_a_hidden_channel(sandbox: Sandbox, member: SandboxUser) -> None:
    place = secret(sandbox)
    async with listening(sandbox, GUILDS_AND_MESSAGES) as (client, _):
        hide(sandbox, place)
        await member.say(place, "among us")
        said = await member.say("chat", "hello")
        told = await client.event("MESSAGE_CREATE")

    assert told["d"]["id"] == str(said.id)


async def test_over_http_a_hidden_channel_is_left_out_and_refused(sandbox: Sandbox, api: BotApi) -> None:
    place = secret(sandbox)
    listed = f"/guilds/{sandbox.guild_id}/channels"
    hide(sandbox, place)
    ids = [each["id"] for each in (await api.get(listed)).body]

    assert str(place) not in ids
    assert str(sandbox.channels["chat"]) in ids
    assert (await api.get(f"/channels/{place}")).refusal == (403, 50001)
    show(sandbox, place)
    assert payload(sandbox, place) in (await api.get(listed)).body
    assert (await api.get(f"/channels/{place}")).body == payload(sandbox, place)


async def test_an_interaction_brings_its_channel_in_full(sandbox: Sandbox, bot: StockBot, member: SandboxUser) -> None:
    place = secret(sandbox)
    hide(sandbox, place)
    async with listening(sandbox) as (client, _):
        await member.slash("echo", text="x", channel=place)
        told = (await client.event("INTERACTION_CREATE"))["d"]

    assert (told["channel"]["name"], told["channel"]["nsfw"], told["channel"]["flags"]) == ("secret", True, 0)
    assert told["app_permissions"] == "0"


async def test_the_name_alone_hides_nothing(sandbox: Sandbox) -> None:
    place = changes.create_channel(sandbox.world, sandbox.guild_id, "___hidden___").id
    changes.set_age_restricted(sandbox.world, place, is_restricted=True)
    async with listening(sandbox) as (_, guild):
        [told] = [each for each in guild["channels"] if each["id"] == str(place)]

    assert told == payload(sandbox, place)
    assert (told["flags"], told["nsfw"]) == (0, True)


async def test_people_are_told_of_their_channels_as_ever(sandbox: Sandbox, member: SandboxUser) -> None:
    place = secret(sandbox)
    hide(sandbox, place)
    [mine] = [each for each in (await member.me())["guilds"][0]["channels"] if each["id"] == str(place)]

    assert mine["name"] == "secret"


async def test_stock_discord_py_computes_that_it_may_do_nothing_there(sandbox: Sandbox) -> None:
    place, voice = secret(sandbox), secret(sandbox, guilds.VOICE)
    for each in (place, voice):
        hide(sandbox, each)
    async with running(sandbox) as bot:
        guild = bot.guilds[0]
        for each in (place, voice):
            channel = guild.get_channel(each)
            assert channel is not None
            may = channel.permissions_for(guild.me)
            assert (channel.name, may.view_channel, may.send_messages, may.connect) == ("___hidden___", *[False] * 3)
        shown = bot.wait_for("guild_channel_update")
        show(sandbox, place)
        _, known = await shown
        assert isinstance(known, discord.TextChannel)
        assert (known.name, known.is_nsfw(), known.permissions_for(guild.me).send_messages) == ("secret", True, True)


async def test_hikari_takes_them_too(sandbox: Sandbox) -> None:
    import hikari  # half a second, which every worker would spend

    kinds = (guilds.TEXT, guilds.VOICE, guilds.CATEGORY, guilds.ANNOUNCEMENT, guilds.FORUM)
    places = [secret(sandbox, kind) for kind in kinds]
    for each in places:
        hide(sandbox, each)
    bot = hikari.GatewayBot(
        sandbox.token, banner=None, logs=None, rest_url=sandbox.api_url, intents=hikari.Intents.GUILDS
    )
    told: asyncio.Future[hikari.GuildAvailableEvent] = asyncio.get_running_loop().create_future()

    @bot.listen()
    async def available(event: hikari.GuildAvailableEvent) -> None:
        told.set_result(event)

    await bot.start(check_for_updates=False)
    try:
        channels = (await asyncio.wait_for(told, PATIENCE)).channels
    finally:
        await bot.close()

    assert {channels[hikari.Snowflake(each)].name for each in places} == {"___hidden___"}
