import asyncio
from datetime import timedelta

import aiohttp
import discord
import pytest

from sandbox import Sandbox
from sandbox.client import SandboxRefused, SandboxUser
from sandbox.rules.permissions import Permissions
from sandbox.world import changes, posts
from tests.patience import PATIENCE
from tests.sandbox.stock_bot import StockBot, running


async def test_a_stock_bot_is_ready_and_offers_its_commands(bot: StockBot, member: SandboxUser) -> None:
    assert [guild.name for guild in bot.guilds] == ["Yokoku Sandbox"]
    assert bot.guilds[0].me.guild_permissions.send_messages
    assert not bot.guilds[0].me.guild_permissions.mention_everyone
    assert "echo" in await member.commands()
    assert "channel subscribe" not in await member.commands()


async def test_an_answer_is_seen_with_its_embed(bot: StockBot, member: SandboxUser) -> None:
    reply = await member.slash("echo", text="hi", times=2)

    assert (reply.content, reply.author, reply.ephemeral) == ("hihi", "yokoku", False)
    assert reply.embed.field("Times") == "2"
    assert [message.id for message in await member.messages("chat")] == [reply.id]


async def test_an_ephemeral_answer_is_seen_by_one_alone(
    bot: StockBot, member: SandboxUser, moderator: SandboxUser, sandbox: Sandbox
) -> None:
    reply = await member.slash("echo", text="psst", secret=True)

    assert reply.ephemeral
    assert [message.content for message in await member.messages("chat")] == ["psst"]
    assert await moderator.messages("chat") == []
    assert [each async for each in bot.text_channel(sandbox.channels["chat"]).history()] == []


async def test_a_deferred_answer_is_filled_in_and_followed_up(bot: StockBot, member: SandboxUser) -> None:
    reply = await member.slash("slow", settle=False)
    assert reply.deferred
    assert reply.message.loading
    bot.pause.set()
    await reply.settled()

    assert (reply.state, reply.content, reply.edited) == ("answered", "at last", False)
    more = await member.wait_for_message("chat", match=lambda message: message.content == "and more")
    assert more.raw["message_reference"]["message_id"] == str(reply.id)
    assert more.replied_to is not None
    assert more.replied_to.content == "at last"
    assert [each.id for each in (await reply.refresh()).followups] == [more.id]


async def test_who_answers_too_late_is_refused_and_shown_as_failed() -> None:
    short = await Sandbox.start(deadline=timedelta(seconds=0.2))
    async with running(short) as bot, short.person("member") as member:
        reply = await member.slash("never")
        assert reply.failed
        assert "did not respond" in reply.raw["error"]
        bot.pause.set()
        error = await asyncio.wait_for(bot.too_late, PATIENCE)
        assert (error.status, error.code) == (404, 10062)
    await short.close()


async def test_suggestions(bot: StockBot, member: SandboxUser) -> None:
    assert [choice.name for choice in await member.autocomplete("echo", focused="text", text="met")] == ["MET"]


async def test_buttons_change_their_message_at_once_or_later(bot: StockBot, member: SandboxUser) -> None:
    shown = await member.slash("buttons")
    later = await (await member.click(shown, "Later")).settled()
    assert (later.id, later.content) == (shown.id, "changed later")

    changed = await member.click(shown, "Change")

    assert (changed.state, changed.id, changed.content, changed.buttons) == ("updated", shown.id, "changed", [])
    with pytest.raises(SandboxRefused):
        await member.click(shown, "Change")


async def test_a_select(bot: StockBot, member: SandboxUser) -> None:
    shown = await member.slash("buttons")
    picked = await member.select(shown, ["Two"])
    assert picked.content == "picked ['Two']"
    with pytest.raises(SandboxRefused, match="Three"):
        await member.select(shown, ["Three"])


