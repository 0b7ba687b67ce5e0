"""What the sandbox answers, and what a stock library asks of it, are as Discord describes its API."""

import io

import discord
from discord import ui

from sandbox import Sandbox
from sandbox.client import SandboxUser
from sandbox.rest.absent import NOTHING
from sandbox.rules.permissions import Permissions
from sandbox.world import changes, guilds
from tests.discord_contract import needed_contract, with_ids_as_text
from tests.sandbox.bot_api import BotApi
from tests.sandbox.stock_bot import StockBot


async def test_all_that_a_bot_does_is_answered_as_described(
    bot: StockBot, sandbox: Sandbox, member: SandboxUser, moderator: SandboxUser, api: BotApi
) -> None:
    contract = needed_contract()
    await _answers_of_every_kind(bot, member, moderator)
    await _messages(bot, sandbox)
    await _components(bot, sandbox)
    await _threads_and_pins(bot, sandbox, member)
    await _reads(sandbox, api)

    found = [fault for request in sandbox.recorded for fault in contract.answer_complaints(request)]
    taken = [with_ids_as_text(request) for request in sandbox.recorded if request.status < 400]
    found += [fault for request in taken for fault in contract.complaints(request)]
    assert not found, "\n".join(found)
    assert len({(each.method, each.template) for each in sandbox.recorded}) > 35


async def _answers_of_every_kind(bot: StockBot, member: SandboxUser, moderator: SandboxUser) -> None:
    bot.pause.set()
    await member.slash("echo", text="hi")
    await member.slash("echo", text="hi", secret=True)
    await member.slash("slow")
    await member.slash("layout")
    await member.slash("file")
    await member.autocomplete("echo", focused="text", text="m")
    shown = await member.slash("buttons")
    await member.select(shown, ["One"])
    await member.submit(await member.click(shown, "Ask"), Name="x")
    await (await member.click(shown, "Later")).settled()
    await member.click(shown, "Change")
    await moderator.slash("channel subscribe", what="releases", where="chat", role="Anime", who="member")
    await member.wait_for_message("chat", match=lambda message: message.content == "and more")


async def _messages(bot: StockBot, sandbox: Sandbox) -> None:
    channel = bot.text_channel(sandbox.channels["announcements"])
    embed = discord.Embed(title="t", url="https://example.org", color=1, timestamp=sandbox.clock.now())
    embed.set_image(url="https://example.org/i.png").set_footer(text="f").set_author(name="a")
    sent = await channel.send("hi", embed=embed, nonce="n")
    reply = await sent.reply("ho")
    await sent.edit(content="he")
    await sent.publish()
    await channel.typing()
    user = await bot.fetch_user(sandbox.users["member"].id)
    await user.send("hi")
    assert [message.id async for message in channel.history()] == [reply.id, sent.id]
    await reply.delete()


class Everything(ui.LayoutView):
    """Components of every kind that a message can hold."""

    def __init__(self, channel: discord.abc.GuildChannel, user: discord.User) -> None:
        super().__init__()
        pictures = (
            discord.MediaGalleryItem("attachment://a.png"),
            discord.MediaGalleryItem("https://example.org/b.png"),
        )
        options = [discord.SelectOption(label="A", description="d", emoji="🎬", default=True)]
        self.add_item(ui.MediaGallery(*pictures))
        self.add_item(ui.File("attachment://a.csv"))
        self.add_item(ui.Section("text", accessory=ui.Button(label="b", emoji="🎬")))
        for select in (
            ui.Select[ui.LayoutView](options=options),
            ui.ChannelSelect[ui.LayoutView](default_values=[channel], channel_types=[discord.ChannelType.text]),
            ui.UserSelect[ui.LayoutView](default_values=[user]),
            ui.RoleSelect[ui.LayoutView](placeholder="p"),
            ui.MentionableSelect[ui.LayoutView](max_values=2, disabled=True),
        ):
            self.add_item(ui.ActionRow(select))


async def _components(bot: StockBot, sandbox: Sandbox) -> None:
    channel = bot.text_channel(sandbox.channels["chat"])
    user = await bot.fetch_user(sandbox.owner_id)
    files = [discord.File(io.BytesIO(b"x"), name) for name in ("a.png", "a.csv")]
    sent = await channel.send(view=Everything(channel, user), files=files)
    picture = sandbox.recorded[-1].answer["components"][0]["items"][0]["media"]["url"]
    assert picture == sent.attachments[0].url