@pytest.mark.parametrize("through_a_button", [False, True])
async def test_a_modal(bot: StockBot, member: SandboxUser, through_a_button: bool) -> None:
    if through_a_button:
        opened = await member.click(await member.slash("buttons"), "Ask")
    else:
        opened = await member.slash("survey")
    assert opened.modal.title == "Survey"
    assert [(field.label, field.value, field.required) for field in opened.modal.fields] == [
        ("Name", "", True),
        ("Why", "because", False),
    ]
    with pytest.raises(SandboxRefused, match="Name is required"):
        await member.submit(opened)
    with pytest.raises(SandboxRefused, match="to 10 characters"):
        await member.submit(opened, Name="x" * 11)

    reply = await member.submit(opened, Name="Rouge")

    assert (reply.content, reply.ephemeral) == ("Rouge: because", True)


async def test_a_modal_of_choices(bot: StockBot, member: SandboxUser) -> None:
    opened = await member.slash("choices")
    with pytest.raises(SandboxRefused):
        await member.submit(opened, One="C", Radio="X")
    reply = await member.submit(opened, One="B", Where=["#chat"], Radio="Y", Boxes=["P", "Q"], Box=True)
    assert reply.content == "['B'] ['chat'] Y ['P', 'Q'] True"


async def test_components_v2_are_read_whole(bot: StockBot, member: SandboxUser) -> None:
    reply = await member.slash("layout")
    assert reply.text == "# In a container\nbeside a picture"


async def test_a_file_can_be_fetched(bot: StockBot, member: SandboxUser, sandbox: Sandbox) -> None:
    sent = (await member.slash("file")).message.attachments[0]
    assert (sent["filename"], sent["description"], sent["size"]) == ("numbers.csv", "some numbers", 5)
    messages = [each async for each in bot.text_channel(sandbox.channels["chat"]).history()]
    async with aiohttp.ClientSession() as session, session.get(messages[0].attachments[0].url) as response:
        assert await response.read() == b"1,2,3"


async def test_options_are_found_by_name(bot: StockBot, moderator: SandboxUser) -> None:
    reply = await moderator.type_line("/channel subscribe releases where:#releases role:@Anime who:member")
    assert reply.content == "releases in releases for Anime by member, True"


async def test_a_member_is_not_offered_what_moderators_are(bot: StockBot, member: SandboxUser) -> None:
    with pytest.raises(SandboxRefused, match="permissions"):
        await member.slash("channel subscribe", what="releases")
    forced = await member.slash("channel subscribe", what="releases", force=True)
    assert forced.content.endswith("False")


async def test_history_edit_delete_and_publish(bot: StockBot, sandbox: Sandbox, member: SandboxUser) -> None:
    channel = bot.text_channel(sandbox.channels["announcements"])
    sent = [await channel.send(f"{number}") for number in range(5)]
    await sent[0].edit(content="edited", embed=discord.Embed(title="now"))
    await sent[1].delete()
    await sent[2].publish()

    assert [each.content async for each in channel.history(limit=2)] == ["4", "3"]
    assert [each.content async for each in channel.history(after=sent[0], oldest_first=True)] == ["2", "3", "4"]
    assert [each.content async for each in channel.history(before=sent[3])] == ["2", "edited"]
    assert (await channel.fetch_message(sent[2].id)).flags.crossposted
    with pytest.raises(discord.NotFound):
        await channel.fetch_message(sent[1].id)
    seen = await member.messages("announcements")
    assert (seen[0].content, seen[0].edited, seen[0].embed.title) == ("edited", True, "now")


async def test_a_direct_message(bot: StockBot, sandbox: Sandbox, member: SandboxUser) -> None:
    user = await bot.fetch_user(sandbox.users["member"].id)
    sent = await user.send("hello")
    assert [each.content for each in await member.messages(sent.channel.id)] == ["hello"]
    assert (await member.slash("echo", text="hi", channel=sent.channel.id)).content == "hi"
    with pytest.raises(SandboxRefused, match="no command"):
        await member.slash("channel subscribe", what="releases", channel=sent.channel.id)