async def _threads_and_pins(bot: StockBot, sandbox: Sandbox, member: SandboxUser) -> None:
    world = sandbox.world
    forum_id = changes.create_channel(world, sandbox.guild_id, "help", kind=guilds.FORUM).id
    forum, channel = await bot.fetch_channel(forum_id), bot.text_channel(sandbox.channels["chat"])
    assert isinstance(forum, discord.ForumChannel)
    await forum.create_thread(name="How?", content="So", file=discord.File(io.BytesIO(b"x"), "a.png"))
    await channel.create_thread(name="plain", type=discord.ChannelType.public_thread)
    await _members(sandbox, await channel.create_thread(name="between us"))
    allowed = Permissions.PIN_MESSAGES | Permissions.MANAGE_THREADS
    changes.set_overwrite(world, channel.id, sandbox.application_id, allow=allowed)
    sent = await channel.send("pinned")
    about = await sent.create_thread(name="about it", slowmode_delay=5)
    await about.send("in it")
    await member.reply(await member.reply((await member.messages(channel.id))[-1], "a reply"), "and its reply")
    await sent.pin()
    assert [message.id async for message in channel.pins()] == [sent.id]
    assert [message.content async for message in channel.history(limit=1)] == ["and its reply"]
    kept = await channel.send("pinned too")
    await kept.pin()
    await kept.unpin()


async def _members(sandbox: Sandbox, thread: discord.Thread) -> None:
    allowed = Permissions.MANAGE_THREADS
    changes.set_overwrite(sandbox.world, sandbox.channels["chat"], sandbox.application_id, allow=allowed)
    sandbox.world.has_privileged_intents = True
    guest = discord.Object(sandbox.users["guest"].id)
    await thread.add_user(guest)
    assert [each.id for each in await thread.fetch_members()] == [sandbox.application_id, guest.id]
    await thread.fetch_member(guest.id)
    await thread.remove_user(guest)
    await thread.edit(invitable=False)
    await thread.leave()
    await thread.join()
    await thread.edit(archived=True)


async def _reads(sandbox: Sandbox, api: BotApi) -> None:
    guild = f"/guilds/{sandbox.guild_id}"
    sandbox.world.has_privileged_intents = True  # the list of members takes one
    commands = f"/applications/{sandbox.application_id}"
    made = await api.post(f"{commands}/commands", {"name": "extra", "description": "d"})
    assert made.status == 201
    one = f"{commands}/commands/{made.body['id']}"
    chat = f"/channels/{sandbox.channels['chat']}"
    for path in (
        "/gateway",
        "/gateway/bot",
        "/users/@me",
        "/users/@me/guilds",
        "/applications/@me",
        "/oauth2/applications/@me",
        f"{commands}/commands?with_localizations=true",
        f"{commands}{guild}/commands",
        f"{commands}{guild}/commands/permissions",
        one,
        guild + "?with_counts=true",
        guild + "/channels",
        *(path.replace("/guilds/{guild_id}", guild) for path in NOTHING),
        guild + "/roles",
        f"{guild}/roles/{sandbox.roles['Anime']}",
        guild + "/members?limit=10",
        f"{guild}/members/{sandbox.owner_id}",
        f"{guild}/members/search?query=mod",
        guild + "/threads/active",
        chat + "/threads/archived/public",
        chat + "/threads/archived/private",
        chat + "/users/@me/threads/archived/private",
        chat,
        chat + "/messages?limit=100",
        chat + "/messages/pins",
        chat + "/pins",
        f"{chat}/messages/pins?limit=1&before=2100-01-01T00:00:00Z",
    ):
        assert (await api.get(path)).status == 200, path
    assert (await api.post(f"{commands}/commands", {"name": "extra", "description": "e"})).status == 200
    assert (await api.ask("PATCH", one, {"description": "f"})).body["description"] == "f"
    assert (await api.ask("DELETE", one)).status == 204
    assert (await api.get("/users/999")).refusal == (404, 10013)