async def test_a_direct_channel_that_opens_is_told_to_its_person_and_not_to_the_bot(
    sandbox: Sandbox, member: SandboxUser
) -> None:
    told: list[str] = []
    whispered: list[tuple[int, str]] = []
    sandbox.world.listen(lambda event: told.append(event.name))
    sandbox.world.overhear(lambda user_id, event: whispered.append((user_id, event.name)))
    await member.direct()
    assert (told, whispered) == ([], [(sandbox.users["member"].id, "CHANNEL_CREATE")])


async def test_a_member_opens_a_direct_channel(bot: StockBot, member: SandboxUser) -> None:
    channel = await member.direct()
    await member.say(channel, "hello")
    reply = await member.slash("echo", text="hi", channel=channel)
    assert [message.id for message in await member.messages(channel)][1:] == [reply.id]


async def test_only_a_named_role_is_pinged(bot: StockBot, sandbox: Sandbox) -> None:
    channel = bot.text_channel(sandbox.channels["releases"])
    anime, moderators = (discord.Object(sandbox.roles[name]) for name in ("Anime", "Moderator"))
    text = f"@everyone <@&{anime.id}> <@&{moderators.id}>"
    silent = await channel.send(text)
    loud = await channel.send(text, allowed_mentions=discord.AllowedMentions(roles=True, everyone=True))

    assert (silent.raw_role_mentions, silent.mention_everyone) == ([anime.id, moderators.id], False)
    assert sandbox.recorded[-1].answer["mention_roles"] == [str(anime.id)]
    assert sandbox.recorded[-2].answer["mention_roles"] == []
    assert loud.mention_everyone is False


async def test_a_lost_permission_and_a_deleted_channel(bot: StockBot, sandbox: Sandbox) -> None:
    channel = bot.text_channel(sandbox.channels["releases"])
    changes.set_overwrite(sandbox.world, channel.id, bot.application_id or 0, deny=Permissions.SEND_MESSAGES)
    with pytest.raises(discord.Forbidden) as refused:
        await channel.send("?")
    assert refused.value.code == 50013
    changes.set_overwrite(sandbox.world, channel.id, bot.application_id or 0, deny=Permissions.VIEW_CHANNEL)
    with pytest.raises(discord.Forbidden) as refused:
        await channel.send("?")
    assert refused.value.code == 50001
    changes.delete_channel(sandbox.world, channel.id)
    assert await bot.next_heard() == "deleted ___hidden___"
    with pytest.raises(discord.NotFound) as gone:
        await channel.send("?")
    assert gone.value.code == 10003


async def test_guilds_come_and_go(bot: StockBot, sandbox: Sandbox) -> None:
    world = sandbox.world
    other = changes.create_guild(world, "Other", channels=3)
    assert await bot.next_heard() == "joined Other"
    changes.set_available(world, other.id, available=False)
    assert await bot.next_heard() == "unavailable Other"
    changes.set_available(world, other.id, available=True)
    assert await bot.next_heard() == "available Other"
    changes.remove_bot(world, other.id)
    assert await bot.next_heard() == "removed Other"
    changes.add_bot(world, other.id)
    assert await bot.next_heard() == "joined Other"
    assert len(bot.guilds[-1].text_channels) == 3


async def test_stock_discord_py_keeps_to_the_limits_that_it_is_told() -> None:
    strict = await Sandbox.start()
    async with running(strict) as bot:
        channel = strict.world.channels[strict.channels["chat"]]
        messages = [posts.compose(strict.world, channel, strict.application_id, {"content": "x"}) for _ in range(6)]
        for message in messages:
            posts.post(strict.world, channel, message)
        here = bot.text_channel(channel.id)
        await asyncio.gather(*(here.get_partial_message(int(message["id"])).delete() for message in messages))
        deleted = [each.status for each in strict.recorded if each.method == "DELETE"]
        assert deleted == [204] * 6
        assert len(channel.log) == 0
    await strict.close()
